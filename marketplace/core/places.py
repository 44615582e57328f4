"""Where the checkout keeps what it makes while it runs. Standard library only."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from marketplace.core.faults import last_words, writing

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


def with_log(sentence: str, log_file: Path) -> str:
    """Return `sentence`, where the log is, and the log's last words."""
    return f"{sentence} The log: {shown(log_file)}\n{last_words(log_file)}".rstrip()


def remove(path: Path) -> None:
    """Delete a file, link or folder if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
