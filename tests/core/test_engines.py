"""The embedded engines: real PostgreSQL and Valkey in a state folder of the test's own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import psycopg
import pytest
import redis
from django.core.management import call_command

from marketplace.core import engines, places
from marketplace.core.engines import POSTGRES, folders
from marketplace.core.faults import EngineFailed, NotAllowed

AS_ROOT = os.geteuid() == 0


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A state folder that nobody else uses, below a folder closed to others."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    monkeypatch.setenv("STATE_DIR", str(closed / "state"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("VALKEY_URL", raising=False)
    yield closed / "state"
    if (closed / "state").exists():
        engines.forget()


def ask(query: str) -> object:
    with psycopg.connect(engines.database_url()) as connection:
        row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return row[0]


def postmaster() -> int:
    return int((POSTGRES.data / "postmaster.pid").read_text().split()[0])


def test_addresses_are_computed_and_nothing_is_made(state: Path) -> None:
    assert engines.database_url() == engines.database_url()
    assert engines.database_url().startswith("postgresql://mahalli@/mahalli?host=")
    assert engines.valkey_url().startswith("unix:///")
    assert not state.exists()
    assert not folders.home().exists()


def test_engines_elsewhere_are_left_to_others(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://shop:hush@db.example/shop")
    monkeypatch.setenv("VALKEY_URL", "redis://:hush@cache.example:6379/0")

    with engines.running():
        assert engines.database_url() == "postgresql://shop:hush@db.example/shop"
        assert engines.embedded() == []

    assert "hush" not in json.dumps(engines.where())
    assert not state.exists()


def test_they_start_speak_arabic_and_stop(state: Path) -> None:
    with engines.running(durable=False):
        with psycopg.connect(engines.database_url(), autocommit=True) as connection:
            connection.execute("CREATE EXTENSION pg_trgm")
        assert ask("SELECT similarity('زيتون', 'زيتوون')") > 0.5  # type: ignore[operator]
        assert ask("SELECT to_tsvector('arabic', 'المزارعات')::text") == "'مزارع':1"
        assert ask("SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False
        assert redis.Redis.from_url(engines.valkey_url()).ping() is True

    assert [facts["running"] for facts in engines.where().values()] == [False, False]


def test_a_second_start_keeps_the_data(state: Path) -> None:
    with engines.running(durable=False), psycopg.connect(engines.database_url()) as connection:
        connection.execute("CREATE TABLE jar (id int); INSERT INTO jar VALUES (3)")

    with engines.running(durable=False):
        assert ask("SELECT id FROM jar") == 3


def test_no_user_is_added_and_no_folder_above_is_opened(state: Path) -> None:
    watched = {*state.parents, *Path(psycopg.__file__).parents}
    modes = {folder: folder.stat().st_mode for folder in watched}
    people = [Path(name).read_bytes() for name in ("/etc/passwd", "/etc/group")]

    with engines.running(durable=False):
        owner = Path(f"/proc/{postmaster()}").stat().st_uid

    assert {folder: folder.stat().st_mode for folder in watched} == modes
    assert [Path(name).read_bytes() for name in ("/etc/passwd", "/etc/group")] == people
    assert owner != 0
    assert folders.home().stat().st_mode & 0o077 == 0
    assert (state / "engines").is_symlink() is AS_ROOT


def test_what_a_crash_leaves_behind_does_not_stop_the_next_start(state: Path) -> None:
    with engines.running(durable=False):
        pass
    stranger = subprocess.Popen(["sleep", "60"])
    for lock_file in (POSTGRES.data / "postmaster.pid", folders.sockets() / ".s.PGSQL.5432.lock"):
        lock_file.write_text(f"{stranger.pid}\n{POSTGRES.data}\n")
    for name in (".s.PGSQL.5432", "valkey.sock"):
        with socket.socket(socket.AF_UNIX) as stale:
            stale.bind(str(folders.sockets() / name))

    with engines.running(durable=False):
        assert ask("SELECT 1") == 1

    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()


def test_a_half_made_cluster_is_set_aside_and_made_anew(state: Path) -> None:
    with engines.running(durable=False):
        pass
    (POSTGRES.data / "global" / "pg_control").unlink()
    (POSTGRES.data.with_name("postgres.half")).mkdir()

    with engines.running(durable=False):
        assert ask("SELECT 1") == 1

    assert POSTGRES.data.with_name("postgres.broken").exists()
    assert not POSTGRES.data.with_name("postgres.half").exists()


def test_data_of_another_major_version_is_refused_and_untouched(state: Path) -> None:
    with engines.running(durable=False):
        pass
    (POSTGRES.data / "PG_VERSION").write_text("17\n")

    with pytest.raises(EngineFailed, match="PostgreSQL 17"), engines.running(durable=False):
        pass

    assert (POSTGRES.data / "global" / "pg_control").exists()


def test_a_removed_link_means_a_fresh_start(state: Path) -> None:
    with engines.running(durable=False):
        ask("SELECT 1")
        number = (POSTGRES.data / "global" / "pg_control").read_bytes()[:8]
    places.remove(state / "engines")

    with engines.running(durable=False):
        assert (POSTGRES.data / "global" / "pg_control").read_bytes()[:8] != number


def test_two_who_start_at_once_share_one_server(state: Path) -> None:
    code = "from marketplace.core import engines; engines.ensure_started(durable=False)"
    both = [subprocess.Popen([sys.executable, "-c", code], cwd=places.CHECKOUT) for _ in range(2)]

    assert [process.wait(60) for process in both] == [0, 0]
    assert ask("SELECT 1") == 1
    logged = POSTGRES.log.read_text()
    assert logged.count("database system is ready to accept connections") == 1


def test_engines_die_with_the_one_who_runs_them(state: Path) -> None:
    code = "import time; from marketplace.core import engines\nwith engines.running(durable=False): print('up', flush=True); time.sleep(60)"
    process = subprocess.Popen([sys.executable, "-c", code], cwd=places.CHECKOUT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"up\n"

    process.send_signal(signal.SIGKILL)
    process.communicate()

    deadline = time.monotonic() + 10
    while any(engine.answers() for engine in engines.embedded()) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert [engine.answers() for engine in engines.embedded()] == [False, False]


def test_the_command_tells_where_they_listen_and_starts_nothing(state: Path) -> None:
    told = StringIO()
    call_command("engines", "--json", stdout=told)

    found = json.loads(told.getvalue())
    assert found["postgresql"] == {
        "url": engines.database_url(),
        "embedded": True,
        "running": False,
        "log": str(state / "logs" / "postgres.log"),
    }
    assert found["valkey"]["running"] is False


def test_sockets_move_where_a_path_is_too_long(state: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(folders, "BASE_AS_ROOT", tmp_path / ("long" * 30))
    monkeypatch.setattr(folders, "SHORT_PLACE", tmp_path)
    monkeypatch.setenv("STATE_DIR", str(tmp_path / ("long" * 30)))

    assert folders.sockets().parent == tmp_path


def test_sockets_never_lie_in_a_folder_of_somebody_else(state: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.symlink_to(tmp_path)
    monkeypatch.setattr(folders, "sockets", lambda: trap)

    with pytest.raises(NotAllowed, match="trap"):
        folders.make()
