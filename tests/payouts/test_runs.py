"""A payout run: proposed by one, approved by another, paid once."""

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.accounts.rules import Role
from marketplace.core.errors import DomainError, MoveNotAllowed
from marketplace.ledger import services as ledger
from marketplace.ledger.kinds import AccountKind
from marketplace.ledger.models import Transaction
from marketplace.ledger.queries import balance, due_now, due_until
from marketplace.partner.models import Partner
from marketplace.payouts import services as payouts
from marketplace.payouts.models import Payout, PayoutRun
from marketplace.payouts.services import runs
from marketplace.payouts.states import MOVES, PayoutMethod, RunState
from tests.factories.people import grant, make_partner
from tests.payouts.conftest import IBAN, Propose, Sell

pytestmark = pytest.mark.django_db


def paid() -> int:
    return Transaction.objects.filter(kind="payout").count()


def amounts(run: PayoutRun) -> dict[str, int]:
    return {payout.partner.name_en: payout.amount_agorot for payout in run.payouts.select_related("partner")}


def test_a_run_pays_what_is_due_from_bank_and_cash(
    amals_shop: Partner, yusufs_farm: Partner, both_payees: None, sell: Sell, propose: Propose, omar: User, huda: User
) -> None:
    sell(amals_shop, 10_000)
    sell(amals_shop, 5_000)
    sell(yusufs_farm, 2_000)

    run = propose()
    assert amounts(run) == {"Women of Burin": 13_500, "Yusuf's farm": 1_800}
    payouts.approve(run.pk, by=omar)
    assert paid() == 0
    run = payouts.settle(run.pk, by=huda)

    assert (run.state, run.closed_by) == (RunState.SETTLED, huda)
    assert due_now() == {amals_shop.pk: 0, yusufs_farm.pk: 0}
    assert balance(ledger.account(AccountKind.BANK)) == -13_500
    assert balance(ledger.account(AccountKind.CASH, "programme")) == -1_800
    assert sorted(Transaction.objects.filter(kind="payout").values_list("key", flat=True)) == sorted(
        f"payout:{p.pk}" for p in run.payouts.all()
    )


def test_settling_again_pays_nothing_more(
    amals_shop: Partner, both_payees: None, sell: Sell, propose: Propose, omar: User, huda: User
) -> None:
    sell(amals_shop, 10_000)
    run = payouts.approve(propose().pk, by=omar)

    payouts.settle(run.pk, by=huda)
    payouts.settle(run.pk, by=huda)

    assert paid() == 1
    with pytest.raises(runs.NothingDue):
        propose()


def test_sales_up_to_the_last_day_count_and_earlier_payouts_are_not_forgotten(
    amals_shop: Partner, both_payees: None, sell: Sell, omar: User, huda: User
) -> None:
    here, yesterday = timezone.get_default_timezone(), timezone.localdate() - timedelta(days=1)
    last_minute = timezone.make_aware(datetime.combine(yesterday, datetime.max.time()), here)
    sell(amals_shop, 1_000, when=last_minute)
    sell(amals_shop, 5_000, when=last_minute + timedelta(seconds=1))
    run = payouts.propose_run(until=yesterday, pay_on=yesterday, by=huda)
    assert amounts(run) == {"Women of Burin": 900}
    payouts.approve(run.pk, by=omar)
    payouts.settle(run.pk, by=huda)

    # The payout was booked today, but the same yesterday is not paid a second time.
    assert due_until(yesterday) == {amals_shop.pk: 0}
    with pytest.raises(runs.NothingDue):
        payouts.propose_run(until=yesterday, pay_on=timezone.localdate(), by=huda)


def test_who_owes_is_not_paid_and_carries_it_on(
    amals_shop: Partner, yusufs_farm: Partner, both_payees: None, sell: Sell, propose: Propose
) -> None:
    sell(yusufs_farm, 1_000)
    ledger.refunded("K-1", partner_id=yusufs_farm.pk, goods=4_000, fee=400, holder="hub:2", by=None)
    sell(amals_shop, 1_000)

    assert amounts(propose()) == {"Women of Burin": 900}
    assert due_now([yusufs_farm.pk]) == {yusufs_farm.pk: -2_700}


def test_a_seller_without_a_payee_is_held_and_keeps_her_due(
    amals_shop: Partner, yusufs_farm: Partner, sell: Sell, propose: Propose, omar: User, huda: User
) -> None:
    payouts.set_payee(amals_shop, PayoutMethod.IBAN, IBAN, by=huda)
    sell(amals_shop, 1_000)
    sell(yusufs_farm, 2_000)

    run = propose()
    payouts.approve(run.pk, by=omar)
    payouts.settle(run.pk, by=huda)

    held = run.payouts.get(partner=yusufs_farm)
    assert held.is_held and held.hold_reason
    assert due_now() == {amals_shop.pk: 0, yusufs_farm.pk: 1_800}


