"""The WACZ file, read back: digests, places, the index; and what is withheld is not in it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from warcio.archiveiterator import ArchiveIterator

from letapis.cli.entry import letapis
from letapis.publish import archive
from letapis.publish.evidence import evidence
from letapis.publish.exports.restored import export
from letapis.publish.exports.restored.wacz import surt
from letapis.publish.view import View
from letapis.store.chronicle import Chronicle
from tests.publish.heap import chronicle, opened
from tests.sample import SECRET


def made(view: View, folder: Path, outlet: str) -> zipfile.ZipFile:
    export(view, folder, archive.name(view, outlet), forms=("wacz",))
    return zipfile.ZipFile(folder / "captures.wacz")


def rows(package: zipfile.ZipFile, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in package.read(name).decode().splitlines()]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[View, zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wacz")
    assert CliRunner().invoke(letapis, ["demo", "--to", str(folder / "c")]).exit_code == 0
    view = View(Chronicle.open(folder / "c"))
    return view, made(view, folder / "out", "rechnik.example")


def test_the_manifest_names_every_file_with_its_digest(demo: tuple[View, zipfile.ZipFile]) -> None:
    _, package = demo
    assert package.testzip() is None
    manifest = json.loads(package.read("datapackage.json"))
    assert (manifest["profile"], manifest["wacz_version"]) == ("data-package", "1.1.1")
    listed = {item["path"]: item for item in manifest["resources"]}
    others = {"datapackage.json", "datapackage-digest.json"}
    assert set(listed) == set(package.namelist()) - others
    for path, item in listed.items():
        data = package.read(path)
        assert item["bytes"] == len(data)
        assert item["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
    seal = json.loads(package.read("datapackage-digest.json"))
    digest = hashlib.sha256(package.read("datapackage.json")).hexdigest()
    assert seal == {"path": "datapackage.json", "hash": f"sha256:{digest}"}
    assert package.getinfo("archive/data.warc.gz").compress_type == zipfile.ZIP_STORED


def test_the_index_leads_to_each_record(demo: tuple[View, zipfile.ZipFile]) -> None:
    _, package = demo
    warc = package.read("archive/data.warc.gz")
    lines = package.read("indexes/index.cdx").decode().splitlines()
    assert lines == sorted(lines) and len(lines) > 10
    for line in lines:
        key, stamp, rest = line.split(" ", 2)
        found = json.loads(rest)
        offset, length = int(found["offset"]), int(found["length"])
        member = warc[offset : offset + length]
        record = next(iter(ArchiveIterator(BytesIO(member), check_digests="raise")))
        assert record.rec_headers.get_header("WARC-Target-URI") == found["url"]
        assert (key, found["filename"]) == (surt(found["url"]), "data.warc.gz")
        assert stamp == "".join(c for c in record.rec_headers.get_header("WARC-Date") if c.isdigit())
        payload = record.content_stream().read()
        assert found["digest"] == f"sha256:{hashlib.sha256(payload).hexdigest()}"
        assert gzip.decompress(member), "each member can be read alone"
        assert (record.rec_type, "status" in found) == ("resource", False), "no server answered"


def test_a_reader_that_seeks_in_the_zip_finds_the_records(demo: tuple[View, zipfile.ZipFile]) -> None:
    """As replay programs do: the place of the archive from the ZIP's directory alone."""
    _, package = demo
    entry = package.getinfo("archive/data.warc.gz")
    assert entry.extra == b""
    begin = entry.header_offset + 30 + len(entry.filename)
    data = Path(str(package.filename)).read_bytes()
    for line in rows_of(package):
        found = json.loads(line.split(" ", 2)[2])
        at = begin + int(found["offset"])
        member = data[at : at + int(found["length"])]
        assert gzip.decompress(member).startswith(b"WARC/1.1\r\n")


def test_the_whole_archive_reads_from_end_to_end(demo: tuple[View, zipfile.ZipFile]) -> None:
    view, package = demo
    records = list(_records(package))
    assert records[0][0] == "warcinfo"
    carriers = {w["doc_id"] for r in archive.entries(view, "Речник") for w in r["witnesses"]}
    documents = view.index("documents", "doc_id")
    captures = view.index("captures", "capture_id")
    wanted = {captures[documents[doc_id]["capture_id"]]["payload_sha256"] for doc_id in carriers}
    assert {digest for kind, digest in records if kind == "resource"} == wanted


def _records(package: zipfile.ZipFile) -> list[tuple[str, str]]:
    stream = BytesIO(package.read("archive/data.warc.gz"))
    return [
        (record.rec_type, hashlib.sha256(record.content_stream().read()).hexdigest())
        for record in ArchiveIterator(stream, check_digests="raise")
    ]


