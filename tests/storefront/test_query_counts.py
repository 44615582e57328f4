"""A shelf of a hundred and twenty goods asks the database no more than a shelf of one. The numbers are literal on purpose."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import translation

from marketplace.catalogue.models import Product
from marketplace.partner.models import Partner
from marketplace.storefront import demo
from tests.factories.places import make_hub, make_zone
from tests.factories.shelf import fill_shelf

pytestmark = pytest.mark.django_db
LIMIT_OF_A_FIRST_VIEW = 100 * 1024


def _good(goods: list[Product]) -> str:
    return f"goods/{goods[0].slug}-{goods[0].pk}/"


PAGES: dict[str, tuple[Callable[[list[Product]], str], int]] = {
    "home": (lambda goods: "", 5),
    "shelf": (lambda goods: "shop/", 3),
    "cheapest": (lambda goods: "shop/?sort=cheapest&seller=farmer&governorate=PS-NBS", 3),
    "category": (lambda goods: "shop/oils/", 4),
    "good": (_good, 6),
    "sellers": (lambda goods: "sellers/", 1),
    "seller": (lambda goods: "sellers/seller-0/", 3),
    "delivery": (lambda goods: "pages/delivery/", 4),
    "shekel": (lambda goods: "pages/shekel/", 2),
}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("count", [1, 3, 12, 120])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_the_same_however_much_there_is(page, count, language, client: Client, django_assert_num_queries):
    demo.build()
    make_zone(make_hub())
    goods = fill_shelf(count)
    address, queries = PAGES[page]

    with django_assert_num_queries(queries):
        response = client.get(f"/{language}/{address(goods)}")

    assert response.status_code == 200
    assert len(response.content) < LIMIT_OF_A_FIRST_VIEW
    assert response.content.count(b"<h1") == 1
    assert not response.cookies, "a page that sets a cookie cannot be shared"


# Few hits ask for near words and count once more; many do not.
@pytest.mark.parametrize(("count", "queries"), [(1, 4), (3, 2), (12, 2), (120, 2)])
@pytest.mark.parametrize(("language", "words"), [("ar", "زيت"), ("en", "olive oil")])
def test_search_asks_the_same_however_much_there_is(count, queries, language, words, client: Client, django_assert_num_queries):
    fill_shelf(count)

    with django_assert_num_queries(queries):
        response = client.get(f"/{language}/search/", {"q": words})

    assert response.context["found"].total == count
    assert len(response.content) < LIMIT_OF_A_FIRST_VIEW


def test_a_misspelt_word_costs_two_queries_more(client: Client, django_assert_num_queries):
    fill_shelf(120)

    with django_assert_num_queries(4):
        response = client.get("/ar/search/", {"q": "زيتن"})

    assert response.context["found"].total == 120


def test_sellers_pages_cost_one_query(client: Client, django_assert_num_queries):
    goods = fill_shelf(5)
    Partner.objects.bulk_create([Partner(name_ar=f"ب {n}", name_en=f"S {n}", code=f"s-{n}") for n in range(60)])
    for n, partner in enumerate(Partner.objects.filter(code__startswith="s-")):
        Product.objects.filter(pk=goods[n % 5].pk).update(partner=partner)

    with django_assert_num_queries(1), translation.override("en"):
        response = client.get("/en/sellers/")

    assert len(response.context["cards"]) <= 24
