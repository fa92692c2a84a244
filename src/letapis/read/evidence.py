"""The cues of every line of a heap, as numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from letapis.read import furniture
from letapis.read.cohesion import likeness, rarity, resumption, share
from letapis.read.cues import CUES, clash, continues, cut, headline, lead, script
from letapis.read.lines import Line
from letapis.read.recurrence import recurrent

__all__ = ["Evidence", "evidence"]

BEFORE, AFTER = 8, 3
"""Lines of text compared before and after a place."""

BLOCK = 7
"""Lines of text in each of two blocks whose likeness is measured."""

NEAR = 80
"""How many lines below its title a footer that names it may stand."""

_PICTURE = re.compile(
    r"(?:фота|фото|ілюстрац|иллюстрац|здымак|photo|image|picture|illustration)", re.IGNORECASE
)

_CLOSING = frozenset(("comment", "cookie", "footer", "notice", "recurrent", "share", "subscribe"))

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Heap:
    """The lines of a heap with what is known of each before they are compared."""

    lines: Sequence[Line]
    kinds: Sequence[str | None]
    headlines: Sequence[float]
    scripts: Sequence[str | None]
    weights: dict[str, float]
    body: Sequence[int]
    """Numbers of the lines that are text."""
    order: Sequence[int]
    """For each line, how many lines of text stand before it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """For each line the cues that it shows, and in one word what stands before it."""

    cues: list[dict[str, float]]
    """Only those that are not nought, in the order of ``CUES``."""
    before: list[str | None]
    """A key of ``habits.GENERAL``; None for the first line and for furniture."""


def evidence(lines: Sequence[Line]) -> Evidence:
    """What every line of a heap shows. The time it takes grows with the number of lines.

    >>> from letapis.read.lines import lines
    >>> found = evidence(lines("Bridge shut\\nIt is shut.\\n© The Invented Gazette\\nBoats run daily"))
    >>> found.before
    [None, 'heading', None, 'closing']
    >>> found.cues[0]["headline"], found.cues[2]["furniture"]
    (1.0, 1.0)
    """
    heap = _heap(lines)
    rows: list[dict[str, float]] = [_form(heap, at) | _content(heap, at) for at in range(len(lines))]
    _blocks(heap, rows)
    _layout(heap, rows)
    _named(heap, rows)
    _twins(heap, rows)
    cues = [{cue: row[cue] for cue in CUES if row.get(cue)} for row in rows]
    return Evidence(cues, [_before(heap, at) for at in range(len(lines))])


def _heap(lines: Sequence[Line]) -> Heap:
    weights = rarity([line.stems for line in lines])
    kinds = _kinds(lines, weights)
    body = [at for at, kind in enumerate(kinds) if kind is None]
    order, n = [], 0
    for kind in kinds:
        order.append(n)
        n += kind is None
    return Heap(
        lines,
        kinds,
        [0.0 if kind else headline(line) for line, kind in zip(lines, kinds, strict=True)],
        [script(line.text) for line in lines],
        weights,
        body,
        order,
    )


def _kinds(lines: Sequence[Line], weights: dict[str, float]) -> list[str | None]:
    """Kind of furniture of each line; None for a line that the next one takes up again.

    "Advertising tax doubled" looks like an advertisement's label, but the report goes on about it,
    here or where the same line stands elsewhere.
    """
    kinds = [_kind(line) for line in lines]
    for at in recurrent(lines):
        kinds[at] = kinds[at] or "recurrent"
    spoken: set[str] = set()
    for at, (line, after) in enumerate(pairwise(lines)):
        if kinds[at] not in furniture.DOUBTFUL or kinds[at + 1] or len(line.stems & after.stems) < 3:
            continue
        if resumption(line.stems, after.stems, weights) >= 0.4:
            spoken.add(line.text)
    return [None if line.text in spoken else kind for line, kind in zip(lines, kinds, strict=True)]


def _kind(line: Line) -> str | None:
    if line.size > furniture.LONGEST:
        return None
    kind = furniture.kind(line.text) or ("credit" if furniture.credit(line.text) else None)
    return "picture" if kind == "credit" and _PICTURE.match(line.text) else kind


def _form(heap: Heap, at: int) -> dict[str, float]:
    """Cues of the line itself and of the line before it."""
    line, kind = heap.lines[at], heap.kinds[at]
    row = {
        "headline": heap.headlines[at],
        "brief": heap.headlines[at] * max(0.0, 1 - len(line.stems) / 5),
        "continues": float(continues(line)),
        "furniture": float(kind not in (None, "markup")),
        "lead": lead(line) if not kind else 0.0,
    }
    if at + 1 < len(heap.lines):
        row["pictured"] = float(heap.kinds[at + 1] in ("picture", "platform"))
        row["repeated"] = float(any(same(line, after) for after in heap.lines[at + 1 : at + 3]))
    return row


