"""An order as its buyer follows it: who may open it, what it says, cancelling a part."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from marketplace.customer.queries import journey_of
from marketplace.hubs.models import Consignment
from marketplace.hubs.states import ConsignmentState
from marketplace.order.links import key_of, path_to
from marketplace.order.services import cancel, change, deliver
from tests.factories.goods import held, make_good
from tests.factories.orders import CODE, carry, make_order, parcel_of
from tests.factories.people import browser_of, make_partner

S = ConsignmentState


@pytest.fixture
def order(bottle_of_oil, jar_of_honey, hub):
    """Oil of Yusuf's and honey of Amal's, picked up in Nablus; placed by a guest."""
    return make_order({bottle_of_oil: 2, jar_of_honey: 1}, hub)


def page_of(order, language="en"):
    return path_to(order.number, language)


def cancel_page(order, parcel, *, key=None):
    return reverse("orders:cancel", args=[order.number, parcel.reference]) + (f"?key={key}" if key is not None else "")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_key_opens_the_order_without_an_account(order, language):
    answer = browser_of().get(page_of(order, language))

    assert answer.status_code == 200
    names = ("نساء بورين", "مزرعة يوسف", "نقطة نابلس") if language == "ar" else ("Women of Burin", "Yusuf&#x27;s farm", "Nablus hub")
    for words in (order.number, "88.00 ₪", "tel:+970599200200", *names):
        assert words in answer.text


def test_the_page_is_kept_nowhere_and_its_address_goes_nowhere(order):
    answer = browser_of().get(page_of(order))
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies
    assert "canonical" not in answer.text


@pytest.mark.parametrize("key", ["", "wrong", "of another order"])
def test_no_other_key_opens_it(order, bottle_of_oil, hub, key):
    other = make_order({bottle_of_oil: 1}, hub)
    key = key_of(other.number) if key == "of another order" else key

    answer = browser_of().get(reverse("orders:track", args=[order.number]), {"key": key})

    assert answer.status_code == 404
    assert order.buyer_name not in answer.text
    assert reverse("orders:lookup") in answer.text


def test_an_unknown_reference_and_a_wrong_key_look_the_same(order):
    unknown = browser_of().get("/ar/orders/ZZZZZZZZ/?key=x")
    wrong = browser_of().get(f"/ar/orders/{order.number}/?key=x")
    assert unknown.status_code == wrong.status_code == 404
    assert unknown.text.replace("ZZZZZZZZ", "") == wrong.text.replace(order.number, "")


def test_who_placed_it_signed_in_needs_no_key_and_a_stranger_gets_nothing(bottle_of_oil, hub, rania, leila):
    order = make_order({bottle_of_oil: 1}, hub, buyer=rania)
    address = reverse("orders:track", args=[order.number])
    assert browser_of(rania).get(address).status_code == 200
    assert browser_of(leila).get(address).status_code == 404
    assert browser_of().get(address).status_code == 404


def test_the_code_is_never_shown(order, yusuf, samir, yusufs_farm):
    parcel = carry(parcel_of(order, yusufs_farm), S.AT_HUB, seller=yusuf, hub_staff=samir)

    answer = browser_of().get(page_of(order))

    assert "We sent you the code by message" in answer.text
    assert CODE not in answer.text
    assert parcel.code_hash not in answer.text


def test_the_sums_follow_what_fell_away_and_what_was_paid(order, hub, yusuf, amal, samir, yusufs_farm, amals_shop):
    oil = carry(parcel_of(order, yusufs_farm), S.AT_HUB, seller=yusuf, hub_staff=samir)
    deliver.hand_over(oil.pk, by=samir, holder=f"hub:{hub.pk}", code=CODE)
    sums = journey_of(order).sums
    assert (sums.total, sums.dropped, sums.paid, sums.due) == (8800, 0, 7000, 1800)

    change.decline(parcel_of(order, amals_shop).pk, reason="نفد العسل", by=amal)

    sums = journey_of(order).sums
    assert (sums.total, sums.dropped, sums.paid, sums.due) == (8800, 1800, 7000, 0)


def test_what_is_late_comes_first_and_says_so(order, yusufs_farm, amals_shop):
    parts = journey_of(order).parts
    assert not any(part.is_late for part in parts)
    assert "Later than promised" not in browser_of().get(page_of(order)).text
    second = parts[1].row
    Consignment.objects.filter(pk=second.pk).update(promised_on=timezone.localdate() - timedelta(days=1))

    assert [(part.row.pk, part.is_late) for part in journey_of(order).parts] == [(second.pk, True), (parts[0].row.pk, False)]
    assert browser_of().get(page_of(order)).text.count("Later than promised") == 1

    cancel.by_buyer(second.pk, by=None)
    assert "Later than promised" not in browser_of().get(page_of(order)).text


def test_thanks_are_said_only_when_it_was_just_placed(order):
    assert "Thank you. The sellers have your order." in browser_of().get(page_of(order) + "&placed=1").text
    assert "Thank you. The sellers have your order." not in browser_of().get(page_of(order)).text


def test_buyer_cancels_one_part_and_the_other_stays(order, yusufs_farm, amals_shop, bottle_of_oil, jar_of_honey):
    parcel = parcel_of(order, yusufs_farm)
    page = cancel_page(order, parcel, key=key_of(order.number))
    assert browser_of().get(page).status_code == 200
    assert parcel_of(order, yusufs_farm).state == S.ASKED, "asking first changes nothing"

    answer = browser_of().post(page)

    assert answer.url == path_to(order.number, "ar")
    assert parcel_of(order, yusufs_farm).state == S.CANCELLED
    assert parcel_of(order, amals_shop).state == S.ASKED
    assert (held(bottle_of_oil), held(jar_of_honey)) == (0, 1)


def test_what_was_accepted_is_not_cancelled_and_the_buyer_reads_why(order, yusuf, yusufs_farm, bottle_of_oil):
    parcel = parcel_of(order, yusufs_farm)
    change.accept(parcel.pk, by=yusuf)
    browser = browser_of()

    with translation.override("en"):
        answer = browser.post(cancel_page(order, parcel, key=key_of(order.number)), follow=True)

    assert "The seller has already accepted this part" in answer.text
    assert parcel_of(order, yusufs_farm).state == S.ACCEPTED
    assert held(bottle_of_oil) == 2


def test_nobody_else_cancels(order, bottle_of_oil, hub, leila, yusufs_farm):
    parcel = parcel_of(order, yusufs_farm)
    other = make_order({bottle_of_oil: 1}, hub)
    tries = [
        (browser_of(), cancel_page(order, parcel)),
        (browser_of(), cancel_page(order, parcel, key="wrong")),
        (browser_of(), cancel_page(order, parcel, key=key_of(other.number))),
        (browser_of(), cancel_page(other, parcel, key=key_of(other.number))),
        (browser_of(leila), cancel_page(order, parcel)),
    ]
    for browser, page in tries:
        assert browser.post(page).status_code == 404
    assert parcel_of(order, yusufs_farm).state == S.ASKED


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("sellers", [1, 3])
def test_the_page_asks_the_same_number_of_queries(sellers, language, hub, rania, django_assert_num_queries):
    goods = {make_good(make_partner(f"بائعة {n}", f"Seller {n}")): 1 for n in range(sellers)}
    order = make_order(goods, hub, buyer=rania)
    guest, owner = browser_of(), browser_of(rania)

    with django_assert_num_queries(4):
        guest.get(page_of(order, language))
    with django_assert_num_queries(6), translation.override(language):
        owner.get(reverse("orders:track", args=[order.number]))
