"""Who said what: direct, mixed and reported speech of one document."""

from __future__ import annotations

from dataclasses import replace

from letapis.attribute.antecedent import People, known
from letapis.attribute.dialogue import dialogue, nested
from letapis.attribute.direct import direct
from letapis.attribute.frame import frames
from letapis.attribute.indirect import indirect
from letapis.attribute.interview import interview
from letapis.attribute.marks import marks
from letapis.attribute.mixed import mixed
from letapis.attribute.placing import Table
from letapis.attribute.record import Scene, record
from letapis.attribute.unclaimed import rest
from letapis.langs.base import Language, Speech
from letapis.model import Document, Quotation
from letapis.text.stream import Stream, stream

__all__ = ["quotations"]


_KNOWN: dict[str, tuple[Speech, frozenset[str]]] = {}


def _saying(language: Language) -> frozenset[str]:
    """Finite forms of its verbs of saying, worked out once."""
    known_forms = _KNOWN.get(language.code)
    if known_forms is None or known_forms[0] is not language.speech:
        verbs = language.speech.verbs.items()
        forms = frozenset(form for form, verb in verbs if verb.form in ("finite", "past"))
        known_forms = _KNOWN[language.code] = (language.speech, forms)
    return known_forms[1]


def _joined(text: Stream) -> Stream:
    """The stream without the sentences that seem to begin within a domain in capitals: "TUT.BY"."""
    words, starts, stops = text.words, text.starts, text.stops
    inside = {
        at
        for at in text.sentences
        if 1 < at < len(words)
        and stops[at - 1] == starts[at]
        and words[at - 1] == "."
        and stops[at - 2] == starts[at - 1]
        and 1 < len(words[at]) < 6
        and words[at].isupper()
        and words[at].isascii()
        and words[at - 2].isascii()
        and words[at - 2].isalnum()
    }
    inside.difference_update(text.lines)
    return replace(text, sentences=[at for at in text.sentences if at not in inside]) if inside else text


def quotations(
    document: Document, language: Language | None, tokens: Stream | None = None
) -> list[Quotation]:
    """Quotations of ``document`` in order of beginning, each with its score and its reasons.

    ``tokens`` is the stream of its text, if it is there already. A quotation that an attribution
    interrupts is one: its span reaches over the attribution, its ``text`` leaves it out. ``text`` is
    without the outer marks; of a mixed quotation it is the whole reported clause. ``speaker`` is what
    the text calls the speaker, ``speaker_name`` the name that a pronoun, a role or a surname stands for
    in the same document. Names, titles, terms and ironies in marks are no quotations. Without a language
    only what marks and colons show is found. See ``docs/explanation/quotations.md``.

    >>> from letapis import langs
    >>> text = "«Мост закрыт, — сказала мэр Анна Мох. — Надолго». По её словам, реку «не остановить»."
    >>> for one in quotations(Document("d", "c", text=text, language="ru"), langs.get("ru")):
    ...     print(one.kind, one.text, one.speaker, one.speaker_name, sep=" | ")
    direct | Мост закрыт Надолго | мэр Анна Мох | None
    mixed | реку «не остановить» | её | Анна Мох
    """
    text = tokens or stream(document.text, language.abbreviations if language else frozenset())
    if not text.words:
        return []
    text = _joined(text)
    framed = frames(text, language)
    pairs = marks(text, _saying(language) if language else frozenset())
    table = Table(text, framed, language)
    claimed = direct(table, pairs)
    said = [one for one in claimed if one.pattern != "bare"]
    said += dialogue(table, said)
    said += interview(table, said)
    said.sort(key=lambda one: one.first)
    taken = [(text.starts[one.first], text.stops[one.last - 1]) for one in said if one.kind == "direct"]
    said = mixed(table, indirect(text, language, framed, taken), pairs, said)
    said += rest(table, pairs, said, [one for one in claimed if one.pattern == "bare"])
    said.sort(key=lambda one: one.first)
    deeper = nested(table, pairs, said)
    outer = [pair for pair in pairs if not pair.depth]
    scene = Scene(outer, People(known(text, framed, language) if language else []))
    order = sorted(said + deeper, key=lambda one: (one.first, one.last))
    found = [one for said in order if (one := record(document, table, said, scene, language)) is not None]
    return sorted(found, key=lambda one: one.start)
