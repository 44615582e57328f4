"""Fresh fruit and vegetables in crates, dried fruit and nuts in bowls."""

from math import cos, radians, sin

from canvas import Canvas
from colours import GREEN, darker, lighter
from oils_and_jars import date
from shapes import almond, blobs, bunch, cut_fig, fig, heap, leaf, rod, tomato, vine_leaf
from shelf import BASE
from vessels import bowl, crate, label

GREEN_GRAPES = ["#A9B94E", "#bccb66", "#94a53c", "#c9d47c"]
FIGS = ["#4B3355", "#5d3f63", "#3c2847", "#6b5560"]
VINE = ["#5f7f38", "#6f8f45", "#7d9d50", "#567534"]


# Fresh


def grapes(canvas: Canvas) -> None:
    with crate(canvas, 600, 760, 240) as inside:
        spots = heap(canvas, inside.x, inside.top + 10, width=590, lift=150, count=10, rows=5)
        blobs(canvas, spots, 44, 44, GREEN_GRAPES)
    for x, y, rows in ((450, 720, 5), (745, 716, 5)):
        bunch(canvas, x, y, GREEN_GRAPES, berry=35, rows=rows)
    vine_leaf(canvas, 540, 655, 104, -38, VINE[0])
    vine_leaf(canvas, 668, 662, 92, 40, VINE[1])


def fresh_figs(canvas: Canvas) -> None:
    with crate(canvas, 600, 760, 230) as inside:
        for x, y in heap(canvas, inside.x, inside.top + 6, width=540, lift=130, count=6, rows=4):
            fig(canvas, x, y, 70 * canvas.random.uniform(0.94, 1.06), canvas.random.choice(FIGS), turn=canvas.random.uniform(-26, 26))
        cut_fig(canvas, 470, inside.top - 26, 66)
        cut_fig(canvas, 700, inside.top - 20, 64)


def cucumbers_and_tomatoes(canvas: Canvas) -> None:
    with crate(canvas, 600, 780, 240) as inside:
        for i in range(5):
            x, y = inside.x - 255 + i * 66, inside.top - 70 - i % 2 * 34
            rod(canvas, x, y, 290, 78, canvas.random.choice(["#4f7d35", "#5a8a3c", "#456f2e"]), turn=-64 + i * 9)
        for dx, dy in ((70, -120), (205, -100), (140, -24), (268, -16), (20, -14), (-110, 4), (-245, 4)):
            tomato(canvas, inside.x + dx, inside.top + dy, 80)


def aubergines(canvas: Canvas) -> None:
    with crate(canvas, 600, 780, 230) as inside:
        for x, y in heap(canvas, inside.x, inside.top + 4, width=470, lift=130, count=5, rows=3):
            _aubergine(canvas, x, y, canvas.random.uniform(-24, 24))


def _aubergine(canvas: Canvas, x: float, y: float, turn: float) -> None:
    colour = canvas.random.choice(["#4a2452", "#5b2d5f", "#3d1d47"])
    shape = "M-110 -34C-40 -50 60 -70 118 -46C160 -26 160 40 112 54C50 72 -50 46 -110 32Z"
    with canvas.moved(x, y, turn):
        canvas.path(shape, canvas.ball(colour, 0.4, 0.4))
        canvas.line("M-70 -18Q30 -40 104 -24", "#fff", 10, opacity=0.35)
        canvas.path(
            "M-118 -38C-96 -50 -72 -44 -52 -30L-74 -12L-44 2L-74 14L-56 34C-80 44 -102 42 -118 34Z", canvas.ball("#6d8a3c", 0.3, 0.3)
        )
        canvas.line("M-116 0Q-140 -2 -158 -20", "#5f7a34", 18)


def okra(canvas: Canvas) -> None:
    with crate(canvas, 600, 720, 220) as inside:
        canvas.ellipse(inside.x, inside.top, 280, 80, "#3f5a26")
        for x, y in heap(canvas, inside.x, inside.top + 8, width=500, lift=140, count=9, rows=6):
            _okra_pod(canvas, x, y, canvas.random.choice([0, 180]) + canvas.random.uniform(-42, 42))
    _okra_pod(canvas, 940, 962, 190)


