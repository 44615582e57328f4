"""Placing orders: once, in whole, or not at all."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from marketplace.core.money import share
from marketplace.hubs.models import Consignment
from marketplace.ledger.models import FeeRule
from marketplace.notifications.models import Message
from marketplace.order.models import Line, Order
from marketplace.order.services import place
from marketplace.partner.services.stock import OutOfStock
from marketplace.payment.gateways import PaymentFact
from marketplace.payment.gateways.cash_on_delivery import CashOnDelivery
from marketplace.payment.models import Attempt
from marketplace.payment.states import AttemptState
from tests.factories.goods import held, left, make_good, stock
from tests.factories.orders import make_basket, make_order, purchase
from tests.factories.people import make_partner


def untouched(*goods) -> bool:
    return (
        not Order.objects.exists()
        and not Attempt.objects.exists()
        and not Message.objects.exists()
        and all(held(good) == 0 for good in goods)
    )


def test_fee_is_frozen_on_the_line(jar_of_honey, hub):
    rule = FeeRule.objects.create(basis_points=825, valid_from=timezone.localdate())
    order = make_order({jar_of_honey: 3}, hub)
    rule.basis_points = 5000
    rule.save()

    line, parcel = Line.objects.get(order=order), Consignment.objects.get(order=order)
    assert (line.unit_agorot, line.total_agorot, line.fee_bp, line.fee_agorot) == (1800, 5400, 825, 446)
    assert (parcel.goods_agorot, parcel.fee_agorot) == (5400, 446)


def test_delivery_fee_is_shared_to_the_agora(jar_of_honey, bottle_of_oil, zone):
    zone.fee_agorot = 1001
    zone.save()
    order = make_order({jar_of_honey: 1, bottle_of_oil: 1}, governorate="PS-NBS")
    parts = list(order.consignments.order_by("pk").values_list("goods_agorot", "delivery_agorot", "due_agorot"))
    shares = share(1001, [goods for goods, _, _ in parts])
    assert [delivery for _, delivery, _ in parts] == shares
    assert sum(due for _, _, due in parts) == order.total_agorot == 1800 + 3500 + 1001


def test_thirty_lines_of_six_sellers_cost_the_same_queries_as_two_lines(hub):
    def queries(sellers: int, lines: int) -> int:
        goods = {}
        for seller in range(sellers):
            partner = make_partner(f"بائع {seller}", f"Seller {sellers} {seller}")
            goods |= {make_good(partner, f"منتوج {seller}{line}"): 1 for line in range(lines)}
        press = purchase(make_basket(goods), hub)
        with CaptureQueriesContext(connection) as captured:
            place.place(press)
        return len(captured)

    few, many = queries(2, 1), queries(6, 5)
    assert (few, many) == (33, 33), "promised: at most 60 for thirty lines"


def test_numbers_are_random_and_never_in_sequence(jar_of_honey, hub):
    stock(jar_of_honey, 100)
    numbers = [make_order({jar_of_honey: 1}, hub).number for _ in range(8)]
    assert len(set(numbers)) == 8
    assert all(len(number) == 8 for number in numbers)
    assert numbers != sorted(numbers)


def test_out_of_stock_changes_nothing(jar_of_honey, bottle_of_oil, hub):
    press = purchase(make_basket({bottle_of_oil: 2, jar_of_honey: 5}), hub)
    stock(jar_of_honey, 4)
    with pytest.raises(OutOfStock) as refused:
        place.place(press)
    assert "4" in str(refused.value)
    assert untouched(jar_of_honey, bottle_of_oil)


def test_changed_price_and_closed_hub_change_nothing(jar_of_honey, hub):
    press = purchase(make_basket({jar_of_honey: 1}), hub)
    with pytest.raises(place.TotalChanged):
        place.place(replace(press, seen_agorot=1799))
    hub.is_open = False
    hub.save()
    with pytest.raises(Exception, match="مغلقة"):
        place.place(press)
    assert untouched(jar_of_honey)


def test_paused_good_changes_nothing(jar_of_honey, hub):
    press = purchase(make_basket({jar_of_honey: 1}), hub)
    type(jar_of_honey).objects.filter(pk=jar_of_honey.pk).update(state="paused", is_public=False)
    with pytest.raises(place.NothingToOrder):
        place.place(press)
    assert untouched(jar_of_honey)


@pytest.mark.parametrize("lie", [{"amount_agorot": 1}, {"currency": "USD"}, {"attempt_id": "another"}, {"status": "waiting"}])
def test_a_payment_that_is_not_this_one_makes_no_order(lie, jar_of_honey, hub, monkeypatch):
    def fetch(self, attempt: Attempt) -> PaymentFact:
        return replace(PaymentFact("settled", str(attempt.pk), attempt.amount_agorot, "ILS"), **lie)

    monkeypatch.setattr(CashOnDelivery, "fetch", fetch)
    with pytest.raises(place.AttemptClosed):
        place.place(purchase(make_basket({jar_of_honey: 1}), hub))
    assert not Order.objects.exists()
    assert Attempt.objects.get().state == AttemptState.OPEN, "it stays live until its hold runs out"


def test_the_poller_finishes_what_a_dead_process_began(jar_of_honey, hub):
    attempt = place.begin(purchase(make_basket({jar_of_honey: 2}), hub))
    place.poll()
    assert not Order.objects.exists(), "its time is not up"

    Attempt.objects.filter(pk=attempt.pk).update(expires_at=timezone.now())
    place.poll()
    place.poll()

    assert Order.objects.get().attempt_id == attempt.pk
    assert held(jar_of_honey) == 2


def test_the_poller_lets_go_of_what_was_never_paid(jar_of_honey, hub, monkeypatch):
    attempt = place.begin(purchase(make_basket({jar_of_honey: 2}), hub))
    unpaid = PaymentFact("refused", str(attempt.pk), attempt.amount_agorot, "ILS")
    monkeypatch.setattr(CashOnDelivery, "expire", lambda self, attempt: unpaid)
    Attempt.objects.filter(pk=attempt.pk).update(expires_at=timezone.now())

    place.poll()

    attempt.refresh_from_db()
    assert (attempt.state, left(jar_of_honey), held(jar_of_honey)) == (AttemptState.EXPIRED, 10, 0)
    with pytest.raises(place.AttemptClosed):
        place.finalize(attempt.pk)
    assert left(jar_of_honey) == 10


def test_buyer_and_sellers_are_told_once(jar_of_honey, bottle_of_oil, hub):
    press = purchase(make_basket({jar_of_honey: 1, bottle_of_oil: 1}), hub, email="rania@example.org")
    place.place(press)
    place.place(press)
    told = sorted(Message.objects.values_list("kind", "channel"))
    assert told == [("order_asked", "sms"), ("order_asked", "sms"), ("order_placed", "email"), ("order_placed", "sms")]


def test_one_broken_attempt_does_not_stop_the_poller(jar_of_honey, hub, caplog):
    broken, whole = (place.begin(purchase(make_basket({jar_of_honey: 1}), hub)) for _ in range(2))
    Attempt.objects.update(expires_at=timezone.now())
    Attempt.objects.filter(pk=broken.pk).update(details={}, expires_at=timezone.now() - timedelta(hours=1))
    place.poll()
    assert [order.attempt_id for order in Order.objects.all()] == [whole.pk]
    assert Attempt.objects.get(pk=broken.pk).state == "open"
    assert str(broken.pk) in caplog.text
