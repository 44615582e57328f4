"""Small things that grow: round fruit, leaves, sprigs, pods, and the ways of heaping them."""

from collections.abc import Iterator, Sequence
from math import cos, radians, sin

from canvas import Canvas
from colours import OLIVE_LEAF, darker, lighter, mix

Spot = tuple[float, float]


def heap(canvas: Canvas, x: float, y: float, *, width: float, lift: float, count: int, rows: int, sag: float = 0.22) -> Iterator[Spot]:
    """Yield the spots of a heap from the back row (highest, narrowest) to the front row, `count` wide, which ends at y.

    `sag` is how far a row's ends hang below its middle, as a share of `lift`: little in a bowl, more over a crate.
    """
    for row in range(rows):
        share = 0.55 + 0.45 * row / (rows - 1)
        across = max(2, round(count * share))
        for i in range(across):
            u = (i - (across - 1) / 2) / max(1.0, (across - 1) / 2)
            drop = u * u * lift * sag - lift * (1 - row / (rows - 1))
            yield x + u * width * share / 2 + canvas.random.uniform(-6, 6), y + drop + canvas.random.uniform(-7, 7)


def packed(x: float, top: float, *, width: float, height: float, columns: int, rows: int) -> Iterator[Spot]:
    """Yield spots in staggered rows that fill a jar of this inner width and height, x its middle."""
    for row in range(rows):
        for column in range(columns):
            shift = 0.25 if row % 2 else -0.25
            yield x - width / 2 + (column + 0.5 + shift) * width / columns, top + (row + 0.5) * height / rows


def blob(canvas: Canvas, x: float, y: float, rx: float, ry: float, colour: str, *, turn: float = 0, glint: bool = True) -> None:
    """Draw a round or oval thing lit from the top left, with a small glint if it is smooth."""
    with canvas.moved(x, y, turn):
        canvas.ellipse(0, 0, rx, ry, canvas.ball(colour))
    if glint:
        size = min(rx, ry)
        with canvas.moved(x - rx * 0.3, y - ry * 0.38, -25):
            canvas.ellipse(0, 0, size * 0.24, size * 0.13, "#fff", opacity=0.55)


def blobs(
    canvas: Canvas, spots: Iterator[Spot], rx: float, ry: float, colours: Sequence[str], *, turn: float = 40, glint: bool = True
) -> None:
    """Draw one slightly different blob on each spot, turned at most `turn` degrees either way."""
    r = canvas.random
    for x, y in spots:
        size = r.uniform(0.92, 1.08)
        blob(canvas, x, y, rx * size, ry * size, r.choice(colours), turn=r.uniform(-turn, turn), glint=glint)


def leaf(canvas: Canvas, x: float, y: float, length: float, turn: float, colour: str = OLIVE_LEAF) -> None:
    """Draw a narrow leaf that grows from (x, y); turn 0 points right, -90 up."""
    n = length
    with canvas.moved(x, y, turn):
        canvas.path(
            f"M0 0C{n * 0.25:.0f} {-n * 0.2:.0f} {n * 0.75:.0f} {-n * 0.18:.0f} {n:.0f} 0"
            f"C{n * 0.75:.0f} {n * 0.16:.0f} {n * 0.25:.0f} {n * 0.18:.0f} 0 0Z",
            canvas.ball(colour, 0.25, 0.3),
        )
        canvas.line(f"M0 0L{n * 0.95:.0f} 0", lighter(colour, 0.45), 3)


def sprig(canvas: Canvas, x: float, y: float, turn: float, *, pairs: int = 5, length: float = 95, colour: str = OLIVE_LEAF) -> None:
    """Draw a twig of opposite leaves that starts at (x, y)."""
    with canvas.moved(x, y, turn):
        canvas.line(f"M0 0L{pairs * 48} 0", "#5c4a2e", 8)
        for i in range(pairs):
            leaf(canvas, 20 + i * 44, -2, length, -48, colour)
            leaf(canvas, 34 + i * 44, 2, length, 46, mix(colour, "#b9c3a0", 0.35))
        leaf(canvas, pairs * 46, 0, length, 0, colour)


