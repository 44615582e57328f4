"""Where the engines keep their files, and whose they are. The addresses are computed; only `make` touches the disk.

As an ordinary user everything lies in `STATE_DIR/engines`. PostgreSQL refuses to run as root, so as root the engines run as an unprivileged
user; that user may not be let through the folders above the checkout, and we change no mode of theirs. So as root `STATE_DIR/engines` is
a link to a folder of the engines' own. The link is its title deed: a folder that no link names is left over and is made anew.
"""

import hashlib
import os
import pwd
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from marketplace.core import places
from marketplace.core.children import Identity
from marketplace.core.faults import EngineFailed, NotAllowed, writing
from marketplace.core.places import state_dir

BASE_AS_ROOT = Path("/var/lib/mahalli")
UNPRIVILEGED = "nobody"
# The kernel's limit on a socket's path is 108 bytes with the closing zero; psycopg and redis must reach it too.
SOCKET_PATH_LIMIT = 106
LONGEST_SOCKET = ".s.PGSQL.5432"
SHORT_PLACE = Path("/tmp")  # noqa: S108 - a folder of our own inside, closed to others and checked; not TMPDIR, which differs between processes


def home() -> Path:
    """Return the folder of the engines' own."""
    place = state_dir() / "engines"
    if place.is_symlink():
        return Path(os.readlink(place))
    if _is_root() and not _belongs_to_ordinary_user(place):
        return BASE_AS_ROOT / _key()
    return place


def sockets() -> Path:
    """Return the folder of the engines' sockets: in their own if that path is short and plain, else a short one."""
    inside = home() / "sockets"
    is_short = len(os.fsencode(inside / LONGEST_SOCKET)) <= SOCKET_PATH_LIMIT
    if is_short and re.fullmatch(r"[\w./-]+", str(inside), re.ASCII):
        return inside
    return SHORT_PLACE / f"mahalli-{os.geteuid()}-{_key()}"


def identity() -> Identity | None:
    """Return whom the engines run as: None means as ourselves; as root the owner of their folder, else an unprivileged user."""
    if not _is_root():
        return None
    if _belongs_to_ordinary_user(home()):
        owner = home().stat()
        return Identity(owner.st_uid, owner.st_gid)
    try:
        nobody = pwd.getpwnam(UNPRIVILEGED)
    except KeyError:
        raise EngineFailed(f"PostgreSQL does not run as root and there is no user {UNPRIVILEGED}. Start as an ordinary user.") from None
    return Identity(nobody.pw_uid, nobody.pw_gid)


def make() -> None:
    """Make the engines' folders where they are missing; as root outside the checkout, with the link in `STATE_DIR`."""
    with writing(state_dir()):
        state_dir().mkdir(parents=True, exist_ok=True)
        if _is_root() and not _belongs_to_ordinary_user(state_dir() / "engines"):
            _make_as_root()
        own(home())
        _make_sockets()


def own(folder: Path) -> None:
    """Make `folder` if missing, closed to others and owned by whom the engines run as. The folders above keep their modes."""
    who = identity()
    folder.mkdir(mode=0o700, exist_ok=True)
    if who is not None and folder.stat().st_uid != who.uid:
        os.chown(folder, who.uid, who.gid)


@contextmanager
def open_to_others() -> Iterator[None]:
    """Let everybody through the folders made inside the block, also where root's own habit is to close them (umask 077)."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


def forget() -> None:
    """Delete the engines' folders and the link to them."""
    for place in (sockets(), home(), state_dir() / "engines"):
        places.remove(place)


def set_aside(path: Path) -> Path:
    """Rename what cannot be used to `<name>.broken`, replacing an older one, and return the new name."""
    aside = path.with_name(path.name + ".broken")
    places.remove(aside)
    path.rename(aside)
    return aside


def _make_as_root() -> None:
    link = state_dir() / "engines"
    if link.is_symlink() and not link.exists():
        link.unlink()
    if link.is_symlink():
        return
    if link.exists():
        set_aside(link)
    with open_to_others():
        BASE_AS_ROOT.mkdir(parents=True, exist_ok=True)
    places.remove(home())
    own(home())
    link.symlink_to(home())


def _make_sockets() -> None:
    folder, who = sockets(), identity()
    expected = who.uid if who else os.geteuid()
    if os.path.lexists(folder) and (folder.is_symlink() or folder.stat().st_uid not in (expected, os.geteuid())):
        raise NotAllowed(f"{folder} belongs to another user. Remove it, or set STATE_DIR to a shorter path.")
    own(folder)


def _key() -> str:
    return hashlib.sha256(os.fsencode(state_dir())).hexdigest()[:12]


def _is_root() -> bool:
    return os.geteuid() == 0


def _belongs_to_ordinary_user(folder: Path) -> bool:
    try:
        return folder.stat().st_uid != 0
    except OSError:
        return False
