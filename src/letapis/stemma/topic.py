"""Whether two stretches of text are about the same thing, by the words they share.

An article repeats its names, numbers and subjects; a paragraph of another one hardly shares any
(Hearst 1997 cut texts into topics so). No list of words and no other document is asked, so that
what is said about two stretches never depends on what else lies in the heap.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable

from letapis.stemma.units import Unit

__all__ = ["kinship", "roots"]

LETTERS = 5
"""Words are told apart by so many first letters, which cuts off most endings; shorter ones, mostly
function words, say nothing."""
KIN, STRANGE, USUAL = 0.16, 0.04, 60
"""Share of the roots of the shorter stretch that recur in the longer one, in articles about the same
thing and about different things (medians of 177 articles in four languages, up to four sentences); both
grow with the square root of the longer one's roots where it has more than so many."""
DAMPED, MOST = 0.4, 3.0
"""Roots do not recur independently of each other, so their evidence is damped and bounded."""


def roots(units: Iterable[Unit]) -> frozenset[str]:
    """What the words of ``units`` begin with, and their numbers.

    >>> sorted(roots([Unit("a", 0, 30, ("мост", "закрыли", "на", "ремонт", "2026"))]))
    ['2026', 'закры', 'ремон']
    """
    return frozenset(
        form[:LETTERS]
        for unit in units
        for form in unit.forms
        if len(form) >= LETTERS or (len(form) > 1 and form[0].isdigit())
    )


def kinship(a: Collection[str], b: Collection[str]) -> float:
    """Log odds that two stretches with these roots are about one thing, between −3 and 3.

    Poisson: so many common roots as are found, where so many are expected either way.

    >>> one, two, other = frozenset("abcdefghij"), frozenset("hijklmnopq"), frozenset("rstuvwxyzж")
    >>> kinship(one, two) > 0 > kinship(one, other)
    True
    """
    small, large = sorted((a, b), key=len)
    both = sum(root in large for root in small)
    width = math.sqrt(max(1.0, len(large) / USUAL))
    odds = both * math.log(KIN / STRANGE) - (KIN - STRANGE) * width * len(small)
    return max(-MOST, min(MOST, DAMPED * odds))
