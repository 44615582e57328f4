"""Make the demo world, and tell who is in it."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.module_loading import import_string

from marketplace.core.phones import canonical


class Command(BaseCommand):
    """Builds what is missing of the demo world, step by step through the services; with --json prints the cast only."""

    help = "Builds the demo world (twice is the same as once); --json prints who is in it and how they sign in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", dest="as_json", help="print the cast as JSON")

    def handle(self, *args: Any, as_json: bool, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo world is for a machine of one's own; these settings are not for one.")
        if not as_json:
            self._build()
            return
        self.stdout.write(json.dumps(self._cast(), ensure_ascii=False, indent=2))

    def _cast(self) -> list[dict[str, Any]]:
        """Everybody who signs in, with what is hers: each floor tells its own, joined by phone."""
        owned: dict[str, dict[str, list[str]]] = {}
        for step in settings.DEMO_OBJECTS:
            for phone, things in import_string(step)().items():
                owned.setdefault(phone, {}).update(things)
        people = [row for step in settings.DEMO_CAST for row in import_string(step)()]
        return [{**row, "objects": owned.get(canonical(row["sign_in"]), {})} for row in people]

    def _build(self) -> None:
        with translation.override("ar"):
            for step in settings.DEMO_STEPS:
                import_string(step)()
                self.stdout.write(f"  {step.rpartition('.')[0]}")
