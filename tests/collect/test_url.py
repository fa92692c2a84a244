"""Single addresses and lists of them."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from letapis.collect import base
from letapis.collect.base import Options
from letapis.collect.crawling.requisites import bring, of_page, of_style
from letapis.collect.crawling.scan import tags
from letapis.collect.fetch import guard
from letapis.collect.fetch.errors import FetchError
from letapis.collect.sources import url
from letapis.model import Received, SetAside
from letapis.settings import Settings
from tests.collect.fetch.server import Handler, answer, serve

PAGE = b"<!doctype html><title>Ferry</title><p>The ferry to Lower Quay sails at seven."


def options(**given: Any) -> Options:
    own = {name: given.pop(name) for name in ("state", "kept", "format", "source") if name in given}
    settings = Settings(**({"allow_private": True, "delay_ms": 1, "requisites": False} | given))
    return Options(settings, **own)


def taken(source: str, opts: Options) -> tuple[list[Received], list[SetAside]]:
    items = list(base.collect(source, opts))
    return [i for i in items if isinstance(i, Received)], [i for i in items if isinstance(i, SetAside)]


def pages(**said: bytes) -> Handler:
    return lambda path, headers: said.get(path[1:], answer(b"gone", 404))


def test_a_page() -> None:
    with serve(pages(ferry=answer(PAGE, kind="text/html; charset=UTF-8"))) as site:
        [page], asides = taken(f"{site.root}/ferry", options())
    assert asides == []
    assert page.payload == PAGE
    capture = page.capture
    assert (capture.format, capture.via, capture.http_status) == ("html", "url", 200)
    assert capture.media_type == "text/html; charset=utf-8"
    assert capture.uri == f"{site.root}/ferry"
    assert capture.fetched_at == page.date
    assert page.exchange and page.exchange.head.startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize("status", [204, 404, 410, 451, 500])
def test_an_error_is_said_and_kept_unread(status: int) -> None:
    with serve(lambda path, headers: answer(b"", 404) if "robots" in path else answer(b"", status)) as site:
        [page], [aside] = taken(f"{site.root}/ferry", options())
    assert (page.capture.format, page.capture.http_status) == ("asset", status)
    assert (aside.reason, aside.capture_id) == (f"http_{status}", page.capture.capture_id)


def test_redirects_are_kept_with_the_page() -> None:
    with serve(pages(old=answer(b"", 301, [("Location", "/ferry")]), ferry=answer(PAGE))) as site:
        received, _ = taken(f"{site.root}/old", options())
    assert [(r.capture.http_status, r.capture.format) for r in received] == [(301, "asset"), (200, "html")]
    assert [r.capture.uri for r in received] == [f"{site.root}/old", f"{site.root}/ferry"]


@pytest.mark.parametrize(
    ("body", "kind", "reader"),
    [
        (PAGE, "", "html"),
        (PAGE, "text/plain", "html"),
        (b"<p>no head at all", "text/html", "html"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><!DOCTYPE html><html/>", "application/xhtml+xml", "html"),
        (b"The ferry sails.", "text/plain", "text"),
        (b"<!-- <rss> --> <p>A page about <rss>", "text/html", "html"),
    ],
)
def test_what_came_is_known_by_its_looks(body: bytes, kind: str, reader: str) -> None:
    with serve(pages(x=answer(body, kind=kind))) as site:
        [page], asides = taken(f"{site.root}/x", options())
    assert (page.capture.format, asides) == (reader, [])


@pytest.mark.parametrize(
    ("body", "kind"), [(b"\x89PNG\r\n\x1a\n\0\0", "image/png"), (b"{}", "application/json")]
)
def test_no_page(body: bytes, kind: str) -> None:
    with serve(pages(x=answer(body, kind=kind))) as site:
        [page], [aside] = taken(f"{site.root}/x", options())
    assert (page.capture.format, aside.reason) == ("asset", "no_page")


def test_nothing_at_all() -> None:
    with serve(pages(x=answer(b" \n"))) as site:
        received, [aside] = taken(f"{site.root}/x", options())
    assert (received, aside.reason) == ([], "empty")


def test_the_reader_that_was_named() -> None:
    with serve(pages(x=answer(b"a\nb", kind="application/json"))) as site:
        [page], _ = taken(f"{site.root}/x", options(format="heap"))
    assert page.capture.format == "heap"


def test_private_addresses_are_refused() -> None:
    with serve(pages()) as site:
        received, [aside] = taken(f"{site.root}/x", options(allow_private=False))
        assert (received, aside.reason, site.asked) == ([], "private_address", [])


# -- lists


def listed(folder: Path, *lines: str) -> str:
    path = folder / "addresses.txt"
    path.write_text("\ufeff# addresses\n\n" + "\n".join(lines) + "\n", "utf-8")
    return str(path)


def test_a_list(tmp_path: Path) -> None:
    with serve(pages(a=answer(PAGE), b=answer(PAGE))) as site:
        source = listed(
            tmp_path, f"{site.root}/a", f"{site.root}/b", "rubbish", f"{site.root}/a", "file:///x"
        )
        received, asides = taken(source, options(source="url"))
    assert [r.capture.uri for r in received] == [f"{site.root}/a", f"{site.root}/b"]
    assert [a.reason for a in asides] == ["bad_address", "bad_address"]
    assert "line 5 of" in asides[0].detail


def test_a_list_that_was_stopped_goes_on(tmp_path: Path) -> None:
    """What was given but never written is fetched again; what was written is not."""
    with serve(pages(a=answer(PAGE), b=answer(PAGE), c=answer(PAGE))) as site:
        source = listed(tmp_path, *(f"{site.root}/{name}" for name in "abc"))
        run = base.collect(source, options(source="url", state=tmp_path / "state"))
        first, second = next(run), next(run)
        run.close()  # type: ignore[attr-defined]
        assert isinstance(first, Received) and isinstance(second, Received)
        again = options(source="url", state=tmp_path / "state", kept={first.capture.capture_id})
        received, _ = taken(source, again)
        assert [r.capture.uri[-1] for r in received] == ["b", "c"]
        anew, _ = taken(source, again)
        assert [r.capture.uri[-1] for r in anew] == ["a", "b", "c"]


def test_neither_address_nor_file() -> None:
    _, [aside] = taken("no/such/list", options(source="url"))
    assert aside.reason == "bad_address"


def test_claims() -> None:
    assert url.claims("HTTP://x.example") == 0.5
    assert url.claims("https") == 0


# -- requisites


def test_requisites_are_fetched_once() -> None:
    page = (
        b"<!doctype html><link rel=stylesheet href=/s.css><img src='/a.png'><img src=/a.png>"
        b"<img src=/lost.png><img src=/count.gif width=1 height=1><p>The ferry."
    )
    style = answer(b"@import 'deep.css'; b { background: url(/b.png) }", kind="text/css")
    site_pages = pages(
        **{
            "x": answer(page),
            "s.css": style,
            "deep.css": answer(b"", kind="text/css"),
            "a.png": answer(b"A", kind="image/png"),
            "b.png": answer(gzip.compress(b"B"), headers=[("Content-Encoding", "gzip")], kind="image/png"),
        }
    )
    with serve(site_pages) as site:
        received, [aside] = taken(f"{site.root}/x", options(requisites=True))
    names = [r.capture.uri.rsplit("/", 1)[1] for r in received]
    assert names == ["x", "s.css", "a.png", "deep.css", "b.png"]
    assert {(r.capture.via, r.capture.format) for r in received[1:]} == {("requisite", "asset")}
    assert (aside.reason, "lost.png" in aside.detail) == ("requisite", True)


def test_requisites_are_not_fetched_twice_for_a_list(tmp_path: Path) -> None:
    page = answer(b"<!doctype html><img src=/a.png><p>Ferry.")
    with serve(pages(x=page, y=page, **{"a.png": answer(b"A", kind="image/png")})) as site:
        source = listed(tmp_path, f"{site.root}/x", f"{site.root}/y")
        received, _ = taken(source, options(source="url", requisites=True))
        assert [r.capture.uri[-5:] for r in received] == [
            f"{site.port}"[-3:] + "/x",
            "a.png",
            f"{site.port}"[-3:] + "/y",
        ]


def test_requisites_of_the_inner_network_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """127.0.0.1 plays the open Internet here, 127.0.0.2 the inner network."""
    monkeypatch.setattr(guard, "public", lambda address: address == "127.0.0.1")
    with serve(lambda path, headers: answer(b"secret", kind="image/png"), host="127.0.0.2") as inner:
        page = f"<!doctype html><img src=http://127.0.0.2:{inner.port}/a.png><p>Ferry.".encode()
        with serve(pages(x=answer(page))) as site:
            received, [aside] = taken(f"{site.root}/x", options(requisites=True, allow_private=False))
        assert (len(received), inner.asked, "private_address" in aside.detail) == (1, [], True)


def test_requisites_are_bounded() -> None:
    page = b"<!doctype html>" + b"".join(b"<img src=/%d.png>" % n for n in range(500))
    with serve(lambda path, headers: answer(page) if path == "/x" else answer(b"", 404)) as site:
        received, [aside] = taken(f"{site.root}/x", options(requisites=True))
        assert (len(received), len(site.asked)) == (1, 62)
    assert "61 of its pictures" in aside.detail


def test_requisites_that_never_come_are_not_waited_for() -> None:
    class Slow:
        settings = Settings()
        asked = 0

        def get(self, url: str, headers: Any, *, limit: int) -> Any:
            self.asked += 1
            raise FetchError("too_slow", url)

    slow: Any = Slow()
    needs = [f"https://a.example/{n}.png" for n in range(50)]
    [aside] = bring(slow, "https://a.example/", needs, lambda url: False, lambda url, made: None)
    assert (slow.asked, isinstance(aside, SetAside)) == (3, True)


def test_style_that_names_itself_ends() -> None:
    page, style = b"<!doctype html><link rel=stylesheet href=/0.css>", b"@import '/%d.css';"

    def handler(path: str, headers: dict[str, str]) -> bytes:
        if path == "/x":
            return answer(page)
        if path == "/robots.txt":
            return answer(b"", 404)
        return answer(style % ((int(path[1:-4]) + 1) % 7), kind="text/css")

    with serve(handler) as site:
        received, asides = taken(f"{site.root}/x", options(requisites=True))
        assert (len(received), asides, len(site.asked)) == (8, [], 9)


@pytest.mark.parametrize(
    "page",
    [
        "<" * 300_000,
        "<a " * 100_000,
        "<!-- " * 100_000,
        "<a b='" * 50_000,
        '<a b="' * 50_000 + ">",
        "<script>" * 50_000,
        "<style>" * 50_000,
        "<img " + 'x="1" ' * 300_000,
        "<div>" * 100_000,
        "<img src='" + "a" * 10**6,
        "İ" * 1000 + "<script><a href=/x></SCRIPT><a href=/y>",
        "<a b=" + "=" * 60_000 + ">",
        "<a " + "b " * 30_000 + ">",
        "\0" * 100_000,
    ],
)
def test_hostile_pages_are_scanned_in_one_go(page: str) -> None:
    """Work is counted in tags: never more of them than there are brackets."""
    assert len(list(tags(page))) <= page.count("<")
    of_page(page, "https://a.example/")
    of_style(page, "https://a.example/")


def test_tags() -> None:
    page = "<base href=/b/><A HREF='x>y' href=z>t</a><textarea><a href=/no></textarea>"
    page += "<img srcset='c.png 2x, d.png'>"
    assert list(tags(page)) == [
        ("base", {"href": "/b/"}),
        ("a", {"href": "x>y"}),
        ("textarea", {}),
        ("img", {"srcset": "c.png 2x, d.png"}),
    ]
    assert list(tags('İ<SCRIPT>a</SCRIPT><a href=/x b="c"d" e>')) == [
        ("script", {}),
        ("a", {"href": "/x", "b": "c", "d": "", "e": ""}),
    ]
    assert of_page(page, "https://a.example/") == ["https://a.example/b/c.png"]
