"""What people add to a chronicle: verdicts and what must be withheld. Nothing here is ever erased."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from letapis.errors import DiskFull, NotFound, StoreError, UsageError
from letapis.model import Verdict, clash, matters, stated

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
);
CREATE TABLE IF NOT EXISTS verdicts (
    id INTEGER PRIMARY KEY,
    says TEXT NOT NULL,
    subject TEXT NOT NULL,
    other TEXT,
    value TEXT,
    docs TEXT NOT NULL,
    note TEXT NOT NULL,
    by TEXT,
    at TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS withdrawals (
    verdict INTEGER PRIMARY KEY REFERENCES verdicts (id),
    note TEXT NOT NULL,
    by TEXT,
    at TEXT NOT NULL
);
"""
_KEPT = "".join(
    f"CREATE TRIGGER IF NOT EXISTS {table}_{act} BEFORE {act} ON {table} "
    "BEGIN SELECT RAISE(ABORT, 'what was said is never changed'); END;"
    for table in ("verdicts", "withdrawals")
    for act in ("UPDATE", "DELETE")
)
_NAMED = 8
"""So many verdicts are named that hinder another."""
_VERDICTS = """
SELECT v.id, v.says, v.subject, v.other, v.value, v.docs, v.note, v.by, v.at, w.at, w.by, w.note
FROM verdicts v LEFT JOIN withdrawals w ON w.verdict = v.id ORDER BY v.id
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

    def judge(self, verdict: Verdict) -> tuple[Verdict, list[Verdict]]:
        """Put a verdict on record; as recorded, and those that it supersedes.

        Its number and, where it has none, its time are given here. One that stands already, of the
        same person and with the same note, is not recorded twice. Raises
        :class:`~letapis.errors.UsageError` where it cannot stand beside others that do, naming them.
        """
        with self._open() as connection:
            standing = [v for v in self.verdicts() if v.state == "stands"]
            same = next((v for v in standing if _told(v) == _told(verdict)), None)
            if same is not None:
                return same, []
            _possible(standing, verdict)
            over = [v for v in standing if matters(v) & matters(verdict)]
            at = verdict.at or datetime.now(UTC)
            said = (verdict.says, verdict.subject, verdict.other, verdict.value, json.dumps(verdict.docs))
            cursor = connection.execute(
                "INSERT INTO verdicts (says, subject, other, value, docs, note, by, at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*said, verdict.note, verdict.by, _written(at)),
            )
            return replace(verdict, verdict_id=int(cursor.lastrowid or 0), at=_read(_written(at))), over

    def withdraw(self, verdict_id: int, note: str, by: str | None = None) -> tuple[Verdict, list[Verdict]]:
        """Withdraw a verdict; as it was, and those that stand again. All of them stay on record.

        Raises :class:`~letapis.errors.NotFound` where there is none of that number or it is withdrawn
        already, and :class:`~letapis.errors.UsageError` where one that would stand again cannot.
        """
        with self._open() as connection:
            before = {v.verdict_id: v for v in self.verdicts()}
            verdict = before.get(verdict_id)
            if verdict is None or verdict.withdrawn_at is not None:
                raise NotFound(
                    f"verdict {verdict_id} is withdrawn already"
                    if verdict
                    else f"{self.path.parent} has no verdict {verdict_id}; letapis judge --list shows all"
                )
            now = datetime.now(UTC)
            after = stated(replace(v, withdrawn_at=now) if v is verdict else v for v in before.values())
            again = [v for v in after if v.state == "stands" != before[v.verdict_id].state]
            for one in again:
                _possible([v for v in after if v.state == "stands" and v != one], one)
            connection.execute(
                "INSERT INTO withdrawals (verdict, note, by, at) VALUES (?, ?, ?, ?)",
                (verdict_id, note, by, _written(now)),
            )
        return verdict, again

    def verdicts(self) -> list[Verdict]:
        """All verdicts by their numbers, each with its state. Nothing is written.

        Raises :class:`~letapis.errors.StoreError` where that cannot be told.
        """
        if not self.path.exists():
            return []
        with self._explained():
            rows = self._rows("verdicts", _VERDICTS)
        return stated(_verdict(row) for row in rows)

    def _rows(
        self, table: str = "withheld", query: str = "SELECT * FROM withheld ORDER BY id"
    ) -> list[tuple[Any, ...]]:
        """All rows of a query, read without leaving a file behind, also where the folder is read-only.

        To share the log takes files beside it. While it is empty it need not be shared; while it holds
        something it must not be passed over, and where it cannot be shared that is an error.
        """
        log = Path(f"{self.path}-wal")
        if not (log.exists() and log.stat().st_size):
            try:
                return self._select("immutable=1", table, query)
            except sqlite3.DatabaseError:
                pass  # somebody began to write in this very moment
        return self._select("mode=ro", table, query)

    def _select(self, way: str, table: str, query: str) -> list[tuple[Any, ...]]:
        uri = f"file:{quote(os.fsencode(self.path.absolute()))}?{way}"
        with closing(sqlite3.connect(uri, uri=True, timeout=30)) as connection:
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchall():
                return []
            return connection.execute(query).fetchall()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with self._explained(), closing(sqlite3.connect(self.path, timeout=30)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.executescript(_TABLES + _KEPT)
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


def _possible(standing: Sequence[Verdict], verdict: Verdict) -> None:
    """The notes are left out of the message: they may say what is withheld."""
    found = clash(standing, verdict)
    if found is None:
        return
    why, others = found
    named = "; ".join(f"verdict {v.verdict_id} ({v.sentence})" for v in others[:_NAMED])
    named += f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    mine = f"verdict {verdict.verdict_id}, which would stand again" if verdict.verdict_id else "this"
    first = f"letapis judge --withdraw {others[0].verdict_id} --note WHY"
    raise UsageError(
        f"{mine} ({verdict.sentence}) cannot stand beside {named}: {why}. Withdraw what is wrong: {first}"
    )


def _told(v: Verdict) -> tuple[str | None, ...]:
    return v.says, v.subject, v.other, v.value, v.note, v.by


def _verdict(row: Sequence[Any]) -> Verdict:
    number, says, subject, other, value, docs, note, by, at, gone, gone_by, gone_note = row
    return Verdict(
        number,
        says,
        subject,
        other,
        value,
        tuple(json.loads(docs)),
        note,
        by,
        _read(at),
        withdrawn_at=_read(gone) if gone else None,
        withdrawn_by=gone_by,
        withdrawn_note=gone_note,
    )


def _now() -> str:
    return _written(datetime.now(UTC))


def _written(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _read(at: str) -> datetime:
    return datetime.fromisoformat(at)
