"""What is looked at before anything is started, so that a fault is told at once and not after a minute. Standard library only."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

from marketplace.core import file_lock, places
from marketplace.core.faults import AlreadyRunning, DiskFull, NotAllowed, PortTaken, writing

HOST = "127.0.0.1"


def port() -> int:
    """Return the port of the web server (`PORT`, else 8000)."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise PortTaken(f"PORT is {text!r}; it must be a number from 1 to 65535.")
    return int(text)


def refuse_taken_port() -> None:
    """Raise PortTaken if another program listens on our port."""
    number = port()
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, number))
        except PermissionError:
            raise NotAllowed(f"Only root may listen on port {number}. Choose one above 1023: PORT=8000 make run") from None
        except OSError:
            raise PortTaken(f"Another program listens on port {number}. Stop it, or choose another: PORT={number + 1} make run") from None


def run_lock() -> Path:
    """Return the file that whoever runs this checkout holds, with his process number and address inside."""
    return places.state_dir() / "run.lock"


def become_the_one() -> int:
    """Take the checkout's run lock and return what holds it. Raises AlreadyRunning if another runs it."""
    places.prove_writable(places.state_dir())
    with writing(run_lock()):
        handle = file_lock.take(run_lock(), wait=False)
    if handle is None:
        pid, _, address = run_lock().read_text().partition(" ")
        raise AlreadyRunning(f"It runs already, at {address or 'its address'} (process {pid or 'unknown'}). Stop that one first.")
    return handle


def refuse_second_run() -> None:
    """Raise AlreadyRunning if this checkout is being run."""
    os.close(become_the_one())


def refuse_full_disk(folder: Path, megabytes: int) -> None:
    """Raise DiskFull if fewer than `megabytes` are free where `folder` lies or will lie."""
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < megabytes:
        raise DiskFull(f"The disk is full: {free} MB are free at {folder}, {megabytes} MB are needed. Make room, then start again.")
