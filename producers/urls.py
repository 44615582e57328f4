"""A producer's own screens: `my/`."""

from django.urls import URLPattern

app_name = "my"
urlpatterns: list[URLPattern] = []
