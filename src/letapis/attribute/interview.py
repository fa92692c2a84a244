"""Interviews in the form of a conversation: lines with a dash or with a name and a colon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from letapis.attribute.frame import Frame
from letapis.attribute.placing import Said, Table

__all__ = ["interview"]

_DASHES = frozenset("—–-")
_ENDS = ".!?…"
_LABEL = 5
"""Tokens of the name before the colon at most."""
_ANSWER = 6
"""Paragraphs of an answer at most."""
_CLOSING = frozenset("»”“\"'’)")


class _Turn(NamedTuple):
    """A line of a conversation, as numbers of tokens."""

    low: int
    begin: int
    """First token said."""
    high: int
    label: str
    """The words before the colon, folded; empty in a line with a dash."""


def interview(table: Table, taken: Sequence[Said]) -> list[Said]:
    """The lines of a conversation, each a direct quotation; lines of ``taken`` are left to it.

    Lines that stand one upon another and begin with a dash, or with a name and a colon, are a
    conversation where one of them asks something or is ascribed in ``taken``, or where two names take
    turns. Without a name nobody is given as the speaker.

    >>> from letapis.text.stream import stream
    >>> text = stream("Rents\\nCourier: Who pays?\\nOna Mill: We all pay.\\n— For how long?\\n— For ever.")
    >>> [text.cut(*one.parts[0]) for one in interview(Table(text, [], None), [])]
    ['Who pays?', 'We all pay.', 'For how long?', 'For ever.']
    """
    known = {one.first for one in taken if one.kind == "direct"}
    found: list[Said] = []
    asked: list[tuple[int, _Turn]] = []
    run: list[_Turn] = []
    lines = table.stream.lines
    for number in range(1, len(lines)):
        turn = _turn(table, lines[number - 1], lines[number])
        if turn is not None:
            run.append(turn)
        if run and (turn is None or number + 1 == len(lines)):
            told = _told(table, run, known)
            found += told
            if not told and len(run) == 1 and table.stream.words[_last(table.stream.words, run[0])][0] == "?":
                asked.append((number - 1 if turn is None else number, run[0]))
            run = []
    return sorted(found + _answered(table, asked, known), key=lambda one: one.first)


def _answered(table: Table, asked: Sequence[tuple[int, _Turn]], known: set[int]) -> list[Said]:
    """Questions whose answers are plain paragraphs; ``asked`` has the line after each with it.

    At least two of them, with no more than six paragraphs from one to the next.
    """
    lines = table.stream.lines
    found: list[Said] = []
    for place, (low, turn) in enumerate(asked):
        after = place + 1 < len(asked) and asked[place + 1][0] - 1
        before = place > 0 and low - asked[place - 1][0] - 1
        if not (after and 0 < after - low <= _ANSWER) and not (before and 0 < before <= _ANSWER):
            continue
        high = after if after and after - low <= _ANSWER else low + 1
        if turn.low in known or turn.begin in known or high >= len(lines) or high <= low:
            continue
        found.append(_line(table, turn))
        parts = tuple((lines[number], lines[number + 1]) for number in range(low, high))
        if not any(first in known for first, _ in parts):
            at = lines[low]
            frame = Frame(at, at, "colon", "say", None, None, "", at, at)
            found.append(Said(at, parts[-1][1], parts, "direct", "interview", frame, 0.65))
    return found


def _turn(table: Table, low: int, high: int) -> _Turn | None:
    words = table.stream.words
    if high - low < 2:
        return None
    if words[low] in _DASHES:
        return _Turn(low, low + 1, high, "") if words[low + 1][0].isalnum() or high - low > 2 else None
    if not words[low][0].isupper():
        return None
    colon = next((at for at in range(low + 1, min(high - 1, low + 1 + _LABEL)) if words[at] == ":"), None)
    if colon is None:
        return None
    begin = colon + 1 + (words[colon + 1] in _DASHES and colon + 2 < high)
    if not words[begin][0].isalnum() or words[begin][0].islower():
        return None
    starts, stops = table.stream.starts, table.stream.stops
    if starts[colon + 1] == stops[colon]:  # a time of day, an address
        return None
    if any(not words[at][0].isalpha() and words[at] not in (".", "-") for at in range(low, colon)):
        return None
    return _Turn(low, begin, high, " ".join(table.stream.folds[low:colon]))


def _told(table: Table, run: Sequence[_Turn], known: set[int]) -> list[Said]:
    if not _converse(table, run, known):
        return []
    found = []
    for turn in run:
        if turn.low in known or turn.begin in known:
            continue
        found.append(_line(table, turn))
    return found


def _line(table: Table, turn: _Turn) -> Said:
    """The words of one line, with whoever the line names."""
    at = turn.low
    while turn.label and table.stream.words[at] != ":":
        at += 1
    speaker = (turn.low, at) if turn.label else None
    frame = Frame(
        at, at, "colon", "say", speaker, "name" if speaker else None, "before" if speaker else "", turn.low,
        turn.begin,
    )  # fmt: skip
    return Said(turn.low, turn.high, ((turn.begin, turn.high),), "direct", "interview", frame, 0.75)


def _converse(table: Table, run: Sequence[_Turn], known: set[int]) -> bool:
    if len(run) < 2:
        return False
    words = table.stream.words
    asked = sum(words[_last(words, turn)][0] == "?" for turn in run)
    labels = Counter(turn.label for turn in run)
    if all(labels):
        return bool(asked) or sum(count > 1 for count in labels.values()) > 1
    return bool(asked) or any(turn.low in known for turn in run)


def _last(words: list[str], turn: _Turn) -> int:
    """The last token of a turn, closing marks and brackets left out."""
    at = turn.high - 1
    while at > turn.begin and words[at] in _CLOSING:
        at -= 1
    return at
