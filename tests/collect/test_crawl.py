"""The crawl of one site: what belongs to it, what is a trap, and how it goes on after a stop."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import crawl as measured
from letapis.collect import base
from letapis.collect.base import Options
from letapis.collect.crawling import normal, requisites, scope, take, visit
from letapis.collect.crawling.links import leads
from letapis.collect.fetch import address
from letapis.collect.fetch.base import Fetched
from letapis.model import Exchange, Received, SetAside
from letapis.settings import Settings
from tests.collect.fetch.server import Handler, Site, answer, serve

Pages = dict[str, str | bytes]


def options(state: Path | None = None, kept: Any = frozenset(), **given: Any) -> Options:
    settings = Settings(**({"allow_private": True, "delay_ms": 1, "requisites": False} | given))
    return Options(settings, source="crawl", state=state, kept=kept)


def site(pages: Pages, robots: bytes | None = None) -> Handler:
    """Pages by path: words of a page, or a whole answer."""

    def handler(path: str, headers: dict[str, str]) -> bytes:
        if path == "/robots.txt" and robots is not None:
            return answer(robots, kind="text/plain")
        said = pages.get(path)
        if said is None:
            return answer(b"not here", 404)
        return said if isinstance(said, bytes) else answer(said.encode())

    return handler


def page(title: str, *links: str, head: str = "") -> str:
    inside = "".join(f"<a href='{link}'>on</a> " for link in links)
    return (
        f"<!doctype html><title>{title}</title>{head}<p>The {title} of the harbour, {title * 3}.</p>{inside}"
    )


def run(root: str, opts: Options) -> tuple[list[Received], list[SetAside]]:
    items = list(base.collect(root, opts))
    return [i for i in items if isinstance(i, Received)], [i for i in items if isinstance(i, SetAside)]


def read(received: list[Received], there: Site) -> list[str]:
    """Paths of the pages that are to be read."""
    return [r.capture.uri.removeprefix(there.root) for r in received if r.capture.format != "asset"]


SMALL: Pages = {
    "/": page("Home", "/a", "/b", "/gone"),
    "/a": page("A", "/", "/c", "/moved"),
    "/b": page("B", "/c"),
    "/c": page("C", "/a"),
    "/moved": answer(b"", 301, [("Location", "/d")]),
    "/d": page("D"),
}


def test_every_page_once() -> None:
    with serve(site(SMALL)) as there:
        received, asides = run(f"{there.root}/", options())
        assert read(received, there) == ["/", "/a", "/b", "/c", "/d"]
    assert {r.capture.via for r in received} == {"crawl"}
    assert [a.reason for a in asides] == ["http_404"]
    kept = {r.capture.uri.removeprefix(there.root): r.capture.http_status for r in received}
    assert (kept["/gone"], kept["/moved"]) == (404, 301)
    assert Counter(there.asked) == Counter(dict.fromkeys([*SMALL, "/gone", "/robots.txt", "/sitemap.xml"], 1))


def test_the_scope_is_the_host_beneath_the_folder() -> None:
    pages: Pages = {
        "/news/": page(
            "News", "a", "/sport/b", "https://other.example/news/c", "../news/d", "e.jpg", "f?replytocom=3"
        ),
        "/news/a": page(
            "A", "javascript:x()", "mailto:a@b.example", "/news/feed/", "//other.example/news/", "d"
        ),
        "/news/d": page("D"),
    }
    with serve(site(pages)) as there:
        received, asides = run(f"{there.root}/news/", options())
        assert read(received, there) == ["/news/", "/news/a", "/news/d"]
        assert len(there.asked) == 5
    assert asides == []


def test_other_addresses_of_one_page_are_not_fetched() -> None:
    same = [
        "/a",
        "/a#x",
        "/a?utm_source=y&utm_medium=z",
        "/a?fbclid=1",
        "/a;jsessionid=" + "F" * 32,
        "/a?PHPSESSID=" + "e" * 26,
    ]
    pages: Pages = {"/": page("Home", *same, "/n?sid=12", "/n?sid=13", "/n?b=1&a=2", "/n?a=2&b=1")}
    pages |= {"/a": page("A"), "/n?sid=12": page("N12"), "/n?sid=13": page("N13"), "/n?b=1&a=2": page("N")}
    with serve(site(pages)) as there:
        received, asides = run(f"{there.root}/", options())
        assert read(received, there) == ["/", "/a", "/n?sid=12", "/n?sid=13", "/n?b=1&a=2"]
    assert asides == []


def test_amp_and_canonical_forms_are_one_page() -> None:
    canonical = "<link rel=canonical href=/a>"
    pages: Pages = {
        "/": page("Home", "/a/amp", "/a?print_view=1", "/b", "/a"),
        "/a": page("A", head="<link rel=amphtml href=/a/amp>" + canonical),
        "/a/amp": page("A", head=canonical),
        "/a?print_view=1": page("A", head=canonical),
        "/b": page("B", "/b/amp", head="<link rel=amphtml href=/b/amp>"),
        "/b/amp": page("B"),
    }
    with serve(site(pages)) as there:
        received, _ = run(f"{there.root}/", options())
        assert sorted(read(received, there)) == ["/", "/a", "/b"]
        assert "/b/amp" not in there.asked


def test_a_canonical_address_that_is_a_mistake_loses_nothing() -> None:
    """Every page calls the home page its own address; their titles say otherwise."""
    wrong = "<link rel=canonical href=/>"
    pages: Pages = {
        "/": page("Home", "/a", "/b", head=wrong),
        "/a": page("A", head=wrong),
        "/b": page("B", head=wrong),
    }
    with serve(site(pages)) as there:
        received, _ = run(f"{there.root}/", options())
        assert read(received, there) == ["/", "/a", "/b"]


def test_canonical_addresses_that_chase_each_other() -> None:
    pages: Pages = {"/": page("Same", "/a", head="<link rel=canonical href=/a>")}
    pages |= {"/a": page("Same", "/b", head="<link rel=canonical href=/b>")}
    pages |= {"/b": page("Same", head="<link rel=canonical href=/>")}
    with serve(site(pages)) as there:
        received, _ = run(f"{there.root}/", options())
        assert len(read(received, there)) >= 1
        assert max(Counter(there.asked).values()) == 1


def test_a_page_that_redirects_to_a_file_of_its_own_name() -> None:
    """The session is no part of a page's name, so both have one."""
    long = "/a.jpg;jsessionid=" + "F" * 32
    pages: Pages = {"/": page("Home", long), long: answer(b"", 302, [("Location", "/a.jpg")])}
    with serve(site(pages)) as there:
        received, [aside] = run(f"{there.root}/", options())
        assert (read(received, there), aside.reason) == (["/"], "out_of_scope")
        assert len(there.asked) == 4


