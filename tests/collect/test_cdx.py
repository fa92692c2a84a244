"""A web archive asked for what is left of an outlet, against an imitation that misbehaves."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis.collect.archives.cdx import Row, Unread, looks, rows
from letapis.collect.archives.replay import archive
from letapis.collect.base import Options, collect
from letapis.collect.sources import cdx
from letapis.model import Received, SetAside
from letapis.settings import Settings


def page(words: str) -> bytes:
    return f"<!DOCTYPE html><html><body><article><p>{words}</p></article></body></html>".encode()


def sha1(data: bytes) -> str:
    return base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Imitation:
    """A Wayback-like archive: what it lists and what it replays."""

    listed: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    """timestamp, original, media type, status, digest"""
    replayed: dict[tuple[str, str], Answer] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    queries: list[dict[str, str]] = field(default_factory=list)
    style: str = "resume"
    most: int = 3
    port: int = 0
    before: Callable[[str], Answer | None] = lambda path: None

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def hold(
        self,
        stamp: str,
        original: str,
        body: bytes,
        status: str = "200",
        mime: str = "text/html",
        **head: str,
    ) -> None:
        self.listed.append((stamp, original, mime, status, sha1(body)))
        when = datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        headers = {
            "Content-Type": f"{mime}; charset=utf-8",
            "Memento-Datetime": format_datetime(when, usegmt=True),
        }
        code = int(status) if status.isdigit() else 200
        self.replayed[stamp, original] = code, headers | head, body

    def answer(self, path: str) -> Answer:
        if early := self.before(path):
            return early
        at = urlsplit(path)
        if at.path == "/cdx/search/cdx":
            return self.index({name: values[-1] for name, values in parse_qs(at.query).items()})
        if path.startswith("/web/"):
            stamp, _, original = path[5:].partition("id_/")
            return self.replayed.get((stamp, original), (404, {}, b"<html>Hrm. Not archived.</html>"))
        return 404, {}, b""

    def index(self, query: dict[str, str]) -> Answer:
        self.queries.append(query)
        found = [row for row in self.listed if query.get("from", "0") <= row[0] <= query.get("to", "9")]
        limit = min(self.most, int(query.get("limit", 10**9)))
        tail: list[list[str]] = []
        if self.style == "resume":
            start = int(query.get("resumeKey", 0))
            if start + limit < len(found):
                tail = [[], [str(start + limit)]]
            found = found[start : start + limit]
        elif self.style == "paged":
            if "showNumPages" in query:
                return 200, {}, str(-(-len(found) // self.most)).encode()
            if "page" in query:
                start = int(query["page"]) * self.most
                found = found[start : start + self.most]
            else:
                found = found[:limit]
        elif "limit" in query:
            found = found[: int(query["limit"])]
        names = ["timestamp", "original", "mimetype", "statuscode", "digest"]
        table = [names, *map(list, found), *tail] if found else []
        return 200, {"Content-Type": "application/json"}, json.dumps(table).encode()


@pytest.fixture
def wayback() -> Iterator[Imitation]:
    made = Imitation()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked[self.path] += 1
            status, headers, body = made.answer(self.path)
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.port = server.server_address[1]
    threading.Thread(target=lambda: server.serve_forever(0.02), daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()


def take(
    source: str, state: Path | None = None, kept: set[str] | None = None, most: int = 10_000
) -> tuple[list[Received], list[SetAside]]:
    settings = Settings(allow_private=True, delay_ms=1, fetch_seconds=5, max_pages=most)
    options = Options(settings=settings, state=state, kept=kept if kept is not None else set(), source="cdx")
    found = list(collect(source, options))
    return [f for f in found if isinstance(f, Received)], [f for f in found if isinstance(f, SetAside)]


def reasons(aside: list[SetAside]) -> list[str]:
    return sorted(row.reason for row in aside)


def outlet(wayback: Imitation) -> str:
    return f"rechnik.example@{wayback.root}/cdx/search/cdx"


def test_a_dead_outlet(wayback: Imitation) -> None:
    one, two = page("The bridge is shut until May."), page("The ferry runs again since Monday.")
    wayback.hold("20120101000000", "http://rechnik.example/a", one)
    wayback.hold("20130101000000", "http://rechnik.example/a", one)
    wayback.hold("20140101000000", "https://www.rechnik.example/a", two)
    wayback.hold("20150101000000", "http://rechnik.example/b", two, **{"Content-Encoding": "identity"})
    wayback.hold("20150101000000", "http://rechnik.example/i.png", b"\x89PNG", mime="image/png")
    wayback.hold("20150101000000", "http://rechnik.example/gone", b"", status="404")
    wayback.hold("20150101000000", "http://rechnik.example/moved", b"", status="301")
    found, aside = take(outlet(wayback))
    assert [(f.capture.uri, f"{f.capture.fetched_at:%Y}") for f in found] == [
        ("http://rechnik.example/a", "2012"),
        ("http://rechnik.example/b", "2015"),
        ("https://www.rechnik.example/a", "2014"),
    ]
    assert found[0].payload == one
    assert found[0].date == found[0].capture.fetched_at == datetime(2012, 1, 1, tzinfo=UTC)
    assert found[0].exchange is not None
    warc = dict(found[0].exchange.warc)
    assert warc["WARC-Source-URI"] == f"{wayback.root}/web/20120101000000id_/http://rechnik.example/a"
    assert warc["Letapis-Also-Captured"] == "20130101000000"
    assert found[0].exchange.request.startswith(b"GET /web/20120101000000id_/http://rechnik.example/a ")
    [said] = [row.detail for row in aside]
    assert "7 captures of 5 addresses are listed, from 2012-01-01 to 2015-01-01" in said
    assert "3 different contents are pages" in said
    assert "1 image/png" in said and "1 answered 404" in said and "1 answered 301" in said
    assert not [path for path in wayback.asked if path.endswith((".png", "/gone", "/moved"))]


@pytest.mark.parametrize("style", ["resume", "paged", "whole"])
def test_a_listing_in_parts_is_whole(wayback: Imitation, style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("letapis.collect.archives.listing._ROWS", 3)
    wayback.style = style
    for number in range(11):
        wayback.hold(f"2012010100{number:02}00", f"http://rechnik.example/{number}", page(f"Pier {number}."))
    found, _ = take(outlet(wayback))
    assert sorted(int(f.capture.uri.rsplit("/", 1)[1]) for f in found) == list(range(11))


def test_resumed_and_nothing_twice(wayback: Imitation, tmp_path: Path) -> None:
    for number in range(6):
        wayback.hold(f"2012010100{number:02}00", f"http://rechnik.example/{number}", page(f"Pier {number}."))
    kept: set[str] = set()
    options = Options(Settings(allow_private=True, delay_ms=1), source="cdx", state=tmp_path, kept=kept)
    stream = collect(outlet(wayback), options)
    first = [next(stream), next(stream), next(stream)]
    del stream  # killed; the third was never written
    kept |= {f.capture.capture_id for f in first[:2] if isinstance(f, Received)}
    listed = len(wayback.queries)
    again, _ = take(outlet(wayback), tmp_path, kept)
    assert len(wayback.queries) == listed, "a whole listing is not asked for again"
    assert sorted(f.capture.uri[-1] for f in again) == ["2", "3", "4", "5"]
    kept |= {f.capture.capture_id for f in again}
    before = sum(wayback.asked.values())
    wayback.hold("20160101000000", "http://rechnik.example/new", page("A new pier."))
    more, _ = take(outlet(wayback), tmp_path, kept)
    assert [f.capture.uri for f in more] == ["http://rechnik.example/new"]
    assert sum(n for path, n in wayback.asked.items() if path.startswith("/web/")) == 8
    assert sum(wayback.asked.values()) > before


def test_max_pages_goes_on(wayback: Imitation, tmp_path: Path) -> None:
    for number in range(5):
        wayback.hold(f"2012010100{number:02}00", f"http://rechnik.example/{number}", page(f"Pier {number}."))
    kept: set[str] = set()
    for size in (2, 2, 1):
        found, aside = take(outlet(wayback), tmp_path, kept, most=2)
        kept |= {f.capture.capture_id for f in found}
        assert len(found) == size
        assert ("max_pages" in reasons(aside)) == (len(kept) < 5)


def test_what_misbehaves_is_said(wayback: Imitation) -> None:
    hold = wayback.hold
    hold("20120101000001", "http://rechnik.example/error", page("Sorry, try again."))
    wayback.replayed["20120101000001", "http://rechnik.example/error"] = (
        200,
        {"Content-Type": "text/html"},
        page("This archive is being repaired."),
    )
    hold("20120101000002", "http://rechnik.example/lost", page("Lost."))
    del wayback.replayed["20120101000002", "http://rechnik.example/lost"]
    wrong = format_datetime(datetime(2019, 9, 9, tzinfo=UTC), usegmt=True)
    hold("20120101000003", "http://rechnik.example/same", page("Right bytes."), **{"Memento-Datetime": wrong})
    hold("20120101000004", "http://rechnik.example/other", page("Old bytes."))
    wayback.replayed["20120101000004", "http://rechnik.example/other"] = (
        200,
        {"Content-Type": "text/html", "Memento-Datetime": wrong},
        page("Other bytes."),
    )
    hold("20120101000005", "http://rechnik.example/away", page("Away."))
    wayback.replayed["20120101000005", "http://rechnik.example/away"] = (
        302,
        {"Location": f"{wayback.root}/elsewhere", "Memento-Datetime": wrong},
        b"",
    )
    hold("20120101000006", "http://rechnik.example/to", page("To."))
    hold("20120101000007", "http://rechnik.example/target", page("The page of another."))
    wayback.replayed["20120101000006", "http://rechnik.example/to"] = (
        302,
        {"Location": f"{wayback.root}/web/20120101000007id_/http://rechnik.example/target"},
        b"",
    )
    hold("20120101000008", "http://rechnik.example/dash", b"nothing here", status="-")
    wayback.replayed["20120101000008", "http://rechnik.example/dash"] = (
        503,
        {"Memento-Datetime": wrong, "Retry-After": "0"},
        b"down",
    )
    hold("20120101000009", "http://rechnik.example/image", b"\x89PNG\r\n\x1a\n" + bytes(99))
    hold("20120101000010", "http://rechnik.example/near", page("Near."))
    wayback.replayed["20120101000010", "http://rechnik.example/near"] = (
        302,
        {"Location": f"{wayback.root}/web/20120101000011id_/https://www.rechnik.example/near"},
        b"",
    )
    near = {
        "Content-Type": "text/html",
        "Memento-Datetime": format_datetime(datetime(2012, 1, 1, 0, 0, 11, tzinfo=UTC), usegmt=True),
    }
    wayback.replayed["20120101000011", "https://www.rechnik.example/near"] = 200, near, page("Near it.")
    found, aside = take(outlet(wayback))
    by = {f.capture.uri.rsplit("/", 1)[1]: f.capture.fetched_at for f in found}
    assert by == {
        "same": datetime(2012, 1, 1, 0, 0, 3, tzinfo=UTC),
        "other": datetime(2019, 9, 9, tzinfo=UTC),
        "target": datetime(2012, 1, 1, 0, 0, 7, tzinfo=UTC),
        "near": datetime(2012, 1, 1, 0, 0, 11, tzinfo=UTC),
    }
    said = Counter(reasons(aside))
    assert said == Counter(
        {"no_memento": 1, "http_404": 1, "other_time": 3, "redirect": 2, "answered_503": 1, "not_pages": 1}
    )
    assert "1 image/png" not in aside[-1].detail
    assert "in truth" in aside[-1].detail


def test_a_busy_archive_is_left_alone_and_asked_later(wayback: Imitation, tmp_path: Path) -> None:
    for number in range(9):
        wayback.hold(f"2012010100{number:02}00", f"http://rechnik.example/{number}", page(f"Pier {number}."))
    busy = 429, {"Retry-After": "0"}, b"slow down"
    wayback.before = lambda path: busy if path.startswith("/web/") and path[-1] > "1" else None
    found, aside = take(outlet(wayback), tmp_path)
    assert len(found) == 2
    assert reasons(aside) == ["http_429", "http_429", "http_429", "not_pages", "stopped"]
    assert not [path for path in wayback.asked if path.endswith("/8")]
    wayback.before = lambda path: None
    kept = {f.capture.capture_id for f in found}
    rest, _ = take(outlet(wayback), tmp_path, kept)
    assert len(rest) == 7


def test_a_cut_body_is_tried_again(wayback: Imitation, tmp_path: Path) -> None:
    wayback.hold("20120101000000", "http://rechnik.example/a", page("Whole."), **{"Content-Length": "5000"})
    wayback.hold("20120101000001", "http://rechnik.example/b", page("Whole as well."))
    found, aside = take(outlet(wayback), tmp_path)
    assert [f.capture.uri[-1] for f in found] == ["b"]
    assert "bad_response" in reasons(aside) or "unreachable" in reasons(aside)
    status, headers, body = wayback.replayed["20120101000000", "http://rechnik.example/a"]
    wayback.replayed["20120101000000", "http://rechnik.example/a"] = (
        status,
        headers | {"Content-Length": str(len(body))},
        body,
    )
    found, _ = take(outlet(wayback), tmp_path, {f.capture.capture_id for f in found})
    assert [f.capture.uri[-1] for f in found] == ["a"]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((200, {"Content-Type": "text/html"}, b"<html>Maintenance</html>"), "no_listing"),
        ((403, {}, b"Blocked"), "http_403"),
        ((200, {}, b""), "nothing_listed"),
        ((200, {}, b"[]"), "nothing_listed"),
        ((200, {}, b"\x00\xff rubbish \n more"), "not_a_row"),
    ],
)
def test_an_index_that_gives_none(wayback: Imitation, answer: Answer, reason: str) -> None:
    wayback.before = lambda path: answer if path.startswith("/cdx") else None
    found, aside = take(outlet(wayback))
    assert not found
    assert reason in reasons(aside)


def test_an_escaped_resumption_key_is_not_escaped_twice(wayback: Imitation) -> None:
    first = [["timestamp", "original"], ["20120101000000", "http://rechnik.example/a"]]
    asked: list[str] = []

    def before(path: str) -> Answer | None:
        if not path.startswith("/cdx"):
            return None
        asked.append(parse_qs(urlsplit(path).query).get("resumeKey", [""])[0])
        table = first if asked[-1] else [*first, [], ["example%2Crechnik%29%2Fb+20120101000001"]]
        return 200, {}, json.dumps(table).encode()

    wayback.before = before
    take(outlet(wayback))
    assert asked == ["", "example,rechnik)/b 20120101000001"]


@pytest.mark.parametrize("source", ["a/typo.cdxj", "typo.cdx", "plain words", "@http://127.0.0.1/", "no-dot"])
def test_what_is_no_archive_is_not_asked_for(source: str) -> None:
    found, aside = take(source)
    assert not found
    assert reasons(aside) == ["bad_address"]


def test_robots_of_the_archive_are_heeded(wayback: Imitation) -> None:
    wayback.hold("20120101000000", "http://rechnik.example/a", page("Kept out."))
    rules = 200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /web/\n"
    wayback.before = lambda path: rules if path == "/robots.txt" else None
    found, aside = take(outlet(wayback))
    assert not found
    assert "robots" in reasons(aside)


def test_a_listing_in_a_file(wayback: Imitation, tmp_path: Path) -> None:
    body = page("From a file.")
    wayback.hold("20120101000000", "http://rechnik.example/a", body)
    digest = sha1(body)
    start = f"example,rechnik)/a 20120101000000 http://rechnik.example/a text/html 200 {digest}"
    said = {
        "url": "http://rechnik.example/a",
        "mime": "text/html",
        "status": "200",
        "digest": f"sha1:{digest}",
    }
    forms = {
        "a.cdx": f" CDX N b a m s k r M S V g\n{start} - - 9 9 x.warc.gz\n".encode(),
        "b.cdx": f"{start} 99\n".encode(),
        "c.cdxj": f"example,rechnik)/a 20120101000000 {json.dumps(said)}".encode(),
    }
    forms["d.cdx.gz"] = gzip.compress(forms["a.cdx"])
    for name, data in forms.items():
        (tmp_path / name).write_bytes(data)
        assert cdx.claims(str(tmp_path / name)) == 1.0, name
        found, aside = take(f"{tmp_path / name}@{wayback.root}/web/")
        assert [f.payload for f in found] == [body], (name, aside)


def test_claims_leave_others_alone(tmp_path: Path) -> None:
    notes = tmp_path / "notes.cdx"
    notes.write_text("Plain words about the year 2019.")
    assert cdx.claims(str(notes)) == cdx.claims("-") == cdx.claims("rechnik.example") == 0.0
    assert cdx.claims("https://rechnik.example/cdx/") == 0.0


def test_where_mementos_are() -> None:
    for source, replay in {
        "https://a.example/cdx/search/cdx?url=x.example": "https://a.example/web/",
        "https://a.example/news/cdx?url=x.example": "https://a.example/news/",
        "https://a.example/news-cdx?url=x.example": "https://a.example/news/",
        "https://a.example/CC-1-index?url=x.example@https://b.example/w": "https://b.example/w/",
        "x.example": "https://web.archive.org/web/",
        "x.example/part@https://a.example/web/": "https://a.example/web/",
    }.items():
        found = archive(source)
        assert found is not None and found.replay == replay, source
    assert archive("https://a.example/CC-1-index?url=x.example") is None


@given(st.lists(st.binary(max_size=200), max_size=20))
def test_no_line_is_too_odd(lines: list[bytes]) -> None:
    for found in rows(lines):
        assert isinstance(found, Row | Unread | str)
    looks(b"\n".join(lines))
