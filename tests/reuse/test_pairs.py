"""What is found in heaps of invented reports, and what never changes it."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.model import Document, Region
from letapis.reuse.pairs import pairs
from letapis.text import tokens

DAY = datetime(2031, 5, 3, tzinfo=UTC)
PARTS = ["бар", "вел", "гор", "дым", "жар", "зол", "кам", "лес", "мор", "нив", "пол", "рад", "сон", "тур"]
FOOTER = (
    "Каб першымі ведаць навіны, падпісвайцеся на рассылку. Перадрук толькі са спасылкай на сайт рэдакцыі."
)


def report(seed: int, size: int = 120) -> list[str]:
    """Invented words in sentences of eight; two seeds have next to nothing in common."""
    dice = random.Random(seed)
    words = ["".join(dice.choices(PARTS, k=3)) for _ in range(size)]
    return [word.capitalize() if n % 8 == 0 else word + "." * (n % 8 == 7) for n, word in enumerate(words)]


def edited(words: list[str], seed: int, share: float) -> list[str]:
    dice = random.Random(seed)
    return ["".join(dice.choices(PARTS, k=3)) if dice.random() < share else word for word in words]


def document(name: str, words: list[str] | str, hour: int | None = None, tail: str = "") -> Document:
    text = words if isinstance(words, str) else " ".join(words)
    return Document(
        name, "", text=text + tail, published=None if hour is None else DAY + timedelta(hours=hour)
    )


def heap(seed: int) -> list[Document]:
    """A report, a copy of each kind, and a stranger; some without a date."""
    story, host = report(seed), report(seed + 1000)
    return [
        document("source", story, 1),
        document("copy", edited(story, seed, 0.15), None),
        document("heavy", edited(story, seed + 1, 0.3), 3),
        document("teaser", [*story[:30], "…"], 4),
        document("host", host[:56] + story[40:72] + host[56:], 5),
        document("grown", story + report(seed + 2000, 60), 6),
        document("stranger", report(seed + 3000), 7),
    ]


def seen(documents: list[Document], regions: list[Region] | None = None) -> dict[tuple[str, str], str]:
    return {(row.earlier, row.later): row.kind for row in pairs(documents, regions or [])}


def test_each_kind_is_found_and_named():
    found = seen(heap(1))
    assert found["source", "copy"] == "reprint"
    assert found["source", "heavy"] == "reprint"
    assert found["source", "teaser"] == "teaser"
    assert found["source", "host"] == "excerpt"
    assert found["source", "grown"] == "extended"
    assert not [pair for pair in found if "stranger" in pair]


def test_one_quoted_sentence_is_enough():
    story, host = report(1), report(2)
    quoting = (
        " ".join(host[:64])
        + " «"
        + " ".join(story[40:52])
        + "», — сказана ў матэрыяле. "
        + " ".join(host[64:])
    )
    assert seen([document("s", story, 1), document("q", quoting, 2)]) == {("s", "q"): "quotation"}


def test_two_that_quote_a_third_have_a_common_source():
    story, one, two = report(1), report(2), report(3)
    found = seen(
        [
            document("s", story, 1),
            document("a", one[:64] + story[40:64] + one[64:], 2),
            document("b", two[:80] + story[40:64] + two[80:], 3),
        ]
    )
    assert found["a", "b"] == "common_source"
    assert found["s", "a"] == found["s", "b"] == "excerpt"


@pytest.mark.parametrize("count", [2, 3, 20])
def test_furniture_makes_no_pair(count):
    documents = [document(f"d{n}", report(n), n, "\n" + FOOTER) for n in range(count)]
    assert seen(documents) == {}


def test_furniture_does_not_hide_copies_nor_count_in_shares():
    documents = [document(f"d{n}", report(n), n, "\n" + FOOTER) for n in range(12)]
    documents.append(document("teaser", report(5)[:30], 30, "\n" + FOOTER))
    (row,) = pairs(documents, [])
    assert (row.earlier, row.later, row.kind) == ("d5", "teaser", "teaser")
    assert row.share_later > 0.9


def test_words_inside_regions_are_not_compared():
    story = " ".join(report(1))
    documents = [document("a", story), document("b", story)]
    assert seen(documents) == {("a", "b"): "reprint"} or seen(documents) == {("b", "a"): "reprint"}
    assert seen(documents, [Region("b", 0, len(story), "furniture")]) == {}


def test_a_wire_report_with_many_copies_keeps_all_of_them():
    story = report(1)
    documents = [document("wire", story, 0)]
    documents += [document(f"c{n:03}", edited(story, n, 0.05), n + 1) for n in range(120)]
    assert len(pairs(documents, [])) == 121 * 120 // 2
    starred = {(row.earlier, row.later) for row in pairs(documents, [], crowd=16)}
    assert {("wire", f"c{n:03}") for n in range(120)} <= starred


def test_a_wrong_date_does_not_make_a_teaser_the_source():
    story = report(1)
    found = pairs([document("full", story, 9), document("teaser", [*story[:30], "…"], 1)], [])
    assert [(row.earlier, row.later) for row in found] == [("full", "teaser")]
    assert found[0].ordered_by == "contained"
    assert {reason.feature for reason in found[0].reasons} >= {"contained", "date"}


def test_slips_tell_the_source_without_dates():
    story = report(1)
    documents = [document(f"c{n}", edited(story, n, 0.1)) for n in range(4)] + [document("source", story)]
    assert {pair[0] for pair in seen(documents) if "source" in pair} == {"source"}


def test_nothing_and_empty_texts():
    assert pairs([], []) == []
    assert pairs([document("a", ""), document("b", "."), document("c", "адно")], []) == []


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 500), st.randoms(use_true_random=False))
def test_order_of_input_changes_nothing(seed, dice):
    documents = heap(seed)
    before = pairs(documents, [])
    dice.shuffle(documents)
    assert pairs(documents, []) == before


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 500), st.permutations(["p", "q", "r", "s", "t", "u", "v"]))
def test_ids_are_only_names(seed, names):
    documents = heap(seed)
    new = {document.doc_id: name for document, name in zip(documents, names, strict=True)}
    renamed = [replace(document, doc_id=new[document.doc_id]) for document in documents]
    want = [replace(row, earlier=new[row.earlier], later=new[row.later]) for row in pairs(documents, [])]
    assert pairs(renamed, []) == sorted(want, key=lambda row: (row.earlier, row.later))


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 500), st.integers(1, 30))
def test_unrelated_documents_change_no_pair_kind_or_passage(seed, count):
    documents = heap(seed)
    others = [document(f"x{n}", report(10_000 + n, 40 + n), n) for n in range(count)]
    strip = [replace(row, score=0, reasons=()) for row in pairs(documents, [])]
    assert [replace(row, score=0, reasons=()) for row in pairs(others + documents, [])] == strip


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 500))
def test_passages_are_equal_and_shares_are_what_they_cover(seed):
    documents = {document.doc_id: document for document in heap(seed)}
    for row in pairs(list(documents.values()), []):
        earlier, later = documents[row.earlier].text, documents[row.later].text
        for p in row.passages:
            one = [token.form for token in tokens(earlier[p.e_start : p.e_stop])]
            assert len(one) >= 3
            assert one == [token.form for token in tokens(later[p.l_start : p.l_stop])]
        for text, share, spans in (
            (earlier, row.share_earlier, [(p.e_start, p.e_stop) for p in row.passages]),
            (later, row.share_later, [(p.l_start, p.l_stop) for p in row.passages]),
        ):
            words = tokens(text)
            covered = sum(any(a <= word.start and word.stop <= b for a, b in spans) for word in words)
            assert share == pytest.approx(covered / len(words), abs=1e-4)
