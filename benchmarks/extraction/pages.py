"""Pages with gold text, read from the folders ``extract_*`` of the data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

__all__ = ["Page", "pages"]

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """One page: its set, address, bytes, and what its gold says."""

    name: str
    url: str
    raw: bytes
    text: str
    title: str
    language: str

    @property
    def host(self) -> str:
        """The site, so that pages of one site are never on both sides of a split."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")

    @cached_property
    def html(self) -> str:
        """The page decoded, the same for every tool: as it declares where that fits, else as UTF-8."""
        declared = _CHARSET.search(self.raw[:4096])
        for name in (declared[1].decode("ascii") if declared else "utf-8", "utf-8"):
            try:
                return self.raw.decode(name)
            except (LookupError, UnicodeDecodeError):
                continue
        return self.raw.decode(declared[1].decode("ascii") if declared else "utf-8", "replace")


def pages(data: Path) -> Iterator[Page]:
    """Every page with gold, a set after the other."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    for folder in sorted(data.glob("extract_*")):
        with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
            gold = {row["id"]: row for row in map(json.loads, lines)}
        with (folder / "pages.warc.gz").open("rb") as stream:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
                url = str(record.headers["WARC-Target-URI"])
                if row := gold.get(url):
                    name = folder.name.removeprefix("extract_")
                    payload = record.reader.read()
                    yield Page(name, url, payload, row["text"], row.get("title") or "", row.get("lang") or "")
