"""Eight buyers for the last three jars."""

import os
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from django.db import connection

from marketplace.catalogue.models import Product
from marketplace.hubs.models import Hub
from marketplace.order.models import Order
from marketplace.order.services import place
from marketplace.partner.models import StockRecord
from marketplace.partner.services import stock
from marketplace.partner.services.stock import OutOfStock
from marketplace.payment.models import Attempt
from tests.factories.goods import held, left
from tests.factories.goods import stock as put
from tests.factories.orders import make_basket, purchase
from tests.races.crowd import at_once

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
JARS, BUYERS, ROUNDS = 3, 8, int(os.environ.get("RACE_ROUNDS", "20"))


def race(honey: Product, hub: Hub) -> list[object]:
    """Let the buyers press at once and return what each got."""
    put(honey, held(honey) + JARS)
    presses = [purchase(make_basket({honey: 1}), hub) for _ in range(BUYERS)]
    return at_once([partial(place.place, press) for press in presses])


def sold(answers: list[object]) -> int:
    return sum(isinstance(answer, place.Placed) for answer in answers)


@pytest.fixture
def lock_off(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The hold as it is written without thinking: read what is left, compare, write the sum. All read before anybody writes."""
    everybody_read = threading.Barrier(BUYERS)

    def naive(quantities: stock.Quantities) -> list[StockRecord]:
        records = list(StockRecord.objects.filter(pk__in=quantities))
        everybody_read.wait(timeout=20)
        for record in records:
            if record.left < quantities[record.pk]:
                raise OutOfStock(name=record.product.title, left=record.left)
            record.num_allocated += quantities[record.pk]
            record.save(update_fields=["num_allocated"])
        return records

    monkeypatch.setattr(stock, "hold", naive)
    yield


def test_with_the_lock_off_it_oversells(lock_off, jar_of_honey, hub):
    """The race is real: without the lock more jars are sold than there are."""
    assert sold(race(jar_of_honey, hub)) > JARS


def test_three_jars_go_to_three_buyers_every_time(jar_of_honey, hub):
    for number in range(1, ROUNDS + 1):
        answers = race(jar_of_honey, hub)
        refused = [answer for answer in answers if isinstance(answer, OutOfStock)]

        assert (sold(answers), len(refused)) == (JARS, BUYERS - JARS), answers
        assert (left(jar_of_honey), held(jar_of_honey)) == (0, JARS * number)
        assert Order.objects.count() == JARS * number
        assert Attempt.objects.exclude(state="placed").count() == 0, "a refusal left an attempt behind"


def test_two_baskets_with_the_same_goods_do_not_wait_for_each_other(jar_of_honey, bottle_of_oil, hub):
    """The goods stand in opposite order in the baskets; rows are locked in one order all the same."""
    put(jar_of_honey, 100)
    put(bottle_of_oil, 100)
    for _ in range(5):
        one, other = make_basket({jar_of_honey: 1, bottle_of_oil: 1}), make_basket({bottle_of_oil: 1, jar_of_honey: 1})
        answers = at_once([partial(place.place, purchase(basket, hub)) for basket in (one, other)])
        assert sold(answers) == 2, answers


def test_double_tap_makes_one_order(jar_of_honey, hub):
    for _ in range(5):
        press = purchase(make_basket({jar_of_honey: 1}), hub)
        answers = at_once([partial(place.place, press)] * 4)
        numbers = {answer.order.number for answer in answers if isinstance(answer, place.Placed) and answer.order}
        assert (sold(answers), len(numbers)) == (4, 1), answers
    assert (Order.objects.count(), held(jar_of_honey)) == (5, 5)


def test_two_tabs_of_one_basket_make_one_order(jar_of_honey, hub):
    for number in range(1, 6):
        basket = make_basket({jar_of_honey: 1})
        answers = at_once([partial(place.place, purchase(basket, hub)) for _ in range(2)])
        assert Order.objects.count() == number, answers
        assert held(jar_of_honey) == number
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM payment_attempt WHERE state IN ('open', 'paying')")
        assert cursor.fetchone() == (0,)
