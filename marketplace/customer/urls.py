"""A buyer's account."""

from django.urls import URLPattern, path

from marketplace.core import oscar_names
from marketplace.customer import views

app_name = "customer"
urlpatterns: list[URLPattern] = [
    path("", views.summary, name="summary"),
    path("orders/", views.orders, name="orders"),
    *oscar_names.CUSTOMER,
]
