"""The witnesses' captures as one WACZ file, which replay programs and archives read.

WACZ 1.1.1 (https://specs.webrecorder.net/wacz/1.1.1/): a ZIP with the records in ``archive/``, a
sorted CDXJ index in ``indexes/``, the pages in ``pages/`` and a manifest with the digest of each.
Records are copied byte for byte from the chronicle's own WARC files. What no protocol brought (a
heap, a row of JSONL, a file) is a ``resource`` record under the address it was received as.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import uuid
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from letapis import __version__
from letapis.publish.evidence import Evidence
from letapis.publish.view import Row, View

__all__ = ["Packed", "pack", "surt"]

_WARC = "data.warc.gz"
_NAMESPACE = uuid.UUID("0b7b0f0c-9c5e-5c52-8f0e-3d6a2d9f1c77")
_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass
class Packed:
    """What went into a WACZ file, and what was left out of it and why."""

    records: int = 0
    without_http: int = 0
    left_out: list[Row] = field(default_factory=list)

    def row(self) -> Row:
        """The same for the ledger."""
        return {"records": self.records, "without_http": self.without_http, "left_out": self.left_out}


def pack(path: Path, view: View, title: str, found: Iterable[Evidence]) -> Packed:
    """Write ``path`` from the captures' records; what went in. The same captures give the same bytes."""
    packed, index, pages, resources = Packed(), [], [], []
    documents: dict[str, list[Row]] = {}
    for row in view.rows("documents"):
        documents.setdefault(row["capture_id"], []).append(row)
    # the archive's size must be known before its entry is begun: a reader that seeks in the ZIP takes an
    # entry without a ZIP64 field in the directory to have none at its own head either
    with tempfile.TemporaryFile(dir=path.parent) as warc, zipfile.ZipFile(path, "w") as package:
        digest, size = hashlib.sha256(), 0
        for capture, member in _members(packed, found, title):
            if capture is not None:
                line, page = _lines(capture, member, size, documents.get(capture["capture_id"], []))
                index.append(line)
                pages.append(page)
                packed.without_http += capture["http_status"] is None
            warc.write(member)
            digest.update(member)
            size += len(member)
        warc.seek(0)
        entry = _entry(f"archive/{_WARC}")
        entry.file_size = size
        with package.open(entry, "w") as stream:
            shutil.copyfileobj(warc, stream)
        resources.append(_resource(f"archive/{_WARC}", digest.hexdigest(), size))
        head = {"format": "json-pages-1.0", "id": "pages", "title": "Witnesses"}
        texts = {
            "indexes/index.cdx": "".join(sorted(index)),
            "pages/pages.jsonl": "".join(f"{_json(row)}\n" for row in [head, *pages]),
        }
        for name, text in texts.items():
            data = text.encode()
            package.writestr(_entry(name, zipfile.ZIP_DEFLATED), data)
            resources.append(_resource(name, hashlib.sha256(data).hexdigest(), len(data)))
        manifest = _json(_manifest(title, resources, packed)).encode()
        package.writestr(_entry("datapackage.json", zipfile.ZIP_DEFLATED), manifest)
        seal = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(manifest).hexdigest()}"}
        package.writestr(_entry("datapackage-digest.json", zipfile.ZIP_DEFLATED), _json(seal).encode())
    return packed


def surt(uri: str) -> str:
    """The key under which an index sorts an address: the host backwards, then the path.

    >>> surt("https://www.Zatoka.example:8080/News?b=2&a=1#top")
    'example,zatoka:8080)/news?a=1&b=2'
    >>> surt("file:my heap.txt")
    'file:my%20heap.txt'
    """
    try:
        parts = urlsplit(uri)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = None
    if host is None or parts.scheme not in ("http", "https"):
        return quote(uri, safe="%:/?#[]@!$&'()*+,;=~")
    usual = {"http": 80, "https": 443}[parts.scheme]
    labels = host.removeprefix("www.").split(".")
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    key = ",".join(reversed(labels)) + (f":{port}" if port and port != usual else "") + ")"
    whole = f"{key}{parts.path or '/'}{'?' + query if query else ''}".lower()
    return quote(whole, safe="%:/?#[]@!$&'()*+,;=~")


