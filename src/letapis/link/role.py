"""Public roles that stand with a person's name: "president of the club Zora Rupar", "Zora Rupar, a judge"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from letapis import langs
from letapis.langs import Language
from letapis.langs.base.office import Office, rows
from letapis.link.joining.key import stem
from letapis.model import Reason, Spot
from letapis.outlets.forms import forms
from letapis.text import fold
from letapis.text.morph import LANGUAGES, parses
from letapis.text.stream import Stream

__all__ = ["roles"]

_BEFORE = 12
"""Words before a name that its role may take."""
_AFTER = 10
"""Words after a name that its role may take."""
_RUN = 5
"""Words in a row that begin with a small letter, where no form shows what a head rules, at most."""
_HEAD = 4
"""Words between a name and the head of the role after it, at most."""
_CASES = frozenset(("nomn", "gent", "datv", "accs", "ablt", "loct"))
_OPEN = frozenset("«“„(")
_QUOTES = frozenset('«»“”„"')


def roles(stream: Stream, language: Language | None, spots: Sequence[Spot]) -> list[Spot]:
    """The same spots, those of people with the public role that stands with the name, where one does.

    The role is in the words of the text: the head ("minister"), what precedes it ("former foreign")
    and what it rules ("of culture of Lithuania"). Callings of private life are no roles. Where a
    verb or a comma stands between, the role is taken to be another's.

    >>> from letapis.text.stream import stream as read
    >>> text = "Бывший министр культуры Литвы Зора Рупар встретила пенсионера Яна Мха."
    >>> at = [(text.index(name), name) for name in ("Зора Рупар", "Яна Мха")]
    >>> people = [Spot("d", start, start + len(name), name, "person", "ru") for start, name in at]
    >>> [spot.role for spot in roles(read(text), langs.get("ru"), people)]
    ['Бывший министр культуры Литвы', None]
    """
    if language is None or not language.office.roles or not spots:
        return list(spots)
    found = _Roles(stream, language, spots)
    return [found.fill(spot) for spot in spots]


class _Roles:
    def __init__(self, stream: Stream, language: Language, spots: Sequence[Spot]) -> None:
        self.stream, self.language = stream, language
        office, code = language.office, language.code
        self.aides, self.members = _inflected(office.aides, code), _inflected(office.members, code)
        self.heads, self.bodies = _heads(office, code), _bodies(code)
        self.owner: dict[int, Spot] = {}
        for spot in spots:
            begin, end = _place(stream.starts, spot.start), _place(stream.stops, spot.stop)
            if end is not None:
                self.owner.update(dict.fromkeys(range(begin or 0, end + 1), spot))
        self.begins = frozenset(stream.sentences) | frozenset(stream.lines)
        self.used: set[int] = set()

    def fill(self, spot: Spot) -> Spot:
        """``spot`` with its role; as it was where it has one, is no person, or has none in the text."""
        if spot.kind != "person" or spot.role:
            return spot
        begin, end = _place(self.stream.starts, spot.start), _place(self.stream.stops, spot.stop)
        if begin is None or end is None or begin > end:
            return spot
        side, reach = "before", self._before(begin, end)
        if reach is None:
            side, reach = "after", self._after(end + 1)
        if reach is None:
            return spot
        role = self.stream.cut(*reach)
        return replace(spot, role=role, reasons=(*spot.reasons, Reason("role", 1.0, side)))

    def _before(self, begin: int, end: int) -> tuple[int, int] | None:
        """First and last token (excluded) of a role that ends where the name begins."""
        words, folds = self.stream.words, self.stream.folds
        heads: list[int] = []
        at = begin
        while at > 0 and begin - at < _BEFORE and at not in self.begins:
            at -= 1
            if self._head(at):
                heads.append(at)
            elif not self._inside(at) or (folds[at] in _ENDS and at + 1 in heads):
                break
        if not heads or folds[begin - 1] in self.language.office.joins or words[begin - 1] in _OPEN:
            return None
        head = next(
            (one for one in reversed(heads) if one not in self.used and self._agree(one, begin, end)), None
        )
        if head is None or (head == begin - 1 and begin == end and folds[head] in self.aides):
            return None
        first = head
        while first - 1 >= 0 and first not in self.begins and begin - first < _BEFORE:
            if not self._adjective(first - 1, folds[head]):
                break
            first -= 1
        self.used.update(range(first, begin))
        return first, begin

    def _head(self, at: int) -> bool:
        """Whether a word names a public role: by itself, or by the body's name after it."""
        form = self.stream.folds[at]
        if form not in self.heads:
            return False
        owner = self.owner.get(at)
        if owner is not None and owner.kind == "person":
            return False
        return form not in self.members or any(
            self._public(one) for one in range(at + 1, min(at + 4, len(self.stream.words)))
        )

    def _public(self, at: int) -> bool:
        owner = self.owner.get(at)
        return (owner is not None and owner.kind in ("organisation", "outlet")) or (
            stem(self.stream.words[at], self.language.code) in self.bodies
        )

    def _agree(self, head: int, begin: int, end: int) -> bool:
        """Whether role and name may stand in one case: "помощник Рупара" is no role of Rupar's."""
        code, folds = self.language.code, self.stream.folds
        if self.language.office.oblique_names:
            oblique = folds[head] not in self.language.office.roles
            return oblique or not folds[end].endswith(self.language.office.oblique_names)
        if code not in LANGUAGES or folds[head].startswith("зам"):
            return True
        cases = _cases(folds[head].rpartition("-")[2], code, "plur")
        for at in range(begin, min(end + 1, begin + 3)):
            if len(folds[at]) > 1 and folds[at][0].isalpha():
                cases &= _cases(folds[at], code) or cases
        return bool(cases)

    def _inside(self, at: int) -> bool:
        """Whether a token may stand between the head of a role and the name after it."""
        word, form = self.stream.words[at], self.stream.folds[at]
        owner = self.owner.get(at)
        if owner is not None:
            return owner.kind != "person"
        if word in _QUOTES or form in self.language.office.joins:
            return self.language.code != "en" or word in _QUOTES
        if word == "." and at and len(self.stream.words[at - 1]) <= _HEAD:
            return self.stream.folds[at - 1] in self.heads
        return word[0].isalpha() and self._ruled(word, form)

    def _ruled(self, word: str, form: str) -> bool:
        """Whether a word can be ruled by a role's head: a genitive, an adjective, a word of bodies' names."""
        if form in self.language.saying or form in self.language.function:
            return False
        code, office = self.language.code, self.language.office
        if stem(word, code) in self.bodies:
            return True
        if code in LANGUAGES:
            return any(
                one.pos in ("NOUN", "ADJF", "PRTF") and "gent" in one.tags for one in parses(form, code)[:6]
            )
        return bool(office.genitives) and form.endswith(office.genitives)

    def _adjective(self, at: int, head: str) -> bool:
        """Whether a word before the head belongs to the role: "former", "French foreign"."""
        word, form = self.stream.words[at], self.stream.folds[at]
        if not word[0].isalpha() or form in self.language.function or form in self.language.saying:
            return False
        owner = self.owner.get(at)
        code, office = self.language.code, self.language.office
        if office.epithets:
            return (
                (owner is not None and owner.kind != "person")
                or stem(word, code) in self.bodies
                or form in office.epithets
            )
        if (owner is not None and owner.kind == "person") or form in office.pointing:
            return False
        if code in LANGUAGES:
            return any(one.pos in ("ADJF", "PRTF") for one in parses(form, code)[:1])
        return form.endswith(office.nominatives if head in office.roles else office.obliques)

    def _after(self, begin: int) -> tuple[int, int] | None:
        """First and last token (excluded) of a role that follows the name after a comma, dash or bracket."""
        words, folds = self.stream.words, self.stream.folds
        if begin + 1 >= len(words) or begin in self.begins or words[begin] not in (",", "—", "–", "("):
            return None
        at = begin + 1
        while at < len(words) and folds[at] in _ARTICLES:
            at += 1
        first, head = at, None
        for at in range(first, min(first + _HEAD, len(words))):
            if at in self.begins:
                return None
            if self._head(at):
                head = at
                break
            if not self._adjective(at, self._coming(at)):
                return None
        if head is None:
            return None
        return first, self._end(head + 1, words[begin])

    def _end(self, at: int, opened: str) -> int:
        """Where a role after the name ends: before a sign, a verb or another person."""
        words, folds = self.stream.words, self.stream.folds
        first, run = at, 0
        while at < len(words) and at - first < _AFTER and at not in self.begins:
            owner = self.owner.get(at)
            if owner is not None and owner.kind == "person":
                break
            run = run + 1 if owner is None and words[at][0].islower() else 0
            if owner is None and not self._goes_on(at, run):
                break
            at += 1
        idle = self.language.office.joins | self.language.naming.titles
        while at > first and (folds[at - 1] in idle or words[at - 1] in _OPEN):
            at -= 1
        return at

    def _goes_on(self, at: int, run: int) -> bool:
        """Whether a word that is no name belongs to the role before it; ``run`` counts small words."""
        word, form = self.stream.words[at], self.stream.folds[at]
        if form in _ENDS or not (word[0].isalpha() or word in _QUOTES):
            return False
        if word in _QUOTES or word[0].isupper() or form in self.heads or form in self.language.office.joins:
            return True
        if self.language.office.epithets:
            return run < _RUN and form not in self.language.saying and form not in self.language.function
        return self._ruled(word, form)

    def _coming(self, at: int) -> str:
        """The head that an adjective stands before."""
        ahead = self.stream.folds[at + 1 : at + _HEAD]
        return next((form for form in ahead if form in self.heads), "")


