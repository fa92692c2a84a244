"""Translations: named alike and in one order, on invented texts."""

from __future__ import annotations

import random
from datetime import UTC, datetime

from letapis.model import Document, Reuse
from letapis.reuse.translate import translations

NAMES = [
    ("Дэвид", "David"), ("Морган", "Morgan"), ("Лиссабоне", "Lisbon"), ("Клара", "Clara"),
    ("Трентон", "Trenton"), ("Виктор", "Victor"), ("Барселоны", "Barcelona"), ("Норман", "Norman"),
]  # fmt: skip


def heap() -> list[Document]:
    """Forty documents in each language that share a few common names."""
    found = []
    for i in range(40):
        found.append(Document(f"r{i}", "", text=f"Петр видел Москву и Берлин {i + 100}.", language="ru"))
        found.append(Document(f"e{i}", "", text=f"Peter saw Moscow and Berlin {i + 300}.", language="en"))
    return found


def pair(order: list[int], published: datetime | None = None) -> list[Document]:
    ru = ". ".join(f"{name[0]} пришёл" for name in NAMES) + ", всего 4517."
    en = ". ".join(f"{NAMES[i][1]} came" for i in order) + ", 4517 in all."
    return [
        Document("a", "", text=ru, language="ru", published=published),
        Document("b", "", text=en, language="en"),
    ]


def links(rows: list[Reuse]) -> list[tuple[str, str]]:
    return [(row.earlier, row.later) for row in rows]


def test_the_same_names_in_the_same_order() -> None:
    assert links(translations(heap() + pair(list(range(8))), [])) == [("a", "b")]


def test_the_same_names_in_another_order_are_another_report_of_the_event() -> None:
    assert links(translations(heap() + pair([7, 6, 5, 4, 3, 2, 1, 0]), [])) == []


def test_documents_of_one_language_are_never_translations() -> None:
    one, _ = pair(list(range(8)))
    same = Document("c", "", text=one.text, language="ru")
    assert links(translations([*heap(), one, same], [])) == []


def test_the_order_of_the_input_changes_nothing() -> None:
    pages = heap() + pair(list(range(8)), datetime(2026, 5, 1, tzinfo=UTC))
    expected = translations(pages, [])
    random.Random(1).shuffle(pages)
    assert translations(pages, []) == expected
