"""A seller's goods: listed on one page, counted in a list; and another's are not there for her."""

import html
from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from marketplace.catalogue.models import Product, ProductImage
from marketplace.catalogue.services import listing, photos
from marketplace.catalogue.states import GoodState
from marketplace.core.images import NotAPicture, PictureTooHeavy
from marketplace.partner.models import StockRecord
from tests.factories.goods import left, make_category, make_good, stock
from tests.factories.orders import make_order
from tests.factories.people import browser_of


def upload(name: str = "soap.jpg", content: bytes | None = None) -> BytesIO:
    file = BytesIO()
    if content is None:
        Image.new("RGB", (400, 300), "#A9C7C2").save(file, "JPEG")
    else:
        file.write(content)
    file.seek(0)
    file.name = name
    return file


@pytest.fixture
def shop(amals_group, amal):
    """Amal's browser."""
    make_category("soap", "صابون", "Soap")
    return browser_of(amal)


def typed(**changes):
    known = {
        "title_ar": "صابون بلدي",
        "category": "soap",
        "price": "٨٫٥٠",
        "unit_ar": "قطعة",
        "stock": "١٢",
        "season_from": 1,
        "season_to": 12,
    }
    return {**known, "storage": "ambient", "lead_days": 0, **changes}


def test_a_good_is_listed_with_its_picture_and_handed_in(shop, amals_shop):
    answer = shop.post(reverse("my:good-new"), typed(picture=upload(), allergens=["nuts"]))
    good = Product.objects.get()
    assert answer.url == reverse("my:good", args=[good.pk])
    assert (good.partner, good.state, good.allergens, good.images.count()) == (amals_shop, GoodState.DRAFT, ["nuts"], 1)
    assert (good.stockrecords.get().price_agorot, left(good)) == (850, 12)

    shop.post(reverse("my:good-step", args=[good.pk, "submit"]))
    good.refresh_from_db()
    assert good.state == GoodState.IN_REVIEW


@pytest.mark.parametrize(
    "wrong",
    [
        *({"price": price} for price in ("-1", "18.555", "مجانا", "0", "1e9")),
        *({"stock": count} for count in ("0.5", "-3", "1e9")),
        *({"title_ar": name} for name in ("", "   ", "\u200f\u200f", "🍯")),
        {"unit_ar": ""},
        {"category": "weapons"},
        {"season_from": "13"},
        {"lead_days": "999"},
        {"storage": "moon"},
        {"allergens": ["x"]},
    ],
)
def test_wrong_input_is_answered_and_leaves_nothing(wrong, shop):
    answer = shop.post(reverse("my:good-new"), typed(description_ar="كلمات كتبتها", picture=upload(), **wrong))
    assert answer.status_code == 422
    assert "كلمات كتبتها" in answer.text
    assert not Product.objects.exists()
    assert not ProductImage.objects.exists()


@pytest.mark.parametrize(
    ("content", "refusal"),
    [(b"a letter renamed .jpg", NotAPicture), (b"\xff\xd8\xff" + b"0" * 20 * 1024 * 1024, PictureTooHeavy)],
    ids=["text", "20 MB"],
)
def test_a_refused_picture_is_answered_and_leaves_no_good_behind(content, refusal, shop):
    answer = shop.post(reverse("my:good-new"), typed(description_ar="كلمات كتبتها", picture=upload(content=content)))
    assert answer.status_code == 422
    assert str(refusal.text) in html.unescape(answer.text)
    assert "كلمات كتبتها" in answer.text
    assert not Product.objects.exists()


def test_counting_never_goes_below_what_is_ordered(shop, jar_of_honey, hub):
    make_order({jar_of_honey: 4}, hub)
    url = reverse("my:good-level", args=[jar_of_honey.pk])
    shop.post(url, {"count": "3"})
    assert (StockRecord.objects.get().num_in_stock, left(jar_of_honey)) == (10, 6)
    shop.post(url, {"count": "٥"})
    assert (StockRecord.objects.get().num_in_stock, left(jar_of_honey)) == (5, 1)
    for wrong in ("0.5", "-1", "x", ""):
        shop.post(url, {"count": wrong})
    assert StockRecord.objects.get().num_in_stock == 5


def test_anothers_good_is_not_there(shop, bottle_of_oil):
    urls = [reverse("my:good", args=[bottle_of_oil.pk]), reverse("my:good-level", args=[bottle_of_oil.pk])]
    urls += [reverse("my:good-step", args=[bottle_of_oil.pk, name]) for name in ("pause", "withdraw", "submit")]
    for url in urls:
        assert shop.post(url, typed(count="0")).status_code == 404
    bottle_of_oil.refresh_from_db()
    assert (bottle_of_oil.state, left(bottle_of_oil), bottle_of_oil.title_ar) == (GoodState.PUBLISHED, 10, "زيت زيتون")
    assert "زيت زيتون" not in shop.get(reverse("my:goods")).text


def test_yusuf_finds_nothing_of_amals(yusuf, jar_of_honey):
    browser = browser_of(yusuf)
    image = photos.add(jar_of_honey, upload(), now=True)
    urls = [reverse("my:good", args=[jar_of_honey.pk]), reverse("my:good-level", args=[jar_of_honey.pk])]
    urls += [reverse("my:good-withdraw", args=[jar_of_honey.pk]), reverse("my:good-picture-remove", args=[jar_of_honey.pk, image.pk])]
    urls += [reverse("my:good-step", args=[jar_of_honey.pk, name]) for name in ("pause", "resume", "submit")]
    for url in urls:
        assert browser.post(url, typed(count="0")).status_code == 404
    assert browser.get(urls[0]).status_code == 404
    jar_of_honey.refresh_from_db()
    assert (jar_of_honey.state, left(jar_of_honey), jar_of_honey.title_ar) == (GoodState.PUBLISHED, 10, "مرطبان عسل")
    assert (jar_of_honey.images.get(), jar_of_honey.changes.count()) == (image, 0)


