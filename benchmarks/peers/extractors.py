"""Main text of pages by other tools, each called as its documentation says, and by Letapis.

``python -m benchmarks.peers.extractors NAME PAGES.jsonl TEXTS.jsonl`` reads pages (``html``, ``url``,
``language``), writes a text for each, and prints the CPU-seconds that all took together as JSON. The
first page is read once before the clock starts. A tool that fails on a page gives no text for it.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

__all__ = ["OURS", "THEIRS", "TOOLS", "main"]

Page = dict[str, str]
Tool = Callable[[Page], str]


def _letapis() -> Tool:
    extract = import_module("letapis.read.extract").extract
    return lambda page: extract(page["html"]).text


def _trafilatura(**options: bool) -> Callable[[], Tool]:
    def made() -> Tool:
        extract = import_module("trafilatura").extract
        return lambda page: extract(page["html"], include_comments=False, **options) or ""

    return made


def _resiliparse() -> Tool:
    extract = import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda page: extract(page["html"], main_content=True, alt_texts=False, links=False)


def _readability() -> Tool:
    document = import_module("readability").Document
    parse = import_module("lxml.html").fromstring
    return lambda page: "\n".join(parse(document(page["html"]).summary()).itertext())


_STOPLISTS = {
    "cs": "Czech", "da": "Danish", "de": "German", "en": "English", "es": "Spanish", "id": "Indonesian",
    "is": "Icelandic", "it": "Italian", "ko": "Korean", "no": "Norwegian_Bokmal", "pl": "Polish",
    "pt": "Portuguese", "ru": "Russian", "vi": "Vietnamese",
}  # fmt: skip


def _justext() -> Tool:
    library = import_module("justext")
    everything = frozenset().union(*map(library.get_stoplist, library.get_stoplists()))

    def text(page: Page) -> str:
        name = _STOPLISTS.get(page["language"])
        words = library.get_stoplist(name) if name else everything
        return "\n".join(p.text for p in library.justext(page["html"], words) if not p.is_boilerplate)

    return text


def _newspaper() -> Tool:
    article = import_module("newspaper").Article
    listed: Any = import_module("newspaper.languages").valid_languages()
    known = {name[0] if isinstance(name, tuple) else name for name in listed}

    def text(page: Page) -> str:
        language = page["language"] if page["language"] in known else "en"
        made = article(page["url"], language=language, fetch_images=False)
        made.download(input_html=page["html"])
        made.parse()
        return str(made.text)

    return text


def _goose() -> Tool:
    tool = import_module("goose3").Goose({"enable_image_fetching": False})
    return lambda page: str(tool.extract(raw_html=page["html"], url=page["url"]).cleaned_text)


def _boilerpy() -> Tool:
    tool = import_module("boilerpy3.extractors").ArticleExtractor(raise_on_failure=False)
    return lambda page: str(tool.get_content(page["html"]))


OURS: dict[str, Callable[[], Tool]] = {
    "letapis": _letapis,
    "trafilatura": _trafilatura(),
    "trafilatura-fast": _trafilatura(fast=True),
    "trafilatura-precision": _trafilatura(favor_precision=True),
    "trafilatura-recall": _trafilatura(favor_recall=True),
    "resiliparse": _resiliparse,
    "readability-lxml": _readability,
    "justext": _justext,
}
"""Tools of this environment."""
THEIRS: dict[str, Callable[[], Tool]] = {
    "newspaper4k": _newspaper,
    "goose3": _goose,
    "boilerpy3": _boilerpy,
}
"""Tools of the peers' environment (``make peers``)."""
TOOLS = OURS | THEIRS


def main() -> None:
    """Read all pages with one tool."""
    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(10_000)
    name, source, target = sys.argv[1:4]
    with Path(source).open(encoding="utf-8") as lines:
        pages: list[Page] = [json.loads(line) for line in lines]
    tool = TOOLS[name]()
    _text(tool, pages[0])
    began = time.process_time()
    texts = [_text(tool, page) for page in pages]
    spent = time.process_time() - began
    with Path(target).open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(text, ensure_ascii=False) + "\n" for text in texts)
    print(json.dumps({"cpu": spent}))


def _text(tool: Tool, page: Page) -> str:
    try:
        return tool(page) or ""
    except Exception:
        return ""


if __name__ == "__main__":
    main()
