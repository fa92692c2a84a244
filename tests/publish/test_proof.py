"""The proof sheet: nothing of the text and no finding is lost, and marks stand under their words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from letapis.publish.proof import Mark, marks, proof

LETTERS = st.text(st.sampled_from([*"абвў .,\n\u0301\u00a0😀漢\u202e\u200b\r\t\x1b", "\ud800"]), max_size=160)


@given(LETTERS, st.lists(st.tuples(st.integers(0, 160), st.integers(1, 30)), max_size=8), st.integers(1, 90))
def test_every_mark_is_drawn_once_with_its_label(text: str, spans: list[tuple[int, int]], width: int) -> None:
    found = [
        Mark(start, min(len(text), start + size), "person", f"label{n}x")
        for n, (start, size) in enumerate(spans)
        if start < len(text)
    ]
    drawn = proof(text, found, width)
    for mark in found:
        assert drawn.count(mark.label) == 1
    assert not set(drawn) & set("\u202e\r\t\x1b\ud800")


@given(st.text(st.sampled_from(list("абв ў")), min_size=1, max_size=300), st.integers(40, 100))
def test_the_text_stays_and_fits(text: str, width: int) -> None:
    lines = proof(text, [], width).split("\n")
    assert all(len(line) <= width for line in lines)
    assert "".join(line[8:] for line in lines).replace(" ", "") == text.replace(" ", "")


def test_marks_stand_under_their_words() -> None:
    text = "Зора\u0301 ждёт 5 漢字 у моста"
    at = text.index("漢字")
    drawn = proof(text, [Mark(at, at + 2, "figure", "f")]).split("\n")
    assert drawn[1].index("#") == 8 + len("Зора ждёт 5 "), "a combining mark takes no room"
    assert drawn[1].count("#") == 4, "a wide letter takes two places"


def test_a_long_label_stands_below_and_is_not_cut() -> None:
    label = "indirect quotation · by " + "the harbour office " * 8
    drawn = proof("It rained all day.", [Mark(3, 9, "quotation", label)], 60)
    assert all(len(line) <= 60 for line in drawn.split("\n"))
    assert label.split() == " ".join(drawn.split("\n")[2:]).split()


def test_what_is_in_no_text_is_not_drawn_in_it() -> None:
    row = {"start": None, "stop": None, "kind": "link", "lost": True, "outlet": None, "self": False}
    assert marks({"citations": [row]}) == []


def test_a_text_of_one_long_line_is_drawn_in_linear_time() -> None:
    text = "слова " * 50_000
    assert proof(text, [Mark(0, len(text), "quotation", "q")]).count("═") >= 200_000
