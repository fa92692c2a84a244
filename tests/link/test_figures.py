from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis import langs
from letapis.link import figures as module
from letapis.link.figures import figures
from letapis.link.measure.sight import sight
from letapis.model import Figure
from letapis.text.stream import stream

PIECES = st.sampled_from(
    [
        "5",
        "1 234",
        "4,8 млрд",
        "$5-7 million",
        "двое",
        "пяцьсот чалавек",
        "28-летний",
        "2/3",
        "от 5 до",
        "%",
        "°",
        "C",
        "км/ч",
        "рублей",
        "50 коп.",
        "half a million",
        "«",
        "»",
        "№",
        "+",
        "-",
        "—",
        "\u00a0",
        "e\u0301",
        "\u200f",
        "😀",
        "\n",
        ",",
    ]
)


def read(text: str, code: str | None, published: date | None = None, home: str | None = None) -> list[Figure]:
    language = langs.get(code)
    found = stream(text, language.abbreviations if language else frozenset())
    return figures(found, language, published=published, home=home)


@pytest.mark.parametrize(
    ("text", "code", "published", "home", "currency"),
    [
        ("Цена 5 рублей.", "ru", None, None, None),
        ("Цена 5 рублей.", "ru", None, "BY", "BYN"),
        ("Цена 5 рублей.", "ru", None, "RU", "RUB"),
        ("В Минске цена 5 рублей.", "ru", None, "RU", "BYN"),
        ("В Минске цена 5 рублей.", "ru", date(2015, 3, 1), None, "BYR"),
        ("В Минске цена 5 российских рублей.", "ru", date(2015, 3, 1), None, "RUB"),
        ("Цана 5 рублёў.", "be", None, None, "BYN"),
        ("It costs 5 Canadian dollars.", "en", None, None, "CAD"),
        ("It costs A$5.", "en", None, None, "AUD"),
        ("Коштує 5 шведських крон.", "uk", None, None, "SEK"),
    ],
)
def test_which_money(
    text: str, code: str, published: date | None, home: str | None, currency: str | None
) -> None:
    [found] = read(text, code, published, home)
    assert found.currency == currency
    assert (found.unit == "rouble") is (currency is None)


def test_a_figure_in_quotation_marks_is_said() -> None:
    said, told = read("«Уволили 40 человек», сказал мастер, а в списке 50 человек.", "ru")
    assert [reason.feature for reason in said.reasons if reason.feature == "said"] == ["said"]
    assert "said" not in [reason.feature for reason in told.reasons]


def test_spans_that_are_taken_are_left_alone() -> None:
    text = "On 26 August 20 people came."
    found = figures(stream(text), langs.get("en"), [(3, 12)])
    assert [one.surface for one in found] == ["20 people"]


@pytest.mark.parametrize("code", ["de", "lt", "pl", None])
def test_digits_and_signs_need_no_words(code: str | None) -> None:
    values = [(one.low, one.unit, one.currency) for one in read("5 % 7 km €20", code)]
    assert values == [(5, "%", None), (7, "km", None), (20, None, "EUR")]


@pytest.mark.parametrize("code", ["be", "en", "pl", "ru", "uk", None])
@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_spans_lie_in_the_text(code: str | None, text: str) -> None:
    before = 0
    for one in read(text, code, date(2020, 9, 1)):
        assert one.start >= before
        assert text[one.start : one.stop] == one.surface
        assert one.low is not None
        assert one.high is not None
        assert one.low <= one.high
        before = one.stop


@pytest.mark.parametrize(
    "unit", ["1 234 ", "сто ", "2-", "от 5 до ", "5 и 6, ", "миллион ", "«5 ", "+7 ", "0", "1/2", "новых 5 "]
)
def test_long_lines_are_read_once(unit: str) -> None:
    looks = 0

    class Counted(list[str]):
        def __getitem__(self, at):  # type: ignore[no-untyped-def]
            nonlocal looks
            looks += 1
            return super().__getitem__(at)

    found = stream(unit * 4000)
    seen = sight(found, langs.get("ru"), ())
    object.__setattr__(seen, "folds", Counted(seen.folds))
    list(module._walk(seen))
    assert looks <= 300 * len(found.words)
