"""What is remembered of feeds and of whatever else is asked again and again: an SQLite file.

It notes which capture an entry gave; whether that capture was written is for ``options.kept`` to say.
A process may be killed at any moment: what was noted and not written is taken again.
"""

from __future__ import annotations

import time
from collections.abc import Container, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from letapis.collect.state import State

__all__ = ["Asked", "Memory"]

TRIES, LASTING = 8, 3
"""Times that the page of an entry is tried; an answer that will hardly change counts for several."""
_AGAIN = 900.0
"""Seconds before a page is tried a third time; twice as many each time after."""

_TABLES = """
CREATE TABLE IF NOT EXISTS asked (
    address TEXT PRIMARY KEY, kind TEXT, etag TEXT, modified TEXT, likeness TEXT, capture TEXT,
    asked REAL, due REAL, every REAL, failures INTEGER NOT NULL DEFAULT 0, said TEXT, new INTEGER,
    least REAL, hold REAL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS entry (
    feed TEXT, digest TEXT, uri TEXT, capture TEXT, first TEXT, last TEXT, PRIMARY KEY (feed, digest)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS page (
    url TEXT, digest TEXT, feed TEXT, capture TEXT, tries INTEGER NOT NULL DEFAULT 0,
    after REAL NOT NULL DEFAULT 0,
    PRIMARY KEY (url, digest)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS page_feed ON page (feed);
CREATE TABLE IF NOT EXISTS asset (url TEXT PRIMARY KEY, capture TEXT) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking an address the last time."""

    address: str
    kind: str | None = None
    """feed, sitemap, page, or None where it is not known yet."""
    etag: str | None = None
    modified: str | None = None
    likeness: str | None = None
    """Of a page, a hash of its words."""
    capture: str | None = None
    """The last capture that it gave; until that is written the validators mean nothing."""
    asked: float | None = None
    """When it was asked, in seconds since 1970."""
    due: float | None = None
    """When it is to be asked again."""
    every: float | None = None
    """Seconds between two rounds, as they are now."""
    failures: int = 0
    """Rounds in a row that failed."""
    said: str | None = None
    """What came of it, in words."""
    new: int | None = None
    """New and changed entries, or pages, of the last round."""
    least: float | None = None
    """Seconds that it asks to be left alone for between two rounds."""
    hold: float | None = None
    """Seconds that it asked to be left alone for when it failed."""


