"""Restoration: segments trace, slips are outvoted, additions stay out, gaps are marked."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.model import Document, Region, Report, Restoration, Witness
from letapis.stemma.reports import reports
from letapis.stemma.restore import restorations, restore
from tests.stemma.heap import credit, family, page, report, shared, slipped


def traced(made: Restoration, documents: list[Document]) -> None:
    """Every segment is equal in both texts; nothing but white space and a heading lies between."""
    texts = {d.doc_id: d.text for d in documents}
    at = 0
    for segment in made.segments:
        assert made.text[at : segment.start].strip() == ""
        assert (
            made.text[segment.start : segment.stop] == texts[segment.doc_id][segment.d_start : segment.d_stop]
        )
        at = segment.stop
    assert made.text[at:].strip() == ""


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_segments_trace_exactly(seed: int) -> None:
    pages, citations = family(seed, "x")
    for row in reports(pages, [], shared(pages), citations):
        traced(restore(row, pages, [], shared(pages)), pages)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_neither_order_nor_unrelated_documents_change_the_text(seed: int, rng: random.Random) -> None:
    pages, citations = family(seed, "x")
    more, _ = family(seed + 50_000, "y")
    [row] = reports(pages, [], shared(pages), citations)
    expected = restore(row, pages, [], shared(pages))
    mixed = pages + more
    rng.shuffle(mixed)
    assert restore(row, mixed, [], shared(mixed)) == expected
    assert list(restorations([row], mixed, [])) == [expected]


def test_three_branches_outvote_each_others_slips() -> None:
    rng = random.Random(11)
    lines = report(rng)
    pages, citations = [], []
    for i in range(3):
        made, citation = credit(page(f"k{i}", slipped(rng, lines), f"Порт{i}"), "Ранак")
        pages.append(made)
        citations.append(citation)
    [row] = reports(pages, [], shared(pages), citations)
    made = restore(row, pages, [], [])
    assert made.text == "\n".join(lines)
    assert made.complete == "yes"


def test_branches_count_and_not_copies() -> None:
    """Four copies of one slipped copy are one voice; two other branches outvote them."""
    rng = random.Random(12)
    lines = report(rng)
    bad = slipped(rng, lines)
    copies = [page(f"b{i}", bad, f"Луг{i}") for i in range(4)]
    good = [page(f"g{i}", lines, f"Бор{i}") for i in range(2)]
    parents = {"b0": None, "b1": "b0", "b2": "b0", "b3": "b0", "g0": None, "g1": None}
    row = Report("r", "Ранак", None, None, tuple(Witness(d, "reprint", p) for d, p in parents.items()), "ru")
    made = restore(row, copies + good, [], [])
    assert made.text == "\n".join(lines)


def test_furniture_credit_lines_and_additions_stay_out() -> None:
    rng = random.Random(13)
    lines, other = report(rng), report(rng)
    furniture = "Подпишитесь на наш канал, чтобы ничего не пропустить сегодня."
    own = page("a", [*lines[:4], furniture, *lines[4:]], "Порт")
    at = own.text.index(furniture)
    region = Region("a", at, at + len(furniture), "furniture")
    made_b, citation = credit(page("b", [*lines, *other[1:4]], "Луг"), "Ранак")
    pages = [own, made_b, page("c", lines, "Бор"), page("d", other, "Двор")]
    found = reports(pages, [region], shared(pages), [citation])
    row = next(r for r in found if any(w.doc_id == "c" for w in r.witnesses))
    assert restore(row, pages, [region], []).text == "\n".join(lines)


def test_a_teaser_alone_leaves_a_gap_at_its_end() -> None:
    document = page("t", ["Мост закрыт", "Его закрыли в среду утром, и движение…"], "Порт")
    row = Report("r", "Ранак", None, None, (Witness("t", "teaser", None),), "ru")
    made = restore(row, [document], [], [])
    assert made.text == "Мост закрыт\nЕго закрыли в среду утром, и движение"
    assert [(gap.at, gap.kind) for gap in made.gaps] == [(len(made.text), "end")]
    assert made.complete == "no"
    traced(made, [document])


def test_an_extended_copy_alone_is_kept_whole_and_unknown() -> None:
    document = page("t", report(random.Random(14)), "Порт")
    row = Report("r", "Ранак", None, None, (Witness("t", "extended", None),), "ru")
    made = restore(row, [document], [], [])
    assert (made.text, made.complete) == (document.text, "unknown")


def test_where_only_a_translation_survives_it_stands_in_marked() -> None:
    document = Document("en", "en", text="A bridge was closed\nIt reopens in spring.", language="en")
    row = Report("r", "Ранак", None, None, (Witness("en", "translation", None),), "be")
    made = restore(row, [document], [], [])
    assert made.text == document.text
    assert {segment.language for segment in made.segments} == {"en"}
    assert any(reason.feature == "translation" for reason in made.reasons)


def test_a_report_that_is_only_credited_has_no_text() -> None:
    document = page("p", report(random.Random(15)))
    row = Report("r", "Ранак", None, None, (Witness("p", "quotation", None),), "ru", "credited")
    made = restore(row, [document], [], [])
    assert (made.text, made.segments, made.complete) == ("", (), "no")
