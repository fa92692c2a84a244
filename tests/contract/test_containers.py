"""Every container, whatever it is given: nothing is raised, nothing is lost unsaid, no name leads out."""

from __future__ import annotations

import gzip
import io
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from letapis import plugins
from letapis.collect.base import Options, collect
from letapis.collect.container import File
from letapis.model import Received, SetAside
from letapis.settings import Settings
from tests.contract.checks import SMALL, collected, documents, opened, records
from tests.contract.test_formats import FOUND, KINDS
from tests.fixtures.broken import good, zips, zoo

CONTAINERS = plugins.names("letapis.collect.containers", "containers")
LISTS = ("index", "opml")
"""Containers that name what is elsewhere, and hold nothing."""


def test_every_container_has_a_whole_file() -> None:
    assert set(CONTAINERS) - set(good.containers()) == set(), "add one to tests/fixtures/broken/good.py"


def asides(items: list[Received | SetAside]) -> list[SetAside]:
    return [item for item in items if isinstance(item, SetAside)]


def blank(payload: bytes) -> bool:
    return not payload.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")


@pytest.mark.parametrize("name", CONTAINERS)
def test_a_whole_file_is_claimed_and_has_documents(name: str) -> None:
    file, data = good.containers()[name]
    part = plugins.load("letapis.collect.containers", "containers", name, "claims", "split")
    sure = {
        other: plugins.load("letapis.collect.containers", "containers", other).claims(file, data[:65536])
        for other in CONTAINERS
    }
    assert max(sure, key=lambda other: float(sure[other])) == name
    assert part.claims("a.txt", b"Plain words.") == 0.0
    items = records(file, data)
    found = [one for item in collected(items) for one in opened(item.capture, item.payload, SMALL)]
    assert documents(found) or (name in LISTS and asides(items))


@pytest.mark.parametrize("name", CONTAINERS)
def test_the_same_file_gives_the_same_captures_however_it_comes(name: str, tmp_path: Path) -> None:
    """On standard input and from a disk; a few bytes at a time; behind others, and before them."""
    file, data = good.containers()[name]
    path = tmp_path / file
    path.write_bytes(data)
    first = records(file, data)
    ways = {
        "again": records(file, data),
        "from a disk": records(file, path.open("rb"), path=path),
        "named": records(file, data, Options(SMALL, format=name)),
    }
    shared = Options(SMALL)
    records(*next(one for other, one in good.containers().items() if other not in (name, *LISTS)), shared)
    ways["behind another"] = records(file, data, shared)
    for way, items in ways.items():
        assert [one.capture for one in collected(items)] == [one.capture for one in collected(first)], way
    assert len({one.capture.capture_id for one in collected(first)}) == len(collected(first))


