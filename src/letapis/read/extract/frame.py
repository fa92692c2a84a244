"""What the elements around a block say of it: their tags, their names, how much text they hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from letapis.read.extract.names import KINDS
from letapis.read.extract.parse import INLINE, Page

__all__ = ["AROUND", "FRAME", "LONG", "Array", "Centre", "Frame", "centre"]

Array = NDArray[np.float64]

_TAGS = [
    "button",
    "label",
    "footer",
    "header",
    "a",
    "h1",
    "span",
    "body",
    "section",
    "center",
    "main",
    "article",
    "aside",
    "td",
    "dd",
    "dt",
    "div",
    "h5",
    "h4",
    "h3",
    "h2",
    "figcaption",
    "pre",
    "li",
    "blockquote",
    "p",
]
"""From those that seldom hold an article's words to those that mostly do."""
_RANK = {tag: at + 1 for at, tag in enumerate(_TAGS)}
_INNER = {
    tag: at + 1
    for at, tag in enumerate(["a", "time", "small", "label", "font", "span", "i", "em", "b", "strong"])
}
AROUND = [
    "article",
    "main",
    "aside",
    "nav",
    "footer",
    "header",
    "form",
    "figure",
    "table",
    "ul",
    "ol",
    "blockquote",
    "button",
    "li",
    "dl",
    "figcaption",
]
_BITS = {tag: 1 << at for at, tag in enumerate(AROUND)}
_LEVELS = 4
_OUTSIDE = _BITS["aside"] | _BITS["nav"] | _BITS["footer"] | _BITS["form"] | _BITS["button"]
LONG = 100
"""Code points of unlinked text that make a long block."""

FRAME = (
    *["tag", "inner", "above"],
    *(f"around_{tag}" for tag in AROUND),
    *(f"near_{name}" for name in KINDS),
    *(f"far_{name}" for name in KINDS),
    *["hidden", "broken", "picture", "depth", "role_body"],
    *["name_own", "name_low", "name_high", "name_sum", "name_last"],
    *(
        f"{name}_{level}"
        for level in range(_LEVELS)
        for name in ("share", "linked", "long", "pieces", "kids")
    ),
    *["alike", "alike_chars", "alike_linked", "alike_share", "alike_long", "alike_order"],
    *["best_inside", "best_apart", "best_before", "best_after", "best_share", "best_gap"],
)
"""Names of the columns of :attr:`Frame.columns`, in order."""

Named = Callable[[str], tuple[float, int]]
"""Says of class names what they promise, and the bits of the kinds they hint at."""


class Frame:
    """The elements of a page, with what is passed down to their blocks and what adds up from them."""

    def __init__(self, page: Page, named: Named) -> None:
        self.page = page
        pieces = page.pieces
        self.at = np.array([piece.element for piece in pieces])
        self.holder = np.array([piece.holder for piece in pieces])
        self.parent = np.array([element.parent for element in page.elements])
        self.size = np.array([piece.size for piece in pieces], np.float64)
        share = np.array([min(1.0, piece.linked / len(piece.text)) for piece in pieces])
        self.linked = self.size * share
        self.free = self.size - self.linked
        self.long = self.free >= LONG
        self._down(named)
        above = np.arange(len(page.elements)), self.parent
        self.up = np.where(above[1] >= 0, above[1], above[0])
        penalty = np.where((self.around & _OUTSIDE) > 0, 0.2, 1.0) / (1 + np.exp(-1 - self.named[:, 3]))
        self.mass = np.where((self.free >= 40) & (share < 0.34) & ~self.hidden, self.free * penalty, 0.0)
        self.centre = centre(self, np.minimum(self.mass, 600), self.long)

    def _down(self, named: Named) -> None:
        """What an element has from those it stands in."""
        elements = self.page.elements
        arounds: list[int] = []
        nears: list[int] = []
        fars: list[int] = []
        names: list[tuple[float, float, float, float, float]] = []
        bodies: list[bool] = []
        paths: list[int] = []
        nothing = (0.0, 0.0, 0.0, 0.0, 0.0)
        for element in elements:
            at, tag = element.parent, element.tag
            value, near = named(element.names) if element.names else (0.0, 0)
            last, low, high, total, _ = names[at] if at >= 0 else nothing
            if value:
                last, low, high, total = value, min(low, value), max(high, value), value + 0.7 * total
            names.append((last, low, high, total, value))
            bit = _BITS.get(tag, 0)
            if at < 0:
                arounds.append(bit)
                nears.append(near)
                fars.append(0)
                bodies.append(False)
                paths.append(hash(tag))
                continue
            arounds.append(arounds[at] | bit)
            fars.append(fars[at] | nears[at])
            if not element.names or elements[at].tag in INLINE:
                near |= nears[at]
            nears.append(near)
            bodies.append(bodies[at] or element.role == "articleBody")
            first = element.names.partition(" ")[0].rstrip("0123456789")
            paths.append(hash((paths[at], tag, first)))
        spots = [piece.element for piece in self.page.pieces]
        self.around = np.array([arounds[at] for at in spots])
        self.near = np.array([nears[at] for at in spots])
        self.far = np.array([fars[at] for at in spots])
        self.named = np.array([names[at] for at in spots])
        self.body = np.array([bodies[at] for at in spots], np.float64)
        self.hidden = np.array([elements[at].hidden for at in spots])
        _, self.path = np.unique(np.array([paths[at] for at in spots]), return_inverse=True)

    def total(self, values: Array | NDArray[np.bool_]) -> Array:
        """For each element, the sum of the values of the blocks in it."""
        many = len(self.page.elements)
        found: list[float] = np.bincount(self.holder, values, many).tolist()
        elements = self.page.elements
        for at in range(many - 1, 0, -1):
            if found[at]:
                found[elements[at].parent] += found[at]
        return np.array(found)

    def levels(self, *sums: Array) -> Array:
        """Columns of sums, for the element of each block and the three around it."""
        at, found = self.holder, []
        for _ in range(_LEVELS):
            found += [values[at] for values in sums]
            at = self.up[at]
        return np.array(found)

    def columns(self) -> Array:
        """A row of ``FRAME`` for each block."""
        page, elements = self.page, self.page.elements
        tags = [elements[at].tag for at in self.holder.tolist()]
        inner = [
            elements[piece.element].tag if piece.element != piece.holder else "" for piece in page.pieces
        ]
        above = [elements[at].tag for at in self.up[self.holder].tolist()]
        last, low, high, total, own = self.named.T
        return np.column_stack(
            [
                [_RANK.get(tag, 0) for tag in tags],
                [_INNER.get(tag, 0) for tag in inner],
                [_RANK.get(tag, 0) for tag in above],
                _bits(self.around, len(AROUND)),
                _bits(self.near, len(KINDS)),
                _bits(self.far, len(KINDS)),
                self.hidden,
                [piece.broken for piece in page.pieces],
                [min(piece.picture, 9) for piece in page.pieces],
                [elements[piece.element].depth for piece in page.pieces],
                self.body,
                *(own, low, high, total, last),
                self._sums(),
                self._groups(),
                self.centre.columns(),
            ]
        )

    def _sums(self) -> Array:
        many = len(self.page.elements)
        chars, linked = self.total(self.size), self.total(self.linked)
        long, pieces = self.total(self.long), self.total(np.ones(len(self.size)))
        self.chars = chars
        kids = np.bincount(self.parent[self.parent >= 0], minlength=many).astype(np.float64)
        full = np.maximum(1, chars)
        return self.levels(chars / full[0], linked / full, np.log1p(long), np.log1p(pieces), np.log1p(kids)).T

    def _groups(self) -> Array:
        """Of the blocks that stand in the same way: how many, how long, how linked, how much in all."""
        path = self.path
        count, chars = np.bincount(path), np.bincount(path, self.size)
        linked, long = np.bincount(path, self.linked), np.bincount(path, self.long)
        seen: dict[int, int] = {}
        order = np.empty(len(path))
        for number, group in enumerate(path.tolist()):
            order[number] = seen[group] = seen.get(group, -1) + 1
        count, chars, linked, long = count[path], chars[path], linked[path], long[path]
        return np.column_stack(
            [
                np.log1p(count),
                np.log1p(chars / count),
                linked / np.maximum(1, chars),
                chars / max(1.0, float(self.size.sum())),
                long / count,
                order / np.maximum(1, count - 1),
            ]
        )


