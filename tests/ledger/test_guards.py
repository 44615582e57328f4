"""The database itself refuses: raw SQL, past every service."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from marketplace.ledger import services as ledger
from marketplace.ledger.models import Account, Entry, Transaction
from marketplace.partner.models import Partner

pytestmark = pytest.mark.django_db(transaction=True)
TABLES = ("ledger_account", "ledger_transaction", "ledger_entry")


@pytest.fixture
def posted(transactional_db: None) -> Transaction:
    ledger.cash_taken("K-1", holder="hub:2", amount=9_000, by=None)
    return Transaction.objects.get()


def run(*statements: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def everything() -> list[list[tuple[object, ...]]]:
    return [list(model.objects.order_by("pk").values_list()) for model in (Account, Transaction, Entry)]


def new_transaction(key: str) -> str:
    return (
        "INSERT INTO ledger_transaction (key, kind, subject, occurred_at)"
        f" VALUES ('{key}', 'cash_taken', 'consignment:K-2', now()) RETURNING id"
    )


def new_entry(amount: int, transaction: str = "currval('ledger_transaction_id_seq')") -> str:
    return (
        "INSERT INTO ledger_entry (transaction_id, account_id, amount)"
        f" VALUES ({transaction}, (SELECT min(id) FROM ledger_account), {amount})"
    )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_entry SET amount = amount * 2",
        "UPDATE ledger_entry SET partner_id = NULL",
        "UPDATE ledger_transaction SET subject = 'consignment:other'",
        "UPDATE ledger_transaction SET occurred_at = now()",
        "UPDATE ledger_account SET owner = 'hub:3'",
        "DELETE FROM ledger_entry",
        "DELETE FROM ledger_transaction",
        "DELETE FROM ledger_account",
        "TRUNCATE ledger_entry",
        "TRUNCATE ledger_account CASCADE",
        "TRUNCATE accounts_user CASCADE",
        "TRUNCATE partner_partner CASCADE",
    ],
)
def test_what_is_posted_stays(posted: Transaction, statement: str) -> None:
    before = everything()

    with pytest.raises(DatabaseError):
        run(statement)

    assert everything() == before


@pytest.mark.parametrize("amounts", [(), (0,), (100,), (100, -99), (100, -100, 1), (100, 0, -100)])
def test_an_unbalanced_transaction_is_not_committed(posted: Transaction, amounts: tuple[int, ...]) -> None:
    before = everything()

    with pytest.raises(IntegrityError):
        run(new_transaction("raw"), *(new_entry(amount) for amount in amounts))

    assert everything() == before


def test_a_balanced_one_is(posted: Transaction) -> None:
    run(new_transaction("raw"), new_entry(100), new_entry(-40), new_entry(-60))

    assert Transaction.objects.get(key="raw").entries.count() == 3


def test_nothing_is_added_to_what_was_posted_earlier_even_balanced(posted: Transaction) -> None:
    before = everything()

    with pytest.raises(IntegrityError):
        run(new_entry(70, str(posted.pk)), new_entry(-70, str(posted.pk)))

    assert everything() == before


def test_a_second_entry_list_in_a_later_moment_is_refused_by_the_ledger_too(posted: Transaction, amals_shop: Partner) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(transaction=posted, account=Account.objects.first(), amount=5)

    assert posted.entries.count() == 2


def test_the_same_pot_is_not_made_twice(posted: Transaction) -> None:
    with pytest.raises(IntegrityError):
        run("INSERT INTO ledger_account (kind, owner) VALUES ('cash', 'hub:2')")
