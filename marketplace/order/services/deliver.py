"""Handing over: against the buyer's code, or without it for a logged reason; the cash is taken and everything is booked."""

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from marketplace.accounts.models import User
from marketplace.core.errors import DomainError
from marketplace.hubs.models import Consignment
from marketplace.hubs.services import move
from marketplace.hubs.states import ConsignmentState
from marketplace.ledger import services as ledger
from marketplace.order import codes, tell
from marketplace.order.services.change import ReasonMissing
from marketplace.order.services.steps import follow, locked

MOST_TRIES = 5


class WrongCode(DomainError):
    """The digits are not the buyer's."""

    text = ngettext_lazy(
        "The code does not match. Ask the buyer for the newest message; %(left)s try is left.",
        "The code does not match. Ask the buyer for the newest message; %(left)s tries are left.",
        "left",
    )


class CodeUsedUp(DomainError):
    """Too many wrong tries."""

    text = _("Too many wrong codes. Send the buyer a new code, or hand over with a written reason.")


class NoCode(DomainError):
    """Neither code nor reason."""

    text = _("Type the buyer's six digits, or write why you hand over without them.")


def hand_over(consignment_id: int, *, by: User, holder: str, code: str = "", reason: str = "") -> Consignment:
    """Hand a parcel to its buyer, take the cash due and book it: cash with `holder` ("hub:2"), seller's due, fee, delivery.

    Raises WrongCode, CodeUsedUp, NoCode. A wrong try is counted even though everything else stays as it was.
    """
    if not reason.strip():
        _check_code(consignment_id, code.strip())
    with transaction.atomic():
        parcel = locked(consignment_id)
        if parcel.state == ConsignmentState.DELIVERED:
            return parcel
        parcel.code_hash = ""
        move(parcel, ConsignmentState.DELIVERED, by=by, reason=reason.strip())
        _book(parcel, holder=holder, by=by)
        follow(parcel.order)
        tell.delivered(parcel)
    return parcel


@transaction.atomic
def fail(consignment_id: int, *, reason: str, by: User) -> Consignment:
    """Nobody received a parcel at the door: it goes back to the hub with the reason."""
    parcel = locked(consignment_id)
    if parcel.state == ConsignmentState.FAILED:
        return parcel
    if not reason.strip():
        raise ReasonMissing
    move(parcel, ConsignmentState.FAILED, by=by, reason=reason.strip())
    tell.failed(parcel)
    return parcel


def _check_code(consignment_id: int, code: str) -> None:
    """Compare outside the transaction that hands over: its failure must not undo the count."""
    if not code:
        raise NoCode
    with transaction.atomic():
        parcel = locked(consignment_id)
        if parcel.state == ConsignmentState.DELIVERED:
            return
        used_up = parcel.code_tries >= MOST_TRIES
        good = not used_up and codes.matches(code, parcel.code_hash, number=parcel.order.number)
        if not used_up and not good:
            # One code opens all that waits with it, so a wrong try at one parcel counts for all.
            same = Q(code_hash=parcel.code_hash) if parcel.code_hash else Q(pk=parcel.pk)
            parcel.order.consignments.filter(same).update(code_tries=F("code_tries") + 1)
    if used_up:
        raise CodeUsedUp
    if not good:
        raise WrongCode(left=MOST_TRIES - parcel.code_tries - 1)


def _book(parcel: Consignment, *, holder: str, by: User) -> None:
    if parcel.due_agorot:
        ledger.cash_taken(parcel.reference, holder=holder, amount=parcel.due_agorot, by=by)
    ledger.delivered(
        parcel.reference,
        partner_id=parcel.partner_id,
        goods=parcel.goods_agorot,
        fee=parcel.fee_agorot,
        delivery=parcel.delivery_agorot,
        by=by,
    )
