"""The basket."""

from django.urls import path

from marketplace.basket import views

app_name = "basket"
urlpatterns = [
    path("", views.summary, name="summary"),
    path("add/", views.add, name="add"),
    path("line/<int:pk>/", views.line, name="line"),
]
