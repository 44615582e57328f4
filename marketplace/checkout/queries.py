"""What checkout knows before the buyer types."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser

from marketplace.accounts.models import User
from marketplace.basket.queries import Contents
from marketplace.core.models import Governorate
from marketplace.core.phones import display
from marketplace.hubs.models import Hub
from marketplace.hubs.queries import open_hubs
from marketplace.order.models import Order
from marketplace.shipping.queries import quote
from marketplace.shipping.rules import Choice, Quote


@dataclass(frozen=True)
class Places:
    """Where an order can go: open hubs, and governorates that are delivered to."""

    hubs: list[Hub]
    governorates: list[Governorate]


def places() -> Places:
    """Return where an order can go now; two queries."""
    served = Governorate.objects.filter(zones__is_open=True, zones__hub__is_open=True).distinct().order_by("position")
    return Places(list(open_hubs()), list(served))


def known_of(user: User | AnonymousUser, hubs: list[Hub]) -> dict[str, Any]:
    """Return what a buyer need not type again: from her last order, else her account; the first hub is chosen for a stranger."""
    first = f"hub:{hubs[0].pk}" if hubs else "delivery"
    if not isinstance(user, User):
        return {"receiving": first}
    known = {"receiving": first, "name": user.get_full_name(), "phone": display(user.phone or ""), "email": user.email or ""}
    last = Order.objects.filter(user=user).select_related("shipping_address").order_by("-pk").first()
    return known | _of_order(last, {hub.pk for hub in hubs}) if last else known


def offer_for(choice: Choice | None, inside: Contents) -> Quote | None:
    """Return fee and days of a choice for this basket, None where nothing is chosen yet. Raises HubClosed, NotDeliveredThere."""
    return quote(choice, {part.partner.pk: part.lead_days for part in inside.parts}) if choice else None


def _of_order(order: Order, open_now: set[int]) -> dict[str, Any]:
    address = order.shipping_address
    known: dict[str, Any] = {"name": order.buyer_name, "phone": display(order.phone), "email": order.guest_email}
    parcel = order.consignments.order_by("pk").first()
    if parcel is not None and parcel.zone_id is None and parcel.hub_id in open_now:
        known["receiving"] = f"hub:{parcel.hub_id}"
    if address is not None and address.locality_id:
        known |= {"governorate": address.governorate_id, "locality": str(address.locality_id), "landmark": address.landmark}
        known |= {"directions": address.directions, **({"receiving": "delivery"} if parcel and parcel.zone_id else {})}
    return known
