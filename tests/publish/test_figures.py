"""Figures, and counts of one thing for which different values are given."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis import langs
from letapis.langs.base.thing import named
from letapis.model import Date
from letapis.publish import alike
from letapis.publish.disputes import disputed
from letapis.publish.figures import Wanted, figures, holds
from letapis.publish.range import Range, clash
from letapis.publish.view import View
from letapis.publish.when import period
from tests.publish.found import Heap, chronicle


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    return chronicle(tmp_path_factory.mktemp("figures"))


def test_every_figure_leads_to_its_words(view: View) -> None:
    rows = figures(view).rows
    assert len(rows) == 6
    for row in rows:
        text = view.index("documents", "doc_id")[row["doc_id"]]["text"]
        start, stop = map(int, row["at"].partition("#c=")[2].split("-"))
        assert text[start:stop] == row["surface"]
        assert row["surface"] in row["sentence"]
        assert row["url"] == f"https://{row['doc_id']}.example/page"


def test_figures_are_found_by_a_place_in_any_script_a_unit_and_a_time(view: View) -> None:
    about = figures(view, Wanted(about="Zarechsk")).rows
    assert {row["doc_id"] for row in about} == {"be1", "ru1", "uk1", "en1"}
    assert [row["low"] for row in figures(view, Wanted(unit="Year")).rows] == [71.0]
    found = figures(view, Wanted(unit="people", period=period("2023-05-03", "2023-05-03")))
    assert [row["doc_id"] for row in found.rows] == ["ru1", "uk1"]
    assert found.undated == 1
    assert "6 figures on 5 pages, 2023-05-02 to 2023-05-06; in people (5), year (1)" in holds(view)


def test_who_says_a_figure_is_told_by_its_quotation(tmp_path: Path) -> None:
    heap = Heap()
    heap.pages["q"] = (
        "en",
        "Mole",
        "2023-06-01",
        "“We lost 12 barges,” said Zora Rahach. An old man counted 3 boats.",
    )
    heap.name("q", "Zora Rahach", "mayor")
    heap.say("q", "“We lost 12 barges,”", "Zora Rahach", "mayor")
    heap.count("q", "12 barges", 12, unit=None, counted="barges", said="q:0")
    heap.count("q", "3 boats", 3, unit=None, counted="boats")
    rows = figures(chronicle(tmp_path, heap), Wanted(about="barges")).rows
    assert [(row["speaker"], row["role"], row["quoted"]) for row in rows] == [
        ("Зора Рагач", "мэрка", "q#c=0-20")
    ]


def values(view: View) -> list[list[tuple[float, str]]]:
    return [[(value["low"], value["qualifier"]) for value in row["values"]] for row in disputed(view).rows]


def test_values_stand_side_by_side_over_languages_with_their_sources(tmp_path: Path) -> None:
    heap = Heap()
    heap.pages["en2"] = (
        "en",
        "Mole",
        "2023-05-04",
        "At least 12 people were killed in Zarechsk on 2 May 2023.",
    )
    heap.name("en2", "Zarechsk", "town")
    heap.count("en2", "12 people", 12, counted="people")
    for doc_id, surface in (("en2", "2 May 2023"),):
        start, stop = heap.at(doc_id, surface)
        heap.dates.append(Date(doc_id, start, stop, surface, "2023-05-02"))
    heap.pages["ru3"] = ("ru", "Плёс", "2023-05-04", "В Заречске 2 мая 2023 года погибли 7 человек.")
    heap.name("ru3", "Заречске", "town")
    heap.count("ru3", "7 человек", 7, counted="человек")
    start, stop = heap.at("ru3", "2 мая 2023 года")
    heap.dates.append(Date("ru3", start, stop, "2 мая 2023 года", "2023-05-02"))
    row = next(
        r for r in disputed(chronicle(tmp_path, heap)).rows if any(v["low"] == 12 for v in r["values"])
    )
    assert (row["kind"], row["thing"], row["measure"]) == ("disputed", "killed", "people")
    assert row["names"] == ["Заречск"]
    assert {reason["feature"] for reason in row["reasons"]} >= {"measure", "thing", "names"}
    given = {value["low"]: value for value in row["values"]}
    assert given[12.0]["places"][0]["outlet"] == "Mole"
    assert given[12.0]["places"][0]["at"].startswith("en2#c=")
    assert all(value["clashes"] for value in row["values"] if value["low"] in (7, 12))
    assert "mean" not in row
    assert "average" not in row


def test_another_place_another_day_another_thing_are_no_dispute(view: View, tmp_path: Path) -> None:
    assert not any((9.0, "exact") in row for row in values(view)), "the other town"
    heap = Heap()
    heap.pages = {
        "a": (
            "en",
            "Mole",
            "2023-05-02",
            "The quay fire in Zarechsk killed 5 people, the harbour office said.",
        ),
        "b": (
            "en",
            "Pier",
            "2023-05-03",
            "The quay fire in Zarechsk injured 20 people, the harbour office said.",
        ),
        "c": (
            "en",
            "Reef",
            "2023-06-20",
            "The quay fire in Zarechsk killed 8 people, the harbour office said.",
        ),
        "d": ("en", "Spit", "2023-05-02", "It cost 5 euros. Then it cost 9 euros."),
    }
    for rows in (heap.mentions, heap.spots, heap.quotations, heap.figures):
        rows.clear()
    for doc_id, count in (("a", "5 people"), ("b", "20 people"), ("c", "8 people")):
        heap.name(doc_id, "Zarechsk", "town")
        heap.count(doc_id, count, float(count.split()[0]), counted="people")
    heap.count("d", "5 euros", 5, unit=None, currency="EUR")
    heap.count("d", "9 euros", 9, unit=None, currency="EUR")
    assert values(chronicle(tmp_path, heap)) == []


def fire(**pages: tuple[str, str, float, str]) -> Heap:
    """Pages that tell of one fire: outlet, day, value and qualifier."""
    heap = Heap()
    for rows in (heap.mentions, heap.spots, heap.quotations, heap.figures):
        rows.clear()
    heap.pages = {}
    for doc_id, (outlet, day, value, how) in pages.items():
        words = f"{value:g} people"
        text = f"The quay fire in Zarechsk on Monday killed {words}, harbour master Zora Rahach said."
        heap.pages[doc_id] = ("en", outlet, day, text)
        heap.name(doc_id, "Zarechsk", "town")
        heap.name(doc_id, "Zora Rahach", "mayor")
        heap.say(doc_id, f"killed {words}", "harbour master Zora Rahach", "mayor", kind="indirect")
        heap.count(doc_id, words, value, how, counted="people", said=f"{doc_id}:{text.index('killed')}")
    return heap


def test_a_speaker_who_revises_a_count_is_shown_in_order_of_date(tmp_path: Path) -> None:
    heap = fire(
        b=("Mole", "2023-05-04", 9, "exact"),
        a=("Pier", "2023-05-02", 5, "exact"),
        c=("Reef", "2023-05-03", 7, "exact"),
    )
    row = disputed(chronicle(tmp_path, heap)).rows[0]
    assert row["kind"] == "revised"
    assert [value["low"] for value in row["values"]] == [5, 7, 9]
    assert [value["places"][0]["speaker"] for value in row["values"]] == ["Зора Рагач"] * 3


def test_a_copy_that_reads_otherwise_is_called_a_copy_and_is_one_origin(tmp_path: Path) -> None:
    heap = fire(a=("Pier", "2023-05-02", 50, "exact"), b=("Mole", "2023-05-02", 60, "exact"))
    heap.report("a", "Pier", b="reprint")
    row = disputed(chronicle(tmp_path, heap)).rows[0]
    assert row["kind"] == "copy"
    assert [(value["pages"], value["origins"]) for value in row["values"]] == [(1, 1), (1, 1)]


@pytest.mark.parametrize(
    ("one", "other", "clashing"),
    [
        ((50, "over"), (70, "exact"), False), ((70, "over"), (50, "exact"), True),
        ((100, "about"), (104, "exact"), False), ((100, "about"), (112, "exact"), True),
        ((100, "almost"), (97, "exact"), False), ((100, "almost"), (103, "exact"), True),
        ((40, "under"), (39, "exact"), False), ((40, "under"), (50, "exact"), True),
        ((4_200_000, "exact"), (4_198_310, "exact"), False),
        ((4_200_000, "exact"), (4_300_000, "exact"), True),
        ((50, "exact"), (50, "exact"), False), ((50, "exact"), (51, "exact"), True),
    ],
)  # fmt: skip
def test_qualifiers_are_reckoned_with(
    one: tuple[float, str], other: tuple[float, str], clashing: bool, tmp_path: Path
) -> None:
    heap = fire(a=("Pier", "2023-05-02", *one), b=("Mole", "2023-05-03", *other))
    assert bool(disputed(chronicle(tmp_path, heap)).rows) is clashing


@given(st.floats(0, 1e12), st.floats(0, 1e12), st.sampled_from(["exact", "about", "over", "under", "almost"]))
def test_clashing_is_mutual_and_no_figure_clashes_with_itself(a: float, b: float, how: str) -> None:
    one = Range.of({"low": a, "high": a, "qualifier": how})
    other = Range.of({"low": b, "high": None, "qualifier": "exact"})
    assert clash(one, other) == clash(other, one)
    assert not clash(one, one)
    assert not clash(other, other)


def test_two_values_of_one_source_in_one_text_are_never_one_count(tmp_path: Path) -> None:
    heap = fire(a=("Pier", "2023-05-02", 5, "exact"), b=("Mole", "2023-05-03", 5, "exact"))
    text = heap.pages["a"][3] + " A second fire there killed 8 people, harbour master Zora Rahach said."
    heap.pages["a"] = (*heap.pages["a"][:3], text)
    heap.count("a", "8 people", 8, counted="people")
    heap.figures[-1] = replace(heap.figures[-1], said=f"a:{heap.quotations[0].start}")
    rows = disputed(chronicle(tmp_path, heap)).rows
    assert rows == []


def test_the_work_grows_with_the_figures_and_not_with_their_square(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compared(count: int) -> int:
        pages = {f"p{n}": ("Pier", f"2023-05-{1 + n % 28:02d}", float(n), "exact") for n in range(1, count)}
        calls: Counter[str] = Counter()
        link = alike._link

        def counting(*given: object) -> object:
            calls["link"] += 1
            return link(*given)  # type: ignore[arg-type]

        view = chronicle(tmp_path / str(count), fire(**pages))
        monkeypatch.setattr(alike, "_link", counting)
        disputed(view)
        monkeypatch.setattr(alike, "_link", link)
        return calls["link"]

    few, many = compared(60), compared(240)
    assert many < few * 6


def test_words_for_things_are_the_same_in_all_languages() -> None:
    known = {code: set(langs.get(code).things) for code in ("be", "en", "ru", "uk")}  # type: ignore[union-attr]
    assert len({frozenset(things) for things in known.values()}) == 1
    for code, form in (("be", "загінулі"), ("ru", "погибли"), ("uk", "загинуло"), ("en", "killed")):
        language = langs.get(code)
        assert language is not None
        assert [thing for thing, stems in language.things.items() if named(form, stems)] == ["killed"]
    for code, form in (
        ("ru", "умеренно"),
        ("ru", "собрание"),
        ("ru", "долго"),
        ("en", "diesel"),
        ("uk", "вікно"),
    ):
        language = langs.get(code)
        assert language is not None
        assert not any(named(form, stems) for stems in language.things.values()), form
