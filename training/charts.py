"""Bars of months, drawn by the server as SVG. Time runs with the reading direction."""

from dataclasses import dataclass
from datetime import date

from marketplace.core import dates

HEIGHT, BASE, TOP = 150, 122, 14
AXIS = 52
STEPS = (1, 2, 4, 5, 10)


@dataclass(frozen=True)
class Size:
    """How wide a drawing is and how many months it has room for."""

    width: int
    months: int


WIDE, PHONE = Size(720, 12), Size(330, 6)


@dataclass(frozen=True)
class Bar:
    """One month: the box and the middle its name stands under."""

    x: int
    y: int
    width: int
    height: int
    middle: int
    label: str


@dataclass(frozen=True)
class Line:
    """One line of the scale: where, and how many shekels it stands for."""

    y: int
    label: str


@dataclass(frozen=True)
class Chart:
    """What income_chart.html draws: bars, the lines of the scale, and where the scale's words and lines begin and end."""

    width: int
    bars: list[Bar]
    lines: list[Line]
    axis: int
    start: int
    end: int


def bars_of(agorot_by_month: dict[date, int], size: Size, *, rtl: bool) -> Chart:
    """Draw the newest months that fit; amounts are agorot, a month below zero has no bar."""
    months = list(agorot_by_month.items())[-size.months :]
    slot = (size.width - AXIS) // max(len(months), 6)
    top = _round_top(max([agorot // 100 for _month, agorot in months] + [1]))
    bars = [_bar(index, month, agorot, slot, top, size.width if rtl else 0, rtl) for index, (month, agorot) in enumerate(months)]
    lines = [Line(round(BASE - (BASE - TOP) * part / 2), f"{top * part // 2:,}") for part in (0, 1, 2)]
    axis = size.width - AXIS + 8 if rtl else AXIS - 8
    return Chart(size.width, bars, lines, axis, start=0 if rtl else AXIS, end=size.width - AXIS if rtl else size.width)


def _bar(index: int, month: date, agorot: int, slot: int, top: int, edge: int, rtl: bool) -> Bar:
    start = edge - AXIS - slot * (index + 1) if rtl else AXIS + slot * index
    height = round((BASE - TOP) * max(agorot, 0) / 100 / top)
    gap = max(slot // 6, 3)
    return Bar(start + gap, BASE - height, slot - 2 * gap, height, start + slot // 2, f"{month.month}/{month.year % 100:02d}")


def _round_top(shekels: int) -> int:
    """The first round even number of shekels that is not smaller."""
    size = int(10 ** (len(str(shekels)) - 1))
    return max(2, next(step for step in STEPS if step * size >= shekels) * size)


def words(agorot_by_month: dict[date, int]) -> str:
    """The months the chart covers, in words."""
    months = list(agorot_by_month)
    return f"{dates.month_words(months[0])} – {dates.month_words(months[-1])}" if months else ""
