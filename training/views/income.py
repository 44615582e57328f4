"""program/income/: what each seller earned in each month, read from the books; the same rows on screen, as CSV and as XLSX."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marketplace.accounts.access import role_required
from marketplace.accounts.rules import Role
from marketplace.desk.nav import program_nav
from marketplace.ledger.figures import Figures
from marketplace.ledger.queries import movements_of
from marketplace.partner.models import Partner
from marketplace.reports.sheets import csv_answer, xlsx_answer
from marketplace.reports.tables import Column, Kind, Table
from training.charts import PHONE, WIDE, bars_of, words
from training.forms import IncomeForm
from training.queries import IncomeFilter, income, net_by_month, total_of

MAY_SEE = (Role.PROGRAMME_OFFICER, Role.FINANCE_CLERK, Role.FINANCE_APPROVER, Role.AUDITOR)
ROWS_SHOWN = 200
COLUMNS = (
    Column("month", _("Month"), Kind.MONTH),
    Column("seller", _("Seller")),
    Column("people", _("People")),
    Column("kind", _("Kind of seller")),
    Column("governorate", _("Governorate")),
    Column("gross", pgettext_lazy("income", "Gross sales"), Kind.MONEY),
    Column("fee", _("Programme fee"), Kind.MONEY),
    Column("net", pgettext_lazy("income", "Net"), Kind.MONEY),
    Column("paid", pgettext_lazy("income", "Paid"), Kind.MONEY),
)


def table_of(wanted: IncomeFilter) -> Table:
    """The income report for a choice of rows."""
    rows = income(wanted)
    return Table(_("Income of the producers"), COLUMNS, rows, total_of(rows))


@role_required(*MAY_SEE)
def income_page(request: HttpRequest) -> HttpResponse:
    """The report on screen: filters, bars of the months, rows, total."""
    form = IncomeForm(request.GET)
    table = table_of(form.wanted())
    months = net_by_month(table.rows)
    rtl = translation.get_language_bidi()
    facts = {
        "nav": program_nav(request, "programme:income"),
        "form": form,
        "table": table,
        "rows": table.rows[:ROWS_SHOWN],
        "left_out": max(len(table.rows) - ROWS_SHOWN, 0),
        "wide": bars_of(months, WIDE, rtl=rtl),
        "phone": bars_of(months, PHONE, rtl=rtl),
        "chart_words": words(months),
    }
    return render(request, "training/income.html", facts)


@role_required(*MAY_SEE)
def income_csv(request: HttpRequest) -> HttpResponse:
    """The same rows as CSV."""
    return csv_answer(table_of(IncomeForm(request.GET).wanted()), "income")


@role_required(*MAY_SEE)
def income_xlsx(request: HttpRequest) -> HttpResponse:
    """The same rows as a workbook, from right to left in Arabic."""
    return xlsx_answer(table_of(IncomeForm(request.GET).wanted()), "income", right_to_left=translation.get_language_bidi())


@role_required(*MAY_SEE)
def income_entries(request: HttpRequest, partner_id: int, month: str) -> HttpResponse:
    """What one seller's month is made of: every transaction, with its number in the books."""
    seller = get_object_or_404(Partner, pk=partner_id)
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError as error:
        raise Http404 from error
    moved = movements_of(seller.pk, first)
    facts = {
        "nav": program_nav(request, "programme:income"),
        "seller": seller,
        "month": first,
        "movements": moved,
        "total": sum((movement.figures for movement in moved), Figures()),
    }
    return render(request, "training/income_entries.html", facts)
