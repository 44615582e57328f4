"""Corruptions planted past the triggers are found and their rows named."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.ledger import services as ledger
from marketplace.ledger.models import Entry, Transaction
from marketplace.partner.models import Partner
from marketplace.payouts import services as payouts
from marketplace.payouts.models import PayoutRun
from marketplace.payouts.states import PayoutMethod

pytestmark = pytest.mark.django_db(transaction=True)
TABLES = ("ledger_account", "ledger_transaction", "ledger_entry", "payouts_payout", "payouts_payoutrun")


@pytest.fixture
def lived(transactional_db: None, amals_shop: Partner, huda: User, omar: User) -> PayoutRun:
    """Books with a sale, a refund, cash banked and a settled payout run."""
    for reference, goods in (("K-1", 10_000), ("K-2", 4_000)):
        ledger.cash_taken(reference, holder="hub:2", amount=goods, by=None)
        ledger.delivered(reference, partner_id=amals_shop.pk, goods=goods, fee=goods // 10, delivery=0, by=None)
    ledger.refunded("K-2", partner_id=amals_shop.pk, goods=4_000, fee=400, holder="hub:2", by=None)
    ledger.cash_banked("hub:2", 10_000, key="banked:1", by=None)
    payouts.set_payee(amals_shop, PayoutMethod.CASH, by=huda)
    run = payouts.propose_run(until=timezone.localdate(), pay_on=timezone.localdate(), by=huda)
    payouts.approve(run.pk, by=omar)
    return payouts.settle(run.pk, by=huda)


def plant(sql: str) -> None:
    """Do to the tables what the database otherwise refuses."""
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute("SELECT conname FROM pg_constraint WHERE conrelid = 'ledger_entry'::regclass AND contype = 'f'")
        for (name,) in cursor.fetchall():
            cursor.execute(f"ALTER TABLE ledger_entry DROP CONSTRAINT {name}")
        cursor.execute("ALTER TABLE payouts_payoutrun DROP CONSTRAINT four_eyes")
        cursor.execute(sql)


def findings(settings: Any) -> list[dict[str, str]]:
    """What the command says, of the two packages whose rows stand here."""
    settings.BOOK_CHECKS = ["marketplace.ledger.checks.run", "marketplace.payouts.checks.run"]
    out = StringIO()
    code = 0
    try:
        call_command("check_books", "--json", stdout=out)
    except SystemExit as end:
        code = int(end.code or 0)
    said = json.loads(out.getvalue())
    assert code == (1 if said["findings"] else 0)
    assert said["ok"] is not bool(said["findings"])
    return list(said["findings"])


def test_honest_books_have_no_findings(lived: PayoutRun, settings: Any) -> None:
    assert findings(settings) == []


SALE = "(SELECT id FROM ledger_transaction WHERE key = 'delivered:K-1')"
PAID = "(SELECT id FROM ledger_transaction WHERE kind = 'payout')"


@pytest.mark.parametrize(
    ("corruption", "rule", "of"),
    [
        (f"UPDATE ledger_entry SET amount = amount + 1 WHERE transaction_id = {SALE} AND amount > 0", "transaction is balanced", "sale"),
        (f"DELETE FROM ledger_entry WHERE transaction_id = {SALE} AND amount < 0", "transaction has two entries or more", "sale"),
        (f"DELETE FROM ledger_entry WHERE transaction_id = {SALE}", "transaction has two entries or more", "sale"),
        (f"UPDATE ledger_entry SET partner_id = NULL WHERE transaction_id = {SALE}", "entry of a seller's pot is tagged as hers", "pot"),
        ("UPDATE ledger_transaction SET kind = 'gift' WHERE key = 'delivered:K-1'", "kinds are known", "sale"),
        (
            "UPDATE ledger_transaction SET reverses_id = id WHERE key = 'delivered:K-1'",
            "reversal is the opposite of what it reverses",
            "sale",
        ),
        (f"DELETE FROM ledger_transaction WHERE id = {SALE}", "entry belongs to a transaction and an account", "pot"),
        (
            f"UPDATE ledger_entry SET amount = amount * 2 WHERE transaction_id = {PAID}",
            "settled payout is booked with its amount",
            "payout",
        ),
        (f"UPDATE ledger_entry SET amount = amount * 2 WHERE transaction_id = {PAID}", "no seller was paid more than she earned", "seller"),
        ("UPDATE payouts_payout SET amount_agorot = amount_agorot - 1", "settled payout is booked with its amount", "payout"),
        (
            "UPDATE payouts_payoutrun SET state = 'approved'",
            "payout is booked only when its run is settled and it is not held",
            "payout",
        ),
        ("UPDATE payouts_payout SET is_held = true", "payout is booked only when its run is settled and it is not held", "payout"),
        ("UPDATE ledger_transaction SET key = 'payout:0' WHERE kind = 'payout'", "booked payout has its row", "paid"),
        ("UPDATE payouts_payoutrun SET approved_by_id = proposed_by_id", "run was approved by another person", "run"),
    ],
)
def test_a_planted_corruption_is_found_and_named(
    lived: PayoutRun, amals_shop: Partner, settings: Any, corruption: str, rule: str, of: str
) -> None:
    sale = Transaction.objects.get(key="delivered:K-1")
    rows = {
        "sale": f"ledger.Transaction {sale.pk}",
        "pot": f"ledger.Entry {Entry.objects.get(transaction=sale, account__kind='seller_payable').pk}",
        "paid": f"ledger.Transaction {Transaction.objects.get(kind='payout').pk}",
        "payout": f"payouts.Payout {lived.payouts.get().pk}",
        "run": f"payouts.PayoutRun {lived.pk}",
        "seller": f"partner.Partner {amals_shop.pk}",
    }

    plant(corruption)

    assert (rule, rows[of]) in {(finding["rule"], finding["row"]) for finding in findings(settings)}


def test_the_plain_answer_names_the_row_too(lived: PayoutRun, settings: Any) -> None:
    settings.BOOK_CHECKS = ["marketplace.ledger.checks.run"]
    sale = Transaction.objects.get(key="delivered:K-1")
    plant(f"UPDATE ledger_entry SET amount = amount + 1 WHERE transaction_id = {sale.pk} AND amount > 0")
    out = StringIO()

    with pytest.raises(SystemExit) as end:
        call_command("check_books", stdout=out)

    assert end.value.code == 1
    assert f"ledger.Transaction {sale.pk}" in out.getvalue()
