"""Credits in Russian, by kind, and what only looks like one. Every sentence is invented."""

from __future__ import annotations

import pytest

from letapis import langs
from letapis.attribute import citations
from letapis.model import Document

ROWS = """
«Ждём до весны», — сказал Reuters глава порта. → told_to Reuters
«Ждём до весны», — рассказала «Медузе» смотрительница маяка Анна Речная. → told_to Meduza
«Ждём до весны», — рассказал в интервью «Медузе» смотритель маяка. → told_to Meduza
«Ждём до весны», — заявил Иван Речной в эфире Еврорадио. → told_to Euroradio
«Ждём до весны», — заявила БелаПАН пресс-секретарь порта. → told_to BelaPAN
«Ждём до весны», — заявил БелаПАН Речной. → told_to BelaPAN
В разговоре с «Нашей Нивой» он признал ошибку. → told_to Nasha Niva
В комментарии TUT.BY Речной назвал это слухами. → told_to Tut.by
В интервью изданию «Заречная газета» она назвала это слухами. → told_to Заречная газета
Как рассказал порталу Onliner один из рабочих, цех закрыт. → told_to Onliner
Речной сообщил ТАСС, что цех закрыт. → told_to TASS
Об этом ТАСС сообщил представитель порта. → told_to TASS
Об этом РИА Новости рассказали в пресс-службе порта. → told_to RIA Novosti
Об этом агентству «Интерфакс-Запад» сообщили в управлении дорог. → told_to Interfax-West
Об этом корреспонденту БелТА рассказали в управлении дорог. → told_to BelTA
Как сообщили корреспонденту агентства «Лоза-Новости» в управлении, цех закрыт. → told_to Лоза-Новости
В беседе с корреспондентом «Зеркала» она назвала это слухами. → told_to Zerkalo
Отвечая на вопрос журналиста «Коммерсанта», Речной промолчал. → told_to Kommersant
«Нет», — ответил Речной на вопрос Bloomberg. → told_to Bloomberg
«Нет», — отрезал в разговоре с Би-би-си Речной. → told_to BBC
По словам собеседника «Медиазоны», цех закрыт. → told_to Mediazona
Источник РБК в порту подтвердил это. → told_to RBC
Источники Reuters утверждают, что цех закрыт. → told_to Reuters
Собеседники «Вёрстки» говорят, что цех закрыт. → told_to Verstka
Речной поделился с «Радио Свобода» своими планами. → told_to Radio Svoboda (Russian)
Сказал N aviny.by директор завода Иван Речной. → told_to Naviny.by
Юрист пояснила «Белсату», что делать. → told_to Belsat
«Хватит», — подчеркнул Речной в комментарии для Deutsche Welle. → told_to DW
Reuters пишет, что цех закрыт. → reported_by Reuters
Цех закрыт, пишет «Коммерсантъ». → reported_by Kommersant
Цех закрыт, сообщает агентство «Лоза-Новости». → reported_by Лоза-Новости
Цех закрыт, передает корреспондент ТАСС. → reported_by TASS
Об этом сообщает Naviny.by. → reported_by Naviny.by
Об этом сообщает TUT.BY со ссылкой на пресс-службу порта. → reported_by Tut.by
Об этом со ссылкой на свои источники сообщает РБК. → reported_by RBC
Об этом говорится в материале «Новой газеты». → reported_by Novaya Gazeta
Об этом стало известно «Медузе». → reported_by Meduza
Как передаёт УНН, об этом сообщает Reuters. → reported_by UNN; reported_by Reuters
Как отмечает The Guardian, цех закрыли в мае. → reported_by Guardian
Как выяснил «Белсат», цех закрыли в мае. → reported_by Belsat
По данным «Вясны», задержали девятерых. → reported_by Viasna
По информации Telegram-канала Nexta, цех горит. → reported_by Nexta
По сообщению агентства Bloomberg, сделка сорвалась. → reported_by Bloomberg
Сделка сорвалась, узнал Bloomberg. → reported_by Bloomberg
Газета The Wall Street Journal сообщила, что сделка сорвалась. → reported_by Wall Street Journal
Издание Politico со ссылкой на дипломатов пишет, что сделка сорвалась. → reported_by Politico
Журналисты «Медиазоны» подсчитали, что их девять. → reported_by Mediazona
Телеканал «Белсат» показал кадры пожара. → published_by Belsat
Телеграм-канал «Река и лес» опубликовал видео. → reported_by Река и лес
Расследование Bellingcat показало, что корабль другой. → reported_by Bellingcat
Согласно расследованию «Агентства», корабль другой. → reported_by Agentstvo
Первым об этом написал «Спутник». → reported_by Sputnik
Первоисточник: Zerkalo.io → repost_footer Zerkalo
Мост закрыт.⏎Источник: БелаПАН → repost_footer BelaPAN
Мост закрыт.⏎Источник: reka.example → repost_footer reka.example
Мост закрыт, пишет reka.example. → reported_by reka.example
Мост закрыт.⏎По материалам reka.example → repost_footer reka.example
Об этом пишет @reka_news. → reported_by @reka_news
Об этом пишет Интерфкас. → reported_by Interfax
Об этом пишет Нaша Нива. → reported_by Nasha Niva
Письмо опубликовала «Наша Нива». → published_by Nasha Niva
Письмо опубликовано в газете «Звязда». → published_by Zviazda
Интервью вышло на YouTube-канале «Белсата». → published_by Belsat
Его колонка вышла в The New York Times. → published_by New York Times
Расследование «Проекта» и «Важных историй» вышло в мае. → reported_by Proekt; reported_by Important Stories
«Медуза» совместно с The Bell выяснила, кто владеет портом. → joint Meduza; joint The Bell
Совместное расследование «Медиазоны» и Русской службы Би-би-си. → joint Mediazona; joint BBC Russian
Материал подготовлен в партнёрстве с «Белсатом». → joint Belsat
Фото: БелТА → image_credit BelTA
Фото: Анна Речная, TUT.BY → image_credit Tut.by
Фото: Анна Речная / «Медуза» → image_credit Meduza
Мост вечером. Фото: Onliner → image_credit Onliner
Мост вечером. Фото «Белсата» → image_credit Belsat
Мост вечером (фото: ТАСС). → image_credit TASS
Мост вечером. Скриншот видео «Белсата» → image_credit Belsat
Мост вечером. Анна Речная / РИА Новости → image_credit RIA Novosti
Иллюстративное фото: Sputnik → image_credit Sputnik
Скриншот: Telegram-канал Nexta → image_credit Nexta
Сообщение Мост закрыт появились сначала на Салідарнасць. → repost_footer Salidarnasc
Впервые опубликовано на сайте reka.example. → repost_footer reka.example
Оригинал статьи: Meduza → repost_footer Meduza
Перепечатано с разрешения «Новой газеты». → repost_footer Novaya Gazeta
МИНСК, 5 мая — БелаПАН. Мост закрыт. → dateline BelaPAN
МИНСК, 5 мая – РИА Новости. Мост закрыт. → dateline RIA Novosti
МИНСК, 5 мая. /Корр. ТАСС/. Мост закрыт. → dateline TASS
5 мая, Минск. /БелТА/. Мост закрыт. → dateline BelTA
Киев. 5 мая. УНН. Мост закрыт. → dateline UNN
5 мая, Минск /Анна Речная — БЕЛТА/. Мост закрыт. → dateline BelTA
Как сообщает, мост закрыли в мае. → link -
Как пишет со ссылкой на источники, мост закрыли. → link -
Об этом она написала в Facebook. → platform Facebook
Он заявил об этом в своём Telegram-канале. → platform Telegram
Видео появилось на YouTube. → platform YouTube
Журналистку «Белсата» задержали у суда. →
Редактор «Нашей Нивы» вышел на свободу. →
В офисе TUT.BY прошёл обыск. →
Сайт «Медиазоны» заблокирован. →
Основатель Nexta живёт в Варшаве. →
«Медуза» — издание, которое работает из Риги. →
Подписчики «Белсата» выросли в числе. →
Он работал в «Комсомольской правде» и на ОНТ. →
Как сообщил Иван Речной, мост закрыт. →
Как пишет учебник, мост старый. →
По данным Минздрава, больных стало меньше. →
По данным Национального статистического комитета, цены выросли. →
Речной сказал жене, что мост закрыт. →
Об этом сообщает пресс-служба МВД. →
По словам Речного, «Проект» закрыли весной. →
Проект «Чистая река» закрыт, сообщил Речной. →
Источник воды: колодец. →
Фото: Анна Речная →
Фото из личного архива →
Спутник сообщил данные на Землю. →
Зеркало упало, сообщила Анна. →
Суд признал «Белсат» экстремистским. →
Известия о пожаре дошли до Минска. →
Он выписывал «Аргументы и факты» и «Известия». →
В интервью Речной рассказал о мосте. →
Власти обвинили «Медузу» и BBC во лжи. →
Премьер рассказал парламенту о мосте. →
Рассказал Правду о мосте Иван. →
«Мост цел», — цитирует Речного ТАСС. → reported_by TASS
«Мост цел», — приводит слова Речного «Интерфакс». → reported_by Interfax
Слова Речного приводит РИА Новости. → reported_by RIA Novosti
Мост цел, сообщили РИА Новости в мэрии. → told_to RIA Novosti
Мост цел, сообщил ТАСС источник в мэрии. → told_to TASS
Мост цел, сообщили в пятницу ТАСС в мэрии. → told_to TASS
Мост цел, рассказал «Ъ» источник. → told_to Kommersant
Как стало известно «Ъ», мост цел. → reported_by Kommersant
Об этом заявил Речной в интервью газете «Известия». → told_to Izvestia
Об этом он рассказал в эфире телеканала «Дождь». → told_to TV Rain
В эфире «Эха Москвы» он назвал это слухами. → told_to Echo of Moscow
Об этом сообщает «Наша Нива» со ссылкой на «Белсат». → reported_by Nasha Niva; reported_by Belsat
Об этом сообщают ТАСС, «Белсат» и Еврорадио. → reported_by TASS; reported_by Belsat; reported_by Euroradio
Мост цел, следует из публикации «Белсата». → reported_by Belsat
Как передает из Минска корреспондент РИА Новости, мост цел. → reported_by RIA Novosti
По сведениям «Коммерсанта», мост цел. → reported_by Kommersant
По словам источников «Коммерсанта», мост цел. → told_to Kommersant
Немецкая газета Bild пишет, что мост цел. → reported_by Bild
Американское издание Lakeside Herald утверждает, что мост цел. → reported_by Lakeside Herald
Местный паблик «Подслушано у реки» пишет, что мост цел. → reported_by Подслушано у реки
Телеграм-канал «Река» со ссылкой на очевидцев сообщил, что мост цел. → reported_by Река
Об этом сообщил телеграм-канал «Река». → reported_by Река
Корреспондент «Белсата» передаёт с места, что мост цел. → reported_by Belsat
В редакцию «Белсата» пришло письмо. →
Письмо в редакцию «Нашей Нивы» прислал Речной. →
Как рассказал Речной в своём Instagram, мост цел. → platform Instagram
Речной написал в Twitter, что мост цел. → platform Twitter
На странице в «ВКонтакте» он написал, что мост цел. → platform VK
Пресс-служба сообщила в Telegram, что мост цел. → platform Telegram
Фото носит иллюстративный характер. Источник: Sputnik → image_credit Sputnik
Фото Анны Речной, TUT.BY → image_credit Tut.by
Снимок: Reuters / Anna Moor → image_credit Reuters
Видео: телеграм-канал «Река» → image_credit Река
Мост (фото Белсата) стоит. → image_credit Belsat
Читайте полностью на Zerkalo.io. → repost_footer Zerkalo
Текст впервые опубликован изданием «Медуза». → repost_footer Meduza
Материал «Медузы» публикуется с разрешения редакции. →
Агентство по туризму «Вест» сообщило о скидках. →
По данным агентства недвижимости «Твоя столица», цены выросли. →
По данным «Газпрома», цены выросли. →
«Газпром» сообщил, что цены выросли. →
Как сообщает Госкомитет, цены выросли. →
Об этом сообщил в Telegram глава области Речной. → platform Telegram
По информации «Белавиа», рейс отменён. →
Как сообщили в «Белавиа», рейс отменён. →
Как сообщает Белгидромет, будет дождь. →
Источник: Белстат →
Источник: расчёты автора →
Журнал «Наука и жизнь» стоит на полке. →
Он подал в суд на «Комсомольскую правду». →
Сотрудник ТАСС рассказал, что мост цел. →
Бывший редактор TUT.BY сказала, что мост цел. →
В «Медузе» сообщили, что сайт закрыт. →
Время новостей на канале «Река». →
Рассказал он об этом в понедельник. →
Сегодня сообщил Речной: мост цел. →
«Мост цел», — говорит «Зеркалу» рабочий Иван Речной. → told_to Zerkalo
Как говорит Naviny.by рабочий, мост цел. → told_to Naviny.by
— Мост цел, — рассказывает «Медиазоне» Речной. → told_to Mediazona
«Хватит», — заявил он российскому агентству ТАСС. → told_to TASS
«Хватит», — сказал он британскому телеканалу Channel 4 News. → told_to Channel 4 News
«Хватит», — сказал он немецкой газете Bild. → told_to Bild
«Хватит», — сказал он в интервью польскому порталу Onet. → told_to Onet
«Хватит», — сказал он в интервью Белорусской службе Радио Свобода. → told_to Radio Svaboda
Как уточнили в разговоре с Tut.by сотрудники порта, цех закрыт. → told_to Tut.by
Об этом она рассказала корреспонденту «СБ. Беларусь сегодня». → told_to SB. Belarus Segodnya
Судоходство открыто, рассказали агентству «Минск-Новости» в порту. → told_to Minsk-Novosti
Власти, пишет The New York Times, не ответили. → reported_by New York Times
Власти не ответили (цитата по РИА Новости). → reported_by RIA Novosti
Власти не ответили, — говорится в сообщении БЕЛТА. → reported_by BelTA
Власти не ответили, сообщается на сайте «Вясны». → reported_by Viasna
Как сообщила «Вясна», задержали девятерых. → reported_by Viasna
Правозащитный центр «Весна» сообщил о девяти задержанных. → reported_by Viasna
На видео, опубликованном Nexta, виден пожар. → published_by Nexta
На видео, которое опубликовал телеканал «Белсат», виден пожар. → published_by Belsat
В статье для The Guardian Речной просит большего. → published_by Guardian
В колонке для «Новой газеты» Речной просит большего. → published_by Novaya Gazeta
По версии «Коммерсанта», сделка сорвалась. → reported_by Kommersant
Издание «Медуза» выпустило расследование. →
Телеканал «Дождь» внесён в реестр. →
Газета «Звязда» выходит с 1917 года. →
Корреспондент «Коммерсанта» избит. →
Редакция «Нашей Нивы» переехала. →
Подписывайтесь на наш канал в Telegram. →
Читайте нас в Google News и Telegram. →
Доступ к сайту Naviny.by закрыт. →
Совет директоров «Газеты Выборчей» собрался. →
Минск посетил министр, сообщает пресс-служба президента. →
Как сообщили в пресс-службе «Белавиа», рейс отменён. →
Речной дал интервью «Еврорадио». → told_to Euroradio
Речной дал интервью Naviny.by. → told_to Naviny.by
В опубликованном «Медузой» письме он просит большего. → published_by Meduza
Это следует из документов, с которыми ознакомился РБК. → reported_by RBC
Об этом РБК стало известно от трёх источников. → reported_by RBC
Первым на это обратил внимание «Зеркало». → reported_by Zerkalo
На это обратила внимание «Медиазона». → reported_by Mediazona
«Медуза» обратила внимание на это. → reported_by Meduza
Как обратила внимание «Наша Нива», мост цел. → reported_by Nasha Niva
«Наша Нива» узнала, кто владеет портом. → reported_by Nasha Niva
«Наша Нива» нашла владельца порта. → reported_by Nasha Niva
Об этом сообщила «Вясна». → reported_by Viasna
«Белсат» отметил юбилей. →
«Звязда» показала рост тиража. →
«Белсат» показал, что мост цел. → reported_by Belsat
По данным источников РБК, мост цел. → told_to RBC
Собеседник агентства «Интерфакс» подтвердил это. → told_to Interfax
Компания «Проект» сообщила о мосте. →
Холод пришёл в город, сообщила Анна. →
Взгляд упал на мост, сказал он. →
База сообщила о пожаре. →
«Жизнь» сообщил он, стоит того. →
"""


@pytest.mark.parametrize("row", ROWS.strip().split("\n"))
def test_a_sentence(row: str) -> None:
    text, _, wanted = row.partition("→")
    document = Document("d", "c", text=text.strip().replace("⏎", "\n"), language="ru")
    found = [f"{one.kind} {one.outlet or '-'}" for one in citations(document, langs.get("ru"), {})]
    assert sorted(found) == sorted(one.strip() for one in wanted.split(";") if one.strip())
