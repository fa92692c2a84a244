"""What a source that fetches remembers between runs: an SQLite file of its own.

It notes which capture an address gave; whether that capture was written is for ``options.kept`` to
say. A process may be killed at any moment: what was noted and not written is fetched again.
"""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from letapis.collect.state import State

__all__ = ["Ledger"]

_TABLES = """
CREATE TABLE IF NOT EXISTS given (run TEXT, url TEXT, capture TEXT, PRIMARY KEY (run, url)) WITHOUT ROWID;
"""


class Ledger(State):
    """Addresses and the captures that they gave, by run; in memory where there is no folder."""

    def __init__(self, folder: Path | None, name: str, kept: Container[str]) -> None:
        super().__init__(folder, name, _TABLES)
        self._kept = kept
        self._now: dict[tuple[str, str], str] = {}

    def note(self, run: str, url: str, capture: str) -> None:
        """``url`` gave this capture."""
        self._now[run, url] = capture
        self._base.execute("INSERT OR REPLACE INTO given VALUES (?, ?, ?)", (run, url, capture))

    def known(self, run: str, url: str) -> bool:
        """Whether ``url`` was given in this process, or before and its capture was written."""
        if (run, url) in self._now:
            return True
        found = self._base.execute(
            "SELECT capture FROM given WHERE run = ? AND url = ?", (run, url)
        ).fetchone()
        return found is not None and found[0] in self._kept

    def end(self, run: str) -> None:
        """The run came to its end: the next begins anew."""
        self._base.execute("DELETE FROM given WHERE run = ?", (run,))
