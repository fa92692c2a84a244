"""Direct and mixed quotations, their speakers, and what is none."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis import langs
from letapis.attribute.placing import Table
from letapis.attribute.quotations import quotations
from letapis.model import Document, Quotation
from tests.attribute.heard import HEARD
from tests.attribute.quoted import SENTENCES

CASES = [
    (code, text, expected)
    for table in (SENTENCES, HEARD)
    for code, rows in table.items()
    for text, expected in rows
]


def found(text: str, code: str | None) -> list[Quotation]:
    return quotations(Document("d", "c", text=text, language=code), langs.get(code))


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize(("code", "text", "expected"), CASES)
def test_sentences(code: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    kinds = {"direct", "mixed", *(kind for kind, _, _ in expected)}
    result = [one for one in found(text, code) if one.kind in kinds]
    assert [(one.kind, words(one.text)) for one in result] == [
        (kind, words(said)) for kind, said, _ in expected
    ]
    for one, (_, _, speaker) in zip(result, expected, strict=True):
        assert speaker in f"{one.speaker} {one.speaker_name}" if speaker else True


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("ru", "Мэр Анна Мох уехала, сказал Ян Тур. «Мост закрыт», — добавил он.", "Ян Тур"),
        ("ru", "Ян Тур спорит. Анна Мох сказала: «Мост цел». «Он цел», — сказала она. — Да.", "Анна Мох"),
        ("uk", "Ян Тур сказав: «Міст цілий». Анна Мох сказала: «Ні». «Цілий», — повторив він.", "Ян Тур"),
        ("be", "Ян Тур сказаў: «Мост цэлы». Ганна Мох сказала: «Не». «Цэлы», — паўтарыў ён.", "Ян Тур"),
        ("en", "“It fell,” said Yan Tour, the mayor. “It rained,” he added.", "Yan Tour"),
        (
            "en",
            "“It fell,” said Ms. Ona Moss. “It rained,” said Mr. Yan Tour. “It did,” she said.",
            "Ona Moss",
        ),
        (
            "en",
            "“It fell,” said Yan Tour, the mayor of Ford. “It rained,” the mayor of Ford said.",
            "Yan Tour",
        ),
    ],
)
def test_whom_a_pronoun_or_a_role_stands_for(code: str, text: str, name: str) -> None:
    last = [one for one in found(text, code) if one.kind == "direct"][-1]
    assert last.speaker_name == name
    assert any(reason.feature == "speaker" for reason in last.reasons)


def test_one_quotation_that_is_interrupted() -> None:
    text = "«Мост закрыт, — сказал Ян Тур. — Объезда нет»."
    (one,) = found(text, "ru")
    assert one.text == "Мост закрыт Объезда нет"
    assert text[one.start : one.stop] == "Мост закрыт, — сказал Ян Тур. — Объезда нет"
    assert one.cue == "сказал"


def test_a_lost_mark_is_made_good_and_said_so() -> None:
    (one,) = found("«Мост закрыт, — сказал Ян Тур.", "ru")
    assert (one.text, one.repaired) == ("Мост закрыт", True)
    assert any(reason.feature == "marks" for reason in one.reasons)
    (whole,) = found("«Мост закрыт», — сказал Ян Тур.", "ru")
    assert not whole.repaired


def test_without_a_language_marks_and_colons_tell() -> None:
    (one,) = found("Yan Tour: “The bridge is shut and the road is gone.”", None)
    assert (one.kind, one.speaker) == ("direct", "Yan Tour")


@pytest.mark.parametrize("code", ["be", "de", "en", "lt", "pl", "ru", "uk", None])
@pytest.mark.parametrize("text", ["", "»", "“", "— ", "«».", ":", "—\n—", "«a: «b»", "\u0301«\u00a0»\u200b"])
def test_odd_texts(code: str | None, text: str) -> None:
    for one in found(text, code):
        assert text[one.start : one.stop]


MARKS = ["«", "»", "“", "”", '"', "'", "’", " — ", ", ", ". ", "\n", ": ", "!"]
SPEECH = [" сказал ", " said ", "Ян Мох", "мост", "он", "что ", "that ", "the bridge ", " заявила "]
ODD = ["\u0301", "\u00a0", "😀", "\u05d0\u05d1", "й\u0306"]
PIECES = st.sampled_from([*MARKS, *SPEECH, *ODD])


@given(st.lists(PIECES, max_size=60).map("".join), st.sampled_from(["be", "en", "ru", "uk", None]))
@settings(max_examples=200, deadline=None)
def test_spans_lie_in_the_text(text: str, code: str | None) -> None:
    for one in found(text, code):
        assert 0 <= one.start < one.stop <= len(text)
        assert one.text and set(re.findall(r"\w+", one.text)) <= set(
            re.findall(r"\w+", text[one.start : one.stop])
        )
        assert one.kind in ("direct", "indirect", "mixed") and 0 < one.score <= 1 and one.reasons
        if one.speaker is not None:
            assert text[one.speaker_start : one.speaker_stop] == one.speaker
        else:
            assert one.speaker_start is None and one.speaker_stop is None


@pytest.mark.parametrize(
    "unit", ["«а б, — сказал он. ", "«а» б ", "said “a b c d e” that ", "Ян: «а б в г д» что "]
)
def test_a_long_line_costs_in_proportion(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0
    real = Table.within

    def counted(self: Table, low: int, high: int) -> list[object]:
        nonlocal looked
        frames = real(self, low, high)
        looked += len(frames) + 1
        return frames  # type: ignore[return-value]

    monkeypatch.setattr(Table, "within", counted)
    found(unit * 400, "ru" if "said" not in unit else "en")
    small = looked
    looked = 0
    found(unit * 1600, "ru" if "said" not in unit else "en")
    assert looked <= 8 * small + 100
