"""``letapis judge``: what a person says goes before what is inferred, and stays."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from letapis import pipeline
from letapis.cli.entry import letapis
from letapis.errors import LetapisError
from letapis.model import Verdict
from letapis.publish.view import View
from letapis.store.chronicle import Chronicle
from tests.sample import BODY, ROWS, SECRET, write

MORE: list[dict[str, object]] = [
    ROWS[1] | {"id": "a4", "url": "https://zatoka.example/boiler", "outlet": "Zatoka"},
    ROWS[1]
    | {
        "id": "a5",
        "url": "https://luh.example/9",
        "outlet": "Luh",
        "text": f"Ferry stops after boiler cracks\n{BODY}",
    },
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judge")
    words = ["add", str(write(folder, [*ROWS, *MORE])), "--to", str(folder / "c")]
    assert CliRunner().invoke(letapis, words).exit_code == 0
    return folder / "c"


class Case:
    """A chronicle of one test, with its documents by the ids of their rows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        rows = Chronicle.open(folder).tables.read("documents").to_pylist()
        self.ids = {row["source_id"]: row["doc_id"] for row in rows}

    def call(self, *words: str, ok: bool = True) -> str:
        filled = [self.ids.get(word, word) for word in words]
        result = CliRunner().invoke(letapis, [*filled, "-c", str(self.folder)])
        assert (result.exit_code == 0) == ok, result.output + str(result.exception)
        return result.output + str(result.exception or "")

    def judge(self, *words: str, note: str = "it has the misprint", ok: bool = True) -> str:
        return self.call("judge", *words, "--note", note, ok=ok)

    @property
    def view(self) -> View:
        return View(Chronicle.open(self.folder))

    def report(self, name: str) -> dict[str, Any]:
        """The report that a document mainly carries."""
        wanted = self.ids[name]
        return next(
            r
            for r in self.view.rows("reports")
            if wanted in (r["original"], *(w["doc_id"] for w in r["witnesses"]))
        )

    def parent(self, name: str) -> str | None:
        found = {w["doc_id"]: w["parent"] for w in self.report(name)["witnesses"]}
        back = {v: k for k, v in self.ids.items()}
        return back.get(found[self.ids[name]]) if self.ids[name] in found else "original"

    def state(self) -> dict[str, list[dict[str, Any]]]:
        return {name: self.view.rows(name) for name in ("reports", "restorations", "suggestions")}


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Case:
    return Case(Path(shutil.copytree(made, tmp_path / "c")))


def test_a_verdict_applies_at_once_and_what_changed_is_said(case: Case) -> None:
    assert case.parent("a4") == "a1"
    told = case.judge("parent", "a2", "a4")
    ids = case.ids
    assert f"verdict 1: {ids['a2']} is the parent of {ids['a4']}" in told
    assert f"parent of {ids['a4']} from {ids['a1']} to {ids['a2']}" in told
    assert case.parent("a4") == "a2"
    reasons = next(w for w in case.report("a4")["witnesses"] if w["doc_id"] == ids["a4"])["reasons"]
    assert [r["value"] for r in reasons if r["feature"] == "verdict"] == [1.0]
    assert "it has the misprint" in case.call("show", "a4")


def test_it_stays_through_builds_and_new_documents(case: Case, tmp_path: Path) -> None:
    case.judge("parent", "a2", "a4")
    case.judge("outlet", "a1", "Luh")
    after = case.state()
    assert case.report("a1")["outlet"] == "Luh"
    case.call("build", "--all")
    assert case.state() == after
    more = ROWS[0] | {"id": "a9", "url": "https://sad.example/1", "outlet": "Sad"}
    source = write(tmp_path, [more])
    assert CliRunner().invoke(letapis, ["add", str(source), "--to", str(case.folder)]).exit_code == 0
    case = Case(case.folder)
    assert (case.parent("a4"), case.report("a9")["outlet"]) == ("a2", "Luh")


