"""What a word form shows by itself: its shape, its endings, the lists and dictionaries that have it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from letapis import langs
from letapis.langs import Language
from letapis.link.joining.given import spelt
from letapis.link.spotting.places import places
from letapis.link.spotting.stem import plain, stem
from letapis.text.morph import Parse, glance, parses

__all__ = ["CLASSES", "PAD", "Trait", "listed", "trait"]

PAD = ""
"""The word that stands for none: before a sentence and after it."""

_LISTS = (
    ("G", "given"), ("S", "sites"), ("B", "bodies"), ("N", "peoples"), ("T", "titles"),
    ("R", "roles"), ("K", "kin"), ("O", "organisations"), ("P", "places"), ("J", "joints"),
    ("L", "locatives"), ("C", "common"),
)  # fmt: skip
_GRAMMEMES = {"Name": "n", "Surn": "s", "Patr": "p", "Geox": "g", "Orgn": "o", "Abbr": "a"}
_FIRST = "GSBNTRKOPc"
"""Which list names the class of a capitalised word that several have."""
_LOWER = "JLFTRKOPVC"
_MARKS = ".,«»\"“”„()-–—:;!?'’&/#@|"
CLASSES: tuple[str, ...] = (
    PAD,
    *(f"l{flag}" for flag in _LOWER),
    "l",
    *(f"l{part}" for part in ("noun", "adj", "verb")),
    *(f"C{flag}" for flag in _FIRST + "FLJgbpnsotkuC"),
    "C",
    *(f"A{flag}" for flag in "BSGOFcbtku"),
    "A",
    "M",
    "I",
    "0",
    *(f".{mark}" for mark in _MARKS),
    ".",
    "a",
)
"""Classes of words, one a word: the shape, then the first list that has it."""
_PARTS = {
    "NOUN": "noun", "NPRO": "noun", "ADJF": "adj", "PRTF": "adj",
    "VERB": "verb", "INFN": "verb", "GRND": "verb", "PRTS": "verb", "PRED": "verb",
}  # fmt: skip
_SPEECH = frozenset((*_PARTS, "ADJS", "ADVB", "PREP", "CONJ", "PRCL", "NUMR", "INTJ", "COMP"))
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_NUMBERS = {name: number for number, name in enumerate(CLASSES)}
_LONGEST = 40
_BRIEF = 3


class Trait(NamedTuple):
    """What a word form shows."""

    kind: int
    """Its class: a number of :data:`CLASSES`."""
    near: tuple[str, ...]
    """Features for the word itself and its neighbours."""
    far: tuple[str, ...]
    """Features for the words two away."""
    stem: str
    """What its forms share."""


def trait(word: str, language: Language | None) -> Trait:
    """What ``word`` shows in a text of ``language``.

    >>> found = trait("Гомеле", langs.get("ru"))
    >>> CLASSES[found.kind], found.stem
    ('Cg', 'gomel')
    """
    word = word[:_LONGEST]
    shape = _shape(word)
    if shape in ("", ".", "0"):
        return _sign(word, shape)
    owner = word[:1].isascii() and len(word) > 3 and word[-2:] in ("'s", "’s")
    if owner:
        word, shape = word[:-2], _shape(word[:-2])
    key = stem(word)
    flags = _flags(word, key, shape, language)
    code = language.code if language else ""
    if shape == "l":
        kind, parts = _small(flags, glance(word, code))
    else:
        kind, parts = _class(shape, flags), _readings(parses(word, code), flags)
    marks = [f"{shape[0]}={flag}" for flag in flags]
    first = shape[0]
    far = (*marks, f"k{first}{key}", f"c{CLASSES[kind]}", *parts[:1])
    whole = plain(word)
    near = [*far, f"w{first}{whole}"]
    near.extend(f"x{first}{size}{whole[-size:]}" for size in (2, 3, 4) if len(whole) > size)
    near.extend((*parts[1:], *["owner"] * owner))
    near.append(f"h{shape}{min(len(word), 12)}")
    if first != "l":
        near.extend((f"p{first}{whole[:3]}", f"p{first}{whole[:4]}", f"h{shape}"))
        if "-" in word:
            near.extend(f"y{part}" for part in (stem(word.split("-")[0]), stem(word.split("-")[-1])))
            near.append("hyphen")
    return Trait(kind, tuple(dict.fromkeys(near)), tuple(far), key)


def _sign(word: str, shape: str) -> Trait:
    if not shape:
        return Trait(0, ("pad",), ("pad",), "")
    name = "0" if shape == "0" else f".{word}" if f".{word}" in _NUMBERS else "."
    size = f"0{len(word)}" if shape == "0" else f"m{word[:3]}"
    return Trait(_NUMBERS[name], (f"c{name}", size), (f"c{name}",), "")


def _shape(word: str) -> str:
    """What the letters are.

    "l" small, "C" one capital first, "I" a single capital, "A" all capitals, "M" mixed, "0" a number,
    "." a sign; with "a" behind where they are Latin.
    """
    if not word:
        return ""
    head = word[0]
    if head.isdigit():
        return "0"
    if not head.isalpha():
        return "."
    latin = "a" if head.isascii() else ""
    if word.islower():
        return "l" + latin
    bare = word.replace("-", "").replace("'", "").replace("’", "")
    if len(bare) == 1:
        return "I" + latin
    if bare.isupper():
        return "A" + latin
    parts = word.split("-")
    if head.isupper() and all(part[1:].islower() or len(part) < 2 for part in parts):
        return "C" + latin
    return "M" + latin


def _flags(word: str, key: str, shape: str, language: Language | None) -> str:
    """Letters of the lists that have the word."""
    low = word.lower().replace("’", "'")
    found = listed(word, language.code if language else "", key)
    if language and low in language.function:
        found += "F"
    if language and low in language.saying:
        found += "V"
    if shape[0] != "l":
        found += places().get(key, "")
        code = language.code if language else ""
        placed = bool(set(found) & set("bcS"))
        blind = "ns" if code == "uk" else "n"  # the Ukrainian dictionary does not mark places
        for one in parses(word, code)[:6]:
            for grammeme, flag in _GRAMMEMES.items():
                if grammeme in one.tags and flag not in found and one.known:
                    found += "g" if flag in blind and placed else flag
            if one.known and "k" not in found and not one.tags & _GRAMMEMES.keys():
                found += "k"
        if code in ("ru", "uk") and not shape.endswith("a") and not set(found) & set("nspgoak"):
            found += "u"
    return found


def _readings(readings: Sequence[Parse], flags: str) -> list[str]:
    """Part of speech and case, likeliest first, and what a guess by the ending says."""
    found = []
    placed = bool(set(flags) & set("bcS"))
    for rank, one in enumerate(readings[:3]):
        case = next((case for case in _CASES if case in one.tags), "")
        name = "".join(flag for grammeme, flag in _GRAMMEMES.items() if grammeme in one.tags)
        if placed and name == "n":
            name = "g"
        if rank == 0:
            found.append(f"m{one.pos}{case}{name}{'' if one.known else '?'}")
        found.append(f"n{one.pos}{name}{'' if one.known else '?'}")
    return found


def _small(flags: str, readings: Sequence[frozenset[str]]) -> tuple[int, list[str]]:
    """Class and features of a word in small letters by what the dictionary has of it."""
    parts = {part for tags in readings for part in _SPEECH & tags}
    cases = {case for tags in readings for case in _CASES if case in tags}
    flag = next((flag for flag in _LOWER if flag in flags), "")
    sorts = {_PARTS.get(part, "") for part in parts}
    kind = f"l{flag or (sorts.pop() if len(sorts) == 1 else '')}"
    features = [f"m{'|'.join(sorted(parts))}"] if parts else []
    return _NUMBERS[kind], features + [f"n{case}" for case in sorted(cases)]


def _class(shape: str, flags: str) -> int:
    first = shape[0]
    if first in "MI":
        return _NUMBERS[first]
    order = {"l": _LOWER, "C": _FIRST + "FLJgbpnsotkuC", "A": "BSGOFcbtku"}[first]
    flag = next((flag for flag in order if flag in flags), "")
    return _NUMBERS["a" if shape == "la" and not flag else first + flag]


def listed(word: str, code: str, key: str = "") -> str:
    """Letters of the lists of a language that have the word; words of three letters as they are only.

    >>> listed("министру", "ru")
    'R'
    """
    return (
        _lists(code).get(key or stem(word), "")
        if len(word) > _BRIEF
        else _lists(code).get(f"={plain(word)}", "")
    )


@cache
def _lists(code: str) -> Mapping[str, str]:
    """Stem of a word of the language's lists → the letters of the lists."""
    found: dict[str, str] = {}
    language = langs.get(code)
    naming = language.naming if language else None
    for flag, name in _LISTS:
        for word in getattr(naming, name, ()):
            key = stem(word.replace("’", "'")) if len(word) > _BRIEF else f"={plain(word)}"
            if flag not in found.get(key, ""):
                found[key] = found.get(key, "") + flag
    for word in spelt() if naming and naming.given else ():
        key = stem(word.capitalize())
        if word.isascii() == (code == "en") and len(word) > _BRIEF and "G" not in found.get(key, ""):
            found[key] = found.get(key, "") + "G"
    return found
