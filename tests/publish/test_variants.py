"""Texts laid side by side: what is called shared is equal, and what differs is found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from letapis.publish.variants import beside
from letapis.text import tokens

WORDS = st.lists(st.sampled_from(["port", "quay", "dawn", "crane", "rope", "ice", "7", "40"]), max_size=40)


def forms(text: str) -> list[str]:
    return [token.form for token in tokens(text)]


@given(WORDS, WORDS)
def test_what_is_shared_is_equal_and_in_order(a: list[str], b: list[str]) -> None:
    left, right = " ".join(a), ", ".join(b)
    [found] = beside(left, [right])
    at = (0, 0)
    for one, other in found.shared:
        assert forms(one.cut(left)) == forms(other.cut(right))
        assert one.start >= at[0] and other.start >= at[1]
        at = (one.stop, other.stop)
    for one, other in found.variants:
        assert forms(one.cut(left)) != forms(other.cut(right))


@given(WORDS.filter(lambda words: len(words) > 6), st.integers(3, 5))
def test_a_changed_word_is_a_reading(words: list[str], place: int) -> None:
    """In a text whose words are all different, so that nothing can be laid otherwise."""
    named = [f"{word}{'abcdefghijklmnopqrstuvwxyz'[i % 26]}{i}" for i, word in enumerate(words)]
    place = min(place, len(named) - 4)
    other = [*named[:place], "slip", *named[place + 1 :]]
    [found] = beside(" ".join(named), [" ".join(other)])
    read = [(a.cut(" ".join(named)), b.cut(" ".join(other))) for a, b in found.variants]
    assert read == [(named[place], "slip")] or place < 3 or len(named) - place - 1 < 3


def test_words_said_twice_are_no_reading() -> None:
    text = "It cost 4,2 million in May. The crane cost 4,2 million in June and stands idle."
    [found] = beside(text, [text])
    assert found.variants == []
    assert forms("".join(a.cut(text) for a, _ in found.shared)) == forms(text)
