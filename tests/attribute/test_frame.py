"""Saying frames: cue, form, speaker and kind of speaker."""

from __future__ import annotations

import pytest

from letapis import langs
from letapis.attribute.frame import CROWD, frames
from letapis.attribute.nominal import nominal
from letapis.langs.base.speech import Endings, conjugate, phrases, table
from letapis.text.stream import stream

Row = tuple[str, str, str | None, str | None]
CASES: list[tuple[str, str, list[Row]]] = [
    ("en", "Rents fell, said Ona Mill, the mayor.", [("said", "verb", "Ona Mill", "name")]),
    ("en", "Officials say rents fell.", [("say", "verb", "Officials", "group")]),
    (
        "en",
        "A source close to the council said rents fell.",
        [("said", "verb", "A source close to the council", "anonymous")],
    ),
    ("en", "She was told that rents fell.", [("told", "passive", None, None)]),
    ("en", "According to Reuters, rents fell.", [("According to", "phrase", "Reuters", "outlet")]),
    ("en", "The mayor said rents fell.", [("said", "verb", "The mayor", "role")]),
    ("en", "They did not say that rents fell.", [("say", "verb", "They", "pronoun")]),
    ("en", "The United States and its claims of the year.", []),
    ("en", "The tenants, who said rents fell, left.", [("said", "verb", "The tenants", "role")]),
    ("en", "Mill and Moss said rents fell.", [("said", "verb", "Mill and Moss", "name")]),
    ("en", "Mill went home and said rents fell.", [("said", "verb", "Mill", "name")]),
    (
        "en",
        "He also told them, adding that rents fell.",
        [("told", "verb", "He", "pronoun"), ("adding", "gerund", "He", "pronoun")],
    ),
    (
        "ru",
        "Об этом БелаПАН сообщила пресс-секретарь завода Инна Лопух.",
        [("сообщила", "verb", "пресс-секретарь завода Инна Лопух", "name")],
    ),
    ("ru", "В МИД заявили, что переговоры идут.", [("заявили", "place", "МИД", "place")]),
    (
        "ru",
        "Цены растут, сказали Naviny.by в торговом отделе мэрии.",
        [("сказали", "place", "торговом отделе мэрии", "place")],
    ),
    (
        "ru",
        "Генеральный секретарь союза Мария Лопух заявила, что ждёт.",
        [("заявила", "verb", "Генеральный секретарь союза Мария Лопух", "name")],
    ),
    ("ru", "По его словам, цены растут.", [("По его словам", "phrase", "его", "pronoun")]),
    ("ru", "Сообщается, что цены растут.", [("Сообщается", "passive", None, None)]),
    ("ru", "Лопух приехала в Гродск и заявила, что ждёт.", [("заявила", "verb", "Лопух", "name")]),
    ("ru", "Как говорит источник, цены растут.", [("говорит", "verb", "источник", "anonymous")]),
    (
        "ru",
        "Цены растут, говорится в заявлении министерства.",
        [("говорится", "passive", "министерства", "role")],
    ),
    (
        "ru",
        "Рассказал РБК эксперт биржи Лев Тополь.",
        [("Рассказал", "verb", "эксперт биржи Лев Тополь", "name")],
    ),
    ("ru", "Слова министра о том, что цены падают, неверны.", [("Слова", "noun", "министра", "role")]),
    (
        "uk",
        "Як зазначив речник міноборони Олег Дрозд, навчання тривають.",
        [("зазначив", "verb", "речник міноборони Олег Дрозд", "name")],
    ),
    ("uk", "У поліції кажуть, що винних знайшли.", [("кажуть", "place", "поліції", "place")]),
    ("uk", "За даними слідства, винних знайшли.", [("За даними", "phrase", "слідства", "role")]),
    ("uk", "Депутати пропонують знизити ціни.", [("пропонують", "verb", "Депутати", "group")]),
    ("be", "Паводле слоў Ганны Мальвы, цэны растуць.", [("Паводле слоў", "phrase", "Ганны Мальвы", "name")]),
    ("be", "Праваабаронцы кажуць, што яго затрымалі.", [("кажуць", "verb", "Праваабаронцы", "group")]),
    ("be", "Пра гэта распавяла маці хлопца.", [("распавяла", "verb", "маці хлопца", "role")]),
    ("be", "У міліцыі паведамілі, што віноўных знайшлі.", [("паведамілі", "place", "міліцыі", "place")]),
    ("be", "Яна не пацвердзіла, што цэны растуць.", [("пацвердзіла", "verb", "Яна", "pronoun")]),
]


