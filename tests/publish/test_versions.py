"""What changed on a page between its captures."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from click.testing import CliRunner

from letapis import tables
from letapis.cli.entry import letapis
from letapis.model import Capture, Document
from letapis.publish.versions import versions
from letapis.publish.view import View
from letapis.store.chronicle import Chronicle

FIRST = "Boats run every hour. The ferry office expects repairs to cost 1.2 million. Nobody was hurt."
TEXTS = [
    FIRST,
    FIRST,
    "The ferry office expects repairs to cost 1.4 million. Boats run every hour.",
    "The ferry office expects repairs to cost 1.4 million. Boats run every hour. The mayor resigned.",
]


def chronicle(folder: Path, texts: list[str], titles: list[str] | None = None) -> Chronicle:
    made = Chronicle.create(folder)
    captures, documents = [], []
    for at, text in enumerate(texts):
        seen = datetime(2021, 3, 1 + at, 9, tzinfo=UTC)
        captures.append(Capture(f"c{at}", "", "https://zatoka.example/17", "text/html", seen))
        documents.append(
            Document(
                *(f"d{at}", f"c{at}"),
                url="https://www.zatoka.example/17/" if at % 2 else "http://zatoka.example/17#top",
                text=text,
                title=titles[at] if titles else "Ferry",
                language="en",
                words=len(text.split()),
            )
        )
    made.tables.append("captures", pa.Table.from_batches([tables.batch(captures, Capture)]))
    made.tables.append("documents", pa.Table.from_batches([tables.batch(documents, Document)]))
    return made


def test_every_capture_is_there_in_the_order_of_its_time(tmp_path: Path) -> None:
    found = versions(View(chronicle(tmp_path / "c", TEXTS)), "zatoka.example/17")
    assert [version.doc_id for version in found] == ["d0", "d1", "d2", "d3"]
    assert [version.same for version in found] == [False, True, False, False]


def test_sentences_that_went_came_moved_and_were_reworded(tmp_path: Path) -> None:
    found = versions(View(chronicle(tmp_path / "c", TEXTS)), "https://zatoka.example/17")
    kinds = {(change.kind, change.before, change.after) for change in found[2].changes}
    assert ("absent", "Nobody was hurt.", None) in kinds
    reworded = (
        "changed",
        "The ferry office expects repairs to cost 1.2 million.",
        "The ferry office expects repairs to cost 1.4 million.",
    )
    assert reworded in kinds
    assert len(kinds) == 2
    [last] = found[3].changes
    assert (last.kind, last.after) == ("present", "The mayor resigned.")
    assert last.at is not None
    doc, _, span = last.at.partition("#c=")
    start, stop = map(int, span.split("-"))
    assert doc == "d3" and TEXTS[3][start:stop] == "The mayor resigned."


def test_a_sentence_in_another_place_has_moved(tmp_path: Path) -> None:
    texts = [
        "One stood here. Two stays as it is. Three as well.",
        "Two stays as it is. Three as well. One stood here.",
    ]
    [change] = versions(View(chronicle(tmp_path / "c", texts)), "zatoka.example/17")[1].changes
    assert (change.kind, change.after, change.at) == ("moved", "One stood here.", "d1#c=35-50")


def test_what_the_page_says_of_itself_counts_too(tmp_path: Path) -> None:
    found = versions(
        View(chronicle(tmp_path / "c", [FIRST, FIRST], ["Ferry", "Ferry shut"])), "zatoka.example/17"
    )
    [change] = found[1].changes
    assert (change.kind, change.before, change.after) == ("title", "Ferry", "Ferry shut")


def test_the_command_says_what_was_observed(tmp_path: Path) -> None:
    chronicle(tmp_path / "c", TEXTS)
    said = CliRunner(env={"COLUMNS": "100"}).invoke(
        letapis, ["versions", "https://zatoka.example/17", "-c", str(tmp_path / "c")]
    )
    assert said.exit_code == 0, said.output
    assert "4 captures, 3 versions" in said.output
    assert "present: 2021-03-02 09:00, absent: 2021-03-03 09:00" in said.output
    assert "as on the capture before" in said.output
    assert "deleted" not in said.output


def test_a_page_that_is_not_there_is_said(tmp_path: Path) -> None:
    chronicle(tmp_path / "c", TEXTS)
    said = CliRunner().invoke(letapis, ["versions", "https://other.example/", "-c", str(tmp_path / "c")])
    assert said.exit_code == 1


def test_a_day_on_which_the_page_was_not_there(tmp_path: Path) -> None:
    made = chronicle(tmp_path / "c", TEXTS[:2])
    seen = datetime(2021, 4, 1, tzinfo=UTC)
    gone = Capture("c9", "", "https://zatoka.example/17", "text/html", seen, http_status=404, format="asset")
    made.tables.append("captures", pa.Table.from_batches([tables.batch([gone], Capture)]))
    found = versions(View(made), "zatoka.example/17")
    assert [(one.doc_id, one.status) for one in found] == [("d0", None), ("d1", None), (None, 404)]
    said = CliRunner().invoke(letapis, ["versions", "zatoka.example/17", "-c", str(tmp_path / "c")])
    assert "2021-04-01 00:00  absent: the server answered 404" in said.output


@pytest.mark.parametrize("texts", [["", ""], ["a", ""], ["Слова. " * 300, "Слова. " * 301]])
def test_odd_texts(tmp_path: Path, texts: list[str]) -> None:
    found = versions(View(chronicle(tmp_path / "c", texts)), "zatoka.example/17")
    assert len(found) == 2 and found[1].same == (texts[0] == texts[1])
