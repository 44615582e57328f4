"""The place where every good is shown: one painted wall, one limestone ledge with an embroidered runner, one light."""

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import resvg_py
from canvas import SIZE, Canvas
from colours import EARTH, GREEN, RED, WALLS, darker, lighter
from PIL import Image
from stitches import RUNNER, stitch

FONT = Path(__file__).with_name("rubik-black.ttf")
BASE = 955  # every standing good stands on this line, so neighbouring cards show one long shelf
STANDING_SCALE = 1.24
Draw = Callable[[Canvas], None]


def paint(draw: Draw, *, wall: str, seed: int, standing: bool) -> Image.Image:
    """Draw one good on its wall, on the shelf if it stands; return 1200 × 1200 pixels."""
    canvas = Canvas(seed)
    _lay_filters(canvas)
    _paint_wall(canvas, wall)
    if standing:
        _build_ledge(canvas)
        with canvas.moved(600, BASE, scale=STANDING_SCALE), canvas.moved(-600, -BASE):
            draw(canvas)
    else:
        draw(canvas)
    return _with_grain(_rasterise(canvas.svg()), seed)


def _lay_filters(canvas: Canvas) -> None:
    for name, box, spread in (("blur", 'x="-60%" y="-200%" width="220%" height="500%"', 16), ("soft", "", 26)):
        canvas.define(f'<filter id="{name}" {box}><feGaussianBlur stdDeviation="{spread}"/></filter>')


def _paint_wall(canvas: Canvas, wall: str) -> None:
    lit, shaded = WALLS[wall]
    stops = f'<stop stop-color="{lighter(lit, 0.22)}"/><stop offset=".5" stop-color="{lit}"/><stop offset="1" stop-color="{shaded}"/>'
    light = canvas.define(f'<radialGradient id="{{id}}" cx=".3" cy=".18" r="1.05">{stops}</radialGradient>')
    canvas.rect(0, 0, SIZE, SIZE, light)


def _build_ledge(canvas: Canvas) -> None:
    stone = canvas.linear((0, "#F7F3E8"), (0.28, "#EDE7D6"), (0.3, "#DCD4BF"), (1, "#C9C0A8"), end=(0, 1))
    canvas.rect(0, 910, SIZE, 290, stone)
    canvas.rect(0, 908, SIZE, 7, "#fff", opacity=0.7)
    canvas.rect(0, 1003, SIZE, 135, "#FBF8EF")
    canvas.rect(0, 1003, SIZE, 10, EARTH, opacity=0.1)
    canvas.rect(0, 1134, SIZE, 14, EARTH, opacity=0.16, filter="url(#blur)")
    stitch(canvas, 0, 1028, [row * 25 for row in RUNNER], 12, {"a": RED, "b": GREEN})


def _rasterise(svg: str) -> Image.Image:
    png = resvg_py.svg_to_bytes(svg_string=svg, font_files=[str(FONT)], skip_system_fonts=True)
    return Image.open(io.BytesIO(bytes(png))).convert("RGB")


def _with_grain(image: Image.Image, seed: int) -> Image.Image:
    """Add ± 4 levels of soft noise: it takes the plastic off and hides banding in the wall."""
    noise = np.random.default_rng(seed).normal(128, 26, (600, 600)).clip(0, 255).astype("uint8")
    grain = np.asarray(Image.fromarray(noise).resize((SIZE, SIZE), Image.Resampling.BILINEAR)).astype("int16")
    pixels = np.asarray(image).astype("int16") + ((grain - 128) // 7)[..., None]
    return Image.fromarray(pixels.clip(0, 255).astype("uint8"))


def lay_flat(canvas: Canvas, outline: str, fill: str) -> None:
    """Lay a flat thing on the wall colour: its soft shadow, then its outline filled."""
    with canvas.moved(24, 30):
        canvas.path(outline, "#0b0806", opacity=0.5, filter="url(#soft)")
    canvas.path(outline, fill)


def wooden_rod(canvas: Canvas, x1: float, x2: float, y: float) -> None:
    """Hang a turned wooden rod on the wall from x1 to x2."""
    canvas.rect(x1 + 20, y + 34, x2 - x1, 18, "#0b0806", opacity=0.4, filter="url(#soft)")
    tone = "#9A6A36"
    canvas.rect(x1, y - 13, x2 - x1, 26, canvas.linear((0, lighter(tone, 0.35)), (0.5, tone), (1, darker(tone)), end=(0, 1)), rx=13)
    for x in (x1, x2):
        canvas.ellipse(x, y, 24, 24, canvas.ball(tone))
