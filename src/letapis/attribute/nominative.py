"""Which word of a clause is its subject, where case and agreement tell it (Slavic languages)."""

from __future__ import annotations

from letapis.attribute.clause import MARKS, OPENING, View
from letapis.attribute.nominal import Nominal, nominal

__all__ = ["nominative", "read"]


def read(view: View, at: int) -> Nominal:
    """The readings of token ``at``.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("Мост закрыл мэр."), langs.get("ru")
    >>> seen = view(tokens, language)
    >>> read(seen, 2).sort, read(seen, 2).nominative
    ('N', 'm')
    """
    return nominal(view.words[at], view.code, view.speech)


def nominative(view: View, first: int, last: int, agrees: str) -> int | None:
    """The first word of the subject among these tokens.

    An unambiguous nominative beats one that may be another case; what a preposition governs is
    passed over, and so is a genitive right after a noun. ``agrees``: subjects that fit the verb.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens = stream("Вчера в городе мэр сказал это.")
    >>> tokens.words[nominative(view(tokens, langs.get("ru")), 0, 4, "m")]
    'мэр'
    """
    best: int | None = None
    spare: int | None = None
    governed, noun, speech = False, False, view.speech
    for at in range(first, last):
        one, fold = read(view, at), view.folds[at]
        if not view.word(at):
            continue
        if fold in speech.determiners and fold in speech.pronouns and _followed(view, at, last):
            continue
        able = bool(one.nominative) and not governed
        if fold in speech.hearers or fold in speech.adverbs or fold in speech.times or fold in speech.events:
            governed = noun = False
        elif _timed(view, at, last):
            continue
        elif one.sort == "P":
            governed, noun = True, False
        elif one.sort in ("V", "D"):
            governed = noun = False
            if best is not None and one.sort == "V":
                break
        elif able and not (noun and one.genitive and one.oblique and _bare(view, at, agrees)):
            best, settled = _chosen(view, at, last, one, agrees, best)
            if settled:
                break
            noun = one.sort == "N"
        elif able and _spare(view, at, last, agrees) and _fits(view, at, last, one, agrees):
            spare = at if spare is None else spare
        elif governed:
            governed = one.sort != "N"  # the case that a preposition governs ends with its noun
            noun = not governed
            if not governed and one.nominative and not one.oblique and _fits(view, at, last, one, agrees):
                best = at
                break
        else:
            noun = one.sort == "N"
    return spare if best is None else best


def _chosen(
    view: View, at: int, last: int, one: Nominal, agrees: str, best: int | None
) -> tuple[int | None, bool]:
    """The subject so far, with a nominative at ``at``, and whether there is no need to look further."""
    if _fits(view, at, last, one, agrees):
        fresh = best is None or not _linked(view, best, at)
        if best is None or (not one.oblique and (fresh or _told(view, best, at))):
            best = at
        return best, not one.oblique
    able = best is None and one.sort in "NA" and (one.animate or not one.oblique)
    return (at, True) if able and _titled(view, at, last, agrees) else (best, False)


def _timed(view: View, at: int, last: int) -> bool:
    """Whether a determiner goes with a word of time: «каждый раз»."""
    return (
        view.folds[at] in view.speech.determiners
        and at + 1 < last
        and view.folds[at + 1] in view.speech.times
    )


def _bare(view: View, at: int, agrees: str) -> bool:
    """Whether a word that may be a genitive has nothing that makes it rather a subject.

    Numerals and other determiners do ("в комментариях | один из …"), and words for those who speak in
    the plural of the verb («сообщили … источники»).
    """
    fold, speech = view.folds[at], view.speech
    if fold in speech.determiners and fold not in speech.owners:
        return False
    return not (agrees == "p" and (fold in speech.anonymous or fold in speech.groups))


def _spare(view: View, at: int, last: int, agrees: str) -> bool:
    """Whether a capitalised word may be a subject after all; a short form cannot be one of many."""
    if not view.upper(at):
        return False
    short = view.words[at].isupper() and len(view.words[at]) > 1
    return not (short and agrees == "p") or _several(view, at, last)


def _told(view: View, best: int, at: int) -> bool:
    """Whether the name at ``best`` is an outlet that was told: "сказал РБК | эксперт"."""
    foreign = read(view, best).sort == "X" or (view.words[best].isupper() and len(view.words[best]) > 1)
    return foreign and view.words[at][0].islower()


def _followed(view: View, at: int, last: int) -> bool:
    """Whether a noun or an adjective follows, so that "тот" is no pronoun."""
    return at + 1 < last and view.word(at + 1) and read(view, at + 1).sort in "NA"


def _fits(view: View, at: int, last: int, one: Nominal, agrees: str) -> bool:
    if not agrees or any(letter in agrees for letter in one.nominative):
        return not (one.sort == "X" and agrees == "p")
    if agrees == "f" and "m" in one.nominative and one.animate and (view.upper(at) or not one.oblique):
        return True  # «министр заявила», and surnames of women that do not decline
    return agrees == "p" and _several(view, at, last)


def _titled(view: View, at: int, last: int, agrees: str) -> bool:
    """Whether a role is followed by a name that agrees: "пресс-секретарь завода Инна Лопух"."""
    for ahead in range(at + 1, min(last, at + 9)):
        one = read(view, ahead)
        if one.sort not in "NAXP" or view.folds[ahead] in view.speech.times:
            return False
        if view.upper(ahead) and one.sort == "N" and any(letter in agrees for letter in one.nominative):
            return True
    return False


def _several(view: View, at: int, last: int) -> bool:
    """Whether "A and B" starts here, which agrees with a plural."""
    for i in range(at + 1, min(at + 9, last - 1)):
        if view.folds[i] in view.speech.joins:
            second = i + 1 + (view.words[i + 1] in OPENING)
            return second < last and bool(read(view, second).nominative)
    return False


def _linked(view: View, best: int, at: int) -> bool:
    """Whether tokens ``best`` to ``at`` are one noun phrase."""
    return all(
        read(view, i).sort in "NAX" or view.words[i] in MARKS or view.words[i] == "."
        for i in range(best, at)
        if view.folds[i] not in view.speech.hearers
    ) and not any(view.folds[i] in view.speech.hearers for i in range(best, at))
