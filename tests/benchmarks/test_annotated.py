"""The annotated news is well formed: every word of its gold stands in its text, every kind is there."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.annotated import check

SENTENCES = 120
"""With a finding, at the least, in each language."""


@pytest.mark.parametrize("language", ["be", "en", "ru", "uk"])
def test_the_gold_has_no_fault(language: str) -> None:
    documents, gold = check.load(language, "documents"), check.load(language, "gold")
    assert [row["id"] for row in documents] == [row["id"] for row in gold]
    faults = (fault for pair in zip(documents, gold, strict=True) for fault in check.faults(*pair))
    assert list(faults) == []


@pytest.mark.parametrize("language", ["be", "en", "ru", "uk"])
def test_every_kind_is_there(language: str) -> None:
    documents, gold = check.load(language, "documents"), check.load(language, "gold")
    kinds = Counter(row["kind"] for one in gold for row in one["attributions"])
    assert set(kinds) >= {
        "told_to",
        "reported_by",
        "published_by",
        "joint",
        "image_credit",
        "dateline",
        "link",
    }
    assert {row["kind"] for one in gold for row in one["quotes"]} == {"direct", "mixed", "indirect"}
    carried = sum(check.carried(*pair) for pair in zip(documents, gold, strict=True))
    assert carried >= SENTENCES
