"""How a language names people, organisations and places.

One record, filled in by ``naming.py`` of a language.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Naming"]


@dataclass(frozen=True, slots=True)
class Naming:
    """Roles, titles, types of organisations and places, given names. All lower case and folded."""

    roles: frozenset[str] = frozenset()
    """Words for what people are in public: offices, professions in public life, ranks."""
