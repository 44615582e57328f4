"""Home, sellers, policy pages."""

from django.urls import URLPattern, path

from marketplace.storefront import views

app_name = "storefront"
urlpatterns: list[URLPattern] = [
    path("", views.home, name="home"),
    path("sellers/", views.sellers, name="sellers"),
    path("sellers/<str:code>/", views.seller, name="seller"),
    path("pages/<slug:slug>/", views.page, name="page"),
    path("join/", views.page, {"slug": "join"}, name="join"),
    path("help/", views.page, {"slug": "complaints"}, name="help"),
]
