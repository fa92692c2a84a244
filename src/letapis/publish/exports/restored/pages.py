"""The pages of the site, each with its path."""

from __future__ import annotations

from collections.abc import Iterator

from letapis.publish.exports.restored import index, report, witness
from letapis.publish.exports.restored.site import Site, style
from letapis.publish.ledger import Ledger
from letapis.publish.view import Row, View

__all__ = ["pages"]


def pages(view: View, book: Ledger, twins: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The reports, the ledger, then the documents that they point into.

    The documents come last, for a page of theirs marks every passage that any other page points to.
    ``twins`` are the other forms that will stand beside the site.
    """
    site = Site(view, book, twins)
    carriers: dict[str, list[tuple[Row, Row]]] = {}
    yield "style.css", style()
    for row in book.entries:
        yield f"reports/{row['report_id']}.html", report.page(site, row)
        for member in row["witnesses"]:
            carriers.setdefault(member["doc_id"], []).append((row, member))
    yield "index.html", index.page(site)
    documents = view.index("documents", "doc_id")
    for doc_id in dict.fromkeys([*book.documents, *site.marks]):
        if doc_id in documents:
            body = witness.page(site, documents[doc_id], carriers.get(doc_id, []))
            yield f"documents/{doc_id}.html", body
