"""The life of a consignment as its buyer, seller and hub read it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from marketplace.core.templatetags.mahalli import day
from marketplace.hubs.models import Consignment
from marketplace.hubs.states import STEPS_DELIVERY, STEPS_PICK_UP, ConsignmentState, Receiving

S = ConsignmentState


@dataclass(frozen=True)
class Step:
    """A length of stitching: *did*, *now*, *todo*, or *off* where the life ended before."""

    label: str | Promise
    state: str


def steps(parcel: Consignment) -> list[Step]:
    """Return the steps of a consignment. One that ended early shows where it ended; one that failed at the door waits at *out*."""
    state = ConsignmentState(parcel.state)
    path = STEPS_PICK_UP if parcel.receiving == Receiving.PICK_UP else STEPS_DELIVERY
    if state in (S.DECLINED, S.CANCELLED, S.RETURNED):
        return [Step(path[0].label, "did"), Step(state.label, "off")]
    here = path.index(S.OUT if state == S.FAILED else state)
    done = state == S.DELIVERED
    return [Step(step.label, "did" if place < here or done else "now" if place == here else "todo") for place, step in enumerate(path)]


def sentence(parcel: Consignment) -> str:
    """Return one sentence: who has the goods now, and until when."""
    facts = {"seller": parcel.partner.name, "hub": parcel.hub.name, "day": day(parcel.promised_on), "reason": parcel.reason}
    said = {
        S.ASKED: _("%(seller)s has the order and answers soon. Expected on %(day)s."),
        S.ACCEPTED: _("%(seller)s is preparing it. Expected on %(day)s."),
        S.PACKED: _("It is packed and on its way to %(hub)s. Expected on %(day)s."),
        S.AT_HUB: _("It waits for you at %(hub)s.")
        if parcel.receiving == Receiving.PICK_UP
        else _("%(hub)s has it and will bring it on %(day)s."),
        S.OUT: _("The driver has it and is on the way to you."),
        S.DELIVERED: _("You received it. Thank you."),
        S.DECLINED: _("%(seller)s had to decline: %(reason)s. You pay nothing for it."),
        S.CANCELLED: _("This part was cancelled. You pay nothing for it."),
        S.FAILED: _("We came and nobody opened. %(hub)s will call you."),
        S.RETURNED: _("It went back to the seller. You pay nothing for it."),
    }
    return said[ConsignmentState(parcel.state)] % facts
