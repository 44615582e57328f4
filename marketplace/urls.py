"""Public addresses. Everything a person reads lies below the language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from marketplace.core import oscar_names

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("marketplace.core.urls")),
    path("", include("marketplace.storefront.outside_urls")),
    *i18n_patterns(
        path("", include("marketplace.storefront.urls")),
        path("", include("marketplace.storefront.shelf_urls")),
        path("", include("marketplace.accounts.urls")),
        path("search/", include("marketplace.search.urls")),
        path("basket/", include("marketplace.basket.urls")),
        path("checkout/", include("marketplace.checkout.urls")),
        path("orders/", include("marketplace.customer.order_urls")),
        path("account/", include("marketplace.customer.urls")),
        path("my/", include("producers.urls")),
        path("hub/", include("marketplace.desk.hub_urls")),
        path("program/", include("marketplace.desk.program_urls")),
        path("program/", include("training.urls")),
        path("", include((oscar_names.OFFER, "offer"))),
        path("", include((oscar_names.WISHLISTS, "wishlists"))),
    ),
]
