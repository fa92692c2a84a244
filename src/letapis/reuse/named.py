"""What stands in the texts themselves: outlets that a text names, and marks before a passage.

Both read a text once, from front to back, as the UTF-8 that Arrow keeps, whatever the number of
pairs it is in.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from letapis.reuse.index import Index
from letapis.text.kernel import kernel

__all__ = ["marked", "named"]

Places = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Bytes = npt.NDArray[np.uint8]
Codes = npt.NDArray[np.uint32]

_LEAST = 3  # letters of an outlet's name, below which it is found anywhere
_FOLDED = 1 << 16  # code points beyond this are compared as they are
_SLOTS = 1 << 14  # of a table that most places of a text are turned away by
_MARKS = "«“„\"‘'"
_WITHIN = 3  # code points before a passage in which its mark stands
_ROOM = 1 << 20  # names found that are kept in one go


def named(index: Index, a: Places, b: Places) -> tuple[Flags, Flags]:
    """For each pair of documents: whether ``a``'s outlet is named in ``b``, and ``b``'s in ``a``.

    A name counts where a word starts with it, case aside, be the word inflected or not; in scripts
    without case, which set no spaces or join particles to a name, anywhere. The same outlet on both
    sides does not count, nor do names of one or two letters.

    >>> from letapis.model import Document
    >>> from letapis.reuse.index import build
    >>> pages = [Document("a", "", text="Піша Рэха Паддубак", outlet="Слуп")]
    >>> pages += [Document("b", "", text="Дождж і мост", outlet="Рэха Паддубак")]
    >>> index = build(pages, [])
    >>> one, two = named(index, np.array([0, 1]), np.array([1, 0]))
    >>> index.ids.to_pylist(), one.tolist(), two.tolist()
    (['b', 'a'], [True, False], [False, True])
    """
    names = [_fold(name) for name in index.outlets]
    long = np.array([len(name) >= _LEAST for name in names] + [False])
    apart = index.outlet[a] != index.outlet[b]
    one, two = apart & long[index.outlet[a]], apart & long[index.outlet[b]]
    texts = np.unique(np.concatenate([b[one], a[two]]))
    used = np.unique(index.outlet[np.concatenate([a[one], b[two]])])
    hits = _hits(index, texts, [names[k] for k in used.tolist()], used)
    for asked, texts, outlets in ((one, b, index.outlet[a]), (two, a, index.outlet[b])):
        asked[asked] = _within(hits, texts[asked] * len(names) + outlets[asked])
    return one, two


def marked(index: Index, texts: Places, points: Places) -> Flags:
    """Whether quotation marks open within three code points before each place ``points`` of ``texts``.

    >>> from letapis.model import Document
    >>> from letapis.reuse.index import build
    >>> index = build([Document("a", "", text="Кажа: « мост ёсць», а мост быў")], [])
    >>> marked(index, np.zeros(3, int), np.array([22, 8, 0])).tolist()
    [False, True, False]
    """
    order = np.lexsort((points, texts))
    found = np.zeros(len(texts), bool)
    marks = np.array(sorted(map(ord, _MARKS)), np.int64)
    found[order] = _before(*_bytes(index), texts[order], points[order].astype(np.int64), marks)
    return found


def _bytes(index: Index) -> tuple[Bytes, Places]:
    """The texts as UTF-8, one after another, and where each begins."""
    _, offsets, data = index.texts.buffers()
    begin = np.frombuffer(offsets, np.int64)[index.texts.offset :][: len(index) + 1]
    return np.frombuffer(data or b"", np.uint8), begin


def _fold(name: str) -> str:
    folded = _tables()[0]
    return "".join(chr(folded[ord(sign)]) if ord(sign) < _FOLDED else sign for sign in name)


@cache
def _tables() -> tuple[Codes, Flags]:
    """For each code point: its folded one, and whether it is a digit or a letter that has case."""
    folded, letter = np.arange(_FOLDED, dtype=np.uint32), np.zeros(_FOLDED, bool)
    for code in range(_FOLDED):
        sign = chr(code)
        letter[code] = sign.isdecimal() or sign.lower() != sign.upper()
        small = sign.casefold()
        if len(small) == 1:
            folded[code] = ord(small)
    return folded, letter


def _hits(index: Index, texts: Places, names: list[str], outlets: Places) -> Places:
    """Texts and outlets that they name, each as ``text * outlets of the heap + outlet``, rising."""
    if not names:
        return np.zeros(0, np.int64)
    codes = np.array([ord(sign) for name in names for sign in name], np.uint32)
    bounds = np.cumsum([0, *map(len, names)])
    slots = np.asarray(_slots(codes, bounds))
    order = np.argsort(slots, kind="stable")
    # one slot more than there are, always empty: a text that ends too soon
    table = np.searchsorted(slots[order], np.arange(_SLOTS + 2))
    firsts = np.zeros(_FOLDED, bool)
    firsts[[sign for sign in codes[bounds[:-1]].tolist() if sign < _FOLDED]] = True
    data, begin = _bytes(index)
    keys, done = [], 0
    while done < len(texts):
        out = np.empty(min(_ROOM, len(texts)) + len(names), np.int64)
        found = codes, bounds, order, table, firsts
        done, size = _scan((data, begin, texts, done), _tables(), found, out)
        row, name = np.divmod(out[:size], len(names))
        keys.append(texts[row] * len(index.outlets) + outlets[name])
    return np.sort(np.concatenate(keys))


def _within(keys: Places, asked: Places) -> Flags:
    if not len(keys):
        return np.zeros(len(asked), bool)
    at = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
    return np.asarray(keys[at] == asked)


@kernel
def _slot(one: int, two: int, three: int) -> int:
    return ((one * 31 + two) * 31 + three) * 40503 >> 8 & (_SLOTS - 1)


@kernel
def _slots(codes: Codes, bounds: Places) -> Places:
    slots = np.empty(len(bounds) - 1, np.int64)
    for k in range(len(slots)):
        at = bounds[k]
        slots[k] = _slot(int(codes[at]), int(codes[at + 1]), int(codes[at + 2]))
    return slots


@kernel
def _code(data: Bytes, at: int) -> tuple[int, int]:
    """The code point that starts at a byte, and the byte after it (RFC 3629)."""
    first = int(data[at])
    if first < 0x80:
        return first, at + 1
    if first < 0xE0:
        return (first & 31) << 6 | (int(data[at + 1]) & 63), at + 2
    two = (int(data[at + 1]) & 63) << 6 | (int(data[at + 2]) & 63)
    if first < 0xF0:
        return (first & 15) << 12 | two, at + 3
    return (first & 7) << 18 | two << 6 | (int(data[at + 3]) & 63), at + 4


@kernel
def _scan(
    texts: tuple[Bytes, Places, Places, int],
    tables: tuple[Codes, Flags],
    names: tuple[Codes, Places, Places, Places, Flags],
    out: Places,
) -> tuple[int, int]:
    """Names in texts from a row on, till ``out`` is full: the next row, and how many names it holds."""
    data, begin, rows, done = texts
    folded, letter = tables
    codes, bounds, order, table, firsts = names
    seen = np.full(len(order), -1, np.int64)
    size = 0
    for row in range(done, len(rows)):
        if len(out) - size < len(order):
            return row, size
        at, stop, inside = begin[rows[row]], begin[rows[row] + 1], False
        while at < stop:
            sign, onward = _code(data, at)
            plain = sign < len(letter)
            apart = not (inside and plain and letter[sign])
            inside = plain and letter[sign]
            if apart and (not plain or firsts[folded[sign]]):
                slot = _ahead(data, at, stop, folded)
                for place in range(table[slot], table[slot + 1]):
                    name = order[place]
                    low, high = bounds[name], bounds[name + 1]
                    if seen[name] != row and _starts(data, at, stop, codes[low:high], folded):
                        seen[name] = row
                        out[size] = row * len(order) + name
                        size += 1
            at = onward
    return len(rows), size


@kernel
def _ahead(data: Bytes, at: int, stop: int, folded: Codes) -> int:
    """The slot of the three code points that start at a byte; that of none where the text ends."""
    one, two, three = 0, 0, 0
    for _ in range(3):
        if at >= stop:
            return _SLOTS
        sign, at = _code(data, at)
        one, two, three = two, three, int(folded[sign]) if sign < len(folded) else sign
    return _slot(one, two, three)


@kernel
def _starts(data: Bytes, at: int, stop: int, name: Codes, folded: Codes) -> bool:
    """Whether a name stands at a byte, case aside."""
    for k in range(len(name)):
        if at >= stop:
            return False
        sign, at = _code(data, at)
        if (folded[sign] if sign < len(folded) else sign) != name[k]:
            return False
    return True


@kernel
def _before(data: Bytes, begin: Places, texts: Places, points: Places, marks: Places) -> Flags:
    """Whether one of ``marks`` stands right before; texts and points rise."""
    found = np.zeros(len(texts), np.bool_)
    at, point = 0, 0
    for k in range(len(texts)):
        if k == 0 or texts[k] != texts[k - 1]:
            at, point = begin[texts[k]], 0
        while point < points[k]:
            at, point = _code(data, at)[1], point + 1
        back = at
        for _ in range(min(_WITHIN, point)):
            back -= 1
            while data[back] & 0xC0 == 0x80:
                back -= 1
            if _code(data, back)[0] in marks:
                found[k] = True
    return found
