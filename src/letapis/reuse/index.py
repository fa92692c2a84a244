"""The words of all documents as arrays, in an order that depends on nothing but the documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from letapis.model import Document, Region
from letapis.text.shingle import Words, read

__all__ = ["Index", "build"]

Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Index:
    """Documents, the earliest dated first, and their words, numbered through.

    ``text`` is each word's document; ``own`` is false for words inside regions; ``letters`` and
    ``owned`` are running sums of letters and of own words, one longer than the words.
    """

    documents: tuple[Document, ...]
    words: Words
    text: Places
    own: npt.NDArray[np.bool_]
    letters: Places
    owned: Places

    @property
    def sizes(self) -> Places:
        """How many own words each document has."""
        return self.owned[self.words.bounds[1:]] - self.owned[self.words.bounds[:-1]]


def build(documents: Sequence[Document], regions: Sequence[Region]) -> Index:
    """The index of ``documents``, in which words inside ``regions`` are not their own.

    >>> found = build([Document("b", "", text="Two words"), Document("a", "", text="One")], [])
    >>> [document.doc_id for document in found.documents], found.sizes.tolist()
    (['a', 'b'], [1, 2])
    """
    ordered = tuple(sorted(documents, key=_place))
    words = read([document.text for document in ordered])
    text = np.repeat(np.arange(len(ordered)), np.diff(words.bounds))
    own = _own(ordered, words, regions)
    letters = np.zeros(len(text) + 1, np.int64)
    np.cumsum(words.stops - words.starts, out=letters[1:])
    owned = np.zeros(len(text) + 1, np.int64)
    np.cumsum(own, out=owned[1:])
    return Index(ordered, words, text, own, letters, owned)


def _place(document: Document) -> tuple[bool, str, str, str]:
    # by text before id: names do not change what is found
    stamp = document.published.isoformat() if document.published else ""
    return not stamp, stamp, document.text, document.doc_id


def _own(documents: Sequence[Document], words: Words, regions: Sequence[Region]) -> npt.NDArray[np.bool_]:
    own = np.ones(len(words.forms), bool)
    by: defaultdict[str, list[Region]] = defaultdict(list)
    for region in regions:
        by[region.doc_id].append(region)
    for number, document in enumerate(documents):
        low, high = words.bounds[number], words.bounds[number + 1]
        for region in by.get(document.doc_id, ()):
            first = low + np.searchsorted(words.stops[low:high], region.start, side="right")
            last = low + np.searchsorted(words.starts[low:high], region.stop)
            own[first:last] = False
    return own
