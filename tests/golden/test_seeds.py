"""The real input, as annotated by hand. Its sentences are read from ../shared, never kept here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from letapis.cli.entry import letapis
from letapis.publish.view import View
from letapis.store.chronicle import Chronicle

# first line of each document → language, whether it breaks off
DOCUMENTS = {
    1: ("ru", True), 3: ("ru", True), 5: ("ru", True), 7: ("en", False), 29: ("ru", False),
    32: ("ru", False), 37: ("ru", True), 41: ("uk", True), 45: ("ru", True), 47: ("ru", True),
    50: ("ru", True), 52: ("en", False), 67: ("en", False), 68: ("en", False),
}  # fmt: skip
NAVINY = {7: "told_to", 29: "joint", 32: "told_to", 37: "image_credit", 41: "reported_by",
          67: "published_by", 68: "image_credit"}  # fmt: skip
TEASERS = (1, 3, 5, 45, 47, 50)


@pytest.fixture(scope="module")
def heap(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> View:
    folder = tmp_path_factory.mktemp("seeds") / "c"
    result = CliRunner().invoke(letapis, ["add", str(seeds), "--to", str(folder)])
    assert result.exit_code == 0, result.output
    return View(Chronicle.open(folder))


@pytest.fixture(scope="module")
def line_of(heap: View, seeds: Path) -> dict[str, int]:
    """doc_id → number of the line it begins on."""
    text = next(seeds.glob("*.txt")).read_text("utf-8")
    return {row["doc_id"]: text.count("\n", 0, row["raw_start"]) + 1 for row in heap.rows("documents")}


def at(heap: View, line_of: dict[str, int], line: int) -> dict[str, Any]:
    return next(row for row in heap.rows("documents") if line_of[row["doc_id"]] == line)


def cited(heap: View, line_of: dict[str, int], line: int, outlet: str) -> list[dict[str, Any]]:
    return [
        row for row in heap.rows("citations") if line_of[row["doc_id"]] == line and row["outlet"] == outlet
    ]


def test_fourteen_documents_with_the_right_first_lines(
    heap: View, line_of: dict[str, int], seeds: Path
) -> None:
    assert sorted(line_of.values()) == list(DOCUMENTS)
    lines = next(seeds.glob("*.txt")).read_text("utf-8").split("\n")
    for line in (1, 3, 5, 7, 29, 32, 41, 45, 47, 50, 52):
        assert at(heap, line_of, line)["text"].startswith(lines[line - 1].strip()[:40])


def test_languages_and_truncation(heap: View, line_of: dict[str, int]) -> None:
    found = {line_of[r["doc_id"]]: (r["language"], r["truncated"]) for r in heap.rows("documents")}
    assert found == DOCUMENTS
    assert sorted(code for code, _ in found.values()) == ["en"] * 4 + ["ru"] * 9 + ["uk"]


def test_the_footer_is_a_credit_and_no_text(heap: View, line_of: dict[str, int], seeds: Path) -> None:
    footer = next(seeds.glob("*.txt")).read_text("utf-8").split("\n")[30]
    document = at(heap, line_of, 29)
    assert footer[:30] not in document["text"]
    assert [r["kind"] for r in document["residue"] if r["surface"].startswith(footer[:30])] == ["footer"]
    kinds = [r["kind"] for r in heap.rows("citations") if r["doc_id"] == document["doc_id"]]
    assert "repost_footer" in kinds


def test_the_seven_that_name_naviny(heap: View, line_of: dict[str, int], seeds: Path) -> None:
    text = next(seeds.glob("*.txt")).read_text("utf-8")
    found = {line_of[r["doc_id"]] for r in heap.rows("citations") if r["outlet"] == "Naviny.by"}
    assert found == set(NAVINY)
    for line, kind in NAVINY.items():
        rows = cited(heap, line_of, line, "Naviny.by")
        assert kind in {row["kind"] for row in rows}
        for row in rows:
            assert row["surface"] in text
            if row["start"] is not None:
                document = at(heap, line_of, line)
                assert document["text"][row["start"] : row["stop"]] == row["surface"]
    reports = [row for row in heap.rows("reports") if row["outlet"] == "Naviny.by"]
    witnesses = {line_of[w["doc_id"]] for row in reports for w in row["witnesses"]}
    assert witnesses == set(NAVINY)
    assert all(row["original"] is None for row in reports), "no page of Naviny.by itself is in the heap"


def test_the_one_that_names_belapan(heap: View, line_of: dict[str, int]) -> None:
    assert [row["kind"] for row in cited(heap, line_of, 52, "BelaPAN")] == ["told_to"]
    (report,) = [row for row in heap.rows("reports") if row["outlet"] == "BelaPAN"]
    assert [line_of[w["doc_id"]] for w in report["witnesses"]] == [52]


def test_the_six_that_name_nobody_are_not_guessed(heap: View, line_of: dict[str, int]) -> None:
    for line in TEASERS:
        doc_id = at(heap, line_of, line)["doc_id"]
        owners = {
            row["outlet"]
            for row in heap.rows("reports")
            if doc_id == row["original"] or doc_id in {w["doc_id"] for w in row["witnesses"]}
        }
        assert owners == {None}
    (alike,) = heap.rows("suggestions")
    assert {line_of[doc_id] for doc_id in alike["doc_ids"]} == set(TEASERS)
    assert len(alike["reasons"]) >= 2


def test_restore_lists_them_and_writes_them(heap: View, line_of: dict[str, int], tmp_path: Path) -> None:
    chronicle = str(heap.chronicle.folder)
    words = ["restore", "naviny.by", "-c", chronicle, "--format", "jsonl", "--to", str(tmp_path)]
    result = CliRunner().invoke(letapis, words)
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in (tmp_path / "reports.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) == len(NAVINY)
    for row in rows:
        (witness,) = row["witnesses"]
        line = line_of[witness["doc_id"]]
        assert NAVINY[line] in {credit["kind"] for credit in witness["credits"]}
        assert (tmp_path / f"{row['report_id']}.md").exists()
        for s in row["segments"]:
            source = next(d for d in heap.rows("documents") if d["doc_id"] == s["doc_id"])
            assert row["text"][s["start"] : s["stop"]] == source["text"][s["d_start"] : s["d_stop"]]
    assert "Unattributed" in (tmp_path / "ledger.md").read_text("utf-8")
