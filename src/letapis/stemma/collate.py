"""One reading out of many for a sentence: independent branches vote, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from letapis.stemma.opcodes import opcodes
from letapis.stemma.spelling import Spelling, weight
from letapis.stemma.units import words
from letapis.text import Token

__all__ = ["Piece", "Version", "collate"]

SPELT, LEVEL = 3.0, 0.4
"""Weight of a word's spelling against the voices for it, and what a word of the base is worth more."""
FULL = 0.9
"""A reading of less than this share of the longest one's words is cut, and stands for nothing."""


@dataclass(frozen=True, slots=True)
class Version:
    """What one witness has for a sentence."""

    doc_id: str
    start: int
    stop: int
    text: str
    tokens: tuple[Token, ...]
    """Offsets from the beginning of ``text``."""
    voice: bool
    """Whether it counts as evidence of its own: its parent does not hold the sentence."""
    rank: int
    """Place of its witness, the best first."""

    @property
    def forms(self) -> tuple[str, ...]:
        """Its words, folded."""
        return tuple(token.form for token in self.tokens)

    @classmethod
    def cut(cls, doc_id: str, text: str, start: int, stop: int, voice: bool, rank: int) -> Version:
        """The version that stands at ``start``–``stop`` of a document's ``text``."""
        part = text[start:stop]
        return cls(doc_id, start, stop, part, words(part), voice, rank)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a witness that goes into the restored text."""

    doc_id: str
    start: int
    stop: int
    agreement: int


def collate(versions: Sequence[Version], known: Spelling) -> list[Piece]:
    """The sentence as most independent versions have it, in pieces of as few witnesses as can be.

    The version that the voices differ least from is the base; a word of it gives way where more
    voices agree on another, or nearly as many on one that is spelt much more like the rest of the
    report (``known``): slips make odd words.

    >>> from letapis.stemma.spelling import spelling
    >>> made = [Version.cut(d, t, 0, len(t), True, i) for i, (d, t) in enumerate([
    ...     ("a", "Мост зарыли в среду."), ("b", "Мост закрыли в срдеу."), ("c", "Мсот закрыли в среду.")])]
    >>> texts = {v.doc_id: v.text for v in made}
    >>> "".join(texts[p.doc_id][p.start : p.stop] for p in collate(made, spelling([])))
    'Мост закрыли в среду.'
    """
    longest = max(len(v.tokens) for v in versions)
    full = [v for v in versions if len(v.tokens) >= FULL * longest]
    voices = [v for v in full if v.voice] or full
    votes = Counter(v.forms for v in voices)
    base = _base(full, votes, known)
    swaps = _swaps(base, voices, known)
    agreement = votes[base.forms] + (0 if votes[base.forms] else 1)
    pieces: list[Piece] = []
    at = 0
    for index, (other, word, count) in sorted(swaps.items()):
        mine = base.tokens[index]
        if mine.start > at:
            pieces.append(Piece(base.doc_id, base.start + at, base.start + mine.start, agreement))
        pieces.append(Piece(other.doc_id, other.start + word.start, other.start + word.stop, count))
        at = mine.stop
    if at < len(base.text):
        pieces.append(Piece(base.doc_id, base.start + at, base.stop, agreement))
    return pieces


def _base(full: Sequence[Version], votes: Mapping[tuple[str, ...], int], known: Spelling) -> Version:
    """The version the voices differ least from; of equals, the one printed alike most often."""
    forms = sorted({v.forms for v in full}, key=lambda f: (-votes.get(f, 0), f))[:12]
    apart = {f: sum(n * _distance(f, g) for g, n in votes.items()) for f in forms}
    least = min(apart.values())
    level = [f for f in forms if apart[f] == least]
    best = max(level, key=lambda f: (-_doubled(f), len(f), _spelt(f, known), len("".join(f)), f))
    printed = Counter(v.text for v in full if v.forms == best)
    same = [v for v in full if v.forms == best]
    return min(same, key=lambda v: (-printed[v.text] - (v.text[-1:] in '.!?»”"'), v.rank, v.doc_id))


def _distance(a: Sequence[str], b: Sequence[str]) -> int:
    if a == b:
        return 0
    return sum(max(j - i, n - m) for tag, i, j, m, n in opcodes(a, b) if tag != "equal")


def _swaps(
    base: Version, voices: Sequence[Version], known: Spelling
) -> dict[int, tuple[Version, Token, int]]:
    """Words of the base that another form outvotes: index → version, its word, voices for it."""
    counts: dict[int, Counter[str]] = {}
    source: dict[tuple[int, str], tuple[Version, Token]] = {}
    for voice in sorted(voices, key=lambda v: (v.rank, v.doc_id)):
        for i, token in _aligned(base, voice):
            counts.setdefault(i, Counter())[token.form] += 1
            source.setdefault((i, token.form), (voice, token))
    found = {}
    for i, votes in counts.items():
        mine = base.tokens[i].form
        worth = {form: weight(n, known.likely(form), SPELT) for form, n in votes.items()}
        best = max(votes, key=lambda form: (round(worth[form], 6), form == mine, len(form), form))
        if best != mine and worth[best] > worth.get(mine, 0.0) + LEVEL:
            version, token = source[i, best]
            found[i] = (version, token, votes[best])
    return found


def _doubled(forms: Sequence[str]) -> int:
    """How many words stand twice in a row: a slip of the hand."""
    return sum(a == b for a, b in pairwise(forms))


def _spelt(forms: Sequence[str], known: Spelling) -> float:
    return sum(known.likely(form) for form in forms) / max(1, len(forms))


def _aligned(base: Version, voice: Version) -> list[tuple[int, Token]]:
    if base.forms == voice.forms:
        return list(enumerate(voice.tokens))
    found: list[tuple[int, Token]] = []
    for tag, i, j, m, n in opcodes(base.forms, voice.forms):
        if tag == "equal" or (tag == "replace" and j - i == n - m):
            found.extend((i + k, voice.tokens[m + k]) for k in range(j - i))
    return found
