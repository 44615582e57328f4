"""Reading cohorts and rosters. Every query names its scope first; none grows with the people."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from producers.models import Producer
from training.models import Attendance, Cohort, Enrolment, Session
from training.states import CAME


@dataclass(frozen=True)
class RosterRow:
    """One person on a roster: her mark, empty before she is touched; `is_walk_in` where she is not enrolled."""

    producer: Producer
    mark: str
    is_walk_in: bool


@dataclass(frozen=True)
class Member:
    """One person of a cohort: sessions she came to, of those that have a roster."""

    enrolment: Enrolment
    came: int
    held: int

    @property
    def missed(self) -> int:
        """Sessions with a roster that she did not come to."""
        return self.held - self.came


def cohorts() -> QuerySet[Cohort]:
    """All cohorts, newest first, with course, project, place and counts of people and sessions."""
    people = Count("enrolments", filter=Q(enrolments__left_on__isnull=True), distinct=True)
    rows = Cohort.objects.select_related("course", "project", "locality__governorate")
    return rows.annotate(people=people, meetings=Count("sessions", distinct=True)).order_by("-pk")


def sessions_of(cohort: Cohort) -> QuerySet[Session]:
    """The sessions of a cohort in time, each with whether its roster was begun."""
    return Session.objects.filter(cohort=cohort).annotate(has_roster=Exists(Attendance.objects.filter(session=OuterRef("pk"))))


def enrolled_on(session: Session) -> QuerySet[Producer]:
    """Who was enrolled in the session's cohort on its day, by name."""
    then = Q(enrolments__enrolled_on__lte=session.held_on) & (
        Q(enrolments__left_on__isnull=True) | Q(enrolments__left_on__gte=session.held_on)
    )
    return Producer.objects.filter(then, enrolments__cohort_id=session.cohort_id).distinct().order_by("name", "pk")


def roster_of(session: Session) -> list[RosterRow]:
    """Return everybody on the roster of a session, by name, then the walk-ins; three queries."""
    marks = dict(Attendance.objects.filter(session=session).values_list("producer_id", "mark"))
    enrolled = list(enrolled_on(session))
    extra = Producer.objects.filter(pk__in=marks.keys() - {person.pk for person in enrolled}).order_by("name", "pk")
    rows = [RosterRow(person, marks.get(person.pk, ""), is_walk_in=False) for person in enrolled]
    return rows + [RosterRow(person, marks[person.pk], is_walk_in=True) for person in extra]


def members_of(cohort: Cohort) -> list[Member]:
    """Return everybody in a cohort with her attendance; two queries."""
    came = Count(
        "producer__attendances", filter=Q(producer__attendances__session__cohort=cohort, producer__attendances__mark__in=list(CAME))
    )
    held = Session.objects.filter(cohort=cohort, attendances__isnull=False).distinct().count()
    rows = Enrolment.objects.filter(cohort=cohort).select_related("producer__locality").annotate(came=came)
    return [Member(row, row.came, held) for row in rows]


def not_in(cohort: Cohort) -> QuerySet[Producer]:
    """People who are not in a cohort now, by name."""
    there = Enrolment.objects.filter(cohort=cohort, left_on__isnull=True).values("producer_id")
    return Producer.objects.exclude(pk__in=there).order_by("name", "pk")
