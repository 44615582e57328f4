"""Dates as people here say them: «السبت 28 تشرين الثاني», "Saturday 28 November".

Month names are the Levantine ones. Django's own Arabic names (نوفمبر) are not used in Palestine.
"""

import datetime

from django.utils import timezone, translation

MONTHS: dict[str, tuple[str, ...]] = {
    "ar": (
        "كانون الثاني",
        "شباط",
        "آذار",
        "نيسان",
        "أيار",
        "حزيران",
        "تموز",
        "آب",
        "أيلول",
        "تشرين الأول",
        "تشرين الثاني",
        "كانون الأول",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}

# Monday first, as date.weekday() counts.
WEEKDAYS: dict[str, tuple[str, ...]] = {
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


def language() -> str:
    """'ar' or 'en': the language names are printed in."""
    return "en" if (translation.get_language() or "ar").startswith("en") else "ar"


def local_date(moment: datetime.date | datetime.datetime) -> datetime.date:
    """The calendar day of a moment in the current time zone; a plain date stays itself."""
    if not isinstance(moment, datetime.datetime):
        return moment
    return timezone.localtime(moment).date() if timezone.is_aware(moment) else moment.date()


def day_words(moment: datetime.date | datetime.datetime, *, today: datetime.date | None = None) -> str:
    """Weekday, day and month; the year too when it is not this year's."""
    date = local_date(moment)
    words = f"{WEEKDAYS[language()][date.weekday()]} {date.day} {MONTHS[language()][date.month - 1]}"
    this_year = (today or timezone.localdate()).year
    return words if date.year == this_year else f"{words} {date.year}"


def month_words(moment: datetime.date | datetime.datetime) -> str:
    """Month and year: «تشرين الثاني 2026», "November 2026"."""
    date = local_date(moment)
    return f"{MONTHS[language()][date.month - 1]} {date.year}"


def day_digits(moment: datetime.date | datetime.datetime) -> str:
    """Day first, two digits each, in both languages: 12/11/2026."""
    return f"{local_date(moment):%d/%m/%Y}"


def clock(moment: datetime.datetime | datetime.time) -> str:
    """Hour and minute, 24 hours: 15:00."""
    if isinstance(moment, datetime.datetime) and timezone.is_aware(moment):
        moment = timezone.localtime(moment)
    return f"{moment.hour}:{moment.minute:02d}"
