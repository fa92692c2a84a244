"""Where dates are read: a stream with room after its end, and the words of its language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from letapis.langs.base import Language
from letapis.langs.base.calendar import Calendar
from letapis.text.stream import Stream

__all__ = ["DASHES", "Found", "Part", "Scene", "scene"]

DASHES = frozenset("-–—−‑‐")
_DIGITS = re.compile(r"(\d{1,4})(?:[-‐‑’']?([^\W\d_]{1,4}))?")
_ROMAN = {"i": 1, "v": 5, "x": 10, "і": 1, "х": 10}
_PAST_END = 16
"""How far after the last token a rule may look."""


@dataclass(frozen=True, slots=True)
class Part:
    """A point in time as words give it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    code: int | None = None
    """EDTF: 21 to 24 seasons, 33 to 36 quarters, 40 and 41 halves of a year."""
    shift: int | None = None
    """Years from that of the publication ("last year" is -1)."""
    wide: str = ""
    """A decade or century, as EDTF has it ("199X")."""
    time: str = ""
    """Time of day, as ISO 8601 has it."""
    same: bool = False
    """"of the same year"."""
    late: bool = False
    """Whether a month is the last one before publication ("last August")."""

    @property
    def dated(self) -> bool:
        """Whether a year is given in any way."""
        return self.year is not None or self.shift is not None or self.same or bool(self.wide)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in the stream: its tokens, where it starts, and where a range ends."""

    first: int
    stop: int
    start: Part
    end: Part | None = None
    about: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """Folded tokens with empty ones after the last, so that rules may look ahead."""

    stream: Stream
    words: list[str]
    folds: list[str]
    calendar: Calendar
    months: tuple[re.Pattern[str], ...]
    measured: frozenset[str]
    """Words that a number before them counts or measures by: it is no year then."""

    def digits(self, at: int) -> tuple[int, str] | None:
        """The number of up to four digits at a token, and the letters joined to it."""
        fold = self.folds[at]
        if not fold[:1].isdigit() or len(fold) > 9:
            return None
        match = _DIGITS.fullmatch(fold)
        return (int(match[1]), match[2] or "") if match else None

    def day(self, at: int) -> int | None:
        """1 to 31, in digits ("26", "26-го", "26th") ."""
        found = self.digits(at)
        if found and 1 <= found[0] <= 31 and (not found[1] or found[1] in self.calendar.endings):
            return found[0]
        return None

    def month(self, at: int) -> int | None:
        """1 to 12 for a month's name at a token, else None."""
        fold = self.folds[at]
        number = self.calendar.months.get(fold)
        if number is None:
            if not self.months or not fold[:1].isalpha():
                return None
            return next((n for n, stem in enumerate(self.months, 1) if stem.match(fold)), None)
        if self.calendar.capital and not self.words[at][0].isupper():
            return None
        return number

    def past(self, at: int) -> int:
        """The token after the one at ``at`` and after the full stop of a short form."""
        short = len(self.folds[at]) <= 5 and self.folds[at + 1] == "."
        if not short:
            return at + 1
        ends = at + 2 >= len(self.stream.words) or self.stream.opens_sentence(at + 2)
        return at + 1 if ends else at + 2

    def roman(self, at: int) -> int | None:
        """1 to 30 for a Roman numeral in capitals, of Latin or Cyrillic letters."""
        word, fold = self.words[at], self.folds[at]
        if not word.isupper() or len(word) > 6 or any(sign not in _ROMAN for sign in fold):
            return None
        values = [_ROMAN[sign] for sign in fold]
        ahead = [*values[1:], 0]
        total = sum(-one if one < after else one for one, after in zip(values, ahead, strict=True))
        return total if 1 <= total <= 30 else None


def scene(stream: Stream, language: Language | None) -> Scene:
    """The scene of a stream; without a language, only what needs no words can be read."""
    calendar = language.calendar if language else Calendar()
    stems: tuple[str, ...] = language.months if language and not calendar.months else ()
    measured = language.quantity.measured if language else frozenset()
    blank = [""] * _PAST_END
    return Scene(stream, stream.words + blank, stream.folds + blank, calendar, _compiled(stems), measured)


@lru_cache(maxsize=64)
def _compiled(stems: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(stem) for stem in stems)
