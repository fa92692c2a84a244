"""A document's own text as a sequence of units with their classes."""

from __future__ import annotations

from dataclasses import dataclass

from letapis.model import Document
from letapis.stemma.units import Unit

__all__ = ["Body"]

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