def test_an_own_address_that_leads_back() -> None:
    pages: Pages = {"/": page("Home", "/a"), "/a": page("A", head="<link rel=canonical href=/b>")}
    pages |= {"/b": answer(b"", 302, [("Location", "/a")])}
    with serve(site(pages)) as there:
        received, _ = run(f"{there.root}/", options())
        assert read(received, there) == ["/", "/a"]


def test_pages_that_send_their_reader_on() -> None:
    pages: Pages = {"/": page("Home", head="<meta http-equiv=Refresh content='0; URL=/a'>"), "/a": page("A")}
    with serve(site(pages)) as there:
        received, _ = run(f"{there.root}/", options())
        assert read(received, there) == ["/", "/a"]


def test_what_a_sitemap_names_is_no_trap() -> None:
    """A hundred and fifty pictures with nothing but a number beneath are all taken."""
    alike = {f"/photo/{n}": "<!doctype html><title>Photo</title><p>Photo." for n in range(150)}

    def handler(path: str, headers: dict[str, str]) -> bytes:
        if path == "/sitemap.xml":
            return answer("\n".join(f"http://{headers['host']}{one}" for one in alike).encode())
        if path == "/":
            return answer(page("Home", *alike).encode())
        return site(dict(alike))(path, headers)

    with serve(handler) as there:
        received, asides = run(f"{there.root}/", options())
        assert (len(read(received, there)), asides) == (151, [])


def test_a_damaged_frontier_is_begun_anew(tmp_path: Path) -> None:
    with serve(site(SMALL)) as there:
        run(f"{there.root}/", options(tmp_path))
        [path] = tmp_path.glob("crawl-*.sqlite")
        path.write_bytes(b"no database at all" * 1000)
        received, _ = run(f"{there.root}/", options(tmp_path))
        assert len(read(received, there)) == 5
    assert path.with_suffix(".broken").exists()


