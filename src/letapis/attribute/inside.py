"""An attribution inside the marks: «Да, — сказал он. — Нет»."""

from __future__ import annotations

from letapis.attribute.frame import Frame
from letapis.attribute.marks import Pair
from letapis.attribute.placing import Said, Table
from letapis.attribute.tail import aside
from letapis.text.stream import Stream

__all__ = ["inside"]

_DASHES = frozenset("—–-")
_PAUSES = frozenset(",.!?…;")
_BREAKS = ".!?…,;:"
_NEAR = 8
"""Tokens that may stand between a dash and the cue: "— on condition that his name be kept out, said"."""
_LEAST = 4
"""Tokens said before an attribution that no dash marks."""
_WIDE = 45
"""Tokens that a speaker's name with its apposition may take."""


def inside(table: Table, pair: Pair, line: bool = False) -> Said | None:
    """«Да, — сказал он. — Нет»; with ``line`` what begins with a dash instead of a mark.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("«Мост закрыт, — сказал Ян Мох. — Надолго»."), langs.get("ru")
    >>> table = Table(tokens, frames(tokens, language), language)
    >>> pairs = marks(tokens)
    >>> [tokens.cut(*part) for part in inside(table, pairs[0]).parts]
    ['Мост закрыт', 'Надолго']
    """
    words = table.stream.words
    parts: list[tuple[int, int]] = []
    chosen: Frame | None = None
    begin, at = pair.begin, pair.begin + 1
    for frame in table.within(pair.begin, pair.end):
        if frame.first < at:
            continue
        dash = _dash(table.stream, begin, frame)
        if dash is None:
            continue
        parts.append((begin, dash))
        chosen = chosen or frame
        begin = at = _resumes(table.stream, frame.tail, pair.end)
        if begin >= pair.end:
            break
    if chosen is None and (plain := _plain(table, pair)) is not None:
        return plain
    if chosen is None:
        chosen = aside(table.view, pair.begin, pair.end, line) if table.view is not None else None
        if chosen is None:
            return None
        dash = next(at for at in range(chosen.head - 1, pair.begin, -1) if words[at] in _DASHES)
        parts.append((pair.begin, dash))
        begin = _resumes(table.stream, chosen.tail, pair.end)
    if begin < pair.end:
        parts.append((begin, pair.end))
    if words[pair.end - 1] in _DASHES and len(parts) == 1:
        return None
    return Said(
        pair.first, pair.last, tuple(parts), "direct", "attribution inside the marks", chosen, 0.95,
        pair.repaired, pair.repeats,
    )  # fmt: skip


def _plain(table: Table, pair: Pair) -> Said | None:
    """“The line is crossed, says Ona Mill. We go home”: an attribution without dashes."""
    words = table.stream.words
    for frame in table.within(pair.begin + _LEAST, pair.end - 1):
        if frame.form != "verb" or frame.sort != "say" or frame.side != "after" or frame.kind == "pronoun":
            continue
        at = frame.first
        if words[at - 1] != "," or frame.tail >= pair.end or words[frame.tail] != "." or frame.negated:
            continue
        if not words[frame.tail - 1][0].isupper() or words[frame.tail + 1][0].islower():
            continue
        parts = ((pair.begin, at - 1), (frame.tail + 1, pair.end))
        return Said(
            pair.first, pair.last, tuple(one for one in parts if one[0] < one[1]), "direct",
            "attribution inside the marks", frame, 0.8, pair.repaired, pair.repeats,
        )  # fmt: skip
    return None


def _dash(stream: Stream, begin: int, frame: Frame) -> int | None:
    """The dash before an attribution that stands straight before ``frame``."""
    words = stream.words
    first = frame.head
    for at in range(first - 1, max(begin, first - _NEAR), -1):
        if words[at] in _DASHES and words[at - 1][0] in _PAUSES and at - 1 > begin:
            if words[at - 1] in ".;" and words[at + 1][0].isupper():  # the speaker goes on here
                return None
            return at - 1 if words[at - 1] == "," else at
        if words[at][0] in _BREAKS:
            return None
    return None


def _resumes(stream: Stream, at: int, high: int) -> int:
    """Where the words of the speaker go on after an attribution."""
    words = stream.words
    for dash in range(at, min(high, at + _WIDE)):
        if words[dash] in _DASHES and words[dash - 1][0] in ".,:;!?…" and dash + 1 < high:
            return dash + 1
    return high
