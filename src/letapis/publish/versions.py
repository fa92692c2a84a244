"""What changed on a page between its captures: what is present on one day and absent on another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from urllib.parse import urlsplit

from letapis import langs
from letapis.publish.view import Row, View
from letapis.text import tokens
from letapis.text.sentences import sentences

__all__ = ["Change", "Version", "address", "versions"]

_FACTS = ("title", "authors", "section", "published_local", "published", "truncated")
_ERROR = 400
_LIKE = 0.5
"""Two sentences that share this part of their words are one, reworded."""
_MOST = 400
"""Sentences of a stretch that are compared word by word; a longer one is given as absent and present."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between a version and the one before.

    ``kind`` is absent (it was there before), present (it was not there before), changed or moved for a
    sentence, and the name of the column for what the page says of itself. ``before`` and ``after`` are
    the words; ``at`` leads to them in the later document, or in the earlier one where they are absent.
    """

    kind: str
    before: str | None
    after: str | None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One capture of a page, and how it differs from the capture before."""

    doc_id: str | None
    """None where the server answered without the page."""
    url: str
    seen: datetime | None
    """When it was captured; None where that is not known."""
    title: str | None
    words: int
    same: bool
    """Whether its text and all that it says of itself are as on the capture before."""
    changes: tuple[Change, ...]
    status: int | None = None
    """What the server answered instead of the page (404 …); None where the page was there."""


def versions(view: View, url: str) -> list[Version]:
    """Every document of the page at ``url``, in the order of their captures, each with what changed.

    A page is found by its address as given or by the one that it calls its own; http and https, a
    leading ``www.``, a closing slash and a fragment make no difference. A document whose time of capture
    is not known is placed by its date of publication. Several documents of one capture (a feed, a heap)
    are all there. So are days on which the server answered with an error, where that was kept.
    """
    wanted = address(url)
    captures = view.rows("captures")
    times = {row["capture_id"]: row["fetched_at"] for row in captures}
    pages = [
        row
        for row in view.rows("documents")
        if any(address(row[name]) == wanted for name in ("url", "canonical_url") if row[name])
    ]
    pages.sort(key=lambda row: (*_when(times.get(row["capture_id"]), row["published"]), row["doc_id"]))
    found: list[Version] = []
    for at, row in enumerate(pages):
        changes = _changes(pages[at - 1], row) if at else ()
        seen = times.get(row["capture_id"])
        found.append(
            Version(
                *(row["doc_id"], row["url"] or row["canonical_url"], seen, row["title"], row["words"]),
                same=bool(at) and not changes,
                changes=changes,
            )
        )
    if found:
        found += [
            Version(None, row["uri"], row["fetched_at"], None, 0, False, (), row["http_status"])
            for row in captures
            if (row["http_status"] or 0) >= _ERROR and address(row["uri"]) == wanted
        ]
    return sorted(found, key=lambda one: (one.seen is None, one.seen.isoformat() if one.seen else ""))


def address(url: str) -> str:
    """An address without what makes no difference to which page it is.

    >>> address("http://www.Zatoka.example/news/17/#top"), address("zatoka.example/news/17")
    ('zatoka.example/news/17', 'zatoka.example/news/17')
    """
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host = (parts.netloc or "").lower().removeprefix("www.")
    except ValueError:
        return url
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def _when(seen: datetime | None, published: datetime | None) -> tuple[bool, str]:
    """What is known to be first first; what has no time at all last."""
    when = seen or published
    return when is None, when.isoformat() if when else ""


def _changes(before: Row, after: Row) -> tuple[Change, ...]:
    found = [
        Change(name, _shown(before[name]), _shown(after[name]))
        for name in _FACTS
        if before.get(name) != after.get(name)
    ]
    if before["text"] != after["text"]:
        found += _worded(before, after)
    return tuple(found)


def _shown(value: object) -> str | None:
    if isinstance(value, list | tuple):
        value = ", ".join(map(str, value))
    if isinstance(value, bool):
        value = "yes" if value else "no"
    return None if value in (None, "") else str(value)


def _worded(before: Row, after: Row) -> list[Change]:
    """The sentences that differ, in the order of the later text, those that are absent last."""
    a, b = _sentences(before), _sentences(after)
    keys = [_key(words) for _, _, words in a], [_key(words) for _, _, words in b]
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    lost, come = set(range(len(a))), set(range(len(b)))
    for block in matcher.get_matching_blocks():
        lost.difference_update(range(block.a, block.a + block.size))
        come.difference_update(range(block.b, block.b + block.size))
    pairs = _paired({x: keys[0][x] for x in lost}, {y: keys[1][y] for y in come})
    found = []
    for y in sorted(come):
        x = pairs.get(y)
        kind = "present" if x is None else "moved" if keys[0][x] == keys[1][y] else "changed"
        found.append(Change(kind, None if x is None else a[x][2], b[y][2], _at(after, b[y])))
    gone = sorted(lost.difference(pairs.values()))
    return found + [Change("absent", a[x][2], None, _at(before, a[x])) for x in gone]


def _sentences(row: Row) -> list[tuple[int, int, str]]:
    language = langs.get(row["language"]) if row["language"] else None
    spans = sentences(row["text"], language.abbreviations if language else frozenset())
    return [(span.start, span.stop, span.cut(row["text"])) for span in spans if span.cut(row["text"]).strip()]


def _key(sentence: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokens(sentence))


def _at(row: Row, sentence: tuple[int, int, str]) -> str:
    return f"{row['doc_id']}#c={sentence[0]}-{sentence[1]}"


def _paired(a: Mapping[int, tuple[str, ...]], b: Mapping[int, tuple[str, ...]]) -> dict[int, int]:
    """Which sentence of ``b`` was which of ``a``: the same words first, then those most alike."""
    if len(a) * len(b) > _MOST * _MOST:
        return {}
    alike = []
    for x, one in a.items():
        for y, other in b.items():
            words, others = set(one), set(other)
            share = 2 * len(words & others) / max(1, len(words) + len(others))
            if share >= _LIKE:
                alike.append((one != other, -share, abs(x - y), x, y))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, _, x, y in sorted(alike):
        if x not in taken and y not in pairs:
            pairs[y] = x
            taken.add(x)
    return pairs
