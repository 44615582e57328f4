"""What a buyer sees: an order on its way, the way back to a lost one, her account."""

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from marketplace.accounts.services import home_of
from marketplace.core.errors import DomainError
from marketplace.customer import services
from marketplace.customer.forms import CodeForm, PhoneForm
from marketplace.customer.queries import NEWEST, journey_of, order_for, orders_of, orders_of_phone
from marketplace.hubs.words import day_list, hours
from marketplace.order.links import key_of
from marketplace.order.services import cancel

ASKED_PHONE, PROVED = "lookup_phone", "lookup_proved"
SHOWN_FOR = timedelta(minutes=15)
REFUSED = 422


def _secret(response: HttpResponse, *, referrer: str = "same-origin") -> HttpResponse:
    """Mark a page whose address or words are one buyer's: kept by no cache, found by no search engine."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = referrer
    return response


def _not_here(request: HttpRequest) -> HttpResponse:
    return _secret(render(request, "customer/not_here.html", status=404), referrer="no-referrer")


def _address_of(request: HttpRequest, reference: str) -> str:
    """The page of the order, with the key this visitor came with."""
    key = request.GET.get("key", "")
    return reverse("orders:track", args=[reference]) + (f"?key={key_of(reference)}" if key else "")


@require_safe
def track(request: HttpRequest, reference: str) -> HttpResponse:
    """An order for whoever holds its key or placed it; the same "not here" for a wrong key and an unknown reference."""
    order = order_for(reference, request.GET.get("key", ""), request.user)
    if order is None:
        return _not_here(request)
    journey = journey_of(order)
    facts = {
        "order": order,
        "journey": journey,
        "key": request.GET.get("key", ""),
        "just_placed": request.GET.get("placed") == "1",
        "opening": (day_list(journey.hub.opening_days), hours(journey.hub)),
    }
    return _secret(render(request, "customer/track.html", facts), referrer="no-referrer")


def cancel_part(request: HttpRequest, reference: str, part: str) -> HttpResponse:
    """Ask first, then cancel one seller's part that she has not accepted yet."""
    order = order_for(reference, request.GET.get("key", ""), request.user)
    parcel = order.consignments.filter(reference=part).select_related("partner").first() if order else None
    if parcel is None:
        return _not_here(request)
    back = _address_of(request, reference)
    if request.method == "POST":
        try:
            cancel.by_buyer(parcel.pk, by=request.user if request.user.is_authenticated else None)
        except DomainError as error:
            messages.error(request, error.reader_text)
        return _secret(redirect(back))
    facts = {
        "question": _("Cancel this part of the order?"),
        "will": [_("You pay nothing for what you ordered from %(seller)s. The other parts stay.") % {"seller": parcel.partner.name}],
        "action": _("Cancel this part"),
        "keep": _("Keep it"),
        "keep_url": back,
    }
    return _secret(render(request, "ui/confirm_page.html", facts))


@never_cache
def lookup(request: HttpRequest) -> HttpResponse:
    """Ask for a phone and send a code to it; the answer is the same whether it has orders or not."""
    form = PhoneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        phone = form.cleaned_data["phone"]
        try:
            services.send_code(phone, ip=request.META["REMOTE_ADDR"], language=get_language() or "ar")
        except DomainError as error:
            form.add_error(None, error.reader_text)
        else:
            request.session[ASKED_PHONE] = phone
            return redirect("orders:lookup-code")
    return render(request, "customer/lookup.html", {"form": form}, status=REFUSED if form.errors else 200)


@never_cache
def lookup_code(request: HttpRequest) -> HttpResponse:
    """Take the code that was sent to the phone; the right one opens the list for fifteen minutes."""
    phone = request.session.get(ASKED_PHONE)
    if not phone:
        return redirect("orders:lookup")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.take_code(phone, form.cleaned_data["code"])
        except DomainError as error:
            form.add_error("code", error.reader_text)
        else:
            del request.session[ASKED_PHONE]
            request.session.cycle_key()
            request.session[PROVED] = {"phone": phone, "until": (timezone.now() + SHOWN_FOR).timestamp()}
            return redirect("orders:found")
    return render(request, "customer/lookup_code.html", {"form": form, "phone": phone}, status=REFUSED if form.errors else 200)


@never_cache
@require_safe
def found(request: HttpRequest) -> HttpResponse:
    """The newest orders of the phone that was just proved."""
    proved = request.session.get(PROVED)
    if not proved or proved["until"] < timezone.now().timestamp():
        request.session.pop(PROVED, None)
        return redirect("orders:lookup")
    rows = [(order, key_of(order.number)) for order in orders_of_phone(proved["phone"])[:NEWEST]]
    return _secret(render(request, "customer/found.html", {"rows": rows}))


@never_cache
@login_required
def summary(request: HttpRequest) -> HttpResponse:
    """Her account: who she is to us and her newest orders."""
    rows = [(order, "") for order in orders_of(request.user)[: NEWEST + 1]]
    return render(request, "customer/summary.html", {"rows": rows[:NEWEST], "has_more": len(rows) > NEWEST, "home": _work_of(request)})


@never_cache
@login_required
def orders(request: HttpRequest) -> HttpResponse:
    """All her orders, page by page."""
    page = Paginator(orders_of(request.user), NEWEST).get_page(request.GET.get("page"))
    return render(request, "customer/orders.html", {"page": page, "rows": [(order, "") for order in page]})


def _work_of(request: HttpRequest) -> str:
    """Where a seller or a member of staff works; nothing for a buyer."""
    home = home_of(request.user)
    return "" if home == request.path else home
