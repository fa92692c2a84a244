"""A crawl of an invented site on loopback, killed again and again: every page once, politely.

``python -m benchmarks.crawl [--pages 5000] [--kills 5]``. The site is served by a process of its own that
logs every request; the crawl is ``letapis add --as crawl``, killed with SIGKILL at random moments and
given again. The figures come from the server's log and from the chronicle's table of captures.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

__all__ = ["crawl", "main"]

_PER_SECTION = 50
_DELAY = 0.010
"""Seconds between two requests that the robots.txt asks for; the crawl itself is told half of it."""
_ROBOTS = (
    "User-agent: *\nDisallow: /closed\nDisallow: /*?secret\nCrawl-delay: {delay}\n\n"
    "User-agent: otherbot\nDisallow: /\n\nSitemap: /sitemap-index.xml\n"
)
_WORDS = (
    *("quay", "ferry", "mill", "bridge", "market", "council", "winter"),
    *("harbour", "lantern", "orchard", "tram", "library", "bell", "river"),
)


class _Site:
    """What the invented newsroom answers: ``(status, headers, body)`` for a path."""

    def __init__(self, pages: int) -> None:
        self.pages = pages
        self.sections = -(-pages // _PER_SECTION)

    def wanted(self) -> set[str]:
        """The paths of its pages, each by its own address."""
        return {"/", *(f"/s/{n}" for n in range(self.sections)), *(f"/news/{n}" for n in range(self.pages))}

    def answer(self, target: str) -> tuple[int, list[tuple[str, str]], bytes]:
        parts = urlsplit(target)
        first, *rest = parts.path.strip("/").split("/")
        number = int(rest[0]) if rest and rest[0].isdigit() else -1
        if parts.path == "/robots.txt":
            return 200, [("Content-Type", "text/plain")], _ROBOTS.format(delay=_DELAY).encode()
        if first.startswith("sitemap"):
            return self._sitemap(parts.path)
        if parts.path == "/":
            links = [f"/s/{n}?utm_source=home" for n in range(self.sections)]
            return _page("The Invented Courier", [*links, "/calendar/2026/5", "/closed/", "/a?secret=1"])
        if first == "s" and 0 <= number < self.sections:
            return self._section(number)
        if first == "news" and 0 <= number < self.pages:
            return self._article(number, amp="amp" in rest, session=parse_qs(parts.query).get("sid"))
        if first == "old" and 0 <= number < self.pages:
            return 301, [("Location", f"/news/{number}")], b""
        if first == "calendar" and len(rest) == 2:
            year, month = int(rest[0]), int(rest[1])
            near = [f"/calendar/{year + (month == 12)}/{month % 12 + 1}", f"/calendar/{year - 1}/{month}"]
            return _page(f"Calendar {year} {month}", near, text=f"Month {_WORDS[month]} of {year}. Nothing.")
        if first == "closed":
            return _page("Closed", [f"/closed/{time.time()}"])
        return 404, [("Content-Type", "text/html")], b"<title>Not here</title>"

    def _section(self, number: int) -> tuple[int, list[tuple[str, str]], bytes]:
        """Links to its articles; every third of them only the sitemap knows."""
        here = range(number * _PER_SECTION, min((number + 1) * _PER_SECTION, self.pages))
        links = []
        for article in here:
            if article % 3:
                links += [f"/news/{article}", f"/news/{article}?utm_medium=list&fbclid=x{article}#top"]
            if article % 10 == 1:
                links += [f"/old/{article}", f"/news/{article}/amp", f"/gone/{article}"]
            if article % 25 == 2:
                links.append(f"/news/{article}?sid={article:032x}")
        return _page(f"Section {number}", links)

    def _article(
        self, number: int, *, amp: bool, session: list[str] | None
    ) -> tuple[int, list[tuple[str, str]], bytes]:
        links = [f"/news/{number - 1}", "/", f"/closed/{number}", f"/s/{number // _PER_SECTION}?ref_src=x"]
        chance = random.Random(number)
        text = " ".join(chance.choice(_WORDS) for _ in range(80)) + f" number {_spelt(number)}."
        head = f"<link rel=canonical href=/news/{number}>"
        if not amp:
            head += f"<link rel=amphtml href=/news/{number}/amp>"
        return _page(f"Article {number}", links, head, text)

    def _sitemap(self, path: str) -> tuple[int, list[tuple[str, str]], bytes]:
        kind = [("Content-Type", "application/xml")]
        if path == "/sitemap-index.xml":
            names = ["/sitemap-a.xml", "/sitemap-b.xml.gz", "/sitemap-index.xml", "/sitemap-lost.xml"]
            inside = "".join(f"<sitemap><loc>HOST{name}</loc></sitemap>" for name in names)
            return 200, kind, f"<sitemapindex>{inside}</sitemapindex>".encode()
        if path not in ("/sitemap-a.xml", "/sitemap-b.xml.gz"):
            return 404, kind, b""
        odd = path == "/sitemap-b.xml.gz"
        inside = "".join(
            f"<url><loc>HOST/news/{n}</loc><lastmod>2024-05-{n % 28 + 1:02}</lastmod></url>"
            for n in range(self.pages)
            if n % 3 == 0 and n % 2 == odd
        )
        body = f"<urlset>{inside}</urlset>".encode()
        return 200, kind, body


def _page(
    title: str, links: list[str], head: str = "", text: str = "All the news of a town that is not there."
) -> tuple[int, list[tuple[str, str]], bytes]:
    inside = "".join(f'<a href="{link}">{link[:12]}</a>\n' for link in links)
    body = f"<!doctype html><title>{title}</title>{head}<h1>{title}</h1><p>{text}</p>{inside}"
    return 200, [("Content-Type", "text/html; charset=utf-8")], body.encode()


def _spelt(number: int) -> str:
    """A number in letters: no two articles have the same words."""
    return "".join(chr(ord("a") + int(digit)) * 2 for digit in str(number))


def serve(pages: int, log: Path) -> None:
    """The site until it is ended; its port is printed, every request goes to ``log`` with its time."""
    site = _Site(pages)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            with log.open("a") as stream:
                stream.write(f"{time.monotonic():.6f} {self.path}\n")
            status, headers, body = site.answer(self.path)
            body = body.replace(b"HOST", f"http://{self.headers['Host']}".encode())
            if self.path.endswith(".gz"):
                body = gzip.compress(body)
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing on the screen."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Nothing: a client that was killed is no news here."""

    server = Server(("127.0.0.1", 0), Handler)
    print(server.server_port, flush=True)
    server.serve_forever()


