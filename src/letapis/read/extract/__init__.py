"""The main text of a news page, told from what stands around it."""

from __future__ import annotations

from letapis.read.extract.main import extract
from letapis.read.extract.record import Block, Extracted

__all__ = ["Block", "Extracted", "extract"]
