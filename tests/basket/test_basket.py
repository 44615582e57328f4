"""The basket over forms: what goes in, what is cut, who may send."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from marketplace.basket import services
from marketplace.basket.models import Basket, Line
from marketplace.catalogue.models import Product
from marketplace.catalogue.states import GoodState
from marketplace.hubs.models import Hub
from tests.factories.goods import make_good, stock
from tests.factories.orders import make_basket
from tests.factories.people import browser_of, make_partner

SAME = {"HTTP_SEC_FETCH_SITE": "same-origin"}
ADD = "/ar/basket/add/"


def add(browser, good, quantity="1", **headers):
    return browser.post(ADD, {"product": good.pk, "quantity": quantity}, **(headers or SAME))


def units(good) -> list[int]:
    return list(Line.objects.filter(product=good).values_list("quantity", flat=True))


def test_goods_of_two_sellers_stand_in_two_boxes(jar_of_honey, bottle_of_oil):
    browser = Client()
    add(browser, jar_of_honey, "2")
    add(browser, bottle_of_oil, "٣")
    page = browser.get(reverse("basket:summary")).text
    assert [name in page for name in ("نساء بورين", "مزرعة يوسف", "36.00", "105.00", "141.00")] == [True] * 5
    assert browser.cookies["basket_count"].value == "5"


@pytest.mark.parametrize("quantity", ["0", "-1", "0.5", "1e9", "٠", "", "كثير", "9" * 400])
def test_odd_quantities_are_answered_with_a_sentence(quantity, jar_of_honey):
    browser = Client()
    answer = browser.post(ADD, {"product": jar_of_honey.pk, "quantity": quantity}, follow=True, **SAME)
    assert answer.status_code == 200
    assert units(jar_of_honey) == []
    assert not Basket.objects.exists(), "a refusal made a basket"


def test_more_than_is_left_is_cut_and_said(jar_of_honey):
    stock(jar_of_honey, 3)
    answer = Client().post(ADD, {"product": jar_of_honey.pk, "quantity": "5"}, follow=True, **SAME)
    assert units(jar_of_honey) == [3]
    assert "جعلنا" in answer.text
    assert answer.text.index("جعلنا") < answer.text.index('class="item"'), "said where she looks first"


def test_what_is_not_for_sale_does_not_go_in(amals_shop):
    draft, gone = make_good(amals_shop, "مسودة", published=False), make_good(amals_shop, "نفد", stock=0)
    closed = make_good(make_partner("مغلق", "Closed", is_open=False), "مغلق")
    browser = Client()
    for good in (draft, gone, closed):
        add(browser, good)
    browser.post(ADD, {"product": 999_999_999, "quantity": 1}, **SAME)
    assert not Line.objects.exists()


def test_another_site_cannot_fill_the_basket(jar_of_honey):
    for headers in ({"HTTP_SEC_FETCH_SITE": "cross-site"}, {"HTTP_ORIGIN": "https://evil.example"}, {"HTTP_ORIGIN": "null"}):
        assert add(Client(), jar_of_honey, **headers).status_code == 403
    assert not Line.objects.exists()


def test_a_browser_that_says_nothing_is_asked_once_more(jar_of_honey):
    browser = Client(enforce_csrf_checks=True)
    asked = browser.post(ADD, {"product": jar_of_honey.pk, "quantity": "2"})
    assert asked.status_code == 200
    assert not Line.objects.exists()

    token = asked.text.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    browser.post(ADD, {"product": jar_of_honey.pk, "quantity": "2", "csrfmiddlewaretoken": token})
    assert units(jar_of_honey) == [2]


def test_next_leads_only_to_our_pages(jar_of_honey):
    for wanted, leads in (("/ar/shop/", "/ar/shop/"), ("https://evil.example/", "/ar/basket/"), ("//evil.example", "/ar/basket/")):
        answer = Client().post(ADD, {"product": jar_of_honey.pk, "quantity": 1, "next": wanted}, **SAME)
        assert answer.url == leads


def test_lines_change_and_go(jar_of_honey):
    browser = Client()
    add(browser, jar_of_honey, "2")
    line = Line.objects.get()
    browser.post(reverse("basket:line", args=[line.pk]), {"quantity": "٤"})
    assert units(jar_of_honey) == [4]
    browser.post(reverse("basket:line", args=[line.pk]), {"quantity": "-3"})
    assert units(jar_of_honey) == [4]
    browser.post(reverse("basket:line", args=[line.pk]), {"quantity": "0"})
    assert units(jar_of_honey) == []
    browser.post(reverse("basket:line", args=[line.pk]), {"quantity": "1"})


def test_a_stranger_cannot_touch_a_line(jar_of_honey, leila):
    add(Client(), jar_of_honey, "2")
    line = Line.objects.get()
    for browser in (Client(), browser_of(leila)):
        browser.post(reverse("basket:line", args=[line.pk]), {"quantity": "0"})
    assert units(jar_of_honey) == [2]


def test_a_made_up_cookie_opens_no_basket(jar_of_honey):
    browser = Client()
    add(browser, jar_of_honey)
    thief = Client()
    thief.cookies["basket"] = f"{Basket.objects.get().pk}:made-up"
    assert "مرطبان عسل" not in thief.get(reverse("basket:summary")).text


def test_the_basket_comes_along_when_she_signs_in(jar_of_honey, bottle_of_oil, rania):
    before = browser_of(rania)
    add(before, bottle_of_oil)
    visitor = Client()
    add(visitor, jar_of_honey, "2")

    visitor.force_login(rania, backend="marketplace.accounts.backends.PhoneOrEmailBackend")
    page = visitor.get(reverse("basket:summary")).text

    assert "مرطبان عسل" in page
    assert "زيت زيتون" in page
    assert Basket.objects.filter(owner=rania, status="Open").count() == 1


def test_sold_out_and_paused_lines_say_what_to_do(jar_of_honey, bottle_of_oil):
    browser = Client()
    add(browser, jar_of_honey)
    add(browser, bottle_of_oil)
    stock(jar_of_honey, 0)
    type(bottle_of_oil).objects.filter(pk=bottle_of_oil.pk).update(state=GoodState.PAUSED, is_public=False)
    page = browser.get(reverse("basket:summary")).text
    assert page.count("stock low") == 2
    assert reverse("checkout:index") not in page


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("sellers", [1, 3])
def test_the_page_asks_the_same_number_of_queries(sellers, language, db, django_assert_num_queries):
    browser = Client()
    for number in range(sellers):
        partner = make_partner(f"بائع {number}", f"Seller {number}")
        for good in range(number + 1):
            add(browser, make_good(partner, f"منتوج {number}{good}"))
    browser.get("/ar/basket/")  # takes the messages of adding out of the session
    with django_assert_num_queries(5):
        browser.get(f"/{language}/basket/")


def test_each_seller_has_her_own_day(jar_of_honey, bottle_of_oil, hub, monkeypatch):
    monkeypatch.setattr("marketplace.hubs.queries.timezone.localdate", lambda: date(2026, 11, 23))  # a Monday
    Hub.objects.filter(pk=hub.pk).update(opening_days=[2, 5])
    Product.objects.filter(pk=jar_of_honey.pk).update(lead_days=3)
    browser = Client()
    for good in (jar_of_honey, bottle_of_oil):
        add(browser, good)
    page = browser.get("/en/basket/").text
    assert "Saturday 28 November" in page
    assert "Wednesday 25 November" in page


def test_what_is_added_after_another_tab_ordered_begins_the_next_basket(jar_of_honey, bottle_of_oil):
    basket = make_basket({jar_of_honey: 1})
    Basket.objects.filter(pk=basket.pk).update(status=Basket.SUBMITTED)  # the object in hand still thinks it is open
    ordered = basket.pk

    services.add(basket, bottle_of_oil.pk, 2)

    assert basket.pk != ordered
    assert list(Line.objects.filter(basket_id=ordered).values_list("product_id", flat=True)) == [jar_of_honey.pk]
    assert units(bottle_of_oil) == [2]
