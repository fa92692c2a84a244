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
    >>> text = stream("Mill on rents\\nCourier: Who pays?\\nOna Mill: We all pay.\\n— For how long?\\n— For ever.")
    >>> [text.cut(*one.parts[0]) for one in interview(Table(text, [], None), [])]
    ['Who pays?', 'We all pay.', 'For how long?', 'For ever.']
    """
    known = {one.first for one in taken if one.kind == "direct"}
    found: list[Said] = []
    run: list[_Turn] = []
    lines = table.stream.lines
    for number in range(1, len(lines)):
        turn = _turn(table, lines[number - 1], lines[number])
        if turn is not None:
            run.append(turn)
        if run and (turn is None or number + 1 == len(lines)):
            found += _told(table, run, known)
            run = []
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
    if colon is None or not words[colon + 1][0].isalnum() or words[colon + 1][0].islower():
        return None
    starts, stops = table.stream.starts, table.stream.stops
    if starts[colon + 1] == stops[colon]:  # a time of day, an address
        return None
    if any(not words[at][0].isalpha() and words[at] not in (".", "-") for at in range(low, colon)):
        return None
    return _Turn(low, colon + 1, high, " ".join(table.stream.folds[low:colon]))


def _told(table: Table, run: Sequence[_Turn], known: set[int]) -> list[Said]:
    if not _converse(table, run, known):
        return []
    found = []
    for turn in run:
        if turn.low in known or turn.begin in known:
            continue
        at = turn.begin - 1
        speaker = (turn.low, at) if turn.label else None
        frame = Frame(
            at, at, "colon", "say", speaker, "name" if speaker else None, "before" if speaker else "",
            turn.low, turn.begin,
        )  # fmt: skip
        parts = ((turn.begin, turn.high),)
        found.append(Said(turn.low, turn.high, parts, "direct", "interview", frame, 0.75))
    return found


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
