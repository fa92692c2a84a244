"""Polish."""

from __future__ import annotations

from letapis.langs.base import MARKS, TAIL, Language, ways, words

__all__ = ["LANGUAGE"]

LANGUAGE = Language(
    code="pl",
    name="polski",
    script="Latn",
    alphabet="aąbcćdeęfghijklłmnńoóprsśtuwyzźż",
    months=(
        r"stycz",
        r"lut(?:y|ego|ym)",
        r"mar(?:zec|ca|cu)",
        r"kwie(?:cień|tni)",
        r"maj",
        r"czerw(?:iec|c)",
        r"lip(?:iec|c)",
        r"sierp",
        r"wrze(?:sień|śni)",
        r"październik",
        r"listopad",
        r"grud(?:zień|ni)",
    ),
    quotes=(("„", "”"), ("«", "»"), ("»", "«"), ('"', '"')),
    abbreviations=words(
        """al art bp dr doc godz gen hab im in inż itd itp jw kard ks lek m.in max min mjr mgr np nr ob os
        pl płk por pow prof przyp pt r red s st str tel tj tys tzn tzw ul ur w woj wyd zł zob św ww"""
    ),
    function=words(
        """a aby albo ale ani aż bardzo bez bo bowiem być był była było były będzie będą chociaż co czy
        dla do dlaczego gdy gdyż gdzie go i ich ile im inny iż ja jak jako je jednak jego jej jest jeszcze
        jeśli jeżeli już kiedy kto która które którego której który których którym którzy ku lecz lub ma
        mają między mimo może można my na nad nam nas nasz nawet nie niech niż no o od on ona one oni oraz
        po pod podczas ponad ponieważ poza prawie przed przez przy są się skąd swój swoją swoje sam ta tak
        także tam te tego tej temu ten też to tu tylko tym tych u w we wszystko wśród więc wraz z za
        zamiast zatem ze że żeby wobec według około oprócz"""
    ),
    saying=words(
        """powiedział powiedziała powiedzieli mówi mówią mówił mówiła oświadczył oświadczyła oświadczyli
        poinformował poinformowała poinformowali informuje informują podał podała podali podaje podają
        dodał dodała dodali dodaje zaznaczył zaznaczyła zaznacza podkreślił podkreśliła podkreśla
        stwierdził stwierdziła stwierdza twierdzi twierdzą uważa uważają wyjaśnił wyjaśniła wyjaśnia
        przyznał przyznała napisał napisała pisze piszą przekazał przekazała zapewnił zapewniła zapewnia
        ostrzegł ostrzegła przypomniał przypomniała skomentował skomentowała odpowiedział odpowiedziała
        zapowiedział zapowiedziała wezwał wezwała opowiedział opowiedziała ocenił oceniła"""
    ),
    furniture=(
        (
            "read_also",
            (
                r"^(?:czytaj|przeczytaj|zobacz|obejrzyj|sprawdź|polecamy)\s+(?:także|też|również"
                r"|więcej)\b.{0,400}$"
            ),
        ),
        (
            "read_also",
            (
                r"^(?:powiązane(?: artykuły)?|podobne artykuły|polecamy|może cię zainteresować"
                r"|najczęściej czytane"
                r"|najnowsze|w temacie|zobacz także)\s*(?::.{0,400})?$"
            ),
        ),
        (
            "subscribe",
            r"^(?:zapisz się|subskrybuj|obserwuj|śledź|dołącz|polub nas|bądź na bieżąco)\b.{0,250}$",
        ),
        ("subscribe", r"^(?:wesprzyj|wspieraj)\s+(?:nas|naszą|redakcję).{0,200}$"),
        (
            "share",
            (
                r"^(?:udostępnij|podziel się|wyślij|skopiuj link|drukuj|lubię to)(?:\s*[:!]|\s+(?:na|to|ten"
                r"|z)\b.{0,120})?$"
            ),
        ),
        ("notice", r"^(?:©|\(c\)).{0,250}$"),
        (
            "notice",
            (
                r"^(?:wszelkie prawa zastrzeżone|przedruk|kopiowanie|rozpowszechnianie"
                r"|wykorzystanie)\b.{0,350}$"
            ),
        ),
        (
            "notice",
            r"^(?:zauważyłeś|znalazłeś|widzisz|zauważyłaś|masz)\s.{0,30}(?:błąd|literówk|pomyłk).{0,200}$",
        ),
        ("notice", r"^(?:reklama|materiał sponsorowany|artykuł sponsorowany|dalsza część artykułu.{0,80})$"),
        ("cookie", r"^(?:ta strona|nasza strona|serwis|strona|używamy).{0,40}(?:ciasteczk|cookie).{0,250}$"),
        (
            "comment",
            (
                r"^(?:komentarze|komentarzy|\d{1,5} komentarz\w{0,2}|dodaj komentarz|zostaw komentarz"
                r"|brak komentarzy"
                r"|zaloguj się, aby.{0,60})\s*(?:[:(]\s*\d{0,5}\)?)?$"
            ),
        ),
        ("tags", r"^(?:tagi|słowa kluczowe|kategori[ae]|tematy?|dział)\s*:.{0,300}$"),
        (
            "menu",
            (
                r"^(?:strona główna|aktualności|kontakt|o nas|reklama|archiwum|szukaj|menu|zaloguj"
                r"|zarejestruj się|do góry"
                r"|wstecz|dalej|redakcja|wideo|zdjęcia|galeria|pokaż więcej|przejdź do treści)"
                r"(?:\s*[|/»›>•·]\s*[\w\s-]{1,40}){0,12}$"
            ),
        ),
        (
            "byline",
            r"^(?:autor(?:ka|zy)?|tekst|redaktor|oprac\.?|opracowanie|tłumaczenie)\s*[:—–-]\s*\S.{0,100}$",
        ),
        (
            "byline",
            r"^(?:opublikowano|zaktualizowano|data(?: publikacji)?|czas czytania)\s*[:—–-]?\s*\d.{0,60}$",
        ),
        (
            "credit",
            (
                r"^(?:fot\.?|foto|zdjęcie|zdjęcia|wideo|grafika|ilustracja"
                r"|źródło(?: zdjęcia)?)\s*[:.—–©-]\s*\S.{0,100}$"
            ),
        ),
        *MARKS,
    ),
    more=(
        r"[\[(]?\s*\b(?:czytaj|przeczytaj|zobacz|dowiedz się)\s+"
        r"(?:dalej|więcej|całość|cały artykuł|cały tekst|resztę)"
        r"(?:\s+(?:na|w)\b.{0,60}?)?" + TAIL,
        r"[\[(…]\s*(?:więcej|dalej)" + TAIL,
        r"^(?:więcej|dalej)(?:\s+(?:na|w|tutaj)\b.{0,60}?)?" + TAIL,
        r"\b(?:ciąg dalszy nastąpi|cały (?:tekst|artykuł) (?:na|w)\b.{0,50})" + TAIL,
    ),
    footers=(
        (
            r"\b(?:artykuł|post|wpis|tekst|materiał)\s+(?P<title>\S.{0,400}?)\s+(?:pochodzi\s+z(?:\s+serwisu)?"
            r"|pojawił\s+się\s+(?:po\s*raz\s+pierwszy|najpierw|pierwszy\s+raz)\s+(?:w|na)"
            r"|(?:po\s*raz\s+pierwszy\s+)?(?:ukazał|pojawił)\s+się\s+(?:najpierw\s+)?(?:w|na))\s+"
            r"(?P<outlet>\S.{0,120}?)\.?\s*$"
        ),
    ),
    credits=ways(
        r"""
        told_to .93 \b(?:powiedział|mówił|oświadczył|poinformował|przekazał|skomentował
            |wyjaśnił)[aiy]?\s+(?:[\w-]{1,30}\s+){0,2}?(?:agencji|portalowi|gazecie|stacji|dziennikowi|w
            \s+rozmowie\s+z|dla)\s+{outlet}
        told_to .93 \bw\s+(?:rozmowie|wywiadzie)\s+(?:z|dla)\s+{outlet}
        reported_by .9 \b(?:jak\s+)?(?:podaje|podają|podał[ao]?|pisze|piszą|napisał[ao]?|informuje
            |informują|poinformował[ao]?|donosi|donoszą|relacjonuje|przekazuje|przekazał[ao]?)\s+{outlet}
        reported_by .79 \b(?:według|za|powołując\s+się\s+na|cytowan\w+\s+przez)\s+{outlet}
        reported_by .95 \bźródł[oa]\s*[:—–-]\s*{outlet}
        reported_by .79 {outlet}\s+(?:podaje|podał[ao]?|pisze|napisał[ao]?|informuje|poinformował[ao]?
            |donosi)\b
        image_credit .9 \b(?:fot\.|foto|zdjęcie|źródło\s+zdjęcia|grafika|wideo)\s*[:—–/©-]?\s*
            (?:[\w. ]{2,30}\s*/\s*)?{outlet}
        published_by .9 \bopublikowan\w+\s+(?:[\w-]{1,30}\s+){0,3}?(?:przez|na|w)\s+{outlet}
        joint .97 \bwspóln\w+\s+(?:[\w-]{1,30}\s+){0,2}?(?:śledztw\w+|dochodzeni\w+|projek\w+)\s+(?:z
            \s+)?{outlet}
        repost_footer .98 \b(?:pojawił\w*\s+się\s+(?:po\s+raz\s+pierwszy|najpierw|pierwotnie)
            |pierwotnie\s+(?:ukazał\w*\s+się|opublikowan\w+))\s+(?:na|w)\s+{outlet}
        link .75 \bjak\s+(?:podaje|pisze|informuje|donosi)\s*,(?=\s+\w)
        """,
    ),
    samples=(
        "Rada miasta odłożyła naprawę mostu do wiosny, powiedział nam burmistrz.",
        "We wtorek nad jeziorem widziano dwa czarne łabędzie, poinformował rezerwat.",
    ),
)
