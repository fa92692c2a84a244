"""To which outlet a quotation was said."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from letapis.model import Citation, Quotation, Reason, Span
from letapis.text import sentences

__all__ = ["told"]

_GAP = 4
"""Code points that marks and spaces may take between a sentence and a quotation that it introduces."""

_BESIDE = 30
"""Code points around a credit in which the verb that it goes with stands."""
_LATE = 12
"""Code points between a quotation's end and the sentence that says of it "this he told X"."""
_THIS = re.compile(
    r"\s*(?:об\s+этом|(?:это|такое|эту|такую|цю|таку|гэтую|такую)\s+(?:мнени|оценк|думк|заяв|оцінк|ацэнк|меркаван)\w*|про\s+это|это|про\s+це|це|пра\s+гэта|аб\s+гэтым|гэта|о\s+ч[её]м|про\s+що|пра\s+што"
    r"|(?:he|she|they)\s+(?:said|told|made|(?:was|were)\s+(?:speaking|talking)|spoke)|this\s+was|so)\b",
    re.IGNORECASE,
)
"""A sentence that begins so says to whom the one before it was said."""
_ASKED = re.compile(
    r"\b(?:(?:рас|о)?спро[сш]|опрос|(?:за|рас)?с?пыта|(?:за|с|роз|о)?пита|поинтерес|поцікав|пацікав|asked\b)",
    re.IGNORECASE,
)
"""A credit in such words has its answer in the next sentence."""


def told(quotations: Sequence[Quotation], citations: Sequence[Citation], text: str) -> list[Quotation]:
    """The same quotations with ``told_to`` filled where a credit of kind ``told_to`` goes with them.

    A credit goes with the quotation whose speaker stands in the credit's own sentence, or, where no
    speaker is named there, with the one that its sentence ends or that follows its colon. Where several
    do, with the one whose speaker stands nearest, and with the others of that speaker. What the same
    person says in later sentences is not taken to have been said to the outlet as well.

    >>> text = "«Мост закрыли», — рассказал Naviny.by мэр. «Надолго», — добавил мэр."
    >>> one = Quotation("d", 1, 13, "Мост закрыли", "direct", "мэр", 38, 41)
    >>> two = Quotation("d", 44, 51, "Надолго", "direct", "мэр", 64, 67)
    >>> credit = Citation("d", 18, 37, "рассказал Naviny.by", "Naviny.by", 28, 37, "told_to")
    >>> [quotation.told_to for quotation in told([one, two], [credit], text)]
    ['Naviny.by', None]
    """
    told_to = [one for one in citations if one.kind == "told_to" and one.outlet and one.start is not None]
    found = list(quotations)
    if not told_to or not found:
        return found
    spans = sentences(text)
    order = sorted(range(len(found)), key=lambda number: found[number].start)
    starts = [found[number].start for number in order]
    for credit in told_to:
        assert credit.start is not None and credit.stop is not None
        span = _sentence(spans, credit.start, len(text))
        if credit.stop > span.stop:  # a full stop within its name: "TUT.BY"
            span = Span(span.start, _sentence(spans, credit.stop - 1, len(text)).stop)
        low = bisect_left(starts, span.start - 20_000)
        high = bisect_right(starts, span.stop + _GAP + 1)
        near = [order[place] for place in range(low, high)]
        for number in _of(found, near, credit, span, text):
            if found[number].told_to is None:
                detail = text[credit.start : credit.stop]
                reasons = (*found[number].reasons, Reason("told", credit.score, detail))
                aside = _aside(found[number], credit, text)
                found[number] = replace(aside, told_to=credit.outlet, reasons=reasons)
    return found


def _aside(quotation: Quotation, credit: Citation, text: str) -> Quotation:
    """The quotation without the outlet's name at either end of its speaker: "told the Dawn Ona Mill"."""
    start, stop = quotation.speaker_start, quotation.speaker_stop
    low, high = credit.outlet_start, credit.outlet_stop
    if start is None or stop is None or low is None or high is None:
        return quotation
    if start + 1 < low < stop and high >= stop - 1:  # "the priest «X»": whom the priest told stands last
        last = low - len(text[start:low]) + len(text[start:low].rstrip('«“„" \u00a0'))
        return replace(quotation, speaker=text[start:last], speaker_stop=last)
    if not low - 1 <= start < high < stop:
        return quotation
    while high < stop and not text[high].isalnum():
        high += 1
    if high == stop:
        return quotation
    return replace(quotation, speaker=text[high:stop], speaker_start=high)


