"""Orders as their buyers may see them. Every query names its scope first."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import QuerySet
from django.utils import timezone

from marketplace.hubs import life
from marketplace.hubs.models import Consignment, Hub
from marketplace.hubs.queries import of_order
from marketplace.hubs.states import CLOSED, DROPPED, ConsignmentState
from marketplace.order.links import opens
from marketplace.order.models import Order

NEWEST = 20
CODE_WAS_SENT = frozenset({ConsignmentState.AT_HUB, ConsignmentState.OUT})


@dataclass(frozen=True)
class Part:
    """One seller's part of an order as its buyer reads it."""

    row: Consignment
    steps: list[life.Step]
    sentence: str
    is_late: bool

    @property
    def can_cancel(self) -> bool:
        """Whether the seller has not answered yet."""
        return self.row.state == ConsignmentState.ASKED


@dataclass(frozen=True)
class Sums:
    """The money of an order in agorot: `total` was agreed, `dropped` fell away, `paid` was paid, `due` is still to pay in cash."""

    total: int
    dropped: int
    paid: int
    due: int

    @property
    def minus_dropped(self) -> int:
        """What fell away, as a minus row."""
        return -self.dropped

    @property
    def minus_paid(self) -> int:
        """What was paid, as a minus row."""
        return -self.paid


@dataclass(frozen=True)
class Journey:
    """An order on its way: what is late comes first."""

    order: Order
    parts: list[Part]
    sums: Sums

    @property
    def hub(self) -> Hub:
        """Where the goods are picked up or sent out from: one hub an order."""
        return self.parts[0].row.hub

    @property
    def is_open(self) -> bool:
        """Whether something is still to come."""
        return any(part.row.state not in CLOSED for part in self.parts)

    @property
    def code_was_sent(self) -> bool:
        """Whether the newest code is with the buyer."""
        return any(part.row.state in CODE_WAS_SENT for part in self.parts)


def order_for(reference: str, key: str, user: AbstractBaseUser | AnonymousUser) -> Order | None:
    """Return the order for whoever holds its key or placed it signed in; None for everybody else, as for an unknown reference."""
    orders = Order.objects.select_related("shipping_address__locality", "shipping_address__governorate")
    if key and opens(reference, key):
        return orders.filter(number=reference).first()
    return orders.filter(number=reference, user_id=user.pk).first() if user.is_authenticated else None


def journey_of(order: Order) -> Journey:
    """Return an order with all its parts. Three queries, however many sellers."""
    today = timezone.localdate()
    parts = [_part(row, today) for row in of_order(order.pk)]
    return Journey(order, sorted(parts, key=lambda part: (not part.is_late, part.row.pk)), _sums(order, [part.row for part in parts]))


def orders_of(user: AbstractBaseUser) -> QuerySet[Order]:
    """Orders this user placed while signed in, newest first."""
    return Order.objects.filter(user_id=user.pk).order_by("-date_placed", "-pk")


def orders_of_phone(phone: str) -> QuerySet[Order]:
    """Orders placed with this phone (E.164), newest first. Only for somebody who proved that she holds it."""
    return Order.objects.filter(phone=phone).order_by("-date_placed", "-pk")


def _part(row: Consignment, today: date) -> Part:
    return Part(row, life.steps(row), life.sentence(row), row.promised_on < today and row.state not in CLOSED)


def _sums(order: Order, rows: list[Consignment]) -> Sums:
    dropped = sum(row.goods_agorot + row.delivery_agorot for row in rows if row.state in DROPPED)
    due = sum(row.due_agorot for row in rows if row.state not in CLOSED)
    return Sums(order.total_agorot, dropped, order.total_agorot - dropped - due, due)
