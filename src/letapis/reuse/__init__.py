"""Which documents share text, where, how much, and who is likely to have taken it from whom."""

from letapis.reuse.pairs import pairs

__all__ = ["pairs"]
