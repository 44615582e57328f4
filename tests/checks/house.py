"""The checkout: what lies at the top, what is copied from Oscar, what must not be told."""

import re
from importlib.util import find_spec
from pathlib import Path

from tests.checks.sources import FORKS, PACKAGES, ROOT, lines, shown

TOP = {
    "LICENSE",
    "Makefile",
    "README.md",
    "manage.py",
    "marketplace",
    "producers",
    "pyproject.toml",
    "requirements-dev.txt",
    "requirements.txt",
    "static",
    "templates",
    "tests",
    "training",
}
TEXTS = {".py", ".html", ".txt", ".css", ".js", ".md", ".toml", ".po", ".csv", ".svg", ".yml", ".yaml", ".json", ".xml", ".cfg", ""}
# Folders of somebody's own machine.
MACHINE = re.compile(r"(?<![\w.$}:/])/(?:home|root|Users|work|mnt|private)/\w")


def top_level() -> list[str]:
    """Only what the design names lies at the top; folders with a dot are for tools."""
    return [f"{path.name}: not in the design" for path in sorted(ROOT.iterdir()) if path.name not in TOP and path.name[0] not in "._"]


def machine_paths() -> list[str]:
    """No file tells where it was written."""
    folders = (*PACKAGES, "templates", "static", "tests", ".ci", ".decisions")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in TEXTS and path.is_file()]
    files += [path for path in ROOT.iterdir() if path.is_file()]
    skipped = {Path(__file__).resolve()}
    own = [path for path in files if "__pycache__" not in path.parts and path.suffix != ".mo" and path not in skipped]
    return [f"{shown(path, n)}: a path of somebody's machine" for path in own for n, text in lines(path) if MACHINE.search(text)]


def migrations() -> list[str]:
    """Migrations copied from Oscar are untouched; ours have a name."""
    found = []
    for folder in (folder for package in PACKAGES for folder in (ROOT / package).rglob("migrations") if folder.is_dir()):
        originals = _originals(folder)
        for path in sorted(folder.glob("0*.py")):
            original = originals / path.name if originals else None
            if original and original.exists():
                found += [f"{shown(path)}: differs from Oscar's"] if path.read_bytes() != original.read_bytes() else []
            elif re.match(r"\d+_(auto_|alter_.*_and_more)", path.name):
                found.append(f"{shown(path)}: give it a name (makemigrations -n …)")
    return found


def _originals(folder: Path) -> Path | None:
    fork = FORKS.get(str(folder.parent.relative_to(ROOT)).removeprefix("marketplace/"))
    spec = find_spec("oscar")
    return Path(str(spec.origin)).parent / "apps" / fork / "migrations" if fork and spec else None
