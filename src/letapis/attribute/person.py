"""People whom a stretch of text names or mentions, with their gender and place in the clause."""

from __future__ import annotations

from collections.abc import Callable, Container
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from letapis.attribute import gender, subject
from letapis.attribute.clause import View
from letapis.langs.base import Language, Naming, Speech
from letapis.text import fold
from letapis.text.morph import LANGUAGES, parses

__all__ = ["Person", "persons", "spoken_of"]

_LIKELY = 0.1
"""Readings less likely than this are not considered."""
_STEM = 5
_RUN = 4
"""Words of a name."""


class Person(NamedTuple):
    """Somebody who is named or mentioned, as numbers of tokens."""

    first: int
    last: int
    name: str
    """The name in the text's words, or the noun."""
    gender: str
    """m, f or p; empty where nothing tells."""
    subject: bool
    """Whether the place or the case is that of a subject."""
    named: bool = False
    """Whether it is a name, not a noun."""


def persons(
    view: View,
    language: Language,
    low: int,
    high: int,
    skipped: Callable[[int], bool],
    surnames: Container[str] = frozenset(),
    wide: bool = True,
) -> list[Person]:
    """People in tokens ``low`` to ``high`` by place, but for those in tokens that are ``skipped``.

    Personal pronouns that may be subjects are among them; ``surnames`` are the first five letters of
    names that are known to be people's. Unless ``wide``, a noun for people must be in the language's
    lists; the dictionary, which takes time, is not asked.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> text, english = stream("The nurse Anna Mill met a driver."), langs.get("en")
    >>> for one in persons(view(text, english), english, 0, 7, lambda at: False):
    ...     print(one.name, one.gender, one.subject)
    Anna Mill f True
    driver  False
    """
    rule = _fixed if view.speech.order == "fixed" else _free if wide else _listed
    fixed, folds, words = view.speech.order == "fixed", view.folds, view.words
    asked = fixed or wide
    likely = _likely(language.naming, language.speech)
    found: list[Person] = []
    at = low
    while at < high:
        one, form = None, folds[at]
        if not (words[at][0].isupper() or form in likely or (asked and words[at][0].isalpha())):
            at += 1
            continue
        if (not fixed or words[at][0].isupper() or form in likely or form[-1] in "sn") and not skipped(at):
            one = _pronoun(view, at) or rule(view, language, low, at, high)
            if (one is None or not one.name) and view.upper(at) and view.folds[at][:_STEM] in surnames:
                one = _surname(view, language, low, at)
        if one is not None:
            if one.subject and found and view.speech.order == "fixed" and _follows(view, found[-1], one):
                one = one._replace(subject=False)
            found.append(one)
        at = one.last if one is not None else at + 1
    return found + [pair for left, right in pairwise(found) if (pair := _both(view, left, right)) is not None]


def _follows(view: View, left: Person, right: Person) -> bool:
    """Whether two stand in one clause, so that the second is an object: "Ona Mill met a driver"."""
    if not left.subject:
        return False
    return not any(
        view.breaks(at) or view.folds[at] in view.speech.that for at in range(left.last, right.first)
    )


def _both(view: View, left: Person, right: Person) -> Person | None:
    """Two who are joined: "Ona Mill and Jan Moss"."""
    joined = left.last + 1 == right.first and view.folds[left.last] in view.speech.joins
    if not joined or not left.name or not right.name:
        return None
    first, last = left.first, right.last
    return Person(first, last, view.stream.cut(first, last), "p", left.subject, left.named and right.named)


def _pronoun(view: View, at: int) -> Person | None:
    fold, speech = view.folds[at], view.speech
    kind = speech.pronouns.get(fold, "")
    if kind not in ("m", "f", "p") or fold in speech.selves or fold in speech.determiners:
        return None
    return Person(at, at + 1, view.words[at], kind, True)


def _surname(view: View, language: Language, low: int, at: int) -> Person | None:
    """A surname alone, of somebody who is known to speak in the text."""
    name = view.words[at]
    if view.speech.order == "fixed":
        return Person(at, at + 1, name, "", _heads(view, low, at), True)
    read = subject.read(view, at)
    governed = at > low and subject.read(view, at - 1).sort == "P"
    tells = gender.agreeing(view.words[at + 1 : at + 4], language, view.speech)
    return Person(at, at + 1, name, tells, True, True) if read.nominative and not governed else None