def crawl(pages: int = 5000, kills: int = 5, seed: int = 1863) -> dict[str, float | int | str]:
    """The figures of one crawl that is killed ``kills`` times."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="letapis-bench-") as scratch:
        place = Path(scratch)
        log = place / "log"
        log.touch()
        words = [sys.executable, "-m", "benchmarks.crawl", "--serve", str(pages), "--log", str(log)]
        server = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            root = f"http://127.0.0.1:{int(server.stdout.readline())}"
            began = time.monotonic()
            killed = 0
            for share in sorted(chance.uniform(0.02, 0.95) for _ in range(kills)):
                process = _start(root, place / "c")
                while process.poll() is None and _lines(log) < share * pages:
                    time.sleep(0.02)
                time.sleep(chance.uniform(0, 0.3))
                if process.poll() is None:
                    os.kill(process.pid, signal.SIGKILL)
                    killed += 1
                process.wait()
            last = _start(root, place / "c")
            _, said = last.communicate()
            if last.returncode not in (0, 1):  # 1: nothing new, and some of it was set aside
                raise RuntimeError(said.decode())
            seconds = time.monotonic() - began
            once = _lines(log)
            figures = _figures(place / "c", root, _Site(pages), log)
            _start(root, place / "c").communicate()  # once more, at its end: nothing is new
            again = _captures(place / "c")
            figures["most.captures_of_a_second_run"] = len(again) - int(figures["captures"])
            figures["requests_of_a_second_run"] = _lines(log) - once
        finally:
            server.terminate()
            server.wait()
    return {"kills": killed, "seconds": seconds, "pages_per_second": pages / seconds, **figures}


def _start(root: str, folder: Path) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "letapis", "add", f"{root}/", "--as", "crawl", "--to", str(folder)]
    words += ["--no-build", "--allow-private", "--no-requisites", "--delay-ms", "5", "--workers", "1"]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def _lines(log: Path) -> int:
    return log.read_bytes().count(b"\n")


def _captures(folder: Path) -> list[dict[str, object]]:
    from letapis.store.chronicle import Chronicle

    rows: list[dict[str, object]] = Chronicle.open(folder).tables.read("captures").to_pylist()
    return rows


def _unlisted(folder: Path, captures: list[dict[str, object]]) -> int:
    """Responses in the archive that no capture is of: written just before a kill, and fetched again."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    there = 0
    for path in (folder / "captures").glob("*.warc.gz"):
        with path.open("rb") as stream:
            there += sum(1 for _ in ArchiveIterator(stream, record_types=WarcRecordType.response))
    return there - len(captures)


