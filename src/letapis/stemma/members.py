"""What each document holds of each strand: the stretches of a report in its witnesses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from letapis.model import Reuse
from letapis.stemma.body import Body
from letapis.stemma.group import strands
from letapis.stemma.home import homes
from letapis.stemma.kindred import kindred
from letapis.stemma.topic import kinship, roots
from letapis.stemma.units import Unit

__all__ = ["Member", "members"]

ENOUGH = 6
"""A document must hold at least so many words of a report, or all of its own text, to witness it."""

SAME, OTHER, BEYOND = 1.0, -0.8, -2.2
"""From these log odds a stretch counts as being about the same thing as its surroundings, or another;
from the last on what goes on where others break off counts as theirs, since they do break off."""
WIDE = 8
"""So many units on one side are asked whether a stretch found nowhere else keeps to their subject."""
MANY = 4
"""What so many other documents pass over is an addition, whatever it is about."""
AROUND = 4
"""So many units on either side are compared to see whether a document changes its subject."""


@dataclass(frozen=True, slots=True)
class Member:
    """What one document holds of one report."""

    body: Body
    units: tuple[Unit, ...]
    labels: tuple[int, ...]
    lead: int
    """Words of other text before the report's first unit, a single heading left out."""
    before: int
    """Words of other text before the report's first unit."""
    behind: int
    """Words of other text after its last unit."""
    foreign: int
    """Words of other text in all."""
    alien: int = 0
    """Words of it that are known to belong to other reports."""
    others: frozenset[int] = field(default=frozenset())
    """Classes of that other text."""

    @property
    def doc_id(self) -> str:
        """The document."""
        return self.body.document.doc_id

    @property
    def words(self) -> int:
        """How many words it holds of the report."""
        return sum(unit.words for unit in self.units)


def members(bodies: Mapping[str, Body], reuse: Iterable[Reuse]) -> list[list[Member]]:
    """The reports that the ``bodies`` of one component carry: a list of members for each.

    A document without any shared unit left is a report of its own.

    >>> from letapis.model import Document
    >>> from letapis.stemma.body import bodies
    >>> text = "Мост закрыт\\nЕго закрыли в среду утром на ремонт."
    >>> pages = [Document(d, "", text=t, language="ru") for d, t in {"a": text, "b": text}.items()]
    >>> [group] = members(bodies(pages), [])
    >>> [member.doc_id for member in group]
    ['a', 'b']
    """
    holders: Counter[int] = Counter()
    for body in bodies.values():
        holders.update(set(body.labels))
    shared = {d: _once(n for n in body.labels if holders[n] > 1) for d, body in bodies.items()}
    cut = frozenset(d for d, body in bodies.items() if body.cut)
    found_strands = strands(shared, cut, _broken(bodies, holders), _Kin(bodies))
    of = homes({number: i for i, strand in enumerate(found_strands) for number in strand}, bodies)
    of = kindred(of, bodies)
    hosts: defaultdict[str, set[str]] = defaultdict(set)
    for row in reuse:
        if row.kind in ("excerpt", "extended"):
            hosts[row.later].add(row.earlier)
    places = _places(bodies, of)
    found: defaultdict[int, list[Member]] = defaultdict(list)
    alone: list[list[Member]] = []
    for doc_id in sorted(bodies):
        body = bodies[doc_id]
        owners = _owners(body, of, places, hosts[doc_id])
        mine = sorted({owner for owner in owners if owner is not None})
        kept = [m for n in mine if (m := _member(body, owners, n)).words >= min(ENOUGH, body.words)]
        if not kept:
            alone.append([Member(body, body.units, body.labels, 0, 0, 0, 0)])
        for member in kept:
            found[of[next(n for n in member.labels if n in of)]].append(member)
    return [found[number] for number in sorted(found)] + alone


