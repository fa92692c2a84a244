"""The subject of a saying verb where case and agreement tell it (Slavic languages)."""

from __future__ import annotations

from letapis.attribute.clause import CLOSING, MARKS, OPENING, View
from letapis.attribute.nominative import nominative, read

__all__ = ["after", "before", "document", "extent", "genitive", "place", "read", "within"]

_CLOSES = {"«": "»", "“": "”", "„": "“”", "‘": "’'", '"': '"'}
_FAR = 40
"""Tokens a subject may be away from its verb."""


def after(view: View, at: int, last: int, agrees: str) -> tuple[int, int] | None:
    """The subject that follows the verb, within tokens ``at`` to ``last``.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("«Да», — сказал мэр Ян Мох во вторник."), langs.get("ru")
    >>> seen = view(tokens, language)
    >>> tokens.cut(*after(seen, 6, 11, "m"))
    'мэр Ян Мох'
    """
    at = _past(view, at, last)
    stop, end = min(last, at + _FAR), at
    while end < stop:
        if view.words[end] in MARKS:
            close = _named(view, end, stop)
            if close is None:
                break
            end = close
        elif view.breaks(end):
            if not (view.words[end] == "," and (_dated(view, end, stop) or _listed(view, end, stop))):
                break
        elif end > at and view.folds[end] in view.speech.links and view.folds[end] not in view.speech.joins:
            break
        end += 1
    return within(view, at, end, agrees)


def _past(view: View, at: int, last: int) -> int:
    """After a parenthesis between commas right behind the verb: "сказал, в частности, | Ян Мох"."""
    speech = view.speech
    if at + 1 >= last or view.words[at] != ",":
        return at
    if view.folds[at + 1] in speech.that or view.folds[at + 1] in speech.relative:
        return at
    for close in range(at + 2, min(last, at + 6)):
        if view.words[close] == ",":
            aside = all(
                read(view, i).sort in "PDN" and view.words[i][0].islower() for i in range(at + 1, close)
            )
            return close + 1 if aside and read(view, at + 1).sort != "N" else at
        if view.breaks(close):
            return at
    return at


def _named(view: View, at: int, stop: int) -> int | None:
    """Where the marks that open at ``at`` close, if they hold no more than a name: «Мост»."""
    if view.words[at] not in OPENING or at + 1 >= stop:
        return None
    closing = _CLOSES[view.words[at]]
    for close in range(at + 2, min(stop, at + 8)):
        if view.words[close] in closing:
            whole = view.words[close - 1] not in ",.!?" and view.words[at + 1][:1].isalnum()
            return close if whole else None
    return None


def _listed(view: View, at: int, stop: int) -> bool:
    """Whether a comma stands between two names in marks."""
    return view.words[at - 1] in CLOSING and at + 1 < stop and view.words[at + 1] in OPENING


def _dated(view: View, at: int, stop: int) -> bool:
    """Whether a comma stands inside "сегодня, 14 августа, …"."""
    if at + 1 >= stop:
        return False
    if view.folds[at - 1] in view.speech.times:
        return view.words[at + 1][0].isdigit() or (at > 1 and view.words[at - 2][0].isdigit())
    return False


def before(view: View, first: int, at: int, agrees: str) -> tuple[int, int] | None:
    """The subject that precedes the verb at ``at``, no further back than token ``first``.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("Вчера мэр Ян Мох сказал это."), langs.get("ru")
    >>> seen = view(tokens, language)
    >>> tokens.cut(*before(seen, 0, 4, "m"))
    'мэр Ян Мох'
    """
    low, edge = max(first, at - _FAR), at - 1
    if edge >= low and view.words[edge] == ")":
        edge = next((i for i in range(edge, max(low, edge - 9), -1) if view.words[i] == "("), edge) - 1
    if edge < low:
        return None
    if view.words[edge] == ",":
        edge -= 1
    apposed = edge < at - 1
    for _ in range(4):
        start = edge
        while start >= low and not _edge(view, start, low):
            start -= 1
            if start >= low and view.words[start] == ")":
                start = (
                    next((i for i in range(start, max(low, start - 9), -1) if view.words[i] == "("), start)
                    - 1
                )
        begin = start + 1 + (start >= low and _dot(view, start))
        found = within(view, begin, edge + 1, agrees)
        comma = start >= low and view.words[start] == ","
        if found is not None:
            if apposed and comma:
                earlier = _ending(view, low, start, agrees)
                if earlier is not None:
                    return earlier[0], edge + 1
            return found
        if not comma or not (apposed or _adverbial(view, start + 1, edge + 1)):
            return None
        edge, apposed = start - 1, True
    return None


