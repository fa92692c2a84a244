"""Families in another language that translate a report, hung into its tree."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from letapis.model import Reuse
from letapis.stemma.credits import owner
from letapis.stemma.descent import LOST, parents
from letapis.stemma.family import Family, publishers, settled, when
from letapis.stemma.members import Member
from letapis.stemma.verdict import FREE, STATED, Rulings

__all__ = ["joined", "translated"]


SURE = 0.45
"""A weaker link says that two documents may be of one story, not that one translates the other."""
EARLIER, LONGER, HOME = 0.6, 0.5, 3.0
"""Log odds for the language whose first document is dated earlier (a seventh of the dates is missing, a
fifteenth wrong, and of the original's language the first copies may be lost), for the one that has much
more of the text, and for the one in which the outlet publishes that is credited."""
MUCH, NAMED = 1.3, 2.0
"""Ratio of sentences that counts as much more; weight from which a credit says whose a report is."""


def translated(found: Sequence[Family], rows: Iterable[Reuse], rules: Rulings = FREE) -> list[Family]:
    """``found``, every family that translates another joined to it.

    Two families are linked where each is the other's best match in its language. Which of them is
    translated from is judged by dates, by whose outlet they credit, by how many documents carry
    either and how much of it; ``rules`` is what has been said, which outweighs that.

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
        if families[top].language == families[sub].language:
            continue
        if rules and rules.split(families[top].main, families[sub].main):
            continue
        said = rules.order(families[top].main, families[sub].main) if rules else 0
        turned = _before(families[sub], families[top]) > _before(families[top], families[sub])
        if said < 0 or (turned and not said):
            top, sub = sub, top
        families[top] = joined(families[top], families[sub], rules)
        gone[sub] = top
    return [family for i, family in enumerate(families) if i not in gone]


def _before(a: Family, b: Family) -> tuple[float, int, str]:
    """How much says that ``b`` translates ``a``, rather than the other way round: above zero, it does.

    Log odds of four observations: how many documents carry either, whose first one is dated
    earlier, which goes on where the other ends, and in which the outlet publishes that both credit.
    """
    mine, theirs = _main(a), _main(b)
    odds = math.log(len(mine) / len(theirs))
    first, second = min(when(m) for m in mine), min(when(m) for m in theirs)
    if not first[0] and not second[0] and first != second:
        odds += EARLIER if first < second else -EARLIER
    long, short = max(len(m.units) for m in mine), max(len(m.units) for m in theirs)
    odds += LONGER * ((long > MUCH * short) - (short > MUCH * long))
    said = (c for family in (a, b) for found in family.credits.values() for c in found if c.weight >= NAMED)
    named, _ = owner(said, publishers(a.members + b.members))
    if named:
        odds += HOME * (_at_home(mine, named) - _at_home(theirs, named))
    return odds, long - short, min(m.doc_id for m in theirs)


def _main(family: Family) -> list[Member]:
    return [m for m in family.members if m.doc_id in family.main] or list(family.members)


def _at_home(members: Iterable[Member], outlet: str) -> bool:
    return any(m.body.document.outlet == outlet for m in members)


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


def joined(top: Family, sub: Family, rules: Rulings = FREE) -> Family:
    """``top`` with the members of ``sub`` below the one that was translated.

    >>> from letapis.model import Document
    >>> from letapis.stemma.body import bodies
    >>> from letapis.stemma.family import family
    >>> pages = [Document("a", "", text="Мост закрыт.", language="ru")]
    >>> pages.append(Document("b", "", text="Мост зачынены.", language="be"))
    >>> from letapis.stemma.members import members
    >>> one, two = [family(0, g, {"a": [], "b": []}, {"a": 0, "b": 0}) for g in members(bodies(pages), [])]
    >>> joined(one, two).parent
    {'b': 'a'}
    """
    weaker = top.weight < 4.0 <= sub.weight or top.weight < STATED <= sub.weight
    if weaker and sub.outlet != top.outlet:
        top = settled(top.members, top.credits, sub.outlet, sub.weight, top.language, top.main, rules)
    head = max(sub.members, key=lambda m: (m.doc_id == sub.original, m.words, not m.foreign, m.doc_id))
    parent = dict(top.parent)
    if sub.original is None and len(sub.read) == len(sub.members) > 1:
        parent.update(parents(sub.members, sub.read, head.doc_id, rules=rules))
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
        second={**top.second, **sub.second},
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
