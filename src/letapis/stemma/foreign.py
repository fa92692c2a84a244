"""Families in another language that translate a report, hung into its tree."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from letapis.model import Reuse
from letapis.stemma.descent import LOST, parents
from letapis.stemma.family import Family, settled, when
from letapis.stemma.members import Member

__all__ = ["translated"]


_DIGITS = {ord(c): None for c in "- :+T"}
SURE = 0.45
"""A weaker link says that two documents may be of one story, not that one translates the other."""


def translated(found: Sequence[Family], rows: Iterable[Reuse]) -> list[Family]:
    """``found``, every family that translates another joined to it.

    Two families are linked where each is the other's best match in its language. The larger
    one is taken to be translated from; of equals, the earlier one.

    >>> translated([], [])
    []
    """
    families = list(found)
    best = _best(families, rows)
    order = sorted(best, key=lambda pair: (-best[pair], pair))
    gone: dict[int, int] = {}
    for a, b in order:
        top, sub = _head(gone, a), _head(gone, b)
        if top == sub:
            continue
        if _size(families[sub]) > _size(families[top]):
            top, sub = sub, top
        if families[top].language == families[sub].language:
            continue
        families[top] = _joined(families[top], families[sub])
        gone[sub] = top
    return [family for i, family in enumerate(families) if i not in gone]


def _size(family: Family) -> tuple[object, ...]:
    mine = [m for m in family.members if m.doc_id in family.main] or list(family.members)
    undated, date = min(when(m) for m in mine)
    early = -float(date.translate(_DIGITS)[:14] or 0) if not undated else -math.inf
    return len(family.main), early, max(m.words for m in mine), min(m.doc_id for m in mine)


def _head(gone: dict[int, int], number: int) -> int:
    while number in gone:
        number = gone[number]
    return number


def _best(families: Sequence[Family], rows: Iterable[Reuse]) -> dict[tuple[int, int], float]:
    """Pairs of families that are each other's best match, and the score."""
    of = {doc_id: i for i, family in enumerate(families) for doc_id in family.main}
    score: defaultdict[tuple[int, int], float] = defaultdict(float)
    for row in rows:
        a, b = of.get(row.earlier), of.get(row.later)
        if row.kind != "translation" or row.score < SURE or a is None or b is None or a == b:
            continue
        pair = (min(a, b), max(a, b))
        score[pair] = max(score[pair], row.score)
    top: defaultdict[tuple[int, str | None], float] = defaultdict(float)
    for (a, b), value in score.items():
        for one, other in ((a, b), (b, a)):
            place = one, families[other].language
            top[place] = max(top[place], value)
    return {
        (a, b): value
        for (a, b), value in score.items()
        if value >= max(top[a, families[b].language], top[b, families[a].language])
    }


def _joined(top: Family, sub: Family) -> Family:
    """``top`` with the members of ``sub`` below the one that was translated."""
    if top.weight < 4.0 <= sub.weight and sub.outlet != top.outlet:
        top = settled(top.members, top.credits, sub.outlet, sub.weight, top.language, top.main)
    head = max(sub.members, key=lambda m: (m.doc_id == sub.original, m.words, not m.foreign, m.doc_id))
    parent = dict(top.parent)
    if sub.original is None and len(sub.read) == len(sub.members) > 1:
        parent.update(parents(sub.members, sub.read, head.doc_id))
    else:
        parent.update({d: p or head.doc_id for d, p in sub.parent.items()})
    parent[head.doc_id] = _source(top, head)
    return replace(
        top,
        members=top.members + sub.members,
        read={**top.read, **sub.read},
        parent=parent,
        credits={**top.credits, **sub.credits},
        main=top.main | sub.main,
    )


def _source(top: Family, head: Member) -> str:
    """The member that ``head`` translates: the original, unless a copy goes just as far as it does."""
    root = LOST if top.original is None else top.original
    own = [m for m in top.members if m.body.document.language == top.language]
    length = len(head.units)
    if not own or length >= 0.85 * max(len(m.units) for m in own):
        return root
    same = [m for m in own if len(m.units) == length and m.doc_id != top.original]
    return min(same, key=lambda m: (*when(m), m.doc_id)).doc_id if same else root