def test_withdrawn_it_is_as_if_it_had_not_been_said(case: Case) -> None:
    before = case.state()
    case.judge("lost", "a1")
    assert case.report("a1")["original"] is None
    told = case.judge("--withdraw", "1", note="the date was misread")
    assert "verdict 1 is withdrawn" in told
    assert case.state() == before
    [row] = [json.loads(line) for line in case.call("judge", "--list", "--format", "jsonl").splitlines()]
    assert (row["state"], row["withdrawn_note"], row["note"]) == (
        "withdrawn",
        "the date was misread",
        "it has the misprint",
    )
    assert "withdrawn already" in case.judge("--withdraw", "1", ok=False)
    assert "no verdict 7" in case.judge("--withdraw", "7", ok=False)


def test_a_later_verdict_supersedes_and_withdrawn_lets_the_earlier_stand_again(case: Case) -> None:
    case.judge("parent", "a2", "a4")
    assert "supersedes verdict 1" in case.judge("parent", "a5", "a4")
    assert case.parent("a4") == "a5"
    assert "superseded by 2" in case.call("judge", "--list")
    assert "verdict 1 stands again" in case.judge("--withdraw", "2")
    assert case.parent("a4") == "a2"
    case.judge("not-parent", "a2", "a4")
    assert [row["state"] for row in case.view.rows("verdicts")] == ["superseded", "withdrawn", "stands"]
    assert case.parent("a4") != "a2"


def test_a_report_is_known_again_by_another_of_its_documents(case: Case) -> None:
    """The id of the report changes with its outlet; a later verdict still supersedes the earlier."""
    report_id = case.report("a1")["report_id"]
    case.judge("outlet", report_id, "Zatoka")
    changed = case.report("a1")
    assert (changed["outlet"], changed["original"]) == ("Zatoka", case.ids["a4"])
    assert changed["report_id"] != report_id
    assert "supersedes verdict 1" in case.judge("outlet", changed["report_id"], "Rechnik")
    assert case.report("a1")["report_id"] == report_id


CLASHES = [
    (["parent", "a1", "a2"], ["parent", "a2", "a1"], "each would be taken from the other"),
    (["parent", "a1", "a2"], ["different-reports", "a2", "a1"], "carries its report"),
    (["different-reports", "a1", "a2"], ["parent", "a1", "a2"], "carries its report"),
    (["original", "a1", "a2"], ["parent", "a1", "a2"], "an original has no parent"),
    (["no-reuse", "a1", "a2"], ["parent", "a2", "a1"], "is reuse of it"),
]


@pytest.mark.parametrize(("first", "second", "why"), CLASHES)
def test_what_cannot_stand_together_is_refused(
    case: Case, first: list[str], second: list[str], why: str
) -> None:
    case.judge(*first, "--no-build", note="secret words")
    told = case.judge(*second, "--no-build", ok=False)
    assert why in told
    assert "verdict 1" in told
    assert case.ids["a2"] in told
    assert "secret words" not in told, "a note may say what is withheld"
    assert len(case.view.rows("verdicts")) == 1


def test_circles_and_torn_reports_over_several_verdicts(case: Case) -> None:
    case.judge("parent", "a1", "a2", "--no-build")
    case.judge("parent", "a2", "a4", "--no-build")
    told = case.judge("parent", "a4", "a1", "--no-build", ok=False)
    assert "circle" in told
    assert "verdict 1" in told
    assert "verdict 2" in told
    case.judge("same-report", "a4", "a5", "--no-build")
    assert "verdict 3" in case.judge("different-reports", "a1", "a5", "--no-build", ok=False)
    # the hindrance withdrawn, it can be said
    case.judge("--withdraw", "3", "--no-build")
    case.judge("different-reports", "a1", "a5", "--no-build")
    # and what would stand again through a withdrawal is looked at in the same way
    case.judge("same-report", "a5", "a1", "--no-build")
    case.judge("parent", "a1", "a5", "--no-build")
    told = case.judge("--withdraw", "5", "--no-build", ok=False)
    assert "stand again" in told
    assert [row["state"] for row in case.view.rows("verdicts")][3:] == ["superseded", "stands", "stands"]


