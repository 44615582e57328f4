"""A sealed value opens only where it was sealed."""

import base64

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st

from marketplace.core.sealing import seal, unseal

PLACE = {"table": "payee", "column": "destination", "row": "a1"}
IBAN = "PS92PALS000000000400123456702"
OLD, NEW = (f"{number}:{base64.b64encode(bytes([number] * 32)).decode()}" for number in (1, 2))


@given(st.text(max_size=60))
def test_what_was_sealed_opens(value):
    assert unseal(seal(value, **PLACE), **PLACE) == value


@pytest.mark.parametrize("moved", [{"table": "user"}, {"column": "other"}, {"row": "a2"}])
def test_moved_elsewhere_it_stays_shut(moved):
    sealed = seal(IBAN, **PLACE)
    with pytest.raises(InvalidTag):
        unseal(sealed, **PLACE | moved)


@pytest.mark.parametrize("position", [1, 13, -1])
def test_altered_it_stays_shut(position):
    sealed = bytearray(seal(IBAN, **PLACE))
    sealed[position] ^= 1
    with pytest.raises(InvalidTag):
        unseal(bytes(sealed), **PLACE)


def test_it_does_not_show_the_value_and_never_looks_the_same():
    first, second = seal(IBAN, **PLACE), seal(IBAN, **PLACE)
    assert IBAN.encode() not in first
    assert first != second


def test_after_a_new_key_the_old_values_open_and_new_ones_use_the_new_key(settings):
    settings.FIELD_KEYS = OLD
    old = seal(IBAN, **PLACE)
    settings.FIELD_KEYS = f"{OLD},{NEW}"
    new = seal(IBAN, **PLACE)
    assert (old[0], new[0]) == (1, 2)
    assert unseal(old, **PLACE) == unseal(new, **PLACE) == IBAN

    settings.FIELD_KEYS = NEW
    with pytest.raises(KeyError):
        unseal(old, **PLACE)
