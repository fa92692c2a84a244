"""Lines that are not the article, told by their words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from letapis import langs

__all__ = ["DOUBTFUL", "LONGEST", "credit", "footer", "kind"]

LONGEST = 600
"""Code points of the longest line that may be furniture: what is longer says something."""

DOUBTFUL = frozenset(("menu", "notice", "read_also", "recurrent", "share", "subscribe", "tags"))
"""Kinds whose patterns begin with a word that a heading may begin with as well."""

_ANY = (
    ("platform", r"tumblr (?:media|video)|this slideshow requires javascript\.?"),
    ("platform", r"(?:view this post on|посмотреть эту публикацию в|подивитися цей допис в) instagram.*"),
    ("notice", r"(?:©|\(c\)|copyright\b).*"),
    ("menu", r"(?:https?://|www\.)\S+"),
)


@cache
def _lines() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(kind, pattern) of every language's furniture, and what is the same in all of them."""
    found = list(_ANY)
    for language in langs.languages():
        found += language.furniture
    by_kind: dict[str, list[str]] = {}
    for name, pattern in found:
        by_kind.setdefault(name, []).append(f"(?:{pattern})")
    return tuple((name, re.compile("|".join(p), re.IGNORECASE)) for name, p in by_kind.items())


@cache
def _footers() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern, re.IGNORECASE) for language in langs.languages() for pattern in language.footers
    )


_FIRST = re.compile(r"[^.!?]{12,240}[.!?](?=\s)")


@lru_cache(maxsize=4096)
def kind(line: str) -> str | None:
    """What kind of residue a whole line is, or None where it may be the article.

    >>> kind("Tumblr media"), kind("© 2031 The Invented Gazette"), kind("The river rose again.")
    ('platform', 'notice', None)
    """
    line = line.strip()
    if not line or len(line) > LONGEST:
        return None
    if footer(line):
        return "footer"
    whole = next((name for name, pattern in _lines() if pattern.fullmatch(line)), None)
    first = _FIRST.match(line)
    if whole or not first or len(line) < 120:
        return whole
    # several sentences of it: the first one tells
    begins = next((name for name, pattern in _lines() if pattern.fullmatch(first[0])), None)
    return begins if begins in ("cookie", "notice", "subscribe") else None


def footer(line: str) -> re.Match[str] | None:
    """The match of a feed's footer, with the groups ``title`` and ``outlet``, or None.

    >>> footer("The post Bridge shut appeared first on The Invented Gazette.")["title"]
    'Bridge shut'
    >>> footer("The post was late again.") is None
    True
    """
    line = line.strip()
    if len(line) > LONGEST:
        return None
    return next((match for pattern in _footers() if (match := pattern.fullmatch(line))), None)


_OUTLET = (
    r"(?P<outlet>(?:[\w-]{2,40}\.[a-z]{2,10}\b"
    r"|(?-i:[A-ZА-ЯЁІЇЄҐЎŁŚŽČ«“\"][\w.&’'-]{1,40}(?:\s[A-ZА-ЯЁІЇЄҐЎ][\w.&’'-]{0,40}){0,3}[»”\"]?)))"
)
"""A name with a capital or in quotation marks, or a domain."""


@cache
def _credits(latin: bool) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(form.pattern.replace("{outlet}", _OUTLET), re.IGNORECASE)
        for language in langs.languages()
        for form in language.credits
        if (language.script == "Latn") == latin and form.kind not in ("told_to", "image_credit")
    )


@lru_cache(maxsize=4096)
def credit(line: str) -> bool:
    """Whether a line says little more than where the news is from ("The Gazette reports.").

    Such a line may be the article's own, and stays in its text; but documents like to end with it.

    >>> credit("This was reported by The Invented Gazette."), credit("The river rose again.")
    (True, False)
    """
    line = line.strip()
    if len(line) > 110 or not 2 <= len(line.split()) <= 10:
        return False
    latin = not any("\u0400" <= c <= "\u04ff" for c in line)
    for pattern in _credits(latin):
        match = pattern.search(line)
        if not match or match.start("outlet") == match.start():
            continue
        if len(line[: match.start()].split()) <= 2 and len(line[match.end() :].split()) <= 5:
            return True
    return False