def vine_leaf(canvas: Canvas, x: float, y: float, size: float, turn: float, colour: str) -> None:
    """Draw a five-lobed, toothed vine leaf of radius `size` around (x, y); turn 0 points up."""
    points = []
    for step in range(-29, 31):
        angle = step * 6
        lobes = 0.83 + 0.17 * cos(radians(angle * 360 / 62))
        notch = 1 if abs(angle) < 140 else 1 - 0.8 * (abs(angle) - 140) / 40
        reach = size * lobes * notch * (1.04 if step % 2 else 0.97) * (1 - 0.15 * abs(angle) / 180)
        points.append(f"{reach * sin(radians(angle)):.0f} {-reach * cos(radians(angle)):.0f}")
    with canvas.moved(x, y, turn):
        canvas.path(f"M{'L'.join(points)}Z", canvas.ball(colour, 0.28, 0.3), stroke=darker(colour, 0.3), stroke_width=2)
        for angle in (-118, -60, 0, 60, 118):
            reach = size * (0.86 - abs(angle) / 700)
            canvas.line(f"M0 0L{reach * sin(radians(angle)):.0f} {-reach * cos(radians(angle)):.0f}", lighter(colour, 0.4), 3)


def rod(canvas: Canvas, x: float, y: float, length: float, width: float, colour: str, *, turn: float = 0) -> None:
    """Draw a round-ended rod (cucumber, carrot stick, stem) around (x, y), lit from above; turn 0 lies flat."""
    paint = canvas.linear((0, lighter(colour, 0.35)), (0.35, colour), (1, darker(colour, 0.4)), end=(0, 1))
    with canvas.moved(x, y, turn):
        canvas.rect(-length / 2, -width / 2, length, width, paint, rx=width / 2)
        canvas.line(f"M{-length * 0.34:.0f} {-width * 0.2:.0f}H{length * 0.3:.0f}", "#fff", width * 0.07, opacity=0.35)


def almond(canvas: Canvas, x: float, y: float, length: float, colour: str, *, turn: float = 0, pits: bool = False) -> None:
    """Draw an almond with one pointed end; `pits` marks the dots of a dry shell, otherwise it has a seam and down."""
    n, half = length / 2, length * 0.3
    shape = (
        f"M{-n:.0f} 0C{-n:.0f} {-half * 1.1:.0f} {n * 0.3:.0f} {-half * 1.2:.0f} {n:.0f} 0"
        f"C{n * 0.3:.0f} {half * 1.2:.0f} {-n:.0f} {half * 1.1:.0f} {-n:.0f} 0Z"
    )
    with canvas.moved(x, y, turn):
        canvas.path(shape, canvas.ball(colour, 0.4, 0.32))
        if not pits:
            canvas.line(f"M{-n * 0.8:.0f} {half * 0.25:.0f}Q0 {half * 0.7:.0f} {n * 0.9:.0f} 2", darker(colour, 0.3), 3, opacity=0.6)
            return
        for i in range(9):
            across = -n * 0.7 + (i % 5) * n * 0.3
            canvas.ellipse(across, canvas.random.uniform(-half * 0.5, half * 0.5), 3, 2, darker(colour, 0.45), opacity=0.7)


def fig(canvas: Canvas, x: float, y: float, size: float, colour: str, *, turn: float = 0) -> None:
    """Draw a fresh fig of radius `size`, its neck up."""
    s = size
    shape = (
        f"M{-s * 0.14:.0f} {-s * 1.3:.0f}C{-s * 0.2:.0f} {-s * 0.8:.0f} {-s:.0f} {-s * 0.6:.0f} {-s:.0f} {s * 0.1:.0f}"
        f"C{-s:.0f} {s * 1.12:.0f} {s:.0f} {s * 1.12:.0f} {s:.0f} {s * 0.1:.0f}"
        f"C{s:.0f} {-s * 0.6:.0f} {s * 0.2:.0f} {-s * 0.8:.0f} {s * 0.14:.0f} {-s * 1.3:.0f}Z"
    )
    with canvas.moved(x, y, turn):
        canvas.path(shape, canvas.ball(colour, 0.32, 0.4))
        for bend in (-0.62, -0.25, 0.2, 0.6):
            canvas.line(
                f"M0 {-s * 0.95:.0f}Q{bend * s * 1.3:.0f} 0 {bend * s * 0.7:.0f} {s * 0.75:.0f}", lighter(colour, 0.35), 2.5, opacity=0.3
            )
        canvas.rect(-s * 0.12, -s * 1.45, s * 0.24, s * 0.26, "#7f8f4a", rx=4)
        canvas.ellipse(-s * 0.4, -s * 0.2, s * 0.12, s * 0.24, "#fff", opacity=0.35)


