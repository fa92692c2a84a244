"""Parts that several records are made of."""

from __future__ import annotations

from dataclasses import dataclass

from letapis.model.column import column

__all__ = ["Anchor", "Reason", "Span"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text, in code points, ``stop`` excluded.

    >>> Span(0, 4).cut("Naviny.by")
    'Navi'
    """

    start: int = column("first code point")
    stop: int = column("code point after the last")

    def cut(self, text: str) -> str:
        """The words that the span points to."""
        return text[self.start : self.stop]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is claimed: a named observation, its value and its detail."""

    feature: str = column("name of the observation")
    value: float = column("its strength or count; the feature says which")
    detail: str = column("the observation in words, or the words observed", "")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of a document's text and the stretch of the raw record it was read from."""

    start: int = column("first code point in the text")
    stop: int = column("code point after the last in the text")
    raw_start: int = column("first code point in the decoded record")
    raw_stop: int = column("code point after the last in the decoded record")
