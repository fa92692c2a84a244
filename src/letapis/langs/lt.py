"""Lithuanian."""

from __future__ import annotations

from letapis.langs.base import MARKS, TAIL, Language, ways, words

__all__ = ["LANGUAGE"]

LANGUAGE = Language(
    code="lt",
    name="lietuvių",
    script="Latn",
    alphabet="aąbcčdeęėfghiįyjklmnoprsštuųūvzž",
    months=(
        r"saus",
        r"vasario|vasaris|vasarį",
        r"kov(?:as|o|ą)",
        r"baland",
        r"geguž",
        r"birž",
        r"liep(?:a|os|ą)",
        r"rugpjū",
        r"rugsėj",
        r"spal",
        r"lapkri",
        r"gruod",
    ),
    quotes=(("„", "“"), ("«", "»"), ('"', '"')),
    abbreviations=words(
        """a d dr doc el g gerb gyv įv kt km kn kv liet m mėn min mln mlrd mob nr p pan pav pl plg pr prof
        pvz r red s sav sen st str šv t t.t tel tūkst t.y vad val vyr vysk žr"""
    ),
    function=words(
        """ant ar arba aš bei be bet bus buvo būti dar dėl dėka per pagal pas po prie prieš priešais pro
        su tarp į iš iki ir jau jei jeigu ji jie jis jo jos jog jų juos jam jai ką kad kai kaip kam kas
        kiek kitas kol kuri kurie kurio kurios kuris kurių kurį kurią kur labai mes man mus mūsų ne nei
        nes net nors nuo o pat paskui prie šalia savo save šis ši šie šios šio šį tai taip tačiau tad
        ta tas tą to tos tie tuo tik ties turi už vėl vis visi visos virš yra čia jos apie aplink anot
        pasak vietoj vien tokia toks tokie tarsi nebe"""
    ),
    saying=words(
        """sakė sako teigė teigia pranešė praneša pareiškė pareiškia pažymėjo pažymi pabrėžė pabrėžia
        pridūrė priduria paaiškino aiškina aiškino kalbėjo kalba rašė rašo parašė pasakojo pasakoja
        papasakojo patvirtino patvirtina paneigė įspėjo įspėja priminė primena komentavo komentuoja
        atsakė atsako tvirtino tvirtina mano informavo informuoja pripažino pripažįsta paragino ragina
        pažadėjo paklausė cituoja nurodė nurodo skelbia skelbė"""
    ),
    furniture=(
        (
            "read_also",
            (
                r"^(?:skaitykite|taip pat skaitykite|žiūrėkite|skaityk)\s*(?:taip pat|daugiau"
                r"|dar)?\s*:.{0,400}$"
            ),
        ),
        (
            "read_also",
            (
                r"^(?:susiję straipsniai|panašūs straipsniai|rekomenduojame|skaitomiausi|naujausi"
                r"|taip pat skaitykite)\s*(?::.{0,400})?$"
            ),
        ),
        ("subscribe", r"^(?:prenumeruokite|užsiprenumeruokite|sekite mus|prisijunkite)\b.{0,250}$"),
        (
            "share",
            (
                r"^(?:dalintis|dalinkitės|pasidalinkite|kopijuoti nuorodą|spausdinti|patinka)(?:\s*[:!]"
                r"|\s+.{0,80})?$"
            ),
        ),
        ("notice", r"^(?:©|\(c\)).{0,250}$"),
        ("notice", r"^(?:visos teisės saugomos|kopijuoti|platinti|draudžiama)\b.{0,350}$"),
        ("notice", r"^(?:pastebėjote|radote)\s.{0,30}klaid.{0,200}$"),
        ("notice", r"^(?:reklama|užsakomasis turinys|rėmėjo turinys)$"),
        ("cookie", r"^(?:šioje svetainėje|mes naudojame|svetainė naudoja|naudojame).{0,40}slapuk.{0,250}$"),
        (
            "comment",
            (
                r"^(?:komentarai|komentaras|komentarų|\d{1,5} komentar\w{1,3}|rašyti komentarą"
                r"|palikti komentarą)"
                r"\s*(?:[:(]\s*\d{0,5}\)?)?$"
            ),
        ),
        ("tags", r"^(?:žymos|raktažodžiai|kategorij(?:a|os)|temos?)\s*:.{0,300}$"),
        (
            "menu",
            (
                r"^(?:pradžia|naujienos|kontaktai|apie mus|reklama|archyvas|paieška|meniu|prisijungti"
                r"|registruotis|į viršų"
                r"|atgal|toliau|redakcija|vaizdo įrašai|nuotraukos"
                r"|rodyti daugiau)(?:\s*[|/»›>•·]\s*[\w\s-]{1,40}){0,12}$"
            ),
        ),
        ("byline", r"^(?:autor(?:ius|ė|iai)|tekstas|redaktor(?:ius|ė)|parengė|vertė)\s*[:—–-]\s*\S.{0,100}$"),
        (
            "credit",
            r"^(?:nuotr\.?|nuotrauka|foto|vaizdo įrašas|šaltinis|iliustracija)\s*[:.—–©-]\s*\S.{0,100}$",
        ),
        *MARKS,
    ),
    more=(
        r"[\[(]?\s*\b(?:skaityti|skaitykite|skaityk)\s+(?:daugiau|toliau|visą (?:straipsnį|tekstą))"
        r"(?:\s+\S.{0,60}?)?" + TAIL,
        r"[\[(…]\s*(?:daugiau|plačiau|toliau)" + TAIL,
        r"^(?:daugiau|plačiau)(?:\s+(?:čia)\b.{0,60}?)?" + TAIL,
    ),
    footers=(
        (
            r"\b(?:įrašas|pranešimas|straipsnis|tekstas)\s+(?P<title>\S.{0,400}?)\s+(?:pirmą\s+kartą\s+"
            r"|pirmiausia\s+)?"
            r"(?:pasirodė|paskelbtas|publikuotas)\s+(?:pirmiausia\s+|pirmą\s+kartą\s+)?(?:svetainėje\s+)?"
            r"(?P<outlet>\S.{0,120}?)\.?\s*$"
        ),
    ),
    credits=ways(
        r"""
        told_to .88 \b(?:sakė|pasakė|teigė|pasakojo|komentavo|patvirtino)\s+(?:naujienų\s+agentūrai
            |portalui|žurnalistams|interviu)?\s*{outlet}
        reported_by .88 \b(?:kaip\s+)?(?:praneša|pranešė|rašo|rašė|skelbia|skelbė|informuoja)\s+
            (?:naujienų\s+agentūra\s+|portalas\s+)?{outlet}
        reported_by .79 \b(?:remiantis|pasak|anot)\s+{outlet}
        reported_by .95 \bŠaltinis\s*[:—–-]\s*{outlet}
        reported_by .79 {outlet}\s+(?:praneša|pranešė|rašo|skelbia)\b
        image_credit .9 \b(?:nuotr\.|nuotrauka|foto)\s*[:—–/©-]?\s*{outlet}
        repost_footer .97 \b(?:pirmiausia|pirmą\s+kartą)\s+(?:pasirodė|paskelbta|publikuota)\s+{outlet}
        """,
    ),
    samples=(
        "Miesto taryba tilto remontą atidėjo iki pavasario, mums sakė meras.",
        "Antradienį virš ežero matytos dvi juodosios gulbės, pranešė draustinis.",
    ),
)