def spoken_of(view: View, language: Language, at: int) -> bool:
    """Whether the word at token ``at`` is a noun for people.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("A nurse left Ford."), langs.get("en")
    >>> seen = view(tokens, language)
    >>> spoken_of(seen, language, 1), spoken_of(seen, language, 3)
    (True, False)
    """
    if view.speech.order == "fixed":
        return view.folds[at] in _common(language.naming)
    return view.word(at) and _animate(view, language, at)


@lru_cache(maxsize=16)
def _likely(naming: Naming, speech: Speech) -> frozenset[str]:
    """Words that may be somebody for what the language's lists tell."""
    return _common(naming) | speech.groups | frozenset(speech.pronouns)


@lru_cache(maxsize=16)
def _common(naming: Naming) -> frozenset[str]:
    """Nouns for people, folded."""
    return frozenset(fold(word) for word in naming.roles | naming.kin | naming.people)


@lru_cache(maxsize=16)
def _given(naming: Naming) -> frozenset[str]:
    """Given names, folded, without endings."""
    return frozenset(_bare(fold(name)) for name in naming.given)


def _bare(form: str) -> str:
    return form.rstrip("аяоёеэуюыійьмў") if len(form) > 3 and not form.isascii() else form


def _capitals(view: View, at: int, high: int, language: Language) -> int:
    """The end of the run of capitalised words at ``at``."""
    stop = at
    while stop < high and stop - at < _RUN and view.upper(stop):
        word = view.words[stop]
        if (word.isupper() and len(word) > 1) or view.folds[stop] in language.function:
            break
        stop += 1
        if len(word) == 1 and stop < high and view.words[stop] == ".":
            stop += 1
    return stop


# Where the place tells the subject


def _fixed(view: View, language: Language, low: int, at: int, high: int) -> Person | None:
    folds = view.folds
    if view.upper(at):
        stop = _capitals(view, at, high, language)
        first = at
        while first < stop and _office(folds[first], language):
            first += 1
        titled = first > at or (at > low and _office(folds[at - 1], language))
        if first < stop and (_bare(folds[first]) in _given(language.naming) or titled):
            head = at - 1 if titled and first == at else at
            tells = gender.written(folds[head:first], folds[first], language)
            return Person(first, stop, view.stream.cut(first, stop), tells, _heads(view, low, head), True)
        if stop > at:
            if (
                stop - at in (2, 3)
                and _apposed(view, language, stop, high)
                and _plain(view, language, at, stop)
            ):
                tells = gender.written((), folds[at], language)
                return Person(at, stop, view.stream.cut(at, stop), tells, _heads(view, low, at), True)
            if first == stop and stop - at == 1:
                return _mentioned(view, language, low, at, high)
            return Person(at, stop, "", "-", stop - at > 1 and _heads(view, low, at))
    return _mentioned(view, language, low, at, high)


def _apposed(view: View, language: Language, at: int, high: int) -> bool:
    """Whether a role, an age or "who" follows after a comma: "Ona Mill, the mayor of Ford"."""
    if at + 1 >= high or view.words[at] != ",":
        return False
    if view.folds[at + 1] == "who" or (view.words[at + 1].isdigit() and len(view.words[at + 1]) == 2):
        return True
    return any(_office(form, language) for form in view.folds[at + 1 : min(high, at + 5)])


def _plain(view: View, language: Language, first: int, last: int) -> bool:
    """Whether no word tells of an organisation or a place."""
    naming = language.naming
    return (naming.organisations | naming.places | naming.sites).isdisjoint(view.folds[first:last])


def _mentioned(view: View, language: Language, low: int, at: int, high: int) -> Person | None:
    """Somebody who is not named: "a nurse", "the authors"."""
    form, common = view.folds[at], _common(language.naming)
    several = form in view.speech.groups or gender.singular(form) in common | language.naming.organisations
    if not several and form not in common:
        return None
    if at + 1 < high and (view.upper(at + 1) or view.folds[at + 1] in common):
        return None  # the name follows
    if view.words[at - 1 : at] == ["'"] or form in view.speech.verbs:
        return None
    first = at
    while first > max(low, at - 3) and view.words[first - 1].isalpha() and not _bound(view, first - 1):
        first -= 1
    tells = "p" if several else gender.told(form, language)
    return Person(first, at + 1, view.stream.cut(first, at + 1), tells, _heads(view, low, first))


def _bound(view: View, at: int) -> bool:
    fold, speech = view.folds[at], view.speech
    return (
        fold in speech.determiners
        or fold in speech.prepositions
        or fold in speech.links
        or fold in speech.verbs
        or fold in speech.auxiliaries
        or fold in speech.predicates
        or fold in speech.adverbs
    )


