"""The values that a figure allows, and whether two figures can both be true."""

from __future__ import annotations

from math import inf
from typing import Any, NamedTuple

__all__ = ["Range", "clash"]

_ABOUT = 0.05
"""How far from a value "about" and "almost" may lie, as a share of it; a round number likewise."""
_DECIMALS = 6


class Range(NamedTuple):
    """From the least to the greatest value that a figure allows; ``grain`` is what it is rounded to."""

    low: float
    high: float
    grain: float

    @classmethod
    def of(cls, row: dict[str, Any]) -> Range:
        """The range of a figure: "about" allows 5% either way, "over" and "under" all on one side.

        >>> figure = {"low": 50.0, "high": 50.0, "qualifier": "over"}
        >>> Range.of(figure)[:2], Range.of({**figure, "qualifier": "almost"})[:2]
        ((50.0, inf), (47.5, 50.0))
        """
        low, how = float(row["low"]), row["qualifier"]
        high = low if row["high"] is None else float(row["high"])
        slack = _ABOUT * max(abs(low), abs(high))
        grain = 0.0 if how != "exact" or low != high else _grain(low)
        if how == "over":
            return cls(low, inf, grain)
        if how == "under":
            return cls(-inf, high, grain)
        if how == "almost":
            return cls(low - slack, high, grain)
        return cls(low - slack, high + slack, grain) if how == "about" else cls(low, high, grain)


def clash(a: Range, b: Range) -> bool:
    """Whether no value lies in both; a round number is the same as one that rounds to it.

    >>> def exact(value): return Range.of({"low": value, "high": value, "qualifier": "exact"})
    >>> clash(exact(4_200_000), exact(4_198_310)), clash(exact(4_200_000), exact(4_300_000))
    (False, True)
    >>> clash(exact(50), exact(70)), clash(Range(50, inf, 0), exact(70))
    (True, False)
    """
    gap = max(a.low - b.high, b.low - a.high)
    if gap <= 0:
        return False
    if a.grain == b.grain or a.low != a.high or b.low != b.high:
        return True
    coarse = a if a.grain > b.grain else b
    return gap > min(coarse.grain / 2, _ABOUT * abs(coarse.low))


def _grain(value: float) -> float:
    """What a number is rounded to: the place of its last digit that is no nought, from a thousand on."""
    if value != int(value):
        decimals = len(f"{value:.{_DECIMALS}f}".rstrip("0").partition(".")[2])
        return 10.0**-decimals
    grain, left = 1, abs(int(value))
    while left >= 1000 and left % (grain * 10) == 0 and grain < left:
        grain *= 10
    return float(grain)
