"""What stands around each token of a text, as arrays of numbers."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from letapis.link.spotting.places import several
from letapis.link.spotting.trait import CLASSES
from letapis.link.spotting.words import Words
from letapis.text.stream import Stream

__all__ = ["SITUATIONS", "Chart", "chart"]

SITUATIONS = 54
"""How many situations there are.

Begins a sentence, or does after a mark, or does not (3) × written with a capital or without elsewhere
(3) × in a line of capitals (2) × first in quotation marks, in them or not (3)."""
_CLOSING = {"«": "»", "“": "”", "„": "“”", '"': '"', "”": "”"}
_WITHIN = 9
"""How many tokens there may be in quotation marks that hold a name."""


def _which(letters: str) -> Any:
    return np.array([bool(name) and name[0] in letters for name in CLASSES])


_LOWER, _CAPITAL, _WORD = _which("la"), _which("CAMI"), _which("laCAMI")
_OPEN = np.array([name[:1] == "." and name[1:] in _CLOSING for name in CLASSES])
_MARK = _which(".")


class Chart(NamedTuple):
    """Arrays of one number a token, but for ``bounds``."""

    words: Any
    """Number of its word (:class:`letapis.link.spotting.words.Words`)."""
    kinds: Any
    """Its class (:data:`letapis.link.spotting.trait.CLASSES`)."""
    situations: Any
    """0 to :data:`SITUATIONS`."""
    heads: Any
    """In quotation marks, the class of the word before them, plus one; else 0."""
    listed: Any
    """1 where a listed place name of several words begins, 2 where it goes on, else 0."""
    keys: Any
    """Number of its stem."""
    bounds: Any
    """Numbers of the tokens that begin sentences, and of the end."""


def chart(text: Stream, words: Words) -> Chart:
    """What stands around each token of ``text``; time grows with its length.

    >>> from letapis.text.stream import stream
    >>> found = chart(stream('Town of New Orleans; the "Moss" works.'), Words(None))
    >>> found.listed.tolist(), [CLASSES[head - 1] for head in found.heads if head]
    ([0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0], ['a'])
    """
    ids = words.numbered(text.words)
    kinds, keys = words.kinds[ids], words.keys[ids]
    bounds = np.array(text.sentences, np.int64)
    within, heads = _quoted(text, kinds)
    begins = np.zeros(len(ids), np.int16)
    begins[bounds[:-1]] = 1
    after = np.flatnonzero((begins == 1) & _MARK[kinds]) + 1
    begins[after[after < len(ids)]] = 2
    loud = _loud(kinds, text.lines)
    seen = _seen(kinds, keys, begins, loud)
    situations = ((begins * 3 + seen) * 2 + loud) * 3 + within
    return Chart(
        ids, kinds, situations.astype(np.int16), heads, _listed(text, kinds, keys, words), keys, bounds
    )


def _quoted(text: Stream, kinds: Any) -> tuple[Any, Any]:
    """Which tokens stand first (1) or later (2) in short quotation marks, and the class before those."""
    within, heads = np.zeros(len(kinds), np.int16), np.zeros(len(kinds), np.int16)
    past = 0
    for at in np.flatnonzero(_OPEN[kinds]).tolist():
        if at < past:
            continue
        closing = _CLOSING[text.words[at]]
        last = min(at + _WITHIN + 2, len(kinds))
        stop = next((after for after in range(at + 1, last) if text.words[after] in closing), 0)
        if stop > at + 1:
            within[at + 1] = 1
            within[at + 2 : stop] = 2
            heads[at + 1 : stop] = (kinds[at - 1] if at else 0) + 1
            past = stop + 1
    return within, heads


def _loud(kinds: Any, lines: list[int]) -> Any:
    """1 in lines of three words and more of which three in four have a capital."""
    firsts = np.array(lines[:-1], np.int64)
    if not len(firsts):
        return np.zeros(len(kinds), np.int16)
    capital = np.add.reduceat(_CAPITAL[kinds].astype(np.int32), firsts)
    whole = np.add.reduceat(_WORD[kinds].astype(np.int32), firsts)
    loud = (whole >= 3) & (capital * 4 >= whole * 3)
    return np.repeat(loud, np.diff(np.array(lines, np.int64)).astype(np.int64)).astype(np.int16)


def _seen(kinds: Any, keys: Any, begins: Any, loud: Any) -> Any:
    """1 for words that have a capital elsewhere in mid-sentence, 2 for those that have none there, else 0."""
    _, places = np.unique(keys, return_inverse=True)
    size = int(places.max()) + 1 if len(places) else 0
    inside = _CAPITAL[kinds] & (begins == 0) & (loud == 0)
    capitals = np.bincount(places[inside], minlength=size)[places] - inside
    lowers = np.bincount(places[_LOWER[kinds]], minlength=size)[places] - _LOWER[kinds]
    seen = np.where(lowers > capitals, 2, np.where(capitals > 0, 1, 0)).astype(np.int16)
    seen[~_WORD[kinds]] = 0
    return seen


def _listed(text: Stream, kinds: Any, keys: Any, words: Words) -> Any:
    """Where place names of several words stand."""
    found = np.zeros(len(kinds), np.int16)
    names, stems = several(), words.stems
    for at in np.flatnonzero(words.heads[keys] & _CAPITAL[kinds]).tolist():
        if found[at]:
            continue
        ahead = tuple(stems[key] for key in keys[at + 1 : at + 4].tolist())
        rests = names.get(stems[int(keys[at])], frozenset())
        size = next((size for size in (3, 2, 1) if len(ahead) >= size and ahead[:size] in rests), 0)
        if size and _CAPITAL[kinds[at + size]]:
            found[at] = 1
            found[at + 1 : at + 1 + size] = 2
    return found
