"""Hubs in words: days and hours."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from marketplace.core.dates import WEEKDAYS, clock, language
from marketplace.hubs.models import Hub

SATURDAY, A_WHOLE_WEEK = 5, 7


def day_list(weekdays: Sequence[int]) -> str:
    """Weekdays (Monday is 0) as words, the week beginning on Saturday: «السبت والأربعاء», "every day"."""
    if len(set(weekdays)) == A_WHOLE_WEEK:
        return _("every day")
    names = [WEEKDAYS[language()][day] for day in sorted(set(weekdays), key=lambda day: (day - SATURDAY) % A_WHOLE_WEEK)]
    if len(names) < 2:
        return "".join(names)
    head = pgettext("between weekdays", ", ").join(names[:-1])
    return _("%(days)s and %(last)s") % {"days": head, "last": names[-1]}


def hours(hub: Hub) -> str:
    """9:00–15:00: to be shown from left to right."""
    return f"{clock(hub.opens)}–{clock(hub.closes)}"
