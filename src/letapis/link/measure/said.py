"""Which tokens stand inside quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from letapis.link.measure.sight import Sight

__all__ = ["said"]

_PAIRS = (("«", "»"), ("„", "“"), ("“", "”"), ('"', '"'))
_MOST = 6
"""Marks open at once; more are strays."""
_REACH = 400
"""Tokens to the end of a line within which an open quotation may go on in the next."""


def said(s: Sight, places: Iterable[int], quotes: Sequence[tuple[str, str]]) -> set[int]:
    """Those of ``places`` (tokens, rising) that stand between an opening and a closing mark of their line.

    Every line with one of them is read once.
    """
    pairs = quotes or _PAIRS
    closing = {close: open_ for open_, close in pairs}
    opening = {open_ for open_, _ in pairs}
    lines, words = s.stream.lines, s.stream.words
    closes = [number for number, word in enumerate(words) if word in closing]
    found: set[int] = set()
    at = line = 0
    stack: list[str] = []
    for place in places:
        while line + 1 < len(lines) and lines[line + 1] <= place:
            line += 1
        if at < lines[line]:
            at, stack = lines[line], []
        while at < place:
            _turn(words[at], stack, opening, closing)
            at += 1
        if stack and _closed(closes, place, lines[line + 1] if line + 1 < len(lines) else len(words)):
            found.add(place)
    return found


def _turn(word: str, stack: list[str], opening: set[str], closing: dict[str, str]) -> None:
    if word in closing and stack and stack[-1] == closing[word]:
        stack.pop()
    elif word in opening and len(stack) < _MOST:
        stack.append(word)


def _closed(closes: Sequence[int], place: int, stop: int) -> bool:
    """Whether a closing mark follows in the line, or the line is short, so that the next may go on."""
    at = bisect_left(closes, place)
    return (at < len(closes) and closes[at] < stop) or stop - place < _REACH
