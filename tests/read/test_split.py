"""Heaps divided into documents. All texts are invented."""

from __future__ import annotations

import itertools
import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.read.split import ALONE, ENOUGH, best, split

BENCH = Path(__file__).parents[3] / "shared" / "bench" / "stemma"

HERONS = """Heron nests counted at Lake Ivel
Rangers counted 41 heron nests at Lake Ivel this spring, three more than last year.
“The herons like quiet water,” said ranger Tomas Vell, who has counted the nests since 2009.
Lake Ivel has been closed to boats since March, and Vell wants it to stay closed."""

BRIDGE = """Міст у Зарічному закрили на ремонт
Міст через річку Тиху в Зарічному закрили на ремонт до осені, повідомила міська рада.
Зарічний чекав на цей ремонт одинадцять років, каже голова ради Олена Вишня.
Автобуси їздитимуть через Лугове, дорога забере на двадцять хвилин більше."""

BREAD = """Хлебозавод в Полянске повысил цены на батон
Хлебозавод в Полянске поднял цену батона на девять копеек, сообщил директор завода Игорь Тесёлкин.
По словам Тесёлкина, мука подорожала с января дважды, а электричество для завода ещё раньше…"""

MUSEUM = """Музей шкла ў Бярозаўцы адкрыўся пасля пажару
Музей шкла ў Бярозаўцы зноў прымае гасцей, дырэктарка музея Алеся Ружа паказала залу з вазамі.
Пажар знішчыў палову калекцыі шкла, але вазы ўратавалі суседзі з Бярозаўкі."""

LONG = """Why the salt works of Port Ember are closing
The salt works of Port Ember, the oldest on the coast, will close in autumn, its owner Dora Finch said.
Finch bought the works in 1998, when forty salters still worked the pans at Port Ember.
Falling prices
Salt from abroad costs a third of what Finch charges, and the salters at Port Ember have known it for years.
“We boil sea water over wood,” says salter Ned Arlow. “Nobody pays for the wood.”
What the town says
The town of Port Ember lives off visitors to the salt works, and the mayor, Ruth Coyle, fears for the inns.
Coyle has offered Finch the old harbour shed at no rent, but the salt pans cannot be moved there.
The last season
Arlow and the other salters will boil the last pan of salt in September, and Finch will give it to the town.
Visitors to Port Ember may watch until the works close."""


def starts(text: str) -> list[int]:
    return [start.line for start in split(text)]


def heap(*documents: str) -> tuple[str, list[int]]:
    lines, at = [], 1
    for document in documents:
        lines.append(at)
        at += document.count("\n") + 1
    return "\n".join(documents), lines


@pytest.mark.parametrize("order", list(itertools.permutations(range(4)))[::3])
def test_documents_in_four_languages_are_told_apart(order: tuple[int, ...]) -> None:
    documents = (HERONS, BRIDGE, BREAD, MUSEUM)
    text, lines = heap(*(documents[at] for at in order))
    assert starts(text) == lines


def test_documents_of_one_language_are_told_apart_by_footers() -> None:
    footer = "Noticed a typo? Mark the word and tell us with Ctrl+Enter."
    text, lines = heap(f"{HERONS}\n{footer}", f"{LONG}\n{footer}", f"{HERONS}\n{footer}")
    assert starts(text) == lines


@pytest.mark.parametrize("text", [HERONS, BRIDGE, BREAD, MUSEUM, LONG])
def test_one_document_stays_one(text: str) -> None:
    assert starts(text) == [1]


def test_spans_lead_to_the_lines_whatever_ends_them() -> None:
    text, lines = heap(HERONS, BRIDGE)
    for end in ("\n", "\r\n", "\r"):
        raw = "\ufeff" + text.replace("\n", end) + end
        found = split(raw)
        assert [start.line for start in found] == lines
        assert raw[found[0].start : found[0].stop].lstrip("\ufeff").replace(end, "\n") == HERONS
        assert raw[found[1].start : found[1].stop].replace(end, "\n") == BRIDGE


def test_blank_lines_and_rules_are_no_documents() -> None:
    found = split(f"\n\n{HERONS}\n\n-----\n\n{LONG}\n\n")
    assert [start.line for start in found] == [3, 10]


def test_every_start_gives_its_reasons() -> None:
    first, second = split(f"{HERONS}\n{BRIDGE}")
    assert first.reasons[0].feature == "first"
    assert {"headline", "language"} <= {reason.feature for reason in second.reasons}
    assert 0.5 < second.score <= 1


def test_nothing_has_no_documents() -> None:
    assert split("") == split("\ufeff\r\n \n-----\n") == []


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="Aбў .…-\n\r\f\ufeff:?", max_size=200))
def test_documents_are_in_order_and_hold_every_word(text: str) -> None:
    found = split(text)
    at = 0
    for start in found:
        assert not any(c.isalnum() for c in text[at : start.start])
        assert at <= start.start < start.stop <= len(text)
        at = start.stop
    assert not any(c.isalnum() for c in text[at:])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.floats(-3, 3), st.sampled_from([50, 900])), min_size=1, max_size=8))
def test_the_division_is_the_best_there_is(lines: list[tuple[float, int]]) -> None:
    scores, sizes = [score for score, _ in lines], [size for _, size in lines]

    def worth(chosen: list[int]) -> float:
        spans = itertools.pairwise([*chosen, len(scores)])
        alone = sum(ALONE for a, b in spans if b == a + 1 and sizes[a] < ENOUGH)
        return sum(scores[at] for at in chosen[1:]) + alone

    every = [
        [0, *(at + 1 for at, begins in enumerate(mask) if begins)]
        for mask in itertools.product((False, True), repeat=len(scores) - 1)
    ]
    assert worth(best(scores, sizes)) == pytest.approx(max(map(worth, every)))


@pytest.mark.parametrize("text", ["word " * 400_000, "[" * 2_000_000, "\n" * 300_000, "a\n" * 10_000])
def test_odd_shapes_take_little_time(text: str) -> None:
    assert len(split(text)) <= 1


def figure(found: set[int], gold: set[int]) -> float:
    return 2 * len(found & gold) / (len(found) + len(gold))


@pytest.mark.skipif(not BENCH.exists(), reason="development data is not shipped")
def test_the_development_heap() -> None:
    text = (BENCH / "heap.txt").read_text(encoding="utf-8")
    gold = {row["line"] for row in json.loads((BENCH / "heap_gold.json").read_text(encoding="utf-8"))}
    assert figure(set(starts(text)), gold) >= 0.95


@pytest.mark.skipif(not BENCH.exists(), reason="development data is not shipped")
def test_other_heaps_of_the_development_documents() -> None:
    rows = (BENCH / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    chosen = random.Random(11).sample([json.loads(row)["text"] for row in rows], 80)
    text, lines = heap(*chosen)
    assert figure(set(starts(text)), set(lines)) >= 0.93


@pytest.mark.skipif(not BENCH.exists(), reason="development data is not shipped")
def test_the_real_heap() -> None:
    (path,) = (BENCH.parents[1] / "seeds").glob("*.txt")
    found = starts(path.read_text(encoding="utf-8"))
    assert found == [1, 3, 5, 7, 29, 32, 37, 41, 45, 47, 50, 52, 67, 68]
