"""Signing in by phone or e-mail, up and out; the basket comes along."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse

from marketplace.accounts.models import User
from marketplace.basket.models import Basket, Line
from tests.factories.people import PASSWORD, browser_of, make_user

NEW = {"name": "سناء القواسمي", "phone": "0599 123 456", "password": "جملة طويلة تكفي"}


def sign_in(browser, login, password=PASSWORD, **more):
    return browser.post(reverse("sign-in"), {"login": login, "password": password, **more})


def is_in(browser):
    return SESSION_KEY in browser.session


@pytest.mark.parametrize("typed", ["0599001004", "0599 001 004", "+970 599 001 004", "00972599001004", "٠٥٩٩٠٠١٠٠٤", " Rania@Example.ORG "])
def test_rania_signs_in_however_she_writes_it(typed, rania):
    User.objects.filter(pk=rania.pk).update(email="rania@example.org")
    browser = Client()

    answer = sign_in(browser, typed)

    assert answer.url == reverse("customer:summary")
    assert browser.session[SESSION_KEY] == str(rania.pk)


@pytest.mark.parametrize(
    ("login", "password"), [("0599001004", "wrong"), ("0599777777", PASSWORD), ("nobody@example.org", PASSWORD), ("x", "x")]
)
def test_what_does_not_belong_together_is_refused_with_one_answer(login, password, rania):
    browser = Client(headers={"accept-language": "en"})
    answer = browser.post("/en/sign-in/", {"login": login, "password": password})
    assert answer.status_code == 422
    assert "do not belong together" in answer.text
    assert password not in answer.text.replace(login, "")
    assert not is_in(browser)


def test_a_closed_account_does_not_open(rania):
    User.objects.filter(pk=rania.pk).update(is_active=False)
    browser = Client()
    assert sign_in(browser, "0599001004").status_code == 422
    assert not is_in(browser)


def test_she_goes_on_to_where_she_wanted(rania):
    assert sign_in(Client(), "0599001004", next="/ar/account/orders/").url == "/ar/account/orders/"


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", r"/\evil.example"])
def test_nobody_is_led_off_the_shop(wanted, rania):
    assert sign_in(Client(), "0599001004", next=wanted).url == reverse("customer:summary")
    assert wanted not in Client().get(reverse("sign-in"), {"next": wanted}).text.replace("%", "")


@pytest.mark.parametrize(
    ("who", "home"),
    [
        ("rania", "customer:summary"),
        ("amal", "my:home"),
        ("yusuf", "my:home"),
        ("nour", "program:home"),
        ("huda", "program:home"),
        ("omar", "program:home"),
        ("samir", "hub:home"),
    ],
)
def test_everybody_arrives_where_she_works(who, home, request, amals_group):
    user = request.getfixturevalue(who)
    answer = sign_in(Client(), user.phone)
    assert answer.url == reverse(home)
    assert browser_of(user).get(answer.url).status_code == 200


def test_whoever_is_in_is_not_asked_again(rania):
    assert browser_of(rania).get(reverse("sign-in")).url == reverse("customer:summary")
    assert browser_of(rania).get(reverse("sign-up")).url == reverse("customer:summary")


def test_the_basket_comes_along_and_its_count_stays(rania, jar_of_honey, bottle_of_oil):
    older = Basket.objects.create(owner=rania)
    Line.objects.create(
        basket=older,
        product=bottle_of_oil,
        stockrecord=bottle_of_oil.stockrecords.get(),
        line_reference="x",
        quantity=1,
        price_currency="ILS",
    )
    browser = Client(headers={"sec-fetch-site": "same-origin"})
    browser.post(reverse("basket:add"), {"product": jar_of_honey.pk, "quantity": 2})

    sign_in(browser, "0599001004")

    basket = Basket.objects.get(owner=rania, status=Basket.OPEN)
    assert dict(basket.lines.values_list("product_id", "quantity")) == {jar_of_honey.pk: 2, bottle_of_oil.pk: 1}
    assert browser.cookies["basket_count"].value == "3"


def test_signing_out_needs_a_press_and_takes_the_basket_from_the_screen(rania, jar_of_honey):
    browser = Client(headers={"sec-fetch-site": "same-origin"})
    sign_in(browser, "0599001004")
    browser.post(reverse("basket:add"), {"product": jar_of_honey.pk, "quantity": 2})
    assert browser.get(reverse("sign-out")).status_code == 405
    assert is_in(browser)

    assert browser.post(reverse("sign-out")).url == reverse("storefront:home")

    assert not is_in(browser)
    assert browser.cookies["basket_count"].value == ""
    assert jar_of_honey.title not in browser.get(reverse("basket:summary")).text
    assert Basket.objects.get(owner=rania).lines.count() == 1


def test_a_new_buyer_is_in_at_once(db):
    browser = Client()
    answer = browser.post(reverse("sign-up"), NEW)

    user = User.objects.get(phone="+970599123456")
    assert answer.url == reverse("customer:summary")
    assert browser.session[SESSION_KEY] == str(user.pk)
    assert (user.get_full_name(), user.language, user.is_staff, user.is_superuser) == (NEW["name"], "ar", False, False)
    assert user.check_password(NEW["password"])


def test_a_phone_has_one_account(db):
    first = make_user(phone="0599123456")
    browser = Client()

    answer = browser.post("/en/sign-up/", {**NEW, "phone": "+972 59 912 3456"})

    assert answer.status_code == 422
    assert "has an account already" in answer.text
    assert not is_in(browser)
    assert User.objects.count() == 1
    first.refresh_from_db()
    assert first.check_password(PASSWORD)


@pytest.mark.parametrize(
    "wrong", [{"password": "12345678"}, {"password": "short"}, {"password": "password"}, {"phone": "0599"}, {"name": ""}]
)
def test_what_will_not_do_makes_no_account(wrong, db):
    browser = Client()
    assert browser.post(reverse("sign-up"), {**NEW, **wrong}).status_code == 422
    assert not User.objects.exists()
    assert not is_in(browser)


def test_nobody_gives_herself_more_rights(db):
    Client().post(reverse("sign-up"), {**NEW, "is_staff": "1", "is_superuser": "1", "language": "xx"})
    user = User.objects.get()
    assert (user.is_staff, user.is_superuser, user.language) == (False, False, "ar")


def test_eight_wrong_passwords_close_the_door_however_the_phone_is_written(rania, settings):
    settings.AXES_ENABLED = True
    browser = Client()
    spellings = ["0599001004", "0599 001 004", "+970599001004", "00972599001004"]
    answers = [sign_in(browser, spellings[n % 4], "wrong").status_code for n in range(8)]
    assert answers[:7] == [422] * 7

    closed = sign_in(browser, "0599001004")

    assert closed.status_code == 429
    assert "15" in closed.text
    assert not is_in(browser)


def test_a_lock_on_one_phone_is_none_on_another(rania, leila, settings):
    settings.AXES_ENABLED = True
    for _ in range(9):
        sign_in(Client(), "0599001004", "wrong")
    browser = Client()
    sign_in(browser, "0599001005")
    assert is_in(browser)


@pytest.mark.parametrize(
    ("stood_on", "back"),
    [
        ("http://testserver/ar/program/goods/7/", "/ar/program/goods/7/"),
        ("http://testserver/ar/program/orders/?q=1", "/ar/program/orders/%3Fq%3D1"),
        ("http://evil.example/x/", ""),
        ("", ""),
    ],
)
def test_whose_session_ran_out_under_a_button_comes_back_to_her_page(stood_on, back, db):
    answer = Client(headers={"referer": stood_on}).post("/ar/program/goods/7/publish/")
    assert answer.url == f"{reverse('sign-in')}?next={back}"
