"""Oils, pickles, jams, pastes and syrups: everything that comes in a bottle, a tin or a jar."""

from canvas import Canvas
from colours import GREEN, RED, WOOD, darker, lighter
from shapes import blob, blobs, bunch, chilli, cut_fig, fig, heap, leaf, packed, rod, sprig, tomato, vine_leaf
from shelf import BASE
from vessels import bottle, bowl, dish, jar, powder

GREEN_OLIVES = ["#8b9a3f", "#9fae52", "#76862f"]
BLACK_OLIVES = ["#2b2430", "#3a2c38", "#4a343c", "#241d26"]
PICKLE_LID = "#C9A227"
DATES = ["#6B3419", "#7F4322", "#5A2B15", "#8E5029"]
BLACK_GRAPES = ["#3d2548", "#4e3058", "#2f1c3a", "#5d3b62"]


# Oils and tahini


def olive_oil(canvas: Canvas) -> None:
    bottle(canvas, 490, 230, 690, "#B7A32A", "زيت")
    bottle(canvas, 735, 190, 500, "#A6962A", "زيت")
    sprig(canvas, 790, 935, 172, pairs=4, length=80)
    for x, y, colour in ((905, 930, "#5d6d2b"), (975, 946, "#7d8a3b"), (850, 962, "#44392f")):
        blob(canvas, x, y, 34, 28, colour, turn=-20)


def olive_oil_tin(canvas: Canvas) -> None:
    x, w, h = 600, 440, 640
    top = BASE - h
    canvas.shadow(x, BASE - 4, w * 0.6, 36)
    canvas.rect(x - w / 2, top, w, h, canvas.drum("#2F5A34"), rx=14)
    for y in (top, BASE - 26):
        canvas.rect(x - w / 2, y, w, 26, canvas.drum("#C9CDC4"), rx=12)
    canvas.path(f"M{x - 80} {top}v-34q0-30 30-30h100q30 0 30 30v34", stroke="#B4B9AE", stroke_width=20)
    canvas.rect(x + 110, top - 34, 70, 40, canvas.drum("#E0A526"), rx=8)
    for y in (top + 60, BASE - 90):
        canvas.rect(x - w / 2, y, w, 30, "#F0B73A")
    canvas.ellipse(x, top + 300, 158, 158, "#FBF6E6")
    canvas.ring(x, top + 300, 144, RED, 7)
    canvas.text(x, top + 300, 130, "زيت", RED)
    canvas.text(x, top + 376, 44, "زيتون بلدي", "#2F5A34")
    sprig(canvas, x - 70, top + 510, -8, pairs=3, length=56, colour="#C8D08A")
    sheen = canvas.linear((0, "#fff", 0.05), (0.12, "#fff", 0.3), (0.22, "#fff", 0), (0.7, "#000", 0), (1, "#000", 0.34))
    canvas.rect(x - w / 2, top, w, h, sheen, rx=14)


def beit_jala_oil(canvas: Canvas) -> None:
    bottle(canvas, 470, 290, 620, "#56702F", "بيت جالا", cap="#B98A55")
    with bowl(canvas, 800, 330, 96, "#F1E9D6", depth=0.16) as inside:
        canvas.ellipse(inside.x, inside.top + 8, 142, 40, canvas.ball("#C2AB2C", 0.4, 0.25))
        canvas.ellipse(inside.x - 46, inside.top - 4, 34, 9, "#fff", opacity=0.55)
    sprig(canvas, 985, 948, 188, pairs=3, length=72)
    blob(canvas, 640, 962, 36, 29, "#7d8a3b", turn=-12)
    blob(canvas, 1010, 958, 34, 28, "#5d6d2b", turn=12)


def red_tahini(canvas: Canvas) -> None:
    with jar(canvas, 480, 390, 500, "#9A5A2B", "طحينة", ink="#7A3E18", lid="#7A3E18"):
        pass
    with bowl(canvas, 860, 300, 110, "#C7703F") as inside:
        powder(canvas, inside, "#E3CE9C", ["#F2E4BE", "#D8BF85", "#C9AB6B"], count=420)


# Pickles and olives


def cracked_green_olives(canvas: Canvas) -> None:
    with jar(canvas, 520, 380, 500, "#9aa653", "رصيع", ink=GREEN, lid=PICKLE_LID) as inside:
        for x, y in packed(inside.x, inside.top, width=inside.width, height=inside.height, columns=4, rows=6):
            _cracked_olive(canvas, x, y, 56, 46)
    for x, y in ((830, 935), (925, 948), (815, 972)):
        _cracked_olive(canvas, x, y, 48, 40)
    leaf(canvas, 880, 905, 130, -30)


