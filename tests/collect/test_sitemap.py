"""Sitemaps of every kind, and those that mean harm."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis.collect import base
from letapis.collect.base import Options
from letapis.collect.crawling.sitemaps import Entry, Problem, entries, walk
from letapis.collect.fetch.base import Fetcher, FetchError
from letapis.collect.sources import sitemap
from letapis.model import Received, SetAside
from letapis.settings import Settings
from tests.collect.fetch.server import Handler, Site, answer, serve

AT = "https://a.example/sitemap.xml"
URLSET = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
LIMIT = 10**6


def urls(text: str | bytes, limit: int = LIMIT) -> list[tuple[str, str]]:
    content = text.encode() if isinstance(text, str) else text
    return [(e.url.removeprefix("https://a.example"), e.changed) for e in entries(content, AT, limit)]


def test_plain() -> None:
    text = f"""{URLSET}>
      <url><loc> https://a.example/1 </loc><lastmod>2024-05-01T10:00:00+03:00</lastmod></url>
      <url><lastmod>2024-05-02</lastmod><loc><![CDATA[https://a.example/2?a=1&b=2]]></loc></url>
      <url><loc>https://a.example/3?a=1&amp;b=2</loc></url>
      <url><priority>1</priority></url>
      <url><loc>/relative</loc></url>
    </urlset>"""
    assert urls(text) == [
        ("/1", "2024-05-01T10:00:00+03:00"),
        ("/2?a=1&b=2", "2024-05-02"),
        ("/3?a=1&b=2", ""),
    ]


def test_news_images_and_prefixes() -> None:
    text = f"""{URLSET} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
      xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
      <url><loc>https://a.example/1</loc>
        <image:image><image:loc>https://a.example/i.jpg</image:loc></image:image>
        <news:news><news:publication><news:name>The Courier</news:name></news:publication>
        <news:publication_date>2024-05-03</news:publication_date><news:title>Ferry</news:title></news:news></url>
    </urlset>"""
    assert urls(text) == [("/1", "2024-05-03")]
    prefixed = '<s:urlset xmlns:s="x"><s:url><s:loc>https://a.example/1</s:loc></s:url></s:urlset>'
    assert urls(prefixed) == [("/1", "")]


def test_indexes() -> None:
    text = "<sitemapindex><sitemap><loc>https://a.example/2.xml</loc></sitemap></sitemapindex>"
    assert list(entries(text.encode(), AT, LIMIT)) == [Entry("https://a.example/2.xml", "", True)]


def test_feeds_and_text() -> None:
    rss = "<rss><channel><link>https://a.example/</link><item><link>https://a.example/1</link><pubDate>Mon</pubDate></item></channel></rss>"
    assert urls(rss) == [("/1", "Mon")]
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://a.example/"/><entry>'
        '<link rel="self" href="https://a.example/x"/><link rel="alternate" href="https://a.example/1"/>'
        "<updated>2024</updated></entry></feed>"
    )
    assert urls(atom) == [("/1", "2024")]
    assert urls("\ufeffhttps://a.example/1\r\n\r\nrubbish\nhttps://a.example/2") == [("/1", ""), ("/2", "")]


def test_a_stray_ampersand_wherever_blocks_end() -> None:
    for pad in range(65536 - 200, 65536 - 60):
        text = f"<urlset><!--{'x' * pad}--><url><loc>https://a.example/2?a=1&b=2&amp;c=3</loc></url></urlset>"
        assert urls(text) == [("/2?a=1&b=2&c=3", "")]


def test_packed() -> None:
    text = f"{URLSET}><url><loc>https://a.example/1</loc></url></urlset>".encode()
    assert urls(gzip.compress(text)) == [("/1", "")]
    assert urls(gzip.compress(text)[:-9]) == [("/1", "")]


@pytest.mark.parametrize("text", ["<html><body>Not here", "<root/>", "<", "<!-- <urlset>"])
def test_no_sitemap(text: str) -> None:
    with pytest.raises(FetchError):
        urls(text)


def test_broken_ones_are_read_as_far_as_they_go() -> None:
    text = f"{URLSET}><url><loc>https://a.example/1</loc></url><url><loc>https://a.example/2?a=1&b=2</loc></url><url><loc>https://a.ex"
    assert [url for url, _ in urls(text)][:2] == ["/1", "/2?a=1&b=2"]
    assert urls(b"\xef\xbb\xbf  \n" + f"{URLSET}><url><loc>https://a.example/1</loc></url>".encode()) == [
        ("/1", "")
    ]


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY a "https://a.example/">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]><urlset><url><loc>&j;</loc></url><url><loc x='&j;'>https://a.example/1</loc></url></urlset>"
)
SECRET = (
    '<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    "<urlset><url><loc>https://a.example/&x;</loc></url><url><loc>&x;</loc></url></urlset>"
)


@pytest.mark.parametrize(
    "text",
    [
        LAUGHS,
        SECRET,
        '<!DOCTYPE urlset SYSTEM "http://127.0.0.1:1/x.dtd"><urlset/>',
        "<urlset>" + "<url>" * 100_000,
        "<urlset>" + "<a>" * 100_000 + "<url><loc>https://a.example/1</loc></url>",
        "<urlset><url><loc>" + "a" * 5_000_000,
        "<urlset><url " + "x='1' " * 100_000 + "/>",
        "<urlset><url><loc>https://a.example/\0</loc></url></urlset>",
        "https://a.example/" + "a" * 3_000_000,
    ],
)
def test_hostile(text: str) -> None:
    for _ in range(2):
        found = urls(text, 10 * LIMIT)
        assert len(found) <= 2
        assert all("root:" not in url and len(url) < 8000 for url, _ in found)


def test_bombs_are_unpacked_as_far_as_the_limit() -> None:
    one = b"<url><loc>https://a.example/1</loc></url>"
    packed = gzip.compress(f"{URLSET}>".encode() + one * 400_000)
    assert len(packed) < 100_000
    found = urls(packed, 100_000)
    assert 2000 < len(found) < 100_000 / len(one)


def test_at_most_as_many_as_the_protocol_has() -> None:
    text = f"{URLSET}>" + "<url><loc>https://a.example/1</loc></url>" * 60_000
    assert len(urls(text, 10 * LIMIT)) == 50_000


@given(st.binary(max_size=300), st.sampled_from([b"", b"<urlset>", b"\x1f\x8b\x08\0", b"<rss><item><link>"]))
def test_whatever_it_is(rest: bytes, first: bytes) -> None:
    try:
        found = list(entries(first + rest, AT, LIMIT))
    except FetchError:
        return
    assert all(entry.url.startswith(("http://", "https://")) for entry in found)


# -- walking


def walked(handler: Handler, *starts: str) -> tuple[list[str], list[str], int]:
    with serve(handler) as there, Fetcher(Settings(allow_private=True, delay_ms=1), robots=False) as client:
        found = list(walk(client, [there.root + start for start in starts]))
        pages = [item.url.removeprefix(there.root) for item in found if isinstance(item, Entry)]
        return pages, [item.error.reason for item in found if isinstance(item, Problem)], len(there.asked)


def index(there: str, *names: str) -> bytes:
    return b"".join(
        [
            b"<sitemapindex>",
            *(f"<sitemap><loc>http://{there}{n}</loc></sitemap>".encode() for n in names),
            b"</sitemapindex>",
        ]
    )


def test_loops_end() -> None:
    def handler(path: str, headers: dict[str, str]) -> bytes:
        names = {"/a": ["/b", "/a"], "/b": ["/a", "/c"]}
        if path in names:
            return answer(index(headers["host"], *names[path]))
        return answer(f"http://{headers['host']}/page".encode())

    assert walked(handler, "/a") == (["/page"], [], 3)


def test_indexes_without_end_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    from letapis.collect.crawling import sitemaps

    monkeypatch.setattr(sitemaps, "MOST_FILES", 50)

    def deep(path: str, headers: dict[str, str]) -> bytes:
        return answer(index(headers["host"], f"{path}x"))

    def wide(path: str, headers: dict[str, str]) -> bytes:
        return answer(index(headers["host"], *(f"{path}{n}" for n in range(100))))

    assert walked(deep, "/a") == ([], [], 4)
    pages, problems, asked = walked(wide, "/a")
    assert (pages, problems) == ([], ["too_large"])
    assert asked == 50


def test_an_index_leads_to_no_other_site() -> None:
    def handler(path: str, headers: dict[str, str]) -> bytes:
        return answer(index("127.0.0.2:8099", "/b", "/c")) if path == "/a" else answer(b"", 404)

    assert walked(handler, "/a") == ([], ["out_of_scope"], 1)


def test_an_index_of_50_gigabytes() -> None:
    """As much as fits is read, and no more is asked for."""

    def endless(path: str, headers: dict[str, str]) -> Any:
        if path != "/a":
            return answer(b"", 404)

        def parts() -> Any:
            yield b"HTTP/1.1 200 OK\r\nContent-Length: 53687091200\r\n\r\n<sitemapindex>"
            for number in range(10**6):
                yield f"<sitemap><loc>http://127.0.0.1:1{number % 3}/{number}</loc></sitemap>".encode() * 1000

        return parts()

    with serve(endless) as there:
        settings = Settings(allow_private=True, delay_ms=1, fetch_bytes=300_000)
        with Fetcher(settings, robots=False) as client:
            found = client.get(f"{there.root}/a", cut=True)
            assert len(found.content) == 300_000
            assert 1000 < len(list(entries(found.content, found.url, 300_000))) < 7000


def test_what_is_lost_is_said_and_the_rest_goes_on() -> None:
    def handler(path: str, headers: dict[str, str]) -> bytes:
        if path == "/a":
            return answer(index(headers["host"], "/lost", "/page", "/good"))
        return {"/good": answer(b"https://a.example/1"), "/page": answer(b"<html>")}.get(
            path, answer(b"", 404)
        )

    pages, problems, _ = walked(handler, "/a")
    assert (pages, problems) == (["https://a.example/1"], ["http_404", "bad_response"])


# -- the source


def options(state: Path | None = None, kept: Any = frozenset(), **given: Any) -> Options:
    settings = Settings(**({"allow_private": True, "delay_ms": 1, "requisites": False} | given))
    return Options(settings, state=state, kept=kept)


def run(source: str, opts: Options) -> tuple[list[Received], list[SetAside]]:
    items = list(base.collect(source, opts))
    return [i for i in items if isinstance(i, Received)], [i for i in items if isinstance(i, SetAside)]


def read(received: list[Received], there: Site) -> list[str]:
    return [r.capture.uri.removeprefix(there.root) for r in received]


def newsroom(dates: dict[str, str]) -> Handler:
    def handler(path: str, headers: dict[str, str]) -> bytes:
        if path == "/sitemap.xml":
            inside = "".join(
                f"<url><loc>http://{headers['host']}{page}</loc><lastmod>{date}</lastmod></url>"
                for page, date in dates.items()
            )
            return answer(f"{URLSET}>{inside}</urlset>".encode(), kind="application/xml")
        if path in dates:
            return answer(
                f"<!doctype html><title>{path}</title><p>As of {dates[path]}. <a href=/more>m</a>".encode()
            )
        return answer(b"", 404)

    return handler


def test_only_what_is_new_or_changed(tmp_path: Path) -> None:
    dates = {"/1": "2024-05-01", "/2": "2024-05-03", "/3": ""}
    with serve(newsroom(dates)) as there:
        source, kept = f"{there.root}/sitemap.xml", set[str]()
        for expected in (["/2", "/1", "/3"], [], ["/4", "/2"]):
            there.asked.clear()
            received, asides = run(source, options(tmp_path, kept))
            assert (read(received, there), asides) == (expected, [])
            assert {r.capture.via for r in received} <= {"sitemap"}
            assert [path for path in there.asked if path in dates] == expected
            kept |= {r.capture.capture_id for r in received}
            if not expected:
                dates |= {"/2": "2024-06-01", "/4": "2024-06-02"}


def test_what_failed_is_tried_again(tmp_path: Path) -> None:
    broken = [True]

    def handler(path: str, headers: dict[str, str]) -> Any:
        return (
            iter([b"rubbish"])
            if broken[0] and path == "/1"
            else newsroom({"/1": "2024", "/2": ""})(path, headers)
        )

    with serve(handler) as there:
        source, kept = f"{there.root}/sitemap.xml", set[str]()
        received, [aside] = run(source, options(tmp_path, kept))
        assert (read(received, there), aside.reason) == (["/2"], "bad_response")
        kept |= {r.capture.capture_id for r in received}
        broken[0] = False
        received, asides = run(source, options(tmp_path, kept))
        assert (read(received, there), asides) == (["/1"], [])


def test_stopped_it_goes_on(tmp_path: Path) -> None:
    dates = {f"/{n}": f"2024-05-{30 - n:02}" for n in range(1, 6)}
    with serve(newsroom(dates)) as there:
        source, kept = f"{there.root}/sitemap.xml", set[str]()
        stream = base.collect(source, options(tmp_path, kept))
        first = [item for _, item in zip(range(3), stream, strict=False) if isinstance(item, Received)]
        stream.close()  # type: ignore[attr-defined]
        kept |= {r.capture.capture_id for r in first[:2]}
        received, _ = run(source, options(tmp_path, kept))
        assert sorted(read(first[:2] + received, there)) == sorted(dates)


def test_the_sitemaps_that_a_site_names() -> None:
    dates = {"/1": "2024-05-01"}

    def handler(path: str, headers: dict[str, str]) -> bytes:
        if path == "/robots.txt":
            return answer(b"Sitemap: /sitemap.xml")
        return newsroom(dates)(path, headers)

    with serve(handler) as there:
        received, _ = run(f"{there.root}/", Options(options().settings, source="sitemap"))
        assert read(received, there) == ["/1"]


def test_one_behind_a_plain_address_is_taken_for_what_it_is() -> None:
    def handler(path: str, headers: dict[str, str]) -> bytes:
        return newsroom({"/1": ""})("/sitemap.xml" if path == "/list" else path, headers)

    with serve(handler) as there:
        received, _ = run(f"{there.root}/list", options())
        assert read(received, there) == ["/1"]
        assert there.asked.count("/list") == 1


def test_a_file(tmp_path: Path) -> None:
    with serve(newsroom({"/1": "", "/2": ""})) as there:
        path = tmp_path / "s.xml.gz"
        path.write_bytes(gzip.compress(f"{URLSET}><url><loc>{there.root}/1</loc></url></urlset>".encode()))
        received, _ = run(str(path), Options(options().settings, source="sitemap"))
        assert read(received, there) == ["/1"]


def test_a_file_that_is_an_index(tmp_path: Path) -> None:
    with serve(newsroom({"/1": "", "/2": ""})) as there:
        path = tmp_path / "index.xml"
        path.write_bytes(index(there.root.removeprefix("http://"), "/sitemap.xml"))
        received, _ = run(str(path), Options(options().settings, source="sitemap"))
        assert read(received, there) == ["/1", "/2"]


def test_pages_of_other_sites_are_left() -> None:
    def handler(path: str, headers: dict[str, str]) -> bytes:
        return (
            answer(b"http://127.0.0.2:8099/x\nhttp://127.0.0.2:8099/y")
            if "sitemap" in path
            else answer(b"", 404)
        )

    with serve(handler) as there:
        received, [aside] = run(f"{there.root}/sitemap.txt", options())
    assert (received, aside.reason, "2 addresses" in aside.detail) == ([], "out_of_scope", True)


def test_nothing_there() -> None:
    with serve(lambda path, headers: answer(b"", 404)) as there:
        received, [aside] = run(f"{there.root}/sitemap.xml", options())
    assert (received, aside.reason) == ([], "http_404")
    assert run("no/such/file", Options(source="sitemap"))[1][0].reason == "unreadable"


def test_claims() -> None:
    assert sitemap.claims("https://a.example/sitemap_index.xml") == 0.7
    assert sitemap.claims("https://a.example/sitemap-news") == 0
    assert sitemap.claims("sitemap.xml") == 0
