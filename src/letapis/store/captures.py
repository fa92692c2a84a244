"""Bytes as received, in WARC 1.1 files, one gzip member a record.

A segment's name is the hash of what is in it, and a record's id and date come from the capture, so
writing the same captures again writes the same file again.
"""

from __future__ import annotations

import hashlib
import io
import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC
from pathlib import Path

from letapis.errors import StoreError
from letapis.model import Capture, Received
from letapis.text.inflate import inflate

__all__ = ["MOST", "Archive"]

MOST = 256 * 1024 * 1024
"""A body that unpacks to more bytes than this is left packed."""

_NAMESPACE = uuid.UUID("5f0c2f0e-6f3f-5a53-9d6a-0a4f6c1d7e11")


class Archive:
    """The ``captures/`` folder of a chronicle. Picklable; every process may read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, items: Sequence[Received]) -> list[Capture]:
        """Store payloads as one new segment; the captures, with their place filled in.

        The segment is written under a temporary name and renamed, so it is there whole or not. What
        came over HTTP is a ``response`` record with its headers, its ``request`` beside it.
        """
        from warcio.warcwriter import WARCWriter

        name = hashlib.sha256("".join(i.capture.capture_id for i in items).encode()).hexdigest()[:20]
        path = self.folder / f"{name}.warc.gz"
        temporary = path.with_suffix(".tmp")
        placed = []
        with temporary.open("wb") as stream:
            writer = WARCWriter(stream, gzip=True, warc_version="1.1")
            for item in items:
                offset = stream.tell()
                writer.write_record(_response(writer, item) if item.exchange else _record(writer, item))
                placed.append(
                    replace(item.capture, file=path.name, offset=offset, length=stream.tell() - offset)
                )
                if item.exchange and item.exchange.request:
                    writer.write_record(_request(writer, item))
            stream.flush()
        temporary.replace(path)
        return placed

    def __call__(self, file: str, offset: int) -> bytes:
        """The payload of the record that starts at ``offset`` of ``file``, without content encodings.

        What unpacks to more than :data:`MOST` bytes, or is not packed as it says, is given as it was
        sent. Raises :class:`~letapis.errors.StoreError` where there is no whole record there.
        """
        from fastwarc.warc import ArchiveIterator, WarcRecordType

        path = self.folder / file
        try:
            with path.open("rb") as stream:
                stream.seek(offset)
                for record in ArchiveIterator(stream, parse_http=False):
                    block = bytes(record.reader.read())
                    return _unpacked(block) if record.record_type == WarcRecordType.response else block
        except (OSError, ValueError, RuntimeError) as error:
            raise StoreError(f"{path} cannot be read at byte {offset}: {error}") from error
        raise StoreError(f"{path} has no record at byte {offset}")

    def sweep(self) -> None:
        """Remove what a killed run left half-written."""
        for path in self.folder.glob("*.tmp"):
            path.unlink(missing_ok=True)


def _unpacked(block: bytes) -> bytes:
    """The body of an HTTP response, without content encodings."""
    head, _, body = block.partition(b"\r\n\r\n")
    encoding = ""
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-encoding":
            encoding = value.strip().decode("latin-1")
    try:
        return inflate(body, encoding, MOST)
    except ValueError:
        return body


def _response(writer: object, item: Received) -> object:
    """The WARC record of a response: its head as received and its body as sent."""
    assert item.exchange is not None
    block = item.exchange.head + item.payload
    headers = _headers(item) | dict(item.exchange.warc)
    headers["WARC-Block-Digest"] = f"sha256:{hashlib.sha256(block).hexdigest()}"
    return _bare(writer, item, "response", block, headers)


def _request(writer: object, item: Received) -> object:
    """The WARC record of the request that a response answers."""
    assert item.exchange is not None
    block = item.exchange.request
    headers = {
        "WARC-Record-ID": _urn(f"{item.capture.capture_id} request"),
        "WARC-Concurrent-To": _urn(item.capture.capture_id),
        "WARC-Date": _headers(item)["WARC-Date"],
        "WARC-Block-Digest": f"sha256:{hashlib.sha256(block).hexdigest()}",
    }
    return _bare(writer, item, "request", block, headers)


def _bare(writer: object, item: Received, kind: str, block: bytes, headers: dict[str, str]) -> object:
    """A record whose block is given whole, HTTP head and all."""
    return writer.create_warc_record(  # type: ignore[attr-defined]
        item.capture.uri,
        kind,
        payload=io.BytesIO(block),
        length=len(block),
        warc_content_type=f"application/http; msgtype={kind}",
        warc_headers_dict=headers,
        http_headers=None,
    )


def _urn(name: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(_NAMESPACE, name)}>"


def _headers(item: Received) -> dict[str, str]:
    return {
        "WARC-Record-ID": _urn(item.capture.capture_id),
        "WARC-Date": item.date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "WARC-Payload-Digest": f"sha256:{item.capture.payload_sha256}",
    }


def _record(writer: object, item: Received) -> object:
    """The WARC record of a capture: ``resource`` for bytes that no protocol brought."""
    headers = _headers(item) | {"WARC-Block-Digest": f"sha256:{item.capture.payload_sha256}"}
    return writer.create_warc_record(  # type: ignore[attr-defined]
        item.capture.uri,
        "resource",
        payload=io.BytesIO(item.payload),
        length=len(item.payload),
        warc_content_type=item.capture.media_type,
        warc_headers_dict=headers,
    )
