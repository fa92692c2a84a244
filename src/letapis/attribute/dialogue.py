"""Speech in lines that begin with a dash, and quotations within quotations."""

from __future__ import annotations

from collections.abc import Sequence

from letapis.attribute.after import after
from letapis.attribute.before import before
from letapis.attribute.frame import Frame
from letapis.attribute.inside import inside
from letapis.attribute.marks import Pair
from letapis.attribute.placing import Said, Table

__all__ = ["dialogue", "nested"]

_DASHES = frozenset("—–-")
_LEAST = 3
_BLOCK = 5
_ENDS = ".!?…"
_NAMED = frozenset(("name", "place", "anonymous", "outlet"))
"""Kinds of speakers that a report names; a story says "he" and "papa"."""


def dialogue(table: Table, taken: Sequence[Said]) -> list[Said]:
    """What is said in lines that begin with a dash: — Мост закрыт, — сказал Ян Мох. — Надолго.

    The line has to hold an attribution after a dash, or to follow a line with one that ends in a
    colon, or to stand alone after a line that reports what somebody said. In a text of one line only
    speakers who are named count, since stories are written so too.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("Ян Мох вышел.\\n— Мост закрыт, — сказал Ян Мох."), langs.get("ru")
    >>> table = Table(tokens, frames(tokens, language), language)
    >>> pairs = marks(tokens)
    >>> [tokens.cut(*one.parts[0]) for one in dialogue(table, [])]
    ['Мост закрыт']
    """
    words, lines = table.stream.words, table.stream.lines
    known = {one.first for one in taken}
    found: list[Said] = []
    for number in range(len(lines) - 1):
        low, high = lines[number], lines[number + 1]
        if high - low <= _LEAST or low + 1 in known:
            continue
        if words[low] not in _DASHES:
            frame = _block(table, low, high) if number and words[low - 1] == ":" else None
            if frame is not None and low not in known:
                parts = ((low, high),)
                found.append(
                    Said(low, high, parts, "direct", "paragraph after a colon", frame, 0.6, "both marks lost")
                )
            continue
        said = inside(table, Pair(low, low + 1, high, high), len(lines) > 2)
        if said is not None and said.frame is not None:
            if said.frame.kind in _NAMED or (len(lines) > 2 and _cued(said.frame)):
                last = max(said.parts[-1][1], said.frame.tail)
                found.append(Said(low, last, said.parts, "direct", "dialogue", said.frame, 0.85))
            continue
        lead = _lead(table, number) if number else None
        if lead is not None:
            found.append(Said(low, high, ((low + 1, high),), "direct", "dialogue", lead, 0.7))
    return found


def _block(table: Table, low: int, high: int) -> Frame | None:
    """The frame of a line that ends in a colon before a paragraph without marks, which are lost."""
    words = table.stream.words
    some = table.within(table.sentence(low - 1)[0], low)
    if not some or some[-1].speaker is None or some[-1].sort != "say" or high - low <= _BLOCK:
        return None
    return some[-1] if words[low][0].isupper() and words[high - 1][0] in _ENDS else None


def _cued(frame: Frame) -> bool:
    """Whether somebody speaks, or the attribution has a verb of its own without a name for it."""
    return frame.speaker is not None or frame.form == "verb"


def _lead(table: Table, number: int) -> Frame | None:
    """The frame of the line before, which introduces line ``number``."""
    words, lines = table.stream.words, table.stream.lines
    low, high = lines[number], lines[number + 1]
    before = table.within(lines[number - 1], low)
    if not before:
        return None
    if words[low - 1] == ":":
        return before[-1]
    follows = words[high][0] if high < len(words) else ""
    if follows in _DASHES or words[lines[number - 1]] in _DASHES or words[high - 2] in _DASHES:
        return None  # a list, a conversation, a heading between dashes
    whole = words[low - 1][0] in _ENDS and words[high - 1][0] in _ENDS and words[low + 1][0].isupper()
    last = before[-1]
    said = last.speaker is not None and last.sort in ("say", "think") and last.kind != "outlet"
    return last if whole and said and last.first >= table.sentence(low - 1)[0] else None


def nested(table: Table, pairs: Sequence[Pair], said: Sequence[Said]) -> list[Said]:
    """Quotations within the direct ones of ``said``, where a cue inside ascribes them.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> from letapis.attribute.direct import direct
    >>> text = "«Она сказала: „Мост закрыт навсегда“, и все ушли», — рассказал Ян Мох."
    >>> tokens, language = stream(text), langs.get("ru")
    >>> table = Table(tokens, frames(tokens, language), language)
    >>> pairs = marks(tokens)
    >>> [tokens.cut(*one.parts[0]) for one in nested(table, pairs, direct(table, pairs))]
    ['Мост закрыт навсегда']
    """
    deeper = [pair for pair in pairs if pair.depth == 1]
    found: list[Said] = []
    for pair in deeper:
        one = _around(said, pair)
        if one is None or table.size(pair.begin, pair.end) < 1:
            continue
        own = before(table, pair) or after(table, pair)
        if own is None or own.kind != "direct" or (own.frame is None and own.pattern != "colon"):
            continue
        if own.frame is not None and (own.frame is one.frame or not one.first <= own.frame.head < one.last):
            continue
        found.append(Said(pair.first, pair.last, own.parts, "direct", own.pattern, own.frame, 0.8))
    return found


def _around(said: Sequence[Said], pair: Pair) -> Said | None:
    low, high = 0, len(said)
    while low < high:
        middle = (low + high) // 2
        if said[middle].first <= pair.first:
            low = middle + 1
        else:
            high = middle
    one = said[low - 1] if low else None
    return one if one is not None and one.kind == "direct" and pair.last <= one.last else None
