"""my/earnings/: her figures, her rows, nobody else's."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.ledger import services as ledger
from marketplace.ledger.models import Transaction
from marketplace.partner.models import Partner
from marketplace.payouts import services as payouts
from marketplace.payouts.queries import next_pay_day, pay_day_of, payee_of
from marketplace.payouts.states import PayoutMethod
from producers.earnings import statements_of
from producers.models import Group
from tests.factories.people import browser_of
from tests.payouts.conftest import IBAN

pytestmark = pytest.mark.django_db
MINE = "/en/my/earnings/"
CANARY = 77_777


def sell(partner: Partner, reference: str, goods: int, when: datetime | None = None) -> Transaction:
    moment = when or timezone.now()
    ledger.cash_taken(reference, holder="hub:2", amount=goods + 1_234, by=None, occurred_at=moment)
    return ledger.delivered(reference, partner_id=partner.pk, goods=goods, fee=goods // 10, delivery=1_234, by=None, occurred_at=moment)


@pytest.fixture
def sale(amals_group: Group, amals_shop: Partner, yusufs_farm: Partner, yusuf: User) -> Transaction:
    """Amal's group sold for 100 ₪ this month; Yusuf for a sum that must not be seen."""
    sell(yusufs_farm, "CANARY-2", CANARY)
    return sell(amals_shop, "K7-1", 10_000)


def text_of(user: User, path: str = MINE) -> str:
    answer = browser_of(user).get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_gross_fee_net_and_due_come_from_the_books(sale: Transaction, amal: User) -> None:
    text = text_of(amal)

    for amount in ("100.00 ₪", "−10.00 ₪", "90.00 ₪"):
        assert amount in text
    assert "K7-1" in text
    assert f"/en/my/earnings/{sale.pk}/" in text


def test_a_month_carries_on_what_was_due_before(amals_shop: Partner, huda: User, omar: User) -> None:
    last_month = timezone.now().replace(day=1) - timedelta(days=5)
    sell(amals_shop, "K-1", 10_000, last_month)
    sell(amals_shop, "K-2", 5_000)
    payouts.set_payee(amals_shop, PayoutMethod.CASH, by=huda)
    run = payouts.propose_run(until=timezone.localdate(last_month), pay_on=timezone.localdate(), by=huda)
    payouts.approve(run.pk, by=omar)
    payouts.settle(run.pk, by=huda)

    now, before = statements_of(amals_shop.pk)

    assert (before.before, before.figures.net, before.figures.paid, before.due) == (0, 9_000, 0, 9_000)
    assert (now.before, now.figures.net, now.figures.paid, now.due) == (9_000, 4_500, 9_000, 4_500)
    assert [line.agorot for line in now.lines] == [5_000, -500, 4_500, 9_000, -9_000, 4_500]


def test_a_line_opens_her_rows_in_plain_words(sale: Transaction, amal: User, amals_shop: Partner) -> None:
    text = text_of(amal, f"{MINE}{sale.pk}/")

    for words in ("Price of the goods", "100.00 ₪", "−10.00 ₪", "90.00 ₪", "Due to the seller", "Programme fee"):
        assert words in text
    for entry in sale.entries.filter(partner=amals_shop):
        assert f"<bdi>{entry.pk}</bdi>" in text


def test_what_is_the_buyers_or_anothers_is_not_shown(sale: Transaction, amal: User) -> None:
    text = text_of(amal) + text_of(amal, f"{MINE}{sale.pk}/")

    for canary in ("CANARY", "777.77", "12.34", "112.34", "Buyer deposits", "Delivery income", "Cash with holder", "مزرعة يوسف"):
        assert canary not in text
    for entry in sale.entries.filter(partner=None):
        assert f"<bdi>{entry.pk}</bdi>" not in text


def test_transactions_without_her_rows_are_not_there(sale: Transaction, amal: User) -> None:
    browser = browser_of(amal)

    for key in ("delivered:CANARY-2", "cash:CANARY-2", "cash:K7-1"):
        assert browser.get(f"{MINE}{Transaction.objects.get(key=key).pk}/").status_code == 404
    assert browser.get(f"{MINE}999999/").status_code == 404


def test_members_of_a_group_see_the_same_and_strangers_nothing(sale: Transaction, basma: User, rania: User, samir: User) -> None:
    assert "90.00 ₪" in text_of(basma)
    for stranger in (rania, samir):
        for path in (MINE, f"{MINE}{sale.pk}/", f"{MINE}payee/"):
            assert browser_of(stranger).get(path).status_code == 403
    assert browser_of().get(MINE).status_code == 302


@pytest.mark.parametrize(
    ("today", "day"),
    [(date(2026, 11, 24), date(2026, 11, 26)), (date(2026, 11, 26), date(2026, 11, 26)), (date(2026, 11, 27), date(2026, 12, 3))],
)
def test_pay_day_is_the_next_thursday(today: date, day: date) -> None:
    assert next_pay_day(today) == day


def test_when_am_i_paid_follows_the_open_run(sale: Transaction, amals_shop: Partner, amal: User, huda: User, omar: User) -> None:
    assert pay_day_of(amals_shop.pk).amount is None
    payouts.set_payee(amals_shop, PayoutMethod.IBAN, IBAN, by=huda)
    day = timezone.localdate() + timedelta(days=9)
    run = payouts.propose_run(until=timezone.localdate(), pay_on=day, by=huda)

    found = pay_day_of(amals_shop.pk)
    assert (found.day, found.amount, found.is_held) == (day, 9_000, False)
    payouts.hold(run.payouts.get(partner=amals_shop).pk, reason="We call her first", by=omar)
    text = text_of(amal)
    assert "Your payment is held" in text
    assert "We call her first" not in text


def test_she_says_how_she_is_paid_and_sees_it_masked(sale: Transaction, amal: User, amals_shop: Partner) -> None:
    assert "Say how you want to be paid" in text_of(amal)

    refused = browser_of(amal).post(f"{MINE}payee/", {"method": "iban", "where": "PS00"}).content.decode()
    assert "not a whole Palestinian IBAN" in refused
    assert payee_of(amals_shop.pk) is None

    browser_of(amal).post(f"{MINE}payee/", {"method": "iban", "where": "ps92 pals 0000 0000 0400 1234 5670 2"})
    for path in (MINE, f"{MINE}payee/"):
        assert "6702" in text_of(amal, path)
        assert "123456702" not in text_of(amal, path)


@pytest.mark.parametrize("path", ["?month=2026-13", "?month=", "?month=%27", "?month=1999-01"])
def test_an_unknown_month_shows_the_newest(path: str, sale: Transaction, amal: User) -> None:
    assert "90.00 ₪" in text_of(amal, MINE + path)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("sales", [1, 3])
def test_the_page_asks_the_same_however_many_sales(sales: int, language: str, amals_group: Group, amals_shop: Partner, amal: User) -> None:
    for number in range(sales):
        sell(amals_shop, f"K-{number}", 1_000, timezone.now() - timedelta(minutes=number))
    browser: Any = browser_of(amal)

    with CaptureQueriesContext(connection) as queries:
        text = browser.get(f"/{language}/my/earnings/").content.decode()

    assert text.count(f"/{language}/my/earnings/") >= sales
    assert len(queries) == 9


def test_a_sale_at_midnight_belongs_to_the_month_here(amals_shop: Partner) -> None:
    sell(amals_shop, "K-1", 1_000, datetime(2026, 10, 31, 22, 1, tzinfo=UTC))

    assert date(2026, 11, 1) in {statement.month for statement in statements_of(amals_shop.pk) if statement.figures.net}
