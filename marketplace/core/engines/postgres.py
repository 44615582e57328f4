"""PostgreSQL 18 from its wheel: made once, started with settings for a small machine, reached only through a socket in a closed folder."""

import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import psycopg

from marketplace.core import places
from marketplace.core.engines import binaries, folders
from marketplace.core.faults import EngineFailed

ROLE = DATABASE = "mahalli"
KEEPER = "postgres"
MAJOR = "18"
# Text is UTF-8 and sorted by code point everywhere alike; trigrams of Arabic need a UTF-8 character type, "C" knows no Arabic letter.
LOCALE = ("--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
# Who may connect is decided by who may enter the folder of the socket.
TRUST = ("--auth-local=trust", "--auth-host=reject")
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "effective_cache_size": "512MB",
    "work_mem": "8MB",
    "maintenance_work_mem": "64MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "512MB",
    "random_page_cost": "1.1",
    "io_method": "sync",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] ",
}
FAST_AND_LOOSE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Postgres:
    """The embedded PostgreSQL."""

    name = "PostgreSQL"
    key = "postgresql"
    variable = "DATABASE_URL"
    stop_signal = signal.SIGINT

    @property
    def data(self) -> Path:
        """The cluster."""
        return folders.home() / "postgres"

    @property
    def log(self) -> Path:
        """Its log."""
        return places.log("postgres")

    def url(self, role: str = ROLE, database: str = DATABASE) -> str:
        """Return its address; computed, whether it runs or not."""
        return f"postgresql://{role}@/{database}?host={quote(str(folders.sockets()))}"

    def prepare(self, *, durable: bool) -> None:
        """Make the cluster if there is none; mend what a kill or a crash left. Raises EngineFailed or the disk's fault."""
        if self.data.exists() and not self._is_whole():
            folders.set_aside(self.data)
        if not self.data.exists():
            self._initdb(durable)
        made_by = (self.data / "PG_VERSION").read_text().strip()
        if made_by != MAJOR:
            raise EngineFailed(f"{self.data} was made by PostgreSQL {made_by}, this is {MAJOR}. Dump it with the old one, or move it away.")
        for lock_file in (self.data / "postmaster.pid", folders.sockets() / ".s.PGSQL.5432.lock"):
            self._drop_if_foreign(lock_file)

    def command(self, *, durable: bool) -> list[str]:
        """Return the command line of the server."""
        settings = {**SETTINGS, "unix_socket_directories": str(folders.sockets()), **({} if durable else FAST_AND_LOOSE)}
        return [str(binaries.postgres("postgres")), "-D", str(self.data), *(f"--{name}={value}" for name, value in settings.items())]

    def answers(self) -> bool:
        """Say whether it takes connections."""
        with suppress(psycopg.OperationalError), psycopg.connect(self.url(KEEPER, "postgres"), connect_timeout=2):
            return True
        return False

    def finish(self) -> None:
        """Make the role and the database of the product where they are missing. The role is no superuser, as on a managed PostgreSQL."""
        with psycopg.connect(self.url(KEEPER, "postgres"), autocommit=True) as connection:
            if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone() is None:
                connection.execute(f"CREATE ROLE {ROLE} LOGIN CREATEDB")
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone() is None:
                connection.execute(f"CREATE DATABASE {DATABASE} OWNER {ROLE}")

    def stop_loose(self) -> None:
        """Stop a server on our cluster that is nobody's child any more."""
        pid_file = self.data / "postmaster.pid"
        if not (self.data.exists() and self._is_ours(self._pid(pid_file))):
            return
        try:
            self._run(["pg_ctl", "stop", "-D", str(self.data), "-m", "fast", "-w", "-t", "20"])
        except EngineFailed:
            # It was already going down and went between our look and pg_ctl's: that is what was asked for.
            if self._is_ours(self._pid(pid_file)):
                raise

    def _initdb(self, durable: bool) -> None:
        half = self.data.with_name("postgres.half")
        places.remove(half)
        self._run(["initdb", "-D", str(half), "-U", KEEPER, *LOCALE, *TRUST, *([] if durable else ["--no-sync"])])
        half.rename(self.data)

    def _run(self, command: list[str]) -> None:
        who = folders.identity()
        program = str(binaries.postgres(command[0]))
        as_user = who.for_popen() if who else {}
        with self.log.open("ab") as log:
            done = subprocess.run([program, *command[1:]], stdout=log, stderr=log, cwd=folders.home(), check=False, **as_user)
        if done.returncode:
            raise places.blame(EngineFailed, f"PostgreSQL's {command[0]} failed.", self.log)

    def _is_whole(self) -> bool:
        return all((self.data / part).is_file() for part in ("PG_VERSION", "global/pg_control"))

    def _drop_if_foreign(self, lock_file: Path) -> None:
        """Remove a lock file that is empty, or whose number a program of somebody else bears by now; the rest PostgreSQL judges itself."""
        if not lock_file.exists():
            return
        pid = self._pid(lock_file)
        if pid is None or (Path(f"/proc/{pid}").exists() and not self._is_ours(pid)):
            lock_file.unlink()

    def _is_ours(self, pid: int | None) -> bool:
        with suppress(OSError):
            return str(self.data).encode() in Path(f"/proc/{pid}/cmdline").read_bytes()
        return False

    def _pid(self, lock_file: Path) -> int | None:
        with suppress(OSError, ValueError, IndexError):
            return int(lock_file.read_text().split()[0])
        return None
