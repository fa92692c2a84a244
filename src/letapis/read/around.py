"""What stands around an article on its page: every line that was left out, with its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from letapis import langs
from letapis.model import Residue
from letapis.read import furniture
from letapis.read.extract import Block, Extracted
from letapis.text import count, fold, tokens

__all__ = ["around", "broken", "dated"]

_ALONE = frozenset({"byline", "caption", "credit", "footer", "link", "platform", "subscribe"})
"""Kinds of residue of which every line counts by itself."""
_LISTS = frozenset({"menu", "read_also"})
_LOOSE = frozenset({"menu", "read_also", "other"})
"""Kinds that say little: what the lines around such a line are tells more."""
_ENTRIES = frozenset({"notice", "share", "subscribe", "tags"})
"""What an entry of a menu may look like ("Advertise")."""
_PASSED = frozenset(
    {"byline", "caption", "credit", "markup", "notice", "platform", "share", "subscribe", "tags"}
)
"""What may stand between the end of a teaser and the words that lead to the rest."""
_NEAR = 5
"""Blocks after the article in which those words are looked for."""
_SHORT = 40
"""Code points of the longest line that is taken for a button or an entry of a menu."""
_FEW, _MANY = 2.5, 3.5
"""Words of the lines of a list: fewer on average are a menu's, more are headings of other articles."""
_LONGEST = 400
"""Code points kept of one line of residue: the rest is in the capture."""
_MOST = 4_000
"""Code points kept of lines that stand together as one."""


@dataclass(slots=True)
class _Row:
    """A line that was left out."""

    text: str
    kind: str
    order: int
    sure: bool = False
    """Whether its own words say what it is."""

    @property
    def words(self) -> int:
        return self.text.count(" ") + 1


def around(article: Extracted, title: str | None, authors: Sequence[str] = ()) -> tuple[Residue, ...]:
    """All that was left out of an article, in the order of the page; lines of one kind are joined.

    What a line says of itself outweighs where it stands; a line that says nothing is what the lines
    around it are; what cannot be told is ``other``. The title is no residue where it stands first. A
    line that leads to the rest of the text ("Read more") is of the kind ``link`` only where it stands
    right behind the text, and the text may be broken off: elsewhere it leads to other articles.

    >>> blocks = (Block("The bridge is shut.", "paragraph", 2),)
    >>> rest = (Block("Boats", "title", 0), Block("Home", "menu", 1), Block("Read more", "read_also", 3),
    ...     Block("Comments (2)", "other", 4), Block("It was time, I say.", "other", 5))
    >>> [(one.kind, one.surface) for one in around(Extracted(blocks, rest), "Boats")]
    [('menu', 'Home'), ('link', 'Read more'), ('comment', 'Comments (2)\\nIt was time, I say.')]
    """
    names = {fold(name) for name in authors}
    rows = [_row(block, names) for block in article.residue]
    rows = _titles(rows, title)
    _smooth(rows)
    _lists(rows)
    _talk(rows)
    if article.blocks and broken(article.text):
        _led(rows, article.blocks[-1].order, title)
    return tuple(_joined(rows))


def broken(text: str) -> bool:
    """Whether a text may be the beginning of one: it is short, or does not end as a sentence does.

    A long and whole text under the words "Read more" was all on the page, folded by a script.

    >>> broken("Boats run."), broken("Boats run. " * 200), broken("Boats run. " * 200 + "No")
    (True, False, True)
    """
    return count(text) <= _TEASER or not _WHOLE.search(text.rstrip()[-10:])


_TEASER = 250
"""Words of the longest text that is taken for a teaser though it ends with a whole sentence."""
_WHOLE = re.compile(r"[.!?][\"”“»«’')\]]{0,3}$")


def _row(block: Block, names: set[str]) -> _Row:
    text = block.text
    if fold(text) in names:
        return _Row(text, "byline", block.order, True)
    said = furniture.kind(text)
    if said is None and furniture.wall(text):
        said = "subscribe"
    if said is not None:
        return _Row(text, said, block.order, True)
    if _COOKIE.search(text):
        return _Row(text, "cookie", block.order, True)
    if len(text) <= _SIGNED and (dated(text) or _signed(fold(text), names)):
        return _Row(text, "byline", block.order, True)
    if block.kind in _LISTS and _entries(text):
        return _Row(text, "menu", block.order, True)
    # a site's footer is not a feed's: what stands there is a notice, or leads somewhere
    kind = "notice" if block.kind == "footer" else block.kind
    return _Row(text, kind, block.order)


def _entries(text: str) -> bool:
    """Whether entries of a menu stand in one line."""
    words = text.split(" ", 30)[:30]
    return len(words) > 3 and sum(furniture.kind(word) == "menu" for word in words) > 2


def _signed(text: str, names: set[str]) -> bool:
    return any(name in text for name in names)


