"""Whom a pronoun, a role or "I" stands for, and whom an outlet quotes."""

from __future__ import annotations

import pytest

from letapis import langs
from letapis.attribute.quotations import quotations
from letapis.model import Document

RESOLVED = [
    # a pronoun: the subject before, whether or not it spoke
    ("ru", "Директор школы Анна Мох уволилась. По её словам, зарплаты не было полгода.", "Анна Мох"),
    ("ru", "Ян Лисов встретился с Петром Дубом. «Так нельзя», — сказал он после встречи.", "Ян Лисов"),
    (
        "ru",
        "Анна Мох родилась в Гродно. В 2010 году она уехала. «Здесь холодно», — жалуется она.",
        "Анна Мох",
    ),
    ("uk", "Ян Лісовий зустрівся з Петром Дубом. «Так не можна», — сказав він.", "Ян Лісовий"),
    ("uk", "Ганна Мох поїхала. «Тут холодно», — скаржиться вона.", "Ганна Мох"),
    ("be", "Ян Лісаў сустрэўся з Пятром Дубам. «Так нельга», — сказаў ён.", "Ян Лісаў"),
    ("be", "Дырэктарка школы Ганна Мох звольнілася. Паводле яе слоў, заробку не было.", "Ганна Мох"),
    ("en", "Farmer Anna Mill lost a cow. “It was old,” she said.", "Anna Mill"),
    ("en", "Ona Mill, the mayor of Ford, met voters. “It will stay,” she said.", "Ona Mill"),
    ("en", "Peter Moss left. In his words, the bridge is old.", "Peter Moss"),
    # a noun for a person, and several
    ("en", "A nurse at the clinic spoke to us. “We have no beds,” she said.", "nurse"),
    ("ru", "Жильцы дома написали мэру. «Так нельзя», — говорят они.", "Жильцы дома"),
    ("ru", "Ян Лисов и Пётр Дуб написали мэру. «Так нельзя», — говорят они.", "Ян Лисов и Пётр Дуб"),
    ("be", "Жыхары дома напісалі мэру. «Так нельга», — кажуць яны.", "Жыхары дома"),
    # a role
    ("ru", "Министр Ян Лисов приехал. Министр заявил, что учения пройдут в мае.", "Ян Лисов"),
    ("en", "Taxes will rise, minister says\nFinance Minister Peter Moss spoke in Ford.", "Peter Moss"),
]


@pytest.mark.parametrize(("code", "text", "name"), RESOLVED)
def test_stands_for(code: str, text: str, name: str) -> None:
    found = quotations(Document("d", "c", text=text, language=code), langs.get(code))
    assert found
    assert name in (found[-1].speaker_name or "")
    assert found[-1].speaker_name in text
    assert any(reason.feature == "speaker" for reason in found[-1].reasons)


ABSTAINED = [
    ("ru", "Анна Мох уехала. «Холодно», — сказал он."),
    ("uk", "Ганна Мох поїхала. «Холодно», — сказав він."),
    ("be", "Ганна Мох з'ехала. «Холадна», — сказаў ён."),
    ("en", "Anna Mill left. “It is cold,” he said."),
    ("en", "According to her, the bridge is old."),
    ("ru", "Анна Мох уехала. «Холодно», — говорят они."),
    ("ru", "«Ян Лисов пришёл. И ушёл», — сказал он."),
]


@pytest.mark.parametrize(("code", "text"), ABSTAINED)
def test_stands_for_nobody(code: str, text: str) -> None:
    """A pronoun that agrees with nobody before it is shown as it is."""
    found = quotations(Document("d", "c", text=text, language=code), langs.get(code))
    assert [one.speaker_name for one in found] == [None]


SPEAKERS = [
    ("ru", "«Так нельзя», — цитирует чиновника издание «Мост».", "чиновника"),
    ("uk", "«Так не можна», — цитує вчену Deutsche Welle.", "вчену"),
    ("en", "Dawn News quoted the mayor as saying: “It is old.”", "the mayor"),
    ("ru", "«Приду», — пообещал Ян Лисов. И добавил: «Если смогу».", "Ян Лисов"),
    ("uk", "«Прийду», — пообіцяв Ян Лісовий. І додав: «Якщо зможу».", "Ян Лісовий"),
    ("be", "«Прыйду», — паабяцаў Ян Лісаў. І дадаў: «Калі змагу».", "Ян Лісаў"),
    ("ru", "«Так нельзя», — сказал, в частности, Ян Лисов.", "Ян Лисов"),
    ("ru", "«Нет», — каждый раз отвечает мастер.", "мастер"),
    ("ru", "«Нет», — пошутил в комментариях один из подписчиков.", "один из подписчиков"),
    ("be", "«Няма месцаў», — прызналася Свабодзе медсястра.", "медсястра"),
    ("be", "Апазіцыя лічыць, што ўрад маўчыць.", "Апазіцыя"),
]


@pytest.mark.parametrize(("code", "text", "speaker"), SPEAKERS)
def test_speaker(code: str, text: str, speaker: str) -> None:
    found = quotations(Document("d", "c", text=text, language=code), langs.get(code))
    assert found
    one = found[-1]
    assert one.speaker == speaker
    assert one.speaker_start is not None
    assert text[one.speaker_start : one.speaker_stop] == speaker


def test_i_within_words_is_who_says_them() -> None:
    text = "«Я сказал: „Уходи“. Он ушёл», — вспоминает Ян Лисов."
    found = quotations(Document("d", "c", text=text, language="ru"), langs.get("ru"))
    assert [(one.speaker, one.speaker_name) for one in found] == [("Ян Лисов", None), ("Я", "Ян Лисов")]
