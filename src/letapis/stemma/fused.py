"""Sentences that a copy ran together, told apart where other copies keep them apart.

A copy that lost a full stop has one sentence where others have two or three. Left as it is, the long
one would found a class of its own, and the restored text might say a sentence twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from letapis.stemma.units import Unit
from letapis.text import tokens

__all__ = ["parted"]

_MOST = 3
"""So many sentences run together are looked for."""
Forms = tuple[str, ...]


def parted(bodies: Mapping[str, Sequence[Unit]], texts: Mapping[str, str]) -> dict[str, list[Unit]]:
    """The same units, each cut where more documents end a sentence than run on.

    Only units that are, word for word, two or three that stand side by side elsewhere are cut. The
    order of ``bodies`` changes nothing.

    >>> from letapis.model import Document
    >>> from letapis.stemma.units import units
    >>> texts = {"a": "Мост закрыли в среду. Его откроют весной снова.", "c": "Мост закрыли в среду"}
    >>> texts |= {"b": texts["a"], "c": texts["c"] + " его откроют весной снова."}
    >>> found = parted({d: units(Document(d, d, text=t)) for d, t in texts.items()}, texts)
    >>> [texts["c"][unit.start : unit.stop] for unit in found["c"]]
    ['Мост закрыли в среду', 'его откроют весной снова.']
    """
    whole: Counter[Forms] = Counter()
    for body in bodies.values():
        whole.update({unit.forms for unit in body})
    apart: dict[Forms, Counter[tuple[int, ...]]] = {}
    for body in bodies.values():
        for size in range(2, _MOST + 1):
            for k in range(len(body) - size + 1):
                parts = [unit.forms for unit in body[k : k + size]]
                together = tuple(form for part in parts for form in part)
                if together in whole:
                    cuts = tuple(sum(map(len, parts[:n])) for n in range(1, size))
                    apart.setdefault(together, Counter())[cuts] += 1
    places = {
        forms: max(ways, key=lambda cuts: (ways[cuts], cuts))
        for forms, ways in apart.items()
        if whole[forms] < max(ways.values())
    }
    if not places:
        return {doc_id: list(body) for doc_id, body in bodies.items()}
    return {
        doc_id: [part for unit in body for part in _cut(unit, places.get(unit.forms, ()), texts[doc_id])]
        for doc_id, body in bodies.items()
    }


def _cut(unit: Unit, cuts: Sequence[int], text: str) -> list[Unit]:
    if not cuts:
        return [unit]
    words = tokens(text[unit.start : unit.stop])
    if len(words) != len(unit.forms):
        return [unit]
    found, before = [], 0
    for cut in (*cuts, len(words)):
        start = unit.start + words[before].start if before else unit.start
        stop = unit.start + words[cut - 1].stop if cut < len(words) else unit.stop
        if cut < len(words):
            # the mark that ended it, where one is left, goes with it
            gap = text[stop : unit.start + words[cut].start]
            stop += len(gap) - len(gap.lstrip(".,;:!?…»”\"'"))
        found.append(Unit(unit.doc_id, start, stop, unit.forms[before:cut]))
        before = cut
    return found
