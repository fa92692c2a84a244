"""The same quotation in other wording, outlet or language."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.attribute import variants as module
from letapis.attribute.variants import Origin, variants
from letapis.model import Quotation


def said(doc: str, text: str, speaker: str | None = None, start: int = 3) -> Quotation:
    return Quotation(doc, start, start + len(text), text, "direct", speaker, 0 if speaker else None)


def links(quotations: list[Quotation], origins: dict[str, Origin] | None = None) -> list[str | None]:
    return [one.variant_of for one in variants(quotations, origins or {})]


def test_other_wording() -> None:
    found = [
        said("a", "Паром через Лучу вернётся к расписанию не раньше второй половины ноября", "Ян Мох"),
        said("b", "Паром через Лучу вернется к расписанию во второй половине ноября", "Ян Мох"),
        said("c", "Паром через реку подорожает с нового года вдвое", "Ян Мох"),
    ]
    assert links(found) == [None, "a:3", None]


def test_part_of_it() -> None:
    found = [
        said("a", "Скот перегнали на верхние луга, потому что нижние стоят под водой с прошлой среды", "Лис"),
        said("b", "нижние луга стоят под водой с прошлой среды", "Лис"),
    ]
    assert links(found) == [None, "a:3"]


def test_the_earliest_by_date_is_the_original() -> None:
    text = "Паром через Лучу вернётся к расписанию во второй половине ноября"
    origins = {
        "a": Origin("ru", date(2021, 5, 3)),
        "b": Origin("ru", date(2021, 5, 1)),
        "c": Origin("ru", date(2021, 5, 2)),
    }
    assert links([said("a", text), said("b", text), said("c", text)], origins) == ["b:3", None, "b:3"]


def test_another_speaker_says_the_like() -> None:
    found = [
        said("a", "Правительство сделает всё, чтобы помочь пострадавшим районам", "Ян Мох"),
        said("b", "Правительство не сделает всё, чтобы помочь пострадавшим районам области", "Ева Лис"),
    ]
    assert links(found) == [None, None]


def test_across_languages() -> None:
    origins = {
        "a": Origin("ru", date(2021, 5, 3)),
        "b": Origin("en", date(2021, 5, 4)),
        "c": Origin("en", date(2021, 9, 4)),
    }
    text = "The Lucha ferry carried 4200 passengers between Zarechye and Dubrovo in 2020"
    found = [
        said("a", "Паром на Луче перевёз 4200 пассажиров между Заречьем и Дубровом в 2020 году", "Ян Мохов"),
        said("b", text, "Yan Mokhov"),
        said("c", text.replace("carried", "took"), "Ona Mill"),
    ]
    assert links(found, origins)[:2] == [None, "a:3"]


def test_short_or_common_words_link_nothing() -> None:
    assert links([said("a", "Это так"), said("b", "Это так"), said("c", "Да")]) == [None, None, None]


def test_work_grows_with_the_number() -> None:
    text = "Паром через Лучу вернётся к расписанию во второй половине ноября"
    found = [said(f"d{number:04}", f"{text} {('', 'точно', 'вновь')[number % 3]}") for number in range(400)]
    sketches = [module._sketch(number, one, Origin("ru")) for number, one in enumerate(found)]
    keys = [[*sketch.words] for sketch in sketches]
    assert sum(1 for _ in module._pairs(sketches, keys)) < 10 * len(found)
    assert set(links(found)[1:]) == {"d0000:3"}


@given(st.lists(st.tuples(st.text(max_size=60), st.one_of(st.none(), st.text(max_size=10))), max_size=8))
@settings(max_examples=60, deadline=None)
def test_never_a_variant_of_itself_or_of_a_variant(rows: list[tuple[str, str | None]]) -> None:
    found = [said(f"d{number}", text, speaker) for number, (text, speaker) in enumerate(rows)]
    result = variants(found, {})
    names = {f"{one.doc_id}:{one.start}": one for one in result}
    for one in result:
        if one.variant_of is not None:
            assert names[one.variant_of].variant_of is None
            assert names[one.variant_of].doc_id != one.doc_id
