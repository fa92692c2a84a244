"""Truncation, publisher and furniture, on invented texts and (where it is there) on bench data."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from letapis.langs import get
from letapis.model import Document, Residue
from letapis.recognise.furniture import furniture
from letapis.recognise.publisher import publisher
from letapis.recognise.truncation import truncation

BENCH = Path(__file__).parents[3] / "shared" / "bench"
needs_bench = pytest.mark.skipif(not BENCH.exists(), reason="no development data here")


@pytest.mark.parametrize(
    ("text", "code", "feature"),
    [
        ("Мост\nОн останется закрыт до…", "ru", "ellipsis"),
        ("Мост\nЁн застанецца зачынены да […]", "be", "ellipsis"),
        ("Мост\nОн закрыт до весны... Читать далее", "ru", "more"),
        ("The bridge\nIt will stay shut for the", "en", "function_word"),
        ("The bridge\nIt will stay shut, the mayor said,", "en", "open_end"),
        ("Міст\nМіст закрито. «Ми не чекали цього від ради, яка сама просила пораду", "uk", "open_mark"),
        ("The bridge\nIt will stay…\nAccording to Harbour Post.\n© All rights reserved.", "en", "ellipsis"),
    ],
)
def test_breaks_off(text: str, code: str, feature: str) -> None:
    cut, at, reasons = truncation(text, get(code))
    assert cut and at is not None and 0 < at <= len(text)
    assert reasons[0].feature == feature


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is shut until spring",
        "The bridge\nIt is open.",
        "The bridge\nIt is open.\nRead also: The ferry is late\n© All rights reserved.",
        "The bridge\nIt is open.\nSource: Harbour Post",
        "The bridge\nIt is open.\nThe post The bridge appeared first on Harbour Post.",
        "The council wants\nIt asks for these:\nlower fares;\nmore boats;\nnew lamps",
        "The bridge\n"
        + "It was shut for a long while and then it was opened.\n" * 12
        + "People of the town crossed it again "
        "and were glad to see the other bank of the river after months",
        "",
    ],
)
def test_whole(text: str) -> None:
    assert truncation(text, get("en"))[:2] == (False, None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Die Brücke\n»Sie bleibt zu«, sagte er. »Wir bauen bis Mai und warten auf Holz aus dem Norden.«",
            "de",
        ),
        (
            "The bridge\nIt is open.\nTo read more of our stories, come to the pier and ask for the paper.",
            "en",
        ),
    ],
)
def test_an_end_that_only_looks_open(text: str, code: str) -> None:
    assert truncation(text, get(code))[:2] == (False, None)


@pytest.mark.parametrize(
    ("line", "kind", "feature"),
    [
        ("Continue reading →", "link", "more"),
        ("Читать далее: Мост", "link", "more"),
        ("Read more", "menu", None),
        ("Seen here", "link", None),
        ("Продовження — для передплатників", "subscribe", "paywall"),
        ("Subscribe to our newsletter", "subscribe", None),
    ],
)
def test_what_was_taken_out_of_a_text_tells_as_well(line: str, kind: str, feature: str | None) -> None:
    text = "The bridge\nIt will stay shut until the spring."
    cut, at, reasons = truncation(text, get("en"), [Residue(line, kind)])
    assert (cut, at) == ((True, len(text)) if feature else (False, None))
    assert reasons[0].feature == (feature or "whole")


def test_an_offer_to_pay_under_a_long_whole_text_is_no_wall() -> None:
    text = "The bridge\n" + "It will stay shut until the spring, the mayor said.\n" * 40
    offer = [Residue("To continue reading, subscribe now.", "subscribe")]
    assert not truncation(text, get("en"), offer)[0]


@pytest.mark.parametrize("unit", ["x", ". ", "(", "… ", "слово, ", "a.", "Пост "])
def test_huge_lines(unit: str) -> None:
    text = unit * (2_000_000 // len(unit))
    start = time.perf_counter()
    truncation(text, None)
    furniture([Document("1", "c", text=text)])
    assert time.perf_counter() - start < 20


def test_publisher() -> None:
    assert publisher("https://naviny.by/x", "Harbour Post") == "Harbour Post"
    assert publisher("https://www.harbour.example/x", None) == "harbour.example"
    assert publisher("https://t.me/s/harbour/15", None) == "t.me/harbour"
    for url in (None, "", "x-bench:/17", "file:///a", "http://[bad", "naviny.by"):
        assert publisher(url, None) is None


def _page(name: str, body: str, outlet: str | None) -> Document:
    return Document(name, "c", text=f"{name}\n{body}\nLit by the harbour lamp.", language="en", outlet=outlet)


def test_copies_are_not_furniture() -> None:
    body = "\n".join(f"The keeper of lamp {word} says that its {word} light is out." for word in "abcdefghij")
    assert furniture([_page(f"Copy {n}", body, None) for n in range(40)]) == []


def test_recurring_line_without_outlets() -> None:
    pages = [
        _page(f"News {n}", " ".join(f"{chr(97 + n)}{chr(97 + m)}" for m in range(26)), None)
        for n in range(20)
    ]
    found = furniture(pages)
    assert {region.doc_id for region in found} == {page.doc_id for page in pages}
    assert all(pages[0].text[r.start : r.stop].startswith("Lit") for r in found if r.doc_id == "News 0")


@needs_bench
def test_truncation_on_stemma() -> None:
    gold = {row["id"]: row["truncated"] for row in map(json.loads, (BENCH / "stemma/gold.jsonl").open("rb"))}
    rows = list(map(json.loads, (BENCH / "stemma/documents.jsonl").open("rb")))
    right = sum(truncation(row["text"], get(row["language"]))[0] == gold[row["id"]] for row in rows)
    assert right >= 0.95 * len(rows)


@needs_bench
@pytest.mark.parametrize("known", [True, False])
def test_furniture_on_stemma(known: bool) -> None:
    rows = list(map(json.loads, (BENCH / "stemma/documents.jsonl").open("rb")))
    gold = {row["id"]: row for row in map(json.loads, (BENCH / "stemma/gold.jsonl").open("rb"))}
    texts = {row["id"]: row["text"] for row in rows}
    documents = [
        Document(r["id"], "c", text=r["text"], language=r["language"], outlet=r["outlet"] if known else None)
        for r in rows
    ]
    found = [(r.doc_id, texts[r.doc_id][r.start : r.stop].strip()) for r in furniture(documents)]
    residue = {(key, line.strip()) for key, row in gold.items() for line in row["residue"]}
    own = {(key, line.strip()) for key, row in gold.items() for _, line in row["sentences"] or []}
    assert len(residue & set(found)) >= 0.95 * len(residue)
    assert not own & set(found)
