"""How much the lines after a place have to do with the lines before it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

__all__ = ["likeness", "rarity", "resumption", "share"]


def rarity(units: Sequence[AbstractSet[str]]) -> dict[str, float]:
    """Inverse document frequency of each stem over ``units``, 0 for one that every unit has.

    >>> weights = rarity([{"river", "rose"}, {"river"}])
    >>> weights["river"] < weights["rose"]
    True
    """
    counts: Counter[str] = Counter()
    for unit in units:
        counts.update(unit)
    total = len(units)
    return {stem: math.log((total + 1) / (n + 0.5)) for stem, n in counts.items()}


def share(after: AbstractSet[str], before: AbstractSet[str], weights: Mapping[str, float]) -> float:
    """Share of the weight of ``after`` that ``before`` has too, 0 to 1.

    Containment, not likeness: a short line may be wholly about what a long one said. (Hearst 1997
    compares blocks of equal size by cosine; lines of news are not of equal size.)

    >>> share({"river", "rose"}, {"river"}, {"river": 1.0, "rose": 3.0})
    0.25
    """
    whole = sum(weights[stem] for stem in after)
    return sum(weights[stem] for stem in after & before) / whole if whole else 0.0


def resumption(title: AbstractSet[str], lead: AbstractSet[str], weights: Mapping[str, float]) -> float:
    """Share of the words of ``title`` that ``lead`` takes up again, at least two of them, 0 to 1.

    >>> resumption({"river", "rises"}, {"river", "rises", "again"}, {"river": 1, "rises": 1, "again": 1})
    1.0
    """
    return share(title, lead, weights) if len(title & lead) >= 2 else 0.0


def likeness(a: AbstractSet[str], b: AbstractSet[str], weights: Mapping[str, float]) -> float:
    """Cosine of two sets of stems under ``weights``, 0 to 1.

    >>> likeness({"river"}, {"river"}, {"river": 2.0}), likeness({"river"}, set(), {"river": 2.0})
    (1.0, 0.0)
    """
    common = sum(weights[stem] ** 2 for stem in a & b)
    if not common:
        return 0.0
    return common / math.sqrt(sum(weights[s] ** 2 for s in a) * sum(weights[s] ** 2 for s in b))
