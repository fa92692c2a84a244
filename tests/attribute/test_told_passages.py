"""Invented answers to outlets, each as newsrooms write it: the credit, and what was told to whom."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from letapis import langs
from letapis.attribute.citations import citations
from letapis.attribute.quotations import quotations
from letapis.attribute.told import told
from letapis.model import Document

PASSAGES = """
en | The ferry will not run before May, harbour master Odd Lunde told Reuters in an interview on Tuesday. | told_to Reuters | Reuters = The ferry will not run before May
en | “We have no more sand,” Mira Koss, who runs the depot, told the BBC's Ukrainian service. | told_to BBC | BBC = We have no more sand
en | Speaking to Sky News on Thursday, Ellen Brandt said the dam had been inspected twice this year. | told_to Sky News | Sky News = the dam had been inspected twice this year
en | In an interview with Belsat, the former warden Pavel Zhuk said that prisoners were kept in the cold for three days. | told_to Belsat | Belsat = prisoners were kept in the cold for three days
en | “It was dark and we could hear the water,” he told CNN by phone from the roof of his house. | told_to CNN | CNN = It was dark and we could hear the water
en | A source close to the talks told the Financial Times that a deal was still weeks away. | told_to Financial Times | Financial Times = a deal was still weeks away
en | Two officials familiar with the matter told Bloomberg on condition of anonymity that the tender would be cancelled. | told_to Bloomberg | Bloomberg = the tender would be cancelled
en | “The harvest is gone,” farmer Tom Ridley said in comments to The Guardian. | told_to Guardian | Guardian = The harvest is gone
en | Asked by Radio Svaboda whether he would run again, Vasil Kruk replied: “I have not decided.” | told_to Radio Svaboda | Radio Svaboda = I have not decided.
en | “Three of my neighbours have left,” a woman in Lida, who asked not to be named, told Nasha Niva. | told_to Nasha Niva | Nasha Niva = Three of my neighbours have left
en | The plant lost a third of its staff last year, its union leader Ihar Dubok told the Zerkalo.io news site. | told_to Zerkalo | Zerkalo = The plant lost a third of its staff last year
en | Speaking on Current Time TV, analyst Hanna Sorokina argued that the sanctions had come too late. | told_to Current Time | Current Time = the sanctions had come too late
en | “I will not resign,” the rector said in a telephone interview with Deutsche Welle. | told_to DW | DW = I will not resign
en | Speaking to the BBC and Reuters, the captain denied the ship had been carrying weapons. | told_to BBC; told_to Reuters | BBC = the ship had been carrying weapons
en | The pipeline was shut at noon, a company spokeswoman told Reuters and AFP. | told_to Reuters; told_to AFP | Reuters = The pipeline was shut at noon
en | “We counted forty trucks,” border guard Jan Peel told reporters. He later told Reuters the queue was getting longer. | told_to Reuters | Reuters = the queue was getting longer
en | “My son called once,” she said. She was speaking to Novaya Gazeta Europe at her flat in Riga. | told_to Novaya Gazeta Europe | Novaya Gazeta Europe = My son called once
en | Miner Yury Hal confirmed to Euroradio that the shaft had been flooded since Sunday. | told_to Euroradio | Euroradio = the shaft had been flooded since Sunday
en | “The price will double,” said economist Leo Marsh in an interview published by The Economist on Friday. | told_to The Economist | The Economist = The price will double
en | The minister, interviewed by Ukrainska Pravda, described the plan as “a bad joke”. | told_to Ukrainska Pravda | Ukrainska Pravda = the plan as “a bad joke”
en | Speaking with Politico, Commissioner Anna Vries did not rule out new tariffs. “Everything is on the table,” she told the outlet. | told_to Politico; told_to Politico | Politico = Everything is on the table
en | “Nothing has changed here since spring,” teacher Maryna Lobach told AFP journalists in Brest. | told_to AFP | AFP = Nothing has changed here since spring
en | The office said in an emailed response to Meduza's questions that the case had been closed. | told_to Meduza | Meduza = the case had been closed
en | “He was shouting,” a neighbour, Nina Sable, said to TASS. | told_to TASS | TASS = He was shouting
en | The company's chief executive told German broadcaster ARD that no layoffs were planned. | told_to ARD | ARD = no layoffs were planned
en | “It is a matter of weeks,” the general said on BBC Radio 4's Today programme. | told_to BBC | BBC = It is a matter of weeks
ru | Паром не пойдет до мая, заявил РИА Новости начальник порта Олег Лунин. | told_to RIA Novosti | RIA Novosti = Паром не пойдет до мая
ru | «Песка больше нет», — рассказала в комментарии «Зеркалу» хозяйка склада Мира Косач. | told_to Zerkalo | Zerkalo = Песка больше нет
ru | В интервью телеканалу «Дождь» бывший надзиратель Павел Жук сообщил, что заключенных держали на холоде три дня. | told_to TV Rain | TV Rain = заключенных держали на холоде три дня
ru | Собеседник «Медиазоны» в колонии говорит, что свет отключили в шесть утра. | told_to Mediazona | Mediazona = свет отключили в шесть утра
ru | Источник РБК, близкий к переговорам, утверждает, что сделку отложат до осени. | told_to RBC | RBC = сделку отложат до осени
ru | «Было темно, мы слышали воду», — вспоминает в разговоре с корреспондентом «Новой газеты Европа» жительница Лиды Нина Собаль. | told_to Novaya Gazeta Europe | Novaya Gazeta Europe = Было темно, мы слышали воду
ru | На вопрос «Радио Свобода», будет ли он участвовать в выборах, Василь Крук ответил: «Я пока не решил». | told_to Radio Svoboda (Russian) | Radio Svoboda (Russian) = Я пока не решил
ru | Как рассказал «Интерфаксу» представитель завода, смену сократили вдвое. | told_to Interfax | Interfax = смену сократили вдвое
ru | Мост откроют в пятницу. Об этом корреспонденту агентства «Минск-Новости» сообщили в Минскавтодоре. | told_to Minsk-Novosti | Minsk-Novosti = Мост откроют в пятницу
ru | Два чиновника на условиях анонимности подтвердили Bloomberg, что тендер отменят. | told_to Bloomberg | Bloomberg = тендер отменят
ru | «Урожай погиб», — сказал фермер Фома Редько изданию «Лидский вестник». | told_to Лидский вестник | Лидский вестник = Урожай погиб
ru | Журналистам Reform.news Игорь Дубок пояснил, что за год завод покинула треть работников. | told_to Reform.by | Reform.by = за год завод покинула треть работников
ru | Шахту затопило еще в воскресенье, подтвердил «Еврорадио» шахтер Юрий Галь. | told_to Euroradio | Euroradio = Шахту затопило еще в воскресенье
ru | Пресс-секретарь компании в ответ на запрос «Медузы» заявила, что увольнений не будет. | told_to Meduza | Meduza = увольнений не будет
ru | «Это вопрос недель», — сказал генерал в интервью Би-би-си. | told_to BBC | BBC = Это вопрос недель
ru | Двое соседей рассказали Tut.by, что слышали крики. | told_to Tut.by | Tut.by = слышали крики
ru | «Сын звонил один раз», — поделилась с «Белсатом» мать призывника. | told_to Belsat | Belsat = Сын звонил один раз
ru | Очередь растет, сообщил РИА Новости и «Интерфаксу» пограничник Ян Пиль. | told_to RIA Novosti; told_to Interfax | RIA Novosti = Очередь растет
ru | Никита Полозков в беседе с Газетой.ру отметил, что цена вырастет вдвое. | told_to Gazeta.Ru | Gazeta.Ru = цена вырастет вдвое
ru | Зубр вернулся в лес, рассказали агентству БелТА в национальном парке. | told_to BelTA | BelTA = Зубр вернулся в лес
ru | Директор порта Эдгар Вейс сказал в интервью Delfi, что грузов стало меньше на треть. Изданию он также пояснил, что новых линий не будет. | told_to Delfi; told_to Delfi | Delfi = грузов стало меньше на треть ;; Delfi = новых линий не будет
ru | По словам источника «Ведомостей» в министерстве, закон отложат на год. | told_to Vedomosti | Vedomosti = закон отложат на год
ru | — Мы считали грузовики до утра, — рассказала она «Бумаге». | told_to Bumaga | Bumaga = Мы считали грузовики до утра
uk | Пором не піде до травня, заявив Укрінформу начальник порту Олег Лунін. | told_to Ukrinform | Ukrinform = Пором не піде до травня
uk | «Піску більше немає», — сказала в коментарі Суспільному завідувачка складу Мира Косач. | told_to Suspilne | Suspilne = Піску більше немає
uk | В інтерв'ю «Українській правді» колишній наглядач Павло Жук розповів, що в'язнів тримали на холоді три дні. | told_to Ukrainska Pravda | Ukrainska Pravda = в'язнів тримали на холоді три дні
uk | Співрозмовник hromadske в колонії каже, що світло вимкнули о шостій ранку. | told_to Hromadske | Hromadske = світло вимкнули о шостій ранку
uk | Як повідомив УНІАН речник заводу, зміну скоротили вдвічі. | told_to UNIAN | UNIAN = зміну скоротили вдвічі
uk | «Було темно, ми чули воду», — згадує в розмові з кореспондентом Радіо Свобода мешканка Ковеля Ніна Собаль. | told_to Radio Svoboda (Ukraine) | Radio Svoboda (Ukraine) = Було темно, ми чули воду
uk | Міст відкриють у п'ятницю. Про це кореспонденту Укрінформу повідомили в Службі відновлення. | told_to Ukrinform | Ukrinform = Міст відкриють у п'ятницю
uk | Двоє посадовців на умовах анонімності підтвердили Reuters, що тендер скасують. | told_to Reuters | Reuters = тендер скасують
uk | «Врожай загинув», — сказав фермер Хома Редько виданню «Ковельський вісник». | told_to Ковельський вісник | Ковельський вісник = Врожай загинув
uk | Журналістам «Бабеля» Ігор Дубок пояснив, що за рік завод залишила третина працівників. | told_to Babel | Babel = за рік завод залишила третина працівників
uk | Шахту затопило ще в неділю, підтвердив LB.ua шахтар Юрій Галь. | told_to LB.ua | LB.ua = Шахту затопило ще в неділю
uk | На запитання «Детектора медіа», чи будуть звільнення, речниця компанії відповіла: «Ні». | told_to Detector Media | Detector Media = Ні
uk | У відповіді на запит «Схем» у міністерстві заявили, що справу закрили. | told_to Skhemy | Skhemy = справу закрили
uk | «Це питання тижнів», — наголосив генерал у коментарі для Еспресо. | told_to Espreso | Espreso = Це питання тижнів
uk | За словами співрозмовника «Дзеркала тижня», закон відкладуть на рік. | told_to Dzerkalo Tyzhnia | Dzerkalo Tyzhnia = закон відкладуть на рік
uk | Двоє сусідів розповіли Суспільному, що чули крики. | told_to Suspilne | Suspilne = чули крики
uk | «Син телефонував один раз», — поділилася з Громадським мати призовника. | told_to Hromadske | Hromadske = Син телефонував один раз
uk | Черга росте, повідомив Укрінформу та УНН прикордонник Ян Піль. | told_to Ukrinform; told_to UNN | Ukrinform = Черга росте
uk | Директор порту Едгар Вейс сказав у розмові з ZAXID.NET, що вантажів поменшало на третину. Виданню він також пояснив, що нових ліній не буде. | told_to Zaxid.net; told_to Zaxid.net | Zaxid.net = вантажів поменшало на третину ;; Zaxid.net = нових ліній не буде
uk | Зубр повернувся до лісу, розповіли агентству «Укрінформ» у національному парку. | told_to Ukrinform | Ukrinform = Зубр повернувся до лісу
uk | Експерт Лев Маршак у коментарі виданню «Главком» назвав рішення «поганим жартом». | told_to Glavcom | Glavcom = рішення «поганим жартом»
uk | В ефірі Еспресо Никифор Полоз зазначив, що ціна зросте вдвічі. | told_to Espreso | Espreso = ціна зросте вдвічі
be | Паром не пойдзе да мая, заявіў «Нашай Ніве» начальнік порта Алег Лунін. | told_to Nasha Niva | Nasha Niva = Паром не пойдзе да мая
be | «Пяску больш няма», — сказала ў каментары «Белсату» загадчыца склада Міра Касач. | told_to Belsat | Belsat = Пяску больш няма
be | У інтэрв'ю Радыё Свабода былы наглядчык Павел Жук расказаў, што вязняў трымалі на холадзе тры дні. | told_to Radio Svaboda | Radio Svaboda = вязняў трымалі на холадзе тры дні
be | Суразмоўца «Зеркала» ў калоніі кажа, што святло адключылі а шостай раніцы. | told_to Zerkalo | Zerkalo = святло адключылі а шостай раніцы
be | Як паведаміў БелаПАН прадстаўнік завода, змену скарацілі ўдвая. | told_to BelaPAN | BelaPAN = змену скарацілі ўдвая
be | «Было цёмна, мы чулі ваду», — успамінае ў размове з карэспандэнтам Еўрарадыё жыхарка Ліды Ніна Собаль. | told_to Euroradio | Euroradio = Было цёмна, мы чулі ваду
be | Мост адкрыюць у пятніцу. Пра гэта карэспандэнту БелТА паведамілі ў райвыканкаме. | told_to BelTA | BelTA = Мост адкрыюць у пятніцу
be | Двое чыноўнікаў на ўмовах ананімнасці пацвердзілі Bloomberg, што тэндар адменяць. | told_to Bloomberg | Bloomberg = тэндар адменяць
be | «Ураджай загінуў», — сказаў фермер Хама Рэдзька выданню «Лідскі веснік». | told_to Лідскі веснік | Лідскі веснік = Ураджай загінуў
be | Журналістам Reform.news Ігар Дубок патлумачыў, што за год завод пакінула траціна работнікаў. | told_to Reform.by | Reform.by = за год завод пакінула траціна работнікаў
be | Шахту затапіла яшчэ ў нядзелю, пацвердзіў «Еўрарадыё» шахцёр Юры Галь. | told_to Euroradio | Euroradio = Шахту затапіла яшчэ ў нядзелю
be | На пытанне «Белсата», ці будуць звальненні, прэс-сакратарка адказала: «Не». | told_to Belsat | Belsat = Не
be | У адказе на запыт «Нашай Нівы» ў міністэрстве заявілі, што справу закрылі. | told_to Nasha Niva | Nasha Niva = справу закрылі
be | «Гэта пытанне тыдняў», — адзначыў генерал у інтэрв'ю для Радыё Рацыя. | told_to Radio Racyja | Radio Racyja = Гэта пытанне тыдняў
be | Паводле слоў суразмоўніка «Нашай Нівы», закон адкладуць на год. | told_to Nasha Niva | Nasha Niva = закон адкладуць на год
be | Двое суседзяў распавялі Свабодзе, што чулі крыкі. | told_to Radio Svaboda | Radio Svaboda = чулі крыкі
be | «Сын тэлефанаваў адзін раз», — падзялілася з «Белсатам» маці прызыўніка. | told_to Belsat | Belsat = Сын тэлефанаваў адзін раз
be | Дырэктар порта Эдгар Вейс сказаў у размове з Delfi, што грузаў стала менш на траціну. Выданню ён таксама патлумачыў, што новых ліній не будзе. | told_to Delfi; told_to Delfi | Delfi = грузаў стала менш на траціну ;; Delfi = новых ліній не будзе
be | Зубр вярнуўся ў лес, расказалі агенцтву БелТА ў нацыянальным парку. | told_to BelTA | BelTA = Зубр вярнуўся ў лес
be | У эфіры Еўрарадыё Мікіта Палазок заўважыў, што цана вырасце ўдвая. | told_to Euroradio | Euroradio = цана вырасце ўдвая
en | “We sleep in our coats,” pensioner Alla Rudak admits to Lake Gazette. | told_to Lake Gazette | Lake Gazette = We sleep in our coats
en | “I signed nothing,” Roman Halavach wrote to Belsat in a message. | told_to Belsat | Belsat = I signed nothing
en | Reached by phone, Roman Halavach told Belsat that he had signed nothing. | told_to Belsat | Belsat = he had signed nothing
en | In a statement to Reuters, the bank said the accounts were frozen in March. | told_to Reuters | Reuters = the accounts were frozen in March
en | In a statement sent to AFP, the bank called the claims “pure invention”. | told_to AFP | AFP = the claims “pure invention”
en | Roman Halavach shared his story with Nasha Niva: “I signed nothing and I left.” | told_to Nasha Niva | Nasha Niva = I signed nothing and I left.
en | “They took the boat,” he told the Sunday Times newspaper at the weekend. | told_to Sunday Times | Sunday Times = They took the boat
en | The union's head, Piotr Sak, gave an interview to Gazeta Wyborcza in which he called the wage “a joke”. | told_to Gazeta Wyborcza | Gazeta Wyborcza = the wage “a joke”
en | Ukraine's grid operator told Interfax-Ukraine there would be no cuts. DTEK, in turn, told Forbes it was less sure. | told_to Interfax-Ukraine; told_to Forbes | Interfax-Ukraine = there would be no cuts ;; Forbes = it was less sure
en | “Half of the shops are shut,” our reader Nina said to Mogilev Online. | told_to Mogilev.online | Mogilev.online = Half of the shops are shut
en | Her mother, who spoke with the Lake Gazette, remembers that the doctors did not come. | told_to Lake Gazette | Lake Gazette = the doctors did not come
en | Three workers who talked to Zerkalo said they had not been paid since June. | told_to Zerkalo | Zerkalo = they had not been paid since June
en | “No comment,” the spokesman answered Euroradio's question. | told_to Euroradio | Euroradio = No comment
en | According to Zerkalo's source, the colonel has been dismissed. | told_to Zerkalo | Zerkalo = the colonel has been dismissed
ru | Запах идёт с кожевенного завода, пожаловались жители «Борисовскому зеркалу». | told_to Борисовское зеркало | Борисовское зеркало = Запах идёт с кожевенного завода
ru | «Спим в пальто», — признаётся «Озёрной газете» пенсионерка Алла Рудак. | told_to Озёрная газета | Озёрная газета = Спим в пальто
ru | «Я ничего не подписывал», — написал Роман Головач «Белсату» в мессенджере. | told_to Belsat | Belsat = Я ничего не подписывал
ru | Роман Головач по телефону ответил «Белсату», что ничего не подписывал. | told_to Belsat | Belsat = ничего не подписывал
ru | В комментарии, направленном Reuters, банк назвал обвинения «чистой выдумкой». | told_to Reuters | Reuters = обвинения «чистой выдумкой»
ru | Своей историей Роман Головач поделился с «Нашей Нивой»: «Я ничего не подписал и уехал». | told_to Nasha Niva | Nasha Niva = Я ничего не подписал и уехал
ru | «У нас забрали лодку», — рассказал он в подкасте «Тихий час» на «Эхе». | told_to Echo of Moscow | Echo of Moscow = У нас забрали лодку
ru | Глава профсоюза Пётр Сак дал интервью «Газете выборчей», в котором назвал зарплату «шуткой». | told_to Gazeta Wyborcza | Gazeta Wyborcza = зарплату «шуткой»
ru | Трое рабочих в разговоре с «Зеркалом» подтвердили, что зарплату не платят с июня. | told_to Zerkalo | Zerkalo = зарплату не платят с июня
ru | Полковник уволен, сказал «Зеркалу» источник в ведомстве. | told_to Zerkalo | Zerkalo = Полковник уволен
ru | «Дорогу перекрыли», — сказал он ТАСС. | told_to TASS | TASS = Дорогу перекрыли
ru | «Оттепель будет короткой», — уточнила синоптик Ева Мороз корреспонденту «Озёрной газеты». | told_to Озёрная газета | Озёрная газета = Оттепель будет короткой
ru | Оттепель будет короткой. Об этом «Озёрной газете» рассказала синоптик Ева Мороз. | told_to Озёрная газета | Озёрная газета = Оттепель будет короткой
uk | Запах іде зі шкіряного заводу, поскаржилися мешканці «Ковельському дзеркалу». | told_to Ковельське дзеркало | Ковельське дзеркало = Запах іде зі шкіряного заводу
uk | «Спимо в пальтах», — зізнається «Озерній газеті» пенсіонерка Алла Рудак. | told_to Озерна газета | Озерна газета = Спимо в пальтах
uk | «Я нічого не підписував», — написав Роман Головач Суспільному в месенджері. | told_to Suspilne | Suspilne = Я нічого не підписував
uk | У коментарі, надісланому Reuters, банк назвав звинувачення «чистою вигадкою». | told_to Reuters | Reuters = звинувачення «чистою вигадкою»
uk | Своєю історією Роман Головач поділився з «Новою Волинню»: «Я нічого не підписав і поїхав». | told_to Нова Волинь | Нова Волинь = Я нічого не підписав і поїхав
uk | Голова профспілки Петро Сак дав інтерв'ю «Економічній правді», в якому назвав зарплату «жартом». | told_to Ekonomichna Pravda | Ekonomichna Pravda = зарплату «жартом»
uk | Троє робітників у розмові з NV підтвердили, що зарплату не платять із червня. | told_to NV | NV = зарплату не платять із червня
uk | Полковника звільнено, сказало hromadske джерело у відомстві. | told_to Hromadske | Hromadske = Полковника звільнено
uk | «Дорогу перекрили», — сказав він Укрінформу. | told_to Ukrinform | Ukrinform = Дорогу перекрили
uk | «Відлига буде короткою», — уточнила синоптикиня Єва Мороз кореспондентці «Озерної газети». | told_to Озерна газета | Озерна газета = Відлига буде короткою
uk | Відлига буде короткою. Про це «Озерній газеті» розповіла синоптикиня Єва Мороз. | told_to Озерна газета | Озерна газета = Відлига буде короткою
be | «Спім у паліто», — прызнаецца «Азёрнай газеце» пенсіянерка Ала Рудак. | told_to Азёрная газета | Азёрная газета = Спім у паліто
be | «Я нічога не падпісваў», — напісаў Раман Галавач «Белсату» ў месенджары. | told_to Belsat | Belsat = Я нічога не падпісваў
be | Сваёй гісторыяй Раман Галавач падзяліўся з «Нашай Нівай»: «Я нічога не падпісаў і з'ехаў». | told_to Nasha Niva | Nasha Niva = Я нічога не падпісаў і з'ехаў
be | Кіраўнік прафсаюза Пётр Сак даў інтэрв'ю «Народнай Волі», у якім назваў заробак «жартам». | told_to Narodnaya Volya | Narodnaya Volya = заробак «жартам»
be | Трое рабочых у размове са «Свабодай» пацвердзілі, што заробак не плацяць з чэрвеня. | told_to Radio Svaboda | Radio Svaboda = заробак не плацяць з чэрвеня
be | Палкоўнік звольнены, сказала «Белсату» крыніца ў ведамстве. | told_to Belsat | Belsat = Палкоўнік звольнены
be | «Дарогу перакрылі», — сказаў ён Радыё Рацыя. | told_to Radio Racyja | Radio Racyja = Дарогу перакрылі
be | «Адліга будзе кароткай», — удакладніла сіноптык Ева Мароз карэспандэнту «Азёрнай газеты». | told_to Азёрная газета | Азёрная газета = Адліга будзе кароткай
be | Адліга будзе кароткай. Пра гэта «Азёрнай газеце» расказала сіноптык Ева Мароз. | told_to Азёрная газета | Азёрная газета = Адліга будзе кароткай
be | Суразмоўніца «Свабоды» дадае, што вокны не зачыняюцца. | told_to Radio Svaboda | Radio Svaboda = вокны не зачыняюцца
uk | Рудник затопило за ніч, розповіла «Українській правді» головна геологиня Соломія Тягнибік. | told_to Ukrainska Pravda | Ukrainska Pravda = Рудник затопило за ніч
uk | Ректорка Соломія Тягнибік — Суспільному: «Гуртожиток не опалюють другий тиждень» | told_to Suspilne | Suspilne = Гуртожиток не опалюють другий тиждень
uk | «Ми просили лише світла», – каже Марта Кривоніс у коментарі LIGA.net. | told_to Liga.net | Liga.net = Ми просили лише світла
uk | Як розповів журналістам «Бабеля» слідчий Юхим Деркач, архів вивезли ще в травні. | told_to Babel | Babel = архів вивезли ще в травні
uk | — Ми чекали на воду три доби, — розповідає кореспондентці Радіо Свобода пенсіонерка Ганна Моргун. | told_to Radio Svoboda (Ukraine) | Radio Svoboda (Ukraine) = Ми чекали на воду три доби
uk | В інтерв'ю «Главкому» колишній начальник порту Юхим Деркач назвав оренду причалів «подарунком на тридцять років». | told_to Glavcom | Glavcom = оренду причалів «подарунком на тридцять років»
uk | Деркач розповів hromadske, що заяву в нього прийняли лише з третього разу. | told_to Hromadske | Hromadske = заяву в нього прийняли лише з третього разу
uk | «Зарплату затримали на два місяці», — поскаржилася працівниця фабрики, з якою зв'язалося видання «Рівне вечірнє». | told_to Рівне вечірнє | Рівне вечірнє = Зарплату затримали на два місяці
uk | Про це в ефірі телемарафону розповів речник бригади Антін Задорожній. «Ворог змінив тактику», — сказав він Суспільному Харків. | told_to Suspilne | Suspilne = Ворог змінив тактику
uk | Бюджет громади вичерпано, визнав у розмові з журналісткою «Дзеркала тижня» сільський голова Панас Жолудь. | told_to Dzerkalo Tyzhnia | Dzerkalo Tyzhnia = Бюджет громади вичерпано
uk | Жолудь у відповідь на запит «Схем» заявив, що декларацію заповнювала дружина. | told_to Skhemy | Skhemy = декларацію заповнювала дружина
uk | За його словами, сказаними виданню «Тексти», вирубку погодили заднім числом. | told_to Texty.org.ua | Texty.org.ua = вирубку погодили заднім числом
uk | «Тут не лишилося жодної цілої шибки. Діти сплять у коридорі», — ділиться з «Новою Волинню» вчителька Орися Пашко. | told_to Нова Волинь | Нова Волинь = Тут не лишилося жодної цілої шибки. Діти сплять у коридорі
uk | Пашко підтвердила інформацію агентству «Інтерфакс-Україна»: школу закриють у вересні. | told_to Interfax-Ukraine | Interfax-Ukraine = школу закриють у вересні
uk | «Мене попередили за годину», — так екскомендантка Орися Пашко пояснила УНІАН своє звільнення. | told_to UNIAN | UNIAN = Мене попередили за годину
uk | Газета «Сільські зорі» запитала агронома Панаса Жолудя, чи буде врожай. «Третини не зберемо», — відповів він. | told_to Сільські зорі | Сільські зорі = Третини не зберемо
uk | Аптекарка Юстина Рябчук розказала «Суспільному», як торгувала при свічках: «Рахували на папері». | told_to Suspilne | Suspilne = Рахували на папері
uk | Потяг не зупинився, — розповіла Українському радіо провідниця. | told_to Ukrainian Radio | Ukrainian Radio = Потяг не зупинився
uk | На цьому наголосив в інтерв'ю агентству Reuters міністр Антін Задорожній: «Перемир'я без гарантій — це пауза». | told_to Reuters | Reuters = Перемир'я без гарантій — це пауза
en | “We were paid in flour,” Marta Dole, a former weaver, tells the Guardian over tea. | told_to Guardian | Guardian = We were paid in flour
en | In a phone call with Meduza, the clerk described the archive as “a shed with a leaking roof.” | told_to Meduza | Meduza = the archive as “a shed with a leaking roof.”
en | The valve had not been checked in years, three engineers told The Insider. | told_to The Insider | The Insider = The valve had not been checked in years
en | “It is a matter of weeks,” says Dole, whom CNBC reached by phone on Sunday. | told_to CNBC | CNBC = It is a matter of weeks
en | Pavel Lisk, the mill's owner, told the local paper, the Slutsk Observer, that nobody would be laid off. | told_to Slutsk Observer | Slutsk Observer = nobody would be laid off
en | “I signed nothing,” Lisk wrote in a text message to Mediazona. | told_to Mediazona | Mediazona = I signed nothing
en | Reached for comment by Belsat, Lisk's deputy said: “Ask the prosecutor.” | told_to Belsat | Belsat = Ask the prosecutor.
en | Lisk — in an interview first aired on Radio Racyja — promised to reopen the kiln. | told_to Radio Racyja | Radio Racyja = to reopen the kiln
en | “The roof went first,” he recalled to a New York Times reporter. | told_to New York Times | New York Times = The roof went first
en | Asked about the vote, Dole told Politico she was “tired of promises”. | told_to Politico | Politico = she was “tired of promises”
be | «Нас папярэдзілі за гадзіну», — распавяла «Нашай Ніве» былая бухгалтарка Тэкля Гурба. | told_to Nasha Niva | Nasha Niva = Нас папярэдзілі за гадзіну
be | Як расказаў карэспандэнтцы «Салідарнасці» шафёр Міхась Цвірка, аўтобусы стаяць ад сакавіка. | told_to Salidarnasc | Salidarnasc = аўтобусы стаяць ад сакавіка
be | У размове з Reform.news Цвірка назваў рамонт «дзіркай у бюджэце». | told_to Reform.by | Reform.by = рамонт «дзіркай у бюджэце»
be | Склад згарэў дашчэнту, пацвердзіў «Еўрарадыё» дырэктар гаспадаркі. | told_to Euroradio | Euroradio = Склад згарэў дашчэнту
be | «Мы чакалі вады тры дні», — дзеліцца з «Белсатам» настаўніца Зося Пташка. | told_to Belsat | Belsat = Мы чакалі вады тры дні
be | Пташка ў каментары агенцтву «Позірк» адзначыла, што школу зачыняць у верасні. | told_to Pozirk | Pozirk = школу зачыняць у верасні
be | У эфіры тэлеканала «Белсат» аналітык Юрась Кужаль сказаў, што рубель патаннее. | told_to Belsat | Belsat = рубель патаннее
be | «Мне прапаноўвалі з'ехаць», — прызнаўся Кужаль у гутарцы з карэспандэнтам «Свабоды». | told_to Radio Svaboda | Radio Svaboda = Мне прапаноўвалі з'ехаць
be | Газета «Слуцкі край» спытала ў аграномкі Зосі Пташкі пра ўраджай. «Траціны не збяром», — адказала яна. | told_to Слуцкі край | Слуцкі край = Траціны не збяром
be | Суразмоўца «Еўрарадыё» на заводзе кажа, што зарплату затрымалі на два месяцы. | told_to Euroradio | Euroradio = зарплату затрымалі на два месяцы
be | Пра гэта Кужаль напісаў у лісце ў рэдакцыю «Новага часу»: «Кнігі вярнулі без тлумачэнняў». | told_to Novy Chas | Novy Chas = Кнігі вярнулі без тлумачэнняў
be | Яе маці расказала выданню Zerkalo.io, што дачку трымаюць у ШІЗА. | told_to Zerkalo | Zerkalo = дачку трымаюць у ШІЗА
be | «Нас ніхто не спытаў», — сказала яна БелаПАН. | told_to BelaPAN | BelaPAN = Нас ніхто не спытаў
ru | Завод встанет к июлю, признал в беседе с корреспондентом «Коммерсанта» его директор Трофим Галкин. | told_to Kommersant | Kommersant = Завод встанет к июлю
ru | Трофим Галкин — «Дождю»: «Документы увезли до обыска» | told_to TV Rain | TV Rain = Документы увезли до обыска
ru | «Лекарств нет с марта», — делится с «Верной рекой» медсестра Фаина Шмель. | told_to Верная река | Верная река = Лекарств нет с марта
ru | Собеседница «Вёрстки» в министерстве говорит, что приказ отозвали. | told_to Verstka | Verstka = приказ отозвали
ru | Шмель в ответе на вопрос The Insider назвала проверку «спектаклем». | told_to The Insider | The Insider = проверку «спектаклем»
ru | Газета «Онежские вести» спросила агронома Фаину Шмель об урожае. «Трети не соберём», — ответила она. | told_to Онежские вести | Онежские вести = Трети не соберём
ru | Как рассказал журналистам «Важных историй» бывший прораб, бетон разбавляли. | told_to Important Stories | Important Stories = бетон разбавляли
ru | «Поезд не остановился», — рассказала изданию Baza проводница. | told_to Baza | Baza = Поезд не остановился
ru | По его словам, сказанным «Радио Свобода», вырубку согласовали задним числом. | told_to Radio Svoboda (Russian) | Radio Svoboda (Russian) = вырубку согласовали задним числом
ru | «Лодку мы строили сами», — вспоминает Euronews Тимофей, плотник из Лиды. | told_to Euronews | Euronews = Лодку мы строили сами
ru | «Воды нет третий день», — говорит Reuters пенсионерка из Рогачёва. | told_to Reuters | Reuters = Воды нет третий день
ru | «Мы не спим», — признаётся CNN волонтёрка Алла Ступак. | told_to CNN | CNN = Мы не спим
uk | «Хліб печемо вночі», — розповідає CNN пекар Данило Рись. | told_to CNN | CNN = Хліб печемо вночі
uk | «Ми рахуємо дні», — каже Reuters Мотря, вчителька з Ізюма. | told_to Reuters | Reuters = Ми рахуємо дні
uk | «Школа стоїть порожня», — пояснює Politico директорка Віра Лоза. | told_to Politico | Politico = Школа стоїть порожня
be | «Хлеб пячом уначы», — расказвае CNN пекар Даніла Рысь. | told_to CNN | CNN = Хлеб пячом уначы
be | «Мы лічым дні», — кажа Reuters Матруна, настаўніца з Оршы. | told_to Reuters | Reuters = Мы лічым дні
be | «Школа стаіць пустая», — тлумачыць DW дырэктарка Вера Лаза. | told_to DW | DW = Школа стаіць пустая
uk | «Ми не здамося», – сказав на виході із суду Reuters адвокат Клим Стриж. | told_to Reuters | Reuters = Ми не здамося
uk | «Це кінець», – заявила під час протесту Euronews активістка Ганна Дорош. | told_to Euronews | Euronews = Це кінець
uk | «Ми втомилися», – розповіла перед засіданням «Суспільному» депутатка Оляна Гук. | told_to Suspilne | Suspilne = Ми втомилися
ru | «Мы не сдадимся», — сказал на выходе из суда «Медузе» адвокат Клим Стриж. | told_to Meduza | Meduza = Мы не сдадимся
ru | «Это конец», — заявила во время протеста Euronews активистка Анна Дорош. | told_to Euronews | Euronews = Это конец
ru | «Мы устали», — рассказала после заседания DW депутат Ульяна Гук. | told_to DW | DW = Мы устали
be | «Мы не здадзімся», — сказаў на выхадзе з суда Reuters адвакат Клім Стрыж. | told_to Reuters | Reuters = Мы не здадзімся
be | «Гэта канец», — заявіла падчас пратэсту Euronews актывістка Ганна Дораш. | told_to Euronews | Euronews = Гэта канец
be | «Мы стаміліся», — расказала пасля пасяджэння DW дэпутатка Ульяна Гук. | told_to DW | DW = Мы стаміліся
be | Дырэктар на званок «Белсата» адказаў, што нічога не падпісваў. | told_to Belsat | Belsat = нічога не падпісваў
be | На званок Reuters у ведамстве адказалі: «Без каментароў пакуль». | told_to Reuters | Reuters = Без каментароў пакуль
ru | Директор на звонок «Медузы» ответил, что ничего не подписывал. | told_to Meduza | Meduza = ничего не подписывал
ru | На звонок Reuters в ведомстве ответили: «Без комментариев пока». | told_to Reuters | Reuters = Без комментариев пока
ru | На письмо «Новой газеты» чиновник ответил, что он в отпуске. | told_to Novaya Gazeta | Novaya Gazeta = он в отпуске
uk | Директор на дзвінок «Суспільного» відповів, що нічого не підписував. | told_to Suspilne | Suspilne = нічого не підписував
uk | На дзвінок Reuters у відомстві відповіли: «Без коментарів поки». | told_to Reuters | Reuters = Без коментарів поки
uk | На лист «Новинарні» чиновник відповів, що він у відпустці. | told_to Новинарня | Новинарня = він у відпустці
en | Reached by phone, the director told Reuters he had signed nothing. | told_to Reuters | Reuters = he had signed nothing
be | Як піша «Наша Ніва», дом прададзены. У адказе рэдакцыі гаспадар назваў угоду «сумленнай». | reported_by Nasha Niva; told_to Nasha Niva | Nasha Niva = угоду «сумленнай»
be | Паводле Reform.by, мост стаіць. Мэр у каментары рэдакцыі сказаў, што грошай няма. | reported_by Reform.by; told_to Reform.by | Reform.by = грошай няма
be | «Белсат» высветліў, што завод прададзены. «Гэта хлусня», — напісаў рэдакцыі дырэктар Ян Сук. | reported_by Belsat; told_to Belsat | Belsat = Гэта хлусня
ru | Как пишет «Медуза», дом продан. В ответе редакции владелец назвал сделку «честной». | reported_by Meduza; told_to Meduza | Meduza = сделку «честной»
ru | По данным DW, мост стоит. Мэр в комментарии редакции сказал, что денег нет. | reported_by DW; told_to DW | DW = денег нет
ru | «Медуза» выяснила, что завод продан. «Это ложь», — написал редакции директор Ян Сук. | reported_by Meduza; told_to Meduza | Meduza = Это ложь
uk | Як пише «Новинарня», будинок продано. У відповіді редакції власник назвав угоду «чесною». | reported_by Новинарня; told_to Новинарня | Новинарня = угоду «чесною»
uk | За даними DW, міст стоїть. Мер у коментарі редакції сказав, що грошей немає. | reported_by DW; told_to DW | DW = грошей немає
uk | «Суспільне» з'ясувало, що завод продано. «Це брехня», — написав редакції директор Ян Сук. | reported_by Suspilne; told_to Suspilne | Suspilne = Це брехня
en | Since spring, he told Reuters, the farm has lost forty cows. | told_to Reuters | Reuters = Since spring the farm has lost forty cows
en | The roof, Anna Stork told the BBC, has leaked for nine years. | told_to BBC | BBC = The roof has leaked for nine years
en | In all those years, the baker told CNN, nobody complained about the smoke. | told_to CNN | CNN = In all those years nobody complained about the smoke
en | Six of the barges are still adrift, a harbour official told Reuters. | told_to Reuters | Reuters = Six of the barges are still adrift
en | The storm hit at about 5 p.m., the council said. Two of the boats are missing, a fisherman told AFP. | told_to AFP | AFP = Two of the boats are missing
en | All of the patients were moved overnight, a nurse told Euronews. | told_to Euronews | Euronews = All of the patients were moved overnight
en | “We walked for a week,” a carpenter told the Russian-language newsroom of Euronews. | told_to Euronews | Euronews = We walked for a week
en | “It is cold,” a teacher told the Ukrainian service of Deutsche Welle. | told_to DW | DW = It is cold
en | “It is dark,” a porter said in an interview with the Minsk bureau of Reuters. | told_to Reuters | Reuters = It is dark
ru | «Мы шли неделю», — рассказал русской редакции Euronews плотник. | told_to Euronews | Euronews = Мы шли неделю
uk | «Ми йшли тиждень», — розповів українській редакції Euronews тесля. | told_to Euronews | Euronews = Ми йшли тиждень
be | «Мы ішлі тыдзень», — расказаў беларускай рэдакцыі Euronews цясляр. | told_to Euronews | Euronews = Мы ішлі тыдзень
ru | «Нас не слышат», — рассказал T ut.by сторож. | told_to Tut.by | Tut.by = Нас не слышат
uk | «Нас не чують», — розповів Т ut.by сторож. | told_to Tut.by | Tut.by = Нас не чують
be | «Нас не чуюць», — расказаў Т ut.by вартаўнік. | told_to Tut.by | Tut.by = Нас не чуюць
en | “Nobody hears us,” a guard told T ut.by. | told_to Tut.by | Tut.by = Nobody hears us
uk | «Ключ у мене», — каже сторожка «Новинарні». | told_to Новинарня | Новинарня = Ключ у мене
be | Лявон Сыч у размове з DW папярэджвае: у верасні грошы скончацца. | told_to DW | DW = у верасні грошы скончацца
be | Эканамістка ў каментары для Reform.by тлумачыць: праз два гады рабочых будзе менш за пенсіянераў. | told_to Reform.by | Reform.by = праз два гады рабочых будзе менш за пенсіянераў
ru | Леонид Сыч в разговоре с DW предупреждает: через два года рабочих будет меньше. | told_to DW | DW = через два года рабочих будет меньше
uk | Леонід Сич у розмові з DW попереджає: через два роки робітників буде менше. | told_to DW | DW = через два роки робітників буде менше
uk | ЛЬВІВ, 3 травня. /Ганна Сорока — Укрінформ/. Театр відкриють восени.⏎Про це журналістам Укрінформу сказала директорка Віра Лоза. | dateline Ukrinform; told_to Ukrinform | Ukrinform = Театр відкриють восени
be | МІНСК, 3 мая. Ганна Сарока, БелаПАН. Тэатр адчыняць увосень.⏎Пра гэта карэспандэнту БелаПАН сказала дырэктарка Вера Лаза. | dateline BelaPAN; told_to BelaPAN | BelaPAN = Тэатр адчыняць увосень
ru | МИНСК, 3 мая. /ТАСС/. Театр откроют осенью.⏎Об этом корреспонденту ТАСС сказала директор Вера Лоза. | dateline TASS; told_to TASS | TASS = Театр откроют осенью
en | Euronews asked the shipyard for comment; the firm replied in a single line: the boat has sailed. | told_to Euronews | Euronews = the boat has sailed
uk | У Варшаві в розмові з DW назвали рішення «передчасним». | told_to DW | DW = рішення «передчасним»
ru | В Варшаве в разговоре с DW назвали решение «преждевременным». | told_to DW | DW = решение «преждевременным»
be | У Варшаве ў размове з DW назвалі рашэнне «заўчасным». | told_to DW | DW = рашэнне «заўчасным»
be | «Хопіць», — запэўніла яна карэспандэнта Reform.by. | told_to Reform.by | Reform.by = Хопіць
be | «Мы паспеем», — запэўніў журналістаў «Нашай Нівы» прараб. | told_to Nasha Niva | Nasha Niva = Мы паспеем
ru | «Хватит», — заверила она корреспондента Reform.by. | told_to Reform.by | Reform.by = Хватит
ru | «Мы успеем», — заверил журналистов «Медузы» прораб. | told_to Meduza | Meduza = Мы успеем
uk | «Вистачить», — запевнила вона кореспондента Новинарні. | told_to Новинарня | Новинарня = Вистачить
uk | «Ми встигнемо», — запевнив журналістку «Суспільного» виконроб. | told_to Suspilne | Suspilne = Ми встигнемо
be | Вадзіцель апавёў Reuters: «Мы стаялі ўсю ноч». | told_to Reuters | Reuters = Мы стаялі ўсю ноч
be | «Мы стаялі ўсю ноч», — апавядае «Белсату» вадзіцель. | told_to Belsat | Belsat = Мы стаялі ўсю ноч
"""

ROWS = [tuple(line.split(" | ")) for line in PASSAGES.strip().split("\n")]


@pytest.mark.parametrize(("code", "words", "wanted", "answers"), ROWS, ids=[row[1][:60] for row in ROWS])
def test_told(code: str, words: str, wanted: str, answers: str) -> None:
    text, language = words.replace("⏎", "\n"), langs.get(code)
    found = citations(Document("d", "c", text=text, language=code), language, {})
    assert sorted(f"{one.kind} {one.outlet}" for one in found) == sorted(wanted.split("; "))
    assert all(text[one.start : one.stop] == one.surface for one in found)
    said = told(quotations(Document("d", "c", text=text, language=code), language), found, text)
    assert sorted(f"{one.told_to} = {one.text}" for one in said if one.told_to) == sorted(
        answers.split(" ;; ")
    )
