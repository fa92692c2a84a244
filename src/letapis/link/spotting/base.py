"""The nominative of a name, as far as the text alone tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from letapis import langs
from letapis.langs import Language
from letapis.link.spotting.stem import stem
from letapis.text.morph import LANGUAGES, Parse, inflected, parses

__all__ = ["base"]

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_BENDING = ("NOUN", "ADJF", "PRTF")
_MOST = 8
"""Readings of a word that are looked at."""


def base(words: Sequence[str], kind: str, language: Language | None, *, governed: bool = False) -> str:
    """The words of a name with those that bend in the nominative, parted as a rule by spaces.

    In Russian and Ukrainian by the dictionary: the words of a person's name agree in case and gender,
    those of a place or an organisation up to its first noun do; what follows stays. Elsewhere by the
    language's lists and endings. ``governed``: a preposition stands before it, so it is no nominative.

    >>> base(["Анной", "Мох"], "person", langs.get("ru"))
    'Анна Мох'
    >>> base(["Верхнего", "Мохова"], "place", langs.get("ru"), governed=True)
    'Верхний Мохов'
    >>> base(["Анай", "Мохавай"], "person", langs.get("be"))
    'Анай Мохава'
    """
    return _base(tuple(words), kind, language.code if language else "", governed)


@lru_cache(maxsize=100_000)
def _base(words: tuple[str, ...], kind: str, code: str, governed: bool) -> str:
    if code in LANGUAGES:
        return _joined(_agreed(words, kind, code, governed))
    last = words[-1]
    if last[:1].isascii() and last[-2:] in ("'s", "’s"):
        words = (*words[:-1], last[:-2])
    return _joined([_ending(word, kind, code) for word in words])


def _joined(words: Sequence[str]) -> str:
    text = ""
    for word in words:
        tight = not text or word in ".,»”):;" or text[-1] in "«“„(" or (text[-1:] == word == '"')
        text += word if tight else f" {word}"
    return text


def _agreed(words: Sequence[str], kind: str, code: str, governed: bool) -> list[str]:
    stop = _head(words, kind, code)
    bending = [at for at in range(stop) if _bends(words[at])]
    choices = {at: list(_choices(words[at], kind, code)) for at in bending}
    best, top = None, 0.0
    for case in _CASES[governed:]:
        for gender in ("masc", "femn", "neut", "plur"):
            marks = [
                max((p.score for _, p in choices[at] if _fits(p, case, gender)), default=0.0)
                for at in bending
            ]
            value = sum(marks) / (len(marks) or 1) * (0.0 if 0.0 in marks and kind != "person" else 1.0)
            if value > top + 1e-9:
                best, top = (case, gender), value
    if best is None:
        return list(words)
    found = list(words)
    for at in bending:
        found[at] = _nominative(words[at], choices[at], *best, code)
    return found


def _weight(parse: Parse) -> float:
    """Given names are surer than surnames, which many dictionaries lack."""
    return parse.score * (2.0 if "Name" in parse.tags and parse.known else 1.0)


def _head(words: Sequence[str], kind: str, code: str) -> int:
    """The number of words that agree: all of a person's, else up to the first noun."""
    if kind == "person":
        return len(words)
    for at, word in enumerate(words):
        if not _bends(word):
            return at
        parts = {one.pos for one in parses(word, code)[:_MOST]}
        if "NOUN" in parts and not (parts & {"ADJF", "PRTF"} and at + 1 < len(words)):
            return at + 1
    return len(words)


def _bends(word: str) -> bool:
    return len(word) > 2 and word[0].isalpha() and not word.isascii() and not word.isupper()


def _choices(word: str, kind: str, code: str) -> Iterator[tuple[int, Parse]]:
    """Readings that a name of its kind may have."""
    every = list(enumerate(parses(word, code)[:_MOST]))
    named = [one for one in every if bool(one[1].tags & {"Name", "Surn", "Patr"}) == (kind == "person")]
    yield from (
        (one for one in named if one[1].pos in _BENDING)
        if named
        else (one for one in every if one[1].pos in _BENDING)
    )


def _fits(parse: Parse, case: str, gender: str) -> bool:
    if case not in parse.tags:
        return False
    if gender == "plur":
        return "plur" in parse.tags
    return "plur" not in parse.tags and (gender in parse.tags or "GNdr" in parse.tags or "ms-f" in parse.tags)


def _nominative(word: str, choices: list[tuple[int, Parse]], case: str, gender: str, code: str) -> str:
    for number, parse in choices:
        if _fits(parse, case, gender):
            if case == "nomn":
                return word
            # a surname bends by gender, another noun has but one
            asked = {"nomn", gender} if gender in parse.tags and "Surn" in parse.tags else {"nomn"}
            found = inflected(word, code, number, frozenset(asked)) or inflected(
                word, code, number, frozenset({"nomn"})
            )
            return _cased(found, word) if found else word
    return _ending(word, "", code) if gender == "masc" and case != "nomn" else word


def _cased(low: str, word: str) -> str:
    """``low`` with capitals where ``word`` has them."""
    parts, given = low.split("-"), word.split("-")
    if len(parts) != len(given):
        return low[:1].upper() + low[1:]
    return "-".join(
        part.upper()
        if len(old) > 1 and old.isupper()
        else part[:1].upper() + part[1:]
        if old[:1].isupper()
        else part
        for part, old in zip(parts, given, strict=True)
    )


def _ending(word: str, kind: str, code: str) -> str:
    if not _bends(word):
        return word
    known = _nominatives(kind, code).get(stem(word))
    if known:
        return known
    for oblique, nominative in _endings(code):
        if word.endswith(oblique) and len(word) > len(oblique) + 1:
            return word.removesuffix(oblique) + nominative
    return word


@cache
def _nominatives(kind: str, code: str) -> dict[str, str]:
    """Stem → the form that the lists have; stems that several words share are left out."""
    language, found = langs.get(code), dict[str, str]()
    if language is None:
        return found
    naming, twice = language.naming, set[str]()
    for word in sorted(naming.given if kind == "person" else naming.sites | naming.bodies):
        key = stem(word)
        if key in found:
            twice.add(key)
        found[key] = word
    return {key: word for key, word in found.items() if key not in twice}


def _endings(code: str) -> tuple[tuple[str, str], ...]:
    language = langs.get(code)
    return language.naming.cases if language else ()
