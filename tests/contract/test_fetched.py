"""Every source that fetches, whatever it is answered: nothing is raised, nothing is lost unsaid."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from letapis import plugins
from letapis.collect.base import Options, collect
from letapis.errors import LetapisError
from letapis.model import Received, SetAside
from letapis.settings import Settings
from letapis.text import content_id
from tests.collect.fetch.server import Handler, answer, serve
from tests.contract.checks import SMALL, opened
from tests.contract.test_formats import silent
from tests.fixtures.broken import good, zoo

SOURCES = plugins.names("letapis.collect.sources", "sources")
FETCHING = tuple(name for name in SOURCES if name != "folder")
LIMITS = Settings(
    allow_private=True, delay_ms=1, fetch_seconds=10, fetch_bytes=4 << 20, max_pages=5, requisites=False
)
SITEMAP = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>HERE/page</loc><lastmod>2021-03-03</lastmod></url></urlset>"""
INDEX = b'[["timestamp","original","mimetype","statuscode","digest"],["20210303090000","http://a.example/","text/html","200","A"]]'
WHOLE = {
    "cdx": ("/cdx/search/cdx?url=a.example", INDEX, "application/json"),
    "crawl": ("/", good.HTML.encode(), "text/html"),
    "feed": (
        "/feed.xml",
        good.FEED.replace("https://rechnik.example", "HERE").encode(),
        "application/rss+xml",
    ),
    "poll": (
        "/feed.xml",
        good.FEED.replace("https://rechnik.example", "HERE").encode(),
        "application/rss+xml",
    ),
    "sitemap": ("/sitemap.xml", SITEMAP, "application/xml"),
    "url": ("/ferry", good.HTML.encode(), "text/html"),
}
"""What a source is asked for, and a whole answer; HERE is where the server stands."""


def test_every_source_that_fetches_has_a_whole_answer() -> None:
    assert set(FETCHING) == set(WHOLE), "add one"


def fetched(name: str, body: bytes, kind: str, **options: object) -> list[Received | SetAside]:
    """What a source makes of an answer, each item as it must be."""
    path = WHOLE[name][0]

    def handler(at: str, headers: dict[str, str]) -> bytes:
        if at == "/robots.txt":
            return answer(b"", 404)
        here = f"http://{headers['host']}".encode()
        return answer(body.replace(b"HERE", here) if at == path else good.HTML.encode(), kind=kind)

    with serve(handler) as site:
        items = list(collect(site.root + path, Options(LIMITS, source=name, **options)))  # type: ignore[arg-type]
    for item in items:
        if isinstance(item, SetAside):
            assert item.reason.replace("_", "").isalnum() and "http" in item.detail, item
        else:
            capture = item.capture
            digest = hashlib.sha256(item.payload).hexdigest()
            if capture.via not in (*FETCHING, "robots"):
                continue  # a file of records behind an address: its container made them
            assert capture.fetched_at is not None
            # what was cut out of a feed has none of its own: that of the feed is kept
            assert item.exchange is not None or (capture.via == "feed" and capture.format == "feed")
            assert capture.payload_sha256 == digest
            # an entry keeps its id at every visit of its feed
            when = () if item.exchange is None else (capture.fetched_at.isoformat(),)
            assert capture.capture_id == content_id(digest, capture.uri, *when)
            assert item.exchange is None or item.exchange.head.endswith(b"\r\n\r\n")
    return items


def bodies(body: bytes) -> Iterator[tuple[str, bytes]]:
    yield from zoo.cuts(body)
    yield from zoo.odd(body)
    for name, one in good.formats().items():
        yield f"whole {name}", one
    for name, (_, one) in good.containers().items():
        yield f"whole {name} file", one


@pytest.mark.parametrize("name", FETCHING)
def test_whatever_is_answered_is_taken_or_said(name: str) -> None:
    _, whole, kind = WHOLE[name]
    for what, body in bodies(whole):
        try:
            items = fetched(name, body, kind)
        except Exception as error:
            raise AssertionError(f"{name}, {what}: {error!r}") from error
        assert items, f"{name} is silent about {what}"


