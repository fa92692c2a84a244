"""Old ids of reports that live on under new ones. Invented reports."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from letapis.model import Report, Witness
from letapis.stemma.alias import aliases

AT = datetime(2026, 5, 4, tzinfo=UTC)


def report(name: str, *docs: str, outlet: str | None = "Ранак", original: str | None = None) -> Report:
    return Report(name, outlet, None, original, tuple(Witness(d, "reprint", original) for d in docs))


def pairs(before: list[Report], after: list[Report]) -> list[tuple[str, str]]:
    return [(made.old_id, made.new_id) for made in aliases(before, after, AT)]


def test_a_report_that_keeps_its_id_needs_no_alias() -> None:
    assert pairs([report("r1", "a", "b")], [report("r1", "a", "b", "c")]) == []


def test_the_larger_overlap_claims_the_old_id() -> None:
    before = [report("old", "a", "b", "c")]
    assert pairs(before, [report("x", "a"), report("y", "b", "c", "d")]) == [("old", "y")]


def test_two_reports_that_become_one_both_lead_to_it() -> None:
    before = [report("r1", "a", "b"), report("r2", "c")]
    assert pairs(before, [report("r3", "a", "b", "c")]) == [("r1", "r3"), ("r2", "r3")]


def test_a_report_that_is_gone_claims_nothing() -> None:
    assert pairs([report("r1", "a")], [report("r2", "b")]) == []


def test_of_equal_overlaps_the_same_outlet_wins() -> None:
    after = [report("x", "a", outlet="Хвіля"), report("y", "a", outlet="Ранак")]
    assert pairs([report("old", "a")], after) == [("old", "y")]


def test_of_equal_overlaps_one_that_was_there_before_gives_way() -> None:
    before = [report("old", "a", "b"), report("kept", "a")]
    assert pairs(before, [report("kept", "a", "c"), report("new", "b", "d")]) == [("old", "new")]


def test_the_reason_says_what_changed() -> None:
    [made] = aliases([report("r1", "b", outlet=None)], [report("r2", "b", original="a")], AT)
    said = ["shares 1 of its 1 documents", "a is now taken to be the original", "it is now given to Ранак"]
    assert made.reason.split("; ") == said
    assert made.at == AT


REPORTS = st.lists(st.sets(st.sampled_from("abcdef"), min_size=1), max_size=5)


@given(REPORTS, REPORTS, st.randoms())
def test_every_alias_leads_from_a_gone_id_to_one_that_is_there(old, new, rng) -> None:  # type: ignore[no-untyped-def]
    before = [report(f"o{i}", *sorted(docs)) for i, docs in enumerate(old)]
    after = [report(f"n{i}", *sorted(docs)) for i, docs in enumerate(new)]
    found = aliases(before, after, AT)
    assert {made.new_id for made in found} <= {r.report_id for r in after}
    assert len({made.old_id for made in found}) == len(found)
    alive = set().union(*new) if new else set()
    assert {made.old_id for made in found} == {f"o{i}" for i, docs in enumerate(old) if docs & alive}
    rng.shuffle(before)
    rng.shuffle(after)
    assert aliases(before, after, AT) == found
