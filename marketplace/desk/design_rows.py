"""Made-up people and goods for the design page. Each dataclass shows what the piece of the same name reads."""

from dataclasses import dataclass, field
from typing import Any

from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marketplace.core.templatetags.mahalli import ShekelPart

Words = Any  # a lazy translation or a plain string


@dataclass(frozen=True)
class Picture:
    """What ui/picture.html draws."""

    name: str
    alt: Words = ""
    width: int = 480
    height: int = 480
    srcset: str = ""
    sizes: str = ""

    @property
    def src(self) -> str:
        return static(f"img/design/{self.name}.webp")


@dataclass(frozen=True)
class Badge:
    label: Words
    kind: str = ""


@dataclass(frozen=True)
class GoodCard:
    """What ui/good_card.html draws; `price` in agorot, `left` None when plenty."""

    id: int
    name: Words
    seller_name: Words
    place: Words
    price: int
    unit: Words
    picture: Picture | None = None
    badge: Badge | None = None
    left: int | None = None
    left_label: Words = ""
    wait: Words = ""
    url: str = "#goods"
    add_url: str = "#goods"


@dataclass(frozen=True)
class SellerCard:
    name: Words
    kind_label: Words
    place: Words
    motif: str
    colour: str
    picture: Picture | None = None
    url: str = "#sellers"


@dataclass(frozen=True)
class Step:
    label: Words
    state: str
    fresh: bool = False


@dataclass(frozen=True)
class Line:
    label: Words
    agorot: int | None = None
    text: Words = ""
    kind: str = ""
    url: str = ""


@dataclass(frozen=True)
class Place:
    label: Words
    icon: str = ""
    current: bool = False
    count: int | None = None
    url: str = "#nav"


@dataclass(frozen=True)
class Toast:
    """Stands in for a message of django.contrib.messages."""

    text: Words
    level_tag: str

    def __str__(self) -> str:
        return str(self.text)


@dataclass(frozen=True)
class PickLabel:
    """A choice's label with a second line and a price or word at its end."""

    title: Words
    note: Words = ""
    end: Words = ""
    agorot: int | None = None

    def __str__(self) -> str:
        return str(self.title)


LIFE = [_("asked"), _("accepted"), _("packed"), _("at hub"), _("received")]


def life(now: int, *, fresh: bool = False, off: bool = False) -> list[Step]:
    """The five steps of a consignment with step `now` in hand (5: all sewn)."""
    here = "off" if off else "now"
    return [Step(name, "did" if i < now else here if i == now else "todo", fresh and i == now) for i, name in enumerate(LIFE)]


@dataclass(frozen=True)
class Samples:
    """All sample rows of the page."""

    goods: list[GoodCard] = field(
        default_factory=lambda: [
            GoodCard(
                1,
                _("Extra virgin olive oil"),
                _("Abu Yusuf's Farm"),
                _("Farkha"),
                3800,
                _("1 litre bottle"),
                Picture("olive-oil"),
                Badge(_("In season"), "wheat"),
            ),
            GoodCard(
                2,
                _("Hand-rolled maftoul"),
                _("Bazariya Women"),
                _("Bazariya"),
                1800,
                _("1 kg"),
                Picture("maftoul"),
                left=3,
                left_label=_("3 bags left"),
            ),
            GoodCard(
                3,
                _("Cracked green olives"),
                _("Bazariya Women"),
                _("Bazariya"),
                2000,
                _("1 kg jar"),
                Picture("green-olives"),
                Badge(_("Certified")),
                left=0,
            ),
            GoodCard(
                4,
                _("Embroidered cushion"),
                _("Samu' Stitches"),
                _("As-Samu'"),
                14000,
                _("piece"),
                Picture("cushion"),
                Badge(_("Made to order"), "blue"),
                wait=_("ready within two weeks"),
            ),
        ]
    )
    sellers: list[SellerCard] = field(
        default_factory=lambda: [
            SellerCard(_("Bazariya Women"), _("women's group"), _("Bazariya, Nablus"), "star", "sumac"),
            SellerCard(_("Samu' Stitches"), _("women's group"), _("As-Samu', Hebron"), "feather", "indigo"),
            SellerCard(_("Al-Auja Youth"), _("youth enterprise"), _("Al-Auja, Jericho"), "cypress", "olive"),
        ]
    )
    badges: list[Badge] = field(
        default_factory=lambda: [
            Badge(_("In season"), "wheat"),
            Badge(_("Made to order"), "blue"),
            Badge(_("Certified")),
            Badge(_("held"), "warn"),
            Badge(_("overdue"), "red"),
            Badge(_("draft"), "plain"),
        ]
    )
    shekel: list[ShekelPart] = field(
        default_factory=lambda: [
            ShekelPart(str(_("to the producer")), 88, amount=1584),
            ShekelPart(str(_("transport")), 5, amount=90),
            ShekelPart(str(_("the hub")), 4, amount=72),
            ShekelPart(str(_("the programme")), 3, amount=54),
        ]
    )
    earnings: list[Line] = field(
        default_factory=lambda: [
            Line(_("Gross sales"), 214000, url="#money"),
            Line(_("Transport"), -10700, kind="neg"),
            Line(_("Programme fee"), -6420, kind="neg"),
            Line(_("Pick-up"), text=pgettext_lazy("price", "free")),
            Line(_("Still due"), 196880, kind="sum"),
        ]
    )
    crumbs: list[Place] = field(default_factory=lambda: [Place(_("Mahalli")), Place(_("Grains and maftoul")), Place(_("Maftoul"), url="")])
    months: list[Place] = field(default_factory=lambda: [Place(_("November"), current=True), Place(_("October")), Place(_("September"))])
    dock: list[Place] = field(
        default_factory=lambda: [
            Place(_("Orders"), "box", current=True, count=2),
            Place(_("My goods"), "basket"),
            Place(_("My earnings"), "money"),
            Place(_("Training"), "book"),
        ]
    )
    toasts: list[Toast] = field(
        default_factory=lambda: [Toast(_("Saved."), "success"), Toast(_("The road to Farkha is slow today."), "warning")]
    )
