"""Milk, eggs and the hive."""

from math import cos, radians, sin

from canvas import Canvas
from colours import NAVY, WOOD, darker, lighter
from shapes import blobs, heap, leaf, packed
from shelf import BASE
from vessels import block, bowl, dish, jar, spoon

MILK = ["#FBF6EA", "#F3ECD9", "#fffdf6"]
EGGS = ["#E8C9A0", "#F3E4CB", "#D9A877", "#f7efe0", "#DDB287"]
PULP = "#A9A397"
WAX = "#E0A53A"


def labaneh(canvas: Canvas) -> None:
    with bowl(canvas, 570, 640, 200, "#B9603A", depth=0.17) as inside:
        x, y = inside.x, inside.top
        canvas.ellipse(x, y + 4, 306, 96, canvas.ball("#F6F0E0", 0.5, 0.14))
        canvas.ellipse(x, y - 28, 200, 62, canvas.ball("#FBF6EA", 0.6, 0.12))
        canvas.path(
            f"M{x - 120} {y - 40}C{x - 90} {y - 90} {x - 10} {y - 150} {x + 40} {y - 118}"
            f"C{x + 70} {y - 96} {x + 110} {y - 60} {x + 130} {y - 36}Z",
            canvas.ball("#FFFDF6", 0.6, 0.14),
        )
        canvas.path(
            f"M{x - 250} {y + 2}C{x - 200} {y + 70} {x + 190} {y + 74} {x + 250} {y}"
            f"C{x + 170} {y + 36} {x - 170} {y + 36} {x - 250} {y + 2}Z",
            "#B9A62C",
            opacity=0.85,
        )
        canvas.line(
            f"M{x - 170} {y - 6}C{x - 80} {y + 36} {x + 110} {y + 30} {x + 168} {y - 14}"
            f"C{x + 120} {y - 52} {x + 40} {y - 60} {x - 20} {y - 46}",
            "#d8cfb4",
            8,
        )
        leaf(canvas, x + 20, y - 104, 84, -30, "#6f8f45")
        leaf(canvas, x + 24, y - 104, 70, -100, "#7d9d50")
    spoon(canvas, 990, 905, 320, -22)


def labaneh_balls(canvas: Canvas) -> None:
    with jar(canvas, 600, 440, 540, "#C9BC4E", "لبنة", ink=NAVY) as inside:
        spots = packed(inside.x, inside.top - 10, width=inside.width, height=inside.height, columns=4, rows=5)
        blobs(canvas, spots, 62, 58, MILK, turn=5)


def white_cheese(canvas: Canvas) -> None:
    dish(canvas, 600, 760, "#5E8FB0")
    for x, y, width in ((275, BASE - 172, 270), (600, BASE - 162, 270), (430, BASE - 306, 280)):
        _cheese(canvas, x, y, width, 142, specks=True)


def _cheese(canvas: Canvas, x: float, y: float, width: float, height: float, *, specks: bool) -> None:
    r = canvas.random
    block(canvas, x, y, width, height, "#F3ECD4")
    for _ in range(14):
        canvas.ellipse(x + r.uniform(14, width - 14), y + r.uniform(14, height - 14), r.uniform(3, 8), 4, "#cfc49f")
    for _ in range(22 if specks else 0):
        up = r.uniform(0.1, 0.9)
        canvas.ellipse(x + r.uniform(10, width - 10) + up * 54, y - up * 50, 6, 3, "#2b241c")


def boiled_cheese(canvas: Canvas) -> None:
    with jar(canvas, 480, 420, 540, "#CFD6C0", "جبنة", ink=NAVY, lid="#3F6F8F") as inside:
        for x, y in packed(inside.x, inside.top, width=inside.width + 40, height=inside.height, columns=3, rows=5):
            _cheese_in_a_jar(canvas, x, y)
    _cheese(canvas, 770, BASE - 86, 210, 86, specks=True)


