"""Bytes to text: which encoding they are in, and what was damaged.

Marks at the beginning decide first, then what can only be UTF-8 or UTF-16. Old single-byte
encodings accept any bytes, so they are told by what comes out: Cyrillic text has its vowels and
consonants in known shares, in lower case but for the first letter of a word.
"""

from __future__ import annotations

import codecs
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from letapis.model import Reason

__all__ = ["Decoded", "binary", "decode"]

SAMPLE = 65_536
"""Bytes that are looked at to tell a single-byte encoding."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    b"PK\x03\x04", b"PK\x05\x06", b"%PDF-", b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF87a", b"GIF89a",
    b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"7z\xbc\xaf", b"Rar!\x1a", b"\x7fELF", b"MZ\x90",
    b"\xd0\xcf\x11\xe0", b"ID3", b"OggS", b"fLaC", b"\x00\x00\x01\x00", b"RIFF", b"SQLite format 3\x00",
    b"\x28\xb5\x2f\xfd", b"PAR1", b"\xca\xfe\xba\xbe", b"\x1aE\xdf\xa3", b"wOFF", b"wOF2", b"%!PS",
    b"II*\x00", b"MM\x00*",
)  # fmt: skip

_CYRILLIC = ("cp1251", "koi8-u", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")
"""In the order in which they are preferred where nothing tells them apart."""

_OFTEN = "оеаинтісрвлкмдпуязьыбгчйхжшюцўщэфъїєё"
"""Letters of Russian, Belarusian and Ukrainian news, the commonest first."""

_WEIGHT = {c: math.log(0.11 / (1 + at * 0.6)) for at, c in enumerate(_OFTEN)}
_RARE = math.log(0.0005)
_STUCK = re.compile(r"(?<!\w)[–—№…’“]\w")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A record's text, the encoding it was in, and what could not be read as it was meant."""

    text: str
    """Byte-order marks and line ends are kept: offsets count code points of this."""
    encoding: str
    """As Python names it; ``mixed`` where lines differ."""
    damage: tuple[Reason, ...] = ()
    """Empty where every byte was understood."""


def decode(data: bytes) -> Decoded:
    r"""The text of ``data`` with the encoding it was found to be in. Nothing is raised.

    Bytes that fit nowhere become U+FFFD and are counted in ``damage``. Single-byte encodings are
    told apart by letter statistics, which takes some sixty letters to be sure.

    >>> decode("Мост через реку открыли.".encode("cp1251")).encoding
    'cp1251'
    >>> decode(b"\xef\xbb\xbfBridge\r\n")
    Decoded(text='\ufeffBridge\r\n', encoding='utf-8', damage=())
    >>> decode("Мост".encode() + b"\xd0 open").damage[0].feature
    'replaced'
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name)
    try:
        if (wide := _wide(data)) is None:
            return Decoded(data.decode("utf-8"), "utf-8")
        return _strictly(data, wide)
    except UnicodeDecodeError:
        return _narrow(data)


def _strictly(data: bytes, name: str) -> Decoded:
    """The text in an encoding that is known, with what does not fit replaced."""
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
        return Decoded(text, name, (_replaced(text),))


def _replaced(text: str) -> Reason:
    return Reason("replaced", float(text.count("\ufffd")), "bytes that fit no character, shown as U+FFFD")


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, told by where the high bytes are nought or the Cyrillic page."""
    head = data[: SAMPLE & ~3]
    if len(head) < 8 or len(data) % 2 or (0 not in head[:4096] and not _paged(head)):
        return None
    for name, high, step in (
        ("utf-32-le", 3, 4),
        ("utf-32-be", 0, 4),
        ("utf-16-le", 1, 2),
        ("utf-16-be", 0, 2),
    ):
        if len(data) % step:
            continue
        column = Counter(head[high::step])
        expected = column[0] + (column[4] + column[0x20] if step == 2 else 0)
        if expected >= 0.9 * column.total() and _legible(head, name):
            return name
    return None


