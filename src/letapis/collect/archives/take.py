"""One record as a capture that is not stored yet, or why it is none."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import TYPE_CHECKING

from letapis import plugins
from letapis.collect.archives.digest import matches
from letapis.collect.archives.http import Message, message
from letapis.collect.archives.records import Record
from letapis.model import Capture, Exchange, Received
from letapis.text import content_id
from letapis.text.control import printable
from letapis.text.inflate import TooLong, inflate

if TYPE_CHECKING:
    from letapis.collect.fetch.fetched import Fetched

__all__ = ["Taken", "address", "moment", "named", "reader", "take", "wrong"]

_HEAD = 64 * 1024
_TAG = re.compile(rb"<(?:!doctype|html|head|body|title|meta|div|p)\b", re.IGNORECASE)
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_UNREAD = ("image/", "audio/", "video/", "font/")
_WEB = ("http://", "https://", "ftp://", "file:")
_DIGITS = re.compile(r"[0-9]{4}(?:[0-9][0-9]){0,5}[0-9]*")
_CARRIED = ("WARC-IP-Address", "WARC-Truncated")


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a record: a capture, or the reason why there is none."""

    received: Received | None
    reason: str = ""
    """Why there is none, in words that can be counted."""
    faults: tuple[tuple[str, str], ...] = ()


def take(record: Record, place: str, via: str, limit: int, changed: datetime | None = None) -> Taken:
    """What a response, resource or conversion record holds, where that is something to read.

    ``place`` says where the record stands; ``limit`` bounds a page in bytes, as sent and unpacked.
    """
    uri = address(record)
    found = message(record.block) if record.block[:5].upper() == b"HTTP/" else None
    scheme = uri.partition(":")[0].lower()
    if uri and not uri.lower().startswith(_WEB):
        return Taken(None, f"{scheme[:20]}: record")
    if record.kind == "response" and found is None and scheme in ("http", "https"):
        return Taken(None, "response without an HTTP head", (("bad_response", "its HTTP head is not there"),))
    if found is not None and found.status != 200:
        return Taken(None, f"answered {found.status}")
    said = (found.header("content-type") if found else record.fields.get("content-type", "")).lower()
    said = printable(" ".join(said.split())[:200], line=True)
    body = found.body if found else record.block
    if not record.whole or len(body) > limit:
        why = f"{record.size:,} bytes, more than the {limit:,} of a page; raise page_bytes to read it"
        texty = not said or said.startswith(("text/html", "text/plain", "application/xhtml"))
        return Taken(None, named(said), (("too_large", why),) if texty else ())
    return _read(record, found, uri or place, place, said, body, via, limit, changed)


def _read(
    record: Record,
    found: Message | None,
    uri: str,
    place: str,
    said: str,
    body: bytes,
    via: str,
    limit: int,
    changed: datetime | None,
) -> Taken:
    content, faulty = body, False
    if found and found.encoding:
        try:
            content = inflate(body, found.encoding, limit)
        except TooLong as error:
            return Taken(None, named(said), (("too_large", f"{error}; raise page_bytes to read it"),))
        except ValueError:
            faulty = True  # unpacked already, as some archives do, or by a way we do not know
    if not content.strip():
        return Taken(None, "without a body")
    form = _reader(uri, said, content, found)
    if form is None:
        why = f"its bytes cannot be unpacked; it says that they are {found.encoding[:40]!r}" if found else ""
        return Taken(None, named(said), (("encoding", why),) if faulty else ())
    when = moment(record.fields.get("warc-date", ""))
    faults = list(record.faults)
    if when is None:
        when = _http_date(found)
        stead = "its HTTP date was taken" if when else "it has no HTTP date either"
        faults.append(("no_date", f"its WARC-Date is {record.fields.get('warc-date', '')[:40]!r}; {stead}"))
    if not record.fields.get("warc-target-uri"):
        faults.append(("no_address", "it has no WARC-Target-URI; it is named by its place"))
    if found and found.fault:
        faults.append(("cut", found.fault))
    if record.fields.get("warc-truncated"):
        faults.append(("cut", f"its archive cut it: {record.fields['warc-truncated'][:40]}"))
    faults += wrong(record, found, content)
    made = _capture(record, found, uri, said, body, form, when, via)
    exchange = Exchange(found.head, b"", _carried(record, place)) if found else None
    date = when or changed or datetime(1970, 1, 1, tzinfo=UTC)
    return Taken(Received(made, body, date, exchange), "", tuple(faults))


