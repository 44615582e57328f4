"""Reading the books. Amounts are agorot of ILS; what a seller earns is shown positive, though her pot is a credit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import DateField, Q, QuerySet, Sum
from django.db.models.functions import Coalesce, TruncMonth
from django.utils import timezone

from marketplace.ledger import owners
from marketplace.ledger.fees import FeeBook, Rule
from marketplace.ledger.figures import Figures
from marketplace.ledger.kinds import AccountKind, TransactionKind
from marketplace.ledger.models import Account, Entry, FeeRule

PAYABLE = Q(account__kind=AccountKind.SELLER_PAYABLE)
FEE = Q(account__kind=AccountKind.PROGRAMME_FEE)
# A payout that came back counts against what was paid, not as a sale.
PAYOUT = Q(what=TransactionKind.PAYOUT)
SUMS = {
    "net": Coalesce(-Sum("amount", filter=PAYABLE & ~PAYOUT), 0),
    "fee": Coalesce(-Sum("amount", filter=FEE), 0),
    "paid": Coalesce(Sum("amount", filter=PAYABLE & PAYOUT), 0),
}


@dataclass(frozen=True)
class Movement:
    """One transaction as far as it is one seller's."""

    pk: int
    kind: str
    subject: str
    occurred_at: datetime
    figures: Figures

    @property
    def kind_label(self) -> str:
        """What happened, in the reader's language."""
        return str(TransactionKind(self.kind).label)

    @property
    def reference(self) -> str:
        """The consignment it is about, or ""."""
        return owners.reference_of(self.subject)


def balance(pot: Account) -> int:
    """Return the sum of an account's entries, debit positive."""
    return int(Entry.objects.filter(account=pot).aggregate(total=Sum("amount"))["total"] or 0)


def fee_book(on: date) -> FeeBook:
    """Return the fee rules that hold on a day (first and last day included). One query."""
    rows = FeeRule.objects.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=on), valid_from__lte=on)
    fields = ("basis_points", "valid_from", "partner_id", "category_id", "seller_kind", "pk")
    return FeeBook(tuple(Rule(*row) for row in rows.order_by("pk").values_list(*fields)))


def sellers_entries() -> QuerySet[Any, Any]:
    """Entries that are some seller's, with `month` (the first day of a month here) and `what` (a reversal counts as what it undoes)."""
    here = timezone.get_default_timezone()
    return (
        Entry.objects.filter(PAYABLE | FEE, partner__isnull=False)
        .annotate(
            month=TruncMonth("transaction__occurred_at", output_field=DateField(), tzinfo=here),
            what=Coalesce("transaction__reverses__kind", "transaction__kind"),
        )
        .order_by()
    )


def summed(entries: QuerySet[Any, Any], *by: str) -> QuerySet[Any, Any]:
    """Return one row for each combination of the fields `by`, with net, fee and paid. `figures_in` reads them."""
    rows: QuerySet[Any, Any] = entries.values(*by).annotate(**SUMS)
    return rows


def figures_in(row: dict[str, Any]) -> Figures:
    """The figures of one row of `summed`."""
    return Figures(net=row["net"], fee=row["fee"], paid=row["paid"])


def months_of(partner_id: int) -> dict[date, Figures]:
    """Return a seller's figures by month, the first of the month as key, oldest first. One query."""
    rows = summed(sellers_entries().filter(partner=partner_id), "month").order_by("month")
    return {row["month"]: figures_in(row) for row in rows}


def movements_of(partner_id: int, month: date) -> list[Movement]:
    """Return what moved a seller's money in a month, newest first. One query."""
    fields = ("transaction_id", "transaction__kind", "transaction__subject", "transaction__occurred_at")
    rows = summed(sellers_entries().filter(partner=partner_id, month=month), *fields)
    return [_movement(row) for row in rows.order_by("-transaction__occurred_at", "-transaction_id")]


def _movement(row: dict[str, Any]) -> Movement:
    return Movement(
        pk=row["transaction_id"],
        kind=row["transaction__kind"],
        subject=row["transaction__subject"],
        occurred_at=row["transaction__occurred_at"],
        figures=figures_in(row),
    )


def entries_of(partner_id: int, transaction_pk: int) -> list[Entry]:
    """Return a seller's own entries in one transaction: of her pots, or tagged as her sale. Empty where it is not hers."""
    hers = Q(partner=partner_id) | Q(account__owner=owners.seller(partner_id))
    rows = Entry.objects.filter(hers, transaction=transaction_pk)
    return list(rows.select_related("account", "transaction__reverses").order_by("pk"))


def due_now(partner_ids: Iterable[int] | None = None) -> dict[int, int]:
    """Return what is due to sellers at this moment (negative: she owes); sellers without entries are left out. One query."""
    return _due(Q(), partner_ids)


def due_until(last_day: date) -> dict[int, int]:
    """Return what may be paid to sellers for sales up to a day (included).

    Later sales are left out; what was paid or taken back later is not, so nothing is paid twice. One query.
    """
    next_day = timezone.make_aware(datetime.combine(last_day + timedelta(days=1), datetime.min.time()), timezone.get_default_timezone())
    return _due(Q(amount__gt=0) | Q(transaction__occurred_at__lt=next_day), None)


def _due(only: Q, partner_ids: Iterable[int] | None) -> dict[int, int]:
    rows = Entry.objects.filter(only, account__kind=AccountKind.SELLER_PAYABLE)
    if partner_ids is not None:
        rows = rows.filter(account__owner__in=[owners.seller(pk) for pk in partner_ids])
    sums = rows.order_by().values_list("account__owner").annotate(total=Sum("amount"))
    return {owners.partner_id_of(owner): -total for owner, total in sums}
