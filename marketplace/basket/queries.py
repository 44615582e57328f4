"""What is in a basket, seller by seller, at the price of this moment."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Prefetch, Sum

from marketplace.basket.models import Basket, Line
from marketplace.catalogue.models import Product, ProductImage
from marketplace.catalogue.queries import Picture, picture
from marketplace.hubs.models import Hub
from marketplace.hubs.queries import promised_day
from marketplace.partner.models import Partner, StockRecord


@dataclass(frozen=True)
class BasketLine:
    """One good in the basket: `quantity` asked for, `left` a buyer can order, `unit_agorot` the price of one now."""

    pk: int
    product: Product
    record: StockRecord
    quantity: int
    unit_agorot: int
    left: int
    picture: Picture | None

    @property
    def total_agorot(self) -> int:
        """Quantity times price."""
        return self.quantity * self.unit_agorot

    @property
    def can_be_ordered(self) -> bool:
        """Whether the good is still published and there are enough."""
        return bool(self.product.is_public) and self.record.partner.is_open and 0 < self.quantity <= self.left


@dataclass(frozen=True)
class SellerPart:
    """One seller's goods in the basket."""

    partner: Partner
    lines: list[BasketLine]

    @property
    def total_agorot(self) -> int:
        """What her goods cost together."""
        return sum(line.total_agorot for line in self.lines)

    @property
    def lead_days(self) -> int:
        """Days she needs before the parcel can be handed in: the slowest good counts."""
        return max(line.product.lead_days for line in self.lines)

    def first_day(self, hubs: Sequence[Hub]) -> date | None:
        """The first day her goods can be picked up at one of these hubs; None without hubs."""
        return min((promised_day(hub, self.lead_days) for hub in hubs), default=None)


@dataclass(frozen=True)
class Contents:
    """Everything in a basket, grouped by seller in a steady order."""

    parts: list[SellerPart] = field(default_factory=list)

    @property
    def lines(self) -> list[BasketLine]:
        """All lines, seller by seller."""
        return [line for part in self.parts for line in part.lines]

    @property
    def total_agorot(self) -> int:
        """What all goods cost, without delivery."""
        return sum(part.total_agorot for part in self.parts)

    @property
    def units(self) -> int:
        """How many units in all."""
        return sum(line.quantity for line in self.lines)

    @property
    def can_be_ordered(self) -> bool:
        """Whether there is something and every line can be ordered as it stands."""
        return bool(self.parts) and all(line.can_be_ordered for line in self.lines)


def contents(basket: Basket) -> Contents:
    """Return what is in the basket. Two queries, however many lines and sellers."""
    if not basket.pk:
        return Contents()
    ready = ProductImage.objects.filter(ready=True).order_by("display_order", "pk")
    rows = (
        Line.objects.filter(basket_id=basket.pk)
        .select_related("product", "stockrecord__partner__locality__governorate")
        .prefetch_related(Prefetch("product__images", ready, "ready_images"))
        .order_by("stockrecord__partner_id", "pk")
    )
    lines = [_line(row) for row in rows]
    grouped = groupby(lines, key=lambda line: line.record.partner_id)
    return Contents([SellerPart(part[0].record.partner, part) for _, part in ((key, list(rows)) for key, rows in grouped)])


def units_in(basket: Basket) -> int:
    """Return how many units are in the basket, for its badge."""
    if not basket.pk:
        return 0
    return Line.objects.filter(basket_id=basket.pk).aggregate(units=Sum("quantity"))["units"] or 0


def _line(row: Any) -> BasketLine:
    record = row.stockrecord
    record.product = row.product
    image = next(iter(row.product.ready_images), None)
    drawn = picture(vars(image), sizes="5rem", title=row.product.title) if image else None
    return BasketLine(row.pk, row.product, record, row.quantity, record.price_agorot, max(record.left, 0), drawn)
