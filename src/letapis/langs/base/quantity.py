"""How a language writes quantities.

One record, filled in by ``quantity.py`` of a language.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Quantity"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """Number words, units, currencies and qualifiers. All lower case and folded."""
