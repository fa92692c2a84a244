"""Titles and dates of real pages, beside htmldate and trafilatura on the same pages."""

from __future__ import annotations

import json
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

__all__ = ["main", "measure"]

Found = tuple[str, set[str]]
"""A title, and the days that may be scored as the date."""


def measure(data: Path) -> dict[str, float]:
    """Share of titles and dates that are right by ``score.py extract``, and pages a CPU second.

    Our own figure is without the parse, which is shared with the main text; that of htmldate as well;
    trafilatura's is of its metadata without the parse.
    """
    pages = [page for folder in sorted(data.glob("extract_*")) for page in _pages(folder)]
    figures: dict[str, float] = {}
    for name, run in (("letapis", _letapis), ("htmldate", _htmldate), ("trafilatura", _trafilatura)):
        right: Counter[str] = Counter()
        spent = 0.0
        for folder, url, raw, gold in pages:
            (title, days), seconds = run(raw, url)
            spent += seconds
            for part in {folder, "all"}:
                if gold.get("title") and name != "htmldate":
                    right[f"{part}.title"] += 1
                    right[f"{part}.title_right"] += _fold(title) == _fold(gold["title"])
                if gold.get("date"):
                    right[f"{part}.date"] += 1
                    right[f"{part}.date_right"] += str(gold["date"])[:10] in days
        for key in sorted(k for k in right if k.endswith("_right")):
            figures[f"{name}.{key}"] = right[key] / right[key.removesuffix("_right")]
        figures[f"{name}.pages_per_second"] = len(pages) / spent
    return figures


def _pages(folder: Path) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    from fastwarc.warc import ArchiveIterator

    from letapis.text.decode import decode

    rows = map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines())
    gold = {row["id"]: row for row in rows}
    with (folder / "pages.warc.gz").open("rb") as stream:
        for record in ArchiveIterator(stream):
            url = record.headers.get("WARC-Target-URI") or ""
            if url not in gold:
                continue
            payload = record.reader.read()
            said = re.search(rb"charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]+)", payload[:4096])
            try:
                raw = payload.decode(said[1].decode() if said else "utf-8")
            except (LookupError, UnicodeDecodeError):
                raw = decode(payload).text
            yield folder.name, url, raw, gold[url]


def _letapis(raw: str, url: str) -> tuple[Found, float]:
    from selectolax.lexbor import LexborHTMLParser

    from letapis.read.metadata import metadata

    tree = LexborHTMLParser(raw.encode("utf-8", "replace"))
    found, spent = _timed(lambda: metadata(tree, url))
    days = {found.date.at.isoformat()[:10], found.date.local[:10]} if found.date else set()
    return (found.title or "", days), spent


def _htmldate(raw: str, url: str) -> tuple[Found, float]:
    from htmldate import find_date
    from trafilatura import load_html

    tree = load_html(raw)
    if tree is None:
        return ("", set()), 0.0
    found, spent = _timed(lambda: find_date(tree, extensive_search=False, original_date=True, url=url))
    return ("", {(found or "")[:10]}), spent


def _trafilatura(raw: str, url: str) -> tuple[Found, float]:
    from trafilatura import load_html
    from trafilatura.metadata import extract_metadata

    tree = load_html(raw)
    if tree is None:
        return ("", set()), 0.0
    found, spent = _timed(lambda: extract_metadata(tree, default_url=url))
    return (found.title or "", {(found.date or "")[:10]}), spent


T = TypeVar("T")


def _timed(call: Callable[[], T]) -> tuple[T, float]:
    began = time.process_time()
    found = call()
    return found, time.process_time() - began


def _fold(text: str) -> str:
    text = unicodedata.normalize("NFC", text or "").replace("\u00ad", "")
    return re.sub(r"[\s\u00a0]+", " ", text).strip().casefold()


def main() -> None:
    """Print the figures of the folder that ``LETAPIS_BENCH`` names, else of ``../shared/bench``."""
    import os

    for name, value in measure(Path(os.environ.get("LETAPIS_BENCH", "../shared/bench"))).items():
        print(f"{name:<44} {value:.3f}")


if __name__ == "__main__":
    main()
