"""Counts that are kept apart: pages, outlets, and independent origins."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from letapis import langs
from letapis.publish import archive
from letapis.publish.versions import address
from letapis.publish.view import Row, View
from letapis.text import sentences

__all__ = ["Origins", "bounds", "page", "place", "sentence", "short"]

_NEAR, _AROUND = 200, 600
"""Code points on either side of a passage in which its sentence is looked for, first and at most."""


class Origins:
    """How many pages, outlets and independent origins stand behind documents.

    A page is an address: what was captured there on several days is one. An origin is a report: all its
    witnesses are one, however many outlets carry it. A document that carries no report is an origin of
    its own.
    """

    def __init__(self, view: View) -> None:
        names = archive.learnt(view)
        self._outlets = {row["doc_id"]: archive.named(names, row["outlet"]) for row in view.rows("documents")}
        self._pages = {row["doc_id"]: page(row) for row in view.rows("documents")}
        self._reports: dict[str, str] = {}
        # reports are sorted by rank: the first that has a document is the one it mainly carries
        for report in view.rows("reports"):
            for doc_id in archive.members(report):
                self._reports.setdefault(doc_id, report["report_id"])

    def of(self, doc_id: str) -> str:
        """The report that a document mainly carries, or the document itself."""
        return self._reports.get(doc_id, doc_id)

    def carries(self, doc_id: str) -> bool:
        """Whether a document carries a report at all."""
        return doc_id in self._reports

    def outlet(self, doc_id: str) -> str | None:
        """The outlet of a document by its one name."""
        return self._outlets.get(doc_id)

    def page(self, doc_id: str) -> str:
        """What all documents of one page have in common (:func:`page`)."""
        return self._pages.get(doc_id, doc_id)

    def count(self, doc_ids: Iterable[str]) -> Row:
        """``pages``, ``outlets`` and ``origins`` of some documents; an outlet nobody knows counts once."""
        found = set(doc_ids)
        return {
            "pages": len({self.page(doc_id) for doc_id in found}),
            "outlets": len({self._outlets.get(doc_id) for doc_id in found}),
            "origins": len({self.of(doc_id) for doc_id in found}),
        }


def page(document: Row) -> str:
    """The address of a document without what makes no difference; its id where it has none of the web.

    >>> page({"doc_id": "3f9a", "url": "http://www.zatoka.example/17/", "canonical_url": None})
    'zatoka.example/17'
    >>> page({"doc_id": "3f9a", "url": "file:heap.txt", "canonical_url": None})
    '3f9a'
    """
    for url in (document["url"], document["canonical_url"]):
        if url and url.startswith(("http://", "https://")):
            return address(url)
    return str(document["doc_id"])


def short(code: str | None) -> AbstractSet[str]:
    """The abbreviations of a language, whose full stop ends no sentence."""
    language = langs.get(code)
    return language.abbreviations if language else frozenset()


def place(row: Row) -> str:
    """The passage of a finding, as ``letapis show`` takes it.

    >>> place({"doc_id": "3f9a", "start": 12, "stop": 40}), place({"doc_id": "3f9a", "start": None})
    ('3f9a#c=12-40', '3f9a#residue')
    """
    at = row["start"]
    return f"{row['doc_id']}#c={at}-{row['stop']}" if at is not None else f"{row['doc_id']}#residue"


def bounds(
    text: str, start: int, stop: int, abbreviations: AbstractSet[str] = frozenset()
) -> tuple[int, int]:
    """Where the sentence that a passage of ``text`` begins in begins and ends.

    >>> bounds("It rained. Ada came at ten. Then it cleared.", 11, 14)
    (11, 27)
    """
    for reach in (_NEAR, _AROUND):
        begin, end = max(0, start - reach), min(len(text), stop + reach)
        for span in sentences(text[begin:end], abbreviations):
            first, last = begin + span.start, begin + span.stop
            if first <= start < last:
                # a sentence that reaches the edge of what was looked at may go on beyond it
                if (first > begin or not begin) and (last < end or end == len(text)):
                    return first, max(last, stop)
                if reach == _AROUND:
                    return first, max(last, stop)
    return start, stop


def sentence(text: str, start: int, stop: int, abbreviations: AbstractSet[str] = frozenset()) -> str:
    """The sentence that a passage of ``text`` begins in, on one line.

    >>> sentence("It rained. Ada came at\u00a0ten. Then it cleared.", 11, 14)
    'Ada came at ten.'
    """
    first, last = bounds(text, start, stop, abbreviations)
    return " ".join(text[first:last].split())
