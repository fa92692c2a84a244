"""Which verdicts stand, and which cannot stand together."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from letapis.model.verdict import Verdict

__all__ = ["clash", "matters", "stated"]

_JOINING = frozenset({"same_report", "parent", "original"})
"""Verdicts by which two documents carry one report."""
_WHOSE = {"outlet": "outlet", "original": "original", "lost_original": "original"}
"""Verdicts on a report, and what they are about."""


def matters(verdict: Verdict) -> frozenset[tuple[str, ...]]:
    """What a verdict is about: a later one about one of the same matters supersedes it.

    >>> one, two = matters(Verdict(1, "parent", "a", "b")), matters(Verdict(2, "not_parent", "a", "b"))
    >>> three = matters(Verdict(3, "parent", "c", "b"))
    >>> bool(one & two), bool(one & three), bool(two & three)
    (True, True, False)
    """
    a, b = verdict.subject, verdict.other or ""
    match verdict.says:
        case "parent":
            return frozenset({("edge", a, b), ("parent of", b)})
        case "not_parent":
            return frozenset({("edge", a, b)})
        case "same_report" | "different_reports":
            return frozenset({("report", *sorted((a, b)))})
        case "no_reuse" | "reuse":
            return frozenset({("reuse", *sorted((a, b)))})
        case "original" | "lost_original":
            return frozenset({("original", a)})
        case "outlet":
            return frozenset({("outlet", a)})
    return frozenset({("finding", a, verdict.value or "")})


def stated(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """``verdicts`` by their numbers, each with its state: what is not withdrawn supersedes what was before.

    A verdict that was superseded stands again when all that superseded it are withdrawn.

    >>> first, second = Verdict(1, "parent", "a", "b"), Verdict(2, "parent", "c", "b")
    >>> [(v.state, v.superseded_by) for v in stated([first, second])]
    [('superseded', 2), ('stands', None)]
    """
    later: dict[tuple[str, ...], int] = {}
    found: list[Verdict] = []
    for verdict in sorted(verdicts, key=lambda v: -v.verdict_id):
        about = matters(verdict)
        above = [later[matter] for matter in about if matter in later]
        state = "withdrawn" if verdict.withdrawn_at else "superseded" if above else "stands"
        found.append(
            replace(verdict, state=state, superseded_by=min(above) if state == "superseded" else None)
        )
        if state != "withdrawn":
            later.update(dict.fromkeys(about, verdict.verdict_id))
    return found[::-1]


def clash(standing: Sequence[Verdict], new: Verdict) -> tuple[str, list[Verdict]] | None:
    """Why ``new`` cannot stand beside ``standing``, and beside which; None where it can.

    What it would supersede is no hindrance. Documents in one report are taken to be a set: if a
    and b carry one report, and b and c, then a and c cannot carry different ones.

    >>> said = Verdict(1, "parent", "a", "b")
    >>> clash([said], Verdict(2, "parent", "b", "a"))[0]
    'each would be taken from the other'
    >>> clash([said], Verdict(2, "different_reports", "b", "a"))[0]
    'what is taken from a document carries its report'
    """
    about = matters(new)
    others = [v for v in standing if not about & matters(v)]
    for rule in (_circle, _rooted, _unrelated, _torn, _doubled):
        found = rule(others, new)
        if found is not None:
            return found
    return None


def _circle(others: Sequence[Verdict], new: Verdict) -> tuple[str, list[Verdict]] | None:
    if new.says != "parent":
        return None
    above = {v.other: v for v in others if v.says == "parent"}
    path: list[Verdict] = []
    at: str | None = new.subject
    while at in above and len(path) < len(above):
        path.append(above[at])
        at = above[at].subject
        if at == new.other:
            words = "each would be taken from the other" if len(path) == 1 else "they would go in a circle"
            return words, path
    return None


def _rooted(others: Sequence[Verdict], new: Verdict) -> tuple[str, list[Verdict]] | None:
    """What is taken from a document that is there is not the original."""
    if new.says not in ("original", "parent"):
        return None
    wanted = "parent" if new.says == "original" else "original"
    found = [v for v in others if v.says == wanted and v.other == new.other]
    return ("an original has no parent", found) if found else None


def _unrelated(others: Sequence[Verdict], new: Verdict) -> tuple[str, list[Verdict]] | None:
    if new.says not in ("parent", "no_reuse"):
        return None
    wanted = "parent" if new.says == "no_reuse" else "no_reuse"
    pair = {new.subject, new.other}
    found = [v for v in others if v.says == wanted and {v.subject, v.other} == pair]
    return ("what is taken from a document is reuse of it", found) if found else None


def _torn(others: Sequence[Verdict], new: Verdict) -> tuple[str, list[Verdict]] | None:
    """Documents that would be in one report and in different ones."""
    joined = _joined((*others, new))
    if new.says in _JOINING:
        apart = [v for v in others if v.says == "different_reports"]
    else:
        apart = [new] if new.says == "different_reports" else []
    for parted in apart:
        path = _path(joined, parted.subject, str(parted.other))
        if path and (new is parted or new in path):
            named = [v for v in (parted, *path) if v is not new]
            if len(path) > 1:
                return "one after the other they make one report of what is of different ones", named
            return "what is taken from a document carries its report", named
    return None


def _doubled(others: Sequence[Verdict], new: Verdict) -> tuple[str, list[Verdict]] | None:
    """Two originals or two outlets for what is said to be one report."""
    if new.says not in (*_JOINING, *_WHOSE):
        return None
    joined = _joined((*others, new))
    ours = _reached(joined, new.subject)
    for what in ("outlet", "original"):
        said = [v for v in (*others, new) if _WHOSE.get(v.says) == what and v.subject in ours]
        if len({(v.other, v.value) for v in said}) > 1:
            named = [v for v in said if v is not new]
            return f"it would be one report with more than one {what}", named
    return None


def _joined(verdicts: Iterable[Verdict]) -> dict[str, list[tuple[str, Verdict]]]:
    """Every document that is said to share a report with others: those others, and who says so."""
    found: defaultdict[str, list[tuple[str, Verdict]]] = defaultdict(list)
    for v in verdicts:
        if v.says in _JOINING and v.other is not None:
            found[v.subject].append((v.other, v))
            found[v.other].append((v.subject, v))
    return found


def _reached(joined: Mapping[str, Sequence[tuple[str, Verdict]]], start: str) -> set[str]:
    found, queue = {start}, [start]
    while queue:
        for other, _ in joined.get(queue.pop(), ()):
            if other not in found:
                found.add(other)
                queue.append(other)
    return found


def _path(joined: Mapping[str, Sequence[tuple[str, Verdict]]], start: str, stop: str) -> list[Verdict]:
    """The verdicts that lead from one document to another; none where they are not joined."""
    came: dict[str, tuple[str, Verdict] | None] = {start: None}
    queue = deque([start])
    while queue and stop not in came:
        at = queue.popleft()
        for other, verdict in joined.get(at, ()):
            if other not in came:
                came[other] = (at, verdict)
                queue.append(other)
    path: list[Verdict] = []
    step = came.get(stop)
    while step is not None:
        path.append(step[1])
        step = came[step[0]]
    return path[::-1]
