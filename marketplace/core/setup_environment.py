"""The first half of `make run` and `make test`: a virtual environment with exactly the locked packages. Standard library only.

`python3 -m marketplace.core.setup_environment` (add `test` for the tools and the browser of the tests). A stamp in `.venv` says which lock
is installed. It is taken away before anything changes and written when all is done, so a `.venv` without it was never finished and is made
anew; what pip leaves half installed can look whole to pip.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import sys
from importlib.util import find_spec

from marketplace.core import children, file_lock, places, preflight
from marketplace.core.faults import Fault, PackagesFailed, ToolMissing, writing
from marketplace.core.progress import say, step

VENV = places.CHECKOUT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.json"
LOCKS = {"run": ["requirements.txt"], "test": ["requirements-dev.txt", "requirements.txt"]}
MEGABYTES = {"run": 900, "test": 1500}
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
# Bytecode is made when a module is first used: compiling all of it at once takes longer than everything else.
PIP = ["-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--require-hashes", "--no-deps", "--no-compile"]


def main(arguments: list[str]) -> int:
    """Set up for `run` or `test`; return the exit code."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        set_up("test" if "test" in arguments else "run")
    except Fault as fault:
        say(f"✗ {fault}")
        return fault.code
    except KeyboardInterrupt:
        say("Stopped. The next start goes on from here.")
        return 130
    return 0


def set_up(what: str) -> None:
    """Make the environment for `what` where it is not there yet. Raises a Fault."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python runs this very line
        raise ToolMissing(f"Python 3.11 or newer is needed, this is {VERSION}. Name another one: make run PYTHON=python3.11")
    places.prove_writable(places.state_dir())
    if what == "run":
        preflight.refuse_second_run()
        preflight.refuse_taken_port()
    with file_lock.held(places.CHECKOUT):
        if _installed() != _wanted(what):
            preflight.refuse_full_disk(VENV, MEGABYTES[what])
            _install(what)
    if what == "test":
        _have_browser()


def _wanted(what: str) -> dict[str, str]:
    """Return what the stamp must say at least; the tools of the tests may be there as well."""
    found = _installed()
    wanted = {name: hashlib.sha256((places.CHECKOUT / name).read_bytes()).hexdigest() for name in LOCKS[what]}
    return {**found, **wanted, "python": VERSION}


def _installed() -> dict[str, str]:
    try:
        stamp = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}
    return stamp if PYTHON.exists() and stamp.get("python") == VERSION else {}


def _install(what: str) -> None:
    wanted = _wanted(what)
    with writing(VENV):
        if _installed():
            STAMP.unlink()
        else:
            _make_venv()
        lock = places.CHECKOUT / LOCKS[what][0]
        count = sum("==" in line for line in lock.read_text().splitlines())
        with step(f"Installing {count} packages (a minute or two the first time)"):
            _run([str(PYTHON), *PIP, "-r", str(lock)], "The packages could not be installed; is there a way to the package index?")
        places.write_whole(STAMP, json.dumps({name: digest for name, digest in wanted.items() if name in (*LOCKS[what], "python")}))


def _make_venv() -> None:
    if find_spec("ensurepip") is None or find_spec("venv") is None:
        _install_from_debian(f"python{VERSION}-venv", "Python's module venv")
    with step("Making the virtual environment"):
        places.remove(VENV)
        # The interpreter below an activated environment, which may be the very one that was just removed.
        python = getattr(sys, "_base_executable", None) or sys.executable
        _run([python, "-m", "venv", str(VENV)], "The virtual environment could not be made.")


def _have_browser() -> None:
    if shutil.which("chromium") is None:
        _install_from_debian("chromium", "Chromium, for the browser tests,")


def _install_from_debian(package: str, what: str) -> None:
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise ToolMissing(f"{what} is missing. Install it: sudo apt install {package}")
    apt = ["apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=300"]
    with step(f"Installing Debian's {package}"):
        os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
        _run([*apt, "update"], "Debian's package lists could not be read.")
        _run([*apt, "install", "--no-install-recommends", package], f"Debian's {package} could not be installed.")


def _run(command: list[str], sentence: str) -> None:
    """Run a command with its output in the log. Raises the disk's fault, else PackagesFailed that starts with `sentence`."""
    log = places.log("packages")
    process = children.spawn(command, log=log, cwd=places.CHECKOUT, tied=signal.SIGTERM)
    try:
        failed = process.wait()
    except BaseException:
        children.end(process)
        raise
    if failed:
        raise places.blame(PackagesFailed, sentence, log)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
