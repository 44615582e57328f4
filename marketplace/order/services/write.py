"""The rows of an order: written once, from an attempt, inside the transaction that closes it."""

import secrets
from dataclasses import dataclass

from django.utils import timezone

from marketplace.basket import services as basket_services
from marketplace.core.money import CURRENCY, portion, share, to_shekels
from marketplace.hubs.models import Consignment, ConsignmentChange
from marketplace.hubs.states import ConsignmentState
from marketplace.ledger.fees import FeeBook
from marketplace.ledger.queries import fee_book
from marketplace.order import tell
from marketplace.order.models import Line, Order, ShippingAddress
from marketplace.order.services.details import Agreed, from_json
from marketplace.order.states import OrderState
from marketplace.partner.models import Partner
from marketplace.payment.models import Attempt, AttemptLine
from marketplace.payment.states import Tender

# No vowels and nothing that reads like another sign: said over the phone, copied from a slip.
SIGNS = "23456789BCDFGHJKMNPQRSTVWXZ"


@dataclass(frozen=True)
class SoldLine:
    """A held line with its fee, frozen now. Amounts in agorot."""

    held: AttemptLine
    fee_bp: int

    @property
    def total(self) -> int:
        return self.held.quantity * self.held.unit_agorot

    @property
    def fee(self) -> int:
        return portion(self.total, self.fee_bp)


def new_number() -> str:
    """Return a public reference: random, eight signs of 27 (about 38 bits)."""
    return "".join(secrets.choice(SIGNS) for _ in range(8))


def order_from(attempt: Attempt) -> Order:
    """Write order, consignments, lines and messages of a locked attempt; the number of queries does not grow with the lines."""
    agreed = from_json(attempt.details)
    sold = _sold(attempt)
    order = _order(attempt, agreed, sum(line.total for line in sold))
    parcels = _consignments(order, agreed, sold)
    Line.objects.bulk_create(_line(order, parcels[line.held.stockrecord.partner_id], line) for line in sold)
    basket_services.close(attempt.basket_id)
    tell.placed(order, list(parcels.values()), email=agreed.buyer.email)
    return order


def _sold(attempt: Attempt) -> list[SoldLine]:
    held = attempt.lines.select_related("stockrecord__product", "stockrecord__partner").prefetch_related("stockrecord__product__categories")
    book = fee_book(timezone.localdate())
    return [SoldLine(line, _fee_bp(book, line)) for line in held.order_by("stockrecord__partner_id", "pk")]


def _fee_bp(book: FeeBook, line: AttemptLine) -> int:
    partner: Partner = line.stockrecord.partner
    return book.basis_points(partner.pk, partner.kind, [category.pk for category in line.stockrecord.product.categories.all()])


def _order(attempt: Attempt, agreed: Agreed, goods: int) -> Order:
    total, delivery = to_shekels(goods + attempt.delivery_agorot), to_shekels(attempt.delivery_agorot)
    return Order.objects.create(
        number=new_number(),
        basket_id=attempt.basket_id,
        user_id=agreed.user_id,
        attempt=attempt,
        tender=attempt.tender,
        language=attempt.language,
        buyer_name=agreed.buyer.name,
        phone=agreed.buyer.phone,
        guest_email=agreed.buyer.email,
        goods_agorot=goods,
        delivery_agorot=attempt.delivery_agorot,
        currency=CURRENCY,
        total_incl_tax=total,
        total_excl_tax=total,
        shipping_incl_tax=delivery,
        shipping_excl_tax=delivery,
        shipping_code=agreed.buyer.receiving,
        shipping_address=_address(agreed),
        status=OrderState.PLACED,
        date_placed=timezone.now(),
    )


def _address(agreed: Agreed) -> ShippingAddress:
    buyer = agreed.buyer
    return ShippingAddress.objects.create(
        first_name=buyer.name,
        country_id="PS",
        phone=buyer.phone,
        phone_typed=buyer.phone_typed,
        second_phone=buyer.second_phone,
        governorate_id=buyer.governorate or None,
        locality_id=buyer.locality_id,
        neighbourhood=buyer.neighbourhood,
        landmark=buyer.landmark,
        directions=buyer.directions,
    )


def _consignments(order: Order, agreed: Agreed, sold: list[SoldLine]) -> dict[int, Consignment]:
    """One consignment a seller; the delivery fee is shared by the value of the goods, to the agora."""
    by_seller: dict[int, list[SoldLine]] = {}
    for line in sold:
        by_seller.setdefault(line.held.stockrecord.partner_id, []).append(line)
    goods = [sum(line.total for line in lines) for lines in by_seller.values()]
    delivery = share(order.delivery_agorot, goods)
    rows = [
        Consignment(
            order=order,
            partner_id=partner_id,
            reference=f"{order.number}-{place + 1}",
            receiving=agreed.buyer.receiving,
            hub_id=agreed.hub_id,
            zone_id=agreed.zone_id,
            promised_on=agreed.promised[partner_id],
            goods_agorot=goods[place],
            fee_agorot=sum(line.fee for line in lines),
            delivery_agorot=delivery[place],
            due_agorot=goods[place] + delivery[place] if order.tender == Tender.CASH else 0,
            buyer_note=agreed.buyer.notes.get(partner_id, ""),
        )
        for place, (partner_id, lines) in enumerate(by_seller.items())
    ]
    made = Consignment.objects.bulk_create(rows)
    ConsignmentChange.objects.bulk_create(
        ConsignmentChange(consignment=row, new=ConsignmentState.ASKED, by_id=agreed.user_id) for row in made
    )
    return {row.partner_id: row for row in made}


def _line(order: Order, consignment: Consignment, sold: SoldLine) -> Line:
    held, product = sold.held, sold.held.stockrecord.product
    total, unit = to_shekels(sold.total), to_shekels(held.unit_agorot)
    return Line(
        order=order,
        consignment=consignment,
        partner_id=held.stockrecord.partner_id,
        partner_name=held.stockrecord.partner.name,
        partner_sku=held.stockrecord.partner_sku,
        stockrecord_id=held.stockrecord_id,
        product=product,
        title=product.title,
        title_ar=product.title_ar or product.title,
        title_en=product.title_en or product.title,
        unit_ar=product.unit_ar or "",
        unit_en=product.unit_en or "",
        quantity=held.quantity,
        num_allocated=held.quantity,
        unit_agorot=held.unit_agorot,
        total_agorot=sold.total,
        fee_bp=sold.fee_bp,
        fee_agorot=sold.fee,
        line_price_incl_tax=total,
        line_price_excl_tax=total,
        line_price_before_discounts_incl_tax=total,
        line_price_before_discounts_excl_tax=total,
        unit_price_incl_tax=unit,
        unit_price_excl_tax=unit,
    )
