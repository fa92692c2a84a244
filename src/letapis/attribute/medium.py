"""Who speaks where only the means is named: "it is said in the statement of the ministry"."""

from __future__ import annotations

from bisect import bisect_right

from letapis.attribute.frame import Frame
from letapis.langs.base import Language
from letapis.text.stream import Stream

__all__ = ["medium"]

_FAR = 6
"""Tokens between the cue and the means."""
_LONG = 12
"""Tokens that the name of whoever stands behind it may have."""
_BREAKS = frozenset(",.;:()[]!?…—–")


def medium(stream: Stream, frame: Frame, language: Language | None) -> tuple[int, int] | None:
    """The words after a means of saying that follows the cue of ``frame``; the means itself without any.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.text.stream import stream
    >>> text, russian = stream("«Мост закрыт», — говорится в сообщении мэрии."), langs.get("ru")
    >>> frame, = frames(text, russian)
    >>> text.cut(*medium(text, frame, russian))
    'мэрии'
    """
    if language is None or frame.form != "passive":
        return None
    speech, words, folds = language.speech, stream.words, stream.folds
    high = stream.sentences[bisect_right(stream.sentences, frame.first)]
    means = speech.events | speech.nouns
    for at in range(frame.last, min(high, frame.last + _FAR)):
        if words[at][0] in _BREAKS:
            return None
        if folds[at] not in means or folds[at - 1] not in speech.prepositions:
            continue
        stop = at + 1
        while stop < min(high, at + _LONG) and words[stop][0] not in _BREAKS:
            if folds[stop] in speech.prepositions or folds[stop] in speech.links:
                break
            stop += 1
        return (at + 1, stop) if stop > at + 1 else (at, at + 1)
    return None
