"""What people add to a chronicle: verdicts and what must be withheld. Nothing here is ever erased."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from letapis.errors import DiskFull, StoreError

__all__ = ["Desk", "Withheld"]

_TABLES = """
CREATE TABLE IF NOT EXISTS withheld (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('document', 'span', 'entity')),
    target TEXT NOT NULL,
    doc_id TEXT,
    start INTEGER,
    stop INTEGER,
    words TEXT,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    lifted_at TEXT,
    lifted_reason TEXT
)
"""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something that must not be shown: a document, a stretch of one, or a name."""

    id: int
    kind: str
    target: str
    doc_id: str | None
    start: int | None
    stop: int | None
    words: str | None
    reason: str
    at: str
    lifted_at: str | None = None
    lifted_reason: str | None = None


class Desk:
    """``desk.sqlite`` of a chronicle, in write-ahead-log mode."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def withhold(
        self,
        kind: str,
        target: str,
        reason: str,
        *,
        doc_id: str | None = None,
        start: int | None = None,
        stop: int | None = None,
        words: str | None = None,
    ) -> bool:
        """Withhold something from now on; False where that very thing is withheld already."""
        with self._open() as connection:
            if any(w.kind == kind and w.target == target for w in self.withheld()):
                return False
            connection.execute(
                "INSERT INTO withheld (kind, target, doc_id, start, stop, words, reason, at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (kind, target, doc_id, start, stop, words, reason, _now()),
            )
        return True

    def lift(self, target: str, reason: str) -> int:
        """Show again what was withheld under ``target``; how many rows that were. The rows stay."""
        with self._open() as connection:
            cursor = connection.execute(
                "UPDATE withheld SET lifted_at = ?, lifted_reason = ? WHERE target = ? AND lifted_at IS NULL",
                (_now(), reason, target),
            )
            return cursor.rowcount

    def withheld(self, *, lifted: bool = False) -> list[Withheld]:
        """What is withheld now; with ``lifted`` also what was once. Nothing is written.

        Raises :class:`~letapis.errors.StoreError` where that cannot be told.
        """
        if not self.path.exists():
            return []
        with self._explained():
            rows = self._rows()
        found = [Withheld(*row) for row in rows]
        return found if lifted else [item for item in found if item.lifted_at is None]

    def _rows(self) -> list[tuple[Any, ...]]:
        """All rows, read without leaving a file behind, also where the folder is read-only.

        To share the log takes files beside it. While it is empty it need not be shared; while it holds
        something it must not be passed over, and where it cannot be shared that is an error.
        """
        log = Path(f"{self.path}-wal")
        if not (log.exists() and log.stat().st_size):
            try:
                return self._select("immutable=1")
            except sqlite3.DatabaseError:
                pass  # somebody began to write in this very moment
        return self._select("mode=ro")

    def _select(self, way: str) -> list[tuple[Any, ...]]:
        uri = f"file:{quote(os.fsencode(self.path.absolute()))}?{way}"
        with closing(sqlite3.connect(uri, uri=True, timeout=30)) as connection:
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'withheld'").fetchall():
                return []
            return connection.execute("SELECT * FROM withheld ORDER BY id").fetchall()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with self._explained(), closing(sqlite3.connect(self.path, timeout=30)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(_TABLES)
            with connection:
                yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
                raise DiskFull(f"{self.path}: no room was left to write; nothing was changed") from error
            raise StoreError(
                f"{self.path} cannot be used ({error}). It says what is withheld, so nothing is shown "
                "without it: put a good copy of it back, or give yourself the right to read and write it"
            ) from error


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
