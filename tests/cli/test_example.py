"""The example heap agrees with its gold: lines, rows, pages, credits and sentences are where it says."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import letapis

EXAMPLE = Path(letapis.__file__).parent / "cli" / "example"
GOLD: dict[str, Any] = json.loads((EXAMPLE / "gold.json").read_text("utf-8"))
DOCUMENTS: dict[str, dict[str, Any]] = {document["id"]: document for document in GOLD["documents"]}
REPORTS: dict[str, dict[str, Any]] = {report["key"]: report for report in GOLD["reports"]}
WITNESS = {"reprint", "teaser", "excerpt", "extended", "translation", "quotation"}
CREDIT = {"told_to", "reported_by", "joint", "image_credit", "repost_footer", "link"}
KEYS = {"id", "url", "title", "text", "published", "outlet", "language", "invented"}

each_document = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
each_report = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)


@cache
def lines() -> list[str]:
    return (EXAMPLE / "heap.txt").read_text("utf-8").splitlines()


@cache
def rows() -> dict[str, dict[str, Any]]:
    found = [json.loads(line) for line in (EXAMPLE / "feed.jsonl").read_text("utf-8").splitlines()]
    return {row["id"]: row for row in found}


def seen(document: dict[str, Any]) -> str:
    """What a reader of the document sees, title included."""
    where = document["where"]
    if where["file"] == "heap.txt":
        return "\n".join(lines()[where["line"] - 1 : where["stop"]])
    if where["file"] == "feed.jsonl":
        row = rows()[where["id"]]
        return f"{row['title'] or ''}\n{row['text']}"
    body = (EXAMPLE / where["file"]).read_text("utf-8").partition("<body>")[2]
    return html.unescape(re.sub(r"<[^<>]*>", "", body))


def test_counts() -> None:
    assert 38 <= len(DOCUMENTS) == len(GOLD["documents"]) <= 44
    languages = Counter(document["language"] for document in DOCUMENTS.values())
    assert set(languages) == {"be", "en", "ru", "uk"}
    assert min(languages.values()) >= 5
    assert len(REPORTS) == len(GOLD["reports"]) == 8
    assert sum(report["state"] == "surviving" for report in REPORTS.values()) == 2


def test_the_heap_is_covered_without_gap_or_overlap() -> None:
    spans = [d["where"] for d in DOCUMENTS.values() if d["where"]["file"] == "heap.txt"]
    covered = [line for where in spans for line in range(where["line"], where["stop"] + 1)]
    assert covered == list(range(1, len(lines()) + 1))
    assert all(line.strip() for line in lines())


def test_every_row_and_every_page_is_one_document() -> None:
    assert [d["where"]["id"] for d in DOCUMENTS.values() if d["where"]["file"] == "feed.jsonl"] == list(
        rows()
    )
    pages = {f"pages/{path.name}" for path in (EXAMPLE / "pages").iterdir()}
    assert pages == {d["where"]["file"] for d in DOCUMENTS.values()} - {"heap.txt", "feed.jsonl"}
    assert all(set(row) == KEYS for row in rows().values())


def test_some_rows_have_no_date_and_one_has_a_wrong_one() -> None:
    stated = {
        d["id"]: rows()[d["where"]["id"]]["published"] for d in DOCUMENTS.values() if "id" in d["where"]
    }
    assert [key for key, date in stated.items() if date is None] == ["f05", "f13"]
    assert [k for k, date in stated.items() if date and date[:10] != DOCUMENTS[k]["published"]] == ["f08"]


def test_everything_is_labelled_as_invented() -> None:
    assert "invented" in (EXAMPLE / "README.md").read_text("utf-8")
    assert "invented" in GOLD["invented"]
    assert all(row["invented"] is True for row in rows().values())
    for path in (EXAMPLE / "pages").iterdir():
        assert "<!-- Invented:" in path.read_text("utf-8")


def test_every_address_is_under_example() -> None:
    for path in (path for path in EXAMPLE.rglob("*") if path.suffix in {".html", ".jsonl", ".txt", ".json"}):
        hosts = re.findall(r"https?://([\w.-]+)", path.read_text("utf-8"))
        assert all(host.endswith(".example") or host == "schema.org" for host in hosts)


@each_document
def test_every_sentence_stands_in_its_document(document: dict[str, Any]) -> None:
    text = seen(document)
    at = 0
    for _, sentence in document["sentences"]:
        at = text.index(sentence, at) + len(sentence)


@each_document
def test_every_credit_stands_in_its_document(document: dict[str, Any]) -> None:
    text = seen(document)
    for credit in document["credits"]:
        assert credit["surface"] in text
        assert credit["kind"] in CREDIT
        names = GOLD["outlets"][credit["outlet"]]["names"]
        shown = any(
            name[:-1].lower() in re.sub(r"\bR echnik", "Rechnik", credit["surface"]).lower() for name in names
        )
        assert shown is not credit["lost"]
        assert credit["self"] is (credit["outlet"] == document["outlet"])


@each_document
def test_what_a_document_is(document: dict[str, Any]) -> None:
    assert document["outlet"] is None or document["outlet"] in GOLD["outlets"]
    if document["report"] is None:
        assert document["kind"] in {"unrelated", "credit_only"}
        assert document["sentences"] == []
        assert document["parent"] is None
        return
    report = REPORTS[document["report"]]
    if document["id"] == report["original"]:
        assert document["kind"] == "original"
        assert document["outlet"] == report["outlet"]
        return
    assert document["kind"] in WITNESS
    assert document["id"] in report["witnesses"]
    parent = document["parent"]
    if parent is None:
        assert report["state"] == "lost"
    else:
        assert DOCUMENTS[parent]["report"] == report["key"]
    foreign = document["language"] != report["language"]
    assert document["kind"] != "translation" or foreign
    assert not (foreign and document["kind"] in {"reprint", "teaser", "excerpt", "extended"})


@each_document
def test_a_copy_has_every_slip_of_its_parent(document: dict[str, Any]) -> None:
    parent = DOCUMENTS.get(document["parent"])
    if parent is None or parent["language"] != document["language"] or document["truncated"]:
        return
    own = REPORTS[document["report"]]["sentences"]
    theirs = dict(parent["sentences"])
    for number, sentence in document["sentences"]:
        slipped = {word for word in theirs[number].split() if word not in own[number].split()}
        assert slipped <= set(sentence.split())


@each_document
def test_a_truncated_document_ends_inside_a_sentence(document: dict[str, Any]) -> None:
    if not document["sentences"]:
        return
    number, last = document["sentences"][-1]
    finished = last.rstrip("”»").endswith((".", "?", "!")) or number == 0
    assert finished is not document["truncated"]


@each_report
def test_a_report_and_its_witnesses_name_each_other(report: dict[str, Any]) -> None:
    mine = [d["id"] for d in DOCUMENTS.values() if d["report"] == report["key"]]
    assert mine == [key for key in mine if key == report["original"] or key in report["witnesses"]]
    assert len(mine) == len(report["witnesses"]) + (report["original"] is not None)
    assert (report["state"] == "surviving") is (report["original"] is not None)
    assert report["sentences"][0] == report["title"]


@each_report
def test_what_is_kept_of_a_report(report: dict[str, Any]) -> None:
    everything = set(range(len(report["sentences"])))
    kept, translated = set(report["kept"]), set(report["kept_translated"])
    assert kept | translated <= everything
    assert not kept & translated
    broken = {
        d["sentences"][-1][0] for d in DOCUMENTS.values() if d["report"] == report["key"] and d["truncated"]
    }
    carried = {
        number
        for document in DOCUMENTS.values()
        if document["report"] == report["key"]
        for number, _ in document["sentences"]
    }
    assert carried - broken <= kept | translated <= carried
    assert report["state"] == "lost" or kept == everything


def test_an_untouched_original_is_the_report() -> None:
    for report in (report for report in REPORTS.values() if report["original"]):
        assert DOCUMENTS[report["original"]]["sentences"] == [list(x) for x in enumerate(report["sentences"])]


def test_the_chain_of_slips() -> None:
    chain = [dict(DOCUMENTS[key]["sentences"]) for key in ("p2", "f03", "h01")]
    assert ["восми механиков" in copy[7] for copy in chain] == [True, True, True]
    assert ["2090" in copy[11] for copy in chain] == [False, True, True]
    assert ["щебенем" in copy[13] for copy in chain] == [False, False, True]
