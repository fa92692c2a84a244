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
from math import exp, log1p

from letapis.model import Document, Reason

__all__ = ["View", "direction"]

_WEIGHTS = {
    "date": 2.1,
    "contained": 3.0,
    "kin": 2.1,
    "kept": 1.0,
    "slips": 2.2,
    "lead": 0.7,
    "inset": 0.4,
    "longer": 0.3,
    "named": 1.5,
    "cut": 1.0,
}
_SAY = {
    "date": "published earlier",
    "contained": "holds the other's text, and more",
    "kin": "documents close to it carry the shared text too",
    "kept": "keeps words of third documents that the other lost",
    "slips": "has fewer words of its own among the shared ones",
    "lead": "has fewer words before the shared text",
    "inset": "the shared text is a smaller part of it",
    "longer": "is longer",
    "named": "its outlet is named in the other",
    "cut": "the other breaks off",
}
_LEAD = 15


@dataclass(frozen=True, slots=True)
class View:
    """One document of a pair, as seen beside the other.

    ``kin``: share of the documents close to it that share text with the other as well. The rest
    as in :class:`letapis.reuse.shape.Shape`.
    """

    document: Document
    size: int
    reach: float
    lead: int
    backed: int
    lone: int
    kin: float
    named: bool = False


def direction(a: View, b: View) -> tuple[float, str, tuple[Reason, ...]]:
    """How sure it is that ``a`` is the earlier (0 to 1), what it rests on most, and all reasons.

    0.5, ``"nothing"`` and no reasons where nothing tells them apart. A reason's value is in
    log-odds, positive where it speaks for ``a``.

    >>> whole = View(Document("a", ""), 300, 0.1, 0, 0, 0, 0.0)
    >>> teaser = View(Document("b", ""), 31, 0.97, 0, 0, 0, 0.0)
    >>> sure, most, reasons = direction(whole, teaser)
    >>> sure > 0.9, most
    (True, 'contained')
    >>> direction(teaser, teaser)
    (0.5, 'nothing', ())
    """
    votes = {name: _WEIGHTS[name] * value for name, value in _evidence(a, b).items() if value}
    if not votes:
        return 0.5, "nothing", ()
    total = sum(votes.values())
    most = max(votes, key=lambda name: (votes[name] * (1 if total >= 0 else -1), name))
    reasons = tuple(
        Reason(name, round(value, 2), _SAY[name])
        for name, value in sorted(votes.items(), key=lambda vote: -abs(vote[1]))
    )
    return 1 / (1 + exp(-max(-30.0, min(30.0, total)))), most, reasons


def _evidence(a: View, b: View) -> dict[str, float]:
    found = {"date": _date(a.document, b.document), "named": float(a.named) - float(b.named)}
    found["cut"] = float(b.document.truncated) - float(a.document.truncated)
    if a.reach < 0.5 and b.reach < 0.5:
        return found | {"kin": a.kin - b.kin, "inset": b.reach - a.reach}
    return found | {
        "contained": b.reach - a.reach if abs(b.reach - a.reach) > 0.02 else 0.0,
        "kept": log1p(a.backed) - log1p(b.backed),
        "slips": log1p(b.lone) - log1p(a.lone),
        "lead": (min(b.lead, _LEAD) - min(a.lead, _LEAD)) / _LEAD,
        "longer": float(a.size > b.size) - float(a.size < b.size),
    }


def _date(a: Document, b: Document) -> float:
    if not a.published or not b.published or a.published == b.published:
        return 0.0
    return 1.0 if a.published < b.published else -1.0
