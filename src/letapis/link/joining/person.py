"""A person's name taken apart: given name, father's name, surname, sex."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from letapis.link.joining.given import given, listed, patronymic
from letapis.link.joining.key import bones, plain, stem
from letapis.text import fold

__all__ = ["Person", "person"]

_PART = re.compile(r"([^\W\d_]+(?:[’'ʼ`´\-\u2010\u2011][^\W\d_]+)*)(\.?)")
_NUMBER = re.compile(r"[IVXІХ]{1,6}")
_HYPHEN = re.compile(r"[-\u2010\u2011]")
_MOST = 200
"""Code points of a name that are looked at."""
_PARTICLES = frozenset(
    [
        "фон",
        "ван",
        "де",
        "да",
        "ди",
        "дер",
        "ден",
        "дель",
        "аль",
        "ибн",
        "бин",
        "бен",
        "эль",
        "уль",
        "ла",
        "ле",
        "von",
        "van",
        "de",
        "da",
        "di",
        "der",
        "den",
        "del",
        "al",
        "el",
        "ibn",
        "bin",
        "ben",
        "la",
        "le",
        "du",
        "dos",
        "ul",
        "fon",
        "ад",
        "ас",
        "аш",
        "ар",
        "ur",
    ]
)
_AFTER = frozenset(
    ["jr", "sr", "мл", "ст", "младший", "старший", "малодшы", "старэйшы", "молодший", "старший"]
)
_FEMALE = re.compile(
    r"(?:[скцґ]ая|[сц]кой|[сц]кую|[сц]кою|[сц]ька|[сц]ькою|[сц]ьку|[сц]ької|[сц]кай|[сц]каю"
    r"|[оеыи]вой|овою|евой|евою|иной|иною|овай|евай|інай|ынай|авай|іною|овій|евій|іній|ової|євої|евої)$"
)
_MALE = re.compile(
    r"(?:[сц]к(?:ий|ого|ому|им|ом)|[сц]ьк(?:ий|ого|ому|им)|[сц]к(?:і|ага|аму|ім)"
    r"|[оеє]в(?:ым|им)?|ин(?:ым)?|ын(?:ым)?|ін(?:им|ым)?|[оае]ў|[ае]вым|[оеє]вим|ович|евич|[иі]ч(?:а|у|ем|ам))$"
)


@dataclass(frozen=True, slots=True)
class Person:
    """What one form of a person's name says."""

    given: str | None
    """The given name's English form where it is listed, else its plain key; None for an initial."""
    initial: str | None
    """First letter of the given name as written, in Latin letters."""
    surname: str | None
    """Stem of the surname, all of its words; None where only a given name stands."""
    father: str | None
    """The first consonants of the father's name, one letter for an initial."""
    sex: str | None
    """m, f or None."""
    language: str | None
    """Of the text."""
    written: str | None = None
    """The plain key of the given name as it is written; None for an initial."""
    listed: bool = False
    """Whether the given name is a listed one."""

    @property
    def full(self) -> bool:
        """Whether given name and surname are both written out."""
        return self.surname is not None and self.given is not None


@lru_cache(maxsize=400_000)
def person(surface: str, language: str | None = None) -> Person | None:
    """``surface`` taken apart; None where there is no word in it.

    Given names are known by :func:`given`; where none is listed, the first word is one. A single
    word is a surname, unless it is a listed given name.

    >>> person("Аляксандру Рупару", "be")
    Person(given='alexander', initial='a', surname='рупар', father=None, sex=None, language='be', \
written='aliaksandr', listed=True)
    >>> person("Рупар А. Б.", "ru").initial, person("Вольга", "be").surname
    ('a', None)
    >>> person("Зора Рогачевская", "ru").sex
    'f'
    """
    found = [(match[1], bool(match[2])) for match in _PART.finditer(surface[:_MOST])]
    number = next((fold(word) for word, _ in found[1:] if _NUMBER.fullmatch(word)), None)
    words = [pair for pair in found if fold(pair[0]) not in _AFTER and not _NUMBER.fullmatch(pair[0])]
    if not words:
        return None
    letters = [fold(word)[0] for word, dot in words if len(word) == 1 or (dot and len(word) == 2)]
    whole = [word for word, dot in words if len(word) > 1 and not (dot and len(word) == 2)]
    if len(whole) < 2:
        return _short(whole[0] if whole else words[-1][0], letters, number, language)
    whole, father = _father(whole)
    if not whole[1:]:
        return _short(whole[0], letters, number, language, father)
    first = 0 if given(whole[0]) or not given(whole[-1]) else len(whole) - 1
    rest = whole[1:] if first == 0 else whole[:-1]
    family = [word for word in rest if fold(word) not in _PARTICLES] or rest
    last = family[-1]
    name, sex = _given(whole[first], last)
    return Person(
        name,
        plain(fold(whole[first])[0]),
        _surname(last, language),
        father,
        sex,
        language,
        plain(stem(whole[first], language)),
        bool(given(whole[first])),
    )


def _short(
    word: str, letters: list[str], number: str | None, language: str | None, father: str | None = None
) -> Person:
    """One word written out, with initials, a ruler's number, a father's name or nothing."""
    names = given(word)
    if (number or father or not letters) and names:
        name, sex = _given(word, "")
        return Person(name, plain(fold(word)[0]), number, father, sex, language)
    if number:
        return Person(plain(stem(word, language)), plain(fold(word)[0]), number, None, None, language)
    mark = plain(letters[0])[:1] if letters else None
    return Person(None, mark, _surname(word, language), None, _sex(word), language)


def _father(words: list[str]) -> tuple[list[str], str | None]:
    """``words`` without a father's name, and that name's key."""
    words = words[:6]
    if len(words) > 2:
        for at in (1, len(words) - 1):
            key = patronymic(words[at])
            if key and (at == 1 or given(words[at - 1])):
                return words[:at] + words[at + 1 :], key
    elif given(words[0]):
        key = patronymic(words[1])
        if key and key in _fathers():
            return words[:1], key
    return words, None


@cache
def _fathers() -> frozenset[str]:
    return frozenset(bones(stem(name))[:3] for name in listed())


def _given(word: str, surname: str) -> tuple[str, str | None]:
    """A given name's key, and the bearer's sex as far as the two words tell."""
    names = given(word)
    sex = _sex(surname) if surname else None
    if not names:
        return plain(stem(word)), sex
    fit = {one for one in names if sex in (None, one[1])} or names
    sexes = {one[1] for one in fit}
    return min(fit)[0], sexes.pop() if len(sexes) == 1 else sex


def _surname(word: str, language: str | None) -> str:
    parts = [part for part in _HYPHEN.split(word) if fold(part) not in _PARTICLES] or [word]
    return "-".join(stem(part, language) for part in parts)


def _sex(surname: str) -> str | None:
    low = fold(surname)
    if _FEMALE.search(low):
        return "f"
    return "m" if _MALE.search(low) else None
