"""The numbers by which a block is judged: its words, its elements, its neighbours, its page."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import numpy as np

from letapis.read.extract.frame import FRAME, Array, Frame, centre
from letapis.read.extract.parse import Page
from letapis.read.extract.wording import WORDING, wording

__all__ = ["SECOND", "TRAITS", "body_of", "second", "traits"]

_NEAR = (-3, -2, -1, 1, 2, 3)
_SEEN = ("chars", "linked", "final", "tag")
_OWN = (*WORDING, *FRAME)
_COLUMNS = [_OWN.index(name) for name in _SEEN]
_PLACE = (
    *[
        "at",
        "at_chars",
        "before",
        "after",
        "long_before",
        "long_after",
        "window",
        "window_linked",
        "wide",
        "wide_linked",
    ],
    *["same_before", "same_after", "path_before", "path_after"],
)
_WHOLE = (
    *[
        "titled",
        "title_share",
        "title_gap",
        "after_title",
        "described",
        "bodied",
        "has_body",
        "twice",
        "whole_pieces",
    ],
    *["whole_chars", "whole_long", "whole_articles", "is_article", "main_share"],
)
TRAITS = (*_OWN, *(f"{name}{near:+d}" for near in _NEAR for name in _SEEN), *_PLACE, *_WHOLE)
"""Names of the columns of :func:`traits`."""

_AROUND = (-4, -3, -2, -1, 1, 2, 3, 4)
SECOND = (
    *["p", "p_twin", "p_total", "p_long_total", "p_before", "p_after", "p_path", "p_path_high"],
    *(f"p{near:+d}" for near in _AROUND),
    *(f"p_window_{reach}" for reach in (2, 5, 12)),
    *(f"{name}_{level}" for level in range(4) for name in ("p_mean", "p_share")),
    *["p_inside", "p_apart", "p_early", "p_late", "p_best", "p_gap"],
)
"""Names of the columns of :func:`second`."""


def traits(frame: Frame) -> Array:
    """A row of ``TRAITS`` for each block of a page.

    >>> from letapis.read.extract.parse import parse
    >>> rows = traits(Frame(parse("<p>Boats run.</p><p>Nobody paid.</p>"), lambda names: (0.0, 0)))
    >>> rows.shape == (2, len(TRAITS))
    True
    """
    page = frame.page
    own = np.hstack([np.array([wording(piece) for piece in page.pieces]), frame.columns()])
    near = _shifted(own[:, _COLUMNS], _NEAR, -1.0)
    return np.hstack([own, near, _place(frame), _whole(page, frame)])


def second(frame: Frame, chance: Array) -> Array:
    """A row of ``SECOND`` for each block, from the chances that a first look gave the blocks.

    >>> from letapis.read.extract.parse import parse
    >>> frame = Frame(parse("<p>Boats run.</p><p>Nobody paid.</p>"), lambda names: (0.0, 0))
    >>> second(frame, np.array([0.9, 0.2]))[:, 0].tolist()
    [0.9, 0.2]
    """
    size, path = frame.size, frame.path
    mass = chance * size
    run, total = np.cumsum(mass), max(1.0, float(mass.sum()))
    twin: dict[str, float] = {}
    twins = []
    for piece, value in zip(frame.page.pieces, chance.tolist(), strict=True):
        twins.append(twin.get(piece.text, -1.0))
        twin[piece.text] = max(value, twin.get(piece.text, -1.0))
    chars = np.bincount(path, size)
    high = np.zeros(len(chars))
    np.maximum.at(high, path, chance)
    sums, masses = frame.total(size), frame.total(mass)
    found = centre(frame, np.minimum(600, np.where(chance > 0.3, mass, 0.0)), (chance > 0.5) & (size >= 60))
    many = len(size)
    return np.column_stack(
        [
            chance,
            twins,
            np.full(many, total / max(1.0, float(size.sum()))),
            np.full(many, np.log1p(total)),
            run / total,
            (run - mass) / total,
            (np.bincount(path, mass) / np.maximum(1, chars))[path],
            high[path],
            _shifted(chance[:, None], _AROUND, -1.0),
            *(_windowed(mass, reach) / np.maximum(1, _windowed(size, reach)) for reach in (2, 5, 12)),
            frame.levels(masses / np.maximum(1, sums), masses / total).T,
            found.columns(),
        ]
    )


def _shifted(values: Array, steps: tuple[int, ...], blank: float) -> Array:
    """The values of the blocks so many places away."""
    many, wide = values.shape
    reach = max(map(abs, steps))
    padded = np.full((many + 2 * reach, wide), blank)
    padded[reach : reach + many] = values
    return np.hstack([padded[reach + step : reach + step + many] for step in steps])


def _place(frame: Frame) -> Array:
    size, linked, long = frame.size, frame.linked, frame.long
    many = len(size)
    order = np.arange(many)
    run = np.cumsum(size)
    before = np.maximum.accumulate(np.where(long, order, -60))
    before = np.concatenate(([-60], before[:-1]))
    after = np.minimum.accumulate(np.where(long, order, many + 60)[::-1])[::-1]
    after = np.concatenate((after[1:], [many + 60]))
    columns = [
        order / many,
        run / run[-1],
        np.log1p(order),
        np.log1p(many - order),
        np.log1p(np.minimum(order - before, 60)),
        np.log1p(np.minimum(after - order, 60)),
    ]
    for reach in (3, 8):
        total, links = _windowed(size, reach), _windowed(linked, reach)
        columns += [np.log1p(total - links), links / np.maximum(1, total)]
    for values in (frame.up[frame.holder], frame.path):
        same = (values[1:] == values[:-1]).astype(np.float64)
        columns += [np.concatenate(([0.0], same)), np.concatenate((same, [0.0]))]
    return np.array(columns).T


def _windowed(values: Array, reach: int) -> Array:
    total = np.concatenate(([0.0], np.cumsum(values)))
    order = np.arange(len(values))
    found: Array = total[np.minimum(order + reach + 1, len(values))] - total[np.maximum(order - reach, 0)]
    return found


_WORD = re.compile(r"\w+")


def _whole(page: Page, frame: Frame) -> Array:
    metas, pieces = page.metas, page.pieces
    titles = [_words(text) for text in (page.heading, metas.get("og:title", ""), page.title) if text]
    said = _words(metas.get("og:description", "")) + _words(metas.get("description", ""))
    described = set(said)
    body = body_of(page.data)
    bodied = set(_grams(_words(body))) if body else set()
    counts = Counter(piece.text for piece in pieces)
    words = [_words(piece.text[:1000]) for piece in pieces]
    likes = _likes(words, titles)
    top = int(np.argmax(likes >= max(0.4, float(likes.max()) - 0.15)))
    many = len(pieces)
    order = np.arange(many)
    known = likes[top] >= 0.4
    return np.column_stack(
        [
            likes >= 0.8,
            likes,
            np.log1p(np.abs(order - top)) if known else np.full(many, -1.0),
            order > top if known else np.full(many, -1.0),
            [_part(has, described) for has in words],
            [_part(_grams(has), bodied) for has in words],
            np.full(many, float(bool(bodied))),
            np.log1p([counts[piece.text] - 1 for piece in pieces]),
            np.full(many, np.log1p(many)),
            np.full(many, np.log1p(frame.size.sum())),
            np.full(many, np.log1p(frame.long.sum())),
            np.full(many, min(9, sum(element.tag == "article" for element in page.elements))),
            np.full(many, "article" in metas.get("og:type", "")),
            np.full(many, frame.centre.rank),
        ]
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _grams(words: list[str]) -> list[Any]:
    if len(words) < 3:
        return [tuple(words)] if words else []
    return list(zip(words, words[1:], words[2:], strict=False))


def _part(items: list[Any], known: set[Any]) -> float:
    """How many of the items are known, -1 where nothing is."""
    if not known:
        return -1.0
    return sum(map(known.__contains__, items)) / max(1, len(items))


def _likes(words: list[list[str]], titles: list[list[str]]) -> Array:
    """How like a title each block is, by its words."""
    longest = max(map(len, titles), default=0) * 3 + 5
    sets = [set(title) for title in titles]
    found = np.zeros(len(words))
    for number, has in enumerate(words):
        if not has or len(has) > longest:
            continue
        one = set(has)
        for other in sets:
            shared = len(one & other)
            if shared:
                found[number] = max(found[number], shared / (len(one) + len(other) - shared))
    return found


def body_of(scripts: list[str]) -> str:
    """The longest ``articleBody`` among a page's linked data, "" where there is none.

    >>> body_of(['{"@graph": [{"@type": "NewsArticle", "articleBody": "Boats run."}]}', "{broken"])
    'Boats run.'
    """
    longest = ""
    for script in scripts:
        if "articleBody" not in script:
            continue
        try:
            stack: list[Any] = [json.loads(script, strict=False)]
        except (ValueError, RecursionError):
            continue
        while stack:
            item = stack.pop()
            if isinstance(item, dict):
                text = item.get("articleBody")
                if isinstance(text, str) and len(text) > len(longest):
                    longest = text
                stack += item.values()
            elif isinstance(item, list):
                stack += item
    return longest
