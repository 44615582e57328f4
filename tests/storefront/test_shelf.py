"""The shelf: narrowing, ordering, and walking through its pages."""

import re
from decimal import Decimal

import pytest
from django.test import Client

from marketplace.catalogue.models import Product
from marketplace.partner.models import StockRecord
from tests.factories.goods import make_good
from tests.factories.shelf import fill_shelf

pytestmark = pytest.mark.django_db


def walk(client: Client, address: str, step: str) -> list[list[int]]:
    """Follow «Next» or «Previous» to the end; the keys of the goods, page by page."""
    pages = []
    while address:
        shelf = client.get(address).context["shelf"]
        pages.append([card.id for card in shelf.cards])
        onward = getattr(shelf, step)
        address = f"/ar/shop/{onward}" if onward else ""
        assert len(pages) < 20, "the pages go in a circle"
    return pages


@pytest.mark.parametrize("sort", ["", "season", "cheapest", "newest"])
def test_next_shows_every_good_once_and_previous_the_same_way_back(client: Client, sort):
    goods = fill_shelf(60)

    there = walk(client, f"/ar/shop/?sort={sort}", "next_url")
    last = client.get(f"/ar/shop/?sort={sort}").context["shelf"]
    for _ in there[1:]:
        address, last = last.next_url, client.get(f"/ar/shop/{last.next_url}").context["shelf"]
    back = walk(client, f"/ar/shop/{address}", "previous_url")

    assert [len(page) for page in there] == [24, 24, 12]
    assert sorted(key for page in there for key in page) == sorted(good.pk for good in goods)
    assert back == there[::-1]


def test_a_good_sold_meanwhile_moves_nobody(client: Client):
    fill_shelf(60)
    first = client.get("/ar/shop/?sort=newest").context["shelf"]
    Product.objects.filter(pk=first.cards[0].id).delete()

    second = client.get(f"/ar/shop/{first.next_url}").context["shelf"]

    assert not {card.id for card in first.cards} & {card.id for card in second.cards}
    assert len(second.cards) == 24


def test_the_order_is_what_the_reader_asked_for(client: Client):
    fill_shelf(30)

    prices = [card.price for card in client.get("/ar/shop/?sort=cheapest").context["shelf"].cards]
    seasons = [card.in_season for card in client.get("/ar/shop/").context["shelf"].cards]

    assert prices == sorted(prices)
    assert seasons == sorted(seasons, reverse=True)


@pytest.mark.parametrize(
    "query",
    [
        "page=1000000000",
        "after=abc",
        "before=%D8%B2",
        "after=WyJ4Iiwi",
        "after=W251bGwsIG51bGxd",
        "after=WyIyMDI2LTAxLTAxVDAwOjAwOjAwIiwgIjEiXQ",
        "after=WyI5OTk5OTk5OTk5OTk5OTk5OTk5OTk5IiwgIjk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5Il0&sort=cheapest",
        "after=WyJOYU4iLCAiMSJd&sort=cheapest",
        "sort=worst&seller=king&governorate=PS-XXX'--&season=maybe",
        "governorate=" + "&governorate=".join(["PS-NBS"] * 500),
    ],
)
def test_an_address_that_makes_no_sense_still_shows_a_shelf(client: Client, query):
    fill_shelf(3)

    response = client.get(f"/ar/shop/?{query}")

    assert response.status_code == 200
    assert len(response.content) < 60_000


def test_a_nul_in_the_address_is_refused_plainly(client: Client):
    assert client.get("/ar/shop/?page=x%00").status_code == 400


def test_a_tick_says_how_many_it_leaves_and_keeps_its_word(client: Client):
    fill_shelf(40)
    shelf = client.get("/ar/shop/").context["shelf"]

    for facet in shelf.facets:
        for option in facet.options:
            left = client.get("/ar/shop/", {facet.name: option.value}).context["shelf"]
            assert left.total == option.count, (facet.name, option.value)
            assert [ticked.value for ticked in left.ticked] == [option.value]


def test_a_tick_counts_with_the_others_as_they_stand(client: Client):
    fill_shelf(40)
    women = client.get("/ar/shop/?seller=womens_group").context["shelf"]
    places = {option.value: option.count for option in women.facets[0].options}

    for place, count in places.items():
        assert client.get(f"/ar/shop/?seller=womens_group&governorate={place}").context["shelf"].total == count


def test_taking_a_tick_out_keeps_the_rest(client: Client):
    fill_shelf(40)

    shelf = client.get("/ar/shop/?seller=farmer&season=1&sort=cheapest&utm=x").context["shelf"]

    farmer = next(option for option in shelf.ticked if option.value == "farmer")
    assert farmer.without == "?season=1&sort=cheapest"


def test_a_category_holds_only_its_goods(client: Client, jar_of_honey: Product, bottle_of_oil: Product):
    html = client.get("/ar/shop/oils/").content.decode()

    assert "زيت زيتون" in html
    assert "مرطبان عسل" not in html
    assert client.get("/ar/shop/nothing/").status_code == 404


def test_a_category_without_goods_is_an_empty_shelf(client: Client, jar_of_honey: Product):
    Product.objects.filter(pk=jar_of_honey.pk).update(state="paused", is_public=False)

    html = client.get("/ar/shop/honey/").content.decode()

    assert 'class="empty"' in html
    assert 'class="goods' not in html


def test_adding_from_the_shelf_comes_back_to_the_shelf(client: Client, jar_of_honey: Product):
    html = client.get("/ar/shop/?sort=cheapest&season=").content.decode()

    assert f'name="product" value="{jar_of_honey.pk}"' in html
    assert re.search(r'name="next" value="/ar/shop/\?sort=cheapest', html)


def test_the_cheapest_first_reads_agorot(client: Client, amals_shop):
    dear, cheap = make_good(amals_shop, "غال", price="10.10"), make_good(amals_shop, "رخيص", price="9.90")
    StockRecord.objects.filter(product=dear).update(price=Decimal("10.10"))

    cards = client.get("/ar/shop/?sort=cheapest").context["shelf"].cards

    assert [(card.id, card.price) for card in cards] == [(cheap.pk, 990), (dear.pk, 1010)]


def test_places_to_tick_are_named_in_the_readers_language(client: Client):
    fill_shelf(3)
    for code, name in (("ar", "نابلس"), ("en", "Nablus")):
        shelf = client.get(f"/{code}/shop/").context["shelf"]
        assert name in [option.label for option in shelf.facets[0].options]
