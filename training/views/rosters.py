"""Cohorts, their people and sessions, and the roster: everybody touched once, one request."""

from collections import Counter
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marketplace.accounts.access import role_required
from marketplace.accounts.queries import has_role
from marketplace.accounts.rules import Role
from marketplace.core.errors import DomainError
from marketplace.core.paging import BY_NUMBER, cut
from marketplace.desk.nav import program_nav
from training import roster, services
from training.models import Cohort, Session
from training.roster_forms import EnrolForm, PersonForm, SessionForm, marks_in
from training.states import Mark

READERS = (Role.PROGRAMME_OFFICER, Role.TRAINER, Role.FACILITATOR, Role.AUDITOR)
WRITERS = (Role.PROGRAMME_OFFICER, Role.TRAINER, Role.FACILITATOR)
PLANNERS = (Role.PROGRAMME_OFFICER, Role.TRAINER)
PAGE = 50


@role_required(*READERS)
def cohorts(request: HttpRequest) -> HttpResponse:
    """All cohorts, newest first."""
    page = cut(roster.cohorts(), BY_NUMBER, request.GET, size=PAGE)
    return render(request, "training/cohorts.html", {"nav": program_nav(request, "programme:training"), "page": page})


@role_required(*READERS)
def cohort(request: HttpRequest, pk: int) -> HttpResponse:
    """One cohort: sessions, people with a stitch for each session they came to, forms for who may plan."""
    return _cohort_page(request, get_object_or_404(roster.cohorts(), pk=pk))


@role_required(*PLANNERS)
@require_POST
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Plan a session."""
    found = get_object_or_404(roster.cohorts(), pk=pk)
    form = SessionForm(request.POST)
    if form.is_valid():
        try:
            services.plan(found.pk, by=request.user, **form.cleaned_data)
        except DomainError as error:
            form.add_error("held_on", error.reader_text)
        else:
            messages.success(request, _("The session is planned."))
            return redirect("programme:cohort", pk)
    return _cohort_page(request, found, session_form=form)


@role_required(*PLANNERS)
@require_POST
def enrol(request: HttpRequest, pk: int) -> HttpResponse:
    """Enrol a person."""
    found = get_object_or_404(roster.cohorts(), pk=pk)
    form = EnrolForm(request.POST, cohort=found)
    if form.is_valid():
        try:
            services.enrol(found.pk, form.cleaned_data["producer"], on=form.cleaned_data["on"])
        except DomainError as error:
            form.add_error("producer", error.reader_text)
        else:
            return redirect("programme:cohort", pk)
    return _cohort_page(request, found, enrol_form=form)


@role_required(*READERS)
def session(request: HttpRequest, pk: int) -> HttpResponse:
    """The roster of a session: read by all, written by who may."""
    found = get_object_or_404(Session.objects.select_related("cohort__course", "cohort__locality"), pk=pk)
    may_write = has_role(request.user, *WRITERS)
    if request.method == "POST" and may_write:
        try:
            services.record(found.pk, marks_in(request.POST), by=request.user)
        except DomainError as error:
            messages.error(request, error.reader_text)
        else:
            messages.success(request, _("The roster is saved."))
            return redirect("programme:cohort", found.cohort_id)
    rows = roster.roster_of(found)
    facts = {
        "nav": program_nav(request, "programme:training"),
        "session": found,
        "rows": rows,
        "marks": [(mark.value, mark.label, ICONS[mark]) for mark in Mark],
        "tally": _tally(rows),
        "may_write": may_write and found.held_on <= timezone.localdate(),
        "walk_in": PersonForm(cohort=found.cohort),
    }
    return render(request, "training/session.html", facts, status=403 if request.method == "POST" and not may_write else 200)


@role_required(*WRITERS)
@require_POST
def walk_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody came who is not enrolled."""
    found = get_object_or_404(Session.objects.select_related("cohort"), pk=pk)
    form = PersonForm(request.POST, cohort=found.cohort)
    try:
        if form.is_valid():
            services.walk_in(found.pk, form.cleaned_data["producer"], by=request.user)
    except DomainError as error:
        messages.error(request, error.reader_text)
    return redirect("programme:session", pk)


ICONS = {Mark.PRESENT: "check", Mark.LATE: "clock", Mark.EXCUSED: "note", Mark.ABSENT: "close"}


def _tally(rows: list[roster.RosterRow]) -> list[tuple[str, str, int]]:
    counted = Counter(row.mark for row in rows)
    return [(ICONS[mark], str(mark.label), counted[mark.value]) for mark in Mark]


def _cohort_page(request: HttpRequest, found: Cohort, **forms: Any) -> HttpResponse:
    facts = {
        "nav": program_nav(request, "programme:training"),
        "cohort": found,
        "sessions": roster.sessions_of(found),
        "members": roster.members_of(found),
        "may_plan": has_role(request.user, *PLANNERS),
        "session_form": SessionForm(),
        "enrol_form": EnrolForm(cohort=found),
        **forms,
    }
    return render(request, "training/cohort.html", facts, status=422 if forms else 200)
