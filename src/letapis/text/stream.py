"""A text as a stream of tokens with sentence and paragraph bounds: one pass that many rules share."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from letapis.text.words import fold

__all__ = ["Stream", "stream"]

_MARKS = r"\u00ad\u200b-\u200d\u2060\u0300-\u036f"
_TOKEN = re.compile(
    rf"\d+(?:[.,:]\d+)*(?:[-\u2010\u2011’']?[^\W\d_][{_MARKS}]*)*"
    rf"|[^\W_][{_MARKS}]*(?:[’'ʼ`´\-\u2010\u2011]?[^\W_][{_MARKS}]*)*"
    r"|\n+|[.!?…]+|[^\s]"
)
_FOLDS: dict[str, str] = {}
_MOST = 400_000
"""Folded forms that are remembered, so that a word costs one look-up."""
_WORD = 40
"""Letters of the longest of these words."""
_LAST: list[tuple[AbstractSet[str], Stream]] = []
"""The streams of the text that was read last, by abbreviations: several finders look at one text."""
_KEPT = 100_000
"""Characters of a text whose stream is kept."""
_VARIANTS = 3
"""How many more streams of that text, told other abbreviations."""
_CLOSING = frozenset("»”“\"’')]}")
_OPENING = frozenset("«“„\"'([{—–-")


@dataclass(frozen=True, slots=True)
class Stream:
    """The tokens of a text, as lists of one length, and where its sentences and lines begin.

    A token is a word with its inner apostrophes and hyphens, a number with its inner points and a
    letter ending ("4.8", "1957-м", "28-летний"), a run of ".!?…", or any other sign. White space
    is no token, and neither is a line break.
    """

    text: str
    words: list[str]
    """As written."""
    folds: list[str]
    """Folded (:func:`letapis.text.fold`): no case, no marks, no apostrophes; hyphens stay."""
    starts: Sequence[int]
    """First code point of each."""
    stops: Sequence[int]
    """Code point after the last of each."""
    sentences: list[int]
    """Numbers of the tokens that begin sentences, rising; with the number of tokens at the end."""
    lines: list[int]
    """Numbers of the tokens that begin lines, rising; with the number of tokens at the end."""

    def cut(self, first: int, last: int) -> str:
        """The words of tokens ``first`` to ``last``, ``last`` excluded, as they stand in the text."""
        return self.text[self.starts[first] : self.stops[last - 1]] if last > first else ""

    def opens_sentence(self, at: int) -> bool:
        """Whether a sentence begins at token ``at``; so it is said of the end of the text."""
        return self.sentences[bisect_left(self.sentences, at, hi=len(self.sentences) - 1)] == at

    def opens_line(self, at: int) -> bool:
        """Whether a line begins at token ``at``; so it is said of the end of the text."""
        return self.lines[bisect_left(self.lines, at, hi=len(self.lines) - 1)] == at


def stream(text: str, abbreviations: AbstractSet[str] = frozenset()) -> Stream:
    """The tokens of ``text`` with their bounds; time grows with its length alone.

    Who changes its lists changes them for others: the stream of the last text is given again.

    Sentences end where :func:`letapis.text.sentences` ends them, but for signs that belong to the
    sentence before (closing marks).

    >>> said = stream("«Да», сказал А. Б. Мох.\\nIt cost 4.8 mln. Then…", frozenset({"mln"}))
    >>> said.words[:6], said.sentences, said.lines
    (['«', 'Да', '»', ',', 'сказал', 'А'], [0, 11, 18], [0, 11, 18])
    >>> said.cut(11, 14)
    'It cost 4.8'
    """
    held = [pair for pair in _LAST if pair[1].text is text]
    for known, found in held:
        if known == abbreviations:
            return found
    found = replace(held[0][1], sentences=[]) if held else _cut(text)
    found.sentences.extend(_sentences(found, abbreviations))
    if len(text) <= _KEPT:
        _LAST[:] = [*held[:_VARIANTS], (abbreviations, found)]
    return found


def _cut(text: str) -> Stream:
    """The tokens and lines of ``text``, its sentences still to be found."""
    words: list[str] = []
    starts, stops = array("i"), array("i")
    lines = [0]
    one: dict[str, str] = {}
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word[0] == "\n":
            if words and lines[-1] != len(words):
                lines.append(len(words))
            continue
        start, stop = match.span()
        words.append(one.setdefault(word, word))
        starts.append(start)
        stops.append(stop)
    if lines[-1] != len(words) or not words:
        lines.append(len(words))
    return Stream(text, words, _folded(words), starts, stops, [], lines)


def _folded(words: list[str]) -> list[str]:
    if len(_FOLDS) > _MOST:
        _FOLDS.clear()
    known = _FOLDS.get
    folds = [known(word) for word in words]
    if None in folds:
        unknown = {word for word, form in zip(words, folds, strict=True) if form is None}
        new = {word: fold(word) or word for word in unknown}
        _FOLDS.update((word, form) for word, form in new.items() if len(word) <= _WORD)
        folds = [new.get(word) or form for word, form in zip(words, folds, strict=True)]
    return folds  # type: ignore[return-value]


def _sentences(found: Stream, abbreviations: AbstractSet[str]) -> list[int]:
    words, lines = found.words, set(found.lines)
    bounds = {*found.lines}
    for at, word in enumerate(words):
        if word[0] not in ".!?…":
            continue
        after = at + 1
        while (
            after < len(words)
            and after not in lines
            and words[after] in _CLOSING
            and found.starts[after] == found.stops[after - 1]
        ):
            after += 1
        if after < len(words) and _ends(found, at, after, abbreviations):
            bounds.add(after)
    return sorted(bounds)


def _ends(found: Stream, at: int, after: int, abbreviations: AbstractSet[str]) -> bool:
    words = found.words
    apart = found.starts[after] > found.stops[after - 1]
    if words[at] == "." and at:
        before = words[at - 1].rpartition("-")[2]
        if found.stops[at - 1] == found.starts[at] and (
            before.lower() in abbreviations or (len(before) == 1 and before.isupper())
        ):
            return False
    ahead = after
    while ahead < len(words) - 1 and words[ahead] in _OPENING:
        ahead += 1
    if words[ahead][:1].islower():
        return False
    return apart or words[after][:1].isupper() or words[after] in _OPENING
