"""my/earnings/: what she sold for, what the programme kept, what was paid and what is due; every line opens its rows in the books."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from marketplace.core.navigation import Place
from marketplace.core.templatetags.mahalli import month as month_words
from marketplace.ledger.owners import reference_of
from marketplace.payouts import services
from marketplace.payouts.forms import PayeeForm
from marketplace.payouts.queries import pay_day_of, payee_of
from marketplace.payouts.states import PayoutMethod
from producers.access import producer_required
from producers.earnings import Statement, events_of, rows_of, statements_of
from producers.views.own.nav import nav_for

TABS = 4


def _chosen(request: HttpRequest, statements: list[Statement]) -> Statement:
    """The month asked for, else the newest."""
    wanted = request.GET.get("month", "")
    return next((one for one in statements if f"{one.month:%Y-%m}" == wanted), statements[0])


def _tabs(statements: list[Statement], chosen: date) -> list[Place]:
    """The newest months, and the chosen one where it is older."""
    shown = statements[:TABS] + [one for one in statements[TABS:] if one.month == chosen]
    return [Place(f"?month={one.month:%Y-%m}", month_words(one.month), current=one.month == chosen) for one in shown]


@producer_required
def earnings(request: HttpRequest) -> HttpResponse:
    """One month with its lines, what is due now, and when it is paid."""
    statements = statements_of(request.partner.pk)
    chosen = _chosen(request, statements)
    facts = {
        "nav": nav_for(request, "my:earnings"),
        "who": request.partner.name,
        "tabs": _tabs(statements, chosen.month),
        "older": statements[TABS:],
        "statement": chosen,
        "due": statements[0].due,
        "pay_day": pay_day_of(request.partner.pk),
        "payee": payee_of(request.partner.pk),
        "events": events_of(request.partner.pk, chosen.month),
    }
    return render(request, "producers/earnings.html", facts)


@producer_required
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Her own rows of one transaction; a transaction without any is not there for her."""
    rows = rows_of(request.partner.pk, pk)
    if rows is None:
        raise Http404
    facts = {
        "nav": nav_for(request, "my:earnings"),
        "who": request.partner.name,
        "rows": rows,
        "pk": pk,
        "reference": reference_of(rows.entries[0].transaction.subject),
    }
    return render(request, "producers/earnings_entry.html", facts)


@producer_required
def payee(request: HttpRequest) -> HttpResponse:
    """How she wants to be paid. What is kept is never shown again in full."""
    current = payee_of(request.partner.pk)
    form = PayeeForm(request.POST or None, initial={"method": current.method if current else PayoutMethod.CASH})
    if request.method == "POST" and form.is_valid():
        method = PayoutMethod(form.cleaned_data["method"])
        services.set_payee(request.partner, method, form.cleaned_data["where"], by=request.user)
        messages.success(request, _("Saved. It holds from the next payout run."))
        return redirect("my:earnings")
    facts = {"nav": nav_for(request, "my:earnings"), "who": request.partner.name, "form": form, "payee": current}
    return render(request, "producers/earnings_payee.html", facts)
