"""Which fee rule wins."""

from datetime import date

import pytest

from marketplace.ledger.fees import FeeBook, Rule
from marketplace.ledger.models import FeeRule
from marketplace.ledger.queries import fee_book
from marketplace.partner.models import Partner
from tests.factories.goods import make_category

JAN, JUNE = date(2026, 1, 1), date(2026, 6, 1)
GENERAL = Rule(800, JAN)
WOMEN = Rule(600, JAN, seller_kind="womens_group")
OILS = Rule(500, JAN, category_id=3)
AMAL = Rule(100, JAN, partner_id=7)
AMALS_OILS = Rule(50, JAN, partner_id=7, category_id=3)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ((), 0),
        ((GENERAL,), 800),
        ((WOMEN, GENERAL), 600),
        ((GENERAL, OILS, WOMEN), 500),
        ((AMAL, OILS, WOMEN, GENERAL), 100),
        ((AMAL, AMALS_OILS), 50),
        ((Rule(10, JUNE), GENERAL), 10),
        ((Rule(10, JUNE), WOMEN), 600),
        ((Rule(1, JAN, pk=1), Rule(2, JAN, pk=2)), 2),
        ((Rule(9, JAN, partner_id=8), Rule(9, JAN, category_id=4), Rule(9, JAN, seller_kind="farmer")), 0),
        ((Rule(9, JAN, partner_id=7, category_id=4), GENERAL), 800),
        ((Rule(0, JAN, partner_id=7), GENERAL), 0),
    ],
)
def test_the_most_specific_rule_wins_and_the_newest_of_equals(rules: tuple[Rule, ...], expected: int) -> None:
    assert FeeBook(rules).basis_points(7, "womens_group", [3, 5]) == expected
    assert FeeBook(rules[::-1]).basis_points(7, "womens_group", [3, 5]) == expected


@pytest.mark.django_db
def test_the_book_of_a_day_is_one_query(amals_shop: Partner, yusufs_farm: Partner, django_assert_num_queries: object) -> None:
    oils = make_category()
    FeeRule.objects.create(basis_points=800, valid_from=JAN)
    FeeRule.objects.create(basis_points=300, valid_from=JAN, valid_until=date(2026, 5, 31), partner=amals_shop)
    FeeRule.objects.create(basis_points=200, valid_from=JUNE, category=oils)

    with django_assert_num_queries(1):  # type: ignore[operator]
        may = fee_book(date(2026, 5, 31))
    june = fee_book(JUNE)

    assert may.basis_points(amals_shop.pk, "womens_group", [oils.pk]) == 300
    assert may.basis_points(yusufs_farm.pk, "farmer", [oils.pk]) == 800
    assert june.basis_points(amals_shop.pk, "womens_group", [oils.pk]) == 200
    assert fee_book(date(2025, 12, 31)).basis_points(amals_shop.pk, "womens_group", []) == 0
