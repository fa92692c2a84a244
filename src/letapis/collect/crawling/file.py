"""The SQLite files in which sources remember what they did."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from letapis.errors import InputError

__all__ = ["connect", "told"]


def connect(folder: Path | None, name: str, tables: str) -> sqlite3.Connection:
    """The file ``name`` in ``folder`` with its tables, in memory where there is no folder.

    One that is damaged is renamed, and begun anew: what it remembers can be found again.

    >>> connect(None, "a", "CREATE TABLE t (x)").execute("SELECT count(*) FROM t").fetchone()
    (0,)
    """
    if folder is None:
        return _opened(":memory:", tables)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.sqlite"
    try:
        return _opened(str(path), tables)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        path.replace(path.with_suffix(".broken"))
        for more in ("-wal", "-shm"):
            path.with_name(path.name + more).unlink(missing_ok=True)
        return _opened(str(path), tables)


def _opened(path: str, tables: str) -> sqlite3.Connection:
    base = sqlite3.connect(path, isolation_level=None)
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
