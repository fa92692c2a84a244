"""Everything that a page says of itself, put together."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from letapis.read.metadata.jsonld import Node, first, kinds, text
from letapis.read.metadata.lines import lines
from letapis.read.metadata.outlinks import address
from letapis.read.metadata.page import Facts, gather, one_line
from letapis.read.metadata.people import authors
from letapis.read.metadata.record import Metadata
from letapis.read.metadata.title import choose, key
from letapis.read.metadata.when import changed, dated

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

__all__ = ["metadata"]

_ARTICLES = frozenset(
    [
        "NewsArticle",
        "Article",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "ReviewNewsArticle",
        "AskPublicNewsArticle",
        "BlogPosting",
        "SocialMediaPosting",
        "LiveBlogPosting",
        "Report",
        "TechArticle",
        "ScholarlyArticle",
        "AdvertiserContentArticle",
        "SatiricalArticle",
        "Review",
    ]
)
_LESS = frozenset(
    [
        "WebPage",
        "ItemPage",
        "VideoObject",
        "PodcastEpisode",
        "Recipe",
        "MedicalWebPage",
        "AboutPage",
        "FAQPage",
    ]
)


def metadata(page: str | LexborHTMLParser, url: str = "", captured: datetime | None = None) -> Metadata:
    """What a page says of itself; nothing is raised whatever the page.

    ``page`` is its mark-up, or the tree that ``selectolax.lexbor`` made of it; ``url`` where it was
    found; ``captured`` when, after which it cannot have been published (else the clock's time).

    >>> page = '<title>Boats run | Shore</title><h1>Boats run</h1><p>12 мая 2020, 14:05 (МСК)'
    >>> found = metadata(page, "https://shore.example/a")
    >>> found.title, found.date.local, found.date.basis
    ('Boats run', '2020-05-12T14:05+03:00', 'text')
    """
    facts = gather(page, url)
    article = _article(facts)
    canonical = _canonical(facts, article)
    sites = _sites(facts, article, canonical or url)
    kind = _kind(facts, article, canonical or url)
    shown = cache(lambda: lines(facts.tree))
    title, basis, why = choose(facts, article, sites, shown)
    date, when = dated(facts, article, captured, shown, title, kind)
    return Metadata(
        title=title,
        title_basis=basis,
        date=date,
        modified=changed(facts, article, captured),
        authors=authors(facts, article, sites),
        section=_section(facts, article),
        language=_language(facts, article),
        canonical=canonical,
        amp=next(
            (a for a in (address(link.get("href"), url) for link in facts.rels.get("amphtml", ())) if a), None
        ),
        site=sites[0] if sites and _named(facts, article) else None,
        outlets=_outlets(sites, canonical or url),
        image_credits=_image_credits(facts),
        kind=kind,
        reasons=why + when,
    )


def _article(facts: Facts) -> Node | None:
    """The object of JSON-LD that is about the page's article."""
    best, most = None, -1.0
    whole = key(facts.title)
    here = _path(facts.url)
    for node in facts.data[:2000]:
        named = kinds(node)
        value = (
            2.0
            if any(kind in _ARTICLES for kind in named)
            else 0.8
            if any(kind in _LESS for kind in named)
            else 0.0
        )
        if not value and not (node.get("headline") and node.get("datePublished")):
            continue
        value += (
            0.5 * bool(node.get("datePublished"))
            + 0.3 * bool(node.get("headline"))
            + 0.2 * bool(node.get("articleBody"))
        )
        said = key(text(first(node, "headline", "name")))
        value += 1.0 if said and (said in whole or whole in said) else 0.0
        own = first(node, "url", "mainEntityOfPage", "@id")
        own = first(own, "@id", "url") if isinstance(own, dict) else own
        value += 0.5 if here and isinstance(own, str) and _path(own) == here else 0.0
        if value > most:
            best, most = node, value
    return best


def _path(url: str) -> str:
    try:
        return urlsplit(url).path.rstrip("/")
    except ValueError:
        return ""


def _canonical(facts: Facts, article: Node | None) -> str | None:
    stated = [link.get("href") for link in facts.rels.get("canonical", ())] + [facts.meta("og:url")]
    if article is not None:
        own = first(article, "mainEntityOfPage", "url")
        stated.append(first(own, "@id", "url") if isinstance(own, dict) else own)
    for one in stated:
        found = address(one, facts.url) if isinstance(one, str) else None
        if found is not None:
            return found
    return None


def _publisher(facts: Facts, article: Node | None) -> str:
    stated = first(article or {}, "publisher", "sourceOrganization")
    if isinstance(stated, dict) and not stated.get("name"):
        own = [node for node in facts.data if node.get("@id") == stated.get("@id") and node.get("name")]
        stated = own[0] if own else None
    return text(stated)


def _named(facts: Facts, article: Node | None) -> list[str]:
    """Names of the site, the surest first."""
    stated = [facts.meta("og:site_name"), _publisher(facts, article), facts.meta("application-name")]
    stated += [text(node.get("name")) for node in facts.typed("WebSite")[:2]]
    stated += [
        facts.meta("apple-mobile-web-app-title", "dc.publisher", "citation_journal_title", "copyright")
    ]
    stated += [facts.meta("twitter:site").lstrip("@")]
    return list(dict.fromkeys(text(name) for name in stated if name and len(name) < 100))


def _sites(facts: Facts, article: Node | None, url: str) -> tuple[str, ...]:
    """Names of the site and what its host is called."""
    host = _host(url)
    parts = [part for part in host.removeprefix("www.").split(".")[:-1] if len(part) > 2]
    return tuple(
        dict.fromkeys(
            [*_named(facts, article), host.removeprefix("www."), *parts] if host else _named(facts, article)
        )
    )


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _outlets(sites: tuple[str, ...], url: str) -> tuple[str, ...]:
    host = _host(url).removeprefix("www.")
    parts = set(host.split("."))
    return tuple(site for site in sites if site not in parts)


def _kind(facts: Facts, article: Node | None, url: str) -> str:
    """What sort of page it is: by its own word, else by its address."""
    named = set(kinds(article)) if article is not None else set()
    every = {kind for node in facts.data[:200] for kind in kinds(node)}
    stated = facts.meta("og:type").lower()
    if "LiveBlogPosting" in every:
        return "live"
    if named & _ARTICLES or stated == "article" or facts.meta("article:published_time"):
        return "article"
    if every & {"ProfilePage"} or stated == "profile":
        return "profile"
    if every & {"ImageGallery"}:
        return "gallery"
    if "VideoObject" in named or stated.startswith("video"):
        return "video"
    if (
        every & {"CollectionPage", "SearchResultsPage", "ItemList"} - named
        and not named & _ARTICLES
        and stated == "website"
    ):
        return "index"
    return "unknown"


def _section(facts: Facts, article: Node | None) -> str | None:
    said = facts.meta("article:section", "og:article:section", "parsely-section", "section", "mediator_theme")
    said = said or text((article or {}).get("articleSection")) or next(iter(facts.prop("articleSection")), "")
    said = text(said)
    return said if 0 < len(said) <= 100 and not said.startswith("http") else None


_CODE = re.compile(r"^([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*$", re.IGNORECASE)


def _language(facts: Facts, article: Node | None) -> str | None:
    stated = [
        facts.language,
        text((article or {}).get("inLanguage")),
        facts.meta("og:locale"),
        facts.meta("content-language", "language", "dc.language"),
    ]
    for one in stated:
        if (match := _CODE.match(one.strip())) is not None and len(match[1]) == 2:
            return match[1].lower()
    return None


def _image_credits(facts: Facts) -> tuple[str, ...]:
    """Who is credited with pictures, as printed or stated."""
    found = [
        text(first(node, "creditText", "copyrightHolder", "copyrightNotice", "author", "creator"))
        for node in facts.typed("ImageObject", "Photograph")[:50]
    ]
    found += [
        p.value
        for p in facts.props
        if p.name in ("copyrightHolder", "creditText", "copyrightNotice") and p.scope == "ImageObject"
    ]
    for node in (
        facts.tree.css("[class*='credit' i],[class*='copyright' i],[class*='photographer' i]")[:40]
        if facts.tree is not None
        else ()
    ):
        above = node
        for _ in range(5):
            if above is None or above.tag in ("figure", "figcaption", "body"):
                break
            above = above.parent
        if above is not None and above.tag in ("figure", "figcaption"):
            found.append(one_line(node.text()))
    return tuple(
        dict.fromkeys(said for said in found if 1 < len(said) <= 200 and not said.startswith("http"))
    )[:30]
