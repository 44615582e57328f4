"""Goods on the shelf."""

from decimal import Decimal
from typing import Any

from django.utils import timezone

from marketplace.catalogue.models import Category, Product, ProductClass
from marketplace.catalogue.states import GoodState
from marketplace.partner.models import Partner, StockRecord


def make_category(slug: str = "honey", name_ar: str = "عسل", name_en: str = "Honey") -> Category:
    """Return the category of this slug, made where it is missing."""
    found = Category.objects.filter(slug=slug).first()
    return found or Category.objects.add_root(instance=Category(slug=slug, name_ar=name_ar, name_en=name_en))


def make_good(
    partner: Partner, title_ar: str = "مرطبان عسل", *, price: str = "18.00", stock: int = 10, published: bool = True, **fields: Any
) -> Product:
    """Make a good of `partner` at `price` shekels with `stock` units, on the shelf if `published`. More `fields` are Product's."""
    category = fields.pop("category", None) or make_category()
    state = GoodState.PUBLISHED if published else GoodState.DRAFT
    stands = {"state": state, "is_public": published, "published_at": timezone.now() if published else None}
    words = {"title_ar": title_ar, "title_en": "Jar of honey", "unit_ar": "مرطبان", "unit_en": "jar"}
    good = Product.objects.create(partner=partner, product_class=_kind(), **{**words, **stands, **fields})
    good.categories.add(category)
    StockRecord.objects.create(product=good, partner=partner, partner_sku=f"G{good.pk}", price=Decimal(price), num_in_stock=stock)
    return good


def stock(good: Product, units: int) -> None:
    """Put exactly `units` on the shelf, whatever is held."""
    StockRecord.objects.filter(product=good).update(num_in_stock=units)


def left(good: Product) -> int:
    """Return how many units a buyer can still order, read anew."""
    return StockRecord.objects.get(product=good).left


def held(good: Product) -> int:
    """Return how many units are held for orders, read anew."""
    return int(StockRecord.objects.get(product=good).num_allocated)


def _kind() -> ProductClass:
    found, _ = ProductClass.objects.get_or_create(slug="good", defaults={"name": "Good", "track_stock": True, "requires_shipping": True})
    return found
