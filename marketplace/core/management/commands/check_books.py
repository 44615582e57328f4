"""`manage.py check_books [--json]`: prove from outside that the books hold. Exit code 1 when they do not."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.module_loading import import_string

from marketplace.core.findings import Finding


class Command(BaseCommand):
    """Runs every check named in `BOOK_CHECKS`; each reads only, and by plain SQL rather than by the services that wrote."""

    help = "Check that every shekel in the books is where it should be; name the row where it is not."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take `--json`."""
        parser.add_argument("--json", action="store_true", help="print the findings as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what was checked and found; exit 1 on any finding."""
        found: dict[str, list[Finding]] = {path: import_string(path)() for path in settings.BOOK_CHECKS}
        findings = [finding for findings in found.values() for finding in findings]
        if options["json"]:
            rows = [asdict(finding) for finding in findings]
            self.stdout.write(json.dumps({"ok": not findings, "checks": list(found), "findings": rows}, ensure_ascii=False, indent=2))
        else:
            for finding in findings:
                self.stdout.write(f"{finding.rule}: {finding.row}: {finding.detail}")
            self.stdout.write(f"{len(found)} checks, {len(findings)} findings.")
        if findings:
            raise SystemExit(1)
