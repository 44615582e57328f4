"""Who is told what about an order.

Facts hold numbers, days and names of goods; never a code, never more of the buyer than a parcel needs.
"""

from collections.abc import Sequence

from marketplace.hubs.models import Consignment
from marketplace.notifications.services import Letter, queue
from marketplace.order.links import path_to
from marketplace.order.models import Order
from marketplace.partner.models import Partner


def placed(order: Order, parcels: Sequence[Consignment], *, email: str) -> None:
    """Tell the buyer that the order stands, and each seller that she was asked."""
    letters = [_to_buyer(order, "order_placed", f"placed:{order.number}", total_agorot=order.total_agorot)]
    phones = dict(Partner.objects.filter(pk__in=[parcel.partner_id for parcel in parcels]).values_list("pk", "phone"))
    letters += [
        Letter(
            "order_asked",
            f"asked:{parcel.reference}",
            "ar",
            phone=phones[parcel.partner_id],
            facts={"reference": parcel.reference, "goods_agorot": parcel.goods_agorot},
        )
        for parcel in parcels
    ]
    queue(*letters)


def accepted(parcel: Consignment) -> None:
    """Tell the buyer that a seller accepted."""
    _about(parcel, "consignment_accepted")


def declined(parcel: Consignment) -> None:
    """Tell the buyer that a seller declined, why, and that nothing is due for it."""
    _about(parcel, "consignment_declined", reason=parcel.reason)


def cancelled(parcel: Consignment) -> None:
    """Tell buyer and seller that a consignment was cancelled."""
    _about(parcel, "consignment_cancelled", reason=parcel.reason)
    queue(
        Letter(
            "consignment_cancelled_seller",
            f"cancelled_seller:{parcel.reference}",
            "ar",
            phone=parcel.partner.phone,
            facts={"reference": parcel.reference},
        )
    )


def ready(parcel: Consignment, code: str, *, turn: int) -> None:
    """Tell the buyer that her goods wait at the hub, with the six digits that hand them over."""
    _about(parcel, "consignment_ready", secret=code, turn=turn)


def sent_out(parcel: Consignment) -> None:
    """Tell the buyer that the parcel is on its way to her door."""
    _about(parcel, "consignment_out")


def delivered(parcel: Consignment) -> None:
    """Tell the buyer what she received and paid, and the seller that it reached her."""
    _about(parcel, "consignment_delivered", paid_agorot=parcel.due_agorot)
    facts = {"reference": parcel.reference, "net_agorot": parcel.goods_agorot - parcel.fee_agorot}
    queue(Letter("consignment_delivered_seller", f"delivered_seller:{parcel.reference}", "ar", phone=parcel.partner.phone, facts=facts))


def failed(parcel: Consignment) -> None:
    """Tell the buyer that nobody opened and what happens next."""
    _about(parcel, "consignment_failed", reason=parcel.reason)


def _about(parcel: Consignment, kind: str, *, secret: str = "", turn: int = 0, **facts: object) -> None:
    order = parcel.order
    key = f"{kind}:{parcel.reference}" + (f":{turn}" if turn else "")
    seller = {"seller_ar": parcel.partner.name_ar or parcel.partner.name, "seller_en": parcel.partner.name_en or parcel.partner.name}
    place = {
        "hub_ar": parcel.hub.name_ar,
        "hub_en": parcel.hub.name_en,
        "promised_on": parcel.promised_on.isoformat(),
        "due_agorot": parcel.due_agorot,
    }
    queue(_to_buyer(order, kind, key, secret=secret, parcel=parcel.reference, receiving=parcel.receiving, **seller, **place, **facts))


def _to_buyer(order: Order, kind: str, key: str, *, secret: str = "", **facts: object) -> Letter:
    known = {"number": order.number, "name": order.buyer_name, "path": path_to(order.number, order.language), **facts}
    return Letter(kind, key, order.language, phone=order.phone, email=order.guest_email, facts=known, secret=secret)
