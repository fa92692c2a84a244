"""Which money: words and signs to ISO 4217, where a family of currencies needs the country."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from letapis.link.measure.sight import Sight

__all__ = ["SIGNS", "Which", "context", "prefix"]

SIGNS = {
    "$": "dollar",
    "€": "EUR",
    "£": "GBP",
    "₽": "RUB",
    "₴": "UAH",
    "¥": "JPY",
    "₸": "KZT",
    "₾": "GEL",
    "₪": "ILS",
}
"""Signs of money, which stand before a number or after it."""
_CODES = frozenset(
    {
        "USD",
        "EUR",
        "GBP",
        "BYN",
        "BYR",
        "RUB",
        "UAH",
        "PLN",
        "CHF",
        "JPY",
        "CNY",
        "SEK",
        "NOK",
        "DKK",
        "CZK",
        "KZT",
        "GEL",
        "AMD",
        "MDL",
        "RON",
        "TRY",
        "ILS",
        "INR",
        "CAD",
        "AUD",
    }
)
_LETTERS = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "hk": "HKD",
    "nz": "NZD",
    "s": "SGD",
}
_OF: dict[str, dict[str, str]] = {
    "rouble": {"BY": "BYN", "RU": "RUB"},
    "kopeck": {"BY": "BYN", "RU": "RUB"},
    "dollar": {"US": "USD", "AU": "AUD", "CA": "CAD", "SG": "SGD", "HK": "HKD", "NZ": "NZD"},
    "pound": {"GB": "GBP"},
    "franc": {"CH": "CHF"},
    "crown": {"CZ": "CZK", "SE": "SEK", "NO": "NOK", "DK": "DKK"},
    "leu": {"MD": "MDL", "RO": "RON"},
    "lira": {"TR": "TRY"},
    "rupee": {"IN": "INR", "PK": "PKR"},
    "peso": {"MX": "MXN", "AR": "ARS"},
}
_USUAL = {"dollar": "USD", "pound": "GBP", "franc": "CHF", "lira": "TRY", "rupee": "INR"}
_REFORM = date(2016, 7, 1)
"""BYN replaced BYR at 1 to 10,000 (edict 450 of the president of Belarus, 4 November 2015)."""

Which = Callable[[str, str], tuple[str | None, str]]


def context(s: Sight, published: date | None, home: str | None) -> Which:
    """What tells the currency of a family, given the land named beside it.

    Without one it is the land of the family that the text names most often, then that of the
    outlet (``home``), then the usual one; a rouble of none of these stays unknown.
    """
    counts: dict[str, int] = {}

    def named() -> dict[str, int]:
        if not counts:
            counts[""] = 0
            lands = s.quantity.lands
            stems = tuple(lands)
            for fold in s.stream.folds:
                if fold.startswith(stems):
                    land = next(lands[stem] for stem in stems if fold.startswith(stem))
                    counts[land] = counts.get(land, 0) + 1
        return counts

    def which(family: str, land: str) -> tuple[str | None, str]:
        codes = _OF.get(family)
        if codes is None:
            return (family if len(family) == 3 and family.isupper() else None), "named"
        if code := codes.get(land):
            return _dated(code, published), "named"
        if family in ("rouble", "kopeck", "crown", "leu", "peso"):
            seen = named()
            best = max(codes, key=lambda one: (seen.get(one, 0), one == home))
            if seen.get(best, 0) or best == home:
                return _dated(codes[best], published), "countries of the text" if seen.get(best) else "outlet"
            if s.language == "be" and family in ("rouble", "kopeck"):
                return _dated("BYN", published), "language"
        return _USUAL.get(family), "usual"

    return which


def _dated(code: str, published: date | None) -> str:
    return "BYR" if code == "BYN" and published and published < _REFORM else code


def prefix(s: Sight, at: int) -> tuple[str, int] | None:
    """The money before the number at a token, as code or family, and the token it begins at."""
    before = at - 1
    sign = s.words[before] if before >= 0 else ""
    if money := SIGNS.get(sign):
        letters = s.folds[before - 1] if before and s.touches(before - 1) else ""
        if money == "dollar" and letters in _LETTERS:
            return _LETTERS[letters], before - 1
        return money, before
    if sign in _CODES:
        return sign, before
    if sign.isascii() and sign.isalpha() and (code := s.quantity.money.get(s.folds[before], "")).isupper():
        return code, before
    return None
