"""Staff screens where training stands beside anything, below `program/`."""

from django.urls import URLPattern

app_name = "programme"
urlpatterns: list[URLPattern] = []
