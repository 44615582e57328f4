"""Starting and ending programs, each in a session of its own: Ctrl-C in the terminal reaches only the one who starts and stops them.

Standard library only.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from marketplace.core.faults import writing

PR_SET_PDEATHSIG = 1
LOG_LIMIT = 5_000_000


@dataclass(frozen=True)
class Identity:
    """The unprivileged user a child becomes."""

    uid: int
    gid: int

    def for_popen(self) -> dict[str, Any]:
        """Return what `subprocess` needs to start a child as this user."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def spawn(
    command: list[str],
    *,
    log: Path,
    who: Identity | None = None,
    cwd: Path | None = None,
    tied: signal.Signals | None = None,
    speaks: bool = False,
) -> subprocess.Popen[bytes]:
    """Start `command` with its output appended to `log`; of one who `speaks` only the errors, the rest is read by the user.

    `tied` is the signal the kernel sends it should we die without a word (kill -9), so that nothing is left running.
    """
    with _opened(log) as output:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=None if speaks else output,
            stderr=output,
            cwd=cwd,
            start_new_session=True,
            preexec_fn=_die_with_parent(tied) if tied else None,
            **(who.for_popen() if who else {}),
        )


def end(process: subprocess.Popen[bytes], *, ask: signal.Signals = signal.SIGTERM, patience: float = 5) -> None:
    """Ask a program to end, wait `patience` seconds, then end it and all it started."""
    if process.poll() is None:
        process.send_signal(ask)
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _opened(log: Path) -> IO[bytes]:
    with writing(log):
        if log.exists() and log.stat().st_size > LOG_LIMIT:
            log.replace(log.with_suffix(".old.log"))
        return log.open("ab")


def _die_with_parent(sign: signal.Signals) -> Callable[[], None] | None:
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None).prctl
    return lambda: prctl(PR_SET_PDEATHSIG, int(sign))