def test_the_pages_name_every_witness(demo: tuple[View, zipfile.ZipFile]) -> None:
    view, package = demo
    head, *pages = rows(package, "pages/pages.jsonl")
    assert head["format"] == "json-pages-1.0"
    lines = package.read("indexes/index.cdx").decode().splitlines()
    assert {page["url"] for page in pages} == {json.loads(line.split(" ", 2)[2])["url"] for line in lines}
    assert all(page["ts"].endswith("Z") and page["title"] for page in pages)
    named = {doc_id for page in pages for doc_id in page["documents"]}
    assert {w["doc_id"] for r in archive.entries(view, "Речник") for w in r["witnesses"]} <= named


def test_a_capture_that_holds_something_withheld_is_left_out_and_that_is_said(tmp_path: Path) -> None:
    view = View(chronicle(tmp_path))
    whole = made(view, tmp_path / "before", "Rechnik")
    words = ["withhold", f"name:{SECRET}", "-c", str(tmp_path / "c"), "--reason", "asked for"]
    assert CliRunner().invoke(letapis, words).exit_code == 0
    package = made(opened(tmp_path / "c"), tmp_path / "after", "Rechnik")
    assert SECRET.encode() in gzip.decompress(whole.read("archive/data.warc.gz"))
    assert b"Brodskaya" not in gzip.decompress(package.read("archive/data.warc.gz"))
    manifest = json.loads(package.read("datapackage.json"))
    assert manifest["left_out"] and "withheld" in manifest["left_out"][0]["reason"]
    book = json.loads((tmp_path / "after" / "ledger.json").read_text("utf-8"))
    assert book["captures"]["left_out"] == manifest["left_out"]
    assert book["captures"]["records"] == len(rows_of(package))


def rows_of(package: zipfile.ZipFile) -> list[str]:
    return package.read("indexes/index.cdx").decode().splitlines()


@pytest.mark.parametrize(
    "hide",
    [
        lambda name: "".join(f"&#{ord(c)};" for c in name),
        lambda name: name.replace(" ", "</b> <i>"),
        lambda name: "".join(f"\\u{ord(c):04x}" for c in name),
        lambda name: "".join(f"%{byte:02X}" for byte in name.encode()),
        lambda name: "".join(f"<i>{c}</i>" for c in name),
    ],
    ids=["entities", "tags between", "escapes", "percent", "tags within"],
)
def test_a_withheld_name_that_mark_up_hides_keeps_the_page_out(tmp_path: Path, hide: Any) -> None:
    name = "Alena Vyaz"
    text = "The ferry stopped on Monday after its boiler was found cracked, the port told Rechnik. " * 6
    page = f"<html><body><article><p>{text}</p></article><p>{hide(name)}</p></body></html>"
    (tmp_path / "page.html").write_text(page, "utf-8")
    (tmp_path / "rows.jsonl").write_text(json.dumps({"id": "x", "text": f"{text} {name} spoke."}) + "\n")
    words = ["add", str(tmp_path / "page.html"), str(tmp_path / "rows.jsonl"), "--to", str(tmp_path / "c")]
    assert CliRunner().invoke(letapis, words).exit_code == 0
    words = ["withhold", f"name:{name}", "-c", str(tmp_path / "c"), "--reason", "asked for"]
    assert CliRunner().invoke(letapis, words).exit_code == 0
    view = opened(tmp_path / "c")
    kept = list(evidence(view, [row["capture_id"] for row in view.rows("captures")]))
    assert [(member, "withheld" in reason) for _, member, reason in kept] == [(None, True)] * 2


def test_damaged_bytes_are_left_out(tmp_path: Path) -> None:
    view = View(chronicle(tmp_path))
    table = view.chronicle.tables.read("captures").to_pylist()
    [file] = {row["file"] for row in table}
    path = tmp_path / "c" / "captures" / file
    first = min(table, key=lambda row: int(row["offset"]))
    data = path.read_bytes()
    # another record of the same segment in its place: whole, and not what it is said to be
    other = max(table, key=lambda row: int(row["offset"]))
    member = data[other["offset"] : other["offset"] + other["length"]]
    path.write_bytes(member.ljust(first["length"], b"\0") + data[max(first["length"], len(member)) :])
    package = made(opened(tmp_path / "c"), tmp_path / "out", "Rechnik")
    reasons = {row["reason"] for row in json.loads(package.read("datapackage.json"))["left_out"]}
    assert any("digest" in reason for reason in reasons)


def test_keys_sort_an_outlets_pages_together() -> None:
    assert surt("http://WWW.Bierah.example") == "example,bierah)/"
    assert surt("https://bierah.example:443/a b?z=1&a=") == "example,bierah)/a%20b?a=&z=1"
    assert " " not in surt("file:two words")
    assert base64.b64encode(surt("http://[broken").encode())
