"""What a file is taken for."""

from __future__ import annotations

import importlib
from collections import Counter

import pytest

from letapis import plugins
from letapis.collect.sniff import Kind, kind

FORMATS = plugins.names("letapis.read.formats", "formats")
ROW = b'{"id": 1, "text": "The bridge is shut."}\n'


@pytest.mark.parametrize(
    ("name", "head", "reader"),
    [
        ("a.txt", b"Bridge shut\nIt is shut.", "heap"),
        ("A.TXT", b"Bridge shut\nIt is shut.", "heap"),
        ("a", b"Bridge shut\nIt is shut.", "heap"),
        ("a.strange", b"Bridge shut\nIt is shut.", "heap"),
        ("a.html", b"<p>Bridge shut", "html"),
        ("a.txt", b"\xef\xbb\xbf<!DOCTYPE html>", "html"),
        ("a.jsonl", b"no row at all", "jsonl"),
        ("a.txt", ROW, "jsonl"),
        ("a.jsonl", b"\x00" * 90 + ROW, "jsonl"),
    ],
)
def test_a_file_is_known_by_its_bytes_and_its_name(name: str, head: bytes, reader: str) -> None:
    found = kind(name, head)
    assert found is not None
    assert found.reader == reader


@pytest.mark.parametrize("name", ["a.jpg", "a.txt", "a.html", "a.jsonl", "a"])
def test_what_is_no_text_is_not_read(name: str) -> None:
    assert kind(name, b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256))) is None


def test_a_reader_that_is_asked_for_is_believed() -> None:
    assert kind("a.jpg", b"\xff\xd8\xff", "text") == Kind("text", "text/plain")
    assert kind("a.jpg", b"\xff\xd8\xff", "unheard") == Kind("unheard", "application/octet-stream")


def test_formats_say_what_is_theirs_and_nothing_is_claimed_twice() -> None:
    parts = [importlib.import_module(f"letapis.read.formats.{name}") for name in FORMATS]
    endings = [ending for part in parts for ending in getattr(part, "ENDINGS", ())]
    assert not [ending for ending, count in Counter(endings).items() if count > 1]
    assert all(ending == ending.lower() and ending.startswith(".") for ending in endings)
    assert all("/" in part.MEDIA_TYPE for part in parts)
