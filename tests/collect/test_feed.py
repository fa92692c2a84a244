"""Feeds: entries as captures, their pages, what is remembered; and what is hostile or broken."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.collect import base
from letapis.collect.base import Options
from letapis.collect.feeds.cut import Item, Problem, cut, is_feed, minutes
from letapis.collect.feeds.opml import feeds, is_opml
from letapis.model import Capture, Received, SetAside
from letapis.read.base import read
from letapis.settings import Settings
from tests.collect.fetch.server import Handler, answer, serve

LONG = "<p>The ferry to Lower Quay sails at seven.</p><p>It is full on most days.</p>" * 12
TEXTS = {
    "en": ("Ferry back at Lower Quay", "The ferry sails again from Lower Quay, the harbour master says."),
    "ru": ("Паром вернулся", "Паром снова ходит от Нижней пристани, сказал смотритель порта Лютов."),
    "uk": ("Пором повернувся", "Пором знову ходить від Нижньої пристані, сказала доглядачка Їжакевич."),
    "be": ("Паром вярнуўся", "Паром зноў ходзіць ад Ніжняй прыстані, сказаў наглядчык Ўладык."),
}


def options(**given: Any) -> Options:
    own = {name: given.pop(name) for name in ("state", "kept", "format", "source") if name in given}
    settings = Settings(**({"allow_private": True, "delay_ms": 1, "requisites": False} | given))
    return Options(settings, **own)


def taken(source: str, opts: Options) -> tuple[list[Received], list[SetAside]]:
    items = list(base.collect(source, opts))
    return [i for i in items if isinstance(i, Received)], [i for i in items if isinstance(i, SetAside)]


def rss(*items: str, head: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Quay News</title>'
        f"<link>https://quay.example/</link>{head}{''.join(items)}</channel></rss>"
    ).encode()


def item(number: int, body: str = LONG, link: str | None = None) -> str:
    address = f"https://quay.example/{number}" if link is None else link
    return (
        f"<item><title>Ferry {number}</title><link>{address}</link><guid>{number}</guid>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded></item>"
    )


def of(content: bytes, base_: str = "https://quay.example/feed") -> tuple[list[Item], list[Problem]]:
    found = list(cut(content, "", base_, 1 << 20))
    return [i for i in found if isinstance(i, Item)], [i for i in found if isinstance(i, Problem)]


def site(**said: bytes | Handler) -> Handler:
    def handler(path: str, headers: dict[str, str]) -> Any:
        got = said.get(path[1:].replace("/", "_").replace(".", "_"))
        if got is None:
            return answer(b"gone", 404)
        return got(path, headers) if callable(got) else got

    return handler


# -- entries


def test_every_entry_is_a_capture_and_the_feed_is_kept() -> None:
    with serve(site(feed=answer(rss(item(1), item(2)), kind="application/rss+xml"))) as here:
        received, asides = taken(f"{here.root}/feed", options())
    assert asides == []
    feed, *entries = received
    assert (feed.capture.format, feed.exchange is not None) == ("asset", True)
    assert [e.capture.uri for e in entries] == ["https://quay.example/1", "https://quay.example/2"]
    assert {e.capture.format for e in entries} == {"feed"}
    assert all(e.capture.fetched_at == feed.capture.fetched_at for e in entries)
    assert item(2).encode() in entries[1].payload
    assert b"Ferry 1" not in entries[1].payload
    assert here.asked == ["/robots.txt", "/feed"]


def test_a_grown_feed_keeps_the_old_ids(tmp_path: Path) -> None:
    short, grown = tmp_path / "a" / "feed.xml", tmp_path / "b" / "feed.xml"
    for path, content in ((short, rss(item(1))), (grown, rss(item(2), item(1), head="<ttl>5</ttl>"))):
        path.parent.mkdir()
        path.write_bytes(content)
    before = {r.capture.capture_id for r in taken(str(short), options())[0] if r.capture.format == "feed"}
    after = {r.capture.capture_id for r in taken(str(grown), options())[0] if r.capture.format == "feed"}
    assert len(before) == 1 < len(after)
    assert before < after


@pytest.mark.parametrize("language", sorted(TEXTS))
@pytest.mark.parametrize("shape", ["rss", "rdf", "atom", "json"])
def test_every_format_in_every_language(language: str, shape: str) -> None:
    title, text = TEXTS[language]
    received, problems = of(SHAPES[shape](title, text), f"https://quay.example/{shape}")
    assert problems == []
    assert [one.uri for one in received] == ["https://quay.example/ferry"]
    words = received[0].payload.decode()
    assert title in (json.loads(words)["items"][0]["title"] if shape == "json" else words)


SHAPES: dict[str, Callable[[str, str], bytes]] = {
    "rss": lambda title, text: rss(
        f"<item><title>{title}</title><link>https://quay.example/ferry</link>"
        f"<description>{text}</description></item>"
    ),
    "rdf": lambda title, text: (
        '<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/" '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel rdf:about="x"><title>Quay</title>'
        '<items><rdf:Seq><rdf:li resource="https://quay.example/ferry"/></rdf:Seq></items></channel>'
        f'<item rdf:about="https://quay.example/ferry"><title>{title}</title>'
        f"<description>{text}</description></item></rdf:RDF>"
    ).encode(),
    "atom": lambda title, text: (
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Quay</a:title><a:link href="/"/>'
        f'<a:entry><a:title>{title}</a:title><a:link rel="self" href="/self"/><a:link href="/ferry"/>'
        f"<a:id>urn:1</a:id><a:content>{text}</a:content></a:entry></a:feed>"
    ).encode(),
    "json": lambda title, text: json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "Quay",
            "items": [{"id": "1", "url": "/ferry", "title": title, "content_text": text}],
        }
    ).encode(),
}


@pytest.mark.parametrize("shape", sorted(SHAPES))
@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-8"])
def test_marks_and_wide_encodings(shape: str, codec: str) -> None:
    if shape == "json" and codec == "utf-16":
        pytest.skip("JSON is UTF-8 (RFC 8259)")
    content = SHAPES[shape](*TEXTS["uk"]).decode().encode(codec)
    [found], problems = of(content)
    assert (found.uri, problems) == ("https://quay.example/ferry", [])


@pytest.mark.parametrize("declared", ["windows-1251", "utf-8", "iso-8859-1", "nonsense"])
def test_windows_1251_whatever_it_claims(declared: str) -> None:
    head, _, rest = SHAPES["rss"](*TEXTS["ru"]).decode().partition("UTF-8")
    [found], _ = of((head + declared + rest).encode("cp1251"))
    assert found.media_type.endswith("charset=cp1251")
    assert TEXTS["ru"][0] in found.payload.decode("cp1251")


# -- what is broken


def test_broken_feeds_give_their_entries() -> None:
    good = [item(n) for n in range(4)]
    unclosed = "<item><title>Quay</title><link>https://quay.example/9</link><description><![CDATA[Shut"
    cases = {
        "bare &": rss(*good, "<item><link>https://quay.example/9?a=1&b=2</link><title>A & B</title></item>"),
        "no end": rss(*good, item(9)).partition(b"</channel>")[0],
        "in an item": rss(*good, item(9)).rpartition(b"</content:encoded>")[0],
        "section": rss(*good[:2], unclosed + "</description></item>", *good[2:]),
        "item never closed": rss(*good[:2], item(9).removesuffix("</item>"), *good[2:]),
        "words before": b"<br />\n<b>Warning</b>: x in y.php on line 3<br />\n" + rss(*good, item(9)),
        "upper case": rss(*good, item(9)).replace(b"<item>", b"<ITEM>").replace(b"</item>", b"</ITEM>"),
        "section in the head": rss(*good, item(9)).replace(b"<title>Quay", b"<title><![CDATA[Quay", 1),
        "NUL": rss(*good, item(9)).replace(b"Lower", b"Lo\0wer"),
        "undeclared prefix": rss(*good, item(9)).replace(b"content:encoded", b"body:encoded"),
        "comment that never ends": rss(*good, item(9)).replace(b"<item>", b"<!-- <item>", 1),
    }
    for name, content in cases.items():
        found, problems = of(content)
        assert len(found) == 5, name
        assert {p.reason for p in problems} <= {"cut_off"}, name
        assert len({one.uri for one in found}) == 5, name


def test_an_entry_that_never_began_is_said() -> None:
    found, [problem] = of(rss(item(1), item(2).replace("<item>", "<ite>"), item(3)))
    assert [one.uri[-1] for one in found] == ["1", "3"]
    assert problem.reason == "damaged"


def test_a_commented_entry_is_none() -> None:
    found, problems = of(rss("<!-- " + item(1) + " -->", item(2)))
    assert ([one.uri for one in found], problems) == (["https://quay.example/2"], [])


def test_entries_without_links_ids_or_dates() -> None:
    bare = "<item><description>Quay shut.</description></item>"
    other = "<item><guid isPermaLink='false'>a b</guid><description>Quay open.</description></item>"
    perma = "<item><guid>https://quay.example/7</guid></item>"
    bad = "<item><link>javascript:alert(1)</link><title>x</title></item>"
    found, _ = of(rss(bare, other, perma, bad))
    uris = [one.uri for one in found]
    assert uris[1:3] == ["https://quay.example/feed#entry=a%20b", "https://quay.example/7"]
    assert uris[0].startswith("https://quay.example/feed#entry=")
    assert found[3].link is None
    assert b"Quay News" in found[0].payload  # without an address, whose it is
    assert of(rss(bare))[0][0].uri == uris[0]


def test_an_id_that_all_entries_have() -> None:
    same = [
        f"<item><guid>1</guid><link>https://quay.example/{n}</link><title>{n}</title></item>"
        for n in range(3)
    ]
    found, _ = of(rss(*same))
    assert len({one.digest for one in found}) == len({one.uri for one in found}) == 3


@pytest.mark.parametrize(
    ("link", "uri"),
    [
        ("/a b", "https://quay.example/a%20b"),
        ("//port.example/x", "https://port.example/x"),
        ("x?a=1&amp;b=2", "https://quay.example/x?a=1&b=2"),
        ("<![CDATA[ https://quay.example/c ]]>", "https://quay.example/c"),
        ("https://quay.example/d#xtor=RSS-1", "https://quay.example/d"),
        ("https://quay.example/d#post-7", "https://quay.example/d#post-7"),
    ],
)
def test_links(link: str, uri: str) -> None:
    [found], _ = of(rss(f"<item><title>x</title><link>{link}</link></item>"), "https://feeds.example/quay")
    assert found.uri == uri


def test_a_saved_feed_says_where_it_was() -> None:
    own = '<atom:link rel="self" href="https://quay.example/feeds/all"/>'
    content = rss("<item><title>x</title><link>../7</link></item>", head=own)
    content = content.replace(b"<link>https://quay.example/</link>", b"<link>/</link>")
    assert of(content, "file:saved.xml")[0][0].uri == "https://quay.example/7"
    feed = {"version": "https://jsonfeed.org/version/1", "feed_url": "https://quay.example/f.json"}
    content = json.dumps(feed | {"items": [{"id": "7", "url": "/7", "content_text": "Shut."}]}).encode()
    assert of(content, "file:saved.json")[0][0].uri == "https://quay.example/7"


# -- what is hostile


def bomb() -> bytes:
    lines = ['<!DOCTYPE rss [<!ENTITY l0 "lol">']
    lines += [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)]
    return ("\n".join(lines) + "]>\n").encode()


def test_an_entity_bomb_is_no_bomb() -> None:
    content = rss(item(1)).replace(b"?>\n", b"?>" + bomb(), 1).replace(b"<title>Ferry", b"<title>&l9;")
    [found], [problem] = of(content)
    assert problem.reason == "entities"
    assert len(found.payload) < 4000
    assert b"&l9;" in found.payload


def test_a_harmless_document_type_is_passed_over() -> None:
    said = (
        b'?>\n<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://x.example/rss.dtd">'
    )
    [found], problems = of(rss(item(1)).replace(b"?>\n", said, 1))
    assert (found.uri, problems) == ("https://quay.example/1", [])


@pytest.mark.parametrize(
    "inner",
    [
        "<a>" * 100_000,
        "<title>" * 100_000,
        "".join(f"<t{n}>" for n in range(20_000)),
        "<!--" * 100_000,
        "<![CDATA[" * 100_000,
        "<a b='" * 100_000,
        "</item " * 50_000,
        "<item " * 100_000,
        "<!DOCTYPE" * 100_000,
        "<views" * 150_000,
        "<views>" * 130_000,
        "]]" * 400_000,
        "<title>" + "&amp" * 200_000,
        "<description>" + "<" * 900_000,
        "<description>" + "<p " * 300_000,
        "&" * 200_000,
        "<link>" + "x" * 900_000,
    ],
)
def test_depth_and_marks_without_end_cost_linear_time(inner: str) -> None:
    found, problems = of(rss(item(1), f"<item>{inner}</item>", item(3)))
    assert "https://quay.example/1" in [one.uri for one in found]
    assert {p.reason for p in problems} <= {"cut_off", "too_many", "damaged"}


@pytest.mark.parametrize("head", ["<![CDATA[" * 100_000, "<!--" * 100_000, "<![CDATA[<item>]]>" * 1000])
def test_a_head_full_of_marks_costs_linear_time(head: str) -> None:
    found, _ = of(rss(item(1), head=head))
    assert "https://quay.example/1" in [one.uri for one in found]


def test_an_entry_that_is_too_long_is_said() -> None:
    found, [problem] = of(rss(item(1), item(2, "x" * (2 << 20)), item(3)))
    assert [one.uri[-1] for one in found] == ["1", "3"]
    assert problem.reason == "too_large"


def test_more_entries_than_any_feed_has() -> None:
    found, [problem] = of(rss("<item/>" * 30_000))
    assert (len(found), problem.reason) == (20_000, "too_many")


def test_a_feed_that_never_ends() -> None:
    def endless(path: str, headers: dict[str, str]) -> Iterator[bytes]:
        yield (
            b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nConnection: close\r\n\r\n" + rss()[:-17]
        )
        for number in range(1_000_000):
            yield item(number).encode()

    with serve(site(feed=endless)) as here:
        received, asides = taken(f"{here.root}/feed", options(fetch_bytes=200_000))
    assert {a.reason for a in asides} == {"too_large", "cut_off"}
    assert len(received) > 50


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_mutated_feeds_never_raise_and_never_lose_silently(data: st.DataObject) -> None:
    shape = data.draw(st.sampled_from(sorted(SHAPES)))
    content = bytearray(SHAPES[shape](*TEXTS["be"]))
    marks = [
        b"<",
        b">",
        b"&",
        b"]]>",
        b"<![CDATA[",
        b"<!--",
        b"</",
        b'"',
        b"\xff",
        b"\0",
        b"<item>",
        b"{",
        b"<!DOCTYPE [",
    ]
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content)))
        stop = data.draw(st.integers(at, min(len(content), at + 8)))
        content[at:stop] = data.draw(st.sampled_from(marks))
    found, _ = of(bytes(content))  # where nothing is found the source says that there are no entries
    for one in found:
        assert one.payload
        capture = Capture("c", "", one.uri, one.media_type, via="feed", format="feed")
        assert list(read(capture, one.payload, Settings()))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_rubbish(content: bytes) -> None:
    of(content)
    of(b"<rss><item>" + content)
    of(b'{"version": "https://jsonfeed.org/version/1", "items": [' + content)
    is_feed(content)
    is_opml(content)
    feeds(content)
    minutes(content)


def test_a_list_of_feeds_in_a_folder_is_kept_and_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "subscriptions.opml").write_text(
        '<?xml version="1.0"?><opml version="2.0"><body>'
        '<outline type="rss" xmlUrl="http://127.0.0.1:9/feed"/></body></opml>'
    )
    [kept, row] = base.collect(str(tmp_path), Options())
    assert isinstance(kept, Received) and kept.capture.format == "asset"
    assert isinstance(row, SetAside) and row.reason == "not_fetched" and "name the file" in row.detail
