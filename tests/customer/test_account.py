"""A buyer's account shows her orders and nobody else's."""

import pytest
from django.urls import reverse

from marketplace.order.models import Order
from tests.factories.orders import make_order
from tests.factories.people import browser_of


@pytest.mark.parametrize("name", ["customer:summary", "customer:orders"])
def test_a_visitor_signs_in_first(db, name):
    assert browser_of().get(reverse(name)).url.startswith(reverse("sign-in") + "?next=")


@pytest.mark.parametrize("name", ["customer:summary", "customer:orders"])
def test_only_her_own_orders_are_listed(name, bottle_of_oil, hub, rania, leila):
    ours = make_order({bottle_of_oil: 1}, hub, buyer=rania)
    theirs = make_order({bottle_of_oil: 1}, hub, buyer=leila)
    guests = make_order({bottle_of_oil: 1}, hub, phone=rania.phone)

    answer = browser_of(rania).get(reverse(name))

    assert reverse("orders:track", args=[ours.number]) in answer.text
    # A phone typed at sign-up proves nothing: what a guest ordered with it is found by a code only.
    for other in (theirs, guests):
        assert other.number not in answer.text


def test_older_orders_are_on_the_next_page(bottle_of_oil, hub, rania):
    first = make_order({bottle_of_oil: 1}, hub, buyer=rania)
    for order in [first] * 20:
        _copy(order)
    browser = browser_of(rania)
    assert reverse("customer:orders") in browser.get(reverse("customer:summary")).text
    assert first.number not in browser.get(reverse("customer:orders")).text
    assert first.number in browser.get(reverse("customer:orders"), {"page": 2}).text


@pytest.mark.parametrize("orders", [1, 3])
@pytest.mark.parametrize(("name", "queries"), [("customer:summary", 6), ("customer:orders", 4)])
def test_the_lists_ask_the_same_number_of_queries(name, queries, orders, bottle_of_oil, hub, rania, django_assert_num_queries):
    for _ in range(orders):
        make_order({bottle_of_oil: 1}, hub, buyer=rania)
    browser = browser_of(rania)
    with django_assert_num_queries(queries):
        browser.get(reverse(name))


def _copy(order):
    """Write the order once more, as if placed later."""
    row = Order.objects.get(pk=order.pk)
    row.pk, row.attempt_id, row.number = None, None, f"COPY{Order.objects.count():04}"
    row.date_placed = row.date_placed.replace(year=row.date_placed.year + 1)
    row.save()
