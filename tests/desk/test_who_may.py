"""Who may open what: every address × every kind of person, once read and once sent. A new address without a line here fails.

Whoever must not gets 404, 403 or the sign-in page, and nothing is written; whoever may gets an answer. Nobody ever gets a 500.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.accounts.rules import Role
from marketplace.hubs.models import Hub
from marketplace.hubs.states import ConsignmentState
from marketplace.ledger.models import Transaction
from marketplace.order.services import deliver
from marketplace.payouts import services as payouts
from marketplace.payouts.states import PayoutMethod
from marketplace.storefront.models import Page
from tests.factories.orders import carry, make_order, parcel_of
from tests.factories.people import browser_of, grant, make_user
from tests.factories.places import locality, make_hub
from training.models import Cohort, Course, Session

pytestmark = pytest.mark.django_db

EVERYBODY = frozenset(
    "visitor rania leila amal yusuf samir ziad nour huda omar auditor trainer facilitator driver administrator".split()  # noqa: SIM905
)
SIGNED_IN = EVERYBODY - {"visitor"}
AMAL, SELLERS, SAMIR, HUBS = {"amal"}, {"amal", "yusuf"}, {"samir"}, {"samir", "ziad"}
NOUR, CLERK, APPROVER = {"nour"}, {"huda"}, {"omar"}
OFFICE, MONEY = NOUR | {"auditor"}, CLERK | APPROVER | {"auditor"}
TEACHERS = NOUR | {"trainer", "facilitator"}

# name: (arguments, who may). An argument in braces is read from `World`. Everything of a seller is Amal's, of a hub Samir's.
MAY: dict[str, tuple[list[Any], set[str] | frozenset[str]]] = {
    "front-door": ([], EVERYBODY),
    "healthz": ([], EVERYBODY),
    "readyz": ([], EVERYBODY),
    "robots": ([], EVERYBODY),
    "sitemap": ([], EVERYBODY),
    "storefront:home": ([], EVERYBODY),
    "storefront:sellers": ([], EVERYBODY),
    "storefront:seller": (["{shop}"], EVERYBODY),
    "storefront:page": (["delivery"], EVERYBODY),
    "storefront:join": ([], EVERYBODY),
    "storefront:help": ([], EVERYBODY),
    "catalogue:index": ([], EVERYBODY),
    "catalogue:category": (["honey"], EVERYBODY),
    "catalogue:detail": (["x", "{good}"], EVERYBODY),
    "catalogue:range": (["x"], EVERYBODY),
    "catalogue:reviews-detail": (["x", "{good}", 1], EVERYBODY),
    "offer:detail": (["x"], EVERYBODY),
    "wishlists:detail": (["x"], EVERYBODY),
    "sign-in": ([], EVERYBODY),
    "sign-up": ([], EVERYBODY),
    "sign-out": ([], EVERYBODY),
    "demo-phone": ([], EVERYBODY),  # the tests stand in the demo world
    "search:search": ([], EVERYBODY),
    "basket:summary": ([], EVERYBODY),
    "basket:add": ([], EVERYBODY),
    "basket:line": ([1], EVERYBODY),
    "checkout:index": ([], EVERYBODY),
    "orders:lookup": ([], EVERYBODY),
    "orders:lookup-code": ([], EVERYBODY),
    "orders:found": ([], EVERYBODY),
    "orders:track": (["{order}"], {"rania"}),
    "orders:cancel": (["{order}", "{asked}"], {"rania"}),
    "customer:summary": ([], SIGNED_IN),
    "customer:orders": ([], SIGNED_IN),
    "customer:alerts-confirm": (["x"], EVERYBODY),
    "customer:alerts-cancel-by-key": (["x"], EVERYBODY),
    "customer:wishlists-detail": (["x"], EVERYBODY),
    "my:home": ([], SELLERS),
    "my:goods": ([], SELLERS),
    "my:good-new": ([], SELLERS),
    "my:good": (["{good}"], AMAL),
    "my:good-level": (["{good}"], AMAL),
    "my:good-withdraw": (["{good}"], AMAL),
    "my:good-picture-remove": (["{good}", 1], frozenset()),  # there is no picture
    "my:good-step": (["{good}", "pause"], AMAL),
    "my:orders": ([], SELLERS),
    "my:order": (["{asked}"], AMAL),
    "my:order-decline": (["{asked}"], AMAL),
    "my:order-step": (["{asked}", "accept"], AMAL),
    "my:earnings": ([], SELLERS),
    "my:earnings-payee": ([], SELLERS),
    "my:earnings-entry": (["{sale}"], AMAL),
    "hub:home": ([], HUBS),
    "hub:waiting": ([], HUBS),
    "hub:cash": ([], HUBS),
    "hub:hand-over": (["{waiting}"], SAMIR),
    "hub:give-up": (["{waiting}", "returned"], SAMIR),
    "hub:step": (["{waiting}", "new-code"], SAMIR),
    "program:home": ([], OFFICE | MONEY | TEACHERS),
    "program:goods": ([], OFFICE),
    "program:good": (["{good}"], OFFICE),
    "program:good-publish": (["{good}"], NOUR),
    "program:good-back": (["{good}"], NOUR),
    "program:good-step": (["{good}", "pause"], NOUR),
    "program:orders": ([], OFFICE),
    "program:order": (["{order}"], OFFICE),
    "program:order-cancel": (["{order}", "{asked}"], NOUR),
    "program:cash": ([], MONEY),
    "program:payouts": ([], MONEY),
    "program:payout-propose": ([], CLERK),
    "program:payout-run": (["{run}"], MONEY),
    "program:payout-approve": (["{run}"], APPROVER),
    "program:payout-settle": (["{run}"], CLERK | APPROVER),
    "program:payout-send-back": (["{run}"], APPROVER),
    "program:payout-hold": (["{run}", "{payout}"], CLERK | APPROVER),
    "program:design": ([], EVERYBODY),
    "programme:training": ([], OFFICE | TEACHERS),
    "programme:cohort": (["{cohort}"], OFFICE | TEACHERS),
    "programme:cohort-plan": (["{cohort}"], NOUR | {"trainer"}),
    "programme:cohort-enrol": (["{cohort}"], NOUR | {"trainer"}),
    "programme:session": (["{session}"], OFFICE | TEACHERS),
    "programme:session-walk-in": (["{session}"], TEACHERS),
    "programme:income": ([], OFFICE | MONEY),
    "programme:income-csv": ([], OFFICE | MONEY),
    "programme:income-xlsx": ([], OFFICE | MONEY),
    "programme:income-entries": (["{shop_key}", "2026-11"], OFFICE | MONEY),
}


@dataclass
class World:
    """What stands in the addresses, and who comes."""

    people: dict[str, User | None]
    facts: dict[str, Any]

    def address(self, name: str, arguments: list[Any]) -> str:
        return reverse(name, args=[self.facts[one[1:-1]] if str(one).startswith("{") else one for one in arguments])


@pytest.fixture
def world(amals_group, amals_shop, amal, yusuf, jar_of_honey, hub, samir, rania, leila, nour, huda, omar) -> World:
    """An order of Rania's at Amal's in each state that has a screen, a run of Huda's, a session; strangers of every role."""
    asked, waiting, sold = (parcel_of(make_order({jar_of_honey: 1}, hub, buyer=rania), amals_shop) for _ in range(3))
    for parcel in (waiting, sold):
        carry(parcel, ConsignmentState.AT_HUB, seller=amal, hub_staff=samir)
    deliver.hand_over(sold.pk, by=samir, holder=f"hub:{hub.pk}", reason="أعرفها")
    payouts.set_payee(amals_shop, PayoutMethod.CASH, by=amal)
    Page.objects.bulk_create(Page(slug=slug, title_ar="صفحة") for slug in ("delivery", "join", "complaints"))
    run = payouts.propose_run(until=timezone.localdate(), pay_on=timezone.localdate(), by=huda)
    cohort = Cohort.objects.create(course=Course.objects.create(title_ar="سلامة الغذاء"), name="الأول", locality=locality())
    session = Session.objects.create(cohort=cohort, held_on=timezone.localdate(), starts="10:00", ends="12:00")
    facts = {
        "shop": amals_shop.code,
        "shop_key": amals_shop.pk,
        "good": jar_of_honey.pk,
        "order": asked.order.number,
        "asked": asked.reference,
        "waiting": waiting.reference,
        "sale": Transaction.objects.get(key=f"delivered:{sold.reference}").pk,
        "run": run.pk,
        "payout": run.payouts.get().pk,
        "cohort": cohort.pk,
        "session": session.pk,
    }
    known = {"rania": rania, "leila": leila, "amal": amal, "yusuf": yusuf, "samir": samir, "nour": nour, "huda": huda, "omar": omar}
    return World({"visitor": None, **known, **strangers()}, facts)


