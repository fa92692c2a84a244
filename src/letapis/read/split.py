"""Where each document of a heap begins: a text file of documents run together, no mark between.

Every line is a candidate. ``evidence`` says what speaks for and against it, ``WEIGHTS`` how much
that counts (log-odds), and a dynamic programme picks the set of beginnings that is best as a
whole. A first division shows how this heap's documents are used to end (``habits``); a second one
uses it. How the weights were found, and how well they do: ``docs/explanation/heap.md``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from letapis.model import Reason
from letapis.read.cues import CUES
from letapis.read.evidence import Evidence, evidence
from letapis.read.habits import habits
from letapis.read.lines import lines

__all__ = ["Start", "split"]

WEIGHTS: dict[str, float] = {
    "headline": 3.2,
    "brief": -3.1,
    "continues": -1.0,
    "furniture": -5.1,
    "repeated": 3.2,
    "language": 2.5,
    "resumed": 1.3,
    "resumes": -2.4,
    "familiar": -5.4,
    "carried": -6.8,
    "introduced": 1.1,
    "alike": -7.8,
    "lead": 2.2,
    "pictured": 1.9,
    "usual": 1.0,
    "named": 2.8,
    "inside": -1.9,
    "layout": 2.0,
    "twin": 0.7,
}
"""Log-odds that each cue is worth, at full strength, for a line's beginning a document."""

BIAS = -2.0
"""Log-odds of a line of which nothing is known."""

ALONE, ENOUGH = -1.2, 400
"""Log-odds of a document's being one line only, where the line has fewer code points than this."""

TOLD = 0.25
"""A cue that moved the log-odds by less is not given as a reason."""


@dataclass(frozen=True, slots=True)
class Start:
    """A document of a heap: where it begins and ends, and why it is thought to begin there."""

    line: int
    """Number of its first line, from 1."""
    start: int
    """First code point of that line."""
    stop: int
    """Code point after its last line, the line's end left out."""
    score: float
    """Probability, by the model, that a document begins here; 1 for the first."""
    reasons: tuple[Reason, ...]
    """Each cue that counted: its share of the log-odds, and what it means."""


def split(text: str) -> list[Start]:
    """Documents of ``text``, in order; all of them begin at a line that is not blank.

    A text without words has none; a text of one document has one.

    >>> heap = '''Heron nests counted at Lake Ivel
    ... Rangers counted 41 heron nests at Lake Ivel this spring, three more than last year.
    ... The lake had been closed to boats since March, and rangers think that the herons…
    ... Міст у Зарічному закрили на ремонт
    ... Міст через річку Тиху в Зарічному закрили на ремонт до осені, повідомила міська рада.'''
    >>> [(start.line, heap[start.start : start.start + 5]) for start in split(heap)]
    [(1, 'Heron'), (4, 'Міст ')]
    """
    found = lines(text)
    if not found:
        return []
    shown = evidence(found)
    sizes = [line.size for line in found]
    ratios = habits(shown.before, best(odds(shown, habits(shown.before)), sizes))
    scores = odds(shown, ratios)
    starts = best(scores, sizes)
    documents = []
    for at, after in zip(starts, [*starts[1:], len(found)], strict=True):
        score = round(1 / (1 + math.exp(-scores[at])), 4) if at else 1.0
        reasons = _reasons(shown, ratios, at) if at else (Reason("first", 1.0, "the record begins here"),)
        documents.append(Start(found[at].number, found[at].start, found[after - 1].stop, score, reasons))
    return documents


def odds(shown: Evidence, ratios: Mapping[str, float]) -> list[float]:
    """Log-odds of each line's beginning a document."""
    scores = []
    for cues, before in zip(shown.cues, shown.before, strict=True):
        usual = ratios[before] if before else 0.0
        scores.append(BIAS + WEIGHTS["usual"] * usual + sum(WEIGHTS[cue] * n for cue, n in cues.items()))
    return scores


def best(scores: Sequence[float], sizes: Sequence[int]) -> list[int]:
    """Lines at which documents begin, such that the sum of their log-odds is greatest.

    The first line begins one whatever its odds. One pass over two states, whether the document has
    one line so far or more, with ``ALONE`` charged to a short line that is left alone.

    >>> best([0.0, -5.0, -4.0, 6.0, -3.0, -3.0, 0.5], [80] * 7)
    [0, 3]
    """
    one, more = 0.0, float("-inf")
    back: list[tuple[bool, bool]] = []
    for at in range(1, len(scores) + 1):
        ended = one + (ALONE if sizes[at - 1] < ENOUGH else 0.0)
        back.append((ended > more, one > more))
        last = (max(ended, more), max(one, more))
        one, more = (last[0] + scores[at], last[1]) if at < len(scores) else (last[0], last[0])
    starts = []
    alone = back[-1][0]
    for at in range(len(scores) - 1, 0, -1):
        if alone:
            starts.append(at)
            alone = back[at - 1][0]
        else:
            alone = back[at - 1][1]
    return [0, *reversed(starts)]


def _reasons(shown: Evidence, ratios: Mapping[str, float], at: int) -> tuple[Reason, ...]:
    """What counted, the weightiest first; a negative value spoke against."""
    parts = {cue: WEIGHTS[cue] * value for cue, value in shown.cues[at].items()}
    before = shown.before[at]
    parts["usual"] = WEIGHTS["usual"] * ratios[before] if before else 0.0
    told = sorted((-abs(value), cue) for cue, value in parts.items() if abs(value) >= TOLD)
    return tuple(Reason(cue, round(parts[cue], 2), CUES[cue]) for _, cue in told)
