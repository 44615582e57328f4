"""Attempts: opened with the stock they hold, closed exactly once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from marketplace.core.errors import MoveNotAllowed
from marketplace.partner.services import stock
from marketplace.payment.gateways import gateway_of
from marketplace.payment.models import Attempt, AttemptLine
from marketplace.payment.states import MOVES, AttemptState


@dataclass(frozen=True)
class Wish:
    """Units of one stock record at the price the buyer saw, in agorot a unit."""

    stockrecord_id: int
    quantity: int
    unit_agorot: int


@dataclass(frozen=True)
class NewAttempt:
    """What an attempt is made of. `details` is JSON the order is made from later."""

    basket_id: int
    client_key: UUID
    tender: str
    language: str
    wishes: Sequence[Wish]
    delivery_agorot: int
    details: dict[str, Any]

    @property
    def amount_agorot(self) -> int:
        """Goods and delivery."""
        return sum(wish.quantity * wish.unit_agorot for wish in self.wishes) + self.delivery_agorot


def open_attempt(new: NewAttempt) -> Attempt:
    """Hold the stock and write the attempt with its lines. Inside a transaction, the basket locked. Raises OutOfStock."""
    stock.hold({wish.stockrecord_id: wish.quantity for wish in new.wishes})
    attempt = Attempt.objects.create(
        basket_id=new.basket_id,
        client_key=new.client_key,
        tender=new.tender,
        language=new.language,
        amount_agorot=new.amount_agorot,
        delivery_agorot=new.delivery_agorot,
        details=new.details,
        expires_at=timezone.now() + timedelta(minutes=gateway_of(new.tender).hold_minutes),
    )
    AttemptLine.objects.bulk_create(
        AttemptLine(attempt=attempt, stockrecord_id=w.stockrecord_id, quantity=w.quantity, unit_agorot=w.unit_agorot) for w in new.wishes
    )
    return attempt


def move(attempt: Attempt, new: AttemptState, *, refusal: str = "") -> Attempt:
    """Write the next state of a locked attempt. Raises MoveNotAllowed."""
    if new not in MOVES[AttemptState(attempt.state)]:
        raise MoveNotAllowed
    attempt.state, attempt.refusal = new, refusal
    attempt.closed_at = timezone.now() if not MOVES[new] else None
    attempt.save(update_fields=["state", "refusal", "closed_at", "gateway_reference"])
    return attempt


def let_go(attempt: Attempt, new: AttemptState, *, refusal: str = "") -> Attempt:
    """Close a locked attempt without an order and release what it held."""
    move(attempt, new, refusal=refusal)
    stock.release(dict(attempt.lines.values_list("stockrecord_id", "quantity")))
    return attempt