def test_a_held_payout_is_left_out(amals_shop: Partner, both_payees: None, sell: Sell, propose: Propose, omar: User, huda: User) -> None:
    sell(amals_shop, 1_000)
    run = payouts.approve(propose().pk, by=omar)
    with pytest.raises(runs.ReasonMissing):
        payouts.hold(run.payouts.get().pk, reason="  ", by=huda)

    payouts.hold(run.payouts.get().pk, reason="She called about it", by=huda)
    payouts.settle(run.pk, by=huda)

    assert paid() == 0
    assert due_now() == {amals_shop.pk: 900}
    with pytest.raises(MoveNotAllowed):
        payouts.hold(run.payouts.get().pk, reason="Too late", by=huda)


def test_the_proposer_does_not_approve_even_with_both_roles(
    amals_shop: Partner, both_payees: None, sell: Sell, propose: Propose, huda: User
) -> None:
    sell(amals_shop, 1_000)
    run = propose()
    grant(huda, Role.FINANCE_APPROVER)

    with pytest.raises(runs.OwnProposal):
        payouts.approve(run.pk, by=User.objects.get(pk=huda.pk))

    run.refresh_from_db()
    assert (run.state, run.approved_by) == (RunState.PROPOSED, None)


def test_the_database_keeps_four_eyes_too(
    amals_shop: Partner, both_payees: None, sell: Sell, propose: Propose, huda: User, omar: User
) -> None:
    sell(amals_shop, 1_000)
    run = propose()

    for changes in ({"approved_by": huda, "state": "approved"}, {"state": "approved"}, {"state": "settled"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            PayoutRun.objects.filter(pk=run.pk).update(**changes)
    with pytest.raises(DatabaseError), transaction.atomic():
        PayoutRun.objects.filter(pk=run.pk).update(proposed_by=omar)

    run.refresh_from_db()
    assert (run.state, run.approved_by, run.proposed_by) == (RunState.PROPOSED, None, huda)


def test_the_database_keeps_what_was_proposed(
    amals_shop: Partner, yusufs_farm: Partner, both_payees: None, sell: Sell, propose: Propose
) -> None:
    sell(amals_shop, 1_000)
    payout = propose().payouts.get()

    for changes in ({"amount_agorot": 99_000}, {"partner": yusufs_farm}, {"payee": None}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Payout.objects.filter(pk=payout.pk).update(**changes)
    with pytest.raises(DatabaseError), transaction.atomic():
        payout.delete()

    assert Payout.objects.get().amount_agorot == 900


@pytest.mark.parametrize("name", ["nour", "omar", "samir", "amal", "rania"])
def test_only_the_clerk_proposes(name: str, request: pytest.FixtureRequest, amals_shop: Partner, sell: Sell) -> None:
    sell(amals_shop, 1_000)

    with pytest.raises(runs.NotYourPart):
        payouts.propose_run(until=timezone.localdate(), pay_on=timezone.localdate(), by=request.getfixturevalue(name))

    assert not PayoutRun.objects.exists()


@pytest.mark.parametrize("name", ["nour", "huda", "samir", "amal"])
def test_only_the_approver_approves_or_sends_back(
    name: str, request: pytest.FixtureRequest, amals_shop: Partner, both_payees: None, sell: Sell, propose: Propose
) -> None:
    sell(amals_shop, 1_000)
    run, stranger = propose(), request.getfixturevalue(name)

    with pytest.raises(runs.NotYourPart):
        payouts.approve(run.pk, by=stranger)
    with pytest.raises(runs.NotYourPart):
        payouts.send_back(run.pk, reason="No", by=stranger)

    run.refresh_from_db()
    assert run.state == RunState.PROPOSED


@pytest.mark.parametrize("name", ["nour", "samir", "amal"])
def test_only_finance_holds_and_settles(
    name: str, request: pytest.FixtureRequest, amals_shop: Partner, both_payees: None, sell: Sell, propose: Propose, omar: User
) -> None:
    sell(amals_shop, 1_000)
    run, stranger = payouts.approve(propose().pk, by=omar), request.getfixturevalue(name)

    with pytest.raises(runs.NotYourPart):
        payouts.settle(run.pk, by=stranger)
    with pytest.raises(runs.NotYourPart):
        payouts.hold(run.payouts.get().pk, reason="Mine", by=stranger)

    assert paid() == 0
    assert not run.payouts.get().is_held


def test_one_run_at_a_time(amals_shop: Partner, both_payees: None, sell: Sell, propose: Propose, omar: User) -> None:
    sell(amals_shop, 1_000)
    run = propose()
    with pytest.raises(runs.RunOpen):
        propose()
    payouts.approve(run.pk, by=omar)
    with pytest.raises(runs.RunOpen):
        propose()

    assert PayoutRun.objects.count() == 1


def test_a_run_sent_back_pays_nothing_and_frees_the_way(
    amals_shop: Partner, both_payees: None, sell: Sell, propose: Propose, omar: User, huda: User
) -> None:
    sell(amals_shop, 1_000)
    run = propose()
    with pytest.raises(runs.ReasonMissing):
        payouts.send_back(run.pk, reason="", by=omar)
    run = payouts.send_back(run.pk, reason="The amount looks odd", by=omar)

    assert (run.state, run.reason, run.closed_by) == (RunState.SENT_BACK, "The amount looks odd", omar)
    for step in (lambda: payouts.approve(run.pk, by=omar), lambda: payouts.settle(run.pk, by=huda)):
        with pytest.raises(MoveNotAllowed):
            step()
    assert paid() == 0
    assert amounts(propose()) == {"Women of Burin": 900}


def test_a_proposed_run_is_not_settled(amals_shop: Partner, both_payees: None, sell: Sell, propose: Propose, huda: User) -> None:
    sell(amals_shop, 1_000)
    run = propose()

    with pytest.raises(MoveNotAllowed):
        payouts.settle(run.pk, by=huda)

    assert paid() == 0


def test_when_less_is_due_by_then_nothing_is_paid(
    amals_shop: Partner, yusufs_farm: Partner, both_payees: None, sell: Sell, propose: Propose, omar: User, huda: User
) -> None:
    sell(amals_shop, 1_000)
    sell(yusufs_farm, 1_000)
    run = payouts.approve(propose().pk, by=omar)
    ledger.refunded("K-1", partner_id=amals_shop.pk, goods=1_000, fee=100, holder="hub:2", by=None)

    with pytest.raises(runs.LessIsDue) as refusal:
        payouts.settle(run.pk, by=huda)
    assert "نساء بورين" in str(refusal.value)
    assert paid() == 0

    payouts.hold(run.payouts.get(partner=amals_shop).pk, reason="Goods came back", by=huda)
    payouts.settle(run.pk, by=huda)
    assert due_now() == {amals_shop.pk: 0, yusufs_farm.pk: 0}


def test_a_payee_changed_after_the_proposal_is_not_paid(
    amals_shop: Partner, both_payees: None, sell: Sell, propose: Propose, omar: User, huda: User
) -> None:
    sell(amals_shop, 1_000)
    run = payouts.approve(propose().pk, by=omar)
    payouts.set_payee(amals_shop, PayoutMethod.WALLET, "0599 123 456", by=huda)

    with pytest.raises(runs.PayeeChanged):
        payouts.settle(run.pk, by=huda)

    assert paid() == 0


@pytest.mark.parametrize(("until", "pay_on"), [(1, 2), (0, -1)])
def test_odd_days_are_refused(amals_shop: Partner, sell: Sell, huda: User, until: int, pay_on: int) -> None:
    sell(amals_shop, 1_000)
    today = timezone.localdate()

    with pytest.raises(runs.OddDays):
        payouts.propose_run(until=today + timedelta(days=until), pay_on=today + timedelta(days=pay_on), by=huda)

    assert not PayoutRun.objects.exists()


def test_every_move_of_a_run_stands_in_the_table() -> None:
    assert set(MOVES) == set(RunState)
    assert {(old, new) for old, moves in MOVES.items() for new in moves} == {
        (RunState.PROPOSED, RunState.APPROVED),
        (RunState.PROPOSED, RunState.SENT_BACK),
        (RunState.APPROVED, RunState.SETTLED),
    }


@pytest.mark.parametrize("sellers", [1, 3])
def test_settling_costs_two_queries_a_payout(
    sellers: int, sell: Sell, propose: Propose, omar: User, huda: User, django_assert_num_queries: object
) -> None:
    for number in range(sellers):
        shop = make_partner(f"بائع {number}", f"Seller {number}")
        payouts.set_payee(shop, PayoutMethod.CASH, by=huda)
        sell(shop, 1_000)
    run = payouts.approve(propose().pk, by=omar)

    with django_assert_num_queries({1: 13, 3: 17}[sellers]):  # type: ignore[operator]
        payouts.settle(run.pk, by=huda)


def test_refusals_speak_to_the_reader() -> None:
    for refusal in (runs.NotYourPart, runs.OwnProposal, runs.RunOpen, runs.NothingDue, runs.OddDays, runs.ReasonMissing):
        assert issubclass(refusal, DomainError)
        assert str(refusal()).endswith(".")
