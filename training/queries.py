"""Income of the programme's people as the books measure it. Amounts are agorot of ILS, months are months in Hebron."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import pgettext_lazy

from marketplace.core import dates
from marketplace.ledger.figures import Figures
from marketplace.ledger.queries import figures_in, sellers_entries, summed
from marketplace.partner.rules import SellerKind
from producers.models import Membership

SELLER = ("partner_id", "partner__name_ar", "partner__name_en", "partner__kind", "partner__producer__name")
PLACE = ("partner__locality__governorate__name_ar", "partner__locality__governorate__name_en")


@dataclass(frozen=True)
class IncomeFilter:
    """Which rows: months from `first` to `last` (first days, both included); what is None or empty is not asked about."""

    first: date
    last: date
    governorate: str = ""
    kind: str = ""
    partner_id: int | None = None


@dataclass(frozen=True)
class IncomeRow:
    """What one seller earned in one month. `people` are those who sell through her account: one producer, or a group's members."""

    month: date | None
    partner_id: int | None
    seller: str
    people: str
    kind: str
    governorate: str
    gross: int
    fee: int
    net: int
    paid: int


def income(wanted: IncomeFilter) -> list[IncomeRow]:
    """Return income by seller and month, newest month first, then by seller's name. Two queries whatever the number of rows."""
    entries = sellers_entries().filter(month__gte=wanted.first, month__lte=wanted.last)
    if wanted.governorate:
        entries = entries.filter(partner__locality__governorate=wanted.governorate)
    if wanted.kind:
        entries = entries.filter(partner__kind=wanted.kind)
    if wanted.partner_id:
        entries = entries.filter(partner=wanted.partner_id)
    found = list(summed(entries, "month", *SELLER, *PLACE))
    members = _members({row["partner_id"] for row in found})
    rows = [_row(row, members) for row in found]
    return sorted(rows, key=lambda row: (-row.month.toordinal() if row.month else 0, row.seller, row.partner_id))


def total_of(rows: Iterable[IncomeRow]) -> IncomeRow:
    """Return the sum of rows, as a row."""
    figures = sum((Figures(row.net, row.fee, row.paid) for row in rows), Figures())
    words = str(pgettext_lazy("sum", "Total"))
    return IncomeRow(None, None, words, "", "", "", figures.gross, figures.fee, figures.net, figures.paid)


def net_by_month(rows: Iterable[IncomeRow]) -> dict[date, int]:
    """Return the net of all rows by month, oldest first."""
    months: dict[date, int] = defaultdict(int)
    for row in rows:
        if row.month:
            months[row.month] += row.net
    return dict(sorted(months.items()))


def _row(row: dict[str, Any], members: dict[int, list[str]]) -> IncomeRow:
    figures = figures_in(row)
    people = [name for name in (row["partner__producer__name"], *members[row["partner_id"]]) if name]
    return IncomeRow(
        month=row["month"],
        partner_id=row["partner_id"],
        seller=_in_language(row, "partner__name"),
        people=str(pgettext_lazy("between the parts of a list", ", ")).join(people),
        kind=str(SellerKind(row["partner__kind"]).label),
        governorate=_in_language(row, "partner__locality__governorate__name"),
        gross=figures.gross,
        fee=figures.fee,
        net=figures.net,
        paid=figures.paid,
    )


def _members(partner_ids: set[int]) -> dict[int, list[str]]:
    places = Membership.objects.filter(group__partner__in=partner_ids, left_on__isnull=True).order_by("producer__name")
    members: dict[int, list[str]] = defaultdict(list)
    for partner_id, name in places.values_list("group__partner_id", "producer__name"):
        members[partner_id].append(name)
    return members


def _in_language(row: dict[str, Any], field: str) -> str:
    """The value of a two-language field; the other language where it is empty."""
    first, second = (f"{field}_en", f"{field}_ar") if dates.language() == "en" else (f"{field}_ar", f"{field}_en")
    return row[first] or row[second] or ""
