"""What a language calls public offices.

One record, filled in by ``office.py`` of a language.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Office"]


@dataclass(frozen=True, slots=True)
class Office:
    """Words for what people are in public. All lower case and folded, stems where it inflects."""

    roles: frozenset[str] = frozenset()
    """Offices, ranks and professions of public life, as written in any case ("president", "мэра")."""
