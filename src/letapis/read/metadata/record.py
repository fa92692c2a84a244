"""What a page says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from letapis.model import Reason

__all__ = ["Dated", "Metadata"]


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment that a page states.

    ``at`` is in UTC; ``local`` the same in ISO 8601 with the offset stated, no finer than
    ``precision``; ``stated`` the words or the value it was read from. ``basis`` is json-ld, meta,
    microdata, time, url or text; or modified, where a page dates nothing but its last change.
    """

    at: datetime
    local: str
    precision: str
    basis: str
    stated: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own account of itself, as far as it is to be believed; what is not known is None.

    ``kind`` is article, index, live, video, gallery, profile or unknown; an index has no date of its
    own. ``reasons`` tell why the title and the date were chosen, and what spoke otherwise.
    """

    title: str | None = None
    title_basis: str | None = None
    date: Dated | None = None
    modified: Dated | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    language: str | None = None
    canonical: str | None = None
    amp: str | None = None
    site: str | None = None
    outlets: tuple[str, ...] = ()
    image_credits: tuple[str, ...] = ()
    kind: str = "unknown"
    reasons: tuple[Reason, ...] = ()
