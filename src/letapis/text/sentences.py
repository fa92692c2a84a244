"""Where sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from letapis.model import Span

__all__ = ["sentences"]

_END = re.compile(r"[.!?…]+[»”\"’')\]]*|\n+")
_WORD_BEFORE = re.compile(r"([^\W_]+)$")


def sentences(text: str, abbreviations: AbstractSet[str] = frozenset()) -> list[Span]:
    """Spans of the sentences of ``text``, without the white space between them.

    A line break always ends a sentence. A full stop does not after one of ``abbreviations``
    (lower case, without the stop), after a single capital, between digits, or before a lower-case
    letter. Where paragraphs were glued together ("…рискнулиОрганизаторами") a capital straight
    after the stop begins a sentence.

    >>> text = "Said A. B. Smith. It cost 2.5 mln.Then…\\nНовая строка"
    >>> [span.cut(text) for span in sentences(text, frozenset({"mln"}))]
    ['Said A. B. Smith.', 'It cost 2.5 mln.Then…', 'Новая строка']
    >>> [span.cut("Так.Дальше и т.д. потом") for span in sentences("Так.Дальше и т.д. потом")]
    ['Так.', 'Дальше и т.д. потом']
    """
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match[0][0] != "\n" and not _ends(text, match, abbreviations):
            continue
        _push(spans, text, start, match.start() if match[0][0] == "\n" else match.end())
        start = match.end()
    _push(spans, text, start, len(text))
    return spans


def _push(spans: list[Span], text: str, start: int, stop: int) -> None:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        spans.append(Span(start, stop))


def _ends(text: str, match: re.Match[str], abbreviations: AbstractSet[str]) -> bool:
    mark, at, after = match[0], match.start(), match.end()
    rest = text[after : after + 2]
    if rest[:1].isdigit() and at and text[at - 1].isdigit():
        return False
    if mark == ".":
        before = _WORD_BEFORE.search(text[max(0, at - 30) : at])
        word = before[1] if before else ""
        if word.lower() in abbreviations or (len(word) == 1 and word.isupper()):
            return False
    if not rest:
        return True
    head = text[after : after + 12].lstrip(" \u00a0\t\"'«“„([—–-")
    if head[:1].islower():
        # "!" and "?" end a quotation inside a sentence: «Иди!» сказал он
        return False
    return rest[0].isspace() or rest[0].isupper() or rest[0] in "«“„\"'([—–-"
