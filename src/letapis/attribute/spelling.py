"""How a name sounds, whatever its script, and the dictionary forms that a case form may have."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product

from letapis.outlets.forms import forms
from letapis.text import fold
from letapis.text.transliterate import latin

__all__ = ["alike", "bases", "label", "sound"]

_DIGRAPHS = (
    ("shch", "s"),
    ("sch", "s"),
    ("tch", "c"),
    ("sh", "s"),
    ("ch", "c"),
    ("cz", "c"),
    ("sz", "s"),
    ("zh", "z"),
    ("kh", "g"),
    ("ck", "k"),
    ("ph", "f"),
    ("ts", "c"),
    ("dz", "d"),
    ("x", "ks"),
    ("qu", "kv"),
    ("w", "v"),
    ("h", "g"),
    ("y", "i"),
    ("j", "i"),
)
"""Letters that spellings of one name exchange from script to script: Николай, Mikałaj, Mykola."""
_IOTA = re.compile(r"i(?=[aeou])")
_TWICE = re.compile(r"(.)\1+")
_VOWEL = re.compile(r"[aeiou]")
_LEAST = 4
"""So many consonants, digits included, a name needs before a vowel may differ."""
_ENDS = ("", *"аяоеьйыиі", "ая", "ое", "ае", "ий", "ый", "ія", "ия")
"""What a name's word may end in in the nominative, after what its case ending leaves."""
_LONGEST = 3
_SECOND = frozenset({"ac", "co", "com", "edu", "gov", "in", "info", "net", "org", "press"})
"""Labels under which countries register, as in ``news.com.ua``."""
_MOST = 200
"""So many combinations of dictionary forms of a name's words are looked at."""


@lru_cache(maxsize=100_000)
def sound(name: str) -> str:
    """A name in plain Latin letters and digits, such that most transliterations of it agree.

    >>> sound("Речник"), sound("Рэчнік"), sound("rechnik"), sound("Порт-Инфо"), sound("port-info")
    ('recnik', 'recnik', 'recnik', 'portinfo', 'portinfo')
    >>> sound("Бераг"), sound("bierah"), sound("Maladik-24")
    ('berag', 'berag', 'maladik24')
    """
    plain = "".join(c for c in latin(name) if c.isalnum())
    for many, one in _DIGRAPHS:
        plain = plain.replace(many, one)
    return _TWICE.sub(r"\1", _IOTA.sub("", plain)) if not plain.isdigit() else plain


def alike(a: str, b: str) -> bool:
    """Whether two sounds are of one name: equal, or of equal consonants with a vowel or two changed.

    Short names must be equal.

    >>> alike(sound("Річник"), sound("rechnik")), alike(sound("Рудак"), sound("radok"))
    (True, False)
    >>> alike(sound("Maladik-24"), sound("maladik"))
    False
    """
    if a == b:
        return bool(a)
    if len(a) != len(b) or len(_VOWEL.sub("", a)) < _LEAST:
        return False
    other = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(other) <= max(1, len(a) // 6) and all(x in "aeiou" and y in "aeiou" for x, y in other)


def label(host: str) -> str:
    """The part of a host that its owner chose.

    >>> label("rechnik.example"), label("news.rechnik.com.ua"), label("localhost")
    ('rechnik', 'rechnik', 'localhost')
    """
    parts = host.split(".")
    if len(parts) < 2:
        return host
    deep = len(parts) > 2 and parts[-2] in _SECOND and len(parts[-1]) == 2
    return parts[-3] if deep else parts[-2]


@lru_cache(maxsize=20_000)
def bases(name: str) -> tuple[str, ...]:
    """Folded dictionary forms that ``name`` may be a case form of, itself among them.

    >>> "речник" in bases("Речнику"), "затока" in bases("Затоки"), bases("Rechnik")
    (True, True, ('rechnik',))
    """
    words = [_bases(word) for word in name.split()]
    return tuple(dict.fromkeys(" ".join(some) for some in islice(product(*words), _MOST)))


@lru_cache(maxsize=20_000)
def _bases(word: str) -> tuple[str, ...]:
    folded = fold(word)
    found = [folded]
    if len(folded) > 3 and "\u0400" <= folded[-1] <= "\u052f":
        for cut in range(_LONGEST + 1):
            stem = folded[: len(folded) - cut]
            if len(stem) > 2:
                found += [stem + end for end in _ENDS if folded in forms(stem + end)]
    return tuple(dict.fromkeys(found))
