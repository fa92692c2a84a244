"""Records of a JSON file of any length, cut out one at a time, byte for byte as they stand there.

A tree of the whole is never built: at most one record and one read block are held. Strings are told
from structure by the rules of RFC 8259; since no string may hold a bare line break, a string that is
never closed ends with its line, so that a damaged record costs the records after it nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Literal

__all__ = ["DEPTH", "Part", "Path", "parts"]

Path = tuple[str, ...]
"""Keys from the root to a value; ``*`` for the elements of an array."""

DEPTH = 16
"""Objects and arrays that are entered in one another; what is deeper is passed over."""

_BLOCK = 1 << 20
_TOKEN = re.compile(rb'"[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+("?)|[{}\[\]]', re.DOTALL)
_INSIDE = re.compile(rb'[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+', re.DOTALL)
_LITERAL = re.compile(rb'[^\s,:"{}\[\]]*+')
_BLANK = re.compile(rb"[\s,:]*+")
_OPENING = re.compile(rb'\n[ \t]+(\{)\s*+"[^"\\\n]{1,60}"')
_KEY = 4096
"""Bytes of the longest key that is looked at."""
_SHOWN = 200

Take = Literal["enter", "value", "pass"]


@dataclass(frozen=True, slots=True)
class Part:
    """Something met on the way through a file."""

    kind: Literal["open", "close", "value", "long", "cut", "stray"]
    """An object or array that is entered, or left; a value; one of more bytes than the limit; one in
    which the file ends; what can stand nowhere."""
    path: Path
    start: int
    """Offset of its first byte in the file."""
    stop: int
    data: bytes = b""
    """Of a ``value`` all of it; of others, where there are any, the first bytes."""


def parts(stream: BinaryIO, take: Callable[[Path], Take], limit: int) -> Iterator[Part]:
    """The parts of a JSON file that ``take`` asks for by their path, in the order of the file.

    ``take`` says of a path whether to enter the object or array there, to give the value, or to pass
    over it; where a scalar stands in place of what is to be entered, it is given as a value. Values
    longer than ``limit`` bytes are passed over and said. Lenient: of commas and colons nothing is
    asked, and whether a value is JSON is for its reader to say.

    >>> import io
    >>> file = io.BytesIO(b'{"about": {"x": 1}, "posts": [{"id": 1}, {"id": 2}')
    >>> choice = {(): "enter", ("posts",): "enter", ("posts", "*"): "value"}
    >>> [(part.kind, part.data) for part in parts(file, lambda path: choice.get(path, "pass"), 100)]
    [('open', b'{'), ('open', b'['), ('value', b'{"id": 1}'), ('value', b'{"id": 2}'), ('cut', b'')]
    """
    reader = _Reader(stream)
    stack: list[_Level] = []
    while sign := reader.next():
        top = stack[-1] if stack else None
        here = reader.base + reader.at
        if sign in b"}]":
            reader.at += 1
            if top is not None and top.closing == sign:
                stack.pop()
                yield Part("close", top.path, here, here + 1)
            else:
                yield Part("stray", top.path if top else (), here, here + 1, sign)
            continue
        if top is not None and top.closing == b"}" and top.key is None:
            part = reader.value("value", top.path, _KEY)
            top.key = _key(part) if sign == b'"' else None
            if top.key is None:
                yield Part("stray", top.path, part.start, part.stop, part.data[:_SHOWN])
            continue
        path: Path = (*top.path, top.key or "*") if top else ()
        if top is not None:
            top.key = None
        wanted = take(path) if len(stack) < DEPTH else "pass"
        if wanted == "enter" and sign in b"{[":
            reader.at += 1
            stack.append(_Level(b"}" if sign == b"{" else b"]", path))
            yield Part("open", path, here, here + 1, sign)
            continue
        part = reader.value(wanted, path, limit)
        if wanted != "pass" or part.kind == "cut":
            yield part
        if part.kind == "cut":
            return
    if stack:
        yield Part("cut", stack[-1].path, reader.base + reader.at, reader.base + reader.at)


@dataclass(slots=True)
class _Level:
    closing: bytes
    path: Path
    key: str | None = None


def _key(part: Part) -> str | None:
    try:
        key = json.loads(part.data)
    except (ValueError, RecursionError):
        return "" if part.kind == "value" else None
    return key if isinstance(key, str) else None


class _Reader:
    """A window on a stream: ``held`` are its bytes from offset ``base``, ``at`` is the next of them."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.held = stream.read(_BLOCK)
        self.base = 0
        self.at = 3 if self.held.startswith(b"\xef\xbb\xbf") else 0

    def more(self, keep: int) -> bool:
        """Read on and forget what stands before ``keep``; False, and nothing forgotten, at the end."""
        block = self._stream.read(_BLOCK)
        if not block:
            return False
        self.held = self.held[keep:] + block
        self.base += keep
        self.at -= keep
        return True

    def next(self) -> bytes:
        """The sign with which the next value, key or end begins; empty at the end of the file."""
        while True:
            self.at = _end(_BLANK, self.held, self.at)
            if self.at < len(self.held):
                return self.held[self.at : self.at + 1]
            if not self.more(len(self.held)):
                return b""

    def value(self, wanted: Take, path: Path, limit: int) -> Part:
        """Pass over the value that begins here; kept whole where it is wanted and not too long."""
        start = self.base + self.at
        self._head = b""
        """First bytes of a value that is not kept."""
        self._long = wanted == "pass"
        ended = self._literal(limit) if self.held[self.at] not in b'"{[' else self._nested(limit)
        stop = self.base + self.at
        data = self._head if self._long else self.held[start - self.base : self.at]
        if self._long or len(data) > limit:
            return Part("long" if ended else "cut", path, start, stop, (self._head or data)[:_SHOWN])
        return Part("value" if ended else "cut", path, start, stop, data if ended else data[:_SHOWN])

    def _literal(self, limit: int) -> bool:
        begin = self.at
        cursor = _end(_LITERAL, self.held, begin)
        while cursor == len(self.held):
            keep = self._keep(begin, cursor, limit)
            if not self.more(keep):
                break
            begin, cursor = begin - keep, cursor - keep
            cursor = _end(_LITERAL, self.held, cursor)
        self.at = cursor
        return True

    def _keep(self, begin: int, cursor: int, limit: int) -> int:
        """From where the window must be kept: the beginning of the value, or only what is not read yet."""
        if not self._long and len(self.held) - begin <= limit:
            return begin
        if not self._head:
            self._head = self.held[begin : begin + _SHOWN]
        self._long = True
        return cursor

    def _nested(self, limit: int) -> bool:
        """Pass over a string, object or array; False where the file ends in it."""
        begin = cursor = self.at
        opening = self._opening(begin)
        depth, inside = 0, False
        while True:
            if inside:
                cursor = _end(_INSIDE, self.held, cursor)
                if len(self.held) - cursor > 1 or self.held[cursor : cursor + 1] in (b'"', b"\n"):
                    cursor += self.held[cursor : cursor + 1] == b'"'
                    inside = False
            if not inside:
                cursor, depth, done = self._scan(cursor, depth, opening)
                if done:
                    self.at = cursor
                    return True
            keep = self._keep(begin, cursor, limit)
            if self._long and not inside and self.held[cursor : cursor + 1] == b'"':
                inside, cursor = True, cursor + 1
                keep = cursor
            if not self.more(keep):
                self.at = len(self.held)
                return False
            begin, cursor = begin - keep, cursor - keep

    def _opening(self, begin: int) -> tuple[bytes, int]:
        """What an object on a line of its own begins with, line break to key, and where the brace is."""
        line = self.held.rfind(b"\n", max(0, begin - 64), begin)
        match = _OPENING.match(self.held, line) if line >= 0 else None
        return (match[0], begin - line) if match and match.start(1) == begin else (b"", 0)

    def _scan(self, cursor: int, depth: int, opening: tuple[bytes, int]) -> tuple[int, int, bool]:
        """Read the window from ``cursor``: where it stopped, how deep, and whether the value ended there."""
        held, size = self.held, len(self.held)
        words, brace = opening
        for match in _TOKEN.finditer(held, cursor):
            at = match.start()
            sign = held[at]
            if sign == 0x22:
                if not match[1] and match.end() >= size - 1:
                    return at, depth, False
                if not depth:
                    return match.end(), depth, True
            elif sign in b"{[":
                if depth and sign == 0x7B and words and held.startswith(words, max(0, at - brace)):
                    # the next record begins as this one did, so this one was never closed
                    return at, depth, True
                depth += 1
            else:
                depth -= 1
                if not depth:
                    return match.end(), depth, True
        return size, depth, False


def _end(pattern: re.Pattern[bytes], held: bytes, at: int) -> int:
    match = pattern.match(held, at)
    return match.end() if match else at
