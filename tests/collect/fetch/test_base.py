"""Fetching: bounds, redirects, robots.txt, and what is kept of the exchange."""

from __future__ import annotations

import gzip
import itertools
from collections.abc import Iterator
from typing import Any

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.collect.fetch import record
from letapis.collect.fetch.base import Fetcher, FetchError
from letapis.settings import Settings
from tests.collect.fetch.server import answer, serve


class Clock:
    """Time that passes only where someone sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


def fetcher(clock: Clock | None = None, robots: bool = False, **said: Any) -> Fetcher:
    clock = clock or Clock()
    chosen = Settings(**({"allow_private": True} | said))
    return Fetcher(chosen, robots=robots, clock=clock, sleep=clock.sleep)


def why(url: str, **said: Any) -> FetchError:
    with fetcher(**said) as client, pytest.raises(FetchError) as caught:
        client.get(url)
    assert url in caught.value.detail or "127.0.0.1" in caught.value.detail
    return caught.value


def test_exchange_is_kept_as_on_the_wire() -> None:
    body = gzip.compress(b"<p>The ferry sails at seven.")
    head = (
        b"HTTP/1.1 200 All Right\r\nX-MiXed: One\r\nx-mixed: two\r\nContent-Encoding: gzip\r\n"
        b"Content-Length: %d\r\n\r\n" % len(body)
    )
    with serve(lambda path, headers: head + body) as site, fetcher() as client:
        found = client.get(f"{site.root}/ferry?a=1#part")
        assert found.exchange.head == head
        assert found.exchange.request.split(b"\r\n\r\n")[0] == site.heads[0]
    assert (found.status, found.body, found.content) == (200, body, gzip.decompress(body))
    assert found.url.endswith("/ferry?a=1")
    assert found.header("X-Mixed") == "two"
    assert dict(found.exchange.warc)["WARC-IP-Address"] == "127.0.0.1"
    made = record.capture(found, "html", via="url")
    assert made.payload == body
    assert made.capture.http_status == 200
    assert made.capture.fetched_at == found.at


@pytest.mark.parametrize("path", ["/a;b=c;d", "/a;s?x;y", "/;", "/a//b", "/?", "/%D0%BC?q=%26;"])
def test_paths_are_asked_for_as_they_are(path: str) -> None:
    with serve(lambda path, headers: answer(b"x")) as site, fetcher() as client:
        found = client.get(site.root + path)
        assert site.asked == [path.removesuffix("?")]
        assert found.exchange.request == site.heads[0] + b"\r\n\r\n"


def test_chunked_coding_is_removed_and_said() -> None:
    said = (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-T\r\n\r\n"
        b"5;why=not\r\nferry\r\n6\r\n sails\r\n0\r\nX-T: 1\r\n\r\n"
    )
    with serve(lambda path, headers: said) as site, fetcher() as client:
        found = client.get(site.root)
    assert found.body == b"ferry sails"
    assert b"\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\n" in found.exchange.head
    assert b"\r\nContent-Length: 11\r\n" in found.exchange.head
    assert b"\r\nTransfer-Encoding" not in found.exchange.head


@pytest.mark.parametrize("status", [204, 304, 400, 404, 410, 451, 500])
def test_statuses_are_answers(status: int) -> None:
    with (
        serve(lambda path, headers: b"HTTP/1.1 %d X\r\nContent-Length: 0\r\n\r\n" % status) as site,
        fetcher() as client,
    ):
        assert client.get(site.root).status == status


def test_redirects_are_followed_and_kept() -> None:
    def handler(path: str, headers: dict[str, str]) -> bytes:
        step = int(path[1:])
        if step < 3:
            return answer(b"", (301, 302, 307)[step], [("Location", f"{step + 1}#x")])
        return answer(b"there")

    with serve(handler) as site, fetcher() as client:
        found = client.get(f"{site.root}/0")
        assert found.hops == tuple(f"{site.root}/{n}" for n in range(3))
    assert [hop.status for hop in found.redirects] == [301, 302, 307]
    assert (found.asked, found.url) == (f"{site.root}/0", f"{site.root}/3")


def test_redirects_are_bounded_and_circles_named() -> None:
    def on(path: str, headers: dict[str, str]) -> bytes:
        return answer(b"", 302, [("Location", f"/{int(path[1:]) + 1}")])

    with serve(on) as site:
        assert why(f"{site.root}/0", fetch_hops=4).reason == "too_many_redirects"
        assert len(site.asked) == 5
    with serve(
        lambda path, headers: answer(b"", 302, [("Location", "/b" if path == "/a" else "/a")])
    ) as site:
        found = why(f"{site.root}/a")
        assert (found.reason, len(site.asked)) == ("too_many_redirects", 2)
        assert "circle" in found.detail


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "gopher://127.0.0.1/", "http://a:b@127.0.0.1/", "http://[::1"]
)
def test_redirects_lead_to_the_web_only(to: str) -> None:
    with serve(lambda path, headers: answer(b"", 302, [("Location", to)])) as site:
        assert why(site.root).reason == "bad_address"


def endless(first: bytes, part: bytes) -> Iterator[bytes]:
    return itertools.chain([first], itertools.repeat(part, 10_000))


def test_bodies_are_bounded_as_sent() -> None:
    head = b"HTTP/1.1 200 OK\r\n\r\n"
    with serve(lambda path, headers: endless(head, bytes(65536))) as site:
        assert why(site.root, fetch_bytes=100_000).reason == "too_large"
    chunks = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    with serve(lambda path, headers: endless(chunks, b"1\r\na\r\n" * 5000)) as site:
        assert why(site.root, fetch_bytes=100_000).reason == "too_large"


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(bytes(10**7))),
        ("gzip, gzip", gzip.compress(gzip.compress(bytes(10**7)))),
        ("br", brotli.compress(bytes(10**7))),
    ],
)
def test_bodies_are_bounded_unpacked(coding: str, body: bytes) -> None:
    with serve(lambda path, headers: answer(body, headers=[("Content-Encoding", coding)])) as site:
        assert why(site.root, fetch_bytes=100_000).reason == "too_large"


def test_unknown_codings_are_left_packed() -> None:
    with (
        serve(lambda path, headers: answer(b"?!", headers=[("Content-Encoding", "rot13")])) as site,
        fetcher() as client,
    ):
        assert client.get(site.root).content == b"?!"


@pytest.mark.parametrize("where", ["head", "body"])
def test_what_trickles_in_is_given_up(where: str) -> None:
    """Every byte takes a second here; the sixtieth is the last."""
    clock = Clock()

    def slow() -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n" + (b"" if where == "head" else b"Content-Length: 5000\r\n\r\n")
        while True:
            clock.now += 1
            yield b"X-A: 1\r\n" if where == "head" else b"a"

    with serve(lambda path, headers: slow()) as site:
        found = why(site.root, clock=clock, fetch_seconds=60)
    assert found.reason == "too_slow"
    assert "60 s" in found.detail


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nA: b\0c\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000 + b"\r\n\r\n",
        b"HTTP/1.1 99999 OK\r\n\r\n",
        b"\0" * 1000,
    ],
)
def test_what_is_not_http(said: bytes) -> None:
    with serve(lambda path, headers: iter([said])) as site:
        assert why(site.root).reason == "bad_response"


def test_a_connection_that_was_dropped_is_tried_again_once() -> None:
    times = itertools.count()

    def handler(path: str, headers: dict[str, str]) -> bytes | Iterator[bytes]:
        return iter([b""]) if next(times) == 0 else answer(b"there")

    with serve(handler) as site, fetcher() as client:
        assert client.get(site.root).content == b"there"
        assert len(site.asked) == 2


def test_no_server_there() -> None:
    with serve(lambda path, headers: b"") as site:
        pass
    assert why(site.root).reason == "unreachable"
    assert why("http://nowhere.invalid/").reason == "unreachable"


# -- politeness


def test_requests_to_one_host_keep_their_distance() -> None:
    clock = Clock()
    with serve(lambda path, headers: answer(b"x")) as site, fetcher(clock, delay_ms=2500) as client:
        for number in range(4):
            client.get(f"{site.root}/{number}")
    assert clock.slept == [2.5, 2.5, 2.5]


def test_time_that_passed_counts() -> None:
    clock = Clock()
    with serve(lambda path, headers: answer(b"x")) as site, fetcher(clock, delay_ms=2500) as client:
        client.get(site.root)
        clock.now += 1.5
        client.get(site.root)
        clock.now += 60
        client.get(site.root)
    assert clock.slept == [1.0]


def test_a_busy_host_is_left_alone_for_as_long_as_it_says() -> None:
    clock, times = Clock(), itertools.count()

    def handler(path: str, headers: dict[str, str]) -> bytes:
        busy = next(times) == 0
        return answer(b"", 429, [("Retry-After", "17")]) if busy else answer(b"now")

    with serve(handler) as site, fetcher(clock) as client:
        assert client.get(site.root).content == b"now"
    assert clock.slept == [17.0]


def test_a_host_that_stays_busy_is_asked_less_and_less_then_not_at_all() -> None:
    clock = Clock()
    with serve(lambda path, headers: answer(b"", 503)) as site, fetcher(clock) as client:
        assert client.get(site.root).status == 503
        assert len(site.asked) == 3
    assert clock.slept == [5.0, 20.0]


def test_nobody_waits_a_week() -> None:
    clock = Clock()
    with serve(lambda path, headers: answer(b"", 503, [("Retry-After", "604800")])) as site:
        with fetcher(clock) as client:
            assert client.get(site.root).status == 503
            with pytest.raises(FetchError) as caught:
                client.get(f"{site.root}/other")
        assert len(site.asked) == 1
    assert clock.slept == []
    assert caught.value.reason == "unreachable"


# -- robots.txt


def rules(text: bytes, status: int = 200) -> Any:
    return lambda path, headers: answer(text, status) if path == "/robots.txt" else answer(b"page")


def test_robots_are_heeded_and_asked_once() -> None:
    text = b"User-agent: *\nDisallow: /closed\nSitemap: /a.xml\nSitemap: https://b.example/b.xml\n"
    with serve(rules(text)) as site, fetcher(robots=True) as client:
        assert client.get(f"{site.root}/open").status == 200
        for path in ("/closed", "/closed/deeper", "/x/../closed", "/x/%2e%2e/closed", "/%63losed"):
            with pytest.raises(FetchError) as caught:
                client.get(site.root + path)
            assert caught.value.reason == "robots"
            assert not client.allowed(site.root + path)
        assert client.get(f"{site.root}/closed", robots=False).status == 200
        assert client.sitemaps(f"{site.root}/x") == ("/a.xml", "https://b.example/b.xml")
        assert site.asked == ["/robots.txt", "/open", "/closed"]


def test_redirects_are_asked_about_too() -> None:
    def handler(path: str, headers: dict[str, str]) -> bytes:
        if path == "/robots.txt":
            return answer(b"User-agent: *\nDisallow: /closed")
        return answer(b"", 302, [("Location", "/closed")])

    with serve(handler) as site:
        assert why(f"{site.root}/open", robots=True).reason == "robots"
        assert "/closed" not in site.asked


@pytest.mark.parametrize(("status", "may"), [(404, True), (403, True), (500, False), (503, False)])
def test_robots_that_are_not_there(status: int, may: bool) -> None:
    with serve(rules(b"", status)) as site, fetcher(robots=True) as client:
        assert client.allowed(f"{site.root}/a") is may


def test_robots_that_cannot_be_had_close_the_host() -> None:
    with serve(lambda path, headers: iter([b"rubbish"])) as site:
        found = why(f"{site.root}/a", robots=True)
        assert found.reason == "bad_response"
        assert "robots.txt" in found.detail


def test_robots_ask_for_a_pause() -> None:
    clock = Clock()
    with serve(rules(b"User-agent: *\nCrawl-delay: 30")) as site, fetcher(clock, robots=True) as client:
        for number in range(3):
            client.get(f"{site.root}/{number}")
    assert clock.slept == [30.0, 30.0, 30.0]


@pytest.mark.parametrize(
    "text",
    [
        b"User-agent: *\nDisallow: /closed\n" + b"#" * 10**7,
        b"\xef\xbb\xbfUser-Agent: *\r\nDISALLOW: /closed",
        b"\0User-agent: *\0\nDisallow: /closed\0",
        b"user-agent: other\nuser-agent: letapis\nDisallow: /closed\n\nUser-agent: *\nAllow: /",
        b"User-agent: nobody\nAllow: /\nUser-agent: *\nDisallow: /" + b"*c" * 4000 + b"\nDisallow: /closed$",
        b"".join(b"User-agent: a%d\n" % n for n in range(20_000)) + b"User-agent: *\nDisallow: /closed",
        b"User-agent: *\n" + b"Disallow: /*a*b*c$\n" * 30_000,
        b"User-agent: *\nDisallow: /closed\nCrawl-delay: nan\nCrawl-delay: -1\nRequest-rate: 1/0",
    ],
)
def test_hostile_robots(text: bytes) -> None:
    with serve(rules(text)) as site, fetcher(robots=True) as client:
        assert not client.allowed(f"{site.root}/closed")


def test_a_robots_txt_that_only_redirects_is_none() -> None:
    with (
        serve(lambda path, headers: answer(b"", 302, [("Location", path)])) as site,
        fetcher(robots=True) as client,
    ):
        assert client.allowed(f"{site.root}/a")


def test_the_client_says_who_it_is() -> None:
    with serve(rules(b"")) as site:
        with fetcher() as client:
            client.get(site.root)
            client.get(site.root, {"user-agent": "other", "If-None-Match": '"1"'})
        with fetcher(user_agent="Archive-of-Z/1 (+https://z.example)") as client:
            client.get(site.root)
    assert b"User-Agent: letapis/" in site.heads[0]
    assert b"user-agent: other" in site.heads[1]
    assert b"If-None-Match" in site.heads[1]
    assert b"letapis" not in site.heads[1]
    assert b"User-Agent: Archive-of-Z/1" in site.heads[2]


PARTS = st.one_of(
    st.sampled_from(
        [
            *(
                b"HTTP/1.1 200 OK\r\n",
                b"HTTP/1.0 301 \r\n",
                b"HTTP/1.1 100 Go\r\n\r\n",
                b"HTTP/1.1 101 X\r\n",
            ),
            *(
                b"Location: /\r\n",
                b"Location: \xff\xfe\r\n",
                b"Location: http://[::1\r\n",
                b"Content-Encoding: gzip\r\n",
            ),
            *(
                b"Content-Encoding: br, deflate\r\n",
                b"Content-Length: 3\r\n",
                b"Transfer-Encoding: chunked\r\n",
            ),
            *(
                b"Retry-After: Wed, 99 Foo\r\n",
                b"Content-Type: \x85\xa0;;charset=\r\n",
                b"\r\n",
                b"3\r\nabc\r\n",
                b"0\r\n\r\n",
            ),
            *(b"HTTP/1.1 204 N\r\n\r\n", b" folded\r\n", b"\x1f\x8b\x08\0", b"HTTP/2.0 200 OK\r\n"),
        ]
    ),
    st.binary(max_size=12),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PARTS, max_size=9))
def test_whatever_a_server_says(parts: list[bytes]) -> None:
    """It is an answer that can be kept, or a FetchError."""
    with serve(lambda path, headers: iter([b"".join(parts)])) as site, fetcher(fetch_hops=2) as client:
        try:
            found = client.get(site.root)
            made = record.capture(found, "html", via="url")
        except FetchError as error:
            assert error.reason in ("bad_response", "bad_address", "too_many_redirects", "too_large")
            return
    assert made.exchange
    assert made.exchange.head.endswith(b"\r\n\r\n")
    assert made.exchange.head.count(b"\r\n\r\n") == 1
    assert made.capture.media_type.isprintable()
