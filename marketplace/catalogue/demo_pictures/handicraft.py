"""Embroidery, weaving, clay, straw and olive wood."""

from math import cos, radians, sin

from canvas import Canvas
from colours import WOOD, darker, lighter
from shelf import BASE, lay_flat, wooden_rod
from stitches import BUD, CYPRESS, ROSE, STAR, ZIGZAG, Cloth
from vessels import bowl, spoon

THREADS = {"a": "#C22A43", "b": "#E3A52C", "c": "#4F8A55"}
LINEN_THREADS = {"a": "#A3213A", "b": "#233268", "c": "#2E6B4A"}
BLACK_CLOTH = "#17161c"
LINEN = "#F6F1E4"
CUSHION = "M205 205Q600 250 995 205Q950 600 995 995Q600 950 205 995Q250 600 205 205Z"
DRESS = (
    "M520 176L430 200C350 320 250 500 176 640L318 716C380 600 420 520 462 450C470 500 466 560 452 600"
    "C420 760 350 950 286 1118Q600 1166 914 1118C850 950 780 760 748 600C734 560 730 500 738 450"
    "C780 520 820 600 882 716L1024 640C950 500 850 320 770 200L680 176Q600 262 520 176Z"
)
BAG = "M250 430H950V900Q950 1010 840 1010H360Q250 1010 250 900Z"
SHEEN = ((0, "#fff", 0.16), (0.5, "#fff", 0), (1, "#000", 0.24))


# Embroidery


def thobe(canvas: Canvas) -> None:
    """A long dress on a hanger: chest panel, sash, side panels down the skirt, a rich hem."""
    canvas.line("M600 150V112q0 -18 18 -26t18 -26q-2 -26 -32 -26t-30 24", "#6f6a60", 9)
    canvas.line("M442 214Q520 172 600 150Q680 172 758 214", "#9A6A36", 24)
    lay_flat(canvas, DRESS, BLACK_CLOTH)
    with canvas.clipped(DRESS):
        _skirt(canvas)
        _chest_panel(canvas)
        for side in (-1, 1):
            with canvas.moved(600 + side * 345, 620, side * -28):
                _cuff(canvas)
        folds = ((440, 700, 372, 1130), (520, 660, 500, 1140), (680, 660, 700, 1140), (760, 700, 828, 1130))
        for x1, y1, x2, y2 in folds:
            canvas.line(f"M{x1} {y1}Q{(x1 + x2) / 2 - 6} {(y1 + y2) / 2} {x2} {y2}", "#fff", 12, opacity=0.06)
    canvas.line("M520 176Q600 262 680 176", THREADS["a"], 9)
    _sash(canvas)


def _chest_panel(canvas: Canvas) -> None:
    panel = Cloth(23, 29)
    for column, row in ((2, 7), (12, 7), (2, 18), (12, 18)):
        panel.put(STAR, column, row)
    panel.put(["aba"] * 22, 10, 7)
    for row in (5, 28):
        panel.put(["abab" * 6], 0, row)
    for column in (0, 22):
        panel.put(["a"] * 24, column, 5)
    panel.stitch(canvas, 485, 212, 10, THREADS)


def _skirt(canvas: Canvas) -> None:
    for side in (-1, 1):
        with canvas.moved(600 + side * 176, 640, side * -14):
            strip = Cloth(13, 32)
            strip.put(["a...........a"] * 32, 0, 0)
            for row in range(1, 32, 10):
                strip.put(STAR, 2, row)
            strip.stitch(canvas, -65, 0, 10, THREADS)
    middle = Cloth(9, 24)
    for row in (0, 12):
        middle.put(CYPRESS, 0, row)
    middle.stitch(canvas, 555, 680, 10, THREADS)
    hem = Cloth(70, 18)
    for row in (0, 16):
        hem.put(["ab" * 35], 0, row)
    hem.put_row(CYPRESS, 2, start=1, every=10)
    hem.stitch(canvas, 250, 950, 10, THREADS)


def _cuff(canvas: Canvas) -> None:
    cuff = Cloth(22, 12)
    for row in (0, 11):
        cuff.put(["a" * 22], 0, row)
    cuff.put_row(STAR, 1, start=1, every=10)
    cuff.stitch(canvas, -110, -40, 9, THREADS)


def _sash(canvas: Canvas) -> None:
    canvas.path("M455 560Q600 596 745 560L752 618Q600 656 448 618Z", canvas.linear((0, "#7d1628"), (0.4, "#C22A43"), (1, "#6b1020")))
    for drop, colour in ((14, "#E3A52C"), (30, "#F6F1E4"), (46, "#4F8A55")):
        canvas.line(f"M{455 - drop * 0.1:.0f} {560 + drop}Q600 {597 + drop} {745 + drop * 0.1:.0f} {560 + drop}", colour, 5)