@pytest.mark.parametrize("wanted", [False, True], ids=["by its looks", "by its name"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", CONTAINERS)
def test_nothing_is_raised_and_nothing_is_lost_unsaid(name: str, kind: str, *, wanted: bool) -> None:
    file, data = good.containers()[name]
    options = Options(SMALL, format=name if wanted else None)
    if kind == "rotten" and name not in ("telegram", "tumblr", "wxr", "feed", "opml"):
        pytest.skip("to it all of these are one wrong kind")
    for what, payload in KINDS[kind](data):
        if kind in ("deep", "rotten") and not zoo.suits(name, what):
            continue
        try:
            items = records(file, payload, options)
        except Exception as error:
            raise AssertionError(f"{name}, {what}: {error!r}") from error
        assert items, f"{name} is silent about {what}"


@pytest.mark.parametrize("name", CONTAINERS)
def test_what_one_holds_is_read_or_set_aside(name: str) -> None:
    """From the damaged file to the documents."""
    file, data = good.containers()[name]
    for what, payload in [*zoo.cuts(data), *list(zoo.odd(data))[:20]]:
        for item in collected(records(file, payload)):
            items = opened(item.capture, item.payload, SMALL)
            assert items or item.capture.format == "asset" or blank(item.payload), f"{name}, {what}"


@pytest.mark.parametrize("name", [name for name in CONTAINERS if name not in (*LISTS, "wacz", "zip")])
def test_a_file_that_breaks_off_gives_what_stands_before(name: str) -> None:
    file, data = good.containers()[name]
    whole = {item.capture.capture_id for item in collected(records(file, data))}
    if name == "feed" or len(whole) < 2:
        pytest.skip("one record: there is none before it")
    given = [
        {item.capture.capture_id for item in collected(records(file, part))} for _, part in zoo.cuts(data)
    ]
    assert any(ids & whole for ids in given[-3:])
    for ids, (what, part) in zip(given, zoo.cuts(data), strict=True):
        assert ids >= whole or asides(records(file, part)), f"{name}, {what}: what is lost is not said"


class Endless(io.RawIOBase):
    """A stream of one record over and over, which counts how much was taken of it."""

    def __init__(self, first: bytes, one: bytes, most: int) -> None:
        super().__init__()
        self.head, self.one, self.left, self.most = first, one * (1 + 65_536 // len(one)), most, most

    def read(self, size: int = -1) -> bytes:
        """The next bytes; none once ``most`` were taken."""
        taken, self.head = self.head[:size], self.head[size:]
        while len(taken) < size and self.left > 0:
            taken += self.one[: size - len(taken)]
            self.left -= len(self.one)
        return taken


ENDLESS = {
    **{name: (said[0], said[1]) for name, said in zoo.vast().items()},
    "telegram in one message": (
        b'{"name":"a","type":"public_channel","messages":[{"id":1,"text":"',
        b"word ",
    ),
    "telegram in its name": (b'{"type":"public_channel","messages":[],"name":"', b"a"),
    "tumblr in one post": (
        b'{"posts":[{"object_type":"post","blog_name":"a","post_url":"b","body":"',
        b"word ",
    ),
    "wxr in one item": (b"<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel><item><title>", b"word "),
    "warc in one record": (
        b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\n",
        b"word ",
    ),
    "warc in one head": (b"WARC/1.1\r\nWARC-Type: response\r\n", b"Name: word\r\n"),
}


@pytest.mark.parametrize("case", [name for name in ENDLESS if name.partition(" ")[0] in CONTAINERS])
def test_what_never_ends_is_read_with_bounded_memory(case: str) -> None:
    name = case.partition(" ")[0]
    limits = Settings(slice_bytes=1 << 19, page_bytes=1 << 19, fetch_bytes=1 << 19)
    stream = Endless(*ENDLESS[case], most=4 << 20)
    file, _ = good.containers()[name]
    part = plugins.load("letapis.collect.containers", "containers", name, "claims", "split")
    tracemalloc.start()
    try:
        number = 0
        for item in part.split(
            File(file.removesuffix(".gz"), file), cast("BinaryIO", stream), Options(limits)
        ):
            number += 1
            del item
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert number, "nothing is said of it"
    assert peak < 24 << 20, f"{peak >> 20} MiB for records of at most half a MiB"


def test_no_member_leads_out_of_a_zip(tmp_path: Path) -> None:
    inner = tmp_path / "in"
    inner.mkdir()
    path = inner / "names.zip"
    path.write_bytes(zips.named())
    items = records("names.zip", path.open("rb"), path=path)
    for item in collected(items):
        uri = item.capture.uri
        assert uri.startswith("file:names.zip"), uri
        member = uri.partition("/")[2]
        assert ".." not in member.split("/") and not member.startswith("/"), uri
    assert any(item.capture.uri.endswith("good.txt") for item in collected(items))
    assert {item.reason for item in asides(items)} >= {"path"}
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["in", "names.zip"]


@pytest.mark.parametrize("what", [what for what, _ in zips.lies()])
def test_a_zip_that_lies_is_said(what: str) -> None:
    data = dict(zips.lies())[what]
    for name in ("a.zip", "a.wacz"):
        items = records(name, data)
        assert items, f"{name} is silent"
        assert not [item for item in collected(items) if b"root:" in item.payload]
        whole = zips.WORDS in b"".join(item.payload for item in collected(items))
        assert whole or asides(items)
    if what == "a wrong sum":
        assert len(collected(records("a.zip", data))) == 2


@pytest.mark.parametrize("what", ["flat", "flat, a page", "nested", "overlapping"])
def test_a_zip_that_is_a_bomb_costs_little(what: str) -> None:
    data = next(data for name, data in zips.bombs() if name == what)
    for name in ("a.zip", "a.wacz"):
        stream = io.BytesIO(data)
        tracemalloc.start()
        items = records(name, stream)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert asides(items)
        assert peak < 200 << 20, f"{peak >> 20} MiB"
        assert sum(len(item.payload) for item in collected(items)) < 100_000_000


@pytest.mark.parametrize("what", [what for what, _ in zoo.bombs()])
def test_gzip_that_is_a_bomb_costs_little(what: str) -> None:
    data = next(data for name, data in zoo.bombs() if name == what)
    for name in ("a.warc.gz", "a.txt", "a.html", "a.cdx.gz"):
        tracemalloc.start()
        items = records(name, data)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert items
        assert peak < 200 << 20, f"{name}: {peak >> 20} MiB"


def packed(size: int) -> Iterator[bytes]:
    """Gzip that unpacks to ``size`` bytes, in pieces."""
    block = gzip.compress(bytes(10_000_000), 9, mtime=0)
    for _ in range(size // 10_000_000):
        yield block


def test_gzip_that_unpacks_to_gigabytes_is_read_in_pieces() -> None:
    """One thousand megabytes of nothing, said once; how it is read does not depend on how much there is."""
    items = records("a.warc.gz", b"".join(packed(1_000_000_000)))
    assert collected(items) == []
    assert len(items) <= 120


def test_lists_of_feeds_do_not_lead_into_a_private_network() -> None:
    inside = ("127.0.0.1", "[::1]", "169.254.169.254", "10.0.0.1", "0x7f.1", "2130706433", "localhost")
    lines = "".join(f'<outline xmlUrl="http://{host}:9/feed"/>' for host in inside)
    odd = ("file:///etc/passwd", "gopher://127.0.0.1/", "data:,words", "javascript:1", "//", "", "x" * 9_000)
    lines += "".join(f'<outline xmlUrl="{url}"/>' for url in odd)
    items = records(
        "a.opml", f'<?xml version="1.0"?><opml version="2.0"><body>{lines}</body></opml>'.encode()
    )
    assert {item.capture.uri for item in collected(items)} <= {"file:a.opml"}
    told = [item.reason for item in asides(items)]
    assert set(told) <= {"private_address", "bad_address", "unreachable", "robots", "no_feed"}, told
    assert len(told) >= len(inside)


def test_a_folder_of_everything_is_read_to_its_end(tmp_path: Path) -> None:
    """Each file on its own gives the same captures, whatever else lies in the folder."""
    whole = {file: data for name, (file, data) in good.containers().items() if name not in LISTS}
    for at, (what, data) in enumerate([*whole.items(), *zips.lies(), *list(zoo.odd(good.HTML.encode()))]):
        name = what if what in whole else f"odd{at}.zip"
        (tmp_path / name).write_bytes(data)
    items = list(collect(str(tmp_path), Options(SMALL)))
    ids = {item.capture.capture_id for item in collected(items)}
    when = datetime(2021, 3, 3, tzinfo=UTC)
    for name, data in whole.items():
        for item in collected(records(name, data)):
            assert item.capture.capture_id in ids, f"{name} on {when}"


@pytest.mark.parametrize("path", sorted(FOUND.glob("*.bin")), ids=lambda path: path.stem)
def test_what_a_fuzzer_found_holds(path: Path) -> None:
    name = path.name.partition("-")[0].removeprefix("in_")
    if not path.name.startswith("in_") or name not in CONTAINERS:
        pytest.skip("of a reader")
    file, _ = good.containers()[name]
    for options in (Options(SMALL), Options(SMALL, format=name)):
        items = records(file, path.read_bytes(), options)
        assert items or blank(path.read_bytes())
        for item in collected(items)[:5]:
            opened(item.capture, item.payload, SMALL)
