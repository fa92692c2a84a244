"""Forms of outlets' names found in the texts of a heap: case forms, and names that sound like a domain."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from letapis import langs, outlets
from letapis.attribute.citations import citations
from letapis.attribute.heap import surfaces
from letapis.attribute.homes import Home, Labels
from letapis.attribute.mask import HANDLE
from letapis.attribute.spelling import bases
from letapis.model import Document, Reason
from letapis.outlets.forms import forms
from letapis.text import fold

__all__ = ["Seen", "seen"]

_CAPITAL = re.compile(r"(?<![\w@./-])[^\W\da-zа-яёіїєґў_][\w’'&+-]{1,40}(?![\w@])(?!\.\w)")
_MORE = re.compile(r"[ \u00a0]([\w№&’'+-]{1,40})")
_WORDS = 4
"""The most words of a name that is looked for."""


@dataclass(slots=True)
class Seen:
    """A form found in texts: whom it names, how often it stands there, and why it is taken so."""

    anchor: str
    count: int
    reason: Reason
    sounds: bool = False


def seen(
    documents: Sequence[Document], home: Mapping[str, Home], labels: Labels
) -> dict[tuple[str, str], Seen]:
    """(anchor, form as written most often) → where and why it was seen.

    The anchor is a host, or the folded name of an outlet without one. A name that only sounds like a
    host counts when some text credits it.

    >>> home = {"рупар": Home(None, 0.9)}
    >>> text = "«Ждём», — сказал он «Рупару». Рупор упал."
    >>> [(one, found.count) for one, found in seen([Document("d", "c", text=text)], home, Labels([])).items()]
    [(('рупар', 'Рупару'), 1)]
    """
    index = _Index(home, labels)
    places: defaultdict[str, Counter[str]] = defaultdict(Counter)
    heard: defaultdict[str, set[str]] = defaultdict(set)
    for document in documents:
        for phrase in _phrases(document, index):
            places[fold(phrase)][phrase] += 1
            if not index.names(phrase):
                heard[document.doc_id].add(fold(phrase))
    sure = _credited(documents, heard)
    found: dict[tuple[str, str], Seen] = {}
    for _, written in sorted(places.items()):
        form = min(written, key=lambda one: (-written[one], one))
        one = _judged(form, written.total(), index, sure)
        if one:
            found[one.anchor, form] = one
    return found


class _Index:
    """What a phrase may name: outlets known by name, else hosts that sound so."""

    def __init__(self, home: Mapping[str, Home], labels: Labels) -> None:
        self._home = home
        self._labels = labels
        self._first = {form for name in home for form in forms(name.split()[0])}
        self._names: dict[str, tuple[str, ...]] = {}
        self._hosts: dict[str, tuple[str, ...]] = {}

    def may(self, word: str) -> bool:
        """Whether a phrase that begins with ``word`` may name anybody; cheap."""
        return fold(word) in self._first or self._labels.may(word)

    def names(self, phrase: str) -> tuple[str, ...]:
        """Anchors of the names that ``phrase`` is, or may be a case form of."""
        if phrase not in self._names:
            keys: tuple[str, ...] = (fold(phrase),)
            if keys[0] not in self._home:
                keys = bases(phrase) if fold(phrase.split()[0]) in self._first else ()
            self._names[phrase] = tuple(
                sorted({self._home[key].host or key for key in keys if key in self._home})
            )
        return self._names[phrase]

    def hosts(self, phrase: str) -> tuple[str, ...]:
        """Hosts that ``phrase`` sounds like."""
        if phrase not in self._hosts:
            file = outlets.by_name(phrase)
            self._hosts[phrase] = () if file else self._labels.named(phrase)
        return self._hosts[phrase]


def _phrases(document: Document, index: _Index) -> Iterator[str]:
    """Phrases that may name an outlet, the longest at each place; handles too."""
    for text in surfaces(document):
        last = 0
        for match in _CAPITAL.finditer(text):
            if match.start() < last or not index.may(match[0]):
                continue
            words, ends = [match[0]], [match.end()]
            while len(words) < _WORDS and (more := _MORE.match(text, ends[-1])):
                words.append(more[1])
                ends.append(more.end())
            for size in range(len(words), 0, -1):
                phrase = " ".join(words[:size])
                if index.names(phrase) or index.hosts(phrase):
                    last = ends[size - 1]
                    yield phrase
                    break
        if "@" in text or "t.me/" in text:
            for match in HANDLE.finditer(text):
                handle = match[1] or match[2]
                if index.hosts(handle):
                    yield "@" + handle


def _credited(documents: Sequence[Document], heard: Mapping[str, set[str]]) -> set[str]:
    """Dictionary forms of the phrases that stand in some credit.

    Documents are looked at in order of their ids, and only while something in them is in doubt.
    """
    sure: set[str] = set()
    for document in sorted(documents, key=lambda one: one.doc_id):
        doubt = {key for key in heard.get(document.doc_id, ()) if not sure & set(bases(key.lstrip("@")))}
        if doubt:
            language = langs.get(document.language) if document.language else None
            for citation in citations(document, language, {key: key for key in doubt}):
                if citation.outlet in doubt and citation.kind != "platform":
                    sure |= set(bases(citation.outlet.lstrip("@")))
    return sure


def _judged(form: str, count: int, index: _Index, sure: set[str]) -> Seen | None:
    names = index.names(form)
    if len(names) == 1:
        return Seen(names[0], count, Reason("case form", 1.0, f"of a name of {names[0]}"))
    hosts = index.hosts(form.lstrip("@"))
    if not names and not sure & set(bases(form.lstrip("@"))):
        return None
    if names or len(hosts) != 1:
        some = ", ".join(names or hosts)
        own = min(sure & set(bases(form.lstrip("@"))), default=fold(form))
        return Seen(own, count, Reason("ambiguous", float(len(names or hosts)), f"may name {some}"), True)
    return Seen(hosts[0], count, Reason("sound", 1.0, f"sounds like {hosts[0]} and is credited"), True)
