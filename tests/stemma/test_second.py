"""Copies that took from two sources. Invented texts."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.model import Document, Witness
from letapis.stemma.reports import reports
from tests.stemma.heap import credit, page, report, shared


def swapped(line: str, word: int) -> str:
    """The line with two letters of one word changed places."""
    parts = line.split(" ")
    made = parts[word]
    k = next(k for k in range(1, len(made) - 1) if made[k] != made[k + 1])
    parts[word] = made[:k] + made[k + 1] + made[k] + made[k + 2 :]
    return " ".join(parts)


def slips(lines: list[str], *places: int) -> list[str]:
    return [swapped(line, 2) if i in places else line for i, line in enumerate(lines)]


def heap(seed: int) -> tuple[list[Document], list[str]]:
    """A lost report with two slipped copies, three clean ones, and one made of both slipped copies."""
    lines = report(random.Random(seed), 12)
    one, two = slips(lines, 1, 2, 3, 8, 9), slips(lines, 4, 10, 11)
    texts = {"a": one, "b": two, "c": lines, "d": lines, "e": lines, "z": [*one[:6], *two[6:]]}
    began = datetime(2026, 5, 4, tzinfo=UTC)
    pages = [
        replace(page(name, text, f"Порт-{name}"), published=began + timedelta(hours=i))
        for i, (name, text) in enumerate(texts.items())
    ]
    return pages, lines


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_a_second_source_that_is_said_is_one_and_its_passage_stands_in_it(
    seed: int, rng: random.Random
) -> None:
    pages, found = sources(seed, rng)
    assert all(not w.also for name, w in found.items() if name != "z")
    for reason in (r for r in found["z"].reasons if r.feature == "second source"):
        assert {found["z"].parent, *found["z"].also} == {"a", "b"}
        place, _, source = reason.detail.partition(" from ")
        start, stop = map(int, place.split(":"))
        text = next(p.text for p in pages if p.doc_id == "z")
        other = next(p.text for p in pages if p.doc_id == source)
        assert text[start:stop] in other


def test_most_second_sources_are_found_where_both_left_slips() -> None:
    said = [bool(sources(seed, random.Random(seed))[1]["z"].also) for seed in range(40)]
    assert sum(said) >= 30


def sources(seed: int, rng: random.Random) -> tuple[list[Document], dict[str, Witness]]:
    """The heap's pages in some order, and its witnesses."""
    pages, _ = heap(seed)
    made = [credit(p, "Ранак") for p in pages[:4]]
    pages[:4] = [p for p, _ in made]
    rng.shuffle(pages)
    [row] = reports(pages, [], shared(pages), [c for _, c in made])
    return pages, {w.doc_id: w for w in row.witnesses}


def test_a_copy_of_a_copy_has_one_source() -> None:
    pages, lines = heap(3)
    pages[-1] = page("z", slips(lines, 1, 2, 3, 6, 8, 9), "Порт-z")
    [row] = reports(pages, [], shared(pages), [credit(pages[2], "Ранак")[1]])
    assert all(not w.also for w in row.witnesses)
    assert next(w for w in row.witnesses if w.doc_id == "z").parent == "a"