def test_robots_are_heeded_and_it_is_said_once() -> None:
    pages: Pages = {"/": page("Home", *(f"/closed/{n}" for n in range(30)), "/open"), "/open": page("Open")}
    with serve(site(pages, b"User-agent: *\nDisallow: /closed")) as there:
        received, [aside] = run(f"{there.root}/", options(max_pages=2))  # what is closed does not count
        assert read(received, there) == ["/", "/open"]
        assert not [path for path in there.asked if "closed" in path]
    assert aside.reason == "robots"
    assert "30 such in all" in aside.detail


def test_what_pages_ask_of_robots() -> None:
    """Links are not followed where a page or a link asks for it; the page itself is kept."""
    pages: Pages = {
        "/": page("Home", "/quiet", "/hidden") + "<a href=/no rel='external nofollow'>no</a>",
        "/quiet": page("Quiet", "/no", head="<meta name=Robots content='noarchive, NOFOLLOW'>"),
        "/hidden": answer(page("Hidden", "/no").encode(), headers=[("X-Robots-Tag", "noindex, nofollow")]),
        "/no": page("No"),
    }
    with serve(site(pages)) as there:
        received, _ = run(f"{there.root}/", options())
        assert read(received, there) == ["/", "/quiet", "/hidden"]


def test_sitemaps_of_the_site_are_seeds() -> None:
    pages: Pages = {"/": page("Home"), "/lonely": page("Lonely")}
    with serve(site({}, b"")) as there:
        loc = f"<urlset><url><loc>{there.root}/lonely</loc></url><url><loc>https://b.example/</loc></url></urlset>"
    robots = b"Sitemap: /news.xml"
    pages["/news.xml"] = answer(b"")
    with serve(lambda path, headers: site(pages, robots)(path, headers)) as there:
        loc = f"<urlset><url><loc>{there.root}/lonely</loc></url><url><loc>https://b.example/</loc></url></urlset>"
        pages["/news.xml"] = answer(loc.encode())
        received, [aside] = run(f"{there.root}/", options())
        assert read(received, there) == ["/", "/lonely"]
    assert aside.reason == "out_of_scope"


def test_redirects_to_other_sites_are_not_followed() -> None:
    pages: Pages = {
        "/": page("Home", "/out"),
        "/out": answer(b"", 302, [("Location", "http://127.0.0.2:8099/x")]),
    }
    with serve(site(pages)) as there:
        received, [aside] = run(f"{there.root}/", options())
        assert read(received, there) == ["/"]
    assert (aside.reason, "127.0.0.2" in aside.detail) == ("out_of_scope", True)


# -- traps


def test_an_endless_calendar_ends() -> None:
    def handler(path: str, headers: dict[str, str]) -> bytes:
        if path == "/":
            return answer(page("Home", "/calendar?year=2026&month=1").encode())
        if not path.startswith("/calendar"):
            return answer(b"", 404)
        year, month = (int(part.split("=")[1]) for part in path.partition("?")[2].split("&"))
        near = [
            f"/calendar?year={y}&month={m}"
            for y, m in ((year + 1, month), (year - 1, month), (year, month % 12 + 1))
        ]
        return answer(page(f"Calendar {year} {month}", *near).encode())

    with serve(handler) as there:
        received, asides = run(f"{there.root}/", options())
        assert 40 < len(received) < 130
    assert [a.reason for a in asides] == ["trap"]


def test_pages_of_links_without_end_do_not_fill_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visit, "MOST_KNOWN", 100)

    def handler(path: str, headers: dict[str, str]) -> bytes:
        near = [f"{path.rstrip('/')}-{chr(97 + n % 26)}{n}" for n in range(60)]
        return answer(b"", 404) if "." in path else answer(page(f"Page {path}", "/a", *near).encode())

    with serve(handler) as there:
        received, asides = run(f"{there.root}/", options())
        assert 100 < len(received) < 200
    assert "too_large" in [a.reason for a in asides]


def test_paths_that_repeat_themselves_end() -> None:
    def handler(path: str, headers: dict[str, str]) -> bytes:
        return answer(b"", 404) if "." in path else answer(page("Lost " + path, "x/y/").encode())

    with serve(handler) as there:
        received, [aside] = run(f"{there.root}/", options())
        assert len(received) == 3
    assert "the same step" in aside.detail


