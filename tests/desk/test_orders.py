"""Orders as officers follow them, and cash as the finance clerk brings it to the bank."""

import uuid

import pytest
from django.urls import reverse

from marketplace.hubs.states import ConsignmentState
from marketplace.ledger.kinds import AccountKind
from marketplace.ledger.pots import held as in_pot
from marketplace.order.services import deliver
from tests.factories.goods import left
from tests.factories.orders import CODE, carry, make_order, parcel_of
from tests.factories.people import browser_of

S = ConsignmentState


@pytest.fixture
def order(bottle_of_oil, jar_of_honey, hub):
    """Oil of Yusuf's and honey of Amal's for Rania."""
    return make_order({bottle_of_oil: 2, jar_of_honey: 1}, hub)


def test_officer_finds_an_order_by_reference_phone_and_state(order, nour):
    browser = browser_of(nour)
    for wanted in ({"q": order.number.lower()}, {"q": "٠٥٩٩٠٠١٠٠٤"}, {"state": "placed"}):
        assert order.number in browser.get(reverse("program:orders"), wanted).text
    for unwanted in ({"q": "ZZZZZZZZ"}, {"state": "closed"}):
        assert order.number not in browser.get(reverse("program:orders"), unwanted).text


def test_officer_cancels_a_packed_part_and_it_goes_back_on_the_shelf(order, nour, yusuf, samir, yusufs_farm, bottle_of_oil):
    parcel = carry(parcel_of(order, yusufs_farm), S.PACKED, seller=yusuf, hub_staff=samir)
    assert left(bottle_of_oil) == 8
    browser = browser_of(nour)
    page = reverse("program:order-cancel", args=[order.number, parcel.reference])
    assert browser.get(page).status_code == 200

    browser.post(page, {"reason": "الطريق مغلقة"})

    parcel.refresh_from_db()
    order.refresh_from_db()
    assert (parcel.state, order.status, left(bottle_of_oil)) == (S.CANCELLED, "part_done", 10)


@pytest.mark.parametrize("who", ["huda", "omar", "amal", "rania", "samir"])
def test_orders_are_the_officers_business(who, request, order, yusufs_farm):
    parcel = parcel_of(order, yusufs_farm)
    browser = browser_of(request.getfixturevalue(who))
    assert browser.get(reverse("program:order", args=[order.number])).status_code == 403
    assert browser.post(reverse("program:order-cancel", args=[order.number, parcel.reference]), {"reason": "x"}).status_code == 403
    parcel.refresh_from_db()
    assert parcel.state == S.ASKED


def test_cash_goes_from_the_hub_to_the_bank_once(order, hub, huda, yusuf, samir, yusufs_farm):
    parcel = carry(parcel_of(order, yusufs_farm), S.AT_HUB, seller=yusuf, hub_staff=samir)
    deliver.hand_over(parcel.pk, by=samir, holder=f"hub:{hub.pk}", code=CODE)
    browser, typed = browser_of(huda), {"holder": f"hub:{hub.pk}", "amount": "٥٠٫٥٠", "key": str(uuid.uuid4())}

    browser.post(reverse("program:cash"), typed)
    browser.post(reverse("program:cash"), typed)

    assert (in_pot(AccountKind.CASH, f"hub:{hub.pk}"), in_pot(AccountKind.BANK)) == (1950, 5050)


def test_more_than_there_is_cannot_be_banked(order, hub, huda):
    answer = browser_of(huda).post(reverse("program:cash"), {"holder": f"hub:{hub.pk}", "amount": "10", "key": str(uuid.uuid4())})
    assert answer.status_code == 200
    assert in_pot(AccountKind.BANK) == 0


def test_officer_and_hub_cannot_bank(nour, samir, hub):
    for who in (nour, samir):
        assert (
            browser_of(who).post(reverse("program:cash"), {"holder": f"hub:{hub.pk}", "amount": "1", "key": str(uuid.uuid4())}).status_code
            == 403
        )


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("orders", [1, 3])
def test_the_list_asks_the_same_number_of_queries(orders, language, bottle_of_oil, hub, nour, django_assert_num_queries):
    for _ in range(orders):
        make_order({bottle_of_oil: 1}, hub)
    browser = browser_of(nour)
    with django_assert_num_queries(7):
        browser.get(reverse("program:orders").replace("/ar/", f"/{language}/"))
