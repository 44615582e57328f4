"""Many people pressing at the same moment."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connections

T = TypeVar("T")


def at_once(actions: Sequence[Callable[[], T]]) -> list[T | Exception]:
    """Run the actions in threads with connections of their own, started together; return results and errors in order."""
    gate = threading.Barrier(len(actions))

    def enter(action: Callable[[], T]) -> T | Exception:
        try:
            connections["default"].ensure_connection()
            gate.wait(timeout=20)
            return action()
        except Exception as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(actions)) as crowd:
        return list(crowd.map(enter, actions))