def _capture(
    record: Record,
    found: Message | None,
    uri: str,
    said: str,
    body: bytes,
    form: str,
    when: datetime | None,
    via: str,
) -> Capture:
    digest = hashlib.sha256(body).hexdigest()
    made = content_id(digest, uri, when.isoformat()) if when else content_id(digest, uri)
    status = found.status if found else None
    kind = said or ("text/html" if form == "html" else "application/octet-stream")
    return Capture(made, digest, uri, kind, when, via, http_status=status, format=form)


def address(record: Record) -> str:
    """The record's address, without the angle brackets that old versions of wget put round it."""
    uri = "".join(record.fields.get("warc-target-uri", "").strip().split())
    uri = uri[1:-1] if uri.startswith("<") and uri.endswith(">") else uri
    return "".join(c for c in uri if c.isprintable())[:16_384]


def named(said: str) -> str:
    """A media type, bare, for counting."""
    kind = said.partition(";")[0].strip()
    return kind[:60] if kind.isprintable() and kind else "of no stated type"


def wrong(record: Record, found: Message | None, content: bytes) -> list[tuple[str, str]]:
    """Which of a record's digests are not those of its bytes."""
    bad = []
    if said := record.fields.get("warc-payload-digest"):
        bodies = [found.stored, found.body, content] if found else [record.block]
        if matches(said, *bodies) is False:
            bad.append("payload")
    if (said := record.fields.get("warc-block-digest")) and matches(said, record.block) is False:
        bad.append("block")
    if not bad:
        return []
    return [("wrong_digest", f"the digest of its {' and its '.join(bad)} is not that of the bytes there")]


def moment(text: str) -> datetime | None:
    """A WARC-Date, or the fourteen digits of ARC and CDX; None where it is none.

    >>> moment("2021-03-04T05:06:07.5Z").isoformat(), moment("20210304050607").isoformat()
    ('2021-03-04T05:06:07.500000+00:00', '2021-03-04T05:06:07+00:00')
    >>> moment("20211304050607") is None
    True
    """
    text = text.strip()
    try:
        if _DIGITS.fullmatch(text):
            filled = text[:14] + "00000101000000"[len(text[:14]) :]
            return datetime.strptime(filled, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _http_date(found: Message | None) -> datetime | None:
    try:
        when = parsedate_to_datetime(found.header("date") if found else "")
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _carried(record: Record, place: str) -> tuple[tuple[str, str], ...]:
    kept = [(name, record.fields[name.lower()][:200]) for name in _CARRIED if name.lower() in record.fields]
    kept = [(name, value) for name, value in kept if value.isprintable() and value]
    return (*kept, ("WARC-Source-URI", place))


def _reader(uri: str, said: str, content: bytes, found: Message | None) -> str | None:
    from letapis.collect.fetch.fetched import Fetched

    headers = found.headers if found else (("content-type", said),)
    at = datetime(1970, 1, 1, tzinfo=UTC)
    return reader(Fetched(uri, uri, 200, headers, b"", content, Exchange(b""), at))


def reader(found: Fetched) -> str | None:
    """The reader for what was fetched once; None where it is nothing that is read, whatever it is called."""
    from letapis.collect.crawling.take import kind
    from letapis.text.decode import binary

    said = found.media_type
    if said.startswith(_UNREAD):
        return None
    if said.startswith("text/html") and _PAGE.match(found.content):
        return "html"  # the common case, told without a closer look
    what = kind(found)
    if what not in ("html", "text", "feed") or what not in _readers():
        return None
    head = found.content[:_HEAD].replace(b"\x00", b"")
    return None if binary(head) and not (what == "html" and _TAG.search(head)) else what


@cache
def _readers() -> frozenset[str]:
    return frozenset(plugins.names("letapis.read.formats", "formats"))
