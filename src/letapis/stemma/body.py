"""A document's own text as a sequence of units with their classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from letapis.model import Document, Region, Span
from letapis.stemma.fused import parted
from letapis.stemma.units import Unit, classes, units

__all__ = ["Body", "bodies"]

_ELLIPSES = ("…", "...", "…»", "[…]", "(…)")


@dataclass(frozen=True, slots=True)
class Body:
    """A document's own text as a sequence of units with their classes."""

    document: Document
    units: tuple[Unit, ...]
    labels: tuple[int, ...]

    @property
    def words(self) -> int:
        """How many words its own text has."""
        return sum(unit.words for unit in self.units)

    @property
    def cut(self) -> bool:
        """Whether its own text breaks off."""
        return self.document.truncated or self.ellipsis or self.unfinished

    @property
    def ellipsis(self) -> bool:
        """Whether its own text ends in dots."""
        return bool(self.units) and self._end().endswith(_ELLIPSES)

    @property
    def unfinished(self) -> bool:
        """Whether its last sentence, no heading, lacks the mark that ends one."""
        return len(self.units) > 1 and self._end()[-1:].isalnum()

    def _end(self) -> str:
        last = self.units[-1]
        return self.document.text[last.start : last.stop].rstrip()


def bodies(
    documents: Sequence[Document],
    regions: Mapping[str, Sequence[Region]] | None = None,
    leave: Mapping[str, Sequence[Span]] | None = None,
) -> dict[str, Body]:
    """The bodies of ``documents``, without their regions and the spans to leave out.

    >>> text = "Мост закрыт\\nЕго закрыли в среду утром."
    >>> found = bodies([Document("a", "", text=text), Document("b", "", text=text + " Всё.")])
    >>> found["a"].labels == found["b"].labels
    True
    """
    cut = {
        d.doc_id: units(d, (regions or {}).get(d.doc_id, ()), (leave or {}).get(d.doc_id, ()))
        for d in documents
    }
    cut = parted(cut, {d.doc_id: d.text for d in documents})
    label = classes(cut)
    return {
        d.doc_id: Body(d, tuple(cut[d.doc_id]), tuple(label[u] for u in cut[d.doc_id])) for d in documents
    }
