"""Whatever is typed into any field or address of any page, the answer is a page and never a fault."""

import itertools
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.desk.test_who_may import MAY, World, world
from tests.factories.people import browser_of

__all__ = ["world"]
pytestmark = pytest.mark.django_db

TYPED = [
    "\0",
    "\u202eabc\u2066",
    "ع" * 10_000,
    "9" * 40,
    "-1",
    "9223372036854775808",
    "NaN",
    "²",
    "0001-01",
    "9999-12-31",
    "hub:2147483648",
]
ADDRESSED: list[Any] = [10**40, 2**63, 0, "\u202eX", "x" * 3_000, "9999-12"]
QUERIES = ["q", "page", "after", "before", "state", "month", "key", "placed", "phone", "next", "sort", "kind"]
AT_HOME = {"hub": "samir", "program": "nour", "programme": "nour", "my": "amal"}
SEARCHED = {"programme:income", "catalogue:index", "search:search"}
FIELD = re.compile(r'<(?:input|select|textarea)[^>]*\sname="([^"]+)"')


def visitor_of(world: World, name: str) -> Client:
    """Whoever comes furthest at this address."""
    finance = "omar" if name.endswith(("approve", "send-back")) else "huda"
    who = finance if "payout-" in name or "cash" in name else AT_HOME.get(name.partition(":")[0], "rania")
    return browser_of(world.people[who])


def fault(browser: Client, method: str, address: str, data: dict[str, str]) -> str:
    """What broke, "" where an answer came. Afterwards nothing has happened."""
    try:
        with transaction.atomic():
            status = getattr(browser, method)(address, data).status_code
            transaction.set_rollback(True)
    except Exception as error:
        return f"{method} {address[:80]} {str(data)[:80]}: {error!r:.200}"
    return f"{method} {address[:80]}: {status}" if status >= 500 else ""


def fields_on(browser: Client, address: str) -> list[str]:
    page = browser.get(address).content.decode(errors="replace")
    return sorted(set(FIELD.findall(page)) - {"csrfmiddlewaretoken"})


def test_nothing_typed_breaks_a_page(world):
    faults = []
    for name, (arguments, _may) in MAY.items():
        browser, address = visitor_of(world, name), world.address(name, arguments)
        fields = fields_on(browser, address)
        for odd in TYPED:
            faults.append(fault(browser, "get", address, dict.fromkeys(QUERIES, odd)))
            faults += [fault(browser, "get", address, {field: odd}) for field in fields if name in SEARCHED]
            faults.append(fault(browser, "post", address, dict.fromkeys(fields, odd)))
    assert not any(faults), "\n".join(filter(None, faults))


def made_up(world: World, name: str, arguments: list[Any]) -> Iterator[str]:
    """The address with each argument in turn made odd, where such an address can be written at all."""
    for place, odd in itertools.product(range(len(arguments)), ADDRESSED):
        with suppress(NoReverseMatch):
            yield world.address(name, [*arguments[:place], odd, *arguments[place + 1 :]])


def test_no_made_up_address_breaks(world):
    faults = []
    for name, (arguments, _may) in MAY.items():
        browser = visitor_of(world, name)
        for address in made_up(world, name, arguments):
            faults += [fault(browser, method, address, {"reason": "x"}) for method in ("get", "post")]
    assert not any(faults), "\n".join(filter(None, faults))


def test_a_wish_to_go_nowhere_leads_home(rania):
    """A word that is no address, or the name of one, is not followed."""
    for wish in ("nowhere", "sign-out", "//elsewhere.example/", "9"):
        assert browser_of(rania).get(reverse("sign-in"), {"next": wish})["Location"] == reverse("customer:summary")
