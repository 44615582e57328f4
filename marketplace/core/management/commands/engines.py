"""Tell where PostgreSQL and Valkey listen; start or stop the embedded ones."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from marketplace.core import engines
from marketplace.core.faults import Fault


class Command(BaseCommand):
    """`engines` only looks. `--start` leaves them running until `--stop` or the next `make run`, which starts its own."""

    help = "Tells where PostgreSQL and Valkey listen and whether the embedded ones run."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", dest="as_json", help="one JSON object instead of lines")
        change = parser.add_mutually_exclusive_group()
        change.add_argument("--start", action="store_true", help="start what does not run, and leave it running")
        change.add_argument("--stop", action="store_true", help="stop the embedded engines")
        change.add_argument("--forget", action="store_true", help="stop them and delete all their data")

    def handle(self, *args: Any, as_json: bool, **options: Any) -> None:
        changes = {"start": engines.ensure_started, "stop": engines.stop, "forget": engines.forget}
        try:
            for name, change in changes.items():
                if options[name]:
                    change()
            found = engines.where()
        except Fault as fault:
            raise CommandError(str(fault), returncode=fault.code) from fault
        self.stdout.write(json.dumps(found, indent=2) if as_json else "\n".join(_line(key, facts) for key, facts in found.items()))


def _line(key: str, facts: dict[str, Any]) -> str:
    state = ("running" if facts["running"] else "not running") if facts["embedded"] else "elsewhere"
    return f"{key}: {facts['url']} ({state})"
