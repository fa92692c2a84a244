"""The picture of a stemma: everything drawn once, whatever the rows hold."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from letapis.publish.exports.restored.tree import picture


def witness(doc_id: str, parent: str | None = None, **other: Any) -> dict[str, Any]:
    row = {"doc_id": doc_id, "kind": "reprint", "parent": parent, "outlet": f"Outlet {doc_id}", "words": 90}
    return {**row, "published": datetime(2021, 3, 3, tzinfo=UTC), "credits": [], **other}


def drawn(witnesses: list[dict[str, Any]], original: str | None = None) -> str:
    sigla = {row["doc_id"]: f"W{i}" for i, row in enumerate(witnesses)}
    return picture({"witnesses": witnesses, "original": original, "outlet": "Rechnik <i>"}, sigla)


def test_a_lost_original_is_an_empty_dotted_node() -> None:
    made = drawn([witness("a"), witness("b", "a")])
    assert made.count('class="lost"') == 1
    assert "Rechnik &lt;i&gt;" in made and "lost original" in made
    assert made.count('class="edge"') == 2


def test_a_surviving_original_is_the_root() -> None:
    made = drawn([witness("a", kind="original"), witness("b", "a"), witness("c", None)], "a")
    assert 'class="lost"' not in made
    assert made.count('class="k-original"') == 1
    assert made.count('class="edge"') == 1, "of what was taken from nothing known no edge is drawn"


def test_a_contaminated_witness_has_a_dashed_edge_too() -> None:
    rows = [witness("a"), witness("b"), witness("c", "a", also=["b"])]
    assert drawn(rows).count('class="also"') == 1
    assert drawn([witness("c", also=[{"doc_id": "nowhere"}])]).count('class="also"') == 0


def test_five_thousand_copies_are_drawn_in_part_and_counted() -> None:
    rows = [witness("a"), *(witness(f"c{i}", "a") for i in range(5000))]
    made = drawn(rows)
    assert made.count('class="k-reprint"') == 40
    assert "4961 more copies of it" in made


def test_what_is_not_drawn_of_a_lost_original_is_counted_and_a_year_fits() -> None:
    days = [datetime(2021, 1 + i % 12, 1 + i % 28, tzinfo=UTC) for i in range(200)]
    made = drawn([witness(f"c{i}", published=day) for i, day in enumerate(days)])
    assert "160 more copies of it" in made
    [width] = re.findall(r'viewBox="0 [\d.]+ (\d+) ', made)
    assert int(width) < 1200


def test_a_circle_or_a_parent_elsewhere_breaks_nothing() -> None:
    made = drawn([witness("a", "b"), witness("b", "a"), witness("c", "elsewhere")])
    assert made.count('class="k-reprint"') == 3


def test_a_wrong_clock_and_no_date_are_drawn() -> None:
    early = datetime(1970, 1, 1, tzinfo=UTC)
    made = drawn([witness("a"), witness("b", "a", published=early), witness("c", "b", published=None)])
    assert "no date" in made
    places = [float(x) for x in re.findall(r'<text x="([\d.]+)" y="[\d.]+">', made)]
    assert all(x >= 0 for x in places) and "nan" not in made
