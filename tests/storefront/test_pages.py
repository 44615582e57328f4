"""The pages anybody reads: what they show, and what they must never show."""

import json
import re

import pytest
from django.test import Client
from redis.exceptions import ConnectionError

from marketplace.catalogue.models import Product
from marketplace.catalogue.states import GoodState
from marketplace.partner.models import Partner
from marketplace.storefront import demo
from marketplace.storefront.models import Page
from tests.factories.goods import make_good, stock
from tests.factories.people import make_partner
from tests.factories.places import make_hub
from tests.factories.shelf import fill_shelf

pytestmark = pytest.mark.django_db


def page_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def data_of(html: str) -> dict:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    assert len(found) == 1
    return json.loads(found[0])


@pytest.mark.parametrize(
    ("accepted", "language"), [("", "ar"), ("fr", "ar"), ("ar-PS,en;q=0.5", "ar"), ("en-GB,en;q=0.9,ar;q=0.2", "en"), ("en;q=0.1,ar", "ar")]
)
def test_the_front_door_speaks_the_readers_language(client: Client, accepted, language):
    response = client.get("/", headers={"accept-language": accepted})

    assert (response.status_code, response["Location"]) == (302, f"/{language}/")
    assert {"Accept-Language", "Cookie"} <= {word.strip() for word in response["Vary"].split(",")}


@pytest.mark.parametrize("address", ["healthz", "readyz"])
def test_watchers_get_an_answer(client: Client, address):
    response = client.get(f"/{address}")

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


def test_a_good_says_who_where_when_and_how_much(client: Client, jar_of_honey: Product, hub):
    html = page_of(client, jar_of_honey.get_absolute_url())

    assert "نساء بورين" in html
    assert "بورين" in html
    assert "18.00 ₪" in html
    assert hub.name in html, "a promise needs a place"
    assert 'name="product"' in html
    assert "csrfmiddlewaretoken" not in html, "a shared page carries no token"


def test_a_good_tells_machines_the_same(client: Client, jar_of_honey: Product):
    data = data_of(page_of(client, jar_of_honey.get_absolute_url()))

    assert data["@type"] == "Product"
    assert data["sku"] == str(jar_of_honey.pk)
    assert data["offers"]["price"] == "18.00"
    assert data["offers"]["priceCurrency"] == "ILS"
    assert data["offers"]["availability"] == "https://schema.org/InStock"
    assert data["offers"]["seller"]["name"] == "نساء بورين"


def test_what_a_seller_writes_cannot_leave_its_place(client: Client, amals_shop: Partner):
    evil = "</script><script>alert(1)</script>&<b>"
    good = make_good(amals_shop, evil, title_en=evil, description_ar=evil, description_en=evil)

    html = page_of(client, good.get_absolute_url())

    assert "<script>alert" not in html
    assert data_of(html)["name"] == evil


@pytest.mark.parametrize("state", [GoodState.DRAFT, GoodState.IN_REVIEW, GoodState.PAUSED, GoodState.WITHDRAWN])
def test_what_is_not_published_is_nowhere(client: Client, jar_of_honey: Product, bottle_of_oil: Product, state):
    Product.objects.filter(pk=jar_of_honey.pk).update(state=state, is_public=False)

    assert client.get(jar_of_honey.get_absolute_url()).status_code == 404
    assert client.get(f"/ar/goods/x-{jar_of_honey.pk}/").status_code == 404, "not even a redirect tells that it is there"
    for address in ("", "shop/", "shop/honey/", "sellers/", "sellers/yusufs-farm/", "search/?q=عسل"):
        assert "مرطبان عسل" not in page_of(client, f"/ar/{address}"), address
    assert str(jar_of_honey.slug) not in client.get("/sitemap.xml").content.decode()


def test_another_slug_leads_to_the_right_one(client: Client, jar_of_honey: Product):
    for slug in ("x", "", "مرطبان", "a-b-c"):
        response = client.get(f"/en/goods/{slug}-{jar_of_honey.pk}/")
        assert response.status_code == 301
        assert response["Location"] == jar_of_honey.get_absolute_url().replace("/ar/", "/en/")


