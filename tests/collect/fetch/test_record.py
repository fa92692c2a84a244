"""What was fetched, written to the archive, is what other tools read from it."""

from __future__ import annotations

import gzip
import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from fastwarc.warc import WarcRecordType
from warcio.archiveiterator import ArchiveIterator

from letapis.collect.fetch import record
from letapis.collect.fetch.base import Fetcher, FetchError
from letapis.settings import Settings
from letapis.store.captures import Archive
from tests.collect.fetch.server import serve

TEXT = b"<!doctype html><p>The ferry to Lower Quay sails at seven."
PACKED = gzip.compress(TEXT)
ANSWERS = {
    "plain": b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(TEXT) + TEXT,
    "packed": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(PACKED)
    + PACKED,
    "chunked": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n" % len(TEXT)
    + TEXT
    + b"\r\n0\r\n\r\n",
    "both": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n"
    % len(PACKED)
    + PACKED
    + b"\r\n0\r\n\r\n",
    "closed": b"HTTP/1.0 200 OK\r\nConnection: close\r\n\r\n" + TEXT,
}


@pytest.mark.parametrize("name", ANSWERS)
def test_other_tools_read_it(name: str, tmp_path: Path) -> None:
    client = Fetcher(Settings(allow_private=True), robots=False)
    with serve(lambda path, headers: iter([ANSWERS[name]])) as site, client:
        made = record.capture(client.get(f"{site.root}/{name}"), "html", via="url")
    archive = Archive(tmp_path)
    [placed] = archive.write([made])
    assert archive(placed.file, placed.offset) == TEXT
    with (tmp_path / placed.file).open("rb") as stream:
        first, second = (
            (r, r.content_stream().read()) for r in ArchiveIterator(stream, check_digests="raise")
        )
    assert (first[0].rec_type, second[0].rec_type) == ("response", "request")
    assert first[1] == TEXT
    assert first[0].rec_headers["WARC-Target-URI"] == f"{site.root}/{name}"
    assert first[0].rec_headers["WARC-IP-Address"] == "127.0.0.1"
    assert second[0].rec_headers["WARC-Concurrent-To"] == first[0].rec_headers["WARC-Record-ID"]
    with (tmp_path / placed.file).open("rb") as stream:
        [fast] = FastIterator(
            stream, record_types=WarcRecordType.response, auto_decode="all", verify_digests=True
        )
        assert fast.reader.read() == TEXT


def test_ids_hold_bytes_address_and_time() -> None:
    client = Fetcher(Settings(allow_private=True, delay_ms=1), robots=False)
    with serve(lambda path, headers: ANSWERS["plain"]) as site, client:
        found = client.get(site.root)
    made = record.capture(
        found, "html", via="cdx", uri="http://a.example/", at=datetime(2019, 5, 1, tzinfo=UTC)
    )
    assert made.capture.payload_sha256 == hashlib.sha256(TEXT).hexdigest()
    assert (made.capture.uri, made.capture.fetched_at) == (
        "http://a.example/",
        datetime(2019, 5, 1, tzinfo=UTC),
    )
    other = record.capture(
        found, "html", via="cdx", uri="http://a.example/", at=datetime(2019, 5, 2, tzinfo=UTC)
    )
    assert made.capture.capture_id != other.capture.capture_id


def test_what_was_not_fetched_is_named() -> None:
    aside = record.aside("https://a.example/\x1b[2J", FetchError("robots", "asks to be left"))
    assert (aside.reason, "\x1b" in aside.detail, "a.example" in aside.detail) == ("robots", False, True)
