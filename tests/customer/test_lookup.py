"""Finding orders again by phone: a code opens the list, once, to whoever holds the phone, and to nobody else."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from marketplace.customer import services
from marketplace.customer.views import PROVED
from marketplace.notifications.channels import console
from marketplace.notifications.models import Message
from tests.factories.orders import make_order

RANIAS, LEILAS = "+970599001004", "+970599001005"


@pytest.fixture(autouse=True)
def phone_of_the_story(settings, tmp_path):
    """An empty demo phone."""
    settings.STATE_DIR = tmp_path


@pytest.fixture
def orders(bottle_of_oil, hub):
    """One order of Rania's, one of Leila's."""
    return make_order({bottle_of_oil: 1}, hub, phone=RANIAS), make_order({bottle_of_oil: 1}, hub, phone=LEILAS, name="ليلى مصري")


@pytest.fixture
def ask(commits):
    """Ask for a code and return the answer; what is to be sent is sent."""

    def asking(browser, phone, **where):
        with commits():
            return browser.post(reverse("orders:lookup"), {"phone": phone}, **where)

    return asking


def newest_code():
    found = re.search(r"\b\d{6}\b", next(row["text"] for row in console.newest() if "10" in row["text"]))
    assert found
    return found[0]


def type_code(browser, code):
    return browser.post(reverse("orders:lookup-code"), {"code": code})


def test_the_code_of_the_message_opens_the_orders_of_this_phone_only(orders, ask):
    ranias, leilas = orders
    browser = Client()

    assert ask(browser, "٠٥٩٩ ٠٠١ ٠٠٤").url == reverse("orders:lookup-code")
    answer = browser.post(reverse("orders:lookup-code"), {"code": newest_code()}, follow=True)

    assert ranias.number in answer.text
    assert leilas.number not in answer.text
    link = re.search(rf'href="([^"]*{ranias.number}[^"]*)"', answer.text)
    assert Client().get(link[1].replace("&amp;", "&")).status_code == 200


def test_a_phone_without_orders_gets_the_same_answer_and_no_message(orders, ask):
    with_orders, without = ask(Client(), RANIAS), ask(Client(), "0599 777 777")

    assert (with_orders.status_code, with_orders.url) == (without.status_code, without.url)
    assert list(Message.objects.filter(kind="lookup_code").values_list("address", flat=True)) == [RANIAS]


def test_pages_after_asking_are_alike_for_both(orders, ask):
    pages = []
    for phone, shown in ((RANIAS, "0599 001 004"), ("0599 777 777", "0599 777 777")):
        browser = Client()
        ask(browser, phone)
        text = browser.get(reverse("orders:lookup-code")).text.replace(shown, "")
        pages.append(re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text))
    assert pages[0] == pages[1]


def test_neither_table_nor_cache_keeps_the_code(orders, ask, monkeypatch):
    kept = []
    monkeypatch.setattr(services.cache, "set", lambda *given: kept.append(given))
    ask(Client(), RANIAS)
    code = newest_code()

    message = Message.objects.get(kind="lookup_code")
    assert message.secret is None
    assert code not in str(message.facts)
    assert kept
    assert code not in str(kept)
    assert RANIAS not in str(kept)


def test_a_code_opens_once(orders, ask):
    ours, theirs = Client(), Client()
    ask(ours, RANIAS)
    code = newest_code()
    ask(theirs, RANIAS)
    newer = newest_code()
    assert code != newer

    assert type_code(ours, code).status_code == 422, "a newer code took its place"
    assert type_code(ours, newer).status_code == 302
    assert type_code(theirs, newer).status_code == 422
    assert theirs.get(reverse("orders:found")).url == reverse("orders:lookup")


def test_after_five_wrong_tries_the_right_code_is_refused(orders, ask):
    browser = Client()
    ask(browser, RANIAS)
    code = newest_code()
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"
    for _ in range(5):
        assert type_code(browser, wrong).status_code == 422

    assert type_code(browser, code).status_code == 422
    assert browser.get(reverse("orders:found")).url == reverse("orders:lookup")


def test_the_code_of_one_phone_does_not_open_another(orders, ask):
    browser = Client()
    ask(browser, RANIAS)
    ranias_code = newest_code()
    ask(browser, LEILAS)

    if newest_code() != ranias_code:  # one in a million
        assert type_code(browser, ranias_code).status_code == 422


@pytest.mark.parametrize("phone", [RANIAS, "0599 777 777"])
def test_a_phone_is_sent_three_codes_and_no_fourth(orders, ask, phone):
    answers = [ask(Client(), phone).status_code for _ in range(4)]
    assert answers == [302, 302, 302, 422]
    assert Message.objects.filter(kind="lookup_code").count() == (3 if phone == RANIAS else 0)


def test_one_address_asks_ten_times_and_no_eleventh(orders, ask):
    here = {"REMOTE_ADDR": "192.0.2.7"}
    answers = [ask(Client(), f"059977{n:04}", **here).status_code for n in range(10)]
    assert answers == [302] * 10

    assert ask(Client(), RANIAS, **here).status_code == 422
    assert not Message.objects.filter(kind="lookup_code").exists()
    assert ask(Client(), RANIAS, REMOTE_ADDR="192.0.2.8").status_code == 302


def test_what_is_no_phone_is_refused_and_stays_typed(db, ask):
    answer = ask(Client(), "0599")
    assert answer.status_code == 422
    assert 'value="0599"' in answer.text


def test_the_list_closes_after_a_quarter_of_an_hour(orders):
    browser = Client()
    for seconds, opens in ((60, True), (-1, False)):
        session = browser.session
        session[PROVED] = {"phone": RANIAS, "until": timezone.now().timestamp() + seconds}
        session.save()
        browser.cookies["sessionid"] = session.session_key
        assert (browser.get(reverse("orders:found")).status_code == 200) is opens


def test_without_asking_there_is_nothing_to_type(db):
    assert Client().get(reverse("orders:lookup-code")).url == reverse("orders:lookup")
    assert Client().get(reverse("orders:found")).url == reverse("orders:lookup")
