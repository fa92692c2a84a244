"""What a hostile network can try, each once: what is refused, what is bounded, what is read all the same."""

from __future__ import annotations

import gzip
import itertools
import socket
import tracemalloc
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import brotli
import pytest

from letapis.collect.base import Options, collect
from letapis.collect.fetch import guard
from letapis.collect.fetch.base import Fetched, Fetcher, FetchError
from letapis.model import Received, SetAside
from letapis.settings import Settings
from tests.collect.fetch.server import Handler, Site, answer, serve
from tests.contract.checks import SMALL, documents, opened
from tests.fixtures.broken import good, zoo

MEBI = 1 << 20
OPEN: dict[str, Any] = {"allow_private": True, "delay_ms": 1, "fetch_bytes": 2 * MEBI, "fetch_seconds": 5}
PAGE = good.HTML.encode()


def get(url: str, *, robots: bool = False, **given: Any) -> Fetched:
    with Fetcher(Settings(**(OPEN | given)), robots=robots) as fetcher:
        return fetcher.get(url)


def said(body: bytes) -> bytes:
    """A response whose head is written out by hand."""
    return body.replace(b"\n", b"\r\n")


def forever(
    block: bytes, head: bytes = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
) -> Iterator[bytes]:
    yield head
    while True:
        yield block


# -- who is connected to

