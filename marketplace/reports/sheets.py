"""CSV and XLSX of a table. No cell can become a formula, whatever a seller called her shop."""

import csv
from decimal import Decimal
from io import BytesIO, StringIO

import xlsxwriter
from django.http import HttpResponse

from marketplace.reports.tables import Column, Kind, Table, plain

BOM = "\ufeff"  # Excel reads a CSV as UTF-8 only with it
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = {Kind.TEXT: 26, Kind.MONTH: 10, Kind.MONEY: 14}


def harmless(text: str) -> str:
    """Return text as a CSV cell that no spreadsheet reads as a formula: an apostrophe in front where it would."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def csv_of(table: Table) -> str:
    """Return the table as CSV with a byte order mark; money in shekels with a point."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([harmless(str(column.label)) for column in table.columns])
    for row in table.lines:
        writer.writerow([_cell(row, column) for column in table.columns])
    return BOM + out.getvalue()


def _cell(row: object, column: Column) -> str:
    value = plain(getattr(row, column.name), column.kind)
    return str(value) if isinstance(value, Decimal) else harmless(value)


def xlsx_of(table: Table, *, right_to_left: bool) -> bytes:
    """Return the table as a workbook of one sheet; money are numbers in shekels, text is written as text."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        bold, money = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0.00"})
        if right_to_left:
            sheet.right_to_left()
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, WIDTHS[column.kind])
            sheet.write_string(0, place, str(column.label), bold)
        for line, row in enumerate(table.lines, start=1):
            for place, column in enumerate(table.columns):
                _write(sheet, line, place, plain(getattr(row, column.name), column.kind), money)
    return out.getvalue()


def _write(sheet: xlsxwriter.worksheet.Worksheet, line: int, place: int, value: str | Decimal, money: object) -> None:
    if isinstance(value, Decimal):
        sheet.write_number(line, place, value, money)
    else:
        sheet.write_string(line, place, value)


def csv_answer(table: Table, name: str) -> HttpResponse:
    """Answer with the CSV as a download."""
    return _download(csv_of(table).encode(), "text/csv; charset=utf-8", f"{name}.csv")


def xlsx_answer(table: Table, name: str, *, right_to_left: bool) -> HttpResponse:
    """Answer with the workbook as a download."""
    return _download(xlsx_of(table, right_to_left=right_to_left), XLSX, f"{name}.xlsx")


def _download(content: bytes, content_type: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer
