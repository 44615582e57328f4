"""The first page of programme staff: what waits for whom, joined from parts by dotted path."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from marketplace.accounts.access import role_required
from marketplace.accounts.queries import has_role
from marketplace.accounts.rules import Role
from marketplace.catalogue.models import Product
from marketplace.catalogue.states import GoodState
from marketplace.desk.nav import STAFF, program_nav
from marketplace.hubs.models import Consignment
from marketplace.hubs.states import CLOSED
from marketplace.order.models import Order
from marketplace.order.states import OrderState
from marketplace.payouts.models import PayoutRun
from marketplace.payouts.states import RunState


@dataclass(frozen=True)
class Part:
    """One count on the home page, with the place it leads to."""

    label: str | Promise
    count: int
    url: str


def parts(request: HttpRequest) -> list[Part]:
    """Return what waits in the market for this reader's roles."""
    found = []
    if has_role(request.user, Role.PROGRAMME_OFFICER, Role.AUDITOR):
        review = Product.objects.filter(state=GoodState.IN_REVIEW).count()
        going = Order.objects.filter(status__in=[OrderState.PLACED, OrderState.PART_DONE]).count()
        found += [
            Part(_("Goods to review"), review, reverse("program:goods")),
            Part(_("Orders on their way"), going, reverse("program:orders")),
        ]
    if has_role(request.user, Role.FINANCE_CLERK, Role.FINANCE_APPROVER, Role.AUDITOR):
        runs = PayoutRun.objects.filter(state__in=[RunState.PROPOSED, RunState.APPROVED]).count()
        found.append(Part(_("Payout runs to finish"), runs, reverse("program:payouts")))
    return found


@role_required(*STAFF)
def home(request: HttpRequest) -> HttpResponse:
    """Counts that lead to work, and the parcels that are late."""
    counted = [part for path in settings.PROGRAM_HOME_PARTS for part in import_string(path)(request)]
    late = Consignment.objects.exclude(state__in=CLOSED).select_related("partner", "order", "hub").order_by("promised_on", "pk")
    facts = {"nav": program_nav(request, "program:home"), "parts": counted}
    if has_role(request.user, Role.PROGRAMME_OFFICER, Role.AUDITOR):
        facts["late"] = late[:10]
    return render(request, "staff/home.html", facts)