def test_a_site_without_end_is_bounded_and_the_next_run_goes_on(tmp_path: Path) -> None:
    def handler(path: str, headers: dict[str, str]) -> bytes:
        name = path.strip("/").replace("/", " ")
        spelt = "".join(chr(ord("a") + int(c)) if c.isdigit() else c for c in name)
        near = [f"/{int(name or 0) + 1}"] if name.isdigit() or not name else []
        return answer(page(f"Page {spelt}", *near).encode(), 200 if near else 404)

    with serve(handler) as there:
        kept: set[str] = set()
        first, asides = run(f"{there.root}/", options(tmp_path, kept, max_pages=7))
        assert read(first, there) == ["/", *(f"/{n}" for n in range(1, 7))]
        assert [a.reason for a in asides] == ["max_pages"]
        kept |= {r.capture.capture_id for r in first}
        second, _ = run(f"{there.root}/", options(tmp_path, kept, max_pages=3))
        assert read(second, there) == ["/7", "/8", "/9"]


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/" + "a/" * 30,
        "https://a.example/" + "b" * 2000,
        "https://a.example/x?" + "&".join(f"p{n}=1" for n in range(20)),
        "https://a.example/archive/1066/10/",
        "https://a.example/e?year=9999",
        "https://a.example/a/b/a/c/a/d",
    ],
)
def test_traps(address: str) -> None:
    assert scope.trap(address, 2026)


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/2024/05/17/1812-campaign-remembered",
        "https://a.example/news/2999-people-came",
        "https://a.example/economy/economy-grows",
        "https://a.example/index.php?option=com_content&view=article&id=2077&Itemid=3",
    ],
)
def test_what_only_looks_like_a_trap(address: str) -> None:
    assert not scope.trap(address, 2026)


def test_keys() -> None:
    same = ["http://a.example/x", "https://www.a.example/x#y", "https://a.example/x?utm_campaign=1&yclid=2"]
    assert {normal.key(url) for url in same} == {"a.example/x"}
    assert normal.key("https://a.example/X") != normal.key("https://a.example/x")
    assert normal.key("https://a.example/x?id=1") != normal.key("https://a.example/x?id=2")
    assert normal.key("https://a.example/x/") != normal.key("https://a.example/x")


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"<a href=", b"<link rel=canonical href='", b"<style>", b"<base href="]),
)
def test_whatever_a_page_is(rest: bytes, first: bytes) -> None:
    """It has leads, all of them clean addresses, and it is of some kind."""
    headers = (("content-type", "text/html"), ("x-robots-tag", rest[:20].decode("latin-1")))
    now = datetime(2026, 1, 1, tzinfo=UTC)
    found = Fetched("", "https://a.example/b/c", 200, headers, first + rest, first + rest, Exchange(b""), now)
    said = leads(found)
    for url in (*said.links, *said.amp, *requisites.needed(found)):
        assert address.clean(url) == url
        assert normal.key(url)
        assert normal.core(url)
        assert scope.Scope.of(url).holds(url) in (True, False)
        scope.trap(url, 2026)
    assert take.kind(found) in ("html", "feed", "sitemap", "archive", "text", "")


# -- stops


def test_stopped_anywhere_it_goes_on(tmp_path: Path) -> None:
    """Stopped after any number of captures, any number of which were written: in the end each page once."""
    with serve(site(SMALL)) as there:
        whole = len(run(f"{there.root}/", options())[0])
        for stop, written in itertools.combinations_with_replacement(range(whole + 1), 2):
            stop, written = max(stop, written), min(stop, written)
            state = tmp_path / f"{stop}-{written}"
            kept: set[str] = set()
            captures: list[Received] = []
            stream = base.collect(f"{there.root}/", options(state, kept))
            for item in stream:
                if isinstance(item, Received):
                    captures.append(item)
                if len(captures) >= stop:
                    break
            stream.close()  # type: ignore[attr-defined]
            there_already = captures[:written]
            kept |= {r.capture.capture_id for r in there_already}
            rest, _ = run(f"{there.root}/", options(state, kept))
            uris = [r.capture.uri for r in there_already + rest]
            assert Counter(uris) == Counter(dict.fromkeys(uris, 1)), (stop, written)
            assert sorted(read(there_already + rest, there)) == ["/", "/a", "/b", "/c", "/d"], (stop, written)
            assert len(uris) == whole, (stop, written)


