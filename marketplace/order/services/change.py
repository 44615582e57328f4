"""A consignment on its way: accepted, declined, packed, at the hub, out. One door a step; the same step again is a no-op."""

import secrets

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from marketplace.accounts.models import User
from marketplace.core.errors import DomainError
from marketplace.hubs.models import Consignment
from marketplace.hubs.services import move
from marketplace.hubs.states import ConsignmentState, Receiving
from marketplace.order import codes, tell
from marketplace.order.services.steps import follow, locked, quantities
from marketplace.partner.services import stock


class ReasonMissing(DomainError):
    """A step that needs a reason got none."""

    text = _("Write the reason in a few words: the other side reads it.")


class GoesToADoor(DomainError):
    """Only parcels for a door are sent out."""

    text = _("This parcel is picked up at the hub; it is not sent out.")


@transaction.atomic
def accept(consignment_id: int, *, by: User) -> Consignment:
    """Accept a consignment: writes history, tells the buyer after commit."""
    parcel = locked(consignment_id)
    if parcel.state == ConsignmentState.ACCEPTED:
        return parcel
    move(parcel, ConsignmentState.ACCEPTED, by=by)
    tell.accepted(parcel)
    return parcel


@transaction.atomic
def decline(consignment_id: int, *, reason: str, by: User) -> Consignment:
    """Decline a consignment before it is packed: lets the stock go, nothing is due for it, tells the buyer why. Raises ReasonMissing."""
    parcel = locked(consignment_id)
    if parcel.state == ConsignmentState.DECLINED:
        return parcel
    if not reason.strip():
        raise ReasonMissing
    move(parcel, ConsignmentState.DECLINED, by=by, reason=reason.strip())
    stock.release(quantities(parcel))
    follow(parcel.order)
    tell.declined(parcel)
    return parcel


@transaction.atomic
def pack(consignment_id: int, *, by: User) -> Consignment:
    """Mark as packed: the units leave the shelf."""
    parcel = locked(consignment_id)
    if parcel.state == ConsignmentState.PACKED:
        return parcel
    move(parcel, ConsignmentState.PACKED, by=by)
    stock.consume(quantities(parcel))
    return parcel


@transaction.atomic
def receive(consignment_id: int, *, by: User) -> Consignment:
    """Take a packed parcel in at its hub; the buyer gets a new code, which opens all parcels of the order that wait there."""
    parcel = locked(consignment_id)
    if parcel.state == ConsignmentState.AT_HUB:
        return parcel
    move(parcel, ConsignmentState.AT_HUB, by=by)
    new_code(parcel)
    return parcel


@transaction.atomic
def send_out(consignment_id: int, *, by: User) -> Consignment:
    """Send a parcel from the hub to the buyer's door. Raises GoesToADoor for one that is picked up."""
    parcel = locked(consignment_id)
    if parcel.state == ConsignmentState.OUT:
        return parcel
    if parcel.receiving != Receiving.DELIVERY:
        raise GoesToADoor
    move(parcel, ConsignmentState.OUT, by=by)
    tell.sent_out(parcel)
    return parcel


@transaction.atomic
def resend_code(consignment_id: int, *, by: User) -> Consignment:
    """Make a new code for a waiting parcel: the buyer lost the message, or wrong tries used the old one up."""
    parcel = locked(consignment_id)
    if parcel.state not in (ConsignmentState.AT_HUB, ConsignmentState.OUT):
        raise DomainError(_("A code is sent only for a parcel that waits at the hub or is on its way."))
    new_code(parcel)
    return parcel


def new_code(parcel: Consignment) -> None:
    """Give the parcel, and the others of its order that wait with it, one new six-digit code, and send it. Only its hash is kept."""
    code = codes.new()
    waiting = Consignment.objects.filter(
        order_id=parcel.order_id, hub_id=parcel.hub_id, state__in=[ConsignmentState.AT_HUB, ConsignmentState.OUT]
    )
    waiting.update(code_hash=codes.hashed(code, number=parcel.order.number), code_tries=0)
    tell.ready(parcel, code, turn=secrets.randbelow(1_000_000_000) + 1)
