"""An archive's listing, asked for part by part: a stopped one goes on where it was.

Servers cut a long listing in one of two ways: by a resumption key behind the last row (Wayback), or in
pages whose number can be asked for (pywb, Common Crawl). A server that does neither is asked year by year.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from letapis.collect.archives.cdx import Row, Unread, rows
from letapis.collect.base import aside
from letapis.collect.fetch.errors import FetchError
from letapis.model import SetAside

if TYPE_CHECKING:
    from letapis.collect.archives.mementos import Mementos
    from letapis.collect.archives.replay import Archive
    from letapis.collect.fetch.base import Fetcher

__all__ = ["Part", "listing"]

_ROWS = 10_000
_FIRST_YEAR = 1996
"""Before it there is no web archive."""
_PAGES = 100_000


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the listing."""

    rows: list[Row]
    unread: list[str]
    key: str
    """The resumption key behind it."""


def listing(archive: Archive, mementos: Mementos, fetcher: Fetcher) -> Iterator[SetAside]:
    """The whole listing put into ``mementos``; what of it could not be read is said.

    Raises :class:`~letapis.collect.fetch.errors.FetchError` where the server does not give it.
    """
    if any(name in ("limit", "page", "resumeKey") for name, _ in archive.query):
        part = _part(archive, fetcher)  # the user knows what to ask for
        mementos.add(part.rows, 1, "")
        yield from _unread(part, archive.ask())
        return
    how, _, at = mementos.following.partition(" ")
    if how not in ("page", "year"):
        asked = {"output": "json", "limit": str(_ROWS), "showResumeKey": "true"}
        while True:
            part = _part(archive, fetcher, **asked, **({"resumeKey": _plain(at)} if at else {}))
            # a round number of rows may be the server's own limit
            again = not part.key and bool(part.rows) and len(part.rows) % min(_ROWS, 100) == 0
            turned = bool(part.key) and part.key != at
            mementos.add(part.rows, int(not (again or turned)), f"key {part.key}" if turned else "")
            yield from _unread(part, archive.ask())
            at = part.key
            if not turned:
                break
        if not again:
            return
        how, at = "page", "0"
    if how == "page":
        yield from _pages(archive, mementos, fetcher, int(at or 0))
    if not mementos.listed:
        yield from _years(archive, mementos, fetcher)


def _plain(key: str) -> str:
    """A resumption key as it is: the Wayback server gives it escaped, ready for an address."""
    return unquote_plus(key) if "%" in key else key


def _pages(archive: Archive, mementos: Mementos, fetcher: Fetcher, first: int) -> Iterator[SetAside]:
    count = _count(archive, fetcher)
    if not count:
        mementos.note(0, f"year {_FIRST_YEAR}")
        return
    for page in range(first, min(count, _PAGES)):
        try:
            part = _part(archive, fetcher, output="json", page=str(page))
        except FetchError as error:
            if error.reason != "too_large":
                raise
            mementos.note(0, f"year {_FIRST_YEAR}")
            return
        mementos.add(part.rows, int(page + 1 == count), f"page {page + 1}")
        yield from _unread(part, archive.ask(page=str(page)))


def _count(archive: Archive, fetcher: Fetcher) -> int:
    """How many pages the listing has; 0 where the server does not say."""
    found = fetcher.get(archive.ask(output="json", showNumPages="true"), robots=False)
    text = found.content[:4096].decode("utf-8", "replace").strip()
    if found.status != 200:
        return 0
    try:
        said = json.loads(text.splitlines()[0] if text else "")
    except (ValueError, RecursionError):
        return 0
    said = said.get("pages") if isinstance(said, dict) else said
    while isinstance(said, list) and said:
        said = said[-1]
    return said if isinstance(said, int) and not isinstance(said, bool) and said > 0 else 0


def _years(archive: Archive, mementos: Mementos, fetcher: Fetcher) -> Iterator[SetAside]:
    how, _, at = mementos.following.partition(" ")
    first, last = int(at) if how == "year" and at.isdigit() else _FIRST_YEAR, datetime.now(UTC).year
    for year in range(first, last + 1):
        try:
            asked = {"from": f"{year}0101000000", "to": f"{year}1231235959"}
            part = _part(archive, fetcher, output="json", **asked)
        except FetchError as error:
            if error.reason != "too_large":
                raise
            part = Part([], [], "")
            yield aside(
                "too_large",
                f"the listing of {year} at {archive.ask()} is longer than fetch_bytes; raise fetch_bytes, or "
                "ask for parts of it (from=…&to=…)",
            )
        mementos.add(part.rows, int(year == last), f"year {year + 1}")
        yield from _unread(part, archive.ask())


def _part(archive: Archive, fetcher: Fetcher, **more: str) -> Part:
    address = archive.ask(**more)
    found = fetcher.get(address, robots=False)
    if found.status == 404 and b"{" in found.content[:200]:
        return Part([], [], "")  # Common Crawl's and pywb's word for "no captures"
    if found.status != 200:
        said = re.sub(rb"<[^>]*>", b" ", found.content[:2000]).decode("utf-8", "replace")
        what = " ".join(said.split())[:160]
        raise FetchError(f"http_{found.status}", f"{address} answered {found.status}: {what}")
    kind = found.media_type.partition(";")[0]
    if kind == "text/html" or found.content.lstrip()[:1] == b"<":
        raise FetchError("no_listing", f"{address} gave a page of HTML and no listing; check the address")
    columns = dict(archive.query).get("fl", "")
    part = Part([], [], "")
    key = ""
    for row in rows(io.BytesIO(found.content), columns):
        if isinstance(row, Row):
            part.rows.append(row)
        elif isinstance(row, Unread):
            part.unread.append(row.line)
        else:
            key = row
    return Part(part.rows, part.unread, key)


def _unread(part: Part, address: str) -> Iterator[SetAside]:
    if part.unread:
        number = len(part.unread)
        yield aside(
            "not_a_row",
            f"{address}: {number:,} line{'s' * (number > 1)} of the listing cannot be read, the first "
            f"{part.unread[0][:80]!r}; the others were",
        )
