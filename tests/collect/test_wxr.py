"""Exports of WordPress: what is taken, what is not, and what damage costs."""

from __future__ import annotations

import io
import tracemalloc
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letapis.collect.base import Options
from letapis.collect.container import File
from letapis.collect.containers.wxr import claims, split
from letapis.collect.items import items
from letapis.model import Received, SetAside
from letapis.settings import Settings
from tests.fixtures import dumps


def cut(data: bytes, limits: Settings | None = None) -> tuple[list[Received], list[SetAside]]:
    found = list(split(File("a.xml", "a.xml"), io.BytesIO(data), Options(settings=limits or Settings())))
    return (
        [item for item in found if isinstance(item, Received)],
        [item for item in found if isinstance(item, SetAside)],
    )


def test_published_posts_and_pages_are_taken_and_the_others_counted() -> None:
    taken, aside = cut(dumps.wxr().encode())
    uris = [item.capture.uri for item in taken]
    assert uris == [f"https://harbour.example/2031/05/bridge-{n}/" for n in (1, 2, 3)]
    [said] = aside
    assert said.reason == "unpublished"
    assert said.detail == (
        "a.xml: of 6 items these were not taken: 1 behind a password, 3 comments, 1 of status draft, "
        "1 of type attachment"
    )


def test_a_capture_is_a_small_export_without_other_people() -> None:
    taken, _ = cut(dumps.wxr().encode())
    payload = taken[0].payload.decode()
    assert dumps.OLD in payload
    assert "<title>Harbour Post</title>" in payload
    assert "Ona Mill" in payload
    for private in ("Reader Private", "reader@mail", "I disagree", "ona@harbour", "_edit_lock"):
        assert private not in payload
    assert "<wp:meta_key><![CDATA[source]]>" in payload
    # the time of the export is no part of it: exported again, a post keeps its id
    assert "05 May" not in payload


def test_an_item_is_told_from_what_is_written_about_items() -> None:
    content = "<p>We write <item> and </item> and <!DOCTYPE a> and <wp:status>draft</wp:status>.</p>"
    taken, aside = cut(dumps.wxr(dumps.item(1, content), dumps.item(2, "b")).encode())
    assert len(taken) == 2
    assert content in taken[0].payload.decode()
    assert [item.detail for item in aside] == ["a.xml: of 2 items these were not taken: 2 comments"]


def test_a_declared_document_type_is_refused() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    taken, aside = cut(dumps.wxr().replace("<rss ", f"{bomb}<rss ", 1).encode())
    assert not taken
    assert aside[0].reason == "entities"


def test_what_breaks_off_or_is_too_long_is_said_and_the_rest_taken() -> None:
    data = dumps.wxr().encode()
    taken, aside = cut(data[: data.index(b"The ferry sails\n")])
    assert len(taken) == 1
    assert [item.reason for item in aside] == ["cut_off", "unpublished"]
    long = dumps.wxr(dumps.item(1, "a"), dumps.item(2, "word " * 4000), dumps.item(3, "b"))
    taken, aside = cut(long.encode(), Settings(slice_bytes=8000))
    assert len(taken) == 2
    assert aside[0].reason == "too_large"
    unclosed = dumps.wxr(dumps.item(1, "a").replace("</item>", ""), dumps.item(2, "b"))
    assert len(cut(unclosed.encode())[0]) == 2


@pytest.mark.parametrize("block", [b"a" * 65536, b"<item>" * 9000, b"<![CDATA[" * 7000, b"<!--" * 16000])
def test_what_never_ends_is_read_with_bounded_memory(block: bytes) -> None:
    class Endless:
        def __init__(self) -> None:
            self.left = [b"<rss><channel><item><title>", *[block] * 8]

        def read(self, size: int = -1) -> bytes:
            return self.left.pop(0) if self.left else b""

    stream: Any = Endless()
    tracemalloc.start()
    count = sum(1 for _ in items(stream, 50_000))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count
    assert most < 400_000


@pytest.mark.parametrize("data", [b"", b"<rss>", b"{}", b"\x00" * 50, b"<item>" * 3, b"<a>" * 99_000, b"]]>"])
def test_what_is_no_export_is_said_and_nothing_raised(data: bytes) -> None:
    _, aside = cut(data)
    assert aside


def test_it_claims_exports_and_nothing_else() -> None:
    assert claims("a.xml", dumps.wxr().encode()) > 0.5
    feed = b'<?xml version="1.0"?><rss version="2.0"><channel><item><title>A</title></item></channel></rss>'
    for other in (
        feed,
        dumps.page().encode(),
        dumps.dump(dumps.posts()),
        b"",
        dumps.dump({"a": dumps.wxr()}),
    ):
        assert claims("a.xml", other) == 0


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_damaged_bytes_raise_nothing_and_nothing_is_lost_unsaid(data: st.DataObject) -> None:
    good = dumps.wxr().encode()
    at = data.draw(st.integers(0, len(good)))
    size = data.draw(st.integers(0, 60))
    sign = data.draw(
        st.binary(max_size=8) | st.sampled_from([b"<", b">", b"]]>", b"<![CDATA[", b"<item>", b"<!--"])
    )
    taken, aside = cut(good[:at] + sign + good[at + size :])
    before, said = cut(good)
    if len(taken) < len(before):
        assert [item.detail for item in aside] != [item.detail for item in said]
