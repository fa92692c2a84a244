"""A stretch of a raw record turned into a document's text, with the way back to the record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from letapis.langs.base import Language
from letapis.model import Anchor, Residue
from letapis.read import furniture
from letapis.read.cues import heading
from letapis.read.markup import invisible, markup
from letapis.text import fold, tokens

__all__ = ["Cleaned", "clean"]

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]*(\r\n|[\r\n\v\f\x85\u2028\u2029]|\Z)")
_SPACE = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}")
_LOST = re.compile(
    r"(?:(?<=[.!?…»”\"])|(?<![^\s]))(?:как|як)\s+(?:пишет|пишут|сообщает|сообщают|передаёт|передает|передают"
    r"|информирует|пише|пишуть|повідомляє|повідомляють|передає|інформує|піша|пішуць|паведамляе"
    r"|паведамляюць|перадае|інфармуе)\s*,"
    r"|(?<![^\s])(?:as reported by|according to)\s*,(?=\s)",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"\b(?:(?:can be )?(?:found|read|seen|watched)|(?:is )?available|click|read more) here\s*[.!]?$"
    r"|\b(?:подробнее|подробности|доступн\w{1,3}|докладніше|детальніше|падрабязней|даступн\w{1,3})\s"
    r"(?:здесь|тут|по ссылке|за посиланням|па спасылцы)\s*[.!]?$"
    r"|\b(?:можно|можна)\s+(?:найти|прочитать|почитать|посмотреть|знайти|прочитати|подивитися|знайсці"
    r"|прачытаць|паглядзець)\s+(?:здесь|тут)\s*[.!]?$",
    re.IGNORECASE,
)
TAIL = 700
"""Code points at the end of a line in which a feed's footer is sought."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A document's text and what was left out of it."""

    text: str
    """Lines with words, one line break between them; every character is the record's own."""
    map: tuple[Anchor, ...]
    """Stretches as long in the text as in the record: equal, or white space in both."""
    residue: tuple[Residue, ...]
    """What was left out, in the order of the record."""
    title: str | None
    """The first line where it is like a heading; it stays in the text as well."""


@dataclass(slots=True)
class _Text:
    """The text as it grows: stretches of the record, and what was left out."""

    raw: str
    parts: list[str] = field(default_factory=list)
    anchors: list[tuple[int, int, int]] = field(default_factory=list)
    residue: list[Residue] = field(default_factory=list)
    size: int = 0
    end: int | None = None
    """Where the line break after the last kept line stands in the record."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the record: the pieces of it that are left, their words, and where it ends."""

    pieces: tuple[tuple[int, int], ...]
    words: str
    end: int
    left_out: tuple[Residue, ...]


def clean(raw: str, start: int, stop: int, language: Language | None) -> Cleaned:
    """The text of the document in ``raw[start:stop]``, without what is known not to be the article.

    Left out, as residue of its kind: mark-up, platform marks, a title printed twice, feed footers,
    site furniture of every language there is a file for, credits in a line of their own, and
    "as … writes," whose outlet went with its hyperlink. Captions stay, and so does the boxed text
    of a shortcode. ``language`` is the document's; None does no harm.

    >>> raw = "[box]Bridge shut[/box]\\r\\nBridge shut\\r\\nShut\\u00a0till May.\\r\\n© The Gazette\\r\\n"
    >>> cleaned = clean(raw, 0, len(raw), None)
    >>> cleaned.text, cleaned.title
    ('Bridge shut\\nShut till May.', 'Bridge shut')
    >>> [residue.kind for residue in cleaned.residue]
    ['markup', 'markup', 'duplicate_title', 'notice']
    """
    rows = [row for row in _rows(raw, start, stop) if row.words or row.left_out]
    kinds = _kinds(rows)
    made = _Text(raw)
    for row, kind in zip(rows, kinds, strict=True):
        made.residue += row.left_out
        if kind:
            made.residue.append(Residue(row.words, kind))
        elif row.words:
            _keep(made, row)
    kept = [row.words for row, kind in zip(rows, kinds, strict=True) if row.words and not kind]
    title = kept[0] if len(kept) > 1 and heading(kept[0]) >= 0.3 else None
    anchors = tuple(Anchor(at, at + b - a, a, b) for at, a, b in made.anchors)
    return Cleaned("".join(made.parts), anchors, tuple(made.residue), title)


