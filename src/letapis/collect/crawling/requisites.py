"""The pictures and styles that a page needs to look as it did."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from letapis.collect.crawling.scan import charset, tags
from letapis.collect.fetch import address, record
from letapis.collect.fetch.base import Fetched, Fetcher
from letapis.collect.fetch.errors import FetchError
from letapis.model import Received, SetAside

__all__ = ["bring", "needed", "of_page", "of_style"]

MOST = 60
"""Requisites that are fetched for one page."""
MOST_BYTES = 30 * 1024 * 1024
"""Bytes that those of one page may have together."""
MOST_SLOW = 3
"""Requisites of one page that may run out of time; the others are left then."""

_URL = re.compile(r"""url\(\s*["']?([^"')\s]{1,2000})|@import\s+["']([^"']{1,2000})""", re.IGNORECASE)
_LAZY = ("data-src", "data-original", "data-lazy-src")
_STYLE = frozenset({"stylesheet", "icon"})
_KINDS = ("image/", "text/css", "binary/octet-stream", "application/octet-stream")


def of_page(page: str, base: str) -> list[str]:
    """Addresses of a page's pictures and styles, in their order, each once.

    A picture of one point (a counter) is left out.

    >>> of_page('<link rel=stylesheet href=/s.css><img src="a.png"><img src=/t.gif width=1>', "https://a.example/b/")
    ['https://a.example/s.css', 'https://a.example/b/a.png']
    """
    found: list[str] = []
    for name, given in tags(page):
        if name == "base" and given.get("href"):
            base = _resolved(given["href"], base) or base
        elif name == "link" and _STYLE.intersection(given.get("rel", "").lower().split()):
            found.append(_resolved(given.get("href", ""), base))
        elif name in ("img", "source", "video", "input", "image"):
            found += [_resolved(one, base) for one in _pictures(name, given)]
        if "" in given:
            found += of_style(given[""], base)
        if "style" in given:
            found += of_style(given["style"], base)
    return [one for one in dict.fromkeys(found) if one]


def of_style(style: str, base: str) -> list[str]:
    """Addresses that a style sheet names: pictures, and further sheets; not its typefaces.

    >>> of_style("@import 'b.css'; h1 { background: url(a.png) }", "https://a.example/s/a.css")
    ['https://a.example/s/b.css', 'https://a.example/s/a.png']
    """
    found = [_resolved(a or b, base) for a, b in _URL.findall(style)]
    fonts = (".woff", ".woff2", ".ttf", ".otf", ".eot")
    return [one for one in dict.fromkeys(found) if one and not one.partition("?")[0].endswith(fonts)]


def needed(found: Fetched) -> list[str]:
    """The requisites of a fetched page, a bounded number."""
    page = found.content.decode(charset(found.content, found.media_type), "replace")
    return of_page(page, found.url)[: MOST + 1]


def bring(
    fetcher: Fetcher,
    page: str,
    needs: list[str],
    known: Callable[[str], bool],
    note: Callable[[str, str], None],
) -> Iterator[Received | SetAside]:
    """The requisites ``needs`` of the page at ``page``; what cannot be had is said once, with a number.

    ``known`` says which were brought before; ``note`` is told the address and capture of each.
    """
    waiting, lost = list(needs), []
    asked, size, slow = 0, 0, 0
    most = fetcher.settings.fetch_bytes
    for at in waiting:  # grows by what style sheets name
        if known(at):
            continue
        if asked >= MOST or size >= MOST_BYTES or slow >= MOST_SLOW:
            lost.append(f"{at} (more than {MOST} of them, {MOST_BYTES:,} bytes, or {MOST_SLOW} too slow)")
            break
        asked += 1
        try:
            got = fetcher.get(
                at, {"Accept": "image/*,text/css,*/*;q=0.1"}, limit=min(most, MOST_BYTES - size)
            )
        except FetchError as error:
            lost.append(f"{at} ({error.reason})")
            slow += error.reason == "too_slow"
            continue
        if got.status != 200 or not got.media_type.startswith(_KINDS):
            lost.append(f"{at} ({got.status} {got.media_type})")
            continue
        size += len(got.body)
        if got.media_type.startswith("text/css") and len(waiting) < 4 * MOST:
            more = of_style(got.content.decode("utf-8", "replace"), got.url)
            waiting += [one for one in more if one not in waiting]
        yield from (record.capture(hop, "asset", via="requisite") for hop in got.redirects)
        made = record.capture(got, "asset", via="requisite")
        note(at, made.capture.capture_id)
        yield made
    if lost:
        detail = f"{page}: {len(lost)} of its pictures and styles were not fetched, the first {lost[0]}"
        yield record.aside(page, FetchError("requisite", detail))


def _pictures(name: str, given: dict[str, str]) -> Iterator[str]:
    if name == "input" and given.get("type", "").lower() != "image":
        return
    if given.get("width") in ("0", "1") or given.get("height") in ("0", "1"):
        return
    yield given.get("poster", "") if name == "video" else given.get("src", "")
    for lazy in _LAZY:
        yield given.get(lazy, "")
    choice = given.get("srcset") or given.get("data-srcset")
    if choice:
        yield choice.split()[0].rstrip(",")


def _resolved(href: str, base: str) -> str:
    if not href or href.startswith(("data:", "#", "javascript:", "about:")):
        return ""
    try:
        return address.clean(href, base)
    except FetchError:
        return ""