def _paged(head: bytes) -> bool:
    return any(head[at::2].count(4) * 2 > len(head) // 2 for at in (0, 1))


def _legible(head: bytes, name: str) -> bool:
    text = head.decode(name, "replace")[:4000]
    letters = sum(c.isalnum() or c.isspace() for c in text)
    return "\ufffd" not in text[:-2] and "\x00" not in text and letters >= 0.6 * len(text)


def _narrow(data: bytes) -> Decoded:
    """No valid UTF-8: an old encoding, UTF-8 with damage, or some lines of each."""
    lines = data.splitlines(keepends=True)
    odd = {at for at, line in enumerate(lines) if not _valid(line)}
    rest = {at for at in odd if _share(lines[at]) < 0.5}
    if len(odd) == len(rest) and not any(
        at not in odd and not line.isascii() for at, line in enumerate(lines)
    ):
        return _strictly(data, _single(data))
    name = _single(b"".join(_some(lines, rest)))
    parts: list[str] = []
    damaged = 0
    for at, line in enumerate(lines):
        parts.append(line.decode(name if at in rest else "utf-8", "replace"))
        damaged += parts[-1].count("\ufffd") if at in odd else 0
    damage = []
    if rest:
        damage.append(Reason("mixed", float(len(rest)), f"lines read as {name} among UTF-8"))
    if damaged:
        damage.append(Reason("replaced", float(damaged), "bytes that fit no character, shown as U+FFFD"))
    return Decoded("".join(parts), "mixed" if rest else "utf-8", tuple(damage))


def _some(lines: Sequence[bytes], chosen: AbstractSet[int]) -> Iterator[bytes]:
    """The chosen lines, as many as make a sample."""
    size = 0
    for at in sorted(chosen):
        yield lines[at][:SAMPLE]
        size += len(lines[at])
        if size > SAMPLE:
            return


def _valid(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _share(line: bytes) -> float:
    """Share of the bytes beyond ASCII that stand in pairs as in UTF-8."""
    high = sum(byte > 127 for byte in line[:SAMPLE])
    return len(_PAIR.findall(line[:SAMPLE])) * 2 / high if high else 1.0


_PAIR = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")


def _single(data: bytes) -> str:
    """The single-byte encoding that makes the likeliest text of ``data``."""
    sample = data[:SAMPLE]
    high = sum(byte > 127 for byte in sample)
    latin = sum(byte < 128 and chr(byte).isalpha() for byte in sample)
    if high * 2 < latin:
        # words of Latin letters with a mark here and there: Cyrillic would be mostly high bytes
        runs = [len(run) for run in re.findall(rb"[\x80-\xff]+", sample)]
        if sum(n for n in runs if n >= 3) * 2 < high:
            return "cp1252" if _fits(sample, "cp1252") else "latin-1"
    return max(_CYRILLIC, key=lambda name: _likely(sample, name))


def _fits(sample: bytes, name: str) -> bool:
    try:
        sample.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _likely(sample: bytes, name: str) -> float:
    """Mean log-probability of what ``sample`` is in ``name``, letter by letter."""
    text = sample.decode(name, "replace")
    total, n = 0.0, 0
    for c, count in Counter(text).items():
        if ord(c) > 127:
            n += count
            low = c.lower()
            total += count * (_WEIGHT.get(low, _RARE) if c.isalpha() else _SIGNS.get(c, _RARE * 1.3))
    shape = 0
    for match in _WORD.finditer(text):
        word = match[0]
        if not (word.islower() or word.istitle() or word.isupper()):
            shape += len(word)
        elif word.isupper() and len(word) > 1:
            shape += 1
    shape += 2 * len(_STUCK.findall(text))
    lone = abs(text.count("„") - text.count("“")) + abs(text.count("«") - text.count("»"))
    return (total - 2.0 * shape - 4.0 * lone) / max(1, n)


_SIGNS = {c: math.log(0.02) for c in "«»—–“”„…№’\u00a0"}


def binary(data: bytes) -> bool:
    r"""Whether ``data`` looks like no text in any encoding: an archive, a picture, a program.

    >>> binary(b"%PDF-1.7 ..."), binary(b"\x00\x01\x02" * 40), binary("Мост".encode("utf-16"))
    (True, True, False)
    """
    head = data[:4096]
    if not head:
        return False
    if head.startswith(_MAGIC):
        return True
    if any(head.startswith(mark) for mark, _ in _MARKS) or _wide(data[: len(data) & ~3][:SAMPLE]):
        return False
    controls = sum(byte < 32 and byte not in b"\t\n\v\f\r\x1b" for byte in head)
    return b"\x00" in head or controls > 0.02 * len(head)
