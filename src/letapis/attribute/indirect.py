"""Reported clauses: what a text says that somebody said, without marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from letapis.attribute import fixed, free
from letapis.attribute.clause import DASHES, OPENING, View, view
from letapis.attribute.content import trimmed
from letapis.attribute.cue import Frame
from letapis.langs.base import Language
from letapis.text.stream import Stream

__all__ = ["Reported", "indirect"]


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported clause; all numbers are code points of the text, the end excluded."""

    start: int
    stop: int
    parts: tuple[tuple[int, int], ...]
    """Its pieces, where the frame stands inside it; else the whole."""
    frame: Frame
    form: str
    """How it was found: that, bare, around, before, after, infinitive, object, about, sentence, colon."""
    marked: bool
    """Whether some of its words stand in quotation marks, so that it is a mixed quotation."""


def indirect(
    stream: Stream, language: Language | None, frames: Sequence[Frame], taken: Sequence[tuple[int, int]] = ()
) -> list[Reported]:
    """The reported clauses of ``frames``, by place; those in a span of ``taken`` are left out.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.text.stream import stream
    >>> text, english = stream("Mill said rents fell in May, but Moss denied it."), langs.get("en")
    >>> [text.text[one.start:one.stop] for one in indirect(text, english, frames(text, english))]
    ['rents fell in May']
    """
    if language is None or not frames:
        return []
    seen = view(stream, language)
    spans = sorted(taken)
    found: list[Reported] = []
    for number, frame in enumerate(frames):
        if frame.kind == "outlet" or _within(spans, stream.starts[frame.first]):
            continue
        hit = _content(seen, frames, number)
        if hit is None:
            continue
        form, pieces = hit
        one = _reported(seen, frame, form, pieces)
        if one is None or _covered(spans, one) or any(_holds(old, one) for old in found[-3:]):
            continue
        found.append(one)
    return found


def _within(spans: list[tuple[int, int]], place: int) -> bool:
    i = bisect_left(spans, (place + 1, -1)) - 1
    return i >= 0 and spans[i][0] <= place < spans[i][1]


def _covered(spans: list[tuple[int, int]], one: Reported) -> bool:
    """Whether most of a clause lies in direct quotations."""
    total = sum(stop - start for start, stop in one.parts)
    shared = 0
    i = max(0, bisect_left(spans, (one.start, -1)) - 1)
    while i < len(spans) and spans[i][0] < one.stop:
        for start, stop in one.parts:
            shared += max(0, min(stop, spans[i][1]) - max(start, spans[i][0]))
        i += 1
    return 2 * shared > total


def _holds(old: Reported, one: Reported) -> bool:
    """Whether a clause lies in another: what somebody is said to have said of somebody's words."""
    return old.start <= one.start and one.stop <= old.stop


def _reported(seen: View, frame: Frame, form: str, pieces: list[tuple[int, int]]) -> Reported | None:
    parts = []
    size = 0
    for first, last in pieces:
        first, last = _stripped(seen, first, last)
        if seen.speech.order == "fixed" and form != "around":
            last = trimmed(seen, first, last)
        if last > first:
            size += sum(seen.word(i) for i in range(first, last))
            parts.append((seen.stream.starts[first], seen.stream.stops[last - 1]))
    if size < 2:
        return None
    marked = any(seen.words[i] in OPENING for first, last in pieces for i in range(first, last))
    return Reported(parts[0][0], parts[-1][1], tuple(parts), frame, form, marked)


def _stripped(seen: View, first: int, last: int) -> tuple[int, int]:
    words = seen.words
    while last > first and (
        words[last - 1] in ",;:" or words[last - 1][0] in ".!?…" or words[last - 1] in DASHES
    ):
        last -= 1
    while first < last and (words[first] in ",;:" or words[first] in DASHES):
        first += 1
    return first, last


def _content(seen: View, frames: Sequence[Frame], number: int) -> tuple[str, list[tuple[int, int]]] | None:
    frame = frames[number]
    if frame.form == "colon":
        return "colon", [(frame.last, seen.stream.lines[1])]
    rules = fixed.RULES if seen.speech.order == "fixed" else free.RULES
    for form, rule in rules:
        pieces = rule(seen, frames, number, frame)
        if pieces:
            return form, pieces
    return None
