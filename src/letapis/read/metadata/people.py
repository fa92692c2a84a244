"""Who wrote a page, as it says itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from letapis.read.metadata.jsonld import Node, entries, text
from letapis.read.metadata.page import Facts

__all__ = ["authors"]

_METAS = (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "citation_author", "byl", "article:author_name", "mediator_author",
    "cxenseparse:author", "authors", "dc.contributor",
)  # fmt: skip
_PRINTED = "[class*='author-name' i],[class*='byline' i],[class*='author__name' i],[class='author' i]"
_BY = re.compile(
    r"^(?:(?:view |see )?all posts by|posts by|posted by|written by|by"
    r"|von|par|por|autor(?:ka)?|автор(?:ы|ка)?|аўтар(?:ка)?|текст)\b[:\s]*",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:[;|/\n•·]|,(?!\s*(?:jr|sr|phd|md|m\.d|ph\.d)\b)|\s(?:and|und|og|och|et|y|и|і|ды|и др)\s|&)\s*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?:|www\.|//)", re.IGNORECASE)
_DATED = re.compile(r"\s+(?:[-–—•|]\s*)?(?:[^\W\d_]+\.?\s)?\d{1,2}(?:st|nd|rd|th)?[\s,./].*$")
"""A date behind a name."""
_NONE = re.compile(
    r"https?:|www\.|@|^\W*$|\d|^(?:admin|administrator|editor|root|user|redaction|null|none|undefined|redakcja)$",
    re.IGNORECASE,
)


def authors(facts: Facts, article: Node | None, sites: tuple[str, ...]) -> tuple[str, ...]:
    """Names in the order given, from the first source that has any; the site's own name is none.

    Sources in this order: JSON-LD, ``<meta>``, microdata, links marked as to an author, what is
    printed in an element called a byline.

    >>> from letapis.read.metadata.page import gather
    >>> authors(gather("<meta name=author content='By Nora Vale'>"), None, ("Shore",))
    ('Nora Vale',)
    """
    own = {site.casefold() for site in sites}
    byid = {node["@id"]: node for node in facts.data if isinstance(node.get("@id"), str) and node.get("name")}
    stated: list[list[str]] = []
    if article is not None:
        people = entries(article.get("author")) or entries(article.get("creator"))
        stated.append([_person(one, byid) for one in people])
    stated += [facts.metas[name] for name in _METAS if name in facts.metas]
    stated.append([p.value for p in facts.props if p.name in ("author", "creator") and p.scope != "Comment"])
    stated.append([p.value for p in facts.props if p.name == "name" and p.scope == "Person"][:3])
    if facts.tree is not None:
        stated.append([a.text() or "" for a in facts.tree.css("a[rel~='author' i]")[:6]])
        stated += [[(a.text() or "")[:200]] for a in facts.tree.css(_PRINTED)[:3]]
    for listed in stated:
        names = _names(listed, own)
        if names:
            return names
    return ()


def _person(one: object, byid: dict[str, Node]) -> str:
    if isinstance(one, dict) and not one.get("name") and isinstance(one.get("@id"), str):
        one = byid.get(one["@id"], one)
    return text(one)


def _names(listed: Iterable[str], own: set[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for stated in listed:
        said = text(stated)[:500]
        for part in () if _ADDRESS.match(said) else _SPLIT.split(_DATED.sub("", said)):
            name = _BY.sub("", part.strip()).strip(" ,.:–—-")
            if (
                1 < len(name) <= 80
                and not _NONE.search(name)
                and name.casefold() not in own
                and len(name.split()) <= 7
            ):
                found.setdefault(name.casefold(), name)
    return tuple(found.values())[:20]
