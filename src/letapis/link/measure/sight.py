"""Where quantities are read: a stream with room after its end, and the words of its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from letapis.langs.base import Language
from letapis.langs.base.calendar import Calendar
from letapis.langs.base.quantity import Quantity
from letapis.text.stream import Stream

__all__ = ["DASHES", "Sight", "sight"]

DASHES = frozenset("-–—−‑‐")
_PAST_END = 24
"""How far after the last token a rule may look."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Folded tokens with empty ones after the last, so that rules may look ahead and behind."""

    stream: Stream
    words: list[str]
    folds: list[str]
    quantity: Quantity
    calendar: Calendar
    function: frozenset[str]
    language: str | None
    taken: Sequence[tuple[int, int]]
    """Spans that other findings hold, sorted."""

    def gap(self, at: int) -> str:
        """What stands in the text between a token and the next."""
        stream = self.stream
        if not 0 <= at < len(stream.words) - 1:
            return " "
        return stream.text[stream.stops[at] : stream.starts[at + 1]]

    def touches(self, at: int) -> bool:
        """Whether a token and the next stand together."""
        stream = self.stream
        return 0 <= at < len(stream.words) - 1 and stream.stops[at] == stream.starts[at + 1]

    def stop(self, at: int) -> int:
        """The token after ``at``, where that is the full stop of a short form; else ``at`` itself."""
        if self.folds[at] != "." or not self.touches(at - 1):
            return at
        ends = at + 1 >= len(self.stream.words) or self.stream.opens_sentence(at + 1)
        return at if ends else at + 1

    def follows(self, at: int, phrase: tuple[str, ...]) -> bool:
        """Whether the tokens from ``at`` are those of a phrase."""
        return all(self.folds[at + n] == word for n, word in enumerate(phrase))


def sight(stream: Stream, language: Language | None, taken: Sequence[tuple[int, int]]) -> Sight:
    """The sight of a stream; without a language, only digits and signs can be read."""
    blank = [""] * _PAST_END
    words, folds = stream.words + blank, stream.folds + blank
    if language is None:
        return Sight(stream, words, folds, Quantity(), Calendar(), frozenset(), None, sorted(taken))
    return Sight(
        stream,
        words,
        folds,
        language.quantity,
        language.calendar,
        language.function,
        language.code,
        sorted(taken),
    )
