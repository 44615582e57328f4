"""Compile every catalogue of messages. In Python, because a bare machine has no msgfmt."""

from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """`*.po` → `*.mo` below `LOCALE_PATHS`. Fuzzy and obsolete entries are left out, so they show in English instead of wrongly."""

    help = "Compiles the messages; needs no gettext."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        for folder in settings.LOCALE_PATHS:
            for catalogue in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
                self.stdout.write(f"{catalogue.name}: {_compile(catalogue)} messages")


def _compile(catalogue: Path) -> int:
    """Write the compiled catalogue in one move, so that a server never reads half of it; return the number of messages."""
    messages = polib.pofile(str(catalogue))
    half = catalogue.with_suffix(".mo.half")
    messages.save_as_mofile(str(half))
    half.replace(catalogue.with_suffix(".mo"))
    return len(messages.translated_entries())
