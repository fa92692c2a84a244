"""What was received, what was read from it, and what was put aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from letapis.model.base import Anchor, Reason
from letapis.model.column import column

__all__ = ["Capture", "Document", "Exchange", "Link", "Received", "Region", "Residue", "SetAside"]


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as received, with where, when and how; never changed."""

    capture_id: str = column("hash of payload_sha256, uri and, from the network, fetched_at")
    payload_sha256: str = column("SHA-256 of the bytes, hex")
    uri: str = column("where the bytes came from; a local file is named relative to its source")
    media_type: str = column("Internet media type of the bytes, with its charset where HTTP said one")
    fetched_at: datetime | None = column("when they were fetched (UTC); null for local files", None)
    via: str = column("the source part that brought them", "")
    file: str = column("WARC file within the chronicle's captures/", "")
    offset: int = column("where the record's gzip member starts in that file, in bytes", 0)
    length: int = column("how long that member is, in bytes", 0)
    http_status: int | None = column("HTTP status, null where there was no HTTP", None)
    format: str = column("the reader that reads it: heap, text, html, jsonl, …", "text")


@dataclass(frozen=True, slots=True)
class Exchange:
    """What went over the wire around a payload, so that it can be replayed."""

    head: bytes = column("status line and headers as received, up to and with the blank line")
    request: bytes = column("request line and headers as sent, up to and with the blank line", b"")
    warc: tuple[tuple[str, str], ...] = column("further WARC headers of the response record", ())


@dataclass(frozen=True, slots=True)
class Received:
    """A capture that is not stored yet, with its bytes."""

    capture: Capture = column("what and where from")
    payload: bytes = column("the bytes; of an exchange the body as sent, still content-encoded")
    date: datetime = column("when the bytes were fetched or, for a local file, last changed")
    exchange: Exchange | None = column("the HTTP around them, where there was any", None)


@dataclass(frozen=True, slots=True)
class Residue:
    """Words of the record that are not the news text, and what they are."""

    surface: str = column("the words")
    kind: str = column(
        "menu, share, read_also, subscribe, tags, cookie, markup, byline, credit, footer, "
        "platform, notice, comment, link or duplicate_title"
    )


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink in a document."""

    href: str = column("address it leads to")
    text: str = column("words it stands on")
    start: int | None = column("first code point of those words in the text", None)
    stop: int | None = column("code point after the last", None)


@dataclass(frozen=True, slots=True)
class Document:
    """One news text read from a capture; its text never changes after reading."""

    doc_id: str = column("hash of capture_id, raw_start and text")
    capture_id: str = column("the capture it was read from")
    source_id: str | None = column("the id that the source gave it", None)
    ordinal: int = column("place among the documents of its capture, from 0", 0)
    url: str | None = column("address as given", None)
    canonical_url: str | None = column("address that the page calls its own", None)
    outlet: str | None = column("name from outlets/, else as given, else the domain", None)
    title: str | None = column("heading", None)
    authors: tuple[str, ...] = column("names as printed", ())
    section: str | None = column("rubric as printed", None)
    text: str = column("the news text", "")
    language: str | None = column("ISO 639-1 code; null where it was not clear", None)
    published: datetime | None = column("when it says it was published (UTC)", None)
    published_local: str | None = column("the same as stated, with its offset", None)
    published_precision: str | None = column("second, minute, hour, day, month or year", None)
    published_basis: str | None = column("where the date was found", None)
    truncated: bool = column("whether the text breaks off, or starts, in mid-article", False)
    truncated_at: int | None = column("code point at which it breaks off", None)
    truncated_reasons: tuple[Reason, ...] = column("how we know, either way", ())
    residue: tuple[Residue, ...] = column("words of the record left out of the text", ())
    links: tuple[Link, ...] = column("hyperlinks", ())
    words: int = column("number of words in the text", 0)
    raw_start: int = column("first code point of the document's first line in the record", 0)
    raw_stop: int = column("code point after its last line", 0)
    map: tuple[Anchor, ...] = column("where each stretch of the text stands in the record", ())
    withheld: str | None = column("why it is withheld: then it has no text here, only evidence kept", None)
    maker: str = column("step@version that read it", "")


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a document's text that is not its own reporting."""

    doc_id: str = column("document")
    start: int = column("first code point")
    stop: int = column("code point after the last")
    kind: str = column("furniture, credit, caption, comment or note")
    maker: str = column("step@version that found it", "")
    score: float = column("how sure, 0 to 1", 1.0)
    reasons: tuple[Reason, ...] = column("why", ())


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something that was not taken further, and why."""

    capture_id: str | None = column("capture, null where none could be made")
    doc_id: str | None = column("document, null where none was read")
    step: str = column("step@version that set it aside")
    reason: str = column("one word for why")
    detail: str = column("what was found, where, and what can be done", "")
