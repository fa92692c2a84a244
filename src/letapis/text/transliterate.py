"""Names across scripts: Latin letters for Cyrillic ones, and a key that spellings share."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["latin", "skeleton"]

_LETTERS = dict(
    zip(
        "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя",
        re.split(" ", "a b v g g d e e e zh z i i i i k l m n o p r s t u u f h c ch sh shch  i  e iu ia"),
        strict=True,
    )
)
_PLAIN = str.maketrans(
    "áàâäãåąčćçďéèêëěęíìîïłľńňñóòôöõőøřŕśšşťúùûüůűýžźżß",
    "aaaaaaacccdeeeeeeiiiillnnnooooooorrssstuuuuuuyzzzs",
)
_ENDINGS = re.compile(
    r"(?:ами|ями|ого|его|ому|ему|ага|яга|аму|яму|ого|ему|ой|ою|ай|аю|ом|ем|ам|ям|ым|им|ым|ім|ов|ев|аў|яў|ів|их|ых|"
    r"ах|ях|ый|ий|ая|яя|ое|ее|ую|юю|’s|'s|[аеёиоуыэюяіїйьў])$"
)
_DIGRAPHS = (
    ("shch", "s"),
    ("sch", "s"),
    ("tch", "c"),
    ("tsch", "c"),
    ("sh", "s"),
    ("ch", "c"),
    ("zh", "s"),
    ("cz", "c"),
    ("sz", "s"),
    ("ph", "f"),
    ("th", "t"),
    ("kh", "g"),
    ("ck", "k"),
    ("qu", "kv"),
    ("x", "ks"),
    ("dzh", "g"),
    ("dz", "s"),
    ("ts", "s"),
)
_ONE = str.maketrans("hwzcqj", "gvskkg")


def latin(text: str) -> str:
    """Lower-case Latin letters for Russian, Ukrainian and Belarusian ones, by sound.

    >>> latin("Щербіна"), latin("Ўладзімір")
    ('shcherbina', 'uladzimir')
    """
    return "".join(_LETTERS.get(letter, letter) for letter in text.lower()).translate(_PLAIN)


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """What the spellings of a name in several languages share: its first four consonants.

    Case endings go first, then vowels; letters that stand for one another from script to script
    (g and h, z and s, c and k, v and w) are one. Empty for words of fewer than two consonants.

    >>> skeleton("Паліна"), skeleton("Пейлін"), skeleton("Palin")
    ('pln', 'pln', 'pln')
    >>> skeleton("Трампом") == skeleton("Trump's") == skeleton("Трамп")
    True
    >>> skeleton("Ия")
    ''
    """
    low = word.lower().replace("ʼ", "'").replace("’", "'")
    if len(low) > 4:
        low = _ENDINGS.sub("", low, count=1)
    plain = latin(low)
    for many, one in _DIGRAPHS:
        plain = plain.replace(many, one)
    plain = plain.translate(_ONE)
    first = "a" if plain[:1] and plain[0] in "aeiouy" else ""
    bare = re.sub(r"(.)\1+", r"\1", re.sub(r"[^bcdfgklmnprstv]", "", plain))
    key = (first + bare)[:4]
    return key if len(bare) >= 2 else ""
