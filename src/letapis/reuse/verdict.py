"""What people have said about pairs: it outweighs what the texts show."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from letapis.model import Passage, Reuse, Verdict

__all__ = ["about", "judged"]

_SAYS = frozenset({"no_reuse", "reuse", "parent"})
_TURNED = {"teaser": "extended", "extended": "partial", "excerpt": "partial"}
"""What a pair is whose copy turns out to be the source; other kinds are the same both ways."""


def about(verdicts: Iterable[Verdict]) -> list[str]:
    """The documents of all verdicts about pairs, those too that do not stand any more, sorted.

    Rows between them that were kept from an earlier run may be as somebody once said, and must be
    made again.

    >>> about([Verdict(1, "parent", "b", "a", state="withdrawn"), Verdict(2, "outlet", "c", value="X")])
    ['a', 'b']
    """
    return sorted({d for v in verdicts if v.says in _SAYS for d in (v.subject, v.other or "")})


def judged(
    rows: Iterable[Reuse], verdicts: Iterable[Verdict], known: Collection[str], fresh: bool = True
) -> list[Reuse]:
    """``rows`` as they are said to be: without those that are no reuse, turned round, of another kind.

    A verdict of a kind makes a row, without passages, where there was none, unless not ``fresh``.
    Verdicts that do not stand or are about documents that are not ``known`` change nothing. The
    order of rows is kept, new ones come last. One look at every row; without verdicts none.

    >>> rows = [Reuse("a", "b", "teaser", share_later=0.9), Reuse("a", "c", "quotation")]
    >>> said = [Verdict(1, "parent", "b", "a"), Verdict(2, "no_reuse", "c", "a")]
    >>> [(r.earlier, r.later, r.kind, r.share_earlier, r.ordered_by) for r in judged(rows, said, "abc")]
    [('b', 'a', 'extended', 0.9, 'verdict')]
    """
    said: dict[frozenset[str], list[Verdict]] = {}
    for v in verdicts:
        pair = frozenset((v.subject, v.other or ""))
        if v.says in _SAYS and v.state == "stands" and all(d in known for d in (*v.docs, *pair)):
            said.setdefault(pair, []).append(v)
    if not said:
        return list(rows)
    found: list[Reuse] = []
    met = set()
    for row in rows:
        pair = frozenset((row.earlier, row.later))
        met.add(pair)
        made: Reuse | None = row
        for v in said.get(pair, ()):
            made = _judged(made, v) if made else None
        if made is not None:
            found.append(made)
    new = [v for pair, about in said.items() if pair not in met for v in about if v.says == "reuse"]
    return found + [_made(v) for v in new if fresh]


def _made(v: Verdict) -> Reuse:
    """A pair that only a person sees."""
    pair = v.subject, v.other or ""
    return Reuse(*pair, v.value or "", ordered_by="verdict", score=1.0, reasons=(v.reason,))


def _judged(row: Reuse, v: Verdict) -> Reuse | None:
    if v.says == "no_reuse":
        return None
    stated = v.says == "parent" or row.earlier != v.subject
    if row.earlier != v.subject:
        row = _turned(row)
    return replace(
        row,
        kind=v.value or row.kind if v.says == "reuse" else row.kind,
        ordered_by="verdict" if stated else row.ordered_by,
        score=1.0,
        reasons=(*row.reasons, v.reason),
    )


def _turned(row: Reuse) -> Reuse:
    """The pair the other way round."""
    passages = [Passage(p.l_start, p.l_stop, p.e_start, p.e_stop) for p in row.passages]
    return replace(
        row,
        earlier=row.later,
        later=row.earlier,
        kind=_TURNED.get(row.kind, row.kind),
        passages=tuple(sorted(passages, key=lambda p: (p.l_start, p.e_start))),
        share_earlier=row.share_later,
        share_later=row.share_earlier,
    )
