"""Credits in Ukrainian, by kind, and what only looks like one. Every sentence is invented."""

from __future__ import annotations

import pytest

from letapis import langs
from letapis.attribute import citations
from letapis.model import Document

ROWS = """
«Чекаємо до весни», — сказав Reuters голова порту. → told_to Reuters
«Чекаємо до весни», — розповіла «Українській правді» доглядачка маяка Ганна Річна. → told_to Ukrainska Pravda
«Чекаємо до весни», — розповів в інтерв’ю «Українській правді» доглядач маяка. → told_to Ukrainska Pravda
«Чекаємо до весни», — заявив Іван Річний в ефірі Радіо Свобода. → told_to Radio Svoboda (Ukraine)
Про це заявила УНІАН речниця порту. → told_to UNIAN
Про це УНН повідомили у пресслужбі порту. → told_to UNN
Про це Укрінформу розповіли у пресслужбі порту. → told_to Ukrinform
Про це кореспонденту Укрінформу повідомили в управлінні доріг. → told_to Ukrinform
У розмові з «Громадським» він визнав помилку. → told_to Hromadske
У коментарі LIGA.net Річний назвав це чутками. → told_to Liga.net
В інтерв’ю виданню «Зарічна газета» вона назвала це чутками. → told_to Зарічна газета
Як розповів порталу «Бабель» один із робітників, цех закрито. → told_to Babel
Річний повідомив УНІАН, що цех закрито. → told_to UNIAN
У бесіді з кореспондентом «Суспільного» вона назвала це чутками. → told_to Suspilne
«Ні», — відповів Річний на запитання Bloomberg. → told_to Bloomberg
За словами співрозмовника «Дзеркала тижня», цех закрито. → told_to Dzerkalo Tyzhnia
Джерело РБК-Україна в порту підтвердило це. → told_to RBC-Ukraine
Юрист пояснив «Бабелю», що робити. → told_to Babel
«Досить», — наголосив Річний у коментарі для Deutsche Welle. → told_to DW
Сказав Ч есному директор. →
Reuters пише, що цех закрито. → reported_by Reuters
Цех закрито, пише «Українська правда». → reported_by Ukrainska Pravda
Цех закрито, повідомляє агентство «Інтерфакс-Україна». → reported_by Interfax-Ukraine
Цех закрито, передає кореспондент Укрінформу. → reported_by Ukrinform
Про це повідомляє Naviny.by. → reported_by Naviny.by
Про це повідомляє УНІАН із посиланням на пресслужбу порту. → reported_by UNIAN
Про це з посиланням на свої джерела повідомляє «Бабель». → reported_by Babel
Про це йдеться в матеріалі «Нової газети». → reported_by Novaya Gazeta
Про це передає УНН з посиланням на Bild. → reported_by UNN; reported_by Bild
Як передає Укрінформ, про це повідомляє Reuters. → reported_by Ukrinform; reported_by Reuters
Як зазначає The Guardian, цех закрили в травні. → reported_by Guardian
Як з’ясував Bihus.Info, цех закрили в травні. → reported_by Bihus.Info
За даними «Весни», затримали дев’ятьох. → reported_by Viasna
За інформацією телеграм-каналу «Річка та ліс», цех горить. → reported_by Річка та ліс
За повідомленням агентства Bloomberg, угода зірвалася. → reported_by Bloomberg
Газета The Wall Street Journal повідомила, що угода зірвалася. → reported_by Wall Street Journal
Видання Politico з посиланням на дипломатів пише, що угода зірвалася. → reported_by Politico
Журналісти «Схем» з’ясували, чий це порт. → reported_by Skhemy
Розслідування Bellingcat показало, що корабель інший. → reported_by Bellingcat
Першим про це написав «Бабель». → reported_by Babel
Першоджерело: Zaxid.net → repost_footer Zaxid.net
Міст закрито.⏎Джерело: Укрінформ → repost_footer Ukrinform
Міст закрито.⏎Джерело: richka.example → repost_footer richka.example
Міст закрито, пише richka.example. → reported_by richka.example
Про це пише @richka_news. → reported_by @richka_news
Про це пише Укріформ. → reported_by Ukrinform
Про це пише Укpaїнська правда. → reported_by Ukrainska Pravda
Лист опублікувала «Нова газета». → published_by Novaya Gazeta
Лист опубліковано в газеті «День». → published_by День
Розслідування «Слідства.Інфо» вийшло у травні. → reported_by Slidstvo.Info
«Медуза» спільно з The Bell з’ясувала, хто володіє портом. → joint Meduza; joint The Bell
У спільному розслідуванні Bihus.Info та «Бабеля» названо дев’ять імен. → joint Bihus.Info; joint Babel
Матеріал підготовлено у партнерстві з «Суспільним». → joint Suspilne
Фото: Укрінформ → image_credit Ukrinform
Фото: Ганна Річна, УНІАН → image_credit UNIAN
Фото: Ганна Річна / «Бабель» → image_credit Babel
Міст увечері. Фото: Суспільне → image_credit Suspilne
Міст увечері (фото: УНІАН). → image_credit UNIAN
Міст увечері. Фото Reuters → image_credit Reuters
Скріншот із відео «Громадського» → image_credit Hromadske
Допис Міст закрито з’явився спочатку на Зарічна газета. → repost_footer Зарічна газета
Вперше опубліковано на сайті richka.example. → repost_footer richka.example
Оригінал статті: Meduza → repost_footer Meduza
Передруковано з дозволу «Бабеля». → repost_footer Babel
КИЇВ, 5 травня — УНІАН. Міст закрито. → dateline UNIAN
Київ. 5 травня. УНН. Міст закрито. → dateline UNN
Київ, 5 травня /Укрінформ/. Міст закрито. → dateline Ukrinform
КИЇВ. 5 травня. Інтерфакс-Україна. Міст закрито. → dateline Interfax-Ukraine
Як повідомляє, міст закрили в травні. → link -
Про це вона написала у Facebook. → platform Facebook
Він заявив про це у своєму Telegram-каналі. → platform Telegram
Відео з’явилося на YouTube. → platform YouTube
Журналістку «Белсату» затримали біля суду. →
Редактор «Нашої Ниви» вийшов на волю. →
В офісі «Бабеля» відбувся обшук. →
Сайт «Медіазони» заблоковано. →
Засновник Nexta живе у Варшаві. →
«Медуза» — видання, яке працює з Риги. →
Він працював в «Українській правді» та на «Інтері». →
Як повідомив Іван Річний, міст закрито. →
За даними МОЗ, хворих поменшало. →
За даними Державної служби статистики, ціни зросли. →
Про це повідомляє пресслужба МВС. →
За словами Річного, фільм зняли навесні. →
Джерело води: колодязь. →
Фото: Ганна Річна →
Суд визнав «Белсат» екстремістським. →
Дзеркало впало, повідомила Ганна. →
Сьогодні повідомили, що міст закрито. →
Влада звинуватила «Медузу» та BBC у брехні. →
Прем’єр розповів парламенту про міст. →
Він передплачував «Дзеркало тижня» та «Українську правду». →
В інтерв’ю Річний розповів про міст. →
Комітет захисту журналістів заявив протест. →
Міністерство повідомило, що міст закрито. →
«Міст цілий», — цитує Річного УНІАН. → reported_by UNIAN
Слова Річного наводить Укрінформ. → reported_by Ukrinform
Міст цілий, повідомили УНІАН у мерії. → told_to UNIAN
Про це повідомляють «Українська правда» та «Бабель». → reported_by Ukrainska Pravda; reported_by Babel
Про це він розповів в ефірі телеканалу «Еспресо». → told_to Espreso
Про це пише УП. → reported_by Ukrainska Pravda
Як стало відомо «Бабелю», міст цілий. → reported_by Babel
Німецька газета Bild пише, що міст цілий. → reported_by Bild
Телеграм-канал «Річка» повідомив, що міст цілий. → reported_by Річка
Річний написав у Twitter, що міст цілий. → platform Twitter
За даними «Нафтогазу», ціни зросли. →
Як повідомляє Укргідрометцентр, буде дощ. →
Джерело: Держстат →
Колишня редакторка «Бабеля» сказала, що міст цілий. →
Він подав до суду на «Українську правду». →
Міст цілий, йдеться у повідомленні УНІАН. → reported_by UNIAN
Про це Річний сказав в інтерв'ю «Главкому». → told_to Glavcom
Про це ZN.UA розповів співрозмовник у порту. → told_to Dzerkalo Tyzhnia
Видання «Річкові вісті» пише, що міст цілий. → reported_by Річкові вісті
Голова порту сказав «Суспільному», що міст цілий. → told_to Suspilne
Голова порту прокоментував Суспільному ситуацію. → told_to Suspilne
Про це повідомив голова порту в коментарі Суспільному. → told_to Suspilne
«Міст цілий», — каже «Бабелю» робітник. → told_to Babel
«Досить», — заявив він німецькій газеті Bild. → told_to Bild
Річний дав інтерв’ю «Бабелю». → told_to Babel
Влада не відповіла, пише The New York Times. → reported_by New York Times
На відео, яке опублікував Telegram-канал Nexta, видно пожежу. → published_by Nexta
«Бабель» дізнався, хто володіє портом. → reported_by Babel
На це звернула увагу «Медіазона». → reported_by Mediazona
Підписуйтесь на наш канал у Telegram. →
Редакція «Бабеля» переїхала. →
У статті для The Guardian Річний просить більшого. → published_by Guardian
Про це передає Радіо Свобода. → reported_by Radio Svoboda (Ukraine)
Про це сказала в ефірі «Еспресо» речниця порту. → told_to Espreso
Про це йдеться в ексклюзивному інтерв’ю Річного для Forbes. → told_to Forbes
Про це розповів «УП» співрозмовник. → told_to Ukrainska Pravda
Джерела «УП» кажуть, що міст цілий. → told_to Ukrainska Pravda
За даними джерел РБК-Україна, міст цілий. → told_to RBC-Ukraine
Верховна Рада повідомила про засідання. →
Інтер програв матч, повідомив тренер. →
День Києва відзначили, повідомила мерія. →
"""


@pytest.mark.parametrize("row", ROWS.strip().split("\n"))
def test_a_sentence(row: str) -> None:
    text, _, wanted = row.partition("→")
    document = Document("d", "c", text=text.strip().replace("⏎", "\n"), language="uk")
    found = [f"{one.kind} {one.outlet or '-'}" for one in citations(document, langs.get("uk"), {})]
    assert sorted(found) == sorted(one.strip() for one in wanted.split(";") if one.strip())
