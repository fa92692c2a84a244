"""When a page says it was published, and when it was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice

from letapis.model import Reason
from letapis.read.metadata.jsonld import Node, entries, text
from letapis.read.metadata.lines import Shown
from letapis.read.metadata.page import Facts
from letapis.read.metadata.phrase import moment, phrases
from letapis.read.metadata.record import Dated

__all__ = ["changed", "dated"]

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published",
    "og:pubdate", "parsely-pub-date", "sailthru.date", "datepublished", "date_published", "pubdate",
    "publishdate", "publish_date", "publish-date", "published_time_telegram", "mediator_published_time",
    "dc.date.issued", "dcterms.issued", "dc.issued", "dcterms.created", "dc.date.created", "dc.created",
    "article.published", "article_date_original", "article.created", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "rnews:datepublished", "citation_publication_date", "citation_date",
    "publication_date", "originalpublicationdate", "publishtime", "article:publicationdate",
    "vr:published_time", "bt:pubdate", "ptime", "shareaholic:article_published_time", "dc.date",
    "dcterms.date", "date", "created", "gentime", "itemprop:datepublished",
    "og:release_date", "last-published", "lp.article:published_time", "sort_date", "displaydate",
    "iso-8601-publish-date", "article-published", "pdate",
)  # fmt: skip
_CHANGED = (
    "article:modified_time", "og:updated_time", "og:modified_time", "article:modified", "datemodified",
    "dcterms.modified", "dc.date.modified", "lastmod", "last-modified", "modified", "updated_time",
    "article.updated",
)  # fmt: skip
_URL = re.compile(
    r"[/=_-](?P<y>(?:19|20)\d{2})(?P<s>[/_-]?)(?P<m>0[1-9]|1[0-2]|[1-9](?=[/_-]))(?P=s)(?P<d>0[1-9]|[12]\d|3[01]|[1-9](?=[/_.-]))(?=\D|$)"
)
_OLD = datetime(1990, 1, 1, tzinfo=UTC)
_LATEST = datetime(9999, 12, 29, tzinfo=UTC)
_NAMES = re.compile(
    r"publi|post(?:ed|-?date|-?meta|__date|-on)|entry-?(?:date|meta)|date|time|pub\b|created|dateline|opubl"
)
_EDIT = re.compile(
    r"updat|modif|edit|changed|revis|refresh|обновл|змен|оновл|изменен|aktualis|mis à jour"
    r"|actualiz|zaktualiz|atualiz",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d\.\d\d\.\d\d")
_LABEL = re.compile(r"(?:[^\d\W]+[\s.:]*){0,2}?(?=[\s:|,/\[(]*\d)|")
"""Up to two words before a date: a label, or the day of the week."""
_SAID = re.compile(r"publi|posted|опубл|апубл|veröff|erstellt|created|дата|добавлен|размещен", re.IGNORECASE)


def dated(
    facts: Facts, article: Node | None, captured: datetime | None, shown: Shown, title: str | None, kind: str
) -> tuple[Dated | None, tuple[Reason, ...]]:
    """The date of publication with the reasons for it; None where none is sure.

    The first source wins in this order: JSON-LD of the article, ``<meta>``, microdata, ``<time>``, the
    address, what is printed near the title. Where another source names the same moment with its
    offset, that form is taken.

    >>> from letapis.read.metadata.page import gather
    >>> page = "<meta property='article:published_time' content='2020-05-12T14:05:00+03:00'>"
    >>> found, why = dated(gather(page), None, None, list, None, "article")
    >>> found.local, found.basis, why[0].feature
    ('2020-05-12T14:05:00+03:00', 'meta', 'date')
    """
    bound = min(captured or datetime.now(UTC), _LATEST) + timedelta(days=2)
    stated = [one for one in _stated(facts, article) if _OLD <= one.at <= bound]
    if not stated and kind != "index":
        stated = [one for one in _shown(facts, shown, title) if _OLD <= one.at <= bound]
    if not stated:
        edited = changed(facts, article, captured) or _edited(facts, shown)
        if edited is None or kind == "index":
            return None, ()
        return replace(edited, basis="modified"), (Reason("date", 0.0, "only the last change is dated"),)
    best = stated[0]
    for other in stated[1:]:
        same = abs(other.at - best.at) < timedelta(minutes=1)
        if (
            same
            and best.local.endswith("+00:00")
            and other.precision in ("minute", "second")
            and not other.local.endswith("+00:00")
            and other.local[-6:-5] in "+-"
        ) or (
            best.precision == "day"
            and other.precision in ("minute", "second")
            and other.local[:10] == best.local[:10]
        ):
            best = other
    best = _localised(best, facts)
    agree = sorted({one.basis for one in stated if one.local[:10] == best.local[:10]})
    reasons = [Reason("date", float(len(agree)), "the same day in " + ", ".join(agree))]
    unlike = {one.local[:10]: one for one in stated if abs(one.at - best.at) > timedelta(days=1)}
    reasons += [
        Reason("date_otherwise", 0.0, f"{one.basis}: {one.stated}"[:200]) for one in list(unlike.values())[:3]
    ]
    return best, tuple(reasons)


def _localised(best: Dated, facts: Facts) -> Dated:
    """A moment in UTC on the day that the address has, where that is the day of the place.

    >>> facts = Facts(url="https://shore.example/2020/08/13/boats")
    >>> late = datetime(2020, 8, 14, 1, 30, tzinfo=UTC)
    >>> _localised(Dated(late, "2020-08-14T01:30:00+00:00", "second", "meta", ""), facts).local
    '2020-08-13'
    """
    if best.precision not in ("minute", "second") or not best.local.endswith("+00:00"):
        return best
    for own in _address(facts):
        ahead = best.at - own.at
        if timedelta(hours=24) <= ahead <= timedelta(hours=34) or timedelta(hours=-14) <= ahead < timedelta(
            0
        ):
            return replace(best, local=own.local)
    return best


def changed(facts: Facts, article: Node | None, captured: datetime | None) -> Dated | None:
    """When the page says it was last changed.

    >>> from letapis.read.metadata.page import gather
    >>> page = "<meta property='article:modified_time' content='2020-05-13'>"
    >>> changed(gather(page), None, None).local
    '2020-05-13'
    """
    bound = min(captured or datetime.now(UTC), _LATEST) + timedelta(days=2)
    values = [("json-ld", text(value)) for value in entries((article or {}).get("dateModified"))]
    values += [("meta", value) for name in _CHANGED for value in facts.metas.get(name, ())]
    values += [("microdata", value) for value in facts.prop("dateModified")]
    for time in facts.times:
        if not time.aside and (_EDIT.search(time.names) or _EDIT.search(time.text)):
            values += [("time", time.value), ("time", time.text)]
    for basis, value in values:
        found = _read(value, basis, facts.language)
        if found is not None and _OLD <= found.at <= bound:
            return found
    return None


def _edited(facts: Facts, shown: Shown) -> Dated | None:
    """The last change as printed."""
    for line in shown():
        if len(line.words) < 100 and _EDIT.match(line.words) and not line.around()[1]:
            for phrase in phrases(line.words, facts.language):
                when = phrase.when
                return Dated(when.at, when.local, when.precision, "text", phrase.stated)
    return None


def _read(value: str, basis: str, language: str) -> Dated | None:
    found = moment(value, language) if value else None
    return Dated(found.at, found.local, found.precision, basis, value[:100]) if found else None


def _stated(facts: Facts, article: Node | None) -> Iterator[Dated]:
    """What is written for machines, best first."""
    values: list[tuple[str, str]] = []
    if article is not None:
        for name in ("datePublished", "dateCreated", "uploadDate"):
            values += [("json-ld", text(value)) for value in entries(article.get(name))[:1]]
    values += [("meta", value) for name in _PUBLISHED for value in facts.metas.get(name, ())[:2]]
    for name in ("datePublished", "published", "dateCreated"):
        values += [("microdata", p.value) for p in facts.props if p.name == name and "Comment" not in p.scope]
    for basis, value in values:
        found = _read(value, basis, facts.language)
        if found is not None:
            yield found
    yield from _address(facts)


def _address(facts: Facts) -> Iterator[Dated]:
    """A whole date in the address of the page."""
    places = [
        facts.url,
        facts.meta("og:url"),
        *(link.get("href") or "" for link in facts.rels.get("canonical", ())),
    ]
    for place in places:
        match = _URL.search(place.partition("?")[0][:2000])
        if match is None:
            continue
        found = moment(f"{match['y']}-{int(match['m']):02}-{int(match['d']):02}")
        if found is not None:
            yield Dated(found.at, found.local, found.precision, "url", match[0])


def _shown(facts: Facts, shown: Shown, title: str | None) -> Iterator[Dated]:
    """What is printed, nearest to the title first."""
    yield from _times(facts, title)
    near = list(_printed(facts, shown, title))
    near.sort(key=lambda pair: -pair[0])
    for _, one in near:
        yield one


def _times(facts: Facts, title: str | None) -> Iterator[Dated]:
    place = next((h.place for h in facts.headings if title and h.text == title), None)
    ranked = []
    for order, time in enumerate(facts.times):
        if time.aside or _EDIT.search(time.names) or _EDIT.search(time.text):
            continue
        found = _read(time.value, "time", facts.language) or _read(time.text, "time", facts.language)
        if found is None:
            continue
        far = abs(time.place - place) if place is not None else order
        ranked.append(
            (-1 if re.search(r"publi|entry-date|posted|pubdate", time.names) else 0, far, order, found)
        )
    for _, _, _, found in sorted(ranked, key=lambda one: one[:3]):
        yield found


def _printed(facts: Facts, shown: Shown, title: str | None) -> Iterator[tuple[float, Dated]]:
    """Dates in short lines, with how likely each is the article's."""
    from letapis.read.metadata.title import key

    wanted = key(title) if title else ""
    listed = shown()
    at = next((place for place, line in enumerate(listed) if wanted and key(line.words) == wanted), None)
    counted = 0
    for place, one in enumerate(listed):
        line = one.words
        if len(line) > 160 or counted > 300 or not _YEAR.search(line):
            continue
        names, beside = one.around()
        for phrase in islice(phrases(line, facts.language), 2):
            counted += 1
            before = line[max(0, phrase.start - 30) : phrase.start]
            share = min(1.0, (len(phrase.stated) + len(_LABEL.match(line)[0])) / len(line))  # type: ignore[index]
            value = 2.0 * share + (1.5 if _NAMES.search(names) else 0) + (1.5 if _SAID.search(before) else 0)
            value -= (3.0 if _EDIT.search(before) or _EDIT.search(names) else 0) + (2.5 if beside else 0)
            if at is not None:
                far = place - at
                near = 2.5 if 0 <= far <= 9 else 1.5 if -8 <= far < 0 else 0.5 if 0 < far <= 40 else 0.0
                value += near * min(1.0, 0.2 + 1.6 * share)
            if value >= 2.0:
                when = phrase.when
                yield value, Dated(when.at, when.local, when.precision, "text", phrase.stated)
