"""The life of a consignment: one seller's part of one order."""

from django.db import models
from django.utils.translation import pgettext_lazy


class ConsignmentState(models.TextChoices):
    """Where a consignment stands."""

    ASKED = "asked", pgettext_lazy("consignment", "Asked")
    ACCEPTED = "accepted", pgettext_lazy("consignment", "Accepted")
    PACKED = "packed", pgettext_lazy("consignment", "Packed")
    AT_HUB = "at_hub", pgettext_lazy("consignment", "At the hub")
    OUT = "out", pgettext_lazy("consignment", "On its way")
    DELIVERED = "delivered", pgettext_lazy("consignment", "Received")
    DECLINED = "declined", pgettext_lazy("consignment", "Declined")
    CANCELLED = "cancelled", pgettext_lazy("consignment", "Cancelled")
    FAILED = "failed", pgettext_lazy("consignment", "Not delivered")
    RETURNED = "returned", pgettext_lazy("consignment", "Returned")


S = ConsignmentState
MOVES: dict[ConsignmentState, set[ConsignmentState]] = {
    S.ASKED: {S.ACCEPTED, S.DECLINED, S.CANCELLED},
    S.ACCEPTED: {S.PACKED, S.DECLINED, S.CANCELLED},
    S.PACKED: {S.AT_HUB, S.CANCELLED},
    S.AT_HUB: {S.OUT, S.DELIVERED, S.RETURNED},
    S.OUT: {S.DELIVERED, S.FAILED},
    S.FAILED: {S.AT_HUB, S.RETURNED},
    S.DELIVERED: {S.RETURNED},
    S.DECLINED: set(),
    S.CANCELLED: set(),
    S.RETURNED: set(),
}
# Nothing more will happen to these by themselves.
CLOSED = frozenset({S.DELIVERED, S.DECLINED, S.CANCELLED, S.RETURNED})
# The buyer gets nothing and pays nothing for these.
DROPPED = frozenset({S.DECLINED, S.CANCELLED, S.RETURNED})
# The goods left the seller's shelf: stock was consumed.
LEFT_THE_SHELF = frozenset({S.PACKED, S.AT_HUB, S.OUT, S.DELIVERED, S.FAILED, S.RETURNED})
# The steps a buyer is shown, for each way of receiving.
STEPS_PICK_UP = (S.ASKED, S.ACCEPTED, S.PACKED, S.AT_HUB, S.DELIVERED)
STEPS_DELIVERY = (S.ASKED, S.ACCEPTED, S.PACKED, S.AT_HUB, S.OUT, S.DELIVERED)


class Receiving(models.TextChoices):
    """How the buyer gets the goods."""

    PICK_UP = "pick_up", pgettext_lazy("receiving", "Pick up at a hub")
    DELIVERY = "delivery", pgettext_lazy("receiving", "Deliver to the door")
