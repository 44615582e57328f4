"""The shelf and the goods on it. The namespace is Oscar's: its models reverse these names."""

from django.urls import URLPattern

app_name = "catalogue"
urlpatterns: list[URLPattern] = []
