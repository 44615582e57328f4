"""What the two commands say while they work: one short line a step, with how long it took. Standard library only."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


def say(text: str = "") -> None:
    """Write one line at once, also into a file or pipe."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


@contextmanager
def step(text: str) -> Iterator[None]:
    """Say what is being done, and its duration in seconds when it is done."""
    began = time.monotonic()
    sys.stdout.write(f"  {text} … ")
    sys.stdout.flush()
    try:
        yield
    except BaseException:
        say()
        raise
    say(f"{time.monotonic() - began:.1f} s")
