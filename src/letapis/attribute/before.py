"""An attribution before the marks: "she said: “We came”"."""

from __future__ import annotations

from letapis.attribute.after import opening
from letapis.attribute.frame import Frame
from letapis.attribute.marks import Pair
from letapis.attribute.placing import Said, Table

__all__ = ["before"]

_ENDS = ".!?…"
_FEW = 3
"""Words in marks that are a term, a name or an irony where nothing says that they were spoken."""
_REACH = 9
"""Tokens that an occasion takes between a verb and the marks: "saying on Monday, “…”"."""
_LABEL = 9
"""Tokens that stand before the colon of "X: …"."""


def before(table: Table, pair: Pair) -> Said | None:
    """She said: “We came.” She said that they “came”."""
    stream, words = table.stream, table.stream.words
    if pair.first == 0:
        return None
    size = table.size(pair.begin, pair.end)
    before = words[pair.first - 1]
    low, _ = table.sentence(pair.first - 1)
    if before == ":":
        return _colon(table, pair, low, size)
    if low != table.sentence(pair.first)[0]:
        return None
    frames = [frame for frame in table.within(low, pair.first) if frame.last <= pair.first]
    if not frames and before == ",":
        frames = _verbs(table, max(low, pair.first - _REACH), pair.first)
    if not frames:
        return None
    frame = frames[-1]
    gap = pair.first - frame.tail
    if before == "," and gap <= 10:
        if words[pair.begin][:1].isupper():
            if size <= _FEW and (gap > 1 or words[pair.end - 1][0] not in _ENDS):
                return None
            return Said(
                pair.first, pair.last, ((pair.begin, pair.end),), "direct", "name, verb, quote", frame, 0.93,
                pair.repaired, pair.repeats,
            )  # fmt: skip
        start = opening(stream, low, frame.head)
        if frame.head - start > 2 and words[frame.head - 1] == ",":
            _, high = table.sentence(pair.last - 1)
            parts = ((start, frame.head), (pair.first, high))
            return Said(
                start, high, parts, "mixed", "name, verb, quote", frame, 0.85, pair.repaired, pair.repeats
            )
    short = size > 1 and not gap and frame.sort == "say" and words[pair.begin][0].islower()
    if (short or size > _FEW) and gap <= 1 and frame.sort != "judge":
        return Said(
            pair.first, pair.last, ((pair.begin, pair.end),), "mixed", "name, verb, quote", frame, 0.85,
            pair.repaired, pair.repeats,
        )  # fmt: skip
    return None


def _verbs(table: Table, low: int, high: int) -> list[Frame]:
    """A verb of saying without a subject of its own: "footage of Mill saying on Monday, “…”"."""
    if table.view is None:
        return []
    for at in range(high - 1, low - 1, -1):
        verb = table.view.speech.verbs.get(table.stream.folds[at])
        if verb is not None and verb.sort == "say" and verb.form in ("gerund", "past", "finite"):
            return [Frame(at, at + 1, "gerund", "say", None, None, "", at, at + 1)]
    return []


def _colon(table: Table, pair: Pair, low: int, size: int) -> Said | None:
    frames = table.within(low, pair.first)
    frame = frames[-1] if frames else None
    if frame is None and size <= _FEW:
        return None
    frame = frame or _heading(table, low, pair.first - 1)
    return Said(
        pair.first, pair.last, ((pair.begin, pair.end),), "direct", "colon", frame,
        0.95 if frame else 0.7, pair.repaired, pair.repeats,
    )  # fmt: skip


def _heading(table: Table, low: int, colon: int) -> Frame | None:
    """X: «…», as headlines and interviews have it."""
    words = table.stream.words
    first = low
    while first < colon and not words[first][0].isalnum():
        first += 1
    if not 0 < colon - first <= _LABEL or not words[first][0].isupper():
        return None
    if any(word[0] in _ENDS + ',;«“"' for word in words[first:colon]):
        return None
    return Frame(colon, colon, "colon", "say", (first, colon), "name", "before", first, colon)
