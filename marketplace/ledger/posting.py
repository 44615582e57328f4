"""Writing the books. Debit is positive, credit negative, whole agorot of ILS; what is written here is never changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marketplace.accounts.models import User
from marketplace.core.errors import DomainError
from marketplace.ledger.kinds import AccountKind, TransactionKind
from marketplace.ledger.models import Account, Entry, Transaction

Pot = tuple[AccountKind, str]


class Unbalanced(DomainError):
    """Entries that do not sum to zero, or fewer than two."""

    text = _("The amounts do not add up, so nothing was booked.")


class AlreadyReversed(DomainError):
    """A transaction that was reversed before, or is itself a reversal."""

    text = _("This was reversed already.")


@dataclass(frozen=True)
class Posting:
    """One line to be posted: `amount` agorot, debit positive. `partner_id` says whose sale it belongs to."""

    account: Account
    amount: int
    partner_id: int | None = None


def accounts(pots: Iterable[Pot]) -> dict[Pot, Account]:
    """Return the accounts of these kinds and owners, made where missing; one query where all exist."""
    wanted = set(pots)
    found = _find(wanted)
    missing = sorted(wanted - found.keys())
    if missing:
        # Two at once: the second's insert waits for the first and then does nothing.
        Account.objects.bulk_create([Account(kind=kind, owner=owner) for kind, owner in missing], ignore_conflicts=True)
        found = _find(wanted)
    return found


def account(kind: AccountKind, owner: str = "") -> Account:
    """Return one account, made if missing."""
    return accounts([(kind, owner)])[(kind, owner)]


def _find(wanted: set[Pot]) -> dict[Pot, Account]:
    rows = Account.objects.filter(kind__in={kind for kind, _owner in wanted}, owner__in={owner for _kind, owner in wanted})
    return {pot: row for row in rows if (pot := (AccountKind(row.kind), row.owner)) in wanted}


def post(
    key: str,
    *,
    kind: TransactionKind,
    subject: str,
    entries: Sequence[Posting],
    occurred_at: datetime | None = None,
    by: User | None = None,
    reverses: Transaction | None = None,
) -> Transaction:
    """Write one balanced transaction and return it; the same key again changes nothing and returns the first one.

    Amounts are agorot; zero amounts are left out. Raises Unbalanced (nothing written) unless two or more are left that sum to zero.
    """
    lines = [entry for entry in entries if entry.amount]
    if len(lines) < 2 or sum(entry.amount for entry in lines) != 0:
        raise Unbalanced
    row = Transaction(
        key=key, kind=kind, subject=subject, occurred_at=occurred_at or timezone.now(), by_id=by.pk if by else None, reverses=reverses
    )
    # No savepoint: an order of six sellers should not pay for six, and nothing in here is caught.
    with transaction.atomic(savepoint=False):
        pk = _insert_once(row)
        if pk is not None:
            Entry.objects.bulk_create(
                Entry(transaction_id=pk, account=line.account, amount=line.amount, partner_id=line.partner_id) for line in lines
            )
    return Transaction.objects.get(key=key) if pk is None else _with_key(row, pk)


def _insert_once(row: Transaction) -> int | None:
    """Insert the row unless its key is there; return its primary key, or None. Waits for another that posts the same key."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_transaction (key, kind, subject, occurred_at, by_id, reverses_id) VALUES (%s, %s, %s, %s, %s, %s)"
            " ON CONFLICT (key) DO NOTHING RETURNING id",
            [row.key, row.kind, row.subject, row.occurred_at, row.by_id, row.reverses_id],
        )
        found = cursor.fetchone()
    return found[0] if found else None


def _with_key(row: Transaction, pk: int) -> Transaction:
    row.pk = pk
    row._state.adding = False
    return row


@transaction.atomic
def reverse(original: Transaction, *, key: str, by: User | None) -> Transaction:
    """Post the opposite of `original` and return it; the same key again returns the first one.

    Raises AlreadyReversed where it was reversed under another key, or is itself a reversal.
    """
    # The lock keeps two reversals under different keys apart.
    Transaction.objects.select_for_update(of=("self",)).get(pk=original.pk)
    earlier = Transaction.objects.filter(reverses=original).first()
    if earlier and earlier.key == key:
        return earlier
    if earlier or original.kind == TransactionKind.REVERSAL:
        raise AlreadyReversed
    lines = [Posting(entry.account, -entry.amount, entry.partner_id) for entry in original.entries.select_related("account")]
    return post(key, kind=TransactionKind.REVERSAL, subject=original.subject, entries=lines, by=by, reverses=original)
