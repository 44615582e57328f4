"""Staff screens of the programme, below `program/`."""

from django.urls import path

from marketplace.desk import cash, home, orders
from marketplace.desk.design import DesignView

app_name = "program"
urlpatterns = [
    path("", home.home, name="home"),
    path("orders/", orders.orders, name="orders"),
    path("orders/<str:reference>/", orders.order, name="order"),
    path("orders/<str:reference>/<str:part>/cancel/", orders.cancel_part, name="order-cancel"),
    path("cash/", cash.cash, name="cash"),
    path("design/", DesignView.as_view(), name="design"),
]
