"""program/income/: what each seller earned in each month, from the books."""

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from marketplace.accounts.models import User
from marketplace.accounts.rules import Role
from marketplace.ledger import services as ledger
from marketplace.ledger.kinds import AccountKind, TransactionKind
from marketplace.partner.models import Partner
from producers.models import Group
from tests.factories.people import browser_of, grant, make_partner, make_user
from training.queries import IncomeFilter, income, net_by_month, total_of

pytestmark = pytest.mark.django_db
NOVEMBER, OCTOBER = date(2026, 11, 1), date(2026, 10, 1)
BOTH = IncomeFilter(OCTOBER, NOVEMBER)


def sell(partner: Partner, reference: str, goods: int, when: datetime) -> None:
    ledger.delivered(reference, partner_id=partner.pk, goods=goods, fee=goods // 10, delivery=700, by=None, occurred_at=when)


def pay(partner: Partner, amount: int, when: datetime) -> None:
    seller, bank = ledger.account(AccountKind.SELLER_PAYABLE, f"partner:{partner.pk}"), ledger.account(AccountKind.BANK)
    lines = [ledger.Posting(seller, amount, partner.pk), ledger.Posting(bank, -amount)]
    ledger.post(f"pay:{partner.pk}:{when}", kind=TransactionKind.PAYOUT, subject="x", entries=lines, occurred_at=when)


@pytest.fixture
def sales(amals_shop: Partner, amals_group: Group, yusufs_farm: Partner, yusuf: User) -> None:
    sell(amals_shop, "K-1", 10_000, datetime(2026, 10, 5, 9, tzinfo=UTC))
    sell(amals_shop, "K-2", 5_000, datetime(2026, 11, 5, 9, tzinfo=UTC))
    sell(amals_shop, "K-3", 1_000, datetime(2026, 11, 6, 9, tzinfo=UTC))
    pay(amals_shop, 9_000, datetime(2026, 11, 7, 9, tzinfo=UTC))
    sell(yusufs_farm, "K-4", 2_000, datetime(2026, 11, 8, 9, tzinfo=UTC))


def test_rows_are_seller_by_month_with_gross_fee_net_and_paid(sales: None) -> None:
    rows = [(row.seller, row.month, row.gross, row.fee, row.net, row.paid) for row in income(BOTH)]

    assert rows == [
        ("مزرعة يوسف", NOVEMBER, 2_000, 200, 1_800, 0),
        ("نساء بورين", NOVEMBER, 6_000, 600, 5_400, 9_000),
        ("نساء بورين", OCTOBER, 10_000, 1_000, 9_000, 0),
    ]
    total = total_of(income(BOTH))
    assert (total.gross, total.fee, total.net, total.paid) == (18_000, 1_800, 16_200, 9_000)
    assert net_by_month(income(BOTH)) == {OCTOBER: 9_000, NOVEMBER: 7_200}


def test_people_are_the_producer_or_the_members_of_the_group(sales: None) -> None:
    people = {row.seller: row.people for row in income(IncomeFilter(NOVEMBER, NOVEMBER))}

    assert people == {"مزرعة يوسف": "يوسف دراغمة", "نساء بورين": "أمل عودة، بسمة نجار"} or people["نساء بورين"].startswith("أمل عودة")
    assert "بسمة" not in people["مزرعة يوسف"]


def test_a_month_begins_at_midnight_in_hebron(amals_shop: Partner) -> None:
    sell(amals_shop, "K-1", 1_000, datetime(2026, 10, 31, 21, 59, tzinfo=UTC))
    sell(amals_shop, "K-2", 2_000, datetime(2026, 10, 31, 22, 1, tzinfo=UTC))

    assert [(row.month, row.gross) for row in income(BOTH)] == [(NOVEMBER, 2_000), (OCTOBER, 1_000)]


def test_a_refund_lowers_and_a_reversed_payout_is_no_sale(amals_shop: Partner) -> None:
    now = datetime(2026, 11, 8, 9, tzinfo=UTC)
    sell(amals_shop, "K-1", 10_000, now)
    ledger.refunded("K-1", partner_id=amals_shop.pk, goods=4_000, fee=400, holder="hub:2", by=None, occurred_at=now)
    pay(amals_shop, 2_000, now)
    paid = amals_shop and ledger.post("x", kind=TransactionKind.PAYOUT, subject="x", entries=_payout(amals_shop, 1_000), occurred_at=now)
    ledger.reverse(paid, key="back:x", by=None)

    row = total_of(income(IncomeFilter(OCTOBER, date(2030, 1, 1))))

    assert (row.gross, row.fee, row.net, row.paid) == (6_000, 600, 5_400, 2_000)


def _payout(partner: Partner, amount: int) -> list[ledger.Posting]:
    seller = ledger.account(AccountKind.SELLER_PAYABLE, f"partner:{partner.pk}")
    return [ledger.Posting(seller, amount, partner.pk), ledger.Posting(ledger.account(AccountKind.BANK), -amount)]


def test_filters_leave_the_others_out(sales: None, amals_shop: Partner, yusufs_farm: Partner) -> None:
    def sellers(**wanted: object) -> set[str]:
        return {row.seller for row in income(IncomeFilter(OCTOBER, NOVEMBER, **wanted))}  # type: ignore[arg-type]

    assert sellers(kind="womens_group") == {"نساء بورين"}
    assert sellers(kind="youth") == set()
    assert sellers(partner_id=yusufs_farm.pk) == {"مزرعة يوسف"}
    assert amals_shop.locality is not None
    assert sellers(governorate=amals_shop.locality.governorate_id) == {"نساء بورين", "مزرعة يوسف"}
    assert sellers(governorate="none") == set()
    assert {row.seller for row in income(IncomeFilter(OCTOBER, OCTOBER))} == {"نساء بورين"}


@pytest.mark.parametrize("sellers", [1, 3])
def test_two_queries_whatever_the_number_of_rows(sellers: int) -> None:
    for number in range(sellers):
        sell(make_partner(f"بائع {number}", f"Seller {number}"), f"K-{number}", 1_000, datetime(2026, 11, 5, 9, tzinfo=UTC))

    with CaptureQueriesContext(connection) as queries:
        assert len(income(BOTH)) == sellers

    assert len(queries) == 2


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("sellers", [1, 3])
def test_the_page_asks_the_same_however_many_rows(sellers: int, language: str, nour: User) -> None:
    for number in range(sellers):
        sell(make_partner(f"بائع {number}", f"Seller {number}"), f"K-{number}", 1_000, datetime(2026, 11, 5, 9, tzinfo=UTC))
    browser = browser_of(nour)

    with CaptureQueriesContext(connection) as queries:
        answer = browser.get(f"/{language}/program/income/?first=2026-10&last=2026-11")

    assert answer.content.decode().count("<tr>") == sellers + 2
    assert len(queries) == 7


def test_screen_csv_and_workbook_say_the_same(sales: None, huda: User) -> None:
    browser, choice = browser_of(huda), "?first=2026-10&last=2026-11&kind=womens_group"
    screen = browser.get(f"/ar/program/income/{choice}").content.decode()
    lines = list(csv.reader(StringIO(browser.get(f"/ar/program/income.csv{choice}").content.decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(BytesIO(browser.get(f"/ar/program/income.xlsx{choice}").content)).active

    assert sheet is not None and sheet.sheet_view.rightToLeft
    book = [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert len(lines) == len(book) == 4
    for line, row in zip(lines[1:], book[1:], strict=True):
        assert line[:5] == row[:5]
        assert [float(amount) for amount in line[5:]] == row[5:]
        assert f"{float(line[7]):,.2f} ₪" in screen
    assert "مزرعة يوسف" not in "".join(line[1] for line in lines)
    assert lines[-1][5:] == ["160.00", "16.00", "144.00", "90.00"]


def test_a_sellers_month_opens_its_ledger_rows(sales: None, nour: User, amals_shop: Partner) -> None:
    page = browser_of(nour).get(f"/en/program/income/{amals_shop.pk}/2026-11/").content.decode()

    assert "K-2" in page and "K-3" in page
    assert "K-1" not in page and "K-4" not in page
    assert browser_of(nour).get(f"/en/program/income/{amals_shop.pk}/2026-13/").status_code == 404
    assert browser_of(nour).get("/en/program/income/999999/2026-11/").status_code == 404


@pytest.mark.parametrize("name", ["samir", "amal", "rania"])
def test_who_must_not_see_income_does_not(name: str, request: pytest.FixtureRequest, sales: None, amals_shop: Partner) -> None:
    browser = browser_of(request.getfixturevalue(name))

    for path in ("income/", "income.csv", "income.xlsx", f"income/{amals_shop.pk}/2026-11/"):
        answer = browser.get(f"/ar/program/{path}")
        assert answer.status_code == 403
        assert "144.00" not in answer.content.decode(errors="replace")


def test_a_visitor_signs_in_first_and_the_auditor_reads(sales: None) -> None:
    auditor = grant(make_user("مدققة"), Role.AUDITOR)

    assert browser_of().get("/ar/program/income.csv").status_code == 302
    assert browser_of(auditor).get("/ar/program/income/").status_code == 200


def test_a_mistyped_month_is_said_and_shows_the_last_six(sales: None, nour: User) -> None:
    page = browser_of(nour).get("/en/program/income/?first=yesterday").content.decode()

    assert "Write the month like this: 2026-11" in page


def test_months_in_the_wrong_order_are_said(nour: User) -> None:
    page = browser_of(nour).get("/en/program/income/?first=2026-11&last=2026-09").content.decode()

    assert "The last month lies before the first" in page


def test_names_follow_the_language(sales: None) -> None:
    with translation.override("en"):
        assert {row.seller for row in income(BOTH)} == {"Women of Burin", "Yusuf's farm"}
