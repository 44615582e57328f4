"""Signing in, up and out. Names without a namespace: Django and Oscar reverse them."""

from django.urls import URLPattern, path

from marketplace.accounts import views
from marketplace.notifications.views import demo_phone

urlpatterns: list[URLPattern] = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-up/", views.sign_up, name="sign-up"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("demo/phone/", demo_phone, name="demo-phone"),
]
