"""What comes out of the oven, and soap."""

from math import cos, radians, sin

from canvas import Canvas
from colours import GREEN, darker, lighter
from shapes import sprig
from shelf import BASE
from vessels import block, dish

CRUST = "#E3B273"
DOUGH = "#E2B878"
SOAPS = ["#E9E3C4", "#DDE0BC", "#EDE6CF"]


def taboun_bread(canvas: Canvas) -> None:
    """One loaf leans at the back with its pebble marks towards us; four lie in front."""
    canvas.shadow(600, BASE - 2, 400, 40)
    _standing_loaf(canvas, 690, BASE - 300, 270)
    for k in range(4):
        x, y, rx = 550 + canvas.random.randint(-16, 16), BASE - 74 - k * 38, 330 - k * 6
        canvas.ellipse(x, y + 22, rx, 76, darker("#C98B4A", 0.3))
        canvas.ellipse(x, y, rx, 74, canvas.ball(CRUST, 0.35, 0.28))
    _scorch(canvas, 550, BASE - 188, 290, 58, count=26)


def _standing_loaf(canvas: Canvas, x: float, y: float, radius: float) -> None:
    canvas.ellipse(x + 12, y + 4, radius, radius * 0.98, darker("#C98B4A", 0.3))
    canvas.ellipse(x, y, radius, radius * 0.98, canvas.ball("#D9A05C", 0.3, 0.35))
    canvas.ellipse(x - 4, y - 4, radius * 0.93, radius * 0.91, canvas.ball("#EBC48A", 0.3, 0.18))
    _scorch(canvas, x, y, radius * 0.86, radius * 0.86, count=34)
    for ring, count in ((0.14, 3), (0.43, 8), (0.7, 13)):
        for i in range(count):
            angle = radians(i * 360 / count + ring * 90 + canvas.random.uniform(-10, 10))
            reach = radius * (ring + canvas.random.uniform(-0.05, 0.05))
            _pebble_mark(canvas, x + reach * cos(angle), y + reach * sin(angle))


def _pebble_mark(canvas: Canvas, x: float, y: float) -> None:
    """Draw the hollow that an oven pebble leaves: dark on the side away from the light's edge, lit opposite, no outline."""
    size = canvas.random.uniform(15, 30)
    with canvas.moved(x, y, canvas.random.uniform(-40, 40)):
        canvas.ellipse(2, 3, size * 1.12, size * 0.8, "#F7DDB0", opacity=0.55)
        hollow = canvas.linear((0, "#8a5526", 0.75), (0.6, "#B97F3F", 0.45), (1, "#D9A35F", 0.1), end=(0.6, 1))
        canvas.ellipse(0, 0, size, size * 0.72, hollow)


def _scorch(canvas: Canvas, x: float, y: float, rx: float, ry: float, *, count: int) -> None:
    r = canvas.random
    for _ in range(count):
        angle, reach = r.uniform(0, 6.28), r.uniform(0.1, 0.9)
        spot = x + cos(angle) * reach * rx, y + sin(angle) * reach * ry
        canvas.ellipse(*spot, r.uniform(10, 30), r.uniform(5, 11), r.choice(["#9c5f28", "#b9783a", "#7c4519"]), opacity=0.5)


def date_cookies(canvas: Canvas) -> None:
    """A dish of moulded ma'amoul, and date-filled ka'ak rings in front."""
    dish(canvas, 600, 800, "#E9E2CF")
    for x, y in ((330, 60), (510, 54), (690, 54), (870, 60), (420, 158), (600, 152), (780, 158), (510, 250), (690, 250), (600, 344)):
        _maamoul(canvas, x, BASE - y)
    for x, y in ((340, 26), (530, 12), (720, 14), (890, 28)):
        _date_ring(canvas, x, BASE - y)


def _maamoul(canvas: Canvas, x: float, y: float) -> None:
    with canvas.moved(x, y):
        canvas.path("M-92 0C-96 -34 -70 -92 0 -94C70 -92 96 -34 92 0C90 22 -90 22 -92 0Z", canvas.ball(DOUGH, 0.42, 0.3))
        for i in range(-4, 5):
            canvas.line(f"M{i * 5} -84Q{i * 22} -52 {i * 20} -4", darker(DOUGH, 0.3), 5, opacity=0.6)
            canvas.line(f"M{i * 5 + 4} -84Q{i * 22 + 5} -52 {i * 20 + 5} -4", lighter(DOUGH, 0.55), 3, opacity=0.7)
        canvas.ellipse(0, -82, 24, 12, canvas.ball(lighter(DOUGH, 0.2)))
        canvas.line("M-88 0Q0 24 88 0", darker(DOUGH, 0.35), 7, opacity=0.7)
        for _ in range(26):
            canvas.ellipse(canvas.random.uniform(-60, 60), canvas.random.uniform(-86, -40), 4, 3, "#fff", opacity=0.55)


def _date_ring(canvas: Canvas, x: float, y: float) -> None:
    tone = "#C98F48"
    canvas.ellipse(x, y + 6, 78, 36, darker(tone, 0.45))
    canvas.ellipse(x, y - 6, 78, 36, canvas.ball(tone, 0.45, 0.25))
    canvas.ellipse(x, y - 4, 30, 12, "#4a2314")
    for i in range(18):
        angle = radians(i * 20)
        canvas.ellipse(x + 55 * cos(angle), y - 6 + 24 * sin(angle), 7, 4, "#F3E2B4")


def nabulsi_soap(canvas: Canvas) -> None:
    canvas.shadow(640, BASE - 2, 390, 36)
    for row, (count, left) in enumerate(((3, 222), (2, 346), (1, 470))):
        for i in range(count):
            _stamped_bar(canvas, left + i * 252, BASE - 122 - row * 128)


def _stamped_bar(canvas: Canvas, x: float, y: float) -> None:
    colour = canvas.random.choice(SOAPS)
    block(canvas, x, y, 242, 122, colour)
    canvas.ring(x + 121, y + 61, 40, darker(colour, 0.35), 5)
    canvas.text(x + 121, y + 72, 34, "بلدي", darker(colour, 0.4))


def herb_soap(canvas: Canvas) -> None:
    """Bars with herbs in them, each in a paper band."""
    canvas.shadow(600, BASE - 2, 380, 34)
    for x, y, colour in ((200, BASE - 116, "#9DB07A"), (510, BASE - 116, "#C9A27A"), (356, BASE - 240, "#B9C29A")):
        block(canvas, x, y, 300, 116, colour, side=48)
        for _ in range(70):
            spot = x + canvas.random.uniform(10, 290), y + canvas.random.uniform(8, 108)
            canvas.ellipse(*spot, canvas.random.uniform(3, 7), 3, darker(colour, canvas.random.choice([0.3, 0.5])), opacity=0.7)
        canvas.path(f"M{x + 84} {y}l48 -44h132l-48 44z", "#FFFDF5")
        canvas.rect(x + 84, y, 132, 116, "#F6F0DF")
        canvas.rect(x + 94, y + 10, 112, 96, "none", stroke=GREEN, stroke_width=4)
        canvas.text(x + 150, y + 70, 38, "صابون", GREEN)
    sprig(canvas, 890, 950, -48, pairs=3, length=70, colour="#7d9560")
    sprig(canvas, 886, 952, -82, pairs=3, length=66, colour="#8FA384")
