"""Alignment, parts, direction, the null model and odd input, on invented texts."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.model import Document, Region, Reuse
from letapis.reuse.bilingual import SENTENCES, heap
from letapis.reuse.chance import expected
from letapis.reuse.gale import align
from letapis.reuse.nearest import CROWD, KEPT, nearest
from letapis.reuse.translate import translations

RU = """Клара Морган открыла музей в Трентоне 14 марта.
Строительство обошлось в 417 миллионов долларов.
Директор Норман Вебер назвал здание лучшим в Барселоне.
На открытие пришли 2508 гостей из Лиссабона.
Выставка Виктора Кнехта продлится до 19 июня.
Билет стоит 35 долларов, сказала Клара Морган."""
EN = """Clara Morgan opened a museum in Trenton on 14 March.
The building cost 417 million dollars.
Its director Norman Weber called the house the best in Barcelona.
As many as 2508 guests from Lisbon came to the opening.
The exhibition of Victor Knecht stays until 19 June.
A ticket is 35 dollars, Clara Morgan said."""
OTHER = """Тихое утро началось с дождя над рекой.
Рыбаки вышли на берег и развели костёр.
К вечеру туман закрыл дорогу к пристани."""


def page(doc_id: str, text: str, language: str | None, **rest: object) -> Document:
    return Document(doc_id, "", text=text, language=language, **rest)  # type: ignore[arg-type]


def crowd(size: int, seed: int = 1) -> list[Document]:
    """Documents of both languages that have nothing to do with one another."""
    draw = random.Random(seed)
    made = []
    for i in range(size):
        for code, letters in (("ru", "бвгдзклмнпрст"), ("en", "bvgdzklmnprst")):
            vowels = "аеиоу" if code == "ru" else "aeiou"
            words = ["".join(draw.choice(letters) + draw.choice(vowels) for _ in range(4)) for _ in range(40)]
            words = [word.title() if draw.random() < 0.2 else word for word in words]
            lines = [" ".join(words[at : at + 8]) + f" {draw.randint(1, 3000)}." for at in range(0, 40, 8)]
            made.append(page(f"{code}{i}", "\n".join(lines), code))
    return made


def links(rows: list[Reuse]) -> list[tuple[str, str]]:
    return [(row.earlier, row.later) for row in rows]


def test_each_sentence_meets_its_translation() -> None:
    [row] = translations([page("a", RU, "ru"), page("b", EN, "en")], [])
    found = [(RU[p.e_start : p.e_stop], EN[p.l_start : p.l_stop]) for p in row.passages]
    assert found == list(zip(RU.split("\n"), EN.split("\n"), strict=True))
    assert (row.share_earlier, row.share_later) == (1.0, 1.0)
    assert {"names and numbers", "sentences aligned", "covered", "told", "lead"} <= {
        r.feature for r in row.reasons
    }


def test_two_sentences_may_make_one() -> None:
    joined = EN.replace("dollars.\nIts", "dollars, and its")
    rows = align(0, 1, heap([page("a", RU, "ru"), page("b", joined, "en")], []))
    assert [1, 3, 1, 2] in rows[:, :4].tolist()


def test_a_part_inside_another_article_is_found_at_its_place() -> None:
    part = "\n".join(RU.split("\n")[1:4])
    host = f"{OTHER}\n{part}\n{OTHER}"
    [row] = translations([*crowd(30), page("a", host, "ru"), page("b", EN, "en")], [])
    ours = [(p.e_start, p.e_stop) if row.earlier == "a" else (p.l_start, p.l_stop) for p in row.passages]
    assert min(start for start, _ in ours) == host.index(part)
    assert max(stop for _, stop in ours) == host.index(part) + len(part)


def test_a_beginning_of_a_text_is_linked_and_follows_the_longer() -> None:
    cut = "\n".join(RU.split("\n")[:3])
    [row] = translations([*crowd(30), page("a", cut, "ru"), page("b", EN, "en")], [])
    assert (row.earlier, row.later, row.ordered_by) == ("b", "a", "part")
    assert row.share_later == 1.0 > row.share_earlier


def test_the_earlier_date_goes_first_but_a_named_source_outweighs_it() -> None:
    day = datetime(2026, 5, 1, tzinfo=UTC)
    late = page("a", RU, "ru", published=day + timedelta(days=1))
    early = page("b", EN, "en", published=day, outlet="Herald")
    [row] = translations([late, early], [])
    assert (row.earlier, row.later, row.ordered_by) == ("b", "a", "date")
    named = page("b", EN + "\nRanak wrote so.", "en", published=day)
    [row] = translations([page("a", RU, "ru", published=day + timedelta(days=1), outlet="Ranak"), named], [])
    assert (row.earlier, row.ordered_by) == ("a", "named")


def test_a_wrong_date_does_not_part_a_translation_from_its_source() -> None:
    day = datetime(2026, 5, 1, tzinfo=UTC)
    others = [
        page(d.doc_id, d.text, d.language, published=day + timedelta(days=i)) for i, d in enumerate(crowd(30))
    ]
    far = [page("a", RU, "ru", published=day), page("b", EN, "en", published=day + timedelta(days=700))]
    near = [page("a", RU, "ru", published=day), page("b", EN, "en", published=day)]
    [one], [two] = translations([*others, *far], []), translations([*others, *near], [])
    assert links([one]) == links([two]) == [("a", "b")]
    assert one.score < two.score


def test_strangers_make_no_pair_however_many_there_are() -> None:
    assert translations(crowd(10), []) == translations(crowd(150), []) == []


def test_unrelated_documents_change_no_pair_and_what_chance_may_reach_grows() -> None:
    pair = [page("a", RU, "ru"), page("b", EN, "en")]
    for size in (0, 10, 150):
        [row] = translations([*crowd(size), *pair], [])
        assert links([row]) == [("a", "b")]
        assert row.score > 0.9
    assert expected(100) < expected(100_000)


def test_copies_are_no_rivals_of_one_another() -> None:
    copies = [page(f"b{i}", EN if i else EN + "\nMore to come.", "en") for i in range(KEPT)]
    rows = translations([*crowd(20), page("a", RU, "ru"), *copies], [])
    assert len(rows) == len(set(links(rows))) == KEPT


def test_a_report_with_more_copies_than_are_looked_up_is_still_met() -> None:
    copies = [page(f"b{i:05}", EN, "en") for i in range(CROWD + 200)]
    rows = translations([*copies, page("c", RU, "ru")], [])
    assert 1 <= len(rows) <= 2 * KEPT
    assert {row.earlier for row in rows} | {row.later for row in rows} >= {"c"}


def test_regions_are_left_out() -> None:
    menu = "Clara Morgan Norman Weber 417 2508 Trenton Lisbon Barcelona Victor Knecht 19 35.\n"
    page_b = page("b", menu + EN, "en")
    [row] = translations([page("a", RU, "ru"), page_b], [Region("b", 0, len(menu), "furniture")])
    assert min(p.l_start for p in row.passages) == len(menu)
    assert row.share_later == 1.0


def test_languages_unknown_alike_or_in_other_scripts() -> None:
    pages = [page("a", RU, None), page("b", EN, "en"), page("c", EN, "en")]
    assert translations(pages, []) == []
    odd = [
        page("d", "東京で14人が会った。417円。", "ja"),
        page("e", "التقى 14 شخصا", "ar"),
        page("f", "", "ka"),
    ]
    assert translations(odd, []) == [] == translations([], [])


def test_one_endless_line_is_read_in_pieces() -> None:
    [_, line] = heap([page("a", RU, "ru"), page("b", "слово " * 400_000, "be")], []).first[1:].tolist()
    assert line - 6 == SENTENCES


def test_candidates_are_few_and_of_another_language() -> None:
    found = heap(crowd(60), [])
    a, b = nearest(found)
    assert len(a) <= 120 * KEPT
    assert (found.language[a] != found.language[b]).all()


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(chance: random.Random) -> None:
    pages = [*crowd(8), page("a", RU, "ru"), page("b", EN, "en")]
    expected_rows = translations(pages, [])
    chance.shuffle(pages)
    assert translations(pages, []) == expected_rows
