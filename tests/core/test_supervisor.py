"""Who runs everything: children in order, one death ends all, Ctrl-C leaves nothing behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from marketplace.core import places, preflight
from marketplace.core.faults import AlreadyRunning, ChildDied, PortTaken
from marketplace.core.supervisor.family import Family

# The real main, with two sleeping children in place of the servers.
RUN = """
import sys
import marketplace.core.supervisor.__main__ as supervisor
def start(family, began):
    supervisor._write_address()
    for name in ("first", "second"):
        family.start(name, [sys.executable, "-c", "import time; print('hello', flush=True); time.sleep(CHILD)"], log=name)
    print("started", *[child.process.pid for child in family.members], flush=True)
supervisor._start_all = start
sys.exit(supervisor.main())
"""


WRITES_ITS_NAME = """
import signal, sys, time
def end(*_):
    open({order!r}, "a").write({name!r})
    sys.exit()
signal.signal(signal.SIGTERM, end)
print("up", flush=True)
time.sleep(60)
"""
DEAF = """
import signal, subprocess, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print(subprocess.Popen(["sleep", "60"]).pid, flush=True)
time.sleep(60)
"""


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of the test's own."""
    monkeypatch.setenv("STATE_DIR", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def run() -> Iterator[Callable[..., tuple[subprocess.Popen[str], list[int]]]]:
    """Start a run as the leader of its own process group; give it and the numbers of its children."""
    started = []

    def _run(seconds: float = 60) -> tuple[subprocess.Popen[str], list[int]]:
        code = RUN.replace("CHILD", str(seconds))
        process = subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=places.CHECKOUT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        assert process.stdout is not None
        return process, [int(word) for word in process.stdout.readline().split()[1:]]

    yield _run
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def lives(pid: int) -> bool:
    """Say whether a process is there and not only waiting to be buried."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def wait_for_death(pids: list[int]) -> list[int]:
    deadline = time.monotonic() + 5
    while any(lives(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.05)
    return [pid for pid in pids if lives(pid)]


def test_the_last_started_is_stopped_first(tmp_path: Path) -> None:
    order = tmp_path / "order"
    family = Family()
    for name in "abc":
        family.start(name, [sys.executable, "-c", WRITES_ITS_NAME.format(order=str(order), name=name)], log=name)
    family.wait_until(lambda: all("up" in places.log(name).read_text() for name in "abc"))

    family.stop()

    assert order.read_text() == "cba"
    assert family.members == []


def test_one_who_does_not_listen_is_killed_with_all_it_started() -> None:
    family = Family()
    family.start("deaf", [sys.executable, "-c", DEAF], log="deaf", patience=0.2)
    family.wait_until(lambda: places.log("deaf").read_text().strip() != "")
    grandchild = int(places.log("deaf").read_text())

    family.stop()

    assert wait_for_death([grandchild]) == []


def test_a_death_is_told_with_its_log() -> None:
    family = Family()
    family.start("The clock", [sys.executable, "-c", "import sys; print('no spring'); sys.exit(3)"], log="clock")

    with pytest.raises(ChildDied, match=r"The clock ended by itself \(exit code 3\).*clock\.log\nno spring"):
        family.watch()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_the_whole_group_stops_everything_calmly(
    run: Callable[..., tuple[subprocess.Popen[str], list[int]]], number: int
) -> None:
    process, children = run()

    os.killpg(process.pid, number)
    os.killpg(process.pid, signal.SIGTERM)
    said, _ = process.communicate(timeout=10)

    assert process.returncode == 0
    assert wait_for_death(children) == []
    assert said.endswith("Stopped.\n")
    assert "Traceback" not in said
    assert "Error" not in said


def test_nothing_outlives_a_run_that_is_killed(run: Callable[..., tuple[subprocess.Popen[str], list[int]]]) -> None:
    process, children = run()
    assert [lives(pid) for pid in children] == [True, True]

    process.kill()
    process.communicate()

    assert wait_for_death(children) == []


def test_a_death_ends_the_run_with_its_own_code(run: Callable[..., tuple[subprocess.Popen[str], list[int]]]) -> None:
    process, children = run(seconds=0.5)

    said, _ = process.communicate(timeout=10)

    assert process.returncode == ChildDied.code
    assert "first ended by itself" in said
    assert wait_for_death(children) == []


def test_a_second_run_is_refused_and_the_first_goes_on(run: Callable[..., tuple[subprocess.Popen[str], list[int]]]) -> None:
    process, children = run()

    second = subprocess.run(
        [sys.executable, "-m", "marketplace.core.supervisor"], cwd=places.CHECKOUT, capture_output=True, text=True, check=False
    )

    assert second.returncode == AlreadyRunning.code
    assert f"process {process.pid}" in second.stdout
    assert [lives(pid) for pid in children] == [True, True]


def test_the_lock_goes_with_its_holder(run: Callable[..., tuple[subprocess.Popen[str], list[int]]]) -> None:
    process, _ = run()
    with pytest.raises(AlreadyRunning):
        preflight.refuse_second_run()

    process.kill()
    process.communicate()

    preflight.refuse_second_run()


def test_a_taken_port_is_told_before_anything_starts(monkeypatch: pytest.MonkeyPatch, state: Path) -> None:
    with socket.socket() as other:
        other.bind((preflight.HOST, 0))
        other.listen()
        number = other.getsockname()[1]
        ran = subprocess.run(
            [sys.executable, "-m", "marketplace.core.supervisor"],
            cwd=places.CHECKOUT,
            env={**os.environ, "PORT": str(number)},
            capture_output=True,
            text=True,
            check=False,
        )

    assert ran.returncode == PortTaken.code
    assert f"port {number}" in ran.stdout
    assert not (state / "engines").exists()


@pytest.mark.parametrize("text", ["eighty", "0", "65536", "-1"])
def test_a_port_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("PORT", text)

    with pytest.raises(PortTaken, match="from 1 to 65535"):
        preflight.port()
