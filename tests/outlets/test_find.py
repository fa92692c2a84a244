"""Outlets are found in any case form, by domain and in spite of damage. Texts are invented."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis.outlets import by_domain, by_handle, by_name, find, scan


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("БелаПАНу", "BelaPAN"),
        ("Нашай Ніве", "Nasha Niva"),
        ("«Українською правдою»", "Ukrainska Pravda"),
        ("Української правди", "Ukrainska Pravda"),
        ("Интерфакс-Западу", "Interfax-West"),
        ("Хартии’97", "Charter97"),
        ("Радыё Свабодзе", "Radio Svaboda"),
        ("Медиазоной", "Mediazona"),
        ("«Коммерсанта»", "Kommersant"),
        ("Громадському", "Hromadske"),
        ("«Проекте»", "Proekt"),
        ("СБ", "SB. Belarus Segodnya"),
        ("The Hill", "The Hill"),
        ("https://news.tut.by", "Tut.by"),
        ("", None),
        ("Неслыханный листок", None),
    ],
)
def test_a_name_in_any_form(form, name):
    outlet = by_name(form)
    assert (outlet.name if outlet else None) == name


@pytest.mark.parametrize(
    ("text", "surface", "name", "damaged"),
    [
        ("told Naviny.by .", "Naviny.by", "Naviny.by", False),
        ("told naviny.by.The next", "naviny.by", "Naviny.by", False),
        ("told naviny.byThe next", "naviny.by", "Naviny.by", False),
        ("see www.tut.by/news/1.html, please", "www.tut.by/news/1.html", "Tut.by", False),
        ("told N aviny.by that", "N aviny.by", "Naviny.by", True),
        ("told naviny .by that", "naviny .by", "Naviny.by", True),
        ("told Nаvinу.by that", "Nаvinу.by", "Naviny.by", True),  # Cyrillic а and у
        ("сказал Медуzе", None, None, False),
        ("сказал Meдузе вчера", "Meдузе", "Meduza", True),  # Latin M and e
        ("сказал Б елаПАНу вчера", "Б елаПАНу", "BelaPAN", True),
        ("в канале t.me/nexta_live было", "t.me/nexta_live", "Nexta", False),
        ("в канале @nexta_live было", "@nexta_live", "Nexta", False),
        ("вышло в «СБ» вчера", "СБ", "SB. Belarus Segodnya", False),
        ("вышло в СБ вчера", None, None, False),
        ("этот проект и это зеркало", None, None, False),
        ("Interfax-Ukraine wrote", "Interfax-Ukraine", "Interfax-Ukraine", False),
        ("mail me@tut.by now", None, None, False),
        ("dap of papal pap", None, None, False),
        ("у газеце Час", None, None, False),
        ("в газете Известия вчера", "Известия", "Izvestia", False),
        ("на телеканале «Звезда» вчера", "Звезда", "TV Zvezda", False),
        ("the magazine Time asked", "Time", "Time", False),
        ("піша Новы Час учора", "Новы Час", "Novy Chas", False),
        ("в эфире «Россия 24» вчера", "Россия 24", "Rossiya 24", False),
        ("Michael Bloomberg left", None, None, False),
        ("писал Майклу Блумбергу", None, None, False),
        ("told Bloomberg so", "Bloomberg", "Bloomberg", False),
        ("from 24.kg today", "24.kg", "24.kg", False),
    ],
)
def test_an_outlet_in_a_text(text, surface, name, damaged):
    found = find(text)
    if surface is None:
        assert found == []
        return
    assert [(text[f.start : f.stop], f.outlet.name, f.damaged) for f in found] == [(surface, name, damaged)]


def test_domains_fold_and_unknown_ones_are_none():
    assert by_domain("m.news.naviny.by").name == "Naviny.by"
    assert by_domain("notnaviny.by") is None
    assert by_domain(None) is None
    assert by_handle("@NEXTA_live").name == "Nexta"


@given(st.text(alphabet="Naviny.by «»МедузаСБ@/\n \u00a0t", max_size=80))
def test_spans_lie_in_the_text_in_order_and_apart(text):
    last = 0
    for found, _ in scan(text):
        assert last <= found.start < found.stop <= len(text)
        last = found.stop


@pytest.mark.parametrize("piece", ["Naviny", "А", "a.", "Х-", "tut. by ", "«", "@a", " "])
def test_time_grows_with_length_only(piece):
    text = piece * (400_000 // len(piece))
    start = time.perf_counter()
    find(text)
    assert time.perf_counter() - start < 6


def test_a_common_word_is_sure_where_the_text_names_its_outlet_elsewhere():
    text = "Радыё Свабода піша. Пра гэта сказалі Свабодзе. Свабода даражэй."
    assert [(text[f.start : f.stop], weak) for f, weak in scan(text)] == [
        ("Радыё Свабода", False),
        ("Свабодзе", False),
        ("Свабода", True),
    ]


def test_a_name_taken_for_sure_is_no_common_word():
    assert by_name("«Проект»", sure=True) == by_name("Проект")
    assert by_name("Проект", sure=True) is None
    assert by_name("Нехта", sure=True) is None
    assert by_name("Meduza", sure=True).name == "Meduza"
