"""One proof sheet a language: invented news with everything found marked under its lines."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from letapis.cli.entry import letapis

ANNOTATED = Path(__file__).parents[2] / "benchmarks" / "annotated"
SHEETS = Path(__file__).parent / "proof"
WIDTH = 110
"""Columns of the terminal it is drawn for: the real one must not change a sheet."""
MANY = 16
"""Documents of each language that are drawn."""


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("proof") / "c"
    sources = [str(path) for path in sorted(ANNOTATED.glob("*/documents.jsonl"))]
    done = CliRunner().invoke(letapis, ["add", *sources, "--to", str(folder)])
    assert done.exit_code == 0, done.output
    return folder


@pytest.mark.parametrize("language", ["be", "en", "ru", "uk"])
def test_the_proof_sheet_of_a_language(language: str, chronicle: Path) -> None:
    from letapis.publish.view import View
    from letapis.store.chronicle import Chronicle

    rows = [row for row in View(Chronicle.open(chronicle)).rows("documents") if row["language"] == language]
    rows.sort(key=lambda row: row["source_id"])
    drawn = []
    for row in rows[:MANY]:
        call = ["show", row["doc_id"], "--proof", "-c", str(chronicle)]
        shown = CliRunner(env={"COLUMNS": str(WIDTH)}).invoke(letapis, call)
        assert shown.exit_code == 0, shown.output
        drawn.append(f"{row['source_id']}\n{'=' * len(row['source_id'])}\n{shown.output}")
    sheet = SHEETS / f"{language}.txt"
    text = "\n".join(drawn)
    if os.environ.get("LETAPIS_GOLDEN") == "write":
        sheet.parent.mkdir(exist_ok=True)
        sheet.write_text(text, "utf-8")
    assert text == sheet.read_text("utf-8")
