"""A shelf: goods narrowed by what the reader ticked, in the order she asked for, cut into pages. Two queries."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from django.db.models import Count, Q, QuerySet, TextChoices
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marketplace.catalogue.models import Product
from marketplace.catalogue.queries import GoodCard, cards, dressed, flag, in_season, tongue
from marketplace.core.paging import BY_NEWEST, BY_NUMBER, LONGEST_MARK, Key, cut, decimal, whole
from marketplace.partner.rules import SellerKind

PAGE_SIZE = 24
# Words of the address that links on a shelf carry along, and how much of them.
CARRIED = ("q", "governorate", "seller", "season", "sort")
LONGEST = 100
MOST_TICKS = 20


class Sort(TextChoices):
    """Orders a reader can ask for; a shelf's own order stands without a name in the address."""

    SEASON = "season", _("In season first")
    CHEAPEST = "cheapest", _("Cheapest first")
    NEWEST = "newest", _("Newest first")


ORDERS: dict[Sort, tuple[Key, ...]] = {
    Sort.SEASON: (Key("season_now", whole, falling=True), *BY_NEWEST),
    Sort.CHEAPEST: (Key("price", decimal), *BY_NUMBER),
    Sort.NEWEST: BY_NEWEST,
}


@dataclass(frozen=True)
class Wish:
    """What the reader ticked: codes of governorates, kinds of sellers, only what is in season; and the order, None for the shelf's own."""

    governorates: frozenset[str] = frozenset()
    sellers: frozenset[str] = frozenset()
    season: bool = False
    sort: Sort | None = None


@dataclass(frozen=True)
class Group:
    """How many goods come from one governorate and one kind of seller, in season or not."""

    governorate: str
    governorate_name: str
    seller: str
    season: bool
    count: int

    def answer(self, question: str) -> str:
        """Return the value these goods have for a question of the filter, by its word in the address."""
        return {"governorate": self.governorate, "seller": self.seller, "season": "1" if self.season else ""}[question]


@dataclass(frozen=True)
class Option:
    """One tick: the value it sends, how many goods it would leave, and, where chosen, the address query without it."""

    value: str
    label: str | Promise
    count: int
    chosen: bool
    without: str = ""


@dataclass(frozen=True)
class Facet:
    """One question of the filter; `name` is the word in the address."""

    name: str
    label: str | Promise
    options: list[Option]


@dataclass(frozen=True)
class Order:
    """One order the reader can choose, and the address query that asks for it."""

    label: str | Promise
    url: str
    chosen: bool


@dataclass(frozen=True)
class Shelf:
    """What a shelf page shows. The addresses are queries («?season=1&after=…»), empty where there is no page."""

    cards: list[GoodCard]
    total: int
    facets: list[Facet]
    orders: list[Order]
    sort: str
    here: str
    previous_url: str
    next_url: str

    @property
    def ticked(self) -> list[Option]:
        """The chosen options of all facets."""
        return [option for facet in self.facets for option in facet.options if option.chosen]


def tally(goods: QuerySet[Product], *, on: date) -> list[Group]:
    """Count goods by governorate, kind of seller and season, all in one query."""
    place = "partner__locality__governorate"
    # Through a relation the name is not read in the reader's language by itself.
    columns = (f"{place}_id", f"{place}__name_{tongue()}", "partner__kind", "season_now")
    rows = goods.annotate(season_now=flag(in_season(on))).order_by(f"{place}__position").values_list(*columns)
    counted = rows.annotate(count=Count("pk", distinct=True))
    return [Group(code or "", name or "", seller, bool(now), count) for code, name, seller, now, count in counted]


