"""An order as its buyer follows it, and the way back to a lost one."""

from django.urls import URLPattern

app_name = "orders"
urlpatterns: list[URLPattern] = []
