"""What a heap of documents says about who is called what: rows, addresses, brackets, hyperlinks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from letapis.attribute.evidence import Evidence

__all__ = ["Heap", "gather"]


@dataclass(slots=True)
class Heap:
    """What names and hosts were seen with each other; names as written, hosts folded."""

    hosts: Counter[str] = field(default_factory=Counter)
    """Every host that a page has or a text or hyperlink names, and in how many places."""
    pages: Counter[str] = field(default_factory=Counter)
    """Hosts of the documents' own addresses."""
    given: Counter[tuple[str, str | None]] = field(default_factory=Counter)
    """(name of the outlet that a row or page gives, host of its address)."""
    beside: defaultdict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    """(name, host in brackets after it) → doc_ids."""
    linked: defaultdict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    """(words of a hyperlink, its host) → doc_ids."""
    names: Counter[str] = field(default_factory=Counter)
    """What may name an outlet, in how many places."""


def gather(found: Iterable[Evidence]) -> Heap:
    """The evidence of many documents together.

    >>> from letapis.attribute.evidence import evidence
    >>> from letapis.model import Document
    >>> row = Document("d", "c", url="https://rechnik.example/1", outlet="Речник", text="Привет.")
    >>> cited = Document("e", "c", text="Источник: «Речник» (rechnik.example)")
    >>> heap = gather(map(evidence, [row, cited]))
    >>> dict(heap.given), dict(heap.beside), heap.hosts["rechnik.example"]
    ({('Речник', 'rechnik.example'): 1}, {('Речник', 'rechnik.example'): {'e'}}, 2)
    """
    heap = Heap()
    for one in found:
        heap.hosts.update(one.hosts)
        heap.names.update(one.names)
        if one.page:
            heap.pages[one.page] += 1
        if one.outlet:
            heap.given[one.outlet, one.page] += 1
        for pair in one.beside:
            heap.beside[pair].add(one.doc_id)
        for pair in one.linked:
            heap.linked[pair].add(one.doc_id)
    return heap
