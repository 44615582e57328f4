"""The command lines of our own servers."""

import sys
from http.client import HTTPConnection, HTTPException

from marketplace.core.preflight import HOST, port

FIRST_PAGE = "/ar/"
CELERY = ("-A", "marketplace.celery:app")


def web() -> list[str]:
    """Gunicorn: the code is loaded once and shared by two processes of four threads."""
    shape = ["--preload", "--workers", "2", "--worker-class", "gthread", "--threads", "4", "--graceful-timeout", "3"]
    bind = f"{HOST}:{port()}"
    return _python("gunicorn", "marketplace.wsgi:application", "--bind", bind, *shape, "--access-logfile", "-", "--no-control-socket")


def worker() -> list[str]:
    """The Celery worker."""
    return _python("celery", *CELERY, "worker", "--loglevel", "INFO", "--concurrency", "2", "--without-gossip", "--without-mingle")


def beat() -> list[str]:
    """Celery's clock."""
    return _python("celery", *CELERY, "beat", "--loglevel", "INFO")


def first_page() -> int | None:
    """Return the status of the first page, or None while nobody answers."""
    connection = HTTPConnection(HOST, port(), timeout=60)
    try:
        connection.request("GET", FIRST_PAGE)
        return connection.getresponse().status
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()


def _python(module: str, *words: str) -> list[str]:
    return [sys.executable, "-m", module, *words]
