"""Who speaks where the frame of saying names somebody else or nobody."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from letapis.attribute import position, subject
from letapis.attribute.clause import OPENING, View
from letapis.attribute.frame import Frame
from letapis.attribute.marks import Pair
from letapis.attribute.person import persons
from letapis.attribute.placing import Table
from letapis.attribute.referent import Seen, referent
from letapis.langs.base import Language

__all__ = ["bare", "enclosing", "owner", "quoted"]

_NEAR = 4
"""Tokens between closing marks and the frame they belong to."""
_LONG = 12
"""Tokens after a cue in which the one who is quoted is named."""


def quoted(table: Table, frame: Frame, language: Language | None) -> tuple[int, int] | None:
    """Whom an outlet quotes: "Interfax quotes | the minister |", «приводит слова | министра |».

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("Reuters quotes the minister as saying that it rains."), langs.get("en")
    >>> table = Table(tokens, frames(tokens, language), language)
    >>> pairs = marks(tokens)
    >>> tokens.cut(*quoted(table, table.frames[0], language))
    'the minister'
    """
    view = table.view
    if view is None or language is None or frame.last >= len(view.folds):
        return None
    if table.fixed and frame.form == "gerund" and frame.first and view.folds[frame.first - 1] == "as":
        return _saying(table, view, frame)
    if view.folds[frame.first] not in view.speech.cites and view.folds[frame.last] not in view.speech.sayings:
        return None
    stop = min(view.sentence(frame.first)[1], frame.last + _LONG)
    stop = next((at for at in range(frame.last, stop) if view.words[at] in OPENING), stop)
    if table.fixed:
        end = position.phrase(view, frame.last, stop)
        found = frame.last < end and (
            view.upper(frame.last) or view.folds[frame.last] in view.speech.determiners
        )
        return (frame.last, end) if found and frame.side == "before" else None
    for one in persons(view, language, frame.last, stop, lambda at: False):
        if not one.subject:
            first = one.first
            while (
                first > frame.last
                and subject.read(view, first - 1).sort in "NA"
                and view.words[first - 1].islower()
            ):
                first -= 1
            if not (set(range(first, one.last)) & set(range(*frame.speaker)) if frame.speaker else False):
                return first, one.last
    return _object(view, frame.last, stop)


def _object(view: View, at: int, stop: int) -> tuple[int, int] | None:
    """An adjective for a person as the object: «цитує | вчену | DW»."""
    if at >= stop or not view.words[at][0].islower() or view.folds[at] in view.speech.sayings:
        return None
    one = subject.read(view, at)
    return (at, at + 1) if one.sort in "NA" and one.animate and not one.nominative else None


def _saying(table: Table, view: View, frame: Frame) -> tuple[int, int] | None:
    """Whom an outlet quotes in "quoted | the mayor | as saying"."""
    for cue in reversed(table.within(max(0, frame.first - _LONG), frame.first)):
        if view.folds[cue.first] in view.speech.cites and cue.last < frame.first - 1:
            return cue.last, frame.first - 1
    return None


def owner(table: Table, frame: Frame, pairs: Sequence[Pair]) -> tuple[int, int]:
    """The speaker of a frame; the subject before the verb where the frame has the outlet that was told.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("“It rains,” said Ona Mill."), langs.get("en")
    >>> table = Table(tokens, frames(tokens, language), language)
    >>> pairs = marks(tokens)
    >>> tokens.cut(*owner(table, table.frames[0], pairs))
    'Ona Mill'
    """
    assert frame.speaker is not None
    view = table.view
    if view is not None and table.fixed and frame.side == "after" and frame.first:
        low, high = frame.speaker
        here = view.folds[frame.first - 1]
        if high - low == 1 and view.folds[low] in view.speech.objects and here in view.speech.subjects:
            return frame.first - 1, frame.first  # ", she put it"
    if view is None or table.fixed or frame.kind != "outlet" or frame.side != "after" or frame.form != "verb":
        return frame.speaker
    verb = view.speech.verbs.get(view.folds[frame.first])
    if verb is None or not view.upper(frame.speaker[0]):
        return frame.speaker
    early = subject.before(view, view.sentence(frame.first)[0], frame.first, verb.agrees)
    if early is None or _marked(early[0], pairs) is not None:
        return frame.speaker
    head = subject.read(view, early[0])
    return early if head.sort in "NA" and head.nominative else frame.speaker


def bare(
    table: Table, frame: Frame, pairs: Sequence[Pair], language: Language | None
) -> tuple[tuple[int, int], str] | None:
    """Who speaks where a verb or a means has no subject of its own.

    The subject after a dash (English), the means ("in the letter it says"), or whoever was subject of
    the clause or the sentence before, where the verb agrees with it ("… said Mill. And added: …").

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("Мост закрыт, сказал Ян Мох. И добавил: «Надолго»."), langs.get("ru")
    >>> table = Table(tokens, frames(tokens, language), language)
    >>> pairs = marks(tokens)
    >>> tokens.cut(*bare(table, table.frames[1], pairs, language)[0])
    'Ян Мох'
    """
    view = table.view
    if view is None or language is None:
        return None
    first, last = view.sentence(frame.first)
    if table.fixed:
        found = position.after(view, frame.last, last) if frame.form == "verb" else None
        return (found, "subject after the cue") if found is not None else None
    if frame.form == "passive":
        means = _means(view, first, frame.first)
        return (means, "means of saying") if means is not None else None
    verb = view.speech.verbs.get(view.folds[frame.first])
    agrees = verb.agrees if verb is not None and frame.form == "verb" else ""
    if not set(agrees) & set("mf") or "p" in agrees:
        return None
    seen = Seen(view, language, pairs, table.within)
    near = referent(seen, frame.first, agrees, first, 1)
    return ((near[0].first, near[0].last), f"no subject of its own; {near[1]}") if near is not None else None


def enclosing(table: Table, speaker: tuple[int, int], pairs: Sequence[Pair]) -> Frame | None:
    """The frame of the words in marks in which the speaker is "I"; None for any other speaker.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("“It rains, I said so,” said Ona Mill."), langs.get("en")
    >>> table = Table(tokens, frames(tokens, language), language)
    >>> pairs = marks(tokens)
    >>> tokens.cut(*enclosing(table, (4, 5), pairs).speaker)
    'Ona Mill'
    """
    view, first = table.view, speaker[0]
    if view is None or speaker[1] - first != 1 or view.folds[first] not in view.speech.selves:
        return None
    pair = _marked(first, pairs)
    if pair is None or view.speech.pronouns.get(view.folds[first], "") not in ("", "mf"):
        return None
    for frame in table.within(pair.last, pair.last + _LONG):
        if frame.head <= pair.last + _NEAR and frame.speaker is not None:
            return frame
    for frame in reversed(table.within(max(0, pair.first - _LONG), pair.first)):
        if frame.tail >= pair.first - _NEAR and frame.speaker is not None:
            return frame
    return None


def _means(view: View, first: int, at: int) -> tuple[int, int] | None:
    """The document that a clause begins with: "В | открытом письме |, которое …, говорится"."""
    means = view.speech.events | view.speech.nouns
    for place in range(max(first, at - _LONG), at):
        if view.folds[place] not in view.speech.places:
            continue
        for noun in range(place + 1, min(at, place + _NEAR)):
            if view.folds[noun] in means:
                return place + 1, noun + 1
    return None


def _marked(at: int, pairs: Sequence[Pair]) -> Pair | None:
    """The pair of marks that token ``at`` stands in."""
    place = bisect_right(pairs, at, key=lambda pair: pair.first) - 1
    return pairs[place] if place >= 0 and pairs[place].first <= at < pairs[place].last else None
