"""Slips: where the reading of one witness differs from another's, word by word.

A copy inherits the slips of what it was taken from and adds its own; it hardly ever mends one.
That is how textual critics have told copies of copies from copies since Lachmann (1850).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from letapis.stemma.opcodes import opcodes

__all__ = ["Change", "changes"]


@dataclass(frozen=True, slots=True)
class Change:
    """Words of a reading that stand where the standard reading has others."""

    at: int
    """Number of the first word concerned in the standard reading."""
    was: tuple[str, ...]
    now: tuple[str, ...]


def changes(standard: Sequence[str], reading: Sequence[str]) -> tuple[frozenset[Change], int, int]:
    """Changes between two readings of a sentence, and from where to where in the standard it goes.

    What is missing at either end is a cut, no change.

    >>> found, start, stop = changes("a b c d e".split(), "a x c".split())
    >>> sorted((c.at, c.was, c.now) for c in found), start, stop
    ([(1, ('b',), ('x',))], 0, 3)
    """
    if tuple(standard) == tuple(reading):
        return frozenset(), 0, len(standard)
    codes = opcodes(standard, reading)
    found: list[Change] = []
    start, stop = 0, len(standard)
    for i, (tag, a, b, c, d) in enumerate(codes):
        if tag == "equal":
            continue
        at_end, at_start = i == len(codes) - 1, i == 0
        if at_end and b - a > d - c + 1:
            # cut off: words that stand opposite are compared, the rest is missing
            stop = a + (d - c)
            if d > c:
                found.extend(_each(standard, reading, a, stop, c, d))
            continue
        if at_start and tag == "delete" and b - a > 1:
            start = b
            continue
        found.extend(_each(standard, reading, a, b, c, d))
    return frozenset(found), start, stop


def _each(standard: Sequence[str], reading: Sequence[str], a: int, b: int, c: int, d: int) -> list[Change]:
    """One change a word where both sides have as many words, else one for the whole."""
    if b - a == d - c:
        return [
            Change(a + k, (standard[a + k],), (reading[c + k],))
            for k in range(b - a)
            if standard[a + k] != reading[c + k]
        ]
    return [Change(a, tuple(standard[a:b]), tuple(reading[c:d]))]
