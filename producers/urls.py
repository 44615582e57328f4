"""A producer's own screens: `my/`."""

from django.urls import path

from producers.views.own import earnings, orders

app_name = "my"
urlpatterns = [
    path("orders/", orders.orders, name="orders"),
    path("orders/<str:reference>/", orders.order, name="order"),
    path("orders/<str:reference>/decline/", orders.decline, name="order-decline"),
    path("orders/<str:reference>/<slug:name>/", orders.step, name="order-step"),
    path("earnings/", earnings.earnings, name="earnings"),
    path("earnings/payee/", earnings.payee, name="earnings-payee"),
    path("earnings/<int:pk>/", earnings.entry, name="earnings-entry"),
]
