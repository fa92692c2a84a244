"""Reports: grouping, outlet, original, parents and kinds, on invented texts."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.model import Citation, Document, Report, Reuse
from letapis.stemma.reports import reports
from tests.stemma.heap import credit, family, page, report, shared, slipped


def by_doc(found: list[Report]) -> dict[str, tuple[str, str | None, str]]:
    """Document → its first report, parent and kind."""
    rows: dict[str, tuple[str, str | None, str]] = {}
    for row in found:
        for w in row.witnesses:
            rows.setdefault(w.doc_id, (row.report_id, w.parent or row.original, w.kind))
    return rows


def test_a_lost_original_with_copies_of_copies() -> None:
    pages, citations = family(1, "x")
    [row] = reports(pages, [], shared(pages), citations)
    assert row.outlet == "x-Ранак"
    assert row.original is None
    parents = {w.doc_id: w.parent for w in row.witnesses}
    assert parents["xb"] == "xa"  # it has the slip of xa and one of its own
    assert parents["xa"] is None
    assert parents["xd"] is None
    kinds = {w.doc_id: w.kind for w in row.witnesses}
    assert kinds.pop("xc") == "teaser"
    assert set(kinds.values()) == {"reprint"}
    surfaces = [r.detail for w in row.witnesses for r in w.reasons if r.feature == "credit"]
    assert surfaces == ["Источник: x-Ранак"] * 2


def test_the_credited_outlets_own_page_is_the_original() -> None:
    rng = random.Random(2)
    lines = report(rng)
    own = page("o", lines, "Ранак")
    copy, citation = credit(page("k", slipped(rng, lines), "Порт"), "Ранак")
    [row] = reports([copy, own], [], shared([copy, own]), [citation])
    assert (row.outlet, row.original) == ("Ранак", "o")
    assert [(w.doc_id, w.parent, w.kind) for w in row.witnesses] == [("k", "o", "reprint")]


def test_an_agency_named_in_the_text_does_not_take_the_report() -> None:
    rng = random.Random(3)
    lines = report(rng)
    lines[3] = "Как сообщает Рейтер, " + lines[3].lower()
    own, copy = page("o", lines, "Ранак"), page("k", slipped(rng, lines), "Порт")
    copy, citation = credit(copy, "Ранак")
    inline = []
    for document in (own, copy):
        at = document.text.index("Как сообщает Рейтер")
        inline.append(Citation(document.doc_id, at, at + 19, "Как сообщает Рейтер", "Рейтер"))
    found = reports([own, copy], [], shared([own, copy]), [citation, *inline])
    assert found[0].outlet == "Ранак"
    assert found[0].original == "o"


def test_an_excerpt_belongs_to_the_report_it_takes_from_first() -> None:
    rng = random.Random(4)
    ours, theirs, more = report(rng, 9), report(rng, 9), report(rng, 9)
    pages = [
        page("a1", ours, "А"),
        page("a2", slipped(rng, ours), "Б"),
        page("b1", theirs, "В"),
        page("b2", slipped(rng, theirs), "Г"),
        page("c", [*theirs[:4], *ours[3:6], *theirs[4:7]], "Д"),
        page("d", [*ours, *more[1:3]], "Е"),
        page("e", more, "Ж"),
    ]
    found = reports(pages, [], shared(pages), [])
    rows = by_doc(found)
    home = {doc_id: next(r.report_id for r in found if doc_id in _all(r)) for doc_id in ("a1", "b1", "e")}
    assert len(set(home.values())) == 3
    assert rows["c"][0] == home["a1"]
    assert rows["c"][2] == "excerpt"
    assert rows["d"][0] == home["a1"]
    assert rows["d"][2] == "extended"


def _all(row: Report) -> set[str | None]:
    return {row.original, *(w.doc_id for w in row.witnesses)}


def test_documents_alone() -> None:
    rng = random.Random(5)
    plain, known = page("p", report(rng)), page("q", report(rng), "Порт")
    told = page("t", report(rng))
    citation = Citation("t", 60, 75, "рассказал Ранку", "Ранак", kind="told_to")
    picture = Citation("p", 50, 60, "Фото: Ранак", "Ранак", kind="image_credit")
    found = reports([plain, known, told], [], [], [citation, picture])
    own = {row.original: row.outlet for row in found if row.original}
    assert own == {"p": None, "q": "Порт", "t": None}
    cited = {row.witnesses[0].doc_id: row for row in found if row.original is None}
    assert {d: (r.outlet, r.survives, r.witnesses[0].kind) for d, r in cited.items()} == {
        "t": ("Ранак", "quoted", "quotation"),
        "p": ("Ранак", "credited", "quotation"),
    }


def test_a_footer_in_residue_makes_a_lone_document_a_reprint() -> None:
    document = page("f", report(random.Random(6)))
    footer = Citation("f", None, None, "появились сначала на Ранак", "Ранак", kind="repost_footer")
    [row] = reports([document], [], [], [footer])
    assert (row.outlet, row.original, row.witnesses[0].kind) == ("Ранак", None, "reprint")


def test_a_translation_hangs_below_what_it_translates() -> None:
    pages, citations = family(7, "x")
    english = Document(
        "en", "en", text="A bridge was closed\nIt was closed on Monday.", outlet="Y", language="en"
    )
    link = Reuse("xa", "en", "translation", score=0.9)
    [row] = reports([*pages, english], [], [*shared(pages), link], citations)
    assert next(w.kind for w in row.witnesses if w.doc_id == "en") == "translation"


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(seed: int, rng: random.Random) -> None:
    first, a = family(seed, "x")
    second, b = family(seed + 1, "y", credited=False)
    pages, citations, reuse = first + second, a + b, shared(first + second)
    expected = reports(pages, [], reuse, citations)
    rng.shuffle(pages)
    rng.shuffle(citations)
    rng.shuffle(reuse)
    assert reports(pages, [], reuse, citations) == expected


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_unrelated_documents_change_no_parent_or_kind(seed: int) -> None:
    first, a = family(seed, "x")
    second, b = family(seed + 50_000, "y")
    alone = reports(first, [], shared(first), a)
    both = reports(first + second, [], shared(first + second), a + b)
    ids = {d.doc_id for d in first}
    kept = [replace(r, score=0.0) for r in both if _all(r) & ids]
    assert kept == [replace(r, score=0.0) for r in alone]
