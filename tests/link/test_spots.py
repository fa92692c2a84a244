"""Names in invented texts: bounds, kinds, nominatives, and what must never happen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis import langs
from letapis.link.spots import spots
from letapis.link.spotting import tagger as tagging
from letapis.link.spotting.rules import rules
from letapis.link.spotting.tagger import Tagger
from letapis.text.stream import stream

CODES = (None, *langs.codes())


def found(text: str, code: str | None) -> list[tuple[str, str]]:
    return [(spot.surface, spot.kind) for spot in spots(text, langs.get(code))]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        (
            "ru",
            "Министр Анна Зубрицкая прилетела в Гомель. По словам Зубрицкой, завод закроют.",
            {("Анна Зубрицкая", "person"), ("Гомель", "place"), ("Зубрицкой", "person")},
        ),
        (
            "uk",
            "Голова ради Олена Мохова приїхала до Львова, повідомляє УНІАН.",
            {("Олена Мохова", "person"), ("Львова", "place"), ("УНІАН", "outlet")},
        ),
        (
            "be",
            "Дырэктар школы Сяргей Мохаў жыве ў Гомелі, піша «Наша Ніва».",
            {("Сяргей Мохаў", "person"), ("Гомелі", "place"), ("Наша Ніва", "outlet")},
        ),
        (
            "en",
            "Mayor John Mossley flew from Tampa to France, Reuters reported.",
            {("John Mossley", "person"), ("Tampa", "place"), ("France", "place"), ("Reuters", "outlet")},
        ),
    ],
)
def test_names_of_each_kind(code: str, text: str, wanted: set[tuple[str, str]]) -> None:
    assert set(found(text, code)) == wanted


def test_initials_belong_to_the_name() -> None:
    assert ("А. Б. Мохов", "person") in found("Об этом рассказал депутат А. Б. Мохов в Минске.", "ru")


def test_a_legal_form_belongs_to_the_name_and_a_common_word_does_not() -> None:
    assert ("ТОВ «Сірий вовк»", "organisation") in found("Будинок належить ТОВ «Сірий вовк» з Києва.", "uk")
    surfaces = [surface for surface, _ in found("Будинок збудувала компанія «Сірий вовк» з Києва.", "uk")]
    assert not any("компанія" in surface for surface in surfaces)


def test_the_possessive_is_no_part() -> None:
    assert ("John Mossley", "person") in found("John Mossley's brother lives in Tampa.", "en")
    assert ("Tampa", "place") in found("Tampa's mayor said so in France.", "en")


def test_addresses_are_no_names() -> None:
    assert not found("https://www.naviny.by/a/1 @nexta_live", "be")


def test_nominatives() -> None:
    def bases(text: str, code: str) -> list[str | None]:
        return [spot.base for spot in spots(text, langs.get(code))]

    assert bases("Он говорил с Анной Зубрицкой в Гомеле.", "ru") == ["Анна Зубрицкая", "Гомель"]
    assert bases("Він говорив з Оленою Моховою у Львові.", "uk") == ["Олена Мохова", "Львів"]
    assert bases("Пра гэта сказаў Сяргей Зубрыцкі з Гомельшчыны.", "be") == ["Сяргей Зубрыцкі", "Гомельшчына"]


def test_an_outlet_has_the_name_of_the_registry() -> None:
    (spot,) = spots("Так пише УНІАН.", langs.get("uk"), "d1")
    assert (spot.kind, spot.base, spot.doc_id) == ("outlet", "UNIAN", "d1")
    assert any(reason.feature == "outlet" for reason in spot.reasons)


def test_a_stream_is_as_good_as_a_text() -> None:
    text, language = "Министр Анна Зубрицкая прилетела в Гомель.", langs.get("ru")
    assert language is not None
    assert spots(stream(text, language.abbreviations), language) == spots(text, language)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("text", ["", "\n", ".", "«»", "A", "«", "№ 1", "\ud800", "🦊", "אבג", "И. И. И."])
def test_scraps_do_no_harm(code: str | None, text: str) -> None:
    for spot in spots(text, langs.get(code)):
        assert text[spot.start : spot.stop] == spot.surface != ""


PIECES = st.sampled_from(
    [
        "Анна", "Зубрицкая", "в", "Гомеле", "«", "»", "“", "”", '"', "ООО", "Мохов", "А.", "№", "7",
        ",", ".", "|", "(", ")", "\n", "\u00a0", "и\u0306", "Анна\u0301", "\u200b", "🦊", "אבג", "\ud800",
        "John", "Moss's", "U.S.", "ул.", "Reuters", "м.", "Києва", "Вольга", "'", "’", "-", "—", "New",
        "York", "@nexta_live", "naviny.by", "МІД",
    ]
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "\u00a0", "\n"])), max_size=40),
    st.sampled_from(CODES),
)
def test_spans_lie_in_the_text_in_order(pieces: list[tuple[str, str]], code: str | None) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    end = 0
    for spot in spots(text, langs.get(code)):
        assert end <= spot.start < spot.stop <= len(text)
        assert text[spot.start : spot.stop] == spot.surface
        assert spot.kind in ("person", "organisation", "place", "outlet")
        assert 0 <= spot.score <= 1
        assert spot.reasons
        assert spot.base
        end = spot.stop


@pytest.mark.parametrize("piece", ["«", '"А" ', "А. ", "(", "Гомель ", "№ ", "a.", "New "])
def test_long_monotony_is_read_through(piece: str) -> None:
    text = piece * 30_000
    for spot in spots(text, langs.get("ru")):
        assert text[spot.start : spot.stop] == spot.surface


def test_rules_alone_find_plain_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("letapis.link.spots.tagger", lambda code: Tagger(rules(), code))
    assert {("Анна Зубрицкая", "person"), ("Гомель", "place")} <= set(
        found("Министр Анна Зубрицкая прилетела в Гомель.", "ru")
    )


def test_the_weights_are_there() -> None:
    assert tagging.model() is not None
