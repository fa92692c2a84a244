"""Furniture that no pattern knows: lines that come again and again among ever other lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from letapis.read.lines import Line

__all__ = ["recurrent"]

LONGEST, LEAST, AHEAD = 300, 3, 5
"""Code points of the longest such line, the fewest places, and the lines looked at below it."""


def recurrent(lines: Sequence[Line]) -> set[int]:
    """Indexes of lines that recur among other lines each time.

    A copied report's lines recur as well, but with the same neighbours, and what follows a copied
    title is its report: both are told by the lines below, candidates left out. A label before a
    colon ("Read on: …") recurs whatever stands after it.

    >>> from letapis.read.lines import lines
    >>> heap = "\\n".join("Ring us!" if n % 7 == 3 else f"Boat {n} came in." for n in range(24))
    >>> sorted(recurrent(lines(heap)))
    [3, 10, 17]
    """
    groups = [ats for ats in _places(lines) if _scattered(lines, ats)]
    candidates = {at for ats in groups for at in ats}
    return {at for ats in groups if not _followed(lines, ats, candidates) for at in ats}


def _places(lines: Sequence[Line]) -> list[list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.size > LONGEST:
            continue
        places[line.text].append(at)
        label, colon, rest = line.text[:40].partition(":")
        if colon and rest and len(label.split()) <= 4:
            places[label + colon].append(at)
    return [ats for ats in places.values() if len(ats) >= LEAST]


def _scattered(lines: Sequence[Line], ats: Sequence[int]) -> bool:
    """Whether the neighbours of a line are others nearly every time."""
    before = {lines[at - 1].text[:40] for at in ats if at}
    after = {lines[at + 1].text[:40] for at in ats if at + 1 < len(lines)}
    return min(len(before), len(after)) >= max(LEAST, 0.4 * len(ats))


def _followed(lines: Sequence[Line], ats: Sequence[int], candidates: set[int]) -> bool:
    """Whether the same lines come soon after in half of the places."""
    seen: dict[str, set[int]] = defaultdict(set)
    for at in ats:
        for below in range(at + 1, min(at + 1 + AHEAD, len(lines))):
            if below not in candidates:
                seen[lines[below].text[:40]].add(at)
    again = {at for found in seen.values() if len(found) > 1 for at in found}
    return 2 * len(again) > len(ats)
