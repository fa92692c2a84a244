"""Writes formats.md: what each format, container and source is, and what is kept of it.

The table is not what somebody says: every reader reads the whole file that the tests have of its format
(``tests/fixtures/broken/good.py``), and what its documents then have is marked. Run it after a reader has
changed: ``.venv/bin/python docs/reference/formats.py``.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from letapis import plugins
from letapis.model import Capture, Document
from letapis.read.base import read
from letapis.settings import Settings

__all__ = ["page", "write"]

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
COLUMNS = {
    "title": "title",
    "published": "date",
    "authors": "authors",
    "section": "section",
    "url": "address",
    "canonical_url": "own address",
    "outlet": "outlet",
    "source_id": "id",
    "language": "language",
    "links": "links",
    "residue": "left out",
    "map": "offsets",
    "truncated": "truncated",
}
"""Columns of a document, as the table calls them."""
ADDRESS = "https://t.me/quaynews/2"
HEAD = """\
# Formats, containers and sources

<!-- Written by docs/reference/formats.py from the code: change it there. -->

A **source** says where things come from, a **container** cuts a file into records, a **format** reads
one record. Each is one module, found by its name; `--as NAME` names one outright. What no reader can
read is set aside with a reason, and its bytes are kept.

## Formats

Marked is what the documents of a whole sample of the format have. What is not marked there is not in
that format, or cannot be known from one record; of every document the language is told from its words
where nothing states it, and its outlet from its address. *Left out* are words of the record that are no
news text (menus, tags, credits, forwards): they are kept beside it as evidence. *Offsets* lead from each
stretch of the text to the record.
"""
CONTAINERS = """
## Containers

Files of many records. The capture of each record has its own id, so that a grown file adds only what is
new.
"""
SOURCES = """
## Sources

What fetches keeps the exchange as it went over the wire (WARC), heeds robots.txt, waits between
requests, connects to no private address and is bounded in bytes and time.
"""
LAST = """
## What is set aside

Every row of `set_aside` has a reason in one word and says what was found, where, and what can be done.
The same holds for whatever is given to a reader: it is tried with files that are cut, packed, mixed up,
of another kind, too large, nested too deep or made to harm (`tests/contract`), and with files damaged at
random (`python -m benchmarks fuzz --seconds 600`).
"""


def page() -> str:
    """The page, from the parts that there are."""
    parts = [HEAD, _formats(), CONTAINERS, _parts("collect.containers", "containers"), SOURCES]
    return "\n".join([*parts, _parts("collect.sources", "sources"), LAST])


def write() -> bool:
    """Whether the page has changed; it is written then."""
    path, text = HERE / "formats.md", page()
    if path.exists() and path.read_text("utf-8") == text:
        return False
    path.write_text(text, "utf-8")
    return True


def _formats() -> str:
    lines = [f"| format | what it is | {' | '.join(COLUMNS.values())} |", "|---|---|" + "---|" * len(COLUMNS)]
    for name in plugins.names("letapis.read.formats", "formats"):
        kept = _kept(name)
        marks = " | ".join("●" if column in kept else "" for column in COLUMNS)
        lines.append(f"| `{name}` | {_what(f'letapis.read.formats.{name}')} | {marks} |")
    return "\n".join(lines)


def _kept(name: str) -> set[str]:
    """The columns that some document of the sample has."""
    from tests.fixtures.broken import good

    uri = ADDRESS if name.startswith("telegram") else "https://rechnik.example/ferry"
    capture = Capture("c1", "", uri, "", format=name)
    items = read(capture, good.formats()[name], Settings())
    found = [item for item in items if isinstance(item, Document)]
    return {column for column in COLUMNS for document in found if getattr(document, column)}


def _parts(package: str, kind: str) -> str:
    names = plugins.names(f"letapis.{package}", kind)
    rows = (f"| `{name}` | {_what(f'letapis.{package}.{name}')} |" for name in names)
    return "\n".join([f"| {kind.removesuffix('s')} | what it is |", "|---|---|", *rows])


def _what(module: str) -> str:
    first = (import_module(module).__doc__ or "").split("\n\n")[0]
    return " ".join(first.split()).replace("``", "`").replace("|", "\\|")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    print("written" if write() else "as it was", file=sys.stderr)
