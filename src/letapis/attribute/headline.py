"""Headlines that give a claim after its speaker: "X: claim"."""

from __future__ import annotations

from letapis.attribute.clause import OPENING, View
from letapis.attribute.cue import Frame
from letapis.attribute.subject import read

__all__ = ["frame"]

_MOST = 7
"""Tokens of the speaker at most."""
_LEAST = 3
"""Words of the claim at least."""
_STEM = 4
"""Letters that a case form shares with another form of the same name."""


def frame(seen: View) -> Frame | None:
    """The frame of the first line, if it is such a headline and the text below names the speaker.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> text = stream("Mayor Mill: Rents will fall\\nOna Mill spoke on Monday.")
    >>> text.cut(*frame(view(text, langs.get("en"))).speaker)
    'Mayor Mill'
    """
    words, folds = seen.words, seen.folds
    line = seen.stream.lines[1] if len(seen.stream.lines) > 1 else 0
    if line == len(words) or line > 60 or not line or not seen.upper(0):
        return None
    colon = next((i for i in range(1, min(line, _MOST + 1)) if words[i] == ":"), None)
    if colon is None or line - colon <= _LEAST or words[colon + 1] in OPENING or not seen.word(colon + 1):
        return None
    if not (seen.upper(colon + 1) or words[colon + 1][0].isdigit() or seen.speech.order == "free"):
        return None
    if any(not seen.word(i) and words[i] not in '.«»"' for i in range(colon)):
        return None
    if any(
        folds[i] in seen.speech.predicates or folds[i] in seen.speech.links - {"и", "і", "й", "and"}
        for i in range(colon)
    ):
        return None
    if words[line - 1][0] == "?" or (seen.speech.order == "free" and not _someone(seen)):
        return None
    if seen.speech.order == "free" and any(read(seen, i).sort == "P" for i in range(colon)):
        return None
    stem = folds[colon - 1][: max(_STEM, len(folds[colon - 1]) - 2)]
    if len(stem) < 3 or not _known(seen, colon - 1, stem, line):
        return None
    return Frame(
        colon,
        colon + 1,
        "colon",
        "say",
        (0, colon),
        None,
        "before",
        0,
        colon + 1,
        frozenset(),
        False,
        False,
        ":",
    )


def _someone(seen: View) -> bool:
    """Whether the line opens with somebody in the nominative."""
    one = read(seen, 0)
    if one.sort == "A" and one.nominative and seen.words[1] == ":":
        return True
    if one.sort == "A" and one.nominative:
        one = read(seen, 1)
    return (
        bool(one.nominative)
        and one.sort in "NX"
        and (one.animate or seen.words[0].isupper() or not one.oblique)
    )


def _known(seen: View, at: int, stem: str, line: int) -> bool:
    """Whether the text below names the speaker, or the speaker is a kind of people or an office."""
    if seen.folds[at] in seen.speech.groups or seen.folds[at] in seen.speech.anonymous:
        return True
    bounds = set(seen.sentences)
    folds = seen.folds
    return any(
        folds[i].startswith(stem) and seen.upper(i) for i in range(line, len(folds)) if i not in bounds
    )
