"""Who took it from whom, within one report: the cost of every possible parent.

Costs are negative log odds, roughly: a slip made anew, a slip mended, text that the parent does not
hold, a cut at a place of one's own, foreign paragraphs, a parent dated later than its copy. The
constants are set by hand on what the events mean and not fitted; the order of their sizes is
what matters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import log2

from letapis.stemma.members import Member
from letapis.stemma.slips import Change, changes
from letapis.stemma.spelling import Spelling, spelling, weight
from letapis.stemma.tree import arborescence
from letapis.stemma.verdict import FREE, Rulings

__all__ = ["LOST", "Reading", "parents", "readings", "standard"]

LOST = ""
"""The name of the root where the original is lost."""
SLIP, MENDED, LACKING = 5.0, 6.0, 4.0
CUT, FOREIGN, LATE, SECOND = 2.5, 4.0, 2.0, 1.0
"""SECOND: seven copies in ten are taken from the original itself, the rest from some one copy."""
NAMED = 15.0
"""A copy whose source line credits another copy's outlet says itself where it is from: that outweighs two
slips, since which of two readings is the slip is itself inferred."""
SPELT, TRIED = 5.0, 12
"""Weight of a word's spelling against the number of copies that have it; of the readings of a sentence
so many, the most frequent ones, are compared."""
SHARERS = 40
"""Of the documents with the same slip or cut, so many are tried as parents: bounds a large family."""

Slip = tuple[int, Change]


@dataclass(frozen=True, slots=True)
class Reading:
    """A member's text against the standard readings."""

    slips: frozenset[Slip]
    held: frozenset[int]
    first: int
    last: int
    """Places of its first and last class in the report's order."""
    tail: int
    """Its last class."""
    end: int
    """Word of the last class's standard reading at which it stops; -1: at its end."""


