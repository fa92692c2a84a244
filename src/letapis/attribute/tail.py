"""An attribution after marks that no frame was found for: an unlisted verb, a broken sentence."""

from __future__ import annotations

from letapis.attribute import position, subject
from letapis.attribute.clause import DASHES, View
from letapis.attribute.frame import Frame
from letapis.attribute.speaker import kind
from letapis.langs.base import words

__all__ = ["PAST", "aside", "tail"]

_MOST = 25
"""Tokens up to the end of the sentence or the next mark."""
_SHORT = 12
"""The same where the verb is not one of saying."""
_STOPS = frozenset('«„“"”»:;')
PAST = tuple(
    words(
        """л ла ли ло лся лась лись ў лі лася ўся ліся в вся ет ит ют ят ут ат ется ится є ить ють ять ае уе
        юць уць яць аць іць ыць ець"""
    )
)
"""Endings of finite verbs of the third person, and of the past."""


def tail(view: View, at: int, high: int, dashed: bool, closed: bool = False) -> Frame | None:
    """The attribution that begins with token ``at`` straight after marks, up to token ``high``.

    The marks closed with a comma or were followed by a dash, so that what stands here ascribes them:
    a verb with its subject after it or before it. None where no verb can be told; with ``closed`` (the
    marks closed with a comma, which only an attribution follows) a name will do.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> text = stream("“We ate,” Sen. Ona Mill (D-N.Y.) quipped.")
    >>> found = tail(view(text, langs.get("en")), 5, 16, False)
    >>> text.cut(found.first, found.last), text.cut(*found.speaker)
    ('quipped', 'Sen. Ona Mill (D-N.Y.)')
    """
    words = view.words
    stop = at
    while stop < min(high, at + _MOST) and words[stop] not in _STOPS and not _ended(words, stop):
        stop += 1
    fixed = view.speech.order == "fixed"
    verb = _verb(view, at, stop, fixed)
    if verb is None:
        return _named(view, at, stop) if closed else _headed(view, at, stop) if dashed else None
    if fixed:
        span = _fixed(view, at, verb, stop)
    else:
        span = subject.after(view, verb + 1, stop, "") or subject.before(view, at, verb, "")
    if span is None and (fixed or not dashed):
        return None
    side = "" if span is None else "after" if span[0] > verb else "before"
    last = max(verb + 1, span[1]) if span else verb + 1
    return Frame(
        verb, verb + 1, "verb", "say", span, kind(view, span) if span else None, side, at, last,
        frozenset(("mark",)), lemma="",
    )  # fmt: skip


def aside(view: View, first: int, last: int, closes: bool = False) -> Frame | None:
    """An attribution between dashes whose verb no list has: «Да, — усмехнулся он. — Нет».

    The first dash follows a comma or the end of an utterance, a verb follows it, and a comma or a full
    stop with a second dash closes it within a dozen tokens; with ``closes`` the full stop at ``last``
    closes it as well, as in a line of a conversation.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("«Да, — усмехнулся Ян Мох. — Нет»."), langs.get("ru")
    >>> seen = view(tokens, language)
    >>> tokens.cut(*aside(seen, 1, 10).speaker)
    'Ян Мох'
    """
    words = view.words
    for at in range(first + 1, last - 2):
        if words[at] not in DASHES or words[at - 1][0] not in ",!?…" or at - 1 <= first:
            continue
        verb = _rowed(view, at + 1, last)
        if verb is None:
            continue
        stop = _stops(words, at, last, closes)
        if stop is None:
            continue
        if verb > at + 1:
            span: tuple[int, int] | None = (at + 1, verb)
        else:
            span = subject.after(view, verb + 1, stop, "") if view.speech.order == "free" else None
        side = "" if span is None else "after" if verb == at + 1 else "before"
        return Frame(
            verb, verb + 1, "verb", "say", span, kind(view, span) if span else None, side, at + 1,
            stop if words[stop] not in DASHES else stop - 1, frozenset(("mark",)),
        )  # fmt: skip
    return None


