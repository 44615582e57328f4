"""What every test stands on: real engines, a database cloned from the migrated template, an empty cache, Arabic, files of the run.

* `db` (or `pytestmark = pytest.mark.django_db`): one transaction, rolled back. What waits for the commit (`transaction.on_commit`, and with
  it every queued task) does not run; to see it run: `with commits(): place(...)`. Tasks run at once, in the same process.
* `transactional_db` (or `django_db(transaction=True)`, `live_server`): real commits, several connections, for races and browsers. The
  database is cloned anew after each such test (0.2 s), so the governorates are back.
* The language is Arabic unless a test says otherwise (`translation.override("en")`).
* The cast, goods, hubs: `cast.py` and `factories`.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.test import TransactionTestCase, override_settings
from django.utils import translation
from django.utils.translation import trans_real
from pytest_django import DjangoDbBlocker

from tests import databases
from tests.engines import TestEngines

pytest_plugins = ["tests.cast"]
ENGINES = TestEngines()
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
VALKEY_DATABASES = 16


def pytest_configure(config: pytest.Config) -> None:
    """Start the engines and compile the messages once, before any worker; give each worker its own place in Valkey."""
    if not WORKER and not config.option.collectonly:
        ENGINES.arrive()
        # WhiteNoise looks there; nothing is collected for tests, static files come straight from their sources.
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        _compile_messages()
    number = 1 + int(WORKER.removeprefix("gw") or 0) % (VALKEY_DATABASES - 1)
    # Two runs side by side may share a number; the prefix keeps their keys apart.
    settings.CACHES["default"] |= {"OPTIONS": {"db": number}, "KEY_PREFIX": f"test{os.getpid()}"}
    settings.DATABASES["default"]["CONN_MAX_AGE"] = 0


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what this run started."""
    ENGINES.leave()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database of this process, cloned from the template; in place of pytest-django's own."""
    with django_db_blocker.unblock():
        databases.make_clone()
    with pytest.MonkeyPatch.context() as patch:
        # Django would empty every table, also of what the migrations wrote.
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: databases.renew_clone())
        yield
    with django_db_blocker.unblock():
        databases.drop_clone()


@pytest.fixture(scope="session", autouse=True)
def files_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Uploaded and made files go to a folder of the run."""
    folder = tmp_path_factory.mktemp("media")
    with override_settings(MEDIA_ROOT=folder):
        yield folder


@pytest.fixture(autouse=True)
def fresh_start() -> Iterator[None]:
    """Each test begins with an empty cache and in Arabic."""
    cache.clear()
    with translation.override("ar"):
        yield


@pytest.fixture
def commits(django_capture_on_commit_callbacks: Callable[..., Any]) -> Callable[[], AbstractContextManager[Any]]:
    """`with commits(): …` runs at its end what waits for the commit of the block: messages, tasks."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def _compile_messages() -> None:
    catalogues = [path for folder in settings.LOCALE_PATHS for path in Path(folder).glob("*/LC_MESSAGES/*.po")]
    if any(_is_older(path.with_suffix(".mo"), path) for path in catalogues):
        call_command("compile_messages", verbosity=0)
        trans_real._translations.clear()  # Django read the old ones when it started in this process


def _is_older(result: Path, source: Path) -> bool:
    return not result.exists() or result.stat().st_mtime < source.stat().st_mtime
