"""Reports with their witnesses, stories, moments, and what ids were before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from letapis.model.base import Reason
from letapis.model.column import column

__all__ = [
    "Alias",
    "Gap",
    "Moment",
    "Report",
    "Restoration",
    "Saying",
    "Segment",
    "Story",
    "StoryDocument",
    "StoryLink",
    "StoryTitle",
    "Suggestion",
    "Witness",
]


@dataclass(frozen=True, slots=True)
class Witness:
    """A document that carries a report, or part of it."""

    doc_id: str = column("document")
    kind: str = column("reprint, teaser, excerpt, extended, translation or quotation")
    parent: str | None = column("doc_id it was taken from; null: straight from the lost original")
    reasons: tuple[Reason, ...] = column("why", ())
    also: tuple[str, ...] = column("doc_ids of further documents that parts of it were taken from", ())


@dataclass(frozen=True, slots=True)
class Report:
    """One piece of journalism, however many copies of it there are."""

    report_id: str = column("hash of its founding document and the outlet it belongs to")
    outlet: str | None = column("outlet it belongs to; null where nothing says")
    title: str | None = column("heading of the best witness")
    original: str | None = column("doc_id of the original; null when it is lost")
    witnesses: tuple[Witness, ...] = column("documents that carry it, the original left out", ())
    language: str | None = column("language it was written in, as far as is known", None)
    survives: str = column("whole, cut, translated, quoted or credited: what witnesses keep of it", "whole")
    rank: int = column("place in order: the report a document mainly carries comes before its others", 0)
    maker: str = column("step@version", "")
    score: float = column("how sure that its witnesses belong together, 0 to 1", 0.0)
    reasons: tuple[Reason, ...] = column("why", ())


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a restored text and the witness it was taken from."""

    start: int = column("first code point in the restored text")
    stop: int = column("code point after the last in the restored text")
    doc_id: str = column("witness")
    d_start: int = column("first code point in the witness")
    d_stop: int = column("code point after the last in the witness")
    language: str | None = column("language of the stretch; another than the report's: a stand-in")
    agreement: int = column("how many independent branches of the stemma have this reading")


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where the restored text lacks something."""

    at: int = column("code point in the restored text")
    kind: str = column("end, start, middle or withheld")
    detail: str = column("how we know that something is missing", "")


@dataclass(frozen=True, slots=True)
class Restoration:
    """The text of a report put together from its witnesses."""

    report_id: str = column("report")
    text: str = column("the restored text, its heading first")
    segments: tuple[Segment, ...] = column("where each stretch came from", ())
    gaps: tuple[Gap, ...] = column("where something is missing", ())
    complete: str = column("yes, no or unknown", "unknown")
    maker: str = column("step@version", "")
    score: float = column("mean agreement of its readings, 0 to 1", 0.0)
    reasons: tuple[Reason, ...] = column("why complete is what it is", ())


@dataclass(frozen=True, slots=True)
class StoryTitle:
    """A story's heading in one language."""

    language: str = column("ISO 639-1 code")
    title: str = column("heading")


@dataclass(frozen=True, slots=True)
class Story:
    """Documents about the same event."""

    story_id: str = column("hash of the founding document")
    title: str = column("heading")
    titles: tuple[StoryTitle, ...] = column("headings by language", ())
    language: str | None = column("ISO 639-1 code", None)
    first_seen: datetime | None = column("earliest publication (UTC)", None)
    last_seen: datetime | None = column("latest publication (UTC)", None)
    pages: int = column("number of documents", 0)
    outlets: int = column("number of outlets", 0)
    origins: int = column("number of independent reports", 0)
    maker: str = column("step@version", "")
    score: float = column("how sure, 0 to 1", 0.0)
    reasons: tuple[Reason, ...] = column("why", ())


@dataclass(frozen=True, slots=True)
class StoryDocument:
    """A document's place in a story."""

    story_id: str = column("story")
    doc_id: str = column("document")
    maker: str = column("step@version", "")
    score: float = column("how sure, 0 to 1", 0.0)
    reasons: tuple[Reason, ...] = column("why", ())


@dataclass(frozen=True, slots=True)
class StoryLink:
    """Two stories of the same event in other languages, or of neighbouring events."""

    a: str = column("story_id")
    b: str = column("story_id")
    maker: str = column("step@version", "")
    score: float = column("how sure, 0 to 1", 0.0)
    reasons: tuple[Reason, ...] = column("why", ())


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence that says a moment."""

    doc_id: str = column("document")
    start: int = column("first code point")
    stop: int = column("code point after the last")


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated entry of the chronicle."""

    moment_id: str = column("hash of its founding sentence")
    story_id: str | None = column("story")
    when: str = column("EDTF")
    place: str | None = column("where", None)
    kind: str = column("statement, protest, strike, … or other", "other")
    says: tuple[Saying, ...] = column("the sentences that say it", ())
    origins: int = column("number of independent reports", 0)
    maker: str = column("step@version", "")
    score: float = column("how sure, 0 to 1", 0.0)
    reasons: tuple[Reason, ...] = column("why", ())


@dataclass(frozen=True, slots=True)
class Alias:
    """An id that a report, story or entity had before."""

    old_id: str = column("id it had")
    new_id: str = column("id it has")
    reason: str = column("why it changed")
    at: datetime = column("when (UTC)")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A likeness worth a look. It is no finding, and nothing is built on it."""

    suggestion_id: str = column("hash of its documents and kind")
    kind: str = column("alike: documents of one make, such as the teasers of one feed")
    doc_ids: tuple[str, ...] = column("documents, sorted")
    maker: str = column("step@version", "")
    score: float = column("how alike, 0 to 1", 0.0)
    reasons: tuple[Reason, ...] = column("in what", ())
