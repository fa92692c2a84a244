"""Bodies named by words of kind."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.langs import get
from letapis.link.institutions import institutions
from letapis.model import Spot
from letapis.text.stream import stream


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "В МИД Литвы молчат.", ["МИД Литвы"]),
        ("ru", "Представитель литовского МИДа молчит.", ["литовского МИДа"]),
        ("ru", "правительство Литвы и Минобороны", ["правительство Литвы", "Минобороны"]),
        ("ru", "решение Верховного суда Литвы", ["Верховного суда Литвы"]),
        ("ru", "решение европейского парламента", ["европейского парламента"]),
        ("ru", "суд Европейского Союза решил", ["суд Европейского Союза"]),
        ("uk", "у МЗС Литви та в Кабміні", ["МЗС Литви", "Кабміні"]),
        ("uk", "рішення Ради ЄС", ["Ради ЄС"]),
        ("be", "у МЗС Літвы маўчаць", ["МЗС Літвы"]),
        ("en", "the parliament of Lithuania", []),
        ("ru", "литовская школа и воз сена, ес ли", []),
        ("ru", "правительство молчит", []),
        ("pl", "rząd Litwy", []),
    ],
)
def test_found(language: str, text: str, expected: list[str]) -> None:
    known = get(language)
    assert [spot.surface for spot in institutions(stream(text), known, [])] == expected


def test_what_lies_within_goes_and_what_crosses_stays() -> None:
    text = "Верховный суд Литвы"
    place = Spot("d", 14, 19, "Литвы", "place", "ru")
    (found,) = institutions(stream(text), get("ru"), [place])
    assert (found.doc_id, found.kind, found.surface) == ("d", "organisation", text)
    longer = Spot("d", 0, 25, text + " молчит", "organisation", "ru")
    assert institutions(stream(text + " молчит"), get("ru"), [longer]) == [longer]


def test_no_language() -> None:
    assert institutions(stream("МИД Литвы"), None, []) == []


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "МИД",
                "Литвы",
                "литовский",
                "Верховный",
                "суд",
                "ЕС",
                "Европейского",
                "Союза",
                "\u0301",
                "\u00a0",
                "\ud83d",
                "США",
                "и",
                ".",
                "\n",
                "кабинет",
                "министров",
            ]
        ),
        max_size=20,
    ),
    st.sampled_from(("be", "en", "ru", "uk", "pl", None)),
)
def test_whatever_the_text(words: list[str], language: str | None) -> None:
    text = " ".join(words)
    found = institutions(stream(text), get(language), [])
    assert all(text[spot.start : spot.stop] == spot.surface for spot in found)
    assert all(one.stop <= other.start for one, other in pairwise(found))
