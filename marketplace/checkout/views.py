"""One page from basket to order."""

import uuid
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from marketplace.basket.models import Basket
from marketplace.basket.queries import Contents, contents
from marketplace.checkout.forms import CheckoutForm
from marketplace.checkout.queries import known_of, offer_for, places
from marketplace.core.errors import DomainError
from marketplace.order.links import path_to
from marketplace.order.models import Order
from marketplace.order.services.place import AttemptClosed, Placed, Purchase, TotalChanged, place
from marketplace.shipping.rules import Quote

TYPED = "checkout_typed"
# Of the form but not an answer: never kept for another day.
NO_ANSWERS = {"csrfmiddlewaretoken", "client_key", "seen_agorot", "seen_delivery", "terms", "refresh"}


class WayChangedTotal(TotalChanged):
    """She chose another way of receiving after the total was shown."""

    text = _("The way of receiving changed the total. Look at it, then confirm.")


@dataclass
class Press:
    """What a form carries besides answers: the key that makes it once, the total its buyer saw and the delivery in it (agorot)."""

    key: UUID
    seen: int
    seen_delivery: int


def _press(request: HttpRequest) -> Press:
    seen, delivery = (request.POST.get(name, "")[:15] for name in ("seen_agorot", "seen_delivery"))
    try:
        return Press(UUID(request.POST.get("client_key", "")), int(seen or 0), int(delivery or 0))
    except ValueError:
        return Press(uuid.uuid4(), 0, 0)


@never_cache
def index(request: HttpRequest) -> HttpResponse:
    """Ask the three questions, show the total, place the order."""
    press = _press(request)
    inside = contents(request.basket)  # type: ignore[attr-defined]
    if request.method == "POST":
        # Asked after the basket was read: a tap that waited for its twin finds the basket gone and the order here.
        done = Order.objects.filter(attempt__client_key=press.key).first()
        if done is not None:
            return _to_order(request, done)
        request.session[TYPED] = {name: value[:500] for name, value in request.POST.items() if name not in NO_ANSWERS}
    if not inside.can_be_ordered:
        return redirect("basket:summary")
    form = _form(request, inside)
    placed = _try(request, form, inside, press) if form.is_bound else None
    if placed is not None:
        return redirect(placed.pay_at) if placed.order is None else _to_order(request, placed.order)
    return _page(request, form, inside, press)


def _form(request: HttpRequest, inside: Contents) -> CheckoutForm:
    """The form as it was sent; where only the total was asked for, or after a look at the basket, filled with what was typed."""
    where = places()
    if request.method == "POST" and "refresh" not in request.POST:
        return CheckoutForm(request.POST, hubs=where.hubs, governorates=where.governorates, inside=inside)
    agreed = {"terms": "terms" in request.POST}
    known = known_of(request.user, where.hubs) | request.session.get(TYPED, {}) | agreed
    return CheckoutForm(initial=known, hubs=where.hubs, governorates=where.governorates, inside=inside)


def _try(request: HttpRequest, form: CheckoutForm, inside: Contents, press: Press) -> Placed | None:
    """Place the order, or write on the form why not and what to do."""
    if not form.is_valid():
        return None
    try:
        offer = offer_for(form.choice, inside)
        if offer is not None and press.seen_delivery != offer.fee_agorot and press.seen - press.seen_delivery == inside.total_agorot:
            raise WayChangedTotal
        return place(_purchase(request, form, press))
    except AttemptClosed as error:
        press.key = uuid.uuid4()
        form.add_error(None, error.reader_text)
    except DomainError as error:
        form.add_error(None, error.reader_text)
    return None


def _purchase(request: HttpRequest, form: CheckoutForm, press: Press) -> Purchase:
    user_id = request.user.pk if request.user.is_authenticated else None
    basket_id = request.basket.pk  # type: ignore[attr-defined]
    return Purchase(basket_id, press.key, form.cleaned_data["tender"], form.buyer(), get_language() or "ar", press.seen, user_id)


def _page(request: HttpRequest, form: CheckoutForm, inside: Contents, press: Press) -> HttpResponse:
    offer = _offer(form, inside)
    total = inside.total_agorot + (offer.fee_agorot if offer else 0)
    parts = [(part, offer.promised[part.partner.pk] if offer else None) for part in inside.parts]
    notes = [form[f"note_{part.partner.pk}"] for part in inside.parts]
    facts = {"form": form, "notes": notes, "inside": inside, "parts": parts, "offer": offer, "total": total, "client_key": press.key}
    status = 422 if form.errors else 200
    return render(request, "checkout/index.html", facts, status=status)


def _offer(form: CheckoutForm, inside: Contents) -> Quote | None:
    try:
        return offer_for(form.choice, inside)
    except DomainError as error:
        if form.is_bound and error.reader_text not in form.non_field_errors():
            form.add_error(None, error.reader_text)
        return None


def _to_order(request: HttpRequest, order: Order) -> HttpResponse:
    request.session.pop(TYPED, None)
    basket = request.basket  # type: ignore[attr-defined]
    if basket.pk == order.basket_id:  # an old form sent again must not take away the basket she fills now
        basket.status = Basket.SUBMITTED
    request.basket_changed = True  # type: ignore[attr-defined]
    return redirect(f"{path_to(order.number, get_language() or 'ar')}&placed=1")
