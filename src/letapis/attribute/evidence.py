"""What one document says about outlets' names: gathered once, and of no other document's concern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import urlsplit

from letapis.attribute.mask import HANDLE, sites
from letapis.model import Document
from letapis.text import fold
from letapis.text.stream import Stream, stream

__all__ = ["Evidence", "evidence", "host", "is_domain", "surfaces"]

_FRONT = re.compile(r"^(?:www|m|amp|mobile|wap)\.(?=[^.]+\.)")
_DOMAIN = re.compile(r"[^\W_][\w-]*(?:\.[^\W_][\w-]*)*\.[^\W\d_]{2,12}")
_HOST = re.compile(r"\((?:https?://)?(?:www\.)?(?P<host>[^\s()/]{4,60})(?:/[^\s()]{0,200})?\)")
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"\n()]{2,60})[»”“\"][ \u00a0]?$")
_BARE = re.compile(r"((?:(?<![\w’'&+-])[^\W\d_][\w’'&+-]*[ \u00a0]){1,4})$")
_BACK = 90
"""How far before a bracket, in characters, the name that it explains may begin."""
_READ = frozenset({"byline", "credit", "footer", "link", "notice", "platform", "image_credit", "caption"})
_OPEN = frozenset("«“„\"'‘")
_SPACES = frozenset(" \u00a0")
_WORDS = 4
"""The most words of a name."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hosts, names and pairs of them in one document; names as written, hosts folded."""

    doc_id: str
    stamp: int
    """Of all that was read of the document: where it is the same, so is the rest."""
    page: str | None = None
    """The host of its own address."""
    outlet: str | None = None
    """The outlet that its row or page gives."""
    hosts: tuple[str, ...] = ()
    """Every host that it names or links to, once for each place."""
    beside: tuple[tuple[str, str], ...] = ()
    """(name, host in brackets after it)."""
    linked: tuple[tuple[str, str], ...] = ()
    """(words of a hyperlink, its host)."""
    names: tuple[str, ...] = ()
    """Runs of capitalised words, what stands in quotation marks, and handles, once for each place."""
    keys: tuple[str, ...] = ()
    """Folded words and addresses that some outlet's name may begin with, each once, sorted."""


def evidence(document: Document) -> Evidence:
    """What ``document`` says about names and hosts.

    >>> found = evidence(Document("d", "c", text="Сказал он «Речнику» (rechnik.example). Ждём Анну Мох."))
    >>> found.beside, found.names
    ((('Речнику', 'rechnik.example'),), ('Сказал', 'Речнику', 'Ждём Анну Мох'))
    """
    place = host(document.canonical_url) or host(document.url)
    name = document.outlet
    if name and is_domain(name):
        place, name = fold(name), None
    hosts = [place] if place else []
    beside: list[tuple[str, str]] = []
    linked: list[tuple[str, str]] = []
    names: list[str] = []
    keys: set[str] = {fold(name)} if name else set()
    for text in surfaces(document):
        tokens = stream(text)
        capital = [number for number, word in enumerate(tokens.words) if not word.islower()]
        names += _names(text, tokens, capital)
        keys.update(_keys(tokens, capital))
        if "." in text:
            hosts += (match["host"].casefold() for match in sites(text))
            beside += _beside(text)
    for link in document.links:
        place_of = host(link.href)
        words = " ".join(link.text.split())
        if place_of:
            hosts.append(place_of)
            if words[:1].isupper() and len(words) <= 60 and len(words.split()) <= _WORDS:
                linked.append((words.strip('«»“”„"'), place_of))
    keys.update(hosts)
    keys.update(fold(name) for name in names if name[0] == "@")
    return Evidence(
        document.doc_id,
        stamp(document),
        place,
        name or None,
        tuple(hosts),
        tuple(beside),
        tuple(linked),
        tuple(names),
        tuple(sorted(keys)),
    )


