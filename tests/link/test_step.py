"""Names, figures, dates and entities of a heap that grows are those of the heap added at once."""

from __future__ import annotations

import pytest

from tests.contract.grown import grouped, grown, plain


@pytest.mark.parametrize("table", ["spots", "amounts", "dates", "figures"])
def test_what_one_text_shows_does_not_hang_on_the_others(table: str) -> None:
    found = grown()
    assert len(found.once[table]) > 20
    assert plain(found.parts[table]) == plain(found.once[table])


def test_mentions_are_the_same_but_for_ids() -> None:
    found = grown()
    assert plain(found.parts["mentions"], "entity_id", "reasons") == plain(
        found.once["mentions"], "entity_id", "reasons"
    )
    assert set(grouped(found.parts["mentions"]).values()) == set(grouped(found.once["mentions"]).values())


def test_entities_are_the_same_but_for_ids() -> None:
    """An id is the hash of the entity's first mention, and is kept when an earlier one comes in later."""
    found = grown()
    said = []
    for state in (found.once, found.parts):
        places = grouped(state["mentions"])
        assert {row["entity_id"] for row in state["entities"]} == set(places)
        rows = [{**row, "places": sorted(places[row["entity_id"]])} for row in state["entities"]]
        said.append(plain(rows, "entity_id"))
    assert said[0] == said[1]


def test_an_entity_keeps_its_id_or_leaves_an_alias() -> None:
    found = grown()
    now = {row["entity_id"] for row in found.parts["entities"]}
    told = {row["old_id"]: row["new_id"] for row in found.parts["aliases"]}
    before = {row["entity_id"] for row in found.first["entities"]}
    assert before & now, "most are as they were"
    assert all(one in now or told[one] in now for one in before)


def test_a_surname_of_the_first_part_is_the_person_of_the_second() -> None:
    found = grown()
    named = {
        (row["surface"], row["entity_id"]) for row in found.parts["mentions"] if "Соснин" in row["surface"]
    }
    assert {surface for surface, _ in named} == {"Соснин", "Игнат Соснин"}


def test_every_mention_stands_in_its_document() -> None:
    found = grown()
    texts = {row["doc_id"]: row["text"] for row in found.parts["documents"]}
    for table in ("spots", "amounts", "dates", "mentions", "figures"):
        for row in found.parts[table]:
            assert row["surface"] == texts[row["doc_id"]][row["start"] : row["stop"]]


def test_a_text_without_names_gives_no_rows() -> None:
    found = grown()
    [silent] = [row["doc_id"] for row in found.parts["documents"] if row["text"].startswith("the rain")]
    for table in ("spots", "amounts", "dates", "mentions", "figures", "quoted", "quotations"):
        assert silent not in {row["doc_id"] for row in found.parts[table]}