def _members(packed: Packed, found: Iterable[Evidence], title: str) -> Iterator[tuple[Row | None, bytes]]:
    """A record that says what the file is, then the captures' own."""
    yield None, _information(title)
    for capture, member, reason in found:
        if member is None:
            packed.left_out.append({"capture_id": capture["capture_id"], "reason": reason})
        else:
            packed.records += 1
            yield capture, member


def _information(title: str) -> bytes:
    from warcio.warcwriter import WARCWriter

    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    fields = {
        "software": f"letapis {__version__}",
        "format": "WARC File Format 1.1",
        "description": title,
    }
    headers = {
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(_NAMESPACE, title)}>",
        "WARC-Date": "1980-01-01T00:00:00Z",
    }
    payload = "".join(f"{key}: {' '.join(value.split())}\r\n" for key, value in fields.items()).encode()
    record = writer.create_warc_record(
        None,
        "warcinfo",
        payload=BytesIO(payload),
        length=len(payload),
        warc_content_type="application/warc-fields",
        warc_headers_dict=headers,
    )
    writer.write_record(record)
    return buffer.getvalue()


def _lines(capture: Row, member: bytes, offset: int, documents: list[Row]) -> tuple[str, Row]:
    """The line of the index and the row of the pages for a record that begins at ``offset``."""
    from warcio.archiveiterator import ArchiveIterator

    record = next(iter(ArchiveIterator(BytesIO(member))))
    headers = record.rec_headers
    date, uri = headers.get_header("WARC-Date"), headers.get_header("WARC-Target-URI")
    http = record.http_headers
    mime = (http.get_header("Content-Type") if http else headers.get_header("Content-Type")) or "unk"
    found: dict[str, Any] = {"url": uri, "mime": mime.partition(";")[0].strip()}
    if http:
        found["status"] = http.get_statuscode()
    found |= {
        "digest": headers.get_header("WARC-Payload-Digest"),
        "length": str(len(member)),
        "offset": str(offset),
        "filename": _WARC,
    }
    stamp = "".join(c for c in date if c.isdigit())[:14]
    one = documents[0] if len(documents) == 1 else None
    title = one["title"] if one else f"{len(documents)} documents in {uri}"
    page = {"id": capture["capture_id"], "url": uri, "ts": date, "title": title or uri}
    stated = [row["url"] or row["canonical_url"] for row in documents]
    page |= {
        "documents": [row["doc_id"] for row in documents],
        "stated": [u for u in stated if u and u != uri],
    }
    return f"{surt(uri)} {stamp} {_json(found)}\n", page


def _manifest(title: str, resources: list[Row], packed: Packed) -> Row:
    told = (
        f"Captures of the pages that carry what survives of {title}: {packed.records} records, byte for byte "
        f"as Letapis stored them. {packed.without_http} of them were not fetched over HTTP (a heap, rows of "
        "a file, saved pages): they are resource records under the address they were received as, and no "
        "server's answer."
    )
    if packed.left_out:
        told += f" {len(packed.left_out)} captures are left out; left_out says why."
    return {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": title,
        "description": told,
        "software": f"letapis {__version__}",
        "resources": resources,
        "left_out": packed.left_out,
    }


def _resource(path: str, digest: str, size: int) -> Row:
    return {"name": path.rpartition("/")[2], "path": path, "hash": f"sha256:{digest}", "bytes": size}


def _entry(name: str, compression: int = zipfile.ZIP_STORED) -> zipfile.ZipInfo:
    """An entry of the ZIP that says nothing of when and where it was made."""
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type, entry.create_system, entry.external_attr = compression, 3, 0o644 << 16
    return entry


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
