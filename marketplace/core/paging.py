"""Next and Previous over long lists without counting pages: the place where one stands travels as an opaque mark.

A mark holds the values of the row one stands at. It names no table, is read like anything else from outside, and a mark that makes no sense
shows the first page: an old or mistyped link is no error.
"""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from functools import reduce
from operator import or_
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import QueryDict

Row = TypeVar("Row", bound=Model)
LONGEST_MARK = 400
BIGGEST = 2**63 - 1


def whole(text: str) -> int:
    """Read a whole number that PostgreSQL can hold. Raises ValueError."""
    number = int(text)
    if abs(number) > BIGGEST:
        raise ValueError(text)
    return number


def decimal(text: str) -> Decimal:
    """Read an amount. Raises ValueError."""
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not number.is_finite() or abs(number) > BIGGEST:
        raise ValueError(text)
    return number


def moment(text: str) -> datetime:
    """Read a point in time with its zone. Raises ValueError."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(text)
    return at


@dataclass(frozen=True)
class Key:
    """One column a list is sorted by; never NULL. `read` brings its text back to a value or raises ValueError."""

    name: str
    read: Callable[[str], Any]
    falling: bool = False


BY_NUMBER = (Key("pk", whole, falling=True),)
BY_NEWEST = (Key("published_at", moment, falling=True), *BY_NUMBER)


@dataclass(frozen=True)
class Slice(Generic[Row]):
    """The rows of one page, and the queries («after=…», «before=…») of the pages beside it; empty where there is none."""

    rows: list[Row]
    previous: str = ""
    next: str = ""

    @property
    def previous_url(self) -> str:
        """The address of the page before, for a list that has no other query."""
        return f"?{self.previous}" if self.previous else ""

    @property
    def next_url(self) -> str:
        """The address of the page after, for a list that has no other query."""
        return f"?{self.next}" if self.next else ""


def cut(rows: QuerySet[Row], keys: tuple[Key, ...], asked: QueryDict, *, size: int) -> Slice[Row]:
    """Return the page of `rows` that the query `asked` (`after` or `before`) points at, sorted by `keys`; the last key must be unique."""
    back = "before" in asked
    place = _read(str(asked.get("before" if back else "after", "")), keys)
    back = back and place is not None
    found = rows if place is None else rows.filter(_beyond(keys, place, back=back))
    # One row more than shown tells whether there is a page beyond, without counting.
    page = list(found.order_by(*(_order(key, back=back) for key in keys))[: size + 1])
    more, page = len(page) > size, page[:size]
    if back:
        page.reverse()
    if not page:
        return Slice([])
    has_next, has_previous = (True, more) if back else (more, place is not None)
    return Slice(
        page,
        previous=f"before={_mark(page[0], keys)}" if has_previous else "",
        next=f"after={_mark(page[-1], keys)}" if has_next else "",
    )


def _order(key: Key, *, back: bool) -> str:
    return f"-{key.name}" if key.falling != back else key.name


def _beyond(keys: tuple[Key, ...], place: list[Any], *, back: bool) -> Q:
    """Rows after `place` in the order of `keys`, spelt out because the columns may run in different directions."""
    steps = []
    for n, (key, value) in enumerate(zip(keys, place, strict=True)):
        same = Q(**{earlier.name: at for earlier, at in zip(keys[:n], place, strict=False)})
        steps.append(same & Q(**{f"{key.name}__{'lt' if key.falling != back else 'gt'}": value}))
    return reduce(or_, steps)


def _mark(row: Model, keys: tuple[Key, ...]) -> str:
    values = [getattr(row, key.name) for key in keys]
    texts = [value.isoformat() if isinstance(value, datetime) else str(value) for value in values]
    return base64.urlsafe_b64encode(json.dumps(texts).encode()).decode().rstrip("=")


def _read(mark: str, keys: tuple[Key, ...]) -> list[Any] | None:
    if not mark or len(mark) > LONGEST_MARK:
        return None
    try:
        texts = json.loads(base64.urlsafe_b64decode(mark + "=" * (-len(mark) % 4)))
        return [key.read(text) for key, text in zip(keys, texts, strict=True)]
    except (ValueError, TypeError, RecursionError):
        return None
