"""What was fetched, as a capture."""

from __future__ import annotations

import hashlib
from datetime import datetime

from letapis.collect import base
from letapis.collect.fetch.base import Fetched
from letapis.collect.fetch.errors import FetchError
from letapis.model import Capture, Received, SetAside
from letapis.text import content_id

__all__ = ["aside", "capture"]


def capture(
    fetched: Fetched, reader: str, *, via: str, uri: str | None = None, at: datetime | None = None
) -> Received:
    """``fetched`` as a capture that is not stored yet, for the reader called ``reader``.

    ``uri`` and ``at`` are the original address and time where a web archive gave it.
    """
    digest = hashlib.sha256(fetched.body).hexdigest()
    when, where = at or fetched.at, uri or fetched.url
    made = Capture(
        content_id(digest, where, when.isoformat()),
        digest,
        where,
        fetched.media_type or "application/octet-stream",
        when,
        via,
        http_status=fetched.status,
        format=reader,
    )
    return Received(made, fetched.body, when, fetched.exchange)


def aside(url: str, error: FetchError) -> SetAside:
    """That ``url`` was not fetched, and why.

    >>> aside("https://rechnik.example/", FetchError("too_slow", "took longer than 60 s")).detail
    'https://rechnik.example/: took longer than 60 s'
    """
    detail = error.detail if url in error.detail else f"{url}: {error.detail}"
    return base.aside(error.reason, detail)
