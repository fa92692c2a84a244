"""How much of each block of a page is in the page's gold text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence

__all__ = ["labels", "shingles", "words"]

_GRAM = 4


def words(text: str) -> list[str]:
    """The words as ``score.py`` counts them."""
    folded = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    return re.findall(r"\w+", re.sub(r"[\s\u00a0]+", " ", folded).strip().casefold())


def shingles(text: str, title: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text without the title at its head, as ``score.py`` takes them."""
    found, head = words(text), words(title)
    if head and found[: len(head)] == head:
        found = found[len(head) :]
    return Counter(tuple(found[at : at + _GRAM]) for at in range(max(1, len(found) - 3)) if found)


def labels(blocks: Sequence[str], gold: str, title: str) -> tuple[list[float], list[int]]:
    """The share of each block's words that the gold text has in that order, and how many words it has.

    Blocks are laid along the gold text, the heaviest chain in order first; what occurs more often on the
    page than in the gold counts where it fits the chain. A block that is the title counts as none.

    >>> labels(["Home", "Boats run again.", "Nobody paid.", "Home"], "Boats run again. Nobody paid.", "")
    ([0.0, 1.0, 1.0, 0.0], [1, 3, 2, 1])
    """
    wanted = words(gold)
    texts = [words(block) for block in blocks]
    found = _laid(texts, wanted)
    head = set(words(title))
    for number, has in enumerate(texts):
        if head and len(blocks[number]) < 400 and len(head & set(has)) >= 0.85 * len(head | set(has)):
            found[number] = 0.0
    return found, [len(has) for has in texts]


def _laid(texts: Sequence[Sequence[str]], wanted: Sequence[str]) -> list[float]:
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for size in range(1, _GRAM + 1):
        for at in range(len(wanted) - size + 1):
            index[tuple(wanted[at : at + size])].append(at)
    covered, spots = [], []
    for has in texts:
        share, starts = _covered(has, index)
        covered.append(share)
        spots.append(starts if share > 0.3 else [])
    found = [0.0] * len(texts)
    used = [False] * len(wanted)
    for number, at in _chain(texts, spots):
        found[number] = covered[number]
        used[max(0, at) : at + len(texts[number])] = [True] * len(used[max(0, at) : at + len(texts[number])])
    for number, has in enumerate(texts):  # what stands elsewhere in the gold than on the page
        if found[number] or len(has) < _GRAM:
            continue
        for at, _ in spots[number]:
            span = range(max(0, at), min(len(wanted), at + len(has)))
            if span and sum(used[place] for place in span) < 0.3 * len(span):
                found[number] = covered[number]
                used[span.start : span.stop] = [True] * len(span)
                break
    return found


def _covered(
    has: Sequence[str], index: dict[tuple[str, ...], list[int]]
) -> tuple[float, list[tuple[int, int]]]:
    """How much of a block the gold has, and where the block would begin in it, with how many grams."""
    if not has:
        return 0.0, []
    size = min(_GRAM, len(has))
    hit = [False] * len(has)
    starts: Counter[int] = Counter()
    for at in range(len(has) - size + 1):
        for place in index.get(tuple(has[at : at + size]), ())[:6]:
            hit[at : at + size] = [True] * size
            starts[place - at] += 1
    return sum(hit) / len(has), starts.most_common(4)


def _chain(
    texts: Sequence[Sequence[str]], spots: Sequence[Sequence[tuple[int, int]]]
) -> list[tuple[int, int]]:
    """The heaviest run of (block, place in the gold) in which both only grow."""
    items = [(number, at, grams + 0.2) for number, starts in enumerate(spots) for at, grams in starts]
    best: list[float] = []
    back: list[int] = []
    for here, (number, at, gain) in enumerate(items):
        most, link = gain, -1
        for there in range(here - 1, -1, -1):
            other, place, _ = items[there]
            if other < number and place < at and place + len(texts[other]) <= at + 3:
                value = best[there] + gain - 0.002 * min(number - other, 50)
                if value > most:
                    most, link = value, there
        best.append(most)
        back.append(link)
    found = []
    at = max(range(len(items)), key=best.__getitem__, default=-1)
    while at >= 0:
        found.append(items[at][:2])
        at = back[at]
    return found
