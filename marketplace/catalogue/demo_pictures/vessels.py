"""Vessels that stand on the shelf, each a function of a few numbers.

A vessel that holds something is used with `with`: its back is drawn first, then what you draw inside, then its front.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from math import exp
from typing import NamedTuple

from canvas import Canvas
from colours import CREAM_CLOTH, GREEN, PAPER, RED, WOOD, darker, lighter
from shelf import BASE


class Inside(NamedTuple):
    """The room inside a vessel: its middle x, its top y, its width and height."""

    x: float
    top: float
    width: float
    height: float


def label(canvas: Canvas, x: float, y: float, width: float, height: float, words: str, ink: str = RED, paper: str = PAPER) -> None:
    """Stick on the shelf's printed label: paper, a thick and a thin keyline, a word that fits between them."""
    sheet = canvas.linear((0, darker(paper, 0.1)), (0.2, paper), (0.7, paper), (1, darker(paper, 0.22)))
    canvas.rect(x, y, width, height, sheet)
    canvas.rect(x + 10, y + 10, width - 20, height - 20, "none", stroke=ink, stroke_width=6)
    canvas.rect(x + 22, y + 22, width - 44, height - 44, "none", stroke=ink, stroke_width=2)
    size = min(height * 0.5, (width - 68) / _ems(words))
    canvas.text(x + width / 2, y + height / 2 + size * 0.27, size, words, ink)


def _ems(words: str) -> float:
    """Return about how wide the words run in the label face, in font sizes."""
    return sum(0.9 if letter in "سشصض" else 0.3 if letter in "ا " else 0.56 for letter in words)


def screw_lid(canvas: Canvas, x: float, top: float, width: float, colour: str) -> None:
    """Close a jar with a metal lid."""
    canvas.rect(x - width * 0.43, top - 52, width * 0.86, 66, canvas.drum(colour), rx=12)
    canvas.rect(x - width * 0.43, top - 2, width * 0.86, 5, "#000", opacity=0.18)


def cloth_lid(canvas: Canvas, x: float, top: float, width: float, colour: str = CREAM_CLOTH) -> None:
    """Close a jar with a tied cloth."""
    w = width
    canvas.path(
        f"M{x - w * 0.44} {top - 40}Q{x} {top - 74} {x + w * 0.44} {top - 40}L{x + w * 0.46} {top + 4}"
        f"C{x + w * 0.58} {top + 46} {x + w * 0.6} {top + 66} {x + w * 0.56} {top + 80}"
        f"C{x + w * 0.3} {top + 62} {x + w * 0.2} {top + 92} {x} {top + 74}"
        f"C{x - w * 0.2} {top + 96} {x - w * 0.32} {top + 62} {x - w * 0.56} {top + 82}"
        f"C{x - w * 0.6} {top + 60} {x - w * 0.56} {top + 40} {x - w * 0.46} {top + 4}Z",
        canvas.drum(colour),
    )
    canvas.line(f"M{x - w * 0.455} {top + 4}Q{x} {top + 26} {x + w * 0.455} {top + 4}", RED, 9)


def _jar_outline(x: float, top: float, w: float, base: float) -> str:
    curve = 46
    return (
        f"M{x - w / 2} {top + 70}C{x - w / 2} {top + 30} {x - w * 0.4} {top + 20} {x - w * 0.4} {top}L{x + w * 0.4} {top}"
        f"C{x + w * 0.4} {top + 20} {x + w / 2} {top + 30} {x + w / 2} {top + 70}V{base - curve}"
        f"Q{x + w / 2} {base} {x + w / 2 - curve} {base}"
        f"H{x - w / 2 + curve}Q{x - w / 2} {base} {x - w / 2} {base - curve}Z"
    )


@contextmanager
def jar(
    canvas: Canvas, x: float, width: float, height: float, fill: str, words: str = "", *, ink: str = RED, lid: str = "", base: float = BASE
) -> Iterator[Inside]:
    """Stand a glass jar filled with `fill`; `lid` is a metal lid's colour, a cloth is tied on when left out."""
    top = base - height
    outline = _jar_outline(x, top, width, base)
    canvas.shadow(x, base - 4, width * 0.62)
    canvas.path(outline, "#EAF1EC")
    with canvas.clipped(outline):
        canvas.rect(x - width / 2, top + 62, width, height, canvas.drum(fill))
        yield Inside(x, top + 70, width, height - 70)
        glass = canvas.linear((0, "#fff", 0.15), (0.08, "#fff", 0.6), (0.17, "#fff", 0.05), (0.7, "#000", 0), (1, "#000", 0.32))
        canvas.rect(x - width / 2, top, width, height, glass)
    canvas.path(outline, stroke="#fff", stroke_opacity=0.55, stroke_width=5)
    if lid:
        screw_lid(canvas, x, top, width, lid)
    else:
        cloth_lid(canvas, x, top, width)
    if words:
        label(canvas, x - width * 0.36, base - height * 0.5, width * 0.72, height * 0.34, words, ink)


