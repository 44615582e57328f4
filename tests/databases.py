"""Databases of a test run: the migrations are squeezed into one template, everything else is a clone of it.

The template's name carries a digest of whatever shapes it, so a change makes a new one (about 15 s) and the rest of the time a clone is
made in a moment. Names of clones carry the number of the process they belong to; those of dead processes are dropped.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from marketplace.core import file_lock, places

PREFIX = "mahalli_test"
PACKAGES = ("marketplace", "producers", "training")
# Tables follow from migrations alone: the checks refuse models that run ahead of theirs.
SHAPES = ("migrations/*.py", "geography/*.csv")
MAKERS = ("Django", "django-oscar", "django-modeltranslation", "django-pgtrigger", "django-celery-beat", "django-axes")


def make_clone() -> str:
    """Make a fresh database for this process, the template first where it is missing, and point Django at it. Returns its name."""
    template = f"{PREFIX}_template_{fingerprint()}"
    with file_lock.held(places.state_dir() / "template.lock"):
        _drop_leftovers(keep=template)
        if template not in _names():
            _make_template(template)
    clone = f"{PREFIX}_run_{template.rsplit('_', 1)[1]}_{os.getpid()}"
    _point_at(clone)
    renew_clone()
    return clone


def renew_clone() -> None:
    """Make the database of this process anew: what a test committed is gone, what the migrations wrote is back."""
    clone = str(connection.settings_dict["NAME"])
    template = f"{PREFIX}_template_{clone.split('_')[3]}"
    _execute(f"DROP DATABASE IF EXISTS {clone} WITH (FORCE)", f"CREATE DATABASE {clone} TEMPLATE {template} STRATEGY FILE_COPY")


def drop_clone() -> None:
    """Drop the database of this process."""
    _execute(f"DROP DATABASE IF EXISTS {connection.settings_dict['NAME']} WITH (FORCE)")


def fingerprint() -> str:
    """Return a digest of every file and package that shapes the tables."""
    packages = " ".join(f"{name}=={version(name)}" for name in MAKERS)
    digest = hashlib.sha256(f"{packages} {settings.INSTALLED_APPS} {settings.LANGUAGES}".encode())
    for path in sorted({path for package in PACKAGES for shape in SHAPES for path in (places.CHECKOUT / package).rglob(shape)}):
        digest.update(str(path.relative_to(places.CHECKOUT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _make_template(template: str) -> None:
    """Migrate an empty database; it gets the template's name when it is whole, so that a killed run leaves no half one."""
    half = f"{PREFIX}_run_half_{os.getpid()}"
    _execute(f"DROP DATABASE IF EXISTS {half} WITH (FORCE)", f"CREATE DATABASE {half}")
    _point_at(half)
    call_command("migrate", interactive=False, skip_checks=True, verbosity=0)
    _execute(f"ALTER DATABASE {half} RENAME TO {template}")


def _drop_leftovers(*, keep: str) -> None:
    """Drop templates of other fingerprints and databases of processes that are gone."""
    for name in _names():
        owner = re.fullmatch(rf"{PREFIX}_run_\w+_(\d+)", name)
        is_old = name.startswith(f"{PREFIX}_template_") and name != keep
        if is_old or (owner and not Path(f"/proc/{owner[1]}").exists()):
            _execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _names() -> set[str]:
    with _keeper() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{PREFIX}_%"])
        return {row[0] for row in cursor.fetchall()}


def _execute(*statements: str) -> None:
    connection.close()
    with _keeper() as cursor:
        for statement in statements:
            cursor.execute(statement)


@contextmanager
def _keeper() -> Iterator[Any]:
    """Give a cursor on the server's own database: none can be dropped or cloned while one sits in it."""
    with connection._nodb_cursor() as cursor:
        yield cursor


def _point_at(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