def _adverbial(view: View, first: int, last: int) -> bool:
    """Whether a stretch between commas goes with the verb after it: a relative clause's end, a phrase."""
    if first >= last or view.folds[first] in view.speech.relative:
        return True
    if view.folds[first] in view.speech.beside:
        return True  # ", но сказал": the subject is that of the clause before
    verb = view.speech.verbs.get(view.folds[first])
    if verb is not None and verb.form == "gerund":
        return True
    return read(view, first).sort in "PD" and view.folds[first] not in view.speech.links


def _ending(view: View, low: int, comma: int, agrees: str) -> tuple[int, int] | None:
    """The noun phrase that ends right at ``comma``, which an apposition follows."""
    start = comma - 1
    while start >= low and not _edge(view, start, low):
        start -= 1
    found = within(view, start + 1, comma, agrees)
    return found if found is not None and found[1] == comma else None


def _edge(view: View, at: int, low: int) -> bool:
    """Whether token ``at`` bounds the clause to its right."""
    if view.words[at] in MARKS:
        if view.words[at] in CLOSING and any(
            _named(view, i, at + 1) == at for i in range(at - 2, max(low, at - 7) - 1, -1)
        ):
            return False
        return _named(view, at, len(view.words)) is None
    if view.folds[at] in view.speech.that:
        return True
    return view.breaks(at) or _dot(view, at)


def _dot(view: View, at: int) -> bool:
    """Whether token ``at`` is the point within a domain: "x.example"."""
    words, starts, stops = view.words, view.stream.starts, view.stream.stops
    if words[at] != "." or not 0 < at < len(words) - 1:
        return False
    glued = stops[at - 1] == starts[at] and stops[at] == starts[at + 1]
    return glued and len(words[at - 1]) > 1 and words[at - 1].isascii() and words[at + 1].isascii()


def within(view: View, first: int, last: int, agrees: str) -> tuple[int, int] | None:
    """The noun phrase among tokens ``first`` to ``last`` that agrees; its first token and its end.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("Вчера мэр Ян Мох сказал это."), langs.get("ru")
    >>> seen = view(tokens, language)
    >>> tokens.cut(*within(seen, 0, 4, "m"))
    'мэр Ян Мох'
    """
    best = nominative(view, first, last, agrees)
    if best is None:
        return None
    while best > first and (
        (view.words[best - 1] in OPENING and _named(view, best - 1, last)) or _modifies(view, best - 1)
    ):
        best -= 1
    return best, extent(view, best, last)


def _modifies(view: View, at: int) -> bool:
    """Whether token ``at`` is an adjective that may be a nominative."""
    one = read(view, at)
    return one.sort == "A" and bool(one.nominative) and view.word(at)


def extent(view: View, first: int, last: int) -> int:
    """Where the noun phrase that begins at ``first`` ends, not after ``last``.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("Вчера мэр Ян Мох сказал это."), langs.get("ru")
    >>> seen = view(tokens, language)
    >>> tokens.cut(1, extent(seen, 1, 6))
    'мэр Ян Мох'
    """
    if view.folds[first] in view.speech.pronouns:
        return first + 1
    at = first
    while at < last:
        if view.words[at] == "(":
            close = next((i for i in range(at + 1, min(last, at + 9)) if view.words[i] == ")"), None)
            if close is None or close + 1 >= last:
                break
            at = close
        elif view.words[at] in MARKS:
            close = _named(view, at, last)
            if close is None:
                break
            at = close
        elif (view.breaks(at) and not _listed(view, at, last)) or (at > first and _stops(view, at, last)):
            break
        at += 1
    while at > first + 1 and read(view, at - 1).sort == "P":
        at -= 1
    return at


