"""One heap added at once, and the same heap added in two parts: the tables of both. All of it is invented."""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from letapis import pipeline
from letapis.store.chronicle import Chronicle
from tests.house.tree import ROOT

__all__ = ["Grown", "Rows", "grouped", "grown", "plain"]

Rows = list[dict[str, Any]]
TABLES = (
    "documents",
    "regions",
    "spots",
    "amounts",
    "dates",
    "quoted",
    "mentions",
    "entities",
    "aliases",
    "quotations",
    "figures",
)
MANY = 7
"""Documents of each language."""
SPARE: Rows = [
    {"id": "empty", "text": "", "language": "en"},
    {"id": "blank", "text": " \n\u00a0\n ", "language": "ru"},
    {"id": "plain", "text": "the rain went on and on and nobody went out into it at all", "language": "en"},
]
MORE: Rows = [
    # in the first part a surname alone, in the second the name in full
    {
        "id": "early",
        "language": "ru",
        "text": "Паром встал\n«Ждём новый котёл до самой осени, раньше паром не пойдёт», — сказал Соснин."
        " Ремонт обойдётся в 48 тысяч евро, добавил он.",
    },
    {
        "id": "late",
        "language": "ru",
        "text": "Паром пошёл\n«Ждём новый котёл до самой осени, раньше паром не пойдёт», — сказал мэр"
        " Заречья Игнат Соснин 5 мая 2021 года. Ездят 300 человек.",
    },
]


class Grown(NamedTuple):
    """Tables by name."""

    once: dict[str, Rows]
    first: dict[str, Rows]
    """After the first part alone."""
    parts: dict[str, Rows]


@cache
def grown() -> Grown:
    """The tables that one run over everything writes, and those after each of two runs."""
    rows = []
    for language in ("be", "en", "ru", "uk"):
        path = ROOT / "benchmarks" / "annotated" / language / "documents.jsonl"
        rows += [json.loads(line) for line in path.read_text("utf-8").splitlines()[:MANY]]
    with tempfile.TemporaryDirectory(prefix="letapis-grown-") as scratch:
        sources = []
        for number, part in enumerate(([*rows[::2], *SPARE, MORE[0]], [*rows[1::2], MORE[1]])):
            sources.append(Path(scratch) / f"part{number}.jsonl")
            lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in part)
            sources[-1].write_text("".join(lines), "utf-8")
        once = _built(Chronicle.create(Path(scratch) / "once"), sources)
        growing = Chronicle.create(Path(scratch) / "parts")
        return Grown(once, _built(growing, sources[:1]), _built(growing, sources[1:]))


def _built(chronicle: Chronicle, sources: list[Path]) -> dict[str, Rows]:
    pipeline.add(chronicle, [str(path) for path in sources], lambda *_: None)
    pipeline.build(chronicle, lambda *_: None)
    return {name: chronicle.tables.read(name).to_pylist() for name in TABLES}


def plain(rows: Rows, *without: str) -> list[str]:
    """Rows in an order of their own, without some columns."""
    return sorted(repr({name: value for name, value in row.items() if name not in without}) for row in rows)


def grouped(mentions: Rows) -> dict[str, frozenset[tuple[str, int, int]]]:
    """The places of each entity's mentions, which say which entity it is, whatever its id."""
    found: defaultdict[str, set[tuple[str, int, int]]] = defaultdict(set)
    for row in mentions:
        if row["entity_id"]:
            found[row["entity_id"]].add((row["doc_id"], row["start"], row["stop"]))
    return {name: frozenset(places) for name, places in found.items()}
