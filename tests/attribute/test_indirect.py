"""Reported clauses and their speakers in invented sentences of four languages."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis import langs
from letapis.attribute import content, free, headline, subject
from letapis.attribute.clause import View
from letapis.attribute.frame import frames
from letapis.attribute.indirect import indirect
from letapis.attribute.nominal import Nominal, nominal
from letapis.text.stream import stream

# [the claim, in one piece or two] and {its speaker}; where there is no claim, nothing may be found.
# A line that is set in goes on with the one above.
ENGLISH = """
{Mill} said [rents fell in May].
{Mill} said that [rents fell in May], but Moss denied it.
[Rents fell in May], {Mill} said.
[Rents fell in May], said {Ona Mill}, the mayor of Reedham.
[Rents], {Mill} said, [fell for the third year].
According to {Mill}, [rents fell in May].
[Rents fell in May], according to {a report by the Reed Institute}.
{Mill} told reporters on Monday that [rents had fallen].
{Mill} told Carl Moss [she would not resign].
{Mill} vowed [to cut rents by half].
{Mill} urged [the council to cut rents].
{Mill} called for [lower rents in the old town].
{Mill} accused [Moss of hiding the report].
{Critics} say [the plan will fail].
{Tenants} who live there say [the roof is bad].
{Officials} who asked not to be named said [the bridge was unsafe].
"It is late," {Mill} said, adding that [the bridge would close].
[The bridge will close], {a spokesman for the council} said on Friday.
{Mill} believes that [the bridge is unsafe].
{Mill} is confident that [the bridge is safe].
{Moss} asked [whether the bridge was safe].
{Moss} rejected [Mill's claim that rents fell in the spring].
She was told that [the bridge was closed].
As {Mill} said, [the bridge is closed].
The claims of the mayor were wide of the mark.
The states of the union are many.
It rained all day and the children stayed at home.
If Mill says that the bridge is safe, we will cross it.
It should be noted that the bridge is old.
{Mill} did not say that [rents would fall].
But {Ona Mill, senior associate for planning at the Reed Institute}, said [parents still want local
  schools].
{Carl Moss, a councillor from Reedham, Kent}, said [the noise at this year's fair was part of the
  fun].
{Council spokesman Carl Moss} said [Mill wasn't targeting just builders].
{Mill} says [there ought to be a rule on rents].
{The Reed campaign} says [the leaflet will reach every farm].
{Ms. Moss} said [the enormous debt facing the bank was tied to its history].
{He} said [he feared less for rents in the city than for jobs].
{A council aide} said [comments from Reed, Mill and Moss were consistent with earlier remarks].
{Mayor Ona Mill} says [tenant Carl Moss is not fit to serve, because he lied].
{Mill} earlier Thursday said [the board has met ten times].
[Still], {he} said, [clerks have to count the votes].
{Carl Moss, a critic of Mill}, said [Reedham strategists plan to win enough seats in the first
  round].
{He} also charged that [the council ignored the tenants].
{Mill} said [he'd build a wall and make tenants pay].
{The judge} -- who has been in a dispute with the mayor -- said [she was sorry for the quarrel] and
  promised to stay out.
{Ona Mill, a founder of the think tank Third Reed}, said [Ms. Moss had so far avoided the question].
{Mill's former manager, Carl Moss}, said [the clerk who succeeded him should go].
{Adam Reed, an economist at Moss Analytics}, calculates that [ten jobs would go].
{Moss} said, per a translator, that [the bridge was unsafe].
{Moss} added that [Mill told her he had left].
"""
RUSSIAN = """
{Министр Павел Бруснев} заявил, что [мост построят к осени].
[Мост построят к осени], заявил {министр транспорта Павел Бруснев}.
Как сообщила {пресс-секретарь завода Инна Лопух}, [цех закрыт на ремонт].
[Цех], по словам {Инны Лопух}, [закрыт на ремонт до марта].
По мнению {эксперта Олега Дрозда}, [цены вырастут вдвое].
[Цены вырастут вдвое], считает {эксперт Олег Дрозд}.
[Цены вырастут вдвое], считают {аналитики}.
{Эксперты} полагают, что [рынок ждёт спад].
[Рынок ждёт спад]. Об этом сообщил {глава биржи Лев Тополь}.
[Рынок ждёт спад]. Об этом на пресс-конференции 5 мая рассказала {Инна Лопух}.
[Рынок ждёт спад]. Об этом говорится в отчёте {биржи}.
В {мэрии} заявили, что [снег уберут до утра].
[Снег уберут до утра], сказали в {транспортном отделе мэрии}.
[Снег уберут до утра], сообщили в {пресс-службе мэрии Гродска}.
{Дрозд} призвал власти [немедленно освободить задержанных].
{Дрозд} призвал к [новым выборам под надзором наблюдателей].
{Рабочие} потребовали, чтобы [директор ушёл в отставку].
{Рабочие} потребовали [повысить зарплату до конца года].
{Лопух} пообещала [вернуть деньги вкладчикам до мая].
{Она} добавила, что [ремонт идёт по графику].
{Глава комитета Лев Тополь}, выступая перед депутатами, подчеркнул, что [бюджет принят].
{Лев Тополь, глава комитета}, считает, что [бюджет принят зря].
[Бюджет], уверен {Тополь}, [принят зря и без обсуждения].
Сообщается, что [пострадали четыре человека].
Журналистам рассказали, что [склад сгорел полностью].
{Источник в правительстве} сообщил, что [указ уже подписан].
{Тополь} сообщил журналистам, что [указ подписан].
По данным {полиции}, [на площади собрались сто человек].
Согласно {отчёту биржи}, [прибыль упала на треть].
{Тополь} опроверг слова о том, что [завод продан].
{Лопух} отметила, что [спрос растёт], а Дрозд возразил, что он падает.
{Лопух} спросила, [почему закрыли школу в селе].
В понедельник {посол Ирина Вереск} заявила в интервью порталу, что [переговоры сорваны].
Представитель МИД Анна Клевер, комментируя новость, назвала её ложью.
Дождь шёл весь день, и дети остались дома.
Он открыл дверь и вышел на улицу.
[Завод закроют], — говорит {Дрозд}. — Рабочих переведут в город.
Завод, напомним, закрыли в прошлом году.
[Цены вырастут], сказал {эксперт биржи}.
{Лев Тополь} не исключил, что [указ отменят].
{Лев Тополь} выразил надежду, что [указ отменят].
{Инна Лопух} уверена, что [завод откроют].
На {его} взгляд, [завод закрыли зря].
По {его} словам, [завод закрыли зря, а людей уволили].
Как рассказали в {больнице}, [пострадавшие идут на поправку].
По информации {источника в мэрии}, [парк закроют на год].
{Тополь} заявил о [намерении подать в суд на завод].
{Министр} предложил [ввести налог на дым].
{Тополь} предупредил: [если завод закроют, люди выйдут на площадь].
В {партии «Мост»} считают, что [выборы прошли нечестно].
{Президент Дроздовии Лев Тополь и премьер Инна Лопух} заявили, что [переговоры идут трудно].
[Завод закрыт на ремонт]. Об этом БелаПАН сообщила {пресс-секретарь завода Инна Лопух}.
Тополь назвал решение суда ошибкой.
{Политик}, который бежал из страны, утверждает, что [его пытали].
Следователи установили, что пожар начался в подвале.
Правозащитники сообщили о задержании трёх человек.
Суд приговорил Дрозда к году колонии.
Опрос показал, что половина жителей против стройки.
{Тополь} написал в фейсбуке, что [уходит из партии].
{«Мост»} напоминает, что [вход бесплатный].
{Жители} говорят, что [воды нет третий день].
{Глава района} пообещал, что [воду дадут к вечеру].
Тем временем в {Минобороны} опровергли, что [учения отменены].
{Адвокат Олега Дрозда} сообщил, что [его подзащитный болен].
"""
UKRAINIAN = """
{Міністр Павло Вербний} заявив, що [міст збудують до осені].
[Міст збудують до осені], заявив {міністр транспорту Павло Вербний}.
Як повідомила {речниця заводу Інна Лопух}, [цех закрили на ремонт].
[Цех], за словами {Інни Лопух}, [закрили на ремонт до березня].
На думку {експерта Олега Дрозда}, [ціни зростуть удвічі].
[Ціни зростуть удвічі], вважає {експерт Олег Дрозд}.
[Ціни зростуть удвічі], вважають {аналітики}.
{Експерти} припускають, що [ринок чекає спад].
[Ринок чекає спад]. Про це повідомив {голова біржі Лев Тополя}.
[Ринок чекає спад]. Про це на брифінгу 5 травня розповіла {Інна Лопух}.
[Ринок чекає спад]. Про це йдеться у звіті {біржі}.
У {мерії} заявили, що [сніг приберуть до ранку].
[Сніг приберуть до ранку], повідомили у {транспортному відділі мерії}.
{Дрозд} закликав владу [негайно звільнити затриманих].
{Дрозд} закликав до [нових виборів під наглядом спостерігачів].
{Робітники} вимагали, щоб [директор пішов у відставку].
{Робітники} вимагають [підвищити зарплату до кінця року].
{Лопух} пообіцяла [повернути гроші вкладникам до травня].
{Вона} додала, що [ремонт іде за графіком].
{Голова комітету Лев Тополя}, виступаючи перед депутатами, наголосив, що [бюджет ухвалено].
[Бюджет], переконаний {Тополя}, [ухвалили даремно і без обговорення].
Повідомляється, що [постраждали четверо людей].
{Джерело в уряді} повідомило, що [указ уже підписано].
За даними {поліції}, [на площі зібралося сто людей].
Згідно зі {звітом біржі}, [прибуток упав на третину].
{Лопух} зазначила, що [попит росте], а Дрозд заперечив, що він падає.
{Лопух} запитала, [чому закрили школу в селі].
У понеділок {посолка Ірина Верес} заявила в інтерв'ю порталу, що [перемовини зірвано].
{Президентка Оксана Мальва} каже, що [готова до перемовин].
[Завод закриють], — каже {Дрозд}. — Робітників переведуть у місто.
Дощ ішов увесь день, і діти залишилися вдома.
Він відчинив двері та вийшов на вулицю.
Речниця міністерства, коментуючи новину, назвала її брехнею.
{Тополевський} не виключив, що [указ скасують].
{Інна Лопух} упевнена, що [завод відкриють].
На {його} думку, [завод закрили даремно].
За {його} словами, [завод закрили даремно, а людей звільнили].
Як розповіли в {лікарні}, [постраждалі одужують].
{Міністр} запропонував [запровадити податок на дим].
{Тополевський} попередив: [якщо завод закриють, люди вийдуть на площу].
У {партії «Міст»} вважають, що [вибори пройшли нечесно].
[Завод закрито на ремонт]. Про це БелаПАН повідомила {речниця заводу Інна Лопух}.
Правозахисники повідомили про затримання трьох людей.
{Мешканці} кажуть, що [води немає третій день].
{Голова району} пообіцяв, що [воду дадуть до вечора].
{Тополевський} написав у фейсбуці, що [йде з партії].
{Адвокат Олега Дрозда} повідомив, що [його підзахисний хворий].
{Президент Лев Тополевський і прем'єрка Інна Лопух} заявили, що [перемовини йдуть важко].
Як заявив у вівторок {речник Міноборони Олег Дрозд}, [навчання триватимуть].
{Він} зауважив, що ["це не кінець"].
Суд засудив Дрозда до року колонії.
"""
BELARUSIAN = """
{Міністр Павел Вярбіцкі} заявіў, што [мост пабудуюць да восені].
[Мост пабудуюць да восені], заявіў {міністр транспарту Павел Вярбіцкі}.
Як паведаміла {прэс-сакратарка завода Іна Лопух}, [цэх зачынілі на рамонт].
[Цэх], паводле слоў {Іны Лопух}, [зачынілі на рамонт да сакавіка].
На думку {эксперта Алега Дразда}, [цэны вырастуць удвая].
[Цэны вырастуць удвая], лічыць {эксперт Алег Дрозд}.
[Цэны вырастуць удвая], лічаць {аналітыкі}.
{Эксперты} мяркуюць, што [рынак чакае спад].
[Рынак чакае спад]. Пра гэта паведаміў {кіраўнік біржы Леў Таполя}.
[Рынак чакае спад]. Пра гэта на брыфінгу 5 траўня распавяла {Іна Лопух}.
[Рынак чакае спад]. Аб гэтым гаворыцца ў справаздачы {біржы}.
У {мэрыі} заявілі, што [снег прыбяруць да раніцы].
[Снег прыбяруць да раніцы], сказалі ў {транспартным аддзеле мэрыі}.
{Дрозд} заклікаў улады [вызваліць затрыманых].
{Дрозд} заклікаў да [новых выбараў пад наглядам назіральнікаў].
{Рабочыя} запатрабавалі, каб [дырэктар сышоў у адстаўку].
{Рабочыя} патрабуюць [павысіць заробак да канца года].
{Лопух} паабяцала [вярнуць грошы ўкладчыкам да траўня].
{Яна} дадала, што [рамонт ідзе паводле графіка].
{Старшыня камітэта Леў Таполя}, выступаючы перад дэпутатамі, падкрэсліў, што [бюджэт прыняты].
[Бюджэт], упэўнены {Таполя}, [прынялі дарма і без абмеркавання].
Паведамляецца, што [пацярпелі чатыры чалавекі].
{Крыніца ва ўрадзе} паведаміла, што [ўказ ужо падпісаны].
Паводле звестак {міліцыі}, [на плошчы сабраліся сто чалавек].
Паводле {Дразда}, [завод працуе ў звычайным рэжыме].
{Лопух} адзначыла, што [попыт расце], а Дрозд запярэчыў, што ён падае.
{Лопух} спытала, [чаму зачынілі школу ў вёсцы].
У панядзелак {амбасадарка Ірына Верас} заявіла ў інтэрв'ю парталу, што [перамовы сарваныя].
{Дырэктарка школы Ганна Мальва} кажа, што [гатовая да праверкі].
[Завод зачыняць], — кажа {Дрозд}. — Рабочых перавядуць у горад.
Дождж ішоў увесь дзень, і дзеці засталіся дома.
Ён адчыніў дзверы і выйшаў на вуліцу.
{Праваабаронцы} заяўляюць, што [ў калоніі памёр вязень].
{Жыхары вёскі} скардзяцца, што [дарогу не чысцяць].
{Тапалеўскі} не выключыў, што [ўказ адменяць].
{Іна Лопух} упэўненая, што [завод адчыняць].
На {яго} думку, [завод зачынілі дарма].
Паводле {яго} слоў, [завод зачынілі дарма, а людзей звольнілі].
Як расказалі ў {бальніцы}, [пацярпелыя папраўляюцца].
{Міністр} прапанаваў [увесці падатак на дым].
{Тапалеўскі} папярэдзіў: [калі завод зачыняць, людзі выйдуць на плошчу].
У {партыі «Мост»} лічаць, што [выбары прайшлі несумленна].
[Завод зачынены на рамонт]. Пра гэта БелаПАН паведаміла {прэс-сакратарка завода Іна Лопух}.
Праваабаронцы паведамілі пра затрыманне трох чалавек.
{Жыхары} кажуць, што [вады няма трэці дзень].
{Кіраўнік раёна} паабяцаў, што [ваду дадуць да вечара].
{Тапалеўскі} напісаў у фэйсбуку, што [сыходзіць з партыі].
{Адвакат Алега Дразда} паведаміў, што [яго падабаронны хворы].
{Прэзідэнт Леў Тапалеўскі і прэм'ерка Іна Лопух} заявілі, што [перамовы ідуць цяжка].
Як заявіў у аўторак {прадстаўнік МУС Алег Дрозд}, [справу закрылі].
{Міністарка Ганна Мальва} адзначыла, што [«гэта не канец»].
Суд асудзіў Дразда на год калоніі.
{Маці палітвязня} распавяла, што [сын хварэе].
{Святлана Мальва} лічыць, што [санкцыі трэба пашырыць].
{Палітык}, які з'ехаў з краіны, сцвярджае, што [яго катавалі].
"""
ROWS = [
    (code, line)
    for code, cases in (("en", ENGLISH), ("ru", RUSSIAN), ("uk", UKRAINIAN), ("be", BELARUSIAN))
    for line in cases.strip().replace("\n  ", " ").split("\n")
]
BRACKETS = str.maketrans("", "", "[]{}")
PIECES = st.sampled_from(
    [
        "said",
        "that",
        "Mill",
        "told",
        ",",
        ".",
        ":",
        '"',
        "“",
        "”",
        "«",
        "»",
        "—",
        "according",
        "to",
        "X",
        "заявил",
        "сказал",
        "что",
        "X",
        "Иван",
        "по",
        "словам",
        "Об",
        "этом\n",
        "",
        "",
        "",
        "паведаміў",
        "заявила",
        "у",
        "в",
        "́",
        "\xa0",
        "��",
        "שלום",
        "claims",
        "asked",
        "whether",
        "to",
        "(",
        ")",
        "'",
        "повідомив",
        ",",
        "що",
        "як\n",
        "",
        "",
        "",
        "кажа",
        "\n",
        "призвал",
        "and",
        "он",
        "«",
    ]
)


def said(text: str, code: str) -> list[tuple[str, str]]:
    """Claims and speakers that are found in ``text``."""
    language = langs.get(code)
    assert language is not None
    tokens = stream(text, language.abbreviations)
    found = []
    for one in indirect(tokens, language, frames(tokens, language)):
        who = tokens.cut(*one.frame.speaker) if one.frame.speaker else ""
        found.append((" ".join(text[start:stop] for start, stop in one.parts), who))
    return found


@pytest.mark.parametrize(("code", "line"), ROWS)
def test_claim_and_speaker(code: str, line: str) -> None:
    claim = " ".join(re.findall(r"\[(.+?)\]", line)).translate(BRACKETS)
    who = "".join(re.findall(r"\{(.+?)\}", line))
    found = said(line.translate(BRACKETS), code)
    assert found[:1] == ([(claim, who)] if claim else [])


def test_two_claims_of_one_sentence_end_where_the_next_begins() -> None:
    assert said("Mill said rents had fallen, and Moss said that he doubted it.", "en") == [
        ("rents had fallen", "Mill"),
        ("he doubted it", "Moss"),
    ]
    assert said("Лопух отметила, что спрос растёт, а Дрозд возразил, что он падает.", "ru") == [
        ("спрос растёт", "Лопух"),
        ("он падает", "Дрозд"),
    ]


def test_what_an_outlet_alone_says_is_no_quotation() -> None:
    assert said("Как сообщает БелаПАН, мост закрыт до осени.", "ru") == []
    assert said("Reuters reported that the bridge was closed.", "en") == []


def test_what_lies_in_direct_quotations_is_left_out() -> None:
    text = "«Дрозд сказал, что мост закрыт», — заявила Инна Лопух."
    language = langs.get("ru")
    tokens = stream(text, language.abbreviations)
    framed = frames(tokens, language)
    assert indirect(tokens, language, framed, [(1, 30)]) == []


def test_a_headline_needs_a_speaker_that_the_text_knows() -> None:
    assert (
        said("Mayor Mill: Rents will fall by half\nThe mayor, Ona Mill, spoke.", "en")[0][1] == "Mayor Mill"
    )
    assert said("Breaking News: Rents will fall by half\nThe mayor spoke.", "en") == []


def test_languages_without_words_and_no_language_find_nothing() -> None:
    for code in ("pl", "de", "lt", None):
        language = langs.get(code)
        tokens = stream("Jan powiedział, że most zamknięto. Mill said so.", frozenset())
        assert frames(tokens, language) == []
        assert indirect(tokens, language, []) == []


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60), st.sampled_from(["en", "ru", "uk", "be"]))
def test_spans_lie_in_the_text(pieces: list[str], code: str) -> None:
    text, language = " ".join(pieces), langs.get(code)
    assert language is not None
    tokens = stream(text, language.abbreviations)
    framed = frames(tokens, language)
    size = len(tokens.words)
    for frame in framed:
        assert 0 <= frame.head <= frame.first < frame.last <= size
        assert frame.last <= frame.tail <= size or frame.side == "before"
        if frame.speaker is not None:
            assert 0 <= frame.speaker[0] < frame.speaker[1] <= size
    for one in indirect(tokens, language, framed):
        assert one.parts[0][0] == one.start < one.stop == one.parts[-1][1] <= len(text)
        assert all(start < stop for start, stop in one.parts)


@pytest.mark.parametrize("unit", ["сказал ", "заявил, что ", "Иван, глава, ", "« ", "по словам "])
def test_work_grows_with_length_alone(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    language = langs.get("ru")
    assert language is not None
    looks = 0

    def counted(view: View, at: int) -> Nominal:
        nonlocal looks
        looks += 1
        return nominal(view.words[at], view.code, view.speech)

    for module in (subject, free, content, headline):
        monkeypatch.setattr(module, "read", counted)
    per_token = []
    for times in (500, 2000):
        tokens = stream(unit * times, language.abbreviations)
        looks = 0
        indirect(tokens, language, frames(tokens, language))
        per_token.append(looks / len(tokens.words))
    assert per_token[1] <= 1.5 * per_token[0] + 1
