r"""JSON whose strings know where they stand, so that a text read from one leads back to the record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from letapis.model import Anchor

__all__ = ["BadJSON", "Said", "anchors", "number", "said", "values"]

_STRING = re.compile(r'"((?:[^"\\]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+)"')
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_NUMBER = re.compile(r"-?\d++(\.\d++)?+([eE][+-]?\d++)?+")
_BLANK = re.compile(r"[ \t\r\n]*+")
_NAMES = {"true": True, "false": False, "null": None}
_SIGNS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_DIGITS = 300
"""A number of more digits than this is nobody's, and is read as null."""


class BadJSON(ValueError):
    """A record that is no JSON, or is nested too deep."""


class Said(str):
    """A string of a JSON record, with the place of its first character in the record."""

    __slots__ = ("escaped", "start")
    start: int
    escaped: str
    """As it is written there, without the quotation marks."""


def values(record: str, depth: int = 400) -> Any:
    r"""The value that ``record`` is: dicts, lists, :class:`Said` strings, numbers, booleans, None.

    Strict but for control characters in strings and the size of numbers; half a surrogate pair becomes
    U+FFFD; of two keys that are alike the last holds. Raises :class:`BadJSON` for what is no JSON, or
    is deeper than ``depth``.

    >>> found = values('{"text": "Shut\\ntill May"}')
    >>> found["text"], found["text"].start
    ('Shut\ntill May', 10)
    """
    at = _blank(record, 1 if record.startswith("\ufeff") else 0)
    root: list[Any] = []
    stack: list[tuple[Any, Said | None]] = [(root, None)]
    while True:
        at, value, opened = _value(record, at)
        top, key = stack[-1]
        if key is None:
            top.append(value)
        else:
            top[key] = value
        if opened:
            if len(stack) > depth:
                raise BadJSON(f"nested deeper than {depth} at character {at}")
            closing = "}" if isinstance(value, dict) else "]"
            at = _blank(record, at)
            if not record.startswith(closing, at):
                at, key = _key(record, at, value)
                stack.append((value, key))
                continue
            at += 1
        at = _blank(record, at)
        while len(stack) > 1 and record[at : at + 1] in ("}", "]"):
            if record[at] != ("}" if isinstance(stack[-1][0], dict) else "]"):
                raise BadJSON(f"{record[at]!r} at character {at} closes nothing")
            stack.pop()
            at = _blank(record, at + 1)
        if len(stack) == 1:
            break
        if not record.startswith(",", at):
            raise BadJSON(f"a comma is wanted at character {at}; there is {record[at : at + 20]!r}")
        at, key = _key(record, _blank(record, at + 1), stack[-1][0])
        stack[-1] = (stack[-1][0], key)
    if at < len(record):
        raise BadJSON(f"more follows at character {at}: {record[at : at + 20]!r}")
    return root[0]


def _blank(record: str, at: int) -> int:
    match = _BLANK.match(record, at)
    return match.end() if match else at


def _key(record: str, at: int, holder: Any) -> tuple[int, Said | None]:
    """The key at ``at``, with its colon, where ``holder`` is an object."""
    if not isinstance(holder, dict):
        return at, None
    match = _STRING.match(record, at)
    colon = _blank(record, match.end()) if match else at
    if match is None or not record.startswith(":", colon):
        raise BadJSON(f"a key is wanted at character {at}; there is {record[at : at + 20]!r}")
    return _blank(record, colon + 1), _said(match)


def _value(record: str, at: int) -> tuple[int, Any, bool]:
    """Where the value at ``at`` ends, the value, and whether it is an object or array just opened."""
    sign = record[at : at + 1]
    if sign in ("{", "["):
        return at + 1, {} if sign == "{" else [], True
    if match := _STRING.match(record, at):
        return match.end(), _said(match), False
    if match := _NUMBER.match(record, at):
        return match.end(), _numeral(match), False
    for name, value in _NAMES.items():
        if record.startswith(name, at):
            return at + len(name), value, False
    raise BadJSON(f"no value at character {at}: {record[at : at + 20]!r}")


def _numeral(match: re.Match[str]) -> int | float | None:
    if match.end() - match.start() > _DIGITS:
        return None
    return float(match[0]) if match[1] or match[2] else int(match[0])


def _said(match: re.Match[str]) -> Said:
    escaped = match[1]
    text = escaped
    if "\\" in escaped:
        text = _ESCAPE.sub(
            lambda one: chr(int(one[1], 16)) if one[1] else _SIGNS.get(one[2], one[2]), escaped
        )
    if not text.isascii():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    made = Said(text)
    made.start, made.escaped = match.start(1), escaped
    return made


def _sign(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else _SIGNS.get(match[2], match[2])


def anchors(text: Said) -> tuple[Anchor, ...]:
    r"""Where the characters of ``text`` stand in the record: the stretches written without an escape.

    >>> [(one.start, one.stop, one.raw_start) for one in anchors(values('"Shut\\ntill May"'))]
    [(0, 4, 1), (5, 13, 7)]
    """
    found: list[Anchor] = []
    at = raw = 0
    pending = False
    for match in _ESCAPE.finditer(text.escaped):
        if match.start() > raw:
            size = match.start() - raw
            found.append(Anchor(at, at + size, text.start + raw, text.start + match.start()))
            at, pending = at + size, False
        unit = int(match[1], 16) if match[1] else 0
        # the second half of a pair is no character of its own
        paired = pending and 0xDC00 <= unit < 0xE000
        at += not paired
        pending = 0xD800 <= unit < 0xDC00
        raw = match.end()
    if raw < len(text.escaped):
        size = len(text.escaped) - raw
        found.append(Anchor(at, at + size, text.start + raw, text.start + raw + size))
    return tuple(found)


def said(row: Any, *keys: str) -> str:
    """The first of ``keys`` that holds words in ``row``; numbers count as words; else nothing.

    >>> said({"id": 7, "name": " "}, "name", "id"), said(None, "id")
    ('7', '')
    """
    if isinstance(row, Mapping):
        for key in keys:
            value = row.get(key)
            if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
                return value if isinstance(value, Said) else str(value)
    return ""


def number(value: Any) -> int | None:
    """A whole number that was given as one, or in digits; else None.

    >>> number("17"), number(17.5), number("x"), number(True)
    (17, None, None, None)
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return int(value)
    if isinstance(value, str) and len(value) <= 20 and value.strip().lstrip("-").isdecimal():
        try:
            return int(value)
        except ValueError:
            return None
    return None
