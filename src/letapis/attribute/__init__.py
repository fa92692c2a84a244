"""Whom a text credits and whom it quotes."""

from letapis.attribute.citations import citations

__all__ = ["citations"]
