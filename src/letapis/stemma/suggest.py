"""Suggestions: documents that nobody is credited for and that look as if one hand had cut them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from letapis.model import Citation, Document, Reason, Reuse, Suggestion
from letapis.stemma.group import components
from letapis.text import content_id

__all__ = ["suggest"]

_GLUED = re.compile(
    r"[^\W\d_A-ZА-ЯЁІЇЄҐЎ][0-9]|[^\W\d_A-ZА-ЯЁІЇЄҐЎ][A-ZА-ЯЁІЇЄҐЎ]|[.!?»”)](?=[A-ZА-ЯЁІЇЄҐЎ«“])"
)
SPREAD = 1.25
"""The longest of a set is at most so much longer than the shortest: feeds cut at a fixed length."""
LEAST = 3
"""Fewer independent documents show no habit."""
SHORT = 1200
"""A longer text is no teaser of a feed, whatever its habits."""


@dataclass(frozen=True, slots=True)
class _Habits:
    """How a text was cut and set."""

    language: str | None
    broken: bool
    """It stops in mid-sentence and no dots say so."""
    glued: bool
    """A paragraph begins without a space after the one before."""
    block: bool
    """A heading line and one paragraph."""

    @property
    def marks(self) -> int:
        return self.broken + self.glued + self.block


def suggest(
    documents: Sequence[Document], citations: Sequence[Citation], reuse: Sequence[Reuse]
) -> list[Suggestion]:
    """Sets of unattributed documents of one make; nothing is concluded from them.

    Unattributed is a document without an outlet of its own that credits none by name. Alike are
    short texts that break off in mid-sentence without dots, at about the same length, and share
    their other habits. Copies of one another count once.

    >>> bodies = ["Мост закрыли.Его откроют весной, сказал", "Дождь шёл день.Вода ушла к утру, и"]
    >>> bodies.append("Суд начался.Он кончится осенью, пишут")
    >>> pages = [Document(str(i), "", text=f"Вести {i}\\n{b}", language="ru") for i, b in enumerate(bodies)]
    >>> [(row.kind, row.doc_ids) for row in suggest(pages, [], [])]
    [('alike', ('0', '1', '2'))]
    """
    named = {c.doc_id for c in citations if c.outlet and not c.lost and c.kind != "platform"}
    open_ = [d for d in documents if d.outlet is None and d.doc_id not in named and len(d.text) <= SHORT]
    sets: defaultdict[_Habits, list[Document]] = defaultdict(list)
    for document in sorted(open_, key=lambda d: (len(d.text), d.doc_id)):
        habits = _habits(document)
        if habits.broken and habits.marks >= 2:
            sets[habits].append(document)
    found: list[Suggestion] = []
    for habits, alike in sets.items():
        many = (run for run in _runs(alike) if len(components([d.doc_id for d in run], reuse)) >= LEAST)
        found.extend(_suggestion(habits, run) for run in many)
    return sorted(found, key=lambda s: s.suggestion_id)


def _habits(document: Document) -> _Habits:
    lines = [line for line in document.text.split("\n") if line.strip()]
    body = lines[1:] if len(lines) > 1 else lines
    text = document.text.rstrip()
    broken = text[-1:].isalnum() or text[-1:] in (",", ";", ":", "—", "–")
    glued = any(_GLUED.search(line) for line in body)
    block = 2 <= len(lines) <= 3 and len(lines[-1]) >= 0.6 * len(text)
    return _Habits(document.language, bool(text) and broken, glued, block)


def _runs(alike: Sequence[Document]) -> Iterable[list[Document]]:
    """Documents, sorted by length, in runs that differ by no more than :data:`SPREAD`."""
    run: list[Document] = []
    for document in alike:
        if run and len(document.text) > SPREAD * len(run[0].text):
            yield run
            run = []
        run.append(document)
    if run:
        yield run


def _suggestion(habits: _Habits, run: Sequence[Document]) -> Suggestion:
    ids = tuple(sorted(document.doc_id for document in run))
    low, high = len(run[0].text), len(run[-1].text)
    count = float(len(run))
    reasons = [
        Reason("breaks off", count, "stop in mid-sentence, without dots"),
        Reason("length", (low + high) / 2, f"{low} to {high} code points"),
    ]
    if habits.glued:
        reasons.append(Reason("glued", count, "paragraphs follow one another without a space"))
    if habits.block:
        reasons.append(Reason("one block", count, "a heading line and one paragraph"))
    score = habits.marks / 3 * (low / high)
    return Suggestion(content_id("alike", *ids), "alike", ids, "", round(score, 3), tuple(reasons))
