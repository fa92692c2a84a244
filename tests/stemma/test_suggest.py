"""Suggestions: feed cuts that nobody is credited for."""

from __future__ import annotations

import random

from letapis.model import Citation, Document, Reuse
from letapis.stemma.suggest import suggest
from tests.stemma.heap import sentence


def cut(doc_id: str, seed: int, length: int = 400) -> Document:
    rng = random.Random(seed)
    body = sentence(rng)
    while len(body) < length:
        body += sentence(rng)  # paragraphs run together
    return Document(doc_id, doc_id, text=f"Вести дня {seed}\n{body[:length].rstrip('. ')}", language="ru")


def test_feed_cuts_are_alike_and_others_are_not() -> None:
    pages = [cut(f"f{i}", i, 390 + 5 * i) for i in range(5)]
    pages.append(Document("w", "w", text="Вести\nВсё сказано. И это тоже.", language="ru"))
    pages.append(cut("long", 40, 900))
    pages.append(cut("cited", 41))
    found = suggest(pages, [Citation("cited", 0, 5, "Ранак", "Ранак")], [])
    assert [row.doc_ids for row in found] == [("f0", "f1", "f2", "f3", "f4")]
    assert {reason.feature for reason in found[0].reasons} >= {"breaks off", "length", "glued"}


def test_copies_of_one_text_are_no_habit() -> None:
    pages = [cut(f"f{i}", 1) for i in range(4)]
    reuse = [Reuse("f0", f"f{i}", "reprint") for i in range(1, 4)]
    assert suggest(pages, [], reuse) == []
