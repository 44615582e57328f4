"""One table, two kinds of files, no formulas."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from marketplace.reports.sheets import csv_answer, csv_of, harmless, xlsx_answer, xlsx_of
from marketplace.reports.tables import Column, Kind, Table


@dataclass(frozen=True)
class Row:
    name: str
    month: date | None
    net: int


COLUMNS = (Column("name", "البائع"), Column("month", "الشهر", Kind.MONTH), Column("net", "الصافي", Kind.MONEY))
NASTY = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", " =1+1", '=HYPERLINK("http://evil")']
TABLE = Table(
    "دخل", COLUMNS, [Row("سيدات بورين", date(2026, 11, 1), 123_450), Row("=1+1", date(2026, 10, 1), -50)], Row("المجموع", None, 123_400)
)


def test_csv_is_utf8_with_a_mark_and_plain_shekels() -> None:
    assert csv_of(TABLE) == "\ufeffالبائع,الشهر,الصافي\r\nسيدات بورين,2026-11,1234.50\r\n'=1+1,2026-10,-0.50\r\nالمجموع,,1234.00\r\n"


@pytest.mark.parametrize("text", NASTY)
def test_no_cell_of_a_csv_begins_like_a_formula(text: str) -> None:
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["", "مزرعة", "0599", "a=b", "Valley farm (Al-Auja)"])
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_a_workbook_holds_text_as_text_and_money_as_numbers() -> None:
    table = Table("دخل", COLUMNS, [Row(text, date(2026, 11, 1), 123_450) for text in NASTY])

    sheet = openpyxl.load_workbook(BytesIO(xlsx_of(table, right_to_left=True))).active

    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == ["البائع", "الشهر", "الصافي"]
    for line, text in enumerate(NASTY, start=2):
        assert (sheet.cell(line, 1).value, sheet.cell(line, 1).data_type) == (text, "s")
        assert (sheet.cell(line, 3).value, sheet.cell(line, 3).data_type) == (1234.5, "n")
    assert sheet.sheet_view.rightToLeft


def test_a_workbook_in_english_runs_from_left_to_right() -> None:
    sheet = openpyxl.load_workbook(BytesIO(xlsx_of(TABLE, right_to_left=False))).active

    assert sheet is not None and not sheet.sheet_view.rightToLeft
    assert [cell.value for cell in sheet[4]] == ["المجموع", "", 1234]


def test_downloads_are_named_and_not_kept_by_caches() -> None:
    for answer, name in ((csv_answer(TABLE, "income"), "income.csv"), (xlsx_answer(TABLE, "income", right_to_left=True), "income.xlsx")):
        assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
        assert answer["Cache-Control"] == "no-store"
