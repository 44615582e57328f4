"""Which part of a sale the programme keeps. Pure: the rules of a day go in, basis points come out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Rule:
    """A fee rule that holds on the day asked for. What is None or empty is not asked about."""

    basis_points: int
    valid_from: date
    partner_id: int | None = None
    category_id: int | None = None
    seller_kind: str = ""
    pk: int = 0

    def holds_for(self, partner_id: int, seller_kind: str, categories: frozenset[int]) -> bool:
        """Whether everything the rule names is so."""
        return (
            self.partner_id in (None, partner_id)
            and (self.category_id is None or self.category_id in categories)
            and self.seller_kind in ("", seller_kind)
        )

    @property
    def rank(self) -> tuple[bool, bool, bool, date, int]:
        """Seller before category before kind of seller before general; then the newest."""
        return (self.partner_id is not None, self.category_id is not None, self.seller_kind != "", self.valid_from, self.pk)


@dataclass(frozen=True)
class FeeBook:
    """The fee rules of one day."""

    rules: tuple[Rule, ...] = ()

    def basis_points(self, partner_id: int, seller_kind: str, category_ids: Iterable[int]) -> int:
        """Return the programme's part in 1/10,000 of the price by the most specific rule; 0 where none holds.

        `category_ids` are the good's categories with the categories above them.
        """
        categories = frozenset(category_ids)
        holding = [rule for rule in self.rules if rule.holds_for(partner_id, seller_kind, categories)]
        return max(holding, key=lambda rule: rule.rank).basis_points if holding else 0