@pytest.mark.parametrize(("code", "text", "rows"), CASES)
def test_cue_form_speaker_and_kind(code: str, text: str, rows: list[Row]) -> None:
    language = langs.get(code)
    assert language is not None
    tokens = stream(text, language.abbreviations)
    assert [
        (
            tokens.cut(one.first, one.last),
            one.form,
            tokens.cut(*one.speaker) if one.speaker else None,
            one.kind,
        )
        for one in frames(tokens, language)
    ] == rows


def test_head_and_tail_hold_cue_and_speaker() -> None:
    language = langs.get("ru")
    assert language is not None
    tokens = stream("Цены, как сказал Тополь, растут.", language.abbreviations)
    (one,) = frames(tokens, language)
    assert tokens.cut(one.head, one.tail) == "как сказал Тополь"
    assert one.how
    assert one.side == "after"


def test_a_denied_cue_says_so() -> None:
    language = langs.get("en")
    assert language is not None
    (one,) = frames(stream("Mill did not say that rents fell.", frozenset()), language)
    assert one.negated


def test_every_language_has_all_forms_of_its_verbs() -> None:
    forms = {
        "en": "said says saying told claimed denies wrote believed",
        "ru": "сказал сказала сказали заявляет заявляют отметив считая признались говорят",
        "uk": "сказав сказала сказали заявляє заявляють зазначивши зізналася каже кажуть",
        "be": "сказаў сказала сказалі заяўляе заяўляюць адзначыўшы прызналася кажа кажуць",
    }
    for code, some in forms.items():
        language = langs.get(code)
        assert language is not None
        assert set(some.split()) <= set(language.speech.verbs)


def test_conjugate_goes_on_in_the_next_line_and_takes_single_forms() -> None:
    ends: Endings = {"x": (("a", "f", "finite"), ("ő", "m", "finite"))}
    forms = conjugate("say that: go/x\n  stay=m\nthink: go/x it=0", ends)
    assert {form: (verb.sort, verb.agrees, verb.form) for form, verb in forms.items()} == {
        "goa": ("say", "f", "finite"),
        "goő": ("say", "m", "finite"),
        "stay": ("say", "m", "finite"),
        "it": ("think", "n", "passive"),
    }


def test_phrases_and_tables_fold_their_words() -> None:
    assert phrases("say: Со слов | an")[0].words == ("со", "слов")
    assert table("gent: ОТ\nx y: Ё") == {"от": "gent", "е": "x y"}


@pytest.mark.parametrize(
    ("code", "word", "nominative"),
    [
        ("ru", "министр", "m"),
        ("ru", "министра", ""),
        ("ru", "эксперты", "p"),
        ("uk", "речниця", "f"),
        ("be", "старшыня", "m"),
        ("be", "эксперты", "mp"),
        ("be", "экспертаў", ""),
        ("be", "маці", "f"),
    ],
)
def test_nominatives(code: str, word: str, nominative: str) -> None:
    language = langs.get(code)
    assert language is not None
    assert nominal(word, code, language.speech).nominative == nominative


def test_cues_that_crowd_in_one_sentence_are_passed_over_to_its_end() -> None:
    text = stream("он сказал, что " * 3000 + "мост цел. Ян Мох сказал, что мост цел.")
    found = frames(text, langs.get("ru"))
    assert len(found) == CROWD + 1
    assert text.cut(*(found[-1].speaker or (0, 0))) == "Ян Мох"
    assert len(frames(stream("Он сказал, что мост цел. " * 300), langs.get("ru"))) == 300