def shelf_of(
    goods: QuerySet[Product], wish: Wish, asked: QueryDict, *, groups: list[Group] | None = None, own_order: tuple[Key, ...] | None = None
) -> Shelf:
    """Return the page of a shelf that the query `asked` points at. `own_order` is the shelf's own, season first unless given.

    `groups` is the tally of `goods` where the caller has it already. Two queries, one with `groups`.
    """
    today = timezone.localdate()
    groups = tally(goods, on=today) if groups is None else groups
    keys = ORDERS[wish.sort] if wish.sort else own_order or ORDERS[Sort.SEASON]
    rows = dressed(_narrowed(goods, wish, on=today)).annotate(season_now=flag(in_season(today)))
    page = cut(rows, keys, asked, size=PAGE_SIZE)
    return Shelf(
        cards=cards(page.rows, on=today),
        total=sum(group.count for group in groups if all(keep(group) for keep in _tests(wish).values())),
        facets=_facets(groups, wish, asked),
        orders=[Order(sort.label, _query(asked, "sort", sort.value), keys is ORDERS[sort]) for sort in Sort],
        sort=wish.sort or "",
        here=_here(asked),
        previous_url=f"{_query(asked)}&{page.previous}" if page.previous else "",
        next_url=f"{_query(asked)}&{page.next}" if page.next else "",
    )


def _query(asked: QueryDict, name: str = "", value: str = "") -> str:
    """The query of the first page, `name` set to `value`; words the shelf does not know are not carried on."""
    kept = QueryDict(mutable=True)
    for known in CARRIED:
        kept.setlist(known, [given[:LONGEST] for given in asked.getlist(known)[:MOST_TICKS] if given])
    if name:
        kept[name] = value
    return f"?{kept.urlencode()}"


def _here(asked: QueryDict) -> str:
    """The query of this very page, to come back to."""
    marks = "".join(
        f"&{name}={quote(str(asked[name]))}" for name in ("after", "before") if len(asked.get(name, "")) in range(1, LONGEST_MARK)
    )
    return _query(asked) + marks


def _without(asked: QueryDict, name: str, value: str) -> str:
    """The query of the first page with one tick of `name` taken out."""
    kept = asked.copy()
    kept.setlist(name, [given for given in asked.getlist(name) if given != value])
    return _query(kept)


def _narrowed(goods: QuerySet[Product], wish: Wish, *, on: date) -> QuerySet[Product]:
    narrow = Q()
    if wish.governorates:
        narrow &= Q(partner__locality__governorate__in=wish.governorates)
    if wish.sellers:
        narrow &= Q(partner__kind__in=wish.sellers)
    if wish.season:
        narrow &= in_season(on)
    return goods.filter(narrow)


def _tests(wish: Wish) -> dict[str, Callable[[Group], bool]]:
    return {
        "governorate": lambda group: not wish.governorates or group.governorate in wish.governorates,
        "seller": lambda group: not wish.sellers or group.seller in wish.sellers,
        "season": lambda group: not wish.season or group.season,
    }


def _facets(groups: list[Group], wish: Wish, asked: QueryDict) -> list[Facet]:
    """The three questions; a tick counts what it would leave with the other questions as they are answered."""
    places = {group.governorate: group.governorate_name for group in groups if group.governorate}
    kinds: dict[str, str | Promise] = {kind.value: kind.label for kind in SellerKind}
    present = {group.seller for group in groups} | wish.sellers
    questions: list[tuple[str, str | Promise, dict[str, str | Promise], frozenset[str]]] = [
        ("governorate", _("Governorate"), {**places}, wish.governorates),
        ("seller", _("Made by"), {kind: label for kind, label in kinds.items() if kind in present}, wish.sellers),
        ("season", pgettext_lazy("filter", "Season"), {"1": _("In season now")}, frozenset({"1"} if wish.season else ())),
    ]
    facets = []
    for name, label, labels, chosen in questions:
        counts = _counted(groups, wish, name)
        options = [Option(value, words, counts[value], value in chosen, _without(asked, name, value)) for value, words in labels.items()]
        facets.append(Facet(name, label, options))
    return facets


def _counted(groups: list[Group], wish: Wish, name: str) -> Counter[str]:
    """How many goods each value of one question would leave."""
    others = [keep for question, keep in _tests(wish).items() if question != name]
    found: Counter[str] = Counter()
    for group in groups:
        if all(keep(group) for keep in others):
            found[group.answer(name)] += group.count
    return found
