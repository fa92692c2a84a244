"""Real pages with gold text, read from ../shared where it stands: a part of them, as a floor."""

from __future__ import annotations

from pathlib import Path

import pytest

_DATA = Path(__file__).resolve().parents[4] / "shared" / "bench"
_FLOORS = {"daniel_pl": 0.95, "zyte": 0.96}


@pytest.mark.skipif(not _DATA.is_dir(), reason="no development data beside the repository")
@pytest.mark.parametrize("name", sorted(_FLOORS))
def test_the_text_is_the_gold_text(name: str) -> None:
    from benchmarks.extraction.labels import shingles
    from benchmarks.extraction.pages import pages
    from letapis.read.extract import extract

    precision, recall = [], []
    for page in pages(_DATA):
        if page.name == name:
            gold, said = shingles(page.text, page.title), shingles(extract(page.html).text, page.title)
            both = (gold & said).total()
            precision.append(both / max(1, said.total()))
            recall.append(both / max(1, gold.total()))
    p, r = sum(precision) / len(precision), sum(recall) / len(recall)
    assert 2 * p * r / (p + r) >= _FLOORS[name]
