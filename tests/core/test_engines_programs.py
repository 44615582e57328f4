"""The engines' programs where their user is not let through to them, and what they may not inherit."""

import os
from pathlib import Path

import pytest

from marketplace.core.engines import binaries, folders


@pytest.fixture
def closed_packages(tmp_path: Path) -> Path:
    """A folder of packages that only its owner may enter, with one program."""
    packages = tmp_path / "packages"
    program = packages / "engine" / "bin" / "server"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\ntrue\n")
    program.chmod(0o755)
    packages.chmod(0o700)
    return packages


@pytest.mark.skipif(os.geteuid() != 0, reason="only root hands its engines to another user")
def test_closed_programs_are_copied_to_where_their_user_reaches_them(closed_packages: Path) -> None:
    copy = folders.BASE_AS_ROOT / f"test-{os.getpid()}" / "programs" / "engine-1"
    with folders.open_to_others():
        copy.parents[1].mkdir(parents=True)
    before = os.umask(0o077)
    try:
        found = binaries._reachable(closed_packages, ("engine",), Path("engine/bin/server"), copy)
        assert found == copy
        assert binaries._runs(copy / "engine/bin/server")
        assert not binaries._runs(closed_packages / "engine/bin/server")
        assert closed_packages.stat().st_mode & 0o777 == 0o700
    finally:
        os.umask(before)
        folders.places.remove(copy.parents[1])


def test_open_programs_are_used_where_they_are() -> None:
    real = binaries.postgres("postgres")

    assert real.name == "postgres"
    assert real.exists()
