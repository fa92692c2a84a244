"""Keys that the spellings of a name share."""

from __future__ import annotations

import pytest

from letapis.text.transliterate import latin, skeleton


@pytest.mark.parametrize(
    "forms",
    [
        ("Паліна", "Пейлін", "Palin"),
        ("Гомель", "Homiel", "Gomel"),
        ("Микола", "Мікола", "Mikola"),
        ("Бжезинский", "Бжезинского"),
    ],
)
def test_spellings_share_a_key(forms: tuple[str, ...]) -> None:
    assert len({skeleton(form) for form in forms}) == 1


def test_names_that_differ_have_keys_that_differ() -> None:
    assert len({skeleton(name) for name in ("Морган", "Мартин", "Норман", "Клара")}) == 4


def test_latin_letters_stay() -> None:
    assert latin("Žilina 5") == "zilina 5"
