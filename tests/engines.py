"""The engines of test runs: whoever comes first starts them, whoever leaves last stops what a test run started.

Several runs may share one `STATE_DIR`. Each holds a shared lock on one file while it lasts; who can lock it alone is the last. Engines that
ran before the tests (`manage.py engines --start`) are used and left running.
"""

import fcntl
import os
import subprocess
from contextlib import suppress
from pathlib import Path

from marketplace.core import engines, places


class TestEngines:
    """What one run holds."""

    __test__ = False

    def __init__(self) -> None:
        self._handle: int | None = None
        self._started: list[subprocess.Popen[bytes]] = []

    def arrive(self) -> None:
        """Have PostgreSQL and Valkey running, without waiting for the disk on a commit. Raises the engines' faults."""
        places.state_dir().mkdir(parents=True, exist_ok=True)
        self._handle = os.open(places.state_dir() / "tests.lock", os.O_RDWR | os.O_CREAT, 0o644)
        fcntl.flock(self._handle, fcntl.LOCK_SH)
        with engines.turn():
            for engine in (engine for engine in engines.embedded() if not engine.answers()):
                self._mark.touch()
                self._started.append(engines.start(engine, durable=False, tied=False))

    def leave(self) -> None:
        """Stop the engines if a test run started them and no other run uses them."""
        if self._handle is None:
            return
        with suppress(BlockingIOError):
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if self._mark.exists():
                engines.stop()
                self._mark.unlink()
        for process in self._started:
            # Another run still uses it and will stop it; Python need not warn that it outlives us.
            process.returncode = process.poll() or 0
        os.close(self._handle)
        self._handle = None

    @property
    def _mark(self) -> Path:
        return places.state_dir() / "engines_of_tests"
