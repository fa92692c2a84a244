"""Which pages of a site are known, and what became of them: an SQLite file that outlives a kill.

Every change of a page is one transaction, made before its capture is given: a page counts as done when
it is noted here and its capture is among ``options.kept``. What was noted and never written waits again.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from letapis.collect.state import State

__all__ = ["Frontier", "Page"]

_TABLES = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pages (
    number INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL, url TEXT NOT NULL, depth INTEGER NOT NULL,
    form TEXT NOT NULL,                 -- empty where a sitemap names it: no trap then
    done INTEGER NOT NULL DEFAULT 0,    -- 0 while it waits
    run INTEGER NOT NULL DEFAULT 0,     -- the last run in which it was fetched
    capture TEXT, digest TEXT, etag TEXT, modified TEXT, likeness TEXT, title TEXT,
    changed TEXT NOT NULL DEFAULT '',   -- what a sitemap says of its last change
    taken TEXT,                         -- the same when it was last fetched
    reason TEXT, detail TEXT,           -- why it was set aside
    needs TEXT                          -- its requisites, until they are fetched
);
CREATE INDEX IF NOT EXISTS waiting ON pages (depth, changed DESC, number) WHERE done = 0;
CREATE TABLE IF NOT EXISTS given (url TEXT PRIMARY KEY, capture TEXT NOT NULL) WITHOUT ROWID;
"""
_FORGET = (
    "done = 0, run = 0, capture = NULL, digest = NULL, etag = NULL, modified = NULL, likeness = NULL, "
    "title = NULL, taken = NULL, reason = NULL, detail = NULL, needs = NULL"
)
_PASSING = (
    "('unreachable', 'too_slow', 'bad_response', 'http_429', 'http_500', 'http_502', 'http_503', 'http_504')"
)
"""What may well be over when a stopped run goes on."""


_NOTHING: Mapping[str, str | None] = {"reason": None, "detail": None}


@dataclass(frozen=True, slots=True)
class Page:
    """A page that waits, with what is known of it from before."""

    key: str
    url: str
    depth: int
    form: str
    digest: str | None = None
    etag: str | None = None
    modified: str | None = None


