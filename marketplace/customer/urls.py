"""A buyer's account."""

from django.urls import URLPattern

from marketplace.core import oscar_names

app_name = "customer"
urlpatterns: list[URLPattern] = [*oscar_names.CUSTOMER]
