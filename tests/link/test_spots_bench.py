"""The floors of the task on the development data, where they are at hand."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from letapis import langs
from letapis.link.spots import spots

KINDS = {"PER": "person", "LOC": "place", "ORG": "organisation"}
FLOORS = {"be": 0.72, "en": 0.62, "ru": 0.76, "uk": 0.64}


def bare(surface: str) -> str:
    return " ".join(surface.casefold().split()).strip("«»\"“”„'’ ")


def read(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_language_is_above_its_floor(request: pytest.FixtureRequest) -> None:
    folder = request.config.rootpath.parent / "shared/bench/mentions"
    if not folder.is_dir():
        pytest.skip("no development data here")
    texts = {row["id"]: str(row["text"]) for row in read(folder / "documents.jsonl")}
    right, said, asked = Counter[str](), Counter[str](), Counter[str]()
    for row in read(folder / "gold.jsonl"):
        code, entities = str(row["lang"]), row["entities"]
        assert isinstance(entities, list)
        want = {(bare(one["surface"]), KINDS[one["type"]]) for one in entities if one["type"] in KINDS}
        have = {
            (bare(spot.surface), spot.kind.replace("outlet", "organisation"))
            for spot in spots(texts[row["id"]], langs.get(code))
        }
        right[code] += len(want & have)
        said[code] += len(have)
        asked[code] += len(want)
    for code, floor in FLOORS.items():
        assert 2 * right[code] / (said[code] + asked[code]) >= floor + 0.03, code
