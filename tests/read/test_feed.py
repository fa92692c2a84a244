"""Entries of feeds as documents."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from letapis.model import Capture, Document, SetAside
from letapis.read.base import read
from letapis.recognise.step import recognise
from letapis.settings import Settings

LONG = "".join(
    f"<p>The ferry to Lower Quay sails at {n}, and it is full on most days.</p>" for n in range(30)
)
PLAIN = " ".join(f"The ferry to Lower Quay sails at {n}, and it is full on most days." for n in range(30))
HEAD = (
    '<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    "<title>Quay News</title>"
)


def rss(inside: str, head: str = HEAD) -> str:
    return f"{head}<item>{inside}</item></channel></rss>"


def of(feed: str | bytes, uri: str = "https://quay.example/1", **columns: Any) -> list[Document | SetAside]:
    capture = Capture("c1", "", uri, "application/rss+xml", via="feed", format="feed", **columns)
    return list(read(capture, feed if isinstance(feed, bytes) else feed.encode(), Settings()))


def one(feed: str | bytes, uri: str = "https://quay.example/1", **columns: Any) -> Document:
    [found] = of(feed, uri, **columns)
    assert isinstance(found, Document), found
    return found


def traced(document: Document, record: str) -> bool:
    """Whether every stretch of the text stands in the record where the map says."""
    return bool(document.map) and all(
        document.text[a.start : a.stop] == record[a.raw_start : a.raw_stop] for a in document.map
    )


def test_all_that_an_entry_says() -> None:
    feed = rss(
        "<title>Ferry &amp;amp; quay: &lt;i&gt;late&lt;/i&gt;</title><link>https://quay.example/1</link>"
        "<guid isPermaLink='false'>q-1</guid><dc:creator>Jan Łódź</dc:creator>"
        "<category>Harbour</category><category>ferry</category><category>wind</category>"
        "<pubDate>Sat, 03 May 2025 10:00:00 +0300</pubDate>"
        "<description>The ferry is late […]</description>"
        f'<content:encoded><![CDATA[{LONG}<p><a href="/m">Map</a></p>]]></content:encoded>'
        '<enclosure url="https://quay.example/a.mp3" type="audio/mpeg"/><media:credit>A. Nowak</media:credit>'
    )
    found = one(feed)
    assert (found.title, found.url, found.source_id) == (
        "Ferry & quay: late",
        "https://quay.example/1",
        "q-1",
    )
    assert (found.authors, found.section) == (("Jan Łódź",), "Harbour")
    assert found.published == datetime(2025, 5, 3, 7, tzinfo=UTC)
    assert (found.published_basis, found.published_precision) == ("feed", "second")
    assert found.text.count("\n") == 30
    assert found.truncated is False
    assert [(r.kind, r.surface) for r in found.residue] == [("credit", "A. Nowak"), ("tags", "ferry, wind")]
    assert [link.href for link in found.links] == ["https://quay.example/m", "https://quay.example/a.mp3"]
    assert traced(found, feed)
    assert feed[found.raw_start :].startswith("The ferry to Lower Quay")


# -- whole or a summary


@pytest.mark.parametrize(
    ("inside", "cut"),
    [
        (f"<description><![CDATA[{LONG}]]></description>", False),
        (f"<description>{PLAIN}</description>", False),
        ("<description>The quay is shut until May, the harbour master says.</description>", True),
        ("<description>Short.</description><content:encoded>The quay is shut.</content:encoded>", False),
        (f"<content:encoded><![CDATA[{LONG}<p>More of it is […]</p>]]></content:encoded>", True),
        (f'<description><![CDATA[{LONG}<a class="more-link" href="/1">On</a>]]></description>', True),
        (f"<summary>{PLAIN}</summary>", True),
        ("<media:group><media:description>The quay is shut.</media:description></media:group>", True),
        ("<yandex:full-text>The quay is shut.</yandex:full-text><description>Quay</description>", False),
        ("<title>The quay is shut</title>", True),
    ],
)
def test_a_summary_is_truncated(inside: str, cut: bool) -> None:
    found = one(rss(inside))
    assert found.truncated is cut
    assert [reason.feature for reason in found.truncated_reasons] == ["feed_summary"] * cut
    known = recognise(found)
    assert known.truncated is cut
    if cut:
        assert known.truncated_reasons[0].feature == "feed_summary"
        assert known.truncated_at is not None and 0 < known.truncated_at <= len(found.text)


def test_the_field_that_says_more() -> None:
    picture = '<content:encoded><![CDATA[<img src="/a.png"/>]]></content:encoded>'
    found = one(rss(f"{picture}<description>{PLAIN}</description>"))
    assert found.text == PLAIN
    whole = one(rss(f"<description>{PLAIN} More.</description><content:encoded>{PLAIN}</content:encoded>"))
    assert whole.text == PLAIN


def test_a_footer_stays_as_evidence() -> None:
    tail = "<p>The post <a href='/1'>Ferry</a> appeared first on <a href='/'>Quay News</a>.</p>"
    found = one(rss(f"<content:encoded><![CDATA[{LONG}{tail}]]></content:encoded>"))
    assert "appeared first" not in found.text
    assert [r.kind for r in found.residue] == ["footer"]


# -- dates


@pytest.mark.parametrize(
    ("stated", "at"),
    [
        ("Sat, 03 May 2025 10:00:00 +0300", "2025-05-03T07:00:00"),
        ("Sat, 03 May 2025 10:00:00 GMT", "2025-05-03T10:00:00"),
        ("Sat, 03 May 2025 10:00:00 EST", "2025-05-03T15:00:00"),
        ("3 May 25 10:00 +0300", "2025-05-03T07:00:00"),
        ("2025-05-03T10:00:00Z", "2025-05-03T10:00:00"),
        ("2025-05-03T10:00:00.123+03:00", "2025-05-03T07:00:00"),
        ("2025-05-03 10:00:00 +0300", "2025-05-03T07:00:00"),
        ("2025-05-03", "2025-05-03T00:00:00"),
        ("1746266400", "2025-05-03T10:00:00"),
        ("3 мая 2025, 10:00", "2025-05-03T10:00:00"),
        ("3 траўня 2025", "2025-05-03T00:00:00"),
        ("03.05.2025 10:00", "2025-05-03T10:00:00"),
    ],
)
def test_dates_in_many_forms(stated: str, at: str) -> None:
    found = one(rss(f"<pubDate>{stated}</pubDate><description>{PLAIN}</description>"))
    assert found.published == datetime.fromisoformat(at).replace(tzinfo=UTC)


def test_a_date_that_is_none_or_ahead_is_said_and_not_taken() -> None:
    fetched = datetime(2025, 5, 3, tzinfo=UTC)
    for stated in ("soon", "Sat, 03 May 2125 10:00:00 GMT"):
        aside, found = of(
            rss(f"<pubDate>{stated}</pubDate><description>{PLAIN}</description>"), fetched_at=fetched
        )
        assert isinstance(aside, SetAside) and isinstance(found, Document)
        assert (aside.reason, stated in aside.detail, found.published) == ("bad_date", True, None)
    updated = "<updated>2025-05-02T10:00:00Z</updated>"
    found = one(rss(f"{updated}<description>{PLAIN}</description>"), fetched_at=fetched)
    assert found.published_basis == "feed_updated"
    assert one(rss(f"<description>{PLAIN}</description>")).published is None


# -- forms of mark-up


@pytest.mark.parametrize(
    "content",
    [
        '<content type="html">&lt;p>Quay &amp;amp; ferry.&lt;/p>&lt;p>Both shut.&lt;/p></content>',
        "<content type='html'><![CDATA[<p>Quay &amp; ferry.</p><p>Both shut.</p>]]></content>",
        (
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Quay &amp; ferry.</p>'
            "<p>Both shut.</p></div></content>"
        ),
        '<content type="text">Quay &amp; ferry.\nBoth shut.</content>',
        "<content><p>Quay & ferry.<p>Both shut.</content>",
        "<content><![CDATA[<p>Quay & ferry.</p>]]><![CDATA[<p>Both shut.]]></content>",
    ],
)
def test_atom_content(content: str) -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quay.example/a/"><entry>'
        f'<title type="html">Quay</title><link href="1"/><author><name>Ірина Їж</name></author>'
        f"{content}</entry></feed>"
    )
    found = one(feed)
    assert found.text.split("\n") == ["Quay & ferry.", "Both shut."]
    assert found.authors == ("Ірина Їж",)
    if 'type="html">&lt;' not in content:
        assert traced(found, feed)


def test_a_whole_feed_is_many_documents() -> None:
    feed = (
        f"{HEAD}<item><link>/a</link><description>The quay is shut.</description></item>"
        "<item><link>b</link><description>The quay is open.</description></item></channel></rss>"
    )
    capture = Capture("c1", "", "https://quay.example/feeds/all", "application/rss+xml", format="feed")
    found = [item for item in read(capture, feed.encode(), Settings()) if isinstance(item, Document)]
    assert [item.url for item in found] == ["https://quay.example/a", "https://quay.example/feeds/b"]
    assert [item.ordinal for item in found] == [0, 1]
    assert len({item.doc_id for item in found}) == 2


def test_an_entry_without_an_address_is_the_feeds() -> None:
    found = one(rss("<description>The quay is shut.</description>"), "https://quay.example/feed#entry=a")
    assert (found.url, found.outlet) == (None, "Quay News")


def test_json_feed() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {
                "id": 7,
                "url": "https://quay.example/1",
                "title": "Паром",
                "content_html": LONG,
                "summary": "x",
                "date_published": "2025-05-03T10:00:00+03:00",
                "authors": [{"name": "Jan Łódź"}, {"name": 5}, "x"],
                "tags": ["Harbour", "ferry", 3],
                "attachments": [{"url": "https://quay.example/a.mp3"}, None],
            }
        ],
    }
    found = one(json.dumps(feed))
    assert (found.source_id, found.title, found.section) == ("7", "Паром", "Harbour")
    assert found.authors == ("Jan Łódź", "5")
    assert found.published == datetime(2025, 5, 3, 7, tzinfo=UTC)
    assert found.truncated is False
    feed["items"] = [{"id": "8", "summary": "The quay is shut."}]
    assert one(json.dumps(feed)).truncated is True


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<rss><channel></channel></rss>", "no_items"),
        ("<html><body>Not here", "no_items"),
        ('{"version": "https://jsonfeed.org/version/1", "items": []}', "no_items"),
        ('{"items": [{"id": 1,]}', "bad_json"),
        ('{"items": [7]}', "bad_row"),
        ("{" * 100_000, "bad_json"),
        ('{"items":' + "[" * 100_000, "bad_json"),
        (rss(""), "no_text"),
    ],
)
def test_what_cannot_be_read_is_said(content: str, reason: str) -> None:
    [aside] = of(content)
    assert isinstance(aside, SetAside)
    assert aside.reason == reason


def test_damage_is_said() -> None:
    aside, found = of(
        rss(f"<description>{PLAIN} Łódź</description>").encode().replace(b"\xc5\x81", b"\xc5", 1)
    )
    assert isinstance(aside, SetAside) and isinstance(found, Document)
    assert aside.reason == "damaged_encoding"


def test_what_stands_twice_in_a_feed_is_one_document() -> None:
    items = [{"id": "8", "content_text": "The quay is shut."}] * 2
    found, aside = of(json.dumps({"items": items}), "https://quay.example/feed")
    assert isinstance(found, Document)
    assert isinstance(aside, SetAside)
    assert aside.reason == "twice"
