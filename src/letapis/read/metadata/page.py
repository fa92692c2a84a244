"""The places of a page that speak of the page itself, gathered from its tree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from letapis.read.metadata.jsonld import Node, kinds, nodes
from letapis.read.metadata.lines import BESIDE

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

__all__ = ["Facts", "Heading", "Prop", "Time", "gather", "one_line"]

MOST_METAS = 2_000
MOST_OTHERS = 600
"""Elements of one sort that are looked at; no page has more that are of use."""
LONGEST = 4_000
"""Characters of a value."""
_QUERY = (
    "meta,title,h1,h2,time,link[rel],script[type*='ld+json' i],[itemprop],[property],[datetime],[pubdate]"
)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: ``level`` as in h1, ``place`` among all places seen."""

    text: str
    level: int
    place: int
    names: str


@dataclass(frozen=True, slots=True)
class Time:
    """A ``<time>``: its value, its words, and what its element and the one around it are called."""

    value: str
    text: str
    names: str
    place: int
    aside: bool


@dataclass(frozen=True, slots=True)
class Prop:
    """A property in microdata or RDFa, of the innermost item that it stands in."""

    name: str
    value: str
    scope: str
    place: int
    names: str


@dataclass(slots=True)
class Facts:
    """What was gathered; all values are single lines."""

    url: str = ""
    language: str = ""
    title: str = ""
    metas: dict[str, list[str]] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    props: list[Prop] = field(default_factory=list)
    rels: dict[str, list[Mapping[str, str | None]]] = field(default_factory=dict)
    data: list[Node] = field(default_factory=list)
    tree: Any = None

    def meta(self, *names: str) -> str:
        """The first of the named ``<meta>`` that has content."""
        for name in names:
            for value in self.metas.get(name, ()):
                if value:
                    return value
        return ""

    def prop(self, name: str, *scopes: str) -> list[str]:
        """Values of a property of items of the named types (of any where none is named)."""
        return [p.value for p in self.props if p.name == name and (not scopes or p.scope in scopes)]

    def typed(self, *names: str) -> list[Node]:
        """JSON-LD objects of the named types."""
        return [node for node in self.data if any(kind in names for kind in kinds(node))]


def one_line(text: str | None) -> str:
    """The words of a value, no more than count.

    >>> one_line(" a\\n b ")
    'a b'
    """
    return _SPACE.sub(" ", text[:LONGEST]).strip() if text else ""


def gather(page: str | LexborHTMLParser, url: str = "") -> Facts:
    """The facts of a page, in one pass over the elements that may hold any.

    >>> facts = gather("<html lang=en><title>Boats run</title><meta name=author content='Nora Vale'>")
    >>> facts.title, facts.language, facts.metas["author"]
    ('Boats run', 'en', ['Nora Vale'])
    """
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(page.encode("utf-8", "replace")) if isinstance(page, str) else page
    facts = Facts(url=url, tree=tree)
    if tree.root is None:
        return facts
    root = tree.css_first("html")
    facts.language = one_line(
        (root.attributes.get("lang") or root.attributes.get("xml:lang")) if root else ""
    )
    scripts: list[str] = []
    for place, node in enumerate(tree.css(_QUERY)):
        _see(facts, node, place, scripts)
    facts.data = nodes(scripts)
    return facts


def _see(facts: Facts, node: Any, place: int, scripts: list[str]) -> None:
    tag = node.tag
    get = node.attributes.get
    if tag == "meta":
        _meta(facts, get)
    elif tag == "script":
        scripts.append(node.text() or "")
        return
    elif tag == "link":
        for rel in (get("rel") or "").lower().split()[:6]:
            known = facts.rels.setdefault(rel, [])
            if len(known) < 50:
                known.append(node.attributes)
    elif tag == "title":
        if not facts.title and node.parent is not None and node.parent.tag != "svg":
            facts.title = one_line(node.text())
        return
    elif tag in ("h1", "h2") and len(facts.headings) < MOST_OTHERS:
        facts.headings.append(Heading(one_line(node.text()), int(tag[1]), place, _names(node)))
    if (tag == "time" or get("datetime") is not None or get("pubdate") is not None) and len(
        facts.times
    ) < MOST_OTHERS:
        value = get("datetime") or get("content") or ""
        facts.times.append(
            Time(one_line(value), one_line(node.text())[:200], _names(node), place, _beside(node))
        )
    name = get("itemprop") or (get("property") if tag != "meta" else "")
    if name and len(facts.props) < MOST_OTHERS:
        _prop(facts, node, name, place)


def _meta(facts: Facts, get: Any) -> None:
    content = one_line(get("content") or get("value"))
    if not content or len(facts.metas) > MOST_METAS:
        return
    for key in ("property", "name", "http-equiv"):
        for name in (get(key) or "").lower().split()[:2]:
            known = facts.metas.setdefault(name[:100], [])
            if len(known) < 20:
                known.append(content)


def _prop(facts: Facts, node: Any, name: str, place: int) -> None:
    get = node.attributes.get
    value = get("content") or get("datetime") or get("title" if node.tag == "abbr" else "content")
    if not value and "itemscope" not in node.attributes:
        value = get("href") if node.tag in ("link", "a") and name == "url" else node.text()
    elif not value:
        value = node.text()
    scope = ""
    above = node.parent
    for _ in range(30):
        if above is None:
            break
        if kind := above.attributes.get("itemtype") or above.attributes.get("typeof"):
            scope = kind.split()[0].rstrip("/").rsplit("/", 1)[-1].rsplit(":", 1)[-1] if kind.split() else ""
            break
        above = above.parent
    for one in name.split()[:4]:
        facts.props.append(Prop(one.rsplit(":", 1)[-1], one_line(value), scope, place, _names(node)))


def _names(node: Any) -> str:
    """Class and id of an element and of the one around it."""
    found = []
    for one in (node, node.parent):
        if one is not None and one.tag not in ("-document", None):
            found += [one.attributes.get("class") or "", one.attributes.get("id") or ""]
    return " ".join(found)[:400].lower()


def _beside(node: Any) -> bool:
    """Whether an element stands in a comment, an aside or among links to other pages."""
    above = node
    for _ in range(12):
        above = above.parent
        if above is None or above.tag in ("body", "html", "main"):
            return False
        if above.tag in ("aside", "footer", "nav", "li", "a"):
            return True
        attributes = above.attributes
        if BESIDE.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()[:300]):
            return True
    return False
