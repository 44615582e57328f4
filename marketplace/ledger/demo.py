"""What the demo programme keeps of a sale."""

from datetime import date

from marketplace.ledger.models import FeeRule
from marketplace.partner.rules import SellerKind

SINCE = date(2026, 1, 1)


def build() -> None:
    """Make the rules: 8 % of a sale, 6 % for women's groups; twice is the same as once."""
    FeeRule.objects.get_or_create(valid_from=SINCE, partner=None, category=None, seller_kind="", defaults={"basis_points": 800})
    FeeRule.objects.get_or_create(
        valid_from=SINCE, partner=None, category=None, seller_kind=SellerKind.WOMENS_GROUP, defaults={"basis_points": 600}
    )
