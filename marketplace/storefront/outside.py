"""For machines: robots.txt and sitemap.xml; and, in the demo world, the pictures."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from marketplace.catalogue.models import Category
from marketplace.catalogue.queries import on_shelf
from marketplace.storefront.models import Page
from marketplace.storefront.queries import sellers

# A sitemap may name 50,000 addresses; each thing has one in each language.
MOST_GOODS = 20_000
A_YEAR = 365 * 24 * 3600
Entry = tuple[str, dict[str, object], datetime | None]


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep crawlers out of what is private, uncached or endless."""
    map_of_all = request.build_absolute_uri(reverse("sitemap"))
    return render(request, "storefront/robots.txt", {"sitemap": map_of_all}, "text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page in both languages; four queries."""
    addresses = [({code: _address(request, name, kwargs, code) for code, _ in settings.LANGUAGES}, at) for name, kwargs, at in _entries()]
    return render(request, "storefront/sitemap.xml", {"addresses": addresses}, "application/xml")


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponse:
    """A cut picture. Its name is random and its content never changes. Production serves these from the storage itself."""
    if not default_storage.exists(path):
        raise Http404
    with default_storage.open(path) as file:
        response = HttpResponse(file.read(), content_type="image/webp")
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response


def _entries() -> Iterator[Entry]:
    for name in ("storefront:home", "catalogue:index", "storefront:sellers"):
        yield name, {}, None
    for slug in Category.objects.filter(is_public=True).values_list("slug", flat=True):
        yield "catalogue:category", {"slug": slug}, None
    for pk, slug, at in on_shelf().order_by("pk").values_list("pk", "slug", "date_updated")[:MOST_GOODS]:
        yield "catalogue:detail", {"product_slug": slug, "pk": pk}, at
    for code in sellers().order_by("pk").values_list("code", flat=True):
        yield "storefront:seller", {"code": code}, None
    for slug, at in Page.objects.values_list("slug", "changed_at"):
        yield "storefront:page", {"slug": slug}, at


def _address(request: HttpRequest, name: str, kwargs: dict[str, object], code: str) -> str:
    with translation.override(code):
        return request.build_absolute_uri(reverse(name, kwargs=kwargs))