def stamp(document: Document) -> int:
    """A number for all that credits are told by in a document; another where any of it is another.

    >>> one = Document("d", "c", text="Привет.")
    >>> stamp(one) == stamp(one) != stamp(Document("d", "c", text="Привет.", outlet="Речник"))
    True
    """
    parts = (
        document.text,
        document.url,
        document.canonical_url,
        document.outlet,
        document.language,
        *(part for residue in document.residue for part in (residue.kind, residue.surface)),
        *(part for link in document.links for part in (link.href, link.text)),
    )
    digest = blake2b("\0".join(part or "" for part in parts).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "little", signed=True)


def surfaces(document: Document) -> Iterator[str]:
    """The text of a document, and the words left out of it that may credit somebody.

    >>> list(surfaces(Document("d", "c", text="Привет.")))
    ['Привет.']
    """
    yield document.text
    for residue in document.residue:
        if residue.kind in _READ:
            yield residue.surface


def host(url: str | None) -> str | None:
    """The host of an http(s) address without ``www.`` and its like; None for other addresses.

    >>> host("https://www.Rechnik.example/1"), host("x-bench:/17")
    ('rechnik.example', None)
    """
    try:
        parts = urlsplit((url or "").strip())
        name = parts.hostname
    except ValueError:
        return None
    return _FRONT.sub("", name.rstrip(".")) if name and parts.scheme in ("http", "https") else None


def is_domain(name: str) -> bool:
    """Whether a name is written like a host.

    >>> is_domain("rechnik.example"), is_domain("Речник"), is_domain("St. Petersburg")
    (True, False, False)
    """
    return bool(_DOMAIN.fullmatch(name)) and name == name.lower()


def _keys(tokens: Stream, capital: list[int]) -> Iterator[str]:
    """Words that are not all small letters; a single one with the word after it too, as in "N aviny"."""
    words, folds = tokens.words, tokens.folds
    for number in capital:
        if words[number][0].isalnum():
            yield folds[number]
            if len(words[number]) == 1 and number + 1 < len(words):
                yield folds[number] + folds[number + 1]


def _names(text: str, tokens: Stream, capital: list[int]) -> Iterator[str]:
    """Runs of capitalised words, and of words in quotation marks that begin with a capital."""
    words, starts, stops = tokens.words, tokens.starts, tokens.stops
    taken = 0
    for number in capital:
        if (
            number < taken
            or not words[number][0].isupper()
            or text[starts[number] - 1 : starts[number]] in ("@", ".", "/")
        ):
            continue
        quoted = number > 0 and words[number - 1] in _OPEN and stops[number - 1] == starts[number]
        last = number + 1
        while (
            last < len(words)
            and (not quoted or last < number + _WORDS)
            and text[stops[last - 1] : starts[last]] in _SPACES
            and (quoted or words[last][0].isupper() or words[last][0].isdigit())
            and words[last][0].isalnum()
        ):
            last += 1
        if (
            text[stops[last - 1] : stops[last - 1] + 1] == "."
            and text[stops[last - 1] + 1 : stops[last - 1] + 2].isalnum()
        ):
            last -= 1  # the first part of a domain
        taken = max(last, number + 1)
        if last > number:
            yield " ".join(words[number:last])
    if "@" in text or "t.me/" in text:
        yield from ("@" + (match[1] or match[2]) for match in HANDLE.finditer(text))


def _beside(text: str) -> Iterator[tuple[str, str]]:
    if "(" not in text:
        return
    for match in _HOST.finditer(text):
        place = match["host"].casefold().rstrip(".,")
        before = text[max(0, match.start() - _BACK) : match.start()]
        if not is_domain(place):
            continue
        quoted = _QUOTED.search(before)
        bare = None if quoted else _BARE.search(before)
        name = quoted[1] if quoted else _capitals(bare[1]) if bare else ""
        if name and name[0].isupper() and not is_domain(name):
            yield name, _FRONT.sub("", place)


def _capitals(words: str) -> str:
    """The capitalised words at the end of ``words``."""
    kept: list[str] = []
    for word in reversed(words.split()):
        if not word[0].isupper():
            break
        kept.insert(0, word)
    return " ".join(kept)
