from __future__ import annotations

import pytest

from letapis.link.numerals import digits


@pytest.mark.parametrize(
    ("form", "decimal", "value"),
    [
        ("5", ",", 5),
        ("4,8", ",", 4.8),
        ("4.8", ",", 4.8),
        ("4,8", ".", 4.8),
        ("1,234", ".", 1234),
        ("1,234", ",", 1.234),
        ("1.234", ".", 1.234),
        ("10.000", ",", 10000),
        ("1.500", ",", 1500),
        ("100,000", ",", 100000),
        ("0,125", ".", 0.125),
        ("1,234,567", ".", 1234567),
        ("1.234.567", ",", 1234567),
        ("1.234.567,89", ",", 1234567.89),
        ("1,234,567.89", ".", 1234567.89),
    ],
)
def test_grouping_and_decimals(form: str, decimal: str, value: float) -> None:
    found = digits(form, decimal)
    assert found
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize("form", ["14:30", "26.08.2020", "192.168.0.1", "1.2.3", "9" * 30, "word"])
def test_what_is_no_quantity(form: str) -> None:
    assert digits(form) is None


def test_letters_joined_to_digits() -> None:
    found = digits("28-летний")
    assert found
    assert (found.value, found.ending, found.hyphen, found.whole) == (28, "летний", True, True)
    plain = digits("5km")
    assert plain
    assert (plain.ending, plain.hyphen) == ("km", False)
