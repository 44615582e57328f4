"""Two people at two desks with the same parcel, stock or payout run. Whoever comes second finds it done or is refused; the books hold."""

from collections.abc import Callable
from functools import partial

import pytest
from django.utils import timezone

from marketplace.core.errors import DomainError
from marketplace.hubs.models import Consignment
from marketplace.hubs.states import ConsignmentState
from marketplace.ledger.kinds import AccountKind
from marketplace.ledger.models import Transaction
from marketplace.ledger.pots import held as in_pot
from marketplace.order import checks
from marketplace.order.services import cancel, change, deliver, place
from marketplace.partner.services import stock
from marketplace.payouts import services as payouts
from marketplace.payouts.models import PayoutRun
from marketplace.payouts.states import PayoutMethod
from tests.factories.goods import held, left
from tests.factories.orders import CODE, carry, make_basket, make_order, parcel_of, purchase
from tests.factories.people import grant, make_user
from tests.races.crowd import at_once

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
S, ROUNDS = ConsignmentState, 4


def only_refusals(answers: list[object]) -> list[Exception]:
    """The refusals among the answers; anything else that went wrong fails."""
    errors = [answer for answer in answers if isinstance(answer, Exception)]
    assert all(isinstance(error, DomainError) for error in errors), errors
    return errors


def test_the_same_parcel_is_handed_over_once(jar_of_honey, hub, amals_shop, amal, samir):
    for number in range(1, ROUNDS + 1):
        parcel = carry(parcel_of(make_order({jar_of_honey: 1}, hub), amals_shop), S.AT_HUB, seller=amal, hub_staff=samir)
        desk = partial(deliver.hand_over, parcel.pk, by=samir, holder=f"hub:{hub.pk}", code=CODE)
        assert not only_refusals(at_once([desk] * 4))
        assert parcel.changes.filter(new=S.DELIVERED).count() == 1
        assert in_pot(AccountKind.CASH, f"hub:{hub.pk}") == 1800 * number
    assert list(checks.run()) == []


def test_wrong_codes_from_many_desks_get_five_tries(jar_of_honey, hub, amals_shop, amal, samir):
    parcel = carry(parcel_of(make_order({jar_of_honey: 1}, hub), amals_shop), S.AT_HUB, seller=amal, hub_staff=samir)
    guess = partial(deliver.hand_over, parcel.pk, by=samir, holder=f"hub:{hub.pk}", code="000000")
    answers = at_once([guess] * 8)
    refused = [type(answer) for answer in answers]
    assert (refused.count(deliver.WrongCode), refused.count(deliver.CodeUsedUp)) == (5, 3), answers


PAIRS: dict[str, tuple[ConsignmentState | None, Callable[..., object], Callable[..., object]]] = {
    "buyer cancels, seller accepts": (None, cancel.by_buyer, change.accept),
    "seller declines, seller packs": (S.ACCEPTED, partial(change.decline, reason="سفر"), change.pack),
    "hub receives, staff cancel": (S.PACKED, change.receive, partial(cancel.by_staff, reason="خطأ")),
    "hub sends back, hub hands over": (
        S.AT_HUB,
        partial(cancel.send_back, reason="لم يأت"),
        partial(deliver.hand_over, holder="hub:1", code=CODE),
    ),
    "seller packs, staff cancel": (S.ACCEPTED, change.pack, partial(cancel.by_staff, reason="خطأ")),
}


@pytest.mark.parametrize("pair", PAIRS)
def test_two_steps_at_once_leave_one_story(pair, jar_of_honey, hub, amals_shop, amal, samir):
    start, *steps = PAIRS[pair]
    gone = 0
    for turn in range(ROUNDS):
        parcel = parcel_of(make_order({jar_of_honey: 1}, hub), amals_shop)
        if start:
            carry(parcel, start, seller=amal, hub_staff=samir)
        only_refusals(at_once([partial(step, parcel.pk, by=samir) for step in steps[:: 1 if turn % 2 else -1]]))
        parcel.refresh_from_db()
        last = parcel.changes.order_by("pk").last()
        assert last is not None and last.new == parcel.state
        back = parcel.state in (S.CANCELLED, S.DECLINED)
        gone += 0 if back else 1
        assert left(jar_of_honey) == 10 - gone
    assert held(jar_of_honey) == Consignment.objects.filter(state__in=[S.ASKED, S.ACCEPTED]).count()
    assert list(checks.run()) == []


def test_a_count_and_a_hold_never_cross(jar_of_honey, hub, amal):
    record = jar_of_honey.stockrecords.get()
    for _ in range(ROUNDS):
        presses = [partial(place.place, purchase(make_basket({jar_of_honey: 1}), hub)) for _ in range(3)]
        only_refusals(at_once([*presses, partial(stock.set_level, record.pk, held(jar_of_honey) + 2, by=amal)]))
        assert left(jar_of_honey) >= 0
        stock.set_level(record.pk, held(jar_of_honey) + 10, by=amal)
    assert list(checks.run()) == []


def test_finishing_and_expiring_make_one_order(jar_of_honey, hub):
    for number in range(1, ROUNDS + 1):
        attempt = place.begin(purchase(make_basket({jar_of_honey: 1}), hub))
        answers = at_once([partial(place.finalize, attempt.pk), partial(place.expire, attempt.pk), partial(place.finalize, attempt.pk)])
        assert not only_refusals(answers)
        assert len({answer.pk for answer in answers}) == 1  # type: ignore[union-attr]
        assert held(jar_of_honey) == number
    assert list(checks.run()) == []


@pytest.fixture
def sold(jar_of_honey, hub, amals_shop, amal, samir):
    """A jar sold and handed over, its seller paid in cash."""
    payouts.set_payee(amals_shop, PayoutMethod.CASH, by=amal)
    parcel = carry(parcel_of(make_order({jar_of_honey: 1}, hub), amals_shop), S.AT_HUB, seller=amal, hub_staff=samir)
    return deliver.hand_over(parcel.pk, by=samir, holder=f"hub:{hub.pk}", code=CODE)


def test_a_run_is_proposed_approved_and_paid_once(sold, huda, omar):
    today = timezone.localdate()
    other = grant(make_user("سعاد"), "finance_approver")  # type: ignore[arg-type]
    refused = only_refusals(at_once([partial(payouts.propose_run, until=today, pay_on=today, by=huda)] * 4))
    run = PayoutRun.objects.get()
    assert len(refused) == 3
    only_refusals(at_once([partial(payouts.approve, run.pk, by=person) for person in (omar, other, omar)]))
    only_refusals(at_once([partial(payouts.settle, run.pk, by=person) for person in (huda, omar, huda, other)]))
    assert Transaction.objects.filter(kind="payout").count() == 1
    assert in_pot(AccountKind.CASH, "programme") == -run.payouts.get().amount_agorot


def test_paying_and_changing_where_to_pay_never_pay_the_unknown(sold, huda, omar, amal, amals_shop):
    """Either the run paid before the change, or it is refused; a payout follows the payee it was approved with."""
    run = payouts.propose_run(until=timezone.localdate(), pay_on=timezone.localdate(), by=huda)
    payouts.approve(run.pk, by=omar)
    change_it = partial(payouts.set_payee, amals_shop, PayoutMethod.WALLET, "0599 001 001", by=amal)
    answers = at_once([partial(payouts.settle, run.pk, by=huda), change_it])
    paid = Transaction.objects.filter(kind="payout").count()
    assert (paid, len(only_refusals(answers))) in ((1, 0), (0, 1))
