"""Orders, placed through the real door."""

import uuid
from collections.abc import Mapping

from marketplace.accounts.models import User
from marketplace.basket import services as baskets
from marketplace.basket.models import Basket
from marketplace.basket.queries import contents
from marketplace.catalogue.models import Product
from marketplace.hubs.models import Consignment, Hub
from marketplace.hubs.states import ConsignmentState, Receiving
from marketplace.order import codes
from marketplace.order.models import Order
from marketplace.order.services import change, place
from marketplace.order.services.details import BuyerDetails
from marketplace.partner.models import Partner
from marketplace.payment.states import Tender
from marketplace.shipping.queries import quote

CODE = "246810"


def make_basket(goods: Mapping[Product, int], buyer: User | None = None) -> Basket:
    """Return a basket with these goods."""
    basket = Basket.objects.create(owner=buyer)
    for good, quantity in goods.items():
        baskets.add(basket, good.pk, quantity)
    return basket


def purchase(
    basket: Basket, hub: Hub | None = None, *, governorate: str = "", buyer: User | None = None, **details: object
) -> place.Purchase:
    """Return the press of the button for a basket: pick up at `hub`, or delivery to `governorate`."""
    receiving = Receiving.PICK_UP if hub else Receiving.DELIVERY
    known: dict[str, object] = {"name": "رانيا خوري", "phone": "+970599001004", "receiving": receiving, "hub_id": hub.pk if hub else None}
    who = BuyerDetails(**{**known, "governorate": governorate, **details})  # type: ignore[arg-type]
    inside = contents(basket)
    fee = quote(who.choice, {part.partner.pk: part.lead_days for part in inside.parts}).fee_agorot
    return place.Purchase(basket.pk, uuid.uuid4(), Tender.CASH, who, "ar", inside.total_agorot + fee, buyer.pk if buyer else None)


def make_order(
    goods: Mapping[Product, int], hub: Hub | None = None, *, governorate: str = "", buyer: User | None = None, **details: object
) -> Order:
    """Place an order of these goods in cash and return it."""
    placed = place.place(purchase(make_basket(goods, buyer), hub, governorate=governorate, buyer=buyer, **details))
    assert placed.order is not None
    return placed.order


def parcel_of(order: Order, partner: Partner) -> Consignment:
    """Return one seller's part of an order, read anew."""
    return Consignment.objects.get(order=order, partner=partner)


def carry(parcel: Consignment, state: ConsignmentState, *, seller: User, hub_staff: User) -> Consignment:
    """Carry a parcel along the usual road up to *accepted*, *packed* or *at hub*; there its code is `CODE`."""
    road = [
        (ConsignmentState.ACCEPTED, change.accept, seller),
        (ConsignmentState.PACKED, change.pack, seller),
        (ConsignmentState.AT_HUB, change.receive, hub_staff),
    ]
    for reached, service, by in road:
        service(parcel.pk, by=by)
        if reached == state:
            break
    if state == ConsignmentState.AT_HUB:
        Consignment.objects.filter(pk=parcel.pk).update(code_hash=codes.hashed(CODE, number=parcel.order.number))
    parcel.refresh_from_db()
    return parcel
