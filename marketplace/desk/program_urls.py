"""Staff screens of the programme, below `program/`."""

from django.urls import URLPattern

app_name = "program"
urlpatterns: list[URLPattern] = []
