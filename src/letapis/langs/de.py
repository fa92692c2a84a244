"""German."""

from __future__ import annotations

from letapis.langs.base import MARKS, TAIL, Language, ways, words

__all__ = ["LANGUAGE"]

LANGUAGE = Language(
    code="de",
    name="Deutsch",
    script="Latn",
    alphabet="aäbcdefghijklmnoöpqrsßtuüvwxyz",
    months=(
        r"j[aä]n(?:uar|ner)",
        r"feb(?:ruar|er)",
        r"märz",
        r"april",
        r"mai\b",
        r"juni\b",
        r"juli\b",
        r"august",
        r"september",
        r"oktober",
        r"november",
        r"dezember",
    ),
    quotes=(("„", "“"), ("»", "«"), ("«", "»"), ('"', '"')),
    abbreviations=words(
        """abs art bzw ca co d.h dr evtl f ff fr geb gem gen ggf hl hr hrsg inkl jh mio mrd min nr o.ä op
        prof s sog st std str tel tsd u u.a usw v v.a vgl z.b z.t zzgl jan feb mär apr jun jul aug sept
        okt nov dez mo di mi do fr sa so"""
    ),
    function=words(
        """aber als alle allem allen aller alles also am an auch auf aus außer bei beim bevor bin bis bist
        da dabei dafür damit dann daran das dass dein dem den denn der des dessen die dies diese diesem
        diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwa für gegen
        gegenüber gibt habe haben hat hatte hatten hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im
        in indem ins ist ja jede jedem jeden jeder jedes jedoch kann kein keine können man mehr mein mit
        muss nach neben nicht noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seit sich sie
        sind so sogar soll sondern sowie trotz über um und uns unser unter vom von vor war waren was
        weder wegen weil welche welcher wenn wer werden wie wir wird wo worden wurde wurden während zu
        zum zur zwar zwischen"""
    ),
    saying=words(
        """sagte sagten sagt sagen erklärte erklärten erklärt teilte teilten mitteilte mitteilten berichtete
        berichteten berichtet berichten betonte betonten betont meinte meint meinen fügte hinzufügte
        behauptete behauptet behaupten bestätigte bestätigten bestätigt warnte warnten warnt schrieb
        schrieben schreibt schreiben meldete meldeten meldet melden äußerte äußerten kündigte ankündigte
        erzählte erzählten erzählt kommentierte antwortete antworteten forderte forderten fordert räumte
        einräumte kritisierte kritisierten zitiert versicherte unterstrich erinnerte hieß"""
    ),
    furniture=(
        ("read_also", r"^(?:lesen sie|lies|sehen sie|siehe|mehr)\s+(?:auch|mehr|dazu|zum thema)\b.{0,400}$"),
        (
            "read_also",
            (
                r"^(?:auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren|mehr zum thema"
                r"|ähnliche (?:artikel"
                r"|beiträge)|verwandte (?:artikel|themen)|meistgelesen|weitere (?:artikel|meldungen)"
                r"|zum thema)\s*(?::.{0,400})?$"
            ),
        ),
        (
            "subscribe",
            (
                r"^(?:abonnieren sie|abonniere|jetzt abonnieren|folgen sie uns|folge uns"
                r"|newsletter)\b.{0,250}$"
            ),
        ),
        ("subscribe", r"^(?:unterstützen sie|unterstütze)\s+(?:uns|unsere).{0,200}$"),
        (
            "share",
            (
                r"^(?:teilen|weiterleiten|link kopieren|drucken|gefällt mir|merken)(?:\s*[:!]|\s+(?:auf|mit"
                r"|sie)\b.{0,120})?$"
            ),
        ),
        ("notice", r"^(?:©|\(c\)).{0,250}$"),
        ("notice", r"^(?:alle rechte vorbehalten|nachdruck|vervielfältigung|die verwendung)\b.{0,350}$"),
        ("notice", r"^(?:fehler gefunden|haben sie einen (?:fehler|tippfehler)).{0,200}$"),
        ("notice", r"^(?:anzeige|werbung|gesponsert)$"),
        (
            "cookie",
            (
                r"^(?:wir verwenden|diese (?:website|seite) (?:verwendet|nutzt)"
                r"|wir nutzen).{0,40}cookies?.{0,250}$"
            ),
        ),
        (
            "comment",
            (
                r"^(?:kommentare?|\d{1,5} kommentare?|kommentar (?:schreiben|verfassen|hinterlassen)"
                r"|schreibe? einen kommentar|keine kommentare|diskutieren)\s*(?:[:(]\s*\d{0,5}\)?)?$"
            ),
        ),
        (
            "tags",
            (
                r"^(?:tags?|schlagw(?:ort|orte|örter)|stichw(?:ort|orte|örter)|kategorien?|themen?"
                r"|ressort)\s*:.{0,300}$"
            ),
        ),
        (
            "menu",
            (
                r"^(?:startseite|nachrichten|kontakt|über uns|werbung|archiv|suche|menü|anmelden"
                r"|registrieren|nach oben"
                r"|zurück|weiter|impressum|datenschutz|videos?|fotos?|mehr anzeigen|zum inhalt springen)"
                r"(?:\s*[|/»›>•·]\s*[\w\s-]{1,40}){0,12}$"
            ),
        ),
        ("byline", r"^(?:autor(?:in|en)?|von|text|redaktion|übersetzung)\s*:\s*\S.{0,100}$"),
        ("byline", r"^(?:veröffentlicht|aktualisiert|stand|lesezeit)\s*(?:am)?\s*[:—–-]?\s*\d.{0,60}$"),
        ("credit", r"^(?:fotos?|bild(?:quelle)?|quelle|video|grafik|illustration)\s*[:—–©-]\s*\S.{0,100}$"),
        *MARKS,
    ),
    more=(
        r"[\[(]?\s*\b(?:weiterlesen|weiter lesen|mehr lesen|mehr erfahren|lesen sie (?:mehr|weiter)"
        r"|den ganzen artikel lesen"
        r"|zum (?:ganzen )?artikel)(?:\s+(?:auf|bei|hier|in)\b.{0,60}?)?" + TAIL,
        r"[\[(…]\s*(?:mehr|weiter)" + TAIL,
        r"^(?:mehr|weiter)(?:\s+(?:auf|bei|hier)\b.{0,60}?)?" + TAIL,
        r"\b(?:fortsetzung folgt|den (?:ganzen|vollständigen) (?:text|artikel) (?:auf"
        r"|bei)\b.{0,50})" + TAIL,
    ),
    footers=(
        (
            r"\b(?:der|das|die)\s+(?:beitrag|artikel|post|text"
            r"|meldung)\s+(?P<title>\S.{0,400}?)\s+(?:erschien|ist)\s+"
            r"(?:zuerst|zunächst)\s+(?:auf|bei|in)\s+(?P<outlet>\S.{0,120}?)(?:\s+erschienen)?\.?\s*$"
        ),
    ),
    credits=ways(
        r"""
        told_to .88 \b(?:sagte|erklärte|sagten|teilte|berichtete|bestätigte)\s+(?:[\w-]{1,30}
            \s+){0,3}?(?:der|dem|gegenüber(?:\s+de[rm])?)\s+{outlet}
        told_to .92 \b(?:im|in\s+einem)\s+(?:Interview|Gespräch)\s+(?:mit\s+)?(?:de[rm]\s+)?{outlet}
        reported_by .88 \b(?:wie\s+)?(?:berichtet|berichten|meldet|melden|schreibt|schreiben)\s+(?:d
            (?:ie|er|as)\s+)?{outlet}
        reported_by .79 \b(?:laut|nach\s+(?:Angaben|Informationen)\s+(?:von|de[rs])?|unter\s+Berufung
            \s+auf)\s+(?:d(?:ie|er|em|as)\s+)?{outlet}
        reported_by .95 \bQuellen?\s*[:—–-]\s*{outlet}
        reported_by .79 {outlet}\s+(?:berichtet|berichtete|meldet|meldete|schreibt|schrieb)\b
        image_credit .93 \b(?:Fotos?|Bild(?:er|quelle)?|Video|Grafik)\s*[:—–/©-]\s*(?:[\w. ]{2,30}\s*/
            \s*)?{outlet}
        published_by .88 \bveröffentlicht\s+(?:[\w-]{1,30}\s+){0,3}?(?:von|auf|in)\s+(?:der\s+)?{outlet}
        joint .97 \bgemeinsame\w*\s+(?:[\w-]{1,30}\s+){0,2}?(?:Recherche|Projekt|Untersuchung)\w*\s+
            (?:von|mit)\s+{outlet}
        repost_footer .98 \b(?:erschien(?:en)?\s+(?:zuerst|zunächst|ursprünglich)|zuerst\s+
            (?:erschienen|veröffentlicht))\s+(?:auf|in|bei)\s+{outlet}
        """,
    ),
    samples=(
        "Der Stadtrat hat die Reparatur der Brücke auf das Frühjahr verschoben, sagte uns der Rat.",
        "Am Dienstag wurden über dem See zwei schwarze Schwäne gesehen, teilte das Schutzgebiet mit.",
    ),
)
