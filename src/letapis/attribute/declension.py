"""The nominative of an outlet's name that nobody has described: «Полесью сегодня» is «Полесье сегодня»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, product
from typing import Protocol

from letapis.outlets.forms import forms
from letapis.text import fold, morph

__all__ = ["asked", "learn", "nominative"]

_LEAST = 3
"""Letters that a word has at least whose case is told."""
_ADJECTIVE = frozenset({"ADJF", "PRTF"})
_NUMBER = ("plur", "masc", "femn", "neut")
_NEUTER = {"ru": "ое", "uk": "е"}
_PLACED = re.compile(r"(\w+[сцз]ь?к)(?:ому|ого|им|ом)$")
_ENDS: dict[str, tuple[tuple[str, str], ...]] = {
    "datv": (
        ("аму", "ы"),
        ("яму", "і"),
        ("ому", "ы"),
        ("кому", "кі"),
        ("ай", "ая"),
        ("яй", "яя"),
        ("ой", "ая"),
        ("ій", "я"),
        ("ым", "ыя"),
        ("ім", "ія"),
        ("ам", "ы"),
        ("ям", "і"),
        ("ям", "я"),
        ("ву", "ва"),
        ("аву", "аў"),
        ("у", ""),
        ("ю", "е"),
        ("ю", "ь"),
        ("ю", "й"),
        ("цы", "ка"),
        ("цэ", "ка"),
        ("дзе", "да"),
        ("це", "та"),
        ("е", "а"),
        ("і", "я"),
        ("ві", ""),
    ),
    "gent": (
        ("ага", "ы"),
        ("яга", "і"),
        ("ого", "ий"),
        ("ай", "ая"),
        ("яй", "яя"),
        ("ой", "ая"),
        ("ої", "а"),
        ("ых", "ыя"),
        ("іх", "ія"),
        ("аў", "ы"),
        ("яў", "і"),
        ("ва", "ў"),
        ("а", ""),
        ("у", ""),
        ("я", "ь"),
        ("я", "е"),
        ("я", "й"),
        ("кі", "ка"),
        ("ы", "а"),
        ("і", "я"),
        ("и", "а"),
    ),
}
"""Endings of a case and of the nominative in languages without a dictionary, the likeliest first."""


_GUESSED = frozenset(
    {
        "dative in quotation marks after a verb of telling",
        "quotation marks after a strong cue",
        "word for an outlet before it",
        "name like an outlet's",
    }
)
"""What a name is recognised by that nobody has described."""
_FORMS = 300
"""The most case forms of a name that are looked for."""
_NAMES = 20
"""So many new names are learnt from one text."""


_ABLATIVE = frozenset(["с", "со", "з", "із", "зі", "са"])
_GENITIVE = frozenset(["для", "до", "да", "из", "із", "від", "від", "ад", "от"])
_LOCATIVE = frozenset(["в", "во", "у", "ў", "на"])
_OF = re.compile(
    r"\b(?:по|за|па|паводле)\s+\w+(?:\s\w+)?\s+[«“„\"]?$|\b(?:вопрос\w*|запрос|просьбу|питання|запитання|запит|прохання|пытанн\w"
    r"|запыт|просьбу|читателям|собеседник\w*|источник\w*|співрозмовник\w*|джерел\w*|суразмоўц\w*|суразмоўнік\w*|крыніц\w*"
    r"|журналист\w*|журналіст\w*|корреспондент\w*|кореспондент\w*|карэспандэнт\w*|распоряжении|розпорядженні|распараджэнні"
    r"|архива|архіву|архіва|странице|сторінці|старонцы|страницах|сторінках|старонках|редакции|редакції|рэдакцыі|эфире|ефірі|эфіры|подкасте|подкасті|падкасце|сайте|сайті|сайце|читачам|чытачам)\s+[«“„\"]?$",
    re.IGNORECASE,
)


class Named(Protocol):
    """An outlet's name and what it was recognised by."""

    @property
    def outlet(self) -> str: ...

    @property
    def by(self) -> str: ...


def learn(text: str, found: Iterable[Named]) -> dict[str, str]:
    """Folded case forms of the new names in a text that names them again, with the names.

    >>> from letapis.attribute.slot import Slot
    >>> slot = Slot("Речник", "quotation marks after a strong cue", 0.65)
    >>> learn("Пишет «Речник». Сказал он «Речнику».", [slot])["речнику"]
    'Речник'
    >>> learn("Пишет «Речник».", [slot])
    {}
    """
    names = list(dict.fromkeys(one.outlet for one in found if one.by in _GUESSED))[:_NAMES]
    learnt: dict[str, str] = {}
    for name in names:
        words = name.split(" ")
        stem = max(words, key=len)[:5]
        if (
            text.find(stem, text.find(stem) + 1) < 0
            and text.find(words[0][:4], text.find(words[0][:4]) + 1) < 0
        ):
            continue
        for some in islice(product(*(sorted(forms(word)) for word in words)), _FORMS):
            learnt.setdefault(" ".join(some), name)
        learnt[fold(name)] = name
    return learnt


def asked(before: str, kind: str) -> str | None:
    """The case that a credit's words ask of the name that follows them: datv, gent, ablt, loct, or None.

    >>> asked("рассказал «", "told_to"), asked("по данным ", "reported_by"), asked("пишет ", "reported_by")
    ('datv', 'gent', None)
    """
    last = re.sub(r"[«“„\"‘'\s]+$", "", before).rpartition(" ")[2].casefold()
    if last in _ABLATIVE:
        return "ablt"
    if last in ("известно", "відомо", "вядома"):
        return "datv"
    if last in _GENITIVE or _OF.search(before):
        return "gent"
    if last in _LOCATIVE:
        return "loct"
    return "datv" if kind == "told_to" and before else None