_ARTICLES = frozenset(("a", "an", "the"))
_ENDS = frozenset(("and", "to", "on", "with", "и", "і", "й", "та", "ды"))


def _place(bounds: Sequence[int], bound: int) -> int | None:
    """The number of the token that begins, or ends, at a place of the text."""
    at = bisect_left(bounds, bound)
    return at if at < len(bounds) and bounds[at] == bound else None


@cache
def _inflected(words: frozenset[str], code: str) -> frozenset[str]:
    """Every case form of the words, folded; with the prefixes that change no role."""
    if code == "en":
        return frozenset(map(fold, words | {f"ex-{word}" for word in words}))
    found = {form for word in words for form in _forms(word)}
    return frozenset(found | {f"{prefix}{form}" for prefix in ("экс-", "екс-", "екс") for form in found})


@cache
def _heads(office: Office, code: str) -> frozenset[str]:
    """Case forms of the roles, and of those that only a body's name after them makes public."""
    return _inflected(office.roles, code) | _inflected(office.members, code)


def _cases(form: str, code: str, without: str = "") -> frozenset[str]:
    """The cases that a word may stand in, by its readings as a noun or adjective that lack a tag."""
    readings = (one for one in parses(form, code) if one.pos in ("NOUN", "ADJF") and without not in one.tags)
    return frozenset(tag for one in readings for tag in one.tags & _CASES)


def _forms(word: str) -> frozenset[str]:
    """The case forms of a word; of a compound, those of its last part ("пресс-секретарь")."""
    head, hyphen, tail = word.rpartition("-")
    return frozenset(fold(head + hyphen) + form for form in forms(tail)) | {fold(word)}


@cache
def _bodies(code: str) -> frozenset[str]:
    """Stems of the words that names of public bodies and nations are made of."""
    known = langs.get(code)
    if known is None:
        return frozenset()
    blocks = (known.office.bodies, known.office.nations)
    return frozenset(
        stem(word, code) for block in blocks for _, found in rows(block) for word in found.split()
    )
