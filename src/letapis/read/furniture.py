"""Lines that are not the article, told by their words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from letapis import langs

__all__ = ["DOUBTFUL", "LONGEST", "credit", "credited", "footer", "garbled", "kind", "lead", "wall"]

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


@cache
def _either() -> re.Pattern[str]:
    """All of these at once: most lines are none of them, which one look tells."""
    parts = [pattern.pattern for _, pattern in _lines()]
    parts += [_GROUP.sub("(?:", pattern.pattern) for pattern in _footers()]
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)


_GROUP = re.compile(r"\(\?P<\w+>")

_GARBLED = re.compile(
    "(?:[РС][ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї]){2,}"
    "|(?:[ÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){2,}|(?:\ufffd\\s?){2,}"
)
"""UTF-8 Cyrillic that was read as windows-1251 or windows-1252, and characters that are lost."""


def garbled(line: str) -> bool:
    """Whether most of a line is letters read in a wrong encoding, which nobody can read.

    >>> garbled("Мост закрыт до мая".encode().decode("cp1251", "ignore")), garbled("РСФСР и СССР")
    (True, False)
    """
    spoilt = sum(len(match[0]) for match in _GARBLED.finditer(line))
    return spoilt > 5 and 2 * spoilt > sum(not c.isspace() for c in line)


_TOLD = 250
_INNER = re.compile(r"[\w»”)]{2}[.!?…]\s+[«“\"]?[^\W\d_a-zа-яёіїєўґ][^.!?]{40}")
"""Where the next sentence of a line begins, if it is one that says something."""
_FIRST = re.compile(r"[^.!?]{12,240}[.!?](?=\s)")


@lru_cache(maxsize=1 << 14)
def kind(line: str) -> str | None:
    """What kind of residue a whole line is, or None where it may be the article.

    >>> kind("Tumblr media"), kind("© 2031 The Invented Gazette"), kind("The river rose again.")
    ('platform', 'notice', None)
    """
    line = line.strip()
    if not line or len(line) > LONGEST:
        return None
    whole = None
    if _either().fullmatch(line):
        if footer(line):
            return "footer"
        whole = next((name for name, pattern in _lines() if pattern.fullmatch(line)), None)
    first = _FIRST.match(line) if len(line) >= 120 else None
    if whole in DOUBTFUL and len(line) > _TOLD and len(_INNER.findall(line)) > 1:
        return None  # a paragraph that only begins so
    if whole or not first:
        return whole
    # several sentences of it: the first one tells
    if not _either().fullmatch(first[0]):
        return None
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


@cache
def _leads() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for one in langs.languages() for pattern in one.more)


@lru_cache(maxsize=4096)
def lead(line: str) -> bool:
    """Whether a whole line leads to the rest of a text that breaks off.

    >>> lead("( Read more... )"), lead("Читать далее →"), lead("They read more than they write.")
    (True, True, False)
    """
    line = line.strip()
    if not line or len(line) > _LEAD or _ELSEWHERE.search(line):
        return False
    return any(match.start() == 0 for pattern in _leads() if (match := pattern.search(line)))


_LEAD = 120
_ELSEWHERE = re.compile(
    r":$|^\W*(?:more|ещё|еще|ще|яшчэ|больше|більше|больш|details?|подробности|подробиці|падрабязнасці)\W*$"
    r"|^(?:learn|see|find out|view|get|discover) |^(?:read |see )?more (?:on|in|about|from)\b",
    re.IGNORECASE,
)
"""Lines that lead to other articles, or name a part of the site."""


@cache
def _walls() -> re.Pattern[str]:
    said = [pattern for language in langs.languages() for pattern in language.walls]
    return re.compile("|".join(f"(?:{pattern})" for pattern in said), re.IGNORECASE)


@lru_cache(maxsize=4096)
def wall(line: str) -> bool:
    """Whether a line says that the rest of a text is for those who pay or register.

    >>> wall("To read the whole story, log in or subscribe."), wall("Subscribe to our newsletter.")
    (True, False)
    """
    return 10 <= len(line) <= _WALL and bool(_walls().search(line))


_WALL = 300


_ENDING = re.compile(r"(?<=[.!?…»”)\]|/])\s+(?=\S)|\s*[(\[|/]\s*(?=[^\W\d_])")


def credited(caption: str) -> int | None:
    """Where in a picture's caption the credit of the picture begins, or None.

    >>> caption = "The quay at noon. Photo: Ann Reed"
    >>> caption[credited(caption) :]
    'Photo: Ann Reed'
    """
    if kind(caption) == "credit":
        return 0
    for match in _ENDING.finditer(caption):
        if kind(caption[match.end() :].rstrip(" )]")) == "credit":
            return match.end()
    return None


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
