"""PostgreSQL and Valkey: one code path, embedded by default.

`DATABASE_URL` and `VALKEY_URL` name engines that run elsewhere. Unset, the real engines start from their wheels, below `STATE_DIR`.
`database_url` and `valkey_url` only compute an address; whoever needs an engine starts it with `running` or `ensure_started`.
"""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import Signals
from typing import Any, Protocol
from urllib.parse import urlsplit

from marketplace.core import children, file_lock, places
from marketplace.core.engines import folders
from marketplace.core.engines.postgres import Postgres
from marketplace.core.engines.valkey import Valkey
from marketplace.core.faults import EngineFailed, writing

__all__ = ["database_url", "embedded", "ensure_started", "forget", "running", "start", "stop", "turn", "valkey_url", "where"]

PATIENCE = 60.0
TRIES = 3
Started = list[tuple["Engine", subprocess.Popen[bytes]]]


class Engine(Protocol):
    """What PostgreSQL and Valkey have in common."""

    name: str
    key: str
    variable: str
    stop_signal: Signals

    @property
    def log(self) -> Path: ...
    def url(self) -> str: ...
    def prepare(self, *, durable: bool) -> None: ...
    def command(self, *, durable: bool) -> list[str]: ...
    def answers(self) -> bool: ...
    def finish(self) -> None: ...
    def stop_loose(self) -> None: ...


POSTGRES = Postgres()
VALKEY = Valkey()
# Kept so that Python does not warn of children it no longer watches: they are meant to outlive us.
_LEFT_RUNNING: Started = []


def database_url() -> str:
    """Return PostgreSQL's address. Starts nothing, touches nothing."""
    return os.environ.get("DATABASE_URL") or POSTGRES.url()


def valkey_url() -> str:
    """Return Valkey's or Redis's address. Starts nothing, touches nothing."""
    return os.environ.get("VALKEY_URL") or VALKEY.url()


def embedded() -> list[Engine]:
    """Return the engines that are ours to start, in the order they start."""
    engines: list[Engine] = [POSTGRES, VALKEY]
    return [engine for engine in engines if not os.environ.get(engine.variable)]


@contextmanager
def running(*, durable: bool = True) -> Iterator[None]:
    """Have the engines running inside the block; those that were not are stopped after it, and die with us if we are killed.

    `durable=False` is for tests: a commit does not wait for the disk.
    """
    started: Started = []
    try:
        _start_missing(started, durable=durable, tied=True)
        yield
    finally:
        for engine, process in reversed(started):
            children.end(process, ask=engine.stop_signal, patience=20)


def ensure_started(*, durable: bool = True) -> None:
    """Start the engines that do not run yet and leave them running; `stop` ends them. Several may call it at once."""
    _start_missing(_LEFT_RUNNING, durable=durable, tied=False)


def stop() -> None:
    """Stop the embedded engines, whoever started them. Does nothing where none runs."""
    for engine in reversed(embedded()):
        engine.stop_loose()


def forget() -> None:
    """Stop the embedded engines and delete all their data."""
    with turn():
        stop()
        folders.forget()


def where() -> dict[str, dict[str, Any]]:
    """Return where both listen and whether the embedded ones run. Passwords of engines elsewhere are left out."""
    ours = embedded()
    answer: dict[str, dict[str, Any]] = {}
    for engine, url in ((POSTGRES, database_url()), (VALKEY, valkey_url())):
        answer[engine.key] = {"url": _without_password(url), "embedded": engine in ours}
        if engine in ours:
            answer[engine.key] |= {"running": engine.answers(), "log": str(engine.log)}
    return answer


@contextmanager
def turn() -> Iterator[None]:
    """Wait until nobody else on this checkout is starting engines, and keep them waiting inside the block."""
    place = places.state_dir()
    with writing(place):
        place.mkdir(parents=True, exist_ok=True)
        handle = file_lock.held(place / "engines.lock")
    with handle:
        yield


def start(engine: Engine, *, durable: bool = True, tied: bool = True) -> subprocess.Popen[bytes]:
    """Start one engine as a child and return it once it answers. Raises EngineFailed or the disk's fault.

    A few tries, because what a killed PostgreSQL leaves behind can take a moment to go.
    """
    folders.make()
    with writing(folders.home()):
        engine.prepare(durable=durable)
    for _ in range(TRIES):
        sign = engine.stop_signal if tied else None
        process = children.spawn(engine.command(durable=durable), log=engine.log, who=folders.identity(), cwd=folders.home(), tied=sign)
        if _answers_in_time(engine, process):
            engine.finish()
            return process
        time.sleep(1)
    raise places.blame(EngineFailed, f"{engine.name} did not start.", engine.log)


def _start_missing(started: Started, *, durable: bool, tied: bool) -> None:
    ours = embedded()
    if not ours:
        return
    with turn():
        for engine in ours:
            if not engine.answers():
                started.append((engine, start(engine, durable=durable, tied=tied)))


def _answers_in_time(engine: Engine, process: subprocess.Popen[bytes]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        if engine.answers():
            return True
        time.sleep(0.05)
    children.end(process, ask=engine.stop_signal)
    return False


def _without_password(url: str) -> str:
    password = urlsplit(url).password
    return url.replace(f":{password}@", ":***@", 1) if password else url
