"""Who credits whom, and whose text stands where with no credit found."""

from __future__ import annotations

from pathlib import Path

import pytest

from letapis.model import Citation
from letapis.publish import crediting
from letapis.publish.view import View
from tests.publish.found import Heap, chronicle


@pytest.fixture
def view(tmp_path: Path) -> View:
    heap = Heap()
    heap.report("be1", "Прыстань", ru1="translation", uk1="reprint", en1="quotation")
    heap.citations += [
        Citation("ru1", 0, 10, "В Заречске", "Прыстань", 0, 10, "reported_by"),
        Citation("uk1", None, None, "Джерело", None, kind="link", lost=True),
        Citation("be1", 0, 1, "У", "Прыстань", 0, 1, "dateline", self=True),
    ]
    return chronicle(tmp_path, heap)


def test_credits_lead_to_their_words_and_an_own_name_is_none(view: View) -> None:
    rows = crediting.ties(view)
    assert [(row["outlet"], row["credited"], row["pages"], row["origins"]) for row in rows] == [
        ("Затон", "Прыстань", 1, 1)
    ]
    assert rows[0]["places"][0]["at"] == "ru1#c=0-10"
    assert rows[0]["places"][0]["url"] == "https://ru1.example/page"


def test_a_page_without_a_credit_is_shown_as_one_and_a_quotation_is_no_taking(view: View) -> None:
    rows = {row["doc_id"]: row for row in crediting.takings(view)}
    assert set(rows) == {"ru1", "uk1"}
    assert rows["ru1"]["credited"]
    assert rows["ru1"]["credit_at"] == "ru1#c=0-10"
    assert (rows["uk1"]["credited"], rows["uk1"]["lost_credit"]) == (False, True)
    totals = {row["outlet"]: row for row in crediting.outlets(view)}
    assert (totals["Прыстань"]["taken"], totals["Прыстань"]["taken_uncredited"]) == (2, 1)
    assert (totals["Гавань"]["takes"], totals["Гавань"]["takes_uncredited"]) == (1, 1)
    assert totals["Прыстань"]["credited_by"] == totals["Затон"]["credits"] == 1


def test_one_outlet_in_full(view: View) -> None:
    row = crediting.outlet(view, "прыстань")
    assert [tie["outlet"] for tie in row["credited"]] == ["Затон"]
    assert {one["by"] for one in row["taken_by"]} == {"Затон", "Гавань"}
    assert row["taken_from"] == []
