"""How well the invented pages are read: text, residue, metadata, truncation."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from benchmarks.pages.book import Page, pages
from letapis.model import Capture, Document
from letapis.read.base import inside
from letapis.recognise.step import recognise
from letapis.settings import Settings
from letapis.text import fold

__all__ = ["Figures", "faults", "measure", "read"]

Figures = dict[str, float | int | str]

_EVIDENCE = frozenset({"credit", "footer", "platform"})
"""Kinds of residue that must be passed on, since citations are read from them."""


def read(page: Page) -> Document | None:
    """The document that Letapis reads from a page, as a user gets it."""
    at = datetime(2024, 1, 1, tzinfo=UTC)
    capture = Capture(f"c{page.number}", "", page.url, page.media_type, fetched_at=at, format="html")
    found = [item for item in inside(capture, page.payload, Settings()) if isinstance(item, Document)]
    return recognise(found[0]) if found else None


def measure(name: str, of: Callable[[Page], bool]) -> Figures:
    """The figures of those pages that ``of`` chooses, named ``<name>.…``."""
    count: Counter[str] = Counter()
    parts: dict[str, list[float]] = defaultdict(list)
    for page in filter(of, pages()):
        found = read(page)
        count["pages"] += 1
        count["found"] += found is not None
        for key, value in _score(page, found):
            parts[key].append(value)
    figures: Figures = {f"{name}.pages": count["pages"], f"{name}.found": count["found"]}
    for key in ("P", "R", "title_right", "date_right", "precision_right", "authors_right", "section_right"):
        figures[f"{name}.{key}"] = _mean(parts[key])
    for key in ("canonical_right", "language_right", "truncated_right", "truncated_found"):
        figures[f"{name}.{key}"] = _mean(parts[key])
    for key in ("text_kept", "residue_removed", "residue_kind_right", "evidence_passed_on", "credits_found"):
        figures[f"{name}.{key}"] = _mean(parts[key])
    p, r = _mean(parts["P"]), _mean(parts["R"])
    figures[f"{name}.F1"] = 2 * p * r / (p + r) if p + r else 0.0
    return figures


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _score(page: Page, found: Document | None) -> Iterator[tuple[str, float]]:
    gold = page.gold
    text = found.text if found else ""
    wanted, given = _grams(gold.text), _grams(_without(text, gold.either))
    both = sum((wanted & given).values())
    yield "P", both / sum(given.values()) if given else 0.0
    yield "R", both / sum(wanted.values())
    have, want = Counter(_words(text)), Counter(_words(" ".join(gold.text)))
    for word, many in want.items():
        yield from (("text_kept", float(at < have[word])) for at in range(many))
    for _, kind, removed, given_kind in _residue(page, found):
        yield "residue_removed", removed
        if given_kind is not None:
            yield "residue_kind_right", float(given_kind == kind)
        if kind in _EVIDENCE:
            yield "evidence_passed_on", float(given_kind in _EVIDENCE)
    truncated = bool(found and found.truncated)
    yield "truncated_right", float(found is not None and truncated == gold.truncated)
    if gold.truncated:
        yield "truncated_found", float(truncated)
    yield from _said(page, found)


def _said(page: Page, found: Document | None) -> Iterator[tuple[str, float]]:
    gold = page.gold
    yield "title_right", float(bool(found) and fold(found.title or "") == fold(gold.title) if found else 0)
    yield "language_right", float(found is not None and found.language == page.language)
    if gold.date:
        yield "date_right", float(found is not None and (found.published_local or "")[:10] == gold.date[:10])
        yield "precision_right", float(found is not None and found.published_precision == gold.precision)
    if gold.authors:
        yield "authors_right", float(found is not None and list(found.authors) == gold.authors)
    if gold.section:
        yield "section_right", float(found is not None and found.section == gold.section)
    if gold.canonical:
        yield "canonical_right", float(found is not None and found.canonical_url == gold.canonical)
    for line in gold.credits:
        held = found is not None and any(fold(line) in fold(one.surface) for one in found.residue)
        yield "credits_found", float(held)


def _residue(page: Page, found: Document | None) -> Iterator[tuple[str, str, float, str | None]]:
    """(line, kind in the gold, whether it is out of the text, kind it was given) of each line of residue."""
    text, whole = fold(found.text if found else ""), fold("\n".join((*page.gold.text, *page.gold.either)))
    rows = [(fold(one.surface), one.kind) for one in (found.residue if found else ())]
    for line, kind in page.gold.residue:
        key = fold(line)
        removed = found is not None and text.count(key) <= whole.count(key)
        exact = [given for surface, given in rows if key in map(str.strip, surface.split("\n"))]
        part = [given for surface, given in rows if key in surface]
        given = kind if kind in exact or (not exact and kind in part) else next(iter(exact or part), None)
        yield line, kind, float(removed), given


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def _grams(lines: Iterable[str]) -> Counter[tuple[str, ...]]:
    found = [word for line in lines for word in _words(line)]
    return Counter(tuple(found[at : at + 4]) for at in range(max(1, len(found) - 3)) if found)


def _without(text: str, either: Iterable[str]) -> list[str]:
    """The lines of a text but for those that may stand in it or not."""
    free = {fold(line) for line in either}
    return [line for line in text.split("\n") if fold(line) not in free]


def faults(of: Callable[[Page], bool]) -> Iterator[str]:
    """What went wrong, page by page, in words."""
    for page in filter(of, pages()):
        found, gold = read(page), page.gold
        where = f"{page.number} {page.language} {page.site}"
        if found is None:
            yield f"{where}: no document"
            continue
        have = fold(found.text)
        for line in gold.text:
            if fold(line) not in have:
                yield f"{where}: LOST {line[:90]}"
        for line, kind, removed, given in _residue(page, found):
            if not removed:
                yield f"{where}: KEPT {kind} {line[:90]!r}"
            elif given != kind:
                yield f"{where}: kind {kind} was {given} {line[:60]!r}"
        for key, value in _said(page, found):
            if not value:
                said = f"{found.title!r} {found.published_local} {found.authors} {found.section}"
                yield f"{where}: {key}: {said}"
        if found.truncated != gold.truncated:
            ending = f"{found.truncated}, gold {gold.how}: {found.text[-60:]!r}"
            yield f"{where}: truncated {ending}"
