"""A generated archive read through the container, beside fastwarc's bare iteration of the same file."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.run import Figures

__all__ = ["archive", "generate"]

_MIB = 1 << 20
_SIZE, _SMALL = 1024 * _MIB, 48 * _MIB
_WORDS = [
    "pier",
    "ferry",
    "bridge",
    "council",
    "harbour",
    "tariff",
    "winter",
    "bread",
    "мост",
    "паром",
    "рада",
    "порт",
    "хлеб",
    "зима",
    "урок",
    "вулиця",
]
_READ = """
import json, resource, sys, time
from pathlib import Path
path = Path(sys.argv[1])
began, cpu = time.perf_counter(), time.process_time()
pages = records = size = 0
if sys.argv[2] == "fastwarc":
    from fastwarc.warc import ArchiveIterator
    for record in ArchiveIterator(str(path), parse_http=False):
        records += 1
        size += len(record.reader.read())
else:
    from letapis.collect.base import Options
    from letapis.collect.container import File
    from letapis.collect.containers import warc
    from letapis.model import Received
    with path.open("rb") as stream:
        for item in warc.split(File(path.name, path.name, None, path), stream, Options()):
            if isinstance(item, Received):
                pages += 1
                size += len(item.payload)
print(json.dumps({
    "pages": pages, "records": records, "bytes": size, "wall": time.perf_counter() - began,
    "cpu": time.process_time() - cpu, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
"""


def archive(small: bool = False) -> Figures:
    """Packed megabytes and pages a second, peak memory, and the share of fastwarc's speed that is left."""
    with tempfile.TemporaryDirectory(prefix="letapis-warc-", dir="/tmp") as scratch:
        path = Path(scratch, "invented.warc.gz")
        pages, records = generate(path, _SMALL if small else _SIZE)
        bare, ours = _run(path, "fastwarc"), _run(path, "letapis")
        size = path.stat().st_size / _MIB
    if ours["pages"] != pages or bare["records"] != records:
        raise SystemExit(
            f"{ours['pages']} of {pages} pages, {bare['records']} of {records} records were read"
        )
    return {
        "archive_MiB": size,
        "records": records,
        "pages": pages,
        "MiB_per_cpu_second": size / ours["cpu"],
        "records_per_cpu_second": records / ours["cpu"],
        "fastwarc_MiB_per_cpu_second": size / bare["cpu"],
        "fastwarc_records_per_cpu_second": records / bare["cpu"],
        "share_of_fastwarc": bare["cpu"] / ours["cpu"],
        "most.peak_MiB": ours["peak"],
        "fastwarc_peak_MiB": bare["peak"],
    }


def generate(path: Path, size: int) -> tuple[int, int]:
    """Write an archive of at least ``size`` bytes; its pages and its records. The same every time.

    Two records of three are pages of 10 to 80 KB, of which one in ten answered 404; the others are
    pictures. Each response has its request and its digests, as crawlers write them.
    """
    rng = random.Random(7)
    written = number = pages = records = 0
    with path.open("wb", buffering=_MIB) as out:
        while written < size:
            number += 1
            if number % 3:
                status, kind, body = (
                    ("404 Not Found" if number % 10 == 0 else "200 OK"),
                    "text/html",
                    _page(rng),
                )
            else:
                status, kind, body = "200 OK", "image/jpeg", rng.randbytes(rng.randint(4, 60) << 10)
            pages += status == "200 OK" and kind == "text/html"
            uri = f"https://rechnik.example/{number}"
            typed = f"Content-Type: {kind}; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
            head = f"HTTP/1.1 {status}\r\n{typed}\r\n"
            for block, role, payload in (
                (f"GET /{number} HTTP/1.1\r\nHost: rechnik.example\r\n\r\n".encode(), "request", b""),
                (head.encode() + body, "response", body),
            ):
                written += out.write(gzip.compress(_record(number, uri, role, block, payload), 1, mtime=0))
                records += 1
    return pages, records


def _page(rng: random.Random) -> bytes:
    paragraphs = (" ".join(rng.choices(_WORDS, k=60)) for _ in range(rng.randint(16, 130)))
    text = "".join(f"<p class=text>{words}.</p>\n" for words in paragraphs)
    return f"<!DOCTYPE html><html><head><title>News</title></head><body>{text}</body></html>".encode()


def _record(number: int, uri: str, role: str, block: bytes, payload: bytes) -> bytes:
    digest = base64.b32encode(hashlib.sha1(payload, usedforsecurity=False).digest()).decode()
    other = "request" if role == "response" else "response"
    fields = (
        f"WARC/1.1\r\nWARC-Type: {role}\r\nWARC-Record-ID: <urn:uuid:{role}-{number}>\r\n"
        f"WARC-Concurrent-To: <urn:uuid:{other}-{number}>\r\nWARC-Target-URI: {uri}\r\n"
        f"WARC-Date: 2020-03-04T05:06:07Z\r\nWARC-Payload-Digest: sha1:{digest}\r\n"
        f"Content-Type: application/http; msgtype={role}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return fields.encode() + block + b"\r\n\r\n"


def _run(path: Path, reader: str) -> dict[str, float]:
    command = [sys.executable, "-c", _READ, str(path), reader]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(printed)
    return found


if __name__ == "__main__":
    began = time.perf_counter()
    for name, value in archive("--small" in sys.argv).items():
        print(f"{name:<36} {value:,.2f}" if isinstance(value, float) else f"{name:<36} {value:,}")
    print(f"in {time.perf_counter() - began:.0f} s")