def bottle(
    canvas: Canvas, x: float, width: float, height: float, colour: str, words: str, *, cap: str = "#2E3A22", ink: str = GREEN
) -> None:
    """Stand a glass bottle with a label on its belly."""
    w, h, top = width, height, BASE - height
    canvas.shadow(x, BASE - 4, w * 0.66, 32)
    outline = (
        f"M{x - w * 0.17} {top + 60}V{top + h * 0.2}"
        f"C{x - w * 0.17} {top + h * 0.33} {x - w / 2} {top + h * 0.3} {x - w / 2} {top + h * 0.46}"
        f"V{BASE - 34}Q{x - w / 2} {BASE} {x - w / 2 + 34} {BASE}H{x + w / 2 - 34}Q{x + w / 2} {BASE} {x + w / 2} {BASE - 34}"
        f"V{top + h * 0.46}C{x + w / 2} {top + h * 0.3} {x + w * 0.17} {top + h * 0.33} {x + w * 0.17} {top + h * 0.2}V{top + 60}Z"
    )
    canvas.path(outline, canvas.drum(colour))
    canvas.line(f"M{x - w * 0.38} {top + h * 0.5}V{BASE - 60}", "#fff", 16, stroke_opacity=0.5)
    canvas.rect(x - w * 0.2, top, w * 0.4, 84, canvas.drum(cap), rx=10)
    label(canvas, x - w * 0.42, top + h * 0.54, w * 0.84, h * 0.3, words, ink)


@contextmanager
def bowl(
    canvas: Canvas, x: float, width: float, height: float, colour: str, *, depth: float = 0.12, base: float = BASE
) -> Iterator[Inside]:
    """Stand an open bowl; `depth` is how far one looks into it, as a share of its width. `top` is its rim."""
    w, y = width, base - height
    canvas.shadow(x, base - 2, w * 0.5)
    canvas.ellipse(x, y, w / 2, w * depth, darker(colour, 0.35))
    yield Inside(x, y, width, height)
    canvas.path(
        f"M{x - w / 2} {y}C{x - w * 0.46} {base - 30} {x - w * 0.26} {base} {x - w * 0.2} {base}H{x + w * 0.2}"
        f"C{x + w * 0.26} {base} {x + w * 0.46} {base - 30} {x + w / 2} {y}A{w / 2} {w * depth} 0 0 1 {x - w / 2} {y}Z",
        canvas.drum(colour),
    )
    canvas.path(f"M{x - w / 2} {y}A{w / 2} {w * depth} 0 0 0 {x + w / 2} {y}", stroke=lighter(colour, 0.45), stroke_width=9)


@contextmanager
def crate(canvas: Canvas, x: float, width: float, height: float, colour: str = "#C99A5B") -> Iterator[Inside]:
    """Stand a slatted wooden crate; what is heaped inside may rise above its rim at `top`."""
    y = BASE - height
    canvas.shadow(x, BASE - 2, width * 0.54)
    canvas.rect(x - width / 2 + 14, y - 8, width - 28, height + 4, "#4a3216")
    yield Inside(x, y, width, height)
    slat = height / 3
    for k in range(3):
        top = y + k * slat
        grain = canvas.linear((0, lighter(colour, 0.25)), (0.3, colour), (1, darker(colour, 0.3)), end=(0, 1))
        canvas.rect(x - width / 2, top + 5, width, slat - 10, grain, rx=5)
        for share, inset in ((0.4, 60), (0.62, 260)):
            canvas.line(
                f"M{x - width / 2 + inset * 0.5:.0f} {top + slat * share:.0f}h{width - inset}", darker(colour, 0.3), 3, opacity=0.35
            )
    for side in (-1, 1):
        post = canvas.linear((0, lighter(colour, 0.35)), (1, darker(colour, 0.18)))
        canvas.rect(x + side * (width / 2 - 36) - 26, y - 6, 52, height + 6, post, rx=5)