class Memory(State):
    """The file in ``folder``; in memory where there is none."""

    def __init__(self, folder: Path | None, kept: Container[str] = frozenset()) -> None:
        super().__init__(folder, "feeds", _TABLES, wait=30)
        self._kept = kept
        self._now: set[str] = set()

    # -- addresses

    def asked(self, address: str) -> Asked:
        """What is known of ``address``."""
        found = self._base.execute(
            "SELECT address, kind, etag, modified, likeness, capture, asked, due, every, failures, said, "
            "new, least, hold "
            "FROM asked WHERE address = ?",
            (address,),
        ).fetchone()
        return Asked(*found) if found else Asked(address)

    def note(self, address: str, **columns: Any) -> None:
        """Set some of what is known of ``address``."""
        self._base.execute("INSERT OR IGNORE INTO asked (address) VALUES (?)", (address,))
        said = ", ".join(f"{name} = ?" for name in columns)
        self._base.execute(f"UPDATE asked SET {said} WHERE address = ?", (*columns.values(), address))

    def conditions(self, address: str) -> dict[str, str]:
        """The headers that make a server say that nothing is new (RFC 9110, 13.1).

        There are none where not all that came of the last answer was written.
        """
        if not self.whole(address):
            return {}
        one = self.asked(address)
        given = {"If-None-Match": one.etag, "If-Modified-Since": one.modified}
        return {name: value for name, value in given.items() if value}

    def whole(self, address: str) -> bool:
        """Whether all that came of the last answer was written."""
        capture = self.asked(address).capture
        return not capture or self._written(capture)

    def _written(self, capture: str) -> bool:
        return capture in self._kept or capture in self._now

    def given(self, capture: str) -> None:
        """A capture was handed over in this process."""
        self._now.add(capture)

    # -- entries

    def known(self, feed: str, digest: str) -> bool:
        """Whether the entry was taken before and its capture written."""
        found = self._base.execute(
            "SELECT capture FROM entry WHERE feed = ? AND digest = ?", (feed, digest)
        ).fetchone()
        return found is not None and self._written(found[0])

    def before(self, feed: str, uri: str) -> bool:
        """Whether the feed gave an entry of that address before, in whatever words."""
        found = self._base.execute(
            "SELECT 1 FROM entry WHERE feed = ? AND uri = ? LIMIT 1", (feed, uri)
        ).fetchone()
        return found is not None

    def seen(self, feed: str, digest: str, uri: str, capture: str, at: str) -> None:
        """The entry stood in the feed at ``at``; the capture is only set for one that is new."""
        self._base.execute(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (feed, digest) DO UPDATE SET "
            "last = excluded.last, "
            "capture = CASE WHEN excluded.capture = '' THEN capture ELSE excluded.capture END",
            (feed, digest, uri, capture, at, at),
        )

    def still(self, feed: str, at: str, before: str) -> None:
        """The feed says that it is as it was: what stood in it at ``before`` stands in it at ``at``."""
        self._base.execute("UPDATE entry SET last = ? WHERE feed = ? AND last = ?", (at, feed, before))

    def last(self, feed: str) -> str:
        """When the feed was last seen with entries; empty where it was not."""
        found = self._base.execute("SELECT max(last) FROM entry WHERE feed = ?", (feed,)).fetchone()
        return str(found[0]) if found and found[0] else ""

    # -- pages of entries

    def want(self, feed: str, url: str, digest: str) -> None:
        """The page of an entry is to be fetched, unless it was for this very entry."""
        self._base.execute(
            "INSERT OR IGNORE INTO page (url, digest, feed) VALUES (?, ?, ?)", (url, digest, feed)
        )

    def wanted(self, feed: str) -> list[tuple[str, str]]:
        """Pages that are to be fetched now, with the entry each is for, in no order."""
        found = self._base.execute(
            "SELECT url, digest, capture FROM page WHERE feed = ? AND tries < ? AND after <= ?",
            (feed, TRIES, time.time()),
        ).fetchall()
        return [(url, digest) for url, digest, capture in found if not capture or not self._written(capture)]

    def fetched(self, url: str, digests: Iterable[str], capture: str) -> None:
        """The page of these entries gave a capture."""
        self.given(capture)
        self._base.executemany(
            "UPDATE page SET capture = ? WHERE url = ? AND digest = ?",
            [(capture, url, digest) for digest in digests],
        )

    def failed(self, url: str, digests: Iterable[str], *, lasting: bool) -> None:
        """The page was not had; it is tried again at once, and then later and later."""
        ask = "SELECT tries FROM page WHERE url = ? AND digest = ?"
        for digest in digests:
            tries = self._base.execute(ask, (url, digest)).fetchone()[0]
            after = time.time() + _AGAIN * 2**tries if tries else 0.0
            self._base.execute(
                "UPDATE page SET tries = ?, after = ? WHERE url = ? AND digest = ?",
                (tries + (LASTING if lasting else 1), after, url, digest),
            )

    # -- requisites of pages

    def asset(self, url: str) -> bool:
        """Whether a picture or style was brought."""
        found = self._base.execute("SELECT capture FROM asset WHERE url = ?", (url,)).fetchone()
        return found is not None and self._written(found[0])

    def note_asset(self, url: str, capture: str) -> None:
        """A picture or style gave this capture."""
        self.given(capture)
        self._base.execute("INSERT OR REPLACE INTO asset VALUES (?, ?)", (url, capture))
