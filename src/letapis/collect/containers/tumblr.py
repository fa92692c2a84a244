"""Posts of a Tumblr blog as its API gives them (version 2): one capture a published post.

Taken are answers of the API (``response.posts``), files with a list of ``posts``, lists of posts, and
files of one post, or of one a line. The payload of a capture is ``{"blog": …, "posts": [post]}``, the
post byte for byte as it stood in the file.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import quote

from letapis.collect.base import Options, aside, received
from letapis.collect.container import File
from letapis.collect.objects import Part, Path, Take, parts
from letapis.model import Received, SetAside

__all__ = ["claims", "split"]

_POST = re.compile(rb'"(?:post_url|reblog_key|reblogged_from_url)"\s*:|"object_type"\s*:\s*"post"')
_MORE = re.compile(rb'"(?:blog_name|trail|note_count|tumblelog|is_blocks_post_format|blog)"\s*:')
_LIST = re.compile(rb'"posts"\s*:\s*\[|"response"\s*:\s*\{')
_HEAD = 64 * 1024
_BLOG = ("name", "title", "url")


def claims(name: str, head: bytes) -> float:
    """Near one for JSON with the keys of Tumblr's posts.

    >>> claims("posts.json", b'{"posts": [{"blog_name": "quay", "post_url": "https://quay.example/1"}]}')
    0.95
    >>> claims("posts.json", b'{"posts": [{"title": "Quay"}]}')
    0.0
    """
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return 0.95 if text[:1] in (b"{", b"[") and _POST.search(text) and _MORE.search(text) else 0.0


class _Again:
    """A stream whose first bytes were read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def read(self, size: int = -1) -> bytes:
        """The first bytes at once, then up to ``size`` of the others."""
        head, self._head = self._head, b""
        return head or self._rest.read(size)


def split(file: File, stream: BinaryIO, options: Options) -> Iterator[Received | SetAside]:
    """A capture for every published post; counts of all the others.

    A post's address is the one it states, else the file's with ``#post=`` and its number.
    """
    head = stream.read(_HEAD)
    listed = _LIST.search(head) or not _POST.search(head)
    array = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"[")
    take = _listed if listed else _array if array else _alone
    blog: dict[str, Any] = {}
    left: Counter[str] = Counter()
    number = 0
    again: BinaryIO = _Again(head, stream)  # type: ignore[assignment]
    for part in parts(again, take, options.settings.slice_bytes):
        if part.kind == "value" and part.path[-1:] == ("blog",):
            row = _json(part.data)
            blog = (
                {key: row[key] for key in _BLOG if isinstance(row.get(key), str)}
                if isinstance(row, dict)
                else {}
            )
        elif part.kind == "value" and part.data[:1] == b"{":
            number += 1
            why = _why_not(part.data)
            if why:
                left[why] += 1
            else:
                yield _capture(file, blog, part, number)
        elif part.kind not in ("open", "close"):
            yield _failed(file, part, options.settings.slice_bytes)
    if left:
        counts = ", ".join(f"{count:,} {what}" for what, count in sorted(left.items()))
        yield aside("unpublished", f"{file.shown}: of {number:,} posts these were not taken: {counts}")
    elif not number:
        yield aside("no_posts", f"{file.shown} has no posts as Tumblr gives them")


def _alone(path: Path) -> Take:
    """What is to be done with a path in a file of posts one behind the other."""
    return "value"


def _array(path: Path) -> Take:
    """The same in a file that is a list of posts."""
    return "enter" if path == () else "value"


def _listed(path: Path) -> Take:
    """The same in a file of answers of the API, or of an object with posts."""
    inner = path[1:] if path[:1] == ("*",) else path
    inner = inner[1:] if inner[:1] == ("response",) else inner
    if inner in ((), ("posts",)):
        return "enter"
    return "value" if inner in (("blog",), ("posts", "*")) else "pass"


def _capture(file: File, blog: dict[str, Any], part: Part, number: int) -> Received:
    front = json.dumps({"blog": blog}, ensure_ascii=False, separators=(",", ":"))[:-1]
    payload = f'{front},"posts":['.encode("utf-8", "replace") + part.data + b"]}\n"
    uri = _address(file, _json(part.data), number)
    return received(payload, uri, "application/json", "tumblr", via="tumblr", date=file.changed)


def _address(file: File, row: Any, number: int) -> str:
    post = row if isinstance(row, dict) else {}
    url = post.get("post_url")
    if isinstance(url, str) and re.match(r"https?://[^\s/]", url):
        return quote(url.strip(), safe=":/?#[]@!$&'()*+,;=%-_.~", errors="replace")
    for key in ("id_string", "id"):
        value = post.get(key)
        if isinstance(value, str | int) and not isinstance(value, bool) and len(repr(value)) < 80:
            return f"{file.uri}#post={quote(str(value), safe='-_.~', errors='replace')}"
    return f"{file.uri}#record={number}"


def _why_not(data: bytes) -> str:
    """Why a post is not taken; nothing where it is, or where its reader is to say what is wrong."""
    row = _json(data)
    state = row.get("state") if isinstance(row, dict) else None
    return f"of state {state[:20]}" if isinstance(state, str) and state not in ("published", "") else ""


def _failed(file: File, part: Part, limit: int) -> SetAside:
    size = part.stop - part.start
    if part.kind == "cut":
        return aside(
            "cut_off",
            f"{file.shown} breaks off after {part.stop:,} bytes; what stands before was read; export again",
        )
    if part.kind == "long":
        return aside(
            "too_large",
            f"{file.shown}: the post at byte {part.start:,} has {size:,} bytes, more than {limit:,}; the "
            "others were read; raise slice_bytes to read it too",
        )
    shown = part.data[:40].decode("utf-8", "replace")
    return aside("bad_record", f"{file.shown}: {shown!r} at byte {part.start:,} is no post")


def _json(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError):
        return None
