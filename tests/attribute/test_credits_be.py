"""Credits in Belarusian, by kind, and what only looks like one. Every sentence is invented."""

from __future__ import annotations

import pytest

from letapis import langs
from letapis.attribute import citations
from letapis.model import Document

ROWS = """
«Чакаем да вясны», — сказаў Reuters кіраўнік порта. → told_to Reuters
«Чакаем да вясны», — расказала «Нашай Ніве» глядачка маяка Ганна Рачная. → told_to Nasha Niva
«Чакаем да вясны», — расказаў у інтэрв’ю «Нашай Ніве» глядач маяка. → told_to Nasha Niva
«Чакаем да вясны», — заявіў Іван Рачны ў эфіры Еўрарадыё. → told_to Euroradio
Пра гэта заявіла БелаПАН прэс-сакратарка порта. → told_to BelaPAN
Пра гэта Радыё Свабода распавялі ў прэс-службе порта. → told_to Radio Svaboda
Пра гэта Белсату паведамілі ў кіраванні дарог. → told_to Belsat
Пра гэта карэспандэнту БелТА расказалі ў кіраванні дарог. → told_to BelTA
У размове з «Нашай Нівай» ён прызнаў памылку. → told_to Nasha Niva
У каментары TUT.BY Рачны назваў гэта чуткамі. → told_to Tut.by
У інтэрв’ю выданню «Зарэчная газета» яна назвала гэта чуткамі. → told_to Зарэчная газета
Як расказаў парталу Onliner адзін з рабочых, цэх закрыты. → told_to Onliner
Рачны паведаміў Еўрарадыё, што цэх закрыты. → told_to Euroradio
У гутарцы з карэспандэнтам «Люстэрка» яна назвала гэта чуткамі. → told_to Zerkalo
«Не», — адказаў Рачны на пытанне Bloomberg. → told_to Bloomberg
Паводле суразмоўцы «Медыязоны», цэх закрыты. → told_to Mediazona
Крыніца Reform.by у порце пацвердзіла гэта. → told_to Reform.by
Рачны падзяліўся з Радыё Свабода сваімі планамі. → told_to Radio Svaboda
Юрыст патлумачыў Белсату, што рабіць. → told_to Belsat
Сказаў N aviny.by дырэктар. → told_to Naviny.by
«Годзе», — падкрэсліў Рачны ў каментары для Deutsche Welle. → told_to DW
Дырэктар распавёў Еўрарадыё, што цэх закрыты. → told_to Euroradio
Reuters піша, што цэх закрыты. → reported_by Reuters
Цэх закрыты, піша «Наша Ніва». → reported_by Nasha Niva
Цэх закрыты, паведамляе агенцтва «Лаза-Навіны». → reported_by Лаза-Навіны
Цэх закрыты, перадае карэспандэнт БелТА. → reported_by BelTA
Пра гэта паведамляе Naviny.by. → reported_by Naviny.by
Пра гэта паведамляе Белсат са спасылкай на прэс-службу порта. → reported_by Belsat
Пра гэта са спасылкай на свае крыніцы паведамляе «Наша Ніва». → reported_by Nasha Niva
Пра гэта гаворыцца ў матэрыяле «Новай газеты». → reported_by Novaya Gazeta
Пра гэта перадае БелаПАН са спасылкай на DW. → reported_by BelaPAN; reported_by DW
Як адзначае The Guardian, цэх закрылі ў траўні. → reported_by Guardian
Як высветліў Белсат, цэх закрылі ў траўні. → reported_by Belsat
Паводле звестак «Вясны», затрымалі дзевяцярых. → reported_by Viasna
Паводле Радыё Свабода, затрымалі дзевяцярых. → reported_by Radio Svaboda
Як паведамляе праваабарончы цэнтр «Вясна», затрымалі дзевяцярых. → reported_by Viasna
Па інфармацыі тэлеграм-канала «Рака і лес», цэх гарыць. → reported_by Рака і лес
Газета The Wall Street Journal паведаміла, што здзелка сарвалася. → reported_by Wall Street Journal
Выданне Politico са спасылкай на дыпламатаў піша, што здзелка сарвалася. → reported_by Politico
Журналісты «Белсату» высветлілі, чый гэта порт. → reported_by Belsat
Расследаванне Bellingcat паказала, што карабель іншы. → reported_by Bellingcat
Першай пра гэта напісала «Наша Ніва». → reported_by Nasha Niva
Першакрыніца: Zerkalo.io → repost_footer Zerkalo
Мост закрыты.⏎Крыніца: БелаПАН → repost_footer BelaPAN
Мост закрыты.⏎Крыніца: raka.example → repost_footer raka.example
Мост закрыты, піша raka.example. → reported_by raka.example
Пра гэта піша @raka_news. → reported_by @raka_news
Пра гэта піша Еўрарадыо. → reported_by Euroradio
Пра гэта піша Нaша Ніва. → reported_by Nasha Niva
Ліст апублікавала «Наша Ніва». → published_by Nasha Niva
Ліст апублікаваны ў газеце «Звязда». → published_by Zviazda
Расследаванне «Праекта» выйшла ў траўні. → reported_by Proekt
«Медуза» сумесна з The Bell высветліла, хто валодае портам. → joint Meduza; joint The Bell
У сумесным расследаванні Белсата і «Медыязоны» названа дзевяць імёнаў. → joint Belsat; joint Mediazona
Матэрыял падрыхтаваны ў партнёрстве з Белсатам. → joint Belsat
Фота: БелТА → image_credit BelTA
Фота: Ганна Рачная, TUT.BY → image_credit Tut.by
Фота: Ганна Рачная / «Наша Ніва» → image_credit Nasha Niva
Мост увечары. Фота: Onliner → image_credit Onliner
Мост увечары (фота: ТАСС). → image_credit TASS
Мост увечары. Фота Еўрарадыё → image_credit Euroradio
Скрыншот з відэа Белсата → image_credit Belsat
Допіс Мост закрыты з’явіўся спачатку на Салідарнасць. → repost_footer Salidarnasc
Упершыню апублікавана на сайце raka.example. → repost_footer raka.example
Арыгінал артыкула: Meduza → repost_footer Meduza
Перадрукавана з дазволу «Нашай Нівы». → repost_footer Nasha Niva
МІНСК, 5 траўня — БелаПАН. Мост закрыты. → dateline BelaPAN
Мінск, 5 траўня /БелТА/. Мост закрыты. → dateline BelTA
5 траўня, Мінск /Ганна Рачная — БЕЛТА/. Мост закрыты. → dateline BelTA
Як паведамляе, мост закрылі ў траўні. → link -
Пра гэта яна напісала ў Facebook. → platform Facebook
Ён заявіў пра гэта ў сваім Telegram-канале. → platform Telegram
Відэа з’явілася на YouTube. → platform YouTube
Журналістку «Белсату» затрымалі каля суда. →
Рэдактар «Нашай Нівы» выйшаў на волю. →
У офісе TUT.BY прайшоў ператрус. →
Сайт «Медыязоны» заблакаваны. →
Заснавальнік Nexta жыве ў Варшаве. →
«Медуза» — выданне, якое працуе з Рыгі. →
Ён працаваў у «Нашай Ніве» і на АНТ. →
Як паведаміў Іван Рачны, мост закрыты. →
Паводле Міністэрства аховы здароўя, хворых паменела. →
Паводле звестак Белстата, цэны выраслі. →
Пра гэта паведамляе прэс-служба МУС. →
Паводле слоў Рачнога, фільм знялі вясной. →
Крыніца вады: калодзеж. →
Фота: Ганна Рачная →
Суд прызнаў «Белсат» экстрэмісцкім. →
Люстэрка ўпала, паведаміла Ганна. →
Улады абвінавацілі «Медузу» і BBC у хлусні. →
Прэм’ер расказаў парламенту пра мост. →
Ён выпісваў «Звязду» і «Нашу Ніву». →
У інтэрв’ю Рачны расказаў пра мост. →
Міністэрства паведаміла, што мост закрыты. →
Паводле закона, мост трэба закрыць. →
«Мост цэлы», — цытуе Рачнога БелТА. → reported_by BelTA
Словы Рачнога прыводзіць Белсат. → reported_by Belsat
Мост цэлы, паведамілі БелаПАН у мэрыі. → told_to BelaPAN
Пра гэта паведамляюць «Наша Ніва» і Белсат. → reported_by Nasha Niva; reported_by Belsat
Пра гэта ён распавёў у эфіры тэлеканала «Белсат». → told_to Belsat
Як стала вядома «Нашай Ніве», мост цэлы. → reported_by Nasha Niva
Нямецкая газета Bild піша, што мост цэлы. → reported_by Bild
Тэлеграм-канал «Рака» паведаміў, што мост цэлы. → reported_by Рака
Рачны напісаў у Twitter, што мост цэлы. → platform Twitter
Паводле дадзеных «Белэнерга», цэны выраслі. →
Як паведамляе Белгідрамет, будзе дождж. →
Крыніца: Белстат →
Былая рэдактарка TUT.BY сказала, што мост цэлы. →
Ён падаў у суд на «Нашу Ніву». →
Мост цэлы, гаворыцца ў паведамленні БелаПАН. → reported_by BelaPAN
Пра гэта Зеркалу распавёў суразмоўца ў порце. → told_to Zerkalo
Выданне «Рачныя весткі» піша, што мост цэлы. → reported_by Рачныя весткі
Кіраўнік порта сказаў Белсату, што мост цэлы. → told_to Belsat
Дырэктар пракаментаваў Еўрарадыё сітуацыю. → told_to Euroradio
Як кажа Белсату рабочы, мост цэлы. → told_to Belsat
«Мост цэлы», — кажа Радыё Свабода рабочы. → told_to Radio Svaboda
Пра гэта на сваёй старонцы ў фэйсбуку напісаў Рачны. → platform Facebook
Рабочы паведаміў у каментары Радыё Рацыя, што мост цэлы. → told_to Radio Racyja
«Годзе», — заявіў ён нямецкай газеце Bild. → told_to Bild
Рачны даў інтэрв’ю «Нашай Ніве». → told_to Nasha Niva
Улады не адказалі, піша The New York Times. → reported_by New York Times
На відэа, якое апублікаваў тэлеграм-канал Nexta, бачны пажар. → published_by Nexta
«Наша Ніва» даведалася, хто валодае портам. → reported_by Nasha Niva
На гэта звярнула ўвагу «Медыязона». → reported_by Mediazona
Падпісвайцеся на наш канал у Telegram. →
Рэдакцыя «Нашай Нівы» пераехала. →
У артыкуле для The Guardian Рачны просіць большага. → published_by Guardian
Пра гэта перадае Радыё Свабода. → reported_by Radio Svaboda
Праваабаронцы «Вясны» паведамляюць пра дзевяць затрыманых. → reported_by Viasna
Пра гэта паведамляе «Вясна». → reported_by Viasna
«Звязда» адзначыла юбілей. →
Белсат адзначыў, што мост цэлы. → reported_by Belsat
Пра гэта ў інтэрвію Белсату сказаў Рачны. → told_to Belsat
Пра гэта паведаміў Беларускі Гаюн. → reported_by Belaruski Hajun
Пра гэта піша выданне «Позірк». → reported_by Pozirk
Паводле інфармацыі Позірку, мост цэлы. → reported_by Pozirk
Мост, як піша «Новы Час», цэлы. → reported_by Novy Chas
Сямейнікі сказалі Свабодзе, што мост цэлы. → told_to Radio Svaboda
Пра гэта Свабодзе расказала Ганна Рачная. → told_to Radio Svaboda
«Мост цэлы», — распавяла Свабодзе Ганна. → told_to Radio Svaboda
Свабода слова — гэта права. →
Ён выйшаў на свабоду і сказаў пра мост. →
Вясна прыйшла, паведаміла Ганна. →
Наш карэспандэнт перадае з моста. →
Расказаў «Нашаніве» Рачны. → told_to Nasha Niva
"""


@pytest.mark.parametrize("row", ROWS.strip().split("\n"))
def test_a_sentence(row: str) -> None:
    text, _, wanted = row.partition("→")
    document = Document("d", "c", text=text.strip().replace("⏎", "\n"), language="be")
    found = [f"{one.kind} {one.outlet or '-'}" for one in citations(document, langs.get("be"), {})]
    assert sorted(found) == sorted(one.strip() for one in wanted.split(";") if one.strip())
