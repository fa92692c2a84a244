"""Copies that took from two sources: contamination, as textual critics call it.

A copyist whose page breaks off goes on from another; one who has two pages open takes the beginning
from this one and the end from that. Then no single parent explains the copy: up to some sentence it
has the slips of one and none of the other's, and from there on the reverse. A tree cannot show it
(Maas 1927: no herb has been found against contamination), so the second source is said beside it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from letapis.stemma.descent import CUT, LACKING, LOST, MENDED, SHARERS, SLIP, Reading
from letapis.stemma.members import Member

__all__ = ["Second", "seconds"]

GAIN, EACH, LATER = 9.0, 4.0, 4.0
"""What a second source must save of the cost of the parent alone, which is more than one slip; and what
either must save of the cost of the other in its own part; and what a source costs that is dated later."""
TRIED = 12
"""So many documents are tried as the second source of one, those that share most with it."""


@dataclass(frozen=True, slots=True)
class Second:
    """The second source of a copy."""

    source: str
    """Its document, or :data:`LOST` for the lost original."""
    start: int
    """First code point in the copy of what was taken from there."""
    stop: int
    """Code point after the last."""
    gain: float
    """How much better two sources explain the copy than its parent alone, in log odds."""


def seconds(
    family: Sequence[Member], read: Mapping[str, Reading], parent: Mapping[str, str], original: str | None
) -> dict[str, Second]:
    """The copies of ``family`` that no single parent explains, with their second sources.

    Only members that ``read`` knows are asked. The order of ``family`` changes nothing.

    >>> seconds([], {}, {}, None)
    {}
    """
    by_id = {m.doc_id: m for m in family if m.doc_id in read}
    kept = {doc_id: _Kept.of(read[doc_id], doc_id) for doc_id in by_id}
    kept[LOST] = _Kept({}, None, LOST, -1)
    root = LOST if original is None else original
    holders = _holders(read, by_id)
    found: dict[str, Second] = {}
    for child in sorted(by_id):
        above = parent.get(child)
        if above is None or above not in kept:
            continue
        tried = _tried(child, above, read, holders, root)
        options = (_best(by_id[child], kept[child], kept[above], kept[q]) for q in tried if q in kept)
        best = max(
            (_dated(s, by_id, child) for s in options if s), key=lambda s: (s.gain, s.source), default=None
        )
        if best and best.gain >= GAIN and not _below(best.source, child, parent):
            found[child] = best
    return {child: best for child, best in found.items() if not _returned(child, best, found)}


def _returned(child: str, second: Second, found: Mapping[str, Second]) -> bool:
    """Whether the source is itself said to have taken from the child, and that explains more."""
    back = found.get(second.source)
    return back is not None and back.source == child and (back.gain, second.source) > (second.gain, child)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A reading by class: its slips there; ``held`` None: all of the report."""

    slips: dict[int, frozenset[object]]
    held: frozenset[int] | None
    name: str
    end: int
    tail: int = -1

    @classmethod
    def of(cls, reading: Reading, name: str) -> _Kept:
        by_class: defaultdict[int, set[object]] = defaultdict(set)
        for number, change in reading.slips:
            by_class[number].add(change)
        slips = {number: frozenset(made) for number, made in by_class.items()}
        return cls(slips, reading.held, name, reading.end, reading.tail)


def _dated(second: Second, by_id: Mapping[str, Member], child: str) -> Second:
    """The second source, less sure where it is dated later than the copy, and may have taken from it."""
    if second.source not in by_id:
        return second
    ours, theirs = (by_id[d].body.document.published for d in (child, second.source))
    later = ours is not None and theirs is not None and theirs > ours
    return replace(second, gain=second.gain - LATER) if later else second


def _holders(read: Mapping[str, Reading], by_id: Mapping[str, Member]) -> dict[object, list[str]]:
    """Slip → the documents that have it, the first ``SHARERS`` of them."""
    found: defaultdict[object, list[str]] = defaultdict(list)
    for doc_id in sorted(by_id):
        for slip in read[doc_id].slips:
            if len(found[slip]) < SHARERS:
                found[slip].append(doc_id)
    return found


def _tried(
    child: str, above: str, read: Mapping[str, Reading], holders: Mapping[object, list[str]], root: str
) -> list[str]:
    """Documents with a slip of the child's that its parent has not, and the root."""
    lacks: Iterable[object] = read[child].slips - (read[above].slips if above in read else frozenset())
    shared = Counter(d for slip in lacks for d in holders.get(slip, ()) if d not in (child, above))
    best = sorted(shared, key=lambda d: (-shared[d], d))[:TRIED]
    return [*best, root] if root not in (above, *best) else best


def _best(member: Member, mine: _Kept, above: _Kept, other: _Kept) -> Second | None:
    """Where the copy goes over from its parent to the other source, or the other way round."""
    row = list(dict.fromkeys(member.labels))
    if len(row) < 2:
        return None
    one = list(accumulate((_cost(n, mine, above) for n in row), initial=0.0))
    two = list(accumulate((_cost(n, mine, other) for n in row), initial=0.0))
    best: tuple[float, int, bool] | None = None
    for k in range(1, len(row)):
        for late in (False, True):
            low, high = (k, len(row)) if late else (0, k)
            # what the other source saves in its part, and what the parent saves in the rest
            gain = (one[high] - one[low]) - (two[high] - two[low])
            rest = (two[-1] - two[high] + two[low]) - (one[-1] - one[high] + one[low])
            if rest >= EACH and (best is None or gain > best[0]):
                best = gain, k, late
    if best is None:
        return None
    gain, k, late = best
    part = set(row[k:] if late else row[:k])
    units = [u for u, n in zip(member.units, member.labels, strict=True) if n in part]
    return Second(other.name, units[0].start, units[-1].stop, round(gain, 1))


def _cost(number: int, child: _Kept, source: _Kept) -> float:
    """What it costs to take one sentence from a source."""
    if source.held is not None and number not in source.held:
        return LACKING
    mine, theirs = child.slips.get(number, frozenset()), source.slips.get(number, frozenset())
    cost = SLIP * len(mine - theirs) + MENDED * len(theirs - mine)
    if source.tail == number and source.end >= 0 and not (child.tail == number and child.end >= 0):
        cost += CUT
    return cost


def _below(source: str, child: str, parent: Mapping[str, str]) -> bool:
    """Whether the source was itself taken from the child."""
    seen: set[str] = set()
    while source not in seen and source in parent:
        if source == child:
            return True
        seen.add(source)
        source = parent[source]
    return source == child
