"""Finding goods by words. Both sides pass the same functions of the database, so every spelling that folds alike finds alike."""

import unicodedata
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import F, FloatField, Func, IntegerField, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from marketplace.catalogue.models import Product
from marketplace.catalogue.queries import flag, on_shelf
from marketplace.catalogue.shelves import Group, tally
from marketplace.core.paging import BY_NUMBER, Key, whole

MOST_LETTERS = 80
FEW_HITS = 3
BY_MATCH = (Key("score", whole, falling=True), *BY_NUMBER)
# What can still be bought stands before all that is sold out; the exact word before the half written one.
AVAILABLE = 100_000_000
EXACT = 4_000_000
HALF_WRITTEN = 1_000_000
NEAR = 500_000


class FoldedQuery(SearchQuery):
    """The reader's words as a tsquery: every word must be met; with `last_open` the last may be half written."""

    def __init__(self, words: str, *, last_open: bool = True, **extra: Any) -> None:
        super().__init__(words, search_type="raw", **extra)
        self.function = "mahalli_query"
        self.set_source_expressions([Value(words, output_field=TextField()), Value(last_open)])


@dataclass(frozen=True)
class Found:
    """Goods that answer, each with its `score`; their tally; and whether near words had to help."""

    goods: QuerySet[Product]
    groups: list[Group]
    is_near: bool

    @property
    def total(self) -> int:
        """How many goods answer."""
        return sum(group.count for group in self.groups)


def clean(text: str) -> str:
    """Return what was typed as search reads it: one line, no control or direction characters, at most 80 letters."""
    kept = "".join(" " if unicodedata.category(letter).startswith("C") else letter for letter in text[: MOST_LETTERS * 4])
    return " ".join(kept.split())[:MOST_LETTERS].strip()


def find(words: str) -> Found:
    """Return the goods on the shelf that hold all `words` (clean); where hardly any do, also near ones. At most three queries."""
    today = timezone.localdate()
    exact = on_shelf().filter(document__vector=FoldedQuery(words))
    groups = tally(exact, on=today)
    if sum(group.count for group in groups) >= FEW_HITS:
        return Found(_scored(exact, words), groups, is_near=False)
    keys = _near(words)
    both = on_shelf().filter(Q(document__vector=FoldedQuery(words)) | Q(pk__in=keys))
    groups_of_both = tally(both, on=today) if keys else groups
    return Found(_scored(both, words), groups_of_both, is_near=len(groups_of_both) > len(groups) or groups_of_both != groups)


def _near(words: str) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT mahalli_near(%s)", [words])
        return [pk for (pk,) in cursor.fetchall()]


def _scored(goods: QuerySet[Product], words: str) -> QuerySet[Product]:
    available = flag(Q(stockrecords__num_in_stock__gt=F("stockrecords__num_allocated"))) * Value(AVAILABLE)
    exact = _rank(FoldedQuery(words, last_open=False)) * Value(float(EXACT))
    open_ended = _rank(FoldedQuery(words)) * Value(float(HALF_WRITTEN))
    folded = Func(Value(words), function="mahalli_fold", output_field=TextField())
    near = Cast(Func(folded, F("document__words"), function="word_similarity"), FloatField()) * Value(float(NEAR))
    return goods.annotate(score=Cast(exact + open_ended + near, IntegerField()) + available)


def _rank(query: FoldedQuery) -> Coalesce:
    return Coalesce(Cast(SearchRank(F("document__vector"), query), FloatField()), Value(0.0))
