"""The state of an order follows from its consignments and from nothing else."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import pgettext_lazy

from marketplace.hubs.states import CLOSED, DROPPED, ConsignmentState


class OrderState(models.TextChoices):
    """Where an order stands."""

    PLACED = "placed", pgettext_lazy("order", "Placed")
    PART_DONE = "part_done", pgettext_lazy("order", "Part done")
    CLOSED = "closed", pgettext_lazy("order", "Closed")
    CANCELLED = "cancelled", pgettext_lazy("order", "Cancelled")


def order_state(consignments: Iterable[ConsignmentState | str]) -> OrderState:
    """Return the state of an order whose consignments stand so. An order always has at least one."""
    states = [ConsignmentState(state) for state in consignments]
    if all(state in DROPPED for state in states):
        return OrderState.CANCELLED
    if all(state in CLOSED for state in states):
        return OrderState.CLOSED
    if any(state in CLOSED for state in states):
        return OrderState.PART_DONE
    return OrderState.PLACED
