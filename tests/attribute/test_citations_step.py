"""A heap that grows: the second run says what a run over everything says, and looks at little again."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pyarrow as pa
import pytest

from letapis import tables
from letapis.attribute import step as module
from letapis.attribute.changes import KEPT
from letapis.model import Citation, Document, Publisher, Residue


def page(number: int, text: str, **given: object) -> Document:
    return Document(f"d{number:02}", f"c{number:02}", text=text, **given)  # type: ignore[arg-type]


HEAP = [
    page(0, "Мост закрыли.", url="https://rupar.example/1", outlet="Рупар", language="ru"),
    page(1, "«Ждём», — сказал он «Рупару».", language="ru"),
    page(2, "“We wait,” the captain told Rupar.", language="en"),
    page(3, "Крыніца: «Заря реки» (zr-online.example)", language="be"),
    page(4, "Как пишет «Заря реки», мост закрыт. Об этом сообщает Reuters.", language="ru"),
    page(5, "According to Zorka, it is shut.\nSource: zorka.example", language="en"),
    page(6, "It is shut.", url="https://zorka.example/2", outlet="Zorka", language="en"),
    page(7, "It is shut.\nZorka reports.", language="en", residue=(Residue("Source: Zorka", "credit"),)),
    page(8, "The tugboat Rupar sank at noon.", language="en"),
    page(9, "“We wait,” he told N aviny.by; Z orka reports.", language="en"),
    page(10, "Nobody is credited here, said Anna Moh.", language="en"),
    page(11, "Об этом пишет @rupar.", language="ru", outlet="Заря реки"),
]


@dataclass
class State:
    """What is kept between runs."""

    kept: pa.Table = field(default_factory=KEPT.empty_table)
    publishers: pa.Table = field(default_factory=tables.schema(Publisher).empty_table)
    citations: pa.Table = field(default_factory=tables.schema(Citation).empty_table)


def run(documents: Sequence[Document], before: State) -> State:
    """The two stages, as an engine runs them, over batches of three."""
    first, second = module.step().stages
    batches = [tables.batch(documents[at : at + 3], Document) for at in range(0, len(documents), 3)]
    found = list(first.function(iter(batches), {"kept": before.kept}))  # type: ignore[union-attr]
    kept = pa.Table.from_batches([one for one in found if one.schema.equals(KEPT)], KEPT)
    rows = [one for one in found if not one.schema.equals(KEPT)]
    publishers = pa.Table.from_batches(rows, tables.schema(Publisher))
    side = {
        "known": publishers,
        "evidence": kept,
        "kept": before.kept,
        "named": before.publishers,
        "cited": before.citations,
    }
    cited = list(second.function(iter(batches), side))  # type: ignore[union-attr]
    return State(kept, publishers, pa.Table.from_batches(cited, tables.schema(Citation)))


def told(state: State) -> tuple[list[str], list[str]]:
    return (
        sorted(map(repr, state.publishers.to_pylist())),
        sorted(map(repr, state.citations.to_pylist())),
    )


@pytest.mark.parametrize("seed", range(8))
def test_a_heap_added_in_parts_is_the_heap_added_at_once(seed: int) -> None:
    chance = random.Random(seed)
    order = chance.sample(HEAP, len(HEAP))
    cuts = sorted(chance.sample(range(1, len(order)), 2))
    state = State()
    for cut in (*cuts, len(order)):
        state = run(order[:cut], state)
    assert told(state) == told(run(HEAP, State()))


def test_what_no_change_touches_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    state = run(HEAP[1:], State())
    looked: list[str] = []
    real = module.citations

    def spy(document: Document, *rest: object) -> list[Citation]:
        looked.append(document.doc_id)
        return real(document, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "citations", spy)
    run(HEAP, state)
    assert "d00" in looked and set(looked) <= {"d00", "d01", "d02", "d08", "d11"}, (
        "the new one, and who name it"
    )


def test_a_document_that_is_another_is_looked_at_again() -> None:
    state = run(HEAP, State())
    other = [replace(HEAP[1], outlet="Рупар"), *HEAP[:1], *HEAP[2:]]
    assert told(run(other, state)) == told(run(other, State()))


def test_a_document_that_is_gone_leaves_nothing() -> None:
    assert told(run(HEAP[1:], run(HEAP, State()))) == told(run(HEAP[1:], State()))