def _okra_pod(canvas: Canvas, x: float, y: float, turn: float) -> None:
    colour = canvas.random.choice(["#7fa045", "#8fae52", "#6d903a", "#9cb85f"])
    with canvas.moved(x, y, turn):
        canvas.path("M-66 -24C-20 -32 40 -16 92 8C46 14 -20 30 -66 24Z", canvas.ball(colour, 0.35, 0.35))
        canvas.line("M-60 -8Q10 -14 84 7M-60 9Q10 10 84 8", darker(colour, 0.3), 3, opacity=0.7)
        canvas.path("M-92 -10C-80 -24 -66 -28 -56 -27C-60 -8 -60 8 -56 27C-68 28 -82 22 -92 10Z", canvas.ball(darker(colour, 0.18)))


def akkoub(canvas: Canvas) -> None:
    with crate(canvas, 510, 680, 190) as inside:
        canvas.ellipse(inside.x, inside.top, 290, 80, "#44592c")
        for x, y in heap(canvas, inside.x, inside.top - 40, width=440, lift=140, count=4, rows=3):
            _akkoub_head(canvas, x, y, canvas.random.uniform(-38, 38), 1.06)
    _akkoub_head(canvas, 930, 912, -62, 0.82)


def _akkoub_head(canvas: Canvas, x: float, y: float, turn: float, scale: float) -> None:
    """Draw a cleaned head: pale stalk below, spiny cut leaves around a scaly green bud."""
    r = canvas.random
    with canvas.moved(x, y, turn, scale):
        rod(canvas, 0, 92, 120, 58, "#E9DFB6", turn=90)
        for i in range(11):
            _spiny_leaf(
                canvas, (i - 5) * 17 + r.uniform(-4, 4), r.uniform(112, 140) - abs(i - 5) * 4, r.choice(["#7f9a4b", "#6c8740", "#93ab5c"])
            )
        canvas.path("M0 -74C46 -62 68 -12 58 30C50 64 -50 64 -58 30C-68 -12 -46 -62 0 -74Z", canvas.ball("#A3B45F", 0.4, 0.35))
        for row in range(4):
            for i in range(4 - row % 2):
                across, up = (i - (3 - row % 2) / 2) * 27, 42 - row * 24
                canvas.line(
                    f"M{across - 14} {up}Q{across - 6} {up - 22} {across} {up - 30}Q{across + 6} {up - 22} {across + 14} {up}",
                    "#5f7633",
                    4,
                    opacity=0.7,
                )
        canvas.line("M0 -72v-16M-12 -68l-7 -14M12 -68l7 -14", "#b48a86", 6)


def _spiny_leaf(canvas: Canvas, turn: float, length: float, colour: str) -> None:
    with canvas.moved(0, 30, turn):
        n = length
        canvas.path(
            f"M-9 0L-11 {-n * 0.35:.0f}L-28 {-n * 0.45:.0f}L-11 {-n * 0.55:.0f}L-22 {-n * 0.78:.0f}L-6 {-n * 0.78:.0f}L0 {-n:.0f}"
            f"L6 {-n * 0.78:.0f}L22 {-n * 0.78:.0f}L11 {-n * 0.55:.0f}L28 {-n * 0.45:.0f}L11 {-n * 0.35:.0f}L9 0Z",
            canvas.ball(colour, 0.25, 0.3),
        )
        canvas.line(f"M0 0V{-n * 0.9:.0f}", lighter(colour, 0.45), 4)


def green_almonds(canvas: Canvas) -> None:
    with crate(canvas, 600, 720, 220) as inside:
        canvas.ellipse(inside.x, inside.top, 280, 80, "#5f7a3a")
        for x, y in heap(canvas, inside.x, inside.top + 4, width=520, lift=150, count=8, rows=5):
            turn = canvas.random.choice([0, 180]) + canvas.random.uniform(-50, 50)
            almond(canvas, x, y, 138, canvas.random.choice(["#A8BF6A", "#B9CC80", "#97B05A"]), turn=turn)
    leaf(canvas, 560, 640, 150, -40, "#6f8f45")
    leaf(canvas, 575, 645, 140, 12, "#7d9d50")
    almond(canvas, 935, 958, 112, "#A8BF6A", turn=160)


