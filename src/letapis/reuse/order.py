"""Of each pair which document is the earlier, and what kind of reuse it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from letapis.reuse.candidates import Candidates
from letapis.reuse.direction import NAMED, View, direction, votes
from letapis.reuse.index import Index
from letapis.reuse.kind import KINDS, LOOSE, Side, kind
from letapis.reuse.named import marked, named
from letapis.reuse.shape import Shape, shape
from letapis.reuse.thirds import common, kin

__all__ = ["Order", "Seen", "order", "seen", "slices"]

Places = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int8]
Counts = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
Shares = npt.NDArray[np.float64]

_CLOSE = 0.5  # share of either document inside shared stretches that makes them close
_SLICE = 1 << 14  # pairs that are looked at in one go


@dataclass(frozen=True)
class Seen:
    """All that is seen of the pairs ``found``; shares and flags first for ``a``, then for ``b``."""

    index: Index
    found: Candidates
    look: Shape
    kin: tuple[Shares, Shares]
    named: tuple[Flags, Flags]

    def votes(self, part: Places) -> Shares:
        """The votes on the order of the pairs ``part``, as :func:`letapis.reuse.direction.votes` has them."""
        look = self.look.take(part)
        one, two = (
            View(
                self.index.published[texts[part]],
                self.index.truncated[texts[part]],
                look.size[side],
                look.reach[side],
                look.lead[side],
                look.backed[side],
                look.lone[side],
                self.kin[side][part],
                self.named[side][part],
            )
            for side, texts in enumerate((self.found.a, self.found.b))
        )
        return votes(one, two)


@dataclass(frozen=True)
class Order:
    """What is taken of each pair.

    ``turned``: whether ``b`` is the earlier; ``earlier`` and ``later`` are the documents' numbers.
    ``sure``: how sure the order is, 0.5 to 1; ``most``: the column of the vote that it rests on most
    (see :func:`letapis.reuse.direction.direction`). ``kind`` is a number in
    :data:`letapis.reuse.kind.KINDS`; ``words``: how many words of the later document recur.
    """

    turned: Flags
    earlier: Places
    later: Places
    sure: Shares
    most: Numbers
    kind: Numbers
    words: Counts


def seen(index: Index, found: Candidates) -> Seen:
    """All that is seen of the pairs ``found``.

    >>> from letapis.model import Document
    >>> from letapis.reuse.candidates import candidates
    >>> from letapis.reuse.index import build
    >>> story = "Жыхары вёскі Паддубкі збудавалі праз раку Сулу драўляны мост"
    >>> index = build([Document("a", "", text=story), Document("b", "", text="Учора " + story)], [])
    >>> seen(index, candidates(index)).look.stretches.tolist()
    [1]
    """
    look = shape(index, found)
    close = np.maximum(*look.reach) >= _CLOSE
    near = kin(found.a, found.b, close, len(index))
    nobody = np.zeros(len(found.a), np.bool_)
    bare = Seen(index, found, look, near, (nobody, nobody))
    # texts are searched for names only where a name may turn the order
    asked = [part[np.abs(bare.votes(part).sum(axis=1)) <= NAMED] for part in slices(np.arange(len(found.a)))]
    rows = np.concatenate(asked) if asked else np.zeros(0, np.int64)
    sides = (nobody, nobody.copy())
    for side, told in zip(sides, named(index, found.a[rows], found.b[rows]), strict=True):
        side[rows] = told
    return Seen(index, found, look, near, sides)


def slices(places: Places) -> Iterator[Places]:
    """The same places, so many at a time that what is made of them stays small.

    >>> [len(part) for part in slices(np.arange(20_000))]
    [16384, 3616]
    """
    for start in range(0, len(places), _SLICE):
        yield places[start : start + _SLICE]


def order(pairs: Seen) -> Order:
    """Which document of each pair is the earlier, and the kind of reuse.

    >>> from letapis.model import Document
    >>> from letapis.reuse.candidates import candidates
    >>> from letapis.reuse.index import build
    >>> story = "Жыхары вёскі Паддубкі збудавалі праз раку Сулу драўляны мост"
    >>> index = build([Document("a", "", text=story), Document("b", "", text="Учора " + story)], [])
    >>> found = order(seen(index, candidates(index)))
    >>> [index.ids[int(number)].as_py() for number in found.earlier], KINDS[found.kind[0]]
    (['b'], 'reprint')
    """
    found, look = pairs.found, pairs.look
    sure, most = np.empty(len(found.a)), np.empty(len(found.a), np.int8)
    for part in slices(np.arange(len(found.a))):
        sure[part], most[part] = direction(pairs.votes(part))
    turned = sure < 0.5
    earlier, later = np.where(turned, found.b, found.a), np.where(turned, found.a, found.b)
    words = np.minimum(*(np.where(turned, one, two) for one, two in (look.words, look.size)))
    kinds = _kinds(pairs, turned, later)
    loose = np.flatnonzero(np.isin(kinds, LOOSE))
    third = common(earlier[loose], later[loose], words[loose], len(pairs.index))
    kinds[loose[third]] = KINDS.index("common_source")
    return Order(turned, earlier, later, np.where(turned, 1 - sure, sure), most, kinds, words)


def _kinds(pairs: Seen, turned: Flags, later: Places) -> Numbers:
    """The kind of each pair, as far as it can be told from one."""
    plain, quoted = np.empty(len(turned), np.int8), np.empty(len(turned), np.int8)
    for part in slices(np.arange(len(turned))):
        look = pairs.look.take(part)
        one, two = (
            Side(look.size[side], look.reach[side], look.lead[side], pairs.index.truncated[texts[part]])
            for side, texts in enumerate((pairs.found.a, pairs.found.b))
        )
        swap = turned[part]
        earlier, after = _choose(swap, two, one), _choose(swap, one, two)
        plain[part] = kind(earlier, after, look.stretches, np.zeros(len(part), bool))
        quoted[part] = kind(earlier, after, look.stretches, np.ones(len(part), bool))
    # texts are opened only where a mark would tell
    asked = np.flatnonzero(plain != quoted)
    first = np.where(turned[asked], pairs.look.first[0][asked], pairs.look.first[1][asked])
    asked = asked[marked(pairs.index, later[asked], first)]
    plain[asked] = quoted[asked]
    return plain


def _choose(where: Flags, one: Side, two: Side) -> Side:
    return Side(
        np.where(where, one.size, two.size),
        np.where(where, one.reach, two.reach),
        np.where(where, one.lead, two.lead),
        np.where(where, one.cut, two.cut),
    )