def _sentence(spans: list[Span], at: int, end: int) -> Span:
    place = bisect_right(spans, at, key=lambda span: span.start) - 1
    return spans[place] if place >= 0 else Span(0, end)


def _of(found: list[Quotation], near: list[int], credit: Citation, span: Span, text: str) -> list[int]:
    """Numbers of the quotations that the credit goes with."""
    at = credit.start or 0
    here = [number for number in near if _spoken(found[number], span) and not _holds(found[number], at)]
    outlet = credit.outlet_start or at
    apart = [number for number in here if not found[number].start <= outlet < found[number].stop]
    here = apart or here
    if _ASKED.search(credit.surface) and all(_ASKED.search(found[number].cue or "") for number in here):
        answer = _answer(found, near, span, text)
        if answer is not None:
            return [answer]
    if here:
        best = min(here, key=lambda one: (_cued(found[one], credit, text), _distance(found[one], at)))
        if _THIS.match(text, span.start) and found[best].stop <= span.start:
            return [_inner(found, near, best)]
        speaker = found[best].speaker_start
        return [
            number
            for number in here
            if number == best
            or (
                found[number].start < span.stop
                and (found[number].kind != "indirect" or found[number].cue == found[best].cue)
                and (found[number].speaker_start == speaker or found[number].speaker == found[best].speaker)
            )
        ]
    if _THIS.match(text, span.start):
        before = [number for number in near if found[number].stop <= span.start]
        last = max(before, key=lambda number: found[number].stop, default=None)
        if (
            last is not None
            and span.start - max(found[last].stop, found[last].speaker_stop or 0) <= _LATE
            and text.count("\n", found[last].stop, span.start) < 2
        ):
            return [last]
    bare = [number for number in near if found[number].cue is None or found[number].speaker_start is None]
    for number in bare:
        quotation = found[number]
        ends = span.start - _GAP <= quotation.stop <= at and "\n" not in text[quotation.stop : at]
        between = text[credit.stop : quotation.start] if quotation.start >= at else ""
        follows = (
            span.start <= at <= quotation.start <= span.stop + _GAP
            and between.count(".") <= 1
            and ("\n" not in between or between.rstrip(' \n\u00a0—–-«“„"').endswith(":"))
        )
        if ends or follows:
            return [number]
    return []


def _answer(found: list[Quotation], near: list[int], span: Span, text: str) -> int | None:
    """The ascribed quotation that the sentence after a question begins with."""
    after = [number for number in near if span.stop - _GAP <= found[number].start]
    answer = min(after, key=lambda number: found[number].start, default=None)
    if answer is None or not found[answer].cue or "\n" in text[span.stop : found[answer].start]:
        return None
    return answer


def _inner(found: list[Quotation], near: list[int], number: int) -> int:
    """Of a quotation and those that end with it the shortest: "she demands more. This she told X"."""
    stop, start = found[number].stop, found[number].start
    same = [other for other in near if abs(found[other].stop - stop) <= 1 and found[other].start >= start]
    return max(same, key=lambda other: found[other].start, default=number)


def _spoken(quotation: Quotation, span: Span) -> bool:
    """Whether the quotation is ascribed in the sentence."""
    start = quotation.speaker_start
    if start is None or not span.start <= start < span.stop:
        return False
    return quotation.cue is not None


def _cued(quotation: Quotation, credit: Citation, text: str) -> int:
    """How far the word that ascribes is from the credit: 0 within its words, 1 beside them, 2 elsewhere."""
    assert credit.start is not None and credit.stop is not None
    cue = quotation.cue or ""
    if cue and cue in credit.surface:
        return 0
    near = text[max(0, credit.start - _BESIDE) : credit.stop + _BESIDE]
    return 1 if cue and cue in near else 2


def _holds(quotation: Quotation, at: int) -> bool:
    """Whether the credit is itself something that was said."""
    return (
        quotation.kind == "direct"
        and quotation.start <= at < quotation.stop
        and (
            quotation.speaker_start is None or not quotation.start <= quotation.speaker_start < quotation.stop
        )
    )


def _distance(quotation: Quotation, at: int) -> int:
    return abs((quotation.speaker_start or 0) - at)
