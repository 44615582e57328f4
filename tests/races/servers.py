"""Real server processes on the database of the test: gunicorn as `make run` starts it, on a free port of this machine."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import requests
from django.db import connection

from marketplace.core import engines
from marketplace.core.supervisor import programs

PATIENCE = 60
OURS = "marketplace.wsgi:application"


@contextmanager
def serving(log: Path, application: str = OURS) -> Iterator[str]:
    """Serve the shop from processes of its own while the block lasts; gives the address. The log is told where they do not start."""
    with socket.create_server(("127.0.0.1", 0)) as door, log.open("wb") as told:
        base = f"http://127.0.0.1:{door.getsockname()[1]}"
        command = programs.web()
        command[command.index(OURS)] = application
        command[command.index("--bind") + 1] = f"fd://{door.fileno()}"  # no port can be taken in between
        server = subprocess.Popen(command, env=_environment(log.parent), stdout=told, stderr=told, pass_fds=[door.fileno()])
        try:
            _wait(server, base, log)
            yield base
        finally:
            server.terminate()
            server.wait(timeout=20)


def _environment(state: Path) -> dict[str, str]:
    database = urlsplit(engines.database_url())._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    where = {"DATABASE_URL": database, "VALKEY_URL": engines.valkey_url(), "STATE_DIR": str(state)}
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "marketplace.settings.test", **where}


def _wait(server: "subprocess.Popen[bytes]", base: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            if requests.get(f"{base}/ar/basket/", timeout=5).ok:
                return
        except requests.RequestException:  # the door stands open before anybody answers at it
            time.sleep(0.1)
    raise AssertionError(f"the server did not start:\n{log.read_text()[-3000:]}")
