"""What people say outweighs what is inferred, and goes as far as it was meant to. Invented texts."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.model import Citation, Document, Report, Reuse, Suggestion, Verdict
from letapis.reuse.verdict import judged
from letapis.stemma.reports import reports
from letapis.stemma.restore import restorations
from letapis.stemma.verdict import FREE, ruled
from tests.stemma.heap import credit, family, page, report, shared, slipped


def said(*words: str, number: int = 1) -> Verdict:
    says, subject, *rest = words
    other, value = (None, rest[0]) if says == "outlet" and rest else ((rest or [None])[0], None)
    docs = tuple(d for d in (subject, other) if d)
    return Verdict(number, says, subject, other, value, docs, f"note {number}", "Ann")


def run(
    pages: list[Document], citations: list[Citation], *verdicts: Verdict, rows: list[Reuse] | None = None
) -> list[Report]:
    rules = ruled(verdicts, {p.doc_id for p in pages})
    return reports(pages, [], shared(pages) if rows is None else rows, citations, rules)


def parents(found: list[Report]) -> dict[str, str | None]:
    return {w.doc_id: w.parent for row in found for w in row.witnesses}


def held(row: Report) -> set[str]:
    return {w.doc_id for w in row.witnesses} | ({row.original} if row.original else set())


def notes(row: Report, doc_id: str | None = None) -> list[str]:
    reasons = row.reasons if doc_id is None else next(w.reasons for w in row.witnesses if w.doc_id == doc_id)
    return [r.detail for r in reasons if r.feature == "verdict" and r.value == 1.0]


def test_a_stated_parent_outweighs_the_slips() -> None:
    pages, citations = family(1, "x")
    [row] = run(pages, citations)
    assert parents([row])["xb"] == "xa"
    [row] = run(pages, citations, said("parent", "xf", "xb"))
    assert parents([row])["xb"] == "xf"
    assert notes(row, "xb") == ["verdict 1, said by Ann: note 1"]
    assert parents([row]) | {"xb": "xa"} == parents(run(pages, citations)), "nothing else moves"


def test_a_barred_parent_is_not_taken() -> None:
    pages, citations = family(1, "x")
    [row] = run(pages, citations, said("not_parent", "xa", "xb"))
    assert parents([row])["xb"] != "xa"
    assert notes(row, "xb") == ["verdict 1, said by Ann: note 1"]


def test_a_stated_parent_turns_the_tree_round() -> None:
    """What was the original hangs below its copy, which becomes the original."""
    lines = report(random.Random(2))
    pages = [page("a", lines), page("b", lines)]
    [row] = run(pages, [])
    assert (row.original, parents([row])) == ("a", {"b": "a"})
    [row] = run(pages, [], said("parent", "b", "a"))
    assert (row.original, parents([row])) == ("b", {"a": "b"})


def test_the_only_copy_is_not_from_the_original_then_that_is_lost() -> None:
    lines = report(random.Random(2))
    pages = [page("a", lines), page("b", lines)]
    [row] = run(pages, [], said("not_parent", "a", "b"))
    assert (row.original, parents([row])) == (None, {"a": None, "b": None})


def test_a_copy_not_from_the_original_hangs_below_another() -> None:
    rng = random.Random(3)
    lines = report(rng)
    pages = [page("o", lines, "Ранак"), *(page(d, slipped(rng, lines), d.upper()) for d in "abc")]
    pages[1], cited = credit(pages[1], "Ранак")
    [row] = run(pages, [cited])
    assert set(parents([row]).values()) == {"o"}
    [row] = run(pages, [cited], said("not_parent", "o", "b"))
    assert row.original == "o"
    assert parents([row])["b"] in ("a", "c")


def test_the_outlet_is_as_stated() -> None:
    pages, citations = family(4, "x")
    [row] = run(pages, citations)
    assert row.outlet == "x-Ранак"
    [changed] = run(pages, citations, said("outlet", "xe", "x-Сад"))
    assert (changed.outlet, changed.original) == ("x-Сад", "xe"), "its own page is there, whole"
    assert notes(changed) == ["verdict 1, said by Ann: note 1"]
    assert changed.score == 1.0
    assert "credits" not in {r.feature for r in changed.reasons}


def test_the_original_is_as_stated() -> None:
    pages, citations = family(5, "x", credited=False)
    [row] = run(pages, citations)
    assert row.original is not None
    [lost] = run(pages, citations, said("lost_original", "xf"))
    assert (lost.original, parents([lost])[row.original]) == (None, None)
    [other] = run(pages, citations, said("original", "xa", "xd"))
    assert other.original == "xd"
    assert "xd" not in parents([other])
    assert notes(other) == notes(lost) == ["verdict 1, said by Ann: note 1"]


def test_an_original_is_of_the_report_that_is_mainly_carried() -> None:
    """Two documents that both hold a passage of a third report are not joined by it."""
    rng = random.Random(15)
    ours, theirs, more = report(rng, 9), report(rng, 9), report(rng, 9)
    pages = [
        page("a1", ours, "А"),
        page("a2", [*slipped(rng, ours), *more[1:4]], "Б"),
        page("b1", theirs, "В"),
        page("b2", [*slipped(rng, theirs), *more[1:4]], "Г"),
        page("c", more, "Д"),
    ]
    [row] = [r for r in run(pages, [], said("original", "a2", "b2")) if "a1" in held(r)]
    assert row.original == "b2"
    assert {"a2", "b1"} <= held(row)


def test_documents_alone() -> None:
    lone = page("p", report(random.Random(6)), "Порт")
    [row] = run([lone], [], said("outlet", "p", "Ранак"))
    assert (row.outlet, row.original, [w.kind for w in row.witnesses]) == ("Ранак", None, ["reprint"])
    both = said("outlet", "p", "Ранак"), said("original", "p", "p", number=2)
    [row] = run([lone], [], *both)
    assert (row.outlet, row.original) == ("Ранак", "p")
    [row] = run([lone], [], said("lost_original", "p"))
    assert (row.outlet, row.original, parents([row])) == ("Порт", None, {"p": None})


def test_parted_documents_take_their_copies_with_them() -> None:
    pages, citations = family(7, "x")
    two = run(pages, citations, said("different_reports", "xa", "xf"))
    assert len(two) >= 2
    home = {d: row for row in two for d in held(row)}
    assert home["xa"] is not home["xf"]
    assert home["xb"] is home["xa"], "it has the slip of xa and goes with it"
    assert home["xe"] is home["xf"]
    assert notes(home["xa"]) == notes(home["xf"]) == ["verdict 1, said by Ann: note 1"]


def test_joined_documents_that_share_text_through_others_are_collated() -> None:
    rng = random.Random(8)
    lines = report(rng, 10)
    pages = [page("whole", lines), page("head", lines[:6]), page("tail", [lines[0], *lines[7:]])]
    apart = run(pages, [], said("different_reports", "head", "tail"))
    assert not any({"head", "tail"} <= held(row) for row in apart)
    [row] = run(pages, [], said("same_report", "head", "tail"))
    assert held(row) == {"whole", "head", "tail"}


def test_joined_documents_that_share_nothing_do_not_mix_their_words() -> None:
    rng = random.Random(9)
    one, other = report(rng), report(rng)
    pages = [page("a", one, "Порт"), page("b", slipped(rng, one), "Мост"), page("c", other, "Луг")]
    found = run(pages, [], said("same_report", "a", "c"))
    [row] = [r for r in found if "c" in held(r)]
    assert held(row) == {"a", "b", "c"}
    assert notes(row) == ["verdict 1, said by Ann: note 1"]
    assert {w.doc_id: w.kind for w in row.witnesses}["c"] == "quotation"
    [made] = restorations([row], pages, [], [])
    assert one[3] in made.text
    assert other[3] not in made.text


def test_a_parent_in_another_language() -> None:
    pages, citations = family(10, "x")
    english = Document("en", "en", text="A bridge was closed\nIt was closed on Monday.", language="en")
    found = run([*pages, english], citations, said("parent", "xd", "en"))
    [row] = [r for r in found if "en" in held(r)]
    assert held(row) == {"en", *(p.doc_id for p in pages)}
    assert [(w.kind, w.parent) for w in row.witnesses if w.doc_id == "en"] == [("translation", "xd")]


@pytest.mark.parametrize("verdict", [("different_reports", "xa", "en"), ("no_reuse", "xa", "en")])
def test_a_translation_that_is_none(verdict: tuple[str, ...]) -> None:
    pages, citations = family(11, "x")
    english = Document("en", "en", text="A bridge was closed\nIt was closed on Monday.", language="en")
    rows = [*shared(pages), Reuse("xa", "en", "translation", score=0.9)]
    assert len(run([*pages, english], citations, rows=rows)) == 1
    assert len(run([*pages, english], citations, said(*verdict), rows=rows)) == 2


def test_no_reuse_parts_what_only_a_form_joins() -> None:
    rng = random.Random(12)
    form = report(rng, 2)[1:]
    one, other = report(rng), report(rng)
    pages = [page("a", [*one, *form]), page("b", [*other, *form])]
    row = Reuse("a", "b", "partial")
    assert len(run(pages, [], said("no_reuse", "b", "a"), rows=[row])) == 2
    assert judged([row], [said("no_reuse", "b", "a")], "ab") == []


def test_a_refuted_credit_gives_the_report_to_nobody() -> None:
    lone = page("f", report(random.Random(13)))
    footer = Citation("f", None, None, "появились сначала на Ранак", "Ранак", kind="repost_footer")
    [row] = run([lone], [footer])
    assert row.outlet == "Ранак"
    no = Verdict(1, "refute", "f", None, "residue Ранак", ("f",), "another site of that name")
    [row] = run([lone], [footer], no)
    assert (row.outlet, row.original) == (None, "f")


def test_a_confirmed_credit_says_so() -> None:
    lone = page("t", report(random.Random(14)))
    told = Citation("t", 60, 75, "рассказал Ранку", "Ранак", kind="told_to")
    yes = Verdict(1, "confirm", "t", None, "60-75 Ранак", ("t",), "read it")
    row = next(r for r in run([lone], [told], yes) if r.outlet == "Ранак")
    assert row.score == 1.0
    assert notes(row, "t") == ["verdict 1, confirmed: read it"]


def test_suggestions() -> None:
    row = Suggestion("s", "alike", ("a", "b"), score=0.4)
    yes, no = (Verdict(1, says, "s", None, None, ("a", "b"), "looked") for says in ("confirm", "refute"))
    assert ruled([no], "ab").suggestions([row]) == []
    [made] = ruled([yes], "ab").suggestions([row])
    assert (made.score, made.reasons[-1].detail) == (1.0, "verdict 1, confirmed: looked")
    more = Suggestion("t", "alike", ("a", "b", "c"), score=0.3)
    for verdict, word in ((yes, "confirmed"), (no, "refuted")):
        [made] = ruled([verdict], "abc").suggestions([more])
        assert (made.score, [r.detail for r in made.reasons]) == (0.3, [f"verdict 1, {word}: looked"])


def test_what_does_not_stand_or_is_about_nothing_changes_nothing() -> None:
    gone = [
        Verdict(1, "parent", "a", "b", docs=("a", "b"), state="withdrawn"),
        said("parent", "a", "nowhere"),
    ]
    assert ruled(gone, "ab") is FREE
    assert judged([Reuse("b", "a", "reprint")], gone, "ab") == [Reuse("b", "a", "reprint")]


def test_kinds_of_reuse_are_as_stated() -> None:
    kind = Verdict(1, "reuse", "a", "b", "quotation", ("a", "b"), "x")
    [row] = judged([Reuse("b", "a", "reprint")], [kind], "ab")
    assert (row.earlier, row.kind, row.score, row.ordered_by) == ("a", "quotation", 1.0, "verdict")
    [row] = judged([], [kind], "ab")
    assert (row.earlier, row.later, row.kind, row.passages) == ("a", "b", "quotation", ())


@settings(max_examples=40)
@given(st.integers(0, 400), st.data())
def test_any_stated_tree_is_kept(seed: int, data: st.DataObject) -> None:
    """Whatever parents are stated, as long as they make no circle, are the parents; all of it is a tree."""
    pages, citations = family(seed, "x", credited=data.draw(st.booleans()))
    ids = [p.doc_id for p in pages]
    order = data.draw(st.permutations(ids))
    stated = [
        said("parent", order[data.draw(st.integers(0, i - 1))], child, number=i)
        for i, child in enumerate(order)
        if i and data.draw(st.booleans())
    ]
    found = run(pages, citations, *stated)
    [row] = [r for r in found if held(r) >= {ids[0]}]
    above = parents([row]) | ({row.original: None} if row.original else {})
    for verdict in stated:
        assert above[str(verdict.other)] == verdict.subject
    for doc_id in ids:
        seen: set[str | None] = set()
        at: str | None = doc_id
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = above[at]


@settings(max_examples=20)
@given(st.integers(0, 200), st.randoms())
def test_other_reports_are_left_alone(seed: int, rng: random.Random) -> None:
    pages, citations = family(seed, "x")
    more, cited = family(seed + 1000, "y")
    plain = run(more, cited)
    both = [*pages, *more]
    rng.shuffle(both)
    verdicts = [said("parent", "xf", "xa"), said("outlet", "xa", "Луг", number=2)]
    found = run(both, [*citations, *cited], *verdicts)
    assert [r for r in found if min(held(r)) >= "y"] == plain
