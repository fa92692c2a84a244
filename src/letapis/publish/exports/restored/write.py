"""Writes an archive in the forms asked for: whole files, with nothing stale beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from letapis.errors import LetapisError, NotFound, UsageError
from letapis.publish import archive
from letapis.publish.evidence import Evidence, evidence
from letapis.publish.exports.restored import markdown
from letapis.publish.exports.restored.folder import MARKS, Folder
from letapis.publish.exports.restored.pages import pages
from letapis.publish.exports.restored.wacz import pack
from letapis.publish.json import line
from letapis.publish.ledger import Ledger, ledger
from letapis.publish.view import Row, View

__all__ = ["DEFAULT", "FORMS", "export", "refresh", "write"]

FORMS = ("markdown", "html", "jsonl", "wacz")
DEFAULT = FORMS[:3]
"""Without the captures: they hold whole pages and heaps, other people's texts among them."""


def export(
    view: View, folder: Path, outlet: str, history: bool = False, forms: Iterable[str] = DEFAULT
) -> list[Path]:
    """Write the archive of ``outlet`` to ``folder``; the files written. See :func:`write`."""
    return write(view, folder, ledger(view, outlet), forms)


def write(view: View, folder: Path, book: Ledger, forms: Iterable[str] = DEFAULT) -> list[Path]:
    """Write ``book`` to ``folder`` in ``forms``; the files written, the one to start with first.

    Forms that the folder has already are written anew as well, so that all of it is of one state.
    Each file is written beside its place and renamed; files that ``ledger.json`` lists and this run did
    not write are removed, and no others. The same chronicle gives the same bytes.
    Raises :class:`~letapis.errors.UsageError` for a form that there is none of, and where a file that
    is not listed stands in the way.
    """
    wanted = set(forms)
    if strange := sorted(wanted - set(FORMS)):
        raise UsageError(f"an archive has no form {strange[0]}; there are {', '.join(FORMS)}")
    home = Folder(folder)
    wanted |= set(home.forms) & set(FORMS)
    ordered = [form for form in FORMS if form in wanted]
    with home.writing(book.outlet, ordered, _planned(view, book, wanted)):
        for name, text in _texts(view, book, frozenset(wanted)):
            home.put(name, text)
        captures: Row | None = None
        if "wacz" in wanted:
            with home.making("captures.wacz") as path:
                captures = pack(path, view, book.outlet, _captures(view, book)).row()
        home.close({"forms": ordered, **book.row(), "captures": captures})
    first = [name for name in ("index.html", "ledger.md", "reports.jsonl") if name in home.written]
    return [home.written[name] for name in dict.fromkeys([*first, *home.written])]


def refresh(view: View) -> int:
    """Write the restored archives inside the chronicle anew, where there are any; how many.

    What is withheld is withheld in what was written before as well: an archive whose outlet may no
    longer be named, or that cannot be written anew, is removed. Files that are not ours stay.
    Raises the first error, when all archives are done.
    """
    again, failed = 0, None
    found = {path.parent for name in MARKS for path in view.chronicle.restored.glob(f"*/{name}")}
    for folder in sorted(found):
        home = Folder(folder)
        if home.outlet is None:
            continue
        if not _named(view, home.outlet):
            home.remove()
            continue
        try:
            export(view, folder, home.outlet, forms=home.forms or DEFAULT)
            again += 1
        except (LetapisError, OSError) as error:
            Folder(folder).remove()
            failed = failed or error
    if failed is not None:
        raise failed
    return again


def _named(view: View, outlet: str) -> bool:
    """Whether what is shown still names the outlet."""
    try:
        return view.mask.text(outlet) == outlet and bool(archive.name(view, outlet))
    except NotFound:
        return False


def _planned(view: View, book: Ledger, forms: Collection[str]) -> Iterator[str]:
    """Every file that an archive in these forms may have."""
    ids = [row["report_id"] for row in book.entries]
    if "html" in forms:
        yield from ("index.html", "style.css")
        yield from (f"reports/{one}.html" for one in ids)
        yield from (f"documents/{one}.html" for one in view.index("documents", "doc_id"))
    if "markdown" in forms:
        yield "ledger.md"
        yield from (f"{one}.md" for one in ids)
    if "jsonl" in forms:
        yield from ("reports.jsonl", "documents.jsonl")
    if "wacz" in forms:
        yield "captures.wacz"


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


def _captures(view: View, book: Ledger) -> Iterator[Evidence]:
    documents = view.index("documents", "doc_id")
    carriers = {w["doc_id"] for row in book.entries for w in row["witnesses"]}
    return evidence(view, [documents[doc_id]["capture_id"] for doc_id in sorted(carriers)])