def test_only_recorded_it_is_taken_up_by_the_next_build(case: Case) -> None:
    assert "recorded" in case.judge("parent", "a2", "a4", "--no-build")
    assert case.parent("a4") == "a1"
    assert [row["state"] for row in case.view.rows("verdicts")] == ["stands"]
    assert "stemma" in case.call("build")
    assert case.parent("a4") == "a2"
    assert "nothing was stale" in case.call("build")


def test_killed_between_the_desk_and_the_tables(case: Case) -> None:
    code = (
        "import os, signal, sys; from letapis import pipeline; from letapis.cli.entry import run\n"
        "pipeline.build = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL)\n"
        "run(sys.argv[1:])"
    )
    words = ["judge", "parent", case.ids["a2"], case.ids["a4"], "--note", "x", "-c", str(case.folder)]
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True)
    assert done.returncode == -signal.SIGKILL
    assert case.parent("a4") == "a1"
    again = Case(Path(shutil.copytree(case.folder, case.folder.parent / "again")))
    case.call("build")
    assert case.parent("a4") == "a2"
    # the same command again goes on from there as well, and records nothing twice
    again.judge("parent", "a2", "a4", note="x")
    assert again.parent("a4") == "a2"
    assert len(again.view.rows("verdicts")) == 1


def test_without_verdicts_nothing_is_written(case: Case) -> None:
    assert not (case.folder / "tables" / "verdicts").exists()
    assert not case.folder.joinpath("desk.sqlite").exists()
    assert "nothing was stale" in case.call("build")
    case.call("judge", "--list")
    assert not case.folder.joinpath("desk.sqlite").exists()


