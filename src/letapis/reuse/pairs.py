"""All pairs of documents that share text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy.typing as npt

from letapis.model import Document, Passage, Reason, Region, Reuse
from letapis.reuse.candidates import CROWD, Candidates, candidates
from letapis.reuse.direction import View, direction
from letapis.reuse.index import Index, build
from letapis.reuse.kind import Side, kind
from letapis.reuse.shape import Shape, shape

__all__ = ["pairs"]

_OPEN = "«“„\"‘'"
_CLOSE = 0.5  # share of either document inside shared stretches that makes them close
_LOOSE = frozenset({"excerpt", "quotation"})
_ALL = 0.8  # share of what two have in common that a third must have, to be the source of both


def pairs(documents: Sequence[Document], regions: Sequence[Region], crowd: int = CROWD) -> list[Reuse]:
    """All pairs of documents that share more than furniture and phrases, by earlier, then later.

    A passage is a run of at least three words that are equal after :func:`letapis.text.fold`,
    whatever stands between the words. Shares count words outside ``regions`` and furniture. Text
    in more than ``crowd`` documents is linked to the earliest of them, not among all.

    >>> story = "Жыхары вёскі Паддубкі збудавалі праз раку Сулу новы драўляны мост уласнымі рукамі."
    >>> teaser = "Жыхары вёскі Паддубкі збудавалі праз раку Сулу новы… Чытаць далей"
    >>> more = " Працавалі ўсё лета, грошай ні ў каго не прасілі, а назвалі яго Бабіным."
    >>> found = pairs([Document("a", "", text=teaser), Document("b", "", text=story + more)], [])
    >>> [(row.earlier, row.later, row.kind, row.ordered_by) for row in found]
    [('b', 'a', 'teaser', 'contained')]
    >>> teaser[found[0].passages[0].l_start : found[0].passages[0].l_stop]
    'Жыхары вёскі Паддубкі збудавалі праз раку Сулу новы'
    """
    index = build(documents, regions)
    found = candidates(index, crowd)
    rows = _Rows.of(index, found, shape(index, found))
    made = [rows.reuse(k) for k in range(len(found.a))]
    return sorted(_common(made), key=lambda row: (row.earlier, row.later))


@dataclass(frozen=True)
class _Rows:
    """The pairs as plain lists, since each is looked at in turn."""

    index: Index
    a: list[int]
    b: list[int]
    bounds: list[int]
    passages: list[Passage]
    sides: tuple[list[tuple[int, float, float, int, int, int]], ...]
    stretches: list[int]
    worth: list[int]
    near: dict[int, set[int]]
    """Documents that share any text with one."""
    close: dict[int, set[int]]
    """Documents that carry most of one, or most of which it carries."""
    folded: dict[int, tuple[str, str]]

    @classmethod
    def of(cls, index: Index, found: Candidates, look: Shape) -> _Rows:
        a, b = found.a.tolist(), found.b.tolist()
        near: defaultdict[int, set[int]] = defaultdict(set)
        close: defaultdict[int, set[int]] = defaultdict(set)
        for x, y, one, two in zip(a, b, *(reach.tolist() for reach in look.reach), strict=True):
            for sets in (near, close) if max(one, two) >= _CLOSE else (near,):
                sets[x].add(y)
                sets[y].add(x)
        folded = {
            number: (document.outlet.casefold() if document.outlet else "", document.text.casefold())
            for number, document in enumerate(index.documents)
            if number in near
        }
        sides = tuple(
            list(zip(*(pair[side].tolist() for pair in _columns(look)), strict=True)) for side in (0, 1)
        )
        return cls(
            index,
            a,
            b,
            found.bounds.tolist(),
            _passages(index, found),
            sides,
            look.stretches.tolist(),
            found.best.tolist(),
            near,
            close,
            folded,
        )

    def reuse(self, k: int) -> Reuse:
        """The finding for pair ``k``."""
        a, b = self.a[k], self.b[k]
        one, two = self._view(k, 0, a, b), self._view(k, 1, b, a)
        sure, most, reasons = direction(one, two)
        passages = self.passages[self.bounds[k] : self.bounds[k + 1]]
        shares = self.sides[0][k][1], self.sides[1][k][1]
        if sure < 0.5:
            one, two, sure, shares = two, one, 1 - sure, shares[::-1]
            passages = [Passage(p.l_start, p.l_stop, p.e_start, p.e_stop) for p in passages]
            reasons = tuple(Reason(r.feature, -r.value, r.detail) for r in reasons)
        passages.sort(key=lambda p: (p.l_start, p.e_start))
        stretches = self.stretches[k]
        marked = _marked(two.document.text, passages[0].l_start)
        what = kind(
            Side(one.size, one.reach, one.lead),
            Side(two.size, two.reach, two.lead, marked, two.document.truncated),
            stretches,
        )
        shared = Reason("shared_words", float(round(shares[1] * two.size)), f"{stretches} stretches")
        return Reuse(
            one.document.doc_id,
            two.document.doc_id,
            what,
            tuple(passages),
            round(shares[0], 4),
            round(shares[1], 4),
            most,
            score=round(1 - 2 ** (-self.worth[k] / 13), 3),
            reasons=(shared, Reason("order", round(sure, 3), "how sure the order is"), *reasons),
        )

    def _view(self, k: int, side: int, this: int, other: int) -> View:
        size, _, reach, lead, backed, lone = self.sides[side][k]
        close = self.close.get(this, set()) - {other}
        kin = len(close & self.near[other]) / len(close) if close and reach < _CLOSE else 0.0
        outlet = self.folded[this][0]
        named = len(outlet) > 2 and outlet != self.folded[other][0] and outlet in self.folded[other][1]
        return View(self.index.documents[this], size, reach, lead, backed, lone, kin, named)


def _columns(look: Shape) -> tuple[tuple[npt.NDArray[Any], npt.NDArray[Any]], ...]:
    return look.size, look.share, look.reach, look.lead, look.backed, look.lone


def _passages(index: Index, found: Candidates) -> list[Passage]:
    starts, stops, runs = index.words.starts, index.words.stops, found.runs
    return list(
        map(
            Passage,
            starts[runs.a].tolist(),
            stops[runs.a + runs.length - 1].tolist(),
            starts[runs.b].tolist(),
            stops[runs.b + runs.length - 1].tolist(),
        )
    )


def _marked(text: str, start: int) -> bool:
    return any(mark in text[max(0, start - 3) : start] for mark in _OPEN)


def _common(rows: list[Reuse]) -> list[Reuse]:
    """The same rows, in which two documents that only quote a third are of a common source.

    The third must share as much with either as they share with each other.
    """
    sources: defaultdict[str, dict[str, float]] = defaultdict(dict)
    loose = [row for row in rows if row.kind in _LOOSE]
    for row in loose:
        sources[row.later][row.earlier] = row.reasons[0].value
    common = set()
    for row in loose:
        one, two, shared = sources[row.earlier], sources[row.later], row.reasons[0].value
        if any(min(one[third], two[third]) >= _ALL * shared for third in one.keys() & two.keys()):
            common.add((row.earlier, row.later))
    return [replace(row, kind="common_source") if (row.earlier, row.later) in common else row for row in rows]