def _figures(folder: Path, root: str, site: _Site, log: Path) -> dict[str, float | int | str]:
    captures = _captures(folder)
    read = Counter(str(row["uri"]).removeprefix(root) for row in captures if row["format"] == "html")
    paths = Counter({path.partition("?")[0]: number for path, number in read.items()})
    wanted = site.wanted()
    asked = [line.split(" ", 1) for line in log.read_text().splitlines()]
    times = [float(at) for at, _ in asked]
    gaps = sorted(b - a for a, b in itertools.pairwise(times))
    most, first = 0, 0
    for last, at in enumerate(times):
        while times[first] <= at - 1:
            first += 1
        most = max(most, last - first + 1)
    news = Counter(path for _, path in asked if path.startswith("/news/"))
    return {
        "captures": len(captures),
        "pages_wanted": len(wanted),
        "most.pages_missing": len(wanted - set(paths)),
        "most.pages_twice": sum(number > 1 for number in read.values()),
        "most.pages_by_another_address": sum(
            path.startswith("/news/") and path not in wanted for path in paths
        ),
        "responses_that_no_capture_is_of": _unlisted(folder, captures),
        "calendar_pages": sum(path.startswith("/calendar") for path in paths),
        "requests": len(asked),
        "most.closed_requests": sum(path.startswith("/closed") or "secret" in path for _, path in asked),
        "articles_asked_for_twice": sum(number > 1 for number in news.values()),
        "agreed_per_second": 1 / _DELAY,
        "most.per_second": most,
        "shortest_gap_ms": gaps[0] * 1000 if gaps else 0.0,
        "first_percentile_gap_ms": gaps[len(gaps) // 100] * 1000 if gaps else 0.0,
    }


def main() -> int:
    """Print the figures; 1 where a page is missing, there twice, or a rule was broken."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crawl", description=__doc__)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--serve", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--log", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.serve is not None:
        serve(chosen.serve, chosen.log)
        return 0
    figures = crawl(chosen.pages, chosen.kills)
    for name, value in figures.items():
        print(f"  {name:<44} {value:.3f}" if isinstance(value, float) else f"  {name:<44} {value}")
    broken = [
        name
        for name, value in figures.items()
        if name.startswith("most.") and name != "most.per_second" and value
    ]
    return int(bool(broken) or float(figures["most.per_second"]) > float(figures["agreed_per_second"]) + 1)


if __name__ == "__main__":
    raise SystemExit(main())
