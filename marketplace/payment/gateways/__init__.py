"""One adapter a way of paying, all with the same small interface.

An adapter talks to its party outside any transaction. What it says of a payment is a fact to compare, never an order to obey.
"""

from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from marketplace.payment.models import Attempt
from marketplace.payment.states import Tender


@dataclass(frozen=True)
class PaymentFact:
    """What the gateway says now: `status` is *settled* (paid or surely due at hand-over), *waiting* or *refused*; amount in agorot."""

    status: str
    attempt_id: str
    amount_agorot: int
    currency: str
    reference: str = ""


class Gateway(Protocol):
    """A way of paying."""

    hold_minutes: int

    def begin(self, attempt: Attempt) -> str:
        """Open the payment, idempotent by the attempt's id; return where to send the buyer, or "" to go on at once."""

    def fetch(self, attempt: Attempt) -> PaymentFact:
        """Ask anew how the payment stands."""

    def expire(self, attempt: Attempt) -> PaymentFact:
        """Close an unpaid payment so that it cannot be paid any more, and say how it stands after that."""


def gateway_of(tender: str) -> Gateway:
    """Return the adapter of a tender that is switched on. Raises KeyError."""
    gateway: Gateway = import_string(settings.PAYMENT_GATEWAYS[Tender(tender).value])()
    return gateway
