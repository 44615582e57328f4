"""Cancelling: by the buyer until it is accepted, by staff until it leaves the seller; a parcel nobody fetched is returned."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from marketplace.accounts.models import User
from marketplace.core.errors import DomainError
from marketplace.hubs.models import Consignment
from marketplace.hubs.services import move
from marketplace.hubs.states import ConsignmentState
from marketplace.order import tell
from marketplace.order.services.change import ReasonMissing
from marketplace.order.services.steps import follow, locked, quantities
from marketplace.partner.services import stock


class AlreadyAccepted(DomainError):
    """The seller already works on it."""

    text = _("The seller has already accepted this part, so it can no longer be cancelled here. Call us and we will help.")


@transaction.atomic
def by_buyer(consignment_id: int, *, by: User | None) -> Consignment:
    """Cancel a part the seller has not accepted yet. Raises AlreadyAccepted."""
    parcel = locked(consignment_id)
    if parcel.state not in (ConsignmentState.ASKED, ConsignmentState.CANCELLED):
        raise AlreadyAccepted
    return _cancel(parcel, by=by, reason="")


@transaction.atomic
def by_staff(consignment_id: int, *, reason: str, by: User) -> Consignment:
    """Cancel a part that has not reached a hub yet; packed units go back on the shelf. Raises ReasonMissing."""
    parcel = locked(consignment_id)
    if parcel.state != ConsignmentState.CANCELLED and not reason.strip():
        raise ReasonMissing
    return _cancel(parcel, by=by, reason=reason.strip())


@transaction.atomic
def send_back(consignment_id: int, *, reason: str, by: User) -> Consignment:
    """Return a parcel nobody fetched from the hub to its seller; nothing is due and nothing was booked."""
    parcel = locked(consignment_id)
    if parcel.state == ConsignmentState.RETURNED:
        return parcel
    if parcel.state == ConsignmentState.DELIVERED:
        raise DomainError(_("This parcel was handed over. Money goes back through a claim, not here."))
    if not reason.strip():
        raise ReasonMissing
    move(parcel, ConsignmentState.RETURNED, by=by, reason=reason.strip())
    follow(parcel.order)
    tell.cancelled(parcel)
    return parcel


def _cancel(parcel: Consignment, *, by: User | None, reason: str) -> Consignment:
    if parcel.state == ConsignmentState.CANCELLED:
        return parcel
    was_packed = parcel.state == ConsignmentState.PACKED
    move(parcel, ConsignmentState.CANCELLED, by=by, reason=reason)
    (stock.put_back if was_packed else stock.release)(quantities(parcel))
    follow(parcel.order)
    tell.cancelled(parcel)
    return parcel
