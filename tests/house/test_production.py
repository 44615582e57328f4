"""Production refuses to start half configured."""

import subprocess
import sys

import pytest

from tests.checks.sources import ROOT

WHOLE = {
    "SECRET_KEY": "s" * 50,
    "ALLOWED_HOSTS": "shop.example.org",
    "DATABASE_URL": "postgresql://shop@db.example.org/shop",
    "VALKEY_URL": "redis://cache.example.org/0",
    "FIELD_KEYS": "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    "STATE_DIR": ".state/test",
}


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"DEBUG": "1"}, "DEBUG"),
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "shop.example.org,*"}, "ALLOWED_HOSTS"),
        ({"DATABASE_URL": ""}, "DATABASE_URL"),
        ({"VALKEY_URL": ""}, "VALKEY_URL"),
        ({"FIELD_KEYS": ""}, "FIELD_KEYS"),
    ],
)
def test_it_refuses_and_says_why(wrong, word):
    done = _start(WHOLE | wrong)
    assert done.returncode != 0
    assert f"ImproperlyConfigured: The product does not start in production: {word}" in done.stderr


def test_it_starts_when_everything_is_said_and_is_not_in_debug():
    done = _start(WHOLE, "; assert not (production.DEBUG or production.DEMO) and production.SECRET_KEY != 'development-only'")
    assert (done.returncode, done.stderr) == (0, "")


def _start(environment: dict[str, str], then: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", f"from marketplace.settings import production{then}"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
