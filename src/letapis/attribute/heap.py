"""What a heap of documents says about who is called what: rows, addresses, brackets, hyperlinks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from letapis.attribute.mask import HOST
from letapis.model import Document
from letapis.text import fold

__all__ = ["Heap", "gather", "host", "is_domain", "surfaces"]

_FRONT = re.compile(r"^(?:www|m|amp|mobile|wap)\.(?=[^.]+\.)")
_DOMAIN = re.compile(r"[^\W_][\w-]*(?:\.[^\W_][\w-]*)*\.[^\W\d_]{2,12}")
_PART = r"[\w№&'’+-]{1,40}"
_HOST = re.compile(r"\((?:https?://)?(?:www\.)?(?P<host>[^\s()/]{4,60})(?:/[^\s()]{0,200})?\)")
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"\n()]{2,60})[»”“\"][ \u00a0]?$")
_BARE = re.compile(r"((?:(?<![\w’'&+-])[^\W\d_][\w’'&+-]*[ \u00a0]){1,4})$")
_BACK = 90
"""How far before a bracket, in characters, the name that it explains may begin."""
_READ = frozenset({"byline", "credit", "footer", "link", "notice", "image_credit", "caption"})


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


def gather(documents: Sequence[Document]) -> Heap:
    """The evidence of ``documents`` about names and hosts.

    >>> row = Document("d", "c", url="https://rechnik.example/1", outlet="Речник", text="Привет.")
    >>> cited = Document("e", "c", text="Источник: «Речник» (rechnik.example)")
    >>> heap = gather([row, cited])
    >>> dict(heap.given), dict(heap.beside), heap.hosts["rechnik.example"]
    ({('Речник', 'rechnik.example'): 1}, {('Речник', 'rechnik.example'): {'e'}}, 2)
    """
    heap = Heap()
    for document in documents:
        _row(heap, document)
        for text in surfaces(document):
            if "." in text:
                _text(heap, document.doc_id, text)
        for link in document.links:
            place = host(link.href)
            words = " ".join(link.text.split())
            if place:
                heap.hosts[place] += 1
                if words[:1].isupper() and len(words) <= 60 and len(words.split()) <= 4:
                    heap.linked[words.strip('«»“”„"'), place].add(document.doc_id)
    return heap


def surfaces(document: Document) -> Iterator[str]:
    """The text of a document, and the words left out of it that may credit somebody.

    >>> list(surfaces(Document("d", "c", text="Привет.")))
    ['Привет.']
    """
    yield document.text
    for residue in document.residue:
        if residue.kind in _READ:
            yield residue.surface


def host(url: str | None) -> str | None:
    """The host of an http(s) address without ``www.`` and its like; None for other addresses.

    >>> host("https://www.Rechnik.example/1"), host("x-bench:/17")
    ('rechnik.example', None)
    """
    try:
        parts = urlsplit((url or "").strip())
        name = parts.hostname
    except ValueError:
        return None
    return _FRONT.sub("", name.rstrip(".")) if name and parts.scheme in ("http", "https") else None


def is_domain(name: str) -> bool:
    """Whether a name is written like a host.

    >>> is_domain("rechnik.example"), is_domain("Речник"), is_domain("St. Petersburg")
    (True, False, False)
    """
    return bool(_DOMAIN.fullmatch(name)) and name == name.lower()


def _row(heap: Heap, document: Document) -> None:
    place = host(document.canonical_url) or host(document.url)
    name = document.outlet
    if name and is_domain(name):
        place = fold(name)
        name = None
    if place:
        heap.hosts[place] += 1
        heap.pages[place] += 1
    if name:
        heap.given[name, place] += 1


def _text(heap: Heap, doc_id: str, text: str) -> None:
    for match in HOST.finditer(text):
        heap.hosts[match[1].casefold()] += 1
    if "(" not in text:
        return
    for match in _HOST.finditer(text):
        place, before = (
            match["host"].casefold().rstrip(".,"),
            text[max(0, match.start() - _BACK) : match.start()],
        )
        if not is_domain(place):
            continue
        quoted = _QUOTED.search(before)
        bare = None if quoted else _BARE.search(before)
        name = quoted[1] if quoted else _capitals(bare[1]) if bare else ""
        if name and name[0].isupper() and not is_domain(name):
            heap.beside[name, _FRONT.sub("", place)].add(doc_id)


def _capitals(words: str) -> str:
    """The capitalised words at the end of ``words``."""
    kept: list[str] = []
    for word in reversed(words.split()):
        if not word[0].isupper():
            break
        kept.insert(0, word)
    return " ".join(kept)
