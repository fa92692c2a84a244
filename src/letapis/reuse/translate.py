"""Translations: documents in two languages that name the same things."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from letapis.model import Document, Reason, Region, Reuse
from letapis.text.transliterate import skeleton

__all__ = ["translations"]

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
BITS = 5.0
"""So many nats must two documents share beyond what chance explains (1 in 150 a pair)."""
SHARE = 0.2
"""So much of what the poorer of the two names must be in the other."""
BEST = 0.8
"""A link is kept where it is at least so near to the best that either document has."""
ORDER = 0.6
"""So far must what they share come in the same order (Kendall's tau)."""
WINDOW = timedelta(days=10)
"""Dated further apart, two documents are no translation of one another."""
COMMON = 64
"""A name in more documents of a language leads to no candidates (it still counts): bounds the work."""


def translations(documents: Sequence[Document], regions: Sequence[Region]) -> list[Reuse]:
    """Pairs of documents in different languages of which one translates (part of) the other.

    Names are compared as consonant skeletons, numbers as they are. What two documents share is
    weighed by how many documents of the other's language share it: the sum of −log(share) is
    what chance would have to explain, so a score means the same in a small heap and a large
    one. The rows are in order of ids, the earlier-dated document first; no passages are given.

    >>> ru = "Дэвид Грин и Анна Морган встретились в Лиссабоне 14 марта и подписали договор на 350 млн."
    >>> en = "David Green and Anna Morgan met in Lisbon on 14 March and signed a contract for 350 mn."
    >>> pages = [Document("a", "", text=ru, language="ru"), Document("b", "", text=en, language="en")]
    >>> for i in range(40):
    ...     pages.append(Document(f"x{i}", "", text=f"Петр Иванов {i * 7} рублей.", language="ru"))
    ...     pages.append(Document(f"y{i}", "", text=f"Peter Smith {i * 9} pounds.", language="en"))
    >>> [(row.earlier, row.later, row.kind) for row in translations(pages, [])]
    [('a', 'b', 'translation')]
    """
    marks: defaultdict[str, list[Region]] = defaultdict(list)
    for region in regions:
        if region.kind in ("furniture", "credit", "comment"):
            marks[region.doc_id].append(region)
    by_id = {d.doc_id: d for d in sorted(documents, key=lambda d: d.doc_id) if d.language}
    names = {doc_id: _names(d, marks[doc_id]) for doc_id, d in by_id.items()}
    found = _scored(by_id, names)
    best: defaultdict[tuple[str, str | None], float] = defaultdict(float)
    for (a, b), (score, _) in found.items():
        for one, other in ((a, b), (b, a)):
            place = one, by_id[other].language
            best[place] = max(best[place], score)
    rows = []
    for (a, b), (score, shared) in sorted(found.items()):
        if score < BEST * max(best[a, by_id[b].language], best[b, by_id[a].language]):
            continue
        earlier, later = _ordered(by_id[a], by_id[b])
        dated = by_id[a].published is not None and by_id[b].published is not None
        rows.append(
            Reuse(
                earlier,
                later,
                "translation",
                ordered_by="date" if dated else "id",
                score=round(1 - math.exp(-score / 12), 3),
                reasons=(Reason("names and numbers", round(score, 1), " ".join(shared[:12])),),
            )
        )
    return rows


def _names(document: Document, regions: Sequence[Region]) -> dict[str, int]:
    """Skeletons of capitalised words, and numbers of more than one digit, where each stands first."""
    found: dict[str, int] = {}
    for match in _WORD.finditer(document.text):
        if any(r.start <= match.start() < r.stop for r in regions):
            continue
        word = match[0]
        if word[0].isdigit():
            digits = re.sub(r"\D", "", word)
            if len(digits) > 1:
                found.setdefault(digits, match.start())
        elif word[0].isupper():
            for part in word.split("-"):
                if len(key := skeleton(part)) > 2:
                    found.setdefault(key, match.start())
    return found


def _order(a: Mapping[str, int], b: Mapping[str, int], shared: Sequence[str]) -> float:
    """Kendall's tau: how far the names come in one order. Two reports of one event differ in it."""
    pairs = list(combinations(shared, 2))
    agree = sum((a[m] < a[n]) == (b[m] < b[n]) for m, n in pairs)
    return 2 * agree / len(pairs) - 1 if pairs else 0.0


def _scored(
    by_id: Mapping[str, Document], names: Mapping[str, Mapping[str, int]]
) -> dict[tuple[str, str], tuple[float, list[str]]]:
    index: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    size: Counter[str] = Counter()
    for doc_id, mine in names.items():
        language = by_id[doc_id].language or ""
        size[language] += 1
        for name in mine:
            index[name, language].append(doc_id)
    found = {}
    for a, b in sorted(set(_candidates(by_id, names, index, size))):
        weigh = {n: _weight(n, by_id[a], by_id[b], index, size) for n in {*names[a], *names[b]}}
        shared = sorted(set(names[a]) & set(names[b]), key=lambda n: (-weigh[n], n))
        score = sum(weigh[n] for n in shared)
        poorer = min(sum(weigh[n] for n in names[a]), sum(weigh[n] for n in names[b]))
        if len(shared) >= 3 and score >= BITS and score >= SHARE * poorer:
            tau = _order(names[a], names[b], shared[:30])
            if tau >= ORDER:
                found[a, b] = (score * min(1.0, score / poorer + 0.3) * (1 + tau) / 2, shared)
    return found


def _weight(
    name: str,
    a: Document,
    b: Document,
    index: Mapping[tuple[str, str], Sequence[str]],
    size: Mapping[str, int],
) -> float:
    """Nats of a coincidence: the rarer of the two languages' shares would flatter, the mean does not."""
    total = sum(len(index.get((name, d.language or ""), ())) for d in (a, b))
    return math.log((size[a.language or ""] + size[b.language or ""] + 2) / (total + 1))


def _candidates(
    by_id: Mapping[str, Document],
    names: Mapping[str, Mapping[str, int]],
    index: Mapping[tuple[str, str], Sequence[str]],
    size: Mapping[str, int],
) -> Iterator[tuple[str, str]]:
    for a, mine in names.items():
        shared: Counter[str] = Counter()
        for name in mine:
            for language in size:
                if language != by_id[a].language and len(index.get((name, language), ())) <= COMMON:
                    shared.update(index.get((name, language), ()))
        for b, n in shared.items():
            # the other half of the pairs is met from the other side
            if n >= 3 and a < b and _near(by_id[a], by_id[b]):
                yield a, b


def _near(a: Document, b: Document) -> bool:
    return a.published is None or b.published is None or abs(a.published - b.published) <= WINDOW


def _ordered(a: Document, b: Document) -> tuple[str, str]:
    if a.published is not None and b.published is not None and b.published < a.published:
        return b.doc_id, a.doc_id
    return a.doc_id, b.doc_id
