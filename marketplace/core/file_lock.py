"""A lock on a file or folder that the system itself releases when its holder dies, so none is ever left behind. Standard library only."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def take(path: Path, *, wait: bool = True) -> int | None:
    """Lock `path` (a folder, or a file that is made if missing) and return what holds it; None if another has it and `wait` is false."""
    handle = os.open(path, os.O_RDONLY) if path.is_dir() else os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    except BaseException:
        os.close(handle)
        raise
    return handle


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock on `path` inside the block; waits for it."""
    handle = take(path)
    try:
        yield
    finally:
        if handle is not None:
            with suppress(OSError):
                os.close(handle)
