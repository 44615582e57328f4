"""A seller's own consignments: answer, pack. She never sees another seller's part, nor more of the buyer than the parcel needs."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import CharField, F, Func, QuerySet, Value
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marketplace.core.errors import DomainError
from marketplace.hubs.life import steps
from marketplace.hubs.models import Consignment
from marketplace.hubs.queries import for_seller
from marketplace.hubs.states import ConsignmentState
from marketplace.order.services import change
from marketplace.partner.models import Partner
from producers.access import producer_required
from producers.forms import DeclineForm
from producers.views.own.nav import nav_for

S = ConsignmentState
TO_ANSWER, TO_PACK, ON_THE_WAY = [S.ASKED], [S.ACCEPTED], [S.PACKED, S.AT_HUB, S.OUT, S.FAILED]
DONE = [S.DELIVERED, S.DECLINED, S.CANCELLED, S.RETURNED]
PAGE = 20


def _mine(partner: Partner, states: list[ConsignmentState] | None = None) -> QuerySet[Consignment]:
    first_name = Func(F("order__buyer_name"), Value(" "), Value(1), function="split_part", output_field=CharField())
    return for_seller(partner, states).annotate(buyer_name=first_name)


def waiting(partner: Partner) -> dict[str, list[Consignment]]:
    """Return what waits for this seller, soonest promise first: to answer, to pack, on its way to the buyer. Two queries."""
    rows = list(_mine(partner, TO_ANSWER + TO_PACK + ON_THE_WAY).order_by("promised_on", "pk"))
    return {
        "to_answer": [row for row in rows if row.state in TO_ANSWER],
        "to_pack": [row for row in rows if row.state in TO_PACK],
        "on_the_way": [row for row in rows if row.state in ON_THE_WAY],
    }


@producer_required
def orders(request: HttpRequest) -> HttpResponse:
    """What waits for her answer, what is to be packed, what is on its way, and what is done."""
    done = Paginator(_mine(request.partner, DONE), PAGE).get_page(request.GET.get("page"))
    return render(request, "producers/orders.html", {"nav": nav_for(request, "my:orders"), "done": done, **waiting(request.partner)})


@producer_required
def order(request: HttpRequest, reference: str) -> HttpResponse:
    """One consignment of hers: goods, buyer's first name, hub and day, life."""
    parcel = get_object_or_404(_mine(request.partner).select_related("hub", "zone", "partner"), reference=reference)
    return render(request, "producers/order.html", {"nav": nav_for(request, "my:orders"), "parcel": parcel, "steps": steps(parcel)})


@producer_required
@require_POST
def step(request: HttpRequest, reference: str, name: str) -> HttpResponse:
    """Accept or packed: one press, safe to press twice."""
    parcel = get_object_or_404(_mine(request.partner), reference=reference)
    steps_by_name = {
        "accept": (change.accept, _("Accepted. We told the buyer.")),
        "packed": (change.pack, _("Packed. Bring it to the hub.")),
    }
    if name not in steps_by_name:
        raise Http404
    service, words = steps_by_name[name]
    try:
        service(parcel.pk, by=request.user)
    except DomainError as error:
        messages.error(request, error.reader_text)
    else:
        messages.success(request, words)
    return redirect("my:orders")


@producer_required
def decline(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for the reason first; the buyer reads it."""
    parcel = get_object_or_404(_mine(request.partner), reference=reference)
    form = DeclineForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            change.decline(parcel.pk, reason=form.cleaned_data["reason"], by=request.user)
        except DomainError as error:
            messages.error(request, error.reader_text)
        return redirect("my:orders")
    facts = {
        "skeleton": "base_my.html",
        "nav": nav_for(request, "my:orders"),
        "question": _("Decline this order?"),
        "will": [_("The buyer is told now and reads your reason. The goods can be sold to somebody else.")],
        "action": _("Decline the order"),
        "keep": _("Keep it"),
        "keep_url": "../",
        "form": form,
    }
    return render(request, "ui/confirm_page.html", facts)