def _before(heap: Heap, at: int) -> str | None:
    """What stands before a line: the key under which the heap's habits are counted."""
    if not at or heap.kinds[at] is not None:
        return None
    kind = heap.kinds[at - 1]
    if kind in ("platform", "markup", "picture"):
        return "picture"
    if kind:
        return "footer" if _closed(heap, at) else "closing" if kind in _CLOSING else "furniture"
    if broken := cut(heap.lines[at - 1]):
        return "cut" if broken > 0.5 else "loose"
    return "heading" if heap.headlines[at - 1] >= 0.5 else "plain"


def _closed(heap: Heap, at: int) -> bool:
    """Whether a feed's footer stands in the furniture before a line."""
    for i in range(at - 1, max(-1, at - 12), -1):
        if heap.kinds[i] in (None, "footer"):
            return heap.kinds[i] == "footer"
    return False


def same(a: Line, b: Line) -> bool:
    """Whether two lines are the same words, or one begins with the other."""
    short, long = sorted((a.text, b.text), key=len)
    return len(short) >= 12 and long.startswith(short)


def _content(heap: Heap, at: int) -> dict[str, float]:
    """Cues of the words before and after."""
    n, line = heap.order[at], heap.lines[at]
    text = heap.kinds[at] is None
    before = [heap.lines[i] for i in heap.body[max(0, n - BEFORE) : n]]
    after = [heap.lines[i] for i in heap.body[n + text : n + text + AFTER]]
    after = [other for other in after if not same(line, other)] or after
    if not before:
        return {}
    old = _NOTHING.union(*(other.stems for other in before))
    new = _NOTHING.union(*(other.stems for other in after))
    here = line.stems if text else _NOTHING
    known = _NOTHING.union(*(other.names for other in before))
    return {
        "familiar": share(here, old, heap.weights),
        "resumed": resumption(here, new, heap.weights),
        "resumes": resumption(before[-1].stems, here, heap.weights) if heap.headlines[at - 1] else 0.0,
        "carried": share(known, new | here, heap.weights) * min(1.0, len(known) / 4),
        "introduced": min(1.0, len((line.names if text else _NOTHING) & new - old) / 3),
        "language": _language(heap, n),
    }


def _blocks(heap: Heap, rows: list[dict[str, float]]) -> None:
    """Likeness of the block of lines before and the block from here on."""
    alike = [0.0]
    for n in range(1, len(heap.body)):
        before = _NOTHING.union(*(heap.lines[i].stems for i in heap.body[max(0, n - BLOCK) : n]))
        after = _NOTHING.union(*(heap.lines[i].stems for i in heap.body[n : n + BLOCK]))
        alike.append(likeness(before, after, heap.weights))
    for row, n in zip(rows, heap.order, strict=True):
        if 0 < n < len(alike):
            row["alike"] = alike[n]


def _language(heap: Heap, n: int) -> float:
    """1 where the next two lines of text that tell a language tell another than the last two."""
    before = [s for i in heap.body[max(0, n - 4) : n] if (s := heap.scripts[i])][-2:]
    after = [s for i in heap.body[n : n + 4] if (s := heap.scripts[i])][:2]
    return float(clash(before, after))


def _layout(heap: Heap, rows: list[dict[str, float]]) -> None:
    """A rule or form feed, or a wider gap than is usual in this heap."""
    gaps = Counter(line.blanks for line in heap.lines[1:])
    total = sum(gaps.values())
    for line, row in zip(heap.lines, rows, strict=True):
        wide = (
            sum(n for gap, n in gaps.items() if gap >= line.blanks) / total if line.blanks and total else 1.0
        )
        row["layout"] = 1.0 if line.rule else max(0.0, 1 - 3 * wide)


def _named(heap: Heap, rows: list[dict[str, float]]) -> None:
    """Titles that a footer below them names, and the lines between."""
    last: dict[str, int] = {}
    for at, line in enumerate(heap.lines):
        if heap.kinds[at] != "footer":
            if line.size <= 300:
                last[_opening(line.text)] = at
            continue
        match = furniture.footer(line.text)
        title = last.get(_opening(match["title"])) if match else None
        if title is not None and at - title <= NEAR:
            while title and same(heap.lines[title - 1], heap.lines[title]):
                title -= 1
            rows[title]["named"] = 1.0
            for between in range(title + 1, at + 1):
                rows[between]["inside"] = 1.0


def _opening(text: str) -> str:
    return text.strip().casefold()[:30]


def _twins(heap: Heap, rows: list[dict[str, float]]) -> None:
    """The same line elsewhere, where harder evidence says that a document begins."""
    places: dict[str, list[int]] = defaultdict(list)
    for at in heap.body:
        places[_opening(heap.lines[at].text)].append(at)
    for found in places.values():
        if len(found) < 2:
            continue
        hard = [_hard(heap, rows, at) for at in found]
        whole = sum(hard)
        for at, own in zip(found, hard, strict=True):
            rows[at]["twin"] = (whole - own) / (len(found) - 1)


def _hard(heap: Heap, rows: Sequence[dict[str, float]], at: int) -> float:
    if _before(heap, at) in ("closing", "footer", "furniture"):
        return 1.0
    return max(rows[at].get(cue, 0.0) for cue in ("language", "named"))
