"""A report is rows (dataclasses) and columns; HTML, CSV and XLSX are made from the same two."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from django.utils.functional import Promise

from marketplace.core.money import to_shekels


class Kind(Enum):
    """What stands in a column."""

    TEXT = "text"
    MONTH = "month"
    MONEY = "money"


@dataclass(frozen=True)
class Column:
    """One column: the attribute of a row it shows, its heading, what kind of value it is. Money attributes are agorot."""

    name: str
    label: str | Promise
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class Table:
    """Rows under columns with a title; `total` is a row of the same shape for the end, or None."""

    title: str | Promise
    columns: Sequence[Column]
    rows: Sequence[Any]
    total: Any = None

    @property
    def lines(self) -> list[Any]:
        """The rows and, last, the total."""
        return [*self.rows, self.total] if self.total is not None else list(self.rows)


def plain(value: Any, kind: Kind) -> str | Decimal:
    """Return a value as a sheet holds it: shekels as a number, a month as 2026-11, everything else as text."""
    if kind == Kind.MONEY:
        return to_shekels(int(value))
    if kind == Kind.MONTH:
        return f"{value:%Y-%m}" if isinstance(value, date) else ""
    return str(value)
