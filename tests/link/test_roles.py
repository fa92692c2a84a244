"""Public roles next to names, in four languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.langs import get
from letapis.link.role import roles
from letapis.model import Spot
from letapis.text.stream import stream


def role(language: str, text: str, *others: str) -> str | None:
    """The role of the person between square brackets; ``others`` are other names, of organisations."""
    start, stop = text.index("["), text.index("]") - 1
    text = text.replace("[", "").replace("]", "")
    found = [Spot("d", start, stop, text[start:stop], "person", language)]
    for other in others:
        at = text.index(other)
        found.append(Spot("d", at, at + len(other), other, "organisation", language))
    known = get(language)
    assert known is not None
    made = roles(stream(text, known.abbreviations), known, found)
    assert [(spot.start, spot.stop, spot.surface) for spot in made] == [
        (s.start, s.stop, s.surface) for s in found
    ]
    return made[0].role


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Министр культуры Литвы [Зора Рупар] ушла.", "Министр культуры Литвы"),
        ("ru", "Сегодня бывший мэр [Ян Мох] вернулся.", "бывший мэр"),
        ("ru", "Об этом сообщила пресс-секретарь МВД [Зора Рупар].", "пресс-секретарь МВД"),
        (
            "ru",
            "Встреча с заместителем министра обороны [Яном Мохом] прошла.",
            "заместителем министра обороны",
        ),
        (
            "ru",
            "[Зора Рупар], председатель независимого профсоюза, молчит.",
            "председатель независимого профсоюза",
        ),
        ("ru", "[Ян Мох] — известный журналист и друг.", "известный журналист"),
        ("ru", "Экс-кандидат в президенты [Ян Мох] уехал.", "Экс-кандидат в президенты"),
        ("ru", "Правозащитница [Зора Рупар] рада.", "Правозащитница"),
        ("ru", "[Зора Рупар], член Верховного совета, молчит.", "член Верховного совета"),
        ("uk", "Міністерка освіти України [Зора Рупар] пішла.", "Міністерка освіти України"),
        ("uk", "Колишній голова уряду [Ян Мох] мовчить.", "Колишній голова уряду"),
        ("uk", "[Зора Рупар], речниця міністерства, мовчить.", "речниця міністерства"),
        ("uk", "Про це сказав народний депутат [Ян Мох].", "народний депутат"),
        ("be", "Былы міністр культуры [Ян Мох] маўчыць.", "Былы міністр культуры"),
        (
            "be",
            "Прэс-сакратарка Міністэрства абароны [Зора Рупар] маўчыць.",
            "Прэс-сакратарка Міністэрства абароны",
        ),
        ("be", "[Зора Рупар], старшыня незалежнага прафсаюза, маўчыць.", "старшыня незалежнага прафсаюза"),
        ("be", "Праваабаронца [Ян Мох] прыехаў.", "Праваабаронца"),
        ("en", "Former Lithuanian foreign minister [Zora Rupar] left.", "Former Lithuanian foreign minister"),
        ("en", "[Zora Rupar], the chairwoman of the union, left.", "chairwoman of the union"),
        ("en", "[Jan Moch], a freelance journalist, left.", "freelance journalist"),
        ("en", "They met President [Moch] on Monday.", "President"),
        ("en", "[Zora Rupar], a member of the council, left.", "member of the council"),
    ],
)
def test_roles(language: str, text: str, expected: str) -> None:
    assert role(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Пенсионерка [Зора Рупар] рада."),
        ("ru", "Мать двоих детей [Зора Рупар] рада."),
        ("ru", "Министр обвинил [Яна Моха] во лжи."),
        ("ru", "Министр уехал. [Ян Мох] остался."),
        ("ru", "Это заявил адвокат [Моха]."),
        ("ru", "Это заявила пресс-секретарь [Рупар]."),
        ("ru", "Директор школы, [Ян Мох] и другие пришли."),
        ("ru", "[Ян Мох], водитель автобуса, свидетель."),
        ("ru", "Осуждённый [Ян Мох] болен."),
        ("ru", "Член семьи [Ян Мох] болен."),
        ("ru", "Министры [Ян Мох] и другие"),
        ("uk", "Сусід [Ян Мох] прийшов."),
        ("uk", "Міністр зустрів [Яна Моха]."),
        ("be", "Пенсіянерка [Зора Рупар] рада."),
        ("be", "Адвакат [Моха] маўчыць."),
        ("en", "A neighbour, [Jan Moch], left."),
        ("en", "The minister criticised [Jan Moch] again."),
        ("en", "The minister left. [Jan Moch] stayed."),
        ("en", "[Jan Moch], a father of two, left."),
        ("pl", "Minister [Jan Moch] milczy."),
    ],
)
def test_no_role(language: str, text: str) -> None:
    assert role(language, text) is None


def test_one_role_is_one_persons() -> None:
    text = "Министр культуры Ян Мох и Зора Рупар приехали."
    names = [
        Spot("d", text.index(name), text.index(name) + len(name), name, "person", "ru")
        for name in ("Ян Мох", "Зора Рупар")
    ]
    assert [spot.role for spot in roles(stream(text), get("ru"), names)] == ["Министр культуры", None]


def test_what_has_a_role_keeps_it() -> None:
    given_ = Spot("d", 8, 14, "Ян Мох", "person", "ru", role="судья")
    assert roles(stream("Министр Ян Мох"), get("ru"), [given_]) == [given_]


def test_no_language() -> None:
    spot = Spot("d", 0, 6, "Ян Мох", "person")
    assert roles(stream("Ян Мох"), None, [spot]) == [spot]
    assert roles(stream(""), get("ru"), []) == []


def test_a_long_line_of_roles() -> None:
    text = "министр культуры " * 50_000 + "Ян Мох, " + "глава совета " * 50_000
    at = text.index("Ян Мох")
    (spot,) = roles(stream(text), get("ru"), [Spot("d", at, at + 6, "Ян Мох", "person", "ru")])
    assert spot.role is not None and len(spot.role) < 400


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "министр",
                "Ян",
                ",",
                "—",
                "(",
                "«",
                "the",
                "of",
                "minister",
                "\u0301",
                "\u00a0",
                "\ud83d",
                "\u200f",
                ".",
                "\n",
                "😀",
                "культуры",
                "і",
                "бывший",
            ]
        ),
        max_size=20,
    ),
    st.sampled_from(("be", "en", "ru", "uk", "pl")),
    st.data(),
)
def test_whatever_the_text(words: list[str], language: str, data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, len(text)))
    spot = Spot("d", start, stop, text[start:stop], "person", language)
    (found,) = roles(stream(text), get(language), [spot])
    assert found.role is None or (found.role in text and found.role.strip() == found.role != "")
