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
from letapis.stemma.units import Unit

__all__ = ["Member", "members"]

ENOUGH = 6
"""A document must hold at least so many words of a report, or all of its own text, to witness it."""


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
    found_strands = strands(shared, cut, _broken(bodies, holders))
    of = homes({number: i for i, strand in enumerate(found_strands) for number in strand}, bodies)
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
    doc_id = body.document.doc_id
    i = 0
    while i < len(owners):
        if owners[i] is not None:
            i += 1
            continue
        j = i
        while j < len(owners) and owners[j] is None:
            j += 1
        left = body.labels[i - 1] if i else None
        right = body.labels[j] if j < len(owners) else None
        words = sum(unit.words for unit in body.units[i:j])
        value = _claim(doc_id, left, right, j - i, words, of, places, hosts)
        for k in range(i, j):
            owners[k] = value
        i = j
    return owners


def _claim(
    doc_id: str,
    left: int | None,
    right: int | None,
    length: int,
    words: int,
    of: Mapping[int, int],
    places: Mapping[int, _Place],
    hosts: set[str],
) -> int | None:
    """The strand that a run of text found in this document alone belongs to."""
    if left is not None and right is not None and of[left] == of[right]:
        past = [d for d, n in places[left].after.items() if n == right and d != doc_id]
        if len(past) >= 2 + (length == 1) or hosts & set(past):
            return None
        return of[left]
    if left is not None:
        ends = [d for d, n in places[left].after.items() if d != doc_id and n is None]
        clean = [d for d in ends if d not in places[left].cut and d not in places[left].mixed]
        if not clean:
            return of[left]
        if right is None:
            return None
    if right is not None and left is None:
        came = [n for d, n in places[right].before.items() if d != doc_id]
        led = any(n is not None and of.get(n) == of[right] for n in came)
        if led:
            return None
        if came and all(n is not None and n in of for n in came):
            return of[right]  # wherever else it stands it stands inside another report
        if length <= 2 or all(n is not None for n in came):
            return None if hosts & set(places[right].before) and length > 1 else of[right]
    return None


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
