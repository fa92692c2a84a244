"""How English writes quantities."""

from __future__ import annotations

from letapis.langs.base import words
from letapis.langs.base.calendar import spread
from letapis.langs.base.quantity import SIGNS, Quantity, compounds, forms, pairs, phrases

__all__ = ["QUANTITY"]

_SMALL = spread(
    """
    1 one
    2 two
    3 three
    4 four
    5 five
    6 six
    7 seven
    8 eight
    9 nine
    10 ten
    11 eleven
    12 twelve
    13 thirteen
    14 fourteen
    15 fifteen
    16 sixteen
    17 seventeen
    18 eighteen
    19 nineteen
    20 twenty
    30 thirty
    40 forty
    50 fifty
    60 sixty
    70 seventy
    80 eighty
    90 ninety
    """
)
_CARDINALS: dict[str, float] = {
    "zero": 0,
    **_SMALL,
    **{
        f"{ten}-{one}": _SMALL[ten] + _SMALL[one]
        for ten in _SMALL
        if 20 <= _SMALL[ten] <= 90
        for one in _SMALL
        if _SMALL[one] < 10
    },
}
_STEMS = {
    "year": "year",
    "years": "year",
    "yr": "year",
    "month": "month",
    "week": "week",
    "day": "day",
    "night": "night",
    "hour": "hour",
    "minute": "minute",
    "second": "second",
    "mile": "mile",
    "metre": "m",
    "meter": "m",
    "m": "m",
    "kilometre": "km",
    "kilometer": "km",
    "km": "km",
    "foot": "ft",
    "inch": "in",
    "yard": "yd",
    "acre": "acre",
    "pound": "lb",
    "kilogram": "kg",
    "ton": "t",
    "tonne": "t",
    "percent": "%",
    "megawatt": "MW",
    "degree": "°C",
    "litre": "l",
    "liter": "l",
    "dollar": "USD",
    "member": "member",
    "seat": "seat",
    "story": "floor",
    "storey": "floor",
    "person": "people",
    "man": "people",
    "page": "page",
    "point": "point",
    "game": "game",
    "fold": "times",
}

