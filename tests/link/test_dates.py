from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis import langs
from letapis.link import dates as module
from letapis.link.dates import dates
from letapis.link.dating.scene import scene
from letapis.model import Date
from letapis.text.stream import stream

PIECES = st.sampled_from(
    [
        "26 августа",
        "August 26, 2020",
        "2020",
        "1990-х",
        "12.05.2020",
        "2020-08-26T14:30",
        "с 1 по 5 мая",
        "від",
        "last year",
        "I квартал",
        "XIX века",
        "15–18",
        "\u00a0",
        "e\u0301",
        "\u200f",
        "😀",
        "\ud7ff",
        "\n",
        "-",
        ".",
        "of",
        "и",
    ]
)


def read(text: str, code: str | None, published: date | None = None) -> list[Date]:
    language = langs.get(code)
    return dates(stream(text, language.abbreviations if language else frozenset()), language, published)


@pytest.mark.parametrize(
    ("published", "value", "basis"),
    [
        (date(2020, 9, 1), "2020-08-26", "published 2020-09-01"),
        (date(2021, 1, 3), "2020-08-26", "published 2021-01-03"),
        (date(2021, 4, 15), "2021-08-26", "published 2021-04-15"),
        (None, "XXXX-08-26", "stated"),
    ],
)
def test_a_year_left_out_is_the_nearest(published: date | None, value: str, basis: str) -> None:
    [found] = read("Мост закрыли 26 августа.", "ru", published)
    assert (found.value, found.basis) == (value, basis)


def test_a_leap_day_falls_in_a_leap_year() -> None:
    [found] = read("They met on 29 February.", "en", date(2019, 4, 1))
    assert found.value == "2020-02-29"


def test_the_same_year_is_that_of_the_date_before() -> None:
    text = "Мост открыли в 1987 году, а в мае того же года закрыли."
    first, second = read(text, "ru", date(2020, 9, 1))
    assert (first.value, second.value) == ("1987", "1987-05")
    assert second.basis == f"text at {text.index('1987')}: 1987"


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("On 3/4/2020 it rained.", None, "2020-03-04"),
        ("On 3/4/2020 it rained.", date(2020, 4, 10), "2020-04-03"),
        ("On 13/4/2020 it rained.", None, "2020-04-13"),
    ],
)
def test_day_and_month_by_plausibility(text: str, published: date | None, value: str) -> None:
    assert [one.value for one in read(text, "en", published)] == [value]


@pytest.mark.parametrize("text", ["32.01.2020", "30.02.2020", "2020-13-01", "1.2.3.4", "+375 29 123-45-67"])
def test_what_no_calendar_has(text: str) -> None:
    assert read(text, "ru") == []


@pytest.mark.parametrize(
    ("code", "text"), [("de", "Am 26. August 2020 regnete es."), ("pl", "Było to 26 sierpnia 2020 roku.")]
)
def test_a_language_without_a_calendar_has_months_all_the_same(code: str, text: str) -> None:
    assert [one.value for one in read(text, code)] == ["2020-08-26"]


def test_what_is_long_ahead_is_taken_to_be_past() -> None:
    [found] = read("23 сакавіка мост закрылі.", "be", date(2018, 10, 1))
    assert found.value == "2018-03-23"


def test_without_a_language_digits_are_read() -> None:
    assert [one.value for one in read("26.08.2020 und 2020-08-27", None)] == ["2020-08-26", "2020-08-27"]


@pytest.mark.parametrize("code", ["be", "en", "pl", "ru", "uk", None])
@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_spans_lie_in_the_text(code: str | None, text: str) -> None:
    before = 0
    for one in read(text, code, date(2020, 9, 1)):
        assert one.start >= before
        assert text[one.start : one.stop] == one.surface
        assert one.value
        before = one.stop


@pytest.mark.parametrize(
    "unit", ["1 и ", "2014-", "с 1 по ", "26 ", "в 2020, ", "1990-х ", "август ", "9" * 9]
)
def test_long_lines_are_read_once(unit: str) -> None:
    looks = 0

    class Counted(list[str]):
        def __getitem__(self, at):  # type: ignore[no-untyped-def]
            nonlocal looks
            looks += 1
            return super().__getitem__(at)

    found = stream(unit * 4000)
    seen = scene(found, langs.get("ru"))
    object.__setattr__(seen, "folds", Counted(seen.folds))
    list(module._walk(seen, None))
    assert looks <= 200 * len(found.words)
