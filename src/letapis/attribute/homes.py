"""Which domain a name belongs to, by rows, brackets and hyperlinks; and which it may sound like."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from letapis import outlets
from letapis.attribute.heap import Heap
from letapis.attribute.spelling import alike, bases, label, sound
from letapis.model import Reason
from letapis.text import fold

__all__ = ["Home", "Labels", "homes"]

_MAIN = 0.8
"""A host belongs to the name that this share of its documents gives."""
_TWICE = 2
"""So many documents, or times the votes, settle what a single one leaves open."""
_GIVEN, _BESIDE, _LINKED = 3.0, 2.0, 1.0


@dataclass(slots=True)
class Home:
    """Where a name is at home: a host, or nowhere; and why."""

    host: str | None
    score: float
    reasons: list[Reason] = field(default_factory=list)


class Labels:
    """The hosts of a heap by the sound of what their owners chose.

    >>> labels = Labels(["rechnik.example", "news.rechnik.example", "most.example", "most.test"])
    >>> labels.named("Рэчніку"), labels.named("Мост"), labels.named("Речка")
    (('rechnik.example',), ('most.example', 'most.test'), ())
    """

    def __init__(self, hosts: Iterable[str]) -> None:
        self._by: defaultdict[str, set[str]] = defaultdict(set)
        self._near: defaultdict[str, set[str]] = defaultdict(set)
        for host in hosts:
            key = sound(label(host))
            if len(key) > 2:
                self._by[key].add(host)
                self._near[_frame(key)].add(key)
        self._starts = {_bare(key)[:size] for key in self._by for size in (1, 2, 3)}

    def may(self, word: str) -> bool:
        """Whether a name that begins with ``word`` may sound like a host at all; cheap."""
        bare = _bare(sound(word))
        # the last consonant may belong to a case ending
        return bare[: max(1, min(3, len(bare) - 1))] in self._starts

    def named(self, name: str) -> tuple[str, ...]:
        """Hosts that ``name``, in some dictionary form of it, sounds like; exactly if any does."""
        keys = [sound(base) for base in bases(name)]
        near = [other for key in keys for other in self._near.get(_frame(key), ()) if alike(key, other)]
        exact = [key for key in keys if key in self._by]
        return _roots(host for key in exact or near for host in self._by[key])


def _bare(key: str) -> str:
    return "".join(c for c in key if c not in "aeiou")


def _frame(key: str) -> str:
    return "".join("o" if c in "aeiou" else c for c in key)


def _roots(hosts: Iterable[str]) -> tuple[str, ...]:
    """Hosts that are no subdomain of another."""
    found = set(hosts)
    return tuple(sorted(h for h in found if not any(h.endswith("." + other) for other in found)))


def homes(heap: Heap) -> dict[str, Home]:
    """Folded names that rows, brackets or hyperlinks give → where each is at home.

    A host that several outlets publish on, and one that ``outlets/`` knows, takes no name from
    rows. A name with two hosts and no clear majority has none, with the reason ``ambiguous``.

    >>> heap = Heap(given=Counter({("Речник", "rechnik.example"): 2, ("Вести", "a.example"): 1}))
    >>> heap.given["Вести", "b.example"] = 1
    >>> found = homes(heap)
    >>> found["речник"].host, found["вести"].host, found["вести"].reasons[-1].feature
    ('rechnik.example', None, 'ambiguous')
    """
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    why: defaultdict[str, list[Reason]] = defaultdict(list)
    owner = _owners(heap)
    for (name, host), n in sorted(heap.given.items(), key=str):
        key = fold(name)
        votes[key].update({})
        if host and outlets.by_domain(host) is None and (owner.get(host) == key or _fits(name, host)):
            votes[key][host] += int(_GIVEN * n)
            why[key].append(Reason("rows", float(n), f"documents of {host} give this name"))
    for pairs, weight, feature in ((heap.beside, _BESIDE, "brackets"), (heap.linked, _LINKED, "hyperlink")):
        for (name, host), seen in sorted(pairs.items()):
            fits = _fits(name, host)
            alone = host not in owner and not _rival(heap, name, host, len(seen))
            if fits or (feature == "brackets" and (len(seen) >= _TWICE or alone)):
                votes[fold(name)][host] += int(weight * len(seen))
                why[fold(name)].append(Reason(feature, float(len(seen)), f"stands with {host}"))
    return {key: _settled(key, found, why[key]) for key, found in votes.items()}


def _owners(heap: Heap) -> dict[str, str]:
    """Host → the folded name that nearly all of its documents give; hosts of several have none."""
    by: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (name, host), n in heap.given.items():
        if host:
            by[host][fold(name)] += n
    return {
        host: name for host, names in by.items() for name, n in names.items() if n >= _MAIN * names.total()
    }


def _fits(name: str, host: str) -> bool:
    return bool(Labels([host]).named(name))


def _rival(heap: Heap, name: str, host: str, n: int) -> bool:
    """Whether as many documents set another name beside this host."""
    mine = set(bases(name))
    return any(
        place == host and len(seen) >= n and not mine & set(bases(other))
        for (other, place), seen in heap.beside.items()
    )


def _settled(name: str, votes: Counter[str], reasons: list[Reason]) -> Home:
    if not votes:
        return Home(None, 0.9, [Reason("rows", 1.0, "documents give this name"), *reasons])
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) > 1 and ranked[0][1] < _TWICE * ranked[1][1]:
        some = ", ".join(host for host, _ in ranked[:4])
        return Home(None, 0.5, [*reasons, Reason("ambiguous", float(len(ranked)), f"stands with {some}")])
    return Home(ranked[0][0], 0.98 if ranked[0][1] >= _GIVEN else 0.9, reasons)
