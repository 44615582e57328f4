"""The files the checks read."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("marketplace", "producers", "training")
# Our own package of promotions holds two of Oscar's apps.
FORKS = {
    "address": "address",
    "basket": "basket",
    "catalogue": "catalogue",
    "catalogue/reviews": "catalogue/reviews",
    "checkout": "checkout",
    "customer": "customer",
    "dashboard": "dashboard",
    "order": "order",
    "partner": "partner",
    "payment": "payment",
    "promotions/offer": "offer",
    "promotions/voucher": "voucher",
    "search": "search",
    "shipping": "shipping",
}
# Names Oscar looks for in a fork. What stands there only delegates.
HOOKS = {
    "applicator",
    "availability",
    "calculators",
    "managers",
    "methods",
    "mixins",
    "prices",
    "processing",
    "repository",
    "results",
    "session",
    "strategy",
    "utils",
}


@cache
def python_files(*folders: str) -> list[Path]:
    """Return the Python files of these folders (our packages and the tests where none is named), without migrations."""
    found = (path for folder in folders or (*PACKAGES, "tests") for path in (ROOT / folder).rglob("*.py"))
    return sorted(path for path in found if "migrations" not in path.parts)


@cache
def templates() -> list[Path]:
    """Return every template: pages, messages, feeds."""
    folders = [ROOT / "templates", *(folder for package in PACKAGES for folder in (ROOT / package).rglob("templates"))]
    return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())


@cache
def style_sheets() -> list[Path]:
    """Return our style sheets."""
    return sorted((ROOT / "static").rglob("*.css"))


@cache
def tree(path: Path) -> ast.Module:
    """Return the parsed module."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """Give the lines of a text file with their numbers."""
    yield from enumerate(path.read_text(encoding="utf-8").splitlines(), 1)


def shown(path: Path, line: int | None = None) -> str:
    """Return `path` (and a line) as an editor finds it from the top of the checkout."""
    place = str(path.relative_to(ROOT))
    return f"{place}:{line}" if line else place


def fork_of(path: Path) -> str | None:
    """Return the fork a file belongs to, by its folder below `marketplace`; the innermost where two fit."""
    if not path.is_relative_to(ROOT / "marketplace"):
        return None
    inside = str(path.relative_to(ROOT / "marketplace"))
    found = [fork for fork in FORKS if inside.startswith(f"{fork}/")]
    return max(found, key=len, default=None)


def is_hook(path: Path) -> bool:
    """Say whether Oscar dictates this file's name."""
    return fork_of(path) is not None and path.stem in HOOKS
