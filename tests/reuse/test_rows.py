"""Rows are in order, refer to the right texts, and do not depend on how many are made at a time."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import numpy as np
import pyarrow as pa
import pytest

from letapis import tables
from letapis.model import Document, Reuse
from letapis.reuse import order
from letapis.reuse.candidates import candidates
from letapis.reuse.direction import FEATURES
from letapis.reuse.index import Index, build
from letapis.reuse.kind import KINDS
from letapis.reuse.rows import batches, rows
from letapis.text import tokens

PARTS = ["бар", "вел", "гор", "дым", "жар", "зол", "кам", "лес", "мор", "нів", "пол", "рад", "сон", "тур"]


def heap(seed: int, reports: int = 4, copies: int = 5) -> list[Document]:
    """Invented reports, each with copies that change words and turn parts round, and quotations."""
    dice = random.Random(seed)
    coin = lambda size: ["".join(dice.choices(PARTS, k=3)) for _ in range(size)]  # noqa: E731
    found = []
    for number in range(reports):
        story = coin(60)
        for copy in range(copies):
            words = [dice.choice(coin(1)) if dice.random() < 0.04 * copy else word for word in story]
            if copy == 3:
                words = words[30:] + words[:30]
            if copy == 4:
                words = [*coin(50), "«", *story[20:27], "»", *coin(50)]
            name = f"{dice.randrange(10**6):06}-{number}{copy}"
            found.append(Document(name, "", text=" ".join(words), outlet=dice.choice([None, "Рэха", "Слуп"])))
    return found


def made(seed: int) -> tuple[Index, pa.Table]:
    index = build(heap(seed), [])
    return index, rows(index, candidates(index), "reuse@test")


def test_rows_are_of_the_contract_and_sorted():
    _, found = made(1)
    found.validate(full=True)
    assert found.schema.equals(tables.schema(Reuse), check_metadata=True)
    keys = list(zip(found["earlier"].to_pylist(), found["later"].to_pylist(), strict=True))
    assert keys == sorted(set(keys))
    assert len(keys) > 20
    assert set(found["maker"].to_pylist()) == {"reuse@test"}
    assert set(found["kind"].to_pylist()) <= set(KINDS)
    assert not any(column.null_count for column in found.columns)


@pytest.mark.parametrize("seed", range(4))
def test_passages_are_in_order_of_the_later_and_equal(seed):
    index, found = made(seed)
    texts = dict(zip(index.ids.to_pylist(), index.texts.to_pylist(), strict=True))
    for row in tables.records(found, Reuse):
        assert list(row.passages) == sorted(row.passages, key=lambda p: (p.l_start, p.e_start))
        for p in row.passages:
            one = tokens(texts[row.earlier][p.e_start : p.e_stop])
            two = tokens(texts[row.later][p.l_start : p.l_stop])
            assert [token.form for token in one] == [token.form for token in two]
            assert len(one) >= 3


@pytest.mark.parametrize("seed", range(4))
def test_reasons_are_the_votes_strongest_first_and_add_up_to_the_order(seed):
    _, found = made(seed)
    for row in tables.records(found, Reuse):
        first, second, *rest = row.reasons
        assert (first.feature, second.feature) == ("shared_words", "order")
        assert first.detail == f"{int(first.detail.split()[0])} stretches"
        assert 0.5 <= second.value <= 1
        values = [abs(reason.value) for reason in rest]
        assert values == sorted(values, reverse=True)
        assert all(reason.detail == FEATURES[reason.feature] for reason in rest)
        total = sum(reason.value for reason in rest)
        assert second.value == pytest.approx(1 / (1 + np.exp(-total)), abs=0.02)
        assert row.ordered_by in {reason.feature for reason in rest} or (row.ordered_by, rest) == (
            "nothing",
            [],
        )


def test_how_many_rows_are_made_at_a_time_changes_nothing(monkeypatch):
    index = build(heap(2), [])
    found = candidates(index)
    whole = rows(index, found)
    monkeypatch.setattr(order, "_SLICE", 7)
    assert len(list(batches(index, found))) == -(-len(whole) // 7)
    assert rows(index, found).combine_chunks().equals(whole.combine_chunks())


@pytest.mark.parametrize(("opening", "want"), [("", "excerpt"), ("«", "quotation"), ("« ", "quotation")])
def test_a_mark_right_before_what_is_shared_makes_a_quotation_of_it(opening, want):
    dice = random.Random(3)
    one, two, three, four, said = (
        " ".join("".join(dice.choices(PARTS, k=3)) for _ in range(size)) for size in (60, 60, 70, 70, 28)
    )
    day = datetime(2031, 5, 3, tzinfo=UTC)
    source = Document("s", "", text=f"{one} {said} {two}", published=day)
    host = Document("q", "", text=f"{three}: {opening}{said}. {four}", published=day + timedelta(1))
    index = build([source, host], [])
    (row,) = rows(index, candidates(index)).to_pylist()
    assert (row["earlier"], row["later"], row["kind"]) == ("s", "q", want)


def test_no_pairs():
    for documents in ([], [Document("a", "", text=""), Document("b", "", text="Адно")]):
        index = build(documents, [])
        found = rows(index, candidates(index))
        assert found.num_rows == 0
        assert found.schema.equals(tables.schema(Reuse))
