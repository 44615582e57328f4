"""Colours: how to lighten and darken them, and the wall behind each kind of good."""

from typing import NamedTuple

PAPER = "#FBF8EE"
EARTH = "#1a1208"
RED = "#A3213A"
GREEN = "#2E4A23"
NAVY = "#2A4374"
WOOD = "#B07A3E"
CREAM_CLOTH = "#FBF3DC"
OLIVE_LEAF = "#6E8441"


class Wall(NamedTuple):
    """The lit and the shaded end of one painted wall."""

    lit: str
    shaded: str


# One wall per kind, so that goods of a kind hang together in a list.
WALLS = {
    "oil": Wall("#8FA35C", "#5F7638"),
    "pickle": Wall("#C9B04A", "#9A7F24"),
    "herb": Wall("#B9C58C", "#86985A"),
    "grain": Wall("#E7B64E", "#C48A22"),
    "dairy": Wall("#8DB6CE", "#4F86A6"),
    "honey": Wall("#F0B544", "#CF8316"),
    "fruit": Wall("#C98A76", "#94503F"),
    "fresh": Wall("#9CC2A0", "#5C8F68"),
    "bread": Wall("#D9A273", "#A8683A"),
    "soap": Wall("#A9C7C2", "#6A9793"),
    "sweet": Wall("#D98A8F", "#A64C5B"),
    "indigo": Wall("#3C4F86", "#232F5C"),
    "madder": Wall("#A63D4C", "#6F1F2E"),
}


def mix(first: str, second: str, share: float) -> str:
    """Return the colour that lies `share` (0 to 1) of the way from `first` to `second`, both `#rrggbb`."""
    pairs = ((int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def lighter(colour: str, share: float = 0.35) -> str:
    """Return `colour` on the way to white."""
    return mix(colour, "#ffffff", share)


def darker(colour: str, share: float = 0.35) -> str:
    """Return `colour` on the way to the warm near-black of every shadow."""
    return mix(colour, EARTH, share)
