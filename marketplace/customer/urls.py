"""A buyer's account."""

from django.urls import URLPattern

app_name = "customer"
urlpatterns: list[URLPattern] = []
