"""A heap cut into lines, and what a glance at each line tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from sys import intern

from letapis.text import fold

__all__ = ["Line", "lines", "stems"]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_STRIP = " \t\f\v\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u200b\u200c\u200d\u2060\ufeff"

_BEFORE = ' \u00a0«“„"(-'

HEAD, TAIL = 1500, 300
"""Code points looked at, at the beginning and the end of a line: a line may be megabytes long."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number, its place, its words and what stood before it."""

    number: int
    start: int
    stop: int
    text: str
    """Without white space at its ends; of a very long line, its beginning and its end."""
    size: int
    """Code points, white space at the ends left out."""
    blanks: int
    """Blank lines before it."""
    rule: bool
    """Whether a line of dashes, asterisks or the like, or a form feed, stands before it."""
    stems: frozenset[str]
    names: frozenset[str]


def lines(text: str) -> list[Line]:
    r"""The lines of ``text`` that hold words, in order.

    Lines end with CRLF, CR or LF. Rules ("-----", "* * *") are no lines of their own: the line
    after one says that it stands there.

    >>> [(line.number, line.start, line.text, line.rule) for line in lines("One\r\n\r\n***\r\n Two\n")]
    [(1, 0, 'One', False), (4, 12, 'Two', True)]
    """
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    blanks, rule = 0, False
    for number, match in enumerate(_LINE.finditer(text), 1):
        start, stop = match.span()
        if start == stop:
            continue
        while stop > start and text[stop - 1] in "\r\n":
            stop -= 1
        body = text[start:stop].strip(_STRIP) if stop - start <= HEAD + TAIL else ""
        size = len(body)
        if stop - start > HEAD + TAIL:
            body = text[start : start + HEAD].lstrip(_STRIP) + " " + text[stop - TAIL : stop].rstrip(_STRIP)
            size = stop - start
        if "\f" in text[start : start + 3]:
            rule = True
        if not body or not any(c.isalnum() for c in body[:200]):
            rule = rule or _rule(body)
            blanks += not body
            if not body or rule:
                continue
        yield Line(number, start, stop, body, size, blanks, rule, *stems(body))
        blanks, rule = 0, False


def _rule(body: str) -> bool:
    """Whether a line without letters is a separator: three or more of at most two signs."""
    signs = set(body.replace(" ", ""))
    return len(body) >= 3 and len(signs) <= 2 and not signs & set(".,…?!")


def stems(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the content words of ``text``, and those of its names among them.

    A stem is the first five letters of a folded word of four letters or more, or a number of two
    digits or more: five letters are the best that can be done for Belarusian without a
    dictionary, and near it for the others (``docs/decisions``). A name is a word with a capital
    that does not begin the text or a sentence.

    >>> words, names = stems("Сёння мэр Навагорска Ганна Рыбак сустрэла 120 гасцей.")
    >>> sorted(names)
    ['ганна', 'наваг', 'рыбак']
    >>> "120" in words
    True
    """
    words: set[str] = set()
    names: set[str] = set()
    for match in _WORD.finditer(text):
        word = match[0]
        if len(word) < 4 and not (word[0].isdigit() and len(word) > 1):
            continue
        stem = intern(fold(word)[:5])
        words.add(stem)
        at = match.start()
        if word[0].isupper() and at > 1 and text[at - 1] in _BEFORE and text[at - 2] not in ".!?…:":
            names.add(stem)
    return frozenset(words), frozenset(names)
