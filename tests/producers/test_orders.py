"""A seller's orders: she answers hers, and never sees another's part or more of the buyer than the parcel needs."""

import pytest
from django.urls import reverse

from marketplace.hubs.states import ConsignmentState
from marketplace.notifications.models import Message
from tests.factories.goods import held, left
from tests.factories.orders import make_order, parcel_of
from tests.factories.people import browser_of

S = ConsignmentState
SECRETS = ["0599001004", "0599 001 004", "+970599001004", "شارع الكناري 17", "خوري", "قرب بئر الكناري"]


@pytest.fixture
def shared(jar_of_honey, bottle_of_oil, zone, amals_group, yusuf):
    """One order of two sellers: honey of Amal's group, oil of Yusuf's, to a door with secrets."""
    return make_order(
        {jar_of_honey: 2, bottle_of_oil: 1},
        governorate="PS-NBS",
        phone="+970599001004",
        neighbourhood="شارع الكناري 17",
        landmark="قرب بئر الكناري",
        notes={bottle_of_oil.partner_id: "ملاحظة ليوسف وحده"},
    )


def test_accept_pack_through_the_screen(shared, amal, amals_shop, jar_of_honey):
    parcel = parcel_of(shared, amals_shop)
    browser = browser_of(amal)
    assert parcel.reference in browser.get(reverse("my:orders")).text
    assert held(jar_of_honey) == 2

    browser.post(reverse("my:order-step", args=[parcel.reference, "accept"]))
    browser.post(reverse("my:order-step", args=[parcel.reference, "packed"]))
    browser.post(reverse("my:order-step", args=[parcel.reference, "packed"]))

    parcel.refresh_from_db()
    assert parcel.state == S.PACKED
    assert (held(jar_of_honey), left(jar_of_honey)) == (0, 8)


def test_decline_needs_a_reason_and_lets_the_stock_go(shared, amal, amals_shop, jar_of_honey):
    parcel = parcel_of(shared, amals_shop)
    browser = browser_of(amal)

    browser.post(reverse("my:order-decline", args=[parcel.reference]), {"reason": "  "})
    parcel.refresh_from_db()
    assert (parcel.state, left(jar_of_honey)) == (S.ASKED, 8)

    browser.post(reverse("my:order-decline", args=[parcel.reference]), {"reason": "انتهى الموسم"})
    parcel.refresh_from_db()
    shared.refresh_from_db()
    assert (parcel.state, left(jar_of_honey), shared.status) == (S.DECLINED, 10, "part_done")
    assert "انتهى الموسم" in str(Message.objects.get(kind="consignment_declined").facts)


def test_seller_cannot_touch_anothers_part(shared, amal, yusufs_farm):
    theirs = parcel_of(shared, yusufs_farm)
    browser = browser_of(amal)
    assert browser.get(reverse("my:order", args=[theirs.reference])).status_code == 404
    assert browser.post(reverse("my:order-decline", args=[theirs.reference]), {"reason": "لا"}).status_code == 404
    for name in ("accept", "packed"):
        assert browser.post(reverse("my:order-step", args=[theirs.reference, name])).status_code == 404
    theirs.refresh_from_db()
    assert theirs.state == S.ASKED


def test_canaries_do_not_leak_into_a_sellers_screens(shared, amal, amals_shop, yusufs_farm, bottle_of_oil):
    mine, theirs = parcel_of(shared, amals_shop), parcel_of(shared, yusufs_farm)
    browser = browser_of(amal)
    pages = [reverse(name) for name in ("my:home", "my:orders", "my:goods", "my:earnings")] + [reverse("my:order", args=[mine.reference])]
    canaries = [*SECRETS, theirs.reference, bottle_of_oil.title_ar, yusufs_farm.name_ar, "ملاحظة ليوسف وحده", "71.00", "86.00"]
    for page in pages:
        said = browser.get(page).text
        assert [canary for canary in canaries if canary in said] == [], page
        english = browser.get(page.replace("/ar/", "/en/")).text
        assert [canary for canary in [*canaries, yusufs_farm.name_en] if canary in english] == [], page


@pytest.mark.parametrize("who", ["rania", "samir", "nour", "huda"])
def test_my_is_closed_to_who_does_not_sell(who, request, db):
    assert browser_of(request.getfixturevalue(who)).get(reverse("my:orders")).status_code == 403


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("orders", [1, 3])
def test_the_list_asks_the_same_number_of_queries(orders, language, bottle_of_oil, hub, yusuf, django_assert_num_queries):
    for _ in range(orders):
        make_order({bottle_of_oil: 1}, hub)
    browser = browser_of(yusuf)
    with django_assert_num_queries(6):
        browser.get(reverse("my:orders").replace("/ar/", f"/{language}/"))
