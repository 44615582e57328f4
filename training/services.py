"""Writing training records: sessions, enrolments, rosters."""

from collections.abc import Mapping
from datetime import date, time

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marketplace.accounts.models import User
from marketplace.core.errors import DomainError
from marketplace.core.locks import lock
from producers.models import Producer
from training.models import Attendance, Cohort, Enrolment, Session
from training.roster import enrolled_on
from training.states import Mark


class InThePast(DomainError):
    """A session planned for a day that is over."""

    text = _("That day is over. Choose today or a later day.")


class DoubleBooked(DomainError):
    """The cohort has another session at that time."""

    text = _("This cohort already meets then. Choose another time.")


class AlreadyEnrolled(DomainError):
    """The person is in the cohort."""

    text = _("%(name)s is already in this cohort.")


class StillToCome(DomainError):
    """A roster filled in before the day."""

    text = _("This session is still to come. Fill the roster in on its day or after it.")


class NotOnTheRoster(DomainError):
    """A mark for somebody who was not enrolled that day and did not walk in."""

    text = _("Somebody on this list is not on the roster. Open it again.")


@transaction.atomic
def plan(cohort_id: int, *, held_on: date, starts: time, ends: time, topic: str, by: User) -> Session:
    """Plan a session of a cohort. Raises InThePast, DoubleBooked."""
    cohort = lock(Cohort, cohort_id)
    if held_on < timezone.localdate():
        raise InThePast
    clash = Q(starts__lt=ends, ends__gt=starts, held_on=held_on)
    if Session.objects.filter(clash, cohort=cohort).exists():
        raise DoubleBooked
    return Session.objects.create(cohort=cohort, held_on=held_on, starts=starts, ends=ends, topic=topic, planned_by=by)


@transaction.atomic
def enrol(cohort_id: int, producer: Producer, *, on: date) -> Enrolment:
    """Enrol a person from a day on. Raises AlreadyEnrolled."""
    cohort = lock(Cohort, cohort_id)
    if Enrolment.objects.filter(cohort=cohort, producer=producer, left_on__isnull=True).exists():
        raise AlreadyEnrolled(name=producer.name)
    return Enrolment.objects.create(cohort=cohort, producer=producer, enrolled_on=on)


@transaction.atomic
def record(session_id: int, marks: Mapping[int, Mark], *, by: User) -> None:
    """Write the marks of a roster (producer key → mark); who is left out keeps what she had. Raises StillToCome, NotOnTheRoster."""
    session = lock(Session, session_id)
    _refuse_early(session)
    marked = Attendance.objects.filter(session=session).values_list("producer_id", flat=True).order_by()
    known = enrolled_on(session).values_list("pk", flat=True).order_by().union(marked)
    if marks.keys() - set(known):
        raise NotOnTheRoster
    _write(session, marks, by=by)


@transaction.atomic
def walk_in(session_id: int, producer: Producer, *, by: User) -> None:
    """Put somebody on the roster who came without being enrolled: she is present. Raises StillToCome."""
    session = lock(Session, session_id)
    _refuse_early(session)
    _write(session, {producer.pk: Mark.PRESENT}, by=by)


def _refuse_early(session: Session) -> None:
    if session.held_on > timezone.localdate():
        raise StillToCome


def _write(session: Session, marks: Mapping[int, Mark], *, by: User) -> None:
    now = timezone.now()
    Attendance.objects.bulk_create(
        (Attendance(session=session, producer_id=key, mark=mark, by=by, at=now) for key, mark in marks.items()),
        update_conflicts=True,
        unique_fields=["session", "producer"],
        update_fields=["mark", "by", "at"],
    )
