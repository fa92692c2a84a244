"""Names of outlets that nobody has described, in the nominative."""

from __future__ import annotations

import pytest

from letapis import langs
from letapis.attribute.citations import citations
from letapis.attribute.declension import asked, learn, nominative
from letapis.attribute.slot import Slot
from letapis.model import Document


@pytest.mark.parametrize(
    ("name", "case", "code", "wanted"),
    [
        ("Полесью сегодня", "datv", "ru", "Полесье сегодня"),
        ("Лидскому курьеру", "datv", "ru", "Лидский курьер"),
        ("Вечерней заре", "datv", "ru", "Вечерняя заря"),
        ("Річковому віснику", "datv", "uk", "Річковий вісник"),
        ("Вечірній зорі", "datv", "uk", "Вечірня зоря"),
        ("Рачному весніку", "datv", "be", "Рачны веснік"),
        ("Лідскаму кур'еру", "datv", "be", "Лідскі кур'ер"),
        ("Вячэрняй зорцы", "datv", "be", "Вячэрняя зорка"),
        ("Речной вестник", "datv", "ru", "Речной вестник"),
        ("Lakeside Post", "datv", "en", "Lakeside Post"),
        ("Полесью", "datv", None, "Полесью"),
    ],
)
def test_a_name_in_its_case(name: str, case: str, code: str | None, wanted: str) -> None:
    assert nominative(name, case, code) == wanted


def test_what_a_cue_asks_for() -> None:
    assert asked("в разговоре с «", "told_to") == "ablt"
    assert asked("каментуючы вынікі для «", "told_to") == "gent"
    assert asked("«", "reported_by") is None


def test_a_name_is_learnt_where_it_comes_again() -> None:
    slot = Slot("Речник", "quotation marks after a strong cue", 0.65)
    assert learn("Пишет «Речник». И «Речнику» сказали.", [slot])["речнику"] == "Речник"
    assert learn("Пишет «Речник».", [slot]) == {}
    assert learn("Пишет «Речник». «Речник».", [Slot("Речник", "registry", 1.0)]) == {}


def _found(text: str, code: str, outlet: str | None = None) -> list[str]:
    document = Document("d", "c", text=text, language=code, outlet=outlet)
    return [f"{one.kind} {one.outlet}" for one in citations(document, langs.get(code), {}) if one.outlet]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("ru", "Рудак рассказала «Полесью сегодня», что мост цел.", ["told_to Полесье сегодня"]),
        ("ru", "Опрошенные РБК аналитики ждали дождя.", ["told_to RBC"]),
        ("ru", "«Ведомости» сообщили о сделке.", ["reported_by Vedomosti"]),
        ("ru", "«Медузе» рассказали о сделке в порту.", ["told_to Meduza"]),
        ("ru", "На вопрос «Еврорадио» порт не ответил.", []),
        ("uk", "«Так», — сказала плавчиня Суспільному.", ["told_to Suspilne"]),
        ("uk", "У дописі в Telegram мер подякував лікарям.", ["platform Telegram"]),
        ("be", "«Так», — расказвае жанчына DW.", ["told_to DW"]),
        ("be", "Тэкст упершыню надрукаваны ў часопісе «Рачны веснік».", ["repost_footer Рачны веснік"]),
        ("en", "Analysts surveyed by RBC expected rain.", ["told_to RBC"]),
        ("en", "The port declined to comment to Reuters.", []),
        ("en", "Photo: Ona Mill / AFP / Getty Images", ["image_credit AFP", "image_credit Getty Images"]),
    ],
)
def test_ways_to_credit(code: str, text: str, wanted: list[str]) -> None:
    assert _found(text, code) == wanted


def test_our_correspondent_is_of_the_outlet_of_the_page() -> None:
    text = "«Мост цел», — сказал Рудак нашему корреспонденту."
    assert _found(text, "ru", "Речник") == ["told_to Речник"]
    assert _found(text, "ru") == []


def test_the_agency_is_the_last_agency() -> None:
    text = "Bloomberg reports rain. The list, seen by Politico, is long. “Wait,” Mill told the agency."
    assert _found(text, "en")[-1] == "told_to Bloomberg"
