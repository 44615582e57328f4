"""The basket's page, and the forms that change it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from marketplace.basket import services
from marketplace.basket.forms import AddForm, QuantityForm
from marketplace.basket.queries import contents
from marketplace.basket.services import Put
from marketplace.core.errors import DomainError
from marketplace.core.origin import from_our_page, has_token
from marketplace.hubs.queries import open_hubs


@never_cache
def summary(request: HttpRequest) -> HttpResponse:
    """What is in the basket, seller by seller."""
    inside = contents(request.basket)  # type: ignore[attr-defined]
    hubs = list(open_hubs()) if inside.parts else []
    parts = [(part, part.first_day(hubs)) for part in inside.parts]
    return render(request, "basket/summary.html", {"inside": inside, "parts": parts, "basket_count": inside.units})


@csrf_exempt
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Put a good in. Accepted from our own pages; where the browser does not say, a page with a token asks once more."""
    ours = from_our_page(request)
    if ours is False:
        return HttpResponseForbidden(_("This form was sent from another site."))
    form = AddForm(request.POST)
    if ours is None and not has_token(request):
        return _ask_once_more(request)
    back = form.back(request.get_host())
    if not form.is_valid():
        messages.error(request, next(iter(form.errors.values()))[0])
        return redirect(back or "basket:summary")
    try:
        put = services.add(request.basket, form.cleaned_data["product"], form.cleaned_data["quantity"])  # type: ignore[attr-defined]
    except DomainError as error:
        messages.error(request, error.reader_text)
    else:
        _tell(request, put)
    return redirect(back or "basket:summary")


@require_POST
def line(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the units of a line of this basket, or take it out."""
    form = QuantityForm(request.POST)
    if form.is_valid():
        put = services.set_quantity(request.basket, pk, form.cleaned_data["quantity"])  # type: ignore[attr-defined]
        request.basket_changed = True  # type: ignore[attr-defined]
        if put.was_cut:
            _tell(request, put)
    else:
        messages.error(request, form.errors["quantity"][0])
    return redirect("basket:summary")


@never_cache
def _ask_once_more(request: HttpRequest) -> HttpResponse:
    fields = {name: request.POST.get(name, "") for name in ("product", "quantity", "next")}
    return render(request, "basket/once_more.html", {"fields": fields})


def _tell(request: HttpRequest, put: Put) -> None:
    request.basket_changed = True  # type: ignore[attr-defined]
    if put.was_cut:
        said = ngettext(
            "Only %(left)s is left and you asked for %(asked)s. We put in %(quantity)s.",
            "Only %(left)s are left and you asked for %(asked)s. We put in %(quantity)s.",
            put.left,
        )
        said %= {"left": put.left, "asked": put.asked, "quantity": put.quantity}
        messages.warning(request, f"{put.line.product.title}: {said}" if put.line else said)
    else:
        to_basket = format_html('<a href="{}">{}</a>', reverse("basket:summary"), _("See the basket"))
        messages.success(request, format_html("{} {}", _("It is in your basket."), to_basket))
