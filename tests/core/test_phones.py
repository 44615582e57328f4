"""Phones as people here type them."""

import pytest

from marketplace.core.phones import NotAPhone, canonical, display

JAWWAL, OOREDOO, ISRAELI = "+970599123456", "+970569123456", "+972522345678"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0599123456", JAWWAL),
        ("0599 123 456", JAWWAL),
        ("0599-123-456", JAWWAL),
        ("٠٥٩٩١٢٣٤٥٦", JAWWAL),
        ("۰۵۹۹۱۲۳۴۵۶", JAWWAL),
        ("+970599123456", JAWWAL),
        ("00970599123456", JAWWAL),
        ("+972599123456", JAWWAL),
        ("00972599123456", JAWWAL),
        ("  0599123456 ", JAWWAL),
        ("0569123456", OOREDOO),
        ("+972 56-912-3456", OOREDOO),
        ("0522345678", ISRAELI),
        ("+972522345678", ISRAELI),
        ("022951234", "+97022951234"),
        ("+97222951234", "+97222951234"),
        ("+962791234567", "+962791234567"),
    ],
)
def test_one_number_is_kept_in_one_form(typed, kept):
    assert canonical(typed) == kept
    assert canonical(kept) == kept


@pytest.mark.parametrize("typed", ["", "hello", "0599", "059912345", "05991234567", "123", "+970", "0599 123 45x"])
def test_half_a_number_is_refused_with_an_example(typed):
    with pytest.raises(NotAPhone, match="0599 123 456"):
        canonical(typed)


@pytest.mark.parametrize(
    ("kept", "read"), [(JAWWAL, "0599 123 456"), (ISRAELI, "052 234 5678"), ("+962791234567", "+962 7 9123 4567"), ("odd", "odd")]
)
def test_it_is_shown_as_people_here_read_it(kept, read):
    assert display(kept) == read
