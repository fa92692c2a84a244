"""Outlets named in a text: by domain, by handle, by name in any case form, damaged or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from letapis.outlets.base import Outlet, outlets
from letapis.outlets.beside import CLOSE, OPEN, counted, noun, quoted
from letapis.outlets.forms import cyrillic, forms, labels, latin, mixed
from letapis.outlets.host import hosts, opening
from letapis.text import fold
from letapis.text.stream import Stream, stream

__all__ = ["Found", "by_domain", "by_handle", "by_name", "find", "scan"]

_WORD = re.compile(r"[^\W_]+")
_CAPITAL = re.compile(r"(?<![^\W_])(?=[^\Wa-zа-яёіїєґў_])[^\W_]+")
_NEXT = re.compile(r"(?:\.|(?<=[a-z]))(?=[^\W\d_a-zа-яёіїєґў])[^\W\d_]+$")
"""The first word of the next sentence, glued on: "naviny.by.The", "naviny.byThe"."""
_SPACED = re.compile(r"\. ?(by|ua|ru|org|com|net|info|eu|io|media|pl|lt|online)(?![\w-])", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w@/.])@(\w{2,40})|(?:t\.me/(?:s/)?|twitter\.com/)(\w{2,40})", re.IGNORECASE)
_GAP = re.compile(r"[ \u00a0/&:.'’-]{0,2}")
_HYPHENED = re.compile(r"\w-$")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_INSIDE = re.compile(r"[a-zа-яёіїєґў,] ?$")
"""What stands before a capital that begins no sentence."""
_STRAY = 24
"""How far before a dot the letters of a domain with stray spaces are looked for."""
_MOST = 400_000
"""Folded words that are remembered as beginning a name or not."""


class Found(NamedTuple):
    """An outlet named in a text; ``damaged`` where its name was not written as it should be."""

    start: int
    stop: int
    outlet: Outlet
    damaged: bool


@dataclass(frozen=True, slots=True)
class _Form:
    words: tuple[frozenset[str], ...]
    outlet: Outlet
    cautious: bool
    upper: bool
    """Whether its one word counts in capitals only."""
    high: tuple[bool, ...]
    """Which of its words has a capital, as it is listed."""
    latin: bool


def by_domain(host: str | None) -> Outlet | None:
    """The outlet that publishes under a host, ``www.`` and other subdomains folded away.

    >>> by_domain("www.naviny.by").name, by_domain("news.naviny.by").name
    ('Naviny.by', 'Naviny.by')
    >>> by_domain("unheard.example") is None
    True
    """
    labels = (host or "").strip().rstrip(".").casefold().split(".")
    table = _domains()
    for start in range(len(labels) - 1):
        hit = table.get(".".join(labels[start:]))
        if hit:
            return hit
    return None


def by_handle(handle: str) -> Outlet | None:
    """The outlet with this name on Telegram or Twitter, with or without ``@``.

    >>> by_handle("@nexta_live").name
    'Nexta'
    """
    return _handles().get(handle.removeprefix("@").casefold())


def by_name(form: str | None, *, sure: bool = False) -> Outlet | None:
    """The outlet that is called so, in any script, case form, quotes or damage, or by domain.

    With ``sure``, a name that is also a common word counts in quotation marks only, and capitals count.

    >>> by_name("«Медиазоне»").name, by_name("БЕЛАПАН").name, by_name("naviny.by").name
    ('Mediazona', 'BelaPAN', 'Naviny.by')
    >>> by_name("Unheard Herald") is None
    True
    >>> by_name("проект").name, by_name("Проект", sure=True)
    ('Proekt', None)
    """
    if sure:
        return _sure((form or "").strip(" \u00a0.,"))
    name = (form or "").strip(OPEN + CLOSE + " \u00a0.,")
    if not name:
        return None
    hit = by_domain(name)
    if hit:
        return hit
    words = [match[0] for match in _WORD.finditer(_plain(name))]
    return (
        next((f.outlet for f in _at(words, caseless=True) if len(f.words) == len(words)), None)
        if words
        else None
    )


def _sure(name: str) -> Outlet | None:
    """The outlet that all of ``name`` surely names, quotation marks left out."""
    found = find(name)
    whole = len(found) == 1 and found[0].stop - found[0].start >= len(name.strip(OPEN + CLOSE))
    return found[0].outlet if whole else None


def find(text: str) -> list[Found]:
    """Outlets named in ``text``, in order, without overlaps.

    Names that are also common words count only in quotation marks, after a word for an outlet ("the
    newspaper Time"), with a capital that the words would not have ("Новы Час"), and within a sentence
    where the text surely names the outlet elsewhere. Domains are seen in any case;
    ``damaged`` tells of stray spaces and of look-alike letters of another script.

    >>> text = "told N aviny.by and «Проект», wrote Медуза; проект"
    >>> [(text[f.start:f.stop], f.outlet.name, f.damaged) for f in find(text)]
    [('N aviny.by', 'Naviny.by', True), ('Проект', 'Proekt', False), ('Медуза', 'Meduza', False)]
    """
    return [found for found, weak in scan(text) if not weak]


def scan(text: str, tokens: Stream | None = None) -> list[tuple[Found, bool]]:
    """As :func:`find`, with cautious names that nothing shows to be outlets too, marked True.

    ``tokens`` are those of ``text``, where somebody has them already.

    >>> [(found.outlet.name, weak) for found, weak in scan("Проект и «Проект»")]
    [('Proekt', True), ('Proekt', False)]
    """
    spans: list[tuple[Found, bool]] = [(found, False) for found in _hosts(text)]
    taken = sorted((found.start, found.stop) for found, _ in spans)
    spans.extend(_names(text, taken, stream(text) if tokens is None else tokens))
    spans.sort(key=lambda pair: (pair[0].start, -pair[0].stop))
    kept: list[tuple[Found, bool]] = []
    end = -1
    for pair in spans:
        if pair[0].start >= end:
            kept.append(pair)
            end = pair[0].stop
    return _seconded(text, kept)


def _seconded(text: str, found: list[tuple[Found, bool]]) -> list[tuple[Found, bool]]:
    """``found``, a weak name made sure within a sentence where the text surely names its outlet elsewhere."""
    sure = {one.outlet for one, weak in found if not weak}
    if not sure or all(one.outlet not in sure for one, weak in found if weak):
        return found
    return [
        (one, weak and (one.outlet not in sure or not _INSIDE.search(text, max(0, one.start - 3), one.start)))
        for one, weak in found
    ]


def _hosts(text: str) -> Iterable[Found]:
    if "@" in text or "t.me/" in text or "twitter.com/" in text:
        for match in _HANDLE.finditer(text):
            outlet = by_handle(match[1] or match[2])
            if outlet:
                yield Found(opening(text, match.start()), match.end(), outlet, False)
    for match in hosts(text):
        yield from _host(match, match["host"])
    for match in _SPACED.finditer(text):
        stray = _stray(text, match)
        if stray:
            yield stray


def _host(match: re.Match[str], host: str) -> Iterator[Found]:
    outlet, whole = by_domain(host), match.end()
    glued = None if outlet else _NEXT.search(host)
    if glued:
        outlet, whole = by_domain(host[: glued.start()]), match.start("host") + glued.start()
    start = opening(match.string, match.start())
    if outlet:
        yield Found(start, whole, outlet, False)
    elif mixed(host) and (outlet := by_domain(latin(host))):
        yield Found(start, match.end(), outlet, True)


def _stray(text: str, match: re.Match[str]) -> Found | None:
    """A domain of the registry with one or two spaces inside it: "N aviny.by", "naviny .by"."""
    dot = match.start() - (text[match.start() - 1 : match.start()] == " ")
    line = text.rfind("\n", max(0, dot - _STRAY), dot) + 1
    start = max(line, dot - _STRAY)
    before = text[start:dot]
    if not before[-1:].isalnum():
        return None
    wide = match.end() - dot - len(match[1]) > 1
    at = [
        i for i in range(len(before)) if not before[i].isspace() and (i == 0 or not before[i - 1].isalnum())
    ]
    for i in reversed(at):
        inside = before[i:].count(" ") + before[i:].count("\u00a0")
        if inside > 2:
            break
        for label in labels(before[i:]) if inside or wide else ():
            if outlet := _domains().get(f"{label}.{match[1]}".casefold()):
                return Found(start + i, match.end(), outlet, True)
    return None


def _names(text: str, taken: list[tuple[int, int]], tokens: Stream) -> Iterable[tuple[Found, bool]]:
    index, cursor = _index(), 0
    for match in _candidates(text, tokens):
        start, stop = match.span()
        while cursor < len(taken) and taken[cursor][1] <= start:
            cursor += 1
        if cursor < len(taken) and taken[cursor][0] <= start:
            continue
        word = match[0]
        key = fold(word)
        broken = False
        if key not in index:
            mended = _mended(text, match)
            if not mended:
                continue
            word, stop, broken = mended
        pair = _longest(text, word, start, stop, broken)
        if pair:
            yield pair


def _candidates(text: str, tokens: Stream) -> Iterator[re.Match[str]]:
    """Words with a capital that a name may begin with."""
    words, memo = tokens.words, _memo()
    if not memo.keys() >= set(words):
        if len(memo) > _MOST:
            memo.clear()
        memo.update((word, _may(word)) for word in set(words).difference(memo))
    for number in [number for number, word in enumerate(words) if memo[word]]:
        word = words[number]
        if len(word) == 1 and fold(word) not in _index():
            after = words[number + 1] if number + 1 < len(words) else "."
            if len(after) < 4 or not after[0].islower():
                continue
        begins = _WORD if word.islower() else _CAPITAL
        yield from begins.finditer(text, tokens.starts[number], tokens.stops[number])


def _may(word: str) -> bool:
    """Whether a name may begin with a word, or with one of its parts; or might, its damage undone."""
    if word.islower():  # as it is listed: "hromadske"
        return len(word) > 5 and any(word in form.outlet.names for form in _index().get(word, ()))
    if not word[0].isalnum():
        return False
    if len(word) == 1:
        return word.isalpha()
    index = _index()
    return mixed(word) or any(fold(part) in index for part in _WORD.findall(word))


@cache
def _memo() -> dict[str, bool]:
    return {}


def _longest(text: str, word: str, start: int, stop: int, broken: bool) -> tuple[Found, bool] | None:
    words = [(word, start, stop)]
    end = stop
    most = max(len(form.words) for form in _index()[fold(_straight(word))])
    while len(words) < most:
        gap = _GAP.match(text, end)
        after = _WORD.match(text, gap.end() if gap else end)
        if not after or "\n" in text[end : after.start()]:
            break
        words.append((after[0], after.start(), after.end()))
        end = after.end()
    named = list(_at([word for word, _, _ in words]))
    if not named:
        return None
    best = max(named, key=lambda form: (len(form.words), not form.cautious))
    named_by, last = words[: len(best.words)], words[len(best.words) - 1][2]
    if best.outlet.bearers and _borne(text, start, best.outlet):
        return None
    if not best.cautious:
        return Found(start, last, best.outlet, broken), False
    said = noun(text, start)
    own = said and next((f for f in _at([said, *(word for word, _, _ in named_by)]) if f.outlet), None)
    outlet = own.outlet if own and len(own.words) == len(named_by) + 1 else best.outlet
    weak = not (said or quoted(text, start, last) or _raised(best, named_by))
    if weak and (_HYPHENED.search(text, max(0, start - 2), start) or counted(text, named_by[-1][0], last)):
        return None  # a common word inside a longer name, or before a number that counts what follows
    return Found(start, last, outlet, broken), weak


def _borne(text: str, start: int, outlet: Outlet) -> bool:
    """Whether a given name of somebody with the outlet's name for a surname stands before it."""
    before = text[max(0, start - 20) : start].split()
    return bool(before) and fold(before[-1]) in {form for name in outlet.bearers for form in forms(name)}


def _raised(form: _Form, words: Sequence[tuple[str, int, int]]) -> bool:
    """Whether a word has a capital that it would not have as a common word: "Новы Час"."""
    if form.latin or all(word.isupper() for word, _, _ in words):
        return False
    return any(word[0].isupper() and not high for (word, _, _), high in zip(words, form.high, strict=True))


def _at(words: Sequence[str], *, caseless: bool = False) -> Iterator[_Form]:
    """Names that begin with the first of ``words`` and go on with the next."""
    keys = [fold(_straight(word)) for word in words]
    for form in _index().get(keys[0], ()):
        size = len(form.words)
        if size > len(keys) or not all(keys[i] in form.words[i] for i in range(1, size)):
            continue
        if caseless or _cased(form, words):
            yield form


def _cased(form: _Form, words: Sequence[str]) -> bool:
    """Whether capitals stand where the name has them; in Cyrillic only its first word need have one."""
    if form.upper:
        return words[0].isupper()
    return not form.latin or not any(
        high and word.islower() for word, high in zip(words[1:], form.high[1:], strict=False)
    )


def _mended(text: str, match: re.Match[str]) -> tuple[str, int, bool] | None:
    """The word at ``match`` with its damage undone, where that makes a name's first word."""
    word, stop = match[0], match.end()
    if mixed(word):
        for other in (_straight(word), latin(word), cyrillic(word)):
            if fold(other) in _index():
                return other, stop, True
        return None
    if len(word) == 1 and text[stop : stop + 1] in (" ", "\u00a0"):
        rest = _WORD.match(text, stop + 1)
        if rest and rest[0][0].islower() and len(rest[0]) >= 4 and fold(word + rest[0]) in _index():
            return word + rest[0], rest.end(), True
    return None


def _straight(word: str) -> str:
    """A word of two scripts in the script of most of its letters."""
    if not mixed(word):
        return word
    made = cyrillic(word) if sum("\u0400" <= c <= "\u052f" for c in word) * 2 >= len(word) else latin(word)
    return word if mixed(made) else made


def _plain(name: str) -> str:
    return name.replace("’", "'").replace("ʼ", "'")


@cache
def _domains() -> dict[str, Outlet]:
    return {domain.casefold(): outlet for outlet in outlets() for domain in outlet.domains}


@cache
def _handles() -> dict[str, Outlet]:
    return {handle.casefold(): outlet for outlet in outlets() for handle in outlet.handles}


@cache
def _index() -> dict[str, tuple[_Form, ...]]:
    """First word of a name, folded, in every case form → the names that begin with it."""
    index: dict[str, list[_Form]] = {}
    for outlet in outlets():
        for names, cautious in (((outlet.name, *outlet.names), False), (outlet.cautious, True)):
            for name in dict.fromkeys(names):
                if name.casefold() not in outlet.domains and (cautious or not _doubted(name, outlet)):
                    _enter(index, name, outlet, cautious)
    return {word: tuple(found) for word, found in index.items()}


def _doubted(name: str, outlet: Outlet) -> bool:
    """Whether a name is among the cautious ones; an abbreviation in capitals is another than its word."""
    folded = {fold(one) for one in outlet.cautious}
    return name in outlet.cautious or (fold(name) in folded and not _upper(name))


def _upper(name: str) -> bool:
    return name.isalpha() and name.isupper() and len(name) <= 5


def _enter(index: dict[str, list[_Form]], name: str, outlet: Outlet, cautious: bool) -> None:
    words = [match[0] for match in _WORD.finditer(_plain(name))]
    sets = tuple(forms(word) for word in words)
    high = tuple(word[0].isupper() for word in words)
    form = _Form(sets, outlet, cautious, _upper(name), high, name.isascii() or not _CYRILLIC.search(name))
    for first in sets[0]:
        index.setdefault(first, []).append(form)
