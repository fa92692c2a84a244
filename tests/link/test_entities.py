"""Names of a heap and the entities that they become."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.link.entities import entities, public
from letapis.model import Entity, Spot


def spots(*rows: str) -> list[Spot]:
    """Spots from lines "document language kind surface" in order; one after another in each document."""
    found, at = [], 0
    for row in rows:
        doc_id, language, kind, surface = row.split(" ", 3)
        kind = {"p": "person", "o": "organisation", "l": "place", "t": "outlet"}[kind]
        found.append(
            Spot(doc_id, at, at + len(surface), surface, kind, None if language == "-" else language)
        )
        at += len(surface) + 10
    return found


def groups(found: list[Spot]) -> list[set[str]]:
    """Surfaces by entity, in the order of the first of each."""
    _, ids = entities(found)
    by_id: dict[str | None, set[str]] = {}
    for spot, entity_id in zip(found, ids, strict=True):
        by_id.setdefault(entity_id, set()).add(spot.surface)
    return list(by_id.values())


def one(*rows: str) -> bool:
    return len(groups(spots(*rows))) == 1


@pytest.mark.parametrize(
    "rows",
    [
        ("a ru p Зора Рогач", "b ru p Зорой Рогач", "c ru p Зоре Рогач"),
        (
            "a ru p Александр Мохов",
            "b be p Аляксандр Мохаў",
            "c uk p Олександр Мохов",
            "d en p Aliaksandr Mokhau",
        ),
        ("a uk p Михайло Рупарський", "b ru p Михаила Рупарского", "c en p Mikhail Ruparsky"),
        ("a ru p Мохов Пётр", "b ru p Петра Мохова"),
        ("a ru p Пётр Сергеевич Мохов", "b ru p Петром Моховым"),
        ("a ru p Пётр Мохов", "a ru p П. Мохов", "a ru p Мохова"),
        ("a be p Вольга Вячорка", "b uk p Ольги Вечорко"),
        ("a ru p Елизавета II", "b uk p Єлизаветі II"),
        ("a ru l Германия", "b uk l Німеччині", "c be l Нямеччыне", "d en l Germany"),
        ("a ru l США", "b uk l Сполучених Штатів", "c en l United States", "d be l ЗША"),
        ("a ru l Киеве", "b uk l Києва", "c en l Kyiv", "d be l Кіеў"),
        ("a ru l Вильнюса", "b be l Вільні", "c en l Vilnius"),
        ("a ru o ООН", "b be o ААН", "c en o UN", "d uk o Організація Об'єднаних Націй"),
        ("a ru o НАТО", "b be o НАТА", "c en o NATO"),
        ("a ru o ОБСЕ", "b be o АБСЕ", "c uk o ОБСЄ", "d en o OSCE"),
        (
            "a ru o Европейская комиссия",
            "b uk o Єврокомісії",
            "c en o European Commission",
            "d be o Еўракамісія",
        ),
        ("a ru o МИД Литвы", "b be o літоўскае МЗС", "c en o Lithuanian Foreign Ministry"),
        ("a ru o Верховный суд Литвы", "a ru o Верховного суда"),
        ("a ru o Лига рупаров Полесья", "a ru o ЛРП"),
        ("a ru o ОАО «Рупар»", "b en o JSC Rupar"),
        ("a ru l Минская область", "b be l Мінскай вобласці", "c en l Minsk Region"),
        ("a ru o Палата представителей Литвы", "b be o Палата прадстаўнікоў Літвы"),
        ("a ru o Национальный банк Беларуси", "b be o Нацбанк Беларусі", "c en o National Bank of Belarus"),
        (
            "a ru o Правозащитный центр «Рупар»",
            "b be o Праваабарончы цэнтр «Рупар»",
            "c en o Rupar Human Rights Centre",
        ),
        ("a ru o Всемирная организация здравоохранения", "b uk o ВООЗ", "c en o WHO", "d be o СААЗ"),
        ("a ru o Рупарпром", "b uk o Рупарпрому", "c en o Ruparprom"),
    ],
)
def test_one_identity(rows: tuple[str, ...]) -> None:
    assert one(*rows), groups(spots(*rows))


@pytest.mark.parametrize(
    "rows",
    [
        ("a ru p Зора Рогач", "b ru p Вольга Рогач"),
        ("a ru p Пётр Мохов", "b ru p Павел Мохов"),
        ("a ru p Александр Мохов", "b ru p Александра Мохова", "b ru p Александрой Моховой"),
        ("a ru p Пётр Сергеевич Мохов", "b ru p Пётр Иванович Мохов"),
        ("a ru p Рогач", "b ru l Рогач"),
        ("a ru o Минск", "b ru l Минск"),
        ("a ru p Пётр Лисов", "b ru p Пётр Лосов"),
        ("a ru o МИД Литвы", "b ru o МИД Латвии"),
        ("a ru o Совет Европы", "b ru o Европейский совет"),
        ("a ru p Анна", "b ru p Анна"),
        ("a ru o правительство", "b ru o правительство"),
        ("a ru o Министерство культуры Литвы", "b ru o Министерство обороны Литвы"),
        ("a en l Georgia", "b en l Germany"),
    ],
)
def test_apart(rows: tuple[str, ...]) -> None:
    found = spots(*rows)
    _, ids = entities(found)
    assert ids[0] != ids[1]


def test_a_shared_surname_joins_only_where_the_full_name_stands() -> None:
    found = spots(
        "a ru p Пётр Мохов",
        "a ru p Мохов",
        "b ru p Павел Мохов",
        "b ru p Мохову",
        "c ru p Мохов",
        "d ru p Мохов",
    )
    made, ids = entities(found)
    assert ids[0] == ids[1] and ids[2] == ids[3] and len({ids[0], ids[2], ids[4], ids[5]}) == 4
    alone = next(entity for entity in made if entity.entity_id == ids[4])
    assert [reason.feature for reason in alone.reasons] == ["ambiguous"]
    assert alone.score < 0.6


def test_a_surname_between_two_bearers_in_one_document_is_nobodys() -> None:
    _, ids = entities(spots("a ru p Пётр Мохов", "a ru p Павел Мохов", "a ru p Мохов"))
    assert len(set(ids)) == 3


def test_sex_chooses_between_bearers() -> None:
    _, ids = entities(spots("a ru p Пётр Рогачевский", "a ru p Анна Рогачевская", "a ru p Рогачевской"))
    assert ids[2] == ids[1] != ids[0]


def test_the_only_bearer_is_known_by_surname_from_two_documents_on() -> None:
    rows = ("a ru p Пётр Мохов", "b ru p Мохов")
    assert len(groups(spots(*rows))) == 2
    assert len(groups(spots("c ru p Петра Мохова", *rows))) == 1


def test_a_ministry_is_its_documents_or_its_nations() -> None:
    found = spots(
        "a ru o МИД Литвы",
        "a ru o МИД",
        "b ru o МИД Латвии",
        "c ru o МИД",
        "c ru l Латвии",
        "d ru o МИД",
        "e ru o МИД",
    )
    _, ids = entities(found)
    assert ids[0] == ids[1] and ids[2] == ids[3] and len({ids[0], ids[2], ids[5], ids[6]}) == 4


def test_a_chamber_is_that_of_the_nation_most_named() -> None:
    rows = [
        "a ru o Палата представителей",
        "a ru l Литва",
        "b en o House of Representatives",
        "b en l Lithuania",
    ]
    _, ids = entities(
        spots(*rows, "c ru o Палата представителей", "c ru l Латвии", "d ru o Палата представителей")
    )
    assert ids[0] == ids[2] and len({ids[0], ids[4], ids[6]}) == 3


def test_abbreviations_are_learnt_where_they_follow() -> None:
    a = "Союз рупаров Полесья"
    found = [
        Spot("a", 0, 20, a, "organisation", "ru"),
        Spot("a", 22, 25, "СРП", "organisation", "ru"),
        Spot("b", 0, 3, "СРП", "organisation", "ru"),
    ]
    made, ids = entities(found)
    assert len(set(ids)) == 1
    assert {"abbreviation_explained", "abbreviation_explained_elsewhere"} <= {
        r.feature for r in made[0].reasons
    }


def test_spellings_that_one_language_keeps_apart_join_nothing() -> None:
    _, ids = entities(spots("a ru p Зора Лисева", "b ru p Зора Лесева", "c be p Зора Лісева"))
    assert ids[0] != ids[1] and ids[2] == ids[0]


def test_names_role_and_score() -> None:
    a, b, c = spots("a ru p Петра Мохова", "b ru p Пётр Мохов", "c be p Пятро Мохаў")
    made, _ = entities(
        [Spot(**{**_fields(a), "role": "мэра Рупара"}), Spot(**{**_fields(b), "role": "мэр Рупара"}), c]
    )
    (entity,) = made
    assert entity.name == "Пётр Мохов"
    assert entity.role == "мэр Рупара"
    assert sorted((name.language, name.script, name.count) for name in entity.names) == [
        ("be", "Cyrl", 1), ("ru", "Cyrl", 1), ("ru", "Cyrl", 1),
    ]  # fmt: skip
    assert 0.8 < entity.score <= 1 and entity.reasons


def _fields(spot: Spot) -> dict[str, object]:
    return {name: getattr(spot, name) for name in spot.__dataclass_fields__}


def test_the_base_is_shown() -> None:
    made, _ = entities([Spot("a", 0, 12, "Зорою Мохової", "person", "uk", "Зора Мохова")])
    assert made[0].name == "Зора Мохова"


def test_public() -> None:
    assert not public(Entity("1", "person", "Зора Рогач"))
    assert public(Entity("1", "person", "Зора Рогач", "судья"))
    assert all(public(Entity("1", kind, "Рогач")) for kind in ("place", "organisation", "outlet"))


HEAP = spots(
    "a ru p Пётр Мохов",
    "a ru p Мохову",
    "b be p Пятро Мохаў",
    "b be o МЗС",
    "b be l Літвы",
    "c ru o МИД Литвы",
    "c ru p П. Мохов",
    "d uk l Києва",
    "d uk o ЛРП",
    "e ru o Лига рупаров Полесья",
    "e ru o ЛРП",
    "e ru p Анна",
    "f en p Piotr Mokhau",
    "f en l Kyiv",
    "g - p Rupar",
    "g pl p Jan Rupar",
    "h ru p Мохов",
    "h ru t Рупар.онлайн",
)


def test_any_order_gives_the_same() -> None:
    made, ids = entities(HEAP)
    for seed in range(5):
        order = list(range(len(HEAP)))
        random.Random(seed).shuffle(order)
        again, other = entities([HEAP[at] for at in order])
        assert again == made
        assert [other[order.index(at)] for at in range(len(HEAP))] == ids


def test_ids_stay_when_documents_come() -> None:
    _, ids = entities(HEAP)
    before = {
        (spot.doc_id, spot.start, spot.stop): entity_id for spot, entity_id in zip(HEAP, ids, strict=True)
    }
    more = [*spots("0 ru p Пётр Мохов", "0 be l Кіеве", "1 uk o МЗС Литви"), *HEAP]
    _, after = entities(more, before)
    assert after[3:] == ids
    assert after[0] == ids[0]


def test_two_never_share_an_id_that_was_one() -> None:
    old = spots("a ru p Пётр Мохов", "b ru p Павел Мохов")
    _, ids = entities(old, {("a", old[0].start, old[0].stop): "x", ("b", old[1].start, old[1].stop): "x"})
    assert sorted(ids) != ["x", "x"] and "x" in ids


@pytest.mark.parametrize(
    "surface", ["", " ", "«»", "...", "—", "1 2", "\u0301", "\ud800", "😀", "ا", "a", "Я", "'s"]
)
def test_odd_surfaces(surface: str) -> None:
    for kind in ("person", "organisation", "place", "outlet"):
        made, ids = entities(
            [Spot("a", 0, len(surface), surface, kind, language) for language in ("ru", "en", None)]
        )
        assert len(ids) == 3 and all(
            one is None or one in {entity.entity_id for entity in made} for one in ids
        )


def test_huge_surfaces() -> None:
    long = ["А" * 1_000_000, "Рупар " * 200_000, "О" + "-а" * 500_000, "(" * 1_000_000, "А. " * 300_000]
    for kind in ("person", "organisation", "place", "outlet"):
        found = [Spot("a", 0, len(surface), surface, kind, "ru") for surface in long]
        made, ids = entities(found)
        assert len(ids) == len(long) and all(len(entity.name) <= 1000 for entity in made)


def test_one_name_in_many_documents() -> None:
    found = [Spot(f"d{at}", 0, 10, ("Пётр Мохов", "Мохов")[at % 2], "person", "ru") for at in range(20_000)]
    made, ids = entities(found)
    assert len(made) == 1 and made[0].names[0].count == 10_000 and len(set(ids)) == 1


TEXT = st.text(alphabet="Пётр Мховаеуом.-’'«»ЮніўЁэRuparsA\u0301\u00a0\ud83d\u200f1", max_size=24)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"),
            TEXT,
            st.sampled_from(("person", "organisation", "place", "outlet")),
            st.sampled_from(("be", "en", "ru", "uk", "pl", None)),
        ),
        max_size=12,
    )
)
def test_whatever_the_names(rows: list[tuple[str, str, str, str | None]]) -> None:
    found = [
        Spot(doc, 30 * at, 30 * at + len(s), s, kind, lang) for at, (doc, s, kind, lang) in enumerate(rows)
    ]
    made, ids = entities(found)
    known = {entity.entity_id: entity for entity in made}
    assert len(known) == len(made)
    assert sum(name.count for entity in made for name in entity.names) == sum(one is not None for one in ids)
    for spot, entity_id in zip(found, ids, strict=True):
        assert entity_id is None or any(name.form == spot.surface.strip() for name in known[entity_id].names)
    assert all(0 < entity.score <= 1 and entity.reasons and entity.name for entity in made)
    assert entities(found[::-1])[0] == made


def test_one_person_in_four_spellings() -> None:
    said = [
        ("a", "Антон Горбацевич", "ru"),
        ("b", "Антон Гарбацэвіч", "be"),
        ("c", "Anton Harbatsevich", "en"),
        ("d", "Антоном Горбацевичем", "uk"),
    ]
    found, _ = entities([Spot(doc, 0, len(name), name, "person", language) for doc, name, language in said])
    assert len(found) == 1


def test_a_rare_misspelling_is_the_common_name_and_an_equal_one_is_not() -> None:
    often = [Spot(f"d{at}", 0, 14, "Дональд Рупарь", "person", "ru") for at in range(6)]
    once = Spot("x", 0, 14, "Дональт Рупарь", "person", "ru")
    assert len(entities([*often, once])[0]) == 1
    assert len(entities([often[0], once])[0]) == 2


def test_listed_given_names_are_never_misspellings_of_one_another() -> None:
    often = [Spot(f"d{at}", 0, 14, "Марина Рупарко", "person", "ru") for at in range(9)]
    assert len(entities([*often, Spot("x", 0, 13, "Мария Рупарко", "person", "ru")])[0]) == 2


def test_a_firm_is_one_under_every_legal_form() -> None:
    said = [
        ("ОАО «Гравмаш»", "ru"),
        ("ВАТ «Гравмаш»", "uk"),
        ("OJSC Hravmash", "en"),
        ("Гравмаша", "ru"),
    ]
    found, _ = entities(
        [Spot(f"d{at}", 0, 9, name, "organisation", code) for at, (name, code) in enumerate(said)]
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("EU", "en"), ("Евросоюз", "ru"), True),
        (("Россия", "ru"), ("РФ", "uk"), True),
        (("Republic of Belarus", "en"), ("Беларусь", "be"), True),
        (("Китайская Республика", "ru"), ("Китай", "ru"), False),
    ],
)
def test_states_and_unions(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    spots = [Spot("a", 0, 5, one[0], "place", one[1]), Spot("b", 0, 5, other[0], "place", other[1])]
    assert (len(entities(spots)[0]) == 1) == same


def test_a_name_is_shown_as_a_text_has_it_in_the_language_of_most_mentions() -> None:
    said = [("Зоры Мох", "Зор Мох")] * 5 + [("Зора Мох", "Зор Мох")] * 3
    spots = [Spot(f"d{at}", 0, 8, name, "person", "ru", base) for at, (name, base) in enumerate(said)]
    spots.append(Spot("e", 0, 8, "Zora Mokh", "person", "en"))
    (found,) = entities(spots)[0]
    assert found.name == "Зора Мох"
