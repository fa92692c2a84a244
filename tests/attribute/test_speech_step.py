"""Quotations of a heap that grows are those of the heap added at once; an empty heap has none."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from letapis import pipeline
from letapis.cli.entry import letapis
from letapis.publish.view import View
from letapis.store.chronicle import Chronicle
from tests.contract.grown import Rows, grouped, grown, plain


def test_what_one_text_says_does_not_hang_on_the_others() -> None:
    found = grown()
    assert len(found.once["quoted"]) > 20
    assert plain(found.parts["quoted"]) == plain(found.once["quoted"])


def test_quotations_are_the_same_but_for_the_ids_of_speakers() -> None:
    found = grown()
    said = []
    for state in (found.once, found.parts):
        places = grouped(state["mentions"])
        rows = [
            {**row, "speaker_entity": row["speaker_entity"] and sorted(places[row["speaker_entity"]])}
            for row in state["quotations"]
        ]
        assert any(row["speaker_entity"] for row in rows)
        said.append(plain(rows))
    assert said[0] == said[1]


def test_the_same_words_in_the_second_part_are_a_variant() -> None:
    same = [
        row
        for row in grown().parts["quotations"]
        if row["text"] == "Ждём новый котёл до самой осени, раньше паром не пойдёт"
    ]
    assert len(same) == 2
    first, other = sorted(same, key=lambda row: row["variant_of"] is not None)
    assert first["variant_of"] is None
    assert other["variant_of"] == f"{first['doc_id']}:{first['start']}"


def test_every_quotation_stands_in_its_document() -> None:
    found = grown()
    texts = {row["doc_id"]: row["text"] for row in found.parts["documents"]}
    for row in found.parts["quotations"]:
        stretch = texts[row["doc_id"]][row["start"] : row["stop"]]
        assert all(word in stretch for word in row["text"].split())
        if row["speaker_start"] is not None:
            assert row["speaker"] == texts[row["doc_id"]][row["speaker_start"] : row["speaker_stop"]]


def built(folder: Path, rows: Rows) -> dict[str, Rows]:
    """The tables of findings of a heap."""
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    chronicle = Chronicle.create(folder / "c")
    pipeline.add(chronicle, [str(path)], lambda *_: None)
    pipeline.build(chronicle, lambda *_: None)
    names = (
        "spots",
        "amounts",
        "dates",
        "quoted",
        "citations",
        "mentions",
        "entities",
        "quotations",
        "figures",
    )
    return {name: chronicle.tables.read(name).to_pylist() for name in names}


def test_a_heap_without_any_finding(tmp_path: Path) -> None:
    text = "the rain went on and on and nobody went out into it at all"
    found = built(tmp_path, [{"id": "a", "text": text, "language": "en"}])
    assert {name: rows for name, rows in found.items() if rows} == {}


def test_a_heap_of_documents_without_text(tmp_path: Path) -> None:
    found = built(tmp_path, [{"id": "a", "text": ""}, {"id": "b", "text": " \u00a0\n"}])
    assert {name: rows for name, rows in found.items() if rows} == {}


def test_a_quotation_behind_a_credit_that_was_left_out_is_found_at_its_place(tmp_path: Path) -> None:
    source = tmp_path / "rows.jsonl"
    text = "Трамвай пустили через новый мост. Как пишет, это случилось в Заречске 5 мая. Жители не против."
    source.write_text(json.dumps({"id": "1", "language": "ru", "text": text}, ensure_ascii=False), "utf-8")
    done = CliRunner().invoke(letapis, ["add", str(source), "--to", str(tmp_path / "c")])
    assert done.exit_code == 0, done.output
    view = View(Chronicle.open(tmp_path / "c"))
    [document] = view.rows("documents")
    assert "Как пишет" not in document["text"]
    said = {row["text"]: document["text"][row["start"] : row["stop"]] for row in view.rows("quotations")}
    assert said == {"это случилось в Заречске 5 мая": "это случилось в Заречске 5 мая"}
