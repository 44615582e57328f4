"""Addresses outside the languages: health, robots."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