def _heads(view: View, low: int, first: int) -> bool:
    """Whether no preposition and no verb of the clause stands before what begins at ``first``."""
    at = first - 1
    while at >= low and not view.breaks(at):
        fold, speech = view.folds[at], view.speech
        if fold in speech.prepositions or fold in speech.predicates or fold in speech.verbs:
            return False
        if fold in speech.auxiliaries or fold.endswith("ed"):
            return False
        at -= 1
    return True


def _office(form: str, language: Language) -> bool:
    return form in _common(language.naming) or form in language.naming.titles


# Where case tells it


def _listed(view: View, language: Language, low: int, at: int, high: int) -> Person | None:
    """As :func:`_free`, but for nouns that are in no list."""
    form = view.folds[at]
    if view.upper(at) or form in _common(language.naming) or form in view.speech.groups:
        return _free(view, language, low, at, high)
    return None


def _free(view: View, language: Language, low: int, at: int, high: int) -> Person | None:
    if not view.upper(at):
        return _noun(view, language, low, at, high)
    stop = _capitals(view, at, high, language)
    place = next((i for i in range(at, stop) if _first(view.words[i], language)), None)
    if place is None and stop > at and at > low and _animate(view, language, at - 1):
        place = at
    if place is None:
        return _noun(view, language, low, at, high)
    tells = gender.inflected(view.words[place:stop], language, view.speech)
    case = subject.read(view, place).nominative
    rest = all(subject.read(view, i).nominative for i in range(place, stop) if view.word(i))
    governed = place > low and subject.read(view, place - 1).sort == "P"
    cut = view.stream.cut(place, stop)
    return Person(place, stop, cut, tells, bool(case) and rest and not governed, True)


def _noun(view: View, language: Language, low: int, at: int, high: int) -> Person | None:
    """A noun for people: «медсестра», «водителю», «авторы»."""
    form, word = view.folds[at], view.words[at]
    if at + 1 < high and view.upper(at + 1) and _capitals(view, at + 1, high, language) > at + 1:
        nearest = _free(view, language, at, at + 1, high)
        if nearest is not None and nearest.first == at + 1:
            return None  # the name follows
    if form in view.speech.groups:
        kind, lemma = "p", word
    else:
        if not _animate(view, language, at):
            return None
        kind, lemma = gender.noun(word, language, view.speech)
    if not kind:
        return None
    read = subject.read(view, at)
    governed = at > low and subject.read(view, at - 1).sort == "P"
    counted = at > low and _disagrees(view, at)
    heads = (
        kind in read.nominative
        and not governed
        and not counted
        and not (read.oblique and _genitive(view, low, at))
    )
    stop = min(subject.extent(view, at, high), at + 5) if heads else at + 1
    called = next((i for i in range(at + 1, stop) if view.upper(i) and _first(view.words[i], language)), None)
    if called is not None:  # «директор школы Анна Мох»
        end = _capitals(view, called, high, language)
        kind = gender.inflected(view.words[called:end], language, view.speech)
        return Person(at, end, view.stream.cut(called, end), kind, heads, True)
    return Person(at, max(stop, at + 1), view.stream.cut(at, stop) if heads else lemma, kind, heads)


def _disagrees(view: View, at: int) -> bool:
    """Whether an adjective or numeral before the word at ``at`` is in another case: «из четырёх человек»."""
    left = subject.read(view, at - 1)
    return left.sort == "A" and not set(left.nominative) & set(subject.read(view, at).nominative)


def _genitive(view: View, low: int, at: int) -> bool:
    """Whether the word at ``at`` may be a genitive after a noun."""
    return at > low and subject.read(view, at).genitive and subject.read(view, at - 1).sort == "N"


def _first(word: str, language: Language) -> bool:
    """Whether a word may be a given name, in any case."""
    if language.code in LANGUAGES:
        return any("Name" in one.tags and one.score >= _LIKELY for one in parses(word, language.code))
    return _bare(fold(word)) in _given(language.naming)


def _animate(view: View, language: Language, at: int) -> bool:
    """Whether the word at ``at`` is a noun for a person or persons."""
    form = view.folds[at]
    if form in _common(language.naming):
        return True
    if language.code in LANGUAGES:
        best = parses(view.words[at], language.code)[:1]
        return bool(best) and best[0].pos == "NOUN" and "anim" in best[0].tags and best[0].known
    return form.endswith(language.naming.doers) and subject.read(view, at).sort == "N"
