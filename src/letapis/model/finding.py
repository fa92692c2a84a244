"""What the rooms claim about documents."""

from __future__ import annotations

from dataclasses import dataclass

from letapis.model.base import Reason
from letapis.model.column import column

__all__ = [
    "Citation",
    "Date",
    "Entity",
    "Figure",
    "Mention",
    "Name",
    "Passage",
    "Publisher",
    "Quotation",
    "Reuse",
    "Spot",
]


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two documents."""

    e_start: int = column("first code point in the earlier document")
    e_stop: int = column("code point after the last in the earlier document")
    l_start: int = column("first code point in the later document")
    l_stop: int = column("code point after the last in the later document")


@dataclass(frozen=True, slots=True)
class Reuse:
    """Two documents that share text."""

    earlier: str = column("doc_id of the document taken to be the source")
    later: str = column("doc_id of the document taken to be the copy")
    kind: str = column("reprint, teaser, excerpt, extended, partial, quotation, translation or common_source")
    passages: tuple[Passage, ...] = column("shared stretches, in order of the later document", ())
    share_earlier: float = column("share of the earlier document's words that recur, 0 to 1", 0.0)
    share_later: float = column("share of the later document's words that recur, 0 to 1", 0.0)
    ordered_by: str = column("what the order earlier-later rests on", "")
    maker: str = column("step@version", "")
    score: float = column("how sure, 0 to 1", 0.0)
    reasons: tuple[Reason, ...] = column("why", ())


@dataclass(frozen=True, slots=True)
class Citation:
    """A text's credit to an outlet."""

    doc_id: str = column("document")
    start: int | None = column("first code point of the surface; null where it stands in residue")
    stop: int | None = column("code point after the last; null where it stands in residue")
    surface: str = column("the words that credit")
    outlet: str | None = column("name of the outlet credited; null where it is lost")
    outlet_start: int | None = column("first code point of the outlet's name", None)
    outlet_stop: int | None = column("code point after the last", None)
    kind: str = column(
        "told_to, reported_by, published_by, joint, image_credit, repost_footer, dateline, link or platform",
        "reported_by",
    )
    lost: bool = column("whether the outlet's name is missing from the words", False)
    self: bool = column("whether the outlet is the one that publishes the document", False)
    maker: str = column("step@version", "")
    score: float = column("how sure, 0 to 1", 0.0)
    reasons: tuple[Reason, ...] = column("why", ())


@dataclass(frozen=True, slots=True)
class Publisher:
    """A form that names an outlet in this heap."""

    form: str = column("name in some script and case, domain or @handle, as written most often")
    outlet: str = column("the outlet's name: from outlets/, else as documents give it, else its domain")
    kind: str = column("name or domain", "name")
    count: int = column("in how many places the form was seen", 0)
    maker: str = column("step@version", "")
    score: float = column("how sure that the form names this outlet, 0 to 1", 0.0)
    reasons: tuple[Reason, ...] = column("why; ambiguous where it may name another and stays apart", ())


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words or a claim that a text ascribes to somebody."""

    doc_id: str = column("document")
    start: int = column("first code point")
    stop: int = column("code point after the last")
    text: str = column("what was said, without the outer marks")
    kind: str = column("direct, mixed or indirect")
    speaker: str | None = column("words in the text that name the speaker", None)
    speaker_start: int | None = column("first code point of those words", None)
    speaker_stop: int | None = column("code point after the last", None)
    speaker_entity: str | None = column("entity_id of the speaker", None)
    speaker_name: str | None = column("the entity's name, as texts in the document's language have it", None)
    cue: str | None = column("verb or phrase that ascribes", None)
    told_to: str | None = column("outlet it was said to", None)
    repaired: bool = column("whether a quotation mark was lost or stray and was made good", False)
    variant_of: str | None = column("doc_id:start of the same quotation elsewhere", None)
    referent: str | None = column("words of the same text that a pronoun for the speaker stands for", None)
    maker: str = column("step@version", "")
    score: float = column("how sure, 0 to 1", 0.0)
    reasons: tuple[Reason, ...] = column("why", ())


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that a text states."""

    doc_id: str = column("document")
    start: int = column("first code point")
    stop: int = column("code point after the last")
    surface: str = column("the words")
    low: float | None = column("value, or the lower end of a range", None)
    high: float | None = column("upper end of a range; the value again where there is none", None)
    unit: str | None = column("unit, in English", None)
    currency: str | None = column("ISO 4217 code", None)
    qualifier: str = column("exact, about, over, under or almost", "exact")
    counted: str | None = column("what is counted", None)
    per: str | None = column("per what", None)
    said: str | None = column("doc_id:start of the quotation it is part of; null: the text reports it", None)
    maker: str = column("step@version", "")
    score: float = column("how sure, 0 to 1", 0.0)
    reasons: tuple[Reason, ...] = column("why", ())


@dataclass(frozen=True, slots=True)
class Date:
    """A date that a text states."""

    doc_id: str = column("document")
    start: int = column("first code point")
    stop: int = column("code point after the last")
    surface: str = column("the words")
    value: str = column("EDTF; an unknown year is XXXX")
    basis: str = column("stated, or what it was reckoned from", "stated")
    maker: str = column("step@version", "")
    score: float = column("how sure, 0 to 1", 0.0)
    reasons: tuple[Reason, ...] = column("why", ())


@dataclass(frozen=True, slots=True)
class Spot:
    """A name as one text has it, before it is known whom or what it names."""

    doc_id: str = column("document")
    start: int = column("first code point")
    stop: int = column("code point after the last")
    surface: str = column("the words")
    kind: str = column("person, organisation, place or outlet")
    language: str | None = column("ISO 639-1 code of the text around it", None)
    base: str | None = column("its nominative, as far as the text alone tells", None)
    role: str | None = column("public office or role that stands with it, in the text's words", None)
    maker: str = column("step@version", "")
    score: float = column("how sure, 0 to 1", 0.0)
    reasons: tuple[Reason, ...] = column("why", ())


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text."""

    doc_id: str = column("document")
    start: int = column("first code point")
    stop: int = column("code point after the last")
    surface: str = column("the words")
    kind: str = column("person, organisation, place or outlet")
    entity_id: str | None = column("whom or what it names", None)
    maker: str = column("step@version", "")
    score: float = column("how sure, 0 to 1", 0.0)
    reasons: tuple[Reason, ...] = column("why", ())


@dataclass(frozen=True, slots=True)
class Name:
    """One form of an entity's name."""

    form: str = column("as written")
    language: str | None = column("ISO 639-1 code of the text it was found in")
    script: str = column("ISO 15924 code")
    count: int = column("how many mentions have this form")


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or outlet under one name."""

    entity_id: str = column("hash of its founding mention")
    kind: str = column("person, organisation, place or outlet")
    name: str = column("the form it is shown under")
    role: str | None = column("public role found in the texts, or null", None)
    names: tuple[Name, ...] = column("every form found", ())
    maker: str = column("step@version", "")
    score: float = column("how sure that its mentions are one, 0 to 1", 0.0)
    reasons: tuple[Reason, ...] = column("why they were joined", ())