def test_a_buyer_has_no_goods_screens(rania, jar_of_honey, client):
    urls = [reverse("my:home"), reverse("my:goods"), reverse("my:good-new"), reverse("my:good", args=[jar_of_honey.pk])]
    for url in urls:
        assert browser_of(rania).get(url).status_code == 403
        assert client.get(url).status_code == 302, "a visitor signs in first"
    assert browser_of(rania).post(reverse("my:good-level", args=[jar_of_honey.pk]), {"count": "0"}).status_code == 403
    assert browser_of(rania).post(reverse("my:good-new"), typed()).status_code == 403
    assert (Product.objects.count(), left(jar_of_honey)) == (1, 10)


def test_what_is_ordered_away_runs_out(shop, jar_of_honey, hub):
    row = reverse("my:good", args=[jar_of_honey.pk])
    assert row not in shop.get(reverse("my:home")).text
    make_order({jar_of_honey: 8}, hub)
    assert row in shop.get(reverse("my:home")).text, "ten stand there, two can still be bought"


def test_the_reason_stays_while_she_mends_the_draft(shop, jar_of_honey, amal, nour):
    photos.add(jar_of_honey, upload(), now=True)
    Product.objects.filter(pk=jar_of_honey.pk).update(state=GoodState.IN_REVIEW, is_public=False)
    listing.send_back(jar_of_honey.pk, reason="صورة أوضح", by=nour)
    url = reverse("my:good", args=[jar_of_honey.pk])
    shop.post(url, typed(category="honey"))
    jar_of_honey.refresh_from_db()
    assert jar_of_honey.title_ar == "صابون بلدي"
    assert "صورة أوضح" in shop.get(url).text


def test_pause_and_resume(shop, jar_of_honey):
    ProductImage.objects.create(product=jar_of_honey, original="x.jpg", ready=True, name="x", sizes=[320], width=320, height=320)
    for name, state in (("pause", GoodState.PAUSED), ("resume", GoodState.PUBLISHED)):
        url = reverse("my:good-step", args=[jar_of_honey.pk, name])
        assert url in shop.get(reverse("my:goods")).text
        shop.post(url)
        jar_of_honey.refresh_from_db()
        assert (jar_of_honey.state, jar_of_honey.is_public) == (state, state == GoodState.PUBLISHED)


def test_a_bad_picture_is_replaced_before_handing_in_again(shop, amals_shop):
    shop.post(reverse("my:good-new"), typed(picture=upload()))
    good = Product.objects.get()
    assert "ستظهر هنا بعد قليل" in shop.get(reverse("my:good", args=[good.pk])).text
    photos.make_sizes(good.images.get().pk)
    first = photos.add(good, upload(), now=True)
    url = reverse("my:good-picture-remove", args=[good.pk, first.pk])
    assert url in shop.get(reverse("my:good", args=[good.pk])).text

    assert shop.get(url).status_code == 200
    assert good.images.count() == 2
    assert shop.post(url).url == reverse("my:good", args=[good.pk])
    assert not good.images.filter(pk=first.pk).exists()

    shop.post(reverse("my:good-step", args=[good.pk, "submit"]))
    shop.post(reverse("my:good-picture-remove", args=[good.pk, good.images.get().pk]))
    assert good.images.count() == 1


def test_anothers_picture_is_not_there(shop, jar_of_honey, bottle_of_oil):
    theirs = photos.add(bottle_of_oil, upload(), now=True)
    for good in (jar_of_honey, bottle_of_oil):
        assert shop.post(reverse("my:good-picture-remove", args=[good.pk, theirs.pk])).status_code == 404
    assert bottle_of_oil.images.get() == theirs


def test_taking_off_for_ever_asks_first(shop, jar_of_honey):
    url = reverse("my:good-withdraw", args=[jar_of_honey.pk])
    assert shop.get(url).status_code == 200
    jar_of_honey.refresh_from_db()
    assert jar_of_honey.state == GoodState.PUBLISHED
    shop.post(url)
    jar_of_honey.refresh_from_db()
    assert (jar_of_honey.state, jar_of_honey.is_public) == (GoodState.WITHDRAWN, False)
    assert jar_of_honey.get_absolute_url() not in shop.get(reverse("my:goods")).text
    assert shop.post(url).status_code == 404


def test_a_missing_licence_is_said_early_and_refused_in_words(shop, jar_of_honey):
    make_category("dairy", "ألبان", "Dairy")
    url = reverse("my:good", args=[jar_of_honey.pk])
    answer = shop.post(url, typed(category="dairy"))
    assert answer.status_code == 422
    jar_of_honey.refresh_from_db()
    assert (jar_of_honey.permit_kind, jar_of_honey.title_ar) == ("", "مرطبان عسل")

    Product.objects.filter(pk=jar_of_honey.pk).update(permit_kind="food_licence")
    assert "رخصة" in shop.get(url).text


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("goods", [1, 3, 100])
def test_the_list_asks_the_same_number_of_queries(goods, language, shop, amals_shop, django_assert_num_queries):
    for number in range(goods):
        stock(make_good(amals_shop, f"منتوج {number}"), 2)
    with django_assert_num_queries(7):
        shop.get(f"/{language}/my/goods/")
    with django_assert_num_queries(9):
        shop.get(f"/{language}/my/")
