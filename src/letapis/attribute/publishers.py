"""Which forms name one outlet: learnt from the heap itself, for outlets that no file describes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from letapis import outlets
from letapis.attribute.evidence import Evidence, evidence
from letapis.attribute.heap import Heap, gather
from letapis.attribute.homes import Home, Labels, homes
from letapis.attribute.mask import Known
from letapis.attribute.seen import Look, Seen, seen
from letapis.attribute.spelling import bases, label, sound
from letapis.model import Document, Publisher, Reason
from letapis.text import fold

__all__ = ["known", "named", "publishers"]

_SOUNDS = 0.85
_CASE = 0.9
"""What a form is trusted that is tied by its sound, or as a case form of a name that is sure."""


def publishers(documents: Sequence[Document]) -> list[Publisher]:
    """Every form that names an outlet in ``documents`` and no file of ``outlets/``, by form.

    What ties a form to an outlet: a document's outlet and the host of its address; a name with the
    domain in brackets after it, or as a hyperlink to it; a case form of such a name; and a name that
    sounds like the one domain of the heap and stands where a text credits an outlet. Two domains
    are never made one. What might name several outlets stays apart, with the reason ``ambiguous``.
    An outlet is called as documents call it most often, else as it is named beside its domain, else
    as texts credit it, else by its domain. The order of the documents changes nothing.

    >>> page = Document("a", "c1", url="https://rupar.example/1", outlet="Рупар", text="Мост закрыли.")
    >>> copy = Document("b", "c2", text="“Wait,” he told Rupar.", language="en")
    >>> [(p.form, p.outlet, p.kind, p.count) for p in publishers([page, copy])]
    [('Rupar', 'Рупар', 'name', 1), ('rupar.example', 'Рупар', 'domain', 1), ('Рупар', 'Рупар', 'name', 1)]
    """
    by = {document.doc_id: document for document in documents}
    return named([evidence(document) for document in documents], lambda ids: [by[one] for one in ids])


def named(found: Sequence[Evidence], look: Look) -> list[Publisher]:
    """As :func:`publishers`, from the evidence of the documents; ``look`` gives documents by their ids.

    >>> page = Document("a", "c1", url="https://rupar.example/1", outlet="Рупар", text="Мост закрыли.")
    >>> [row.form for row in named([evidence(page)], lambda ids: [page for _ in ids])]
    ['rupar.example', 'Рупар']
    """
    heap = gather(found)
    home = homes(heap)
    labels = Labels(heap.hosts)
    forms = seen(found, heap.names, home, labels, look)
    calls: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for key, one in forms.items():
        calls[one.anchor][key[1]] += one.count
    names = _names(heap, home, calls)
    rows = [*_given(heap, home, forms, names), *_formed(forms, names, home), *_domains(heap, names)]
    best: dict[str, Publisher] = {}
    for row in sorted(rows, key=lambda row: (-row.score, row.form, row.outlet)):
        best.setdefault(fold(row.form), row)
    return sorted(best.values(), key=lambda row: row.form)


def known(rows: Iterable[Publisher]) -> Known:
    """Folded form → the outlet it names, as :func:`~letapis.attribute.citations` takes it.

    >>> known([Publisher("Рэчніку", "Речник", "name")])
    {'рэчніку': 'Речник'}
    """
    return Known({fold(row.form): row.outlet for row in rows})


def _names(heap: Heap, home: Mapping[str, Home], named: Mapping[str, Counter[str]]) -> dict[str, str]:
    """Anchor (a host, or a folded name without one) → what its outlet is called."""
    given: defaultdict[str, Counter[str]] = defaultdict(Counter)
    beside: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (name, _), n in heap.given.items():
        given[_anchor(fold(name), home)][name] += n
    for (name, _), docs in heap.beside.items():
        if fold(name) in home:
            beside[_anchor(fold(name), home)][name] += len(docs)
    found = {}
    for anchor in sorted({*heap.hosts, *given, *beside, *named}):
        file = outlets.by_domain(anchor) or next(
            (hit for name in sorted(given.get(anchor, ())) if (hit := outlets.by_name(name))), None
        )
        calls = _top(given.get(anchor)) or _nominative(beside.get(anchor)) or _nominative(named.get(anchor))
        found[anchor] = file.name if file and not file.platform else calls or anchor
    return found


def _anchor(key: str, home: Mapping[str, Home]) -> str:
    at = home.get(key)
    return at.host if at and at.host else key


def _top(names: Counter[str] | None) -> str | None:
    return min(names, key=lambda name: (-names[name], name)) if names else None


def _nominative(names: Counter[str] | None) -> str | None:
    """Of names in several cases the one that the most of them are forms of."""
    if not names:
        return None
    votes: Counter[str] = Counter()
    for name, n in names.items():
        for base in bases(name):
            votes[base] += n
    return min(names, key=lambda name: (-votes[fold(name)], len(name), -names[name], name))


def _given(
    heap: Heap, home: Mapping[str, Home], forms: Mapping[tuple[str, str], Seen], names: Mapping[str, str]
) -> list[Publisher]:
    counts: Counter[str] = Counter()
    for (name, _), n in heap.given.items():
        counts[name] += n
    for (anchor, form), one in forms.items():
        if form in counts and anchor == _anchor(fold(form), home):
            counts[form] += one.count
    for (name, _), docs in (*heap.beside.items(), *heap.linked.items()):
        if fold(name) in home and name not in counts:
            counts[name] = max(len(docs), sum(one.count for (_, form), one in forms.items() if form == name))
    found = []
    for name, n in counts.items():
        at = home[fold(name)]
        found.append(
            Publisher(name, names[_anchor(fold(name), home)], "name", n, "", at.score, tuple(at.reasons))
        )
    return found


def _formed(
    forms: Mapping[tuple[str, str], Seen], names: Mapping[str, str], home: Mapping[str, Home]
) -> list[Publisher]:
    """Case forms and other scripts, each as it is written most often."""
    found = []
    for (anchor, form), one in forms.items():
        if fold(form) in home:
            continue
        score = 0.5 if one.reason.feature == "ambiguous" else _SOUNDS if one.sounds else _CASE
        found.append(Publisher(form, names[anchor], "name", one.count, "", score, (one.reason,)))
    return found


def _domains(heap: Heap, names: Mapping[str, str]) -> list[Publisher]:
    """The hosts that documents come from, or that some name belongs to."""
    found = []
    for host, n in heap.hosts.items():
        pages = heap.pages[host]
        if not pages and names[host] == host:
            continue
        file = outlets.by_domain(host)
        why = (
            Reason("registry", 1.0, file.name)
            if file
            else Reason("rows", float(pages), "documents of this host")
            if pages
            else Reason("label", 1.0, f"{label(host)} sounds {sound(label(host))}")
        )
        found.append(Publisher(host, names[host], "domain", n, "", 0.98, (why,)))
    return found
