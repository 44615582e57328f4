"""What lies in one pot, by its kind and owner. Reads only; a pot that was never used is empty."""

from django.db.models import QuerySet, Sum

from marketplace.ledger.kinds import AccountKind
from marketplace.ledger.models import Entry


def held(kind: AccountKind, owner: str = "") -> int:
    """Return the balance of a pot in agorot, debit positive."""
    return Entry.objects.filter(account__kind=kind, account__owner=owner).aggregate(sum=Sum("amount"))["sum"] or 0


def entries_in(kind: AccountKind, owner: str = "") -> QuerySet[Entry]:
    """Return the entries of a pot, newest first, with their transactions."""
    return Entry.objects.filter(account__kind=kind, account__owner=owner).select_related("transaction").order_by("-transaction_id", "-pk")
