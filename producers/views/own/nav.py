"""The dock of `my/`."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marketplace.core.navigation import Place

PLACES = (
    ("my:home", pgettext_lazy("place", "Today"), "home"),
    ("my:orders", pgettext_lazy("place", "Orders"), "box"),
    ("my:goods", _("My goods"), "shop"),
    ("my:earnings", _("My earnings"), "money"),
)


def nav_for(request: HttpRequest, current: str) -> list[Place]:
    """Return the places of a seller's screens; `current` is the name of the one she is in."""
    return [Place(reverse(name), label, icon, name == current) for name, label, icon in PLACES]
