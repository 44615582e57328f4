"""Imports go down only: an import planted on any floor is caught."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checks.sources import PACKAGES, ROOT

PLANTED = [
    ("marketplace/core", "marketplace.notifications"),
    ("marketplace/notifications", "marketplace.accounts"),
    ("marketplace/accounts", "marketplace.address"),
    ("marketplace/address", "marketplace.partner"),
    ("marketplace/partner", "marketplace.hubs"),
    ("marketplace/hubs", "marketplace.ledger"),
    ("marketplace/ledger", "marketplace.payment"),
    ("marketplace/payment", "marketplace.hubs"),
    ("marketplace/catalogue", "marketplace.search"),
    ("marketplace/catalogue", "marketplace.catalogue.reviews"),
    ("marketplace/search", "marketplace.catalogue.reviews"),
    ("marketplace/catalogue/reviews", "marketplace.basket"),
    ("marketplace/basket", "marketplace.shipping"),
    ("marketplace/shipping", "marketplace.promotions"),
    ("marketplace/promotions", "marketplace.order"),
    ("marketplace/order", "marketplace.payouts"),
    ("marketplace/payouts", "marketplace.desk"),
    ("marketplace/storefront", "marketplace.checkout"),
    ("marketplace/desk", "producers"),
    ("marketplace/dashboard", "marketplace.reports"),
    ("producers", "training"),
]


@pytest.fixture(scope="module")
def copied_house(tmp_path_factory):
    """A copy of our packages, without what import-linter does not read."""
    house = tmp_path_factory.mktemp("house")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, house / package, ignore=_all_but_python)
    shutil.copy(ROOT / "pyproject.toml", house)
    return house


def test_as_it_stands_every_contract_is_kept(copied_house):
    assert _lint(copied_house).returncode == 0


@pytest.mark.parametrize(("package", "higher"), PLANTED, ids=[f"{package} imports {higher}" for package, higher in PLANTED])
def test_an_import_upwards_is_caught(copied_house, package, higher):
    planted = copied_house / package / "planted.py"
    planted.write_text(f"import {higher}\n")
    try:
        done = _lint(copied_house)
    finally:
        planted.unlink()
    assert done.returncode != 0
    assert f"{package.replace('/', '.')}.planted -> {higher}" in done.stdout


def test_a_query_that_imports_a_service_is_caught(copied_house):
    queries = copied_house / "marketplace" / "hubs" / "queries.py"
    original = queries.read_text()
    queries.write_text(f"{original}\nimport marketplace.hubs.services\n")
    try:
        done = _lint(copied_house)
    finally:
        queries.write_text(original)
    assert done.returncode != 0
    assert "marketplace.hubs.queries -> marketplace.hubs.services" in done.stdout


def _lint(house: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "lint-imports"
    return subprocess.run([program, "--no-logo", "--no-cache"], cwd=house, capture_output=True, text=True, check=False)


def _all_but_python(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if "." in name and not name.endswith(".py")]
