"""Run everything on this machine until Ctrl-C. Exit code 0 when asked to stop, else that of the fault (see `marketplace.core.faults`)."""

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from types import FrameType
from typing import NoReturn

from marketplace.core import children, engines, places, preflight
from marketplace.core.faults import Fault, StepFailed
from marketplace.core.progress import say, step
from marketplace.core.supervisor import programs, steps
from marketplace.core.supervisor.family import Child, Family

# What the first start writes (tables, pictures, log of the database), and what a day's work may need at least.
FIRST_MEGABYTES, LATER_MEGABYTES = 250, 30
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StopRequested(BaseException):
    """Ctrl-C, or a polite kill. Not an Exception, so that nothing on the way swallows it."""


PAGES = (
    ("Shop", "/ar/"),
    ("in English", "/en/"),
    ("Sellers", "/ar/my/"),
    ("Hubs", "/ar/hub/"),
    ("Staff", "/ar/program/"),
    ("Demo phone", "/ar/demo/phone/"),
)


def main() -> int:
    """Run until asked to stop or until something fails; say why; leave nothing running."""
    began = time.monotonic()
    _on_stop_signals(_request_stop)
    family = Family()
    code = 0
    try:
        with ExitStack() as lock:
            lock.callback(os.close, preflight.become_the_one())
            try:
                _start_all(family, began)
                family.watch()
            finally:
                _stop_all(family)
    except Fault as fault:
        say(f"✗ {fault}")
        code = fault.code
    except StopRequested:
        say("Stopped.")
    return code


def _start_all(family: Family, began: float) -> None:
    preflight.refuse_taken_port()
    preflight.refuse_full_disk(places.state_dir(), LATER_MEGABYTES if steps.cast_file().exists() else FIRST_MEGABYTES)
    _write_address()
    _start_engines(family)
    _prepare(family)
    _start_web(family)
    family.start("The Celery worker", programs.worker(), log="worker", patience=6)
    family.start("Celery beat", programs.beat(), log="beat", patience=3)
    _welcome(time.monotonic() - began)


def _start_engines(family: Family) -> None:
    with engines.turn():
        for engine in engines.embedded():
            with step(f"Starting {engine.name}"):
                engine.stop_loose()
                family.adopt(Child(engine.name, engines.start(engine), engine.log, engine.stop_signal, patience=20))


def _prepare(family: Family) -> None:
    """Make what is outdated, in one process of its own: the servers then start without waiting for Django to be loaded here."""
    due = steps.outdated()
    if not due:
        return
    log = places.log("prepare")
    process = children.spawn([sys.executable, "manage.py", "prepare", *due], log=log, cwd=places.CHECKOUT, tied=signal.SIGTERM, speaks=True)
    try:
        family.wait_until(lambda: process.poll() is not None)
    finally:
        children.end(process)
    if process.returncode:
        raise places.blame(StepFailed, "This step failed.", log)


def _start_web(family: Family) -> None:
    with step("Starting the web server"):
        family.start("The web server", programs.web(), log="web", patience=6)
        family.wait_until(lambda: programs.first_page() is not None)
    status = programs.first_page()
    if status is not None and status >= 500:
        say(f"! The first page answers {status}. The log: {places.shown(places.log('web'))}")


def _welcome(seconds: float) -> None:
    root = f"http://{preflight.HOST}:{preflight.port()}"
    say(f"Ready after {seconds:.1f} s. Ctrl-C stops everything.")
    for name, page in PAGES:
        say(f"  {name:<12}{root}{page}")
    say(f"  {'Logs':<12}{places.shown(places.state_dir() / 'logs')}/")
    _introduce_cast()


def _introduce_cast() -> None:
    if not steps.cast_file().exists():
        return
    say("The demo world's people:")
    for person in json.loads(steps.cast_file().read_text()):
        words = [str(person.get(key, "")) for key in ("role", "sign_in", "password", "note")]
        say(f"  {words[0]:<24}{words[1]:<28}{words[2]:<20}{words[3]}".rstrip())


def _write_address() -> None:
    preflight.run_lock().write_text(f"{os.getpid()} http://{preflight.HOST}:{preflight.port()}")


def _stop_all(family: Family) -> None:
    _on_stop_signals(_pass_over)
    if family.members:
        with step("Stopping"):
            family.stop()


def _request_stop(_number: int, _frame: FrameType | None) -> NoReturn:
    """Only the first request counts: a whole process group is often told twice."""
    _on_stop_signals(_pass_over)
    raise StopRequested


def _pass_over(_number: int, _frame: FrameType | None) -> None:
    """Stopping already. Not SIG_IGN, which children would inherit."""


def _on_stop_signals(handler: Callable[[int, FrameType | None], None]) -> None:
    for number in STOP_SIGNALS:
        signal.signal(number, handler)


if __name__ == "__main__":
    sys.exit(main())
