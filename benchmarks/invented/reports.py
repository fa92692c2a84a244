"""Invented reports: sentences of a chain in which words like each other's company."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from benchmarks.invented.lexicon import FOLLOWERS, FORMS, LANGUAGES, Lexicon, slip

__all__ = ["Piece", "edited", "part", "reports"]

Codes = npt.NDArray[np.int64]

LONGEST = 26
_LIKED = 0.38  # how often a word is one that likes to follow the one before
_OWN = 0.045  # share of words that are a report's own: names, numbers


@dataclass(frozen=True)
class Piece:
    """A text as codes of a lexicon's forms, and the sentence of the report that each word is of."""

    codes: Codes
    sentence: Codes

    def carried(self) -> list[int]:
        """The sentences of which there are at least eight words, or most."""
        found, counts = np.unique(self.sentence[self.sentence >= 0], return_counts=True)
        return [int(number) for number, count in zip(found, counts, strict=True) if count >= 8]


def reports(rng: np.random.Generator, lexicon: Lexicon, forms: list[str], count: int) -> list[Piece]:
    """``count`` reports of about 230 words; their own words are appended to ``forms``."""
    sentences = np.clip(np.exp(rng.normal(2.45, 0.55, count)), 4, 70).astype(np.int64)
    total = int(sentences.sum())
    lengths = np.clip(rng.normal(15, 5, total), 6, LONGEST).astype(np.int64)
    owner = np.repeat(np.arange(count), sentences)
    units = _chain(rng, lexicon, total)
    form = np.where(rng.random(units.shape) < 0.07, 1, 0)
    form[:, 0] = 2
    form[np.arange(total), lengths - 1] = np.where(rng.random(total) < 0.3, 4, 3)
    own = _own(rng, lexicon, forms, count)[owner[:, None], rng.integers(6, size=units.shape)]
    codes = np.where(rng.random(units.shape) < _OWN, own, units) * FORMS + form
    there = np.arange(LONGEST)[None, :] < lengths[:, None]
    flat = codes[there]
    first = np.concatenate([[0], np.cumsum(sentences)])
    number = np.repeat(np.arange(total) - first[owner], lengths)
    bounds = np.concatenate([[0], np.cumsum(lengths)])[first]
    return [Piece(flat[a:b], number[a:b]) for a, b in pairwise(bounds.tolist())]


def _chain(rng: np.random.Generator, lexicon: Lexicon, total: int) -> Codes:
    """Units of ``total`` sentences, a row each."""
    units = np.empty((total, LONGEST), np.int64)
    units[:, 0] = lexicon.draw(rng, total)
    for at in range(1, LONGEST):
        fresh = lexicon.draw(rng, total)
        which = np.minimum(rng.geometric(0.45, total) - 1, FOLLOWERS - 1)
        liked = lexicon.followers[units[:, at - 1], which]
        units[:, at] = np.where(rng.random(total) < _LIKED, liked, fresh)
    return units


def _own(rng: np.random.Generator, lexicon: Lexicon, forms: list[str], count: int) -> Codes:
    """Six new units a report: four names and two numbers."""
    onsets, vowels, _ = (part.split() for part in LANGUAGES[lexicon.language])
    base = len(forms) // FORMS
    parts = rng.integers(1 << 30, size=(count * 6, 6)).tolist()
    for n, row in enumerate(parts):
        if n % 6 < 4:
            word = "".join(
                onsets[a % len(onsets)] + vowels[b % len(vowels)]
                for a, b in zip(row[0:6:2], row[1:6:2], strict=True)
            ).capitalize()
        else:
            word = str(row[0] % (10 ** (1 + row[1] % 5)))
        forms += (word, f"{word},", word, f"{word}.", f"{word}.\n")
    return (base + np.arange(count * 6)).reshape(count, 6)


def edited(rng: np.random.Generator, lexicon: Lexicon, forms: list[str], piece: Piece, rate: float) -> Piece:
    """The piece with a share of its words left out, exchanged, misspelt or added; ends are kept."""
    chance = rng.random(len(piece.codes))
    chance[piece.codes % FORMS > 1] = 1.0  # sentence ends and beginnings stay
    codes = piece.codes.copy()
    for at in np.flatnonzero(chance < 0.1 * rate).tolist():
        forms.extend([slip(forms[int(codes[at])], at)] * FORMS)
        codes[at] = len(forms) - FORMS
    other = (chance >= 0.1 * rate) & (chance < 0.5 * rate)
    codes[other] = lexicon.draw(rng, int(other.sum())) * FORMS
    keep = (chance < 0.5 * rate) | (chance >= 0.8 * rate)
    codes, sentence = codes[keep], piece.sentence[keep]
    more = np.flatnonzero(rng.random(len(codes)) < 0.2 * rate)
    added = lexicon.draw(rng, len(more)) * FORMS
    return Piece(np.insert(codes, more, added), np.insert(sentence, more, sentence[more]))


def part(piece: Piece, first: int, stop: int) -> Piece:
    """The sentences ``first`` to ``stop`` of a piece."""
    wanted = (piece.sentence >= first) & (piece.sentence < stop)
    return Piece(piece.codes[wanted], piece.sentence[wanted])
