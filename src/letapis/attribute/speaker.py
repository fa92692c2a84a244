"""Who a saying frame names, and what kind of speaker that is."""

from __future__ import annotations

from letapis.attribute import position, subject
from letapis.attribute.clause import MARKS, View
from letapis.outlets import by_name

__all__ = ["kind", "source"]


def source(view: View, at: int, last: int) -> tuple[int, int] | None:
    """The noun phrase after a cue that governs it ("according to X").

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("According to Ona Mill, it rains."), langs.get("en")
    >>> seen = view(tokens, language)
    >>> tokens.cut(*source(seen, 2, 8))
    'Ona Mill'
    """
    stop = position.phrase(view, at, last) if view.speech.order == "fixed" else subject.extent(view, at, last)
    return (at, stop) if stop > at else None


def kind(view: View, span: tuple[int, int]) -> str:
    """name, role, pronoun, group, place, anonymous or outlet.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("She met Ona Mill and a source."), langs.get("en")
    >>> seen = view(tokens, language)
    >>> kind(seen, (0, 1)), kind(seen, (2, 4)), kind(seen, (5, 7))
    ('pronoun', 'name', 'anonymous')
    """
    first, last = span
    speech, folds, words = view.speech, view.folds, view.words
    if last - first == 1 and (folds[first] in speech.pronouns or folds[first] in speech.owners):
        return "pronoun"
    body = [folds[i] for i in range(first, last)]
    capital = [i for i in range(first, last) if view.upper(i)]
    if last - first <= 6 and capital and by_name(view.stream.cut(first, last)) is not None:
        return "outlet"
    if body[0] in speech.media or _printed(view, first, last):
        return "outlet"
    if any(fold in speech.anonymous for fold in body):
        return "anonymous"
    start = view.sentence(first)[0]
    inner = [i for i in capital if (i != start and i > 0 and words[i - 1] not in MARKS) or i + 1 in capital]
    if body[0] in speech.groups or any(fold in speech.groups for fold in body[:3]):
        return "group"
    named = words[first] in MARKS or (capital and last - first == 1)
    return "name" if inner or named else "role"


def _printed(view: View, first: int, last: int) -> bool:
    """Whether a name has the shape of a domain, or stands in marks or Latin letters after "пишет"."""
    words, starts, stops = view.words, view.stream.starts, view.stream.stops
    dotted = last - first == 1 and last + 1 < len(words) and words[last] == "."
    glued = dotted and starts[last] == stops[last - 1] and starts[last + 1] == stops[last]
    if glued and words[last + 1][0].islower():
        return True
    if first == 0 or view.folds[first - 1] not in view.speech.prints:
        return False
    return words[first] in MARKS or (view.speech.order == "free" and words[first].isascii())
