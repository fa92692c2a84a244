"""Which of several reports a mixed document mainly carries."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from letapis.stemma.credits import Credit, owner
from letapis.stemma.members import Member

__all__ = ["mainly"]

WHOLE = 0.8
"""A document that holds so much of a report's longest text holds all of it."""


def mainly(groups: Sequence[Sequence[Member]], given: Mapping[str, Sequence[Credit]]) -> dict[str, int]:
    """For every document, the number of the group whose report it was published to carry.

    That is the report it credits; else the one it holds whole; else the one that stands inside
    the other's text (an excerpt in its host); else the one it begins with.

    >>> from letapis.model import Document
    >>> from letapis.stemma.body import bodies
    >>> text = "Мост закрыт\\nЕго закрыли в среду утром на ремонт."
    >>> pages = [Document(d, "", text=t, language="ru") for d, t in {"a": text, "b": text}.items()]
    >>> from letapis.stemma.members import members
    >>> [group] = members(bodies(pages), [])
    >>> mainly([group], {"a": [], "b": []})
    {'a': 0, 'b': 0}
    """
    pure: list[str | None] = []
    for group in groups:
        unmixed = [m for m in group if not m.foreign]
        found = (c for m in unmixed for c in given[m.doc_id])
        own = {m.doc_id: m.body.document.outlet for m in unmixed}
        outlet, _ = owner(found, own)
        pure.append(outlet or (next(iter(own.values())) if len(own) == 1 else None))
    places: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    for number, group in enumerate(groups):
        # what only mixed documents hold may be nothing but one copier's own words
        most = max((m.words for m in group if not m.foreign), default=math.inf)
        for m in group:
            credited = any(c.weight >= 1 and c.outlet == pure[number] for c in given[m.doc_id])
            places[m.doc_id].append((_rank(m, most, credited), -number))
    return {doc_id: -max(ranks)[1] for doc_id, ranks in places.items()}


def _rank(m: Member, most: float, credited: bool) -> float:
    rank = 3.0 * credited + m.words / (m.words + m.foreign + 1)
    if m.words >= WHOLE * most:
        rank += 2.0
    if m.before and m.behind:
        return rank + 2.0
    return rank + (0.0 if m.before else 1.0)
