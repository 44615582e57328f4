"""A consignment on its way, and the order that follows it."""

import itertools

import pytest

from marketplace.core.errors import DomainError, MoveNotAllowed
from marketplace.hubs.services import move
from marketplace.hubs.states import MOVES, ConsignmentState
from marketplace.ledger.kinds import AccountKind
from marketplace.ledger.models import Entry
from marketplace.ledger.pots import held as in_pot
from marketplace.notifications.models import Message
from marketplace.order import checks, codes
from marketplace.order.services import cancel, change, deliver
from marketplace.order.states import OrderState, order_state
from tests.factories.goods import held, left
from tests.factories.orders import CODE, carry, make_order, parcel_of

S, STANDS = ConsignmentState, OrderState


@pytest.mark.parametrize(
    ("consignments", "expected"),
    [
        ([S.ASKED], STANDS.PLACED),
        ([S.OUT, S.AT_HUB], STANDS.PLACED),
        ([S.DELIVERED, S.ASKED], STANDS.PART_DONE),
        ([S.DECLINED, S.ACCEPTED], STANDS.PART_DONE),
        ([S.FAILED, S.DELIVERED], STANDS.PART_DONE),
        ([S.DELIVERED, S.DECLINED], STANDS.CLOSED),
        ([S.DELIVERED], STANDS.CLOSED),
        ([S.DECLINED, S.CANCELLED, S.RETURNED], STANDS.CANCELLED),
    ],
)
def test_state_of_an_order_follows(consignments, expected):
    assert order_state(consignments) == expected


def test_only_the_moves_of_the_table_are_made(jar_of_honey, hub, amals_shop, nour):
    parcel = parcel_of(make_order({jar_of_honey: 1}, hub), amals_shop)
    for old, new in itertools.product(S, S):
        type(parcel).objects.filter(pk=parcel.pk).update(state=old)
        parcel.refresh_from_db()
        if new in MOVES[old]:
            assert move(parcel, new, by=nour).state == new
        else:
            with pytest.raises(MoveNotAllowed):
                move(parcel, new, by=nour)
            parcel.refresh_from_db()
            assert parcel.state == old


def test_the_whole_road_in_money(jar_of_honey, bottle_of_oil, zone, hub, amals_shop, yusufs_farm, amal, yusuf, samir):
    order = make_order({jar_of_honey: 2, bottle_of_oil: 1}, governorate="PS-NBS")
    for partner, seller in ((amals_shop, amal), (yusufs_farm, yusuf)):
        parcel = carry(parcel_of(order, partner), S.AT_HUB, seller=seller, hub_staff=samir)
        change.send_out(parcel.pk, by=samir)
        deliver.hand_over(parcel.pk, by=samir, holder=f"hub:{hub.pk}", code=CODE)

    order.refresh_from_db()
    assert order.status == STANDS.CLOSED
    assert in_pot(AccountKind.CASH, f"hub:{hub.pk}") == 7100 + 1500
    assert in_pot(AccountKind.BUYER_DEPOSITS) == 0
    assert in_pot(AccountKind.DELIVERY_INCOME) == -1500
    assert in_pot(AccountKind.SELLER_PAYABLE, f"partner:{amals_shop.pk}") == -3600
    assert checks.run() == []


def test_declined_part_is_neither_paid_nor_held(jar_of_honey, bottle_of_oil, hub, amals_shop, amal):
    order = make_order({jar_of_honey: 2, bottle_of_oil: 1}, hub)
    parcel = parcel_of(order, amals_shop)
    change.decline(parcel.pk, reason="انتهى", by=amal)
    change.decline(parcel.pk, reason="مرة أخرى", by=amal)
    parcel.refresh_from_db()
    assert (parcel.reason, held(jar_of_honey), held(bottle_of_oil)) == ("انتهى", 0, 1)
    assert not Entry.objects.exists()
    with pytest.raises(MoveNotAllowed):
        change.pack(parcel.pk, by=amal)


def test_buyer_cancels_until_it_is_accepted(jar_of_honey, hub, amals_shop, amal, rania):
    order = make_order({jar_of_honey: 2}, hub)
    parcel = parcel_of(order, amals_shop)
    change.accept(parcel.pk, by=amal)
    with pytest.raises(cancel.AlreadyAccepted):
        cancel.by_buyer(parcel.pk, by=rania)
    assert held(jar_of_honey) == 2

    other = parcel_of(make_order({jar_of_honey: 3}, hub), amals_shop)
    cancel.by_buyer(other.pk, by=rania)
    cancel.by_buyer(other.pk, by=rania)
    assert held(jar_of_honey) == 2
    other.order.refresh_from_db()
    assert other.order.status == STANDS.CANCELLED