def _cheese_in_a_jar(canvas: Canvas, x: float, y: float) -> None:
    with canvas.moved(x, y, canvas.random.uniform(-5, 5)):
        canvas.rect(-72, -40, 144, 80, canvas.linear((0, "#FFFDF5"), (0.7, "#F3ECD8"), (1, "#D9CFB2"), end=(0, 1)), rx=12)
        for _ in range(5):
            canvas.ellipse(canvas.random.uniform(-60, 60), canvas.random.uniform(-28, 28), 5, 3, "#2b241c")


def jameed(canvas: Canvas) -> None:
    with bowl(canvas, 580, 600, 200, "#8A5A3A") as inside:
        for x, y in heap(canvas, inside.x, inside.top + 10, width=400, lift=180, count=5, rows=3):
            _jameed_ball(canvas, x, y, 84)
    _jameed_ball(canvas, 985, 892, 78)


def _jameed_ball(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a stone-hard ball of dried yoghurt: domed, pinched at the top, chalky."""
    r, k = canvas.random, size / 100
    with canvas.moved(x, y, r.uniform(-14, 14), k):
        dome = "M-12 -112C10 -120 22 -98 48 -80C92 -58 108 -8 96 36C86 76 -84 80 -96 36C-108 -6 -88 -58 -48 -82C-30 -94 -30 -106 -12 -112Z"
        canvas.path(dome, canvas.ball(r.choice(["#EFE6CF", "#E9DFC4", "#F4EDDA"]), 0.6, 0.3))
        for _ in range(16):
            canvas.ellipse(r.uniform(-66, 66), r.uniform(-60, 50), r.uniform(4, 9), 4, r.choice(["#d6caa8", "#fbf7ea"]), opacity=0.7)
        for _ in range(2):
            start = f"M{r.uniform(-50, 20):.0f} {r.uniform(-50, 20):.0f}"
            canvas.line(
                f"{start}q{r.uniform(10, 30):.0f} {r.uniform(-10, 10):.0f} {r.uniform(34, 56):.0f} {r.uniform(4, 22):.0f}",
                "#b5a67f",
                3,
                opacity=0.6,
            )


def samneh(canvas: Canvas) -> None:
    with jar(canvas, 500, 410, 500, "#E9C04F", "سمن", ink="#8A4A08") as inside:
        for _ in range(150):
            x, y = inside.x + canvas.random.uniform(-200, 200), inside.top + canvas.random.uniform(0, inside.height)
            canvas.ellipse(x, y, canvas.random.uniform(8, 20), 7, canvas.random.choice(["#F6DE94", "#F3D47C", "#DDB043"]), opacity=0.4)
    with bowl(canvas, 880, 300, 110, "#5E8FB0", depth=0.15) as inside:
        canvas.ellipse(inside.x, inside.top + 2, 130, 38, canvas.ball("#F0CC62", 0.45, 0.2))
        canvas.path(
            f"M{inside.x - 90} {inside.top}"
            f"C{inside.x - 50} {inside.top - 80} {inside.x + 40} {inside.top - 84} {inside.x + 90} {inside.top}Z",
            canvas.ball("#F6DE94", 0.4, 0.22),
        )


def eggs(canvas: Canvas) -> None:
    """A pulp tray of thirty, five rows deep."""
    canvas.shadow(600, BASE - 2, 440, 34)
    canvas.path(f"M200 {BASE - 60}L270 {BASE - 262}H930L1000 {BASE - 60}Z", darker(PULP, 0.35))
    for row in range(5):
        width, y = 560 + row * 44, BASE - 250 + row * 44
        step = width / 5
        scale = 0.88 + row * 0.045
        for i in range(6):
            _egg(canvas, 600 - width / 2 + i * step, y - 34, scale)
        _pulp_cups(canvas, 600 - width / 2 - step / 2, y + 34, step)
    side = canvas.linear((0, lighter(PULP, 0.25)), (0.5, PULP), (1, darker(PULP, 0.25)), end=(0, 1))
    canvas.path(f"M184 {BASE - 56}H1016L990 {BASE}H210Z", side)
    for i in range(6):
        x = 232 + i * 147
        canvas.line(f"M{x} {BASE - 44}V{BASE - 8}", darker(PULP, 0.3), 6, opacity=0.5)


def _egg(canvas: Canvas, x: float, y: float, scale: float) -> None:
    with canvas.moved(x, y, canvas.random.uniform(-6, 6), scale):
        canvas.path(
            "M0 -84C36 -84 62 -22 62 18C62 62 34 82 0 82C-34 82 -62 62 -62 18C-62 -22 -36 -84 0 -84Z",
            canvas.ball(canvas.random.choice(EGGS)),
        )
        canvas.ellipse(-20, -34, 12, 18, "#fff", opacity=0.5)


def _pulp_cups(canvas: Canvas, x: float, y: float, step: float) -> None:
    """Draw the scalloped front wall of one row of six cups."""
    edge = "".join(f"Q{x + (i + 0.5) * step:.0f} {y + 44:.0f} {x + (i + 1) * step:.0f} {y - 14:.0f}" for i in range(6))
    outline = f"M{x:.0f} {y - 14:.0f}{edge}V{y + 60:.0f}H{x:.0f}Z"
    canvas.path(outline, canvas.linear((0, lighter(PULP, 0.3)), (0.6, PULP), (1, darker(PULP, 0.3)), end=(0, 1)))


def honey(canvas: Canvas) -> None:
    with jar(canvas, 540, 400, 480, "#D98A16", "عسل", ink="#8A4A08"):
        pass
    canvas.shadow(860, BASE - 2, 90, 18)
    canvas.ellipse(880, BASE - 4, 104, 17, canvas.ball("#E09A1E", 0.5, 0.15))
    with canvas.moved(872, BASE - 34, 24):
        canvas.rect(-12, -330, 24, 300, canvas.drum(WOOD), rx=10)
        for k in range(6):
            half = (30, 44, 52, 52, 44, 28)[k]
            canvas.rect(-half, -96 + k * 21, half * 2, 16, canvas.drum(WOOD), rx=8)
        canvas.path("M-50 -30C-40 30 44 34 50 -34C30 -14 -30 -10 -50 -30Z", "#D98A16", opacity=0.8)


def beeswax(canvas: Canvas) -> None:
    canvas.shadow(600, BASE - 2, 390, 36)
    _honeycomb(canvas, 300, BASE - 470, 420, 440)
    for x, y in ((470, BASE - 104), (740, BASE - 104), (600, BASE - 214)):
        block(canvas, x - 30, y, 240, 104, WAX, side=48)
        canvas.path(_hexagon(x + 90, y + 52, 36), stroke=darker(WAX, 0.3), stroke_width=5)


def _hexagon(x: float, y: float, radius: float) -> str:
    points = [f"{x + radius * cos(radians(60 * i)):.1f} {y + radius * sin(radians(60 * i)):.1f}" for i in range(6)]
    return f"M{'L'.join(points)}Z"


def _honeycomb(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    canvas.rect(x - 26, y - 26, width + 52, height + 52, canvas.linear((0, lighter(WOOD, 0.3)), (1, darker(WOOD, 0.2)), end=(1, 1)), rx=10)
    canvas.rect(x, y, width, height, "#B9741A")
    with canvas.clipped(f"M{x} {y}h{width}v{height}h{-width}Z"):
        for column in range(11):
            for row in range(11):
                spot = x + column * 45, y + row * 52 + (26 if column % 2 else 0)
                colour = canvas.random.choice(["#F0BE4A", "#E5A92F", "#F6CF6E", "#D9951F"])
                canvas.path(_hexagon(*spot, 27), canvas.ball(colour, 0.3, 0.2), stroke="#C98A1E", stroke_width=4)
