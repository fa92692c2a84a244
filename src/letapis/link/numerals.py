"""The value of digits as newspapers write them: grouped, with decimal points or commas."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Digits", "digits"]

_PARTS = re.compile(r"(\d+(?:[.,:]\d+)*)([-‐‑’']?)(.*)", re.DOTALL)
_LONGEST = 24
"""More digits than that are no quantity."""


class Digits(NamedTuple):
    """A token that begins with a digit: its value, and the letters joined to it."""

    value: float
    ending: str
    whole: bool
    """Whether it is written in digits alone, without groups and decimals."""
    hyphen: bool = False
    """Whether a hyphen or apostrophe joins the letters."""


def digits(fold: str, decimal: str = ",") -> Digits | None:
    """The number at the beginning of a folded token; None where it is a time, a date or an address.

    One separator before three digits parts thousands where it is not the decimal sign of the
    language, or where all three are noughts.

    >>> [digits(form).value for form in ("1,234", "10.000", "1.234,5", "28-летний")]
    [1.234, 10000.0, 1234.5, 28.0]
    >>> digits("1,234", ".").value, digits("14:30"), digits("28-летний").ending
    (1234.0, None, 'летний')
    """
    match = _PARTS.fullmatch(fold)
    if match is None or len(match[1]) > _LONGEST or ":" in match[1]:
        return None
    value = _value(match[1], decimal)
    if value is None:
        return None
    return Digits(value, match[3], match[1].isdecimal(), bool(match[2]))


def _value(body: str, decimal: str) -> float | None:
    groups = re.split(r"[.,]", body)
    if len(groups) == 1:
        return float(body)
    marks = [sign for sign in body if sign in ".,"]
    if len(groups) == 2:
        whole, rest = groups
        thousands = len(rest) == 3 and len(whole) <= 3 and whole[0] != "0"
        if thousands and (rest == "000" or (marks[0] != decimal and (decimal == "." or rest[-1] == "0"))):
            return float(whole + rest)
        return float(f"{whole}.{rest}")
    if not 1 <= len(groups[0]) <= 3 or any(len(group) != 3 for group in groups[1:-1]):
        return None
    if len(set(marks)) == 1:
        return float("".join(groups)) if len(groups[-1]) == 3 else None
    if len(set(marks[:-1])) == 1 and marks[-1] != marks[0]:
        return float("".join(groups[:-1]) + "." + groups[-1])
    return None
