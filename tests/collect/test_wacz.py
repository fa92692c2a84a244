"""ZIP and WACZ files: sound, damaged and hostile."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import warnings
import zipfile
from pathlib import Path

import pytest

from letapis.collect.base import Options, collect
from letapis.collect.container import File, container
from letapis.collect.containers import wacz
from letapis.collect.containers import zip as plain_zip
from letapis.model import Received, SetAside

PAGE = b"<!DOCTYPE html><html><body><p>The pier is shut.</p></body></html>"


def archive(*numbers: int) -> bytes:
    made = b""
    for number in numbers:
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"WARC-Target-URI: https://rechnik.example/{number}\r\nWARC-Date: 2020-03-04T05:06:07Z\r\n"
            f"Content-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        made += gzip.compress(head.encode() + block + b"\r\n\r\n")
    return made


def package(**members: bytes) -> bytes:
    rows = [
        {"path": path, "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"} for path, data in members.items()
    ]
    return json.dumps({"profile": "data-package", "resources": rows}).encode()


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", method) as made:
        warnings.simplefilter("ignore")
        for name, data in members.items():
            made.writestr(name.rstrip("\x00"), data)
    return out.getvalue()


def split(part: object, data: bytes, name: str) -> tuple[list[Received], list[SetAside]]:
    found = list(part.split(File(name, name), io.BytesIO(data), Options()))  # type: ignore[attr-defined]
    return [f for f in found if isinstance(f, Received)], [f for f in found if isinstance(f, SetAside)]


def uris(found: list[Received]) -> list[str]:
    return [f.capture.uri for f in found]


def test_a_wacz_is_its_archives(tmp_path: Path) -> None:
    one, two = archive(1, 2), archive(3)
    inside = {"archive/a.warc.gz": one, "archive/b.warc.gz": two, "pages/pages.jsonl": b'{"url": "x"}\n'}
    data = packed({"datapackage.json": package(**inside), **inside}, zipfile.ZIP_STORED)
    (tmp_path / "a.wacz").write_bytes(data)
    found = list(collect(str(tmp_path), Options()))
    assert [f.capture.uri for f in found if isinstance(f, Received)] == [
        f"https://rechnik.example/{n}" for n in (1, 2, 3)
    ]
    assert not [f for f in found if isinstance(f, SetAside)]
    first = found[0]
    assert isinstance(first, Received) and first.exchange is not None
    assert first.capture.via == "wacz"
    said = dict(first.exchange.warc)["WARC-Source-URI"]
    assert said.startswith("file:a.wacz%21/archive/a.warc.gz#offset=0")
    streamed, _ = split(wacz, data, "stdin")
    assert len(streamed) == 3


def test_what_the_package_says_is_checked_and_not_trusted() -> None:
    said = package(**{"archive/a.warc.gz": b"other bytes", "archive/gone.warc.gz": b""})
    found, aside = split(wacz, packed({"archive/a.warc.gz": archive(1), "datapackage.json": said}), "a.wacz")
    assert len(found) == 1
    assert [row.reason for row in aside] == ["wrong_digest", "missing"]
    for broken in (b"{", b"[]", b'{"resources": [1, null]}', b"\xff"):
        found, aside = split(
            wacz, packed({"archive/a.warc.gz": archive(1), "datapackage.json": broken}), "a.wacz"
        )
        assert len(found) == 1
        assert [row.reason for row in aside] == ["bad_package"]
    found, aside = split(wacz, packed({"archive/a.warc.gz": archive(1)}), "a.wacz")
    assert [row.reason for row in aside] == ["no_package"]
    found, aside = split(wacz, packed({"pages/pages.jsonl": b"{}"}), "a.wacz")
    assert [row.reason for row in aside] == ["no_package", "no_archive"]


def test_a_revisit_is_resolved_within_a_wacz(tmp_path: Path) -> None:
    digest = "sha1:" + "A" * 32
    first = archive(1)
    plain = gzip.decompress(first).replace(
        b"WARC-Date", f"WARC-Payload-Digest: {digest}\r\nWARC-Date".encode()
    )
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    again = (
        f"WARC/1.1\r\nWARC-Type: revisit\r\nWARC-Target-URI: https://rechnik.example/1\r\n"
        f"WARC-Date: 2021-01-01T00:00:00Z\r\nWARC-Payload-Digest: {digest}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    ).encode() + block
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        path = tmp_path / f"{method}.wacz"
        inside = {"archive/a.warc.gz": gzip.compress(plain), "archive/b.warc": again + b"\r\n\r\n"}
        path.write_bytes(packed({**inside, "datapackage.json": package(**inside)}, method))
        found = [f for f in collect(str(path), Options()) if isinstance(f, Received)]
        assert [f"{f.capture.fetched_at:%Y}" for f in found] == ["2020", "2021"]
        assert found[1].payload == PAGE


def test_a_zip_is_like_a_folder() -> None:
    data = packed(
        {
            "b/notes.txt": b"Plain words about a pier.",
            "a.html": PAGE,
            "c.warc.gz": archive(1),
            "d.jsonl": b'{"id": 1, "text": "A row."}\n',
            "e.png": b"\x89PNG\r\n\x1a\n" + bytes(50),
            "f/": b"",
        }
    )
    found, aside = split(plain_zip, data, "a.zip")
    assert uris(found) == [
        "file:a.zip%21/a.html",
        "file:a.zip%21/b/notes.txt",
        "https://rechnik.example/1",
        "file:a.zip%21/d.jsonl#id=1",
    ]
    assert [row.reason for row in aside] == ["binary"]


def test_names_lead_nowhere(tmp_path: Path) -> None:
    names = ["../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "a/../../evil.txt", "..\\evil.txt"]
    found, aside = split(
        plain_zip, packed({**dict.fromkeys(names, b"Evil words."), "fine.txt": b"Fine."}), "a.zip"
    )
    assert uris(found) == ["file:a.zip%21/fine.txt"]
    assert [row.reason for row in aside] == ["path"] * len(names)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        made.writestr(link, "/etc/passwd")
    found, aside = split(plain_zip, out.getvalue(), "a.zip")
    assert not found
    assert [row.reason for row in aside] == ["link"]


def test_bombs_are_left_alone() -> None:
    found, aside = split(plain_zip, packed({"bomb.txt": bytes(64 << 20), "fine.txt": b"Fine."}), "a.zip")
    assert uris(found) == ["file:a.zip%21/fine.txt"]
    assert [row.reason for row in aside] == ["bomb"]
    lying = bytearray(packed({"bomb.txt": bytes(64 << 20)}))
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = lying.index(mark)
        lying[place + at : place + at + 4] = (100).to_bytes(4, "little")
    found, aside = split(plain_zip, bytes(lying), "a.zip")
    assert sum(len(f.payload) for f in found) <= 100


def test_zips_within_zips() -> None:
    deep = {"deep.txt": b"Deep words."}
    data = packed(
        {"second.zip": packed({"x.txt": b"Second.", "third.zip": packed(deep)}), "first.txt": b"First."}
    )
    found, aside = split(plain_zip, data, "a.zip")
    assert uris(found) == ["file:a.zip%21/first.txt", "file:a.zip%21/second.zip%21/x.txt"]
    assert [row.reason for row in aside] == ["too_deep"]
    found, aside = split(plain_zip, packed({"in.wacz": packed({"archive/a.warc.gz": archive(1)})}), "a.zip")
    assert uris(found) == ["https://rechnik.example/1"]


def test_encrypted_duplicate_and_cut() -> None:
    data = bytearray(packed({"a.txt": b"Secret words.", "b.txt": b"Open words."}))
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(mark) + at] |= 1
    found, aside = split(plain_zip, bytes(data), "a.zip")
    assert uris(found) == ["file:a.zip%21/b.txt"]
    assert [row.reason for row in aside] == ["encrypted"]
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as made:
        warnings.simplefilter("ignore")
        made.writestr("a.txt", "First words.")
        made.writestr("a.txt", "Second words.")
    found, aside = split(plain_zip, out.getvalue(), "a.zip")
    assert [f.payload for f in found] == [b"First words."]
    assert [row.reason for row in aside] == ["duplicate"]
    whole = packed({"a.txt": b"Words of a pier. " * 100})
    for stop in (10, 60, len(whole) - 5):
        found, aside = split(plain_zip, whole[:stop], "a.zip")
        assert not found
        assert [row.reason for row in aside] == ["damaged"]
    flipped = bytearray(packed({"a.txt": b"Words of a pier, and more of them."}, zipfile.ZIP_STORED))
    flipped[40] ^= 0xFF
    _, aside = split(plain_zip, bytes(flipped), "a.zip")
    assert "damaged" in [row.reason for row in aside]


@pytest.mark.parametrize("where", range(0, 400, 23))
def test_no_damage_raises(where: int) -> None:
    data = bytearray(
        packed({"archive/a.warc.gz": archive(1), "datapackage.json": package(), "b.txt": b"Words."})
    )
    data[where % len(data)] ^= 0x55
    for part, name in ((plain_zip, "a.zip"), (wacz, "a.wacz")):
        found, aside = split(part, bytes(data), name)
        assert found or aside


def test_who_takes_what() -> None:
    plain, web = packed({"a.txt": b"x"}), packed({"datapackage.json": b"{}"})
    for name, data, part in (("a.zip", plain, plain_zip), ("a.wacz", plain, wacz), ("a.zip", web, wacz)):
        assert container(name, data) is part
    book = packed({"mimetype": b"application/epub+zip"}, zipfile.ZIP_STORED)
    assert container("a.epub", book) is None
