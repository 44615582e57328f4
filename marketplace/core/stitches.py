"""Cross-stitch drawings as SVG path data: the hundred agorot of a shekel, and the motifs of sellers without a photo.

A drawing is made of single crosses on a grid; nothing here knows about HTML, language or money.
The motifs are simplified drawings of our own. The groups may choose or correct them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Cell = tuple[int, int]

AGOROT_IN_SHEKEL = 100

# '#' is sewn in the light thread, 'o' in the wheat thread, '.' stays bare canvas.
MOTIFS: dict[str, tuple[str, ...]] = {
    "star": (
        "....#....",
        "...#o#...",
        "..#.o.#..",
        ".#.ooo.#.",
        "#ooo#ooo#",
        ".#.ooo.#.",
        "..#.o.#..",
        "...#o#...",
        "....#....",
    ),
    "cypress": (
        "....#....",
        "...#o#...",
        "...#o#...",
        "..#ooo#..",
        "..#.o.#..",
        "..#ooo#..",
        "..##o##..",
        "....#....",
        "..#####..",
    ),
    "feather": (
        "#.......#",
        "o#.....#o",
        ".o#.#.#o.",
        "..o#o#o..",
        "...o#o...",
        "..#o#o#..",
        ".o#.o.#o.",
        "o#..#..#o",
        "#.......#",
    ),
}

THREADS: dict[str, str] = {"sumac": "#A3213A", "indigo": "#27407F", "olive": "#2F4A23"}
LIGHT_THREAD = "#FFF"
WHEAT_THREAD = "#F2B83B"


@dataclass(frozen=True)
class Layer:
    """All crosses of one thread: path data and the colour to stroke it with."""

    path: str
    colour: str


def crosses(cells: Iterable[Cell], *, pitch: int, arm: float, start: float) -> str:
    """Path data of one cross in each (column, row) cell; `arm` is a cross's side, `pitch` the cell's."""
    return "".join(
        f"M{start + column * pitch:g} {start + row * pitch:g}l{arm:g} {arm:g}m0-{arm:g}-{arm:g} {arm:g}" for column, row in cells
    )


def motif_layers(name: str) -> list[Layer]:
    """The two threads of a motif for a 96 × 96 drawing. An unknown name gives the star."""
    grid = MOTIFS.get(name, MOTIFS["star"])
    return [Layer(_of(grid, "#"), LIGHT_THREAD), Layer(_of(grid, "o"), WHEAT_THREAD)]


def _of(grid: Sequence[str], mark: str) -> str:
    cells = [(x, y) for y, line in enumerate(grid) for x, cell in enumerate(line) if cell == mark]
    return crosses(cells, pitch=8, arm=5, start=13.5)


def shekel_paths(counts: Sequence[int], *, columns: int, rows: int, rtl: bool) -> list[str]:
    """One path for each count, filled column by column in the reading direction.

    Raises ValueError when the counts do not fill the cloth exactly: a drawing of money may not round by itself.
    """
    if sum(counts) != columns * rows or any(count < 0 for count in counts):
        raise ValueError(f"{list(counts)} does not fill {columns} × {rows} stitches")
    cells = [(columns - 1 - x if rtl else x, y) for x in range(columns) for y in range(rows)]
    paths, at = [], 0
    for count in counts:
        paths.append(crosses(cells[at : at + count], pitch=14, arm=8, start=3))
        at += count
    return paths
