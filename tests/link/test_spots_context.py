"""What the text around a name says of it: quotation marks, openings of sentences, the registry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis import langs
from letapis.link.spots import spots
from letapis.link.spotting.mend import mend
from letapis.link.spotting.opener import opened
from letapis.link.spotting.parts import Run
from letapis.link.spotting.quoted import quoted
from letapis.text.stream import stream


def runs(text: str, *names: tuple[str, str]) -> list[Run]:
    """Runs of one word or more, by their words and kinds, at their first place each."""
    tokens, found = stream(text), []
    for name, kind in names:
        words = name.split()
        at = next(i for i in range(len(tokens.words)) if tokens.words[i : i + len(words)] == words)
        found.append(Run(at, at + len(words), kind))
    return sorted(found)


@pytest.mark.parametrize(
    ("code", "text", "name", "kept"),
    [
        ("be", "Яна сказала. Мост закрыты.", "Яна", False),
        ("be", "Яна сказала. Учора Яна Рупар прыехала.", "Яна", True),
        ("uk", "Сніг зламав міст.", "Сніг", False),
        ("uk", "Київ мовчить.", "Київ", True),
        ("ru", "Данный мост закрыт.", "Данный", False),
        ("ru", "Рупар молчит.", "Рупар", True),
        ("en", "These fell.", "These", False),
        ("pl", "Jan pojechał.", "Jan", True),
    ],
)
def test_an_ordinary_word_that_begins_a_sentence_is_no_name(code, text, name, kept):
    language = langs.get(code)
    found = opened(stream(text), runs(text, (name, "person")), language)
    assert bool(found) is kept


@pytest.mark.parametrize(
    ("code", "text", "surfaces"),
    [
        ("be", "Кампанія «Сонечны рупар» маўчыць. На «Сонечным рупары» звольнілі 23 чалавекі.", 2),
        ("ru", "Telegram-канал «Рупар сегодня» пишет. «Рупару сегодня» рассказали.", 2),
        ("uk", "Видання «Сурма» пише.", 1),
        ("en", "The company “Blue Horn” is silent.", 1),
        ("ru", "Фильм «Синий рупар» понравился.", 0),
        ("ru", "Канал «Это, – сказал он, – не так» закрыт.", 0),
        ("ru", "Компания «синий рупар» молчит.", 0),
    ],
)
def test_a_body_in_quotation_marks(code, text, surfaces):
    tokens = stream(text)
    found = quoted(tokens, [], langs.get(code))
    assert len(found) == surfaces
    assert all(run.kind == "organisation" for run in found)
    assert all(tokens.words[run.first - 1] in "«“" for run in found)


def test_a_body_in_quotation_marks_takes_in_what_was_found_of_it_and_nothing_more():
    text = "Компания «Гомель рупар» молчит."
    assert quoted(stream(text), runs(text, ("Гомель", "place")), langs.get("ru")) == [
        Run(2, 4, "organisation")
    ]
    wide = [Run(0, 5, "organisation")]
    assert quoted(stream(text), wide, langs.get("ru")) == wide


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("ru", "Мохов написал об этом в Фейсбуке и в Твиттере.", "Фейсбуке"),
        ("ru", "МИНСК, 5 мар (Рейтер) - Мост закрыт.", "Рейтер"),
        ("en", "Meduza, for which the driver had worked, was silent.", "Meduza"),
    ],
)
def test_a_name_of_the_registry_is_an_outlet_whatever_it_was_taken_for(code, text, name):
    assert (name, "outlet") in [(spot.surface, spot.kind) for spot in spots(text, langs.get(code))]


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("uk", "Учора бачили Зубрицького біля мосту.", "person"),
        ("ru", "Вчера видели Зубрицкого у моста.", "person"),
        ("ru", "Жители Зубрицкого района ждут.", "place"),
    ],
)
def test_an_adjective_that_stands_alone_in_another_case_is_a_surname(code, text, kind):
    found = mend(
        stream(text), runs(text, (next(w for w in text.split() if w[0] == "З"), "place")), langs.get(code)
    )
    assert [run.kind for run in found] == [kind]


def test_a_surname_that_an_outlet_bears_stays_a_person():
    found = spots("Anna Bloomberg came late. Then Bloomberg left the hall.", langs.get("en"))
    assert ("Anna Bloomberg", "person") in [(spot.surface, spot.kind) for spot in found]
    assert ("Bloomberg", "organisation") not in [(spot.surface, spot.kind) for spot in found]


def test_the_time_grows_with_the_length_only(monkeypatch):
    from letapis.link.spotting import opener

    calls = []
    real = opener._raised
    monkeypatch.setattr(opener, "_raised", lambda text: calls.append(1) or real(text))
    text = "Яна сказала. " * 3000
    tokens = stream(text)
    found = [Run(at, at + 1, "person") for at, word in enumerate(tokens.words) if word == "Яна"]
    assert opened(tokens, found, langs.get("be")) == [] and len(calls) == 1


@given(
    st.text(alphabet="Яна Сініrupar«»“”\"'.-–\u0301\u00a0\ud83d\udc26אב\n", max_size=80),
    st.sampled_from(["be", "ru", None]),
)
def test_what_comes_out_lies_in_the_text_in_order(text, code):
    tokens, language = stream(text), langs.get(code)
    some = [Run(at, at + 1, "person") for at, word in enumerate(tokens.words) if word[0].isalpha()]
    for found in (opened(tokens, some, language), quoted(tokens, some, language)):
        last = 0
        for run in found:
            assert last <= run.first < run.last <= len(tokens.words)
            last = run.last
