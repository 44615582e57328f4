"""The children: started in order, watched, stopped in reverse order."""

import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from marketplace.core import children, places
from marketplace.core.faults import ChildDied

GLANCE = 0.2


@dataclass(frozen=True)
class Child:
    """One program that must keep running. `patience` is how many seconds it has to end when asked with `stop_signal`."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path
    stop_signal: signal.Signals = signal.SIGTERM
    patience: float = 5


class Family:
    """All children of one run."""

    def __init__(self) -> None:
        self.members: list[Child] = []

    def adopt(self, child: Child) -> None:
        """Watch `child` from now on."""
        self.members.append(child)

    def start(self, name: str, command: list[str], *, log: str, patience: float = 5) -> None:
        """Start a program of ours and watch it."""
        place = places.log(log)
        process = children.spawn(command, log=place, cwd=places.CHECKOUT, tied=signal.SIGTERM)
        self.adopt(Child(name, process, place, patience=patience))

    def look(self) -> None:
        """Raise ChildDied if one has ended by itself."""
        for child in self.members:
            code = child.process.poll()
            if code is not None:
                raise places.blame(ChildDied, f"{child.name} ended by itself ({_how(code)}).", child.log)

    def wait_until(self, ready: Callable[[], bool]) -> None:
        """Return when `ready` says so. Raises ChildDied if one ends before."""
        while not ready():
            self.look()
            time.sleep(GLANCE)

    def watch(self) -> None:
        """Stay here until one ends by itself, then raise ChildDied; a signal ends the wait as an exception."""
        while True:
            self.look()
            time.sleep(GLANCE)

    def stop(self) -> None:
        """Stop all, the last started first."""
        while self.members:
            child = self.members.pop()
            children.end(child.process, ask=child.stop_signal, patience=child.patience)


def _how(code: int) -> str:
    return f"exit code {code}" if code >= 0 else signal.Signals(-code).name
