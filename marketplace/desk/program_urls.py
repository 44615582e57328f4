"""Staff screens of the programme, below `program/`."""

from django.urls import path

from marketplace.desk import cash, goods, home, orders, payouts
from marketplace.desk.design import DesignView

app_name = "program"
urlpatterns = [
    path("", home.home, name="home"),
    path("goods/", goods.goods, name="goods"),
    path("goods/<int:pk>/", goods.good, name="good"),
    path("goods/<int:pk>/publish/", goods.publish, name="good-publish"),
    path("goods/<int:pk>/send-back/", goods.send_back, name="good-back"),
    path("goods/<int:pk>/<slug:name>/", goods.step, name="good-step"),
    path("orders/", orders.orders, name="orders"),
    path("orders/<str:reference>/", orders.order, name="order"),
    path("orders/<str:reference>/<str:part>/cancel/", orders.cancel_part, name="order-cancel"),
    path("cash/", cash.cash, name="cash"),
    path("payouts/", payouts.payouts, name="payouts"),
    path("payouts/propose/", payouts.propose, name="payout-propose"),
    path("payouts/<int:pk>/", payouts.run_page, name="payout-run"),
    path("payouts/<int:pk>/approve/", payouts.approve, name="payout-approve"),
    path("payouts/<int:pk>/settle/", payouts.settle, name="payout-settle"),
    path("payouts/<int:pk>/send-back/", payouts.send_back, name="payout-send-back"),
    path("payouts/<int:pk>/hold/<int:payout_pk>/", payouts.hold, name="payout-hold"),
    path("design/", DesignView.as_view(), name="design"),
]
