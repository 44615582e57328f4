"""Reading the books. Amounts are agorot of ILS; what a seller earns is shown positive, though her pot is a credit."""

from datetime import date

from django.db.models import Q, QuerySet, Sum

from marketplace.ledger.fees import FeeBook, Rule
from marketplace.ledger.kinds import AccountKind
from marketplace.ledger.models import Account, Entry, FeeRule


def balance(pot: Account) -> int:
    """Return the sum of an account's entries, debit positive."""
    return int(Entry.objects.filter(account=pot).aggregate(total=Sum("amount"))["total"] or 0)


def fee_book(on: date) -> FeeBook:
    """Return the fee rules that hold on a day (first and last day included). One query."""
    rows = FeeRule.objects.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=on), valid_from__lte=on)
    fields = ("basis_points", "valid_from", "partner_id", "category_id", "seller_kind", "pk")
    return FeeBook(tuple(Rule(*row) for row in rows.order_by("pk").values_list(*fields)))


def held(kind: AccountKind, owner: str = "") -> int:
    """Return the balance of the account of this kind and owner in agorot, debit positive; 0 where there is none yet."""
    return Entry.objects.filter(account__kind=kind, account__owner=owner).aggregate(sum=Sum("amount"))["sum"] or 0


def entries_of(kind: AccountKind, owner: str = "") -> QuerySet[Entry]:
    """Return the entries of one account, newest first, with their transactions."""
    return Entry.objects.filter(account__kind=kind, account__owner=owner).select_related("transaction").order_by("-transaction_id", "-pk")