def _broken(bodies: Mapping[str, Body], holders: Mapping[int, int]) -> dict[tuple[str, int], float]:
    """Breaks: a sentence, no heading, that lacks its end although the document goes on; own text."""
    longest: dict[int, int] = {}
    for body in bodies.values():
        for unit, number in zip(body.units, body.labels, strict=True):
            longest[number] = max(longest.get(number, 0), unit.words)
    ends = {body.labels[-1] for body in bodies.values() if body.unfinished or body.ellipsis}
    found: dict[tuple[str, int], float] = {}
    for doc_id, body in bodies.items():
        rows = list(zip(body.units, body.labels, strict=True))
        for i, (unit, number) in enumerate(rows[:-1]):
            cut = unit.words < 0.9 * longest[number] or number in ends
            if i and cut and body.document.text[unit.stop - 1].isalnum():
                found[doc_id, number] = 1.0
            elif holders[rows[i + 1][1]] < 2 <= holders[number]:
                found[doc_id, number] = 0.5
    return found


class _Kin:
    """How alike the surroundings of two neighbours in a document are; asked for few places only."""

    def __init__(self, bodies: Mapping[str, Body]) -> None:
        self._bodies = bodies

    def __call__(self, doc_id: str, a: int | None, b: int | None) -> float | None:
        body = self._bodies[doc_id]
        row = body.labels
        if a is None:
            j = row.index(b) if b is not None else None
            i = j - 1 if j else None
        elif b is None:
            i = row.index(a)
            j = i + 1 if i + 1 < len(row) else None
        else:
            j = next((j for j in range(1, len(row)) if row[j] == b and a in row[:j]), None)
            i = max(i for i in range(j) if row[i] == a) if j else None
        if i is None or j is None:
            return None
        left, right = body.units[max(0, i - AROUND + 1) : i + 1], body.units[j : j + AROUND]
        return kinship(roots(left), roots(right))


def _once(row: Iterable[int]) -> list[int]:
    return [number for number, _ in groupby(row)]


@dataclass(slots=True)
class _Place:
    """How the documents that hold a class go on from it, and come to it."""

    after: dict[str, int | None] = field(default_factory=dict)
    before: dict[str, int | None] = field(default_factory=dict)
    cut: set[str] = field(default_factory=set)
    mixed: set[str] = field(default_factory=set)


def _places(bodies: Mapping[str, Body], of: Mapping[int, int]) -> dict[int, _Place]:
    places: defaultdict[int, _Place] = defaultdict(_Place)
    for doc_id, body in bodies.items():
        row = body.labels
        mixed = len({of[number] for number in row if number in of}) > 1
        for i, number in enumerate(row):
            places[number].after[doc_id] = row[i + 1] if i + 1 < len(row) else None
            places[number].before.setdefault(doc_id, row[i - 1] if i else None)
            if mixed:
                places[number].mixed.add(doc_id)
        if row and body.cut:
            places[row[-1]].cut.add(doc_id)
    return places


def _owners(
    body: Body, of: Mapping[int, int], places: Mapping[int, _Place], hosts: set[str]
) -> list[int | None]:
    """The strand of every unit of ``body``; None for text that belongs to none."""
    owners: list[int | None] = [of.get(number) for number in body.labels]
    i = 0
    while i < len(owners):
        if owners[i] is not None:
            i += 1
            continue
        j = i
        while j < len(owners) and owners[j] is None:
            j += 1
        run = _Run(body, i, j, places, hosts)
        value = run.claim(of)
        end = run.turn() if value is not None and j == len(owners) and i else j
        for k in range(i, end):
            owners[k] = value
        i = j
    return owners


