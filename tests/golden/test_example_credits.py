"""The credits of the example heap, all invented, against what is true by construction."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import letapis
from letapis.cli.entry import letapis as command
from letapis.publish.view import View
from letapis.store.chronicle import Chronicle
from letapis.text import fold

EXAMPLE = Path(letapis.__file__).parent / "cli" / "example"
GOLD: dict[str, Any] = json.loads((EXAMPLE / "gold.json").read_text("utf-8"))
FORMS = {
    fold(form): key
    for key, outlet in GOLD["outlets"].items()
    for form in (*outlet["names"], outlet["domain"])
}


@pytest.fixture(scope="module")
def heap(tmp_path_factory: pytest.TempPathFactory) -> View:
    folder = tmp_path_factory.mktemp("example") / "c"
    sources = [str(EXAMPLE / name) for name in ("heap.txt", "pages", "feed.jsonl")]
    result = CliRunner().invoke(command, ["add", *sources, "--to", str(folder)])
    assert result.exit_code == 0, result.output
    return View(Chronicle.open(folder))


def matched(heap: View) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Each gold document with the document that was read from the same place."""
    heading = dict(enumerate((EXAMPLE / "heap.txt").read_text("utf-8").split("\n"), 1))
    documents = heap.rows("documents")
    captures = heap.index("captures", "capture_id")
    for gold in GOLD["documents"]:
        where = gold["where"]
        if where["file"] == "feed.jsonl":
            found = [d for d in documents if d["source_id"] == where["id"]]
        elif where["file"] == "heap.txt":
            first = heading[where["line"]].strip()
            found = [
                d
                for d in documents
                if captures[d["capture_id"]]["uri"].endswith("heap.txt") and d["text"].startswith(first)
            ]
        else:
            name = Path(where["file"]).name
            found = [d for d in documents if captures[d["capture_id"]]["uri"].endswith(name)]
        yield gold, found[0] if len(found) == 1 else None


def pairs(heap: View) -> tuple[set[tuple[str, str, str]], set[tuple[str, str, str]]]:
    """(document, outlet, kind) as gold has them, and as they were found; platforms are no outlets here."""
    want, got = set(), set()
    for gold, document in matched(heap):
        name = gold["id"]
        want |= {(name, c["outlet"] if not c["lost"] else "", c["kind"]) for c in gold["credits"]}
        for row in heap.rows("citations"):
            if document and row["doc_id"] == document["doc_id"] and row["kind"] != "platform":
                outlet = "" if row["lost"] else FORMS.get(fold(row["outlet"]), row["outlet"])
                if not row["self"] or (name, outlet, row["kind"]) in want:
                    got.add((name, outlet, row["kind"]))
    return want, got


def test_credits_against_gold(heap: View) -> None:
    want, got = pairs(heap)
    plain_want, plain_got = {pair[:2] for pair in want}, {pair[:2] for pair in got}
    both = plain_want & plain_got
    precision, recall = len(both) / len(plain_got), len(both) / len(plain_want)
    right = len({pair[:2] for pair in want & got}) / len(both)
    print(f"credits: precision {precision:.3f} recall {recall:.3f} kind {right:.3f}")
    print("missing", sorted(want - got), "beyond", sorted(got - want), sep="\n  ")
    assert precision >= 0.95
    assert recall >= 0.93
    assert right >= 0.95


def test_every_form_of_an_outlet_leads_to_it(heap: View) -> None:
    named = {fold(row["form"]): row["outlet"] for row in heap.rows("publishers")}
    for form in ("Речник", "Рэчнік", "Річник", "Речника", "Rechnik", "rechnik.example"):
        assert named[fold(form)] == "Речник"
    by_key: dict[str, set[str]] = {}
    for form, outlet in named.items():
        if form in FORMS:
            by_key.setdefault(FORMS[form], set()).add(outlet)
    assert all(len(found) == 1 for found in by_key.values()), by_key
    assert len({outlet for found in by_key.values() for outlet in found}) == len(by_key)


def test_no_credit_is_listed_twice(heap: View) -> None:
    rows = [(r["doc_id"], r["start"], r["outlet"], r["kind"], r["surface"]) for r in heap.rows("citations")]
    assert len(rows) == len(set(rows))
