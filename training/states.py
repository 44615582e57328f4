"""Marks on a roster."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Mark(models.TextChoices):
    """How somebody came to a session. Nobody has one before she is touched."""

    PRESENT = "present", pgettext_lazy("roster", "Present")
    LATE = "late", pgettext_lazy("roster", "Late")
    EXCUSED = "excused", pgettext_lazy("roster", "Excused")
    ABSENT = "absent", pgettext_lazy("roster", "Absent")


CAME = frozenset({Mark.PRESENT, Mark.LATE})
