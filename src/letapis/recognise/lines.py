"""Lines of a text, and what a language says about a single line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from letapis.langs import languages
from letapis.langs.base import MARKS, Language
from letapis.model import Span
from letapis.text import sentences

__all__ = ["Habits", "habits", "lines"]

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_FLAGS = re.IGNORECASE | re.UNICODE
_LONGEST = 600
"""No line of furniture and no feed footer is longer than this."""
_CREDIT = 140
"""A line that only credits an outlet is no longer than this."""
_RUNNING = re.compile(r"[\w,;]\s*$")
"""Words before a lead that are in the same sentence."""
_WALL = 300
"""An offer to pay for the rest is no longer than this."""
_SAID = 12
"""A line with a verb of saying and at most this many words may be a credit in a form we do not know."""


def lines(text: str) -> list[Span]:
    """Spans of the lines of ``text`` that are not blank, without the white space around them.

    >>> [span.cut("One. \\n\\n  Two.") for span in lines("One. \\n\\n  Two.")]
    ['One.', 'Two.']
    """
    found = []
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if line:
            start = match.start() + match[0].index(line[0])
            found.append(Span(start, start + len(line)))
    return found


@dataclass(frozen=True, slots=True)
class Habits:
    """The compiled patterns of one language, or of all of them where the language is not known."""

    furniture: tuple[tuple[str, re.Pattern[str]], ...]
    any: re.Pattern[str]
    """One pattern for all of ``furniture``: most lines are none, and are asked only once."""
    more: tuple[re.Pattern[str], ...]
    walls: tuple[re.Pattern[str], ...]
    footers: tuple[re.Pattern[str], ...]
    credits: tuple[re.Pattern[str], ...]
    saying: frozenset[str]

    def kind(self, line: str) -> str | None:
        """The kind of residue that the whole ``line`` is, or None.

        A paragraph is furniture where two of its sentences, and half of them, are.

        >>> from letapis.langs import get
        >>> habits(get("en")).kind("Read also: The bridge is closed"), habits(get("en")).kind("It is.")
        ('read_also', None)
        """
        if len(line) > _LONGEST:
            return None
        if kind := self._plain(line):
            return kind
        spans = sentences(line)
        if len(spans) < 2 or not (self._plain(spans[0].cut(line)) or self._plain(spans[-1].cut(line))):
            return None
        parts = [self._plain(span.cut(line)) for span in spans]
        known = [kind for kind in parts if kind]
        return known[0] if len(known) >= 2 and 2 * len(known) >= len(parts) else None

    def _plain(self, line: str) -> str | None:
        if not self.any.fullmatch(line):
            return None
        return next((kind for kind, pattern in self.furniture if pattern.fullmatch(line)), None)

    def footer(self, line: str) -> int | None:
        """Where in ``line`` a feed footer begins, or None.

        >>> from letapis.langs import get
        >>> habits(get("en")).footer("The post Bridge appeared first on Millbrook News.")
        0
        """
        return _first(self.footers, line)

    def lead(self, line: str) -> int | None:
        """Where in ``line`` the words begin that lead to the rest ("Read more"), or None."""
        at = _first(self.more, line)
        # "To read more of our stories, subscribe" is a sentence
        return at if at is None or not _RUNNING.search(line[:at]) else None

    def wall(self, line: str) -> bool:
        """Whether ``line`` says that the rest is for those who pay or register.

        >>> from letapis.langs import get
        >>> habits(get("en")).wall("To continue reading, subscribe now.")
        True
        """
        return len(line) <= _WALL and any(pattern.search(line) for pattern in self.walls)

    def credit(self, line: str) -> bool:
        """Whether the short ``line`` credits an outlet, and says little else.

        >>> from letapis.langs import get
        >>> habits(get("en")).credit("According to millbrook.example, the story develops.")
        True
        """
        if len(line) > _CREDIT:
            return False
        if any(pattern.search(line) for pattern in self.credits):
            return True
        words = set(re.findall(r"\w+", line.lower()))
        return bool(words & self.saying) and len(words) <= _SAID


def _first(patterns: tuple[re.Pattern[str], ...], line: str) -> int | None:
    # A footer stands at the end: of a very long line only the end is looked at
    skip = max(0, len(line) - _LONGEST)
    starts = [match.start() for pattern in patterns if (match := pattern.search(line, skip))]
    return min(starts, default=None)


@lru_cache(maxsize=64)
def habits(language: Language | None) -> Habits:
    """The compiled patterns of ``language``; those of every language where it is None.

    >>> from letapis.langs import get
    >>> habits(get("en")).kind("Читайте также: Мост закрыт"), habits(None).kind("Читайте также: Мост закрыт")
    (None, 'read_also')
    """
    every = (language,) if language else languages()
    furniture = [pair for each in every for pair in each.furniture] or list(MARKS)
    return Habits(
        tuple((kind, re.compile(pattern, _FLAGS)) for kind, pattern in dict.fromkeys(furniture)),
        re.compile("|".join(f"(?:{pattern})" for _, pattern in dict.fromkeys(furniture)), _FLAGS),
        tuple(re.compile(pattern, _FLAGS) for each in every for pattern in each.more),
        tuple(re.compile(pattern, _FLAGS) for each in every for pattern in each.walls),
        tuple(re.compile(pattern, _FLAGS) for each in every for pattern in each.footers),
        tuple(re.compile(_named(credit.pattern), _FLAGS) for each in every for credit in each.credits),
        frozenset(word for each in every for word in each.saying),
    )


def _named(pattern: str) -> str:
    return pattern.replace("{outlet}", r"[\w.«»\"“”„'-]{2,40}(?:\s[\w.«»\"“”„'-]{2,40}){0,3}")
