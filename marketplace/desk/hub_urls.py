"""Screens of a hub's staff, below `hub/`."""

from django.urls import URLPattern

app_name = "hub"
urlpatterns: list[URLPattern] = []