def strangers() -> dict[str, User]:
    other: Hub = make_hub("jenin", "نقطة جنين", "Jenin hub")
    roles = [Role.AUDITOR, Role.TRAINER, Role.FACILITATOR, Role.DRIVER, Role.ADMINISTRATOR]
    return {"ziad": grant(make_user(), Role.HUB_STAFF, other), **{role.value: grant(make_user(), role) for role in roles}}


def names(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from names(one.url_patterns, f"{space}{one.namespace}:" if one.namespace else space)
        else:
            assert one.name, f"an address without a name: {one.pattern}"
            yield space + one.name


def test_every_address_has_its_line():
    there = set(names(get_resolver().url_patterns)) - {"media"}  # files of the demo world
    assert (there - MAY.keys(), MAY.keys() - there) == (set(), set())


def test_a_person_of_every_role_comes(world):
    assert world.people.keys() == EVERYBODY


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_nobody_comes_further_than_she_may(world, who):
    user = world.people[who]
    wrong = []
    for name, (arguments, may) in MAY.items():
        if may == EVERYBODY and who not in ("visitor", "amal"):
            continue  # open doors: one who is signed in and one who is not are enough
        address = world.address(name, arguments)
        answers = [ask(user, method, address) for method in ("get", "post")]
        if any(status >= 500 for status, _writes in answers):
            wrong.append((name, "broke", answers))
        if who in may and not any(was_let_in(status) for status, _writes in answers):
            wrong.append((name, "was kept out", answers))
        if who not in may and (any(was_let_in(status) for status, _writes in answers) or any(writes for _status, writes in answers)):
            wrong.append((name, "came in", answers))
    assert not wrong, "\n".join(map(str, wrong))


def ask(user: User | None, method: str, address: str) -> tuple[int, list[str]]:
    """The status (401 for the way to sign in) and what was written of the shop's own; afterwards nothing has happened."""
    browser = browser_of(user)
    browser.raise_request_exception = False
    with transaction.atomic(), CaptureQueriesContext(connection) as captured:
        answer = getattr(browser, method)(address)
        transaction.set_rollback(True)
    to_sign_in = answer.status_code == 302 and answer["Location"].startswith(reverse("sign-in")) and "next=" in answer["Location"]
    return 401 if to_sign_in else answer.status_code, [query["sql"] for query in captured if is_write(query["sql"])]


def is_write(sql: str) -> bool:
    return sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")) and "django_session" not in sql


def was_let_in(status: int) -> bool:
    return status not in (401, 403, 404, 405)
