"""Any story of deliveries, cash, refunds, payouts and corrections: the books sum to zero and balances are what the reports say."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.db.models import Sum
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marketplace.accounts.models import User
from marketplace.core.errors import DomainError
from marketplace.ledger import checks
from marketplace.ledger import services as ledger
from marketplace.ledger.figures import Figures
from marketplace.ledger.kinds import AccountKind
from marketplace.ledger.models import Entry, Transaction
from marketplace.ledger.queries import balance, due_now, months_of, movements_of
from marketplace.partner.models import Partner
from marketplace.payouts import checks as payout_checks
from marketplace.payouts import services as payouts
from marketplace.payouts.models import PayoutRun
from marketplace.payouts.states import PayoutMethod
from training.queries import IncomeFilter, income, total_of

pytestmark = pytest.mark.django_db
HOLDERS = ("hub:1", "hub:2")

seller, consignment, days = st.integers(0, 1), st.integers(1, 6), st.integers(0, 70)
step = st.one_of(
    st.tuples(st.just("deliver"), seller, consignment, st.integers(1, 50_000), st.integers(0, 10_000), st.integers(0, 3_000), days),
    st.tuples(st.just("refund"), consignment, days),
    st.tuples(st.just("bank"), st.sampled_from(HOLDERS), st.integers(1, 60_000)),
    st.tuples(st.just("pay"), days),
    st.tuples(st.just("undo"), st.integers(0, 12)),
    st.tuples(st.just("again"), consignment),
)


class Story:
    """Takes steps and keeps its own small count of what each seller must be due."""

    def __init__(self, partners: list[Partner], huda: User, omar: User) -> None:
        self.partners, self.huda, self.omar = partners, huda, omar
        self.sold: dict[str, tuple[Partner, int, int, int]] = {}
        self.refunded: set[str] = set()
        self.net: Counter[int] = Counter()
        self.paid: Counter[int] = Counter()
        self.number = 0

    def deliver(self, who: int, which: int, goods: int, fee_bp: int, delivery: int, days_ago: int) -> None:
        """Hand over a consignment; the second time changes nothing."""
        reference, partner, fee = f"K-{which}", self.partners[who], goods * fee_bp // 10_000
        when = timezone.now() - timedelta(days=days_ago)
        ledger.cash_taken(reference, holder=HOLDERS[who], amount=goods + delivery, by=None, occurred_at=when)
        ledger.delivered(reference, partner_id=partner.pk, goods=goods, fee=fee, delivery=delivery, by=None, occurred_at=when)
        if reference not in self.sold:
            self.sold[reference] = (partner, goods, fee, delivery)
            self.net[partner.pk] += goods - fee

    def again(self, which: int) -> None:
        """Deliver a sold consignment once more, as a second click would."""
        if f"K-{which}" in self.sold:
            partner, goods, fee, delivery = self.sold[f"K-{which}"]
            ledger.delivered(f"K-{which}", partner_id=partner.pk, goods=goods, fee=fee, delivery=delivery, by=None)

    def refund(self, which: int, days_ago: int) -> None:
        """Take a sold consignment back."""
        reference = f"K-{which}"
        if reference in self.sold:
            partner, goods, fee, delivery = self.sold[reference]
            when = timezone.now() - timedelta(days=days_ago)
            ledger.refunded(
                reference, partner_id=partner.pk, goods=goods, fee=fee, delivery=delivery, holder="hub:1", by=None, occurred_at=when
            )
            if reference not in self.refunded:
                self.refunded.add(reference)
                self.net[partner.pk] -= goods - fee

    def bank(self, holder: str, amount: int) -> None:
        """Bank cash where there is enough."""
        self.number += 1
        ledger.cash_banked(holder, amount, key=f"banked:{self.number}", by=self.huda)

    def pay(self, days_ago: int) -> None:
        """Propose, approve and settle a run."""
        until = timezone.localdate() - timedelta(days=days_ago)
        run = payouts.propose_run(until=until, pay_on=timezone.localdate(), by=self.huda)
        payouts.approve(run.pk, by=self.omar)
        payouts.settle(run.pk, by=self.huda)
        for payout in run.payouts.all():
            self.paid[payout.partner_id] += payout.amount_agorot

    def undo(self, place: int) -> None:
        """Reverse some cash that was banked."""
        banked = list(Transaction.objects.filter(kind="cash_banked").order_by("pk"))
        if banked:
            ledger.reverse(banked[place % len(banked)], key=f"undo:{banked[place % len(banked)].pk}", by=self.huda)

    def take(self, name: str, *facts: object) -> None:
        """Take one step; a refusal must leave no trace."""
        before = Entry.objects.count()
        try:
            with transaction.atomic():
                getattr(self, name)(*facts)
        except DomainError:
            assert Entry.objects.count() == before


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(step, max_size=14))
def test_books_balance_and_reports_agree(steps: list[tuple], amals_shop: Partner, yusufs_farm: Partner, huda: User, omar: User) -> None:
    with transaction.atomic():
        partners = [amals_shop, yusufs_farm]
        payouts.set_payee(amals_shop, PayoutMethod.WALLET, "0599 123 456", by=huda)
        payouts.set_payee(yusufs_farm, PayoutMethod.CASH, by=huda)
        story = Story(partners, huda, omar)
        for name, *facts in steps:
            story.take(name, *facts)
        look_at(story, partners)
        transaction.set_rollback(True)


def look_at(story: Story, partners: list[Partner]) -> None:
    """What must hold at the end of any story."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what the commit would ask
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    assert (Entry.objects.aggregate(sum=Sum("amount"))["sum"] or 0) == 0
    assert checks.run() == []
    assert payout_checks.run() == []
    for partner in partners:
        pot = balance(ledger.account(AccountKind.SELLER_PAYABLE, f"partner:{partner.pk}"))
        months = months_of(partner.pk)
        total = sum(months.values(), Figures())
        expected = story.net[partner.pk], story.paid[partner.pk]
        assert (total.net, total.paid) == expected
        assert total.due == -pot == due_now().get(partner.pk, 0) == expected[0] - expected[1]
        row = total_of(income(IncomeFilter(date(2000, 1, 1), date(2100, 1, 1), partner_id=partner.pk)))
        assert (row.gross, row.fee, row.net, row.paid) == (total.gross, total.fee, total.net, total.paid)
        for month, figures in months.items():
            assert sum((moved.figures for moved in movements_of(partner.pk, month)), Figures()) == figures
    assert balance(ledger.account(AccountKind.BUYER_DEPOSITS)) == 0
    assert balance(ledger.account(AccountKind.CASH, "hub:2")) >= 0
    assert not PayoutRun.objects.exclude(state="settled").exists()