HOSTS = (
    *("127.0.0.1", "127.255.255.254", "0.0.0.0", "0", "localhost", "LocalHost.", "localhost.localdomain"),
    *("10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "198.18.0.1", "192.0.0.8"),
    *("2130706433", "0x7f000001", "017700000001", "127.1", "127.0.1", "0x7f.1", "0177.0.0.1", "127.0.0.1."),
    *("[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[fe80::1]", "[fd00::1]"),
    *("[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1%25eth0]", "[ff02::1]", "[0:0:0:0:0:ffff:a9fe:a9fe]"),
    *("１２７.０.０.１", "127。0。0。1", "①②⑦.⓪.⓪.①", "%31%32%37.0.0.1", "127.0.0.1%00.rechnik.example"),
    *(
        "user@127.0.0.1",
        "rechnik.example@127.0.0.1",
        "127.0.0.1#@rechnik.example",
        "127.0.0.1\\@rechnik.example",
    ),
    *(
        "metadata.google.internal",
        "instance-data",
        "kubernetes.default.svc",
        ".",
        "a..b",
        "-",
        "[::1",
        "255.255.255.255",
    ),
)


@pytest.mark.parametrize("host", HOSTS)
def test_no_form_of_a_private_address_is_connected_to(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        guard.socket.socket, "connect", lambda self, address: pytest.fail(f"connected to {address}")
    )
    with serve(lambda path, headers: answer(b"secret")) as site:
        for url in (f"http://{host}:{site.port}/", f"https://{host}/", f"//{host}/"):
            with pytest.raises(FetchError) as caught:
                get(url, allow_private=False)
            assert caught.value.reason in ("private_address", "bad_address", "unreachable"), caught.value
        assert site.asked == []


def test_names_that_lead_first_here_then_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that answers with the open Internet first, with the machine itself after that."""
    answers = itertools.chain(["93.184.216.34"], itertools.repeat("127.0.0.1"))
    to: list[str] = []

    def resolve(host: str, port: int, **_: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    def connect(self: socket.socket, address: Any) -> None:
        to.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(guard.socket, "getaddrinfo", resolve)
    monkeypatch.setattr(guard.socket.socket, "connect", connect)
    for _ in range(3):
        with pytest.raises(FetchError):
            get("http://rebind.example/", allow_private=False)
    assert to == ["93.184.216.34"]


LOCATIONS = (
    *(
        "file:///etc/passwd",
        "gopher://127.0.0.1:25/",
        "data:text/html,words",
        "javascript:1",
        "ftp://rechnik.example/",
    ),
    *(
        "http://user:word@127.0.0.1/",
        "http://127.0.0.1:22/",
        "http://127.0.0.1:6379/",
        "http://[::1",
        "http:///a",
    ),
    *("http://127.0.0.1:99999/", "jar:http://a!/b", "//", "http://" + "a" * 9_000 + ".example/"),
)


@pytest.mark.parametrize("to", LOCATIONS, ids=lambda to: to[:30])
def test_redirects_lead_nowhere_but_to_the_web(to: str) -> None:
    with (
        serve(lambda path, headers: answer(b"", 302, [("Location", to)])) as site,
        pytest.raises(FetchError) as caught,
    ):
        get(f"{site.root}/a")
    assert caught.value.reason in ("bad_address", "unreachable", "too_many_redirects")


@pytest.mark.parametrize("robots", [False, True])
def test_redirects_into_a_private_network(robots: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "public", lambda address: address == "127.0.0.1")
    with serve(lambda path, headers: answer(b"secret"), host="127.0.0.2") as inner:
        forms = (
            f"http://127.0.0.2:{inner.port}/",
            f"//127.0.0.2:{inner.port}/",
            f"http://127.2:{inner.port}/",
        )
        for to in forms:
            where = "/robots.txt" if robots else "/a"
            handler: Handler = lambda path, headers, to=to, where=where: (  # noqa: E731
                answer(b"", 301, [("Location", to)]) if path == where else answer(PAGE)
            )
            with serve(handler) as outer, pytest.raises(FetchError) as caught:
                get(f"{outer.root}/a", robots=robots, allow_private=False)
            assert caught.value.reason in ("private_address", "unreachable", "robots")
        assert inner.asked == []


def test_redirects_in_circles_and_without_end() -> None:
    def chain(path: str, headers: dict[str, str]) -> bytes:
        return answer(b"", 302, [("Location", f"/{int(path[1:] or 0) + 1}")])

    loop = lambda path, headers: answer(b"", 302, [("Location", path)])  # noqa: E731
    for handler in (chain, loop):
        with serve(handler) as site, pytest.raises(FetchError) as caught:
            get(f"{site.root}/1")
        assert caught.value.reason == "too_many_redirects"
        assert len(site.asked) <= Settings().fetch_hops + 2


# -- what a server says

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
REFUSED: dict[str, tuple[bytes | list[bytes], tuple[str, ...]]] = {
    "ten thousand headers": (
        HEAD + b"".join(b"X-%d: a\r\n" % n for n in range(100_000)) + b"\r\n",
        ("bad_response",),
    ),
    "one vast header": (HEAD + b"X: " + b"a" * 5_000_000 + b"\r\n\r\n", ("bad_response",)),
    "a storm of cookies": (HEAD + b"Set-Cookie: a=b\r\n" * 50_000 + b"\r\n", ("bad_response",)),
    "a vast Location": (
        b"HTTP/1.1 302 Found\r\nLocation: /" + b"a" * 90_000 + b"\r\nContent-Length: 0\r\n\r\n",
        ("bad_response", "bad_address"),
    ),
    "a length too large": ([HEAD + b"Content-Length: 9999\r\n\r\nwords"], ("bad_response",)),
    "a length that is none": (HEAD + b"Content-Length: many\r\n\r\nwords", ("bad_response",)),
    "a length below nothing": (HEAD + b"Content-Length: -1\r\n\r\nwords", ("bad_response",)),
    "two lengths": (HEAD + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\nwordswords", ("bad_response",)),
    "wrong chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nwords\r\n0\r\n\r\n", ("bad_response",)),
    "a chunk of gigabytes": (
        [HEAD + b"Transfer-Encoding: chunked\r\n\r\nfffffffffffffff\r\nwords"],
        ("bad_response",),
    ),
    "chunks that break off": ([HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nwor"], ("bad_response",)),
    "no status": ([b"<html>words</html>"], ("bad_response",)),
    "HTTP/0.9": ([b"words of 1991"], ("bad_response",)),
    "a status of letters": (b"HTTP/1.1 abc OK\r\n\r\n", ("bad_response",)),
    "another protocol": ([b"SSH-2.0-OpenSSH_9.2\r\n"], ("bad_response",)),
    "nothing": ([b""], ("bad_response",)),
    "NUL": (b"\x00" * 500, ("bad_response",)),
    "gzip bomb": (
        answer(gzip.compress(bytes(400 * MEBI), 1), 200, [("Content-Encoding", "gzip")]),
        ("too_large",),
    ),
    "bomb in a bomb": (
        answer(gzip.compress(gzip.compress(bytes(400 * MEBI))), 200, [("Content-Encoding", "gzip, gzip")]),
        ("too_large",),
    ),
    "deflate bomb": (
        answer(zlib.compress(bytes(400 * MEBI), 1), 200, [("Content-Encoding", "deflate")]),
        ("too_large",),
    ),
    "brotli bomb": (
        answer(brotli.compress(bytes(100 * MEBI), quality=1), 200, [("Content-Encoding", "br")]),
        ("too_large",),
    ),
    "upgrade": (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n" + b"\x00" * 100,
        ("bad_response", ""),
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_answer_is_refused_in_one_word(what: str) -> None:
    response, reasons = REFUSED[what]
    tracemalloc.start()
    try:
        with serve(lambda path, headers: response) as site:
            try:
                found = get(f"{site.root}/a")
            except FetchError as error:
                assert error.reason in reasons, error.detail
                assert site.root in error.detail and len(error.detail) < 20_000
            else:
                assert "" in reasons, f"{found.status}: {found.body[:60]!r}"
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 60 * MEBI, f"{peak // MEBI} MiB"


ENDLESS = {
    "a body": (lambda: forever(b"word " * 10_000), "too_large"),
    "a body of blanks": (lambda: forever(b" " * 50_000), "too_large"),
    "chunks": (
        lambda: forever(b"1000\r\n" + b"a" * 4096 + b"\r\n", HEAD + b"Transfer-Encoding: chunked\r\n\r\n"),
        "too_large",
    ),
    "chunks of nothing much": (
        lambda: forever(b"1;" + b"a" * 4000 + b"\r\na\r\n", HEAD + b"Transfer-Encoding: chunked\r\n\r\n"),
        "too_slow bad_response too_large",
    ),
    "headers": (lambda: forever(b"X: a\r\n" * 1_000, HEAD), "bad_response"),
    "one header": (lambda: forever(b"a" * 50_000, HEAD + b"X: "), "bad_response"),
    "a status line": (lambda: forever(b"a" * 50_000, b"HTTP/1.1 200 "), "bad_response"),
    "early hints": (
        lambda: forever(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 100, b""),
        "bad_response too_slow",
    ),
    "continue": (lambda: forever(b"HTTP/1.1 100 Continue\r\n\r\n" * 100, b""), "bad_response too_slow"),
}


@pytest.mark.parametrize("what", ENDLESS)
def test_what_has_no_end_is_ended(what: str) -> None:
    made, reasons = ENDLESS[what]
    with serve(lambda path, headers: made()) as site, pytest.raises(FetchError) as caught:
        get(f"{site.root}/a")
    assert caught.value.reason in reasons.split(), caught.value.detail


ANSWERED = {
    "HTTP/1.0": [b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE],
    "no headers": [b"HTTP/1.1 200 OK\r\n\r\n" + PAGE],
    "no reason": [b"HTTP/1.1 200\r\nContent-Type: text/html\r\n\r\n" + PAGE],
    "hints before": b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + answer(PAGE),
    "continue before": b"HTTP/1.1 100 Continue\r\n\r\n" + answer(PAGE),
    "a length too small": [HEAD + b"Content-Length: %d\r\n\r\n" % (len(PAGE) - 9) + PAGE],
    "small letters": b"HTTP/1.1 200 ok\r\ncontent-type: text/html\r\ncontent-length: %d\r\n\r\n" % len(PAGE)
    + PAGE,
    "packed, not said": answer(gzip.compress(PAGE)),
    "said, not packed": answer(PAGE, 200, [("Content-Encoding", "gzip")]),
    "an unknown packing": answer(PAGE, 200, [("Content-Encoding", "sdch")]),
    "cookies": answer(PAGE, 200, [("Set-Cookie", "a=b")] * 100),
    "Latin letters in it": HEAD
    + "X: é\r\n".encode("latin-1")
    + b"Content-Length: %d\r\n\r\n" % len(PAGE)
    + PAGE,
    "a trailer": HEAD
    + b"Transfer-Encoding: chunked\r\nTrailer: X\r\n\r\n%x\r\n" % len(PAGE)
    + PAGE
    + b"\r\n0\r\nX: a\r\n\r\n",
    "a wrong type": answer(PAGE, kind="application/octet-stream"),
    "a type of signs": answer(PAGE, kind='text/html; charset="<script>"; a=\x7f'),
    "status of 299": answer(PAGE, 299),
    "status of 999": answer(PAGE, 999),
}


@pytest.mark.parametrize("what", ANSWERED)
def test_what_is_odd_and_an_answer_is_taken(what: str) -> None:
    with serve(lambda path, headers: answer(b"", 404) if "robots" in path else ANSWERED[what]) as site:
        items = list(collect(f"{site.root}/a", Options(Settings(**(OPEN | {"requisites": False})))))
    assert items
    taken = [item for item in items if isinstance(item, Received)]
    assert taken, items
    head = taken[0].exchange
    assert head is not None and head.head.startswith(b"HTTP/1.")
    for item in taken:
        assert b"\x7f" not in item.capture.media_type.encode()
        if item.capture.format != "asset":
            assert documents(opened(item.capture, PAGE if "packed" in what else item.payload, SMALL)), what
        else:
            assert any(isinstance(one, SetAside) for one in items)


def test_cookies_of_one_answer_are_not_sent_with_the_next() -> None:
    cookie = answer(PAGE, 200, [("Set-Cookie", "track=me")])
    settings = Settings(**OPEN)
    with serve(lambda path, headers: cookie) as site, Fetcher(settings, robots=False) as fetcher:
        fetcher.get(f"{site.root}/a")
        fetcher.get(f"{site.root}/b")
    assert all(b"track" not in head and b"cookie:" not in head.lower() for head in site.heads)


# -- robots, sitemaps, crawls


def crawl(
    handler: Handler, part: str, at: str = "/", **given: Any
) -> tuple[list[Received], list[SetAside], Site]:
    settings = Settings(**(OPEN | {"requisites": False, "max_pages": 12} | given))
    with serve(handler) as site:
        items = list(collect(f"{site.root}{at}", Options(settings, source=part)))
    return [i for i in items if isinstance(i, Received)], [i for i in items if isinstance(i, SetAside)], site


def test_a_robots_txt_of_fifty_megabytes() -> None:
    lines = b"User-agent: *\nDisallow: /private\n"

    def handler(path: str, headers: dict[str, str]) -> Any:
        if path != "/robots.txt":
            return answer(PAGE)
        filler = b"# " + b"a" * 60_000 + b"\n"
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + lines
        return itertools.chain([head], itertools.repeat(filler, 50_000_000 // len(filler)))

    with serve(handler) as site:
        assert get(f"{site.root}/a", robots=True).status == 200
        with pytest.raises(FetchError) as caught:
            get(f"{site.root}/private", robots=True)
    assert caught.value.reason == "robots"


def endless(path: str, headers: dict[str, str]) -> bytes:
    """A site on which every page leads to ten more."""
    if path in ("/robots.txt", "/sitemap.xml"):
        return answer(b"", 404)
    links = "".join(f'<a href="{path.rstrip("/")}x{n}">{n}</a> ' for n in range(10))
    return answer(
        f"<html><body><article><p>Boats wait at {path}.</p>{links}</article></body></html>".encode()
    )


def test_a_site_without_end_is_left_after_so_many_pages() -> None:
    taken, asides, site = crawl(endless, "crawl")
    assert len(taken) <= 12
    assert len(site.asked) <= 12 + 8  # robots.txt and where sitemaps may be
    assert asides, "it is not said that there is more"


def sitemap(body: str) -> bytes:
    return answer(f'<?xml version="1.0"?>{body}'.encode(), kind="application/xml")


def test_sitemaps_that_lead_to_each_other() -> None:
    def handler(path: str, headers: dict[str, str]) -> bytes:
        if path == "/robots.txt":
            return answer(b"", 404)
        other = "/b.xml" if path == "/sitemap.xml" else "/sitemap.xml"
        own = f"http://{headers['host']}"
        places = "".join(f"<sitemap><loc>{own}{at}</loc></sitemap>" for at in (other, path))
        return sitemap(f"<sitemapindex>{places}</sitemapindex>")

    taken, _, site = crawl(handler, "sitemap", "/sitemap.xml")
    assert taken == [] and len(site.asked) <= 4


def test_a_sitemap_without_end() -> None:
    def handler(path: str, headers: dict[str, str]) -> Any:
        if path == "/robots.txt":
            return answer(b"", 404)
        if path != "/sitemap.xml":
            return answer(PAGE)
        own = f"http://{headers['host']}"
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n\r\n<?xml version='1.0'?><urlset>"
        lines = (f"<url><loc>{own}/{n}</loc></url>\n".encode() * 200 for n in itertools.count())
        return itertools.chain([head], lines)

    taken, asides, site = crawl(handler, "sitemap", "/sitemap.xml", max_pages=3)
    assert len(taken) <= 3
    assert asides
    assert len(site.asked) <= 8


@pytest.mark.parametrize("name", ["a file", "laughs", "quadratic", "parameters"])
def test_a_sitemap_with_entities_of_its_own(name: str) -> None:
    data = next(data for what, data in zoo.entities() if what == f"entities in rss: {name}")
    data = (
        data.replace(b"rss", b"urlset")
        .replace(b"<item>", b"<url><loc>http://127.0.0.1:9/")
        .replace(b"</item>", b"</loc></url>")
    )

    def page(path, headers):
        return answer(b"", 404) if "robots" in path else answer(data, kind="text/xml")

    taken, asides, _ = crawl(page, "sitemap", "/sitemap.xml")
    assert not any(b"root:" in item.payload for item in taken)
    assert not any("root:" in item.detail for item in asides)


# -- a folder in which some pages kill their reader

MURDER = {
    "deep.html": b"<div>" * 200_000 + b"words",
    "bold.html": b"<b><i><p>x</b></i></p>" * 60_000,
    "tables.html": b"<table><tr><td><a>" * 30_000 + b"</table>" * 30_000,
    "attributes.html": b"<p " + b" ".join(b"a%d='b'" % n for n in range(400_000)) + b">words",
    "large.html": b"<p>" + b"words and words " * 2_000_000,
}


def test_pages_that_kill_their_reader_cost_themselves_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from letapis import pipeline
    from letapis.store.chronicle import Chronicle

    heap = tmp_path / "heap"
    heap.mkdir()
    for number in range(20):
        page = good.HTML.replace("3 March 2021", f"{number + 1} March 2021")
        (heap / f"good{number:02}.html").write_text(page, "utf-8")
    for name, data in MURDER.items():
        (heap / name).write_bytes(data)
    monkeypatch.setenv("LETAPIS_PAGE_SECONDS", "15")
    monkeypatch.setenv("LETAPIS_PAGE_MEMORY", "700")
    chronicle = Chronicle.create(tmp_path / "chronicle")
    pipeline.add(chronicle, [str(heap)], lambda *_: None)
    pipeline.build(chronicle, lambda *_: None)
    told = chronicle.tables.read("set_aside").to_pylist()
    captures = {row["capture_id"]: row["uri"] for row in chronicle.tables.read("captures").to_pylist()}
    found = {captures[row["capture_id"]] for row in chronicle.tables.read("documents").to_pylist()}
    assert {f"file:good{number:02}.html" for number in range(20)} <= found
    lost = {f"file:{name}" for name in MURDER} - found
    said = " ".join(row["detail"] for row in told)
    assert lost
    assert all(name.removeprefix("file:") in said for name in lost)