class Frontier(State):
    """The known pages of one site; in memory where there is no folder."""

    def __init__(self, folder: Path | None, name: str, kept: Container[str], *, again: bool) -> None:
        """``again``: every known page waits at the beginning of a new run, not only what is new."""
        super().__init__(folder, name, _TABLES)
        self._kept = kept
        self._again = again
        self._now: set[str] = set()
        self.run = int(self._meta("run") or 0)
        """The number of this run, from 1."""
        with self.change():
            lost = self._lost()
            state = self._meta("state")
            self.resumed = lost or state in ("running", "paused")
            """Whether a run was stopped before its end."""
            self._base.execute(f"UPDATE pages SET done = 0 WHERE reason IN {_PASSING}")
            if not self.resumed:
                self._set("seeded", "")
                if again:
                    self._base.execute(
                        "UPDATE pages SET done = 0 WHERE capture IS NOT NULL OR reason <> 'trap'"
                    )
            if state != "running":
                self.run += 1
                self._set("run", str(self.run))
            self._set("state", "running")
        self._forms = self._counted()
        self.known = int(self._base.execute("SELECT count(*) FROM pages").fetchone()[0])
        """How many pages are known."""

    def _lost(self) -> bool:
        """Pages whose capture was given but not written wait again; whether there were any."""
        rows = self._base.execute("SELECT number, capture FROM pages WHERE capture IS NOT NULL").fetchall()
        lost = [(number,) for number, capture in rows if capture not in self._kept]
        self._base.executemany(f"UPDATE pages SET {_FORGET} WHERE number = ?", lost)
        return bool(lost)

    def _counted(self) -> dict[str, tuple[int, set[str]]]:
        forms: dict[str, tuple[int, set[str]]] = {}
        for form, likeness in self._base.execute(
            "SELECT form, likeness FROM pages WHERE likeness IS NOT NULL"
        ):
            number, seen = forms.get(form, (0, set()))
            seen.add(likeness)
            forms[form] = number + 1, seen
        return forms

    @contextmanager
    def change(self) -> Iterator[None]:
        """All that is written within is written, or nothing."""
        self._base.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")

    # -- what is to be done

    @property
    def seeded(self) -> bool:
        """Whether this run has all it begins with."""
        return bool(self._meta("seeded"))

    def seed_done(self) -> None:
        """It is noted that this run has all it begins with."""
        self._set("seeded", "1")

    def pause(self) -> None:
        """It is noted that this run came to as many pages as it may have: the next goes on with the rest."""
        self._set("state", "paused")

    def end(self) -> None:
        """It is noted that this run came to its end."""
        self._set("state", "ended")

    def add(self, pages: Iterable[tuple[str, str, int, str]]) -> None:
        """Pages (key, url, depth, form) that are known from now on; one that is known already stays."""
        added = self._base.executemany(
            "INSERT OR IGNORE INTO pages (key, url, depth, form) VALUES (?, ?, ?, ?)", pages
        )
        self.known += max(added.rowcount, 0)

    def named(self, key: str, changed: str) -> None:
        """A sitemap says when a known page changed: it waits if that is news.

        Where every known page is asked about again, one without a date of change is too, and so is the
        first of all.
        """
        self._base.execute("UPDATE pages SET changed = ?, form = '' WHERE key = ?", (changed, key))
        self._base.execute(
            "UPDATE pages SET done = (taken IS NOT NULL AND (run = ?1 OR (taken = changed AND NOT (?2 AND "
            f"(changed = '' OR depth = 0))))) WHERE key = ?3 AND coalesce(reason, '') NOT IN {_PASSING}",
            (self.run, self._again, key),
        )

    def next(self) -> Page | None:
        """The waiting page that is nearest to the seeds; of those the latest, then the one known longest."""
        row = self._base.execute(
            "SELECT key, url, depth, form, digest, etag, modified FROM pages WHERE done = 0 "
            "ORDER BY depth, changed DESC, number LIMIT 1"
        ).fetchone()
        return Page(*row) if row else None

    def page(self, key: str) -> Page | None:
        """A page by its key; None where it is not known."""
        row = self._base.execute(
            "SELECT key, url, depth, form, digest, etag, modified FROM pages WHERE key = ?", (key,)
        ).fetchone()
        return Page(*row) if row else None

    def waits(self, key: str) -> bool:
        """Whether a page is still to be dealt with; also where it is not known at all."""
        row = self._base.execute("SELECT done FROM pages WHERE key = ?", (key,)).fetchone()
        return row is None or not row[0]

    def waiting(self) -> int:
        """How many pages wait."""
        return int(self._base.execute("SELECT count(*) FROM pages WHERE done = 0").fetchone()[0])

    def fetched(self) -> int:
        """How many pages were fetched in this run."""
        return int(self._base.execute("SELECT count(*) FROM pages WHERE run = ?", (self.run,)).fetchone()[0])

    def homes(self) -> list[str]:
        """Where the first address led to, on other hosts of the same site."""
        return [url for url in self._meta("homes").split("\n") if url]

    def home(self, url: str) -> None:
        """The first address led to ``url``, which is of the same site."""
        self._set("homes", "\n".join(dict.fromkeys([*self.homes(), url])))

    # -- what was done

    def done(self, key: str, columns: Mapping[str, str | None] = _NOTHING, *, fetched: bool = True) -> None:
        """A page was dealt with; ``columns`` say how."""
        columns = {**_NOTHING, **columns}
        names = "".join(f", {name} = ?" for name in columns)
        self._base.execute(
            f"UPDATE pages SET done = 1, taken = changed, run = iif(?, ?, run){names} WHERE key = ?",
            (fetched, self.run, *columns.values(), key),
        )

    def seen(self, form: str, likeness: str) -> None:
        """A page of this form has these words."""
        number, known = self._forms.get(form, (0, set()))
        known.add(likeness)
        self._forms[form] = number + 1, known

    def form(self, form: str) -> tuple[int, int]:
        """How many pages of a form were fetched, and how many of them differ in their words."""
        number, known = self._forms.get(form, (0, set()))
        return number, len(known)

    def title(self, key: str) -> str | None:
        """The title of a page that was fetched; None where it was not, or is none."""
        row = self._base.execute(
            "SELECT title FROM pages WHERE key = ? AND capture IS NOT NULL AND reason IS NULL", (key,)
        ).fetchone()
        return row[0] if row else None

    def asides(self, *but: str) -> list[tuple[str, str, str | None]]:
        """Reason, detail and capture of what was set aside, without the reasons ``but``."""
        rows = self._base.execute("SELECT reason, detail, capture FROM pages WHERE reason IS NOT NULL")
        return [(reason, detail, capture) for reason, detail, capture in rows if reason not in but]

    def counted(self, reason: str) -> tuple[int, str]:
        """How many pages were set aside for ``reason``, and the detail of the first."""
        number, first = self._base.execute(
            "SELECT count(*), min(number) FROM pages WHERE reason = ?", (reason,)
        ).fetchone()
        row = self._base.execute("SELECT detail FROM pages WHERE number = ?", (first,)).fetchone()
        return int(number), str(row[0]) if row else ""

    # -- requisites, and other captures beside the pages

    def needs(self) -> list[tuple[str, str, list[str]]]:
        """Pages whose requisites are still to be fetched: key, address, requisites."""
        rows = self._base.execute("SELECT key, url, needs FROM pages WHERE needs IS NOT NULL").fetchall()
        return [(key, url, json.loads(needs)) for key, url, needs in rows]

    def met(self, key: str) -> None:
        """The requisites of a page were fetched."""
        self._base.execute("UPDATE pages SET needs = NULL WHERE key = ?", (key,))

    def beside(self, url: str) -> str | None:
        """The capture of ``url`` that was brought beside the pages, where it is written or about to be."""
        row = self._base.execute("SELECT capture FROM given WHERE url = ?", (url,)).fetchone()
        return row[0] if row is not None and (row[0] in self._kept or row[0] in self._now) else None

    def give(self, url: str, capture: str) -> None:
        """``url`` is being brought beside the pages."""
        self._now.add(capture)
        self._base.execute("INSERT OR REPLACE INTO given VALUES (?, ?)", (url, capture))

    def _meta(self, name: str) -> str:
        row = self._base.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def _set(self, name: str, value: str) -> None:
        self._base.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
