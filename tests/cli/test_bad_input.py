"""Bad input: a clear message, exit code 1 or a row in set_aside, and the rest goes on."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from letapis.publish.view import View
from letapis.store.chronicle import Chronicle
from tests.sample import BODY, ROWS, write

RUSSIAN = (
    "Паром снова ходит\nПаром между Заречным и Старой Мельницей снова ходит с понедельника. "
    "Об этом сообщила начальница порта. Новый котёл поставили за шесть недель, как и обещали.\n"
)
UKRAINIAN = (
    "Пором знову ходить\nПором між Заріччям і Старим Млином знову ходить із понеділка. "
    "Про це повідомила начальниця порту. Новий котел поставили за шість тижнів, як і обіцяли її люди.\n"
)


def letapis(*words: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "letapis", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


def view(folder: Path) -> View:
    return View(Chronicle.open(folder))


def reasons(folder: Path) -> dict[str, str]:
    return {row["reason"]: row["detail"] for row in view(folder).rows("set_aside")}


def texts(folder: Path) -> list[str]:
    return [row["text"] for row in view(folder).rows("documents")]


def test_an_empty_file_alone(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = letapis("add", tmp_path / "empty.txt", "--to", tmp_path / "c")
    assert done.returncode == 1
    assert "empty.txt has no text in it (0 bytes)" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(reasons(tmp_path / "c")) == ["empty"]


def test_bad_files_among_good_ones(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "empty.txt").write_text(" \r\n\t\n")
    (folder / "bom.txt").write_bytes(b"\xef\xbb\xbf")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 20)
    (folder / "program.txt").write_bytes(b"\x7fELF\x02\x01\x01" + b"\x00" * 500)
    (folder / "deep" / "good.txt").write_text(f"Ferry stops\n{BODY}\n", "utf-8")
    os.mkfifo(folder / "pipe")
    done = letapis("add", folder, tmp_path / "absent", "--to", tmp_path / "c")
    assert done.returncode == 1, "a source was named that is not there"
    assert f"{tmp_path / 'absent'} is neither a file, a folder, an address (http" in done.stderr
    found = [row["reason"] for row in view(tmp_path / "c").rows("set_aside")]
    assert sorted(found) == ["binary", "binary", "empty", "empty", "not_a_file"]
    assert done.stderr.count("set aside, ") == len(found)
    assert len(texts(tmp_path / "c")) == 1
    (folder / "deep" / "none.txt").touch()
    again = letapis("add", folder, "--to", tmp_path / "c")
    assert again.returncode == 0, again.stderr
    assert again.stderr.count("set aside, ") == 1, "only what is new is said"
    assert "none.txt" in again.stderr


def test_no_source_is_there(tmp_path: Path) -> None:
    done = letapis("add", "absent", "a" * 300, "--to", "c", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("name one of these") == 2
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_chronicle_does_not_read_itself(tmp_path: Path) -> None:
    write(tmp_path)
    for _ in range(2):
        done = letapis("add", ".", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert "set aside, " not in done.stderr
        assert len(texts(tmp_path / "letapis.chronicle")) == len(ROWS)
    for words in (["letapis.chronicle"], ["letapis.chronicle", "--to", "letapis.chronicle"]):
        done = letapis("add", *words, "--to", "other", cwd=tmp_path)
        assert done.returncode == 2, done.stderr
        assert "letapis.chronicle is a chronicle, not a source" in done.stderr
    assert not (tmp_path / "other").exists()


def test_a_file_name_that_is_not_utf8(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    try:
        (folder / os.fsdecode(b"caf\xe9.txt")).write_text(f"Ferry stops\n{BODY}\n")
        (folder / os.fsdecode(b"none\xff.txt")).touch()
    except OSError:
        pytest.skip("this file system takes no such name")
    done = letapis("add", folder, "--to", tmp_path / "c")
    assert done.returncode == 0, done.stderr
    assert r"none\xff.txt has no text" in done.stderr
    assert len(texts(tmp_path / "c")) == 1
    assert [row["uri"] for row in view(tmp_path / "c").rows("captures")] == ["file:caf%E9.txt"]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u", "utf-16", "utf-16-be", "utf-8-sig"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "in.txt").write_bytes(UKRAINIAN.encode(encoding))
    assert letapis("add", tmp_path / "in.txt", "--to", tmp_path / "c", "--as", "text").returncode == 0
    (text,) = texts(tmp_path / "c")
    assert "Пором між Заріччям і Старим Млином знову ходить" in text
    assert view(tmp_path / "c").rows("documents")[0]["language"] == "uk"


def test_mixed_and_broken_encodings(tmp_path: Path) -> None:
    whole = RUSSIAN.encode()
    (tmp_path / "mixed.txt").write_bytes(whole + RUSSIAN.encode("cp1251"))
    (tmp_path / "broken.txt").write_bytes(whole[:60] + b"\xff\xfe\x80" + whole[60:])
    for name in ("mixed", "broken"):
        done = letapis("add", tmp_path / f"{name}.txt", "--to", tmp_path / name, "--as", "text")
        assert done.returncode == 0, done.stderr
        assert "damaged_encoding" in reasons(tmp_path / name), "that bytes were mended is said"
    assert "".join(texts(tmp_path / "mixed")).count("Новый котёл поставили") == 2
    assert "Новый котёл поставили" in "".join(texts(tmp_path / "broken"))


def test_a_bad_line_in_the_middle(tmp_path: Path) -> None:
    good = [json.dumps(row).encode() for row in ROWS]
    bad = [b'{"id": "x", "text": "cut', b"[1, 2]", b'"words"', b'{"id": 7, "title": "no text"}', b"\x00\x00",
           b'{"text": "Surrogate \\ud800 inside a text of some words."}', b"[" * 5000,
           json.dumps({"id": "d", "text": BODY, "published": "last Tuesday"}).encode()]  # fmt: skip
    (tmp_path / "rows.jsonl").write_bytes(b"\n".join([good[0], *bad, *good[1:], b""]))
    done = letapis("add", tmp_path / "rows.jsonl", "--to", tmp_path / "c")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    found = [row["reason"] for row in view(tmp_path / "c").rows("set_aside")]
    assert sorted(found) == ["bad_date", "bad_json", "bad_json", "bad_row", "bad_row", "bad_row"]
    assert len(texts(tmp_path / "c")) == len(ROWS) + 2
    assert any("#line=2" in row["detail"] for row in view(tmp_path / "c").rows("set_aside"))


def test_a_line_that_never_ends(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as stream:
        stream.write(f"Ferry stops\n{BODY}\n\n".encode())
        for _ in range(300):
            stream.write(b"a" * 1024 * 1024)
        stream.write(f"\n\nLibrary opens\n{ROWS[3]['text']}\n".encode())

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (1024 * 1024 * 1024, 1024 * 1024 * 1024))

    done = letapis("add", path, "--to", tmp_path / "c", "--workers", 1, preexec_fn=limited)
    assert done.returncode == 0, done.stderr
    assert "line 4" in reasons(tmp_path / "c")["line_too_long"]
    words = " ".join(texts(tmp_path / "c"))
    assert "boiler" in words, "what stands before it was read"
    assert "reading room" in words, "what stands after it was read"


def without_privilege() -> None:
    """In a child about to start: root keeps its name, and loses the right to read what is shut.

    Changing to another user would not do: that user need not be able to read the interpreter.
    """
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        held, drop = 23, 24  # PR_CAPBSET_READ, PR_CAPBSET_DROP
        override, search = 1, 2  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        for capability in (override, search):
            if libc.prctl(held, capability, 0, 0, 0) == 1 and libc.prctl(drop, capability, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "prctl")


def test_a_folder_without_read_permission(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    shut, secret = folder / "shut", folder / "secret.txt"
    shut.mkdir(parents=True)
    (shut / "a.txt").write_text("Words that nobody reads.")
    secret.write_text("Words that nobody reads.")
    (folder / "good.txt").write_text(f"Ferry stops\n{BODY}\n")
    shut.chmod(0)
    secret.chmod(0)
    try:
        done = letapis("add", folder, "--to", tmp_path / "c", preexec_fn=without_privilege)
    finally:
        shut.chmod(0o700)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    rows = view(tmp_path / "c").rows("set_aside")
    assert [row["reason"] for row in rows] == ["unreadable", "unreadable"]
    details = sorted(row["detail"] for row in rows)
    assert f"{secret}: Permission denied" in details[0]
    assert f"{shut}: Permission denied" in details[1]
    assert len(texts(tmp_path / "c")) == 1


def test_a_full_disk(tmp_path: Path) -> None:
    """A limit on the size of any file stands in for a disk without room."""
    source = write(tmp_path, [ROWS[0] | {"text": os.urandom(300_000).hex(), "id": 1}, *ROWS])

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    full = letapis("add", source, "--to", tmp_path / "c", preexec_fn=limited)
    assert full.returncode == 1
    assert "no room was left to write" in full.stderr
    assert "Traceback" not in full.stderr
    again = letapis("add", source, "--to", tmp_path / "c")
    assert again.returncode == 0, again.stderr
    assert len(texts(tmp_path / "c")) == len(ROWS) + 1


def test_a_newer_chronicle(tmp_path: Path) -> None:
    assert letapis("add", write(tmp_path), "--to", tmp_path / "c").returncode == 0
    (tmp_path / "c" / "letapis.toml").write_text('[chronicle]\nformat = 7\ncreated_by = "letapis 7.0"\n')
    for words in (["show"], ["add", tmp_path / "rows.jsonl"], ["restore", "Rechnik"]):
        done = letapis(*words, "-c", tmp_path / "c")
        assert done.returncode == 1
        assert "format 7" in done.stderr
        assert "Install a newer Letapis" in done.stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["show", "-c", "nowhere"], 1, "does not exist"),
        (["restore", "nobody.example", "-c", "{c}"], 1, "it knows of"),
        (["show", "zzzz", "-c", "{c}"], 1, "no document"),
        (["report", "zzzz", "-c", "{c}"], 1, "no report"),
        (["export", "papyrus", "-c", "{c}", "--to", "{c}/x"], 2, "there are restored, tables"),
        (["add", "x", "--as", "papyrus", "--to", "{c}"], 2, "no such format or source; there are"),
        (["add"], 2, "SOURCES"),
        (["frobnicate"], 2, "No such command"),
        (["show", "--format", "xml"], 2, "'table', 'jsonl', 'csv'"),
    ],
)
def test_wrong_commands(tmp_path: Path, words: list[str], code: int, said: str) -> None:
    assert letapis("add", write(tmp_path), "--to", tmp_path / "c").returncode == 0
    done = letapis(*[word.format(c=tmp_path / "c") for word in words], cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    assert letapis("add", write(folder), "--to", folder / "c").returncode == 0
    return folder / "c"


def junk(folder: Path, pattern: str) -> None:
    for path in folder.glob(pattern):
        path.write_bytes(b"junk")


def remove(folder: Path, pattern: str) -> None:
    for path in folder.glob(pattern):
        path.unlink()


@pytest.mark.parametrize("damage", [junk, remove])
@pytest.mark.parametrize("what", ["*.parquet", "_delta_log/*.json"])
def test_a_damaged_table(made: Path, tmp_path: Path, damage: Any, what: str) -> None:
    folder = shutil.copytree(made, tmp_path / "c")
    damage(folder, f"tables/documents/{what}")
    done = letapis("show", "-c", folder)
    assert done.returncode == 1
    assert "the table documents is damaged" in done.stderr
    assert "letapis build --all" in done.stderr
    assert "Traceback" not in done.stderr
    shutil.rmtree(folder / "tables" / "documents")
    assert letapis("build", "--all", "-c", folder).returncode == 0
    assert texts(folder) == texts(made)


def test_a_damaged_table_of_captures(made: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(made, tmp_path / "c")
    junk(folder, "tables/captures/*.parquet")
    done = letapis("add", folder.parent, "-c", folder)
    assert done.returncode == 1
    assert "the table captures is damaged" in done.stderr
    assert "build --all" not in done.stderr


@pytest.mark.parametrize(
    ("path", "text", "code", "said"),
    [
        ("desk.sqlite", "junk" * 300, 1, "desk.sqlite cannot be used"),
        ("letapis.toml", '[chronicle]\nformat = "x"\n', 2, "letapis.toml: its format is 'x'"),
        ("letapis.toml", "[chronicle", 2, "letapis.toml is not TOML"),
    ],
)
def test_damaged_files(made: Path, tmp_path: Path, path: str, text: str, code: int, said: str) -> None:
    folder = shutil.copytree(made, tmp_path / "c")
    (folder / path).write_text(text)
    done = letapis("show", "-c", folder)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_places_that_cannot_be_written_to(made: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    shut = tmp_path / "shut"
    shut.mkdir()
    shut.chmod(0o500)
    for target in (file, file / "c", shut / "c", tmp_path / ("a" * 300)):
        for words in (
            ["add", write(tmp_path), "--to", target],
            ["export", "tables", "-c", made, "--to", target],
        ):
            done = letapis(*words, preexec_fn=without_privilege)
            assert done.returncode == 1, (words, done.stderr)
            assert done.stderr.startswith("letapis: ")
            assert "Traceback" not in done.stderr


def test_a_chronicle_that_can_only_be_read(made: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(made, tmp_path / "c")
    doc_id = view(folder).rows("documents")[0]["doc_id"]
    assert letapis("withhold", doc_id, "-c", folder, "--reason", "asked for").returncode == 0
    everything = [folder, *folder.rglob("*")]
    for path in everything:
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        done = letapis("show", "-c", folder, preexec_fn=without_privilege)
        told = letapis("withhold", "-c", folder, preexec_fn=without_privilege)
        write_to = letapis(
            "withhold", "name:Alena", "-c", folder, "--reason", "x", preexec_fn=without_privilege
        )
    finally:
        for path in everything:
            path.chmod(0o700)
    assert done.returncode == 0, done.stderr
    assert "(withheld)" in done.stdout
    assert told.returncode == 0, told.stderr
    assert "asked for" in told.stdout
    assert write_to.returncode == 1
    assert "Traceback" not in write_to.stderr


def test_standard_input_that_is_closed(tmp_path: Path) -> None:
    done = letapis("add", "-", "--to", tmp_path / "c", preexec_fn=lambda: os.close(0))
    assert done.returncode == 1
    assert "standard input is closed" in done.stderr
    assert not (tmp_path / "c").exists()


def test_outputs_that_are_closed(made: Path) -> None:
    assert letapis("show", "-c", made, preexec_fn=lambda: os.close(1)).returncode == 0
    assert letapis("show", "zz", "-c", made, preexec_fn=lambda: os.closerange(1, 3)).returncode == 1


def test_a_terminal_without_our_letters(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(RUSSIAN, "utf-8")
    plain = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = letapis("add", tmp_path / "in.txt", "--to", tmp_path / "c", env=plain)
    assert done.returncode == 0, done.stderr
    done = letapis("show", "-c", tmp_path / "c", env=plain)
    assert done.returncode == 0, done.stderr
    assert "\\u041f" in done.stdout


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def test_nothing_that_is_shown_steers_the_terminal(tmp_path: Path) -> None:
    bad = "\x1b]0;x\x07\x9b2J\u202e\u2066"
    row = {"id": f"i{bad}", "url": f"https://a.example/{bad}", "outlet": f"Rech{bad}nik",
           "title": f"Ferry{bad}\nstops", "author": f"A{bad}", "published": f"never{bad}",
           "text": f"{BODY}\nRead also: {bad} the bridge"}  # fmt: skip
    head = f"<html><head><title>A{bad}</title></head>"
    page = f"{head}<body><p>{BODY}</p><a href='/x{bad}'>a{bad}</a></body></html>"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "rows.jsonl").write_text(json.dumps(row))
    (tmp_path / "in" / "page.html").write_text(page, "utf-8")
    assert letapis("add", tmp_path / "in", "--to", tmp_path / "c").returncode == 0
    kept = list(strings([view(tmp_path / "c").rows(table) for table in ("documents", "set_aside")]))
    printed = [letapis("show", "-c", tmp_path / "c").stdout]
    for found in view(tmp_path / "c").rows("documents"):
        show = ("show", found["doc_id"], "-c", tmp_path / "c")
        printed += [letapis(*show).stdout, letapis(*show, "--raw").stdout]
    for sign in ("\x1b", "\x07", "\x9b", "\u202e", "\u2066"):
        assert not any(sign in text for text in printed), ascii(sign)
        assert not any(sign in text for text in kept), ascii(sign)
