"""The main story over plain HTTP, always; and in Chromium on a phone, in both languages."""

import io
import os
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connections
from playwright.sync_api import Browser, sync_playwright

from marketplace.ledger.kinds import AccountKind
from marketplace.ledger.pots import held
from tests.journeys.drivers import FLAGS, Chromium, Plain, chromium_path
from tests.journeys.story import Stage, tell

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def stage(live_server, amals_group, amal, yusuf, nour, samir, huda, omar, hub, jar_of_honey, bottle_of_oil):
    """The cast in place; every story chooses its language and its way of walking."""
    people = {"amal": amal, "yusuf": yusuf, "nour": nour, "samir": samir, "huda": huda, "omar": omar}
    phones = {name: person.phone for name, person in people.items()}
    return Stage("ar", phones, hub.pk, bottle_of_oil.pk, "honey", lambda: Plain(live_server.url))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A headless Chromium of Debian's."""
    # Beside Playwright's loop Django opens a connection of its own; the one left open here would die with the database it is in.
    connections.close_all()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps a loop in this thread; nothing of ours runs in it
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def books_hold(stage: Stage, told: dict[str, int]) -> None:
    assert held(AccountKind.CASH, f"hub:{stage.hub_pk}") == told["cash"]
    assert held(AccountKind.BUYER_DEPOSITS) == 0
    call_command("check_books", stdout=io.StringIO())  # exits with 1 where a row is wrong


@pytest.mark.parametrize("language", ["ar", "en"])
def test_from_listing_to_payout_over_plain_http(language, stage):
    stage.language = language
    books_hold(stage, tell(stage))


@pytest.mark.browser
@pytest.mark.parametrize("language", ["ar", "en"])
def test_from_listing_to_payout_in_chromium_on_a_phone(language, stage, chromium, live_server):
    drivers: list[Chromium] = []

    def newcomer() -> Chromium:
        context = chromium.new_context(viewport=PHONE, locale=language)
        drivers.append(Chromium(live_server.url, context.new_page()))
        return drivers[-1]

    stage.language, stage.newcomer = language, newcomer
    books_hold(stage, tell(stage))
    assert [fault for driver in drivers for fault in driver.faults] == []
