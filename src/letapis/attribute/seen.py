"""Forms of outlets' names found in the texts of a heap: case forms, and names that sound like a domain."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from letapis import langs, outlets
from letapis.attribute.citations import citations
from letapis.attribute.evidence import Evidence
from letapis.attribute.homes import Home, Labels
from letapis.attribute.kind import SOURCE
from letapis.attribute.spelling import bases
from letapis.model import Citation, Document, Reason
from letapis.outlets.forms import forms
from letapis.text import fold

__all__ = ["Look", "Seen", "seen"]

_WORDS = 4
"""The most words of a name that is looked for."""
_LOOKED = 60
"""So many documents are looked at for a credit to a name that only sounds like a domain."""


Look = Callable[[Sequence[str]], Iterable[Document]]
"""Gives documents by their ids, in that order."""


@dataclass(slots=True)
class Seen:
    """A form found in texts: whom it names, how often it stands there, and why it is taken so."""

    anchor: str
    count: int
    reason: Reason
    sounds: bool = False


def seen(
    found: Sequence[Evidence],
    names: Mapping[str, int],
    home: Mapping[str, Home],
    labels: Labels,
    look: Look,
) -> dict[tuple[str, str], Seen]:
    """(anchor, form as written most often) → where and why it was seen.

    ``names`` is what all of ``found`` names, by count; ``look`` gives documents by their ids, in
    their order. The anchor is a host, or the folded name of an outlet without one. A name that only sounds
    like a host counts when some text credits it.

    >>> from letapis.attribute.evidence import evidence
    >>> home = {"рупар": Home(None, 0.9)}
    >>> page = Document("d", "c", text="«Ждём», — сказал он «Рупару». Рупор упал.")
    >>> found = evidence(page)
    >>> forms = seen([found], Counter(found.names), home, Labels([]), lambda ids: [page])
    >>> [(key, one.count) for key, one in forms.items()]
    [(('рупар', 'Рупару'), 1)]
    """
    index = _Index(home, labels)
    places: defaultdict[str, Counter[str]] = defaultdict(Counter)
    doubted: dict[str, list[str]] = {}
    for name, count in names.items():
        for phrase in _phrases(name, index):
            places[fold(phrase)][phrase] += count
            if not index.names(phrase):
                doubted.setdefault(name, []).append(fold(phrase))
    sure = _credited(found, doubted, look)
    forms: dict[tuple[str, str], Seen] = {}
    for _, written in sorted(places.items()):
        form = min(written, key=lambda one: (-written[one], one))
        one = _judged(form, written.total(), index, sure)
        if one:
            forms[one.anchor, form] = one
    return forms


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


def _phrases(name: str, index: _Index) -> Iterator[str]:
    """The phrases of a run of words that may name an outlet, the longest at each place."""
    if name[0] == "@":
        if index.hosts(name[1:]):
            yield name
        return
    words, at = name.split(" "), 0
    while at < len(words):
        size = min(_WORDS, len(words) - at) if index.may(words[at]) else 0
        while size and not (index.names(phrase := " ".join(words[at : at + size])) or index.hosts(phrase)):
            size -= 1
        if size:
            yield phrase
        at += size or 1


def _credited(found: Sequence[Evidence], doubted: Mapping[str, list[str]], look: Look) -> set[str]:
    """Dictionary forms of the phrases that stand in some credit.

    Documents are looked at in order of their ids, and only while something in them is in doubt.
    """
    sure: set[str] = set()
    looked: Counter[str] = Counter()
    if not doubted:
        return sure
    heard = (
        (one, {key for name in set(one.names) & doubted.keys() for key in doubted[name]}) for one in found
    )
    some = {one.doc_id: keys for one, keys in heard if keys}
    for doc_id in sorted(some):
        keys = {key for key in some[doc_id] if looked[key] < _LOOKED}
        doubt = {key for key in keys if not sure & set(bases(key.lstrip("@")))}
        if not doubt:
            continue
        (document,) = look([doc_id])
        looked.update(doubt)
        language = langs.get(document.language) if document.language else None
        for citation in citations(document, language, {key: key for key in doubt}):
            if citation.outlet in doubt and citation.kind != "platform" and not _colon(document, citation):
                sure |= set(bases(citation.outlet.lstrip("@")))
    return sure


def _colon(document: Document, citation: Citation) -> bool:
    """Whether a colon follows the name: in "Source: X" the word before it may be no outlet at all."""
    if citation.outlet_stop is not None:
        return document.text.startswith(":", citation.outlet_stop)
    return any(f"{citation.surface}:" in residue.surface for residue in document.residue)


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
    if SOURCE.match(form):
        return None  # "Source: X" is said of an outlet, whatever it sounds like
    return Seen(hosts[0], count, Reason("sound", 1.0, f"sounds like {hosts[0]} and is credited"), True)
