"""Review: the officer publishes or sends back; nobody else does."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from marketplace.accounts.rules import Role
from marketplace.catalogue.models import Product, ProductImage
from marketplace.catalogue.states import GoodState
from marketplace.partner.services.sellers import grant_permit
from tests.factories.goods import make_good
from tests.factories.people import browser_of, grant, make_user


@pytest.fixture
def waiting(amals_shop):
    """A good of Amal's in review with a ready picture."""
    good = make_good(amals_shop, "صابون ينتظر", published=False)
    Product.objects.filter(pk=good.pk).update(state=GoodState.IN_REVIEW)
    ProductImage.objects.create(product=good, original="x.jpg", ready=True, name="x", sizes=[320], width=320, height=320)
    return good


def test_officer_publishes_and_buyers_see_it(waiting, nour, client):
    browser = browser_of(nour)
    assert "صابون ينتظر" in browser.get(reverse("program:goods")).text
    assert "صابون ينتظر" in browser.get(reverse("program:good", args=[waiting.pk])).text
    assert "صابون ينتظر" not in client.get("/ar/shop/").text

    browser.post(reverse("program:good-publish", args=[waiting.pk]), {"permit_kind": ""})
    assert "صابون ينتظر" in client.get("/ar/shop/").text


def test_officer_sends_back_with_a_reason(waiting, nour):
    browser, url = browser_of(nour), reverse("program:good-back", args=[waiting.pk])
    assert browser.get(url).status_code == 200
    browser.post(url, {"reason": ""})
    waiting.refresh_from_db()
    assert waiting.state == GoodState.IN_REVIEW
    browser.post(url, {"reason": "صورة أوضح"})
    waiting.refresh_from_db()
    assert (waiting.state, waiting.changes.get().reason) == (GoodState.DRAFT, "صورة أوضح")


def test_officer_says_which_licence_it_needs(waiting, nour, amals_shop):
    browser, url = browser_of(nour), reverse("program:good-publish", args=[waiting.pk])
    for needs in ("food_licence", "driving_licence"):
        browser.post(url, {"permit_kind": needs})
        waiting.refresh_from_db()
        assert (waiting.state, waiting.permit_kind) == (GoodState.IN_REVIEW, "")

    grant_permit(amals_shop, "food_licence", timezone.localdate(), "FL-1")
    browser.post(url, {"permit_kind": "food_licence"})
    waiting.refresh_from_db()
    assert (waiting.state, waiting.permit_kind) == (GoodState.PUBLISHED, "food_licence")


def test_auditor_reads_and_does_nothing(waiting):
    browser = browser_of(grant(make_user("تالا"), Role.AUDITOR))
    assert "صابون ينتظر" in browser.get(reverse("program:goods")).text
    url = reverse("program:good", args=[waiting.pk])
    page = browser.get(url).text
    assert "صابون ينتظر" in page
    for name in ("good-publish", "good-back"):
        door = reverse(f"program:{name}", args=[waiting.pk])
        assert door not in page
        assert browser.post(door, {"reason": "x", "permit_kind": ""}).status_code == 403
    assert browser.post(reverse("program:good-step", args=[waiting.pk, "pause"])).status_code == 403
    waiting.refresh_from_db()
    assert (waiting.state, waiting.changes.count()) == (GoodState.IN_REVIEW, 0)


def test_where_the_licence_stands_is_on_the_page(waiting, nour, amals_shop):
    Product.objects.filter(pk=waiting.pk).update(permit_kind="food_licence")
    browser, url, today = browser_of(nour), f"/en/program/goods/{waiting.pk}/", timezone.localdate()
    refusal = "The seller holds no valid licence"
    grant_permit(amals_shop, "dairy_licence", today, "DL-1")
    for until, words, refused in ((None, "none recorded", 1), (today - timedelta(1), "ran out on", 1), (today, "valid until", 0)):
        if until:
            grant_permit(amals_shop, "food_licence", until, "FL-1")
        page = browser.get(url).text
        assert (words in page, refusal in page) == (True, bool(refused))


def test_goods_are_found_by_either_name_and_by_seller(waiting, nour, bottle_of_oil):
    browser = browser_of(nour)
    for language in ("ar", "en"):
        for words in ("زيتون", "olive OIL", "Yusuf", "مزرعة"):
            page = browser.get(f"/{language}/program/goods/", {"q": words}).text
            shown = [f"/program/goods/{good.pk}/" in page for good in (bottle_of_oil, waiting)]
            assert shown == [True, False]
    for odd in ("x" * 300, "%", "_"):
        assert browser.get("/ar/program/goods/", {"q": odd}).status_code == 200


@pytest.mark.parametrize("who", ["amal", "huda", "samir", "rania"])
def test_nobody_else_publishes(who, request, waiting, amals_group):
    browser = browser_of(request.getfixturevalue(who))
    for url in (reverse("program:good-publish", args=[waiting.pk]), reverse("program:good-back", args=[waiting.pk])):
        assert browser.post(url, {"reason": "x"}).status_code == 403
    waiting.refresh_from_db()
    assert waiting.state == GoodState.IN_REVIEW


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("goods", [1, 3, 100])
def test_the_list_asks_the_same_number_of_queries(goods, language, amals_shop, nour, django_assert_num_queries):
    for number in range(goods):
        make_good(amals_shop, f"منتوج {number}")
    browser = browser_of(nour)
    with django_assert_num_queries(6):
        browser.get(f"/{language}/program/goods/")
