"""Where texts change their subject. Invented texts."""

from __future__ import annotations

from letapis.model import Document, Reuse
from letapis.stemma.reports import reports
from letapis.stemma.restore import restore
from letapis.stemma.topic import kinship, roots
from letapis.stemma.units import units
from tests.stemma.heap import credit, page
from tests.stemma.test_branches import TEXT

OTHER = """Хлебозавод в Липнице выпустил ржаной каравай с тмином.
Пекари Липницы ставят опару ночью, каравай выпекают к рассвету.
Ржаную муку хлебозавод берёт на мельнице Кленового хутора.
Каравай с тмином пекари продают на ярмарке в Кленовом хуторе."""


def reuse(*ids: str) -> list[Reuse]:
    return [Reuse(ids[0], other, "partial") for other in ids[1:]]


def test_kinship_tells_one_subject_from_another() -> None:
    lines = TEXT.split("\n")
    first, second = (roots(units(Document("a", "", text="\n".join(part)))) for part in (lines[:4], lines[4:]))
    other = roots(units(Document("b", "", text=OTHER)))
    assert kinship(first, second) > 1 > 0 > kinship(first, other)


def test_what_goes_on_beyond_a_teaser_without_dots_is_the_report() -> None:
    lines = TEXT.split("\n")
    whole = page("a", lines, "Ранак")
    teaser, citation = credit(page("b", lines[:3], "Порт"), "Ранак")
    [row] = reports([whole, teaser], [], reuse("a", "b"), [citation])
    assert row.original == "a"
    assert [w.kind for w in row.witnesses] == ["teaser"]
    assert restore(row, [whole, teaser], [], []).text == TEXT


def test_what_is_about_something_else_is_an_addition() -> None:
    lines = TEXT.split("\n")
    clean, citation = credit(page("a", lines, "Порт"), "Ранак")
    longer = page("b", [*lines, *OTHER.split("\n")], "Бор")
    [row, *_] = reports([clean, longer], [], reuse("a", "b"), [citation])
    assert "каравай" not in restore(row, [clean, longer], [], []).text
    assert next(w.kind for w in row.witnesses if w.doc_id == "b") == "extended"


def test_a_copy_of_the_addition_does_not_make_it_the_report() -> None:
    lines = TEXT.split("\n")
    pages = [page(f"k{i}", lines, f"Порт{i}") for i in range(4)]
    pages += [page(f"m{i}", [*lines, *OTHER.split("\n")], f"Бор{i}") for i in range(2)]
    rows = reports(pages, [], reuse(*(p.doc_id for p in pages)), [])
    assert len({row.report_id for row in rows}) == len(rows)
    assert "каравай" not in restore(rows[0], pages, [], []).text


def test_a_link_below_a_teaser_is_no_sentence() -> None:
    text = "Мост закрыт\nМост через Ранку закрыли в среду утром на ремонт опор.\nЧитать далее"
    assert [unit.words for unit in units(Document("a", "", text=text))] == [2, 10]
