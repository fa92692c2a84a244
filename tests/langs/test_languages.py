"""Every language file: patterns that compile and match whole lines of invented furniture."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from letapis import langs
from letapis.langs.base import Language
from letapis.langs.identify import identify

MAIN = ("be", "en", "ru", "uk")

LINES = {
    "be": [
        "Чытайце таксама: Мост зачынены",
        "Падпісвайцеся на наш канал",
        "Знайшлі памылку? Націсніце Ctrl+Enter.",
    ],
    "en": ["Read also: The bridge is shut", "Subscribe to our channel", "Found a mistake? Press Ctrl+Enter."],
    "ru": ["Читайте также: Мост закрыт", "Подписывайтесь на наш канал", "Нашли ошибку? Нажмите Ctrl+Enter."],
    "uk": [
        "Читайте також: Міст зачинено",
        "Підписуйтесь на наш канал",
        "Знайшли помилку? Натисніть Ctrl+Enter.",
    ],
}
MORE = {
    "be": "Мост зачынены да вясны… Чытаць далей →",
    "de": "Die Brücke bleibt bis zum Frühjahr gesperrt… Weiterlesen",
    "en": "The bridge is shut until spring… [Read more]",
    "lt": "Tiltas uždarytas iki pavasario… Skaityti daugiau",
    "pl": "Most zamknięty do wiosny… Czytaj więcej »",
    "ru": "Мост закрыт до весны… Читать далее",
    "uk": "Міст зачинено до весни… Читати далі",
}
FOOTERS = {
    "be": "Паведамленне Мост зачынены з’явіліся спачатку на Заречча.",
    "de": "Der Beitrag Mond über dem Hafen erschien zuerst auf Hafenpost.",
    "en": "The post Moon over the harbour appeared first on Harbour Post.",
    "lt": "Įrašas Mėnulis virš uosto pirmą kartą pasirodė Uosto paštas.",
    "pl": "Artykuł Księżyc nad portem pochodzi z serwisu Poczta Portowa.",
    "ru": "Запись Луна над гаванью впервые появилась Вестник гавани.",
    "uk": "Запис Місяць над гаванню спершу з'явився на Вісник гавані.",
}


@pytest.mark.parametrize("language", langs.languages(), ids=lambda language: language.code)
def test_patterns_compile_and_spare_the_samples(language: Language) -> None:
    patterns = [re.compile(pattern, re.I) for _, pattern in language.furniture]
    ends = [re.compile(pattern, re.I) for pattern in (*language.more, *language.footers)]
    assert len(language.months) == 12 and len(language.function) > 80 and len(language.saying) > 40
    for sample in language.samples:
        assert not any(pattern.fullmatch(sample) for pattern in patterns)
        assert not any(pattern.search(sample) for pattern in ends)
        assert identify(sample)[0] == language.code


@pytest.mark.parametrize("language", langs.languages(), ids=lambda language: language.code)
def test_words_are_lower_case(language: Language) -> None:
    for words in (language.function, language.saying, language.abbreviations):
        assert all(word == word.lower() for word in words)


@pytest.mark.parametrize("code", MAIN)
def test_furniture(code: str) -> None:
    patterns = [re.compile(pattern, re.I) for _, pattern in langs.get(code).furniture]  # type: ignore[union-attr]
    for line in LINES[code]:
        assert any(pattern.fullmatch(line) for pattern in patterns), line


@pytest.mark.parametrize("code", MORE)
def test_more_and_footers(code: str) -> None:
    language = langs.get(code)
    assert language is not None
    assert any(re.search(pattern, MORE[code], re.I) for pattern in language.more)
    match = next(m for pattern in language.footers if (m := re.search(pattern, FOOTERS[code], re.I)))
    assert match["title"] and match["outlet"] and not match["outlet"].endswith(".")


def test_unclear_texts_have_no_language() -> None:
    for text in ("", "2020", "12:30 — 15,5", "Минск", "https://t.me/harbour"):
        assert identify(text)[0] is None, text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("мост зачынены да самай вясны", "be"),
        ("міст зачинено до самої весни", "uk"),
        ("мост закрыт до самой весны", "ru"),
        ("the bridge is shut until", "en"),
    ],
)
def test_five_words(text: str, code: str) -> None:
    assert identify(text)[0] == code


def test_import_is_light() -> None:
    code = (
        "import sys, letapis.langs.identify; print([m for m in ('numpy', 'py3langid') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("code", "label", "heading"),
    [
        ("be", "Рэклама", "Рэклама помпаў падзяліла горад"),
        ("be", "Рэклама на сайце", "Рэклама на сайце музея каштуе даражэй"),
        ("ru", "[Реклама]", "Реклама насосов разделила город"),
        ("ru", "Реклама на сайте", "Реклама: кто платит за неё в Заречье"),
        ("uk", "— Реклама —", "Реклама насосів розділила місто"),
        ("uk", "Спецпроєкт:", "Спецпроєкт музею відкрили в суботу"),
    ],
)
def test_a_label_stands_alone_and_a_heading_goes_on(code: str, label: str, heading: str) -> None:
    language = langs.get(code)
    assert language is not None
    patterns = [re.compile(pattern, re.I) for _, pattern in language.furniture]
    assert any(pattern.fullmatch(label) for pattern in patterns)
    assert not any(pattern.fullmatch(heading) for pattern in patterns)
