"""Whom a pronoun, a role or a surname that speaks stands for, within one document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from letapis.attribute.clause import View, view
from letapis.attribute.frame import Frame
from letapis.attribute.gender import told, written
from letapis.attribute.marks import Pair
from letapis.attribute.nominal import nominal
from letapis.attribute.person import Person, spoken_of
from letapis.attribute.referent import Seen, referent, sole
from letapis.attribute.role import bearer, places
from letapis.langs.base import Language
from letapis.text.morph import parses
from letapis.text.stream import Stream

__all__ = ["Known", "People", "antecedent", "known"]

_REACH = 900
"""Tokens after which a person is no longer the one that a pronoun stands for."""
_STEM = 5
_LONG = 14
"""Tokens of an apposition."""
_MOST = 60
"""So many of the people named last are looked over."""


class Known(NamedTuple):
    """A named speaker, as numbers of tokens."""

    first: int
    last: int
    """Bounds of the words that name the speaker, role and all."""
    name: str
    """The name alone, in the text's words."""
    gender: str
    """m, f or n, as far as verb, title or ending tell; empty where they do not."""
    stems: frozenset[str]
    """Beginnings of all of the words, to know a role by."""


def known(stream: Stream, frames: Iterable[Frame], language: Language) -> list[Known]:
    """The named speakers of a text, in order.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.text.stream import stream
    >>> text, english = stream("It rains, said Ona Mill, the mayor."), langs.get("en")
    >>> [(one.name, one.gender) for one in known(text, frames(text, english), english)]
    [('Ona Mill', 'f')]
    """
    found = []
    for frame in frames:
        if frame.speaker is None or frame.kind != "name":
            continue
        first, last = frame.speaker
        run = _run(stream, first, last, language)
        if run is None or _quoted(stream, first, run[0]):
            continue
        gender = _gender(stream, frame, run, language)
        stems = frozenset(
            _stem(form) for form in stream.folds[first : _apposed(stream, last)] if len(form) > 3
        )
        found.append(Known(first, last, stream.cut(*run), gender, stems))
    return sorted(found)


def _quoted(stream: Stream, first: int, last: int) -> bool:
    """Whether something said stands before the name."""
    return any(word in '«“"' for word in stream.words[first:last])


class People:
    """The named speakers of a text, in order, and by the beginning of their last names."""

    def __init__(self, people: Sequence[Known]) -> None:
        self.all = people
        self.memo: dict[tuple[int, int, bool, int], list[Person]] = {}
        self._places: dict[str, list[int]] | None = None
        self.firsts = [person.first for person in people]
        self.by: dict[str, list[Known]] = {}
        names: set[str] = set()
        for person in people:
            if person.name not in names:
                names.add(person.name)
                self.by.setdefault(_stem(person.name.split()[-1].casefold()), []).append(person)

    def places(self, stream: Stream) -> dict[str, list[int]]:
        """Where words stand near a capital, by their beginning; found when asked for first."""
        if self._places is None:
            self._places = places(stream)
        return self._places

    def before(self, at: int) -> Sequence[Known]:
        """Those named last before token ``at``."""
        place = bisect_left(self.firsts, at)
        return self.all[max(0, place - _MOST) : place]


def antecedent(
    stream: Stream,
    frame: Frame,
    people: People,
    language: Language,
    pairs: Sequence[Pair] = (),
    frames: Callable[[int, int], Sequence[Frame]] = lambda low, high: (),
) -> tuple[Known, str] | None:
    """The person whom the speaker of ``frame`` stands for, and why; None where nobody fits.

    A pronoun stands for the last named speaker before it that agrees in gender and number; a role for
    the last one who was named with that role; a surname for the fullest name that ends with it.
    Pronouns of the first person, plurals and speakers without a name stand for nobody here.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.text.stream import stream
    >>> text, english = stream("It rains, said Mr Jan Mill. It pours, he said."), langs.get("en")
    >>> found = frames(text, english)
    >>> people = People(known(text, found, english))
    >>> antecedent(text, found[1], people, english)[0].name
    'Jan Mill'
    """
    if frame.speaker is None:
        return None
    first, last = frame.speaker
    if frame.kind == "pronoun":
        return _pronoun(stream, frame, people, language, pairs, frames)
    opens = stream.folds[first] in language.speech.determiners
    if language.speech.order == "fixed" and _body(stream, first, last, language):
        return None
    opens = opens or (last - first == 1 and spoken_of(view(stream, language), language, first))
    if frame.kind == "role" or (frame.kind == "name" and opens):
        found = _role(stream, first, last, people.before(first)) or _borne(
            stream, first, last, people, language
        )
        if found is not None or opens:
            return found
    if frame.kind == "name":
        return _fuller(stream, first, last, people, language)
    return None


