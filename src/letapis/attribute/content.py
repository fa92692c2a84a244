"""Where reported clauses begin and end."""

from __future__ import annotations

from collections.abc import Sequence

from letapis.attribute.clause import CLOSING, DASHES, View
from letapis.attribute.cue import Frame
from letapis.attribute.subject import read

__all__ = ["Pieces", "beginning", "end", "trimmed"]

Pieces = list[tuple[int, int]]
"""Token spans of one clause."""


def end(seen: View, frames: Sequence[Frame], number: int, start: int) -> int:
    """Where a clause that begins at ``start`` ends: with its sentence, or before the next frame beside it.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.attribute.frame import frames
    >>> from letapis.text.stream import stream
    >>> tokens, english = stream("Mill said rents fell, and Moss denied it."), langs.get("en")
    >>> seen, found = view(tokens, english), frames(tokens, english)
    >>> tokens.cut(2, end(seen, found, 0, 2))
    'rents fell'
    """
    last = seen.sentence(frames[number].first)[1]
    if start >= last:
        return start
    for index in range(number + 1, len(frames)):
        other = frames[index]
        at = other.head
        if at >= last:
            break
        if at < start < other.first < last and other.side == "before" and seen.words[other.first - 1] == ",":
            at = other.first  # "X, who asked not to be named, | told"
        if at <= start + 1 or other.form == "passive":
            continue
        left, fold = seen.words[at - 1], seen.folds[at - 1]
        if (
            left in ",;"
            or left in DASHES
            or (fold in seen.speech.beside and other.form in ("verb", "gerund", "phrase"))
        ):
            while at > start and (
                seen.words[at - 1] in ",;" or seen.words[at - 1] in DASHES or _link(seen, at - 1)
            ):
                at -= 1
            return at
    return _contrast(seen, start, last)


def _contrast(seen: View, start: int, last: int) -> int:
    """Where a clause of the text's own begins after the reported one: ", but …", ", так что …"."""
    folds, speech = seen.folds, seen.speech
    fixed = speech.order == "fixed"
    yields = not fixed and folds[seen.sentence(start)[0]] in speech.concessions
    closing = fixed and any(seen.words[i] in '”"' for i in range(start, last))
    for at in range(start + 3, last - 2):
        if fixed and seen.words[at] in DASHES and folds[at + 1] in ("a", "an"):
            return at
        if seen.words[at] != ",":
            continue
        if tuple(folds[at + 1 : at + 3]) in speech.results:
            return at
        if yields and read(seen, at + 1).nominative and read(seen, at + 1).sort == "N":
            return at
        if fixed and not closing and folds[at + 1] in ("but", "although", "though"):
            return at
    return last


def _link(seen: View, at: int) -> bool:
    return seen.folds[at] in seen.speech.links and seen.folds[at] not in seen.speech.relative


def trimmed(seen: View, start: int, last: int) -> int:
    """The end of a clause without the occasion at its end: "… in a statement on Thursday".

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens = stream("Mill said the rents had fallen in a statement on Thursday.")
    >>> tokens.cut(2, trimmed(view(tokens, langs.get("en")), 2, 10))
    'the rents had fallen'
    """
    speech, folds = seen.speech, seen.folds
    for at in range(max(start + 4, last - 8), last - 1):
        if seen.breaks(at + 1):
            continue
        if folds[at] in ("in", "during", "at", "via"):
            if not speech.events.isdisjoint(folds[at + 1 : min(at + 4, last)]):
                return at
        elif folds[at] == "on" and (
            folds[at + 1] in speech.times or folds[at + 1] in ("twitter", "facebook")
        ):
            return at
    return last


def beginning(seen: View, frames: Sequence[Frame], number: int, first: int, head: int) -> int:
    """Where the clause before ``head`` begins: the sentence, or after a clause that is another's.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.attribute.frame import frames
    >>> from letapis.text.stream import stream
    >>> tokens, english = stream("Rents fell; roofs leak, said Mill."), langs.get("en")
    >>> seen, found = view(tokens, english), frames(tokens, english)
    >>> tokens.cut(beginning(seen, found, 0, 0, found[0].head), found[0].head)
    'roofs leak,'
    """
    start = first
    if number and frames[number - 1].first >= first:
        other = frames[number - 1]
        for i in range(other.last, head - 1):
            if seen.words[i] in ",;" and seen.folds[i + 1] in seen.speech.beside:
                start = i + 2
    i = head - 1
    while i > start:
        if seen.words[i] == ";" or (
            seen.words[i] in CLOSING and seen.words[i - 1][0] in ",.!?…" and not seen.owns(i)
        ):
            return i + 1
        i -= 1
    while start < head and (
        seen.words[start] in ",;"
        or seen.words[start] in DASHES
        or (seen.folds[start] in seen.speech.beside and seen.folds[start] in seen.speech.joins | {"but"})
    ):
        start += 1
    return start