def _cracked_olive(canvas: Canvas, x: float, y: float, rx: float, ry: float) -> None:
    turn = canvas.random.uniform(-30, 30)
    blob(canvas, x, y, rx, ry, canvas.random.choice(GREEN_OLIVES), turn=turn)
    with canvas.moved(x, y, turn):
        canvas.line(
            f"M{-rx * 0.2:.0f} {-ry * 0.05:.0f}Q{rx * 0.2:.0f} {ry * 0.25:.0f} {rx * 0.6:.0f} {ry * 0.2:.0f}", "#56631f", 6, opacity=0.8
        )


def black_olives(canvas: Canvas) -> None:
    with jar(canvas, 520, 380, 500, "#5a4436", "زيتون", ink="#3a2c38", lid="#8A1F2B") as inside:
        spots = packed(inside.x, inside.top, width=inside.width, height=inside.height, columns=4, rows=6)
        blobs(canvas, spots, 54, 45, BLACK_OLIVES, turn=30)
    for x, y, turn in ((815, 940, -20), (920, 950, 15), (850, 976, 30)):
        blob(canvas, x, y, 48, 38, canvas.random.choice(BLACK_OLIVES), turn=turn)
    leaf(canvas, 880, 908, 130, -28)


def chili_paste(canvas: Canvas) -> None:
    with jar(canvas, 520, 370, 460, "#B3241A", "شطة", lid=GREEN) as inside:
        for _ in range(170):
            x, y = inside.x + canvas.random.uniform(-180, 180), inside.top + canvas.random.uniform(10, inside.height)
            canvas.ellipse(x, y, 5, 3, canvas.random.choice(["#F0C27A", "#D6402A", "#8d1710"]), opacity=0.75)
    chilli(canvas, 800, 930, 250, -14)
    chilli(canvas, 1000, 962, 220, 176, "#D6402A")


def preserved_grape_leaves(canvas: Canvas) -> None:
    with jar(canvas, 560, 400, 540, "#8d8a3c", "ورق عنب", ink=GREEN, lid=PICKLE_LID) as inside:
        for place in range(12):
            row, i = divmod(place, 6)
            shade = canvas.random.choice(["#5f6a2a", "#6d7631", "#515d24", "#77803a"])
            x, y = inside.x + (i - 2.5) * 70, inside.top + 95 + row * 240
            rod(canvas, x, y, 230, 74, shade, turn=90 + canvas.random.uniform(-5, 5))
            for bend in (-12, 10):
                canvas.line(f"M{x + bend:.0f} {y - 90:.0f}q{bend} 90 0 180", lighter(shade, 0.3), 3, opacity=0.6)
    vine_leaf(canvas, 930, 850, 120, 24, "#6f8a3c")
    canvas.line("M884 946Q905 910 925 862", "#6f7d35", 8)


def pickled_cucumber(canvas: Canvas) -> None:
    with jar(canvas, 600, 400, 540, "#b9b05a", "خيار", ink=GREEN, lid=PICKLE_LID) as inside:
        for row in range(2):
            for i in range(5):
                x, y = inside.x + (i - 2) * 84 + canvas.random.uniform(-8, 8), inside.top + 110 + row * 250
                _gherkin(canvas, x, y, 260, 88, 90 + canvas.random.uniform(-7, 7))
    _gherkin(canvas, 925, 930, 190, 70, -10)


def _gherkin(canvas: Canvas, x: float, y: float, length: float, width: float, turn: float) -> None:
    rod(canvas, x, y, length, width, canvas.random.choice(["#6d7d33", "#7c8a3c", "#5f702c"]), turn=turn)
    with canvas.moved(x, y, turn):
        for _ in range(16):
            spot = canvas.random.uniform(-0.42, 0.42) * length, canvas.random.uniform(-0.36, 0.36) * width
            canvas.ellipse(*spot, 4, 3, "#c4cc84", opacity=0.7)


