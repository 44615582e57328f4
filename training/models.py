"""Training records: projects, courses, cohorts of people, sessions, who was enrolled when, who came."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from marketplace.core.dates import clock
from training.states import Mark


class Project(models.Model):
    """What a donor pays for, between two days; tags cohorts."""

    name = models.CharField(max_length=160)
    donor = models.CharField(max_length=160)
    starts_on = models.DateField()
    ends_on = models.DateField()
    budget_line = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["-starts_on", "pk"]
        constraints = [models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="project_ends_after_it_starts")]

    def __str__(self) -> str:
        return str(self.name)


class Course(models.Model):
    """What is taught; `topics` one a line."""

    title = models.CharField(max_length=160)
    topics = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.title)


class Cohort(models.Model):
    """One group of people going through a course."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="cohorts")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="cohorts")
    name = models.CharField(max_length=120)
    locality = models.ForeignKey("core.Locality", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name


class Session(models.Model):
    """One meeting of a cohort."""

    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, related_name="sessions")
    held_on = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    topic = models.CharField(max_length=160, blank=True)
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["held_on", "starts", "pk"]
        constraints = [models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="session_ends_after_it_starts")]

    def __str__(self) -> str:
        return f"{self.cohort} {self.held_on}"

    @property
    def hours(self) -> str:
        """10:00–12:30: to be shown from left to right."""
        return f"{clock(self.starts)}–{clock(self.ends)}"


class Enrolment(models.Model):
    """A person's time in a cohort, both days included; without a last day she is still in it."""

    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, related_name="enrolments")
    producer = models.ForeignKey("producers.Producer", on_delete=models.PROTECT, related_name="enrolments")
    enrolled_on = models.DateField(default=timezone.localdate)
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["producer__name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["cohort", "producer"], condition=Q(left_on__isnull=True), name="enrolled_once_at_a_time"),
            models.CheckConstraint(condition=Q(left_on__isnull=True) | Q(left_on__gte=F("enrolled_on")), name="left_after_enrolled"),
        ]

    def __str__(self) -> str:
        return f"{self.producer} · {self.cohort}"


class Attendance(models.Model):
    """How one person came to one session: written by whom, when. A walk-in has a mark without an enrolment."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="attendances")
    producer = models.ForeignKey("producers.Producer", on_delete=models.PROTECT, related_name="attendances")
    mark = models.CharField(max_length=8, choices=Mark.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "producer"], name="one_mark_a_person_a_session")]

    def __str__(self) -> str:
        return f"{self.producer_id}: {self.mark}"
