"""Signing in, up and out. Names without a namespace: Django and Oscar reverse them."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
