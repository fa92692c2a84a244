"""Which of two documents is likely to translate the other, and how near in time they should be."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from letapis.model import Document, Reason
from letapis.reuse.bilingual import Heap
from letapis.text.words import fold

__all__ = ["precedence", "together"]

Numbers = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]

_WRONG = 1 / 15
"""So often is a date wrong: neither an early nor a far date decides alone."""
_DAYS = 10
"""A translation comes out within so many days of its source, but for wrong dates."""
_CLOCK = 2.0
"""Log odds that the earlier dated of two is the source: dates are wrong and translations back exist."""
_PART = 1.5
"""Log odds that of two documents the one wholly covered translates the one that says more."""
_NAMED = 2.5
"""Log odds that a document that names the other's outlet took its text from there."""


def precedence(a: Document, b: Document, share_a: float, share_b: float) -> tuple[bool, str, list[Reason]]:
    """Whether ``a`` is the source, what that rests on most, and each observation with its log odds.

    Positive values speak for ``a``. Where nothing speaks for either, the order is that of ids.

    >>> one = Document("a", "", text="Said he.", outlet="Herald")
    >>> two = Document("b", "", text="Об этом пишет Herald.")
    >>> precedence(two, one, 1.0, 1.0)
    (False, 'named', [Reason(feature='named', value=-2.5, detail='Herald')])
    """
    votes = []
    if a.published is not None and b.published is not None and a.published != b.published:
        sign = 1.0 if a.published < b.published else -1.0
        apart = abs(a.published - b.published)
        votes.append(Reason("date", sign * _CLOCK, f"{apart.days * 24 + apart.seconds // 3600} h apart"))
    if abs(share_b - share_a) > 0.2:
        votes.append(Reason("part", round(_PART * (share_b - share_a), 2), "one says more than the other"))
    for sign, of, other in ((1.0, a, b), (-1.0, b, a)):
        if of.outlet and of.outlet != other.outlet and fold(of.outlet) in fold(other.text):
            votes.append(Reason("named", sign * _NAMED, of.outlet))
    total = sum(vote.value for vote in votes)
    if not votes or not total:
        return a.doc_id < b.doc_id, "nothing", votes
    first = total > 0
    return first, max((v for v in votes if (v.value > 0) == first), key=lambda v: abs(v.value)).feature, votes


def together(heap: Heap, a: Numbers, b: Numbers) -> Reals:
    """Log odds, for every pair, that translations are dated as these two are; 0 where a date is missing.

    What nearness in time says depends on the heap: within one week of news it says nothing.

    >>> from datetime import UTC, datetime
    >>> from letapis.reuse.bilingual import heap
    >>> days = [(1, 1, "en"), (1, 2, "ru"), (5, 30, "ru"), (9, 9, "ru")]
    >>> dates = [(datetime(2026, m, d, tzinfo=UTC), code) for m, d, code in days]
    >>> pages = [Document(str(i), "", published=d, language=code) for i, (d, code) in enumerate(dates)]
    >>> together(heap(pages, []), np.array([0, 0]), np.array([1, 2])).round(1).tolist()
    [1.3, -2.0]
    """
    dates = [d.published.timestamp() / 86400 if d.published else math.nan for d in heap.documents]
    when = np.array(dates, np.float64)
    known = np.sort(when[~np.isnan(when)])
    found = np.zeros(len(a))
    if len(known) < 2:
        return found
    near = np.searchsorted(known, known + _DAYS, "right") - np.searchsorted(known, known - _DAYS)
    chance = float((near - 1).sum() + 2) / (len(known) * (len(known) - 1) + 4)
    apart = np.abs(when[a] - when[b])
    wrong = 2 * _WRONG * (1 - chance)
    found[apart <= _DAYS] = math.log((1 - wrong) / chance)
    found[apart > _DAYS] = math.log(wrong / (1 - chance)) if chance < 1 else 0.0
    return found
