"""An entry: names, roles with the sentence that says so, mentions, words, and who stays apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from letapis.errors import NotFound, UsageError
from letapis.publish.entity import entity, holds
from letapis.publish.view import View
from tests.publish.found import Heap, chronicle


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    return chronicle(tmp_path_factory.mktemp("entity"))


def test_an_entry_has_names_roles_mentions_and_words(view: View) -> None:
    row = entity(view, "Зора Рагач")[0]
    assert (row["entity_id"], row["pages"], row["outlets"], row["origins"]) == ("mayor", 2, 2, 2)
    assert [(name["form"], name["language"], name["script"]) for name in row["names"]] == [
        ("Зора Рагач", "be", "Cyrl"), ("Зора Рогач", "uk", "Cyrl"),
    ]  # fmt: skip
    roles = {role["role"]: role for role in row["roles"]}
    assert (
        roles["мэрка"]["says_so"][0]["sentence"]
        == "У Зарэчску на складзе загінулі 5 чалавек, сказала мэрка Зора Рагач."
    )
    assert roles["Мерка"]["says_so"][0]["at"].startswith("uk1#c=")
    assert [one["text"] for one in row["quotations"]] == ["Мы пабудуем новы склад", "склад збудують наново"]
    for one in row["mentions"]:
        doc_id, _, span = one["at"].partition("#c=")
        start, stop = map(int, span.split("-"))
        assert view.index("documents", "doc_id")[doc_id]["text"][start:stop] == one["surface"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Заречск", "as written"),
        ("Заречску", "by"),
        ("Zarechsk", "as written"),
        ("Zarechskom", "by"),
        ("Зарэчск", "by"),
    ],
)
def test_a_place_is_found_in_any_script_and_case(view: View, asked: str, found: str) -> None:
    row = entity(view, asked)[0]
    assert row["entity_id"] == "town"
    assert row["found"].startswith(found)


def test_who_is_called_alike_stays_apart_with_reasons(tmp_path: Path) -> None:
    heap = Heap()
    heap.pages["s"] = ("be", "Прыстань", "2023-06-01", "На вуліцы Рагач ціха. Суддзя Янка Рагач маўчыць.")
    heap.name("s", "Рагач", "street")
    made = heap.write(tmp_path / "c", judge=("person", "Янка Рагач", "суддзя"))
    rows = {row["entity_id"]: row for row in entity(View(made), "Рагач")}
    assert "mayor" in rows or "street" in rows
    row = entity(View(made), "Зора Рагач")[0]
    apart = {other["entity_id"]: other for other in entity(View(made), "Рагач")[0]["apart"]}
    assert apart
    assert all(other["reasons"] for other in apart.values())
    assert row["entity_id"] == "mayor"


def test_nothing_found_says_what_there_is(view: View) -> None:
    with pytest.raises(NotFound, match="called so"):
        entity(view, "Нетусь")
    with pytest.raises(UsageError):
        entity(view, "?!")
    assert "place 3" in holds(view) or "place 2" in holds(view)
    assert "Крушина" not in holds(view)