QUANTITY = Quantity(
    decimal=".",
    cardinals=_CARDINALS,
    scales=spread(
        """
        12 dozen
        100 hundred
        1000 thousand k
        1000000 million mln mn m
        1000000000 billion bn bln b
        1000000000000 trillion tn trn
        100000 lakh
        10000000 crore
        """
    )
    | {"dozens": 12, "hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12},
    vague=words("dozens hundreds thousands millions billions trillions k m b mn bn tn mln bln trn"),
    articles=frozenset({"a"}),
    links=frozenset({"and"}),
    half=frozenset({"half"}),
    halves=frozenset({("and", "a", "half")}),
    another=frozenset({"another"}),
    compounds=compounds(
        {word: value for word, value in _CARDINALS.items() if value < 21 or value % 5 == 0}
        | {"half": 0.5, "hundred": 100},
        {
            stem: unit
            for stem, unit in _STEMS.items()
            if len(stem) > 2 and stem not in ("second", "point", "game", "page")
        },
        ["", "-old", "-olds", "-long"],
        joint="-",
    ),
    pairs=pairs(_CARDINALS),
    stems=_STEMS,
    scaled={"million": 1e6, "billion": 1e9, "thousand": 1e3, "trillion": 1e12},
    units=forms(
        {
            "%": "percent pct percents",
            "pp": "pp",
            "m": "metre metres meter meters",
            "km": "kilometre kilometres kilometer kilometers km kms",
            "cm": "centimetre centimetres centimeter centimeters",
            "mm": "millimetre millimetres millimeter millimeters",
            "mile": "mile miles",
            "ft": "foot feet",
            "in": "inch inches",
            "yd": "yard yards",
            "acre": "acre acres",
            "kg": "kilogram kilograms kilogramme kilogrammes kilo kilos kg",
            "g": "gram grams gramme grammes",
            "lb": "lb lbs",
            "oz": "ounce ounces",
            "t": "ton tons tonne tonnes",
            "l": "litre litres liter liters",
            "gallon": "gallon gallons",
            "ha": "hectare hectares",
            "°C": "degree degrees celsius",
            "MW": "megawatt megawatts",
            "GW": "gigawatt gigawatts",
            "kW": "kilowatt kilowatts",
            "kWh": "kilowatt-hour kilowatt-hours",
            "barrel": "barrel barrels",
            "hour": "hour hours hr hrs",
            "minute": "minute minutes mins",
            "second": "second seconds",
            "day": "day days",
            "night": "night nights",
            "week": "week weeks fortnight",
            "month": "month months",
            "year": "year years yrs",
            "decade": "decade decades",
            "century": "century centuries",
            "times": "times",
            "point": "point points",
        }
    ),
    signs={sign: unit for sign, unit in SIGNS.items() if sign not in ("m", "t", "l", "g", "w", "v")}
    | {"mph": "mph", "cc": "cc", "m": "m", "g": "g", "c": "°C", "f": "°F"},
    powers=forms({"2": "square sq", "3": "cubic"}),
    money=forms(
        {
            "rouble": "rouble roubles ruble rubles",
            "BYN": "byn br",
            "RUB": "rub ₽",
            "kopeck": "kopeck kopecks kopek kopeks",
            "dollar": "dollar dollars",
            "USD": "usd bucks",
            "cent": "cent cents",
            "EUR": "euro euros eur",
            "UAH": "hryvnia hryvnias hryvnya hryvnyas uah ₴",
            "GBP": "gbp sterling quid",
            "pound": "pound pounds",
            "PLN": "zloty zlotys zloties pln",
            "CNY": "yuan renminbi",
            "JPY": "yen",
            "franc": "franc francs",
            "crown": "krona kronor kronas krone kroner koruna korunas",
            "KZT": "tenge",
            "GEL": "lari",
            "AMD": "dram drams",
            "leu": "leu lei",
            "lira": "lira liras",
            "ILS": "shekel shekels",
            "rupee": "rupee rupees",
            "BTC": "bitcoin bitcoins",
            "peso": "peso pesos",
            "ZAR": "rand",
        }
    ),
    lands={
        "belarus": "BY",
        "minsk": "BY",
        "russia": "RU",
        "moscow": "RU",
        "kremlin": "RU",
        "america": "US",
        "australia": "AU",
        "canad": "CA",
        "singapore": "SG",
        "zealand": "NZ",
        "kong": "HK",
        "brit": "GB",
        "swiss": "CH",
        "switzerland": "CH",
        "czech": "CZ",
        "swed": "SE",
        "norw": "NO",
        "danish": "DK",
        "denmark": "DK",
        "moldov": "MD",
        "romania": "RO",
        "turk": "TR",
        "india": "IN",
        "pakistan": "PK",
        "mexic": "MX",
        "argentin": "AR",
    },
    people=tuple(
        words(
            """
            people person men man women woman child kid boy girl lad guy bloke paratroop student pupil
            teacher officer police cop soldier troop worker staff employee resident citizen inhabitant
            passenger driver victim survivor injured wounded dead detainee prisoner inmate protester
            demonstrator activist journalist reporter teen adult senior doctor nurse medic patient
            deputy deputies lawmaker legislator senator congressm mps candidate voter refugee migrant
            immigrant foreigner american russian belarusian ukrainian german briton pole lithuanian
            miner actor player fan tourist witness expert official minister judge juror parent son sons
            daughter brother sister sibling twin suspect defendant accuser attacker gunm militant rebel
            terrorist hostage guard bodyguard firefighter pilot sailor fisherm hunter observer member
            delegate representative specialist scientist researcher writer author artist singer viewer
            visitor guest client customer user subscriber friend colleague neighbo grandchild grandson
            spouse wife wives husband infant baby babies toddler graduate veteran lawyer attorney
            prosecutor priest nun academic leader governor president opponent rival founder pensioner
            servicem paramedic crew participant spectator applicant farmer shareholder co-founder
            bystander pedestrian cyclist jihadi incumbent politician astronaut cosmonaut dealer supplier
            mayor director manager commander general colonel captain sergeant blogger photographer
            editor correspondent ecologist historian economist analyst coach champion hooligan fraudster
            killer murderer muslim christian catholic monk respondent orphan dissident employer learner
            runner swimmer thief thieves gang-member caller speaker bidder trader banker engineer
            technician scholar secretar justice
            """
        )
    ),
    persons=words(
        """
        people person persons men women children man woman child police staff personnel dead injured
        wounded crew offspring ppl
        """
    ),
    makers=("ists", "ians", "men", "women", "ees", "eers"),
    things=words(
        """
        manual manner mandate manage pole poles polar policies policy policeman sonar sonic fantasy fang
        crewcut polish citizenship membership leadership specimen specimens abdomen omens regimen trees
        degrees fees committees coffees bees knees careers guarantees troopship patience manufacturing
        management sonnet girlfriends_ childhood guidelines memberships refugee-camp trainees_ boycott
        boycotts womenswear menu menus mental manchester manhattan manifesto personal personality
        personnel_ staffing officials_ peers piers tiers beers
        """
    ),
    qualifiers=phrases(
        """
        about about, around, some, roughly, approximately, approx, nearly about, circa, ~, an estimated
        about estimated
        about in the region of, on average, an average of, somewhere around, close to about, or so
        over more than, over, at least, no fewer than, no less than, not less than, above, upwards of
        over in excess of
        over a minimum of, minimum, exceeding, just over, a little over, well over, slightly more than
        over just above
        under less than, fewer than, under, up to, as many as, as much as, at most, no more than
        under not more than, below
        under a maximum of, maximum, within_, just under_
        almost almost, nearly, close to, just under, just below, approaching, virtually, slightly less than
        """
    ),
    followers=phrases(
        "over or more, or so, or older, or over, and over, and up, plus\nunder or less, or fewer, or under"
    ),
    starts=words("from"),
    joins=words("to"),
    between=words("between"),
    both=words("and"),
    minus=frozenset({"minus"}),
    aged=words("aged age ages"),
    per=words("per a an each every"),
    pers={
        "year": "year",
        "annum": "year",
        "month": "month",
        "week": "week",
        "day": "day",
        "night": "night",
        "hour": "hour",
        "minute": "minute",
        "second": "second",
        "quarter": "quarter",
        "person": "person",
        "capita": "person",
        "head": "person",
        "household": "household",
        "inhabitant": "person",
        "resident": "person",
        "litre": "l",
        "liter": "l",
        "gallon": "gallon",
        "kilogram": "kg",
        "kilo": "kg",
        "kg": "kg",
        "ton": "t",
        "tonne": "t",
        "barrel": "barrel",
        "hectare": "ha",
        "acre": "acre",
        "share": "share",
        "ticket": "ticket",
        "piece": "piece",
        "unit": "piece",
        "game": "game",
        "match": "match",
        "mile": "mile",
    },
    every={
        "annually": "year",
        "yearly": "year",
        "monthly": "month",
        "weekly": "week",
        "daily": "day",
        "hourly": "hour",
    },
    labels=words(
        """
        account # № no nos number article articles section sections chapter chapters clause paragraph
        page pages part room flight route bus channel gate platform terminal apartment apt suite box
        version volume vol issue episode season game round week day phase stage level grade type model
        figure fig table exhibit amendment proposition prop resolution directive highway interstate
        formula area district ward precinct pier unit block lot series act bill law order title case
        docket group euro covid top generation form rule step tier category class_ cell floor act verse
        psalm catch apollo iphone pixel windows opus op size psalm channel
        """
    ),
    ranks=frozenset({"oclock"}),
    streets=words(
        "street st avenue ave road rd lane ln drive dr boulevard blvd square highway hwy place way court"
    ),
    more=words("more other others additional further"),
    plurals=("s", "men", "people", "children", "feet", "teeth", "mice", "police", "data", "media", "staff"),
    breaks=words(
        """
        were was are is be been had has have did do does will would could can may might must should said
        says say of in on at by for from to with and or but as than that which who whom whose when where
        while after before since until into over under about between during against among the a an this
        these those its his her their our my your it he she they we you i not also too yet still then
        there here now today yesterday tomorrow per away ago later earlier out up down off back died
        killed injured wounded arrested detained left took got made came went took if so
        because through across around each every both
        """
    ),
)
