"""Which of two documents is the earlier: evidence from the texts, with the date as one voice.

Dates are missing or wrong too often to decide alone. A copy loses what its source has (words that
third documents carry), gains what nobody has (slips, additions), is cut short, or holds the shared
text as a foreign body: documents close to the source carry it too, documents close to the host do
not. The weights are log-odds: a logistic regression's on synthetic copies of news, rounded by hand,
but for ``named`` and ``cut``, which were set by judgement (``docs/explanation/reuse.md``). Their sum
decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from letapis.reuse.index import UNDATED

__all__ = ["FEATURES", "NAMED", "View", "direction", "votes"]

Shares = npt.NDArray[np.float64]
Votes = npt.NDArray[np.float64]

NAMED = 1.5
"""What it weighs that an outlet is named in the other document."""
_WEIGHTS = {
    "date": 2.1,
    "named": NAMED,
    "cut": 1.0,
    "kin": 2.1,
    "inset": 0.4,
    "contained": 3.0,
    "kept": 1.0,
    "slips": 2.2,
    "lead": 0.7,
    "longer": 0.3,
}
FEATURES = {
    "date": "published earlier",
    "named": "its outlet is named in the other",
    "cut": "the other breaks off",
    "kin": "documents close to it carry the shared text too",
    "inset": "the shared text is a smaller part of it",
    "contained": "holds the other's text, and more",
    "kept": "keeps words of third documents that the other lost",
    "slips": "has fewer words of its own among the shared ones",
    "lead": "has fewer words before the shared text",
    "longer": "is longer",
}
"""What is looked at, in the order of the columns of :func:`votes`, and what it says of the earlier."""
_WHOLE = ("kin", "inset")
"""What tells where neither document carries the other; it says nothing elsewhere."""
_PARTS = ("contained", "kept", "slips", "lead", "longer")
"""What tells where one carries the other."""
_HALF = 0.5  # share of a document inside stretches that makes it carry the other, or be carried
_LEVEL = 0.02  # shares that differ less are the same
_LEAD = 15
_BOUND = 30.0  # log-odds beyond which nothing is surer


@dataclass(frozen=True, slots=True)
class View:
    """One document of each pair, as seen beside the other: columns of one length.

    ``published`` and ``truncated`` are as in :class:`letapis.reuse.index.Index`. ``kin``: share of the
    documents close to it that share text with the other as well. ``named``: its outlet is named in
    the other. The rest as in :class:`letapis.reuse.shape.Shape`.
    """

    published: npt.NDArray[np.int64]
    truncated: npt.NDArray[np.bool_]
    size: npt.NDArray[Any]
    reach: Shares
    lead: npt.NDArray[Any]
    backed: npt.NDArray[Any]
    lone: npt.NDArray[Any]
    kin: Shares
    named: npt.NDArray[np.bool_]


def votes(a: View, b: View) -> Votes:
    """What each observation says, in log-odds: a row for each pair, a column for each of :data:`FEATURES`.

    Positive where it speaks for ``a`` as the earlier, 0 where it says nothing.

    >>> def view(size: int, reach: float) -> View:
    ...     none = np.zeros(1, int)
    ...     date, flag = np.array([UNDATED]), np.zeros(1, bool)
    ...     shares = np.array([reach]), np.zeros(1)
    ...     return View(date, flag, none + size, shares[0], none, none, none, shares[1], flag)
    >>> whole, teaser = view(300, 0.1), view(31, 0.97)
    >>> found = votes(whole, teaser)
    >>> {name: round(float(value), 2) for name, value in zip(FEATURES, found[0], strict=True) if value}
    {'contained': 2.61, 'longer': 0.3}
    >>> bool(votes(teaser, teaser).any())
    False
    """
    apart = b.reach - a.reach
    found = {
        "date": _date(a, b),
        "named": _more(a.named, b.named),
        "cut": _more(b.truncated, a.truncated),
        "kin": a.kin - b.kin,
        "inset": apart,
        "contained": np.where(np.abs(apart) > _LEVEL, apart, 0.0),
        "kept": np.log1p(a.backed) - np.log1p(b.backed),
        "slips": np.log1p(b.lone) - np.log1p(a.lone),
        "lead": (np.minimum(b.lead, _LEAD) - np.minimum(a.lead, _LEAD)) / _LEAD,
        "longer": np.sign(a.size - b.size),
    }
    loose = (a.reach < _HALF) & (b.reach < _HALF)
    silent = dict.fromkeys(_PARTS, loose) | dict.fromkeys(_WHOLE, ~loose)
    made = np.empty((len(loose), len(FEATURES)))
    for column, name in enumerate(FEATURES):
        made[:, column] = _WEIGHTS[name] * found[name]
        if name in silent:
            made[silent[name], column] = 0.0
    return made


def direction(found: Votes) -> tuple[Shares, npt.NDArray[np.int64]]:
    """How sure it is that ``a`` is the earlier (0 to 1), and the vote that this rests on most.

    The vote is its column; it is ``len(FEATURES)``, and the first answer 0.5, where nothing tells
    the two apart.

    >>> sure, most = direction(np.array([[2.1, 0, 0, 0, 0, 0, 0, 0, 0, -0.3], [0] * 10]))
    >>> sure.round(2).tolist(), [[*FEATURES, "nothing"][column] for column in most]
    ([0.86, 0.5], ['date', 'nothing'])
    """
    total = np.zeros(len(found))
    for column in found.T:  # one after another: the sum does not depend on the machine
        total += column
    # where two are as strong, the last by name
    names = sorted(range(len(FEATURES)), key=list(FEATURES).__getitem__, reverse=True)
    towards = np.where(total >= 0, 1.0, -1.0)[:, None] * found
    towards[found == 0] = -np.inf
    most = np.array(names)[np.argmax(towards[:, names], axis=1)] if len(found) else np.zeros(0, np.int64)
    most[~found.any(axis=1)] = len(FEATURES)
    return 1 / (1 + np.exp(-np.clip(total, -_BOUND, _BOUND))), most


def _date(a: View, b: View) -> Shares:
    known = (a.published != UNDATED) & (b.published != UNDATED)
    return np.where(known, _more(b.published > a.published, b.published < a.published), 0.0)


def _more(one: npt.NDArray[np.bool_], two: npt.NDArray[np.bool_]) -> Shares:
    return one.astype(np.float64) - two.astype(np.float64)
