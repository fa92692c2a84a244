"""Every reader, whatever it is given: nothing is raised, nothing is lost unsaid, all that is said holds."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from letapis import plugins
from letapis.model import Capture, Document, SetAside
from letapis.read.base import read
from letapis.settings import Settings
from letapis.text.decode import decode
from tests.contract.checks import SMALL, documents, opened, taken
from tests.contract.child import HUGE, bounded
from tests.fixtures.broken import good, zoo
from tests.house.tree import ROOT

READERS = plugins.names("letapis.read.formats", "formats")
FOUND = Path(__file__).parents[1] / "fixtures" / "broken" / "found"
SECRET = next((line for line in Path(zoo.SECRET).read_text("utf-8", "replace").splitlines() if line), "root:")

Inputs = Iterator[tuple[str, bytes]]


def others(data: bytes) -> Inputs:
    """What is whole, and of another format or a container."""
    for name, one in good.formats().items():
        yield f"whole {name}", one
    for name, (_, one) in good.containers().items():
        yield f"whole {name} file", one


KINDS: dict[str, Callable[[bytes], Inputs]] = {
    "cut": zoo.cuts,
    "odd": zoo.odd,
    "wrong kind": others,
    "deep": lambda data: zoo.deep(),
    "entities": lambda data: zoo.entities(),
    "rotten": lambda data: iter(zoo.rotten().items()),
}


def silent(reader: str, payload: bytes) -> bool:
    """Whether it is right to say nothing: a picture is no page, and where nothing is nothing is lost."""
    return reader == "asset" or not payload.strip(b" \t\r\n\v\f\x00\xef\xbb\xbf")


def test_the_page_of_formats_has_every_part_as_it_is_now() -> None:
    path = ROOT / "docs" / "reference" / "formats.py"
    spec = importlib.util.spec_from_file_location("formats_page", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    text = path.with_suffix(".md").read_text("utf-8")
    for package, kind in (("read", "formats"), ("collect", "containers"), ("collect", "sources")):
        for name in plugins.names(f"letapis.{package}.{kind}", kind):
            assert f"| `{name}` |" in text, f"run docs/reference/formats.py: {name} is not in it"
    assert module.page() == text, "run docs/reference/formats.py"


def test_every_reader_has_a_whole_file() -> None:
    assert set(READERS) - set(good.formats()) == set(), "add one to tests/fixtures/broken/good.py"


@pytest.mark.parametrize("reader", READERS)
def test_a_whole_file_has_documents_and_they_are_the_same_at_every_reading(reader: str) -> None:
    payload = good.formats()[reader]
    first, second = taken(reader, payload), taken(reader, payload)
    assert first == second
    assert documents(first) or reader == "asset"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("reader", READERS)
def test_nothing_is_raised_and_nothing_is_lost_unsaid(reader: str, kind: str) -> None:
    for name, payload in KINDS[kind](good.formats()[reader]):
        if kind in ("deep", "rotten") and not zoo.suits(reader, name):
            continue
        try:
            items = taken(reader, payload)
        except Exception as error:
            raise AssertionError(f"{reader}, {name}: {error!r}") from error
        assert items or silent(reader, payload), f"{reader} is silent about {name}"
        broken = [item for item in items if isinstance(item, SetAside) and item.reason in BROKEN]
        assert not broken, f"{reader}, {name}: {broken}"
        for item in items:
            assert SECRET not in (item.text if isinstance(item, Document) else item.detail), name


BROKEN = ("unreadable", "reader_died", "too_slow", "too_much_memory")
"""What a reader that fails on a file is set aside with: the net below it, which it should not need."""


@pytest.mark.parametrize("what", ["vast", "wide"])
@pytest.mark.parametrize("reader", READERS)
def test_what_is_huge_takes_bounded_memory_and_work(reader: str, what: str) -> None:
    """Many of the smallest records, one record of everything: a child that may take no more is the judge."""
    if HUGE and (reader, what) == ("heap", "vast"):
        pytest.xfail("five million lines of one letter take more than 3 GB")
    found = bounded(reader, 1_500, 600 if HUGE else 120, what)
    assert "unreadable" not in {reason for reasons in found.values() for reason in reasons}


@pytest.mark.parametrize("reader", READERS)
def test_every_stretch_of_the_text_stands_in_the_record(reader: str) -> None:
    if reader in ("asset", "jsonl"):
        pytest.skip("a row's stretches count in its text; a picture has none")
    payload = good.formats()[reader]
    raw = decode(payload).text
    found = documents(taken(reader, payload))
    assert any(document.map for document in found), "no text leads back to its record"
    for document in found:
        assert document.raw_stop <= len(raw)
        for anchor in document.map:
            here, there = document.text[anchor.start : anchor.stop], raw[anchor.raw_start : anchor.raw_stop]
            if len(here) == len(there):
                assert all(
                    a == b or (a.isspace() and b.isspace()) for a, b in zip(here, there, strict=True)
                ), (here, there)
        for link in document.links:
            if link.start is not None:
                assert document.text[link.start : link.stop] == link.text


ODD = "\x00 \x1b[2J\u202e\ud800<b>&amp;;\n\r\t" + "long " * 500
ZONE = timezone(timedelta(hours=14))
CAPTURES = {
    "empty": {"uri": "", "media_type": ""},
    "no address": {"uri": "no address at all", "media_type": "text/html; charset="},
    "signs": {
        "uri": "https://[::1" + ODD.encode("ascii", "ignore").decode().strip(),
        "media_type": "a/b;" * 999,
    },
    "charset of none": {"uri": "file:a", "media_type": "text/html; charset=no-such-thing"},
    "charset of bytes": {"uri": "file:a", "media_type": "text/html; charset=hex_codec"},
    "charset of names": {"uri": "file:a", "media_type": "text/html; charset=idna"},
    "charset of nothing": {"uri": "file:a", "media_type": "text/html; charset=undefined"},
    "charset of escapes": {"uri": "file:a", "media_type": "text/html; charset=unicode_escape"},
    "charset of the machine": {"uri": "file:a", "media_type": "text/html; charset=mbcs"},
    "wrong charset": {"uri": "https://rechnik.example/a", "media_type": "text/html; charset=koi8-r"},
    "two charsets": {"uri": "file:a", "media_type": "text/html; charset=utf-16; charset=utf-8"},
    "first day": {"uri": "file:a", "fetched_at": datetime(1, 1, 1, tzinfo=UTC), "media_type": ""},
    "last day": {"uri": "file:a", "fetched_at": datetime(9999, 12, 31, 23, tzinfo=ZONE), "media_type": ""},
    "status": {"uri": "http://a:99999/", "media_type": "", "http_status": -7, "via": "\n", "length": -1},
    "long": {"uri": "https://rechnik.example/" + "a/" * 50_000, "media_type": "x" * 100_000},
}


@pytest.mark.parametrize("reader", READERS)
def test_a_capture_with_odd_fields_is_read_all_the_same(reader: str) -> None:
    payload = good.formats()[reader]
    for name, fields in CAPTURES.items():
        capture = Capture("c1", "", format=reader, **fields)  # type: ignore[arg-type]
        items = list(read(capture, payload, SMALL))
        reasons = [item.reason for item in items if isinstance(item, SetAside)]
        assert items or reader == "asset", name
        assert not set(reasons) & set(BROKEN), f"{name}: {items}"
        if "charset" in name and reader not in ("asset",):
            assert documents(items), f"{name}: {reasons}"


def test_a_reader_that_is_not_there_is_said() -> None:
    [aside] = opened(Capture("c1", "", "file:a", "", format="no such reader"), b"words")
    assert isinstance(aside, SetAside) and aside.reason == "no_reader"


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("limits", [Settings(page_bytes=1, page_depth=1, slice_bytes=1, batch_rows=1)])
def test_limits_of_one_raise_nothing(reader: str, limits: Settings) -> None:
    items = taken(reader, good.formats()[reader], limits)
    assert items or reader == "asset"


@pytest.mark.parametrize("path", sorted(FOUND.glob("*.bin")), ids=lambda path: path.stem)
def test_what_a_fuzzer_found_holds(path: Path) -> None:
    """Each file is named after the reader that failed on it (``benchmarks/fuzz.py``)."""
    reader, payload = path.name.partition("-")[0], path.read_bytes()
    if reader not in READERS:
        pytest.skip("of a container")
    items = taken(reader, payload)
    assert items or silent(reader, payload)
    assert not {item.reason for item in items if isinstance(item, SetAside)} & set(BROKEN)
