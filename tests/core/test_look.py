"""The look keeps its promises: readable colours in both schemes, no missing icon, every piece says what it takes."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHEET = (ROOT / "static/css/tokens.css").read_text()
PIECES = sorted((ROOT / "templates/ui").glob("*.html"))

TEXT = [  # (ink, ground, least contrast)
    ("ink", "paper", 7),
    ("ink", "card", 7),
    ("muted", "paper", 4.5),
    ("muted", "card", 4.5),
    ("muted", "line", 4.5),
    ("on-olive", "olive", 4.5),
    ("olive-ink", "card", 4.5),
    ("olive-ink", "olive-soft", 4.5),
    ("on-act", "act", 4.5),
    ("on-act", "act-down", 4.5),
    ("act-ink", "paper", 4.5),
    ("act-ink", "act-soft", 4.5),
    ("on-wheat", "wheat", 4.5),
    ("on-wheat", "wheat-down", 4.5),
    ("ink", "wheat-soft", 4.5),
    ("indigo", "indigo-soft", 4.5),
    ("err", "card", 4.5),
    ("err", "err-soft", 4.5),
    ("edge", "card", 3),
    ("edge", "paper", 3),
    ("ochre", "card", 3),
]


def tokens(scheme: str) -> dict[str, str]:
    light, dark = SHEET.split("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([\w-]+): (#\w+);", light))
    if scheme == "dark":
        found |= dict(re.findall(r"--([\w-]+): (#\w+);", dark))
    return found


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(d * 2 for d in digits)
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio, https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio."""
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_the_measure_itself_is_right():
    assert contrast("#000000", "#FFF") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), TEXT)
def test_words_can_be_read(scheme, ink, ground, least):
    found = tokens(scheme)
    assert contrast(found[ink], found[ground]) >= least


def test_every_icon_a_template_names_is_drawn():
    drawn = set(re.findall(r'id="([\w-]+)"', (ROOT / "static/img/i.svg").read_text()))
    named: dict[str, Path] = {}
    for template in (ROOT / "templates").rglob("*.html"):
        for name in re.findall(r'ui/icon\.html" with name="([\w-]+)"', template.read_text()):
            named[name] = template
    assert {name: str(path) for name, path in named.items() if name not in drawn} == {}


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.stem)
def test_every_piece_says_what_it_takes(piece):
    head = piece.read_text()[:200]
    assert "{# props:" in head or "{% extends" in head
