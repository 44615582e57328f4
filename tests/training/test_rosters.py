"""Cohorts and rosters: nobody is present by default, everybody is touched once, and the past and the future keep their places."""

from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from marketplace.accounts.rules import Role
from tests.factories.people import browser_of, grant, make_producer, make_user
from tests.factories.places import locality
from training import services
from training.models import Attendance, Cohort, Course, Enrolment, Session
from training.roster import members_of, roster_of
from training.states import Mark


@pytest.fixture
def cohort(db):
    """A cohort in Burin."""
    course = Course.objects.create(title_ar="سلامة الغذاء", title_en="Food safety")
    return Cohort.objects.create(course=course, name="الفوج الأول", locality=locality())


@pytest.fixture
def session(cohort):
    """Its session of today."""
    return Session.objects.create(cohort=cohort, held_on=timezone.localdate(), starts=time(10), ends=time(12), topic="النظافة")


@pytest.fixture
def lubna(db):
    """Trains."""
    return grant(make_user("لبنى"), Role.TRAINER)


def people(cohort, count):
    made = [make_producer(make_user(f"منتجة {number}")) for number in range(count)]
    for producer in made:
        services.enrol(cohort.pk, producer, on=timezone.localdate() - timedelta(days=7))
    return made


def test_nobody_has_a_mark_before_she_is_touched(cohort, session, lubna):
    people(cohort, 3)
    assert [row.mark for row in roster_of(session)] == ["", "", ""]
    assert "checked" not in browser_of(lubna).get(reverse("programme:session", args=[session.pk])).text


def test_forty_people_in_one_request_and_at_most_twelve_queries(cohort, session, lubna):
    there = people(cohort, 40)
    browser = browser_of(lubna)
    url = reverse("programme:session", args=[session.pk])
    browser.get(url)
    with CaptureQueriesContext(connection) as captured:
        answer = browser.post(url, {f"mark_{person.pk}": "late" if place % 8 == 0 else "present" for place, person in enumerate(there)})
    assert answer.status_code == 302
    assert len(captured) == 12, "promised: at most 12"
    assert Attendance.objects.filter(by=lubna).count() == 40

    browser.post(url, {f"mark_{there[0].pk}": "absent"})
    assert Attendance.objects.get(producer=there[0]).mark == Mark.ABSENT
    assert Attendance.objects.count() == 40
    assert {member.came for member in members_of(cohort)} == {0, 1}


def test_walk_ins_are_on_the_roster_without_being_enrolled(cohort, session, lubna):
    stranger = make_producer(make_user("عابرة"))
    browser_of(lubna).post(reverse("programme:session-walk-in", args=[session.pk]), {"producer": stranger.pk})
    (row,) = roster_of(session)
    assert (row.producer, row.mark, row.is_walk_in) == (stranger, Mark.PRESENT, True)
    assert not Enrolment.objects.exists()


def test_foreign_and_odd_marks_change_nothing(cohort, session, lubna):
    (mine,) = people(cohort, 1)
    stranger = make_producer(make_user("غريبة"))
    url, browser = reverse("programme:session", args=[session.pk]), browser_of(lubna)
    browser.post(url, {f"mark_{mine.pk}": "present", f"mark_{stranger.pk}": "present"})
    browser.post(url, {f"mark_{mine.pk}": "dancing", "mark_x": "present", f"mark_{10**30}": "present"})
    assert not Attendance.objects.exists()


def test_the_future_has_no_roster_and_the_past_no_plan(cohort, lubna):
    tomorrow = timezone.localdate() + timedelta(days=1)
    (mine,) = people(cohort, 1)
    later = services.plan(cohort.pk, held_on=tomorrow, starts=time(9), ends=time(11), topic="", by=lubna)
    with pytest.raises(services.StillToCome):
        services.record(later.pk, {mine.pk: Mark.PRESENT}, by=lubna)
    with pytest.raises(services.InThePast):
        services.plan(cohort.pk, held_on=timezone.localdate() - timedelta(days=1), starts=time(9), ends=time(11), topic="", by=lubna)
    with pytest.raises(services.DoubleBooked):
        services.plan(cohort.pk, held_on=tomorrow, starts=time(10), ends=time(12), topic="", by=lubna)
    with pytest.raises(services.AlreadyEnrolled):
        services.enrol(cohort.pk, mine, on=tomorrow)
    assert (Session.objects.count(), Attendance.objects.count(), Enrolment.objects.count()) == (1, 0, 1)


def test_who_left_is_not_on_later_rosters(cohort, session, lubna):
    stayed, left = people(cohort, 2)
    Enrolment.objects.filter(producer=left).update(left_on=timezone.localdate() - timedelta(days=1))
    assert [row.producer for row in roster_of(session)] == [stayed]


def test_plan_and_enrol_over_forms(cohort, nour):
    someone = make_producer(make_user("سعاد"))
    browser, day = browser_of(nour), timezone.localdate() + timedelta(days=3)
    plan = reverse("programme:cohort-plan", args=[cohort.pk])
    assert browser.post(plan, {"held_on": "2020-01-01", "starts": "10:00", "ends": "12:00"}).status_code == 422
    assert browser.post(plan, {"held_on": day, "starts": "12:00", "ends": "10:00"}).status_code == 422
    browser.post(plan, {"held_on": day, "starts": "10:00", "ends": "12:00", "topic": "الحفظ"})
    browser.post(reverse("programme:cohort-enrol", args=[cohort.pk]), {"producer": someone.pk, "on": timezone.localdate()})
    page = browser.get(reverse("programme:cohort", args=[cohort.pk])).text
    assert "الحفظ" in page
    assert "سعاد" in page


@pytest.mark.parametrize("who", ["huda", "omar", "amal", "samir", "rania"])
def test_training_is_not_everybodys(who, request, cohort, session):
    (mine,) = people(cohort, 1)
    browser = browser_of(request.getfixturevalue(who))
    assert browser.get(reverse("programme:training")).status_code == 403
    assert browser.post(reverse("programme:session", args=[session.pk]), {f"mark_{mine.pk}": "present"}).status_code == 403
    assert not Attendance.objects.exists()


def test_auditor_reads_and_writes_nothing(cohort, session):
    (mine,) = people(cohort, 1)
    browser = browser_of(grant(make_user("تالا"), Role.AUDITOR))
    assert browser.get(reverse("programme:session", args=[session.pk])).status_code == 200
    assert browser.post(reverse("programme:session", args=[session.pk]), {f"mark_{mine.pk}": "present"}).status_code == 403
    assert not Attendance.objects.exists()


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("count", [1, 3])
def test_pages_ask_the_same_number_of_queries(count, language, cohort, session, lubna, django_assert_num_queries):
    people(cohort, count)
    browser = browser_of(lubna)
    for url, queries in (
        (f"/{language}/program/training/", 4),
        (f"/{language}/program/training/{cohort.pk}/", 8),
        (f"/{language}/program/training/sessions/{session.pk}/", 7),
    ):
        with django_assert_num_queries(queries):
            browser.get(url)


def test_the_first_page_counts_rosters_that_are_still_empty(cohort, session, lubna, huda):
    (mine,) = people(cohort, 1)
    assert "<b>1</b>" in browser_of(lubna).get(reverse("program:home")).text
    services.record(session.pk, {mine.pk: Mark.PRESENT}, by=lubna)
    assert "<b>0</b>" in browser_of(lubna).get(reverse("program:home")).text
    assert reverse("programme:training") not in browser_of(huda).get(reverse("program:home")).text
