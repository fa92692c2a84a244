"""Nobody without a public role has an entry: every way round it that we could think of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from letapis.cli.entry import letapis
from letapis.errors import NotFound
from letapis.publish.entity import entity
from letapis.publish.figures import Wanted as Counted
from letapis.publish.figures import figures
from letapis.publish.persons import CONCEALED, Veil
from letapis.publish.quotes import Wanted, quotes
from letapis.publish.view import View
from letapis.store.chronicle import Chronicle
from tests.publish.found import Heap, chronicle

PRIVATE_NAMES = [
    "Анна Крушина", "Крушина Анна", "Анны Крушиной", "Крушиной", "Крушина", "крушина", "КРУШИНА",
    "Hanna Krushyna",
    "Krushyna", "Ганна Крушина", "пенсионерка Анна Крушина", "Анна", "Уля Рагач",
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("privacy")
    Heap().write(folder / "c")
    return folder


@pytest.fixture(scope="module")
def view(folder: Path) -> View:
    return View(Chronicle.open(folder / "c"))


def run(folder: Path, *words: str) -> str:
    result = CliRunner().invoke(letapis, [*words, "-c", str(folder / "c")])
    return result.output + str(result.exception or "")


@pytest.mark.parametrize("name", PRIVATE_NAMES)
def test_a_private_name_finds_no_entry_and_no_words(view: View, name: str) -> None:
    with pytest.raises(NotFound, match=r"public role|called so"):
        entity(view, name)
    for wanted in (Wanted(speaker=name), Wanted(about=name)):
        try:
            assert quotes(view, wanted).rows == []
        except NotFound as error:
            assert "without a public role" in str(error)


@pytest.mark.parametrize("name", ["Анна Крушина", "Крушиной", "Анне Крушиной"])
def test_an_age_is_not_found_by_a_private_name(view: View, name: str) -> None:
    with pytest.raises(NotFound, match="without a public role"):
        figures(view, Counted(about=name))


@pytest.mark.parametrize(
    "words", [("quotes",), ("quotes", "--kind", "direct"), ("quotes", "--told", "Quay Post")]
)
@pytest.mark.parametrize("shape", ["table", "csv", "jsonl"])
def test_no_list_names_a_private_speaker(folder: Path, words: tuple[str, ...], shape: str) -> None:
    shown = run(folder, *words, "--format", shape)
    assert "я всё видела" in shown.lower() or "I saw it all" in shown
    for secret in ("Крушин", "Krushyna", "witness"):
        assert secret not in shown
    assert CONCEALED in shown


def test_a_namesake_of_a_public_person_gets_no_entry_through_the_surname(view: View) -> None:
    rows = entity(view, "Рагач")
    assert "namesake" not in {row["entity_id"] for row in rows}
    assert all(other["entity_id"] != "namesake" for row in rows for other in row["apart"])


def test_a_speaker_whose_name_was_not_found_is_not_found_by_it_either(tmp_path: Path) -> None:
    heap = Heap()
    heap.pages["x"] = (
        "ru",
        "Мост",
        "2023-07-01",
        "«Нет воды», — рассказала жительница Ольга Сорока. Врачи молчат.",
    )
    heap.say("x", "«Нет воды»", "жительница Ольга Сорока", None)
    view = chronicle(tmp_path, heap)
    with pytest.raises(NotFound, match="without a public role"):
        quotes(view, Wanted(speaker="Сорока"))
    rows = quotes(view, Wanted(speaker="жительница")).rows
    assert [row["speaker"] for row in rows] == [f"жительница {CONCEALED}"]


def test_groups_and_bodies_are_found_by_their_words(tmp_path: Path) -> None:
    heap = Heap()
    heap.pages["x"] = (
        "ru",
        "Мост",
        "2023-07-01",
        "Врачи заявили, что вода чистая. В МЧС сказали, что моста не будет.",
    )
    heap.say("x", "вода чистая", "Врачи", None, kind="indirect")
    heap.say("x", "моста не будет", "МЧС", None, kind="indirect")
    view = chronicle(tmp_path, heap)
    assert [row["speaker"] for row in quotes(view, Wanted(speaker="врачи")).rows] == ["Врачи"]
    assert [row["speaker"] for row in quotes(view, Wanted(speaker="МЧС")).rows] == ["МЧС"]


def test_exports_join_nothing_of_private_persons(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(folder, "export", "tables", "--to", str(out))
    rows = {
        name: [json.loads(line) for line in (out / f"{name}.jsonl").read_text("utf-8").splitlines()]
        for name in ("entities", "mentions", "quotations", "spots")
    }
    people = {row["entity_id"] for row in rows["entities"] if row["kind"] == "person"}
    assert people == {"mayor", "officer"}
    private = [row for row in rows["mentions"] if "Крушин" in row["surface"] or row["surface"] == "Уля Рагач"]
    assert len(private) == 3
    assert all(row["entity_id"] is None for row in private), "found, and not joined"
    assert all(row["base"] is None for row in rows["spots"] if "Крушин" in row["surface"])
    said = [row for row in rows["quotations"] if row["doc_id"] in ("ru1", "en1")]
    assert {(row["speaker_entity"], row["speaker_name"]) for row in said} == {(None, None)}
    assert all(row["speaker"] for row in said), "the words of the text stay"


def test_past_states_join_nothing_either(tmp_path: Path) -> None:
    made = Heap().write(tmp_path / "c", witness=("person", "Анна Крушина", "депутат"))
    heap = Heap()
    heap.mentions = [one for one in heap.mentions if one.entity_id != "namesake"]
    heap.write(tmp_path / "c")
    history = View(Chronicle.open(made.folder))
    assert not any("Крушин" in str(row) for row in history.history("entities"))
    assert not any(row["entity_id"] in ("witness", "namesake") for row in history.history("mentions"))
    assert not any(row["speaker_entity"] == "witness" for row in history.history("quotations"))


def test_include_private_lifts_it(tmp_path: Path) -> None:
    made = Heap().write(tmp_path / "c")
    toml = made.folder / "letapis.toml"
    toml.write_text(toml.read_text("utf-8") + "include_private = true\n", "utf-8")
    view = View(Chronicle.open(made.folder))
    assert [row["entity_id"] for row in entity(view, "Крушина")] == ["witness"]
    assert quotes(view, Wanted(speaker="Krushyna")).rows[0]["speaker"] == "пенсионерка Анна Крушина"
    assert Veil(view).spans("ru1") == []


def test_a_role_that_only_a_withheld_page_gives_is_no_role(tmp_path: Path) -> None:
    heap = Heap()
    heap.pages["z"] = ("ru", "Мост", "2023-07-01", "Депутат Анна Крушина ушла.")
    heap.name("z", "Анна Крушина", "witness", "Депутат")
    made = heap.write(tmp_path / "c", witness=("person", "Анна Крушина", "Депутат"))
    assert entity(View(made), "Крушина")
    made.desk.withhold("document", "z", "asked for", doc_id="z")
    with pytest.raises(NotFound, match="without a public role"):
        entity(View(Chronicle.open(made.folder)), "Крушина")


def test_a_withheld_name_has_no_entry_under_its_role(tmp_path: Path) -> None:
    made = Heap().write(tmp_path / "c")
    made.desk.withhold("entity", "Зора Рагач", "asked for", words="Зора Рагач")
    view = View(Chronicle.open(made.folder))
    assert "mayor" not in {row["entity_id"] for row in view.rows("entities")}
    assert all(row["entity_id"] != "mayor" for row in view.rows("mentions"))
    with pytest.raises(NotFound):
        entity(view, "Рагач Зора")


def test_the_value_of_a_figure_in_a_withheld_stretch_is_withheld(tmp_path: Path) -> None:
    made = Heap().write(tmp_path / "c")
    start, stop = Heap().at("ru1", "Анне Крушиной 71 год")
    words = "Анне Крушиной 71 год"
    made.desk.withhold(
        "span", f"ru1#c={start}-{stop}", "asked for", doc_id="ru1", start=start, stop=stop, words=words
    )
    view = View(Chronicle.open(made.folder))
    assert not any(row["low"] == 71 for row in view.rows("figures"))
    runner = CliRunner()
    for call in (
        ["figures"],
        ["figures", "--disputed"],
        ["show", "ru1", "--proof"],
        ["show", "ru1", "--format", "jsonl"],
    ):
        shown = runner.invoke(letapis, [*call, "-c", str(made.folder)])
        assert shown.exit_code == 0, shown.output
        assert "71" not in shown.output.replace("#c=", ""), call


def test_an_id_or_a_hidden_setting_opens_nothing(folder: Path, view: View, tmp_path: Path) -> None:
    for asked in ("witness", "namesake"):
        with pytest.raises(NotFound):
            entity(view, asked)
    shown = run(folder, "show", "ru1", "--format", "jsonl")
    assert "witness" not in shown
    assert "Анна Крушина" in shown, "the text is shown as it stands"


def test_public_people_are_not_hidden_by_a_namesake(view: View) -> None:
    row = next(row for row in quotes(view, Wanted(speaker="Рагач")).rows if row["doc_id"] == "be1")
    assert row["speaker"] == "Зора Рагач"
    assert row["speaker_name"] == "Зора Рагач"
