"""How English writes quantities."""

from __future__ import annotations

from letapis.langs.base.quantity import Quantity

__all__ = ["QUANTITY"]

QUANTITY = Quantity()
