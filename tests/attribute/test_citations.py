"""Credits by kind, in four languages, and what is no credit. All texts are invented."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis import langs
from letapis.attribute import citations
from letapis.model import Document, Residue
from letapis.text import fold

BENCH = Path(__file__).parents[3] / "shared" / "bench"


def cited(text, language, known=None, residue=(), outlet=None):
    document = Document("d", "c", text=text, language=language, residue=residue, outlet=outlet)
    return citations(document, langs.get(language), known or {})


@pytest.mark.parametrize(
    ("language", "text", "want"),
    [
        # told to: the dative has no preposition
        ("ru", "Об этом заявила БелаПАН пресс-секретарь завода Анна Кот.", [("told_to", "BelaPAN")]),
        ("ru", "«Мост закрыт», — рассказал Naviny.by один из водителей.", [("told_to", "Naviny.by")]),
        ("ru", "«Мост закрыт», — ответили Naviny.by в управлении дорог.", [("told_to", "Naviny.by")]),
        ("ru", "Директор сообщил Интерфаксу, что мост закрыт.", [("told_to", "Interfax")]),
        ("ru", "Как рассказали агентству «Листок» в мэрии, мост откроют.", [("told_to", "Листок")]),
        ("be", "Пра гэта расказаў Нашай Ніве дырэктар завода.", [("told_to", "Nasha Niva")]),
        ("be", "Дырэктар сказаў у інтэрв’ю Еўрарадыё, што мост закрылі.", [("told_to", "Euroradio")]),
        ("uk", "Про це заявив Укрінформу речник.", [("told_to", "Ukrinform")]),
        ("en", "“We will,” he told Reuters’ Minsk correspondent.", [("told_to", "Reuters")]),
        ("en", "The union told N aviny.by that it would wait.", [("told_to", "Naviny.by")]),
        ("en", "The union told the Polesia Gazette that it would wait.", [("told_to", "Polesia Gazette")]),
        # reported by, alone and in chains
        ("ru", "Об этом передаёт УНН со ссылкой на DW.", [("reported_by", "UNN"), ("reported_by", "DW")]),
        ("ru", "Об этом сообщил Интерфакс со ссылкой на источник.", [("reported_by", "Interfax")]),
        ("ru", "Reuters и AFP сообщают о взрыве.", [("reported_by", "Reuters"), ("reported_by", "AFP")]),
        ("ru", "Об этом пишет Telegram-канал @nedelya_test", [("reported_by", "@nedelya_test")]),
        ("ru", "Источник: https://listok.example/news/1.html", [("repost_footer", "listok.example")]),
        ("be", "Пра гэта піша listok.example.", [("reported_by", "listok.example")]),
        ("uk", "Про це передає УНН з посиланням на DW.", [("reported_by", "UNN"), ("reported_by", "DW")]),
        (
            "uk",
            "Про міст повідомили видання Naviny.by та “Медіазона”.",
            [("reported_by", "Naviny.by"), ("reported_by", "Mediazona")],
        ),
        ("en", "According to listok.example, the bridge is closed.", [("reported_by", "listok.example")]),
        ("en", "The news agency BelaPAN reported that it is closed.", [("reported_by", "BelaPAN")]),
        # the other kinds
        (
            "en",
            "The whole text is published in Belarusian by Naviny.by The bridge",
            [("published_by", "Naviny.by")],
        ),
        ("ru", "Заявление опубликовано на сайте Tut.by.", [("published_by", "Tut.by")]),
        (
            "ru",
            "Мост, как показало совместное расследование «Проект», «Белсат» и Naviny.by, закрыт.",
            [("joint", "Proekt"), ("joint", "Belsat"), ("joint", "Naviny.by")],
        ),
        ("ru", "Фото: Иван Кот / Onliner", [("image_credit", "Onliner")]),
        ("be", "Фота: Ян Кот, Еўрарадыё", [("image_credit", "Euroradio")]),
        ("en", "People on the bridge. Source: tut.by\nNext line", [("image_credit", "Tut.by")]),
        ("en", "The bridge is closed.\nSource: tut.by", [("repost_footer", "Tut.by")]),
        ("en", "The post Bridge closed appeared first on Polesia.", [("repost_footer", "Polesia")]),
        ("ru", "Сообщение Мост закрыт появились сначала на Полесье.", [("repost_footer", "Полесье")]),
        ("ru", "Запись Мост закрыт впервые появилась Полесье.", [("repost_footer", "Полесье")]),
        ("uk", "Допис Міст закрито з’явилися спочатку на Полісся.", [("repost_footer", "Полісся")]),
        ("be", "Допіс Мост закрыты з’явіўся спачатку на Палессе.", [("repost_footer", "Палессе")]),
        ("ru", "МИНСК, 5 июня. /ТАСС/. Мост закрыт.", [("dateline", "TASS")]),
        ("en", "MINSK, June 5 (Reuters) - The bridge is closed.", [("dateline", "Reuters")]),
        ("en", "He wrote on his Facebook page.", [("platform", "Facebook")]),
        ("ru", "ТАСС, 24 ноября. Мост закрыт.", [("dateline", "TASS")]),
        ("ru", "Мост закрыт. РИА Новости.", [("reported_by", "RIA Novosti")]),
        ("ru", "Телеграм-канал «Мост и река» сообщил о пожаре.", [("reported_by", "Мост и река")]),
        ("ru", "Об этом пишут телеграм-каналы.", [("reported_by", "Telegram")]),
        # what credits nobody
        ("ru", "Как сообщил Иванов, мост закрыт. Это сказал Гордон.", []),
        ("ru", "Видео-блогера Ивана Кота ждут; опубликовала проект Соглашения.", []),
        ("uk", "Про це заявив головний редактор журналу «Полісся».", []),
        ("ru", "Журналистка «Медузы» задержана, офис Tut.by обыскали.", []),
        ("ru", "Как сообщает Минздрав, по данным Белстата, цены выросли.", []),
        ("ru", "Как пишет в дневнике автор, мост закрыли. Этот проект закрыт.", []),
        ("ru", "Фото: Иван Кот", []),
        ("be", "Журналіста «Белсату» затрымалі.", []),
        ("uk", "Про це повідомила пресслужба МВС.", []),
        ("en", "A journalist of Meduza was held; Al Jazeera’s camera was broken.", []),
        ("en", "According to Smith, he told reporters. Tut.by was blocked.", []),
        ("en", "Reuters reported its quarterly profit on Monday.", []),
    ],
)
def test_who_is_credited_and_how(language, text, want):
    assert [(c.kind, c.outlet) for c in cited(text, language)] == want


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Как пишет, это случилось в мае."),
        ("be", "Як паведамляе, гэта здарылася ў траўні."),
        ("uk", "Як повідомляє, це сталося у травні."),
        ("en", "As reported by, it happened in May."),
    ],
)
def test_an_outlet_lost_with_its_hyperlink(language, text):
    (one,) = cited(text, language)
    assert (one.kind, one.outlet, one.lost, one.outlet_start) == ("link", None, True, None)


@pytest.mark.parametrize("words", ["Як піша ,", "Как пишет,", "Як повідомляє,"])
def test_a_lost_outlet_whose_words_were_left_out_as_residue(words):
    (one,) = cited("Мост закрыты.", "be", residue=(Residue(words, "link"),))
    assert (one.kind, one.lost, one.start) == ("link", True, None)


def test_a_name_of_the_corpus_counts_in_a_slot_only():
    known = {"most": "Most", "most.example": "Most"}
    text = "Most people waited.\nAccording to Most, details follow.\nIt is at www.most.example now."
    assert [(c.outlet, c.start) for c in cited(text, "en", known)] == [("Most", 20)]
    assert cited("This was reported by most.example.", "en", known)[0].outlet == "Most"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ru", "Zorka сообщает, что мост закрыт."),
        ("ru", "Оригинал: Zorka"),
        ("uk", "Читайте повністю на Zorka."),
        ("be", "Паводле Zorka."),
        ("en", "Originally published by Zorka."),
        ("en", "Zorka reports."),
    ],
)
def test_an_outlet_of_the_corpus_in_other_wordings(language, line):
    assert [c.outlet for c in cited(f"News.\n{line}", language, {"zorka": "Zorka"})] == ["Zorka"]


def test_surface_place_self_and_reasons():
    text = "«Так», — сказала Naviny.by Анна."
    (one,) = cited(text, "ru", outlet="Naviny.by")
    assert text[one.start : one.stop] == one.surface == "сказала Naviny.by"
    assert text[one.outlet_start : one.outlet_stop] == "Naviny.by"
    assert one.self and 0 < one.score <= 1
    assert [reason.feature for reason in one.reasons] == ["cue", "outlet"]


def test_damage_is_told():
    (one,) = cited("Сказал Naviny .by директор.", "ru")
    assert "damaged" in {reason.feature for reason in one.reasons}
    (two,) = cited("Об этом пишет Интерфкас.", "ru")
    assert two.outlet == "Interfax" and "damaged" in {reason.feature for reason in two.reasons}


def test_credits_in_residue_have_no_place():
    residue = (
        Residue("Иллюстрация: naviny.by", "credit"),
        Residue("Сообщение Мост появились сначала на Полесье.", "footer"),
        Residue("Читайте также: рассказал Tut.by директор", "read_also"),
    )
    found = cited("Мост закрыт.", None, residue=residue)
    assert [(c.kind, c.outlet, c.start) for c in found] == [
        ("image_credit", "Naviny.by", None),
        ("repost_footer", "Полесье", None),
    ]


@given(
    st.lists(
        st.sampled_from(["told ", "Naviny.by", "«Проект»", ", ", " и ", "Source: ", "\n", "сообщил ", "X"])
    )
)
def test_places_lie_in_the_text(parts):
    text = "".join(parts)
    for one in cited(text, None):
        assert one.start is not None and text[one.start : one.stop] == one.surface
        if not one.lost:
            assert one.start <= one.outlet_start < one.outlet_stop <= one.stop


@pytest.mark.skipif(not BENCH.exists(), reason="development data is not here")
def test_the_annotated_seed_documents():
    texts = [json.loads(row) for row in (BENCH / "seed" / "documents.jsonl").open(encoding="utf-8")]
    gold = {row["id"]: row for row in map(json.loads, (BENCH / "seed" / "gold.jsonl").open(encoding="utf-8"))}
    for row in texts:
        want = [(a["kind"], fold(a["outlet"])) for a in gold[row["id"]]["attributions"] if a["outlet"]]
        found = [c for c in cited(row["text"], gold[row["id"]]["lang"]) if not c.lost]
        assert len(found) == len(want)
        for kind, name in want:
            assert any(c.kind == kind and fold(c.outlet or "") in name for c in found), (
                row["id"],
                kind,
                name,
            )
