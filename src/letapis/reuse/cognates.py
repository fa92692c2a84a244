"""What a sentence and its translation share without a dictionary: numbers, months, names, cognates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
import numpy.typing as npt

from letapis import langs
from letapis.text.transliterate import latin, skeleton

__all__ = ["NAME", "NUMBER", "WORD", "Cognates", "kept", "prefix"]

NUMBER, NAME, WORD = 0, 1, 2
_KEPT = (0.75, 0.48, 0.09)
"""How often a translation has a number, a name, a word's key (measured on sentences of seven languages)."""
_KEPT_NOUN = 0.35
"""The second for languages that write every noun with a capital."""
_KIN = (
    (frozenset({"be", "bg", "cs", "hr", "mk", "pl", "ru", "sk", "sl", "sr", "uk"}), (0.75, 0.48, 0.18)),
    (frozenset({"be", "ru", "uk"}), (0.75, 0.68, 0.22)),
)
"""The same among languages that are kin; the last that holds counts."""
_CAPITAL_NOUNS = frozenset({"de", "lb"})
_TOKEN = re.compile(r"\d+(?:[.,\u00a0 ]\d{3})*(?:[.,]\d+)?|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_MONTHS = 12
_REMEMBERED = 500_000
"""So many words are kept with their keys; then the store is begun anew."""
_LONG = 40
"""A longer word is no word: it gives no key."""
_TWINS = str.maketrans("hwzcqyj", "gvskkii")
_PAIRS = (
    ("shch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "c"), ("zh", "s"), ("cz", "c"), ("sz", "s"),
    ("ph", "f"), ("th", "t"), ("kh", "g"), ("ck", "k"), ("qu", "kv"), ("x", "ks"), ("ts", "s"),
)  # fmt: skip
_ENDINGS = re.compile(
    r"(?:iem|ego|emu|ami|ach|owi|ów|om|em|ie|ej|ym|im|ams|oms|ose|uose|ais|omis|iaus|aus|iui|ui|ius|ios|ias|yje"
    r"|oje|as|is|ys|us|os|es|ės|en|er|’s|'s|s|[aeiouyąęįųūėó])$"
)


def prefix(word: str) -> str:
    """The first four sounds of a word in Latin letters; empty where it has fewer.

    Letters that stand for one another from language to language (z and s, c and k, y, j and i) are
    one, and so are doubled ones.

    >>> prefix("Президент"), prefix("prezydentas"), prefix("President")
    ('pres', 'pres', 'pres')
    >>> prefix("кот")
    ''
    """
    plain = latin(word)
    for many, one in _PAIRS:
        plain = plain.replace(many, one)
    plain = re.sub(r"(.)\1+", r"\1", plain.translate(_TWINS))
    return plain[:4] if len(plain) >= 4 else ""


def _bare(word: str) -> str:
    """A word in Latin script without its case ending; Cyrillic ones lose theirs in ``skeleton``."""
    return _ENDINGS.sub("", word, count=1) if len(word) > 5 and word[0] < "\u0370" else word


@cache
def _function() -> frozenset[str]:
    return frozenset().union(*(language.function for language in langs.languages()))


@cache
def _months(code: str | None) -> tuple[re.Pattern[str], ...]:
    language = langs.get(code)
    return tuple(re.compile(stem) for stem in language.months) if language else ()


def kept(languages: Sequence[str]) -> npt.NDArray[np.float64]:
    """How often a translation keeps a key: by language, the other's language, and class of the key.

    >>> kept(["de", "ru", "uk"])[1].round(2).tolist()
    [[0.75, 0.48, 0.09], [0.75, 0.68, 0.22], [0.75, 0.68, 0.22]]
    """
    found = np.tile(_KEPT, (len(languages), len(languages), 1))
    for i, one in enumerate(languages):
        if one in _CAPITAL_NOUNS:
            found[i, :, NAME] = _KEPT_NOUN
        for j, other in enumerate(languages):
            for kin, shares in _KIN:
                if one in kin and other in kin:
                    found[i, j] = shares
    return found


@dataclass
class Cognates:
    """Keys that spellings of one thing share across languages, numbered as they are met.

    >>> keys = Cognates()
    >>> ru = dict(keys.of("Дэвид Грин купил 350 овец", "ru"))
    >>> en = dict(keys.of("David Green bought 350 sheep", "en"))
    >>> sorted(keys.names[key] for key in ru.keys() & en.keys())
    ['350', 'dvd', 'grn']
    """

    names: list[str] = field(default_factory=lambda: [f"month {number}" for number in range(1, _MONTHS + 1)])
    """The key of each number; those that are no digits are skeletons, or prefixes after ``^``."""
    _numbers: dict[str, int] = field(default_factory=dict)
    _seen: dict[tuple[str, str | None], tuple[int, ...]] = field(default_factory=dict)

    def of(self, sentence: str, code: str | None) -> Iterator[tuple[int, int]]:
        """(key, class) of the numbers, names and other long words of a sentence, in order.

        A word is a name where it begins with a capital; it gives up to two keys.
        """
        seen = self._seen
        for match in _TOKEN.finditer(sentence):
            word = match[0]
            if word[0].isdigit():
                yield self._number(re.sub(r"\D", "", word)[:_LONG]), NUMBER
                continue
            found = seen.get((word, code))
            if found is None:
                if len(seen) >= _REMEMBERED:
                    seen.clear()
                found = seen[word, code] = tuple(self._keys(word, code))
            kind = NAME if word[0].isupper() else WORD
            for key in found:
                yield key, NUMBER if key < _MONTHS else kind

    def _keys(self, word: str, code: str | None) -> Iterator[int]:
        low = word.lower()
        if len(low) > _LONG or low in _function():
            return
        for number, month in enumerate(_months(code), 1):
            if month.match(low):
                yield number - 1
                return
        if key := skeleton(_bare(low)):
            yield self._number(key)
        if key := prefix(low):
            yield self._number("^" + key)

    def _number(self, name: str) -> int:
        number = self._numbers.setdefault(name, len(self.names))
        if number == len(self.names):
            self.names.append(name)
        return number