def shawl(canvas: Canvas) -> None:
    """A long shawl over a rod: the far half hangs a little lower than the near one."""
    _hanging_half(canvas, 610, 180, 330, 800, darker(LINEN, 0.14))
    _hanging_half(canvas, 250, 180, 500, 740, LINEN)
    wooden_rod(canvas, 180, 1020, 160)
    for x, width, tone in ((250, 500, LINEN), (750, 190, darker(LINEN, 0.14))):
        canvas.path(
            f"M{x} 190Q{x} 138 {x + 18} 138H{x + width - 14}Q{x + width} 140 {x + width} 190Z",
            canvas.linear((0, lighter(tone, 0.5)), (1, tone), end=(0, 1)),
        )


def _hanging_half(canvas: Canvas, x: float, y: float, width: float, height: float, colour: str) -> None:
    outline = f"M{x} {y}H{x + width}V{y + height}H{x}Z"
    for k in range(int(width / 20)):
        fringe = x + 10 + k * 20
        canvas.line(f"M{fringe} {y + height}q{6 if k % 2 else -6} 40 0 86", darker(colour, 0.12), 6)
    lay_flat(canvas, outline, colour)
    step = 12.5
    cloth = Cloth(int(width / step), int(height / step))
    cloth.put_row(STAR, 5, start=1, every=10)
    cloth.put_row(BUD, 18, start=0, every=4)
    cloth.put_row(ROSE, 24, start=2, every=7)
    for row in (16, 22, 31, cloth.rows - 20, cloth.rows - 5):
        cloth.put(["a" * cloth.columns], 0, row)
    cloth.put_row(CYPRESS, cloth.rows - 18, start=1, every=10)
    cloth.put_row(BUD, cloth.rows - 4, start=0, every=4)
    cloth.stitch(canvas, x + 2, y + 4, step, LINEN_THREADS)
    folds: list[tuple[float, str, float]] = []
    for k in range(7):
        folds.append((round(k / 6, 2), "#1a1208" if k % 2 else "#ffffff", 0.16))
    canvas.path(outline, canvas.linear(*folds))


def cushion(canvas: Canvas) -> None:
    with canvas.moved(600, 600, -5), canvas.moved(-600, -600):
        lay_flat(canvas, CUSHION, BLACK_CLOTH)
        cloth = Cloth(47, 47)
        for k in range(1, 44, 4):
            for near in (1, 43):
                cloth.put(BUD, k, near)
                cloth.put(BUD, near, k)
        for across in (-14, 0, 14):
            for down in (-14, 0, 14):
                cloth.put(STAR, 19 + across, 19 + down)
        for across in (-7, 7):
            for down in (-7, 7):
                cloth.put(ROSE, 21 + across, 21 + down)
        cloth.stitch(canvas, 600 - 23.5 * 14.6, 600 - 23.5 * 14.6, 14.6, THREADS)
        canvas.path(CUSHION, canvas.ball("#8f8f99", 0.5, 0.9), opacity=0.16)
        canvas.path(CUSHION, canvas.linear(*SHEEN, end=(1, 1)), stroke=THREADS["a"], stroke_width=12, stroke_linejoin="round")
    for x, y in ((170, 240), (955, 172), (1030, 960), (245, 1030)):
        _tassel(canvas, x, y, 0)


def _tassel(canvas: Canvas, x: float, y: float, turn: float) -> None:
    with canvas.moved(x, y, turn):
        for i in range(7):
            canvas.line(f"M0 -4Q{(i - 3) * 4} 30 {(i - 3) * 7} 72", THREADS["a"], 6)
        canvas.ellipse(0, 0, 17, 17, canvas.ball("#E3A52C"))


