"""Invented sentences that credit an outlet, of every kind, and some that credit none."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from letapis import langs
from letapis.attribute.citations import citations
from letapis.model import Document

PASSAGES = """
en | The mayor was quoted by Interfax as saying that the bridge would reopen on Friday. | reported_by Interfax
en | “Nobody warned us,” Lena Hart was quoted as saying by the Associated Press. | reported_by AP
en | The river has never been so low, Olga Menn wrote in an op-ed for The Washington Post. | published_by Washington Post
en | According to Kommersant, which cites two sources in the ministry, the law will be postponed. | reported_by Kommersant
en | Residents have been told to boil water, the Kyiv Independent reports, citing the regional administration. | reported_by Kyiv Independent
en | In remarks carried by state news agency BelTA, the governor promised that pensions would be paid by Monday. | reported_by BelTA
ru | «Никто нас не предупредил», — приводит «Коммерсантъ» слова Лены Гарт. | reported_by Kommersant
ru | С «Нашай Нівай» поговорила учительница из Бреста. «С весны здесь ничего не изменилось», — говорит она. | told_to Nasha Niva
ru | Губернатор, слова которого передает БелТА, пообещал выплатить пенсии к понедельнику. | reported_by BelTA
ru | «Поезда стоят», — цитирует диспетчера Онлайнер. | reported_by Onliner
uk | Про це в ефірі телемарафону «Єдині новини» сказала аналітикиня Ганна Сорокіна. | -
uk | Про це в ефірі Радіо НВ розповіла Ганна Сорокіна. За її словами, санкції запізнилися. | told_to NV
uk | Губернатор, якого цитує «Інтерфакс-Україна», пообіцяв виплатити пенсії до понеділка. | reported_by Interfax-Ukraine
uk | «Потяги стоять», — цитує диспетчера видання «Судово-юридична газета». | reported_by Судово-юридична газета
be | Губернатар, якога цытуе БелТА, паабяцаў выплаціць пенсіі да панядзелка. | reported_by BelTA
be | «Цягнікі стаяць», — прыводзіць словы дыспетчара Onliner. | reported_by Onliner
be | Пра гэта «Люстэрку» расказала сама пацярпелая. «Ён крычаў», — кажа яна. | told_to Zerkalo
en | As the Lake Gazette was the first to report, the kiln exploded at dawn. | reported_by Lake Gazette
en | The kiln exploded at dawn, it was first reported by the Lake Gazette. | reported_by Lake Gazette
en | Documents obtained by Reuters show that the buyer was a shell company. | reported_by Reuters
en | The buyer was a shell company, Reuters has learned. | reported_by Reuters
en | The letter, a copy of which was seen by Meduza, is dated 3 May. | reported_by Meduza
en | Bloomberg News, citing two traders, said the refinery had cut output. | reported_by Bloomberg
en | The refinery has cut output, according to a report in the Wall Street Journal. | reported_by Wall Street Journal
en | An investigation by Bellingcat and Der Spiegel identified the officer. | reported_by Bellingcat; reported_by Der Spiegel
en | BBC Verify has confirmed the location of the video. | reported_by BBC
en | The New York Times quoted a guard as saying that the gate was open. | reported_by New York Times
en | The Kremlin-backed broadcaster RT claimed the boat had been empty. | reported_by RT
en | This article was originally published on openDemocracy and is republished under a Creative Commons licence. | repost_footer openDemocracy
en | The bridge is open.⏎Source: Ukrinform | repost_footer Ukrinform
en | The queue at the border. Photo: Nasha Niva | image_credit Nasha Niva
en | A screenshot from ONT shows the colonel at a desk. | -
en | Screenshot: ONT | image_credit ONT
en | Photo courtesy of Hrodna.life | image_credit Hrodna.life
en | The mayor announced this in a post on his Telegram channel. | platform Telegram
en | “Goodbye, friends,” the singer wrote on Instagram. | platform Instagram
en | In a Facebook post, the mayor apologised. | platform Facebook
en | The mayor went on TikTok to apologise. | platform TikTok
en | The wall will be finished in June, the Polish portal Onet wrote on Monday. | reported_by Onet
en | The wall will be finished in June, state television channel Belarus 1 said. | reported_by Belarus 1
en | “It was a good day,” the swimmer told state television after the race. | -
en | A Reuters witness saw smoke above the port. | reported_by Reuters
en | Reuters could not verify the report. | -
en | She works as an editor at the Lake Gazette. | -
en | LAKE CITY, June 3 (Reuters) - The kiln exploded at dawn. | dateline Reuters
en | VILNIUS – BNS – The kiln exploded at dawn. | dateline BNS
en | Half of the shops are shut, a reader of Mogilev Online told us. | -
en | Writing in the Guardian, the novelist argues that borders are stories. | published_by Guardian
en | The list was published by the Charter 97 website. | published_by Charter97
ru | Первой о взрыве печи сообщила «Озёрная газета». | reported_by Озёрная газета
ru | Согласно документам, которые оказались в распоряжении «Белсата», покупатель — фирма-пустышка. | reported_by Belsat
ru | Покупатель — фирма-пустышка, узнала «Медуза». | reported_by Meduza
ru | Письмо, с которым ознакомился РБК, датировано 3 мая. | reported_by RBC
ru | Агентство Bloomberg со ссылкой на двух трейдеров пишет о снижении выработки. | reported_by Bloomberg
ru | Выработку снизили, говорится в материале The Wall Street Journal. | reported_by Wall Street Journal
ru | По сведениям телеграм-канала «Тихая гавань», ворота были открыты. | reported_by Тихая гавань
ru | Материал впервые опубликован на сайте «Озёрной газеты» и перепечатывается с разрешения. | repost_footer Озёрная газета
ru | Мост открыт.⏎Источник: Укринформ | repost_footer Ukrinform
ru | Очередь на границе. Фото: «Наша Нива» | image_credit Nasha Niva
ru | Скриншот видео ОНТ | image_credit ONT
ru | Фото из архива «Озёрной газеты» | image_credit Озёрная газета
ru | Об этом мэр написал у себя в телеграме. | platform Telegram
ru | «Прощайте, друзья», — написала певица в инстаграме. | platform Instagram
ru | Мэр извинился в посте во «ВКонтакте». | platform VK
ru | Польский еженедельник Kurier Wschodni утверждает, что стену достроят в июне. | reported_by Kurier Wschodni
ru | Стену достроят в июне, отмечает польский портал Onet. | reported_by Onet
ru | Министерство не ответило на запрос «Медузы». | -
ru | Она работает редактором «Озёрной газеты». | -
ru | В колонке для Guardian писательница доказывает, что границы — это истории. | published_by Guardian
ru | Список опубликовал сайт «Хартия-97». | published_by Charter97
ru | Радио «Полонез» процитировало охранника: «Ворота были открыты». | reported_by Полонез
ru | Как стало известно «Новой газете», печь взорвалась на рассвете. | reported_by Novaya Gazeta
ru | Корреспондент «Интерфакса» передаёт с места событий, что дорогу перекрыли. | reported_by Interfax
ru | Синоптик Ева Мороз, слова которой приводит «СБ. Беларусь сегодня», обещает оттепель. | reported_by SB. Belarus Segodnya
ru | Корреспонденту «Озёрной газеты» удалось поговорить с Евой Мороз. «Оттепель будет короткой», — говорит синоптик. | told_to Озёрная газета
uk | Першою про вибух печі повідомила «Озерна газета». | reported_by Озерна газета
uk | Згідно з документами, які є в розпорядженні «Бабеля», покупець — фірма-пустушка. | reported_by Babel
uk | Покупець — фірма-пустушка, дізналася «Українська правда». | reported_by Ukrainska Pravda
uk | Лист, з яким ознайомився Forbes, датовано 3 травня. | reported_by Forbes
uk | Виробіток знизили, йдеться в матеріалі The Wall Street Journal. | reported_by Wall Street Journal
uk | За даними телеграм-каналу «Тиха гавань», ворота були відчинені. | reported_by Тиха гавань
uk | Матеріал уперше опубліковано на сайті «Озерної газети». | repost_footer Озерна газета
uk | Черга на кордоні. Фото: Суспільне Луцьк | image_credit Suspilne
uk | Про це мер написав у телеграмі. | platform Telegram
uk | «Прощавайте, друзі», — написала співачка в інстаграмі. | platform Instagram
uk | Польський тижневик Kurier Wschodni стверджує, що мур добудують у червні. | reported_by Kurier Wschodni
uk | Мур добудують у червні, зазначає польський портал Onet. | reported_by Onet
uk | Міністерство не відповіло на запит «Бабеля». | -
uk | Список оприлюднив сайт «Четверта влада». | published_by Четверта влада
uk | Як стало відомо «Озерній газеті», піч вибухнула на світанку. | reported_by Озерна газета
uk | Синоптикиня Єва Мороз, яку цитує «Гал-інфо», обіцяє відлигу. | reported_by Galinfo
uk | Про це повідомляє Укрінформ із посиланням на пресслужбу заводу. | reported_by Ukrinform
uk | Про це «Інтерфакс-Україна» поінформували в пресслужбі заводу. | told_to Interfax-Ukraine
be | Першай пра выбух печы паведаміла «Азёрная газета». | reported_by Азёрная газета
be | Згодна з дакументамі, якія ёсць у распараджэнні «Белсата», пакупнік — фірма-пустышка. | reported_by Belsat
be | Пакупнік — фірма-пустышка, даведалася «Наша Ніва». | reported_by Nasha Niva
be | Ліст, з якім азнаёміўся БелаПАН, датаваны 3 траўня. | reported_by BelaPAN
be | Выпрацоўку знізілі, гаворыцца ў матэрыяле The Wall Street Journal. | reported_by Wall Street Journal
be | Паводле тэлеграм-канала «Ціхая гавань», вароты былі адчыненыя. | reported_by Ціхая гавань
be | Матэрыял упершыню апублікаваны на сайце «Азёрнай газеты». | repost_footer Азёрная газета
be | Чарга на мяжы. Фота: «Наша Ніва» | image_credit Nasha Niva
be | Скрыншот з відэа АНТ | image_credit ONT
be | Пра гэта мэр напісаў у сваім тэлеграме. | platform Telegram
be | «Бывайце, сябры», — напісала спявачка ў інстаграме. | platform Instagram
be | Мур дабудуюць у чэрвені, адзначае польскі партал Onet. | reported_by Onet
be | Міністэрства не адказала на запыт «Нашай Нівы». | -
be | Спіс апублікаваў сайт «Хартыя-97». | published_by Charter97
be | Як стала вядома «Азёрнай газеце», печ выбухнула на досвітку. | reported_by Азёрная газета
be | Сіноптык Ева Мароз, словы якой прыводзіць БелТА, абяцае адлігу. | reported_by BelTA
en | More on this: Reuters. | link Reuters
en | Read more: Meduza | link Meduza
en | Read more at Nasha Niva. | link Nasha Niva
en | The full interview is available on the Belsat website. | link Belsat
en | The full list can be found at Naviny.by. | link Naviny.by
en | You can read the letter in full on Zerkalo. | link Zerkalo
en | For details see the BBC. | link BBC
en | The database can be downloaded from the website of Mediazona. | link Mediazona
en | Continue reading on Euroradio | link Euroradio
en | Watch the film on Belsat. | link Belsat
en | A video released by NEXTA shows the square. | published_by Nexta
en | The film was shown by TVP in May. | published_by TVP
en | Excerpts of the memoir ran in the Guardian last year. | published_by Guardian
en | A study published in the New York Times magazine disagrees. | published_by New York Times
en | The footage, broadcast by CNN, shows the bridge. | published_by CNN
en | In an editorial, the Financial Times called the plan reckless. | reported_by Financial Times
en | The open letter, printed in Le Monde, was signed by forty writers. | published_by Le Monde
en | The list appeared on Charter97.org on Monday. | published_by Charter97
en | The recording was posted by Mediazona. | published_by Mediazona
en | The essay came out in Der Spiegel. | published_by Der Spiegel
en | Photograph by Ann Moor for The Guardian | image_credit Guardian
en | Image via Nasha Niva | image_credit Nasha Niva
en | Map: BBC | image_credit BBC
en | Graphic: Reuters | image_credit Reuters
en | The square at dawn. Ann Moor / Euroradio | image_credit Euroradio
en | The square at dawn (photo: Radio Svaboda) | image_credit Radio Svaboda
en | Still from a Belsat report | image_credit Belsat
en | The square at dawn. Picture taken from Zerkalo | image_credit Zerkalo
en | Collage: Meduza | image_credit Meduza
en | First published in the Guardian on 3 May. | repost_footer Guardian
en | This story first appeared in Politico. | repost_footer Politico
en | The post The bridge is closed appeared first on Euroradio. | repost_footer Euroradio
en | Reprinted by permission of The Economist. | repost_footer The Economist
en | Originally published at Meduza, translated by Ann Moor. | repost_footer Meduza
en | Republished from Nasha Niva. | repost_footer Nasha Niva
en | The original is on the site of Belsat. | repost_footer Belsat
en | The singer has two million followers on TikTok. | -
en | He said so in a live stream on YouTube. | platform YouTube
en | Parents complained in a Viber chat. | platform Viber
en | She announced it on LinkedIn. | platform LinkedIn
en | He wrote about it on VKontakte. | platform VK
en | “Thank you,” he tweeted. | -
en | A message in the Telegram channel of the club says otherwise. | platform Telegram
en | It was Reuters that revealed the deal. | reported_by Reuters
en | The figure was given by Bloomberg. | reported_by Bloomberg
en | Bloomberg put the loss at 3 billion dollars. | reported_by Bloomberg
en | The Guardian named the buyer. | reported_by Guardian
en | The rumour was spread by Komsomolskaya Pravda. | reported_by Komsomolskaya Pravda
en | The news was picked up by Fox News. | reported_by Fox News
en | Politico calls the plan doomed. | reported_by Politico
en | By the estimate of Forbes, he is worth 2 billion. | reported_by Forbes
en | Forbes estimates his fortune at 2 billion. | reported_by Forbes
en | Forbes puts his fortune at 2 billion. | reported_by Forbes
en | Mediazona counted 400 verdicts. | reported_by Mediazona
en | By Mediazona's count, there were 400 verdicts. | reported_by Mediazona
en | Le Monde devoted a long report to the village. | reported_by Le Monde
en | It became known to Meduza that the colonel had left. | reported_by Meduza
en | Onliner asked the plant for comment. | -
en | Euroradio tells the story of three sisters. | reported_by Euroradio
en | Euroradio's journalists found the house. | reported_by Euroradio
en | Belsat managed to find the driver. | reported_by Belsat
en | Interfax referred to a source in the ministry. | reported_by Interfax
en | Interfax later denied the report. | reported_by Interfax
en | Data gathered by OVD-Info show 300 arrests. | reported_by OVD-Info
en | There were 300 arrests, OVD-Info calculated. | reported_by OVD-Info
en | There were 300 arrests, as TASS put it. | reported_by TASS
en | “The bridge is gone,” ran the headline in Bild. | published_by Bild
en | The agency TASS spread a correction. | reported_by TASS
en | TASS specified that the bridge was closed. | reported_by TASS
en | Der Spiegel, which obtained the contract, says it runs until 2030. | reported_by Der Spiegel
ru | Подробнее об этом — на Naviny.by. | link Naviny.by
ru | Читайте также на Onliner. | link Onliner
ru | Полный текст интервью — на сайте «Белсата». | link Belsat
ru | Скачать отчёт можно на сайте РБК. | link RBC
ru | Подробнее на эту тему: Deutsche Welle | link DW
ru | Прочитать письмо целиком можно в «Новой газете». | link Novaya Gazeta
ru | Подробности — на сайте «Еврорадио». | link Euroradio
ru | Больше — в материале «Медузы». | link Meduza
ru | Список доступен на сайте «Медиазоны». | link Mediazona
ru | Смотрите фильм на «Белсате». | link Belsat
ru | На кадрах, показанных ОНТ, видна площадь. | published_by ONT
ru | Фильм показал «Белсат». | published_by Belsat
ru | Видео, которое выложила NEXTA, сняли ночью. | published_by Nexta
ru | Письмо напечатала «Новая газета». | published_by Novaya Gazeta
ru | Эссе вышло в Der Spiegel. | published_by Der Spiegel
ru | На страницах «Коммерсанта» появилось открытое письмо. | published_by Kommersant
ru | В редакционной статье Financial Times план назван безрассудным. | reported_by Financial Times
ru | Запись разговора обнародовала «Медиазона». | published_by Mediazona
ru | Сюжет вышел в эфире Первого канала. | published_by Channel One Russia
ru | Фото Ивана Лося, Naviny.by | image_credit Naviny.by
ru | Площадь на рассвете. Кадр «Белсата» | image_credit Belsat
ru | Снимок: БелТА | image_credit BelTA
ru | Коллаж «Медузы» | image_credit Meduza
ru | Карта: Би-би-си | image_credit BBC
ru | Площадь на рассвете (фото: «Наша Нива») | image_credit Nasha Niva
ru | Фото взято с сайта Onliner | image_credit Onliner
ru | Фото: Иван Лось для «Медузы» | image_credit Meduza
ru | Впервые опубликовано в «Новой газете» 3 мая. | repost_footer Novaya Gazeta
ru | По материалам БелТА | repost_footer BelTA
ru | Перепечатано с сайта «Белсат». | repost_footer Belsat
ru | Материал опубликован с разрешения «Медузы». | repost_footer Meduza
ru | Оригинал: Der Spiegel | repost_footer Der Spiegel
ru | Текст вышел на «Радио Свобода» 3 мая и перепечатывается с любезного разрешения редакции. | published_by Radio Svoboda (Russian)
ru | У певицы два миллиона подписчиков в тиктоке. | -
ru | Он сказал об этом в прямой трансляции на YouTube. | platform YouTube
ru | Родители жалуются в вайбер-чате. | platform Viber
ru | Она объявила об этом в LinkedIn. | platform LinkedIn
ru | Об этом он сообщил во «ВКонтакте». | platform VK
ru | Клуб подтвердил уход тренера в своих соцсетях. | -
ru | Именно Reuters раскрыло сделку. | reported_by Reuters
ru | Эту цифру приводит Bloomberg. | reported_by Bloomberg
ru | Bloomberg оценивает убытки в 3 миллиарда долларов. | reported_by Bloomberg
ru | Guardian назвала имя покупателя. | reported_by Guardian
ru | Слух распространила «Комсомольская правда». | reported_by Komsomolskaya Pravda
ru | Новость подхватил Fox News. | reported_by Fox News
ru | Politico называет план обречённым. | reported_by Politico
ru | По оценке Forbes, его состояние — 2 миллиарда. | reported_by Forbes
ru | «Медиазона» насчитала 400 приговоров. | reported_by Mediazona
ru | По подсчётам «Медиазоны», приговоров было 400. | reported_by Mediazona
ru | Le Monde посвятила деревне большой репортаж. | reported_by Le Monde
ru | Bild вышла с заголовком «Моста больше нет». | reported_by Bild
ru | Onliner обратился на завод за комментарием. | -
ru | «Еврорадио» рассказывает историю трёх сестёр. | reported_by Euroradio
ru | Журналисты «Еврорадио» нашли этот дом. | reported_by Euroradio
ru | «Белсату» удалось найти водителя. | reported_by Belsat
ru | «Интерфакс» сослался на источник в министерстве. | reported_by Interfax
ru | ТАСС позднее опроверг это сообщение. | reported_by TASS
ru | Источники «Коммерсанта» ожидают слияния. | told_to Kommersant
ru | Задержаны 300 человек, подсчитал «ОВД-Инфо». | reported_by OVD-Info
ru | Как выразился ТАСС, мост «устал». | reported_by TASS
ru | Как следует из материала «Медузы», полковник уехал. | reported_by Meduza
ru | Der Spiegel, получивший копию договора, пишет, что он действует до 2030 года. | reported_by Der Spiegel
ru | Из публикации «Медузы» следует, что полковник уехал. | reported_by Meduza
ru | Со слов «Радио Свобода», мост закрыт. | reported_by Radio Svoboda (Russian)
ru | ТАСС уточнил, что мост закрыт. | reported_by TASS
ru | «Хартия» пишет о трёх раненых. | reported_by Charter97
ru | Первыми о взрыве написали журналисты «Нашей Нивы». | reported_by Nasha Niva
ru | В распоряжение «Медузы» попало письмо. | reported_by Meduza
uk | Детальніше про це — на УНІАН. | link UNIAN
uk | Читайте також на LB.ua. | link LB.ua
uk | Повний текст інтерв'ю — на сайті «Бабеля». | link Babel
uk | Завантажити звіт можна на сайті Forbes. | link Forbes
uk | Прочитати лист цілком можна в «Українській правді». | link Ukrainska Pravda
uk | Подробиці — на сайті Суспільного. | link Suspilne
uk | На кадрах, показаних ICTV, видно площу. | published_by ICTV
uk | Фільм показав «Еспресо». | published_by Espreso
uk | Лист надрукувало «Дзеркало тижня». | published_by Dzerkalo Tyzhnia
uk | Есе вийшло в Der Spiegel. | published_by Der Spiegel
uk | Запис розмови оприлюднили «Схеми». | published_by Skhemy
uk | Фото Івана Лося, УНІАН | image_credit UNIAN
uk | Знімок: Укрінформ | image_credit Ukrinform
uk | Колаж «Бабеля» | image_credit Babel
uk | Площа на світанку (фото: LB.ua) | image_credit LB.ua
uk | Фото взято з сайту УНІАН | image_credit UNIAN
uk | Уперше надруковано в «Дзеркалі тижня» 3 травня. | repost_footer Dzerkalo Tyzhnia
uk | За матеріалами УНІАН | repost_footer UNIAN
uk | Передруковано з сайту «Бабель». | repost_footer Babel
uk | Матеріал опубліковано з дозволу «Української правди». | repost_footer Ukrainska Pravda
uk | Оригінал: Der Spiegel | repost_footer Der Spiegel
uk | Він сказав про це в прямому ефірі на YouTube. | platform YouTube
uk | Батьки скаржаться у вайбер-чаті. | platform Viber
uk | Вона оголосила про це в LinkedIn. | platform LinkedIn
uk | Саме Reuters розкрило угоду. | reported_by Reuters
uk | Цю цифру наводить Bloomberg. | reported_by Bloomberg
uk | Bloomberg оцінює збитки в 3 мільярди доларів. | reported_by Bloomberg
uk | Guardian назвала ім'я покупця. | reported_by Guardian
uk | Новину підхопив Fox News. | reported_by Fox News
uk | Politico називає план приреченим. | reported_by Politico
uk | За оцінкою Forbes, його статки — 2 мільярди. | reported_by Forbes
uk | «Схеми» нарахували 400 вироків. | reported_by Skhemy
uk | Le Monde присвятила селу великий репортаж. | reported_by Le Monde
uk | Bild вийшла із заголовком «Мосту більше немає». | reported_by Bild
uk | Журналісти «Бабеля» знайшли цей будинок. | reported_by Babel
uk | Укрінформ згодом спростував це повідомлення. | reported_by Ukrinform
uk | Джерела «Української правди» очікують злиття. | told_to Ukrainska Pravda
uk | Як випливає з матеріалу «Бабеля», полковник поїхав. | reported_by Babel
uk | У розпорядження «Бабеля» потрапив лист. | reported_by Babel
uk | УНІАН уточнив, що міст закрито. | reported_by UNIAN
uk | Першими про вибух написали журналісти Суспільного. | reported_by Suspilne
be | Падрабязней пра гэта — на Naviny.by. | link Naviny.by
be | Чытайце таксама на Onliner. | link Onliner
be | Поўны тэкст інтэрв'ю — на сайце «Белсата». | link Belsat
be | Спампаваць справаздачу можна на сайце РБК. | link RBC
be | Прачытаць ліст цалкам можна ў «Нашай Ніве». | link Nasha Niva
be | Падрабязнасці — на сайце Еўрарадыё. | link Euroradio
be | На кадрах, паказаных АНТ, бачная плошча. | published_by ONT
be | Фільм паказаў «Белсат». | published_by Belsat
be | Ліст надрукавала «Народная Воля». | published_by Narodnaya Volya
be | Эсэ выйшла ў Der Spiegel. | published_by Der Spiegel
be | Запіс размовы абнародавала «Наша Ніва». | published_by Nasha Niva
be | Фота Івана Лося, БелаПАН | image_credit BelaPAN
be | Плошча на досвітку. Кадр «Белсата» | image_credit Belsat
be | Здымак: БелТА | image_credit BelTA
be | Калаж Еўрарадыё | image_credit Euroradio
be | Плошча на досвітку (фота: «Наша Ніва») | image_credit Nasha Niva
be | Фота ўзятае з сайта Onliner | image_credit Onliner
be | Фота: Іван Лось для «Белсата» | image_credit Belsat
be | Упершыню надрукавана ў «Народнай Волі» 3 траўня. | repost_footer Narodnaya Volya
be | Паводле матэрыялаў БелТА | repost_footer BelTA
be | Перадрукавана з сайта «Белсат». | repost_footer Belsat
be | Арыгінал: Der Spiegel | repost_footer Der Spiegel
be | Ён сказаў пра гэта ў жывым эфіры на YouTube. | platform YouTube
be | Бацькі скардзяцца ў вайбер-чаце. | platform Viber
be | Яна абвясціла пра гэта ў LinkedIn. | platform LinkedIn
be | Менавіта Reuters раскрыла здзелку. | reported_by Reuters
be | Гэтую лічбу прыводзіць Bloomberg. | reported_by Bloomberg
be | Bloomberg ацэньвае страты ў 3 мільярды долараў. | reported_by Bloomberg
be | Guardian назвала імя пакупніка. | reported_by Guardian
be | Навіну падхапіў Fox News. | reported_by Fox News
be | Politico называе план асуджаным. | reported_by Politico
be | Паводле ацэнкі Forbes, ягоны капітал — 2 мільярды. | reported_by Forbes
be | «Наша Ніва» налічыла 400 прысудаў. | reported_by Nasha Niva
be | Le Monde прысвяціла вёсцы вялікі рэпартаж. | reported_by Le Monde
be | Журналісты «Белсата» знайшлі гэты дом. | reported_by Belsat
be | БелТА пазней абвергла гэтае паведамленне. | reported_by BelTA
be | Крыніцы «Нашай Нівы» чакаюць зліцця. | told_to Nasha Niva
be | Як вынікае з матэрыялу «Нашай Нівы», палкоўнік з'ехаў. | reported_by Nasha Niva
be | У распараджэнне «Белсата» трапіў ліст. | reported_by Belsat
be | Першымі пра выбух напісалі журналісты «Нашай Нівы». | reported_by Nasha Niva
be | БелаПАН удакладніў, што мост закрыты. | reported_by BelaPAN
be | Паводле «Свабоды», мост закрыты. | reported_by Radio Svaboda
be | Як даведалася Свабода ад сваякоў, мост закрыты. | reported_by Radio Svaboda
be | У каментары выданню «Рэгіён» дырэктар назваў лічбу. | told_to Рэгіён
be | Пра мост нам расказаў чытач «Рэгіёна». | -
en | The story was first reported by CNBC. Shares slid four per cent, a Financial Times tally shows. | reported_by CNBC; reported_by Financial Times
en | Footage obtained by Sky News and verified by the AP shows the depot burning. | reported_by Sky News; reported_by AP
en | The convoy turned back at noon, the Wall Street Journal has learned, and a second one never left. | reported_by Wall Street Journal
en | Originally published by Global Voices. Photograph: Pavel Lisk/Alamy | repost_footer Global Voices; image_credit Alamy
be | Суд перанеслі на панядзелак, перадае «Вясна» са спасылкай на «Медыязону». | reported_by Viasna; reported_by Mediazona
en | The recording was leaked to Bellingcat in May. | reported_by Bellingcat
en | The e-mails, shared with the BBC, run to forty pages. | told_to BBC
en | Documents provided to Belsat by a clerk show the price. | reported_by Belsat
en | Additional reporting by Reuters. | reported_by Reuters
en | With reporting from the Associated Press. | reported_by AP
en | Compiled from AFP and DPA reports. | reported_by AFP; reported_by dpa
en | The Kyiv Independent can reveal that the tender was rigged. | reported_by Kyiv Independent
en | The Washington Post is reporting that the envoy will resign. | reported_by Washington Post
en | Lisk gave his first interview since the trial to Der Spiegel. | told_to Der Spiegel
en | In a wide-ranging interview with Politico published on Friday, she blamed the bank. | told_to Politico
en | The figure comes from a Bloomberg survey of forty economists. | reported_by Bloomberg
en | As the Financial Times has previously reported, the fund was insolvent. | reported_by Financial Times
en | “They came at night,” she says in a Belsat documentary. | reported_by Belsat
en | A version of this article first ran in the Guardian. | repost_footer Guardian
en | This story was produced by Mediazona and translated by volunteers. | reported_by Mediazona
en | Reprinted with permission from Foreign Policy. | repost_footer Foreign Policy
en | The wardens were paid twice, Meduza found. | reported_by Meduza
en | A Reuters photographer at the scene saw two burnt-out lorries. | reported_by Reuters
en | Hours later TASS cited an unnamed official as denying it. | reported_by TASS
en | The ministry confirmed the arrest to AFP. | told_to AFP
en | Two of the men spoke to Der Spiegel on condition of anonymity. | told_to Der Spiegel
en | The decree, a copy of which was obtained by Zerkalo, takes effect in May. | reported_by Zerkalo
en | In remarks carried by Interfax, the general ruled out a truce. | reported_by Interfax
en | In comments reported by the state news agency BelTA, the minister blamed the weather. | reported_by BelTA
en | State news agency BelTA quoted the minister as blaming the weather. | reported_by BelTA
en | “It will pass,” he was quoted by Interfax as saying. | reported_by Interfax
en | Photo by Lena Hart / Getty Images | image_credit Getty Images
en | A lorry on the bridge. Lena Hart/Reuters | image_credit Reuters
en | A lorry on the bridge. Photograph: Lena Hart/The Guardian | image_credit Guardian
en | Picture courtesy of Belsat | image_credit Belsat
en | Writing for the Atlantic, Hart called the plan a mirage. | published_by The Atlantic
en | Footage aired by Belarus-1 shows the minister at the gate. | published_by Belarus 1
en | Contacted by AFP, the firm confirmed the sale. | told_to AFP
en | Reuters spoke to nine residents; all of them had left in June. | told_to Reuters
en | Nine residents interviewed by Reuters had left in June. | told_to Reuters
en | Reporters from Meduza visited the camp. | reported_by Meduza
en | A journalist from Meduza counted forty graves. | reported_by Meduza
en | The clip was first posted by the Telegram channel Baza. | published_by Baza
en | Axios first reported the meeting. | reported_by Axios
en | The meeting, first reported by Axios, took place in Riga. | reported_by Axios
en | News of the meeting was broken by Axios. | reported_by Axios
en | That contradicts what she told El País a year ago. | told_to El País
en | Le Monde puts the number at forty. | reported_by Le Monde
en | Belarus's exiled Nasha Niva newspaper says forty people were held. | reported_by Nasha Niva
en | It was a mistake, he conceded in an email to the Financial Times. | told_to Financial Times
en | The statement was read out on state television channel ONT. | published_by ONT
en | The mayor refused to answer questions from Reuters. | -
en | Lisk, who worked for Reuters until 2019, moved to Riga. | -
en | The paper's owner sold it to the Financial Times group in 2015. | -
en | He studied journalism and dreamt of the BBC. | -
"""

ROWS = [tuple(line.split(" | ")) for line in PASSAGES.strip().split("\n")]


@pytest.mark.parametrize(("code", "words", "wanted"), ROWS, ids=[row[1][:60] for row in ROWS])
def test_credit(code: str, words: str, wanted: str) -> None:
    text = words.replace("⏎", "\n")
    found = citations(Document("d", "c", text=text, language=code), langs.get(code), {})
    assert sorted(f"{one.kind} {one.outlet}" for one in found) == sorted(
        wanted.split("; ") if wanted != "-" else []
    )
    assert all(text[one.start : one.stop] == one.surface for one in found)