@dataclass(frozen=True, slots=True)
class _Run:
    """Units ``i`` to ``j`` of a body, found in this document alone."""

    body: Body
    i: int
    j: int
    places: Mapping[int, _Place]
    hosts: set[str]

    def claim(self, of: Mapping[int, int]) -> int | None:
        """The strand that the run belongs to; None: it is an addition."""
        left = self.body.labels[self.i - 1] if self.i else None
        right = self.body.labels[self.j] if self.j < len(self.body.labels) else None
        if left is not None and right is not None and of[left] == of[right]:
            return of[left] if self._inside(left, right) else None
        if left is not None and (self._goes_on(left) or (right is not None and self._kin_before() >= SAME)):
            return of[left]
        if right is not None and left is None and self._leads(right, of):
            return of[right]
        return None

    def _inside(self, left: int, right: int) -> bool:
        """Whether text between two sentences of a report is the report's: others do not pass over it."""
        past = self._others(d for d, n in self.places[left].after.items() if n == right)
        if len(past) >= 2 + (self.j - self.i == 1) or self.hosts & set(past):
            return min(self._kin_before(), self._kin_behind()) >= SAME and len(past) < MANY
        return True

    def _goes_on(self, left: int) -> bool:
        """Whether the run carries on where others break off, or where they end and it keeps the subject."""
        if self._clean(left):
            # what a copier adds is seldom longer than what he took
            needed = SAME if self.j - self.i <= self.i else 0.0
            return self.j == len(self.body.labels) and self._kin_before() >= needed
        return self.j - self.i < 2 or self._kin_before() >= BEYOND

    def _clean(self, left: int) -> bool:
        """Whether another document ends here without breaking off."""
        place = self.places[left]
        ends = self._others(d for d, n in place.after.items() if n is None)
        return any(d not in place.cut and d not in place.mixed for d in ends)

    def _leads(self, right: int, of: Mapping[int, int]) -> bool:
        """Whether text before a report's first known sentence is the report's beginning."""
        before = self.places[right].before
        came = [before[d] for d in self._others(before)]
        if any(n is not None and of.get(n) == of[right] for n in came):
            return False
        if came and all(n is not None and n in of for n in came):
            return True  # wherever else it stands it stands inside another report
        length = self.j - self.i
        if length <= 2 or all(n is not None for n in came):
            return not (self.hosts & set(before) and length > 1)
        return self._kin_behind() >= SAME

    def turn(self) -> int:
        """Where the subject of the run changes for good: what follows is an addition."""
        units, at = self.body.units, self.j
        limit = best = OTHER if self._clean(self.body.labels[self.i - 1]) else BEYOND
        before = roots(units[max(0, self.i - WIDE) : self.i])
        for k in range(self.i + 1, self.j - 1):
            mine, rest = roots(units[self.i : k]), roots(units[k : self.j])
            strange = kinship(rest, before | mine)
            found = strange - max(0.0, kinship(mine, before))
            if found < best and strange < limit:
                best, at = found, k
        return at

    def _others(self, ids: Iterable[str]) -> list[str]:
        return [d for d in ids if d != self.body.document.doc_id]

    def _kin_before(self) -> float:
        units = self.body.units
        near = units[self.i : min(self.j, self.i + WIDE)]
        return kinship(roots(near), roots(units[max(0, self.i - WIDE) : self.i]))

    def _kin_behind(self) -> float:
        units = self.body.units
        near = units[max(self.i, self.j - WIDE) : self.j]
        return kinship(roots(near), roots(units[self.j : self.j + WIDE]))


def _member(body: Body, owners: Sequence[int | None], number: int) -> Member:
    mine = [i for i, owner in enumerate(owners) if owner == number]
    other = [i for i in range(len(owners)) if owners[i] != number]
    lead = sum(body.units[i].words for i in other if i < mine[0] and i > 0)
    return Member(
        body,
        tuple(body.units[i] for i in mine),
        tuple(body.labels[i] for i in mine),
        lead,
        sum(body.units[i].words for i in other if i < mine[0]),
        sum(body.units[i].words for i in other if i > mine[-1]),
        sum(body.units[i].words for i in other),
        sum(body.units[i].words for i in other if owners[i] is not None),
        frozenset(body.labels[i] for i in other),
    )
