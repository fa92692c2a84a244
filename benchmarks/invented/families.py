"""What becomes of an invented report: reprints, teasers, excerpts, quotations, extended copies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.invented.lexicon import FORMS, Lexicon
from benchmarks.invented.reports import Codes, Piece, edited, part, reports

__all__ = ["KINDS", "Drawer", "Witness", "sizes"]

KINDS = {"reprint": 0.3, "edited": 0.3, "teaser": 0.16, "extended": 0.08, "excerpt": 0.08, "quotation": 0.08}
"""Kind of copy → its share of copies."""
_STEEP, _LARGEST = 2.5, 250  # a family has k documents with a probability ~ k ** -2.5
_GOLDEN = 0.6180339887498949


@dataclass(frozen=True)
class Witness:
    """A document to be: its text, which sentences of which reports it carries, and whence."""

    codes: Codes
    carries: dict[str, list[int]]
    kind: str
    source: int | None
    marks: tuple[int, int] | None = None
    """First and last word of what it puts between quotation marks."""


def sizes(start: int, count: int) -> tuple[list[int], int]:
    """Family sizes that add up to ``count``, and where to go on.

    Drawn by the golden ratio, not by chance, so that the share of copies is the same in a heap of
    any size.

    >>> sizes(0, 10)[0]
    [1, 1, 2, 1, 1, 1, 1, 2]
    """
    chances = np.cumsum(np.arange(1, _LARGEST + 1) ** -_STEEP)
    found, left = [], count
    while left:
        start += 1
        size = min(left, int(np.searchsorted(chances, (start * _GOLDEN) % 1 * chances[-1])) + 1)
        found.append(size)
        left -= size
    return found, start


class Drawer:
    """Draws witnesses in one language; ``forms`` grows by words that only these texts have."""

    def __init__(self, rng: np.random.Generator, lexicon: Lexicon) -> None:
        self._rng = rng
        self._lexicon = lexicon
        self.language = lexicon.language
        self.forms = list(lexicon.forms)
        self._spare: list[Piece] = []

    def pieces(self, count: int) -> list[Piece]:
        """New reports."""
        return reports(self._rng, self._lexicon, self.forms, count)

    def family(self, report: str, piece: Piece, size: int) -> list[Witness]:
        """A report and its copies; a copy in three is taken from another copy that has the whole."""
        original = Witness(piece.codes, {report: piece.carried()}, "original", None)
        found, whole = [original], [(0, piece)]
        kinds = self._rng.choice(len(KINDS), size - 1, p=list(KINDS.values())).tolist()
        for kind in (list(KINDS)[number] for number in kinds):
            source, text = whole[0 if self._rng.random() < 0.67 else int(self._rng.integers(len(whole)))]
            witness, copied = self._copy(report, text, kind, source)
            if kind in ("reprint", "edited"):
                whole.append((len(found), copied))
            found.append(witness)
        return found

    def _copy(self, report: str, piece: Piece, kind: str, source: int) -> tuple[Witness, Piece]:
        rng = self._rng
        if kind == "reprint":
            copied = piece
        elif kind == "edited":
            copied = edited(rng, self._lexicon, self.forms, piece, 0.15 * rng.random())
        elif kind == "teaser":
            stop = min(len(piece.codes), int(rng.integers(28, 45)))
            copied = Piece(piece.codes[:stop], piece.sentence[:stop])
        elif kind == "extended":
            return self._extended(report, piece, source)
        else:
            return self._hosted(report, piece, kind, source)
        return Witness(copied.codes, {report: copied.carried()}, kind, source), copied

    def _extended(self, report: str, piece: Piece, source: int) -> tuple[Witness, Piece]:
        copied = edited(self._rng, self._lexicon, self.forms, piece, 0.03)
        more = part(self._host(), 0, 5)
        codes = np.concatenate([copied.codes, more.codes])
        return Witness(codes, {report: copied.carried()}, "extended", source), copied

    def _hosted(self, report: str, piece: Piece, kind: str, source: int) -> tuple[Witness, Piece]:
        """Three sentences, or one between quotation marks, inside a report of its own."""
        last = int(piece.sentence[-1]) + 1
        number = 3 if kind == "excerpt" else 1
        lengths = np.bincount(piece.sentence, minlength=last)
        first = int(self._rng.integers(max(1, last - number + 1)))
        if number == 1:
            first = int(lengths.argmax())
        taken, host = part(piece, first, first + number), self._host()
        at = int(np.searchsorted(host.sentence, 1 + int(self._rng.integers(max(1, int(host.sentence[-1]))))))
        codes = np.concatenate([host.codes[:at], taken.codes, host.codes[at:]])
        marks = (at, at + len(taken.codes) - 1) if kind == "quotation" else None
        return Witness(codes, {report: taken.carried()}, kind, source, marks), taken

    def _host(self) -> Piece:
        if not self._spare:
            self._spare = self.pieces(32)
        return self._spare.pop()

    def text(self, witness: Witness) -> str:
        """The words of a witness as a text, a paragraph a line."""
        words = [self.forms[code] for code in witness.codes.tolist()]
        if witness.marks:
            first, last = witness.marks
            words[first], words[last] = f"«{words[first]}", f"{words[last].rstrip()[:-1]}»."
        if witness.codes[-1] % FORMS < 3:
            words[-1] = words[-1].rstrip(",") + "…"
        return " ".join(words).replace("\n ", "\n").rstrip()
