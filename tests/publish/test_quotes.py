"""Quotations: each once, with its variants, found by speaker, outlet, subject and time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from letapis.errors import NotFound, UsageError
from letapis.publish.quotes import Wanted, holds, quotes
from letapis.publish.view import View
from letapis.publish.when import period
from tests.publish.found import Heap, chronicle


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    return chronicle(tmp_path_factory.mktemp("quotes"))


def texts(view: View, **wanted: object) -> list[str]:
    return [row["text"] for row in quotes(view, Wanted(**wanted)).rows]  # type: ignore[arg-type]


def test_a_quotation_stands_once_with_its_variants_and_counts(view: View) -> None:
    rows = quotes(view, Wanted()).rows
    assert [row["text"] for row in rows] == [
        "Мы пабудуем новы склад",
        "Я всё видела из окна",
        "склад збудують наново",
    ]
    twice = rows[1]
    assert (twice["pages"], twice["outlets"], twice["origins"]) == (2, 2, 2)
    assert [one["language"] for one in twice["variants"]] == ["ru", "en"]
    for row in rows:
        for one in row["variants"]:
            doc_id, _, span = one["at"].partition("#c=")
            start, stop = map(int, span.split("-"))
            assert one["text"] in view.index("documents", "doc_id")[doc_id]["text"][start:stop]
            assert one["url"] == f"https://{doc_id}.example/page"


def test_copies_of_one_report_are_one_origin(tmp_path: Path) -> None:
    heap = Heap()
    heap.report("ru1", "Затон", en1="translation")
    row = quotes(chronicle(tmp_path, heap), Wanted(language="ru")).rows[0]
    assert (row["pages"], row["outlets"], row["origins"]) == (2, 2, 1)


@pytest.mark.parametrize(
    "asked",
    ["Зора Рагач", "Рагач Зора", "Зоры Рагач", "Рогач", "Зорай Рогачом", "Zora Rahach", "мэрка", "мэркі"],
)
def test_a_speaker_is_found_in_any_script_case_and_by_role(view: View, asked: str) -> None:
    assert texts(view, speaker=asked) == ["Мы пабудуем новы склад", "склад збудують наново"]


def test_what_was_told_to_an_outlet_and_what_it_speaks_of(view: View) -> None:
    assert texts(view, told="прыстань") == ["Мы пабудуем новы склад"]
    assert texts(view, about="склады") == ["Мы пабудуем новы склад", "склад збудують наново"]
    assert texts(view, about="склад", language="uk") == ["склад збудують наново"]
    assert texts(view, kind="indirect") == ["склад збудують наново"]
    with pytest.raises(NotFound, match="knows nothing of"):
        texts(view, told="Нетаковская правда")
    with pytest.raises(UsageError):
        texts(view, about="…")
    with pytest.raises(UsageError):
        texts(view, speaker="!")


def test_a_stretch_of_time_leaves_out_what_has_no_date_and_says_so(view: View) -> None:
    found = quotes(view, Wanted(period=period("2023-05-03", "2023-05")))
    assert [row["at"].split("#")[0] for row in found.rows] == ["ru1", "uk1"]
    assert found.undated == 1
    row = found.rows[0]
    assert [one["asked"] for one in row["variants"]] == [True, False]
    with pytest.raises(UsageError, match="no date"):
        period("yesterday", None)
    with pytest.raises(UsageError, match="before"):
        period("2023", "2022")


def test_what_there_is_is_told_to_who_finds_nothing(view: View, tmp_path: Path) -> None:
    assert texts(view, speaker="Никто Такойский") == []
    said = holds(view)
    assert "4 quotations on 4 pages, 2023-05-02 to 2023-05-03" in said
    assert "Зора Рагач (2)" in said
    assert "Крушина" not in said, "nobody is listed who has no public role"
    empty = Heap()
    empty.quotations.clear()
    assert holds(chronicle(tmp_path, empty)) == "the chronicle has no quotations"


def test_variants_whose_first_is_not_as_asked_are_shown_with_it(view: View) -> None:
    row = quotes(view, Wanted(language="en")).rows[0]
    assert row["language"] == "ru"
    assert [one["asked"] for one in row["variants"]] == [False, True]


def test_faint_quotations_are_left_out_and_counted(tmp_path: Path) -> None:
    heap = Heap()
    heap.quotations[0] = replace(heap.quotations[0], score=0.5)
    seen = chronicle(tmp_path, heap)
    few, every = quotes(seen, Wanted()), quotes(seen, Wanted(least=0.0))
    assert few.faint == 1
    assert every.faint == 0
    assert len(every.rows) == len(few.rows) + 1
