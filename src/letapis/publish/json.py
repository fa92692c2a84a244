"""Rows as JSON: every column present, null as null, times in ISO 8601 with Z."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

__all__ = ["line"]


def line(row: Any) -> str:
    r"""One row as one line of JSON, without its line break.

    >>> line({"at": datetime(2020, 8, 14, 7, 30, tzinfo=UTC), "title": "Рака\u2028", "outlet": None})
    '{"at": "2020-08-14T07:30:00Z", "title": "Рака\\u2028", "outlet": null}'
    """
    text = json.dumps(row, ensure_ascii=False, default=_plain)
    # these two end a line for readers that follow Unicode and not RFC 8259
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        moment = value.astimezone(UTC).replace(tzinfo=None)
        return moment.isoformat(timespec="microseconds" if moment.microsecond else "seconds") + "Z"
    return str(value)
