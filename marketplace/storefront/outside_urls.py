"""Addresses for machines, outside the languages."""

from django.conf import settings
from django.urls import URLPattern, path, re_path

from marketplace.storefront import outside

urlpatterns: list[URLPattern] = [
    path("robots.txt", outside.robots, name="robots"),
    path("sitemap.xml", outside.sitemap, name="sitemap"),
]
if settings.DEMO:
    # Only cut pictures: originals and everything else in the storage have no address.
    urlpatterns.append(re_path(r"^media/(?P<path>(?:goods|sellers)/[A-Za-z0-9_-]+\.webp)$", outside.media, name="media"))
