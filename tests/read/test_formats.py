"""Every reader: what it gives, and that nothing it is given makes it fail."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis import plugins
from letapis.model import Capture, Document, SetAside
from letapis.read.base import read
from letapis.read.formats.html import depth
from letapis.settings import Settings
from letapis.text.decode import decode
from tests.sample import BODY

READERS = plugins.names("letapis.read.formats", "formats")


def documents(reader: str, payload: bytes, **limits: int) -> tuple[list[Document], list[SetAside]]:
    capture = Capture("c1", "", "file:x", "", format=reader)
    items = list(read(capture, payload, Settings(**limits)))
    return (
        [item for item in items if isinstance(item, Document)],
        [item for item in items if isinstance(item, SetAside)],
    )


def test_the_readers_there_are() -> None:
    assert READERS == (
        "asset", "feed", "heap", "html", "jsonl", "telegram", "telegram_page", "text", "tumblr", "wxr",
    )  # fmt: skip


@pytest.mark.parametrize("reader", READERS)
@settings(max_examples=60)
@given(payload=st.binary(max_size=400) | st.text(max_size=300).map(lambda t: t.encode("utf-8", "replace")))
def test_no_bytes_make_a_reader_fail(reader: str, payload: bytes) -> None:
    found, aside = documents(reader, payload)
    assert found or aside or not payload.strip() or reader == "asset"
    for document in found:
        assert document.words > 0
        assert 0 <= document.raw_start <= document.raw_stop


@pytest.mark.parametrize("reader", ["heap", "text"])
@settings(max_examples=60)
@given(text=st.text("аб вГ.…«»\n\r\ufeff \u00a0", min_size=1, max_size=200))
def test_every_span_leads_back_to_the_record(reader: str, text: str) -> None:
    payload = text.encode()
    raw = decode(payload).text
    for document in documents(reader, payload)[0]:
        for anchor in document.map:
            here = document.text[anchor.start : anchor.stop]
            there = raw[anchor.raw_start : anchor.raw_stop]
            assert len(here) == len(there)
            assert all(a == b or (a.isspace() and b.isspace()) for a, b in zip(here, there, strict=True))


def test_keys_of_a_row_become_columns() -> None:
    row = {
        "id": 7, "url": "x-test:/7", "title": "Ferry stops", "text": BODY, "language": "en",
        "published": "2021-03-03T09:00:00+02:00", "outlet": "Rechnik", "gold": "never read",
    }  # fmt: skip
    ((document,), aside) = documents("jsonl", json.dumps(row).encode())
    assert aside == []
    assert (document.source_id, document.url, document.title) == ("7", "x-test:/7", "Ferry stops")
    assert (document.outlet, document.language, document.text) == ("Rechnik", "en", BODY)
    assert document.published == datetime(2021, 3, 3, 7, tzinfo=UTC)
    assert document.published_local == "2021-03-03T09:00:00+02:00"
    assert "never read" not in repr(document)


def test_without_a_title_the_first_line_stays_in_the_text() -> None:
    ((document,), _) = documents("jsonl", json.dumps({"text": f"Ferry stops\n{BODY}"}).encode())
    assert document.title == "Ferry stops"
    assert document.text.startswith("Ferry stops\n")


PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry stops | Rechnik</title>
<link rel="canonical" href="https://rechnik.example/ferry">
<meta property="og:title" content="Ferry stops"><meta property="article:published_time" content="2021-03-03">
</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Ferry stops</h1>
<p>{BODY[:300]}</p><p>{BODY[300:]}</p></article><footer>All rights reserved</footer></body></html>"""


def test_a_page() -> None:
    ((document,), aside) = documents("html", PAGE.encode())
    assert aside == []
    assert document.title == "Ferry stops"
    assert document.canonical_url == "https://rechnik.example/ferry"
    assert document.published == datetime(2021, 3, 3, tzinfo=UTC)
    assert document.published_precision == "day"
    assert document.text.split()[:4] == BODY.split()[:4]
    assert "Home" not in document.text
    assert "rights" not in document.text
    for anchor in document.map:
        assert PAGE[anchor.raw_start : anchor.raw_stop] == document.text[anchor.start : anchor.stop]
    assert document.map


def test_a_page_in_a_declared_legacy_encoding() -> None:
    text = (
        "Паром между Заречным и Старой Мельницей снова ходит с понедельника, сообщила начальница порта. " * 3
    )
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{text}</p></body></html>'
    ((document,), _) = documents("html", page.encode("cp1251"))
    assert "Паром между Заречным" in document.text


def test_a_deeply_nested_page_is_set_aside_unparsed() -> None:
    page = b"<html><body>" + b"<div>" * 100_000 + b"words" + b"</div>" * 100_000
    found, (aside,) = documents("html", page)
    assert found == []
    assert aside.reason == "too_deep"
    assert "100002 levels" in aside.detail


def test_depth_does_not_count_what_html_leaves_open() -> None:
    assert depth(b"<ul>" + b"<li>a" * 1000 + b"</ul>") == 1
    assert depth(b"<p>a<br>" * 1000) == 0
