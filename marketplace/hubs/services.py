"""The door every state of a consignment passes. What a step means for stock, money and people is the order floor's business."""

from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.core.errors import MoveNotAllowed
from marketplace.hubs.models import Consignment, ConsignmentChange
from marketplace.hubs.states import MOVES, ConsignmentState


def move(consignment: Consignment, new: ConsignmentState, *, by: User | None, reason: str = "") -> Consignment:
    """Write the next state of a locked consignment and its history. Raises MoveNotAllowed; inside a transaction."""
    old = ConsignmentState(consignment.state)
    if new not in MOVES[old]:
        raise MoveNotAllowed
    consignment.state, consignment.changed_at = new, timezone.now()
    consignment.reason = reason or consignment.reason
    if new == ConsignmentState.DELIVERED:
        consignment.delivered_at = consignment.changed_at
    consignment.save(update_fields=["state", "changed_at", "reason", "delivered_at", "code_hash", "code_tries"])
    ConsignmentChange.objects.create(consignment=consignment, old=old, new=new, by=by, reason=reason)
    return consignment
