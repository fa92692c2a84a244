"""Characters a second of finding everything in a text, on one thread: ours, natasha's, dateparser's."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from benchmarks.peers.method import Setting
from benchmarks.race import PEERS, Entry, race
from benchmarks.run import Figures

__all__ = ["pace"]

_SETS = ("stemma", "reuse", "translation")
_FEW = 60_000
"""Characters that dateparser gets: it reads some ten thousand a second."""
_ONE = Setting()
_OURS = {
    "letapis": "everything: credits, quotations, names, roles, figures, dates",
    "letapis-names": "names alone, as natasha",
    "letapis-dates": "dates alone, as dateparser",
}


def pace(data: Path, rounds: int = 3) -> Figures:
    """Characters a CPU-second over real news: Russian beside natasha and dateparser, and each language.

    Medians over interleaved rounds in one run; what a first run takes (importing, compiling, filling
    caches) is apart. natasha finds names and nothing else; dateparser's ``search_dates`` gets a part
    of the texts and is told the language.
    """
    texts = _texts(data)
    figures: Figures = {}
    with tempfile.TemporaryDirectory(prefix="letapis-pace-") as scratch:
        for language, rows in texts.items():
            names = _OURS if language == "ru" else ("letapis",)
            entries = [Entry(name, "finding", name, _ONE) for name in names]
            if language == "ru" and PEERS.exists():
                entries.append(Entry("natasha", "natasha", "natasha", _ONE))
            figures |= _raced(entries, rows, Path(scratch) / f"{language}.jsonl", language, rounds)
        if PEERS.exists():
            few = _first(texts["ru"], _FEW)
            entries = [Entry("letapis-dates", "finding", "letapis-dates", _ONE)]
            entries.append(Entry("dateparser", "dateparser", "dateparser", _ONE))
            figures |= _raced(entries, few, Path(scratch) / "few.jsonl", "ru-few", 1)
    for mine, theirs in (("ru.letapis", "ru.natasha"), ("ru-few.letapis-dates", "ru-few.dateparser")):
        if f"{theirs}.characters_per_second" in figures:
            ratio = float(figures[f"{mine}.characters_per_second"])
            figures[f"{mine}.over.{theirs.partition('.')[2]}"] = ratio / float(
                figures[f"{theirs}.characters_per_second"]
            )
    return figures


def _raced(entries: list[Entry], rows: list[dict[str, str]], path: Path, name: str, rounds: int) -> Figures:
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    size = sum(len(row["text"]) for row in rows)
    figures: Figures = {f"{name}.characters": size}
    for entry, cost in race(entries, path, rounds).items():
        figures[f"{name}.{entry}.characters_per_second"] = size / cost["cpu"]
        figures[f"{name}.{entry}.first_seconds"] = cost["first"]
    return figures


def _texts(data: Path) -> dict[str, list[dict[str, str]]]:
    """Rows by language: real news of the development data."""
    found: dict[str, list[dict[str, str]]] = {}
    for name in _SETS:
        with (data / name / "documents.jsonl").open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row["language"] in ("be", "en", "ru", "uk"):
                    kept = {"id": f"{name}-{row['id']}", "text": row["text"], "language": row["language"]}
                    found.setdefault(row["language"], []).append(kept)
    return dict(sorted(found.items()))


def _first(rows: list[dict[str, str]], size: int) -> list[dict[str, str]]:
    """The first rows, until they have ``size`` characters."""
    found, held = [], 0
    for row in rows:
        if held >= size:
            break
        found.append(row)
        held += len(row["text"])
    return found