@pytest.mark.parametrize("title", ["زيت زيتون بكر", "!!!", "Za'atar — زعتر 1"])
def test_a_good_of_any_title_has_an_address(client: Client, amals_shop: Partner, title):
    good = make_good(amals_shop, title, title_en=title)

    assert client.get(good.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("pk", ["0", "999999999999999999", "9" * 30, "-1", "x"])
def test_a_good_that_is_not_there_is_not_found(client: Client, pk):
    assert client.get(f"/ar/goods/x-{pk}/").status_code == 404


def test_few_left_are_told_and_none_left_cannot_be_added(client: Client, jar_of_honey: Product):
    stock(jar_of_honey, 3)
    few = page_of(client, jar_of_honey.get_absolute_url())
    stock(jar_of_honey, 0)
    none = page_of(client, jar_of_honey.get_absolute_url())

    assert 'class="stock low"' in few
    assert 'name="product"' in few
    assert 'class="stock out"' in none
    assert 'name="product"' not in none
    assert data_of(none)["offers"]["availability"] == "https://schema.org/OutOfStock"


def test_a_seller_at_rest_sells_nothing(client: Client, amals_shop: Partner, jar_of_honey: Product):
    Partner.objects.filter(pk=amals_shop.pk).update(is_open=False)

    for address in (jar_of_honey.get_absolute_url(), "/ar/shop/", "/ar/sellers/women-of-burin/"):
        assert 'name="product"' not in page_of(client, address), address


def test_the_shekel_follows_the_rule_of_the_day(client: Client, jar_of_honey: Product):
    from datetime import date  # only this story has a date

    from marketplace.ledger.models import FeeRule

    FeeRule.objects.create(basis_points=1250, valid_from=date(2020, 1, 1))

    html = page_of(client, jar_of_honey.get_absolute_url())

    assert "2.25 ₪" in html, "12.5 % of 18.00"
    assert "15.75 ₪" in html
    assert "87 " in page_of(client, "/ar/"), "stitches are whole"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_names_its_twin(client: Client, jar_of_honey: Product, language):
    demo.build()
    slug = f"goods/{jar_of_honey.slug}-{jar_of_honey.pk}/"
    for address in ("", "shop/", "shop/honey/", slug, "sellers/", "sellers/women-of-burin/", "pages/terms/"):
        html = page_of(client, f"/{language}/{address}")
        assert html.count('rel="alternate" hreflang=') == 2, address
        assert html.count('rel="canonical"') == 1, address
        assert html.count("og:title") == 1, address
        assert re.search(r"<title>[^·]*\S[^·]* · ", html), address
        assert re.search(r'<meta name="description" content="\s*\S', html), address


def test_pictures_say_their_size_and_wait_their_turn(client: Client):
    good = fill_shelf(1)[0]

    html = page_of(client, f"/ar/goods/{good.slug}-{good.pk}/")

    images = re.findall(r"<img[^>]+>", html)
    assert len(images) == 2
    for image in images:
        assert 'alt="صورة"' in image
        assert 'width="640" height="480"' in image
        assert "320w" in image and "1280w" in image
    assert "og:image" in html
    assert '"http://testserver/media/goods/' in html


def test_a_picture_that_is_not_ready_is_not_shown(client: Client):
    good = fill_shelf(1)[0]
    good.images.update(ready=False)

    for address in ("", "shop/", f"goods/{good.slug}-{good.pk}/"):
        assert "<img" not in page_of(client, f"/ar/{address}")


def test_pages_of_words_are_complete_in_both_languages(client: Client):
    demo.build()
    demo.build()

    assert set(Page.objects.values_list("slug", flat=True)) == set(demo.SLUGS)
    for page in Page.objects.all():
        for language in ("ar", "en"):
            html = page_of(client, f"/{language}/pages/{page.slug}/")
            assert getattr(page, f"title_{language}") in html
            assert "## " not in html
    for address in ("join", "help"):
        assert client.get(f"/ar/{address}/").status_code == 200
    assert client.get("/ar/pages/nothing/").status_code == 404


def test_staff_keep_what_they_wrote(client: Client):
    demo.build()
    Page.objects.filter(slug="terms").update(title_ar="شروطنا")

    demo.build()

    assert Page.objects.get(slug="terms").title_ar == "شروطنا"


def test_words_of_a_page_stay_words(client: Client):
    Page.objects.create(slug="x", title_ar="س", title_en="X", body_ar="## <b>عنوان</b>\n- <script>1</script>\n\nفقرة", body_en="x")

    html = page_of(client, "/ar/pages/x/")

    assert "<h2>&lt;b&gt;عنوان" in html
    assert "<li>&lt;script&gt;" in html
    assert "<p>فقرة</p>" in html


def test_a_seller_is_found_once_something_was_published(client: Client, amals_shop: Partner):
    assert client.get("/ar/sellers/women-of-burin/").status_code == 404
    good = make_good(amals_shop)
    assert client.get("/ar/sellers/women-of-burin/").status_code == 200

    Product.objects.filter(pk=good.pk).update(state=GoodState.PAUSED, is_public=False)

    assert 'class="empty"' in page_of(client, "/ar/sellers/women-of-burin/")
    assert "women-of-burin" not in page_of(client, "/ar/sellers/")


def test_what_is_private_to_a_seller_is_on_no_page(client: Client):
    canary = "+970599777666"
    seller = make_partner("مزرعة", "Farm of the canary", phone=canary)
    good = make_good(seller)
    make_hub()

    for address in ("/ar/", good.get_absolute_url(), "/ar/sellers/farm-of-the-canary/", "/ar/shop/", "/ar/search/?q=عسل"):
        html = page_of(client, address)
        assert canary not in html
        assert "0599 777 666" not in html


def test_machines_get_their_maps(client: Client, jar_of_honey: Product):
    robots = client.get("/robots.txt")
    sitemap = client.get("/sitemap.xml")

    assert robots["Content-Type"].startswith("text/plain")
    assert "Sitemap: http://testserver/sitemap.xml" in robots.content.decode()
    assert sitemap["Content-Type"] == "application/xml"
    for language in ("ar", "en"):
        address = jar_of_honey.get_absolute_url().replace("/ar/", f"/{language}/")
        assert f"<loc>http://testserver{address}</loc>" in sitemap.content.decode()


def test_only_cut_pictures_have_an_address(client: Client, files_of_the_run):
    for folder, name in (("goods", "a-320.webp"), ("originals", "a.jpg"), ("goods", "a.txt")):
        (files_of_the_run / folder).mkdir(exist_ok=True)
        (files_of_the_run / folder / name).write_bytes(b"RIFF")

    shown = client.get("/media/goods/a-320.webp")

    assert shown.status_code == 200
    assert "immutable" in shown["Cache-Control"]
    for path in ("originals/a.jpg", "goods/a.txt", "goods/../originals/a.jpg", "goods/none-320.webp", "goods/"):
        assert client.get(f"/media/{path}").status_code == 404, path


def test_readiness_names_what_is_away(client: Client, monkeypatch):
    def away(*args, **kwargs):
        raise ConnectionError("away")

    monkeypatch.setattr("marketplace.core.views.cache.set", away)

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json() == {"database": "ok", "cache": "away"}
    assert client.get("/healthz").status_code == 200, "a process that only lacks Valkey is not restarted"
