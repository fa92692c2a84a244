"""Invented languages: words made from syllables, as frequent as words of news are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

__all__ = ["FORMS", "LANGUAGES", "Lexicon", "lexicon", "slip"]

FORMS = 5
"""Every unit is written in five ways: plain, before a comma, capital, before a stop, before a break."""
WORDS = 60_000
PHRASES = 4_000
FOLLOWERS = 6
_PHRASED = 0.06  # share of units that are ready phrases: names with titles, formulas
_STEEP, _FLAT = 1.03, 2.7  # Zipf-Mandelbrot: probability ~ 1 / (rank + flat) ** steep

LANGUAGES: dict[str, tuple[str, str, str]] = {
    "ru": (
        "б в г д ж з к л м н п р с т ф х ц ч ш щ ст пр тр кр вл",
        "а е и о у ы э ю я",
        "а ы у ой ого ому ом ов ами ать ет ил ла но ый ая ое ния ность",
    ),
    "uk": (
        "б в г д ж з к л м н п р с т ф х ц ч ш щ ґ зв пр тр кр ст",
        "а е є и і ї о у ю я",
        "а и у ою ого ому ів ами ати є ив ла но ий а є ння ість",
    ),
    "be": (
        "б в г д ж з к л м н п р с т ф х ц ч ш дз дж пр тр кр ст",
        "а е ё і о у ы э ю я",
        "а ы у ай ага аму аў амі аць е іў ла на ы ая ае нне асць",
    ),
    "en": (
        "b c d f g h k l m n p r s t v w ch sh th st pr tr cl",
        "a e i o u ea ou ai",
        "s ed ing er ly al ion ment ous est y",
    ),
}
"""Language → onsets, vowels, endings."""


@dataclass(frozen=True)
class Lexicon:
    """The units of a language, the most frequent first, and what likes to follow each.

    ``forms[unit * FORMS + form]`` is how a unit is written; ``mass`` is the running sum of the
    units' probabilities; ``followers`` has ``FOLLOWERS`` units for each, the likeliest first.
    """

    language: str
    forms: list[str]
    mass: npt.NDArray[np.float64]
    followers: npt.NDArray[np.int32]

    def draw(self, rng: np.random.Generator, size: int) -> npt.NDArray[np.int64]:
        """Units by their frequency, each independent of the others."""
        units: npt.NDArray[np.int64] = np.searchsorted(self.mass, rng.random(size) * self.mass[-1])
        return units

    def line(self, rng: np.random.Generator, words: int) -> str:
        """A line of units, as it stands in the furniture of a page."""
        units = self.draw(rng, words).tolist()
        return " ".join(self.forms[unit * FORMS + (0 if n else 2)] for n, unit in enumerate(units))


@cache
def lexicon(language: str, seed: int = 0) -> Lexicon:
    """The units of an invented language, the same for a seed.

    >>> lexicon("be").forms[:FORMS] == lexicon("be", 0).forms[:FORMS]
    True
    """
    rng = np.random.default_rng([seed, list(LANGUAGES).index(language)])
    onsets, vowels, endings = (part.split() for part in LANGUAGES[language])
    syllables = [onset + vowel for onset in onsets for vowel in vowels]
    words = _words(rng, syllables, onsets, endings)
    mass = 1 / (np.arange(WORDS) + _FLAT) ** _STEEP
    mass /= mass.sum()
    phrases = _phrases(rng, words, np.cumsum(mass))
    told = 1 / (np.arange(PHRASES) + 8.0) ** 0.9
    told /= told.sum()
    total = np.cumsum(np.concatenate([mass * (1 - _PHRASED), told * _PHRASED]))
    units = words + phrases
    followers = np.searchsorted(total, rng.random((len(units), FOLLOWERS)) * total[-1]).astype(np.int32)
    return Lexicon(language, [form for unit in units for form in written(unit)], total, followers)


def written(unit: str) -> tuple[str, ...]:
    """A unit in its five forms.

    >>> written("mora")
    ('mora', 'mora,', 'Mora', 'mora.', 'mora.\\n')
    """
    return unit, f"{unit},", unit[0].upper() + unit[1:], f"{unit}.", f"{unit}.\n"


def slip(word: str, at: int) -> str:
    """A word with two neighbouring letters exchanged, or one doubled.

    >>> slip("mora", 1), slip("moor", 1)
    ('mroa', 'mooor')
    """
    at %= max(1, len(word) - 1)
    pair = word[at : at + 2]
    return word[:at] + (pair[::-1] if pair != pair[::-1] else pair[:1] + pair) + word[at + 2 :]


def _words(
    rng: np.random.Generator, syllables: list[str], onsets: list[str], endings: list[str]
) -> list[str]:
    """Different words, the frequent ones short, stems recurring with several endings."""
    found: dict[str, None] = dict.fromkeys(s for s in syllables[:: max(1, len(syllables) // 60)])
    while len(found) < WORDS:
        lengths = np.minimum(rng.poisson(0.7, 8192) + 1 + (len(found) > 300), 5).tolist()
        parts = rng.integers(len(syllables), size=(8192, 5)).tolist()
        tails = rng.integers(len(endings), size=(8192, 3)).tolist()
        for length, row, tail in zip(lengths, parts, tails, strict=True):
            stem = "".join(syllables[at] for at in row[:length]) + onsets[row[4] % len(onsets)]
            found.update((stem + endings[at], None) for at in tail[: 1 if len(found) < 300 else 3])
    return list(found)[:WORDS]


def _phrases(rng: np.random.Generator, words: list[str], mass: npt.NDArray[np.float64]) -> list[str]:
    """Two to five words in a row, half of them ending in a name."""
    rows = np.searchsorted(mass, rng.random((PHRASES, 5)) * mass[-1]).tolist()
    lengths = rng.integers(2, 6, PHRASES).tolist()
    named = (rng.random(PHRASES) < 0.5).tolist()
    return [
        " ".join(
            words[at].capitalize() if name and n >= length - 2 else words[at]
            for n, at in enumerate(row[:length])
        )
        for row, length, name in zip(rows, lengths, named, strict=True)
    ]
