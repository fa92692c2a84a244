"""Names of bodies and places as sets of tokens: the same set in every case, word order and language."""

from __future__ import annotations

from functools import cache, lru_cache

from letapis.link.joining.key import plain, stem
from letapis.link.joining.words import Lexicon, lexicon, parts
from letapis.outlets.forms import cyrillic
from letapis.text import fold

__all__ = ["Bag", "bag", "bare", "generic", "ground", "misspelt", "wide"]

Bag = frozenset[str]
"""Tokens: concepts ("ministry"), nations ("@BY"), cities ("#625144"), other words ("=rupar")."""
_WIDE = frozenset(
    {"european", "world", "international", "united", "atlantic", "eurasian", "=independent", "olympic"}
)
_LONG = 9
"""Letters of a nation's name that may miss one: short names are too near to others."""
_REPUBLICS = frozenset({"@CN", "@KR", "@KP", "@CG", "@CD", "@TW"})
"""Nations' names that several states bear, told apart by what kind of republic they are."""
_HOUSES = frozenset({"commons", "lords", "representatives"})
"""English calls houses what others call chambers."""
_OFFICES = frozenset(
    {
        "administration",
        "agency",
        "bank",
        "cabinet",
        "commission",
        "committee",
        "council",
        "court",
        "department",
    }
    | {"government", "ministry", "parliament", "party", "prosecutor", "senate", "service"}
)
"""Concepts that make no place's name, but for squares and streets."""
_CYRILLIC = frozenset({"be", "ru", "uk"})
_SAME = {
    frozenset(("commission", "european", "union")): frozenset(("commission", "european")),
    frozenset(("parliament", "european", "union")): frozenset(("parliament", "european")),
}


@lru_cache(maxsize=400_000)
def bag(surface: str, language: str | None = None) -> Bag:
    """The tokens of a name; empty where there is no word in it.

    >>> bag("Министерством иностранных дел Литвы", "ru") == bag("літоўскага МЗС", "be")
    True
    >>> bag("Єврокомісії", "uk") == bag("European Commission", "en") == bag("Европейская комиссия", "ru")
    True
    >>> sorted(bag("ОАО «Рупар»", "ru"))
    ['=rupar']
    """
    words = parts(surface)
    if len(words) == 1 and language in _CYRILLIC and cyrillic(words[0]) != words[0]:
        words = [_typed(words[0], language)]
    known = lexicon(_tongue(words, language))
    stems = [stem(word, language) for word in words]
    found: list[str] = []
    at = 0
    while at < len(words):
        some, step = _match(words, stems, at, known)
        found.extend(some)
        at += step
    tokens = frozenset(token for token in found if token)
    if not tokens:
        tokens = frozenset(f"={plain(one)}" for one in stems)
    nations = {token for token in tokens if token[0] == "@"}
    if "republic" in tokens and nations and (len(tokens) > 2 or not nations & _REPUBLICS):
        tokens = tokens - {"republic"}
    if "house" in tokens and tokens & _HOUSES:
        tokens = tokens - {"house"} | {"chamber"}
    return _SAME.get(tokens, tokens)


def bare(surface: str, language: str | None) -> Bag:
    """The words of a name as tokens, whatever they may mean.

    >>> sorted(bare("New Rupar", "en"))
    ['=nev', '=rupar']
    """
    return frozenset(f"={plain(stem(word, language))}" for word in parts(surface))


def generic(tokens: Bag) -> bool:
    """Whether a name consists of words of kind alone, so that many bodies may bear it.

    >>> generic(bag("Верховный суд", "ru")), generic(bag("Верховный суд Литвы", "ru"))
    (True, False)
    """
    return not any(token[0] in "=@#" for token in tokens) and not tokens & _WIDE


def ground(kind: str, tokens: Bag) -> bool:
    """Whether a name is a place's: it was taken for one, and no word in it is a public body's.

    >>> ground("place", bag("Кабмин Литвы", "ru")), ground("place", bag("Минская область", "ru"))
    (False, True)
    """
    return kind == "place" and (not tokens & _OFFICES or bool(tokens & {"square", "street"}))


def wide(tokens: Bag) -> bool:
    """Whether it is one thing whatever it is taken for: a nation, or a body of many nations.

    >>> wide(bag("ЕС", "ru")), wide(bag("Литва", "ru")), wide(bag("Рупар", "ru"))
    (True, True, False)
    """
    return bool(tokens & _WIDE) or (len(tokens) == 1 and next(iter(tokens))[0] == "@")


def misspelt(tokens: Bag, language: str | None) -> Bag:
    """The nation whose long name a single word is but for one letter; else ``tokens``.

    >>> misspelt(bag("Вялікбрытанія", "be"), "be") == bag("Вялікабрытанія", "be")
    True
    """
    if len(tokens) != 1 or language is None:
        return tokens
    (token,) = tokens
    if token[0] != "=" or len(token) <= _LONG:
        return tokens
    found = {_nations(language).get(key) for key in _cuts(token[1:])} - {None}
    return frozenset(found) if len(found) == 1 else tokens  # type: ignore[arg-type]


@cache
def _nations(language: str) -> dict[str, str]:
    """Long names of nations without one letter, or whole → the nation."""
    table: dict[str, str] = {}
    for key, code in lexicon(language).nations.items():
        name = plain(key[0])
        if len(key) == 1 and len(name) >= _LONG and code[0] == "@":
            for cut in _cuts(name):
                table[cut] = "" if table.get(cut, code) != code else code
    return {cut: code for cut, code in table.items() if code}


def _cuts(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(min(len(word), 30)))}


def _match(words: list[str], stems: list[str], at: int, known: Lexicon) -> tuple[tuple[str, ...], int]:
    """The tokens that the words from ``at`` on stand for, and how many words they take."""
    for size in range(min(known.longest, len(stems) - at), 0, -1):
        key = tuple(stems[at : at + size])
        if key in known.short and (size > 1 or len(key[0]) > 4 or words[at][:2].isupper()):
            return known.short[key], size
        if key in known.nations and (words[at][:1].isupper() or len(words[at]) > 3):
            return (known.nations[key],), size
    if fold(words[at]) in known.idle:
        return (), 1
    concept = known.concepts.get(stems[at])
    return (concept if concept is not None else f"={plain(stems[at])}",), 1


def _typed(word: str, language: str) -> str:
    """A short form of ``language`` that was typed in look-alike Latin letters ("EC" for "ЕС")."""
    other = cyrillic(word)
    known = (stem(other, language),) in lexicon(language).short and word.isupper()
    return other if known and all("\u0400" <= letter <= "\u04ff" for letter in other) else word


def _tongue(words: list[str], language: str | None) -> str | None:
    """The language that a name is in: English where it is in Latin letters within Cyrillic ones."""
    if (
        language in _CYRILLIC
        and words
        and not any("\u0400" <= letter <= "\u04ff" for word in words for letter in word)
    ):
        return "en"
    return language
