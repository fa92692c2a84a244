"""Every place where a text ascribes speech or thought to somebody."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from letapis.attribute import headline, inflected, noun, ordered, speaker
from letapis.attribute.clause import View, cues, view
from letapis.attribute.cue import Frame
from letapis.langs.base import Language, Phrase
from letapis.text.stream import Stream

__all__ = ["CROWD", "Frame", "frames"]

CROWD = 24
"""So many cues in what is seen of one sentence are a list of words, or made to be slow, and no speech."""


def frames(stream: Stream, language: Language | None) -> list[Frame]:
    """Every frame of a text, by the place of the cue; none in a language without such words.

    Where cues crowd as in no prose, the rest of the sentence is passed over.

    >>> from letapis import langs
    >>> from letapis.text.stream import stream
    >>> text = stream("Rents fell, said Ona Mill, the mayor. «Не платят», — сказал Ян Мох.")
    >>> [(text.cut(f.first, f.last), text.cut(*f.speaker), f.kind) for f in frames(text, langs.get("en"))]
    [('said', 'Ona Mill', 'name')]
    >>> [(text.cut(f.first, f.last), text.cut(*f.speaker)) for f in frames(text, langs.get("ru"))]
    [('сказал', 'Ян Мох')]
    """
    if language is None or not language.speech.verbs:
        return []
    seen = view(stream, language)
    verbs, phrases, index = cues(language.speech)
    rule = ordered.frame if language.speech.order == "fixed" else inflected.frame
    found: list[Frame] = []
    done = -1
    title = headline.frame(seen)
    if title is not None:
        found.append(_settled(seen, title, found))
    for at, fold in enumerate(stream.folds):
        if fold not in index or at < done:
            continue
        one = _phrase(seen, at, phrases[fold]) if fold in phrases else None
        if one is None and fold in verbs:
            one = rule(seen, at, verbs[fold])
        if one is None and fold in language.speech.nouns:
            one = noun.frame(seen, at)
        if one is not None:
            found.append(_settled(seen, one, found))
            done = one.last
            if len(found) >= CROWD and found[-CROWD].first >= seen.sentence(at)[0]:
                done = stream.sentences[bisect_right(stream.sentences, at)]
    return found


def _settled(seen: View, one: Frame, earlier: list[Frame]) -> Frame:
    """The frame with the kind of its speaker; ", adding" has the speaker of the frame before it."""
    old = earlier[-1] if earlier and one.form == "gerund" else None
    near = old is not None and old.speaker is not None and old.first >= seen.sentence(one.first)[0]
    if old is not None and near and (old.side == "after" or one.speaker is None):
        return replace(one, speaker=old.speaker, kind=old.kind, side="before")
    if one.speaker is not None and one.speaker[1] <= one.speaker[0]:
        return replace(one, speaker=None, kind=None, side="")
    if one.speaker is None or one.kind:
        return one
    return replace(one, kind=speaker.kind(seen, one.speaker))


def _phrase(seen: View, at: int, some: tuple[Phrase, ...]) -> Frame | None:
    folds, last = seen.folds, seen.sentence(at)[1]
    # "на его взгляд", "по его словам": the pronoun stands inside
    around = (folds[at], folds[at + 2]) if at + 2 < last else None
    if around and folds[at + 1] in seen.speech.possessives:
        for phrase in some:
            if phrase.words == around:
                owner = (at + 1, at + 2)
                return Frame(at, at + 3, "phrase", phrase.sort, owner, "pronoun", "after", at, at + 3)
    for phrase in some:
        stop = at + len(phrase.words)
        if stop < last and tuple(folds[at:stop]) == phrase.words:
            span = speaker.source(seen, stop, last)
            if span is None or seen.folds[span[0]] in seen.speech.links:
                continue
            return Frame(at, stop, "phrase", phrase.sort, span, None, "after", at, span[1])
    return None