def bag(canvas: Canvas) -> None:
    """A small shoulder bag with an embroidered front and a woven strap."""
    for width, colour in ((34, "#0b0806"), (26, "#A3213A"), (8, "#E3A52C")):
        canvas.line("M292 450C240 40 960 40 908 450", colour, width, opacity=0.45 if width == 34 else 1)
    lay_flat(canvas, BAG, BLACK_CLOTH)
    cloth = Cloth(50, 40)
    for row in (1, 37):
        cloth.put_row(BUD, row, start=1, every=4)
    for row in (5, 35):
        cloth.put(["b" * 50], 0, row)
    for column in (1, 11, 31, 41):
        cloth.put(CYPRESS, column, 8)
        cloth.put(STAR, column, 23)
    for row in (8, 20):
        cloth.put(STAR, 21, row + 2)
    cloth.put_row(ZIGZAG, 32, every=4)
    with canvas.clipped(BAG):
        cloth.stitch(canvas, 600 - 25 * 13.4, 458, 13.4, THREADS)
    canvas.path(BAG, canvas.linear(*SHEEN, end=(1, 1)))
    canvas.line("M256 434H944", "#B9B4A6", 12)
    canvas.line("M256 434H944", "#6b675d", 3, stroke_dasharray="6 12")
    for x in (277, 893):
        canvas.rect(x, 424, 30, 50, canvas.drum("#C9A227"), rx=8)
    for x in (340, 470, 600, 730, 860):
        _tassel(canvas, x, 1022, 0)


# Weaving, clay, straw, wood


def wool_rug(canvas: Canvas) -> None:
    left, top, width, height = 190, 130, 820, 910
    for i in range(55):
        x = left + 5 + i * 15
        canvas.line(f"M{x} {top}v-46M{x} {top + height}v46", "#E7D6AE", 5)
    lay_flat(canvas, f"M{left} {top}h{width}v{height}h{-width}Z", "#8A1F2B")
    stripes = [("#1b1a1f", 26), ("#C8B48A", 10), ("#8A1F2B", 66), ("#E08A2A", 14), ("#1b1a1f", 46), ("#2E5A44", 22)]
    y, k = top, 0
    while y < top + height - 6:
        colour, stripe = stripes[k % len(stripes)]
        stripe = min(stripe, top + height - y)
        canvas.rect(left, y, width, stripe, colour)
        if stripe > 40:
            _diamonds(canvas, left, y + stripe / 2, stripe > 50)
        y, k = y + stripe, k + 1
    for i in range(137):
        canvas.line(f"M{left + i * 6} {top}v{height}", "#000", 2, opacity=0.13)


def _diamonds(canvas: Canvas, left: float, middle: float, large: bool) -> None:
    half, step, colour = (22, 58, "#E7D6AE") if large else (13, 41, "#C22A43")
    for i in range(int(820 / step)):
        x = left + (820 % step) / 2 + (i + 0.5) * step
        canvas.path(f"M{x - half:.0f} {middle}l{half} {-half}l{half} {half}l{-half} {half}z", colour)
        if large:
            canvas.path(f"M{x - 10:.0f} {middle}l10 -10l10 10l-10 10z", "#2E5A44")


def hebron_ceramics(canvas: Canvas) -> None:
    lay_flat(canvas, "M170 600a430 430 0 1 1 860 0a430 430 0 1 1 -860 0Z", "#F7F5EC")
    canvas.ellipse(600, 600, 430, 430, canvas.ball("#F7F5EC", 0.5, 0.16))
    canvas.ring(600, 600, 416, "#23407e", 10)
    canvas.ring(600, 600, 290, "#23407e", 8)
    for i in range(16):
        with canvas.moved(600, 600, i * 22.5):
            canvas.path("M0 -395q46 40 0 92q-46 -52 0 -92z", "#2f62a8")
            canvas.ellipse(0, -355, 12, 12, "#E3A52C")
            canvas.line("M78 -378q18 30 -6 64", "#3a8a6a", 10)
    for i in range(8):
        with canvas.moved(600, 600, i * 45):
            canvas.path("M0 0C-60 -80 -40 -200 0 -260C40 -200 60 -80 0 0Z", "#23407e" if i % 2 else "#3a8a6a")
            canvas.path("M0 -40C-20 -100 -15 -170 0 -210C15 -170 20 -100 0 -40Z", "#F7F5EC")
    canvas.ellipse(600, 600, 54, 54, "#C22A43")
    canvas.ellipse(600, 600, 26, 26, "#E3A52C")


def straw_baskets(canvas: Canvas) -> None:
    _coiled_tray(canvas, 545, 545, 400, 19)
    _coiled_tray(canvas, 905, 905, 200, 9)


