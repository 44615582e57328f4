"""The four things made before the servers start. Each is remembered by a fingerprint of what it is made from: a second start skips it."""

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from marketplace.core import places
from marketplace.core.engines import POSTGRES, database_url, embedded

MIGRATE, MESSAGES, STATIC, DEMO = "migrate", "messages", "static", "demo"
STEPS = (MIGRATE, MESSAGES, STATIC, DEMO)
DEFAULT_SETTINGS = "marketplace.settings.dev"
PACKAGES = ("marketplace", "producers", "training")


def outdated() -> list[str]:
    """Return the steps whose inputs changed since they were last made, or whose results are gone, in order."""
    remembered = _remembered()
    return [step for step in STEPS if not _result_is_there(step) or remembered.get(step) != fingerprint(step)]


def remember(step: str, mark: str) -> None:
    """Write down that `step` was made from inputs with the fingerprint `mark`."""
    places.write_whole(_memory(), json.dumps({**_remembered(), step: mark}, indent=2))


def fingerprint(step: str) -> str:
    """Return a digest of everything `step` is made from: files, packages, settings and, where it writes to the database, which one."""
    digest = hashlib.sha256(os.environ.get("DJANGO_SETTINGS_MODULE", DEFAULT_SETTINGS).encode())
    if step in (MIGRATE, DEMO):
        digest.update(_database().encode())
    for path in sorted(_inputs(step)):
        digest.update(str(path.relative_to(places.CHECKOUT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def cast_file() -> Path:
    """Return where the demo world's cast is kept for the next start to print."""
    return places.state_dir() / "demo.json"


def _inputs(step: str) -> Iterable[Path]:
    root = places.CHECKOUT
    lock = root / "requirements.txt"
    if step == MIGRATE:
        return [lock, *_in_packages("migrations/*.py")]
    if step == MESSAGES:
        return _in_packages("*.po")
    if step == STATIC:
        return [lock, *(path for path in (root / "static").rglob("*") if path.is_file())]
    return [*_in_packages("demo.py"), *_in_packages("demo_*/**/*.*"), *_in_packages("migrations/*.py")]


def _in_packages(pattern: str) -> list[Path]:
    found = (path for package in PACKAGES for path in (places.CHECKOUT / package).rglob(pattern))
    return [path for path in found if path.is_file() and "__pycache__" not in path.parts]


def _result_is_there(step: str) -> bool:
    if step == MESSAGES:
        return all(path.with_suffix(".mo").exists() for path in _in_packages("*.po"))
    if step == STATIC:
        return (places.state_dir() / "static" / "staticfiles.json").exists()
    return cast_file().exists() if step == DEMO else True


def _database() -> str:
    """Return what tells one database from another: the number PostgreSQL gave the cluster, or the address of one elsewhere."""
    if POSTGRES not in embedded():
        return database_url()
    with (POSTGRES.data / "global" / "pg_control").open("rb") as control:
        return control.read(8).hex()


def _memory() -> Path:
    return places.state_dir() / "prepared.json"


def _remembered() -> dict[str, str]:
    with suppress(OSError, ValueError):
        found = json.loads(_memory().read_text())
        return found if isinstance(found, dict) else {}
    return {}
