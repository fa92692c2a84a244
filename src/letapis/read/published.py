"""Dates of publication as sources state them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Protocol

__all__ = ["Moment", "Published", "dates", "published"]

_ISO = re.compile(
    r"(\d{4})(?:([-/.])?(\d{2})(?:\2?(\d{2})"
    r"(?:(?:[T ]|, )\s*(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,:]\d{1,9})?)?)?)?)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?(?::00)?)?(?:\[[\w/+-]{1,40}\])?",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"(\d{10})(?:\.\d{1,6}|\d{3})?")
_PRECISION = ("year", "month", "day", "hour", "minute", "second")
_LONGEST = 100
"""Characters; what is longer is no date."""


@dataclass(frozen=True, slots=True)
class Published:
    """When something says it was published."""

    at: datetime
    local: str
    precision: str


class Moment(Protocol):
    """When something was published, in UTC and as it says."""

    @property
    def at(self) -> datetime:
        """In UTC."""

    @property
    def local(self) -> str:
        """As stated, with its offset."""

    @property
    def precision(self) -> str:
        """second, minute, hour, day, month or year."""


def dates(when: Moment | None, basis: str | None) -> dict[str, Any]:
    """What a document's columns have of its date; ``basis`` is where it was found.

    >>> dates(published("2020-08"), "row")["published_precision"]
    'month'
    >>> dates(None, "row")["published_basis"] is None
    True
    """
    return {
        "published": when.at if when else None,
        "published_local": when.local if when else None,
        "published_precision": when.precision if when else None,
        "published_basis": basis if when else None,
    }


def published(stated: object) -> Published | None:
    """The moment that ``stated`` names, in UTC; None where it names none.

    ISO 8601 (RFC 3339) and RFC 5322 dates are read, and seconds or milliseconds since 1970; a time
    without an offset is taken as UTC, and what is missing of a date as its first possible value,
    which ``precision`` tells.

    >>> published("2020-08-14T10:30:00+03:00").at.isoformat()
    '2020-08-14T07:30:00+00:00'
    >>> published("2020-08").precision, published("14.08.2020 or so"), published("0000-00-00")
    ('month', None, None)
    >>> published(1597390200000).at.isoformat(), published("2020-08-14 10:30:00 +0300").precision
    ('2020-08-14T07:30:00+00:00', 'second')
    """
    text = str(stated).strip() if isinstance(stated, str | int) and not isinstance(stated, bool) else ""
    if not text or len(text) > _LONGEST:
        return None
    if (epoch := _EPOCH.fullmatch(text)) is not None:
        return Published(datetime.fromtimestamp(int(epoch[1]), UTC), text, "second")
    if not (len(text) == 6 and text.isdigit()) and (match := _ISO.fullmatch(text)) is not None:
        year, _, month, day, hour, minute, second, offset = match.groups()
        given = [part for part in (year, month, day, hour, minute, second) if part is not None]
        return _moment(
            _written([int(part) for part in given], offset or "Z"), text, _PRECISION[len(given) - 1]
        )
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _moment(moment.isoformat(), text, "second")


def _written(numbers: list[int], offset: str) -> str:
    year, month, day, hour, minute, second = numbers + [0, 1, 1, 0, 0, 0][len(numbers) :]
    if offset.upper() in ("Z", "UTC", "GMT"):
        offset = "+00:00"
    else:
        sign, digits = offset[0], offset[1:].replace(":", "")
        digits = digits if len(digits) > 2 else digits.zfill(2) + "00"
        offset = f"{sign}{digits.zfill(4)[:2]}:{digits.zfill(4)[2:4]}"
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{min(second, 59):02}{offset}"


def _moment(iso: str, local: str, precision: str) -> Published | None:
    try:
        moment = datetime.fromisoformat(iso)
        return Published(
            (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC), local, precision
        )
    except (ValueError, OverflowError):
        return None
