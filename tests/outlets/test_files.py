"""Every outlet file keeps the contract."""

from collections import Counter
from importlib.resources import files
from zoneinfo import available_timezones

import pytest

from letapis import langs
from letapis.errors import PluginError
from letapis.langs.base import words
from letapis.outlets import by_domain, by_handle, by_name, find, outlets, parse
from letapis.text import fold
from letapis.text.morph import parses

ALL = outlets()


@pytest.mark.parametrize("outlet", ALL, ids=lambda outlet: outlet.name)
def test_an_outlet_has_what_an_outlet_needs(outlet):
    assert outlet.name.strip() == outlet.name
    assert outlet.zone in available_timezones()
    assert outlet.country and len(outlet.country) == 2 and outlet.country.isupper()
    assert all(len(code) == 2 and code.islower() for code in outlet.languages)
    assert all(domain == domain.lower() and "." in domain and "/" not in domain for domain in outlet.domains)
    assert not any(domain.startswith("www.") for domain in outlet.domains)
    assert all(handle and not handle.startswith("@") for handle in outlet.handles)
    assert not set(outlet.names) & set(outlet.cautious)


@pytest.mark.parametrize("outlet", ALL, ids=lambda outlet: outlet.name)
def test_an_outlet_is_found_by_all_that_it_is_called(outlet):
    for domain in outlet.domains:
        assert by_domain(f"www.{domain}") == outlet
    for name in (*outlet.names, *outlet.cautious):
        assert by_name(name) is not None


def test_nothing_is_claimed_twice():
    for claims in (
        [outlet.name for outlet in ALL],
        [domain for outlet in ALL for domain in outlet.domains],
        [handle.casefold() for outlet in ALL for handle in outlet.handles],
        [name for outlet in ALL for name in {fold(n) for n in (*outlet.names, *outlet.cautious)}],
    ):
        assert not [claim for claim, count in Counter(claims).items() if count > 1]


# A merchant, a jellyfish, a glance and a classmate give few names to news; these are outlets first,
# and networks are in the dictionaries as networks.
FIRST = {
    fold(word)
    for word in words(
        """
        Коммерсант Коммерсантъ Комерсант Камерсант Медуза Позирк Рейтер Рейтар Бельга Більд Регнум
        Фейсбук Инстаграм Інстаграм Телеграм Твиттер Твіттер Вайбер Ютуб Ютюб ТікТок Тікток ВКонтакте
        Вконтакте ВКонтакті Еспресо Інтерфакс Росбалт Укрінформ УНІАН Сіньхуа Гардіан Шпіґель Політико
        Форбс Шпігель
        """
    )
}
COMMON = words(
    """
    time times sun mirror star post world life people nature prime focus metro fortune salon slate echo
    dawn trend variety vanguard deadline spectator observer independent standard local herald telegraph
    guardian economist express mail record insider hill bell verge intercept project spring rain current
    politics report money news mind index telex spice siena turan sabah fars inter astra argus marca
    libération republic republika respublika diena welt zeit stern bild presse tribuna semafor fakt
    polityka niezależna laikas rytas žinios kurier gazeta dziennik gordon motolko sota taz trud snob x
    vk час время праўда правда свобода свабода воля вясна весна волна хваля звезда зеркало люстэрка
    дзеркало проект праект проєкт агентство лента сегодня сьогодні навіны новости вести вісті известия
    ведомости відомості мел вёрстка верстка страна трибуна спутник дождь дощ дождж бумага база сота
    схемы схеми холод взгляд заря хмарочос салідарнасць солидарность рэспубліка общественное суспільне
    громадське конкурент чемпионат дзеяслоў флагшток фонтанка думская ґрати одноклассники однокласники
    аднакласнікі вечерка вячэрка экономист эхо телеграф
    """
)


def _sure_words():
    """Names of one word that count wherever they stand, folded."""
    return {
        fold(name): name
        for outlet in ALL
        for name in (outlet.name, *outlet.names)
        if name.isalpha() and not {fold(name), name} & {fold(c) for c in outlet.cautious}
    }


def test_a_common_word_is_no_sure_name():
    sure = _sure_words()
    assert not [word for word in COMMON if fold(word) in sure]
    for code in langs.codes():
        function = {fold(word) for word in langs.get(code).function}
        assert not [sure[word] for word in function & set(sure) if not sure[word].isupper()], code


@pytest.mark.parametrize("code", ["ru", "uk"])
def test_a_common_noun_is_no_sure_name(code):
    found = []
    for folded, name in _sure_words().items():
        if len(folded) > 3 and folded not in FIRST and not (name.isupper() and len(name) <= 5):
            readings = parses(folded, code)
            if any(one.known and not {"Name", "Surn", "Geox", "Orgn"} & set(one.tags) for one in readings):
                found.append(name)
    assert not found


@pytest.mark.parametrize(
    "text",
    [
        "I see. Time will tell. People met. Nature rests. Deadline passed. DR Moss sat down.",
        "Россия 24 февраля подписала, Россия 1 сентября отменила. В доме 5 каналов и 24 кг: 24 kg, 15 min.",
        "Через 20 хвилин. Усі онлайн-крамниці. Лівий берег. Наші гроші. Українська неделя.",
        "Вясна прыйшла. Народная воля. Новы час для сяла. Літаратура і мастацтва. Салідарнасць. Нехта ідзе.",
        "Политика и люди. Юле подарили. Ліма — сталіца. ВВС перебросили. Вечерний Минск засыпал.",
        "Daily record of cases. Office life is dull. Global times ahead. Defense news came.",
    ],
)
def test_ordinary_text_names_no_outlet(text):
    assert [text[one.start : one.stop] for one in find(text)] == []


def test_an_address_is_of_one_outlet():
    for outlet in ALL:
        for domain in outlet.domains:
            assert by_domain(domain) == outlet
        for handle in outlet.handles:
            assert by_handle(handle) == outlet


def test_there_are_many_and_of_every_kind():
    assert len(ALL) >= 600
    assert {"BY", "UA", "RU", "PL", "LT"} <= {outlet.country for outlet in ALL}
    assert sum(outlet.platform for outlet in ALL) >= 4
    assert len(ALL) == sum(path.name.endswith(".toml") for path in files("letapis.outlets").iterdir())


def test_a_bad_file_is_refused():
    for text in ("name = ", 'name = "x"', 'name = "x"\nnames = ["x"]\nsite = "y"'):
        with pytest.raises(PluginError):
            parse(text, "x.toml")


def test_languages_of_the_house_are_published_in():
    assert {"be", "en", "ru", "uk"} <= {code for outlet in ALL for code in outlet.languages} & set(
        langs.codes()
    )
