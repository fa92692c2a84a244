"""A chronicle whose findings are written by hand. Everybody and everything in it is invented.

Two towns, a mayor and an officer with public roles, and two private persons, one of them of the mayor's
surname; in Belarusian, Russian, Ukrainian and English.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from letapis import tables
from letapis.model import (
    Citation,
    Date,
    Document,
    Entity,
    Figure,
    Mention,
    Name,
    Quotation,
    Reason,
    Report,
    Spot,
    Witness,
)
from letapis.publish.view import View
from letapis.store.chronicle import Chronicle

__all__ = ["PAGES", "Heap", "chronicle"]

PAGES: dict[str, tuple[str, str, str | None, str]] = {
    # id: language, outlet, day, text
    "be1": (
        "be", "Прыстань", "2023-05-02",
        ("У Зарэчску на складзе загінулі 5 чалавек, сказала мэрка Зора Рагач. "
         "«Мы пабудуем новы склад», — сказала Зора Рагач «Прыстані». Побач жыве пенсіянерка Уля Рагач."),
    ),
    "ru1": (
        "ru", "Затон", "2023-05-03",
        ("В Заречске на складе погибли 7 человек, сообщил спасатель Ян Мох. "
         "«Я всё видела из окна», — рассказала пенсионерка Анна Крушина. Анне Крушиной 71 год."),
    ),
    "uk1": (
        "uk", "Гавань", "2023-05-03",
        "У Зарічську на складі загинули 5 людей. Мерка Зора Рогач сказала, що склад збудують наново.",
    ),
    "en1": (
        "en", "Quay Post", None,
        ("Over 4 people were killed at a warehouse in Zarechsk. "
         "“I saw it all from my window,” Hanna Krushyna told Quay Post."),
    ),
    "ru2": (
        "ru", "Мост", "2023-05-06",
        "В Старомельске на складе погибли 9 человек, сообщил спасатель Ян Мох.",
    ),
}  # fmt: skip

_E = {
    "mayor": ("person", "Зора Рагач", "мэрка"),
    "officer": ("person", "Ян Мох", "спасатель"),
    "witness": ("person", "Анна Крушина", None),
    "namesake": ("person", "Уля Рагач", None),
    "town": ("place", "Заречск", None),
    "other": ("place", "Старомельск", None),
    "street": ("place", "Рагач", None),
}


class Heap:
    """Rows of findings, to be changed before they are written."""

    def __init__(self) -> None:
        self.pages = dict(PAGES)
        self.mentions: list[Mention] = []
        self.spots: list[Spot] = []
        self.quotations: list[Quotation] = []
        self.figures: list[Figure] = []
        self.citations: list[Citation] = []
        self.dates: list[Date] = []
        self.reports: list[Report] = []
        for doc_id, surface, entity, role in (
            ("be1", "Зарэчску", "town", None), ("ru1", "Заречске", "town", None),
            ("uk1", "Зарічську", "town", None), ("en1", "Zarechsk", "town", None),
            ("ru2", "Старомельске", "other", None),
            ("be1", "Зора Рагач", "mayor", "мэрка"), ("uk1", "Зора Рогач", "mayor", "Мерка"),
            ("be1", "Уля Рагач", "namesake", None),
            ("ru1", "Ян Мох", "officer", "спасатель"), ("ru2", "Ян Мох", "officer", "спасатель"),
            ("ru1", "Анна Крушина", "witness", None), ("ru1", "Анне Крушиной", "witness", None),
            ("en1", "Hanna Krushyna", "witness", None),
        ):  # fmt: skip
            self.name(doc_id, surface, entity, role)
        self.say("be1", "«Мы пабудуем новы склад»", "Зора Рагач", "mayor", told_to="Прыстань")
        self.say("uk1", "склад збудують наново", "Мерка Зора Рогач", "mayor", kind="indirect")
        self.say("ru1", "«Я всё видела из окна»", "пенсионерка Анна Крушина", "witness")
        self.say(
            "en1",
            "“I saw it all from my window,”",
            "Hanna Krushyna",
            "witness",
            variant="ru1",
            told_to="Quay Post",
        )
        self.count("be1", "5 чалавек", 5, counted="чалавек")
        self.count("ru1", "7 человек", 7, counted="человек")
        self.count("uk1", "5 людей", 5, counted="людей")
        self.count("en1", "Over 4 people", 4, "over", counted="people")
        self.count("ru2", "9 человек", 9, counted="человек")
        self.count("ru1", "71 год", 71, unit="year")

    def at(self, doc_id: str, surface: str) -> tuple[int, int]:
        start = self.pages[doc_id][3].index(surface)
        return start, start + len(surface)

    def name(self, doc_id: str, surface: str, entity: str | None, role: str | None = None) -> None:
        kind = _E[entity][0] if entity else "person"
        start, stop = self.at(doc_id, surface)
        self.mentions.append(Mention(doc_id, start, stop, surface, kind, entity))
        self.spots.append(Spot(doc_id, start, stop, surface, kind, self.pages[doc_id][0], surface, role))

    def say(
        self, doc_id: str, words: str, speaker: str | None, entity: str | None, *, kind: str = "direct",
        told_to: str | None = None, variant: str | None = None,
    ) -> None:  # fmt: skip
        start, stop = self.at(doc_id, words)
        at = self.pages[doc_id][3].index(speaker, 0) if speaker else None
        first = next((q for q in self.quotations if q.doc_id == variant), None)
        self.quotations.append(
            Quotation(
                doc_id, start, stop, words.strip("«»“”,"), kind, speaker, at,
                at + len(speaker) if speaker and at is not None else None, entity,
                _E[entity][1] if entity else None, "said", told_to, False,
                f"{first.doc_id}:{first.start}" if first else None,
                score=0.9, reasons=(Reason("cue", 0.9, "said"), Reason("speaker", 0.8, speaker or "")),
            )
        )  # fmt: skip

    def count(
        self, doc_id: str, surface: str, value: float, qualifier: str = "exact", *,
        unit: str | None = "people", counted: str | None = None, said: str | None = None,
        currency: str | None = None, high: float | None = None,
    ) -> None:  # fmt: skip
        start, stop = self.at(doc_id, surface)
        high = value if high is None else high
        self.figures.append(
            Figure(doc_id, start, stop, surface, value, high, unit, currency, qualifier, counted, None, said)
        )

    def write(self, folder: Path, **entities: tuple[str, str, str | None]) -> Chronicle:
        """A chronicle in ``folder`` with these rows; ``entities`` replace or are added to those there are."""
        made = Chronicle.create(folder)
        rows: dict[str, tuple[list[Any], type]] = {
            "documents": (
                [
                    Document(
                        doc_id=doc_id, capture_id="c", text=text, language=language, outlet=outlet,
                        published=datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None,
                        url=f"https://{doc_id}.example/page", words=20,
                    )
                    for doc_id, (language, outlet, day, text) in self.pages.items()
                ],
                Document,
            ),
            "mentions": (self.mentions, Mention),
            "spots": (self.spots, Spot),
            "quotations": (self.quotations, Quotation),
            "figures": (self.figures, Figure),
            "citations": (self.citations, Citation),
            "dates": (self.dates, Date),
            "reports": (self.reports, Report),
            "entities": ([self._entity(*item) for item in (_E | entities).items()], Entity),
        }  # fmt: skip
        for table, (records, record) in rows.items():
            made.tables.replace(table, pa.Table.from_batches([tables.batch(records, record)]))
        return made

    def _entity(self, name: str, given: tuple[str, str, str | None]) -> Entity:
        kind, shown, role = given
        forms: dict[tuple[str, str], int] = {}
        for one in self.mentions:
            if one.entity_id == name:
                key = (one.surface, self.pages[one.doc_id][0])
                forms[key] = forms.get(key, 0) + 1
        names = tuple(
            Name(form, language, "Latn" if form.isascii() else "Cyrl", count)
            for (form, language), count in sorted(forms.items())
        )
        return Entity(name, kind, shown, role, names, reasons=(Reason("full_name", 1.0, shown),))

    def report(self, original: str, outlet: str, **witnesses: str) -> None:
        """A report of ``outlet``; ``witnesses`` are pages and their kinds."""
        found = tuple(Witness(doc_id, kind, original) for doc_id, kind in witnesses.items())
        self.reports.append(
            Report(f"report-{original}", outlet, None, original, found, rank=len(self.reports))
        )


def chronicle(folder: Path, heap: Heap | None = None) -> View:
    """A view of a chronicle of the pages above."""
    return View((heap or Heap()).write(folder / "c"))
