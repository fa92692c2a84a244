"""Numbers with their nouns."""

from __future__ import annotations

__all__ = ["many", "noun"]


def noun(number: int, one: str) -> str:
    """The noun as it stands after a number.

    >>> noun(1, "page"), noun(0, "page"), noun(2, "witness")
    ('page', 'pages', 'witnesses')
    """
    if number == 1:
        return one
    return f"{one}es" if one.endswith("s") else f"{one}s"


def many(number: int, one: str) -> str:
    """The number and its noun.

    >>> many(1, "witness"), many(3, "report")
    ('1 witness', '3 reports')
    """
    return f"{number} {noun(number, one)}"
