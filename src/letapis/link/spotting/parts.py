"""Names that the tags run together, and words that they take in by mistake."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from letapis.link.spotting.trait import listed
from letapis.text.morph import parses
from letapis.text.stream import Stream

__all__ = ["Run", "parted"]

_SIGNS = frozenset("|()[]{}•·/\\<>*=")
"""Signs that part one name from the next."""
_QUOTES = frozenset('«»“”„"')
_NEVER = frozenset(("VERB", "INFN", "GRND", "PRTS", "NPRO", "PRED", "INTJ", "PRCL", "ADVB", "CONJ"))
"""Parts of speech that no name but a quoted one has in it, conjunctions that join names apart."""
_EDGE = frozenset((*_NEVER, "PREP", "NUMR"))
"""Those that no name begins with."""


class Run(NamedTuple):
    """A name by its tokens: the first, the one after the last."""

    first: int
    last: int
    kind: str


def parted(text: Stream, run: Run, code: str) -> Iterator[Run]:
    """The names in a run of tokens of one kind: none, one or more.

    >>> from letapis.text.stream import stream
    >>> text = stream("Совет Мохова решил | Банк")
    >>> [text.cut(one.first, one.last) for one in parted(text, Run(0, 5, "organisation"), "ru")]
    ['Совет Мохова', 'Банк']
    """
    first, quoted = run.first, False
    for at in range(run.first, run.last):
        word = text.words[at]
        quoted ^= word in _QUOTES
        if word in _SIGNS or (not quoted and at > first and word.islower() and _part(word, code, _NEVER)):
            yield from _begun(text, Run(first, at, run.kind), code)
            first = at + 1
    yield from _begun(text, Run(first, run.last, run.kind), code)


def _begun(text: Stream, run: Run, code: str) -> Iterator[Run]:
    """The name from where it can begin; a person's in one script."""
    first, last, kind = run
    words = text.words
    while first < last and _stray(words[first], kind, code):
        first += 1
    if kind == "person":
        scripts = [word.isascii() for word in words[first:last] if word[0].isalpha()]
        if any(scripts) and not all(scripts) and code in ("ru", "uk", "be"):
            while first < last and words[first].isascii():
                first += 1
            last = next(
                (at for at in range(first, last) if words[at].isascii() and words[at][0].isalpha()), last
            )
    if first < last:
        yield Run(first, last, kind)


def _stray(word: str, kind: str, code: str) -> bool:
    """Whether no name of its kind begins so."""
    if not word[0].isalpha() or word.isupper():
        return False
    if word.islower():
        return (
            kind == "person" or (kind == "organisation" and _common(word, code)) or _part(word, code, _EDGE)
        )
    return _part(word, code, _EDGE) and not set(listed(word, code)) & set("GSB")


def _common(word: str, code: str) -> bool:
    """Whether a word is a noun that is no type of organisation."""
    return _part(word, code, frozenset({"NOUN"})) and "O" not in listed(word, code)


def _part(word: str, code: str, parts: frozenset[str]) -> bool:
    """Whether a dictionary has the word, and only as one of these parts of speech."""
    readings = parses(word, code)
    return bool(readings) and all(one.known and one.pos in parts for one in readings[:3])
