"""Frames where case and agreement tell what a word is (Slavic languages)."""

from __future__ import annotations

from letapis.attribute import subject
from letapis.attribute.clause import BREAKS, CLOSING, DASHES, MARKS, View
from letapis.attribute.cue import Frame
from letapis.langs.base import Verb
from letapis.outlets import by_name

__all__ = ["frame"]


def frame(seen: View, at: int, verb: Verb) -> Frame | None:
    """The frame of the verb form at token ``at``, if it is one.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("Вчера мэр Ян Мох заявил, что мост цел."), langs.get("ru")
    >>> found = frame(view(tokens, language), 4, language.speech.verbs["заявил"])
    >>> tokens.cut(*found.speaker), found.form, found.side
    ('мэр Ян Мох', 'verb', 'before')
    """
    folds, _words, speech = seen.folds, seen.words, seen.speech
    first, last = seen.sentence(at)
    negated = at > first and folds[at - 1] in speech.negations
    how = _how(seen, first, at)
    head = at - negated if how is None else how
    rest = (verb.takes, how is not None, negated, verb.lemma)
    if verb.form == "passive":
        span = subject.document(seen, at + 1, last) or subject.document(seen, max(first, at - 12), at)
        inside = span is not None and span[0] < at and how is None
        low = min(head, _opening(seen, first, span[0])) if span is not None and inside else head
        return _made(at, verb, "passive", span, low, rest)
    if verb.form == "gerund":
        span = subject.before(seen, first, at, "") or subject.after(seen, first, at, "")
        return Frame(at, at + 1, "gerund", verb.sort, span, None, "before" if span else "", at, at + 1, *rest)
    turned = _turned(seen, first, at, last) or how is not None
    if turned and how is None and "p" in verb.agrees and not subject.after(seen, at + 1, last, verb.agrees):
        span = subject.place(seen, at + 1, last)
        if span is not None:
            return _made(at, verb, "place", span, head, rest)
    if not turned and "p" in verb.agrees:
        span = _placed(seen, first, at, verb.agrees)
        if span is not None:
            return _made(at, verb, "place", span, span[0] - 1, rest)
    points = _points(seen, first, at)
    if points is not None and how is None:
        first, turned = points, False
    low = first if how is None else how + 1
    span = _speaker(seen, at, low, last, verb.agrees, turned, "whom" in verb.takes)
    if span is not None:
        return _made(at, verb, "verb", span, min(head, span[0]), rest)
    if "p" in verb.agrees:
        span = subject.place(seen, at + 1, last) or _placed(seen, first, at, verb.agrees)
        if span is not None:
            return _made(at, verb, "place", span, min(head, span[0] - 1), rest)
    return _made(at, verb, "verb", None, head, rest)


def _made(
    at: int,
    verb: Verb,
    form: str,
    span: tuple[int, int] | None,
    head: int,
    rest: tuple[frozenset[str], bool, bool, str],
) -> Frame:
    """The frame with its sides filled in."""
    kind = form if form == "place" else None
    side = "" if span is None else "after" if span[0] > at else "before"
    tail = at + 1 if span is None else max(at + 1, span[1])
    return Frame(at, at + 1, form, verb.sort, span, kind, side, head, tail, *rest)


def _turned(seen: View, first: int, at: int, last: int) -> bool:
    """Whether the verb follows what was said, so that its subject is to be looked for after it."""
    left = seen.words[at - 1] if at > first else ""
    if left == "," and _heard(seen, at + 1, last):
        return False
    if at == first or left in CLOSING or left in DASHES:
        return True
    return left == "," and not (at + 1 < last and seen.words[at + 1] in (",", ":", "."))


def _heard(seen: View, at: int, last: int) -> bool:
    """Whether an outlet and a colon follow the verb: "…, who was there, confirmed to X: …"."""
    colon = next((i for i in range(at + 1, min(last, at + 7)) if seen.words[i] == ":"), None)
    return colon is not None and by_name(seen.stream.cut(at, colon).strip('«»“”„"')) is not None


def _speaker(
    seen: View, at: int, first: int, last: int, agrees: str, turned: bool, whom: bool
) -> tuple[int, int] | None:
    if turned:
        late = subject.after(seen, at + 1, last, agrees)
        if late is not None and not (late[0] > at + 1 and subject.read(seen, late[0]).oblique):
            return late
        early = subject.before(seen, first, at, agrees)
        # "X, глава Y, написал письмо Z": the subject has an apposition of its own
        if early is not None and (late is None or _apposed(seen, early, at)):
            return early
        return late
    found = subject.before(seen, first, at, agrees)
    if found is not None and found[1] - found[0] == 1 and by_name(seen.words[found[0]]) is not None:
        # "X в разговоре с Reuters сказал": a preposition governs it
        governed = found[0] > first + 1 and seen.folds[found[0] - 1] in seen.speech.prepositions
        early = subject.before(seen, first, found[0] - 1, agrees) if governed else None
        # "Об этом БелаПАН сообщила X": the outlet was told
        return early or subject.after(seen, at + 1, last, agrees) or found
    if found is None:
        found = None if _heard(seen, at + 1, last) else subject.after(seen, at + 1, last, agrees)
        if found is not None and whom and subject.read(seen, found[0]).oblique:
            return None
    return found


def _points(seen: View, first: int, at: int) -> int | None:
    """After "об этом" or "о чём" in the clause of the verb at ``at``, which points to the clause before."""
    for start in range(max(first, at - 7), at):
        form = seen.folds[start]
        for words in seen.speech.about:
            if words[0] != form or len(words) == 1:
                continue
            stop = start + len(words)
            if stop <= at and tuple(seen.folds[start:stop]) == words:
                return stop
    return None


def _apposed(seen: View, span: tuple[int, int], at: int) -> bool:
    """Whether only an apposition stands between a noun phrase and the verb at ``at``."""
    between = range(span[0], at - 1)
    commas = any(seen.words[i] == "," for i in between)
    return commas and not any(subject.read(seen, i).sort == "V" for i in between if seen.word(i))


def _opening(seen: View, first: int, at: int) -> int:
    """The preposition that leads to the document of which ``at`` is the author."""
    return next(
        (i for i in range(at - 1, max(first, at - 5) - 1, -1) if seen.folds[i] in seen.speech.places), at
    )


def _how(seen: View, first: int, at: int) -> int | None:
    """Where the "как" of an "as he said" clause around the verb stands."""
    for i in range(at - 1, max(first, at - 12) - 1, -1):
        if seen.folds[i] in seen.speech.how:
            return i
        if seen.words[i] in BREAKS or seen.folds[i] in seen.speech.links:
            return None
    return None


def _placed(seen: View, first: int, at: int, agrees: str) -> tuple[int, int] | None:
    """A place before its verb where the clause names nobody: "В МИД заявили"."""
    i = at - 1
    while i >= first and at - i < 14 and (seen.words[i] in MARKS or not seen.breaks(i)):
        i -= 1
    found = subject.place(seen, i + 1, at)
    other = subject.within(seen, i + 1, at, agrees)
    if other is not None and seen.words[other[0]] in MARKS:
        # "в разговоре с «Рекой» сказали": nobody but whom they talked with
        other = None if seen.folds[other[0] - 1] in seen.speech.prepositions else other
    if found is None or other is not None:
        return None
    return found[0], min(found[1], at)