@pytest.mark.parametrize("name", FETCHING)
def test_entities_and_bombs_in_answers(name: str) -> None:
    _, _, kind = WHOLE[name]
    for what, body in [*zoo.entities(), *list(zoo.bombs())[:1]]:
        items = fetched(name, body, kind)
        assert items, f"{name} is silent about {what}"
        for item in items:
            if isinstance(item, Received) and item.capture.format != "asset":
                for one in opened(item.capture, item.payload, SMALL):
                    assert "root:x:0" not in getattr(one, "text", "") + getattr(one, "detail", ""), what


def test_what_was_fetched_is_read_or_set_aside() -> None:
    for what, body in bodies(good.HTML.encode()):
        for item in fetched("url", body, "text/html; charset=utf-8"):
            if isinstance(item, Received) and item.capture.format != "asset":
                said = opened(item.capture, item.payload, SMALL)
                assert said or silent(item.capture.format, item.payload), what


STATUSES = (199, 204, 206, 304, 305, 400, 401, 403, 404, 410, 418, 451, 500, 502, 504, 599, 600, 999)


@pytest.mark.parametrize("name", FETCHING)
def test_every_status_is_said(name: str) -> None:
    path = WHOLE[name][0]
    for status in STATUSES:
        if status == 199:  # an answer on its way: there is none behind it
            continue
        handler: Handler = lambda at, headers, status=status: (  # noqa: E731
            answer(b"", 404)
            if at == "/robots.txt"
            else answer(b"" if status in (204, 304) else b"<p>words", status)
        )
        with serve(handler) as site:
            items = list(collect(site.root + path, Options(LIMITS, source=name)))
        assert any(isinstance(item, SetAside) for item in items), f"{name}: {status}"


ODD = (
    *(
        "",
        " ",
        "\x00",
        "http://",
        "https://",
        "http://[",
        "http://[::1",
        "http:///",
        "HTTP://A",
        "//a.example/",
    ),
    *(
        "http://a b/",
        "http://\ud800/",
        "http://" + "a" * 9_000,
        "file:///etc/passwd",
        "ftp://a.example/",
        "-",
        "--",
    ),
    *(
        "a" * 5_000,
        "http://a.example:0/",
        "http://a.example:99999/",
        "http://user@a.example/",
        "x@http",
        "@",
        "\udcff",
    ),
    *(
        "https://a.example/cdx?url=b@http",
        "no/such.opml",
        "~",
        "http://\u202ea.example/",
        "javascript:1",
        "data:,a",
    ),
)


@pytest.mark.parametrize("name", SOURCES)
def test_claims_are_a_share_whatever_they_are_asked(name: str) -> None:
    part = plugins.load("letapis.collect.sources", "sources", name, "claims", "collect")
    for source in ODD:
        assert 0 <= part.claims(source) <= 1, ascii(source)


@pytest.mark.parametrize("name", FETCHING)
def test_what_is_no_address_is_said(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from letapis.collect.fetch import guard

    def resolve(*given: object, **more: object) -> list[object]:
        raise OSError("no name server in a test")

    monkeypatch.setattr(guard.socket, "getaddrinfo", resolve)
    monkeypatch.chdir(tmp_path)
    for source in ODD:
        if source == "-":
            continue
        try:
            items = list(collect(source, Options(LIMITS, source=name)))
        except LetapisError:
            continue
        except Exception as error:
            raise AssertionError(f"{name}, {ascii(source)[:80]}: {error!r}") from error
        assert items and all(isinstance(item, SetAside) for item in items), ascii(source)[:80]


@pytest.mark.parametrize("name", [name for name in FETCHING if name != "cdx"])
def test_a_private_network_is_not_entered(name: str) -> None:
    with serve(lambda path, headers: answer(b"secret")) as site:
        for address in (
            site.root,
            f"http://localhost:{site.port}",
            f"http://[::1]:{site.port}",
            "http://127.1",
        ):
            items = list(collect(address + WHOLE[name][0], Options(Settings(delay_ms=1), source=name)))
            assert items and all(isinstance(item, SetAside) for item in items)
        assert site.asked == []
