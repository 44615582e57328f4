"""Where the checkout keeps what it makes while it runs. Standard library only."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryFile

from marketplace.core.faults import Fault, fault_in, last_words, writing

CHECKOUT = Path(__file__).resolve().parents[2]


def state_dir() -> Path:
    """Return the folder of everything this checkout makes while it runs (`STATE_DIR`, else `.state`)."""
    return Path(os.path.abspath(CHECKOUT / (os.environ.get("STATE_DIR") or ".state")))


def log(name: str) -> Path:
    """Return the path of a log; its folder is made if missing."""
    folder = state_dir() / "logs"
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.log"


def shown(path: Path) -> str:
    """Return `path` as a reader finds it: below the checkout without what stands above it."""
    return str(path.relative_to(CHECKOUT)) if path.is_relative_to(CHECKOUT) else str(path)


def write_whole(path: Path, text: str) -> None:
    """Write `text` to `path` in one move: whoever is killed meanwhile leaves the old text, never half of the new one."""
    half = path.with_name(path.name + ".half")
    with writing(path):
        half.write_text(text)
        half.replace(path)


def prove_writable(folder: Path) -> None:
    """Make `folder` if missing and write something in it. Raises the disk's fault."""
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder) as proof:
            proof.write(b"\0" * 65536)


def blame(kind: type[Fault], sentence: str, log_file: Path) -> Fault:
    """Return why a program failed: the disk's fault where it is to blame, else one of `kind` with the place and end of the log."""
    try:
        prove_writable(state_dir())
    except Fault as fault:
        return fault
    words = last_words(log_file)
    return fault_in(words, log_file.parent) or kind(f"{sentence} The log: {shown(log_file)}\n{words}".rstrip())


def remove(path: Path) -> None:
    """Delete a file, link or folder if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
