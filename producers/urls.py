"""A producer's own screens: `my/`."""

from django.urls import path

from producers.views.own import earnings, goods, home, orders

app_name = "my"
urlpatterns = [
    path("", home.home, name="home"),
    path("goods/", goods.goods, name="goods"),
    path("goods/new/", goods.new, name="good-new"),
    path("goods/<int:pk>/", goods.good, name="good"),
    path("goods/<int:pk>/level/", goods.level, name="good-level"),
    path("goods/<int:pk>/withdraw/", goods.withdraw, name="good-withdraw"),
    path("goods/<int:pk>/pictures/<int:image_pk>/remove/", goods.remove_picture, name="good-picture-remove"),
    path("goods/<int:pk>/<slug:name>/", goods.step, name="good-step"),
    path("orders/", orders.orders, name="orders"),
    path("orders/<str:reference>/", orders.order, name="order"),
    path("orders/<str:reference>/decline/", orders.decline, name="order-decline"),
    path("orders/<str:reference>/<slug:name>/", orders.step, name="order-step"),
    path("earnings/", earnings.earnings, name="earnings"),
    path("earnings/payee/", earnings.payee, name="earnings-payee"),
    path("earnings/<int:pk>/", earnings.entry, name="earnings-entry"),
]