def _body(stream: Stream, first: int, last: int, language: Language) -> bool:
    """Whether the words name an organisation: "the strike committee of Ford"."""
    for form in stream.folds[first:last]:
        if form in language.speech.prepositions:
            return False
        if form in language.naming.organisations:
            return True
    return False


def _pronoun(
    stream: Stream,
    frame: Frame,
    people: People,
    language: Language,
    pairs: Sequence[Pair],
    frames: Callable[[int, int], Sequence[Frame]],
) -> tuple[Known, str] | None:
    assert frame.speaker is not None
    first = frame.speaker[0]
    wanted = language.speech.pronouns.get(stream.folds[first]) or language.speech.owners.get(
        stream.folds[first], ""
    )
    if wanted not in ("m", "f", "p") or stream.folds[first] in language.speech.selves:
        return None
    seen = Seen(view(stream, language), language, pairs, frames, people.by, people.memo)
    near = referent(seen, first, wanted, _own(seen.view, frame, first))
    if near is None and frame.form == "phrase":
        near = referent(seen, first, wanted, seen.view.sentence(first)[0], 0)
    if near is not None:
        return _settled(seen, people, *near)
    if wanted == "p":
        return None
    for person in reversed(people.before(first)):
        if first - person.last > _REACH:
            break
        if wanted in person.gender or (not person.gender and " " in person.name):
            return person, f"last named speaker before {stream.words[first]!r}"
    return None


def _own(seen: View, frame: Frame, first: int) -> int | None:
    """Where the part of its own sentence begins in which a pronoun's antecedent may stand.

    What is reported stands before "he said" and around "in his words", so that only a clause before
    that may hold it: before "he said that", and before a colon or a semicolon.
    """
    low = seen.sentence(first)[0]
    if frame.side == "before":
        return low
    for at in range(first - 1, low, -1):
        if seen.words[at] in ":;":
            return low if at > first - _LONG else None
    return None


def _settled(seen: Seen, people: People, one: Person, how: str) -> tuple[Known, str]:
    """The person that a pronoun stands for, by name where a noun for a person can be named."""
    stream = seen.view.stream
    if not one.named and one.gender != "p":
        full = _role(stream, one.first, one.last, people.before(one.first)) or _borne(
            stream, one.first, one.last, people, seen.language
        )
        if full is not None:
            return full[0], f"{one.name}, {how}; {full[1]}"
        only = sole(seen, one)
        if only is not None:
            return _as(only), f"{one.name}, {how}; the only one so named before"
    return _as(one), how


def _as(one: Person) -> Known:
    return Known(one.first, one.last, one.name, one.gender, frozenset())


def _borne(
    stream: Stream, first: int, last: int, people: People, language: Language
) -> tuple[Known, str] | None:
    """The bearer of a role whom no frame of saying names."""
    seen = view(stream, language)
    if not any(spoken_of(seen, language, at) for at in range(first, last)):
        return None
    found = bearer(seen, language, first, last, people.places(stream))
    if found is None:
        return None
    one, how = found
    return _as(one), how


def _role(stream: Stream, first: int, last: int, before: Sequence[Known]) -> tuple[Known, str] | None:
    stems = {_stem(form) for form in stream.folds[first:last] if len(form) > 3}
    if not stems:
        return None
    for person in reversed(before):
        if len(stems & person.stems) * 2 > len(stems):
            return person, "named with that role before"
    return None