def cut_fig(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw the open half of a fig: pale rim, red flesh, seeds."""
    canvas.ellipse(x, y, size, size * 0.94, canvas.ball("#4B3355"))
    canvas.ellipse(x, y, size * 0.9, size * 0.84, "#F0E2C6")
    canvas.ellipse(x, y, size * 0.72, size * 0.66, canvas.ball("#C2475A", 0.25, 0.3))
    for _ in range(46):
        angle, reach = canvas.random.uniform(0, 360), canvas.random.uniform(0.1, 0.6)
        spot = x + size * reach * cos(radians(angle)), y + size * 0.92 * reach * sin(radians(angle))
        canvas.ellipse(*spot, 4, 3, canvas.random.choice(["#F3D9A4", "#EFC98A", "#8d2238"]))


def bunch(canvas: Canvas, x: float, y: float, colours: Sequence[str], *, berry: float = 34, rows: int = 7) -> None:
    """Draw a hanging bunch of grapes whose stalk is at (x, y) and whose widest row has five berries."""
    canvas.line(f"M{x} {y - 34}Q{x + 6} {y - 10} {x} {y + 10}", "#7a6a35", 9)
    for row in range(rows):
        across = (3, 4, 5, 5, 4, 3, 2, 1)[row]
        for i in range(across):
            spot_x = x + (i - (across - 1) / 2) * berry * 1.5 + canvas.random.uniform(-5, 5)
            blob(canvas, spot_x, y + row * berry * 1.28 + canvas.random.uniform(-5, 5), berry, berry * 1.08, canvas.random.choice(colours))


def daisy(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    """Draw a small white flower with a yellow middle, seen a little from the side."""
    with canvas.moved(x, y, turn):
        for i in range(11):
            with canvas.moved(0, 0, i * 360 / 11):
                canvas.ellipse(size * 0.62, 0, size * 0.42, size * 0.15, "#FFFDF3", stroke="#d9d3b8", stroke_width=1)
        canvas.ellipse(0, 0, size * 0.34, size * 0.34, canvas.ball("#E9B52C", 0.35, 0.3))


def tomato(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a tomato with its green star."""
    blob(canvas, x, y, size, size * 0.9, "#C8371F")
    canvas.line(f"M{x} {y - size * 0.62:.0f}l-26 10m26 -10l28 8m-28 -8l4 26m-4 -26l-8 -24", "#4c6b2a", 9)


def chilli(canvas: Canvas, x: float, y: float, length: float, turn: float, colour: str = "#C22A1C") -> None:
    """Draw a curved hot pepper whose stalk is at (x, y)."""
    n = length
    with canvas.moved(x, y, turn):
        shape = (
            f"M0 {-n * 0.1:.0f}C{n * 0.4:.0f} {-n * 0.17:.0f} {n * 0.8:.0f} {-n * 0.05:.0f} {n:.0f} {n * 0.16:.0f}"
            f"C{n * 0.7:.0f} {n * 0.14:.0f} {n * 0.3:.0f} {n * 0.16:.0f} 0 {n * 0.1:.0f}Z"
        )
        canvas.path(shape, canvas.ball(colour, 0.3, 0.35))
        canvas.line(f"M{n * 0.1:.0f} {-n * 0.04:.0f}Q{n * 0.45:.0f} {-n * 0.09:.0f} {n * 0.75:.0f} {n * 0.03:.0f}", "#fff", 5, opacity=0.45)
        canvas.ellipse(0, 0, n * 0.06, n * 0.11, "#5b7a2f")
        canvas.line(f"M0 0Q{-n * 0.1:.0f} 0 {-n * 0.2:.0f} {-n * 0.08:.0f}", "#5b7a2f", 10)


def wheat_ear(canvas: Canvas, x: float, y: float, height: float, turn: float, colour: str) -> None:
    """Draw a stalk with an ear of wheat, its foot at (x, y), leaning `turn` degrees."""
    with canvas.moved(x, y, turn):
        canvas.line(f"M0 0V{-height:.0f}", darker(colour, 0.2), 7)
        for grain in range(16):
            up, side = -height + grain // 2 * 24, 1 if grain % 2 else -1
            canvas.line(f"M{side * 8} {up}L{side * 46} {up - 84}", lighter(colour, 0.1), 2.5)
            with canvas.moved(side * 13, up, side * 24):
                canvas.ellipse(0, 0, 10, 21, canvas.ball(colour))
        canvas.ellipse(0, -height - 22, 10, 21, canvas.ball(colour))
