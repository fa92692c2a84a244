"""How one reading of a sentence becomes another, within a bound on the work."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

__all__ = ["opcodes"]

_CELLS = 4_000_000
"""Pairs of words that are compared at most: two readings of 2,000 words. Beyond it only what both have
at the beginning and at the end is told to be equal."""
Opcode = tuple[str, int, int, int, int]


def opcodes(a: Sequence[str], b: Sequence[str]) -> list[Opcode]:
    """What ``difflib`` gives for two sequences of words; a long middle is one replacement.

    >>> opcodes("мост закрыли в среду".split(), "мост закрыли во вторник".split())
    [('equal', 0, 2, 0, 2), ('replace', 2, 4, 2, 4)]
    >>> one, two = ["так"] * 3000, ["так"] * 2900
    >>> opcodes(one, two)
    [('equal', 0, 2900, 0, 2900), ('delete', 2900, 3000, 2900, 2900)]
    """
    if len(a) * len(b) <= _CELLS and _spread(a) * _spread(b) <= _CELLS:
        return list(SequenceMatcher(None, a, b, autojunk=False).get_opcodes())
    least = min(len(a), len(b))
    head = next((k for k in range(least) if a[k] != b[k]), least)
    tail = next((k for k in range(least - head) if a[-1 - k] != b[-1 - k]), least - head)
    stop, end = len(a) - tail, len(b) - tail
    found: list[Opcode] = [("equal", 0, head, 0, head)] if head else []
    if head < stop or head < end:
        tag = "delete" if head == end else "insert" if head == stop else "replace"
        found.append((tag, head, stop, head, end))
    return [*found, ("equal", stop, len(a), end, len(b))] if tail else found


def _spread(words: Sequence[str]) -> int:
    """How often its commonest word recurs, times its length: what makes difflib slow."""
    if len(words) < 200:
        return 1
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return max(counts.values())
