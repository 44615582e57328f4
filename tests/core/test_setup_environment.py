"""The first half of the two commands: what is installed, what is skipped, what is made anew; and the locks themselves."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from marketplace.core import places, preflight, setup_environment
from marketplace.core.faults import DiskFull, PackagesFailed, ToolMissing
from marketplace.core.setup_environment import set_up

PIN = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?==(\S+)", re.MULTILINE)
# Debian 12 brings Python 3.11.2; the lock must do from the first 3.11 on.
OLDEST = {"python_version": "3.11", "python_full_version": "3.11.0", "extra": ""}


class Machine:
    """A checkout in which pip and venv only note that they were called."""

    def __init__(self, root: Path) -> None:
        self.venv = root / ".venv"
        self.lock = root / "requirements.txt"
        self.ran: list[str] = []
        self.fails = False

    def run(self, command: list[str], sentence: str) -> None:
        """Stand in for `_run`: make what the real one would."""
        name = next(word for word in command if word in ("venv", "pip", "apt-get"))
        self.ran.append(name)
        if name == "venv":
            (self.venv / "bin").mkdir(parents=True)
            (self.venv / "bin" / "python").touch()
        if name == "pip":
            assert not (self.venv / "installed.json").exists(), "pip runs under a stamp that says all is done"
        if self.fails:
            raise PackagesFailed(sentence)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A fresh checkout with both locks."""
    found = Machine(tmp_path)
    for name in ("requirements.txt", "requirements-dev.txt"):
        (tmp_path / name).write_text("one==1\n")
    monkeypatch.setenv("STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("PORT", "1")
    monkeypatch.setattr(places, "CHECKOUT", tmp_path)
    monkeypatch.setattr(preflight, "refuse_taken_port", lambda: None)
    for name, value in {"VENV": found.venv, "PYTHON": found.venv / "bin" / "python", "STAMP": found.venv / "installed.json"}.items():
        monkeypatch.setattr(setup_environment, name, value)
    monkeypatch.setattr(setup_environment, "_run", found.run)
    monkeypatch.setattr(setup_environment.shutil, "which", lambda name: f"/usr/bin/{name}")
    return found


def test_a_second_start_installs_nothing(machine: Machine) -> None:
    set_up("run")
    assert machine.ran == ["venv", "pip"]

    set_up("run")
    assert machine.ran == ["venv", "pip"]


def test_the_tools_of_the_tests_serve_the_run_too(machine: Machine) -> None:
    set_up("test")
    set_up("run")

    assert machine.ran == ["venv", "pip"]


def test_the_run_alone_does_not_serve_the_tests(machine: Machine) -> None:
    set_up("run")
    set_up("test")

    assert machine.ran == ["venv", "pip", "pip"]


def test_a_changed_lock_is_installed_over_the_old_one(machine: Machine) -> None:
    set_up("run")
    (machine.venv / "kept").touch()
    machine.lock.write_text("one==2\n")

    set_up("run")

    assert machine.ran == ["venv", "pip", "pip"]
    assert (machine.venv / "kept").exists()


def test_what_was_never_finished_is_made_anew(machine: Machine) -> None:
    machine.fails = True
    machine.venv.mkdir()
    (machine.venv / "half").touch()
    with pytest.raises(PackagesFailed):
        set_up("run")
    machine.fails = False
    (machine.venv / "half").touch()

    set_up("run")

    assert not (machine.venv / "half").exists()
    assert machine.ran == ["venv", "venv", "pip"]


def test_an_environment_of_another_python_is_made_anew(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    set_up("run")
    monkeypatch.setattr(setup_environment, "VERSION", "3.99")

    set_up("run")

    assert machine.ran == ["venv", "pip", "venv", "pip"]


def test_a_full_disk_is_told_before_anything_is_removed(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    set_up("run")
    machine.lock.write_text("one==2\n")
    monkeypatch.setitem(setup_environment.MEGABYTES, "run", 10**9)

    with pytest.raises(DiskFull, match="MB are needed"):
        set_up("run")

    assert (machine.venv / "installed.json").exists()


def test_only_root_installs_from_debian(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup_environment.shutil, "which", lambda name: None if name == "chromium" else f"/usr/bin/{name}")
    monkeypatch.setattr(setup_environment.os, "geteuid", lambda: 1000)

    with pytest.raises(ToolMissing, match="sudo apt install chromium"):
        set_up("test")

    assert "apt-get" not in machine.ran


def pins(name: str) -> dict[str, str]:
    found = PIN.findall((places.CHECKOUT / name).read_text())
    return {canonicalize_name(package): version for package, version in found}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_each_pin_has_hashes_and_no_lock_names_a_place(name: str) -> None:
    text = (places.CHECKOUT / name).read_text()

    assert len(PIN.findall(text)) > 50
    for block in re.split(r"\n(?=[A-Za-z0-9])", text)[1:]:
        assert "--hash=sha256:" in block, block
    assert not re.search(r"://|index-url|find-links|trusted-host|\s/\w", text)


def test_the_tests_run_on_the_versions_of_the_run() -> None:
    run, test = pins("requirements.txt"), pins("requirements-dev.txt")

    assert {name: test.get(name) for name in run} == run


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((places.CHECKOUT / "pyproject.toml").read_text())["project"]
    for name, wanted in (("requirements.txt", project["dependencies"]), ("requirements-dev.txt", project["optional-dependencies"]["dev"])):
        locked = pins(name)
        for requirement in map(Requirement, wanted):
            version = locked.get(canonicalize_name(requirement.name))
            assert version is not None, f"{requirement.name} is not locked: make lock"
            assert requirement.specifier.contains(version, prereleases=True), requirement


def test_the_lock_holds_what_only_an_older_python_needs() -> None:
    locked = pins("requirements.txt")
    missing = [need for name in locked for need in needs_on_oldest(name) if need not in locked]

    assert missing == []


def needs_on_oldest(name: str) -> list[str]:
    try:
        found = map(Requirement, requires(name) or [])
    except PackageNotFoundError:  # of an older Python only: what it needs in turn was resolved when the lock was made
        return []
    return [canonicalize_name(one.name) for one in found if one.marker is None or one.marker.evaluate(OLDEST)]