def fresh_grape_leaves(canvas: Canvas) -> None:
    with crate(canvas, 600, 720, 200) as inside:
        for x, y in heap(canvas, inside.x, inside.top - 30, width=440, lift=120, count=4, rows=3):
            vine_leaf(canvas, x, y, canvas.random.uniform(128, 150), canvas.random.uniform(-50, 50), canvas.random.choice(VINE))
    vine_leaf(canvas, 600, 790, 168, 12, VINE[1])


# Dried fruit and nuts


def jumbo_dates(canvas: Canvas) -> None:
    with bowl(canvas, 600, 700, 220, "#D9C9A6") as inside:
        for x, y in heap(canvas, inside.x, inside.top + 40, width=470, lift=240, count=6, rows=6, sag=0.06):
            date(canvas, x, y, 1.06)


def standard_dates(canvas: Canvas) -> None:
    with crate(canvas, 600, 700, 230, "#D9B98A") as inside:
        for x, y in heap(canvas, inside.x, inside.top + 6, width=540, lift=90, count=8, rows=4):
            date(canvas, x, y, 0.84)
    label(canvas, 455, BASE - 190, 290, 140, "مجهول", "#5A2C18")


def raisins(canvas: Canvas) -> None:
    with bowl(canvas, 600, 640, 210, "#3F6F8F") as inside:
        canvas.ellipse(inside.x, inside.top - 20, 200, 80, "#2f1a16")
        for x, y in heap(canvas, inside.x, inside.top + 44, width=510, lift=215, count=15, rows=10, sag=0.06):
            _raisin(canvas, x, y)
    for x, y in ((985, 950), (1030, 966), (215, 962)):
        _raisin(canvas, x, y)


def _raisin(canvas: Canvas, x: float, y: float) -> None:
    colour = canvas.random.choice(["#6f3f28", "#84502f", "#9a6236", "#5a2f22", "#a9713f"])
    with canvas.moved(x, y, canvas.random.uniform(-60, 60)):
        canvas.path(
            "M-30 2C-30 -16 -8 -22 8 -19C26 -16 34 -4 29 8C22 22 -4 22 -14 18C-24 16 -30 12 -30 2Z", canvas.ball(colour, 0.42, 0.42)
        )
        canvas.line("M-16 2Q-2 -6 18 2M-6 11Q4 7 14 11", darker(colour, 0.4), 2.5, opacity=0.55)


def dried_figs(canvas: Canvas) -> None:
    with bowl(canvas, 580, 600, 210, "#8A5A3A") as inside:
        for x, y in heap(canvas, inside.x, inside.top + 24, width=390, lift=190, count=5, rows=5, sag=0.06):
            _dried_fig(canvas, x, y, 80)
    _dried_fig(canvas, 960, 908, 68)


def _dried_fig(canvas: Canvas, x: float, y: float, size: float) -> None:
    colour = canvas.random.choice(["#C9A063", "#B88B50", "#D6B27A", "#A97B44"])
    with canvas.moved(x, y, canvas.random.uniform(-20, 20)):
        canvas.ellipse(0, 8, size, size * 0.72, darker(colour, 0.4))
        canvas.ellipse(0, 0, size, size * 0.72, canvas.ball(colour, 0.4, 0.3))
        for i in range(12):
            c, s = cos(radians(i * 30)), sin(radians(i * 30))
            canvas.line(
                f"M{c * size * 0.24:.0f} {s * size * 0.17:.0f}L{c * size * 0.8:.0f} {s * size * 0.56:.0f}",
                darker(colour, 0.35),
                3,
                opacity=0.55,
            )
        canvas.ellipse(0, 0, size * 0.16, size * 0.12, darker(colour, 0.55))


def almonds_in_shell(canvas: Canvas) -> None:
    with bowl(canvas, 600, 620, 210, GREEN) as inside:
        for x, y in heap(canvas, inside.x, inside.top + 36, width=450, lift=210, count=7, rows=6, sag=0.06):
            _shell(canvas, x, y, 128)
    _shell(canvas, 985, 945, 104)
    _shell(canvas, 205, 945, 104)


def _shell(canvas: Canvas, x: float, y: float, length: float) -> None:
    turn = canvas.random.choice([0, 180]) + canvas.random.uniform(-50, 50)
    almond(canvas, x, y, length, canvas.random.choice(["#C99A62", "#B98851", "#D6AC78"]), turn=turn, pits=True)
