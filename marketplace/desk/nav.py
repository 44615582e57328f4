"""The places of hub and programme staff: each sees what her roles open."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marketplace.accounts.models import User
from marketplace.accounts.queries import has_role, hub_ids_of
from marketplace.accounts.rules import Role
from marketplace.core.navigation import Place

OFFICER, CLERK, APPROVER, AUDITOR = Role.PROGRAMME_OFFICER, Role.FINANCE_CLERK, Role.FINANCE_APPROVER, Role.AUDITOR
PROGRAM = (
    ("program:home", pgettext_lazy("place", "Today"), "home", (OFFICER, CLERK, APPROVER, AUDITOR, Role.TRAINER, Role.FACILITATOR)),
    ("program:goods", pgettext_lazy("place", "Goods"), "shop", (OFFICER, AUDITOR)),
    ("program:orders", pgettext_lazy("place", "Orders"), "box", (OFFICER, AUDITOR)),
    ("programme:training", pgettext_lazy("place", "Training"), "book", (OFFICER, Role.TRAINER, Role.FACILITATOR, AUDITOR)),
    ("programme:income", pgettext_lazy("place", "Income"), "chart", (OFFICER, CLERK, APPROVER, AUDITOR)),
    ("program:payouts", pgettext_lazy("place", "Payouts"), "money", (CLERK, APPROVER, AUDITOR)),
    ("program:cash", pgettext_lazy("place", "Cash"), "building", (CLERK, APPROVER, AUDITOR)),
)
HUB = (
    ("hub:home", _("To receive"), "box"),
    ("hub:waiting", _("To hand over"), "hand-over"),
    ("hub:cash", pgettext_lazy("place", "Cash"), "money"),
)
STAFF = tuple({role for *_rest, roles in PROGRAM for role in roles})


def program_nav(request: HttpRequest, current: str) -> list[Place]:
    """Return the rail of `program/` for this reader; `current` is the name of the place she is in."""
    return [Place(reverse(name), label, icon, name == current) for name, label, icon, roles in PROGRAM if has_role(request.user, *roles)]


def hub_nav(current: str) -> list[Place]:
    """Return the tabs of `hub/`."""
    return [Place(reverse(name), label, icon, name == current) for name, label, icon in HUB]


def home_of(user: User) -> str | None:
    """Return where a member of staff begins her day: programme first, then her hub; None for anybody else."""
    if has_role(user, *STAFF):
        return reverse("program:home")
    return reverse("hub:home") if hub_ids_of(user) else None
