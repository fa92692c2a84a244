"""What the demo prints, word for word. After a wanted change: LETAPIS_GOLDEN=write make test."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from letapis.cli.entry import letapis

GOLDEN = Path(__file__).parent / "demo.txt"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("demo")
    result = CliRunner().invoke(letapis, ["demo", "--to", str(folder / "rechnik.chronicle")])
    assert result.exit_code == 0, result.output
    again = CliRunner().invoke(letapis, ["demo", "--to", str(folder / "rechnik.chronicle")])
    assert "nothing was stale" in again.output
    lines = result.stdout.replace(f"{folder}/", "").splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def test_the_demo_prints_what_it_printed(printed: str) -> None:
    if os.environ.get("LETAPIS_GOLDEN") == "write":
        GOLDEN.write_text(printed, "utf-8")
    assert printed == GOLDEN.read_text("utf-8")


def test_it_says_that_all_of_it_is_invented(printed: str) -> None:
    assert "invented" in printed.splitlines()[0]


def test_a_demo_beside_other_files_leaves_them(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    result = CliRunner().invoke(letapis, ["demo", "--to", str(tmp_path / "mine")])
    assert result.exit_code != 0
    assert (tmp_path / "mine" / "letter.txt").read_text() == "mine"
    shutil.rmtree(tmp_path / "mine")
