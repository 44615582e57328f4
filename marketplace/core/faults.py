"""Faults of the machine: one clear sentence and one exit code each. Standard library only: the set-up runs before any package is there."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Fault(Exception):
    """Something on this machine stands in the way. The text says what, and what to do."""

    code = 10


class PortTaken(Fault):
    """Another program listens where the web server should."""

    code = 11


class DiskReadOnly(Fault):
    """A folder that must be written to lies on a read-only disk."""

    code = 12


class DiskFull(Fault):
    """There is no room left."""

    code = 13


class NotAllowed(Fault):
    """A file or folder belongs to another user."""

    code = 14


class AlreadyRunning(Fault):
    """The same checkout is being run already."""

    code = 15


class PackagesFailed(Fault):
    """The virtual environment or the packages in it could not be made."""

    code = 16


class EngineFailed(Fault):
    """PostgreSQL or Valkey did not start."""

    code = 17


class ChildDied(Fault):
    """A program that must keep running ended by itself."""

    code = 18


class StepFailed(Fault):
    """Migrations, messages, static files or the demo world could not be made."""

    code = 19


class ToolMissing(Fault):
    """The system lacks a program that only its administrator can install."""

    code = 20


FULL = (errno.ENOSPC, errno.EDQUOT)


def fault_of(error: OSError, path: Path | str) -> Fault | None:
    """Return the fault that `error` at `path` means, or None where the disk is not to blame."""
    place = error.filename or path
    if error.errno in FULL:
        return DiskFull(f"The disk is full: nothing more can be written to {place}. Make room, then start again.")
    if error.errno == errno.EROFS:
        return DiskReadOnly(f"The disk is read-only: {place} cannot be written. Mount it for writing, or set STATE_DIR to another folder.")
    if error.errno in (errno.EACCES, errno.EPERM):
        return NotAllowed(f"{place} belongs to another user. Start as that user, or set STATE_DIR to a folder of your own.")
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return NotAllowed(f"{place} is in the way: a folder is needed there. Move it elsewhere, then start again.")
    return None


def fault_in(text: str, path: Path | str) -> Fault | None:
    """Return the fault that another program's last words `text` mean, or None where the disk is not to blame."""
    signs = {errno.ENOSPC: ("No space left on device", "Disk quota exceeded", "DiskFull"), errno.EROFS: ("Read-only file system",)}
    for number, phrases in signs.items():
        if any(phrase in text for phrase in phrases):
            return fault_of(OSError(number, ""), path)
    return None


@contextmanager
def writing(path: Path | str) -> Iterator[None]:
    """Turn what a full, read-only or foreign disk raises while writing below `path` into its fault."""
    try:
        yield
    except OSError as error:
        fault = fault_of(error, path)
        if fault is None:
            raise
        raise fault from error


def last_words(log: Path, *, lines: int = 5) -> str:
    """Return the last `lines` lines of a log that say something, or nothing if it cannot be read."""
    try:
        text = log.read_text(errors="replace")[-8000:]
    except OSError:
        return ""
    return "\n".join([line for line in text.splitlines() if line.strip()][-lines:])
