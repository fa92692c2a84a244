"""Case forms of names, and letters of another script that look alike."""

from __future__ import annotations

from letapis.text import fold
from letapis.text.transliterate import latin as transliterated

__all__ = ["cyrillic", "forms", "labels", "latin", "mixed"]

_ENDINGS: tuple[tuple[str, str], ...] = (
    # the ending that goes, and the endings that may come: Russian, Ukrainian and Belarusian together
    ("ая", "ой ую ою ай аю"),
    ("яя", "ей юю ею яй"),
    ("ое", "ого ому ом ым"),
    ("ае", "ага аму ым"),
    ("не", "ного ному ним нім нага наму"),
    ("ке", "кого кому ким кім"),
    ("ые", "ых ым ыми"),
    ("ие", "их им ими"),
    ("ыя", "ых ым ымі"),
    ("ый", "ого ому ым ом"),
    ("ий", "ого его ому ему им ем ом ія ію ієм"),
    ("ия", "ии ию ией ий иям иях иями"),
    ("ія", "ії ію ією іі іяй"),
    ("ы", "ам ах ами амі аў ов"),
    ("и", "й ям ей ями ях ам ах ами ів ов"),
    ("і", "й аў яў ям ях ямі ям ам ах амі ей их им ими"),
    ("а", "ы и е у ой ай ою аю і ею ей ої ій ий ых их"),
    ("я", "и е ю ей ёй яй єю і ы"),
    ("й", "я ю ем ём е і єм ю єві"),
    ("ь", "я ю ем ём е и і ем ль"),
    ("ло", "ла лу лом ле"),
    ("хо", "ха ху хом хе"),
    ("но", "на ну ном не"),
    ("во", "ва ву вом ве"),
    ("о", ""),
    ("ё", "я ю ем"),
)
_CONSONANT = "а у ом ам е ы и і ові ем ов аў"
_SOFTER = {"д": "дз", "т": "ц", "г": "з", "к": "ц", "х": "с"}
_LOOKALIKE = dict(zip("АВЕКМНОРСТУХІЈЅаеорсухіјѕкмтнвь", "ABEKMHOPCTYXIJSaeopcyxijskmthbb", strict=True))
_LATIN = str.maketrans({a: b for a, b in _LOOKALIKE.items() if a not in "кмтнвь"})
_CYRILLIC = str.maketrans({b: a for a, b in _LOOKALIKE.items() if a not in "кмтнвьЈЅјѕ"})
_VOWELS = frozenset("АЕИІОУЫЮЯ")
_CONSONANTS = frozenset("бвгґджзклмнпрстфхцчшщ")


def forms(word: str) -> frozenset[str]:
    """Folded forms that a Cyrillic name's word takes in its cases; other words have one form.

    Endings of three languages are not told apart, so that more forms come out than exist.
    Abbreviations in capitals of up to four letters, or five with a vowel at the end, are not inflected.

    >>> sorted(forms("Рупар"))[:5]
    ['рупар', 'рупара', 'рупарам', 'рупараў', 'рупаре']
    >>> "зарнице" in forms("Зарница") and "праўдзе" in forms("Праўда")
    True
    >>> forms("Harbour"), forms("УНН")
    (frozenset({'harbour'}), frozenset({'унн'}))
    """
    folded = fold(word)
    found = {folded}
    if len(folded) < 3 or not _is_cyrillic(folded) or _short(word):
        return frozenset(found)
    for ending, others in _ENDINGS:
        if folded.endswith(ending):
            stem = folded[: -len(ending)]
            found.update(stem + fold(other) for other in others.split())
            if ending == "а" and stem[-1:] in _SOFTER:
                soft = stem[:-1] + _SOFTER[stem[-1]]
                found.update((soft + "е", soft + "і", soft + "ы"))
            break
    else:
        if folded[-1] in _CONSONANTS:
            found.update(folded + fold(other) for other in _CONSONANT.split())
            if folded.endswith("ъ"):
                found.update(folded[:-1] + fold(other) for other in _CONSONANT.split())
    if folded.endswith("ъ"):
        found |= forms(word[:-1])
    return frozenset(found)


def _short(word: str) -> bool:
    return word.isupper() and len(word) <= (5 if word[-1] in _VOWELS else 4)


def mixed(word: str) -> bool:
    """Whether Latin and Cyrillic letters stand in one word.

    >>> mixed("Rupаr"), mixed("Rupar"), mixed("Рупар24")
    (True, False, False)
    """
    return any(_cyr(c) for c in word) and any("a" <= c <= "z" for c in word.lower())


def latin(word: str) -> str:
    """The word with Cyrillic letters that look Latin made Latin.

    >>> latin("Нarbоur").isascii()
    True
    """
    return word.translate(_LATIN)


def cyrillic(word: str) -> str:
    """The word with Latin letters that look Cyrillic made Cyrillic.

    >>> cyrillic("Pупaр") == "Рупар"
    True
    """
    return word.translate(_CYRILLIC)


def _is_cyrillic(word: str) -> bool:
    return any(_cyr(c) for c in word)


def _cyr(c: str) -> bool:
    return "\u0400" <= c <= "\u052f"


def labels(words: str) -> tuple[str, ...]:
    """What a domain's label with stray spaces in it may be; short ones where a single letter went astray.

    >>> labels("n avin y"), labels("н aviny"), labels("T ut"), labels("a by")
    (('naviny',), ('нaviny', 'naviny'), ('Tut',), ('aby',))
    """
    parts = words.split()
    whole = latin("".join(parts))
    single = len(parts) > 1 and len(parts[0]) == 1
    if len(whole) < (3 if single else 5):
        return ()
    other = transliterated(parts[0]) + "".join(parts[1:]) if single and parts[0] > "\u0400" else whole
    return (whole,) if other == whole else (whole, other)
