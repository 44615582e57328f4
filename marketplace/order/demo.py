"""Orders of the demo world: two months of sales and one order in every state. Everything goes through the services.

Past days are lived by setting the clock back while the services run; the rows they write are like any others.
"""

import random
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from unittest import mock

from django.db import transaction
from django.utils import timezone

from marketplace.accounts.demo import person
from marketplace.accounts.models import User
from marketplace.basket import services as basket_services
from marketplace.basket.models import Basket
from marketplace.basket.queries import contents
from marketplace.catalogue.models import Product
from marketplace.core.models import Locality
from marketplace.core.phones import canonical
from marketplace.hubs.models import Consignment, Hub
from marketplace.hubs.states import ConsignmentState, Receiving
from marketplace.order.links import path_to
from marketplace.order.models import Order
from marketplace.order.services import cancel, change, deliver
from marketplace.order.services.details import BuyerDetails
from marketplace.order.services.place import Purchase, place
from marketplace.payment.states import Tender
from marketplace.shipping.queries import quote

S = ConsignmentState
DAYS_OF_SALES = 66
PAST_ORDERS = 46
FEW = 3
# Invented buyers: name, phone, town, landmark, how they receive.
BUYERS = (
    ("رانيا عبد الله", "0599000201", "Anabta", "خلف المدرسة الثانوية", "anabta"),
    ("ليلى حمدان", "0599000202", "Ramallah", "قرب دوار المنارة", "ramallah"),
    ("سناء القواسمي", "0599000211", "Hebron", "عند مفرق رأس الجورة", "hebron"),
    ("محمود جابر", "0599000212", "Nablus", "بجانب حديقة جمال عبد الناصر", ""),
    ("نجوى عيسى", "0599000213", "Beit Jala", "قرب مستشفى الحسين", ""),
    ("وليد صوافطة", "0599000214", "Tubas", "شارع البلدية", "anabta"),
    ("هالة شاهين", "0599000215", "Al-Bireh", "مقابل ملعب البيرة", "ramallah"),
    ("إياد مسالمة", "0599000216", "Dura", "بجانب المسجد الكبير", ""),
)
# How today's orders end up, one line a consignment in turn.
TODAY = (
    (S.ASKED,), (S.ASKED, S.ASKED), (S.ACCEPTED,), (S.ACCEPTED, S.ASKED), (S.PACKED,), (S.PACKED, S.ACCEPTED),
    (S.AT_HUB,), (S.AT_HUB, S.PACKED), (S.OUT,), (S.FAILED,), (S.DELIVERED, S.AT_HUB),
    (S.DECLINED,), (S.DECLINED, S.ACCEPTED), (S.CANCELLED,), (S.RETURNED,),
)  # fmt: skip
# Amal always has something to answer, to pack and to bring: these of today's orders begin with goods of her group.
AMALS_GROUP, AMALS_TURNS = "bazariya-women", {0, 1, 2, 4, 6}
ROADS = {
    S.ASKED: (),
    S.ACCEPTED: (S.ACCEPTED,),
    S.PACKED: (S.ACCEPTED, S.PACKED),
    S.AT_HUB: (S.ACCEPTED, S.PACKED, S.AT_HUB),
    S.OUT: (S.ACCEPTED, S.PACKED, S.AT_HUB, S.OUT),
    S.FAILED: (S.ACCEPTED, S.PACKED, S.AT_HUB, S.OUT, S.FAILED),
    S.DELIVERED: (S.ACCEPTED, S.PACKED, S.AT_HUB, S.DELIVERED),
    S.DECLINED: (S.DECLINED,),
    S.CANCELLED: (S.CANCELLED,),
    S.RETURNED: (S.ACCEPTED, S.PACKED, S.AT_HUB, S.RETURNED),
}


@contextmanager
def on(moment: datetime) -> Iterator[None]:
    """Live a past moment: what the services call now is `moment`."""
    with mock.patch.object(timezone, "now", lambda: moment):
        yield


def build() -> None:
    """Make the orders, all or none; a world that has some already is left as it is."""
    if not Order.objects.exists():
        with transaction.atomic():
            _two_months()


def _two_months() -> None:
    chance = random.Random(1948)  # noqa: S311 - the same world for everybody, no secret
    start = timezone.now() - timedelta(days=DAYS_OF_SALES)
    for number in range(PAST_ORDERS):
        day = start + timedelta(hours=number * 33 + chance.randrange(8), minutes=chance.randrange(60))
        first = AMALS_GROUP if number % 3 == 0 else ""
        _one_order(chance, day, (S.DELIVERED,) * chance.choice((1, 1, 2, 2, 3)), step=timedelta(hours=14), first=first)
    for place_in_line, ends in enumerate(TODAY):
        day = timezone.now() - timedelta(hours=40 - place_in_line)
        first = AMALS_GROUP if place_in_line in AMALS_TURNS else ""
        _one_order(chance, day, ends, step=timedelta(hours=3), to_door=bool({S.OUT, S.FAILED} & set(ends)), first=first)


