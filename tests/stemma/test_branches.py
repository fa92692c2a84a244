"""What many copies of one copy say is said once. Invented texts."""

from __future__ import annotations

import random

import pytest

from letapis.model import Document, Reuse
from letapis.stemma.reports import reports
from letapis.stemma.restore import restore
from letapis.stemma.spelling import spelling
from tests.stemma.heap import credit, page, report, shared

TEXT = """Мост через Ранку закрыли на ремонт
Мост через Ранку закрыли в среду утром на ремонт опор и перил.
Дирекция моста обещает закончить ремонт опор до весны.
Водители едут в объезд через Луговую улицу и новый мост в Заречье.
На ремонт моста город выделил три миллиона, сказала дирекция.
Жители Заречья просят дирекцию пустить автобус до новой остановки.
Автобус через Заречье пойдёт, когда закончат ремонт перил."""


def pages(slipped: str, many: int, few: int) -> list[Document]:
    """``many`` copies of a slipped copy and ``few`` of the lost report itself."""
    lines = TEXT.split("\n")
    bad = slipped.split("\n")
    made = [page(f"h{i:02d}", bad, f"Порт{i}") for i in range(many)]
    return made + [page(f"k{i:02d}", lines, f"Бор{i}") for i in range(few)]


@pytest.mark.parametrize(
    ("was", "now"), [("Заречье.", "Заерчье."), ("Ранку", "Рнаку"), ("дирекция", "дирекцяи")]
)
def test_a_slip_of_a_much_copied_copy_is_not_the_reading(was: str, now: str) -> None:
    heap = pages(TEXT.replace(was, now, 1), 12, 4)
    heap[0], one = credit(heap[0], "Ранак")
    heap[-1], two = credit(heap[-1], "Ранак")
    [row] = reports(heap, [], shared(heap), [one, two])
    assert row.original is None
    assert restore(row, heap, [], []).text == TEXT
    slipped = {w.doc_id for w in row.witnesses if any("slips" in r.feature for r in w.reasons)}
    assert slipped == {f"h{i:02d}" for i in range(12)}


def test_a_number_is_never_mended_by_its_looks() -> None:
    known = spelling([{"2026": 3}, {"2026": 2}, {"2062": 1}])
    assert known.likely("2026") == known.likely("2062")


def test_rare_readings_teach_no_spelling() -> None:
    many = [{"закрыли": 1000, "зкарыли": 2}, {"зкарыли": 1, "закрыли": 900}]
    known = spelling(many)
    assert known.likely("закрыли") == 1.0
    assert known.likely("зкарыли") < 1.0


def test_a_thousand_copies_are_done_without_squaring() -> None:
    rng = random.Random(4)
    lines = report(rng)
    heap = [page(f"d{i:04d}", lines if i % 3 else lines[: 3 + i % 5], f"Порт{i % 50}") for i in range(1000)]
    rows = [Reuse("d0001", d.doc_id, "reprint") for d in heap if d.doc_id != "d0001"]
    [row] = reports(heap, [], rows, [])
    assert len(row.witnesses) == 999
    assert restore(row, heap, [], []).text == "\n".join(lines)