class Centre:
    """The element whose own blocks hold the most of something, and where each block stands to it."""

    def __init__(self, frame: Frame, rank: list[float], sure: NDArray[np.bool_]) -> None:
        elements = frame.page.elements
        best = max(range(len(rank)), key=rank.__getitem__)
        up = {}
        at, apart = best, 0
        while at >= 0:
            up[at] = apart
            at, apart = elements[at].parent, apart + 1
        far: list[int] = []
        for at, element in enumerate(elements):
            above = element.parent
            if at in up:
                far.append(up[at])
            else:
                far.append(0 if above >= 0 and far[above] == 0 else far[above] + 1 if above >= 0 else 9)
        self._apart = np.minimum(9, np.array(far)[frame.holder])
        within = np.flatnonzero((self._apart == 0) & sure)
        if not len(within):
            within = np.flatnonzero(self._apart == 0)
        self.first, self.last = (int(within[0]), int(within[-1])) if len(within) else (0, 0)
        inside = self._apart == 0
        self.share = float(frame.size[inside].sum() / max(1.0, float(frame.size.sum())))
        self.rank = rank[best] / max(1.0, float(frame.size.sum()))

    def columns(self) -> Array:
        """For each block: inside, levels away, before, after, how much the element holds, blocks away."""
        order = np.arange(len(self._apart))
        return np.column_stack(
            [
                self._apart == 0,
                self._apart,
                order < self.first,
                order > self.last,
                np.full(len(order), self.share),
                np.log1p(np.maximum(0, np.maximum(self.first - order, order - self.last))),
            ]
        )


def centre(frame: Frame, mass: Array, sure: NDArray[np.bool_]) -> Centre:
    """The element around which ``mass`` lies thickest: blocks count for it, less for what is around it.

    >>> from letapis.read.extract.parse import parse
    >>> page = parse("<nav><p>Home</p></nav><div><p>Boats run.</p><p>Nobody paid.</p></div>")
    >>> frame = Frame(page, lambda names: (0.0, 0))
    >>> found = centre(frame, np.array([0.0, 9.0, 9.0]), np.array([False, True, True]))
    >>> found.first, found.last
    (1, 2)
    """
    elements = frame.page.elements
    rank = [0.0] * len(elements)
    for at, gain in zip(frame.holder.tolist(), mass.tolist(), strict=True):
        if not gain:
            continue
        if elements[at].tag not in ("p", "li"):
            rank[at] += gain
        for part in (1.0, 0.6, 0.3):
            at = elements[at].parent
            if at < 0:
                break
            rank[at] += part * gain
    return Centre(frame, rank, sure)


def _bits(values: NDArray[Any], many: int) -> Array:
    found: Array = ((values[:, None] >> np.arange(many)) & 1).astype(np.float64)
    return found
