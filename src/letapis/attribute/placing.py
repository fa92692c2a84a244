"""Words ascribed to somebody, and the bounds and frames of a text by where they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from letapis.attribute.clause import view
from letapis.attribute.frame import Frame
from letapis.langs.base import Language
from letapis.text.stream import Stream

__all__ = ["Parts", "Said", "Table"]

Parts = tuple[tuple[int, int], ...]
"""Stretches of tokens, the end excluded."""
_LONGEST = 400
"""Tokens of a sentence that are looked over to either side."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words ascribed to somebody, as numbers of tokens."""

    first: int
    """First token of it, marks included."""
    last: int
    """Token after the last."""
    parts: Parts
    """What was said, without outer marks and attribution."""
    kind: str
    """direct, mixed or indirect."""
    pattern: str
    """How it is ascribed."""
    frame: Frame | None = None
    score: float = 0.9
    repaired: str | None = None
    skips: tuple[int, ...] = ()
    """Tokens inside that are marks repeated at the beginning of paragraphs."""


class Table:
    """Frames, sentences and lines of a text by where they stand."""

    def __init__(self, stream: Stream, frames: Sequence[Frame], language: Language | None) -> None:
        self.stream = stream
        self.fixed = language is not None and language.speech.order == "fixed"
        self.view = view(stream, language) if language is not None and language.speech.verbs else None
        self.frames = sorted(frames, key=lambda frame: frame.first)
        self.at = [frame.first for frame in self.frames]

    def within(self, low: int, high: int) -> list[Frame]:
        """Frames whose cue begins in ``low`` to ``high``, ``high`` excluded."""
        return self.frames[bisect_left(self.at, low) : bisect_left(self.at, high)]

    def sentence(self, token: int) -> tuple[int, int]:
        """Bounds of the sentence that holds ``token``, at most 400 tokens to either side."""
        bounds = self.stream.sentences
        place = max(0, bisect_right(bounds, token) - 1)
        low, high = bounds[place], bounds[min(place + 1, len(bounds) - 1)]
        return max(low, token - _LONGEST), min(high, token + _LONGEST)

    def line(self, token: int) -> tuple[int, int]:
        """Bounds of the line that holds ``token``."""
        bounds = self.stream.lines
        place = max(0, bisect_right(bounds, token) - 1)
        return bounds[place], bounds[min(place + 1, len(bounds) - 1)]

    def size(self, begin: int, end: int) -> int:
        """How many words there are in ``begin`` to ``end``."""
        return sum(1 for word in self.stream.words[begin:end] if word[0].isalnum())
