"""What an archive lists of a site, and what became of it: an SQLite file that outlives a killed run.

Captures of one address with one digest are one memento; when else it was captured is kept beside it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from letapis.collect.archives.cdx import Row
from letapis.collect.state import State

__all__ = ["Memento", "Mementos"]

_TABLES = """
CREATE TABLE IF NOT EXISTS listing (run TEXT PRIMARY KEY, ended INT, next TEXT);
CREATE TABLE IF NOT EXISTS memento (
    run TEXT, key TEXT, digest TEXT, timestamp TEXT, original TEXT, mime TEXT, status TEXT,
    capture TEXT, left TEXT, PRIMARY KEY (run, key, digest)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seen (
    run TEXT, key TEXT, digest TEXT, timestamp TEXT, PRIMARY KEY (run, key, digest, timestamp)) WITHOUT ROWID;
"""
_ADD = """
INSERT INTO memento VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL)
ON CONFLICT DO UPDATE SET timestamp = excluded.timestamp, original = excluded.original,
    mime = excluded.mime, status = excluded.status
WHERE capture IS NULL AND (excluded.status <> '200', excluded.timestamp) < (status <> '200', timestamp)
"""
_READ = """(status IN ('200', '-') AND (mime IN
    ('', '-', 'unk', 'unknown', 'warc/revisit', 'application/xhtml+xml', 'application/xml', 'text/xml',
     'application/rss+xml', 'application/atom+xml', 'application/rdf+xml', 'text/plain')
    OR mime LIKE 'text/html%') AND lower(original) NOT LIKE '%/robots.txt'
    AND lower(original) NOT LIKE '%/ads.txt')
"""
_ORDER = f"""
SELECT key, digest, timestamp, original, capture,
    row_number() OVER (PARTITION BY key ORDER BY timestamp) AS version
FROM memento WHERE run = ? AND left IS NULL AND {_READ} ORDER BY version, timestamp, key
"""


@dataclass(frozen=True, slots=True)
class Memento:
    """One content of one address, by the earliest time at which it was captured."""

    key: str
    digest: str
    timestamp: str
    original: str


class Mementos(State):
    """The listing of one source (``run``); in memory where there is no folder."""

    def __init__(self, folder: Path | None, run: str, kept: Container[str]) -> None:
        super().__init__(folder, "cdx", _TABLES)
        self._run = run
        self._kept = kept
        self._begin()

    def _begin(self) -> None:
        """A source that came to its end is listed anew; what was left then is tried again."""
        found = self._base.execute("SELECT ended FROM listing WHERE run = ?", (self._run,)).fetchone()
        if found and found[0] == 2:
            self._base.execute("UPDATE memento SET left = NULL WHERE run = ?", (self._run,))
            self.note(0, "")

    def note(self, ended: int, following: str) -> None:
        """How far the listing is: 1 all listed, 2 all fetched; ``following`` continues it."""
        self._base.execute("INSERT OR REPLACE INTO listing VALUES (?, ?, ?)", (self._run, ended, following))

    @property
    def listed(self) -> bool:
        """Whether the listing is all here."""
        found = self._base.execute("SELECT ended FROM listing WHERE run = ?", (self._run,)).fetchone()
        return bool(found and found[0])

    @property
    def following(self) -> str:
        """What continues a listing that was stopped; empty at its beginning."""
        found = self._base.execute("SELECT next FROM listing WHERE run = ?", (self._run,)).fetchone()
        return str(found[0]) if found else ""

    def add(self, rows: Iterable[Row], ended: int, following: str) -> None:
        """A part of the listing, and how far it is with it: both or neither."""
        self._base.execute("BEGIN")
        try:
            for row in rows:
                digest = row.digest or row.timestamp
                at = (self._run, row.key, digest, row.timestamp)
                self._base.execute(_ADD, (*at, row.original, row.mime, row.status))
                self._base.execute("INSERT OR IGNORE INTO seen VALUES (?, ?, ?, ?)", at)
            self.note(ended, following)
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")

    def open(self) -> Iterator[Memento]:
        """What is still to be fetched: of every page its first content, then of every page its second."""
        for key, digest, timestamp, original, capture, _ in self._base.execute(_ORDER, (self._run,)):
            if capture is None or capture not in self._kept:
                yield Memento(key, digest, timestamp, original)

    def gave(self, memento: Memento, capture: str) -> None:
        """A memento gave this capture; whether that was written is for ``kept`` to say."""
        self._set("capture", memento, capture)

    def leave(self, memento: Memento, reason: str) -> None:
        """A memento is not to be had; it is not tried again in this run."""
        self._set("left", memento, reason)

    def _set(self, column: str, memento: Memento, value: str) -> None:
        self._base.execute(
            f"UPDATE memento SET {column} = ? WHERE run = ? AND key = ? AND digest = ?",
            (value, self._run, memento.key, memento.digest),
        )

    def times(self, memento: Memento, most: int = 200) -> list[str]:
        """When this very content was captured, as far as listed, in order."""
        found = self._base.execute(
            "SELECT timestamp FROM seen WHERE run = ? AND key = ? AND digest = ? ORDER BY timestamp LIMIT ?",
            (self._run, memento.key, memento.digest, most),
        )
        return [str(row[0]) for row in found]

    def counts(self) -> tuple[int, int, int, str, str]:
        """Captures listed, addresses, contents to be read, first and last time."""
        captures, first, last = self._base.execute(
            "SELECT count(*), min(timestamp), max(timestamp) FROM seen WHERE run = ?", (self._run,)
        ).fetchone()
        addresses, contents = self._base.execute(
            f"SELECT count(DISTINCT key), coalesce(sum({_READ}), 0) FROM memento WHERE run = ?",
            (self._run,),
        ).fetchone()
        return captures, addresses, contents, first or "", last or ""

    def others(self) -> list[tuple[str, int]]:
        """What is listed and not fetched, by status and media type, the most first."""
        found = self._base.execute(
            f"""SELECT CASE WHEN status IN ('200', '-') THEN mime ELSE 'answered ' || status END, count(*)
            FROM memento WHERE run = ? AND NOT {_READ} GROUP BY 1 ORDER BY 2 DESC""",
            (self._run,),
        )
        return [(str(what)[:60] or "of no stated type", int(number)) for what, number in found]
