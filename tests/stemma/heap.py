"""Invented reports and copies of them, made from a seed. No sentence of a real text is used."""

from __future__ import annotations

import random
from itertools import combinations

from letapis.model import Citation, Document, Reuse
from letapis.text import tokens

SYLLABLES = [a + b for a in ("б", "в", "д", "ж", "к", "л", "н", "п", "стр", "кл", "ш") for b in "аеиоу"]


def words(rng: random.Random, count: int) -> list[str]:
    return ["".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))) for _ in range(count)]


def sentence(rng: random.Random) -> str:
    made = words(rng, rng.randint(7, 14))
    return " ".join([made[0].capitalize(), *made[1:]]) + "."


def report(rng: random.Random, length: int = 8) -> list[str]:
    return [" ".join(words(rng, 6)).capitalize(), *(sentence(rng) for _ in range(length))]


def slipped(rng: random.Random, lines: list[str]) -> list[str]:
    """One word of one sentence with two letters changed places."""
    lines = list(lines)
    at = rng.randrange(1, len(lines))
    parts = lines[at].split(" ")
    i = max(range(1, len(parts)), key=lambda k: len(parts[k]) + rng.random())
    word = parts[i]
    k = next((k for k in range(1, len(word) - 1) if word[k] != word[k + 1]), 1)
    parts[i] = word[:k] + word[k + 1] + word[k] + word[k + 2 :]
    lines[at] = " ".join(parts)
    return lines


def page(doc_id: str, lines: list[str], outlet: str | None = None, **more: object) -> Document:
    text = "\n".join(lines)
    return Document(doc_id, doc_id, text=text, outlet=outlet, title=lines[0], language="ru", **more)  # type: ignore[arg-type]


def credit(document: Document, outlet: str) -> tuple[Document, Citation]:
    """The document with a source line, and the citation of it."""
    surface = f"Источник: {outlet}"
    text = f"{document.text}\n{surface}"
    start = len(document.text) + 1
    made = page(document.doc_id, text.split("\n"), document.outlet, published=document.published)
    return made, Citation(document.doc_id, start, len(text), surface, outlet, kind="published_by")


def shared(documents: list[Document]) -> list[Reuse]:
    """Every pair that shares four runs of four words, by the plainest means."""
    runs = {}
    for document in documents:
        forms = [token.form for token in tokens(document.text)]
        runs[document.doc_id] = {tuple(forms[i : i + 4]) for i in range(len(forms) - 3)}
    return [Reuse(a, b, "partial") for a, b in combinations(sorted(runs), 2) if len(runs[a] & runs[b]) >= 4]


def family(seed: int, name: str, credited: bool = True) -> tuple[list[Document], list[Citation]]:
    """A lost report: a slipped copy, a copy of that copy, a teaser, another slipped copy, two clean ones."""
    rng = random.Random(seed)
    lines = report(rng)
    first = slipped(rng, lines)
    pages = [
        page(f"{name}a", first, f"{name}-Порт"),
        page(f"{name}b", slipped(rng, first), f"{name}-Мост"),
        page(f"{name}c", [*lines[:2], lines[2][: len(lines[2]) // 2].rsplit(" ", 1)[0] + "…"], f"{name}-Луг"),
        page(f"{name}d", slipped(rng, lines), f"{name}-Бор"),
        page(f"{name}e", lines, f"{name}-Сад"),
        page(f"{name}f", lines, f"{name}-Дом"),
    ]
    citations = []
    if credited:
        for i in (0, 3):
            pages[i], citation = credit(pages[i], f"{name}-Ранак")
            citations.append(citation)
    return pages, citations
