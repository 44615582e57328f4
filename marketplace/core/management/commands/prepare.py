"""Make what the servers need before they start: tables, compiled messages, static files, the demo world. Django is loaded once."""

import io
import sys
from collections.abc import Callable
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from marketplace.core import places
from marketplace.core.progress import step
from marketplace.core.supervisor import steps


class Command(BaseCommand):
    """`prepare` makes all of it; `prepare <step> …` only those. The commands' own words go to the error output: a log, in `make run`."""

    help = "Makes tables, compiled messages, static files and the demo world."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("steps", nargs="*", choices=[*steps.STEPS, []], default=[])

    def handle(self, *args: Any, **options: Any) -> None:
        for name in options["steps"] or steps.STEPS:
            text, make = WORK[name]
            mark = steps.fingerprint(name)
            with step(text):
                make()
            steps.remember(name, mark)


def _migrate() -> None:
    call_command("migrate", interactive=False, skip_checks=True, stdout=sys.stderr)


def _compile_messages() -> None:
    call_command("compile_messages", stdout=sys.stderr)


def _collect_static() -> None:
    call_command("collectstatic", interactive=False, clear=True, skip_checks=True, stdout=sys.stderr)


def _build_demo() -> None:
    call_command("demo", stdout=sys.stderr)
    cast = io.StringIO()
    call_command("demo", "--json", stdout=cast)
    places.write_whole(steps.cast_file(), cast.getvalue())


WORK: dict[str, tuple[str, Callable[[], None]]] = {
    steps.MIGRATE: ("Making the tables", _migrate),
    steps.MESSAGES: ("Compiling the Arabic messages", _compile_messages),
    steps.STATIC: ("Collecting static files", _collect_static),
    steps.DEMO: ("Building the demo world", _build_demo),
}
