"""A page as a flat list of blocks, each with the element it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from letapis.read.extract.trim import trimmed

__all__ = ["Element", "Page", "Piece", "parse", "tree"]

INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "picture",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
"""Elements that do not interrupt a line of text."""
SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "select",
        "option",
        "textarea",
        "object",
        "embed",
        "canvas",
        "math",
        "audio",
        "video",
        "map",
        "datalist",
        "progress",
        "meter",
        "head",
    ]
)
"""Elements whose text is not shown as text."""
_WIDE = re.compile("[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_COUNT = re.compile(r"\W*\d{1,5}\W*")
_COUNTER = re.compile(r"comment|like|share|count|vote|views")
_BOLD = frozenset(["b", "strong"])
_PICTURES = frozenset(["img", "picture", "figure", "video", "iframe", "svg"])


@dataclass(slots=True)
class Element:
    """An element: where it hangs, what it is called."""

    parent: int
    tag: str
    depth: int
    names: str = ""
    role: str = ""
    hidden: bool = False
    link: bool = False
    bold: bool = False
    skipped: bool = False


@dataclass(slots=True)
class Piece:
    """A block of text: ``element`` is the innermost that holds all of it, ``holder`` its block element.

    ``size`` is how long it would be in an alphabet: a Chinese or Japanese character counts as three.
    ``linked`` and ``bold`` are code points within links and in bold; ``picture`` is how many blocks
    back the last picture stood; ``broken`` says that a line break, not an element, begins the block.
    """

    text: str
    element: int
    holder: int
    linked: int = 0
    links: int = 0
    bold: int = 0
    broken: bool = False
    picture: int = 99
    size: int = 0


@dataclass(slots=True)
class Page:
    """Elements in the order of the mark-up, and the blocks of text between them."""

    elements: list[Element] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    title: str = ""
    heading: str = ""
    metas: dict[str, str] = field(default_factory=dict)
    data: list[str] = field(default_factory=list)


def tree(raw: str) -> Any:
    """What lexbor makes of a page's mark-up, without the attributes of tags that have thousands.

    >>> tree("<title>Boats").css_first("title").text()
    'Boats'
    """
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(trimmed(raw).encode("utf-8", "replace"))


def parse(raw: str, made: Any = None) -> Page:
    """The blocks of a page, in one pass over its :func:`tree`, which may be given.

    >>> [piece.text for piece in parse("<p>Boats <b>run</b>.<p>Nobody paid.<br>Not yet.").pieces]
    ['Boats run.', 'Nobody paid.', 'Not yet.']
    """
    walk = _Walk()
    root = (tree(raw) if made is None else made).root
    if root is not None:
        for node in root.traverse(include_text=True):
            walk.see(node)
        walk.flush()
    return walk.page


class _Walk:
    """The state of one pass: the elements that are open, and the block that is being read."""

    def __init__(self) -> None:
        self.page = Page()
        self._open: list[int] = []
        self._ids: list[int] = []
        self._words: list[str] = []
        self._piece: Piece | None = None
        self._broken = False
        self._picture = 99
        self._in_link = -1

    def see(self, node: Any) -> None:
        tag = node.tag
        if tag == "-comment" or tag is None:
            return
        parent = node.parent
        self._close(parent.mem_id if parent is not None else 0)
        if tag == "-text":
            self._text(node.text_content or "")
        else:
            self._element(node, tag)

    def _close(self, parent: int) -> None:
        elements, ids, opened = self.page.elements, self._ids, self._open
        while ids and ids[-1] != parent:
            ids.pop()
            last = elements[opened.pop()]
            if last.tag not in INLINE:
                self.flush()

    def _element(self, node: Any, tag: str) -> None:
        page = self.page
        above = page.elements[self._open[-1]] if self._open else None
        made = Element(self._open[-1] if self._open else -1, tag, len(self._open))
        if above is not None:
            made.hidden, made.link, made.bold = above.hidden, above.link, above.bold
            made.skipped = above.skipped
        attributes = node.attributes
        if attributes:
            _named(made, attributes)
        if tag in SKIPPED:
            made.skipped = True
        if tag == "a":
            made.link = True
            if self._piece is not None:
                self._piece.links += 1
        elif tag in _BOLD:
            made.bold = True
        elif tag in ("br", "hr"):
            self.flush()
            self._broken = tag == "br"
        elif tag not in INLINE:
            self.flush()
            self._broken = False
        if tag in _PICTURES:
            self._picture = 0
        if tag in ("meta", "title", "script"):
            self._head(node, tag, attributes)
        page.elements.append(made)
        self._open.append(len(page.elements) - 1)
        self._ids.append(node.mem_id)

    def _head(self, node: Any, tag: str, attributes: dict[str, str | None]) -> None:
        page = self.page
        if tag == "meta":
            name = (attributes.get("property") or attributes.get("name") or "").lower()
            if name and name not in page.metas:
                page.metas[name] = attributes.get("content") or ""
        elif tag == "title":
            page.title = page.title or " ".join(node.text().split())
        elif "ld+json" in (attributes.get("type") or ""):
            page.data.append(node.text())

    def _text(self, text: str) -> None:
        if not self._open:
            return
        page = self.page
        at = self._open[-1]
        element = page.elements[at]
        if element.skipped:
            return
        size = len(text.strip())
        if 0 < size < 8 and element.tag in INLINE and _counter(element, text):
            return
        piece = self._piece
        if piece is None:
            if not size:
                return
            piece = self._piece = Piece("", at, at, broken=self._broken, picture=self._picture)
            self._picture += 1
            if element.link:
                piece.links += 1
        elif size:
            while not self._holds(piece.element, at):
                piece.element = page.elements[piece.element].parent
        self._words.append(text)
        if element.link:
            piece.linked += size
        if element.bold:
            piece.bold += size

    def _holds(self, outer: int, inner: int) -> bool:
        depth = self.page.elements[outer].depth
        return depth < len(self._open) and self._open[depth] == outer

    def flush(self) -> None:
        """The block that was being read is complete."""
        piece = self._piece
        if piece is None:
            return
        text = piece.text = " ".join("".join(self._words).split())
        piece.size = len(text) if text.isascii() else len(text) + 2 * len(_WIDE.findall(text))
        elements = self.page.elements
        holder = piece.element
        while elements[holder].tag in INLINE and elements[holder].parent >= 0:
            holder = elements[holder].parent
        piece.holder = holder
        if elements[holder].tag == "h1" and not self.page.heading:
            self.page.heading = piece.text
        if piece.text:
            self.page.pieces.append(piece)
        self._piece = None
        self._words = []
        self._broken = False


def _counter(element: Element, text: str) -> bool:
    """Whether a number is how many have liked or discussed what it stands in."""
    return bool(_COUNT.fullmatch(text) and _COUNTER.search(element.names))


def _named(element: Element, attributes: dict[str, str | None]) -> None:
    """What an element's attributes say of it."""
    get = attributes.get
    names = get("class") or ""
    if other := get("id"):
        names += " " + other
    if other := get("itemprop"):
        element.role = other
        names += " prop" + other
    if other := get("role"):
        names += " role" + other
    if (other := get("data-testid") or get("data-component") or get("data-qa")) and len(other) < 60:
        names += " " + other
    element.names = names
    style = (get("style") or "").replace(" ", "")
    if "display:none" in style:
        element.hidden = True
    if "hidden" in attributes or get("aria-hidden") == "true":
        element.hidden = True
