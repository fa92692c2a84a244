"""Blots: nothing of what is withheld is left, nothing else is touched, offsets stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis.publish.mask import BLOT, Mask, blot
from letapis.publish.names import Names
from letapis.store.desk import Withheld


def withheld(kind: str, target: str, words: str | None = None) -> Withheld:
    return Withheld(1, kind, target, None, None, None, words, "why", "2024-01-01T00:00:00Z")


@given(st.text("аб вг.,-\n", max_size=60), st.text("аб вг", min_size=1, max_size=6))
def test_the_words_of_a_stretch_are_gone_and_the_length_stays(text: str, words: str) -> None:
    shown = Mask([withheld("span", "d#c=0-1", words)], {}).text(text)
    assert len(shown) == len(text)
    assert [i for i, c in enumerate(shown) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]
    assert all(a in (b, BLOT) for a, b in zip(shown, text, strict=True))
    wanted = words.split()
    if wanted:
        left = shown.replace(".", " ").replace(",", " ").replace("-", " ").split()
        runs = [left[i : i + len(wanted)] for i in range(len(left))]
        assert wanted not in runs


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Алена Вязава", "Пра гэта сказала Алене Вязавай сястра.", ["Алене Вязавай"]),
        ("Алена Вязава", "Вязаву бачылі ў порце.", ["Вязаву"]),
        ("Иван Рудак", "Ивана Рудака, Рудаком, Рудак И.", ["Ивана Рудака", "Рудаком", "Рудак"]),
        ("Ivan Rudak", "Rudak, Ivan; ivan rudak; rudak; Rudaks", ["Rudak, Ivan", "ivan rudak", "Rudaks"]),
        ("Иван Рудак", "Иванов и рудник.", []),
        ("Алена Вязава", "#АленаВязава і Алена\u200bВязава", ["АленаВязава", "Алена\u200bВязава"]),
        ("Alena Vyaz", "Vyazye and Vyazyean; Vyaz's, Vyaz", ["Vyaz's", "Vyaz"]),
        ("Ганна Кунцэвіч", "Hanna Kuntsevich in court", ["Hanna Kuntsevich"]),
        ("Hanna Kuntsevich", "суд над Анной Кунцевич и Ганной Кунцевич", ["Ганной Кунцевич"]),
        ("Ivan Rudak", "x.example/2021/ivan-rudak-jailed", ["ivan-rudak"]),
    ],
)
def test_names_are_found_inflected_turned_round_and_alone(name: str, text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in Names([name]).find(text)] == found


def test_only_what_a_withheld_document_alone_says_is_hidden() -> None:
    texts = {
        "d1": ("Both of them say this sentence. Only the first says this one.", "A title of one"),
        "d2": ("Both of them say this sentence. The second adds its own words.", "Another title"),
    }
    mask = Mask([withheld("document", "d1")], texts)
    shown = mask.text(texts["d1"][0])
    assert shown.startswith("Both of them say this sentence.")
    assert "first" not in shown
    assert mask.text(texts["d2"][0]) == texts["d2"][0]
    assert mask.text("Seen: only the first says this one") == "Seen: " + BLOT * 28


def test_a_surname_is_hidden_in_the_script_in_which_the_full_name_was_found() -> None:
    texts = {"d1": ("Ганна Кунцэвіч у судзе.", ""), "d2": ("Hanna Kuntsevich was heard.", "")}
    mask = Mask([withheld("entity", "name:Ганна Кунцэвіч", "Ганна Кунцэвіч")], texts)
    assert (
        mask.text("Later Kuntsevich left; Кунцэвіч пайшла.") == f"Later {BLOT * 10} left; {BLOT * 8} пайшла."
    )


def test_part_of_a_withheld_stretch_is_hidden_too() -> None:
    mask = Mask([withheld("span", "d#c=0-9", "the girl of eleven who saw it at noon by the old mill")], {})
    teaser = "Police spoke to the girl of eleven who saw…"
    assert mask.text(teaser) == "Police spoke to " + BLOT * len("the girl of eleven who saw") + "…"
    slip = mask.text("the girl of eleven who sow it at noon by the old mill")
    assert "eleven" not in slip
    assert "mill" not in slip


def test_an_address_does_not_spell_what_is_withheld() -> None:
    mask = Mask([withheld("entity", "name:Алена Вязава", "Алена Вязава")], {})
    shown = mask.value(
        "https://x.example/%D0%90%D0%BB%D0%B5%D0%BD%D0%B0-%D0%92%D1%8F%D0%B7%D0%B0%D0%B2%D0%B0/1"
    )
    assert shown == f"https://x.example/{BLOT * 12}/1"
    assert mask.value("https://x.example/100%25") == "https://x.example/100%25"


def test_values_inside_values() -> None:
    mask = Mask([withheld("entity", "name:Ivan Rudak", "Ivan Rudak")], {})
    assert mask.value({"a": ["by Ivan Rudak", 5, None, {"b": "Rudak"}]}) == {
        "a": ["by " + BLOT * 10, 5, None, {"b": BLOT * 5}]
    }


def test_nothing_withheld_costs_nothing() -> None:
    mask = Mask([], {})
    assert mask.empty
    assert mask.text("as it is") == "as it is"


def test_blots_may_overlap() -> None:
    assert blot("abcdef", [(1, 4), (3, 5)]) == "a████f"
