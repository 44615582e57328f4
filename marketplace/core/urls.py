"""Addresses outside the languages: the front door, and whether we are well."""

from django.urls import URLPattern, path

from marketplace.core import views

urlpatterns: list[URLPattern] = [
    path("", views.front_door, name="front-door"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
]
