"""The ledger: what is known to have existed, who says so, and what is absent in this heap."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis.publish import archive, known
from letapis.publish.ledger import Ledger, ledger
from letapis.publish.months import calendar, dated
from letapis.publish.view import View
from tests.publish.heap import chronicle


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> tuple[View, Ledger]:
    view = View(chronicle(tmp_path_factory.mktemp("ledger")))
    return view, ledger(view, archive.name(view, "Rechnik"))


def test_addresses_that_no_document_has_are_known_with_who_gives_them(seen: tuple[View, Ledger]) -> None:
    view, book = seen
    found = {row["address"]: row for row in book.addresses}
    assert set(found) == {
        "https://rechnik.example/news/124",
        "http://www.rechnik.example/news/131",
        "https://rechnik.example/news/140",
    }, "neither the front page nor the page that is here"
    texts = view.index("documents", "doc_id")
    for address, row in found.items():
        for said in row["said_by"]:
            doc_id, _, place = said["passage"].partition("#c=")
            start, stop = map(int, place.split("-"))
            assert texts[doc_id]["text"][start:stop] == address
            assert said["own"] == (said["outlet"] == "Rechnik")
    assert found["https://rechnik.example/news/140"]["said_by"][0]["outlet"] == "Harbour Post"


def test_a_heading_its_own_page_points_to_is_known(seen: tuple[View, Ledger]) -> None:
    _, book = seen
    assert [row["title"] for row in book.headings] == ["The lamplighter who kept the harbour's books"]
    assert book.headings[0]["said_by"][0]["passage"].endswith("#residue")


def test_every_trace_says_who_says_so(seen: tuple[View, Ledger]) -> None:
    view, book = seen
    known_ids = set(view.index("documents", "doc_id"))
    traces = [*book.addresses, *book.credits, *book.headings]
    assert traces
    for row in traces:
        assert row["said_by"]
        assert {said["doc_id"] for said in row["said_by"]} <= known_ids
        assert set(row["reports"]) <= {entry["report_id"] for entry in book.entries}


def test_pages_outlets_and_origins_are_counted_apart(seen: tuple[View, Ledger]) -> None:
    _, book = seen
    counts = book.row()["counts"]
    assert counts["origins"] == len(book.entries) == len(book.row()["survives"])
    pages = {w["doc_id"]: w["outlet"] for row in book.entries for w in row["witnesses"]}
    assert counts["pages"] == len(pages)
    assert counts["outlets"] == len({outlet for outlet in pages.values() if outlet})


def test_its_numbering_is_an_observation(seen: tuple[View, Ledger]) -> None:
    _, book = seen
    assert book.numbering == [
        {"form": "rechnik.example/news/{n}", "low": 120, "high": 140, "here": 4, "absent": 17}
    ]


def test_dates_in_an_address_are_no_numbering() -> None:
    dated_ones = [f"https://a.example/2021/03/0{day}/ferry" for day in range(1, 6)]
    assert known.numbering(dated_ones) == []


def test_hosts_that_a_platform_lends_are_not_the_outlets(seen: tuple[View, Ledger]) -> None:
    view, book = seen
    assert known.hosts(view, book.outlet) == {"rechnik.example"}
    assert not known.belongs("https://notrechnik.example/1", frozenset({"rechnik.example"}))
    assert not known.belongs("https://rechnik.example.evil.example/1", frozenset({"rechnik.example"}))
    assert not known.belongs("https://[broken", frozenset({"rechnik.example"}))


DATES = st.lists(st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1)), max_size=20)


@given(DATES)
def test_a_calendar_has_every_month_once(dates: list[datetime]) -> None:
    rows = calendar(date.replace(tzinfo=UTC) for date in dates)
    assert sum(row["reports"] for row in rows) == len(dates)
    numbers = [int(row[key][:4]) * 12 + int(row[key][5:]) for row in rows for key in ("from", "to")]
    assert numbers == sorted(numbers)
    for row, after in pairwise(rows):
        last, first = row["to"], after["from"]
        assert int(first[:4]) * 12 + int(first[5:]) == int(last[:4]) * 12 + int(last[5:]) + 1
    assert all(row["months"] == 1 for row in rows if row["reports"])


def page(day: datetime | None, kind: str = "reprint", precision: str = "day") -> dict[str, Any]:
    return {"kind": kind, "published": day, "published_precision": precision}


@pytest.mark.parametrize(
    ("pages", "day", "said"),
    [
        ([], None, "no page of it has a date"),
        ([page(None), page(datetime(2021, 1, 1, tzinfo=UTC), precision="year")], None, "no page"),
        ([page(datetime(2021, 3, 3, tzinfo=UTC))], 3, "one dated page"),
        (
            [page(datetime(2021, 3, 2, tzinfo=UTC)), page(datetime(2021, 3, 4, tzinfo=UTC), "original")],
            4,
            "the date of the original",
        ),
        (
            [page(datetime(year, 3, day, tzinfo=UTC)) for year, day in ((1970, 1), (2021, 3), (2021, 9))],
            3,
            "bears out",
        ),
    ],
)
def test_a_report_is_dated_by_what_bears_a_date_out(pages: list[Any], day: int | None, said: str) -> None:
    at, basis = dated(pages)
    assert (at.day if at else None) == day
    assert said in basis


def test_the_ledger_of_an_outlet_that_only_copies(tmp_path: Path) -> None:
    view = View(chronicle(tmp_path))
    book = ledger(view, archive.name(view, "Bierah"))
    assert book.carried and book.carried[0]["of"] == "Rechnik"