def sack(canvas: Canvas, x: float, width: float, height: float, grain: str, size: float, words: str) -> None:
    """Stand a rolled-down jute sack heaped with grains of this colour and size."""
    w, y, jute = width, BASE - height, "#CDB07C"
    canvas.shadow(x, BASE - 2, w * 0.58, 38)
    canvas.path(
        f"M{x - w * 0.42} {y + 30}C{x - w * 0.36} {y - height * 0.3} {x + w * 0.3} {y - height * 0.34} {x + w * 0.42} {y + 30}Z",
        canvas.ball(grain, 0.35, 0.3),
    )
    _grains(canvas, x, y, w, height, grain, size)
    canvas.path(
        f"M{x - w * 0.44} {y + 10}C{x - w * 0.54} {y + height * 0.4} {x - w * 0.55} {BASE - 20} {x - w * 0.46} {BASE}H{x + w * 0.46}"
        f"C{x + w * 0.55} {BASE - 20} {x + w * 0.54} {y + height * 0.4} {x + w * 0.44} {y + 10}Z",
        canvas.drum(jute),
    )
    for k in range(1, 11):
        fold = y + 60 + k * (height - 70) / 11
        canvas.line(f"M{x - w * 0.47} {fold:.0f}Q{x} {fold + 14:.0f} {x + w * 0.47} {fold:.0f}", "#7a5f33", 4, opacity=0.16)
    canvas.path(
        f"M{x - w * 0.47} {y + 2}Q{x} {y + 66} {x + w * 0.47} {y + 2}L{x + w * 0.46} {y + 52}Q{x} {y + 120} {x - w * 0.46} {y + 52}Z",
        canvas.drum(lighter(jute, 0.22)),
    )
    label(canvas, x - w * 0.27, BASE - height * 0.56, w * 0.54, height * 0.36, words, GREEN, "#F3E8CE")


def _grains(canvas: Canvas, x: float, y: float, width: float, height: float, colour: str, size: float) -> None:
    r = canvas.random
    shades = [lighter(colour, 0.4), colour, darker(colour, 0.22), lighter(colour, 0.2)]
    edge, spots = darker(colour, 0.38), []
    for _ in range(round(7000 / size)):
        across = (r.random() - 0.5) * width * 0.8
        rise = (1 - (across / (width * 0.43)) ** 2) * height * 0.29
        spots.append((y + 30 - rise * (1 - r.random()), x + across))
    for spot_y, spot_x in sorted(spots):
        with canvas.moved(spot_x, spot_y, r.uniform(-60, 60)):
            canvas.ellipse(0, 0, size, size * 0.72, r.choice(shades), stroke=edge, stroke_width=1.4)


def powder(canvas: Canvas, inside: Inside, colour: str, specks: list[str], *, count: int = 900, size: float = 1) -> None:
    """Heap a ground thing in a bowl and scatter its specks over the slope."""
    x, y, w, r = inside.x, inside.top, inside.width, canvas.random
    slope = canvas.linear((0, lighter(colour, 0.28)), (0.35, colour), (1, darker(colour, 0.38)), end=(1, 0.5))
    canvas.path(
        f"M{x - w * 0.44} {y + 14}C{x - w * 0.26} {y - w * 0.1} {x - w * 0.12} {y - w * 0.31} {x - 10} {y - w * 0.32}"
        f"C{x + w * 0.12} {y - w * 0.31} {x + w * 0.26} {y - w * 0.1} {x + w * 0.44} {y + 14}"
        f"A{w * 0.44} {w * 0.1} 0 0 1 {x - w * 0.44} {y + 14}Z",
        slope,
    )
    for _ in range(count):
        u = r.uniform(-1, 1)
        top = y + 18 - w * 0.31 * exp(-((u * 1.75) ** 2))
        speck = r.uniform(2.5, 6) * size
        with canvas.moved(x + u * w * 0.41, r.uniform(top, y + 46 - 30 * u * u), r.uniform(0, 180)):
            canvas.ellipse(0, 0, speck, speck * 0.6, r.choice(specks))


def dish(canvas: Canvas, x: float, width: float, colour: str) -> None:
    """Stand a flat dish, seen nearly from the side, for things that are stacked on it."""
    canvas.shadow(x, BASE - 2, width * 0.48, 36)
    canvas.ellipse(x, BASE - 14, width / 2, 44, darker(colour, 0.3))
    canvas.ellipse(x, BASE - 24, width / 2, 44, canvas.ball(colour, 0.3, 0.3))


def block(canvas: Canvas, x: float, y: float, width: float, height: float, colour: str, *, side: float = 54) -> None:
    """Draw a cut block (soap, cheese, wax) by its front's top left corner, its top and right side showing."""
    rise = side * 0.92
    canvas.path(f"M{x} {y + 1}l{side} {-rise}h{width}l{-side} {rise}z", lighter(colour, 0.45))
    front = canvas.linear((0, lighter(colour, 0.2)), (1, darker(colour, 0.12)), end=(0, 1))
    canvas.rect(x, y, width, height, front)
    canvas.path(f"M{x + width - 1} {y}l{side} {-rise}v{height}l{-side} {rise}z", darker(colour, 0.28))


def spoon(canvas: Canvas, x: float, y: float, length: float, turn: float, colour: str = WOOD) -> None:
    """Draw a wooden spoon, the middle of its bowl at (x, y), its handle pointing up before the turn."""
    with canvas.moved(x, y, turn):
        canvas.rect(-11, -length, 22, length, canvas.drum(colour), rx=10)
        canvas.ellipse(0, 0, 48, 64, canvas.ball(colour, 0.4, 0.3))
        canvas.ellipse(2, 4, 36, 50, darker(colour, 0.3))
