"""A heap that came in batches is the heap that came at once."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from letapis import tables
from letapis.cli.entry import letapis
from letapis.publish.view import View
from letapis.store.chronicle import Chronicle
from tests.sample import ROWS

TABLES = ("documents", "regions", "citations", "reuse", "reports", "restorations", "suggestions")


def rows() -> list[dict[str, object]]:
    """The sample's rows, and reports that nothing links with them."""
    found = list(ROWS)
    for n in range(6):
        words = [
            f"{'абвгдежзік'[n]}{'лмнопрстуф'[k % 10]}{'аеоую'[k % 5]}ніна{k * (n + 3)}" for k in range(40)
        ]
        text = " ".join(words).capitalize() + "."
        found.append({"id": f"own-{n}", "url": f"https://p{n}.example/1", "text": text, "language": "be"})
        found.append({"id": f"copy-{n}", "url": f"https://q{n}.example/1", "text": text, "language": "be"})
    return found


def add(source: Path, folder: Path) -> None:
    done = CliRunner().invoke(letapis, ["add", str(source), "--to", str(folder)])
    assert done.exit_code == 0, done.output


def told(folder: Path) -> dict[str, list[str]]:
    view = View(Chronicle.open(folder))
    return {
        name: sorted(json.dumps(row, default=str, sort_keys=True) for row in view.rows(name))
        for name in TABLES
    }


@pytest.fixture(scope="module")
def once(tmp_path_factory) -> dict[str, list[str]]:
    place = tmp_path_factory.mktemp("once")
    source = place / "all.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows()), "utf-8")
    add(source, place / "c")
    return told(place / "c")


@pytest.mark.parametrize("seed", range(3))
def test_batches_change_nothing(tmp_path, once, seed):
    left = rows()
    random.Random(seed).shuffle(left)
    cuts = sorted(random.Random(seed).sample(range(1, len(left)), 2))
    # one file: an address and an id say which record is which, not the file it came in
    for number, (start, stop) in enumerate(zip([0, *cuts], [*cuts, len(left)], strict=True)):
        source = tmp_path / f"{number}.jsonl"
        source.write_text("".join(json.dumps(row) + "\n" for row in left[start:stop]), "utf-8")
        add(source, tmp_path / "c")
    assert {name: len(found) for name, found in told(tmp_path / "c").items()} == {
        name: len(found) for name, found in once.items()
    }
    assert told(tmp_path / "c") == once


def test_tables_are_all_looked_at():
    assert set(TABLES) <= set(tables.TABLES)
