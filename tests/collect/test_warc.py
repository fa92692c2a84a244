"""WARC files: sound, damaged, hostile, and our own."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.collect.archives.records import Gap, Record, records
from letapis.collect.archives.unpack import chunks
from letapis.collect.base import Options, collect
from letapis.collect.container import File
from letapis.collect.containers import warc
from letapis.model import Received, SetAside
from letapis.settings import Settings
from letapis.store.captures import Archive

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1251\r\n\r\n"


def page(words: str) -> bytes:
    return f"<!DOCTYPE html><html><body><article><p>{words}</p></article></body></html>".encode("cp1251")


def digest(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def record(kind: str, uri: str, block: bytes, **more: str) -> bytes:
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{hashlib.sha256(uri.encode() + block).hexdigest()[:32]}>",
        "WARC-Target-URI": uri,
        "WARC-Date": "2020-03-04T05:06:07Z",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block)),
    } | {name.replace("_", "-"): value for name, value in more.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return f"WARC/1.0\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def response(number: int, body: bytes | None = None, head: bytes = HEAD, **more: str) -> bytes:
    return record(
        "response", f"https://rechnik.example/{number}", head + (body or page(f"Pier {number}.")), **more
    )


def split(data: bytes, name: str = "a.warc", **limits: int) -> tuple[list[Received], list[SetAside]]:
    limit = limits.get("page_bytes", Settings().page_bytes)
    options = Options(settings=Settings(page_bytes=limit))
    found = list(warc.split(File(name, name), io.BytesIO(data), options))
    return [f for f in found if isinstance(f, Received)], [f for f in found if isinstance(f, SetAside)]


def added(folder: Path) -> tuple[list[Received], list[SetAside]]:
    found = list(collect(str(folder), Options()))
    return [f for f in found if isinstance(f, Received)], [f for f in found if isinstance(f, SetAside)]


def numbers(found: list[Received]) -> list[int]:
    return [int(f.capture.uri.rsplit("/", 1)[1]) for f in found]


def test_a_page_with_its_exchange() -> None:
    request = b"GET /1 HTTP/1.1\r\nHost: rechnik.example\r\n\r\n"
    said = response(1, WARC_IP_Address="192.0.2.7")
    name = next(
        line[16:] for line in said.decode("latin-1").splitlines() if line.startswith("WARC-Record-ID")
    )
    asked = record("request", "https://rechnik.example/1", request, WARC_Concurrent_To=name)
    for data in (said + asked, asked + said):
        [found], aside = split(data)
        assert not aside
        assert found.capture.uri == "https://rechnik.example/1"
        assert found.capture.fetched_at == found.date == datetime(2020, 3, 4, 5, 6, 7, tzinfo=UTC)
        assert (found.capture.format, found.capture.via, found.capture.http_status) == ("html", "warc", 200)
        assert found.capture.media_type == "text/html; charset=windows-1251"
        assert found.payload == page("Pier 1.")
        assert found.exchange is not None
        assert (found.exchange.head, found.exchange.request) == (HEAD, request)
        assert dict(found.exchange.warc)["WARC-IP-Address"] == "192.0.2.7"
        assert dict(found.exchange.warc)["WARC-Source-URI"].startswith("file:a.warc#offset=")


def test_what_is_no_page_is_counted_in_one_row() -> None:
    data = b"".join(
        [
            record("warcinfo", "", b"software: Invented/1.0\r\noperator: Nobody\r\n", WARC_Target_URI=""),
            response(1),
            response(2, head=b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"),
            response(3, head=b"HTTP/1.1 404 Gone\r\nContent-Type: text/html\r\n\r\n"),
            response(4, b"\x89PNG\r\n\x1a\n", head=b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n"),
            response(5, b"\x89PNG\r\n\x1a\n" + bytes(90)),
            record("response", "dns:rechnik.example", b"rechnik.example. 300 IN A 192.0.2.7"),
            record("metadata", "https://rechnik.example/1", b"fetchTimeMs: 3"),
            response(1),
        ]
    )
    found, [row] = split(data)
    assert numbers(found) == [1]
    assert row.reason == "not_pages"
    for words in (
        "2 answered 404",
        "1 image/png",
        "1 dns: record",
        "1 text/html",
        "1 same address",
        "Invented/1.0",
    ):
        assert words in row.detail, row.detail


def test_the_kinds_of_records_that_are_read() -> None:
    data = b"".join(
        [
            record("resource", "file:///a.html", page("A file."), Content_Type="text/html"),
            record("conversion", "https://rechnik.example/1", b"Plain words.", Content_Type="text/plain"),
            record(
                "resource", "urn:pageinfo:https://rechnik.example/", b"{}", Content_Type="application/json"
            ),
        ]
    )
    found, [row] = split(data)
    assert [(f.capture.format, f.exchange) for f in found] == [("html", None), ("text", None)]
    assert "1 urn: record" in row.detail


@pytest.mark.parametrize("packed", [False, True])
def test_revisits(packed: bool, tmp_path: Path) -> None:
    body = page("The bridge is shut.")
    same = {"WARC_Payload_Digest": digest(body), "WARC_Refers_To_Target_URI": "https://rechnik.example/1"}
    parts = [
        record("revisit", "https://rechnik.example/1", HEAD, WARC_Date="2019-01-01T00:00:00Z", **same),
        response(1, body, WARC_Payload_Digest=digest(body)),
        record("revisit", "https://rechnik.example/1", HEAD, WARC_Date="2021-01-01T00:00:00Z", **same),
        record("revisit", "https://rechnik.example/8", HEAD, WARC_Payload_Digest=digest(b"elsewhere")),
    ]
    data = b"".join(gzip.compress(part) if packed else part for part in parts)
    (tmp_path / "a.warc.gz").write_bytes(data)
    other = record("revisit", "https://rechnik.example/1", HEAD, WARC_Date="2022-01-01T00:00:00Z", **same)
    (tmp_path / "b.warc").write_bytes(other)
    found, aside = added(tmp_path)
    assert sorted(f"{f.capture.fetched_at:%Y}" for f in found) == ["2019", "2020", "2021", "2022"]
    assert {f.payload for f in found} == {body}
    assert [row.reason for row in aside] == ["revisit", "not_pages"]
    assert "https://rechnik.example/8" in aside[0].detail
    streamed, aside = split(data)
    assert len(streamed) == 1
    assert "standard input cannot be read twice" in aside[0].detail


def test_chunked_and_packed_bodies() -> None:
    head = HEAD[:-2] + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
    body = gzip.compress(page("The ferry."), mtime=0)
    coded = b"%x\r\n%s\r\n%x;x=y\r\n%s\r\n0\r\n\r\n" % (9, body[:9], len(body) - 9, body[9:])
    for said in (digest(coded), digest(body), digest(page("The ferry."))):
        [found], aside = split(response(1, coded, head, WARC_Payload_Digest=said))
        assert not aside
        assert found.payload == body
        assert found.exchange is not None
        assert b"\r\nTransfer-Encoding" not in found.exchange.head
    [found], aside = split(response(1, coded[:-20], head))
    assert [row.reason for row in aside] == ["cut"]
    [found], _ = split(response(1, page("Never chunked."), head))
    assert found.payload == page("Never chunked.")


DAMAGED = {
    "garbage between": lambda one, two, three: one + b"garbage\r\n\r\nmore" + two + three,
    "short length": lambda one, two, three: one + response_of(two, -30) + three,
    "long length": lambda one, two, three: one + response_of(two, 77) + three,
    "ten gigabytes": lambda one, two, three: one + response_of(two, 10**10) + three,
    "no length": lambda one, two, three: one + two.replace(b"Content-Length", b"X-Length") + three,
    "negative": lambda one, two, three: one + response_of(two, -(10**9)) + three,
}


def response_of(data: bytes, more: int) -> bytes:
    at = data.index(b"Content-Length: ") + 16
    end = data.index(b"\r\n", at)
    return data[:at] + str(int(data[at:end]) + more).encode() + data[end:]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("name", list(DAMAGED))
def test_damage_costs_no_other_record(name: str, packed: bool) -> None:
    one, two, three = response(1), response(2), response(3)
    data = DAMAGED[name](one, two, three)
    if packed:
        cuts = [0, len(one), data.rindex(b"WARC/1.0\r\n"), len(data)]
        data = b"".join(gzip.compress(data[a:b]) for a, b in pairwise(cuts))
    found, aside = split(data)
    assert numbers(found) == [1, 2, 3]
    assert found[1].payload == page("Pier 2.")
    assert aside, "and it is said"


@pytest.mark.parametrize("cut", [1, 9, 20, 60, 150])
def test_a_gzip_member_that_is_cut(cut: int) -> None:
    one, two, three = (gzip.compress(response(n)) for n in (1, 2, 3))
    found, aside = split(one + two[:-cut] + three)
    assert {1, 3} <= set(numbers(found))
    assert "damaged" in [row.reason for row in aside]
    found, aside = split(one + two + three[:-cut])
    assert {1, 2} <= set(numbers(found))
    assert "damaged" in [row.reason for row in aside]


def test_a_flipped_byte_is_said_and_the_page_kept() -> None:
    two = bytearray(gzip.compress(response(2)))
    two[-6] ^= 0xFF  # within the check sum
    found, aside = split(gzip.compress(response(1)) + bytes(two) + gzip.compress(response(3)))
    assert numbers(found) == [1, 2, 3]
    assert [(row.reason, row.capture_id) for row in aside] == [("damaged", found[1].capture.capture_id)]


def test_wrong_digests_and_missing_dates_are_said() -> None:
    data = (
        response(1, WARC_Payload_Digest=digest(b"x"))
        + response(2, WARC_Date="")
        + response(3, WARC_Date="soon")
    )
    found, aside = split(data)
    assert numbers(found) == [1, 2, 3]
    assert [row.reason for row in aside] == ["wrong_digest", "no_date", "no_date"]
    assert found[1].capture.fetched_at is None


def test_a_coding_that_cannot_be_undone_is_said() -> None:
    head = HEAD[:-2] + b"Content-Encoding: zstd\r\n\r\n"
    found, aside = split(response(1, b"\x28\xb5\x2f\xfd" + bytes(range(200)), head) + response(2, None, head))
    assert numbers(found) == [2], "unpacked already, whatever its head says"
    assert [row.reason for row in aside] == ["encoding", "not_pages"]


def test_nul_bytes_and_bare_line_feeds() -> None:
    data = response(1, b"\x00<html>\x00<p>Mo\x00re</p>") + response(2).replace(b"\r\n", b"\n")
    found, _ = split(data)
    assert numbers(found) == [1, 2]
    assert found[1].exchange is not None
    assert found[1].exchange.head.endswith(b"\r\n\r\n")


def test_a_page_beyond_the_limit_is_set_aside() -> None:
    large = response(2, page("x" * 400_000))
    for data in (
        response(1) + large + response(3),
        b"".join(map(gzip.compress, (response(1), large, response(3)))),
    ):
        found, aside = split(data, page_bytes=10_000)
        assert numbers(found) == [1, 3]
        assert [row.reason for row in aside] == ["too_large", "not_pages"]
    bomb = HEAD.replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n")
    found, aside = split(response(1, gzip.compress(bytes(10**6)), bomb), page_bytes=10_000)
    assert not found
    assert aside[0].reason == "too_large"


def test_a_bomb_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("letapis.collect.archives.unpack._BOMB", 8 << 20)
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = packer.compress(response(2, Content_Length="999999999999").removesuffix(b"\r\n\r\n"))
    block = bytes(1 << 20)
    bomb += b"".join(packer.compress(block) for _ in range(64)) + packer.flush()
    found, aside = split(gzip.compress(response(1)) + bomb + gzip.compress(response(3)), page_bytes=1 << 20)
    assert numbers(found) == [1, 3]
    assert "too_large" in [row.reason for row in aside]


def test_arc() -> None:
    body = HEAD + page("An old page.")
    line = f"http://rechnik.example/1 192.0.2.7 20050102030405 text/html {len(body)}\n".encode()
    info = b"1 0 Invented\nURL IP-address Archive-date Content-type Archive-length\n"
    first = f"filedesc://a.arc 0.0.0.0 20050102030405 text/plain {len(info)}\n".encode() + info + b"\n"
    for data in (first + line + body + b"\n", gzip.compress(first) + gzip.compress(line + body + b"\n")):
        [found], _ = split(data, "a.arc")
        assert found.payload == page("An old page.")
        assert found.capture.fetched_at == datetime(2005, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_zstandard(tmp_path: Path) -> None:
    from fastwarc.stream_io import ZstdWriter

    path = tmp_path / "a.warc.zst"
    with path.open("wb") as stream:
        writer = ZstdWriter(stream)
        writer.write(response(1) + response(2))
        writer.close()
    found, aside = split(path.read_bytes(), "a.warc.zst")
    assert numbers(found) == [1, 2]
    assert not aside


def test_claims() -> None:
    assert warc.claims("x", gzip.compress(response(1))) == 1.0
    assert warc.claims("x.warc.gz", b"\x1f\x8bdamaged") == 0.6
    assert warc.claims("x.json.gz", gzip.compress(b"{}")) == warc.claims("x", b"WARC is a format.") == 0.0


def test_framing_is_that_of_fastwarc() -> None:
    from fastwarc.warc import ArchiveIterator

    data = b"".join(gzip.compress(response(n, page("word " * n))) for n in range(1, 60))
    theirs = [
        (r.stream_pos, bytes(r.reader.read())) for r in ArchiveIterator(io.BytesIO(data), parse_http=False)
    ]
    ours = [(r.at, r.block) for r in records(chunks(io.BytesIO(data)), 1 << 20) if isinstance(r, Record)]
    assert ours == theirs


def test_our_own_archives_are_read_by_other_tools(tmp_path: Path) -> None:
    from fastwarc.warc import ArchiveIterator
    from warcio.cli import main

    name = b"GET /1 HTTP/1.1\r\nHost: rechnik.example\r\n\r\n"
    said = response(1)
    asked = record("request", "https://rechnik.example/1", name)
    found, _ = split(said + asked + response(2))
    archive = Archive(tmp_path)
    placed = archive.write(found)
    path = tmp_path / placed[0].file
    with pytest.raises(SystemExit) as ended:
        main(["check", str(path)])
    assert ended.value.code == 0
    kinds = []
    with path.open("rb") as stream:
        for one in ArchiveIterator(stream, parse_http=False):
            kinds.append(str(one.record_type).rsplit(".", 1)[-1])
            assert one.verify_block_digest()
            one.parse_http()
            if kinds[-1] == "response":
                assert one.verify_payload_digest()
    assert kinds == ["response", "request", "response"]
    assert archive(placed[0].file, placed[0].offset) == found[0].payload
    again, _ = split(path.read_bytes())
    assert [f.capture.capture_id for f in again] == [f.capture.capture_id for f in found]


def _mutated() -> Iterator[bytes]:
    yield response(1) + response(2)
    yield gzip.compress(response(1)) + gzip.compress(response(2))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(list(_mutated())), st.data())
def test_no_damage_raises(data: bytes, draw: st.DataObject) -> None:
    at = draw.draw(st.integers(0, len(data) - 1))
    stop = draw.draw(st.integers(at, min(len(data), at + 40)))
    put = draw.draw(st.binary(max_size=30))
    found, aside = split(data[:at] + put + data[stop:], page_bytes=100_000)
    assert len(found) <= 2
    for gap in records(chunks(io.BytesIO(put + data)), 1000):
        assert isinstance(gap, Gap | Record)
    assert found or aside
