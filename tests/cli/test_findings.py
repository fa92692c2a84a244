"""quotes, figures, outlets, entity and show --proof, as they are printed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from letapis.cli.entry import letapis
from letapis.model import Citation
from tests.publish.found import Heap

CALLS = [
    ["quotes"], ["quotes", "--reasons"], ["figures"], ["figures", "--disputed"], ["figures", "--reasons"],
    ["outlets"], ["outlets", "Прыстань"], ["outlets", "--credits"], ["outlets", "--taken"],
    ["entity", "Рагач"], ["entity", "Заречск", "--all"],
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    heap = Heap()
    heap.report("be1", "Прыстань", ru1="translation", uk1="reprint")
    heap.citations.append(Citation("ru1", 0, 10, "В Заречске", "Прыстань", 0, 10, "reported_by"))
    return heap.write(tmp_path_factory.mktemp("findings") / "c").folder


def run(folder: Path, *words: str, columns: int = 80) -> Result:
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(letapis, [*words, "-c", str(folder)])


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
@pytest.mark.parametrize("columns", [80, 120])
def test_a_terminal_is_not_overrun(folder: Path, call: list[str], columns: int) -> None:
    result = run(folder, *call, columns=columns)
    assert result.exit_code == 0, result.output
    for line in result.output.splitlines():
        assert len(line.rstrip()) <= columns or "http" in line or "#c=" in line, line


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_rows_for_programs_have_every_column_and_nothing_else(folder: Path, call: list[str]) -> None:
    result = run(folder, *call, "--format", "jsonl")
    assert result.exit_code == 0, result.output
    for line in result.stdout.splitlines():
        assert isinstance(json.loads(line), dict)
    rows = list(csv.reader(io.StringIO(run(folder, *call, "--format", "csv").stdout)))
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize(
    "call", [["quotes"], ["figures"], ["figures", "--disputed"], ["entity", "Заречск"]], ids=" ".join
)
def test_every_line_of_a_spreadsheet_leads_to_its_passage(folder: Path, call: list[str]) -> None:
    for row in csv.DictReader(io.StringIO(run(folder, *call, "--format", "csv").stdout)):
        shown = run(folder, "show", row["at"])
        assert shown.exit_code == 0
        assert shown.output.strip()
        assert row["url"].startswith("https://")


@pytest.mark.parametrize(
    "call",
    [["quotes", "--speaker", "Нетусь"], ["figures", "--about", "дирижабль"], ["figures", "--unit", "parsec"],
     ["quotes", "--since", "1990", "--until", "1991"]],
    ids=" ".join,
)  # fmt: skip
def test_nothing_found_says_what_there_is(folder: Path, call: list[str]) -> None:
    shown = run(folder, *call)
    assert shown.exit_code == 0
    assert "the chronicle has" in " ".join(shown.output.split())
    rows = run(folder, *call, "--format", "jsonl")
    assert rows.stdout == ""
    assert "the chronicle has" in rows.stderr


def test_an_unknown_name_is_an_error_that_says_what_there_is(folder: Path) -> None:
    result = run(folder, "entity", "Нетусь")
    assert result.exit_code != 0
    assert "named most" in str(result.exception)


def test_a_wrong_date_is_said(folder: Path) -> None:
    assert "is no date" in str(run(folder, "quotes", "--since", "soon").exception)


def test_the_proof_sheet_has_everything_found(folder: Path) -> None:
    drawn = run(folder, "show", "ru1", "--proof").output
    for words in (
        "reported_by: Прыстань",
        "person: Ян Мох",
        "no entry",
        "figure 7 people",
        "figure 71 year",
        "direct quotation",
    ):
        assert words in " ".join(drawn.split())


def test_an_empty_chronicle_says_so(tmp_path: Path) -> None:
    heap = Heap()
    heap.pages = {}
    for rows in (heap.mentions, heap.spots, heap.quotations, heap.figures):
        rows.clear()
    folder = heap.write(tmp_path / "c").folder
    for call in (["quotes"], ["figures"], ["figures", "--disputed"], ["outlets"], ["outlets", "--credits"]):
        shown = run(folder, *call)
        assert shown.exit_code == 0
        assert "documents" in shown.output or "0 pages" in " ".join(shown.output.split()), call
