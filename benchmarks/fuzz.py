"""Feeds every reader and every container damaged files for a time, and keeps what fails on them.

What is found is made as small as it still fails and written to ``tests/fixtures/broken/found/``, where
``tests/contract`` reads it again at every run. Files are whole ones of the formats with bytes, words and
pieces changed; chosen by a seed, so that a run can be repeated.
"""

from __future__ import annotations

import hashlib
import random
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.run import Figures
from letapis import plugins
from letapis.collect.base import Options
from letapis.model import SetAside
from letapis.settings import Settings

__all__ = ["Found", "fuzz", "mutated", "smaller"]

FOUND = Path("tests/fixtures/broken/found")
LIMITS = Settings(page_seconds=20, page_memory=600, slice_bytes=1 << 20)
_BROKEN = frozenset({"unreadable", "reader_died", "too_slow", "too_much_memory"})
_SLOW = 3.0
"""Seconds of CPU that a file of at most 64 KiB may take."""
_LARGEST = 64 * 1024
_TRIES = 300
"""Attempts to make what was found smaller."""
WORDS = (
    b"<",
    b">",
    b"</",
    b"/>",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"]]>",
    b"<!DOCTYPE html [",
    b"<?xml ",
    b"?>",
    b"&",
    b"&amp;",
    b"&#x110000;",
    b"&#0;",
    b"&#55296;",
    b"<p>",
    b"</p>",
    b"<div class=share>",
    b"<br>",
    b"<a href=",
    b"<script>",
    b"</script>",
    b"<style>",
    b"<title>",
    b"<item>",
    b"</item>",
    b"<entry>",
    b"<template>",
    b"<svg>",
    b"<table>",
    b"<td>",
    b"<time datetime=",
    b"<meta property=og:title content=",
    b"<html>",
    b"<body>",
    b"</body>",
    b"<base href=",
    b"<plaintext>",
    b"<script type=application/ld+json>",
    b"charset=",
    b"utf-16",
    b"koi8-r",
    b'"',
    b"'",
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b",",
    b"null",
    b"true",
    b"-1",
    b"1e999",
    b"NaN",
    b"9" * 400,
    b'{"":',
    b'"text":',
    b'"type":',
    b'"messages":',
    b'"posts":',
    b'"id":',
    b'"date_unixtime":',
    b'"public_channel"',
    b"\\ud800",
    b"\\u0000",
    b"\\",
    b"\x00",
    b"\xff",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xae",
    b"\xcc\x81",
    b"\r\n",
    b"\r",
    b"\n\n",
    b"\xe2\x80\xa8",
    b"\x85",
    b"\t",
    b" ",
    b"\x1b[2J",
    b"WARC/1.1\r\n",
    b"HTTP/1.1 200 OK\r\n",
    b"Content-Length: 99999999999\r\n",
    b"WARC-Type: revisit\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"0\r\n\r\n",
    b"Content-Encoding: gzip\r\n",
    b"PK\x03\x04",
    b"PK\x01\x02",
    b"PK\x05\x06",
    b"\x1f\x8b\x08",
    b"0001-01-01",
    b"9999-12-31T23:59:60+14:00",
    b"31 February 2021",
    b"https://",
    b"http://[::1",
    b"../",
    b"//",
    b"javascript:",
)


@dataclass(slots=True)
class Found:
    """What failed: on whom, how, and the smallest file that does it."""

    target: str
    what: str
    payload: bytes
    path: Path | None = None


@dataclass(slots=True)
class _Run:
    runs: Counter[str] = field(default_factory=Counter)
    found: dict[tuple[str, str], Found] = field(default_factory=dict)
    slow: list[str] = field(default_factory=list)


def fuzz(seconds: float, seed: int = 0, only: str = "", folder: Path = FOUND) -> Figures:
    """How many files were tried and how many kinds of failure were found, in ``seconds`` of time.

    ``only`` names one reader, or one container as ``in_zip``.
    """
    chance, run = random.Random(seed), _Run()
    targets = [name for name in _targets() if only in ("", name)]
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        target = chance.choice(targets)
        payload = mutated(_whole(target), chance, _whole(chance.choice(targets)))[:_LARGEST]
        began = time.process_time()
        what = failure(target, payload)
        took = time.process_time() - began
        run.runs[target] += 1
        if took > _SLOW:
            run.slow.append(f"{target}: {took:.1f} s for {len(payload):,} bytes")
            _keep(folder.with_name("slow"), Found(target, "slow", payload))
        if what and (target, what) not in run.found:
            run.found[target, what] = found = Found(target, what, _smallest(target, what, payload, until))
            _keep(folder, found)
            print(f"{target}: {what} ({len(found.payload):,} bytes, {found.path})", flush=True)
    return {
        "files": run.runs.total(),
        **{f"files, {name}": number for name, number in sorted(run.runs.items())},
        "kinds of failure": len(run.found),
        "files that took long": len(run.slow),
    }


