"""A reader that hangs, dies or eats memory costs its page and nothing else."""

from __future__ import annotations

import pickle
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from letapis.model import Capture, Document
from letapis.read.sandbox import Broken, Sandbox, _Records
from letapis.settings import Settings

READER = """
import os, sys, time
from letapis.read.base import document

SANDBOX = True

def read(capture, payload, limits):
    print("a library's chatter")
    word = payload.decode()
    if word == "hang":
        time.sleep(3600)
    if word == "spin":
        while True:
            pass
    if word == "die":
        os.abort()
    if word == "exit":
        os._exit(3)
    if word == "eat":
        held = []
        while True:
            held.append(bytearray(50_000_000))
    if word == "odd":
        raise SyntaxError("no parser raises this")
    yield document(capture, text=f"read {word} in {os.getpid()}")
"""


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    (tmp_path / "odd_reader.py").write_text(READER)
    about = tmp_path / "odd_reader-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: odd-reader\nVersion: 1\n")
    (about / "entry_points.txt").write_text("[letapis.formats]\nodd = odd_reader\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    made = Sandbox()
    yield made
    made.close()


CAPTURE = Capture("c1", "", "file:a.odd", "text/odd", format="odd")


def test_one_process_reads_page_after_page(sandbox: Sandbox) -> None:
    [first], [second] = (sandbox.read(CAPTURE, word, Settings()) for word in (b"one", b"two"))
    assert isinstance(first, Document) and isinstance(second, Document)
    assert first.text.startswith("read one in ") and second.text.startswith("read two in ")
    assert first.text.split()[-1] == second.text.split()[-1]


@pytest.mark.parametrize(
    ("word", "reason", "detail"),
    [
        (b"hang", "too_slow", "raise page_seconds"),
        (b"spin", "too_slow", "raise page_seconds"),
        (b"die", "reader_died", "SIGABRT"),
        (b"exit", "reader_died", "exit code 3"),
        (b"eat", "too_much_memory", "raise page_memory"),
    ],
)
def test_what_breaks_it_is_said_and_the_next_page_is_read(
    sandbox: Sandbox, word: bytes, reason: str, detail: str
) -> None:
    limits = Settings(page_seconds=2, page_memory=200)
    with pytest.raises(Broken) as caught:
        sandbox.read(CAPTURE, word, limits)
    assert caught.value.reason == reason
    assert detail in caught.value.detail
    [found] = sandbox.read(CAPTURE, b"next", limits)
    assert isinstance(found, Document) and found.text.startswith("read next")


def test_an_error_that_nobody_foresaw_is_set_aside(sandbox: Sandbox) -> None:
    [row] = sandbox.read(CAPTURE, b"odd", Settings())
    assert not isinstance(row, Document)
    assert row.reason == "unreadable" and "SyntaxError" in row.detail


def test_an_orphan_ends_itself(sandbox: Sandbox) -> None:
    """The child has its own alarm, so that it ends even when nobody is left to kill it."""
    sandbox.read(CAPTURE, b"one", Settings())
    child = sandbox._child
    assert child is not None and child.stdin is not None
    child.stdin.close()
    assert child.wait(timeout=30) == 0


def test_a_child_cannot_send_anything_but_records() -> None:
    import io
    import os

    with pytest.raises(pickle.UnpicklingError, match="no record"):
        _Records(io.BytesIO(pickle.dumps(os.system))).load()
    now = time.struct_time(range(9))
    with pytest.raises(pickle.UnpicklingError, match="no record"):
        _Records(io.BytesIO(pickle.dumps(now))).load()
