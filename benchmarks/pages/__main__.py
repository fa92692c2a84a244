"""Writes the invented pages to a folder, or says what is wrong with the reading of the odd ones."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from pathlib import Path

from benchmarks.pages.book import pages
from benchmarks.pages.measure import faults

__all__ = ["main"]


def main() -> int:
    """Write ``<number>.html`` and ``gold.jsonl``; or print the faults of pages with odd numbers."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("--to", type=Path, help="folder for the pages and gold.jsonl")
    chosen = parser.parse_args()
    if chosen.to is None:
        for line in faults(lambda page: page.number % 2 == 1):
            print(line)
        return 0
    chosen.to.mkdir(parents=True, exist_ok=True)
    with (chosen.to / "gold.jsonl").open("w", encoding="utf-8") as out:
        for page in pages():
            (chosen.to / f"{page.number:02}.html").write_bytes(page.payload)
            row = {"id": page.url, "number": page.number, "site": page.site, "lang": page.language}
            out.write(json.dumps(row | dataclasses.asdict(page.gold), ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