def dated(line: str) -> bool:
    """Whether a line is nothing but a date, perhaps with a time.

    >>> dated("2022-05-17"), dated("12 мая 2020, 14:05"), dated("In May 2020 the quay was shut.")
    (True, True, False)
    """
    return len(line) <= _SIGNED and _dated().fullmatch(line) is not None


@cache
def _dated() -> re.Pattern[str]:
    """Lines that are a date, perhaps with a time."""
    months = "|".join(month for language in langs.languages() for month in language.months)
    date = rf"(?:{months})\w{{0,8}}\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}\s(?:{months})\w{{0,8}}\s\d{{4}}"
    date += r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d"
    time = r"\W{1,4}\w{0,3}\W{0,2}\d{1,2}:\d\d(?::\d\d)?"
    return re.compile(rf"\W{{0,3}}(?:{date})(?:{time})?\W{{0,3}}", re.IGNORECASE)


_COOKIE = re.compile(r"\b(?:cookies?|куки|кукі|файлы? cookie)\b", re.IGNORECASE)
_SIGNED = 90
"""Code points of the longest line that signs or dates an article."""


def _titles(rows: Iterable[_Row], title: str | None) -> list[_Row]:
    """Without the title where it first stands; where it stands again it is residue."""
    kept, seen, wanted = [], False, fold(title or "")
    for row in rows:
        text = fold(row.text)
        same = bool(wanted) and (
            text == wanted or (row.kind == "title" and (text in wanted or wanted in text))
        )
        if same and not seen:
            seen = True
            continue
        if same:
            row.kind, row.sure = "duplicate_title", True
        elif row.kind == "title":
            row.kind = "read_also"
        kept.append(row)
    return kept


def _smooth(rows: list[_Row]) -> None:
    """A short line among entries of a menu is one, whatever it says; a button under cookies is theirs."""
    for at in range(1, len(rows)):
        row, before = rows[at], rows[at - 1]
        after = rows[at + 1] if at + 1 < len(rows) else before
        if len(row.text) > _SHORT:
            continue
        listed = {before.kind, after.kind} <= _LISTS
        if before.kind == "cookie" and row.kind in _LOOSE and len(row.text) <= _SHORT // 2:
            row.kind = "cookie"
        elif listed and row.kind in _ENTRIES and row.text[:1] != "©" and row.words <= 3:
            row.kind, row.sure = "menu", False


def _lists(rows: list[_Row]) -> None:
    """Runs of links: short ones are a menu, long ones other articles; a heading tells as well."""
    at = 0
    while at < len(rows):
        if rows[at].sure or rows[at].kind not in _LISTS:
            at += 1
            continue
        end = at
        while end < len(rows) and not rows[end].sure and rows[end].kind in _LISTS:
            end += 1
        run = rows[at:end]
        mean = sum(row.words for row in run) / len(run)
        headed = at > 0 and rows[at - 1].sure and rows[at - 1].kind == "read_also"
        for row in run:
            if headed and row.words > 1:
                row.kind = "read_also"
            elif len(run) > 2 and not _FEW <= mean <= _MANY:
                row.kind = "menu" if mean < _FEW else "read_also"
        at = end


def _talk(rows: list[_Row]) -> None:
    """Under the heading of the readers' comments, what says nothing of itself is theirs."""
    talking = False
    for row in rows:
        if row.kind == "comment":
            talking = True
        elif row.sure or row.kind == "notice" or (row.kind == "read_also" and row.words > 3):
            talking = talking and row.kind in ("byline", "share")
        elif talking and row.kind in ("other", "menu"):
            row.kind = "comment"


def _led(rows: Sequence[_Row], last: int, title: str | None) -> None:
    """Mark the line behind the text that leads to its rest."""
    wanted = fold(title or "")
    for at, row in enumerate(rows):
        if not last < row.order <= last + _NEAR:
            continue
        head, _, tail = row.text.partition(":")
        again = wanted and fold(tail).strip(' «»“”"') == wanted and furniture.lead(head)
        heads = [after.kind for after in rows[at + 1 : at + 3]] == ["read_also"] * 2
        if again or (furniture.lead(row.text) and row.words <= 12 and not heads):
            row.kind, row.sure = "link", True
            return
        if row.kind not in _PASSED and not furniture.wall(row.text):
            return


def _joined(rows: Iterable[_Row]) -> Iterable[Residue]:
    for kind, run in groupby(rows, key=lambda row: row.kind):
        lines = [row.text[:_LONGEST] for row in run]
        if kind in _ALONE:
            for line in lines:
                yield from _parted(line, kind)
        else:
            yield Residue("\n".join(lines)[:_MOST], kind)


def _parted(line: str, kind: str) -> Iterable[Residue]:
    """A caption and the credit at its end, each by itself."""
    at = furniture.credited(line) if kind == "caption" else None
    if at is None:
        yield Residue(line, kind)
        return
    if tokens(line[:at]):
        yield Residue(line[:at].rstrip(" ([|/"), kind)
    yield Residue(line[at:], "credit")
