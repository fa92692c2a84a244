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

__all__ = ["Archive"]

_NAMESPACE = uuid.UUID("5f0c2f0e-6f3f-5a53-9d6a-0a4f6c1d7e11")


class Archive:
    """The ``captures/`` folder of a chronicle. Picklable; every process may read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, items: Sequence[Received]) -> list[Capture]:
        """Store payloads as one new segment; the captures, with their place filled in.

        The segment is written under a temporary name and renamed, so it is there whole or not.
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
                writer.write_record(_record(writer, item))
                placed.append(
                    replace(item.capture, file=path.name, offset=offset, length=stream.tell() - offset)
                )
            stream.flush()
        temporary.replace(path)
        return placed

    def __call__(self, file: str, offset: int) -> bytes:
        """The payload of the record that starts at ``offset`` of ``file``.

        Raises :class:`~letapis.errors.StoreError` where there is no whole record there.
        """
        from fastwarc.warc import ArchiveIterator

        path = self.folder / file
        try:
            with path.open("rb") as stream:
                stream.seek(offset)
                for record in ArchiveIterator(stream, parse_http=False):
                    return bytes(record.reader.read())
        except (OSError, ValueError, RuntimeError) as error:
            raise StoreError(f"{path} cannot be read at byte {offset}: {error}") from error
        raise StoreError(f"{path} has no record at byte {offset}")

    def sweep(self) -> None:
        """Remove what a killed run left half-written."""
        for path in self.folder.glob("*.tmp"):
            path.unlink(missing_ok=True)


def _record(writer: object, item: Received) -> object:
    """The WARC record of a capture: ``resource`` for bytes that no protocol brought."""
    headers = {
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(_NAMESPACE, item.capture.capture_id)}>",
        "WARC-Date": item.date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "WARC-Payload-Digest": f"sha256:{item.capture.payload_sha256}",
        "WARC-Block-Digest": f"sha256:{item.capture.payload_sha256}",
    }
    return writer.create_warc_record(  # type: ignore[attr-defined]
        item.capture.uri,
        "resource",
        payload=io.BytesIO(item.payload),
        length=len(item.payload),
        warc_content_type=item.capture.media_type,
        warc_headers_dict=headers,
    )
