"""What a saying verb leads to that is no clause of its own: infinitives, topics, objects (English)."""

from __future__ import annotations

from collections.abc import Sequence

from letapis.attribute.clause import DASHES, MARKS, OPENING, View
from letapis.attribute.content import Pieces, end
from letapis.attribute.cue import Frame

__all__ = ["infinitive", "preposition", "theme", "topic"]


def infinitive(seen: View, frames: Sequence[Frame], number: int, frame: Frame) -> Pieces:
    """Infinitives: "vowed to go" and "asked them to go".

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.attribute.frame import frames
    >>> from letapis.text.stream import stream
    >>> tokens, english = stream("Mill asked them to mend the roof."), langs.get("en")
    >>> seen, found = view(tokens, english), frames(tokens, english)
    >>> [tokens.cut(*piece) for piece in infinitive(seen, found, 0, found[0])]
    ['them to mend the roof.']
    """
    if frame.form == "phrase" or not frame.takes & {"inf", "whom"} or frame.how:
        return []
    last = seen.sentence(frame.first)[1]
    at = frame.last
    folds, words, speech = seen.folds, seen.words, seen.speech
    if "inf" in frame.takes:
        while at < last and (folds[at] in speech.adverbs or folds[at] in speech.times):
            at += 1
        if at + 1 < last and (folds[at] == "to" or (folds[at] == "not" and folds[at + 1] == "to")):
            return [(at, end(seen, frames, number, at))] if words[at - 1] != "," else []
    if "whom" in frame.takes and frame.form != "passive" and at < last and folds[at] not in speech.negations:
        for i in range(at + 1, min(last, at + 14)):
            if (
                words[i] in ",;:"
                or words[i] in MARKS
                or folds[i] in speech.that
                or folds[i] in speech.predicates
            ):
                break
            if folds[i] == "to" and i + 1 < last and seen.word(i + 1):
                return [(at, end(seen, frames, number, at))]
    return []


def preposition(seen: View, frames: Sequence[Frame], number: int, frame: Frame) -> Pieces:
    """What a preposition leads to: "called for X" and "accused X of Y".

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.attribute.frame import frames
    >>> from letapis.text.stream import stream
    >>> tokens, english = stream("Mill called for a new roof."), langs.get("en")
    >>> seen, found = view(tokens, english), frames(tokens, english)
    >>> [tokens.cut(*piece) for piece in preposition(seen, found, 0, found[0])]
    ['a new roof.']
    """
    if frame.form in ("phrase", "passive"):
        return []
    last = seen.sentence(frame.first)[1]
    at, folds = frame.last, seen.folds
    if at >= last:
        return []
    if "for" in frame.takes:
        if folds[at] == "for":
            return [(at + 1, end(seen, frames, number, at + 1))]
        for i in range(at + 1, min(last, at + 12)):
            if folds[at] in ("on", "upon") and folds[i] == "to" and i + 1 < last:
                return [(at + 1, end(seen, frames, number, at + 1))]
    if "of" in frame.takes:
        for i in range(at + 1, min(last, at + 14)):
            if folds[i] == "of":
                return [(at, end(seen, frames, number, at))]
    return []


def topic(seen: View, frames: Sequence[Frame], number: int, frame: Frame) -> Pieces:
    """Topics: "talked about X", "warned of X".

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.attribute.frame import frames
    >>> from letapis.text.stream import stream
    >>> tokens, english = stream("Mill warned of floods."), langs.get("en")
    >>> seen, found = view(tokens, english), frames(tokens, english)
    >>> [tokens.cut(*piece) for piece in topic(seen, found, 0, found[0])]
    ['floods.']
    """
    if frame.form not in ("verb", "gerund") or frame.side == "after":
        return []
    last = seen.sentence(frame.first)[1]
    at, folds = frame.last, seen.folds
    for i in range(at, min(last, at + 5)):
        if folds[i] in frame.takes and (i == at or folds[i] == "about"):
            return [(i + 1, _object_end(seen, i + 1, end(seen, frames, number, i + 1)))]
        if seen.breaks(i):
            break
    return []


def theme(seen: View, frames: Sequence[Frame], number: int, frame: Frame) -> Pieces:
    """Noun phrases that are what was said: "announced X", "demanded X".

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.attribute.frame import frames
    >>> from letapis.text.stream import stream
    >>> tokens, english = stream("Mill announced a new roof, neighbours were glad."), langs.get("en")
    >>> seen, found = view(tokens, english), frames(tokens, english)
    >>> [tokens.cut(*piece) for piece in theme(seen, found, 0, found[0])]
    ['a new roof']
    """
    if frame.form not in ("verb", "gerund") or frame.side == "after" or not frame.takes & {"noun", "named"}:
        return []
    last = seen.sentence(frame.first)[1]
    at, folds, speech = frame.last, seen.folds, seen.speech
    if at >= last or not seen.word(at) or folds[at] in speech.prepositions or folds[at] in speech.links:
        return []
    stop = _object_end(seen, at, end(seen, frames, number, at))
    if "noun" not in frame.takes and not any(seen.words[i] in OPENING for i in range(at + 1, stop)):
        return []  # "called her a "liar"": what somebody is called counts where it is in marks
    return [(at, stop)]


def _object_end(seen: View, start: int, last: int) -> int:
    """Where a noun phrase that is an object ends, with its clauses but without what follows a comma."""
    if start >= last or seen.folds[start] in seen.speech.whether:
        return last
    quoted = False
    for i in range(start, last):
        if seen.words[i] in MARKS and not seen.owns(i):
            quoted = not quoted
        elif not quoted and i > start + 1 and _aloof(seen, i, last):
            return i
    return last


def _aloof(seen: View, at: int, last: int) -> bool:
    """Whether what begins at ``at`` is no part of the noun phrase before it."""
    word = seen.words[at]
    if word == ",":
        return seen.folds[at - 1] not in seen.speech.adverbs and not _listed(seen, at, last)
    if word in DASHES or word in ";:":
        return True
    return seen.folds[at] in ("while", "because", "after", "before", "during", "although")


def _listed(seen: View, comma: int, last: int) -> bool:
    """Whether a comma stands in a list that ends with "and", or before a relative clause."""
    folds, speech = seen.folds, seen.speech
    if comma + 2 < last and (folds[comma + 1] in speech.relative or folds[comma + 2] in speech.relative):
        return True
    for i in range(comma + 1, min(last - 1, comma + 9)):
        if folds[i] in speech.joins:
            oxford = folds[i + 1] not in speech.pronouns and seen.words[i - 1] == ","
            return oxford or comma + 1 < i < comma + 5
        if folds[i] in speech.relative or folds[i] in speech.predicates:
            return False
    return False
