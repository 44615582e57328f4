"""An order as its buyer follows it, and the way back to a lost one."""

from django.urls import URLPattern, path

from marketplace.customer import views

app_name = "orders"
urlpatterns: list[URLPattern] = [
    path("", views.lookup, name="lookup"),
    path("code/", views.lookup_code, name="lookup-code"),
    path("found/", views.found, name="found"),
    path("<str:reference>/", views.track, name="track"),
    path("<str:reference>/<str:part>/cancel/", views.cancel_part, name="cancel"),
]
