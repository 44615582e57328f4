"""The shelf and the goods on it. The namespace is Oscar's: its models reverse these names."""

from django.urls import URLPattern, path, re_path

from marketplace.core import oscar_names
from marketplace.storefront import views

app_name = "catalogue"
urlpatterns: list[URLPattern] = [
    path("shop/", views.shelf, name="index"),
    path("shop/<slug:slug>/", views.category, name="category"),
    # A title in Arabic gives an Arabic slug; a title of signs alone gives none. Eighteen digits always fit a bigint.
    re_path(r"^goods/(?P<product_slug>[^/\s]*)-(?P<pk>[0-9]{1,18})/$", views.good, name="detail"),
    *oscar_names.CATALOGUE,
]
