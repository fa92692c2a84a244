"""Letapis writes the chronicle of a heap of news."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
