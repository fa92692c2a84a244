"""Writes an archive in the forms asked for: whole files, renamed into place, nothing stale beside them."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from letapis.errors import UsageError
from letapis.publish.evidence import evidence
from letapis.publish.exports.restored import markdown
from letapis.publish.exports.restored.pages import pages
from letapis.publish.exports.restored.wacz import pack
from letapis.publish.json import line
from letapis.publish.ledger import Ledger, ledger
from letapis.publish.view import Row, View

__all__ = ["DEFAULT", "FORMS", "export", "refresh", "write"]

FORMS = ("markdown", "html", "jsonl", "wacz")
DEFAULT = FORMS[:3]
"""Without the captures: they hold whole pages and heaps, other people's texts among them."""

_OURS = re.compile(
    r"(?:(?:reports/|documents/)?[0-9a-f]{20}\.(?:md|html)|ledger\.(?:md|json)|index\.html|style\.css"
    r"|(?:reports|documents)\.jsonl|captures\.wacz)(?:\.tmp)?"
)
"""The files of an archive: those that a run does not write are of an earlier one, and go."""


def export(
    view: View, folder: Path, outlet: str, history: bool = False, forms: Iterable[str] = DEFAULT
) -> list[Path]:
    """Write the archive of ``outlet`` to ``folder``; the files written. See :func:`write`."""
    return write(view, folder, ledger(view, outlet), forms)


def write(view: View, folder: Path, book: Ledger, forms: Iterable[str] = DEFAULT) -> list[Path]:
    """Write ``book`` to ``folder`` in ``forms``; the files written, the one to start with first.

    Forms that the folder has already are written anew as well, so that all of it is of one state.
    Each file is written beside its place and renamed; files of an earlier run that this one did not
    write are removed. The same chronicle gives the same bytes.
    Raises :class:`~letapis.errors.UsageError` for a form that there is none of.
    """
    wanted = set(forms)
    if strange := sorted(wanted - set(FORMS)):
        raise UsageError(f"an archive has no form {strange[0]}; there are {', '.join(FORMS)}")
    wanted |= set(_mark(folder)[1])
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder, set(), ".tmp")
    written: dict[str, Path] = {}
    for name, text in _texts(view, book, frozenset(wanted)):
        written[name] = _put(folder / name, text)
    captures: Row | None = None
    if "wacz" in wanted:
        path = folder / "captures.wacz"
        captures = _captures(view, book, path)
        written[path.name] = path
    mark = {"letapis": "archive", "forms": [form for form in FORMS if form in wanted], **book.row()}
    written["ledger.json"] = _put(folder / "ledger.json", line({**mark, "captures": captures}) + "\n")
    _sweep(folder, set(written), "")
    first = [name for name in ("index.html", "ledger.md", "reports.jsonl") if name in written]
    order = [*first, *(name for name in written if name not in first)]
    return [written[name] for name in order]


def refresh(view: View) -> int:
    """Write the restored archives inside the chronicle anew, where there are any; how many.

    What is withheld is withheld in what was written before as well.
    """
    again = 0
    names = ("ledger.json", "reports.jsonl")
    found = {path.parent for name in names for path in view.chronicle.restored.glob(f"*/{name}")}
    for folder in sorted(found):
        outlet, forms = _mark(folder)
        shutil.rmtree(folder)
        if outlet:
            export(view, folder, outlet, forms=forms or DEFAULT)
            again += 1
    return again


def _texts(view: View, book: Ledger, forms: frozenset[str]) -> Iterator[tuple[str, str]]:
    if "html" in forms:
        yield from pages(view, book, forms - {"html"})
    if "markdown" in forms:
        yield from markdown.pages(book, "html" in forms)
    if "jsonl" in forms:
        yield "reports.jsonl", "".join(line(row) + "\n" for row in book.entries)
        documents = view.index("documents", "doc_id")
        here = (documents[doc_id] for doc_id in book.documents if doc_id in documents)
        yield "documents.jsonl", "".join(line(row) + "\n" for row in here)


def _captures(view: View, book: Ledger, path: Path) -> Row:
    documents = view.index("documents", "doc_id")
    carriers = {w["doc_id"] for row in book.entries for w in row["witnesses"]}
    captures = [documents[doc_id]["capture_id"] for doc_id in sorted(carriers)]
    temporary = path.with_name(f"{path.name}.tmp")
    packed = pack(temporary, view, book.outlet, evidence(view, captures))
    temporary.replace(path)
    return packed.row()


def _put(path: Path, text: str) -> Path:
    data = text.encode("utf-8", "replace")
    path.parent.mkdir(exist_ok=True)
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return path  # a page that did not change keeps its date, and the disk its peace
    temporary = path.with_name(f"{path.name}.tmp")
    temporary.write_bytes(data)
    temporary.replace(path)
    return path


def _sweep(folder: Path, kept: set[str], ending: str) -> None:
    """Remove our files that are not in ``kept`` and end in ``ending``."""
    for place in ("", "reports", "documents"):
        home = folder / place
        for path in home.iterdir() if home.is_dir() else ():
            name = f"{place}/{path.name}" if place else path.name
            if name not in kept and name.endswith(ending) and _OURS.fullmatch(name) and path.is_file():
                path.unlink()
        if place and home.is_dir() and not any(home.iterdir()):
            home.rmdir()


def _mark(folder: Path) -> tuple[str | None, list[str]]:
    """Whose archive a folder holds and in which forms; of one that an older Letapis wrote as well."""
    try:
        row = json.loads((folder / "ledger.json").read_text("utf-8"))
        if isinstance(row, dict) and row.get("letapis") == "archive":
            return row.get("outlet"), [form for form in row.get("forms") or () if form in FORMS]
    except (OSError, ValueError):
        pass
    try:
        with (folder / "reports.jsonl").open(encoding="utf-8") as stream:
            row = json.loads(stream.readline() or "{}")
        # a folder of another program's may have a file of that name
        return (row.get("outlet"), []) if isinstance(row, dict) and "report_id" in row else (None, [])
    except (OSError, ValueError):
        return None, []
