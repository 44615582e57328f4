"""Herbs in bowls and bunches, grains and pulses in sacks."""

from canvas import Canvas
from colours import GREEN, NAVY, darker, lighter
from shapes import blob, daisy, heap, leaf, sprig, wheat_ear
from shelf import BASE
from vessels import Inside, bowl, powder, sack, spoon

SAGE_GREENS = ["#8FA384", "#7b9173", "#a5b79a", "#6f8768"]
THYME_GREENS = ["#6f8350", "#7f945c", "#5f7445", "#8fa06a"]


# Herbs


def zaatar(canvas: Canvas) -> None:
    with bowl(canvas, 600, 680, 240, "#3F6F8F") as inside:
        powder(canvas, inside, "#7C8A3C", ["#5E6B28", "#98a552", "#D9C48A", "#7e2b33", "#E6D9A8"])
    sprig(canvas, 150, 960, -14, pairs=4, length=62, colour="#7d9560")


def dried_thyme(canvas: Canvas) -> None:
    canvas.shadow(600, BASE - 4, 300, 30)
    for i in range(17):
        turn = (i - 8) * 5.2 + canvas.random.uniform(-3, 3)
        _thyme_twig(canvas, 600 + (i - 8) * 5, BASE - 190, canvas.random.uniform(300, 430), turn)
    _tied_stalks(canvas, "#7d6a45", NAVY)


def _thyme_twig(canvas: Canvas, x: float, y: float, height: float, turn: float) -> None:
    colour = canvas.random.choice(THYME_GREENS)
    with canvas.moved(x, y, turn):
        canvas.line(f"M0 0V{-height:.0f}", "#75603c", 5)
        for k in range(int((height - 70) / 24)):
            up = -70 - k * 24
            for side in (-35, 215):
                leaf(canvas, 0, up, 46 - k * 0.8, side + canvas.random.uniform(-12, 12), colour)
        leaf(canvas, 0, -height + 6, 34, -90, lighter(colour, 0.15))


def _tied_stalks(canvas: Canvas, colour: str, string: str) -> None:
    for i in range(13):
        shade = canvas.random.choice([colour, lighter(colour, 0.18), darker(colour, 0.15)])
        canvas.line(f"M{572 + i * 4.6:.0f} {BASE - 200}L{524 + i * 12.6:.0f} {BASE - 6}", shade, 11)
    canvas.rect(546, BASE - 228, 108, 46, canvas.drum(string), rx=14)


def duqqa(canvas: Canvas) -> None:
    with bowl(canvas, 560, 620, 220, "#B9603A") as inside:
        powder(canvas, inside, "#B07A3C", ["#8d5a26", "#D9B26A", "#E8D3A0", "#7a3f1d", "#C9963F"])
    spoon(canvas, 960, 905, 330, -24)
    canvas.ellipse(960, 902, 30, 34, "#B98544")


def sumac(canvas: Canvas) -> None:
    with bowl(canvas, 560, 620, 225, "#E9E2CF") as inside:
        powder(canvas, inside, "#8A2233", ["#6d1626", "#a83a49", "#7b1f2e"])
    _sumac_cluster(canvas, 960, 935)


def _sumac_cluster(canvas: Canvas, x: float, y: float) -> None:
    canvas.line(f"M{x + 70} {y + 10}L{x - 60} {y - 40}", "#6b4a2a", 8)
    for row in range(7):
        for i in range(3 + row % 2):
            spot = x - 90 + row * 24 + canvas.random.uniform(-5, 5), y - 46 + row * 9 + (i - 1.4) * 21
            blob(canvas, *spot, 15, 14, canvas.random.choice(["#9c2a3a", "#7f1d2d", "#b23b48"]))


def dried_sage(canvas: Canvas) -> None:
    canvas.shadow(600, BASE - 4, 330, 30)
    for i in range(30):
        turn = -90 + (i - 14.5) * 3.6 + canvas.random.uniform(-4, 4)
        leaf(
            canvas,
            600 + canvas.random.randint(-24, 24),
            BASE - 190,
            canvas.random.randint(260, 430),
            turn,
            canvas.random.choice(SAGE_GREENS),
        )
    _tied_stalks(canvas, "#7d7a4f", "#A3213A")


