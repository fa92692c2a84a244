"""The SQLite files in which sources remember what they did."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from letapis.errors import InputError

__all__ = ["State", "connect", "told"]

_WAIT = 5.0
"""Seconds that a writer waits for another, as SQLite itself has it."""


class State:
    """What a source remembers in the file ``name`` of ``folder``, in memory where there is no folder.

    ``wait`` is how many seconds it waits for another process that writes to the file.

    >>> with State(None, "a", "CREATE TABLE t (x)") as state:
    ...     state._base.execute("SELECT count(*) FROM t").fetchone()
    (0,)
    """

    def __init__(self, folder: Path | None, name: str, tables: str, wait: float = _WAIT) -> None:
        self._base = connect(folder, name, tables, wait)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._base.close()


def connect(folder: Path | None, name: str, tables: str, wait: float = _WAIT) -> sqlite3.Connection:
    """The file ``name`` in ``folder`` with its tables, in memory where there is no folder.

    One that is damaged is renamed, and begun anew: what it remembers can be found again.

    >>> connect(None, "a", "CREATE TABLE t (x)").execute("SELECT count(*) FROM t").fetchone()
    (0,)
    """
    if folder is None:
        return _opened(":memory:", tables, wait)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.sqlite"
    try:
        return _opened(str(path), tables, wait)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        path.replace(path.with_suffix(".broken"))
        for more in ("-wal", "-shm"):
            path.with_name(path.name + more).unlink(missing_ok=True)
        return _opened(str(path), tables, wait)


def _opened(path: str, tables: str, wait: float) -> sqlite3.Connection:
    base = sqlite3.connect(path, isolation_level=None, timeout=wait)
    try:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = NORMAL")
        base.executescript(tables)
        base.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        base.close()
        raise
    return base


@contextmanager
def told(source: str) -> Iterator[None]:
    """What goes wrong with such a file within is told as an InputError."""
    try:
        yield
    except sqlite3.Error as error:
        raise InputError(
            f"{source}: what is remembered of it, in the chronicle's sources/, cannot be written ({error}); "
            "see that there is room and that nobody else holds it, then give the same command again"
        ) from error
