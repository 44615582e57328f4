"""Placing an order: hold the stock, talk to the gateway, finish once. The shape survives double taps, crashes and late news.

1. `begin`: one transaction makes the attempt and holds the stock.
2. The gateway is spoken to outside any transaction, with the attempt's id as idempotency key.
3. `finalize`: asks the gateway anew, compares, and makes the order in one transaction. The buyer's return, a webhook and the
   poller all end here.
"""

import logging
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marketplace.basket.models import Basket
from marketplace.basket.queries import contents
from marketplace.core.errors import DomainError
from marketplace.core.locks import lock
from marketplace.core.money import CURRENCY
from marketplace.order.models import Order
from marketplace.order.services import details, write
from marketplace.order.services.details import BuyerDetails
from marketplace.payment import services as attempts
from marketplace.payment.gateways import PaymentFact, gateway_of
from marketplace.payment.models import Attempt
from marketplace.payment.services import NewAttempt, Wish
from marketplace.payment.states import LIVE, AttemptState
from marketplace.shipping.queries import quote

log = logging.getLogger(__name__)
# More tabs than this pressing in the same moment are told to press again.
MOST_TABS = 5


class NothingToOrder(DomainError):
    """The basket is empty, or something in it cannot be ordered as it stands."""

    text = _("Something in the basket changed. Look it over, then go on.")


class TotalChanged(DomainError):
    """The sum is not the one the buyer saw."""

    text = _("A price changed while you were typing. Look at the new total, then confirm again.")


class AttemptClosed(DomainError):
    """This try ended without an order."""

    text = _("This order was not completed and nothing was charged. Your basket is still here.")


@dataclass(frozen=True)
class Purchase:
    """One press of the button. `client_key` was made with the form; `seen_agorot` is the total the buyer saw."""

    basket_id: int
    client_key: UUID
    tender: str
    buyer: BuyerDetails
    language: str
    seen_agorot: int
    user_id: int | None = None


@dataclass(frozen=True)
class Placed:
    """What came of it: the order, or where to send the buyer to pay first."""

    order: Order | None
    pay_at: str = ""


def place(purchase: Purchase) -> Placed:
    """Turn a basket into an order, once however often it is asked.

    Raises OutOfStock, NothingToOrder, TotalChanged, HubClosed, NotDeliveredThere, AttemptClosed; a refusal changes nothing.
    """
    attempt = begin(purchase)
    if attempt.state in LIVE:
        pay_at = gateway_of(attempt.tender).begin(attempt)
        if pay_at:
            return Placed(None, pay_at)
    return Placed(finalize(attempt.pk))


def begin(purchase: Purchase) -> Attempt:
    """Return the attempt of this press, made now or found; a live attempt of another form is closed first (if paid meanwhile, it wins)."""
    for _try in range(MOST_TABS):
        known = Attempt.objects.filter(client_key=purchase.client_key).first() or _close_other_attempts(purchase)
        if known is not None:
            return known
        with transaction.atomic():
            basket = lock(Basket, purchase.basket_id)
            known = Attempt.objects.filter(client_key=purchase.client_key).first() or _placed_of(basket)
            if known is not None:
                return known
            if not Attempt.objects.filter(basket=basket, state__in=LIVE).exists():
                return attempts.open_attempt(_new_attempt(purchase, basket))
        # Another tab opened an attempt between our look and our lock: close that one, then try again.
    raise AttemptClosed


def finalize(attempt_id: UUID) -> Order:
    """Make the order of an attempt whose payment stands; the same order every time. Raises AttemptClosed."""
    attempt = Attempt.objects.get(pk=attempt_id)
    if attempt.state == AttemptState.PLACED:
        return attempt.order
    fact = gateway_of(attempt.tender).fetch(attempt)
    with transaction.atomic():
        lock(Basket, attempt.basket_id)  # always before its attempts: two tabs never wait for each other
        attempt = lock(Attempt, attempt_id)
        if attempt.state == AttemptState.PLACED:
            return attempt.order
        if attempt.state not in LIVE or not _stands(fact, attempt):
            raise AttemptClosed
        attempt.gateway_reference = fact.reference
        attempts.move(attempt, AttemptState.PLACED)
        return write.order_from(attempt)


def poll() -> None:
    """Finish or close attempts whose hold has run out: the buyer never came back, or the process died in between.

    One that cannot be closed is logged and tried again next time; it does not keep the others from letting their stock go.
    """
    due = Attempt.objects.filter(state__in=LIVE, expires_at__lte=timezone.now()).order_by("expires_at")
    for key in due.values_list("pk", flat=True)[:200]:
        try:
            expire(key)
        except Exception:
            log.exception("Attempt %s could not be closed", key)


def expire(attempt_id: UUID) -> Order | None:
    """Close a live attempt and let its stock go; where its payment stands after all, the order is made instead and returned."""
    attempt = Attempt.objects.get(pk=attempt_id)
    if attempt.state not in LIVE:
        return attempt.order if attempt.state == AttemptState.PLACED else None
    if _stands(gateway_of(attempt.tender).expire(attempt), attempt):
        return finalize(attempt_id)
    with transaction.atomic():
        lock(Basket, attempt.basket_id)
        attempt = lock(Attempt, attempt_id)
        if attempt.state in LIVE:
            attempts.let_go(attempt, AttemptState.EXPIRED)
    return None


def _close_other_attempts(purchase: Purchase) -> Attempt | None:
    for live in Attempt.objects.filter(basket_id=purchase.basket_id, state__in=LIVE).exclude(client_key=purchase.client_key):
        order = expire(live.pk)
        if order is not None:
            return order.attempt
    return None


def _placed_of(basket: Basket) -> Attempt | None:
    """The attempt that already made an order of this basket: two tabs, one order."""
    return Attempt.objects.filter(basket=basket, state=AttemptState.PLACED).first()


def _new_attempt(purchase: Purchase, basket: Basket) -> NewAttempt:
    inside = contents(basket)
    if not basket.is_open or not inside.parts or not all(line.product.is_public and line.record.partner.is_open for line in inside.lines):
        raise NothingToOrder
    offer = quote(purchase.buyer.choice, {part.partner.pk: part.lead_days for part in inside.parts})
    new = NewAttempt(
        basket_id=basket.pk,
        client_key=purchase.client_key,
        tender=purchase.tender,
        language=purchase.language,
        wishes=[Wish(line.record.pk, line.quantity, line.unit_agorot) for line in inside.lines],
        delivery_agorot=offer.fee_agorot,
        details=details.to_json(purchase.buyer, offer, purchase.user_id),
    )
    if new.amount_agorot != purchase.seen_agorot:
        raise TotalChanged
    return new


def _stands(fact: PaymentFact, attempt: Attempt) -> bool:
    """Whether the gateway's fact is about this attempt, of this sum, and settled."""
    same = (fact.attempt_id, fact.amount_agorot, fact.currency) == (str(attempt.pk), attempt.amount_agorot, CURRENCY)
    return same and fact.status == "settled"