def dried_chamomile(canvas: Canvas) -> None:
    with bowl(canvas, 600, 640, 220, "#7E9FB8") as inside:
        canvas.ellipse(inside.x, inside.top - 10, 270, 80, "#b9a23c")
        for x, y in heap(canvas, inside.x, inside.top + 36, width=510, lift=180, count=10, rows=7, sag=0.06):
            daisy(canvas, x, y, canvas.random.uniform(40, 52), canvas.random.uniform(0, 30))
    for x, y in ((985, 948), (225, 962)):
        daisy(canvas, x, y, 44, 12)


def dried_molokhia(canvas: Canvas) -> None:
    with bowl(canvas, 600, 680, 230, "#C9A25E") as inside:
        powder(canvas, inside, "#4E6234", ["#3c4f27", "#6a7f48", "#5a7040"], count=500)
        _loose_leaves(canvas, inside)
    for k in range(4):
        y = BASE - 196 + k * 46
        reach = (308, 284, 246, 190)[k]
        canvas.line(f"M{600 - reach} {y}Q600 {y + 78} {600 + reach} {y}", "#8d6a2c", 5, opacity=0.5)
    leaf(canvas, 225, 958, 120, -12, "#56703c")


def _loose_leaves(canvas: Canvas, inside: Inside) -> None:
    for x, y in heap(canvas, inside.x, inside.top + 6, width=470, lift=170, count=12, rows=8):
        colour = canvas.random.choice(["#455c2e", "#5d7540", "#6d8450", "#3d5229"])
        leaf(canvas, x - 20, y, canvas.random.uniform(50, 74), canvas.random.uniform(-50, 40), colour)


# Grains and pulses


def freekeh(canvas: Canvas) -> None:
    sack(canvas, 510, 560, 500, "#97994F", 8, "فريكة")
    for x, height, turn in ((855, 330, -7), (895, 390, 2), (935, 320, 9)):
        wheat_ear(canvas, x, BASE - 4, height, turn, "#8f9a4a")


def bulgur(canvas: Canvas) -> None:
    sack(canvas, 525, 550, 500, "#C9983F", 8, "برغل")
    with bowl(canvas, 925, 250, 100, "#C7703F") as inside:
        powder(canvas, inside, "#C9983F", ["#E3BE72", "#B07F2C", "#D9AC55"], count=380, size=1.3)


def maftoul(canvas: Canvas) -> None:
    sack(canvas, 600, 600, 500, "#E6CB8E", 9, "مفتول")


def durum_wheat(canvas: Canvas) -> None:
    sack(canvas, 510, 560, 500, "#D0A04A", 9, "قمح")
    for x, height, turn in ((850, 350, -7), (895, 410, 2), (938, 340, 9)):
        wheat_ear(canvas, x, BASE - 4, height, turn, "#C98F2E")


def lentils(canvas: Canvas) -> None:
    sack(canvas, 525, 550, 500, "#9A5B32", 9, "عدس")
    with bowl(canvas, 925, 250, 100, "#EDE6D2") as inside:
        _seeds(canvas, inside, ["#9A5B32", "#b2713f", "#84491f"], 11)


def chickpeas(canvas: Canvas) -> None:
    sack(canvas, 525, 550, 500, "#DDB877", 14, "حمص")
    with bowl(canvas, 925, 250, 100, "#3F6F8F") as inside:
        _seeds(canvas, inside, ["#E0BE82", "#EBCF9C", "#CFA866"], 17)


def sesame(canvas: Canvas) -> None:
    sack(canvas, 525, 550, 500, "#E6D5A8", 6, "سمسم")
    with bowl(canvas, 925, 250, 100, GREEN) as inside:
        powder(canvas, inside, "#E3CE9C", ["#F2E4BE", "#D8BF85", "#C9AB6B", "#fbf3d8"], count=420)


def _seeds(canvas: Canvas, inside: Inside, colours: list[str], size: float) -> None:
    canvas.ellipse(inside.x, inside.top, inside.width * 0.4, 34, darker(colours[0], 0.3))
    count = round(inside.width * 0.72 / (size * 1.5))
    for x, y in heap(canvas, inside.x, inside.top + 14, width=inside.width * 0.72, lift=72, count=count, rows=6):
        blob(canvas, x, y, size, size * 0.85, canvas.random.choice(colours), turn=canvas.random.uniform(-40, 40))