def standard(family: Sequence[Member], original: Member | None) -> dict[int, tuple[str, ...]]:
    """For every class, the reading that the others differ least from; the original's where it has one.

    Only readings of nearly full length stand for the class.

    >>> from letapis.model import Document
    >>> from letapis.stemma.body import bodies
    >>> text = "Мост закрыт\\nЕго закрыли в среду утром на ремонт."
    >>> pages = [Document(d, "", text=t, language="ru") for d, t in {"a": text, "b": text}.items()]
    >>> from letapis.stemma.members import members
    >>> [group] = members(bodies(pages), [])
    >>> [" ".join(words) for words in standard(group, None).values()]
    ['мост закрыт', 'его закрыли в среду утром на ремонт']
    """
    found: defaultdict[int, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for member in family:
        for number, forms in _forms(member).items():
            found[number][forms] += 1
    known = spelling(_words(counts) for counts in found.values())
    best = {number: _likely(counts, known) for number, counts in found.items()}
    if original is not None:
        for number, forms in _forms(original).items():
            if len(forms) >= 0.9 * len(best[number]):
                best[number] = forms
    return best


def _forms(member: Member) -> dict[int, tuple[str, ...]]:
    """The words that a member has for every class; sentences split differently are joined again."""
    found: dict[int, tuple[str, ...]] = {}
    for unit, number in zip(member.units, member.labels, strict=True):
        found[number] = found.get(number, ()) + unit.forms
    return found


def _words(counts: Mapping[tuple[str, ...], int]) -> Counter[str]:
    """How many documents have each word in a sentence, given its readings."""
    found: Counter[str] = Counter()
    for forms, n in counts.items():
        for form in set(forms):
            found[form] += n
    return found


def _likely(counts: Mapping[tuple[str, ...], int], known: Spelling) -> tuple[str, ...]:
    """The reading that the others differ least from, words in it that are odd put right.

    Copies of a slip say the same once more, so their number counts by its logarithm; and where many
    copies have an odd word and few a plain one, the plain one stands.
    """
    longest = max(len(forms) for forms in counts)
    full = {forms: n for forms, n in counts.items() if len(forms) >= 0.9 * longest}
    tried = sorted(full, key=lambda forms: (-full[forms], forms))[:TRIED]
    if len(full) == 1:
        return tried[0]
    votes = {forms: log2(1 + n) for forms, n in full.items()}

    def apart(forms: tuple[str, ...]) -> float:
        return sum(votes[other] * len(changes(forms, other)[0]) for other in tried if other != forms)

    base = min(tried, key=lambda forms: (round(apart(forms), 6), -full[forms], -len(forms), forms))
    said: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for forms in tried:
        for change in changes(base, forms)[0]:
            if len(change.was) == len(change.now) == 1:
                said[change.at][change.now[0]] += full[forms]
    words = list(base)
    for at, rivals in said.items():
        mine = sum(full[f] for f in tried) - sum(rivals.values())
        worth = {form: weight(n, known.likely(form), SPELT) for form, n in rivals.items()}
        best = min(worth, key=lambda form: (-round(worth[form], 6), form))
        if worth[best] > weight(mine, known.likely(base[at]), SPELT):
            words[at] = best
    return tuple(words)


def readings(
    family: Sequence[Member], texts: Mapping[int, tuple[str, ...]], order: Mapping[int, int]
) -> dict[str, Reading]:
    """Every member's slips and extent.

    >>> from letapis.model import Document
    >>> from letapis.stemma.body import bodies
    >>> text = "Мост закрыт\\nЕго закрыли в среду утром на ремонт."
    >>> pages = [Document(d, "", text=t, language="ru") for d, t in {"a": text, "b": text}.items()]
    >>> from letapis.stemma.members import members
    >>> [group] = members(bodies(pages), [])
    >>> found = readings(group, standard(group, None), {0: 1, 1: 0})
    >>> found["a"].slips, found["a"].first, found["a"].last
    (frozenset(), 0, 1)
    """
    seen: dict[tuple[int, tuple[str, ...]], tuple[frozenset[Change], int, int]] = {}
    found: dict[str, Reading] = {}
    for member in family:
        slips: set[Slip] = set()
        forms = _forms(member)
        last = max(forms, key=lambda number: order[number])
        end = -1
        for number, words in forms.items():
            if (number, words) not in seen:
                seen[number, words] = changes(texts[number], words)
            mine, _, stop = seen[number, words]
            slips.update((number, change) for change in mine)
            if number == last and stop < len(texts[number]):
                end = stop
        places = [order[number] for number in forms]
        found[member.doc_id] = Reading(
            frozenset(slips), frozenset(forms), min(places), max(places), last, end
        )
    return found


def parents(
    family: Sequence[Member],
    read: Mapping[str, Reading],
    original: str | None,
    named: Mapping[str, AbstractSet[str]] | None = None,
    rules: Rulings = FREE,
) -> dict[str, str]:
    """The parent of every member, :data:`LOST` for the lost original.

    ``named`` gives the outlets that a member credits for the whole of its text, the report's own left out;
    ``rules`` what has been said, which outweighs all that is observed.

    >>> from letapis.model import Document
    >>> from letapis.stemma.body import bodies
    >>> text = "Мост закрыт\\nЕго закрыли в среду утром на ремонт."
    >>> pages = [Document(d, "", text=t, language="ru") for d, t in {"a": text, "b": text}.items()]
    >>> from letapis.stemma.members import members
    >>> [group] = members(bodies(pages), [])
    >>> parents(group, readings(group, standard(group, None), {0: 1, 1: 0}), None)
    {'a': '', 'b': ''}
    """
    root = LOST if original is None else original
    by_id = {member.doc_id: member for member in family}
    whole = max(reading.last for reading in read.values())
    costs: dict[tuple[str, str], float] = {}
    for child in sorted(by_id):
        if child == root:
            continue
        costs[root, child] = _from_root(by_id, read, child, original, whole)
    credited = _credited(by_id, root, named or {})
    stated = rules.pairs(by_id.keys(), root) if rules else set()
    for parent, child in sorted(_candidates(by_id, read, root) | credited | stated):
        cost = SECOND + _cost(by_id, read, parent, child)
        costs[parent, child] = cost - NAMED if (parent, child) in credited else cost
    if rules:
        rules.weigh(costs, root)
    return arborescence(costs, root)


def _credited(
    by_id: Mapping[str, Member], root: str, named: Mapping[str, AbstractSet[str]]
) -> set[tuple[str, str]]:
    """Pairs of which the second credits the first's outlet."""
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for doc_id in sorted(by_id):
        homes[by_id[doc_id].body.document.outlet or ""].append(doc_id)
    return {
        (parent, child)
        for child, outlets in named.items()
        for outlet in outlets
        for parent in homes.get(outlet, ())[:SHARERS]
        if child in by_id and child != root and parent not in (child, root)
    }


def _candidates(by_id: Mapping[str, Member], read: Mapping[str, Reading], root: str) -> set[tuple[str, str]]:
    """Pairs with something in common that the root has not: a slip, a cut, foreign text."""
    index: defaultdict[object, list[str]] = defaultdict(list)
    whole = max(reading.last for reading in read.values())
    for doc_id in sorted(by_id, key=lambda d: (by_id[d].body.document.published is None, _date(by_id[d]), d)):
        reading = read[doc_id]
        for slip in reading.slips:
            index[slip].append(doc_id)
        if reading.last < whole or reading.end >= 0:
            index["cut", reading.last, reading.end].append(doc_id)
        for number in by_id[doc_id].others:
            index["other", number].append(doc_id)
    return {
        (p, c)
        for sharers in index.values()
        for p in sharers[:SHARERS]
        for c in sharers
        if p != c and c != root and p != root
    }


def _date(member: Member) -> str:
    return str(member.body.document.published or "")


def _from_root(
    by_id: Mapping[str, Member], read: Mapping[str, Reading], child: str, original: str | None, whole: int
) -> float:
    mine = read[child]
    cost = SLIP * len(mine.slips)
    if mine.last < whole or mine.end >= 0:
        cost += CUT
    if by_id[child].others:
        cost += FOREIGN
    if original is not None:
        cost += _late(by_id[original], by_id[child])
        cost += LACKING * min(3, len(mine.held - read[original].held))
    return cost


def _cost(
    by_id: Mapping[str, Member],
    read: Mapping[str, Reading],
    parent: str,
    child: str,
) -> float:
    a, b = read[parent], read[child]
    mended = sum(slip[0] in b.held and _within(slip, b) for slip in a.slips - b.slips)
    cost = SLIP * len(b.slips - a.slips) + MENDED * mended + LACKING * len(b.held - a.held)
    same_end = (a.last, a.end) == (b.last, b.end)
    if not same_end:
        if a.last == b.last and a.end >= 0 and (b.end < 0 or b.end > a.end):
            cost += LACKING
        else:
            cost += CUT
    mine, theirs = by_id[child].others, by_id[parent].others
    if mine - theirs:
        cost += FOREIGN
    if theirs and not mine & theirs:
        cost += FOREIGN / 2 if same_end else FOREIGN / 8
    return cost + _late(by_id[parent], by_id[child])


def _within(slip: Slip, reading: Reading) -> bool:
    """Whether the slip's place is one that ``reading`` holds: not beyond its cut."""
    return slip[0] != reading.tail or reading.end < 0 or slip[1].at < reading.end


def _late(parent: Member, child: Member) -> float:
    a, b = parent.body.document.published, child.body.document.published
    return LATE if a is not None and b is not None and a > b else 0.0
