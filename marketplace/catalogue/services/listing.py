"""The life of a good, from a seller's draft to the shelf and off it. One door a change: lock, check, write, write it down."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from marketplace.accounts.models import User
from marketplace.catalogue import tell
from marketplace.catalogue.models import Category, GoodChange, Product, ProductClass
from marketplace.catalogue.rules import PERMITS
from marketplace.catalogue.states import MOVES, GoodState
from marketplace.core.errors import DomainError, MoveNotAllowed
from marketplace.core.locks import lock
from marketplace.core.money import CURRENCY, to_shekels
from marketplace.partner.models import Partner, StockRecord
from marketplace.partner.queries import has_permit


class NotComplete(DomainError):
    """A good lacks what buyers must see."""

    text = _("This good still needs: %(missing)s.")


class PermitMissing(DomainError):
    """Food that asks for a licence its seller does not hold."""

    text = _("The seller holds no valid licence for this kind of food. Record it first, then publish.")


class ReasonMissing(DomainError):
    """Something is sent back without saying why."""

    text = _("Write what should change, so that the seller can mend it.")


@dataclass(frozen=True)
class GoodData:
    """What a seller says of a good. Price in agorot with VAT; `stock` whole units on the shelf.

    `permit_kind` None: the licence its kind of goods asks for, and what an officer has asked for stays.
    """

    title_ar: str
    price_agorot: int
    category_slug: str
    unit_ar: str
    stock: int
    title_en: str = ""
    unit_en: str = ""
    description_ar: str = ""
    description_en: str = ""
    net_quantity: Decimal | None = None
    net_unit: str = ""
    season_from: int = 1
    season_to: int = 12
    sold_all_year: bool = True
    shelf_life_days: int | None = None
    storage: str = "ambient"
    allergens: tuple[str, ...] = ()
    permit_kind: str | None = None
    lead_days: int = 0


WORDS = (
    "title_ar", "title_en", "unit_ar", "unit_en", "description_ar", "description_en", "net_quantity", "net_unit", "season_from",
    "season_to", "sold_all_year", "shelf_life_days", "storage", "lead_days",
)  # fmt: skip


@transaction.atomic
def create(partner: Partner, data: GoodData, *, by: User) -> Product:
    """Make a draft of this seller with its price and stock. Raises Category.DoesNotExist for an unknown kind."""
    good = Product(partner=partner, product_class=_product_class(), state=GoodState.DRAFT, is_public=False)
    _write_words(good, data)
    good.save()
    good.categories.set([Category.objects.get(slug=data.category_slug)])
    StockRecord.objects.create(
        product=good,
        partner=partner,
        partner_sku=str(good.pk),
        price=to_shekels(data.price_agorot),
        price_currency=CURRENCY,
        num_in_stock=data.stock,
    )
    return good


@transaction.atomic
def edit(good_id: int, data: GoodData, *, by: User) -> Product:
    """Write new words and price of a good; its state and stock stay. What buyers ordered keeps the price of its day.

    Beyond a draft a change is written down; the same words again are a no-op. Raises PermitMissing where a good on the shelf would become
    one that asks for a licence its seller lacks.
    """
    good = lock(Product, good_id)
    if good.state == GoodState.WITHDRAWN:
        raise MoveNotAllowed
    before = _said(good)
    _write_words(good, data)
    if good.is_public and good.permit_kind != before["permit_kind"]:
        _refuse_unlicensed(good)
    good.save()
    good.categories.set([Category.objects.get(slug=data.category_slug)])
    record = lock(StockRecord, good.stockrecords.get().pk)
    record.price = to_shekels(data.price_agorot)
    record.save(update_fields=["price", "date_updated"])
    if good.state != GoodState.DRAFT and _said(good) != before:
        GoodChange.objects.create(product=good, old=good.state, new=good.state, by=by)
    return good


@transaction.atomic
def submit(good_id: int, *, by: User) -> Product:
    """Hand a draft in for review. Raises NotComplete naming what is missing."""
    good = lock(Product, good_id)
    if good.state != GoodState.IN_REVIEW:
        _refuse_incomplete(good)
    return _move(good, GoodState.IN_REVIEW, by=by)


@transaction.atomic
def publish(good_id: int, *, by: User, permit_kind: str | None = None) -> Product:
    """Put a reviewed good on the shelf. `permit_kind`: the licence it needs, as the officer sees it ("" for none; None: as it stands).

    Raises PermitMissing, NotComplete.
    """
    good = lock(Product, good_id)
    if good.state == GoodState.PUBLISHED:
        return good
    if permit_kind is not None:
        good.permit_kind = permit_kind
    _refuse_unfit(good)
    good.published_at = good.published_at or timezone.now()
    return _move(good, GoodState.PUBLISHED, by=by)


@transaction.atomic
def send_back(good_id: int, *, reason: str, by: User) -> Product:
    """Give a good in review back to its seller with what should change. Raises ReasonMissing."""
    good = lock(Product, good_id)
    if good.state == GoodState.DRAFT:
        return good
    if not reason.strip():
        raise ReasonMissing
    return _move(good, GoodState.DRAFT, by=by, reason=reason.strip())


@transaction.atomic
def pause(good_id: int, *, by: User) -> Product:
    """Take a good off the shelf for a while; orders already placed go on."""
    return _move(lock(Product, good_id), GoodState.PAUSED, by=by)


@transaction.atomic
def resume(good_id: int, *, by: User) -> Product:
    """Put a paused good back. Raises PermitMissing where the licence ran out meanwhile; MoveNotAllowed for a good that was not paused."""
    good = lock(Product, good_id)
    if good.state == GoodState.PUBLISHED:
        return good
    if good.state != GoodState.PAUSED:
        raise MoveNotAllowed
    _refuse_unfit(good)
    return _move(good, GoodState.PUBLISHED, by=by)


@transaction.atomic
def withdraw(good_id: int, *, by: User) -> Product:
    """Take a good off for ever."""
    return _move(lock(Product, good_id), GoodState.WITHDRAWN, by=by)


def _move(good: Product, new: GoodState, *, by: User, reason: str = "") -> Product:
    """Write the next state of a locked good and its history; the same state again is a no-op. Raises MoveNotAllowed."""
    old = GoodState(good.state)
    if new == old:
        return good
    if new not in MOVES[old]:
        raise MoveNotAllowed
    good.state, good.is_public = new, new == GoodState.PUBLISHED
    good.save(update_fields=["state", "is_public", "permit_kind", "published_at", "date_updated"])
    change = GoodChange.objects.create(product=good, old=old, new=new, by=by, reason=reason)
    if old == GoodState.IN_REVIEW and new == GoodState.PUBLISHED:
        tell.published(good, step=change.pk)
    if old == GoodState.IN_REVIEW and new == GoodState.DRAFT:
        tell.sent_back(good, reason, step=change.pk)
    return good


def _write_words(good: Product, data: GoodData) -> None:
    for name in WORDS:
        setattr(good, name, getattr(data, name))
    good.allergens = list(data.allergens)
    good.permit_kind = _permit_of(good, data)
    if good.published_at is None:
        # Once it was on the shelf its address is known to others: it stays.
        good.slug = (slugify(data.title_en) or slugify(data.title_ar, allow_unicode=True))[:200]


def _said(good: Product) -> dict[str, object]:
    """What a seller says of a good and asks for it, as it is written now."""
    words = {name: getattr(good, name) for name in (*WORDS, "allergens", "permit_kind")}
    return {**words, "kinds": set(good.categories.values_list("pk", flat=True)), "price": good.stockrecords.get().price}


def _permit_of(good: Product, data: GoodData) -> str:
    """The licence a good needs after an edit: another kind of goods may add one, only the officer takes one away."""
    if data.permit_kind is not None:
        return data.permit_kind
    same_kind = good.pk is not None and good.categories.filter(slug=data.category_slug).exists()
    return good.permit_kind if same_kind else PERMITS.get(data.category_slug, good.permit_kind)


def _refuse_incomplete(good: Product) -> None:
    record = good.stockrecords.first()
    needed: list[tuple[bool, str | Promise]] = [
        (bool(good.title_ar), _("an Arabic name")),
        (bool(record and record.price), _("a price")),
        (bool(good.unit_ar), _("a unit")),
        (good.categories.exists(), _("a kind")),
        (good.images.exists(), _("a picture")),
    ]
    missing = [str(words) for there, words in needed if not there]
    if missing:
        raise NotComplete(missing=pgettext("between the parts of a list", ", ").join(missing))


def _refuse_unfit(good: Product) -> None:
    if not good.images.filter(ready=True).exists():
        raise NotComplete(missing=str(_("a picture")))
    _refuse_unlicensed(good)


def _refuse_unlicensed(good: Product) -> None:
    if good.permit_kind and good.partner and not has_permit(good.partner, good.permit_kind, timezone.localdate()):
        raise PermitMissing


def _product_class() -> ProductClass:
    found, _made = ProductClass.objects.get_or_create(
        slug="good", defaults={"name": "Good", "track_stock": True, "requires_shipping": True}
    )
    return found
