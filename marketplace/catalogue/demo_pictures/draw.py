"""Draw the demo pictures: `python draw.py [key …]` writes `<key>.jpg` beside this file, all of them when no key is given.

The drawings are our own and stand in until real photographs arrive. They are committed, so the shop itself needs none of
this; drawing them again needs resvg_py 0.5, NumPy 2 and Pillow 13. The same key always gives the same picture.
Label words are set in Rubik Black (SIL Open Font License 1.1, `RUBIK-OFL.txt`).
"""

import csv
import sys
from pathlib import Path
from zlib import crc32

from goods import PICTURES
from PIL import Image
from shelf import paint

FOLDER = Path(__file__).parent
SIDE = 800
QUALITY = 78


def main(keys: list[str]) -> None:
    """Draw the pictures of these keys, or of every good."""
    check_words()
    for key in keys or PICTURES:
        draw(key)
        print(key)


def draw(key: str) -> None:
    """Draw one picture and save it as a progressive JPEG of 800 × 800."""
    picture = PICTURES[key]
    image = paint(picture.draw, wall=picture.wall, seed=crc32(key.encode()), standing=picture.standing)
    small = image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
    small.save(FOLDER / f"{key}.jpg", quality=QUALITY, optimize=True, progressive=True)


def check_words() -> None:
    """Stop when `pictures.csv` (the words for each picture) and the drawings do not name the same goods."""
    with (FOLDER / "pictures.csv").open(encoding="utf-8", newline="") as file:
        named = {row["key"] for row in csv.DictReader(file)}
    if named != set(PICTURES):
        sys.exit(f"pictures.csv and goods.py differ: {sorted(named ^ set(PICTURES))}")


if __name__ == "__main__":
    main(sys.argv[1:])
