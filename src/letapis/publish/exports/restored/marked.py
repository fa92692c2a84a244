"""A witness's text with every passage that is pointed to marked, each at an address of its own."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from letapis.publish.exports.restored.markup import Html

__all__ = ["Mark", "marked", "rules"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of a text that something points to."""

    start: int
    stop: int
    kind: str

    @property
    def id(self) -> str:
        """The fragment that leads to it."""
        return f"c={self.start}-{self.stop}"


def marked(text: str, marks: Iterable[Mark], notes: Sequence[tuple[int, Html]] = ()) -> Html:
    """``text`` with ``marks`` around its passages and ``notes`` put in at their places.

    Passages may lie in one another and across one another: one that would cross another's end goes
    on in a second part, which :func:`rules` joins to the first. One passage that is pointed to for
    two reasons is one element with both kinds, since an address may stand once.

    >>> marked("a quay", [Mark(2, 6, "used")])
    'a <mark id="c=2-6" class="used">quay</mark>'
    """
    chosen = _merged(m for m in marks if 0 <= m.start < m.stop <= len(text))
    waiting = [(m.start, -m.stop, i, True) for i, m in enumerate(chosen)]
    out: list[str] = []
    open_at: list[int] = []
    notes = sorted(notes, key=lambda note: note[0])
    at = said = 0

    def to(place: int) -> None:
        nonlocal at, said
        while said < len(notes) and notes[said][0] <= place:
            stop = max(at, notes[said][0])
            out.extend((_lines(text[at:stop]), notes[said][1]))
            at, said = stop, said + 1
        out.append(_lines(text[at:place]))
        at = max(at, place)

    def close(before: int) -> None:
        while open_at and open_at[-1] <= before:
            to(open_at.pop())
            out.append("</mark>")

    while waiting:
        start, stop, i, first = heapq.heappop(waiting)
        stop = -stop
        close(start)
        if open_at and stop > open_at[-1]:
            heapq.heappush(waiting, (open_at[-1], -stop, i, False))
            stop = open_at[-1]
        to(start)
        mark = chosen[i]
        given = f'id="{mark.id}" class="{mark.kind}"' if first else f'class="{mark.kind} part-{_name(mark)}"'
        out.append(f"<mark {given}>")
        open_at.append(stop)
    close(len(text))
    to(len(text))
    return Html("".join(out))


def rules(marks: Iterable[Mark]) -> str:
    """The style that shows the later parts of a passage together with its first, when it is opened.

    >>> rules([Mark(0, 4, "used"), Mark(2, 6, "used"), Mark(8, 9, "used")])
    'body:has([id="c=2-6"]:target) .part-2-6{background:var(--mark);outline:2px solid var(--gold)}'
    """
    chosen = _merged(marks)
    found: dict[str, None] = {}
    ends: list[int] = []
    for mark in chosen:
        ends = [end for end in ends if end > mark.start]
        if any(end < mark.stop for end in ends):
            found[
                f'body:has([id="{mark.id}"]:target) .part-{_name(mark)}'
                "{background:var(--mark);outline:2px solid var(--gold)}"
            ] = None
        ends.append(mark.stop)
    return "".join(found)


def _merged(marks: Iterable[Mark]) -> list[Mark]:
    """One mark a passage, with every kind it has, outer ones before inner ones."""
    kinds: dict[tuple[int, int], set[str]] = {}
    for mark in marks:
        kinds.setdefault((mark.start, mark.stop), set()).add(mark.kind)
    places = sorted(kinds, key=lambda place: (place[0], -place[1]))
    return [Mark(*place, " ".join(sorted(kinds[place]))) for place in places]


def _name(mark: Mark) -> str:
    return f"{mark.start}-{mark.stop}"


def _lines(text: str) -> str:
    return Html('<span class="par">\n</span>').join(Html.of(line) for line in text.split("\n"))
