"""What people say about findings: one record a verdict, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from letapis.model.base import Reason
from letapis.model.column import column

__all__ = ["Verdict"]

_SENTENCES = {
    "same_report": "{subject} and {other} carry the same report",
    "different_reports": "{subject} and {other} carry different reports",
    "parent": "{subject} is the parent of {other}",
    "not_parent": "{subject} is not the parent of {other}",
    "no_reuse": "what {subject} and {other} share is no reuse",
    "reuse": "the reuse between {subject} and {other} is of kind {value}",
    "outlet": "the report that {subject} carries belongs to {value}",
    "original": "the original of the report that {subject} carries is {other}",
    "lost_original": "the original of the report that {subject} carries is lost",
    "confirm": "{finding} is right",
    "refute": "{finding} is wrong",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says about a finding. It outweighs what is inferred, and is never changed.

    >>> from datetime import UTC
    >>> when = datetime(2026, 5, 4, tzinfo=UTC)
    >>> said = Verdict(3, "parent", "a1", "b2", note="b2 has the misprint", at=when)
    >>> said.sentence
    'a1 is the parent of b2'
    >>> said.reason.detail
    'verdict 3, said on 2026-05-04: b2 has the misprint'
    """

    verdict_id: int = column("number, in the order in which verdicts were given")
    says: str = column(
        "same_report, different_reports, parent, not_parent, no_reuse, reuse, outlet, original, "
        "lost_original, confirm or refute"
    )
    subject: str = column("doc_id, of a pair the first (the parent); or suggestion_id")
    other: str | None = column("doc_id: the second of the pair (the copy), or the original", None)
    value: str | None = column(
        "the outlet; the kind of reuse; or a credit: start-stop or residue, and its outlet", None
    )
    docs: tuple[str, ...] = column("documents it is about; while one is missing the verdict is idle", ())
    note: str = column("why, in the person's words", "")
    by: str | None = column("who said it", None)
    at: datetime | None = column("when it was said (UTC)", None)
    state: str = column("stands, idle, superseded or withdrawn", "stands")
    superseded_by: int | None = column("verdict_id of the later verdict on the same matter", None)
    withdrawn_at: datetime | None = column("when it was withdrawn (UTC)", None)
    withdrawn_by: str | None = column("who withdrew it", None)
    withdrawn_note: str | None = column("why it was withdrawn", None)

    @property
    def sentence(self) -> str:
        """What it says, in words, without the note."""
        where, _, outlet = (self.value or "").partition(" ")
        place = f"#{where}" if where == "residue" else f"#c={where}"
        credit = f"the credit {self.subject}{place} to {outlet or 'an outlet'}"
        return _SENTENCES[self.says].format(
            subject=self.subject,
            other=self.other,
            value=self.value,
            finding=credit if where else f"suggestion {self.subject}",
        )

    @property
    def reason(self) -> Reason:
        """What a finding carries that rests on it."""
        what = {"confirm": "confirmed", "refute": "refuted"}.get(self.says, "said")
        who = f" by {self.by}" if self.by else ""
        when = f" on {self.at:%Y-%m-%d}" if self.at else ""
        return Reason("verdict", 1.0, f"verdict {self.verdict_id}, {what}{who}{when}: {self.note}")
