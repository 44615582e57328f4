"""Cards: what a buyer sees of a good at a glance."""

from datetime import date

import pytest

from marketplace.catalogue.models import Product
from marketplace.catalogue.queries import card, dressed, in_season, kinds, on_shelf, picture
from marketplace.partner.models import Permit, StockRecord
from tests.factories.goods import make_category, make_good

pytestmark = pytest.mark.django_db
APRIL = date(2026, 4, 10)
FACTS = {"name": "x", "width": 1500, "height": 1000, "sizes": [1280, 320, 640], "alt_ar": "رسم", "alt_en": ""}


def card_of(good: Product, on: date = APRIL):
    return card(dressed(on_shelf().filter(pk=good.pk)).get(), on=on)


@pytest.mark.parametrize("start", range(1, 13))
@pytest.mark.parametrize("end", range(1, 13))
def test_the_database_and_the_good_agree_on_the_season(jar_of_honey: Product, start, end):
    Product.objects.filter(pk=jar_of_honey.pk).update(season_from=start, season_to=end)
    jar_of_honey.refresh_from_db()

    for month in range(1, 13):
        day = date(2026, month, 15)
        assert on_shelf().filter(in_season(day)).exists() == jar_of_honey.in_season(day), month


def test_what_is_held_for_others_is_not_left(jar_of_honey: Product):
    StockRecord.objects.filter(product=jar_of_honey).update(num_in_stock=10, num_allocated=8)
    assert card_of(jar_of_honey).left == 2

    StockRecord.objects.filter(product=jar_of_honey).update(num_allocated=10)
    gone = card_of(jar_of_honey)
    assert (gone.left, gone.add_url) == (0, "")

    StockRecord.objects.filter(product=jar_of_honey).update(num_allocated=5)
    assert card_of(jar_of_honey).left is None, "five are plenty"


def test_the_season_is_told_before_the_waiting(amals_shop):
    good = make_good(amals_shop, lead_days=14, season_from=3, season_to=5)

    assert card_of(good).badge.kind == "wheat"
    assert card_of(good, date(2026, 8, 1)).badge.kind == "blue"
    assert card_of(good).wait


def test_a_good_of_the_whole_year_has_no_season(jar_of_honey: Product):
    assert card_of(jar_of_honey).badge is None
    assert card_of(jar_of_honey).wait == ""


def test_the_price_is_whole_agorot(amals_shop):
    assert card_of(make_good(amals_shop, price="19.90")).price == 1990


def test_a_picture_offers_its_files_and_the_size_of_the_usual_one():
    drawn = picture(FACTS, sizes="50vw")

    assert drawn.src == "/media/goods/x-640.webp"
    assert (drawn.width, drawn.height) == (640, 427)
    assert drawn.srcset == "/media/goods/x-320.webp 320w, /media/goods/x-640.webp 640w, /media/goods/x-1280.webp 1280w"
    assert drawn.alt == "رسم"


def test_a_picture_without_words_is_called_like_the_good():
    assert picture({**FACTS, "alt_ar": ""}, sizes="", title="عسل").alt == "عسل"
    assert picture({**FACTS, "sizes": []}, sizes="") is None
    assert picture(None, sizes="") is None


def test_only_kinds_with_goods_are_shown(jar_of_honey: Product):
    make_category("empty", "فارغ", "Empty")

    assert [kind.slug for kind in kinds()] == ["honey"]


@pytest.mark.parametrize(("until", "shown"), [(date(2000, 1, 1), False), (date(2100, 1, 1), True)])
def test_licensed_is_said_only_while_the_permit_holds(client, amals_shop, until, shown):
    good = make_good(amals_shop, permit_kind="food_licence")
    Permit.objects.create(partner=amals_shop, kind="food_licence", valid_until=until, reference="1")

    badges = client.get(good.get_absolute_url()).context["badges"]

    assert bool(badges) is shown
