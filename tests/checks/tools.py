"""Checks that other programs make: ruff, mypy, import-linter, Django."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.checks.sources import PACKAGES, ROOT, python_files, shown

STRICT_FOLDERS = ("marketplace/core", "marketplace/ledger")
STRICT_NAMES = re.compile(r"(^|/)(services|queries|states|rules|kinds)(_\w+)?(\.py|/)")


def style() -> list[str]:
    """Ruff finds nothing."""
    return run("ruff", "check", "--quiet", "--output-format=concise", ".")


def layout() -> list[str]:
    """Every file stands as `ruff format` would set it."""
    return run("ruff", "format", "--check", "--quiet", "--output-format=concise", ".")


def types() -> list[str]:
    """`mypy --strict` finds nothing in the core, the ledger and whatever reads, writes or decides."""
    return run("mypy", "--no-error-summary", "--hide-error-context", *(shown(path) for path in strictly_typed()))


def floors() -> list[str]:
    """Imports go down only."""
    found = run("lint-imports", "--no-logo", "--cache-dir", ".state/import_linter")
    broken = [line for line in found if line.startswith(("- ", "    ")) or "BROKEN" in line or "->" in line]
    return broken or found


def missing_migrations() -> list[str]:
    """No model of ours runs ahead of its migrations."""
    return run("python", "manage.py", "makemigrations", "--check", "--dry-run", "--verbosity=1")


def strictly_typed() -> list[Path]:
    """Return the files held to `mypy --strict`."""
    return [path for path in python_files(*PACKAGES) if shown(path).startswith(STRICT_FOLDERS) or STRICT_NAMES.search(shown(path))]


def run(program: str, *arguments: str) -> list[str]:
    """Run one of the tools of the environment; return what it says, nothing if it is content."""
    command = [str(Path(sys.executable).parent / program), *arguments]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "marketplace.settings.test", "PYTHONWARNINGS": "ignore", "NO_COLOR": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    return said or [f"{program} ended with {done.returncode} and said nothing"]