def _stops(view: View, at: int, last: int) -> bool:
    """Whether the word at ``at`` cannot go on a noun phrase."""
    fold, speech = view.folds[at], view.speech
    if not view.word(at):
        return False
    if fold in speech.joins:
        return at + 1 >= last or not (read(view, at + 1).nominative or read(view, at + 1).genitive)
    if fold in speech.times or fold in speech.adverbs or fold in speech.hearers or fold in speech.links:
        return True
    if fold in speech.pronouns and fold not in speech.determiners:
        return True
    sort = read(view, at).sort
    if sort in "VD" and view.upper(at):
        return False
    return sort in "VD" or (sort == "P" and _occasion(view, at, last))


def _occasion(view: View, at: int, last: int) -> bool:
    """Whether a preposition leads to an occasion or a time: "в интервью", "во вторник"."""
    for ahead in range(at + 1, min(at + 4, last)):
        fold = view.folds[ahead]
        if fold in view.speech.events or fold in view.speech.times or view.words[ahead][0].isdigit():
            return True
        if read(view, ahead).sort == "N":
            return False
    return False


def genitive(view: View, first: int, last: int) -> tuple[int, int] | None:
    """A noun phrase in the genitive that begins at ``first``: "заявление | министра |".

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("Заявление министра Моха удивило всех."), langs.get("ru")
    >>> seen = view(tokens, language)
    >>> tokens.cut(*genitive(seen, 1, 5))
    'министра Моха'
    """
    if first >= last or not view.word(first) or not read(view, first).genitive:
        return None
    stop = extent(view, first, last)
    while stop > first and (
        read(view, stop - 1).sort in "PD" or view.folds[stop - 1] in view.speech.pointers
    ):
        stop -= 1
    return (first, stop) if stop > first else None


def document(view: View, first: int, last: int) -> tuple[int, int] | None:
    """Whose document speaks, in tokens ``first`` to ``last``: "в заявлении | министерства |".

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("Говорится в заявлении министерства труда."), langs.get("ru")
    >>> seen = view(tokens, language)
    >>> tokens.cut(*document(seen, 1, 5))
    'министерства труда'
    """
    speech = view.speech
    for at in range(first, min(last, first + 12)):
        if view.breaks(at) and view.words[at] not in MARKS and (first == at or view.words[at] != ","):
            return None
        if view.folds[at] not in speech.places:
            continue
        for noun in range(at + 1, min(last, at + 4)):
            if view.folds[noun] in speech.events or view.folds[noun] in speech.nouns:
                return genitive(view, noun + 1, last)
    return None


def place(view: View, first: int, last: int) -> tuple[int, int] | None:
    """A place that speaks, in tokens ``first`` to ``last``: "в МИД", "в транспортном отделе".

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("Сообщили в министерстве труда."), langs.get("ru")
    >>> seen = view(tokens, language)
    >>> tokens.cut(*place(seen, 1, 4))
    'министерстве труда'
    """
    for at in range(first, min(last, first + 12)):
        if view.breaks(at) and view.words[at] not in MARKS:
            return None
        if view.folds[at] in view.speech.places and at + 1 < last and not _occasion(view, at, last):
            stop = extent(view, at + 1, last)
            if stop > at + 1 and (_speaks(view, at + 1, stop) or _heard(view, first, at, stop)):
                return at + 1, stop
    return None


def _heard(view: View, first: int, at: int, stop: int) -> bool:
    """Whether somebody who is told stands alone between the verb and a place: "told X at the park"."""
    told = range(first, at)
    named = any(view.upper(i) for i in told)
    plain = all(view.word(i) or view.words[i] in MARKS for i in told)
    ends = stop == len(view.words) or not view.word(stop)
    return named and plain and len(told) < 8 and ends and read(view, stop - 1).sort != "V"


def _speaks(view: View, first: int, last: int) -> bool:
    """Whether a place can speak: it has a name, or is an office."""
    return any(view.upper(i) or view.folds[i] in view.speech.offices for i in range(first, last))
