"""A seller's earnings as her screens show them: figures from the books, words for each line. Amounts are agorot of ILS."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from marketplace.core import dates
from marketplace.ledger.figures import Figures
from marketplace.ledger.kinds import AccountKind, TransactionKind
from marketplace.ledger.models import Entry
from marketplace.ledger.queries import Movement, entries_of, months_of, movements_of
from marketplace.order.models import Line

TITLES: dict[str, Promise] = {
    TransactionKind.DELIVERED: _("Sold and handed over"),
    TransactionKind.REFUND: _("Goods that came back"),
    TransactionKind.PAYOUT: _("Paid to you"),
    TransactionKind.REVERSAL: _("Correction"),
}


@dataclass(frozen=True)
class MoneyLine:
    """A line of ui/lines.html."""

    label: str | Promise
    agorot: int
    kind: str = ""


@dataclass(frozen=True)
class Statement:
    """One month of a seller: what was due when it began, what came and went, what was due when it ended (today, for this month)."""

    month: date
    before: int
    figures: Figures

    @property
    def due(self) -> int:
        """What was due at its end."""
        return self.before + self.figures.due

    @property
    def lines(self) -> list[MoneyLine]:
        """Gross → fee → net → paid → due; each line follows from those above it."""
        carried = [MoneyLine(_("Due from earlier months"), self.before)] if self.before else []
        return [
            MoneyLine(_("What buyers paid for your goods"), self.figures.gross),
            MoneyLine(_("Programme's part"), -self.figures.fee, "neg"),
            MoneyLine(_("Your net income"), self.figures.net, "sum"),
            *carried,
            MoneyLine(_("Already paid to you"), -self.figures.paid),
            MoneyLine(_("Still due to you"), self.due, "sum"),
        ]


@dataclass(frozen=True)
class Event:
    """One thing that moved her money: `amount` is what it added to her due. `goods` names what was sold."""

    movement: Movement
    goods: list[str]

    @property
    def title(self) -> str | Promise:
        """What happened, in plain words."""
        return TITLES.get(self.movement.kind, self.movement.kind_label)

    @property
    def amount(self) -> int:
        """Agorot added to what is due; negative when it was paid or taken back."""
        return self.movement.figures.due


@dataclass(frozen=True)
class Rows:
    """Her part of one transaction: plain words first, then the rows as they stand in the books."""

    title: str | Promise
    occurred_at: datetime
    key: str
    lines: list[MoneyLine]
    entries: list[Entry]


def statements_of(partner_id: int) -> list[Statement]:
    """Return every month something happened in, and this month, newest first. One query."""
    months = months_of(partner_id)
    months.setdefault(timezone.localdate().replace(day=1), Figures())
    statements, before = [], 0
    for month, figures in sorted(months.items()):
        statements.append(Statement(month, before, figures))
        before += figures.due
    return statements[::-1]


def events_of(partner_id: int, month: date) -> list[Event]:
    """Return what moved a seller's money in a month, newest first, with her goods' names. Two queries."""
    moved = movements_of(partner_id, month)
    goods = _goods(partner_id, [movement.reference for movement in moved if movement.reference])
    return [Event(movement, goods[movement.reference]) for movement in moved]


def rows_of(partner_id: int, transaction_pk: int) -> Rows | None:
    """Return her own rows of a transaction; None where nothing in it is hers. One query."""
    entries = entries_of(partner_id, transaction_pk)
    if not entries:
        return None
    booked = entries[0].transaction
    what = booked.reverses.kind if booked.reverses else booked.kind
    fee = -sum(entry.amount for entry in entries if entry.account.kind == AccountKind.PROGRAMME_FEE)
    hers = -sum(entry.amount for entry in entries if entry.account.kind == AccountKind.SELLER_PAYABLE)
    lines = _paid(hers) if what == TransactionKind.PAYOUT else _sold(hers, fee)
    return Rows(TITLES.get(booked.kind, booked.get_kind_display()), booked.occurred_at, booked.key, lines, entries)


def _sold(hers: int, fee: int) -> list[MoneyLine]:
    last = _("Added to what is due to you") if hers >= 0 else _("Taken from what is due to you")
    return [
        MoneyLine(_("Price of the goods"), hers + fee),
        MoneyLine(_("Programme's part"), -fee, "neg"),
        MoneyLine(last, hers, "sum"),
    ]


def _paid(hers: int) -> list[MoneyLine]:
    return [MoneyLine(_("Paid to you") if hers <= 0 else _("A payment that came back"), -hers, "sum")]


def _goods(partner_id: int, references: list[str]) -> dict[str, list[str]]:
    rows = Line.objects.filter(consignment__reference__in=references, consignment__partner=partner_id).order_by("pk")
    title = "title_en" if dates.language() == "en" else "title_ar"
    goods: dict[str, list[str]] = defaultdict(list)
    for reference, quantity, name in rows.values_list("consignment__reference", "quantity", title):
        goods[reference].append(f"{quantity}\u00a0×\u00a0{name}")
    return goods
