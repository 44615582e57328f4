"""What buyers see of goods. `on_shelf` is the one door: nothing unpublished passes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, cast

from django.core.files.storage import default_storage
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from marketplace.catalogue.models import Category, Product, ProductImage
from marketplace.catalogue.states import GoodState
from marketplace.core.money import to_agorot
from marketplace.partner.models import Partner, Permit

MADE_TO_ORDER_DAYS = 7
FEW = 5
USUAL_WIDTH = 640
# How wide a picture stands on the page, so that a phone fetches the small file.
ON_CARD = "(min-width: 60rem) 18rem, 50vw"
ON_KIND = "(min-width: 60rem) 11rem, 33vw"
ON_PAGE = "(min-width: 60rem) 36rem, 100vw"


@dataclass(frozen=True)
class Picture:
    """A ready picture as `<img>` needs it; `width` and `height` are pixels of `src`."""

    src: str
    srcset: str
    sizes: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class Badge:
    """A word on a good, and its colour as ui/badge.html names it."""

    label: str | Promise
    kind: str = ""


@dataclass(frozen=True)
class GoodCard:
    """A good on a shelf. `price` is agorot with VAT; `left` is None when plenty; `add_url` is empty when it cannot be bought."""

    id: int
    url: str
    name: str
    seller_name: str
    place: str
    price: int
    unit: str
    picture: Picture | None
    badge: Badge | None
    left: int | None
    wait: str | Promise
    add_url: str
    in_season: bool


@dataclass(frozen=True)
class Kind:
    """A category that has goods, with a picture of one of them."""

    slug: str
    name: str
    url: str
    picture: Picture | None


def picture_path(name: str, size: int) -> str:
    """Where the WebP of a picture `size` pixels wide lies in the storage."""
    return f"goods/{name}-{size}.webp"


def picture(facts: dict[str, Any] | None, *, sizes: str, title: str = "") -> Picture | None:
    """Return the picture described by `facts` (`name width height sizes alt_ar alt_en`); its alt text falls back to `title`."""
    if not facts or not facts["sizes"] or not facts["width"]:
        return None
    widths = sorted(facts["sizes"])
    usual = max((width for width in widths if width <= USUAL_WIDTH), default=widths[0])
    urls = {width: default_storage.url(picture_path(facts["name"], width)) for width in widths}
    return Picture(
        src=urls[usual],
        srcset=", ".join(f"{url} {width}w" for width, url in urls.items()),
        sizes=sizes,
        alt=facts[f"alt_{tongue()}"] or facts["alt_ar"] or facts["alt_en"] or title,
        width=usual,
        height=max(1, round(facts["height"] * usual / facts["width"])),
    )


def on_shelf() -> QuerySet[Product]:
    """Published goods that have a price, in no order."""
    return Product.objects.filter(state=GoodState.PUBLISHED, is_public=True, partner__isnull=False, stockrecords__isnull=False).order_by()


def in_season(on: date, prefix: str = "") -> Q:
    """Goods whose months hold `on`, as Product.in_season tells it of one."""
    start, end = f"{prefix}season_from", f"{prefix}season_to"
    has_season = ~Q(**{start: 1, end: 12})
    within = Q(**{f"{start}__lte": on.month, f"{end}__gte": on.month})
    either_end = Q(**{f"{start}__lte": on.month}) | Q(**{f"{end}__gte": on.month})
    return has_season & (within | Q(**{f"{start}__gt": F(end)}) & either_end)


def flag(condition: Q) -> Case:
    """Return 1 where a condition holds, else 0: a number that lists can be sorted by."""
    return Case(When(condition, then=Value(1)), default=Value(0), output_field=IntegerField())


def maker(good: Product) -> Partner:
    """Return the seller of a good on the shelf: there it always has one."""
    return cast(Partner, good.partner)


def dressed(goods: QuerySet[Product]) -> QuerySet[Product]:
    """Goods with all a card shows (seller, place, `price`, `left_now`, first picture) in one query however many they are."""
    return goods.select_related("partner__locality__governorate").annotate(
        price=F("stockrecords__price"),
        left_now=F("stockrecords__num_in_stock") - F("stockrecords__num_allocated"),
        first_picture=_first_picture(product=OuterRef("pk")),
    )


def card(good: Product, *, on: date | None = None) -> GoodCard:
    """Return the card of a `dressed` good; `on` is today unless given."""
    row: Any = good
    seller = maker(good)
    season = good.in_season(on or timezone.localdate())
    sellable = row.left_now > 0 and seller.is_open
    return GoodCard(
        id=good.pk,
        url=good.get_absolute_url(),
        name=good.title,
        seller_name=seller.name,
        place=seller.locality.name if seller.locality else "",
        price=to_agorot(row.price),
        unit=good.unit,
        picture=picture(row.first_picture, sizes=ON_CARD, title=good.title),
        badge=_badge(good, season=season),
        left=max(row.left_now, 0) if row.left_now < FEW else None,
        wait=wait_words(good),
        add_url=reverse("basket:add") if sellable else "",
        in_season=season,
    )


def cards(goods: Iterable[Product], *, on: date | None = None) -> list[GoodCard]:
    """Return the cards of `dressed` goods in their order."""
    return [card(good, on=on or timezone.localdate()) for good in goods]


def wait_words(good: Product) -> str | Promise:
    """How long the seller needs before handing in; that she takes no orders now; or nothing when it stands ready."""
    if not maker(good).is_open:
        return _("The seller takes no orders now")
    if not good.lead_days:
        return ""
    return ngettext("Ready within %(days)s day", "Ready within %(days)s days", good.lead_days) % {"days": good.lead_days}


def kinds() -> list[Kind]:
    """Return the categories that have goods on the shelf, in their order; one query."""
    shown = ProductImage.objects.filter(product__categories=OuterRef("pk"), product__state=GoodState.PUBLISHED)
    filled = Category.objects.filter(Exists(on_shelf().filter(categories=OuterRef("pk"))), is_public=True).order_by("path")
    rows: QuerySet[Any] = filled.annotate(first_picture=Subquery(_facts(shown)))
    drawn = partial(picture, sizes=ON_KIND)
    return [Kind(row.slug, row.name, row.get_absolute_url(), drawn(row.first_picture, title=row.name)) for row in rows]


def good_page(pk: int, *, on: date) -> Product | None:
    """Return a good on the shelf `dressed` for its page: ready pictures, kinds, whether a permit it needs is held; three queries."""
    permit = Permit.objects.filter(partner=OuterRef("partner"), kind=OuterRef("permit_kind"), valid_until__gte=on)
    ready = ProductImage.objects.filter(ready=True).order_by("display_order", "pk")
    found = dressed(on_shelf().filter(pk=pk)).annotate(permitted=Exists(permit))
    return found.prefetch_related(Prefetch("images", queryset=ready, to_attr="ready_images"), "categories").first()


def pictures(good: Product) -> list[Picture]:
    """Return all ready pictures of a `good_page`, as wide as the page."""
    rows: Any = good
    facts = [vars(image) for image in rows.ready_images]
    return [drawn for drawn in (picture(row, sizes=ON_PAGE, title=good.title) for row in facts) if drawn]


def badges(good: Product, *, on: date) -> list[Badge]:
    """Return all badges of a `good_page`: season, made to order, and «licensed» where a permit it needs is held."""
    row: Any = good
    found = [_badge(good, season=good.in_season(on)), Badge(_("Licensed")) if row.permitted else None]
    return [badge for badge in found if badge]


def beside(good: Product, *, limit: int) -> list[GoodCard]:
    """Return cards of other goods of the same kinds that are not sold out, newest first; one query, its kinds being loaded."""
    same = on_shelf().filter(categories__in=list(good.categories.all()), stockrecords__num_in_stock__gt=F("stockrecords__num_allocated"))
    return cards(dressed(same.exclude(pk=good.pk).distinct()).order_by("-published_at", "-pk")[:limit])


def _badge(good: Product, *, season: bool) -> Badge | None:
    if season:
        return Badge(_("In season"), "wheat")
    if good.lead_days >= MADE_TO_ORDER_DAYS:
        return Badge(_("Made to order"), "blue")
    return None


def _first_picture(**of: Any) -> Subquery:
    return Subquery(_facts(ProductImage.objects.filter(**of)))


def _facts(images: QuerySet[ProductImage]) -> QuerySet[ProductImage, Any]:
    facts = JSONObject(**{name: name for name in ("name", "width", "height", "sizes", "alt_ar", "alt_en")})
    # Named before it is chosen: the language layer would else add the columns themselves.
    return images.filter(ready=True).order_by("display_order", "pk").annotate(facts=facts).values("facts")[:1]


def tongue() -> str:
    """The language the reader reads in, as columns end in it: ar or en."""
    return "en" if (get_language() or "ar").startswith("en") else "ar"
