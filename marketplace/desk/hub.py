"""Screens of a hub's staff: take parcels in, hand them over, know whose cash it is."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marketplace.accounts.access import role_required
from marketplace.accounts.queries import hub_ids_of
from marketplace.accounts.rules import Role
from marketplace.core.errors import DomainError
from marketplace.core.phones import NotAPhone, canonical
from marketplace.desk.forms import FindForm, HandOverForm, ReasonForm
from marketplace.desk.nav import hub_nav
from marketplace.hubs.models import Consignment, Hub
from marketplace.hubs.queries import for_hub
from marketplace.hubs.states import ConsignmentState
from marketplace.ledger.kinds import AccountKind
from marketplace.ledger.pots import entries_in, held
from marketplace.order.services import cancel, change, deliver

S = ConsignmentState
PAGE = 50
hub_staff = role_required(Role.HUB_STAFF)
Step = Callable[..., Consignment]
STEPS: dict[str, tuple[Step, str]] = {
    "receive": (change.receive, "hub:home"),
    "send-out": (change.send_out, "hub:waiting"),
    "new-code": (change.resend_code, "hub:waiting"),
}


def _mine(request: HttpRequest, reference: str) -> Consignment:
    return get_object_or_404(for_hub(hub_ids_of(request.user)), reference=reference)


def _found(rows: QuerySet[Consignment], q: str) -> QuerySet[Consignment]:
    if not q:
        return rows
    try:
        return rows.filter(order__phone=canonical(q))
    except NotAPhone:
        return rows.filter(reference__startswith=q)


@hub_staff
def home(request: HttpRequest) -> HttpResponse:
    """Parcels that come to this hub: packed ones to take in now, others to expect."""
    hubs = hub_ids_of(request.user)
    form = FindForm(request.GET)
    q = form.cleaned_data["q"] if form.is_valid() else ""
    packed = _found(for_hub(hubs, [S.PACKED]), q)[:PAGE]
    expected = _found(for_hub(hubs, [S.ASKED, S.ACCEPTED]), q)[:PAGE]
    return render(request, "staff/hub/home.html", {"nav": hub_nav("hub:home"), "form": form, "packed": packed, "expected": expected})


@hub_staff
def waiting(request: HttpRequest) -> HttpResponse:
    """Parcels that wait here for their buyers, and those on their way to a door."""
    hubs = hub_ids_of(request.user)
    form = FindForm(request.GET)
    q = form.cleaned_data["q"] if form.is_valid() else ""
    rows = _found(for_hub(hubs, [S.AT_HUB]), q)[:PAGE]
    out = _found(for_hub(hubs, [S.OUT, S.FAILED]), q)[:PAGE]
    return render(request, "staff/hub/waiting.html", {"nav": hub_nav("hub:waiting"), "form": form, "rows": rows, "out": out})


@hub_staff
@require_POST
def step(request: HttpRequest, reference: str, name: str) -> HttpResponse:
    """One step of a parcel that needs nothing but a press."""
    if name not in STEPS:
        raise Http404
    service, back = STEPS[name]
    try:
        service(_mine(request, reference).pk, by=request.user)
    except DomainError as error:
        messages.error(request, error.reader_text)
    else:
        messages.success(request, _("Done: %(reference)s") % {"reference": reference})
    return redirect(back)


@hub_staff
def hand_over(request: HttpRequest, reference: str) -> HttpResponse:
    """Hand a parcel to its buyer against her code and take the cash due."""
    parcel = _mine(request, reference)
    form = HandOverForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            deliver.hand_over(parcel.pk, by=request.user, holder=f"hub:{parcel.hub_id}", **form.cleaned_data)
        except DomainError as error:
            form.add_error("code", error.reader_text)
        else:
            messages.success(request, _("Handed over: %(reference)s") % {"reference": reference})
            return redirect("hub:waiting")
    others = for_hub([parcel.hub_id], [S.AT_HUB]).filter(order_id=parcel.order_id).exclude(pk=parcel.pk)
    status = 422 if form.errors else 200
    return render(
        request,
        "staff/hub/hand_over.html",
        {"nav": hub_nav("hub:waiting"), "parcel": parcel, "form": form, "others": others},
        status=status,
    )


@hub_staff
def give_up(request: HttpRequest, reference: str, name: str) -> HttpResponse:
    """A parcel nobody received: failed at the door, or back to its seller, with a reason."""
    parcel = _mine(request, reference)
    service = {"failed": deliver.fail, "returned": cancel.send_back}.get(name)
    if service is None:
        raise Http404
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            service(parcel.pk, by=request.user, reason=form.cleaned_data["reason"])
        except DomainError as error:
            form.add_error("reason", error.reader_text)
        else:
            return redirect("hub:waiting")
    return render(request, "staff/hub/give_up.html", {"nav": hub_nav("hub:waiting"), "parcel": parcel, "form": form, "name": name})


@hub_staff
def cash(request: HttpRequest) -> HttpResponse:
    """What this hub holds of other people's money, from the ledger, with the newest entries."""
    purses = [
        {"hub": hub, "held": held(AccountKind.CASH, f"hub:{hub.pk}"), "entries": entries_in(AccountKind.CASH, f"hub:{hub.pk}")[:PAGE]}
        for hub in Hub.objects.filter(pk__in=hub_ids_of(request.user))
    ]
    return render(request, "staff/hub/cash.html", {"nav": hub_nav("hub:cash"), "purses": purses})
