"""How a language says that somebody said something.

One record, filled in by ``speech.py`` of a language.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Speech"]


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that ascribe speech. All lower case and folded (:func:`letapis.text.fold`)."""

    verbs: frozenset[str] = frozenset()
    """Finite forms of verbs of saying, thinking and demanding."""