def failure(target: str, payload: bytes) -> str:
    """How a target fails on a file, in words that are the same for the same fault; empty where it holds."""
    from tests.contract import checks
    from tests.fixtures.broken import good

    try:
        if target.startswith("in_"):
            name, _ = good.containers()[target.removeprefix("in_")]
            items = checks.records(name, payload, Options(LIMITS, format=target.removeprefix("in_")))
            said: list[object] = list(items)
            for one in checks.collected(items)[:3]:
                said += checks.opened(one.capture, one.payload, LIMITS)
        else:
            said = list(checks.taken(target, payload, LIMITS))
    except Exception as error:  # whatever it is, it is what we are after
        frames = traceback.extract_tb(error.__traceback__)
        return f"{type(error).__name__} at {Path(frames[-1].filename).name}:{frames[-1].lineno}"
    for item in said:
        if isinstance(item, SetAside) and item.reason in _BROKEN:
            return f"{item.reason} {item.detail.partition(': ')[2].partition(':')[0][:60]}"
    if not said and payload.strip(b"\x00 \t\r\n\v\f\xef\xbb\xbf\xff\xfe") and target != "asset":
        return "silent"
    return ""


def mutated(data: bytes, chance: random.Random, other: bytes = b"") -> bytes:
    """``data`` with one to eight changes.

    >>> mutated(b"whole", random.Random(1)) == mutated(b"whole", random.Random(1))
    True
    """
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        data = chance.choice(_CHANGES)(data, chance, other)
    return data


def _place(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 1, 2, 4, 16, 64, 400, 3000)))


def _cut(data: bytes, chance: random.Random, other: bytes) -> bytes:
    start, stop = _place(data, chance)
    return data[:start] + data[stop:]


def _end(data: bytes, chance: random.Random, other: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _again(data: bytes, chance: random.Random, other: bytes) -> bytes:
    start, stop = _place(data, chance)
    times = chance.choice((2, 3, 10, 100, 1000))
    return data[:start] + (data[start:stop] * times)[:20_000] + data[stop:]


def _flip(data: bytes, chance: random.Random, other: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _word(data: bytes, chance: random.Random, other: bytes) -> bytes:
    start, stop = _place(data, chance)
    word = chance.choice(WORDS) * chance.choice((1, 1, 1, 2, 50))
    return data[:start] + word + data[chance.choice((start, stop)) :]


def _swap(data: bytes, chance: random.Random, other: bytes) -> bytes:
    (a, b), (c, d) = sorted((_place(data, chance), _place(data, chance)))
    return data[:a] + data[c:d] + data[min(b, c) : c] + data[a : min(b, c)] + data[d:]


def _splice(data: bytes, chance: random.Random, other: bytes) -> bytes:
    start, stop = _place(other, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[start:stop] + data[at:]


def _number(data: bytes, chance: random.Random, other: bytes) -> bytes:
    digits = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    if not digits:
        return data
    at = chance.choice(digits)
    return (
        data[:at] + chance.choice((b"-1", b"0", b"99999999999999999999", b"1.5", b"", b"00")) + data[at + 1 :]
    )


_Change = Callable[[bytes, random.Random, bytes], bytes]
_CHANGES: tuple[_Change, ...] = (
    _cut,
    _end,
    _again,
    _flip,
    _flip,
    _word,
    _word,
    _word,
    _swap,
    _splice,
    _number,
)


def _targets() -> list[str]:
    from tests.fixtures.broken import good

    readers = plugins.names("letapis.read.formats", "formats")
    holders = plugins.names("letapis.collect.containers", "containers")
    return [
        *(name for name in readers if name in good.formats()),
        *(f"in_{name}" for name in holders if name in good.containers()),
    ]


def _whole(target: str) -> bytes:
    from tests.fixtures.broken import good

    if target.startswith("in_"):
        return good.containers()[target.removeprefix("in_")][1]
    return good.formats()[target]


def smaller(payload: bytes, fails: Callable[[bytes], bool], tries: int = _TRIES) -> bytes:
    """The smallest part of ``payload`` that still ``fails``, as far as ``tries`` attempts go.

    After A. Zeller and R. Hildebrandt, "Simplifying and isolating failure-inducing input" (2002).

    >>> smaller(b"much that does no harm, x, and more", lambda part: b"x" in part)
    b'x'
    """
    size = max(1, len(payload) // 2)
    while size and tries:
        at, shrunk = 0, False
        while at < len(payload) and tries:
            tries -= 1
            part = payload[:at] + payload[at + size :]
            if fails(part):
                payload, shrunk = part, True
            else:
                at += size
        if not shrunk or size > len(payload):
            size = min(size // 2, max(1, len(payload) // 2)) if size > 1 else 0
    return payload


def _smallest(target: str, what: str, payload: bytes, until: float) -> bytes:
    slow = what.startswith(("too_slow", "too_much"))  # each attempt takes as long as that
    return (
        payload
        if slow
        else smaller(payload, lambda part: time.monotonic() < until and failure(target, part) == what)
    )


def _keep(folder: Path, found: Found) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{found.target}-{hashlib.sha256(found.payload).hexdigest()[:8]}.bin"
    found.path = folder / name
    found.path.write_bytes(found.payload)
