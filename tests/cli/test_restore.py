"""``letapis restore``: the forms it writes and what it says of them."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from letapis.cli.commands.restore import command
from letapis.cli.entry import letapis
from letapis.publish.exports.restored import FORMS
from tests.publish.heap import chronicle


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return chronicle(tmp_path_factory.mktemp("restore")).folder


def run(folder: Path, *words: str) -> str:
    result = CliRunner().invoke(letapis, ["restore", "Rechnik", "-c", str(folder), *words])
    assert result.exit_code == 0, result.output
    return result.output


def test_all_but_the_captures_without_being_asked(folder: Path, tmp_path: Path) -> None:
    said = run(folder, "--to", str(tmp_path / "out"))
    assert "start with index.html" in said and "--as wacz" in said
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"index.html", "ledger.md", "reports.jsonl", "documents.jsonl", "ledger.json"} <= names
    assert "captures.wacz" not in names


@pytest.mark.parametrize(
    ("form", "first"),
    [
        ("markdown", "ledger.md"),
        ("html", "index.html"),
        ("jsonl", "reports.jsonl"),
        ("wacz", "captures.wacz"),
    ],
)
def test_one_form_alone(folder: Path, tmp_path: Path, form: str, first: str) -> None:
    said = run(folder, "--to", str(tmp_path / "out"), "--as", form)
    assert f"start with {first}" in said
    book = json.loads((tmp_path / "out" / "ledger.json").read_text("utf-8"))
    assert book["forms"] == [form]
    assert (book["captures"] is not None) == (form == "wacz")
    assert book["counts"]["origins"] == len(book["survives"])


def test_pages_outlets_and_origins_are_counted_apart_and_a_page_once(folder: Path, tmp_path: Path) -> None:
    said = run(folder, "--to", str(tmp_path / "out"))
    counts = json.loads((tmp_path / "out" / "ledger.json").read_text("utf-8"))["counts"]
    head = said.splitlines()[0]
    numbers = [int(word) for word in re.findall(r"\d+", head)]
    assert numbers == [counts[name] for name in ("origins", "pages", "outlets", "pages_without_outlet")]


@pytest.mark.parametrize("asked", ["", "no such\noutlet", "x" * 5000])
def test_an_outlet_that_is_not_there_is_quoted_and_clipped(folder: Path, asked: str) -> None:
    result = CliRunner().invoke(letapis, ["restore", asked, "-c", str(folder)])
    assert result.exit_code != 0
    told = result.output + str(result.exception)
    assert f"nothing of “{' '.join(asked.split())[:80]}" in told
    assert "x" * 100 not in told


def test_a_run_that_was_killed_is_known_by_its_notes(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(folder, "--to", str(out))
    book = json.loads((out / "ledger.json").read_text("utf-8"))
    notes = [json.dumps({"letapis": "unfinished", "outlet": "Rechnik", "forms": ["html"]}), *book["files"]]
    (out / "archive.tmp").write_text("\n".join([*notes, f"documents/{'1' * 20}.html", "docum"]), "utf-8")
    (out / "ledger.json").unlink()
    halves = [out / "index.html.tmp", out / "documents" / f"{'1' * 20}.html"]
    for path in halves:
        path.write_text("x")
    run(folder, "--to", str(out))
    assert not any(path.exists() for path in (*halves, out / "archive.tmp"))
    assert json.loads((out / "ledger.json").read_text("utf-8"))["files"] == book["files"]


def test_the_choices_are_the_forms_there_are() -> None:
    [option] = [item for item in command.params if item.name == "forms"]
    assert tuple(option.type.choices) == FORMS  # type: ignore[attr-defined]


def test_killed_while_it_writes_and_run_again(folder: Path, tmp_path: Path) -> None:
    calm, killed = tmp_path / "calm", tmp_path / "killed"
    every = [word for form in FORMS for word in ("--as", form)]
    run(folder, "--to", str(calm), *every)
    words = [sys.executable, "-m", "letapis", "restore", "Rechnik", "-c", str(folder), "--to", str(killed)]
    process = subprocess.Popen([*words, *every], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(2000):
        if killed.exists() or process.poll() is not None:
            break
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    process.wait()
    # what it had written is whole: no file stands under its own name in part
    for path in killed.rglob("*"):
        if path.is_file() and path.suffix != ".tmp":
            assert path.read_bytes() == (calm / path.relative_to(killed)).read_bytes()
    run(folder, "--to", str(killed), *every)
    wanted = {path.relative_to(calm): path.read_bytes() for path in calm.rglob("*") if path.is_file()}
    assert {p.relative_to(killed): p.read_bytes() for p in killed.rglob("*") if p.is_file()} == wanted
