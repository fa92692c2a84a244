"""What is kept and not read: pictures, styles, redirects, answers that are errors."""

from __future__ import annotations

from collections.abc import Iterator

from letapis.model import Capture, Document, SetAside
from letapis.settings import Settings

__all__ = ["MEDIA_TYPE", "SILENT", "read"]

MEDIA_TYPE = "application/octet-stream"
SILENT = True


def read(capture: Capture, payload: bytes, limits: Settings) -> Iterator[Document | SetAside]:
    """No document.

    >>> list(read(Capture("c1", "", "https://rechnik.example/a.png", "image/png"), b"PNG", Settings()))
    []
    """
    return iter(())