def _rows(raw: str, start: int, stop: int) -> Iterator[_Row]:
    """The lines of a stretch with mark-up, invisible characters and needless spaces taken out."""
    at = start
    while at < stop:
        match = _LINE.match(raw, at, stop)
        if match is None or match.end() == at:
            return
        yield _row(raw, at, match.start(1))
        at = match.end()


def _row(raw: str, a: int, b: int) -> _Row:
    out: list[tuple[int, int, str | None]] = [(*span, "markup") for span in markup(raw, a, b)]
    out += [(*span, None) for span in invisible(raw, a, b)]
    out += [(*match.span(), "link") for match in _LOST.finditer(raw, a, b)]
    if (tail := _footer(raw, a, b)) is not None:
        out.append((tail, b, "footer"))
    out += [(match.start() + 1, match.end(), None) for match in _SPACES.finditer(raw, a, b)]
    pieces: list[tuple[int, int]] = []
    left_out: list[Residue] = []
    last = a
    for from_, to, kind in sorted(out, key=lambda span: (span[0], -span[1])):
        if to <= last:
            continue
        if from_ > last:
            pieces.append((last, from_))
        if kind:
            left_out.append(Residue(raw[max(from_, last) : to].strip(), kind))
        last = max(last, to)
    pieces.append((last, b))
    pieces = _trim(raw, pieces)
    words = "".join(_SPACE.sub(" ", raw[x:y]) for x, y in pieces)
    return _Row(tuple(pieces), words, b, tuple(left_out))


def _trim(raw: str, pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces without white space at the ends of the line, nor twice where two of them meet."""
    kept: list[tuple[int, int]] = []
    spaced = True
    for a, b in pieces:
        while spaced and a < b and raw[a].isspace():
            a += 1
        if a < b:
            kept.append((a, b))
            spaced = raw[b - 1].isspace()
    while kept:
        a, b = kept.pop()
        while b > a and raw[b - 1].isspace():
            b -= 1
        if b > a:
            kept.append((a, b))
            break
    return kept


def _footer(raw: str, a: int, b: int) -> int | None:
    """Where a feed's footer begins that was glued to the end of a paragraph, or None."""
    from_ = max(a, b - TAIL)
    tail = raw[from_:b]
    for match in re.finditer(r"[.!?…»”\"]\s*(?=\S)", tail):
        if furniture.footer(tail[match.end() :]):
            return from_ + match.end()
    return None


def _kinds(rows: Sequence[_Row]) -> list[str | None]:
    """What kind of residue each line is; None where it is text."""
    kinds = [furniture.kind(row.words) if row.words else None for row in rows]
    stems = [_stems(row.words) if len(row.words) <= furniture.LONGEST * 4 else frozenset() for row in rows]
    for at, kind in enumerate(kinds[:-1]):
        # a heading that only looks like a label: the next line goes on about it
        if kind in furniture.DOUBTFUL and not kinds[at + 1] and len(stems[at] & stems[at + 1]) >= 3:
            kinds[at] = None
    text = [at for at, row in enumerate(rows) if row.words and not kinds[at]]
    spoilt = [at for at in text if furniture.garbled(rows[at].words)]
    if 2 * len(spoilt) < len(text):
        # a text that is garbled as a whole is kept: it is all there is
        for at in spoilt:
            kinds[at] = "markup"
        text = [at for at in text if not kinds[at]]
    for again in text[1:4]:
        if fold(rows[again].words) != fold(rows[text[0]].words):
            break
        kinds[again] = "duplicate_title"
    last = rows[text[-1]].words if len(text) > 1 else ""
    if furniture.lead(last) or (len(text) > 2 and len(last) <= 200 and _POINTER.search(last)):
        kinds[text[-1]] = "link"
    elif furniture.wall(last):
        kinds[text[-1]] = "subscribe"
    return kinds


def _stems(words: str) -> frozenset[str]:
    return frozenset(token.form[:5] for token in tokens(words) if len(token.form) > 3)


def _keep(made: _Text, row: _Row) -> None:
    """Add a line, and the record's own line break before it."""
    if made.end is not None:
        _add(made, made.end, made.end + 1, "\n")
    for a, b in row.pieces:
        _add(made, a, b, _SPACE.sub(" ", made.raw[a:b]))
    made.end = row.end


def _add(made: _Text, a: int, b: int, words: str) -> None:
    if made.anchors and made.anchors[-1][2] == a:
        at, from_, _ = made.anchors.pop()
        made.anchors.append((at, from_, b))
    else:
        made.anchors.append((made.size, a, b))
    made.parts.append(words)
    made.size += b - a