@lru_cache(maxsize=20_000)
def nominative(name: str, case: str, code: str | None) -> str:
    """``name``, taken for the form in ``case`` (datv, gent, ablt, loct), in the nominative.

    The name itself where it is a nominative already, has no such case, or its language is not known.

    >>> nominative("Полесью сегодня", "datv", "ru"), nominative("Вечернему городу", "datv", "ru")
    ('Полесье сегодня', 'Вечерний город')
    >>> nominative("Белрынка", "gent", "ru"), nominative("Рэчніку", "datv", "be")
    ('Белрынок', 'Рэчнік')
    >>> nominative("Речник", "datv", "ru"), nominative("Harbour Post", "datv", "en")
    ('Речник', 'Harbour Post')
    """
    words = name.split(" ")
    if not words[0] or not "\u0400" < words[0][0] < "\u0530":
        return name
    if code in morph.LANGUAGES:
        return _read(words, case, code or "")
    return " ".join(_ended(words, case)) if code else name


def _read(words: list[str], case: str, code: str) -> str:
    """By the dictionary: adjectives up to the first noun, all in that case and of one number."""
    made: list[str] = []
    gender = _gender(words, case, code)
    for at, word in enumerate(words):
        last = at == len(words) - 1 or not words[at + 1][:1].isalpha()
        form, noun = _adjective(word, code, gender), False
        if form is None:
            form, noun = _worded(word, case, code, gender, noun=last)
        if form is None:
            return " ".join(words)
        made.append(form)
        if noun or last:
            return " ".join([*made, *words[at + 1 :]])
    return " ".join(words)


def _gender(words: list[str], case: str, code: str) -> str | None:
    """The gender of the first word after the first that is a noun alone in that case, in the singular."""
    for word in words[1:]:
        found = [one for one in morph.parses(word, code) if case in one.tags] if len(word) >= _LEAST else []
        if found and found[0].pos == "NOUN":
            return next((tag for tag in _NUMBER if tag in found[0].tags), None)
        if not found or found[0].pos not in _ADJECTIVE:
            return None
    return None


def _adjective(word: str, code: str, gender: str | None) -> str | None:
    """An adjective made of a place's name, which no dictionary need have: "Лидскому" is "Лидский"."""
    match = _PLACED.match(word)
    if match and gender == "neut":
        return f"{match[1]}{_NEUTER[code]}"
    return f"{match[1]}ий" if match and not morph.glance(word.lower(), code) else None


def _worded(word: str, case: str, code: str, agrees: str | None, *, noun: bool) -> tuple[str | None, bool]:
    """The nominative of a word, and whether it is a noun; ``noun`` says that no other word follows.

    ``agrees`` is the gender of the noun that an adjective stands before, where that is known.
    """
    found = [
        (number, one)
        for number, one in enumerate(morph.parses(word, code))
        if case in one.tags and one.pos in ("NOUN", *_ADJECTIVE)
    ]
    if not found or len(word) < _LEAST:
        return None, False
    first = [pair for pair in found if (pair[1].pos == "NOUN") == noun]
    number, one = (first or found)[0]
    if one.pos == "NOUN" and "plur" not in one.tags:
        return _cased(one.lemma, word), True
    gender = next((tag for tag in _NUMBER if tag in one.tags), None)
    if gender in ("masc", "neut") and agrees in ("masc", "neut"):
        gender = agrees
    asks = [{"nomn", "plur"}] if "plur" in one.tags else [{"nomn", "sing"}, {"nomn"}]
    if one.pos in _ADJECTIVE and gender and gender != "plur":
        asks = [{"nomn", "sing", gender}, {"nomn", gender}]
    for asked in asks:
        form = _inflected(word, code, number, asked)
        if form is not None:
            return form, one.pos == "NOUN"
    return None, False


def _inflected(word: str, code: str, number: int, asked: set[str]) -> str | None:
    form = morph.inflected(word, code, number, frozenset(asked))
    return _cased(form, word) if form is not None else None


def _cased(form: str, word: str) -> str:
    """A form in the capitals of the word that it was made of."""
    if word.isupper() and len(word) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if word[:1].isupper() else form


def _ended(words: list[str], case: str) -> list[str]:
    """By endings: the first word, and the second where the first is an adjective."""
    first = _stemmed(words[0], case)
    if (len(words) > 1 and first[-2:] in ("ая", "яя", "ыя", "ія")) or (
        first[-1:] in ("ы", "і") and len(words) > 1
    ):
        return [first, _stemmed(words[1], case), *words[2:]]
    return [first, *words[1:]]


def _stemmed(word: str, case: str) -> str:
    folded = fold(word)
    if folded.endswith(("скі", "цкі", "зкі")):
        return word
    for end, nominal in _ENDS.get(case, ()):
        stem = word[: -len(end)]
        if not word.endswith(end) or len(stem) < _LEAST:
            continue
        if nominal[:1] in ("ы", "і") and len(end) > 2:
            return stem + ("і" if stem[-1] in "кгх" else nominal)
        if folded in forms(stem + nominal):
            return stem + nominal
    return word
