"""program/payouts/: the clerk proposes and settles, another person approves or sends back; the auditor reads."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marketplace.accounts.access import role_required
from marketplace.accounts.queries import has_role
from marketplace.accounts.rules import Role
from marketplace.core.errors import DomainError
from marketplace.desk.nav import program_nav
from marketplace.ledger.queries import due_now
from marketplace.payouts import services
from marketplace.payouts.forms import ReasonForm, RunForm
from marketplace.payouts.models import Payout, PayoutRun
from marketplace.payouts.queries import OPEN, changed_lately, payouts_in, runs
from marketplace.payouts.states import RunState

CLERK, APPROVER, AUDITOR = Role.FINANCE_CLERK, Role.FINANCE_APPROVER, Role.AUDITOR
PAGE = 20


def _try(request: HttpRequest, done: str, step: Callable[[], Any]) -> Any:
    """Take a step; say what came of it. Returns what the step returned, None where it was refused."""
    try:
        result = step()
    except DomainError as error:
        messages.error(request, error.reader_text)
        return None
    messages.success(request, done)
    return result


@role_required(CLERK, APPROVER, AUDITOR)
def payouts(request: HttpRequest) -> HttpResponse:
    """All runs, newest first; the clerk proposes where none is open."""
    page = Paginator(runs(), PAGE).get_page(request.GET.get("page"))
    is_open = any(run.state in OPEN for run in page)
    facts = {
        "nav": program_nav(request, "program:payouts"),
        "page": page,
        "may_propose": has_role(request.user, CLERK) and not is_open,
    }
    return render(request, "staff/payouts/list.html", facts)


@role_required(CLERK)
def propose(request: HttpRequest) -> HttpResponse:
    """Choose the days; the amounts come from the ledger."""
    form = RunForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        days = form.cleaned_data
        run = _try(
            request,
            _("Proposed. Another person can approve it now."),
            lambda: services.propose_run(until=days["until"], pay_on=days["pay_on"], by=request.user),
        )
        if run:
            return redirect("program:payout-run", run.pk)
    return render(request, "staff/payouts/propose.html", {"nav": program_nav(request, "program:payouts"), "form": form})


@role_required(CLERK, APPROVER, AUDITOR)
def run_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One run: totals, warnings, each seller, and the next step of whoever reads."""
    run = get_object_or_404(runs(), pk=pk)
    rows, changed = list(payouts_in(run)), changed_lately(run)
    facts = {
        "nav": program_nav(request, "program:payouts"),
        "run": run,
        "rows": rows,
        "changed": [row for row in rows if row.partner_id in changed and not row.is_held],
        "unknown": [row for row in rows if row.payee is None],
        "short": _short(run, rows),
        **_steps(request, run),
    }
    return render(request, "staff/payouts/run.html", facts)


def _short(run: PayoutRun, rows: list[Payout]) -> list[Payout]:
    """Payouts of an open run that are more than what is due by now."""
    if run.state not in OPEN:
        return []
    due = due_now(row.partner_id for row in rows)
    return [row for row in rows if not row.is_held and due.get(row.partner_id, 0) < row.amount_agorot]


def _steps(request: HttpRequest, run: PayoutRun) -> dict[str, bool]:
    """What this reader may do with this run now."""
    approver, finance = has_role(request.user, APPROVER), has_role(request.user, CLERK, APPROVER)
    is_proposed, is_own = run.state == RunState.PROPOSED, run.proposed_by_id == request.user.pk
    return {
        "may_approve": approver and is_proposed and not is_own,
        "may_send_back": approver and is_proposed,
        "may_settle": finance and run.state == RunState.APPROVED,
        "may_hold": finance and run.state in OPEN,
        "waits": is_proposed and (is_own or not approver),
    }


@role_required(APPROVER)
@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve a run another person proposed."""
    run = get_object_or_404(PayoutRun, pk=pk)
    _try(request, _("Approved. It can be paid now."), lambda: services.approve(run.pk, by=request.user))
    return redirect("program:payout-run", pk)


@role_required(CLERK, APPROVER)
@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Book a run as paid."""
    run = get_object_or_404(PayoutRun, pk=pk)
    _try(request, _("Paid and booked."), lambda: services.settle(run.pk, by=request.user))
    return redirect("program:payout-run", pk)


@role_required(APPROVER)
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a run back; asks for the reason first."""
    run = get_object_or_404(PayoutRun, pk=pk)
    words = {
        "question": _("Send this payout run back?"),
        "will": [_("Nobody is paid. What is due stays due, and the clerk proposes a new run.")],
        "action": _("Send it back"),
    }
    return _with_reason(
        request, run.pk, words, _("Sent back. Nobody was paid."), lambda reason: services.send_back(run.pk, reason=reason, by=request.user)
    )


@role_required(CLERK, APPROVER)
def hold(request: HttpRequest, pk: int, payout_pk: int) -> HttpResponse:
    """Hold one payout; asks for the reason first."""
    payout = get_object_or_404(Payout.objects.select_related("partner"), pk=payout_pk, run=pk)
    words = {
        "question": _("Hold the payout of %(seller)s?") % {"seller": payout.partner.name},
        "will": [_("It is left out of this run. What is due stays due until the next one.")],
        "action": _("Hold this payout"),
    }
    return _with_reason(
        request, pk, words, _("Held until the next payout run."), lambda reason: services.hold(payout.pk, reason=reason, by=request.user)
    )


def _with_reason(request: HttpRequest, pk: int, words: dict[str, Any], done: str, step: Callable[[str], Any]) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _try(request, done, lambda: step(form.cleaned_data["reason"]))
        return redirect("program:payout-run", pk)
    facts = {
        "skeleton": "base_program.html",
        "nav": program_nav(request, "program:payouts"),
        "keep": _("Leave it as it is"),
        "keep_url": reverse("program:payout-run", args=[pk]),
        "form": form,
        **words,
    }
    return render(request, "ui/confirm_page.html", facts)