def changing(pages: Pages) -> Handler:
    """A server that knows ETags: the number of letters of a page."""

    def handler(path: str, headers: dict[str, str]) -> bytes:
        said = pages.get(path)
        if not isinstance(said, str):
            return answer(b"", 404)
        tag = f'"{len(said)}"'
        if headers.get("if-none-match") == tag:
            return b"HTTP/1.1 304 Same\r\nETag: " + tag.encode() + b"\r\n\r\n"
        return answer(said.encode(), headers=[("ETag", tag)])

    return handler


@pytest.mark.parametrize("server", [changing, site])
def test_again_only_what_is_new_or_changed(tmp_path: Path, server: Callable[[Pages], Handler]) -> None:
    pages = {path: said for path, said in SMALL.items() if isinstance(said, str)}
    live: Pages = dict(pages)
    with serve(lambda path, headers: server(live)(path, headers)) as there:
        kept: set[str] = set()
        for expected in (["/", "/a", "/b", "/c"], [], ["/b", "/new"], []):
            received, _ = run(f"{there.root}/", options(tmp_path, kept))
            assert read(received, there) == expected
            kept |= {r.capture.capture_id for r in received}
            if not expected:
                live["/b"] = page("B, mended", "/c", "/new")
                live["/new"] = page("New")


def test_a_site_that_fails_is_left_alone_and_tried_again(tmp_path: Path) -> None:
    broken = [False]
    pages: Pages = {"/": page("Home", *(f"/{n}" for n in range(40)))} | {
        f"/{n}": page(f"P{n}") for n in range(40)
    }

    def handler(path: str, headers: dict[str, str]) -> Any:
        return iter([b"rubbish"]) if broken[0] and path != "/robots.txt" else site(pages)(path, headers)

    with serve(handler) as there:
        kept: set[str] = set()
        stream = base.collect(f"{there.root}/", options(tmp_path, kept))
        first = [item for item in itertools.islice(stream, 5) if isinstance(item, Received)]
        broken[0] = True
        asides = [item for item in stream if isinstance(item, SetAside)]
        assert [a.reason for a in asides] == ["bad_response"] * 10 + ["unreachable"]
        kept |= {r.capture.capture_id for r in first}
        broken[0] = False
        received, _ = run(f"{there.root}/", options(tmp_path, kept))
        assert len(read(first + received, there)) == 41


def test_requisites_are_fetched_once_and_after_a_stop(tmp_path: Path) -> None:
    pages: Pages = {
        path: page(path, "/a", "/b") + "<img src=/i.png><img src=/j.png>" for path in ("/", "/a", "/b")
    }
    pages |= {name: answer(b"PNG", kind="image/png") for name in ("/i.png", "/j.png")}
    with serve(site(pages)) as there:
        kept: set[str] = set()
        stream = base.collect(f"{there.root}/", options(tmp_path, kept, requisites=True))
        first = list(itertools.islice(stream, 2))
        stream.close()  # type: ignore[attr-defined]
        assert [i.capture.uri.removeprefix(there.root) for i in first if isinstance(i, Received)] == [
            "/",
            "/i.png",
        ]
        kept |= {i.capture.capture_id for i in first if isinstance(i, Received)}
        rest, _ = run(f"{there.root}/", options(tmp_path, kept, requisites=True))
        assert [r.capture.uri.removeprefix(there.root) for r in rest] == ["/j.png", "/a", "/b"]


def test_what_is_no_address() -> None:
    for source in ("nowhere", "file:///etc/passwd", "ftp://a.example"):
        received, [aside] = run(source, options())
        assert (received, aside.reason) == ([], "bad_address")


def test_killed_in_a_chronicle() -> None:
    """The small form of ``python -m benchmarks.crawl``: killed for real, every page once, robots heeded."""
    figures = measured.crawl(pages=120, kills=2)
    assert figures["most.pages_missing"] == figures["most.pages_twice"] == 0
    assert figures["most.closed_requests"] == figures["most.pages_by_another_address"] == 0
    assert figures["most.captures_of_a_second_run"] == 0
    assert float(figures["most.per_second"]) <= float(figures["agreed_per_second"]) + 1
