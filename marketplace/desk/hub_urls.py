"""Screens of a hub's staff, below `hub/`."""

from django.urls import path

from marketplace.desk import hub

app_name = "hub"
urlpatterns = [
    path("", hub.home, name="home"),
    path("waiting/", hub.waiting, name="waiting"),
    path("cash/", hub.cash, name="cash"),
    path("parcels/<str:reference>/hand-over/", hub.hand_over, name="hand-over"),
    path("parcels/<str:reference>/give-up/<slug:name>/", hub.give_up, name="give-up"),
    path("parcels/<str:reference>/<slug:name>/", hub.step, name="step"),
]
