"""What is posted, once and balanced."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from marketplace.accounts.models import User
from marketplace.ledger import services as ledger
from marketplace.ledger.kinds import AccountKind, TransactionKind
from marketplace.ledger.models import Account, Entry, Transaction
from marketplace.ledger.posting import Posting, Unbalanced, account, accounts, post
from marketplace.ledger.queries import balance
from marketplace.partner.models import Partner

pytestmark = pytest.mark.django_db


def rows(transaction: Transaction) -> dict[str, int]:
    return {str(entry.account): entry.amount for entry in transaction.entries.select_related("account")}


def bank_and_cash(amount: int) -> list[Posting]:
    return [Posting(account(AccountKind.BANK), amount), Posting(account(AccountKind.CASH, "hub:2"), -amount)]


def test_a_delivered_consignment_is_booked_as_the_money_table_says(amals_shop: Partner, samir: User) -> None:
    ledger.cash_taken("K-1", holder="hub:2", amount=10_500, by=samir)
    done = ledger.delivered("K-1", partner_id=amals_shop.pk, goods=9_000, fee=540, delivery=1_500, by=samir)

    assert rows(done) == {
        "buyer_deposits": 10_500,
        f"seller_payable:partner:{amals_shop.pk}": -8_460,
        "programme_fee": -540,
        "delivery_income": -1_500,
    }
    assert balance(account(AccountKind.BUYER_DEPOSITS)) == 0
    assert balance(account(AccountKind.CASH, "hub:2")) == 10_500
    assert (done.key, done.subject, done.kind, done.by) == ("delivered:K-1", "consignment:K-1", "delivered", samir)
    tagged = Entry.objects.filter(partner=amals_shop)
    assert -sum(entry.amount for entry in tagged) == 9_000


def test_zero_amounts_are_left_out(amals_shop: Partner) -> None:
    done = ledger.delivered("K-1", partner_id=amals_shop.pk, goods=9_000, fee=0, delivery=0, by=None)

    assert rows(done) == {"buyer_deposits": 9_000, f"seller_payable:partner:{amals_shop.pk}": -9_000}


def test_the_same_key_again_changes_nothing(amals_shop: Partner) -> None:
    first = ledger.delivered("K-1", partner_id=amals_shop.pk, goods=9_000, fee=540, delivery=0, by=None)
    again = ledger.delivered("K-1", partner_id=amals_shop.pk, goods=1, fee=0, delivery=0, by=None)

    assert again == first
    assert Entry.objects.count() == 3


@pytest.mark.parametrize("amounts", [(), (100,), (100, 0), (100, -99), (100, -50, -49)])
def test_what_does_not_add_up_is_not_written(amounts: tuple[int, ...]) -> None:
    pots = [account(AccountKind.BANK), account(AccountKind.CASH, "a"), account(AccountKind.CASH, "b")]

    with pytest.raises(Unbalanced):
        post("k", kind=TransactionKind.CASH_BANKED, subject="x", entries=[Posting(*pair) for pair in zip(pots, amounts, strict=False)])

    assert not Transaction.objects.exists()
    assert not Entry.objects.exists()


def test_when_it_happened_may_lie_back_and_when_it_was_posted_may_not() -> None:
    day = datetime(2026, 9, 1, tzinfo=UTC)

    done = post("k", kind=TransactionKind.CASH_BANKED, subject="x", entries=bank_and_cash(100), occurred_at=day)

    done.refresh_from_db()
    assert done.occurred_at == day
    assert done.posted_at > day


def test_a_reversal_is_the_opposite_and_happens_once(amals_shop: Partner, huda: User) -> None:
    done = ledger.delivered("K-1", partner_id=amals_shop.pk, goods=9_000, fee=540, delivery=0, by=None)

    back = ledger.reverse(done, key="wrong:K-1", by=huda)

    assert rows(back) == {pot: -amount for pot, amount in rows(done).items()}
    assert ledger.reverse(done, key="wrong:K-1", by=huda) == back
    with pytest.raises(ledger.AlreadyReversed):
        ledger.reverse(done, key="again:K-1", by=huda)
    with pytest.raises(ledger.AlreadyReversed):
        ledger.reverse(back, key="back:K-1", by=huda)
    assert Transaction.objects.count() == 2
    assert balance(account(AccountKind.SELLER_PAYABLE, f"partner:{amals_shop.pk}")) == 0


def test_a_refund_takes_back_what_the_delivery_gave(amals_shop: Partner) -> None:
    ledger.cash_taken("K-1", holder="hub:2", amount=10_500, by=None)
    ledger.delivered("K-1", partner_id=amals_shop.pk, goods=9_000, fee=540, delivery=1_500, by=None)

    ledger.refunded("K-1", partner_id=amals_shop.pk, goods=9_000, fee=540, holder="hub:2", by=None)

    assert balance(account(AccountKind.SELLER_PAYABLE, f"partner:{amals_shop.pk}")) == 0
    assert balance(account(AccountKind.PROGRAMME_FEE)) == 0
    assert balance(account(AccountKind.DELIVERY_INCOME)) == -1_500
    assert balance(account(AccountKind.CASH, "hub:2")) == 1_500


def test_only_cash_that_is_there_is_banked(huda: User) -> None:
    ledger.cash_taken("K-1", holder="hub:2", amount=500, by=None)
    ledger.cash_banked("hub:2", 300, key="banked:1", by=huda)
    ledger.cash_banked("hub:2", 300, key="banked:1", by=huda)

    with pytest.raises(ledger.NotEnoughCash):
        ledger.cash_banked("hub:2", 201, key="banked:2", by=huda)

    assert balance(account(AccountKind.BANK)) == 300
    assert balance(account(AccountKind.CASH, "hub:2")) == 200


def test_accounts_are_made_once_and_found_in_one_query() -> None:
    pots = {(AccountKind.CASH, "hub:1"), (AccountKind.BANK, ""), (AccountKind.CASH, "hub:2")}
    made = accounts(pots)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = accounts(pots)

    assert found == made
    assert set(found) == pots
    assert len(queries) == 1
    assert Account.objects.count() == 3


def test_a_verb_costs_three_queries(amals_shop: Partner) -> None:
    ledger.delivered("K-1", partner_id=amals_shop.pk, goods=9_000, fee=540, delivery=1_500, by=None)

    with CaptureQueriesContext(connection) as queries:
        ledger.delivered("K-2", partner_id=amals_shop.pk, goods=9_000, fee=540, delivery=1_500, by=None)

    assert len(queries) == 3
