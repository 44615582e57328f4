"""Places of a work screen, as `ui/nav.html` draws them."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Place:
    """One place: where it is, what it is called, its icon, whether the reader is there, how many things wait there."""

    url: str
    label: str | Promise
    icon: str = ""
    current: bool = False
    count: int = 0
