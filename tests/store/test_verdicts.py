"""Verdicts on the desk: all are kept, and those that stand can stand together."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.errors import NotFound, UsageError
from letapis.model import Verdict, clash, matters, stated
from letapis.store.desk import Desk

SAYS = ("parent", "not_parent", "same_report", "different_reports", "no_reuse", "original", "lost_original")
ACTS = st.lists(
    st.tuples(st.sampled_from([*SAYS, "withdraw"]), st.sampled_from("abcd"), st.sampled_from("abcd")),
    max_size=14,
)


@settings(max_examples=60)
@given(ACTS)
def test_whatever_is_said_and_withdrawn_what_stands_is_of_one_mind(acts: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "desk.sqlite")
        said = 0
        for number, (says, a, b) in enumerate(acts):
            try:
                if says == "withdraw":
                    desk.withdraw(ord(a) - ord("a") + 1, "x")
                elif a != b or says == "original":
                    desk.judge(Verdict(0, says, a, None if says == "lost_original" else b, note=f"{number}"))
                    said += 1
            except (UsageError, NotFound):
                pass
        every = desk.verdicts()
        assert [v.verdict_id for v in every] == list(range(1, said + 1)), "none is lost"
        standing = [v for v in every if v.state == "stands"]
        for v in standing:
            assert clash([o for o in standing if o is not v], v) is None
        about = [matter for v in standing for matter in matters(v)]
        assert len(about) == len(set(about))
        assert _no_circle(standing)
        assert stated(every[::-1]) == every, "the order of asking changes nothing"


def _no_circle(standing: list[Verdict]) -> bool:
    above = {v.other: v.subject for v in standing if v.says == "parent"}
    for child in above:
        at, steps = child, 0
        while at in above:
            at, steps = above[at], steps + 1
            if steps > len(above):
                return False
    return True


def test_a_desk_of_an_earlier_version_takes_verdicts(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk.sqlite")
    desk.withhold("document", "d1", "asked for")
    import sqlite3

    with sqlite3.connect(desk.path) as connection:
        connection.executescript("DROP TABLE withdrawals; DROP TABLE verdicts;")
    assert desk.verdicts() == []
    made, over = desk.judge(Verdict(0, "parent", "a", "b", docs=("a", "b"), note="x", by="Ann"))
    assert (made.verdict_id, over) == (1, [])
    assert desk.verdicts() == [made]
    assert [w.target for w in desk.withheld()] == ["d1"]


def test_reading_verdicts_writes_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk.sqlite")
    assert desk.verdicts() == []
    assert not desk.path.exists()
    desk.judge(Verdict(0, "lost_original", "a", docs=("a",), note="x"))
    before = (desk.path.read_bytes(), sorted(tmp_path.iterdir()))
    assert len(desk.verdicts()) == 1
    assert (desk.path.read_bytes(), sorted(tmp_path.iterdir())) == before


def test_a_time_that_is_given_is_kept(tmp_path: Path) -> None:
    at = datetime(2026, 5, 4, 7, 30, tzinfo=UTC)
    desk = Desk(tmp_path / "desk.sqlite")
    made, _ = desk.judge(Verdict(0, "lost_original", "a", note="x", at=at))
    assert made.at == desk.verdicts()[0].at == at


def test_a_long_line_of_joined_documents(tmp_path: Path) -> None:
    """No recursion, and no cost that grows with the square of what was said before."""
    names = [f"d{i:05}" for i in range(3000)]
    standing = [Verdict(i + 1, "parent", a, b) for i, (a, b) in enumerate(pairwise(names))]
    found = clash(standing, Verdict(0, "parent", names[-1], names[0]))
    assert found is not None
    assert len(found[1]) == len(standing)
    found = clash(standing, Verdict(0, "different_reports", names[0], names[-1]))
    assert found is not None
    assert len(found[1]) == len(standing)


def test_a_long_circle_is_told_in_short(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk.sqlite")
    names = [f"d{i}" for i in range(12)]
    for a, b in pairwise(names):
        desk.judge(Verdict(0, "parent", a, b, note="x"))
    with pytest.raises(UsageError, match=r"d9 is the parent of d10.* and 3 more: they would go in a circle"):
        desk.judge(Verdict(0, "parent", names[-1], names[0], note="x"))


def test_two_reports_with_outlets_of_their_own_are_not_made_one(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk.sqlite")
    desk.judge(Verdict(0, "outlet", "a", value="Ранак", note="x"))
    desk.judge(Verdict(0, "outlet", "b", value="Порт", note="x"))
    with pytest.raises(UsageError, match=r"verdict 1 .*; verdict 2 .*more than one outlet"):
        desk.judge(Verdict(0, "same_report", "a", "b", note="x"))
    desk.judge(Verdict(0, "outlet", "b", value="Ранак", note="x"))
    desk.judge(Verdict(0, "same_report", "a", "b", note="x"))


def test_the_same_again_is_not_recorded_twice(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk.sqlite")
    said = Verdict(0, "parent", "a", "b", note="x", by="Ann")
    first, _ = desk.judge(said)
    assert desk.judge(said) == (first, [])
    desk.withdraw(1, "y")
    assert desk.judge(said)[0].verdict_id == 2
