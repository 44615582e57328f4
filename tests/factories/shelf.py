"""A whole shelf at once, for counting queries: goods with pictures, from several sellers of several kinds."""

from decimal import Decimal

from django.utils import timezone

from marketplace.catalogue.models import Product, ProductClass, ProductImage
from marketplace.catalogue.states import GoodState
from marketplace.partner.models import Partner, StockRecord
from marketplace.partner.rules import SellerKind
from tests.factories.goods import make_category
from tests.factories.people import make_partner
from tests.factories.places import locality

PLACES = ("Burin", "Battir", "Anabta")
KINDS = (("oils", "زيوت", "Oils"), ("honey", "عسل", "Honey"), ("soap", "صابون", "Soap"))


def fill_shelf(count: int) -> list[Product]:
    """Put `count` goods on the shelf, each with a ready picture; sellers, places, kinds and seasons take turns."""
    sellers = [_seller(n) for n in range(min(count, 5))]
    kinds = [make_category(*kind) for kind in KINDS]
    goods = Product.objects.bulk_create([_good(n, sellers[n % len(sellers)]) for n in range(count)])
    link = Product.categories.through
    link.objects.bulk_create([link(product=good, category=kinds[n % len(kinds)]) for n, good in enumerate(goods)])
    StockRecord.objects.bulk_create(
        [
            StockRecord(product=good, partner=good.partner, partner_sku=f"S{good.pk}", price=Decimal(n % 40 + 5), num_in_stock=n % 12)
            for n, good in enumerate(goods)
        ]
    )
    ProductImage.objects.bulk_create([_picture(good, order) for good in goods for order in range(2)])
    return goods


def _seller(n: int) -> Partner:
    kind = list(SellerKind)[n % 3]
    return make_partner(f"بائعة {n}", f"Seller {n}", kind=kind, locality=locality(PLACES[n % 3]), story_ar="نعمل معا.", story_en="We work.")


def _good(n: int, seller: Partner) -> Product:
    product_class, _ = ProductClass.objects.get_or_create(slug="good", defaults={"name": "Good"})
    return Product(
        partner=seller,
        product_class=product_class,
        slug=f"زيت-{n}",
        title_ar=f"زيت زيتون {n}",
        title_en=f"Olive oil {n}",
        unit_ar="عبوة",
        unit_en="bottle",
        description_ar="من زيتون هذا العام. " * 10,
        description_en="From this year's olives. " * 10,
        season_from=n % 12 + 1,
        season_to=(n + 3) % 12 + 1,
        state=GoodState.PUBLISHED,
        is_public=True,
        published_at=timezone.now(),
    )


def _picture(good: Product, order: int) -> ProductImage:
    facts = {"width": 1600, "height": 1200, "sizes": [320, 640, 1280], "alt_ar": "صورة", "alt_en": "Picture"}
    return ProductImage(product=good, original="originals/x.jpg", name=f"p{good.pk}-{order}", ready=True, display_order=order, **facts)