def _coiled_tray(canvas: Canvas, x: float, y: float, radius: float, coils: int) -> None:
    lay_flat(canvas, f"M{x - radius} {y}a{radius} {radius} 0 1 1 {2 * radius} 0a{radius} {radius} 0 1 1 {-2 * radius} 0Z", "#E0BC73")
    thick = radius / coils
    for coil in range(coils):
        reach = radius - coil * thick
        canvas.ellipse(x, y, reach, reach, canvas.ball("#E0BC73", 0.3, 0.22), stroke="#8d6a2c", stroke_width=3)
        count = int(reach * 0.62)
        for i in range(count):
            angle = 360 * i / count
            colour = _straw_colour(coil / coils, angle)
            c, s, bend = cos(radians(angle)), sin(radians(angle)), radians(angle + 0.7)
            near, far = reach - thick / 2 + thick * 0.42, reach - thick / 2 - thick * 0.42
            line = f"M{x + c * near:.0f} {y + s * near:.0f}L{x + cos(bend) * far:.0f} {y + sin(bend) * far:.0f}"
            canvas.line(line, colour or "#b08a45", 8 if colour else 2.5, opacity=1 if colour else 0.5)


def _straw_colour(depth: float, angle: float) -> str | None:
    """Return the dyed straw at this depth (0 rim, 1 middle) and angle, or None where the straw is plain."""
    sector, share = int(angle / 30), (angle / 30) % 1
    if depth < 0.04 or 0.55 <= depth < 0.6:
        return "#7A2F73" if int(angle / 5) % 2 else None
    if 0.1 <= depth <= 0.46 and abs(share - 0.5) < 0.5 - abs(depth - 0.27) * 2.1:
        return ("#A3213A", "#2E6B4A")[sector % 2]
    if 0.66 <= depth <= 0.8 and (share < 0.5) == (depth < 0.73):
        return "#D9741E"
    return "#A3213A" if depth >= 0.88 else None


def olive_wood(canvas: Canvas) -> None:
    """A turned bowl, a mortar with its pestle, and a spoon."""
    with canvas.moved(600, BASE, scale=0.9), canvas.moved(-570, -BASE):
        with bowl(canvas, 430, 560, 230, WOOD, depth=0.14):
            canvas.ellipse(430, BASE - 230, 250, 66, canvas.ball("#8a5a28", 0.2, 0.4))
            for k in range(5):
                canvas.ellipse(
                    430 + k * 8, BASE - 216 + k * 5, 220 - k * 42, 50 - k * 9, "none", stroke="#5a3512", stroke_width=5, opacity=0.5
                )
        _bowl_grain(canvas)
        _mortar(canvas, 870)
        spoon(canvas, 630, BASE - 12, 300, 78, "#C08A4A")


def _bowl_grain(canvas: Canvas) -> None:
    y = BASE - 230
    outline = f"M150 {y}C172 {BASE - 30} 284 {BASE} 318 {BASE}H542C576 {BASE} 688 {BASE - 30} 710 {y}A280 78 0 0 1 150 {y}Z"
    with canvas.clipped(outline):
        for k in range(9):
            drop = y + 40 + k * 24
            canvas.line(
                f"M120 {drop}C260 {drop + 70} 330 {drop + 10} 430 {drop + 46}S640 {drop + 60} 740 {drop - 10}",
                "#4a2a0e",
                3 + k % 3 * 3,
                opacity=0.42,
            )
        for ring in range(4):
            canvas.ellipse(360, y + 142, 18 + ring * 17, 9 + ring * 11, "none", stroke="#4a2a0e", stroke_width=4, opacity=0.5)


def _mortar(canvas: Canvas, x: float) -> None:
    top = BASE - 330
    canvas.shadow(x, BASE - 2, 120, 28)
    canvas.rect(x + 10, top - 190, 34, 260, canvas.drum("#A06A30"), rx=16)
    canvas.ellipse(x + 27, top - 190, 30, 26, canvas.ball("#B9803E"))
    outline = (
        f"M{x - 120} {top}C{x - 116} {top + 150} {x - 66} {top + 190} {x - 52} {top + 220}"
        f"C{x - 60} {top + 270} {x - 104} {top + 290} {x - 108} {BASE}H{x + 108}"
        f"C{x + 104} {top + 290} {x + 60} {top + 270} {x + 52} {top + 220}"
        f"C{x + 66} {top + 190} {x + 116} {top + 150} {x + 120} {top}A120 30 0 0 1 {x - 120} {top}Z"
    )
    canvas.path(outline, canvas.drum("#B9803E"))
    with canvas.clipped(outline):
        for k in range(10):
            y = top + 30 + k * 32
            canvas.line(f"M{x - 130} {y}Q{x - 30} {y + 44} {x + 20} {y + 14}T{x + 130} {y + 6}", "#4a2a0e", 3 + k % 3 * 2, opacity=0.4)
    canvas.path(f"M{x - 120} {top}A120 30 0 0 0 {x + 120} {top}", stroke=lighter(WOOD, 0.45), stroke_width=8)
