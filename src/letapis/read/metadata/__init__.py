"""What a page says of itself: title, date, authors, addresses, language and kind."""

from __future__ import annotations

from letapis.read.metadata.main import metadata
from letapis.read.metadata.outlinks import links
from letapis.read.metadata.record import Dated, Metadata

__all__ = ["Dated", "Metadata", "links", "metadata"]