def _rowed(view: View, at: int, last: int) -> int | None:
    """The verb that an attribution between dashes begins with; in English after a name."""
    verb = at
    if view.speech.order == "fixed":
        while verb < min(last, at + 4) and view.upper(verb):
            verb += 1
        return verb if at < verb < last and view.folds[verb].endswith("ed") else None
    return verb if view.words[verb][:1].islower() and view.folds[verb].endswith(PAST) else None


def _stops(words: list[str], at: int, last: int, closes: bool) -> int | None:
    """The dash, or with ``closes`` the full stop, that ends the attribution after the dash ``at``."""
    for stop in range(at + 2, min(last, at + _SHORT)):
        if closes and stop + 1 == last and _ended(words, stop):
            return stop
        if words[stop] in DASHES:
            return stop if words[stop - 1][0] in ".," else None
    return None


def _headed(view: View, at: int, stop: int) -> Frame | None:
    """«…» — Ona Mill about it: a headline."""
    last = at
    while last < stop and view.upper(last) and last - at < 5:
        last += 1
    if last == at or (last < stop and view.folds[last] not in view.speech.prepositions):
        return None
    return Frame(at, at, "colon", "say", (at, last), "name", "after", at, last, frozenset(("mark",)))


def _named(view: View, at: int, stop: int) -> Frame | None:
    """The words up to the end of the first name: "Texas delegate Bill Eastland, wearing …"."""
    last = at
    while last < stop and view.words[last] != "," and last - at < _SHORT:
        last += 1
    while last > at and not view.upper(last - 1):
        last -= 1
    if last == at:
        return None
    return Frame(at, at, "verb", "say", (at, last), "name", "after", at, last, frozenset(("mark",)))


def _ended(words: list[str], at: int) -> bool:
    """Whether a sentence ends with this token, not just a short form."""
    word = words[at]
    if word[0] not in ".!?…":
        return False
    return not (word == "." and len(words[at - 1]) < 5 and words[at - 1][:1].isupper())


def _verb(view: View, at: int, stop: int, fixed: bool) -> int | None:
    folds, words = view.folds, view.words
    for number in range(at, stop):
        verb = view.speech.verbs.get(folds[number])
        if verb is not None and verb.form in ("past", "finite") and words[number][0].islower():
            return number
    if stop - at > _SHORT:
        return None
    pronouns = view.speech.subjects if fixed else view.speech.pronouns
    if fixed and stop - at >= 2 and folds[at] in pronouns and words[at + 1][0].islower():
        return at + 1
    if not fixed and stop - at == 2 and folds[at + 1] in pronouns and words[at][0].islower():
        return at
    if not fixed:
        return at if at < stop and words[at][0].islower() and folds[at].endswith(PAST) else None
    if at + 1 < stop and view.upper(at + 1) and words[at][0].islower() and folds[at].endswith("ed"):
        return at
    for number in range(at + 1, stop):
        lower = words[number][0].islower() and len(folds[number]) > 3
        if lower and folds[number].endswith(("ed", "s")) and not folds[number].endswith("ss"):
            capital = words[number - 1][:1].isupper() or words[number - 1] == ")"
            closes = number + 1 == stop and folds[at] in view.speech.determiners
            pronoun = folds[number - 1] in view.speech.pronouns
            if capital or pronoun or closes or folds[number].endswith("ed"):
                return number
    return None


def _fixed(view: View, at: int, verb: int, stop: int) -> tuple[int, int] | None:
    if verb - at <= 1:
        found = position.after(view, verb + 1, stop)
        if found is not None or verb == at:
            return found
    last = position.lead(view, at, verb)
    while last > at and (view.words[last - 1] in "," or view.words[last - 1] in DASHES):
        last -= 1
    return (at, last) if last > at else None
