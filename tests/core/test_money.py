"""Money is whole agorot, and no agora is lost when it is shared."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.core.money import NotAnAmount, portion, share, to_agorot, to_shekels

AMOUNTS = st.integers(-(10**12), 10**12)
WEIGHTS = st.lists(st.integers(0, 10**9), max_size=12)


@given(AMOUNTS, WEIGHTS.filter(bool))
def test_shares_sum_to_the_whole(total, weights):
    assert sum(share(total, weights)) == total


@given(AMOUNTS, WEIGHTS.filter(any))
def test_no_share_is_an_agora_away_from_what_is_fair(total, weights):
    for part, weight in zip(share(total, weights), weights, strict=True):
        assert abs(part * sum(weights) - total * weight) < sum(weights)


@given(AMOUNTS, WEIGHTS.filter(any))
def test_who_weighs_nothing_gets_nothing(total, weights):
    assert all(part == 0 for part, weight in zip(share(total, weights), weights, strict=True) if weight == 0)


@given(AMOUNTS, WEIGHTS)
def test_taking_back_mirrors_giving(total, weights):
    assert share(-total, weights) == [-part for part in share(total, weights)]


def test_the_odd_agora_goes_to_the_largest_remainder_then_to_the_first():
    assert share(100, [1, 1, 1]) == [34, 33, 33]
    assert share(101, [2, 1]) == [67, 34]
    assert share(5, [0, 0]) == [5, 0]
    assert share(5, []) == []


@given(st.integers(-(10**12), 10**12))
def test_agorot_to_shekels_and_back(agorot):
    assert to_agorot(to_shekels(agorot)) == agorot


@pytest.mark.parametrize("shekels", ["18.505", "0.001", "-3.999"])
def test_a_fraction_of_an_agora_is_refused(shekels):
    with pytest.raises(NotAnAmount):
        to_agorot(Decimal(shekels))


@pytest.mark.parametrize(("amount", "points", "kept"), [(1800, 1000, 180), (5, 1000, 1), (4, 1000, 0), (1800, 0, 0), (1801, 10_000, 1801)])
def test_a_portion_is_rounded_half_up(amount, points, kept):
    assert portion(amount, points) == kept
