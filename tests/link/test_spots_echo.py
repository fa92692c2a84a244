"""Names that a text gives in full once are found in its other places."""

from __future__ import annotations

import pytest

from letapis import langs
from letapis.link.institutions import institutions
from letapis.link.spots import spots
from letapis.text.stream import stream


def found(text: str, code: str) -> list[tuple[str, str]]:
    return [(spot.surface, spot.kind) for spot in spots(text, langs.get(code))]


def test_a_surname_is_found_where_its_bearer_is_named_in_full() -> None:
    text = "Старшыня Зоя Хміль адкрыла сход. «Вада падае», — паўтарыў Хміль раніцай."
    assert found(text, "be").count(("Хміль", "person")) == 1


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("Вчера ОАО «Гравмаш» остановило цех.", "ru", "ОАО «Гравмаш»"),
        ("Учора ААТ «Граўмаш» спыніла цэх.", "be", "ААТ «Граўмаш»"),
        ("Учора ВАТ «Гравмаш» зупинило цех.", "uk", "ВАТ «Гравмаш»"),
        ("On Monday OJSC Hraumash halted a workshop.", "en", "OJSC Hraumash"),
    ],
)
def test_a_legal_form_belongs_to_the_firm(text: str, code: str, name: str) -> None:
    assert (name, "organisation") in found(text, code)


def test_a_firm_is_found_without_its_legal_form() -> None:
    text = "ОАО «Гравмаш» остановило цех. Рабочие Гравмаша ждут."
    assert ("Гравмаша", "organisation") in found(text, "ru")


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("МІНСК, 6 красавіка. Суд адклалі.", "be", "МІНСК"),
        ("КИЇВ. 15 березня. Суд відклали.", "uk", "КИЇВ"),
        ("NEW YORK (AP) — The court adjourned.", "en", "NEW YORK"),
    ],
)
def test_a_dateline_begins_with_its_town(text: str, code: str, place: str) -> None:
    assert found(text, code)[0] == (place, "place")


def test_an_office_in_small_letters_stands_before_a_person() -> None:
    assert ("Мірончик", "person") in found("Так сказав мер Мірончик у суботу.", "uk")


def test_a_given_name_that_ends_an_organisation_begins_a_person() -> None:
    names = found("Так сказал глава комитета Совета Федерации Константин Рупарь.", "ru")
    assert ("Константин Рупарь", "person") in names


def test_a_word_of_kind_with_a_capital_is_a_body_that_the_text_names_in_full() -> None:
    language = langs.get("uk")
    full = "Рішення ухвалила Європейська Комісія. За словами експертів, рішення Комісії чекали."
    text = stream(full, language.abbreviations if language else frozenset())
    assert "Комісії" in [spot.surface for spot in institutions(text, language, spots(text, language))]
    bare = stream("За словами експертів, рішення Комісії чекали.")
    assert institutions(bare, language, []) == []
