"""Copies that lost full stops. Invented texts."""

from __future__ import annotations

import random

import pytest

from letapis.model import Document
from letapis.stemma.reports import reports
from letapis.stemma.restore import restorations
from tests.stemma.heap import page, report, shared


def fuse(lines: list[str], *places: int) -> str:
    """The lines, of which some have lost the full stop at their end."""
    return " ".join(line.rstrip(".") if i in places else line for i, line in enumerate(lines))


@pytest.mark.parametrize("seed", range(5))
def test_no_sentence_is_said_twice_where_neighbouring_stops_are_lost(seed: int) -> None:
    lines = report(random.Random(seed), 12)
    pages: list[Document] = [page(name, [fuse(lines)], f"Порт-{name}") for name in "abcd"]
    pages += [page("e", [fuse(lines, 5)], "Порт-e"), page("f", [fuse(lines, 6)], "Порт-f")]
    found = reports(pages, [], shared(pages), [])
    assert len(found) == 1
    [made] = restorations(found, pages, [])
    for line in lines:
        assert made.text.count(line.rstrip(".")) == 1
