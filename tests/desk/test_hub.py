"""A hub's screens: its staff take parcels in and hand them over; nobody else, and no other hub's staff."""

import pytest
from django.test import Client
from django.urls import reverse

from marketplace.accounts.models import User
from marketplace.accounts.rules import Role
from marketplace.catalogue.models import Product
from marketplace.hubs.models import Consignment, Hub
from marketplace.hubs.states import ConsignmentState
from marketplace.ledger.kinds import AccountKind
from marketplace.ledger.models import Entry
from marketplace.ledger.pots import held
from marketplace.partner.models import Partner
from tests.factories.orders import CODE, carry, make_order, parcel_of
from tests.factories.people import browser_of, grant, make_user
from tests.factories.places import make_hub

S = ConsignmentState


@pytest.fixture
def waiting_oil(bottle_of_oil: Product, hub: Hub, yusuf: User, samir: User, yusufs_farm: Partner) -> Consignment:
    """Two bottles of oil that wait at the hub in Nablus; 70 ₪ are due."""
    order = make_order({bottle_of_oil: 2}, hub)
    return carry(parcel_of(order, yusufs_farm), S.AT_HUB, seller=yusuf, hub_staff=samir)


@pytest.fixture
def hiba(db: None) -> User:
    """Runs another hub."""
    return grant(make_user("هبة"), Role.HUB_STAFF, make_hub("ramallah", "نقطة رام الله", "Ramallah hub"))


def hand_over(browser: Client, parcel: Consignment, **typed: str) -> int:
    return browser.post(reverse("hub:hand-over", args=[parcel.reference]), typed).status_code


def test_packed_parcel_is_received_and_buyer_gets_her_code(bottle_of_oil, hub, yusuf, samir, yusufs_farm, commits):
    parcel = carry(parcel_of(make_order({bottle_of_oil: 1}, hub), yusufs_farm), S.PACKED, seller=yusuf, hub_staff=samir)
    browser = browser_of(samir)
    assert parcel.reference in browser.get(reverse("hub:home")).text

    answer = browser.post(reverse("hub:step", args=[parcel.reference, "receive"]))

    parcel.refresh_from_db()
    assert answer.status_code == 302
    assert parcel.state == S.AT_HUB
    assert parcel.code_hash
    assert parcel.reference in browser.get(reverse("hub:waiting")).text


def test_code_hands_over_and_cash_is_the_hubs(waiting_oil, hub, samir, yusufs_farm):
    assert hand_over(browser_of(samir), waiting_oil, code="٢٤٦٨١٠") == 302

    waiting_oil.refresh_from_db()
    assert waiting_oil.state == S.DELIVERED
    assert held(AccountKind.CASH, f"hub:{hub.pk}") == 7000
    assert held(AccountKind.BUYER_DEPOSITS) == 0
    assert "70.00" in browser_of(samir).get(reverse("hub:cash")).text


def test_wrong_code_changes_nothing_but_the_count_and_stops_at_five(waiting_oil, samir):
    browser = browser_of(samir)
    for _ in range(5):
        assert hand_over(browser, waiting_oil, code="111111") == 422

    assert hand_over(browser, waiting_oil, code=CODE) == 422, "the right code came after five wrong ones"
    waiting_oil.refresh_from_db()
    assert waiting_oil.state == S.AT_HUB
    assert waiting_oil.code_tries == 5
    assert not Entry.objects.exists()


def test_without_a_code_the_reason_is_kept_with_the_name(waiting_oil, samir):
    assert hand_over(browser_of(samir), waiting_oil, reason="هاتفها مكسور وأعرفها") == 302

    step = waiting_oil.changes.last()
    assert (step.new, step.reason, step.by) == (S.DELIVERED, "هاتفها مكسور وأعرفها", samir)


def test_neither_code_nor_reason_is_refused(waiting_oil, samir):
    assert hand_over(browser_of(samir), waiting_oil) == 422
    waiting_oil.refresh_from_db()
    assert waiting_oil.state == S.AT_HUB


def test_pressing_twice_takes_the_cash_once(waiting_oil, hub, samir):
    browser = browser_of(samir)
    hand_over(browser, waiting_oil, code=CODE)
    hand_over(browser, waiting_oil, code=CODE)
    assert held(AccountKind.CASH, f"hub:{hub.pk}") == 7000


def test_another_hubs_staff_sees_and_touches_nothing(waiting_oil, hiba):
    browser = browser_of(hiba)
    for page in ("hub:home", "hub:waiting", "hub:cash"):
        assert waiting_oil.reference not in browser.get(reverse(page)).text
    assert hand_over(browser, waiting_oil, code=CODE) == 404
    for name in ("receive", "send-out", "new-code"):
        assert browser.post(reverse("hub:step", args=[waiting_oil.reference, name])).status_code == 404
    waiting_oil.refresh_from_db()
    assert waiting_oil.state == S.AT_HUB


@pytest.mark.parametrize("who", ["amal", "rania", "nour", "huda"])
def test_hub_is_closed_to_everybody_else(who, request, waiting_oil):
    browser = browser_of(request.getfixturevalue(who))
    assert browser.get(reverse("hub:home")).status_code == 403
    assert hand_over(browser, waiting_oil, code=CODE) == 403
    waiting_oil.refresh_from_db()
    assert waiting_oil.state == S.AT_HUB


def test_visitor_signs_in_first(waiting_oil):
    answer = Client().get(reverse("hub:home"))
    assert answer.status_code == 302
    assert "sign-in" in answer.url


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("parcels", [1, 3])
def test_lists_ask_the_same_number_of_queries(parcels, language, bottle_of_oil, hub, yusuf, samir, yusufs_farm, django_assert_num_queries):
    for _ in range(parcels):
        carry(parcel_of(make_order({bottle_of_oil: 1}, hub), yusufs_farm), S.AT_HUB, seller=yusuf, hub_staff=samir)
    browser = browser_of(samir)
    with django_assert_num_queries(7):
        browser.get(reverse("hub:waiting").replace("/ar/", f"/{language}/"))
