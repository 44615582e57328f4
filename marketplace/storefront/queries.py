"""What public pages say beside the goods: sellers, hubs, where a price goes. Nothing here is anybody's own."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from marketplace.catalogue.models import Product
from marketplace.catalogue.queries import GoodCard, Picture, cards, dressed, flag, in_season, maker, on_shelf
from marketplace.core.money import portion
from marketplace.core.templatetags.mahalli import ShekelPart
from marketplace.hubs.models import Hub
from marketplace.hubs.queries import open_hubs, open_zones, promised_day
from marketplace.hubs.words import day_list, hours
from marketplace.ledger.queries import fee_book
from marketplace.partner.models import Partner
from marketplace.partner.rules import SellerKind

HOME_GOODS = 8
FEW_IN_SEASON = 4
EVERYBODY = 0


@dataclass(frozen=True)
class SellerCard:
    """A seller as ui/seller_card.html shows her."""

    url: str
    name: str
    kind_label: str | Promise
    place: str
    motif: str
    colour: str
    picture: Picture | None = None


@dataclass(frozen=True)
class HubLine:
    """Where and when goods are picked up: name, «Wednesday and Saturday», "9:00–15:00"."""

    name: str
    place: str
    directions: str
    phone: str
    days: str
    hours: str


@dataclass(frozen=True)
class ZoneLine:
    """Where the door is reached: the zone, its governorates, the fee of an order in agorot."""

    name: str
    places: str
    fee: int


@dataclass(frozen=True)
class PickUp:
    """The day a good can be picked up, and where."""

    day: date
    hub: str


@dataclass(frozen=True)
class HomeGoods:
    """The hero and two rows of the home page."""

    hero: GoodCard | None
    season: list[GoodCard]
    fresh: list[GoodCard]


def home_goods(*, on: date) -> HomeGoods:
    """Return the goods of the home page, those in season first; one query."""
    chosen = dressed(on_shelf()).order_by(flag(Q(left_now__gt=0)).desc(), flag(in_season(on)).desc(), "-published_at", "-pk")
    shown = cards(chosen[: HOME_GOODS + 1], on=on)
    hero = next((one for one in shown if one.picture and one.in_season), next((one for one in shown if one.picture), None))
    rest = [one for one in shown if one is not hero]
    season = _whole_rows([one for one in rest if one.in_season])
    fresh = [one for one in rest if not one.in_season]
    return HomeGoods(hero, season, fresh if len(season) < FEW_IN_SEASON else [])


def _whole_rows(row: list[GoodCard]) -> list[GoodCard]:
    """Leave out what would stand alone in the last row, four to a row."""
    return row[: len(row) - len(row) % FEW_IN_SEASON] if len(row) > FEW_IN_SEASON else row


def sellers() -> QuerySet[Partner]:
    """Return sellers who have goods on the shelf, with their place, in no order."""
    return Partner.objects.filter(Exists(on_shelf().filter(partner=OuterRef("pk")))).select_related("locality__governorate").order_by()


def newest_sellers(limit: int) -> list[SellerCard]:
    """Return cards of the sellers who joined last; one query."""
    return [seller_card(partner) for partner in sellers().order_by("-joined_at", "-pk")[:limit]]


def seller_of(code: str) -> Partner | None:
    """Return a seller by the slug of her page; one query. None before her first good was ever published."""
    ever = Product.objects.filter(partner=OuterRef("pk"), published_at__isnull=False)
    return Partner.objects.filter(Exists(ever), code=code).select_related("locality__governorate").first()


def goods_of(partner: Partner) -> QuerySet[Product]:
    """Return the goods one seller has on the shelf."""
    return on_shelf().filter(partner=partner)


def seller_card(partner: Partner) -> SellerCard:
    """Return the card of a seller whose place is loaded."""
    return SellerCard(
        url=reverse("storefront:seller", kwargs={"code": partner.code}),
        name=partner.name,
        kind_label=SellerKind(partner.kind).label,
        place=place_words(partner),
        motif=partner.motif,
        colour=partner.thread,
    )


def place_words(partner: Partner) -> str:
    """«بزاريا، نابلس»: the seller's place and its governorate, once where both have one name."""
    if partner.locality is None:
        return ""
    names = dict.fromkeys([partner.locality.name, partner.locality.governorate.name])
    return pgettext("between the parts of a list", ", ").join(names)


def hubs() -> list[Hub]:
    """Return the open hubs with their place; one query."""
    return list(open_hubs())


def hub_line(hub: Hub) -> HubLine:
    """Return a hub as pages show it."""
    return HubLine(hub.name, hub.locality.name, hub.directions, hub.phone, day_list(hub.opening_days), hours(hub))


def zone_lines() -> list[ZoneLine]:
    """Return the open delivery zones as pages show them; two queries."""
    comma = pgettext("between the parts of a list", ", ")
    return [ZoneLine(zone.name, comma.join(place.name for place in zone.governorates.all()), zone.fee_agorot) for zone in open_zones()]


def first_pick_up(open_now: list[Hub], good: Product, *, today: date) -> PickUp | None:
    """Return the earliest day a good can be picked up at one of these hubs; None where none is open."""
    days = [PickUp(promised_day(hub, good.lead_days, today=today), hub.name) for hub in open_now]
    return min(days, key=lambda pick_up: pick_up.day, default=None)


def shekel_of_every_sale(*, on: date) -> list[ShekelPart]:
    """Return where a shekel goes by the fee rule for everybody that holds on a day; one query."""
    return _shekel(fee_book(on).basis_points(EVERYBODY, "", ()))


def shekel_of(good: Product, price: int, *, on: date) -> list[ShekelPart]:
    """Return where the price of a good (agorot) goes by the rule that holds for it; one query, its kinds being loaded."""
    kinds = [category.pk for category in good.categories.all()]
    return _shekel(fee_book(on).basis_points(good.partner_id or EVERYBODY, maker(good).kind, kinds), price)


def _shekel(basis_points: int, price: int | None = None) -> list[ShekelPart]:
    """The fee is taken of the price as the sale takes it; its stitches are the nearest whole ones."""
    stitches = portion(100, basis_points)
    fee = None if price is None else portion(price, basis_points)
    rest = None if price is None or fee is None else price - fee
    return [
        ShekelPart(_("For those who made it"), 100 - stitches, amount=rest),
        ShekelPart(_("For the programme"), stitches, amount=fee),
    ]
