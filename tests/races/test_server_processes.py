"""The races of `test_last_jars` once more through the real forms, against server processes of their own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from marketplace.catalogue.models import Product
from marketplace.hubs.models import Hub
from marketplace.order.models import Order
from marketplace.payment.models import Attempt
from tests.factories.goods import held, left
from tests.factories.goods import stock as put
from tests.journeys.drivers import Plain
from tests.races.crowd import at_once
from tests.races.servers import serving

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
JARS, BUYERS, ROUNDS = 3, 8, int(os.environ.get("RACE_ROUNDS", "20"))


@pytest.fixture
def shop(tmp_path: Path, jar_of_honey: Product, hub: Hub) -> Iterator[str]:
    """The address of the served shop; its log holds no answer of 500 or more."""
    log = tmp_path / "server.log"
    with serving(log) as base:
        yield base
    assert "Traceback" not in log.read_text(), log.read_text()[-3000:]


@contextmanager
def crowd(shop: str, good: Product, count: int) -> Iterator[list[Plain]]:
    """Buyers with one jar each in the basket, the checkout page open before them."""
    buyers = [Plain(shop) for _ in range(count)]
    try:
        for buyer in buyers:
            wish = {"product": good.pk, "quantity": 1}
            buyer.session.post(f"{shop}/ar/basket/add/", data=wish, headers={"Sec-Fetch-Site": "same-origin"}, timeout=30)
            buyer.go("/ar/checkout/")
        yield buyers
    finally:
        for buyer in buyers:
            buyer.session.close()


def confirm(buyer: Plain, hub: Hub) -> str:
    """Press the button; returns the address she ends at."""
    buyer.send("client_key", name="رانيا خوري", phone="0599001004", receiving=f"hub:{hub.pk}", tender="cash", terms="on")
    return buyer.path


def orders(ends: list[str | Exception]) -> list[str]:
    """The pages of orders among where the buyers ended. Fails where one met an error."""
    faults = [end for end in ends if isinstance(end, Exception)]
    assert not faults, faults
    return [str(end).partition("?")[0] for end in ends if str(end).startswith("/ar/orders/")]


def test_with_the_lock_off_it_oversells(tmp_path, jar_of_honey, hub):
    """The race is real here too: without the lock more jars are sold than there are."""
    put(jar_of_honey, JARS)
    with serving(tmp_path / "naive.log", "tests.races.naive_wsgi:application") as shop, crowd(shop, jar_of_honey, BUYERS) as buyers:
        ends = at_once([partial(confirm, buyer, hub) for buyer in buyers])
    assert len(set(orders(ends))) > JARS


def test_three_jars_go_to_three_of_eight_buyers_every_time(shop, jar_of_honey, hub):
    for number in range(1, ROUNDS + 1):
        put(jar_of_honey, held(jar_of_honey) + JARS)
        with crowd(shop, jar_of_honey, BUYERS) as buyers:
            ends = at_once([partial(confirm, buyer, hub) for buyer in buyers])

        assert len(set(orders(ends))) == JARS, ends
        assert (left(jar_of_honey), held(jar_of_honey)) == (0, JARS * number)
        assert Order.objects.count() == JARS * number
        assert Attempt.objects.exclude(state="placed").count() == 0, "a refusal left an attempt behind"


def test_eight_taps_on_one_form_make_one_order(shop, jar_of_honey, hub):
    for number in range(1, 4):
        with crowd(shop, jar_of_honey, 1) as (buyer,):
            taps = [_twin(buyer) for _ in range(BUYERS)]
            pages = orders(at_once([partial(confirm, tap, hub) for tap in taps]))
            for tap in taps:
                tap.session.close()

        assert (len(pages), len(set(pages))) == (BUYERS, 1), pages
        assert (Order.objects.count(), held(jar_of_honey)) == (number, number)


def _twin(buyer: Plain) -> Plain:
    """The same browser with the same page open."""
    twin = Plain(buyer.base)
    twin.session.cookies.update(buyer.session.cookies)
    twin.answer, twin.page = buyer.answer, buyer.page
    return twin
