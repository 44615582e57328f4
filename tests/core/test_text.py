"""Arabic as it is typed and as it is searched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.core.text import fold, western_digits, western_number

ARABIC = st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF), max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("زيتُونٌ", "زيتون"),
        ("أرز", "ارز"),
        ("إبريق", "ابريق"),
        ("آنية", "انيه"),
        ("حلوى", "حلوي"),
        ("زيــــت", "زيت"),
        ("لبنة", "لبنه"),
        ("مؤونة", "موونه"),
        ("مائدة", "مايده"),
        ("عبوة ١٢", "عبوه 12"),
        ("Café", "cafe"),
    ],
)
def test_two_ways_to_write_it_are_found_as_one(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("زيت", "زيتون"), ("سمن", "سمسم"), ("تين", "طين")])
def test_two_words_stay_two(one, other):
    assert fold(one) != fold(other)


@given(st.one_of(ARABIC, st.text(max_size=40)))
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


def test_a_number_typed_in_arabic_is_a_number():
    assert western_digits("٠١٢٣٤٥٦٧٨٩") == "0123456789"
    assert western_number("١٬٢٣٤٫٥٠") == "1234.50"
    assert western_number(" 1,234.50 ") == "1234.50"
