"""From basket to order."""

from django.urls import path

from marketplace.checkout import views

app_name = "checkout"
urlpatterns = [path("", views.index, name="index")]
