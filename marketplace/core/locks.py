"""Row locks from one named place: always in primary-key order, so that two requests cannot wait for each other."""

from collections.abc import Iterable
from typing import TypeVar

from django.db import models

M = TypeVar("M", bound=models.Model)


def lock(model: type[M], pk: object) -> M:
    """Return the row `pk` of `model`, locked until the transaction ends. Raises DoesNotExist."""
    return model._default_manager.select_for_update(of=("self",)).get(pk=pk)


def lock_all(model: type[M], pks: Iterable[object]) -> list[M]:
    """Return the rows of `model` with these keys, locked one after another in primary-key order."""
    return list(model._default_manager.select_for_update(of=("self",)).filter(pk__in=list(pks)).order_by("pk"))
