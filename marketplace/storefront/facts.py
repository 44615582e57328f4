"""What is to be known of a good, as words: how it keeps, what is in it, when it is in season."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from marketplace.catalogue.models import Product
from marketplace.catalogue.states import Allergen, Storage
from marketplace.core.dates import MONTHS, language

DAYS_IN_MONTH = 30
LONG_KEEPING_DAYS = 60


@dataclass(frozen=True)
class Fact:
    """One line of the box under a good."""

    label: str
    value: str | Promise


def facts_of(good: Product) -> list[Fact]:
    """Return what is known; a question without an answer is left out."""
    found = [
        Fact(_("Storage"), Storage(good.storage).label if good.storage != Storage.NONE else ""),
        Fact(_("Keeps for"), keeping_words(good.shelf_life_days)),
        Fact(_("Allergens"), allergen_words(good.allergens)),
        Fact(_("Season"), season_words(good)),
        Fact(_("Preparation"), _preparation(good.lead_days)),
    ]
    return [fact for fact in found if fact.value]


def keeping_words(days: int | None) -> str:
    """How long it keeps: days, and from two months on whole months of 30 days."""
    if not days:
        return ""
    if days < LONG_KEEPING_DAYS:
        return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}
    months = days // DAYS_IN_MONTH
    return ngettext("%(count)s month", "%(count)s months", months) % {"count": months}


def allergen_words(allergens: list[str]) -> str:
    """The allergens with their names."""
    names = [str(Allergen(code).label) for code in allergens]
    return pgettext("between the parts of a list", ", ").join(names)


def season_words(good: Product) -> str:
    """The months of harvest or making; nothing for what is made the whole year."""
    if (good.season_from, good.season_to) == (1, 12):
        return ""
    names = MONTHS[language()]
    start, end = names[good.season_from - 1], names[good.season_to - 1]
    return start if start == end else _("%(start)s to %(end)s") % {"start": start, "end": end}


def _preparation(days: int) -> str:
    return ngettext("%(count)s day", "%(count)s days", days) % {"count": days} if days else ""
