"""Captures, tables and the desk."""

from __future__ import annotations

import gzip
import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from warcio.archiveiterator import ArchiveIterator

from letapis import tables
from letapis.collect.base import received
from letapis.errors import Locked, NewerChronicle, NotAChronicle, StoreError
from letapis.model import Capture, SetAside
from letapis.store.captures import Archive
from letapis.store.chronicle import Chronicle


def some(*payloads: bytes) -> list:
    date = datetime(2024, 5, 1, tzinfo=UTC)
    return [
        received(data, f"file:{i}.txt", "text/plain", "text", via="folder", date=date)
        for i, data in enumerate(payloads)
    ]


def test_payloads_come_back_byte_for_byte(tmp_path: Path) -> None:
    payloads = [b"one\r\n\r\n", bytes(range(256)), "Рака\n".encode(), b"x" * 100_000]
    archive = Archive(tmp_path)
    placed = archive.write(some(*payloads))
    assert [archive(c.file, c.offset) for c in placed] == payloads
    assert len({c.file for c in placed}) == 1


def test_each_record_is_one_gzip_member_that_another_reader_reads(tmp_path: Path) -> None:
    placed = Archive(tmp_path).write(some(b"first", b"second"))
    data = (tmp_path / placed[0].file).read_bytes()
    for capture in placed:
        member = gzip.decompress(data[capture.offset : capture.offset + capture.length])
        assert member.startswith(b"WARC/1.1\r\n")
    with (tmp_path / placed[0].file).open("rb") as stream:
        read = [
            (r.rec_headers["WARC-Target-URI"], r.content_stream().read()) for r in ArchiveIterator(stream)
        ]
    assert read == [("file:0.txt", b"first"), ("file:1.txt", b"second")]


def test_the_same_captures_give_the_same_file(tmp_path: Path) -> None:
    one, two = Archive(tmp_path / "a"), Archive(tmp_path / "b")
    one.folder.mkdir()
    two.folder.mkdir()
    first, second = one.write(some(b"a", b"b")), two.write(some(b"a", b"b"))
    assert first == second
    assert (one.folder / first[0].file).read_bytes() == (two.folder / second[0].file).read_bytes()


def test_a_damaged_member_is_an_error_that_names_its_place(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    placed = archive.write(some(b"a" * 1000))
    path = tmp_path / placed[0].file
    path.write_bytes(path.read_bytes()[:20])
    with pytest.raises(StoreError, match=placed[0].file):
        archive(placed[0].file, placed[0].offset)


def test_capture_ids_depend_on_bytes_and_address_alone() -> None:
    (one,) = some(b"a")
    assert one.capture.payload_sha256 == hashlib.sha256(b"a").hexdigest()
    again = received(b"a", "file:0.txt", "text/html", "html", via="elsewhere")
    assert again.capture.capture_id == one.capture.capture_id
    other = received(b"a", "file:1.txt", "text/plain", "text", via="folder")
    assert other.capture.capture_id != one.capture.capture_id


def table(*details: str) -> pa.Table:
    rows = [SetAside(None, None, "test@1", "why", detail) for detail in details]
    return pa.Table.from_batches([tables.batch(rows, SetAside)])


def test_tables_append_replace_and_keep_the_past(tmp_path: Path) -> None:
    store = Chronicle.create(tmp_path / "c").tables
    assert store.version("set_aside") == -1
    assert store.read("set_aside").num_rows == 0
    store.append("set_aside", table("a", "b"))
    store.append("set_aside", table("c"))
    assert sorted(store.read("set_aside")["detail"].to_pylist()) == ["a", "b", "c"]
    store.replace("set_aside", table("d"))
    assert store.read("set_aside")["detail"].to_pylist() == ["d"]
    assert sorted(store.read("set_aside", 1)["detail"].to_pylist()) == ["a", "b", "c"]
    assert store.version("set_aside") == 2


def test_no_rows_make_no_commit(tmp_path: Path) -> None:
    store = Chronicle.create(tmp_path / "c").tables
    store.append("set_aside", table())
    assert store.version("set_aside") == -1


def test_a_table_that_lacks_a_newer_column_still_opens(tmp_path: Path) -> None:
    store = Chronicle.create(tmp_path / "c").tables
    store.append("captures", pa.table({"capture_id": ["x"], "uri": ["file:x"]}))
    row = store.read("captures").to_pylist()[0]
    assert (row["capture_id"], row["uri"], row["media_type"]) == ("x", "file:x", None)
    assert list(row) == list(tables.schema(Capture).names)


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(NotAChronicle, match="holds other things"):
        Chronicle.create(tmp_path)
    with pytest.raises(NotAChronicle, match="letapis add"):
        Chronicle.open(tmp_path / "absent")
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_newer_chronicle_is_refused(tmp_path: Path) -> None:
    folder = Chronicle.create(tmp_path / "c").folder
    (folder / "letapis.toml").write_text('[chronicle]\nformat = 99\ncreated_by = "letapis 9.9"\n')
    with pytest.raises(NewerChronicle, match=r"format 99 .* letapis 9\.9"):
        Chronicle.open(folder)


def test_two_writers_at_once(tmp_path: Path) -> None:
    one = Chronicle.create(tmp_path / "c")
    two = Chronicle.open(one.folder)
    with one.writing(), pytest.raises(Locked, match="another process"), two.writing(timeout=0.05):
        pytest.fail("two writers held one chronicle")
    with two.writing(timeout=0.05):
        assert two.tables.version("captures") == -1


def test_what_is_withheld_and_lifted_stays_on_record(tmp_path: Path) -> None:
    desk = Chronicle.create(tmp_path / "c").desk
    assert desk.withhold("document", "d1", "asked for")
    assert not desk.withhold("document", "d1", "again")
    assert [(w.target, w.reason) for w in desk.withheld()] == [("d1", "asked for")]
    assert desk.lift("d1", "consent given") == 1
    assert desk.withheld() == []
    assert [w.lifted_reason for w in desk.withheld(lifted=True)] == ["consent given"]
