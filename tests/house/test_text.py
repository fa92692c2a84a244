"""No sentence of the development data is shipped: those texts belong to their publishers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.house.tree import ROOT

RUN = 8
SHIPPED = ("src", "tests", "docs", "examples", "benchmarks")
TEXTUAL = {".cfg", ".csv", ".html", ".ini", ".json", ".jsonl", ".md", ".py", ".sql", ".toml", ".txt", ".xml"}


def words(text: str) -> list[str]:
    """The words of a text, whatever stands between them."""
    return re.findall(r"\w+", text.lower())


def runs(text: str) -> Iterator[int]:
    """A hash of every run of eight words, in order."""
    found = words(text)
    return (hash(tuple(found[at : at + RUN])) for at in range(len(found) - RUN + 1))


@cache
def shipped() -> dict[int, str]:
    """Every run of the project's own texts, with the file it stands in."""
    paths = [path for name in SHIPPED for path in sorted((ROOT / name).rglob("*"))] + sorted(
        ROOT.glob("*.md")
    )
    found: dict[int, str] = {}
    for path in paths:
        if path.is_file() and path.suffix in TEXTUAL:
            text = path.read_text("utf-8", errors="replace")
            found |= dict.fromkeys(runs(text), str(path.relative_to(ROOT)))
    return found


def strings(value: Any) -> Iterator[str]:
    """Every string inside a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)


def texts(folder: Path) -> Iterator[str]:
    """Every text of the data; of the archived pages, what their gold says they hold."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".txt":
            yield path.read_text("utf-8", errors="replace")
        elif path.suffix in {".json", ".jsonl"}:
            with path.open(encoding="utf-8") as lines:
                for line in lines:
                    yield from strings(json.loads(line))


def shared(folder: Path) -> dict[str, str]:
    """Files of the project that have eight words in a row from a text in ``folder``, and which."""
    ours = shipped()
    return {
        ours[run]: " ".join(words(text)[at : at + RUN])
        for text in texts(folder)
        for at, run in enumerate(runs(text))
        if run in ours
    }


def test_the_search_finds_a_copied_sentence(tmp_path: Path) -> None:
    line = "a heron stood all morning on the broken pier at Zarechye"
    page = tmp_path / "page.jsonl"
    page.write_text(json.dumps({"text": f"Before. {line.title()}, and after."}) + "\n", "utf-8")
    found = {run for text in texts(tmp_path) for run in runs(text)}
    assert set(runs(line)) <= found
    assert set(runs("the heron stood all morning on the broken bridge")) & found == set()


def test_nothing_is_copied_from_the_development_data(bench: Path) -> None:
    assert shared(bench) == {}


def test_nothing_is_copied_from_the_real_input(seeds: Path) -> None:
    assert shared(seeds) == {}