def test_returned_parcel_books_nothing_and_a_delivered_one_cannot_return(jar_of_honey, hub, amals_shop, amal, samir):
    first, second = (
        carry(parcel_of(make_order({jar_of_honey: 1}, hub), amals_shop), S.AT_HUB, seller=amal, hub_staff=samir) for _ in range(2)
    )
    cancel.send_back(first.pk, reason="لم يأت أحد", by=samir)
    assert not Entry.objects.exists()
    deliver.hand_over(second.pk, by=samir, holder=f"hub:{hub.pk}", code=CODE)
    with pytest.raises(DomainError):
        cancel.send_back(second.pk, reason="خطأ", by=samir)
    assert in_pot(AccountKind.CASH, f"hub:{hub.pk}") == 1800
    assert left(jar_of_honey) == 8


def test_the_newest_code_opens_all_parcels_of_the_order(
    jar_of_honey, bottle_of_oil, hub, amals_shop, yusufs_farm, amal, yusuf, samir, monkeypatch
):
    order = make_order({jar_of_honey: 1, bottle_of_oil: 1}, hub)
    for number, (partner, seller) in enumerate(((amals_shop, amal), (yusufs_farm, yusuf))):
        monkeypatch.setattr(codes, "new", lambda number=number: f"10000{number}")
        parcel = carry(parcel_of(order, partner), S.PACKED, seller=seller, hub_staff=samir)
        change.receive(parcel.pk, by=samir)
    with pytest.raises(deliver.WrongCode):
        deliver.hand_over(parcel_of(order, amals_shop).pk, by=samir, holder="hub:1", code="100000")
    for partner in (amals_shop, yusufs_farm):
        deliver.hand_over(parcel_of(order, partner).pk, by=samir, holder=f"hub:{hub.pk}", code="100001")
    assert in_pot(AccountKind.CASH, f"hub:{hub.pk}") == 5300


def test_the_code_lies_nowhere_in_the_open(jar_of_honey, hub, amals_shop, amal, samir, monkeypatch):
    monkeypatch.setattr(codes, "new", lambda: "731946")
    parcel = carry(parcel_of(make_order({jar_of_honey: 1}, hub), amals_shop), S.PACKED, seller=amal, hub_staff=samir)
    change.receive(parcel.pk, by=samir)
    message = Message.objects.get(kind="consignment_ready")
    parcel.refresh_from_db()
    assert "731946" not in parcel.code_hash
    assert "731946" not in str(message.facts)
    assert b"731946" not in bytes(message.secret)


def test_same_step_again_is_a_no_op(jar_of_honey, hub, amals_shop, amal, samir):
    parcel = parcel_of(make_order({jar_of_honey: 2}, hub), amals_shop)
    for service, by in ((change.accept, amal), (change.pack, amal), (change.receive, samir)):
        service(parcel.pk, by=by)
        before = parcel.changes.count()
        service(parcel.pk, by=by)
        assert parcel.changes.count() == before
    assert (held(jar_of_honey), left(jar_of_honey)) == (0, 8)


def test_a_planted_corruption_is_named(jar_of_honey, hub, amals_shop):
    order = make_order({jar_of_honey: 2}, hub)
    parcel = parcel_of(order, amals_shop)
    assert checks.run() == []
    type(parcel).objects.filter(pk=parcel.pk).update(goods_agorot=1)
    jar_of_honey.stockrecords.update(num_allocated=5)
    found = {finding.row for finding in checks.run()}
    assert found == {f"order {order.number}", f"consignment {parcel.reference}", f"stock record {jar_of_honey.stockrecords.get().pk}"}


def test_five_wrong_tries_are_all_whatever_parcel_they_are_made_at(
    jar_of_honey, bottle_of_oil, hub, amals_shop, yusufs_farm, amal, yusuf, samir
):
    """One code opens both parcels: trying at the one and then at the other gives no more tries."""
    order = make_order({jar_of_honey: 1, bottle_of_oil: 1}, hub)
    one = carry(parcel_of(order, amals_shop), S.AT_HUB, seller=amal, hub_staff=samir)
    other = carry(parcel_of(order, yusufs_farm), S.AT_HUB, seller=yusuf, hub_staff=samir)
    type(one).objects.filter(order=order).update(code_hash=codes.hashed(CODE, number=order.number))
    for parcel in (one, other, one, other, one):
        with pytest.raises(deliver.WrongCode):
            deliver.hand_over(parcel.pk, by=samir, holder=f"hub:{hub.pk}", code="000000")
    for parcel in (one, other):
        with pytest.raises(deliver.CodeUsedUp):
            deliver.hand_over(parcel.pk, by=samir, holder=f"hub:{hub.pk}", code=CODE)
    assert not Entry.objects.exists()


def test_steps_that_take_something_away_need_a_reason(jar_of_honey, hub, amals_shop, amal, samir, nour):
    order = make_order({jar_of_honey: 1}, hub)
    parcel = parcel_of(order, amals_shop)
    with pytest.raises(change.ReasonMissing):
        cancel.by_staff(parcel.pk, reason=" ", by=nour)
    carry(parcel, S.AT_HUB, seller=amal, hub_staff=samir)
    with pytest.raises(change.ReasonMissing):
        cancel.send_back(parcel.pk, reason="", by=samir)
    parcel.refresh_from_db()
    assert parcel.state == S.AT_HUB
