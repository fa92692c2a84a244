"""To which outlet a quotation was said."""

from __future__ import annotations

from letapis.attribute.told import told
from letapis.model import Citation, Quotation


def quoted(
    text: str, said: str, speaker: str | None, cue: str | None = "сказал", kind: str = "direct"
) -> Quotation:
    start = text.index(said)
    at = text.index(speaker) if speaker else None
    stop = at + len(speaker) if at is not None and speaker else None
    return Quotation("d", start, start + len(said), said, kind, speaker, at, stop, cue=cue)


def credit(text: str, surface: str, outlet: str, kind: str = "told_to") -> Citation:
    start = text.index(surface)
    return Citation("d", start, start + len(surface), surface, outlet, kind=kind)


def outlets(text: str, quotations: list[Quotation], *given: Citation) -> list[str | None]:
    return [one.told_to for one in told(quotations, given, text)]


def test_after_the_quotation() -> None:
    text = "«Дорогу размыло. Ждём», — рассказал Заря.бел водитель. «Ждём неделю», — добавил он."
    found = [quoted(text, "Дорогу размыло. Ждём", "водитель"), quoted(text, "Ждём неделю", "он.")]
    assert outlets(text, found, credit(text, "рассказал Заря.бел", "Заря")) == ["Заря", None]


def test_before_the_quotation() -> None:
    text = "В комментарии «Заре» Ян Мох сказал: «Дорогу размыло». Он уехал."
    assert outlets(
        text, [quoted(text, "Дорогу размыло", "Ян Мох")], credit(text, "комментарии «Заре»", "Заря")
    ) == ["Заря"]


def test_reported_clause() -> None:
    text = "Ona Mill told the Dawn that the road was gone. It rained, she said."
    found = [
        quoted(text, "the road was gone", "Ona Mill", "told", "indirect"),
        quoted(text, "It rained", "she", "said", "indirect"),
    ]
    assert outlets(text, found, credit(text, "told the Dawn", "Dawn")) == ["Dawn", None]


def test_sentence_that_introduces_it() -> None:
    text = "Ян Мох говорил с «Зарёй»:\n«Дорогу размыло»."
    assert outlets(
        text, [quoted(text, "Дорогу размыло", None, None)], credit(text, "говорил с «Зарёй»", "Заря")
    ) == ["Заря"]


def test_sentence_before_is_what_was_said() -> None:
    text = "Дорогу размыло. Об этом «Заре» сообщил Ян Мох."
    found = [quoted(text, "Дорогу размыло.", "Ян Мох", "сообщил", "indirect")]
    assert outlets(text, found, credit(text, "«Заре» сообщил", "Заря")) == ["Заря"]


def test_other_speakers_and_kinds_are_left_alone() -> None:
    text = "«Да», — сказал Ян Мох. «Нет», — сказала «Заре» Ева Лис."
    found = [quoted(text, "Да", "Ян Мох"), quoted(text, "Нет", "Ева Лис")]
    assert outlets(text, found, credit(text, "сказала «Заре»", "Заря")) == [None, "Заря"]
    assert outlets(text, found, credit(text, "сказала «Заре»", "Заря", "reported_by")) == [None, None]


def test_nearest_speaker_of_one_sentence() -> None:
    text = "Ян Мох считает, что дорога цела, а Ева Лис сказала «Заре», что её нет."
    found = [
        quoted(text, "дорога цела", "Ян Мох", "считает", "indirect"),
        quoted(text, "её нет", "Ева Лис", "сказала", "indirect"),
    ]
    assert outlets(text, found, credit(text, "сказала «Заре»", "Заря")) == [None, "Заря"]


def test_nothing_to_tell() -> None:
    assert told([], [], "") == []


def test_the_outlet_is_no_part_of_the_speaker() -> None:
    text = "«Дорогу размыло», — рассказал «Заре» Ян Мох."
    start = text.index("«Заре»")
    given = Citation("d", start - 10, start + 6, "рассказал «Заре»", "Заря", start + 1, start + 5, "told_to")
    (one,) = told([quoted(text, "Дорогу размыло", "«Заре» Ян Мох")], [given], text)
    assert (one.speaker, one.told_to) == ("Ян Мох", "Заря")
    assert text[one.speaker_start : one.speaker_stop] == one.speaker
