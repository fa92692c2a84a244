"""Which figures count the same thing: few, sure links, each with its reasons.

Two figures may count the same thing only where nothing speaks against it: they have the same unit or
currency and the same "per what"; what is counted, the days and the names of their sentences do not
differ; their pages were published within days; and they do not stand beside each other in one text.
Then one of these must speak for it:

- **words**: their sentences, in one language, have most of their telling words in common;
- **names**: they count the same known thing (killed, detained, cost …) or share the word for it, and
  their sentences share two names, or one that few pages have; in one language a further word as well;
- **copy**: they stand in the same place among the figures of two pages of one report.

A link that would put two different values of one source in one text into the same group is left out.
Only figures that share a name or one of their rarest words are compared, and of those only such as are
near in time, so that the work grows with their number and not with its square.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from letapis.publish.context import Context
from letapis.publish.range import Range, clash
from letapis.publish.view import Row

__all__ = ["Link", "groups", "source"]

_DAYS, _CLOSE = 10, 4
"""Days between the publication of two pages that may speak of one count: by words, and by names alone."""
_WORDS, _MORE = 3, 5
"""Telling words that two sentences must share; where what is counted is not known."""
_MOST, _SURE = 0.6, 0.75
"""The share of the shorter sentence that they must be; where a page has no date."""
_RARE, _FEW = 0.005, 20
"""A name is rare that stands in fewer pages than this share of all, or than this many."""
_RAREST = 3
"""Words of a sentence under which it is looked for."""
_OFTEN, _USUAL = 0.002, 200
"""A word that stands with more figures than this share of all, or than this many, tells too little."""
_RECENT = 12
"""Different figures that a new one is compared with under one name or word: the latest."""
_COPIES = 40
"""Pages of a report whose figures are laid beside those of its first page."""

Given = Sequence[Row]


class Link(NamedTuple):
    """Two figures that count the same thing, by their numbers, with what speaks for it."""

    score: float
    first: int
    second: int
    feature: str
    detail: str


def groups(rows: Given, contexts: Sequence[Context], pages: int) -> list[tuple[list[int], list[Link]]]:
    """The figures that count the same thing, in groups of two or more, with the links that hold them.

    ``rows`` are figures as :func:`letapis.publish.figures.told` gives them, ``pages`` how many
    documents there are in all.
    """
    found = {
        (link.first, link.second): link for link in (*_copies(rows, contexts), *_near(rows, contexts, pages))
    }
    joined = _Sets(rows)
    kept = [link for link in sorted(found.values(), key=_order) if joined.join(link.first, link.second)]
    members: dict[int, list[int]] = {}
    for number in {number for link in kept for number in (link.first, link.second)}:
        members.setdefault(joined.root(number), []).append(number)
    held: dict[int, list[Link]] = {}
    for link in kept:
        held.setdefault(joined.root(link.first), []).append(link)
    return [(sorted(numbers), held[root]) for root, numbers in sorted(members.items())]


def _order(link: Link) -> tuple[float, int, int]:
    return -link.score, link.first, link.second


class _Sets:
    """Groups that grow; never with two clashing values of one source in one text."""

    def __init__(self, rows: Given) -> None:
        self._parent = list(range(len(rows)))
        self._said: list[dict[tuple[str, str], list[Range]]] = [
            {(row["doc_id"], source(row)): [Range.of(row)]} for row in rows
        ]

    def root(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, first: int, second: int) -> bool:
        """Make one group of two; False where they contradict each other."""
        a, b = self.root(first), self.root(second)
        if a == b:
            return True
        if len(self._said[a]) < len(self._said[b]):
            a, b = b, a
        for key, values in self._said[b].items():
            if any(clash(one, other) for one in values for other in self._said[a].get(key, ())):
                return False
        for key, values in self._said[b].items():
            known = self._said[a].setdefault(key, [])
            known += [value for value in values if value not in known]
        self._parent[b] = a
        return True


def source(row: Row) -> str:
    """Who gives a figure: a speaker, or the text itself (empty)."""
    return str(row["speaker_entity"] or (row["speaker"] or "").casefold())


def _near(rows: Given, contexts: Sequence[Context], pages: int) -> Iterator[Link]:
    """Links by words and by names."""
    often = Counter(word for one in contexts for word in one.words)
    seen = _pages(rows, contexts)
    rare, usual = max(_FEW, _RARE * pages), max(_USUAL, _OFTEN * len(rows))
    boxes: dict[tuple[object, ...], list[int]] = {}
    for number, one in enumerate(contexts):
        base = (*one.measure, one.thing)
        if not one.measure[0] and not one.counted:
            continue
        for name in one.names:
            boxes.setdefault((*base, "name", name), []).append(number)
        words = sorted((word for word in one.words if 1 < often[word] <= usual), key=lambda w: (often[w], w))
        # the same sentence is found under all of its words too, however usual they are
        for word in (*words[:_RAREST], one.words):
            boxes.setdefault((*base, rows[number]["language"], word), []).append(number)
    for numbers in boxes.values():
        yield from _box(rows, contexts, sorted(numbers, key=lambda n: _time(rows[n])), seen, rare)


def _box(
    rows: Given, contexts: Sequence[Context], numbers: Sequence[int], seen: Mapping[str, int], rare: float
) -> Iterator[Link]:
    """Links among figures that share a word or a name, in order of time."""
    recent: OrderedDict[tuple[object, ...], int] = OrderedDict()
    for number in numbers:
        row = rows[number]
        key = (row["low"], row["high"], row["qualifier"], source(row), contexts[number].words)
        for other in [recent[key]] if key in recent else list(recent.values()):
            link = _link(rows, contexts, other, number, seen, rare)
            if link is not None:
                yield link
        recent[key] = number
        recent.move_to_end(key)
        if len(recent) > _RECENT:
            recent.popitem(last=False)


def _link(
    rows: Given, contexts: Sequence[Context], a: int, b: int, seen: Mapping[str, int], rare: float
) -> Link | None:
    left, right, one, other = rows[a], rows[b], contexts[a], contexts[b]
    days = _apart(left, right)
    if days > _DAYS or not _may(left, right, one, other):
        return None
    first, second = min(a, b), max(a, b)
    known = bool(one.thing) or bool(one.counted & other.counted)
    shared = one.words & other.words
    if left["language"] == right["language"]:
        least = min(len(one.words), len(other.words))
        most = _SURE if left["published"] is None or right["published"] is None else _MOST
        if len(shared) >= (_WORDS if known else _MORE) and len(shared) >= most * least:
            share = len(shared) / least
            return Link(0.6 + 0.4 * share, first, second, "words", ", ".join(sorted(shared)[:8]))
    names = one.names & other.names
    same = left["language"] != right["language"] or bool(one.counted) == bool(other.counted)
    if not names or not known or not same or days > _CLOSE or one.turn[1] > 1:
        return None
    undated = left["published"] is None or right["published"] is None
    few = [name for name in names if seen[name] <= rare]
    same_day = bool(one.days & other.days)
    if undated and not same_day and left["origin"] != right["origin"]:
        return None
    if left["language"] == right["language"]:
        enough = (len(names) > 1 or few) and _further(one, other)
    else:
        enough = len(names) > 1 or (few and (same_day or left["origin"] == right["origin"]))
    return Link(0.5, first, second, "names", " ".join(sorted(names))) if enough else None


def _further(one: Context, other: Context) -> bool:
    """Whether two sentences share a telling word besides names and what is counted."""
    return bool((one.words & other.words) - one.capitals - other.capitals - one.counted - other.counted)


def _may(left: Row, right: Row, one: Context, other: Context) -> bool:
    """Whether nothing speaks against two figures counting the same thing."""
    if one.measure != other.measure or one.thing != other.thing:
        return False
    if one.turn != other.turn or not _two(left, right):
        return False
    if left["language"] == right["language"]:
        if one.counted and other.counted and not one.counted & other.counted:
            return False
        if one.capitals - other.capitals and other.capitals - one.capitals and not _cased(one, other):
            return False
    if one.names - other.names and other.names - one.names:
        return False
    return not one.days or not other.days or any(_agree(a, b) for a in one.days for b in other.days)


def _two(left: Row, right: Row) -> bool:
    """Whether two figures stand in two texts, or are said by two different people in one."""
    if left["doc_id"] != right["doc_id"]:
        return True
    return (
        bool(source(left) and source(right))
        and source(left) != source(right)
        and left["said"] != right["said"]
    )


def _cased(one: Context, other: Context) -> bool:
    """Whether the names that two sentences do not share may be case forms: alike in their first letters."""
    mine, yours = one.capitals - other.capitals, other.capitals - one.capitals
    return all(any(a[:4] == b[:4] for b in yours) for a in mine)


def _agree(a: str, b: str) -> bool:
    """Whether one EDTF date is the other, or a part of it."""
    return a.startswith(b) or b.startswith(a)


def _apart(a: Row, b: Row) -> int:
    """Days between two pages; where a date is not known they count as near."""
    if a["published"] is None or b["published"] is None:
        return 0
    return abs(int((a["published"] - b["published"]).days))


def _time(row: Row) -> tuple[bool, str, str, int]:
    return row["published"] is None, str(row["published"]), row["doc_id"], row["start"]


def _pages(rows: Given, contexts: Sequence[Context]) -> Counter[str]:
    """In how many pages figures stand with each name."""
    return Counter(
        name
        for _, name in {
            (row["doc_id"], name) for row, one in zip(rows, contexts, strict=True) for name in one.names
        }
    )


def _copies(rows: Given, contexts: Sequence[Context]) -> Iterator[Link]:
    """Links between the pages of a report: figures between the same neighbours, or of the same value."""
    reports: dict[str, dict[str, list[int]]] = {}
    for number, row in enumerate(rows):
        if row["carried"]:
            reports.setdefault(row["origin"], {}).setdefault(row["doc_id"], []).append(number)
    for pages in reports.values():
        first, *others = [
            sorted(numbers, key=lambda n: int(rows[n]["start"])) for _, numbers in sorted(pages.items())
        ]
        for numbers in others[:_COPIES]:
            yield from _beside(rows, contexts, first, numbers)


def _beside(
    rows: Given, contexts: Sequence[Context], left: Sequence[int], right: Sequence[int]
) -> Iterator[Link]:
    def key(number: int) -> tuple[object, ...]:
        return (*contexts[number].measure, rows[number]["low"], rows[number]["high"])

    matcher = SequenceMatcher(None, [key(n) for n in left], [key(n) for n in right], autojunk=False)
    for kind, a, a_stop, b, b_stop in matcher.get_opcodes():
        if kind == "equal":
            for i, j in zip(range(a, a_stop), range(b, b_stop), strict=True):
                yield _pair(left[i], right[j], "the same value in the same place")
        elif kind == "replace" and a_stop - a == b_stop - b == 1 and (a > 0 or b > 0):
            one, other = contexts[left[a]], contexts[right[b]]
            things = {one.thing, other.thing} - {""}
            if one.measure == other.measure and len(things) < 2 and any(one.measure):
                yield _pair(left[a], right[b], "between the same figures of two pages of one report")


def _pair(a: int, b: int, detail: str) -> Link:
    return Link(0.9, min(a, b), max(a, b), "copy", detail)
