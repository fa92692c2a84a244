"""More invented sentences: interviews, headlines, lost marks, words that a verb governs, nested quotations."""

# ruff: noqa: E501
from __future__ import annotations

__all__ = ["HEARD"]

HEARD: dict[str, list[tuple[str, list[tuple[str, str, str]]]]] = {
    "ru": [
        ("Роман «Кто заплатит за паром?» вышел в мае. Лоцман носил куртку с надписью «лучший на реке».", []),
        (
            "«На пароме считаешь всё»\nЕва Лисова ушла в октябре.\n— Сколько вас осталось?\n— Девять. Десять, если со мной.\n— Вы вернётесь?\n— Вряд ли.",
            [
                ("direct", "На пароме считаешь всё", ""),
                ("direct", "Сколько вас осталось?", ""),
                ("direct", "Девять. Десять, если со мной.", ""),
                ("direct", "Вы вернётесь?", ""),
                ("direct", "Вряд ли.", ""),
            ],
        ),
        ("Лоцман: «Велели молчать»\nНа реке пусто.\nЛодок нет.", [("direct", "Велели молчать", "Лоцман")]),
        (
            "Лодочница рассказала, что узнала об этом утром. «Сети ему уже сплела».",
            [("indirect", "узнала об этом утром", ""), ("direct", "Сети ему уже сплела", "Лодочница")],
        ),
        (
            "«Пусть спит, мы погребём - ответила Ева Лисова на своей странице.",
            [("direct", "Пусть спит, мы погребём", "Лисова")],
        ),
        (
            "К ним вышел лоцман Ян Мохов.\nРасходитесь, парома не будет, — кричит он в рупор.\nЛюди стояли до ночи.",
            [("direct", "Расходитесь, парома не будет", "он")],
        ),
        (
            "«Я возил тех, кого давали, — на условиях анонимности рассказал изданию один из них. — Мне говорили: “Не хочешь — греби домой”. Я и ушёл».",
            [
                (
                    "direct",
                    "Я возил тех, кого давали Мне говорили: “Не хочешь — греби домой”. Я и ушёл",
                    "один",
                ),
                ("direct", "Не хочешь — греби домой", ""),
            ],
        ),
        ("Толпа скандировала «Паром!».", [("direct", "Паром!", "Толпа")]),
        (
            "Мохов описал положение как «прыжок в реку».",
            [("mixed", "положение как «прыжок в реку»", "Мохов")],
        ),
        ("Мохов объяснил успех «верой в паром».", [("mixed", "успех «верой в паром»", "Мохов")]),
        ("Мохов признал шутку «неудачной».", [("mixed", "шутку «неудачной»", "Мохов")]),
        (
            "Гребцы призвали построить «мост без промедления», пишет «Заря реки».",
            [("mixed", "построить «мост без промедления»", "Гребцы")],
        ),
        (
            "Она признаёт, что паром «не новый», и объясняет: нового не дали.",
            [("mixed", "паром «не новый»", "Она")],
        ),
        (
            "Лисова написала: Подробностей не будет. Река не ждёт.",
            [("direct", "Подробностей не будет. Река не ждёт.", "Лисова")],
        ),
        ("«Приходите завтра», — повторяю я.", [("direct", "Приходите завтра", "я")]),
        ("Вышла книга: «Дорога к реке».", []),
        ("На доске два названия:\n— «Заря»;\n— «Полесье».", []),
    ],
    "uk": [
        (
            "Лоцман: попередники лишили «порожній пором»\nНа річці тихо.\nЧовнів немає.",
            [("mixed", "попередники лишили «порожній пором»", "Лоцман")],
        ),
        ("Мохов визнав жарт «невдалим».", [("mixed", "жарт «невдалим»", "Мохов")]),
        (
            "Ціни не впадуть, каже лоцман Ян Мохов.\n— Купуйте менше, — сміється він.\nЛюди слухають.",
            [("indirect", "Ціни не впадуть", ""), ("direct", "Купуйте менше", "він")],
        ),
        (
            "«Мені кричали: „Дивись на воду!“ — і я дивився», — каже Ян Мохов.",
            [
                ("direct", "Мені кричали: „Дивись на воду!“ — і я дивився", "Мохов"),
                ("direct", "Дивись на воду!", ""),
            ],
        ),
        ("Натовп скандував «Пором!».", [("direct", "Пором!", "Натовп")]),
        ("Мохов похитав головою: «Ідіть додому».", [("direct", "Ідіть додому", "Мохов")]),
    ],
    "be": [
        ("Чытачка параўнала гэта з «вечнай паводкай».", [("mixed", "гэта з «вечнай паводкай»", "Чытачка")]),
        ("Мохаў ахарактарызаваў дамову як «кідок у раку».", [("mixed", "дамову як «кідок у раку»", "Мохаў")]),
        ("На развітанне кінула: «Шкада парома».", [("direct", "Шкада парома", "")]),
        (
            "«Верхні спаў», — дакладвае Ян Мохаў. — «Ніжні толькі глядзеў».",
            [("direct", "Верхні спаў Ніжні толькі глядзеў", "Мохаў")],
        ),
        (
            "«Вернемся, калі вернуцца нашы», — крычаць з натоўпу.",
            [("direct", "Вернемся, калі вернуцца нашы", "")],
        ),
        (
            "Лодкі забралі, прызнаецца Ганна Мох.\n— Адну аддалі самі. Мы не прасілі.\nУ вёсцы ціха.",
            [("indirect", "Лодкі забралі", ""), ("direct", "Адну аддалі самі. Мы не прасілі.", "Мох")],
        ),
    ],
    "en": [
        ("A programme called “Clean rivers for all” began in May.", []),
        ("Mill, author of the book “How we rowed home”, said she would stay.", []),
        ("The play “Who pays for the ferry?” opened on Monday.", []),
        (
            "On the ferry\n— How long did you wait?\nNine days. Then it rained.\nWe went home.\n— And now?\nNow we wait.\nThe ferry came in May.",
            [
                ("direct", "How long did you wait?", ""),
                ("direct", "Nine days. Then it rained. We went home.", ""),
                ("direct", "And now?", ""),
                ("direct", "Now we wait.", ""),
            ],
        ),
        (
            "“We are tired”, - said Ona Mill, - “we want to go home”.",
            [("direct", "We are tired we want to go home", "Mill")],
        ),
        (
            "Ona Mill on the river\nCourier: Who pays for the ferry?\nOna Mill: We all do. Twice, if it rains.\nCourier: For how long?\nOna Mill: For ever.",
            [
                ("direct", "Who pays for the ferry?", "Courier"),
                ("direct", "We all do. Twice, if it rains.", "Mill"),
                ("direct", "For how long?", "Courier"),
                ("direct", "For ever.", "Mill"),
            ],
        ),
        (
            "Pilot: the ferry is ‘finished’\nThe river was quiet.\nNo boats went out.",
            [("mixed", "the ferry is ‘finished’", "Pilot")],
        ),
        (
            "The pilot's mother said she had heard it at dawn. “I had already dried his nets.”",
            [
                ("indirect", "she had heard it at dawn", ""),
                ("direct", "I had already dried his nets.", "mother"),
            ],
        ),
        (
            '"The river is tired, - Ona Mill confessed to the readers. - Let it rest.\nThe talk came out in May.\n"Let it rest, we will row" replied Eve Lis on her page.',
            [
                ("direct", "The river is tired Let it rest.", "Mill"),
                ("direct", "Let it rest, we will row", "Lis"),
            ],
        ),
        ("“Nobody drowned,” she put it.", [("direct", "Nobody drowned", "she")]),
        ('"We will row", Mill said.', [("direct", "We will row", "Mill")]),
        (
            "The ferry will be “slow and dear”, the union warns.",
            [("mixed", "The ferry will be “slow and dear”", "union")],
        ),
        (
            'Mill said the ferry was "gone for good", but hinted at a boat.',
            [("mixed", 'the ferry was "gone for good"', "Mill")],
        ),
        ("As Mill put it, “the river always wins”.", [("mixed", "the river always wins", "Mill")]),
        (
            "The club invites people “from nine to ninety”.",
            [("mixed", "people “from nine to ninety”", "club")],
        ),
        ("Mill dismissed the report as “nonsense”.", [("mixed", "the report as “nonsense”", "Mill")]),
        ("The crowd chanted “Row!” for an hour.", [("direct", "Row!", "crowd")]),
        (
            "Mill wrote:\nWe will not sell the ferry. Ever.\nThe post was gone by noon.",
            [("direct", "We will not sell the ferry. Ever.", "Mill")],
        ),
        (
            "“The line is crossed, says Ona Mill. We all go home now.”",
            [("direct", "The line is crossed We all go home now.", "Mill")],
        ),
        ("On Monday\n– River less deep –.\nMill said it rained.", []),
        ("Photo: Ona Mill\nSource: Courier\nThe ferry is back.", []),
    ],
}
