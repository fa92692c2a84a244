"""Keys that the spellings of a word share: over its cases, over sister languages, over scripts.

Four keys, each coarser than the one before. Nobody is joined by a coarse key alone: see
:mod:`letapis.link.joining.union`, where a key that two names of one language share joins nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from letapis.outlets.forms import cyrillic
from letapis.text import fold
from letapis.text.transliterate import latin

__all__ = ["alike", "bones", "plain", "skeletons", "sound", "stem"]

_LONGEST = 60
"""Letters of a word that are looked at; longer words are no names."""
_VOWELS = "аеёиоуыэюяіїєйь"
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN = re.compile(r"[a-z]")
_ADJECTIVE = re.compile(r"(?<=[скцнвйтлм])(?:ого|его|ага|яга|ього)$")
_DATIVE = re.compile(r"(?<=..[^аеиоуыэюяіїєй])(?:ові|еві|єві)$")
_OBLIQUE = re.compile(r"(?:[аеоыиіяюї]м|[аяіыи]х)$")
_FLEETING = re.compile(r"(?<=[бвгґджзклмнпрстфхцчшщь])[еоэіёа]([цк])$")
_SOFT = re.compile(r"(дз|ц)(?=[іеяюьё])")
_DOUBLED = re.compile(r"([^\W\d])\1+")
_ENGLISH = re.compile(r"(?:[’']s|s[’'])$")
_ALIKE = str.maketrans(
    {"э": "е", "є": "е", "ґ": "г", "ъ": "", "ь": "", "ў": "в", "ї": "и", "і": "и", "ы": "и", "й": "и"}
)
_PLAIN = str.maketrans("oywh", "aivg")
_CLASS = re.compile(r"[eiy]+[aou]?|[eiy]+")
_SIGNS = (
    ("shch", "s"), ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("dzh", "j"), ("dj", "j"),
    ("sh", "s"), ("sz", "s"), ("zh", "s"), ("rz", "r"), ("cz", "c"), ("kh", "g"), ("ch", "c"),
    ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "kv"), ("x", "ks"), ("ts", "c"), ("gh", "g"), ("dz", "z"),
)  # fmt: skip
_DENTAL = re.compile(r"(?:ts|dz)(?=[iey])")
_HARD_C = re.compile(r"ts(?=[iey])")
_HARD = re.compile(r"(?<=[ao])u(?=sk|$)(?<!eau)")
_SIBILANT = re.compile(r"c(?=[eiy])")
"""Belarusian ць, дзь, ў in Latin letters; soft c of the west."""
_WEST = re.compile(r"^u(?=[aeio])")
"""What English writes w, before a vowel: "Уоррен", "Воррен"."""
_ONE = str.maketrans("hwzqjc", "gvskgk")


@lru_cache(maxsize=400_000)
def stem(word: str, language: str | None = None) -> str:
    """``word`` without its case ending, folded: one for all cases, in most declensions.

    Every ending goes that could be one, again and again until none is left, so that forms agree
    even where a nominative ends like a case ("Вьетнам"). What is left is no dictionary form.
    Letters that a language writes for the sounds of another (і and и, ў and в) are one.

    >>> {stem(form, "ru") for form in ("Рогач", "Рогача", "Рогачом", "Рогачу")}
    {'рогач'}
    >>> {stem(form, "uk") for form in ("Зарецький", "Зарецького", "Зарецькому")}
    {'зарецк'}
    >>> stem("Вішнеўскай", "be") == stem("Вишневская", "ru")
    True
    """
    low = fold(_ENGLISH.sub("", word[:_LONGEST]))
    slavic = _CYRILLIC.search(low)
    if slavic and _LATIN.search(low):
        low = fold(cyrillic(low))
    if not slavic:
        return _DOUBLED.sub(r"\1", low) if len(low) > 3 else low
    if language == "be":
        low = _SOFT.sub(lambda match: "д" if match[0] == "дз" else "т", low)
    low = _DATIVE.sub("", _ADJECTIVE.sub("", low))
    before = ""
    while low != before:
        before = low
        bare = low.rstrip(_VOWELS)
        low = bare if len(bare) > 1 else low
        cut = _OBLIQUE.sub("", low)
        low = cut if len(cut) > 2 else low
    if len(low) > 3:
        low = _FLEETING.sub(r"\1", low)
    low = low.translate(_ALIKE)
    return _DOUBLED.sub(r"\1", low) if len(low) > 3 else low


def alike(word: str) -> str:
    """``word`` folded, with letters that languages write for one another made one.

    >>> alike("Девід") == alike("Дэвид")
    True
    """
    low = fold(word)
    mixed = _CYRILLIC.search(low) and _LATIN.search(low)
    return (fold(cyrillic(low)) if mixed else low).translate(_ALIKE)


@lru_cache(maxsize=400_000)
def plain(stemmed: str) -> str:
    """Latin letters of a stem, without what languages spell apart: o and a, h and g, i and y.

    >>> plain(stem("Вячорка", "be")), plain(stem("Лосаў", "be")) == plain(stem("Лосов", "ru"))
    ('viacgark', True)
    """
    return _DOUBLED.sub(r"\1", _WEST.sub("v", latin(stemmed)).translate(_PLAIN))


@lru_cache(maxsize=400_000)
def sound(stemmed: str) -> str:
    """The plain letters of a stem with its vowels in three classes: a and o; e, i and ia; u.

    >>> sound(stem("Вячорка", "be")) == sound(stem("Вечорко", "uk"))
    True
    """
    return _CLASS.sub("i", plain(stemmed))


def skeletons(stemmed: str) -> frozenset[str]:
    """The bones that a stem may have: "ts" in Latin letters stands for Belarusian ць or for ц.

    >>> sorted(skeletons(stem("Vatsevich")))
    ['vkvk', 'vtvk']
    """
    other = _HARD_C.sub("ch", stemmed) if "ts" in stemmed and stemmed.isascii() else stemmed
    return frozenset((bones(stemmed), bones(other)))


@lru_cache(maxsize=400_000)
def bones(stemmed: str) -> str:
    """The consonants of a stem, those of one place of speech made one: what Latin spellings share.

    Only the first letter may stand for a vowel. Spellings of one name may still differ in it.

    >>> bones(stem("Shevchuk")), bones(stem("Шевчука", "uk"))
    ('svk', 'svk')
    >>> bones(stem("Tsikhanouskaya")) == bones(stem("Тихановская", "ru"))
    True
    """
    low = _WEST.sub("v", latin(stemmed))
    if low == stemmed:
        low = _SIBILANT.sub("s", _HARD.sub("v", _DENTAL.sub(lambda match: match[0][0], low)))
    for many, one in _SIGNS:
        low = low.replace(many, one)
    low = low.translate(_ONE)
    first = "a" if low[:1] in ("a", "e", "i", "o", "u", "y") else ""
    return first + _DOUBLED.sub(r"\1", re.sub(r"[^bcdfgklmnprstv\d]", "", low))
