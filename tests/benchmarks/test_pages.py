"""The invented pages: the same everywhere, true to their gold, and read as well as they were."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.floors import below
from benchmarks.pages.book import Page, pages
from benchmarks.pages.measure import measure


@pytest.fixture(scope="module")
def book() -> list[Page]:
    return list(pages())


def test_half_of_the_pages_of_each_language_are_kept_for_measuring(book: list[Page]) -> None:
    halves = Counter((page.language, page.number % 2) for page in book)
    assert set(halves.values()) == {9} and len(halves) == 8
    assert [page.number for page in book] == list(range(1, 73))
    assert book == list(pages())


def test_what_the_gold_says_stands_on_the_page(book: list[Page]) -> None:
    for page in book:
        drawn = (
            page.payload.decode("cp1252" if b"windows-1252" in page.payload else "cp1251")
            if (page.site == "tables")
            else page.payload.decode()
        )
        for line in page.gold.text:
            assert line.split(" — ")[0][:40] in drawn
        assert page.gold.truncated == (page.gold.how is not None)


def test_the_pages_are_read_as_well_as_they_were() -> None:
    figures = measure("looked_at", lambda page: page.number % 2 == 1)
    figures |= measure("test", lambda page: page.number % 2 == 0)
    assert list(below("pages", figures)) == []
