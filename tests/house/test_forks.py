"""Oscar loads our classes: a misspelt one would fall back to Oscar's in silence."""

import importlib
import inspect
from types import ModuleType

import pytest
from django.apps import apps
from oscar.core.loading import get_class, get_model

from tests.checks.sources import FORKS, HOOKS, ROOT

MODELS = {
    "address": ["UserAddress"],
    "catalogue": ["Category", "Product", "ProductImage"],
    "order": ["Order", "Line", "ShippingAddress"],
    "partner": ["Partner", "PartnerAddress", "StockRecord"],
    "payment": ["Attempt"],
}
HOOK_FILES = [(fork, name) for fork in FORKS for name in sorted(HOOKS) if (ROOT / "marketplace" / fork / f"{name}.py").exists()]


@pytest.mark.parametrize("fork", FORKS)
def test_the_app_is_ours(fork):
    label = FORKS[fork].rsplit("/", 1)[-1]
    assert apps.get_app_config(label).name == f"marketplace.{fork.replace('/', '.')}"


@pytest.mark.parametrize(("label", "name"), [(label, name) for label, names in MODELS.items() for name in names])
def test_the_model_is_ours(label, name):
    assert get_model(label, name).__module__ == f"marketplace.{label}.models"


def test_every_class_of_a_hook_file_is_the_one_oscar_loads():
    for fork, name in HOOK_FILES:
        path = f"{FORKS[fork].replace('/', '.')}.{name}"
        oscars = importlib.import_module(f"oscar.apps.{path}")
        for own in _classes_of(importlib.import_module(f"marketplace.{fork.replace('/', '.')}.{name}")):
            assert hasattr(oscars, own.__name__), f"Oscar has no {path}.{own.__name__}: is it misspelt?"
            assert get_class(path, own.__name__) is own


def test_a_class_we_do_not_have_comes_from_oscar():
    assert get_class("offer.applicator", "Applicator").__module__.startswith("oscar.")


def _classes_of(module: ModuleType) -> list[type]:
    return [kind for _, kind in inspect.getmembers(module, inspect.isclass) if kind.__module__ == module.__name__]
