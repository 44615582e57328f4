"""Two cohorts of the demo programme with eight sessions each: most behind them, one today, the rest to come."""

import random
from datetime import datetime, time, timedelta

from django.utils import timezone

from marketplace.accounts.demo import person
from marketplace.core.models import Locality
from marketplace.order.demo import on
from producers.models import Producer
from training import services
from training.models import Cohort, Course, Project, Session
from training.roster import enrolled_on
from training.states import Mark

SESSIONS, HELD = 8, 6
COURSES = (
    ("سلامة الغذاء في المطبخ", "Food safety in the kitchen", "Bazariya", "الفوج الثاني · بزاريا", "womens_group"),
    ("التسعير وحساب الكلفة", "Pricing and counting costs", "Salfit", "الفوج الأول · سلفيت", ""),
)
TOPICS = ("النظافة واليدان", "المواد الخام", "الحفظ والتبريد", "البطاقة والتاريخ", "التغليف", "السجلات", "زيارة مطبخ", "مراجعة وأسئلة")
# As often as people come: mostly, sometimes late.
MARKS = (Mark.PRESENT,) * 8 + (Mark.LATE, Mark.EXCUSED, Mark.ABSENT)


def build() -> None:
    """Make the project, its cohorts and their rosters; a world that has cohorts is left as it is."""
    if Cohort.objects.exists():
        return
    today = timezone.localdate()
    project = Project.objects.create(
        name_ar="مطابخ القرى",
        name_en="Village kitchens",
        donor="صندوق تجريبي",
        starts_on=today.replace(month=1, day=1),
        ends_on=today.replace(month=12, day=31),
    )
    for place, (title_ar, title_en, town, name, kind) in enumerate(COURSES):
        course = Course.objects.create(title_ar=title_ar, title_en=title_en, topics="\n".join(TOPICS))
        cohort = Cohort.objects.create(course=course, project=project, name=name, locality=Locality.objects.get(name_en=town))
        _live(cohort, kind, random.Random(place))  # noqa: S311 - the same world for everybody, no secret


def _live(cohort: Cohort, kind: str, chance: random.Random) -> None:
    trainer = person("lubna")
    first = timezone.localdate() - timedelta(weeks=HELD - 1)
    people = Producer.objects.filter(**({"kind": kind} if kind else {})).order_by("pk")[:14]
    with on(_at(first)):
        for producer in people:
            services.enrol(cohort.pk, producer, on=first)
        for week, topic in zip(range(SESSIONS), TOPICS, strict=True):
            services.plan(
                cohort.pk, held_on=first + timedelta(weeks=week), starts=time(10), ends=time(12, 30), topic=topic, by=person("nour")
            )
    for session in Session.objects.filter(cohort=cohort, held_on__lt=timezone.localdate()):
        with on(_at(session.held_on)):
            services.record(session.pk, {someone.pk: chance.choice(MARKS) for someone in enrolled_on(session)}, by=trainer)


def _at(day: object) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(13)))  # type: ignore[arg-type]
