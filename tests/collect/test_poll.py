"""Addresses asked again and again: what is new is given once, and nothing that was lost stays lost."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from letapis.collect import base
from letapis.collect.base import Options
from letapis.collect.feeds.memory import Asked, Memory
from letapis.collect.feeds.schedule import DAY, WEEK, Busy, patient, pause, seconds
from letapis.collect.watching import Watch, addresses
from letapis.errors import UsageError
from letapis.model import Received, SetAside
from letapis.settings import Settings
from tests.collect.fetch.server import Site, answer, serve
from tests.collect.test_feed import LONG, item, rss


class Newsroom:
    """A feed that can be changed, its pages, and how they answer."""

    def __init__(self) -> None:
        self.items: list[str] = []
        self.etag = ""
        self.status = 200
        self.headers: list[tuple[str, str]] = []
        self.pages: dict[str, bytes] = {}

    def __call__(self, path: str, headers: dict[str, str]) -> bytes:
        if path == "/feed":
            if self.status != 200:
                return answer(b"", self.status, self.headers)
            if self.etag and headers.get("if-none-match") == self.etag:
                return answer(b"", 304)
            own = [("ETag", self.etag)] if self.etag else []
            return answer(rss(*self.items), 200, [*own, *self.headers], kind="text/xml")
        return self.pages.get(path, answer(b"gone", 404))


class Keeper:
    """A chronicle as sources see it."""

    def __init__(self, state: Path) -> None:
        self.state = state
        self.kept: set[str] = set()

    def take(
        self, source: str, *, lose: int = 0, part: str = "poll", **given: Any
    ) -> list[Received | SetAside]:
        """What is new; the last ``lose`` captures are not written, as if the process was killed."""
        own = Settings(**({"allow_private": True, "delay_ms": 1, "requisites": False} | given))
        items = list(base.collect(source, Options(own, None, part, self.state, self.kept)))
        ids = [one.capture.capture_id for one in items if isinstance(one, Received)]
        self.kept |= set(ids[: len(ids) - lose] if lose else ids)
        return items


def ways(items: list[Received | SetAside]) -> list[str]:
    return [
        f"{i.capture.format} {i.capture.uri[-5:]}" if isinstance(i, Received) else i.reason for i in items
    ]


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return Keeper(tmp_path)


def short(number: int, here: Site, words: str = "It is late") -> str:
    return (
        f"<item><title>Ferry</title><link>{here.root}/{number}</link>"
        f"<description>{words} […]</description></item>"
    )


def test_only_what_is_new(keeper: Keeper) -> None:
    news = Newsroom()
    with serve(news) as here:
        news.items = [item(1)]
        assert ways(keeper.take(f"{here.root}/feed")) == ["asset /feed", "feed ple/1"]
        assert keeper.take(f"{here.root}/feed") == []
        news.items = [item(2), item(1)]
        assert ways(keeper.take(f"{here.root}/feed")) == ["asset /feed", "feed ple/2"]
        news.items = [item(3)]
        keeper.take(f"{here.root}/feed")
        news.items = [item(2), item(1)]  # back again
        assert keeper.take(f"{here.root}/feed") == []


def test_a_changed_entry_is_a_new_version_and_a_counter_is_no_change(keeper: Keeper) -> None:
    news = Newsroom()
    with serve(news) as here:
        counted = "<slash:comments>{}</slash:comments></item>"
        news.items = [item(1).replace("</item>", counted.format(1))]
        keeper.take(f"{here.root}/feed")
        news.items = [item(1).replace("</item>", counted.format(12))]
        assert keeper.take(f"{here.root}/feed") == []
        news.items = [item(1, LONG.replace("seven", "eight"))]
        assert ways(keeper.take(f"{here.root}/feed")) == ["asset /feed", "feed ple/1"]


def test_validators_are_sent_only_when_all_was_written(keeper: Keeper) -> None:
    news = Newsroom()
    news.etag, news.items = '"a"', [item(1), item(2), item(3)]
    with serve(news) as here:
        keeper.take(f"{here.root}/feed", lose=2)
        assert ways(keeper.take(f"{here.root}/feed")) == ["asset /feed", "feed ple/2", "feed ple/3"]
        assert keeper.take(f"{here.root}/feed") == []
        assert [b"If-None-Match" in head for head in here.heads if b"/feed" in head] == [False, False, True]


def test_when_an_entry_was_last_seen_is_remembered(keeper: Keeper) -> None:
    news = Newsroom()
    with serve(news) as here:
        news.items = [item(1), item(2)]
        keeper.take(f"{here.root}/feed")
        with Memory(keeper.state) as memory:
            memory._base.execute("UPDATE entry SET first = '2031-05-03', last = '2031-05-03'")
        news.items = [item(2)]
        keeper.take(f"{here.root}/feed")
        with Memory(keeper.state) as memory:
            seen = dict(memory._base.execute("SELECT uri, last FROM entry"))
    assert seen["https://quay.example/1"] == "2031-05-03" < seen["https://quay.example/2"] or (
        seen["https://quay.example/2"] != "2031-05-03"
    )


# -- the pages of entries


PAGE = answer(b"<!doctype html><title>Ferry</title><p>The ferry is late because of the wind.")


def test_the_page_of_a_summary_is_fetched_once(keeper: Keeper) -> None:
    news = Newsroom()
    news.etag = '"a"'
    with serve(news) as here:
        news.items, news.pages = [short(1, here), item(2)], {"/1": PAGE}
        found = keeper.take(f"{here.root}/feed")
        assert [way.split()[0] for way in ways(found)] == ["asset", "feed", "feed", "html"]
        assert keeper.take(f"{here.root}/feed") == []
        news.etag, news.items = '"b"', [short(1, here, "It is very late"), item(2)]
        assert [way.split()[0] for way in ways(keeper.take(f"{here.root}/feed"))] == ["asset", "feed", "html"]
        assert here.asked.count("/1") == 2


def test_a_page_that_was_lost_is_fetched_again_and_one_that_fails_a_few_times(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    news = Newsroom()
    news.etag = '"a"'
    with serve(news) as here:
        news.items, news.pages = [short(1, here), short(2, here)], {"/1": PAGE}
        keeper.take(f"{here.root}/feed", lose=2)  # the page, and the answer that /2 is gone
        again = keeper.take(f"{here.root}/feed")
        assert [way.split()[0] for way in ways(again)] == ["html", "asset", "http_404"] or [
            way.split()[0] for way in ways(again)
        ] == ["asset", "http_404", "html"]
        keeper.take(f"{here.root}/feed")
        assert (here.asked.count("/1"), here.asked.count("/2")) == (2, 2)
        for days in range(1, 9):
            later = time.time() + days * DAY
            with monkeypatch.context() as patch:
                patch.setattr("letapis.collect.feeds.memory.time.time", lambda then=later: then)
                keeper.take(f"{here.root}/feed")
        assert (here.asked.count("/1"), here.asked.count("/2")) == (2, 3)


def test_pages_may_be_many_and_are_bounded(keeper: Keeper) -> None:
    news = Newsroom()
    with serve(news) as here:
        news.items = [short(number, here) for number in range(5)]
        news.pages = {f"/{number}": PAGE for number in range(5)}
        found = keeper.take(f"{here.root}/feed", max_pages=3)
        assert ways(found)[-1] == "max_pages"
        assert len([way for way in ways(found) if way.startswith("html")]) == 3
        assert len(keeper.take(f"{here.root}/feed", max_pages=3)) == 2


def test_a_page_that_is_a_feed_leads_nowhere(keeper: Keeper) -> None:
    news = Newsroom()
    with serve(news) as here:
        news.items = [short(1, here), short(2, here)]
        news.pages = {"/1": answer(rss(short(2, here))), "/2": answer(b"%PDF-1.7", kind="application/pdf")}
        reasons = [i.reason for i in keeper.take(f"{here.root}/feed") if isinstance(i, SetAside)]
        assert reasons == ["no_page", "no_page"]


def test_pages_may_be_left_out(keeper: Keeper) -> None:
    news = Newsroom()
    with serve(news) as here:
        news.items, news.pages = [short(1, here)], {"/1": PAGE}
        assert [w.split()[0] for w in ways(keeper.take(f"{here.root}/feed", feed_pages=False))] == [
            "asset",
            "feed",
        ]


def test_robots_are_heeded(keeper: Keeper) -> None:
    news = Newsroom()
    with serve(news) as here:
        news.items = [short(1, here)]
        news.pages = {"/1": PAGE, "/robots.txt": answer(b"User-agent: *\nDisallow: /1\n", kind="text/plain")}
        assert ways(keeper.take(f"{here.root}/feed"))[-1] == "robots"
        assert "/1" not in here.asked


# -- what fails


def test_an_error_is_kept_once_and_counted(keeper: Keeper) -> None:
    news = Newsroom()
    news.status, news.headers = 500, [("Retry-After", "7200")]
    with serve(news) as here:
        at = f"{here.root}/feed"
        assert [len([i for i in keeper.take(at) if isinstance(i, Received)]) for _ in range(3)] == [1, 0, 0]
        with Memory(keeper.state) as memory:
            row = memory.asked(at)
        assert (row.failures, row.said, row.hold) == (3, "http_500", 7200.0)
        news.status, news.items = 200, [item(1)]
        assert len(keeper.take(at)) == 2
        with Memory(keeper.state) as memory:
            assert memory.asked(at).failures == 0


def test_a_busy_host_is_not_waited_for(keeper: Keeper) -> None:
    news = Newsroom()
    news.status, news.headers = 503, [("Retry-After", "300")]
    with serve(news) as here:
        [aside] = keeper.take(f"{here.root}/feed")
        assert isinstance(aside, SetAside)
        assert "5 min" in aside.detail
        with Memory(keeper.state) as memory:
            hold = memory.asked(f"{here.root}/feed").hold
    assert hold is not None and 290 < hold <= 300


def test_private_addresses_are_refused(keeper: Keeper) -> None:
    with serve(Newsroom()) as here:
        [aside] = keeper.take(f"{here.root}/feed", allow_private=False)
    assert isinstance(aside, SetAside)
    assert aside.reason == "private_address"


# -- other things than feeds


def test_a_page_is_kept_when_its_words_change(keeper: Keeper) -> None:
    news = Newsroom()
    body = "<!doctype html><script>token={}</script><p>The ferry sails at {}."
    with serve(news) as here:
        news.pages["/x"] = answer(body.format(1, "seven").encode())
        assert len(keeper.take(f"{here.root}/x")) == 1
        news.pages["/x"] = answer(body.format(2, "seven").encode())
        assert keeper.take(f"{here.root}/x") == []
        news.pages["/x"] = answer(body.format(3, "eight").encode())
        assert len(keeper.take(f"{here.root}/x")) == 1


def test_what_was_a_feed_and_is_a_page_now_is_not_read(keeper: Keeper) -> None:
    news = Newsroom()
    notice = answer(b"<!doctype html><title>Are you human?</title><p>Tick the box to go on.")
    with serve(lambda path, headers: notice if news.status == 1 else news(path, headers)) as here:
        news.items = [item(1)]
        keeper.take(f"{here.root}/feed")
        news.status = 1
        ways_ = [ways(keeper.take(f"{here.root}/feed")) for _ in range(2)]
        assert ways_ == [["asset /feed", "no_feed"], ["no_feed"]]
        news.status, news.items = 200, [item(2)]
        assert ways(keeper.take(f"{here.root}/feed")) == ["asset /feed", "feed ple/2"]


def test_the_parts_of_a_live_page_are_entries_of_one_page(keeper: Keeper) -> None:
    news = Newsroom()
    with serve(news) as here:
        news.items = [short(1, here).replace("/1<", f"/1#post-{n}<") for n in range(4)]
        news.pages = {"/1": PAGE}
        found = [i.capture.uri for i in keeper.take(f"{here.root}/feed") if isinstance(i, Received)]
        assert found[1:] == [f"{here.root}/1#post-{n}" for n in range(4)] + [f"{here.root}/1"]
        assert here.asked.count("/1") == 1


def test_a_sitemap_gives_its_new_pages(keeper: Keeper) -> None:
    news = Newsroom()
    with serve(news) as here:
        start = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        for numbers, new in (("1", 1), ("12", 1), ("12", 0)):
            urls = "".join(f"<url><loc>{here.root}/{n}</loc></url>" for n in numbers)
            news.pages = {f"/{n}": PAGE for n in numbers}
            news.pages["/map.xml"] = answer((start + urls + "</urlset>").encode(), kind="text/xml")
            found = keeper.take(f"{here.root}/map.xml")
            assert [w.split()[0] for w in ways(found)].count("html") == new
            with Memory(keeper.state) as memory:
                assert memory.asked(f"{here.root}/map.xml").new == new


def test_the_feed_that_a_page_names(keeper: Keeper) -> None:
    news = Newsroom()
    news.items = [item(1)]
    link = b'<link rel="alternate" type="application/rss+xml" href="/feed">'
    with serve(news) as here:
        news.pages["/"] = answer(b"<!doctype html><title>Quay</title>" + link)
        assert ways(keeper.take(f"{here.root}/", part="feed")) == ["feed_named", "asset /feed", "feed ple/1"]


def test_a_list_of_feeds(keeper: Keeper, tmp_path: Path) -> None:
    news = Newsroom()
    news.items = [item(1)]
    path = tmp_path / "subscriptions.opml"
    with serve(news) as here:
        path.write_text(
            '<?xml version="1.0"?><opml version="2.0"><body><outline text="News"><outline text="Deeper">'
            f'<outline type="rss" xmlUrl="{here.root}/feed"/></outline></outline>'
            f'<!-- <outline xmlUrl="{here.root}/not"/> -->'
            f"<outline XMLURL='{here.root}/gone'/></body></opml>"
        )
        found = keeper.take(str(path), part="folder")
        assert addresses([str(path)]) == [f"{here.root}/feed", f"{here.root}/gone"]
    assert ways(found)[1:3] == ["asset /feed", "feed ple/1"]
    assert ways(found)[-1] == "http_404"
    assert "/not" not in here.asked


def test_what_cannot_be_watched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry sails.")
    for source in (str(tmp_path / "a.txt"), str(tmp_path / "none"), "ftp://quay.example/", "http://"):
        with pytest.raises(UsageError):
            addresses([source])


# -- when


def test_the_pause_is_bounded_in_both_directions() -> None:
    row, now = Asked("a", new=0, every=900.0), 900.0
    for _ in range(40):
        now = pause(Asked("a", new=0, every=now), 900.0)
    assert now == DAY
    assert pause(Asked("a", failures=50, said="http_500"), 900.0) == DAY
    assert pause(Asked("a", failures=1, said="http_503", hold=1e9), 900.0) == WEEK
    assert pause(Asked("a", failures=1, said="http_410"), 900.0) == WEEK
    assert pause(Asked("a", new=1, least=7200.0), 900.0) == 7200.0
    assert pause(Asked("a", new=1, least=1e12), 900.0) == DAY
    assert pause(row, 2 * DAY) == 2 * DAY
    assert seconds("1d") == DAY
    for bad in ("", "0m", "15", "soon", "-1h"):
        with pytest.raises(UsageError):
            seconds(bad)


def test_a_long_wait_is_not_waited() -> None:
    with pytest.raises(Busy):
        patient(3600.0)


def test_what_is_due(tmp_path: Path) -> None:
    watch = Watch(tmp_path, 900.0)
    watched = ["https://quay.example/a", "https://quay.example/b"]
    assert watch.due(watched, 1000.0) == watched
    with Memory(tmp_path) as memory:
        memory.note(watched[0], new=0, failures=0)
        memory.note(watched[1], new=0, failures=1, said="http_500")
    watch.settle(watched, 1000.0)
    assert watch.due(watched, 1500.0) == []
    assert watch.wait(watched, 1500.0) == 400.0
    assert watch.due(watched, 1500.0, once=True) == watched[:1]
    assert watch.due(watched, 2000.0) == watched[:1]
