"""Orders as programme staff follow them: everything of an order on one page, its history, and cancelling with a reason."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marketplace.accounts.access import role_required
from marketplace.accounts.queries import has_role
from marketplace.accounts.rules import Role
from marketplace.core.errors import DomainError
from marketplace.core.phones import NotAPhone, canonical
from marketplace.desk.forms import FindForm, ReasonForm
from marketplace.desk.nav import program_nav
from marketplace.hubs.life import sentence, steps
from marketplace.hubs.queries import of_order
from marketplace.order.models import Order
from marketplace.order.services import cancel
from marketplace.order.states import OrderState

PAGE = 50


def _wanted(request: HttpRequest, form: FindForm) -> QuerySet[Order]:
    rows = Order.objects.order_by("-date_placed", "-pk").prefetch_related("consignments__partner")
    state = request.GET.get("state", "")
    if state in OrderState.values:
        rows = rows.filter(status=state)
    q = form.cleaned_data["q"] if form.is_valid() else ""
    if not q:
        return rows
    try:
        return rows.filter(phone=canonical(q))
    except NotAPhone:
        return rows.filter(number__startswith=q.split("-")[0])


@role_required(Role.PROGRAMME_OFFICER, Role.AUDITOR)
def orders(request: HttpRequest) -> HttpResponse:
    """All orders, newest first, by state, reference or phone."""
    form = FindForm(request.GET)
    page = Paginator(_wanted(request, form), PAGE).get_page(request.GET.get("page"))
    facts = {
        "nav": program_nav(request, "program:orders"),
        "page": page,
        "form": form,
        "states": OrderState.choices,
        "state": request.GET.get("state", ""),
    }
    return render(request, "staff/orders/list.html", facts)


@role_required(Role.PROGRAMME_OFFICER, Role.AUDITOR)
def order(request: HttpRequest, reference: str) -> HttpResponse:
    """One order: buyer, each seller's part with its life and history, money."""
    found = get_object_or_404(Order.objects.select_related("shipping_address__locality", "shipping_address__governorate"), number=reference)
    parcels = [{"row": row, "steps": steps(row), "sentence": sentence(row)} for row in of_order(found.pk)]
    can_cancel = has_role(request.user, Role.PROGRAMME_OFFICER)
    return render(
        request,
        "staff/orders/order.html",
        {"nav": program_nav(request, "program:orders"), "order": found, "parcels": parcels, "can_cancel": can_cancel},
    )


@role_required(Role.PROGRAMME_OFFICER)
def cancel_part(request: HttpRequest, reference: str, part: str) -> HttpResponse:
    """Cancel one seller's part before it reaches a hub; asks first, with a reason both sides read."""
    found = get_object_or_404(Order, number=reference)
    parcel = get_object_or_404(found.consignments, reference=part)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            cancel.by_staff(parcel.pk, reason=form.cleaned_data["reason"], by=request.user)
        except DomainError as error:
            messages.error(request, error.reader_text)
        return redirect("program:order", reference)
    facts = {
        "skeleton": "base_program.html",
        "nav": program_nav(request, "program:orders"),
        "question": _("Cancel this part of the order?"),
        "will": [_("The goods go back on the seller's shelf, the buyer pays nothing for them, and both are told.")],
        "action": _("Cancel this part"),
        "keep": _("Keep it"),
        "keep_url": reverse("program:order", args=[reference]),
        "form": form,
    }
    return render(request, "ui/confirm_page.html", facts)
