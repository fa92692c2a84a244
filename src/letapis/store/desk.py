"""What people add to a chronicle: verdicts and what must be withheld. Nothing here is ever erased."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

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
        """What is withheld now; with ``lifted`` also what was once."""
        if not self.path.exists():
            return []
        with self._open() as connection:
            rows = connection.execute("SELECT * FROM withheld ORDER BY id").fetchall()
        found = [Withheld(*row) for row in rows]
        return found if lifted else [item for item in found if item.lifted_at is None]

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self.path, timeout=30)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(_TABLES)
            with connection:
                yield connection
        finally:
            connection.close()


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
