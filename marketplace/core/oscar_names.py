"""Names Oscar's models reverse for pages that we do not have (yet): each leads to the nearest page that we have.

The lists go into the namespace they are named after. An address here is not linked from anywhere of ours; it is there so that
`get_absolute_url` of an offer, a range, a review, a wish list or a stock alert never fails.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, re_path


def to_the_shelf(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """Lead to the shelf."""
    return redirect("catalogue:index")


def to_the_good(request: HttpRequest, product_slug: str, product_pk: str, pk: str) -> HttpResponse:
    """Lead to the page of the good that was reviewed."""
    return redirect("catalogue:detail", product_slug=product_slug, pk=product_pk)


CATALOGUE: list[URLPattern] = [
    path("shop/ranges/<str:slug>/", to_the_shelf, name="range"),
    # Eighteen digits, as the good's own page takes them.
    re_path(
        r"^shop/reviews/(?P<product_slug>[^/\s]*)/(?P<product_pk>[0-9]{1,18})/(?P<pk>[0-9]{1,18})/$", to_the_good, name="reviews-detail"
    ),
]
CUSTOMER: list[URLPattern] = [
    path("alerts/<str:key>/confirm/", to_the_shelf, name="alerts-confirm"),
    path("alerts/<str:key>/cancel/", to_the_shelf, name="alerts-cancel-by-key"),
    path("wishlists/<str:key>/", to_the_shelf, name="wishlists-detail"),
]
OFFER: list[URLPattern] = [path("shop/offers/<str:slug>/", to_the_shelf, name="detail")]
WISHLISTS: list[URLPattern] = [path("shop/wishlists/<str:key>/", to_the_shelf, name="detail")]