def _fuller(
    stream: Stream, first: int, last: int, people: People, language: Language
) -> tuple[Known, str] | None:
    run = _run(stream, first, last, language)
    if run is None:
        return None
    words = stream.cut(*run).split()
    best = None
    for person in people.by.get(_stem(words[-1].casefold()), ()):
        other = person.name.split()
        if len(other) > len(words):
            if best is not None and not _alike(best.name, person.name):
                return None  # two bearers of the name
            best = best or person
    return (best, "the fuller name in this text") if best is not None else None


def _alike(one: str, other: str) -> bool:
    """Whether two full names may be one in two cases: «Ян Мохов», «Яна Мохова»."""
    left, right = one.casefold().split(), other.casefold().split()
    return all(a[:2] == b[:2] for a, b in zip(left[::-1], right[::-1], strict=False))


def _stem(form: str) -> str:
    return form.removeprefix("co-")[:_STEM]


def _run(stream: Stream, first: int, last: int, language: Language) -> tuple[int, int] | None:
    """The name among the words of a speaker: capitals, not those of an organisation before it."""
    words = stream.words
    runs: list[tuple[int, int]] = []
    at = first
    while at < last:
        stop = at
        while stop < last and _named(words[stop], stream.folds[stop], language):
            stop += 1
        if stop > at:
            runs.append((at, stop))
        at = max(stop, at + 1)
    if not runs:
        return None
    if language.speech.order == "fixed":
        return next((run for run in runs if _person_here(stream, run, first, last, language)), None)
    return _person(stream, *runs[-1], language)


def _person_here(stream: Stream, run: tuple[int, int], first: int, last: int, language: Language) -> bool:
    """Whether a run of capitals is whom the words name: not "of Ford", "The Ford troupe", "The Times"."""
    low, high = run
    folds, words = stream.folds, stream.words
    if not language.naming.organisations.isdisjoint(folds[low:high]):
        return False
    if high < last and words[high] not in (",", "(", "—", "–", "-", "’"):
        return False
    before = low - 1
    if before >= first and folds[before] in language.speech.determiners:
        return False
    return before < first or folds[before] not in language.speech.prepositions


def _person(stream: Stream, low: int, high: int, language: Language) -> tuple[int, int] | None:
    """The end of a run of capitals that can be a person: «глава Совета Ян Мох»."""
    low = max(low, high - 3)
    can = [_could(stream.words[at], language, high - low == 1) for at in range(low, high)]
    if high - low == 1:
        return (low, high) if can[0] else None
    if can[0] and not can[-1]:
        return None  # of two cases: «Старшыня Зарэчскага (райвыканкама)»
    if can[-1]:
        while low < high - 1 and not can[low - high]:
            low += 1
    return low, high


def _apposed(stream: Stream, last: int) -> int:
    """The end of an apposition that a comma opens: ", the mayor of Ford,"."""
    words = stream.words
    if last >= len(words) or words[last] != ",":
        return last
    stop = last + 1
    while stop < min(len(words), last + _LONG) and words[stop][0].isalnum():
        stop += 1
    return stop


def _could(word: str, language: Language, alone: bool) -> bool:
    """Whether a word may be in the nominative, and ``alone`` be a name, as far as a dictionary knows."""
    nominative = nominal(word, language.code, language.speech).nominative
    if not ("m" in nominative or "f" in nominative):
        return False
    readings = parses(word, language.code) if alone else ()
    if not readings or not any(one.known for one in readings):
        return True
    return any(one.tags & {"Name", "Surn", "Patr"} for one in readings)


def _named(word: str, form: str, language: Language) -> bool:
    return (
        word[:1].isupper()
        and (len(word) > 1)
        and not (word.isupper() and len(word) > 1)
        and form not in language.function
        and form not in language.naming.titles
    )


def _gender(stream: Stream, frame: Frame, run: tuple[int, int], language: Language) -> str:
    assert frame.speaker is not None
    folds = stream.folds
    for at in range(max(0, frame.speaker[0] - 1), run[0]):
        if told(folds[at], language):
            return told(folds[at], language)
    verb = language.speech.verbs.get(folds[frame.first])
    if verb is not None and verb.agrees in ("m", "f"):
        return verb.agrees
    if language.speech.order == "fixed":
        return written((), folds[run[0]], language)
    for at in range(run[0], run[1]):
        gender = nominal(stream.words[at], language.code, language.speech).nominative
        if gender in ("m", "f"):
            return gender
    return ""