def test_a_verdict_whose_document_is_gone_is_kept_and_idle(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.judge("parent", "a2", "a4")
    chronicle = Chronicle.open(case.folder)
    kept = [r for r in chronicle.tables.read("documents").to_pylist() if r["doc_id"] != case.ids["a2"]]
    schema = chronicle.tables.schema("documents")
    import pyarrow as pa

    chronicle.tables.replace("documents", pa.Table.from_pylist(kept, schema=schema))
    with chronicle.writing():
        pipeline.build(chronicle, lambda *_: None)
    assert case.parent("a4") == "a1"
    assert [row["state"] for row in case.view.rows("verdicts")] == ["idle"]
    assert "idle" in case.call("judge", "--list")


WRONG: list[tuple[list[str], str]] = [
    (["parent", "ffff", "a1"], "no document"),
    (["parent", "a1", "a1"], "one document"),
    (["parent", "a1"], "takes A B"),
    (["kind", "a1", "a2", "theft"], "no kind of reuse"),
    (["outlet", "a1"], "takes REPORT NAME"),
    (["outlet", "a1", " "], "takes REPORT NAME"),
    (["lost", "ffff"], "no document"),
    (["confirm", "ffff"], "0 suggestions"),
    (["refute", "{a2}#c=0-3"], "no credit"),
    ([], "one verdict"),
    (["--withdraw", "1", "lost", "a1"], "one verdict"),
]


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_what_is_put_wrongly_is_said_and_not_recorded(case: Case, words: list[str], said: str) -> None:
    told = case.judge(*(word.format(**case.ids) for word in words), ok=False)
    assert said in told
    assert case.view.rows("verdicts") == []


def test_a_reason_is_asked_for(case: Case) -> None:
    assert "--note" in case.call("judge", "lost", "a1", ok=False)
    assert "--note" in case.judge("lost", "a1", note="  ", ok=False)


def test_who_says_it(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = case.folder / "letapis.toml"
    settings.write_text(settings.read_text("utf-8") + 'by = "Ann"\n', "utf-8")
    case.judge("parent", "a2", "a4", "--no-build")
    monkeypatch.setenv("LETAPIS_BY", "Ben")
    case.judge("parent", "a2", "a4", "--no-build")
    case.judge("parent", "a2", "a4", "--no-build", "--by", "Cyd")
    assert [row["by"] for row in case.view.rows("verdicts")] == ["Ann", "Ben", "Cyd"]


def test_pairs_credits_and_their_forms_in_print(case: Case) -> None:
    case.judge("no-reuse", "a1", "b1", "--no-build")
    case.judge("kind", "a1", "a2", "reprint", "--no-build")
    row = next(r for r in case.view.rows("citations") if r["doc_id"] == case.ids["b1"] and r["start"])
    place = f"{case.ids['b1']}#c={row['start']}-{row['stop']}"
    told = case.judge("refute", place, note="that was another Rechnik")
    assert "is no more" in told, "the report that was known from this credit alone"
    csv = case.call("judge", "--list", "--format", "csv").splitlines()
    assert csv[0].startswith("verdict_id,state,says,subject,other,value,by,at,note")
    assert len(csv) == 4
    case.judge("confirm", place)
    assert [v["state"] for v in case.view.rows("verdicts")][2:] == ["superseded", "stands"]


def test_notes_are_withheld_like_all_else(case: Case) -> None:
    case.judge("parent", "a2", "a4", note=f"so says {SECRET}")
    case.judge("lost", "b1", note="no page of that paper has it")
    words = ["withhold", f"name:{SECRET}", "--reason", "asked for"]
    case.call(*words)
    assert "Brodskaya" not in repr(case.view.rows("verdicts")) + repr(case.view.rows("reports"))
    case.call("withhold", "b1", "--reason", "asked for")
    shown = repr(case.view.rows("verdicts")) + repr(case.view.rows("reports"))
    assert "no page of that paper" not in shown
    assert "█" in case.call("judge", "--list", "--format", "jsonl")


def test_what_was_said_cannot_be_changed(case: Case) -> None:
    desk = Chronicle.open(case.folder).desk
    desk.judge(Verdict(0, "lost_original", "a", docs=("a",), note="x"))
    desk.withdraw(1, "y")
    tries: list[Callable[[Any], Any]] = [
        lambda c: c.execute("UPDATE verdicts SET note = 'z'"),
        lambda c: c.execute("DELETE FROM verdicts"),
        lambda c: c.execute("DELETE FROM withdrawals"),
    ]
    for act in tries:
        with pytest.raises(LetapisError, match="never changed"), desk._open() as connection:
            act(connection)
    assert [v.note for v in desk.verdicts()] == ["x"]


def test_pairs_are_as_stated_and_back_again(case: Case) -> None:
    """Rows of pairs, which are not compared again where nothing has changed, come back as they were."""
    from letapis.reuse.step import step

    if "verdicts" not in step().reads:
        pytest.skip("the step that compares documents does not read verdicts yet")

    def rows() -> list[dict[str, Any]]:
        return case.view.rows("reuse")

    def pair(a: str, b: str) -> dict[str, Any] | None:
        both = {case.ids[a], case.ids[b]}
        return next((row for row in rows() if {row["earlier"], row["later"]} == both), None)

    before = rows()
    case.judge("no-reuse", "a1", "a2")
    assert pair("a1", "a2") is None
    told = case.judge("kind", "a1", "a2", "quotation")
    assert "is reuse now, quotation" in told
    case.judge("parent", "a2", "a1")
    turned = pair("a1", "a2")
    assert turned is not None
    assert (turned["earlier"], turned["kind"], turned["ordered_by"]) == (
        case.ids["a2"],
        "quotation",
        "verdict",
    )
    case.judge("kind", "a1", "b1", "partial")
    assert pair("a1", "b1") is not None, "a pair that only a person sees"
    for number in (4, 3, 2, 1):
        case.judge("--withdraw", str(number))
    assert rows() == before
