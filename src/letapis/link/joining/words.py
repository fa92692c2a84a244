"""Parts of names that have counterparts in other languages: types of bodies, nations, short forms."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from letapis import langs
from letapis.langs.base import words
from letapis.langs.base.office import rows
from letapis.link.joining.key import plain, stem

__all__ = ["LEGAL", "Lexicon", "lexicon", "parts"]

_PART = re.compile(r"[^\W_]+(?:[’'ʼ`´][^\W_]+)*")
_MOST = 300
"""Code points of a name that are looked at; longer ones are cut."""
_NO_NATION = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
_CONTINENTS = {"002", "003", "005", "009", "013", "019", "142", "150"}
LEGAL = words("""
    ооо оао зао пао ао нао одо ват тдв пп фоп вп чп уп руп кип куп суп чуп ип таа ааа ааат аат зат прат пат
    тов тзов ат дп ltd llc llp inc plc gmbh ag sa nv bv co corp ojsc cjsc jsc pjsc sp oo ab oy spa srl uab the
""")
"""Legal forms of companies, in letters of whatever language."""


class Lexicon(NamedTuple):
    """Look-ups by stems, for one language; a key is a tuple of stems."""

    concepts: dict[str, str]
    """Stem of one word → concept."""
    nations: dict[tuple[str, ...], str]
    """Stems → @ and the ISO 3166-1 code or the UN code of a continent; # and the GeoNames id of a town."""
    short: dict[tuple[str, ...], tuple[str, ...]]
    """Stems of a short form → tokens of the name in full."""
    idle: frozenset[str]
    """Folded words that say nothing in a name: function words, legal forms."""
    longest: int
    """Words of the longest key."""


def parts(surface: str) -> list[str]:
    """The words of a name, parted at hyphens as well.

    >>> parts("«Рупар-Плюс»")
    ['Рупар', 'Плюс']
    """
    return _PART.findall(surface[:_MOST])


@cache
def lexicon(language: str | None) -> Lexicon:
    """The look-ups of ``language``; those of no language are empty but for the idle words.

    >>> lexicon("ru").concepts[stem("министерством", "ru")]
    'ministry'
    >>> lexicon("be").nations[(stem("Нямеччына", "be"),)], lexicon("uk").nations[(stem("Німеччині", "uk"),)]
    ('@DE', '@DE')
    """
    known = langs.get(language)
    if known is None or language is None:
        return Lexicon({}, {}, {}, LEGAL, 1)
    concepts = {
        stem(word, language): concept.strip("-")
        for concept, found in rows(known.office.bodies)
        for word in found.split()
    }
    nations = _territories(language)
    for code, found in rows(known.office.nations):
        for word in found.split():
            nations[tuple(stem(part, language) for part in parts(word))] = (
                f"#{code}" if code.isdigit() else f"@{code}"
            )
    short = {
        tuple(stem(part, language) for part in parts(form)): _full(full)
        for form, full in rows(known.office.short)
    }
    longest = max((len(key) for table in (nations, short) for key in table), default=1)
    return Lexicon(concepts, nations, short, LEGAL | known.function, longest)


def _full(name: str) -> tuple[str, ...]:
    """Tokens of a name in full, written in concepts, ISO codes and English words."""
    english = langs.get("en")
    concepts = {concept for concept, _ in rows(english.office.bodies)} if english else set()
    return tuple(
        word if word in concepts else f"@{word.upper()}" if len(word) == 2 else _continent(word)
        for word in name.split()
    )


def _continent(word: str) -> str:
    return "@150" if word == "europe" else f"={plain(stem(word))}"


def _territories(language: str) -> dict[tuple[str, ...], str]:
    from babel import Locale  # 60 ms for all languages: only when names are joined

    return {
        tuple(stem(part, language) for part in parts(name)): f"@{code}"
        for code, name in sorted(Locale(language).territories.items())
        if (code.isalpha() and code not in _NO_NATION) or code in _CONTINENTS
    }
