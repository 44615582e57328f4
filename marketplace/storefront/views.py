"""The pages anybody can read. None of them makes a session or a token, so one copy serves everybody."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from marketplace.catalogue import queries as goods
from marketplace.catalogue.forms import read_wish
from marketplace.catalogue.models import Category
from marketplace.catalogue.shelves import shelf_of
from marketplace.core.paging import BY_NUMBER, cut
from marketplace.storefront import queries
from marketplace.storefront.facts import facts_of
from marketplace.storefront.models import Page
from marketplace.storefront.prose import blocks
from marketplace.storefront.structured import good_data, seller_data

NEW_SELLERS = 3
SELLERS_ON_A_PAGE = 24
GOODS_BESIDE = 4


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The front page: where one picks up, what is in season, kinds, new sellers, where a shekel goes."""
    today = timezone.localdate()
    shown = queries.home_goods(on=today)
    context = {
        "hubs": [queries.hub_line(hub) for hub in queries.hubs()],
        "goods": shown,
        "picture_url": _whole_address(request, shown.hero.picture if shown.hero else None),
        "kinds": goods.kinds(),
        "sellers": queries.newest_sellers(NEW_SELLERS),
        "shekel": queries.shekel_of_every_sale(on=today),
    }
    return render(request, "storefront/home.html", context)


@require_safe
def shelf(request: HttpRequest) -> HttpResponse:
    """All goods."""
    found = shelf_of(goods.on_shelf(), read_wish(request.GET), request.GET)
    return render(request, "storefront/shelf.html", {"shelf": found, "kinds": goods.kinds()})


@require_safe
def category(request: HttpRequest, slug: str) -> HttpResponse:
    """The goods of one kind."""
    kind = get_object_or_404(Category, slug=slug, is_public=True)
    found = shelf_of(goods.on_shelf().filter(categories=kind), read_wish(request.GET), request.GET)
    return render(request, "storefront/shelf.html", {"shelf": found, "kinds": goods.kinds(), "kind": kind})


@require_safe
def good(request: HttpRequest, product_slug: str, pk: str) -> HttpResponse:
    """One good. Its number finds it; another slug is sent to the right address."""
    today = timezone.localdate()
    found = goods.good_page(int(pk), on=today)
    if found is None:
        raise Http404
    card = goods.card(found, on=today)
    if product_slug != found.slug:
        return HttpResponsePermanentRedirect(card.url)
    pictures = goods.pictures(found)
    context = {
        "good": found,
        "card": card,
        "pictures": pictures,
        "picture_url": _whole_address(request, pictures[0] if pictures else None),
        "badges": goods.badges(found, on=today),
        "facts": facts_of(found),
        "pick_up": queries.first_pick_up(queries.hubs(), found, today=today),
        "shekel": queries.shekel_of(found, card.price, on=today),
        "seller": queries.seller_card(goods.maker(found)),
        "beside": goods.beside(found, limit=GOODS_BESIDE),
        "data": good_data(found, card, pictures, request.build_absolute_uri),
    }
    return render(request, "storefront/good.html", context)


@require_safe
def sellers(request: HttpRequest) -> HttpResponse:
    """All sellers with something on the shelf, newest first."""
    page = cut(queries.sellers(), BY_NUMBER, request.GET, size=SELLERS_ON_A_PAGE)
    context = {
        "cards": [queries.seller_card(partner) for partner in page.rows],
        "previous_url": f"?{page.previous}" if page.previous else "",
        "next_url": f"?{page.next}" if page.next else "",
    }
    return render(request, "storefront/sellers.html", context)


@require_safe
def seller(request: HttpRequest, code: str) -> HttpResponse:
    """One seller: who they are and what they have now."""
    partner = queries.seller_of(code)
    if partner is None:
        raise Http404
    context = {
        "seller": partner,
        "card": queries.seller_card(partner),
        "shelf": shelf_of(queries.goods_of(partner), read_wish(request.GET), request.GET),
        "data": seller_data(partner, request.path, request.build_absolute_uri),
    }
    return render(request, "storefront/seller.html", context)


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """A page of words staff edit; the delivery page lists hubs and zones, the shekel page draws the rule that holds today."""
    found = get_object_or_404(Page, slug=slug)
    context: dict[str, object] = {"page": found, "blocks": blocks(found.body)}
    if slug == "delivery":
        context |= {"hubs": [queries.hub_line(hub) for hub in queries.hubs()], "zones": queries.zone_lines()}
    if slug == "shekel":
        context["shekel"] = queries.shekel_of_every_sale(on=timezone.localdate())
    return render(request, "storefront/page.html", context)


def _whole_address(request: HttpRequest, picture: goods.Picture | None) -> str:
    """The address other sites fetch a picture from; the storage may already give one with a host."""
    return request.build_absolute_uri(picture.src) if picture else ""
