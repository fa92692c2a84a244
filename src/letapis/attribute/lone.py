"""Whole sentences in marks without an attribution of their own, and headlines."""

from __future__ import annotations

from letapis.attribute.before import heading
from letapis.attribute.frame import Frame
from letapis.attribute.looks import spoken, titled
from letapis.attribute.marks import Pair
from letapis.attribute.placing import Said, Table

__all__ = ["lone"]

_SOME = 3
"""Words of a sentence in marks that is spoken whatever stands before it."""
_ENDS = ".!?…"
_OPENING = frozenset('«“„"')
_HEADLINE = 3
"""Words of a headline that is nothing but somebody's words."""


def lone(table: Table, pair: Pair) -> Said | None:
    """A quotation of whole sentences in marks, or of a headline, that no frame claims; else None.

    Sentences in marks are somebody's words after a sentence that reports what somebody said, and
    wherever they have four words and more; so is a headline that is nothing but words in marks, or
    that begins with them. A headline that gives a claim after whoever makes it is a mixed one.

    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> text = stream("“In exile you count”\\nOna Mill left.\\nFord is far.")
    >>> [lone(Table(text, [], None), pair).pattern for pair in marks(text)]
    ['headline']
    """
    return _alone(table, pair) or (_claim(table, pair) if spoken(table, pair) else None)


def _alone(table: Table, pair: Pair) -> Said | None:
    words, lines = table.stream.words, table.stream.lines
    inside = [word for word in words[pair.begin : pair.end] if word[0].isalnum()]
    low = table.sentence(pair.first)[0]
    if low != pair.first or len(inside) < 2 or (not inside[0][0].isupper() and not inside[0][0].isdigit()):
        return None
    plain = sum(not word[0].isupper() for word in inside[1:])
    if not plain or 3 * plain < 2 * (len(inside) - 1) or titled(table, pair, inside):
        return None
    line = table.line(pair.last - 1)
    end = pair.last == line[1]
    behind = "" if end else words[pair.last][0]
    if not pair.first and len(lines) > 2:
        if len(inside) < _HEADLINE or not (end or behind in ":.—–-!?"):
            return None
        return _own(pair, "headline", None)
    closed = words[pair.end - 1][0] in _ENDS
    if not closed and behind not in _ENDS:
        return None
    if closed and not (behind in _ENDS or behind in _OPENING or words[pair.last][0].isupper()):
        return None  # the sentence goes on
    frame = _reported(table, pair)
    if frame is None and len(inside) < _SOME + (pair.first == table.line(pair.first)[0]):
        return None
    return _own(pair, "after a report" if frame is not None else "no attribution of its own", frame)


def _claim(table: Table, pair: Pair) -> Said | None:
    """A headline that gives a claim after whoever makes it: Mayor: the tax is “dead”."""
    words, lines = table.stream.words, table.stream.lines
    if len(lines) <= 2 or pair.last > lines[1]:
        return None
    colon = next((at for at in range(1, pair.first) if words[at] == ":"), 0)
    if not colon or table.size(colon, pair.first) < 1 or table.within(0, pair.first):
        return None
    frame = heading(table, 0, colon)
    if frame is None or words[lines[1] - 1][0] == "?":
        return None
    last = lines[1]
    return Said(
        colon + 1, last, ((colon + 1, last),), "mixed", "claim of a headline", frame, 0.65, pair.repaired
    )


def _own(pair: Pair, pattern: str, frame: Frame | None) -> Said:
    parts = ((pair.begin, pair.end),)
    return Said(pair.first, pair.last, parts, "direct", pattern, frame, 0.6, pair.repaired, pair.repeats)


def _reported(table: Table, pair: Pair) -> Frame | None:
    """The frame of the sentence before, if it reports what somebody said."""
    if not pair.first:
        return None
    low, _ = table.sentence(pair.first - 1)
    some = [one for one in table.within(low, pair.first) if one.speaker is not None and one.kind != "outlet"]
    return some[-1] if some and some[-1].sort in ("say", "think", "question") else None