def _one_order(
    chance: random.Random, day: datetime, ends: tuple[ConsignmentState, ...], *, step: timedelta, to_door: bool = False, first: str = ""
) -> None:
    buyer = chance.choice(
        [row for row in BUYERS if not to_door or not row[4]] if to_door else [row for row in BUYERS if row[4] or S.DELIVERED in ends]
    )
    goods = _goods_of(chance, day, len(ends), first)
    if not goods:
        return
    with on(day):
        order = _placed(buyer, goods, chance)
    for parcel, end in zip(order.consignments.order_by("pk"), ends, strict=False):
        moment = day
        for state in _road(parcel, end):
            moment = min(moment + step, timezone.now())
            with on(moment):
                _take(parcel, state)


def _road(parcel: Consignment, end: ConsignmentState) -> tuple[ConsignmentState, ...]:
    road = ROADS[end]
    if end == S.DELIVERED and parcel.receiving == Receiving.DELIVERY:
        return (*road[:-1], S.OUT, S.DELIVERED)
    return road


def _goods_of(chance: random.Random, day: datetime, sellers: int, first: str) -> list[Product]:
    """Choose goods of so many sellers that were on sale by `day`; the seller with the code `first` is one of them."""
    on_sale = Product.objects.filter(is_public=True, published_at__lte=day, stockrecords__num_in_stock__gt=8)
    by_seller: dict[str, list[Product]] = {}
    for good in on_sale.select_related("partner").prefetch_related("stockrecords").order_by("pk"):
        record = good.stockrecords.all()[0]
        if good.partner and record.left > 8 and record.price_agorot < 300_00:
            by_seller.setdefault(good.partner.code, []).append(good)
    wanted = [first] if first in by_seller else []
    others = sorted(by_seller.keys() - set(wanted))
    codes = wanted + chance.sample(others, k=min(sellers - len(wanted), len(others)))
    return [good for code in codes for good in _some(chance, by_seller[code])]


def _some(chance: random.Random, goods: list[Product]) -> list[Product]:
    return chance.sample(goods, k=min(len(goods), chance.choice((1, 1, 2))))


def _placed(row: tuple[str, str, str, str, str], goods: list[Product], chance: random.Random) -> Order:
    name, phone, town, landmark, hub = row
    user = next((person(key) for key in ("rania", "leila") if person(key).phone == canonical(phone)), None)
    basket = Basket.objects.create(owner=user)
    for good in goods:
        basket_services.add(basket, good.pk, chance.choice((1, 1, 2, 3)))
    locality = Locality.objects.get(name_en=town)
    buyer = BuyerDetails(
        name=name,
        phone=canonical(phone),
        phone_typed=phone,
        receiving=Receiving.PICK_UP if hub else Receiving.DELIVERY,
        hub_id=Hub.objects.get(slug=hub).pk if hub else None,
        governorate=locality.governorate_id,
        locality_id=locality.pk,
        landmark=landmark,
    )
    inside = contents(basket)
    fee = quote(buyer.choice, {part.partner.pk: part.lead_days for part in inside.parts}).fee_agorot
    placed = place(
        Purchase(
            basket.pk,
            uuid.UUID(int=chance.getrandbits(128), version=4),
            Tender.CASH,
            buyer,
            "ar",
            inside.total_agorot + fee,
            user.pk if user else None,
        )
    )
    assert placed.order is not None  # cash never sends the buyer elsewhere
    return placed.order


def _take(parcel: Consignment, state: ConsignmentState) -> None:
    seller = parcel.partner.users.first() or person("nour")
    hub = _runs(parcel.hub)
    if state == S.ACCEPTED:
        change.accept(parcel.pk, by=seller)
    elif state == S.PACKED:
        change.pack(parcel.pk, by=seller)
    elif state == S.DECLINED:
        change.decline(parcel.pk, by=seller, reason="انتهى قطف هذا الأسبوع، نعتذر منكم")
    elif state == S.CANCELLED:
        cancel.by_buyer(parcel.pk, by=None)
    else:
        _at_hub(parcel, state, hub)


def _at_hub(parcel: Consignment, state: ConsignmentState, hub: User) -> None:
    if state == S.AT_HUB:
        change.receive(parcel.pk, by=hub)
    elif state == S.OUT:
        change.send_out(parcel.pk, by=hub)
    elif state == S.FAILED:
        deliver.fail(parcel.pk, by=hub, reason="لم يفتح أحد ولم يردّ الهاتف")
    elif state == S.RETURNED:
        cancel.send_back(parcel.pk, by=hub, reason="لم يحضر أحد خلال أسبوع")
    else:
        deliver.hand_over(parcel.pk, by=hub, holder=f"hub:{parcel.hub_id}", reason="عرضٌ تجريبي: سُلّمت باليد")


def _runs(hub: Hub) -> User:
    return hub.grants.select_related("user").order_by("pk")[0].user


def objects() -> dict[str, dict[str, list[str]]]:
    """Return, by phone, the newest orders of buyers (addresses with their keys) and what waits for sellers, for `demo --json`."""
    found: dict[str, dict[str, list[str]]] = {}
    for order in Order.objects.order_by("-pk").only("number", "phone"):
        orders = found.setdefault(order.phone, {}).setdefault("orders", [])
        if len(orders) < FEW:
            orders.append(path_to(order.number, "ar"))
    waiting = Consignment.objects.filter(state__in=[S.ASKED, S.ACCEPTED]).order_by("pk")
    for phone, reference in waiting.values_list("partner__users__phone", "reference"):
        if phone:
            found.setdefault(phone, {}).setdefault("consignments", []).append(reference)
    return found
