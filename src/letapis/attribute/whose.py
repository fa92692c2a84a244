"""Whose words they are where the frame of a quotation names nobody."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from letapis.attribute import subject
from letapis.attribute.marks import Pair
from letapis.attribute.medium import medium
from letapis.attribute.missing import bare, owner, quoted
from letapis.attribute.placing import Said, Table
from letapis.langs.base import Language

__all__ = ["whose"]

_BACK = 90
"""Tokens back within which the last one who spoke goes on."""
_LONG = 6
"""Tokens that a name at the head of a sentence may have."""


def whose(
    table: Table, said: Said, pairs: Sequence[Pair], language: Language | None
) -> tuple[tuple[int, int], str] | None:
    """The words that name the speaker, as numbers of tokens, and how they were found; None for nobody.

    In this order: the frame's own; whoever stands behind the means ("in the statement of …"); the
    speaker of the frame before, for ", adding …"; the head of the sentence before a colon; the last who
    spoke before a quotation that has no attribution.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> from letapis.attribute.direct import direct
    >>> tokens, language = stream("“We came by bus,” said Ona Mill."), langs.get("en")
    >>> table = Table(tokens, frames(tokens, language), language)
    >>> [said] = direct(table, marks(tokens))
    >>> tokens.cut(*whose(table, said, marks(tokens), language)[0])
    'Ona Mill'
    """
    frame = said.frame
    if frame is not None:
        cited = quoted(table, frame, language)
        if cited is not None:
            return cited, "whom the outlet quotes"
        words = table.stream.words
        if frame.speaker is not None and any(words[at][0].isalnum() for at in range(*frame.speaker)):
            return owner(table, frame, pairs), ""
        behind = medium(table.stream, frame, language)
        if behind is not None:
            return behind, "named with the means of saying"
        if frame.form == "gerund":
            before = _before(table, frame.first, table.sentence(frame.first)[0], pairs)
            return (before, "subject of the sentence") if before is not None else None
        return bare(table, frame, pairs, language)
    if said.pattern in ("colon", "name, verb, quote"):
        head = _head(table, said.first)
        return (head, "head of the sentence before the colon") if head is not None else None
    before = _before(table, said.first, max(0, said.first - _BACK), pairs)
    return (before, "last who spoke before") if before is not None else None


def _before(table: Table, at: int, low: int, pairs: Sequence[Pair]) -> tuple[int, int] | None:
    """The speaker of the last frame in ``low`` to ``at`` that stands outside of all marks."""
    for frame in reversed(table.within(low, at)):
        if frame.speaker is None or frame.kind == "outlet":
            continue
        place = bisect_right(pairs, frame.first, key=lambda pair: pair.first) - 1
        if place >= 0 and frame.first < pairs[place].last:
            continue
        return frame.speaker
    return None


def _head(table: Table, first: int) -> tuple[int, int] | None:
    """The subject of the sentence that ends in the colon before token ``first``."""
    if not first:
        return None
    low, _ = table.sentence(first - 1)
    view = table.view
    if view is None:
        return None
    if not table.fixed:
        found = subject.before(view, low, first - 1, "")
        return found if found is not None and found[0] < found[1] else None
    words, folds = view.words, view.folds
    for at in range(low, first):
        upper = words[at][:1].isupper()
        if not upper or folds[at] in view.speech.prepositions or folds[at] in view.speech.links:
            continue
        if at == low and folds[at] in view.speech.determiners:
            stop = at + 1
            while stop < first and stop - at < _LONG and words[stop][0].isalpha() and not _verb(table, stop):
                stop += 1
            return (at, stop) if stop > at + 1 else None
        stop = at
        while stop < first and stop - at < _LONG and words[stop][:1].isupper():
            stop += 1
        return at, stop
    return None


def _verb(table: Table, at: int) -> bool:
    fold = table.stream.folds[at]
    assert table.view is not None
    speech = table.view.speech
    return (
        fold in speech.verbs
        or fold in speech.auxiliaries
        or fold in speech.prepositions
        or fold in speech.predicates
    )
