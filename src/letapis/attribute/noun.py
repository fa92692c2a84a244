"""Frames whose cue is a noun: "X's claim that …", "заявление X о том, что …"."""

from __future__ import annotations

from letapis.attribute import position, subject
from letapis.attribute.clause import View
from letapis.attribute.cue import Frame

__all__ = ["frame"]

_THAT = frozenset({"that"})
_TO = frozenset({"inf"})


def frame(seen: View, at: int) -> Frame | None:
    """The frame of the noun at token ``at``, if a clause depends on it.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("Mill's claim that rents fell was false."), langs.get("en")
    >>> found = frame(view(tokens, language), 1)
    >>> tokens.cut(*found.speaker), found.form, found.side
    ("Mill's", 'noun', 'before')
    """
    return _fixed(seen, at) if seen.speech.order == "fixed" else _free(seen, at)


def _fixed(seen: View, at: int) -> Frame | None:
    first, last = seen.sentence(at)
    folds, speech = seen.folds, seen.speech
    if at + 3 >= last:
        return None
    after = folds[at + 1]
    if after in speech.that:
        # "the claim that was made" is a relative clause
        if (
            folds[at + 2] in speech.predicates
            or folds[at + 2] in speech.auxiliaries
            or folds[at + 2] in speech.verbs
        ):
            return None
        if folds[at] in speech.aims and not seen.speech.verbs.get(folds[at]):
            return None
        takes = _THAT
    elif after == "to" and folds[at] in speech.aims:
        takes = _TO
    else:
        return None
    span = _owner(seen, first, at)
    if span is None and takes is _TO:
        return None
    if span is None:
        span = position.main(seen, first, at)
    head = span[0] if span else at
    return Frame(
        at,
        at + 1,
        "noun",
        "say",
        span,
        None,
        "before" if span else "",
        head,
        at + 1,
        takes,
        False,
        False,
        folds[at],
    )


def _owner(seen: View, first: int, at: int) -> tuple[int, int] | None:
    """Whose claim it is: "Mill's |", "his recent |"."""
    for i in range(at - 1, max(first, at - 4) - 1, -1):
        fold = seen.folds[i]
        if fold in ("his", "her", "their", "its", "my", "our", "your"):
            return i, i + 1
        if seen.words[i].endswith(("'s", "’s")) and i > first - 1:
            start = i
            while start > first and seen.upper(start - 1) and not seen.breaks(start - 1):
                start -= 1
            return start, i + 1
        if seen.breaks(i) or fold in seen.speech.determiners or fold in seen.speech.prepositions:
            return None
    return None


def _free(seen: View, at: int) -> Frame | None:
    _first, last = seen.sentence(at)
    folds, words, speech = seen.folds, seen.words, seen.speech
    i = at + 1
    while i < last and i < at + 12 and words[i] != ",":
        if words[i] in ".;:—–" or subject.read(seen, i).sort == "V":
            return None
        i += 1
    if i + 2 >= last or words[i] != "," or folds[i + 1] not in speech.that:
        return None
    span = subject.genitive(seen, at + 1, i)
    side = "after" if span else ""
    return Frame(at, at + 1, "noun", "say", span, None, side, at, i, _THAT, False, False, folds[at])
