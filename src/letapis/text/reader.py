"""Words read straight off the UTF-8 of an Arrow array, by compiled loops.

A word's hash takes its folded letters in turn: exclusive or, multiply, fold the high half down
(after FNV-1a, G. Fowler, L. C. Noll, K.-P. Vo, 1991, and the finalisers of MurmurHash3, A. Appleby,
2011).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from letapis.text.alphabet import CODE, DROP, HARD, JOIN, LETTER, LONG, MARK, TOP, alphabet
from letapis.text.kernel import kernel
from letapis.text.words import fold

__all__ = ["counts", "digests", "encode", "fill", "gather", "views"]

Bytes = npt.NDArray[np.uint8]
Codes = npt.NDArray[np.uint32]
Hashes = npt.NDArray[np.uint64]
Offsets = npt.NDArray[np.int32]
Places = npt.NDArray[np.int64]

_HALVES = re.compile("[\ud800-\udfff]")
_SEED = np.uint64(0x9E3779B97F4A7C15)
_SPREAD = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)
_ONE, _TWO, _EIGHT = np.uint64(1), np.uint64(2), np.uint64(8)  # unsigned, so that no index is negative
_NONE, _SIX, _LOW5, _LOW6 = (np.uint32(number) for number in (0, 6, 31, 63))
_LETTER, _JOIN, _MARK, _DROP = (np.uint32(flag) for flag in (LETTER, JOIN, MARK, DROP))
_HARD, _LONG, _CODE = np.uint32(HARD), np.uint32(LONG), np.uint32(CODE)
_SPECIAL = np.uint32(DROP | HARD | LONG)


def encode(texts: Sequence[str]) -> pa.LargeStringArray:
    """Texts as one Arrow array; half of a surrogate pair, which UTF-8 has not, becomes U+FFFD.

    Unlike ``pyarrow.array`` it leaves no UTF-8 behind in the strings.

    >>> encode(["Сула", "a" + chr(0xD800)]).to_pylist()
    ['Сула', 'a\ufffd']
    """
    parts = [_utf8(text) for text in texts]
    offsets = np.zeros(len(parts) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, parts), np.int64, len(parts)), out=offsets[1:])
    return pa.LargeStringArray.from_buffers(len(parts), pa.py_buffer(offsets), pa.py_buffer(b"".join(parts)))


def gather(texts: pa.ChunkedArray, order: Places) -> pa.LargeStringArray:
    """The texts numbered ``order`` as one array; nulls become empty.

    One copy is made; none where the texts stand in one piece and in order already.

    >>> gather(pa.chunked_array([["one", None], ["three"]]), np.array([2, 0, 1])).to_pylist()
    ['three', 'one', '']
    """
    if texts.num_chunks == 1 and not texts.null_count and (order == np.arange(len(texts))).all():
        return texts.chunk(0).cast(pa.large_string())
    parts = [views(chunk) for chunk in texts.chunks]
    sizes = np.concatenate([np.zeros(0, np.int64), *(np.diff(offsets) for _, offsets in parts)])
    offsets = np.zeros(len(order) + 1, np.int64)
    np.cumsum(sizes[order], out=offsets[1:])
    begins = np.zeros(len(sizes), np.int64)
    begins[order] = offsets[:-1]
    data, done = np.empty(int(offsets[-1]), np.uint8), 0
    for source, at in parts:
        _copy(source, at, begins[done : done + len(at) - 1], data)
        done += len(at) - 1
    return pa.LargeStringArray.from_buffers(len(order), pa.py_buffer(offsets), pa.py_buffer(data))


def views(texts: pa.Array) -> tuple[Bytes, Places]:
    """The bytes of a string array, and where in them each text begins and the last ends.

    Nothing is copied, unless there are nulls, which are read as empty texts.

    >>> data, offsets = views(pa.array(["one", "Нарач", ""])[1:])
    >>> bytes(data[offsets[0] : offsets[1]]).decode(), offsets.tolist()
    ('Нарач', [3, 13, 13])
    """
    if texts.null_count:
        texts = pc.fill_null(texts, "")
    _, offsets, data = texts.buffers()
    kind = np.int64 if pa.types.is_large_string(texts.type) else np.int32
    at = np.zeros(1, np.int64)
    if len(texts):
        size = np.dtype(kind).itemsize
        at = np.frombuffer(offsets, kind, len(texts) + 1, texts.offset * size).astype(np.int64, copy=False)
    found = np.frombuffer(data or b"", np.uint8)
    at.flags.writeable = found.flags.writeable = False  # one type, compiled once
    return found, at


def counts(data: Bytes, offsets: Places) -> Places:
    """How many words each text has.

    >>> counts(*views(pa.array(["Рака Прыпяць", "", "ab’c-d"]))).tolist()
    [2, 0, 2]
    """
    found = np.empty(len(offsets) - 1, np.int64)
    _count(data, offsets, alphabet()[0], found)
    return found


def fill(data: Bytes, offsets: Places, bounds: Places) -> tuple[Hashes, Offsets, Offsets]:
    """Hashes, starts and stops of the words of texts, whose counts add up to ``bounds``.

    >>> forms, starts, stops = fill(*views(pa.array(["Ab аб ab"])), np.array([0, 3]))
    >>> bool(forms[0] == forms[2]), starts.tolist(), stops.tolist()
    (True, [0, 3, 6], [2, 5, 8])
    """
    total = int(bounds[-1])
    forms, starts, stops = np.empty(total, np.uint64), np.empty(total, np.int32), np.empty(total, np.int32)
    odd = np.zeros(len(offsets) - 1, bool)
    _fill((data, offsets, bounds), alphabet(), (forms, starts, stops), odd)
    known: dict[str, int] = {}
    for number in np.flatnonzero(odd).tolist():
        text = bytes(data[offsets[number] : offsets[number + 1]]).decode("utf-8", "replace")
        low, high = bounds[number], bounds[number + 1]
        for place in (low + np.flatnonzero(stops[low:high] < 0)).tolist():
            stops[place] = ~stops[place]
            word = text[starts[place] : stops[place]]
            if word not in known:
                known[word] = _hash(fold(word))
            forms[place] = known[word]
    return forms, starts, stops


def digests(data: Bytes, offsets: Places) -> Hashes:
    """A hash of each text's bytes: equal texts have equal ones.

    >>> one, two, three = digests(*views(pa.array(["Мост", "мост", "Мост"]))).tolist()
    >>> one == three, one == two
    (True, False)
    """
    found = np.empty(len(offsets) - 1, np.uint64)
    _digest(data, offsets, found)
    return found


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _HALVES.sub("\ufffd", text).encode()


def _hash(form: str) -> int:
    value = int(_SEED)
    for letter in form:
        value = (value ^ ord(letter)) * int(_SPREAD) & 0xFFFFFFFFFFFFFFFF
        value ^= value >> 32
    return value


@kernel
def _mix(value: Any, code: Any) -> Any:
    value = (value ^ np.uint64(code)) * _SPREAD
    return value ^ (value >> _HALF)


@kernel
def _info(data: Bytes, at: Any, stop: Any, table: Codes) -> tuple[Any, Any]:
    """What the table says of the code point that starts at a byte (RFC 3629), and the byte after it."""
    first = np.uint32(data[at])
    if first < 0x80:
        return table[first], at + _ONE
    if first < 0xE0:
        if at + _TWO > stop:
            return _NONE, stop
        return table[(first & _LOW5) << _SIX | np.uint32(data[at + _ONE]) & _LOW6], at + _TWO
    size = np.uint64(3) if first < 0xF0 else np.uint64(4)
    if at + size > stop:  # broken off: no letter
        return _NONE, stop
    code = first & np.uint32(15 if first < 0xF0 else 7)
    for k in range(np.uint64(1), size):
        code = code << _SIX | np.uint32(data[at + k]) & _LOW6
    return table[code] if code < TOP else _NONE, at + size


@kernel
def _count(data: Bytes, offsets: Places, table: Codes, found: Places) -> None:
    for number in range(len(found)):
        at, stop = np.uint64(offsets[number]), np.uint64(offsets[number + 1])
        words, before = 0, 0  # 1 after a letter, 2 after a letter and what may join
        while at < stop:
            info, at = _info(data, at, stop, table)
            if info & _LETTER:
                words += before == 0
                before = 1
            else:
                before = 2 if before == 1 and info & _JOIN else 0
        found[number] = words


@kernel
def _fill(
    texts: tuple[Bytes, Places, Places],
    tables: tuple[Codes, Codes],
    out: tuple[Hashes, Offsets, Offsets],
    odd: npt.NDArray[np.bool_],
) -> None:
    """Fills ``out``. A word that the tables cannot fold has ``~stop`` for its stop; its text is ``odd``."""
    (data, offsets, bounds), (table, long), (forms, starts, stops) = texts, tables, out
    for number in range(len(offsets) - 1):
        at, stop, place = np.uint64(offsets[number]), np.uint64(offsets[number + 1]), 0
        word = bounds[number] - 1
        before, begin, end, value, hard = 0, 0, -1, _SEED, np.uint32(0)
        while at < stop:
            info, at = _info(data, at, stop, table)
            if info & _LETTER:
                if before == 0:
                    if end >= 0:
                        forms[word], starts[word], stops[word] = value, begin, ~end if hard else end
                        odd[number] |= hard != 0
                    word += 1
                    begin, value, hard = place, _SEED, np.uint32(0)
                before, end = 1, place + 1
                if not info & _SPECIAL:
                    value = _mix(value, info & _CODE)
                else:
                    hard |= info & _HARD
                    if info & _LONG:
                        for code in long[info & _CODE]:
                            if code:
                                value = _mix(value, code)
                    elif not info & _DROP:
                        value = _mix(value, info & _CODE)
            else:
                before = 2 if before == 1 and info & _JOIN else 0
                if info & _MARK and place == end:
                    end += 1
                    hard |= _HARD
            place += 1
        if end >= 0:
            forms[word], starts[word], stops[word] = value, begin, ~end if hard else end
            odd[number] |= hard != 0


@kernel
def _digest(data: Bytes, offsets: Places, found: Hashes) -> None:
    for number in range(len(found)):
        at, stop = np.uint64(offsets[number]), np.uint64(offsets[number + 1])
        value = _mix(_SEED, stop - at)
        while at + _EIGHT <= stop:
            word = np.uint64(0)
            for k in range(_EIGHT):
                word |= np.uint64(data[at + k]) << np.uint64(_EIGHT * k)
            value = _mix(value, word)
            at += _EIGHT
        while at < stop:
            value = _mix(value, data[at])
            at += _ONE
        found[number] = _mix(value, _ONE)


@kernel
def _copy(data: Bytes, offsets: Places, begins: Places, out: Bytes) -> None:
    """Copies each text to the place in ``out`` at which it shall begin."""
    for number in range(len(begins)):
        at, stop = np.uint64(offsets[number]), np.uint64(offsets[number + 1])
        shift = np.uint64(begins[number]) - at  # modulo 2⁶⁴
        for place in range(at, stop):
            out[place + shift] = data[place]
