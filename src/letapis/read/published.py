"""Dates of publication as sources state them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

__all__ = ["Published", "published"]

_ISO = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?)?)?)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?",
    re.IGNORECASE,
)
_PRECISION = ("year", "month", "day", "hour", "minute", "second")


@dataclass(frozen=True, slots=True)
class Published:
    """When something says it was published."""

    at: datetime
    local: str
    precision: str


def published(stated: object) -> Published | None:
    """The moment that ``stated`` names, in UTC; None where it names none.

    ISO 8601 (RFC 3339) and RFC 5322 dates are read; a time without an offset is taken as UTC, and
    what is missing of a date as its first possible value, which ``precision`` tells.

    >>> published("2020-08-14T10:30:00+03:00").at.isoformat()
    '2020-08-14T07:30:00+00:00'
    >>> published("2020-08").precision, published("14.08.2020 or so")
    ('month', None)
    """
    text = str(stated).strip() if isinstance(stated, str | int) and not isinstance(stated, bool) else ""
    if (match := _ISO.fullmatch(text)) is not None:
        given = [part for part in match.groups()[:6] if part is not None]
        numbers = [int(part) for part in given]
        year, month, day, hour, minute, second = numbers + [0, 1, 1, 0, 0, 0][len(numbers) :]
        offset = (match[7] or "Z").upper()
        offset = "+00:00" if offset in ("Z", "UTC", "GMT") else offset
        written = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{min(second, 59):02}{offset}"
        return _moment(written, text, _PRECISION[len(numbers) - 1])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _moment(moment.isoformat(), text, "second")


def _moment(iso: str, local: str, precision: str) -> Published | None:
    try:
        moment = datetime.fromisoformat(iso)
        return Published(
            (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC), local, precision
        )
    except (ValueError, OverflowError):
        return None
