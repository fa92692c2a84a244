"""What is taken out of a text before it meets a terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from letapis.text.control import printable

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()))


@given(ANYTHING)
def test_nothing_that_steers_is_left(text: str) -> None:
    clean = printable(text)
    clean.encode()
    assert all(c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") for c in clean)
    assert not {unicodedata.bidirectional(c) for c in clean} & {"LRE", "RLE", "LRO", "RLO", "PDF"}
    assert not {unicodedata.bidirectional(c) for c in clean} & {"LRI", "RLI", "FSI", "PDI"}
    assert printable(clean) == clean


@given(ANYTHING)
def test_one_line_is_one_line(text: str) -> None:
    assert len(printable(text, line=True).splitlines()) <= 1


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])))
def test_what_can_be_printed_stays(text: str) -> None:
    assert printable(text) == printable(text, line=True) == text


def test_breaks_within_a_heading_become_a_space() -> None:
    assert printable("Паром\r\n\tне ходит\u2028два дня", line=True) == "Паром не ходит два дня"
    assert printable("one\r\ntwo\tthree") == "one\ntwo\tthree"
    assert printable("a\x1b]0;b\x07\x9bc\u202ed\u2069") == "a]0;bcd"
    assert printable("cut \ud83d") == "cut \ufffd"
    assert printable("‎Шалом‏ а‍б") == "‎Шалом‏ а‍б", "marks and joiners are part of words"
