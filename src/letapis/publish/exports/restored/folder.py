"""A folder with an archive in it: which files in it are ours, and nobody else's are touched.

``ledger.json`` carries our mark and the list of the files that were written with it. While an archive
is written ``archive.tmp`` notes each file before it is made, so that a run which was killed can be
told from a person's own files by the next one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from letapis.errors import UsageError
from letapis.publish.json import line
from letapis.publish.view import Row

__all__ = ["MARKS", "Folder"]

MARKS = ("ledger.json", "archive.tmp")
"""The two files by which a folder is known for ours."""

_LEDGER, _NOTES = MARKS
_PLACES = ("", "reports", "documents")
_FIXED = (
    "index.html",
    "style.css",
    "ledger.md",
    _LEDGER,
    "reports.jsonl",
    "documents.jsonl",
    "captures.wacz",
)
_OURS = re.compile(
    r"(?:(?:reports|documents)/[0-9a-f]{20}\.html|[0-9a-f]{20}\.md|" + "|".join(map(re.escape, _FIXED)) + ")"
)
"""A list may name these and nothing else: it is a file, and anybody can write into it."""
_ID = re.compile(r"[0-9a-f]{20}")


class Folder:
    """A folder for an archive, with what earlier runs wrote into it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        row, self.listed = _ledger(path / _LEDGER)
        notes, self.noted = _notes(path / _NOTES)
        said = notes if row is None else row
        self.outlet: str | None = (said or {}).get("outlet")
        """Whose archive it holds; None in a folder without our mark."""
        self.forms: list[str] = list((said or {}).get("forms") or ())
        self.written: dict[str, Path] = {}
        """What the present run has written, in order."""
        self._begun = notes
        self._journal: TextIO | None = None

    @contextmanager
    def writing(self, outlet: str, forms: list[str], planned: Iterable[str]) -> Iterator[None]:
        """A run that writes the archive anew; where it fails, what it newly made is removed.

        Raises :class:`~letapis.errors.UsageError` before anything is written where a file of somebody
        else's has a name that the run may need.
        """
        self._refuse(set(planned) | {_LEDGER})
        new = not self.path.exists()
        self.path.mkdir(parents=True, exist_ok=True)
        for name in self.noted:
            (self.path / f"{name}.tmp").unlink(missing_ok=True)
        with (self.path / _NOTES).open("a", encoding="utf-8") as self._journal:
            try:
                head = {"letapis": "unfinished", "outlet": outlet, "forms": forms}
                self._note("" if self._begun else line(head))  # after what a killed run noted
                yield
            except BaseException:
                with suppress(OSError):
                    self._remove(self.noted - self.listed)
                    (self.path / _NOTES).unlink()
                    if new:
                        self.path.rmdir()
                raise
        self._remove((self.listed | self.noted) - set(self.written))
        (self.path / _NOTES).unlink()

    @contextmanager
    def making(self, name: str) -> Iterator[Path]:
        """Where to write a file, which is renamed into its place when it is whole."""
        path = self.path / name
        self._note(name)
        self.noted.add(name)
        path.parent.mkdir(exist_ok=True)
        temporary = path.with_name(f"{path.name}.tmp")
        try:
            yield temporary
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        self.written[name] = path

    def put(self, name: str, text: str) -> None:
        """Write a text; a page that did not change keeps its date, and the disk its peace."""
        path, data = self.path / name, text.encode("utf-8", "replace")
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            self.written[name] = path
            return
        with self.making(name) as temporary:
            temporary.write_bytes(data)

    def close(self, row: Row) -> None:
        """Write ``ledger.json`` with our mark and the list of the files, as the last of a run."""
        for name in sorted(self.listed - set(self.written)):
            self._note(name)  # they go when the new list, which lacks them, stands
            self.noted.add(name)
        mark = {"letapis": "archive", "files": sorted({*self.written, _LEDGER})}
        self.put(_LEDGER, line({**mark, **row}) + "\n")

    def remove(self) -> None:
        """Remove all that is ours, and the folder where nothing else is in it."""
        for name in self.noted:
            (self.path / f"{name}.tmp").unlink(missing_ok=True)
        self._remove((self.listed | self.noted) - {_LEDGER})
        self._remove({_LEDGER} & (self.listed | self.noted))
        if self._begun is not None:
            (self.path / _NOTES).unlink(missing_ok=True)
        if self.path.is_dir() and not any(self.path.iterdir()):
            self.path.rmdir()

    def _note(self, words: str) -> None:
        assert self._journal is not None, "files are made while writing"
        self._journal.write(f"{words}\n")
        self._journal.flush()

    def _refuse(self, planned: set[str]) -> None:
        ours = self.listed | self.noted | {f"{name}.tmp" for name in self.noted}
        places = {name.split("/")[0] for name in planned if "/" in name}
        found = [(place, path) for place in _PLACES for path in _inside(self.path / place)]
        for place, path in sorted(found):
            name = f"{place}/{path.name}" if place else path.name
            strange = name == _NOTES and self._begun is None
            strange |= not path.is_dir() and name in places
            if strange or (name.removesuffix(".tmp") in planned and (name not in ours or path.is_dir())):
                raise UsageError(
                    f"{path} is not listed as written by letapis restore and would be overwritten; "
                    "choose another folder, or move it away"
                )

    def _remove(self, names: Iterable[str]) -> None:
        for name in sorted(names):
            path = self.path / name
            if path.is_file() or path.is_symlink():
                path.unlink()
        for place in _PLACES[1:]:
            home = self.path / place
            if home.is_dir() and not any(home.iterdir()):
                home.rmdir()


def _inside(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _ledger(path: Path) -> tuple[Row | None, set[str]]:
    """Our ledger and the files that it lists; nothing of a file without our mark."""
    try:
        text = path.read_text("utf-8")
        row = json.loads(text)
    except (OSError, ValueError, RecursionError):
        return None, set()
    if not isinstance(row, dict) or row.get("letapis") != "archive":
        return None, set()
    files = row.get("files")
    if not isinstance(files, list):  # of an older Letapis: the files of what it speaks of
        ids = set(_ID.findall(text))
        forms = [
            form.format(one) for one in ids for form in ("reports/{}.html", "documents/{}.html", "{}.md")
        ]
        files = [*_FIXED, *forms]
    return row, {_LEDGER, *(name for name in files if isinstance(name, str) and _OURS.fullmatch(name))}


def _notes(path: Path) -> tuple[Row | None, set[str]]:
    """What a run that was killed had begun; None where there was none such."""
    try:
        head, *names = path.read_text("utf-8").split("\n")
        row = json.loads(head) if head else {}
    except (OSError, ValueError, RecursionError):
        return None, set()
    if not isinstance(row, dict) or (row.get("letapis") != "unfinished" and (head or any(names))):
        return None, set()
    return row, {name for name in names if _OURS.fullmatch(name)}
