"""Goods of the demo world: kinds, words, prices, pictures, and one good in every state. Everything goes through the services.

`demo_goods/goods.csv` holds the facts of each good (season, unit, range of prices), `words_*.csv` who sells it, for how much and in which
words, `demo_pictures` its drawing. A build that was stopped goes on where it was: each step first looks whether it was done.
"""

import csv
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from django.core.files import File
from django.db import transaction
from django.db.models import Q

from marketplace.accounts.demo import person
from marketplace.accounts.models import User
from marketplace.catalogue.models import Category, Product
from marketplace.catalogue.services import listing, photos
from marketplace.partner.models import Partner
from marketplace.partner.services import stock

FOLDER = Path(__file__).parent
GOODS = FOLDER / "demo_goods"
PICTURES = FOLDER / "demo_pictures"
WORDS = ("words_farms.csv", "words_womens_groups.csv", "words_youth.csv")
SENT_BACK = "الصورة لا تُظهر المرطبان كله، ومدة الحفظ تحتاج إلى تأكيد. نرجو إضافة صورة أوضح ثم الإرسال من جديد."
CATEGORIES = (
    ("oils", "زيوت وطحينة", "Oils and tahini"),
    ("pickles", "مخللات وزيتون", "Pickles and olives"),
    ("herbs", "أعشاب وبهارات", "Herbs and spices"),
    ("grains", "حبوب وبقول", "Grains and pulses"),
    ("dairy", "ألبان وبيض", "Dairy and eggs"),
    ("honey", "عسل ومنتوجات النحل", "Honey and beeswax"),
    ("dried-fruit", "فواكه مجففة", "Dried fruit"),
    ("sweets", "دبس وحلويات بلدية", "Dibs and sweets"),
    ("nuts", "مكسرات", "Nuts"),
    ("fresh", "خضار وفواكه طازجة", "Fresh from the field"),
    ("preserves", "مربيات ومحفوظات", "Jams and preserves"),
    ("bakery", "خبز ومعجنات", "Bread and baking"),
    ("soap", "صابون", "Soap"),
    ("handicraft", "حرف يدوية وتطريز", "Crafts and embroidery"),
)


@dataclass(frozen=True)
class DemoGood:
    """A good as its files tell it, in strings: facts, words, and the words under its picture."""

    key: str
    facts: dict[str, str]
    words: dict[str, str]
    alt: dict[str, str]

    @property
    def title_ar(self) -> str:
        """The Arabic title: the one for a card, else the long one."""
        return self.words["title_ar"] or self.facts["name_ar"]

    @property
    def title_en(self) -> str:
        """The English title: the one for a card, else the long one."""
        return self.words["title_en"] or self.facts["name_en"]

    @property
    def category(self) -> str:
        """The slug of its kind."""
        return self.facts["category_en"].lower().replace(" ", "-")

    @property
    def picture(self) -> Path:
        """Where its drawing lies."""
        return PICTURES / f"{self.key}.jpg"

    def data(self) -> listing.GoodData:
        """Return it as a seller would hand it in."""
        facts, words = self.facts, self.words
        return listing.GoodData(
            title_ar=self.title_ar,
            title_en=self.title_en,
            price_agorot=int(Decimal(words["price"]) * 100),
            category_slug=self.category,
            unit_ar=facts["unit_ar"],
            unit_en=facts["unit_en"],
            stock=int(words["stock"]),
            description_ar=words["description_ar"],
            description_en=words["description_en"],
            net_quantity=Decimal(facts["net_quantity"]),
            net_unit=facts["net_unit"],
            season_from=int(facts["season_from"]),
            season_to=int(facts["season_to"]),
            sold_all_year=facts["sold_all_year"] == "yes",
            shelf_life_days=int(facts["shelf_life_days"]) if facts["shelf_life_days"] else None,
            storage=facts["storage"],
            allergens=tuple(facts["allergens"].split(";")) if facts["allergens"] else (),
            permit_kind=facts["permit"],
            lead_days=int(facts["lead_days"]),
        )


def goods() -> list[DemoGood]:
    """Return every good of the demo world, in the order of the facts."""
    facts = {row["name_en"]: row for row in _rows(GOODS / "goods.csv")}
    words = {row["key"]: row for name in WORDS for row in _rows(GOODS / name)}
    pictures = _rows(PICTURES / "pictures.csv")
    return [DemoGood(row["key"], facts[row["name_en"]], words[row["key"]], row) for row in pictures]


def build() -> None:
    """Make the kinds and goods that are missing; twice is the same as once."""
    for slug, name_ar, name_en in CATEGORIES:
        if not Category.objects.filter(slug=slug).exists():
            Category.objects.add_root(instance=Category(slug=slug, name_ar=name_ar, name_en=name_en))
    partners = {partner.code: partner for partner in Partner.objects.all()}
    nour = person("nour")
    for number, good in enumerate(goods()):
        partner = partners[good.words["seller"]]
        seller = partner.users.order_by("pk").first() or nour
        product = _found(partner, good) or listing.create(partner, good.data(), by=seller)
        _picture(product, good, by=seller)
        if not product.changes.exists():
            # A week of work after its seller joined, so that the shop has a past before its first order.
            since = partner.joined_at + timedelta(days=number % 7, hours=2)
            _live(product, good.words["state"], since=since, seller=seller, nour=nour)


def _found(partner: Partner, good: DemoGood) -> Product | None:
    """Return the good where it was made before; one that its seller renamed is known by its picture."""
    known = Q(title_ar=good.title_ar) | Q(images__alt_en=good.alt["alt_en"])
    return Product.objects.filter(known, partner=partner).order_by("pk").first()


def _picture(product: Product, good: DemoGood, *, by: User) -> None:
    image = product.images.first()
    if image:
        photos.make_sizes(image.pk)  # a build may have stopped before they were cut
        return
    with good.picture.open("rb") as file:
        photos.add(product, File(file), alt_ar=good.alt["alt_ar"], alt_en=good.alt["alt_en"], by=by, now=True)


@transaction.atomic
def _live(product: Product, ends: str, *, since: datetime, seller: User, nour: User) -> None:
    """Lead a draft to where it ends, all of the way or none of it; what is on sale has been so since `since`."""
    if ends == "draft":
        return
    listing.submit(product.pk, by=seller)
    if ends == "in_review":
        return
    if ends == "sent_back":
        listing.send_back(product.pk, reason=SENT_BACK, by=nour)
        return
    listing.publish(product.pk, by=nour)
    Product.objects.filter(pk=product.pk).update(published_at=since)
    if ends == "paused":
        listing.pause(product.pk, by=seller)
    elif ends == "sold_out":
        stock.set_level(product.stockrecords.get().pk, 0, by=seller)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def objects() -> dict[str, dict[str, list[str]]]:
    """Return the goods of each seller (key and state) by the phones of who signs in for her, for `demo --json`."""
    found: dict[str, dict[str, list[str]]] = {}
    rows = Product.objects.filter(partner__users__isnull=False).order_by("pk")
    for phone, pk, state in rows.values_list("partner__users__phone", "pk", "state"):
        found.setdefault(str(phone), {}).setdefault("goods", []).append(f"{pk} {state}")
    return found