def mixed_pickles(canvas: Canvas) -> None:
    with jar(canvas, 600, 410, 560, "#cdbf78", "مخلل", ink=GREEN, lid="#8A1F2B") as inside:
        spots = packed(inside.x, inside.top - 10, width=inside.width, height=inside.height, columns=4, rows=6)
        for i, (x, y) in enumerate(spots):
            _pickled_piece(canvas, (i * 3 + i // 4) % 5, x, y)
    chilli(canvas, 900, 935, 170, 8, "#7f9a3a")


def _pickled_piece(canvas: Canvas, kind: int, x: float, y: float) -> None:
    r = canvas.random
    if kind == 0:
        canvas.ellipse(x, y, 52, 46, canvas.ball("#E0792A", 0.35, 0.25))
        canvas.ellipse(x, y, 22, 19, "#EFA04F")
    elif kind == 1:
        blobs(
            canvas,
            iter([(x + dx, y + dy) for dx, dy in ((-30, 8), (28, 10), (0, 14), (-16, -18), (18, -20), (0, -2))]),
            27,
            25,
            ["#F4EDD2", "#EADFBC"],
            glint=False,
        )
    elif kind == 2:
        _gherkin(canvas, x, y, 120, 66, r.uniform(-30, 30))
    elif kind == 3:
        rod(canvas, x, y, 130, 48, "#D46A8F", turn=r.uniform(-25, 25))
    else:
        chilli(canvas, x - 55, y, 130, r.uniform(-14, 14), "#B92C1F")


def makdous(canvas: Canvas) -> None:
    with jar(canvas, 580, 420, 560, "#b88a2a", "مكدوس", ink="#4B2E4A", lid="#4B2E4A") as inside:
        for x, y in packed(inside.x, inside.top + 10, width=inside.width, height=inside.height, columns=4, rows=4):
            _stuffed_aubergine(canvas, x, y, 1, canvas.random.uniform(-16, 16))
    _stuffed_aubergine(canvas, 905, 905, 0.82, 68)


def _stuffed_aubergine(canvas: Canvas, x: float, y: float, scale: float, turn: float) -> None:
    with canvas.moved(x, y, turn, scale):
        canvas.path(
            "M-24 -66C-34 -30 -62 0 -56 38C-50 78 50 78 56 38C62 0 34 -30 24 -66Z",
            canvas.ball(canvas.random.choice(["#4B2E4A", "#5a3a50", "#3d2540"])),
        )
        canvas.path("M-8 -30C-22 10 -18 40 0 62C18 40 20 10 8 -30Z", "#9c3322")
        for _ in range(9):
            canvas.ellipse(
                canvas.random.uniform(-9, 9), canvas.random.uniform(-14, 44), 6, 4, canvas.random.choice(["#E6C48A", "#C9632F", "#F1DDB0"])
            )
        canvas.ellipse(0, -66, 26, 12, "#6b6a35")
        canvas.ellipse(-32, 10, 7, 20, "#fff", opacity=0.35)


def pickled_turnip(canvas: Canvas) -> None:
    with jar(canvas, 560, 400, 540, "#D88AA6", "لفت", ink="#9B2C5A", lid=PICKLE_LID) as inside:
        for x, y in packed(inside.x, inside.top, width=inside.width, height=inside.height, columns=3, rows=9):
            _turnip_stick(canvas, x, y, canvas.random.choice(["#D46A8F", "#E288A8", "#C7527D", "#EBA3BC"]), canvas.random.uniform(-24, 24))
    with canvas.moved(905, 895):
        canvas.ellipse(0, 0, 82, 66, canvas.ball("#F2E8EC", 0.5, 0.2))
        canvas.path("M-81 -8C-74 -60 -26 -66 0 -66C30 -66 74 -60 81 -8C40 -26 -40 -26 -81 -8Z", canvas.ball("#A84A86", 0.3, 0.25))
        canvas.line("M0 -62q-14 -40 -36 -52M2 -62q2 -44 10 -70M4 -62q20 -30 42 -40", "#6b8a3a", 11)
        canvas.line("M0 64q4 18 26 20", "#E5D3DA", 8)


def _turnip_stick(canvas: Canvas, x: float, y: float, colour: str, turn: float) -> None:
    with canvas.moved(x, y, turn):
        canvas.rect(-80, -26, 160, 52, canvas.linear((0, lighter(colour, 0.4)), (0.5, colour), (1, darker(colour, 0.25)), end=(0, 1)), rx=9)


# Jams, pastes, dried tomatoes


def apricot_jam(canvas: Canvas) -> None:
    with jar(canvas, 500, 370, 450, "#DE7F1F", "مشمش", ink="#A3450C"):
        pass
    for x, y, size in ((800, 890, 74), (945, 898, 66)):
        blob(canvas, x, y, size, size * 0.94, "#F0A23C", glint=False)
        canvas.line(f"M{x - 8} {y - size * 0.86:.0f}Q{x + 26} {y} {x + 4} {y + size * 0.84:.0f}", "#C9701C", 5, opacity=0.7)
        canvas.ellipse(x - size * 0.45, y + size * 0.1, size * 0.22, size * 0.32, "#D9542A", opacity=0.22)
    leaf(canvas, 800, 826, 96, -24, "#6f8f45")


def fig_jam(canvas: Canvas) -> None:
    with jar(canvas, 500, 370, 450, "#6B2440", "تين", ink="#6B2440") as inside:
        for _ in range(130):
            x, y = inside.x + canvas.random.uniform(-180, 180), inside.top + canvas.random.uniform(10, inside.height)
            canvas.ellipse(x, y, 5, 4, "#E0B070", opacity=0.55)
    fig(canvas, 810, 880, 78, "#4B3355")
    cut_fig(canvas, 955, 890, 70)


def quince_jam(canvas: Canvas) -> None:
    with jar(canvas, 480, 370, 450, "#C9561F", "سفرجل", ink="#8f3410"):
        pass
    _quince(canvas, 800, 872, 0.9)
    _quince(canvas, 960, 888, 0.76)
    leaf(canvas, 806, 772, 110, -28, "#7f955a")


def _quince(canvas: Canvas, x: float, y: float, scale: float) -> None:
    shape = (
        "M-20 -104C-62 -100 -52 -62 -76 -40C-112 -8 -102 92 -22 88Q0 82 22 88C102 92 112 -8 76 -40C52 -62 62 -100 20 -104Q0 -94 -20 -104Z"
    )
    with canvas.moved(x, y, 4, scale):
        canvas.path(shape, canvas.ball("#E2BE3A", 0.4, 0.3))
        canvas.line("M0 -96q4 -22 18 -30", "#5c4a2e", 10)
        canvas.ellipse(-40, -14, 16, 26, "#fff", opacity=0.3)
        for _ in range(30):
            canvas.ellipse(canvas.random.uniform(-70, 70), canvas.random.uniform(-30, 70), 3, 2, "#A8871E", opacity=0.5)


def tomato_paste(canvas: Canvas) -> None:
    with jar(canvas, 500, 400, 500, "#A32616", "بندورة", ink="#A32616", lid=GREEN):
        pass
    tomato(canvas, 835, 880, 84)
    tomato(canvas, 985, 900, 66)


def dried_tomatoes_in_oil(canvas: Canvas) -> None:
    with jar(canvas, 520, 370, 450, "#C98A22", "مجففة", ink="#A32616", lid=GREEN) as inside:
        for x, y in packed(inside.x, inside.top + 10, width=inside.width, height=inside.height, columns=3, rows=6):
            _dried_tomato(canvas, x, y, 1)
    for x, y in ((815, 940), (935, 958)):
        _dried_tomato(canvas, x, y, 0.86)
    leaf(canvas, 860, 912, 100, -28, "#4f7d35")
    leaf(canvas, 860, 912, 84, 14, "#5f8d40")


def _dried_tomato(canvas: Canvas, x: float, y: float, scale: float) -> None:
    with canvas.moved(x, y, canvas.random.uniform(-25, 25), scale):
        canvas.ellipse(0, 0, 76, 44, canvas.ball(canvas.random.choice(["#A02A18", "#8C2014", "#B23A22"])))
        canvas.ellipse(0, 2, 58, 29, "#7a1a10")
        for i in range(5):
            canvas.line(f"M{-46 + i * 22} {-10 + i % 2 * 6}q10 12 4 26", "#C9583A", 5, opacity=0.7)
        canvas.line("M-62 -14Q0 -50 62 -14", "#E39A7C", 4, opacity=0.6)


# Syrups and sweets


def grape_molasses(canvas: Canvas) -> None:
    with jar(canvas, 480, 390, 490, "#3A1B1A", "دبس عنب", ink="#4e2030"):
        pass
    bunch(canvas, 880, 690, BLACK_GRAPES, berry=28, rows=8)
    vine_leaf(canvas, 850, 672, 74, -52, "#6f8a3c")
    vine_leaf(canvas, 920, 668, 62, 38, "#7d9848")


def date_syrup(canvas: Canvas) -> None:
    bottle(canvas, 490, 260, 600, "#4A1F10", "دبس تمر", cap="#E0A526", ink="#5A2C18")
    with canvas.moved(800, 0):
        dish(canvas, 0, 360, "#E9E2CF")
        for x, y in heap(canvas, 0, BASE - 50, width=190, lift=56, count=4, rows=3):
            date(canvas, x, y, 0.85)


def date(canvas: Canvas, x: float, y: float, scale: float) -> None:
    """Draw one wrinkled date; also used where dates are sold as such."""
    colour = canvas.random.choice(DATES)
    with canvas.moved(x, y, canvas.random.uniform(-32, 32), scale):
        canvas.path(
            "M-76 2C-78 -34 -40 -50 6 -48C52 -46 80 -26 78 2C76 34 44 48 0 48C-46 48 -74 34 -76 2Z", canvas.ball(colour, 0.38, 0.42)
        )
        for start, bend in ((-24, -8), (-2, 7), (20, -6)):
            wrinkle = f"M{canvas.random.randint(-50, -30)} {start}q34 {bend} {canvas.random.randint(50, 84)} 2"
            canvas.line(wrinkle, darker(colour, 0.45), 4, opacity=0.45)
            canvas.line(wrinkle, lighter(colour, 0.4), 2, opacity=0.4, transform="translate(2 5)")
        canvas.ellipse(-28, -26, 22, 7, "#fff", opacity=0.35)
        canvas.ellipse(72, -2, 10, 13, "#C9A36A")


def grape_leather(canvas: Canvas) -> None:
    """Thin sheets folded and stacked on a board, two of them rolled."""
    canvas.shadow(600, BASE - 2, 400, 36)
    board = canvas.linear((0, lighter(WOOD, 0.3)), (0.5, WOOD), (1, darker(WOOD, 0.3)), end=(0, 1))
    canvas.rect(210, BASE - 40, 780, 42, board, rx=16)
    tones = ["#B5612A", "#A2521F", "#C4733A", "#984A1B"]
    for layer in range(9):
        left = 250 + canvas.random.randint(-16, 16)
        _folded_sheet(canvas, left, BASE - 66 - layer * 25, 430 + canvas.random.randint(-18, 18), 27, tones[layer % 4])
    _top_sheet(canvas, 246, BASE - 266, 446)
    for x, y, size in ((790, BASE - 112, 72), (918, BASE - 106, 66), (850, BASE - 226, 66)):
        _leather_roll(canvas, x, y, size)


def _folded_sheet(canvas: Canvas, x: float, y: float, width: float, height: float, colour: str) -> None:
    paint = canvas.linear((0, lighter(colour, 0.42)), (0.35, colour), (1, darker(colour, 0.42)), end=(0, 1))
    half = width / 2
    canvas.path(
        f"M{x} {y}q{half / 2} -8 {half} 0t{half} 0q16 {height / 2} 0 {height}q{-half / 2} 8 {-half} 0"
        f"t{-half} 0q-16 {-height / 2} 0 {-height}z",
        paint,
    )


def _top_sheet(canvas: Canvas, x: float, y: float, width: float) -> None:
    skin = canvas.linear((0, "#D98C4E"), (0.4, "#BE6A30"), (1, "#9A4C1C"), end=(1, 0.4))
    canvas.path(
        f"M{x} {y}q-6 -14 12 -20l74 -46q{width / 3} -16 {width - 120} 0q40 4 34 30l-8 40q{-width / 4} 10 {-width / 2} -2t{-width / 2} -2z",
        skin,
    )
    canvas.line(f"M{x + 96} {y - 52}q{width / 3} -12 {width - 150} 2", "#F0B884", 7, opacity=0.5)
    for _ in range(50):
        across, up = canvas.random.uniform(0.06, 0.86), canvas.random.uniform(0.1, 0.9)
        canvas.ellipse(x + across * (width - 50) + up * 44, y - up * 54, 5, 3, canvas.random.choice(["#2b1a10", "#F0DDB0"]))


def _leather_roll(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.ellipse(x, y, size, size, canvas.ball("#A2521F", 0.35, 0.35))
    for share in (0.84, 0.62, 0.4, 0.18):
        canvas.ring(x + (0.84 - share) * size * 0.12, y + (0.84 - share) * size * 0.1, size * share, "#D9935A", 5)
