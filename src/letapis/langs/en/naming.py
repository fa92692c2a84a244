"""How English names people, organisations and places."""

from __future__ import annotations

from letapis.langs.base import words
from letapis.langs.base.naming import Naming
from letapis.langs.en.gender import MEN, PEOPLE, WOMEN
from letapis.langs.en.given import GIVEN

__all__ = ["NAMING"]

NAMING = Naming(
    roles=words("""
        president ex-president vice-president premier chancellor minister ministers secretary undersecretary
        king queen prince princess emperor tsar pope patriarch archbishop bishop cardinal rabbi ayatollah
        governor mayor deputy mp senator sen congressman congresswoman congressmen representative rep
        speaker spokesman spokeswoman spokesperson ambassador consul diplomat envoy commissioner chairman
        chairwoman chair chief head leader director executive ceo cfo manager founder co-founder owner
        businessman businesswoman billionaire banker trader judge justice prosecutor attorney lawyer sheriff
        detective investigator officer general gen colonel col lieutenant lt major maj captain capt sergeant
        sgt corporal admiral commander marshal soldier journalist correspondent reporter editor columnist
        anchor host blogger writer author novelist poet playwright filmmaker actor actress singer musician
        artist painter composer producer photographer designer professor prof scientist scholar researcher
        doctor dr historian economist analyst expert philosopher psychologist coach player footballer
        striker goalkeeper boxer athlete champion quarterback activist politician candidate nominee adviser
        advisor aide assistant member coordinator dissident
        """),
    titles=words("""
        mr mrs ms miss sir lord lady dame dr rev fr sheikh imam saint father sister brother mister madam
        monsieur herr
        """),
    kin=words("""
        son daughter wife husband mother father uncle aunt cousin friend colleague widow boyfriend
        girlfriend fiance grandmother grandfather partner neighbor neighbour mom dad named dear hi hello
        thanks
        """),
    people=PEOPLE,
    men=MEN,
    women=WOMEN,
    organisations=words("""
        ministry department agency bureau committee commission council parliament congress senate house
        assembly government administration cabinet office service authority board fund foundation trust bank
        exchange company corporation corp inc ltd llc co plc group holdings holding industries international
        systems technologies partners associates enterprises motors airlines airways energy oil gas power
        party movement union bloc front coalition alliance league federation association society
        organization organisation university college institute academy school hospital clinic church museum
        theater theatre library gallery center centre court police army navy guard guards brigade division
        regiment battalion force forces marines times post journal tribune herald gazette news press daily
        weekly magazine newspaper radio tv channel network club fc team restaurant cafe hotel inn grill bar
        pub salon store shop services auto brigades
        """),
    places=words("""
        city town village county state province district region republic island islands isle mountain
        mountains mount mt river lake sea ocean bay gulf strait channel peninsula valley canyon desert beach
        coast cape hill hills park square street st avenue ave road rd boulevard blvd drive dr lane highway
        route bridge airport station port harbor harbour fort north south east west northern southern
        eastern western central border capital strip heights creek springs falls forest plaza
        """),
    given=GIVEN,
    sites=words("""
        Europe Asia Africa America Americas Antarctica Australia Eurasia Oceania Arctic Antarctic Atlantic
        Pacific Siberia Caucasus Crimea Donbas Donbass Baltics Scandinavia Balkans Carpathians Alps
        Himalayas Kashmir Tibet Taiwan Palestine Kurdistan Chechnya Dagestan Abkhazia Transnistria Kosovo
        Gaza Bavaria Scotland Wales England Ireland Britain UK USA US UAE USSR Holland Burma Caribbean
        Mediterranean Middle East West Gulf Mideast Danube Rhine Thames Nile Amazon Mississippi Alabama
        Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho
        Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota
        Missouri Montana Nebraska Nevada Hampshire Jersey Mexico York Carolina Dakota Ohio Oklahoma Oregon
        Pennsylvania Rhode Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming Ontario Quebec
        Alberta Manitoba Saskatchewan Newfoundland Yukon Manhattan Brooklyn Bronx Queens Harlem Hollywood
        Broadway Bahrain Kremlin Vatican NYC LA DC Fallujah Falluja Najaf Basra Karbala Tikrit Mosul Kirkuk
        Ramadi Samarra Kabul Kandahar Waziristan Bengal Punjab Gujarat Kerala Tamil Anbar Sinai Galilee
        Judea Samaria Golan Polesie Chernobyl Chornobyl Guantanamo Darfur Zion Normandy Provence Sicily
        Tuscany Catalonia Galicia Silesia Volhynia
        """),
    bodies=words("""
        EU UN NATO OSCE PACE CSTO CIS IMF WTO WHO IAEA UNESCO UNICEF FIFA UEFA IOC FBI CIA NSA DOJ DOD EPA
        FDA NASA SEC FCC FERC IRS IBM GE GM AT&T BBC CNN NBC CBS ABC PBS NPR AP AFP MIT UCLA NYU LSE RAF IRA
        PLO KGB FSB SBU GRU OPEC ASEAN BJP LTTE JI Hamas Hezbollah Hizbollah Taliban Qaeda Qaida Fatah Likud
        Mossad Interpol Europol Pentagon Congress Senate Knesset Bundestag Duma Rada Sejm Microsoft Google
        Facebook Apple Twitter Boeing Siemens Samsung Toyota Volkswagen Intel Amazon Tesla Enron Citigroup
        Reuters Bloomberg Yahoo Ebay eBay Walmart Wal-Mart Nokia Sony Honda Ford Gazprom Rosneft Lukoil
        Yukos Sberbank Belavia Belaruskali Greenpeace Amnesty Democrats Republicans Mahdi Baath Ba'ath
        Al-Jazeera Al-Qaeda
        """),
    peoples=words("""
        American Americans British Briton Britons English Scottish Scots Welsh Irish French German Germans
        Italian Italians Spanish Spaniard Portuguese Dutch Belgian Swiss Austrian Swedish Swede Norwegian
        Danish Dane Finnish Finn Polish Pole Poles Czech Slovak Hungarian Hungarians Romanian Romanians
        Bulgarian Greek Greeks Turkish Turk Turks Russian Russians Ukrainian Ukrainians Belarusian
        Belarusians Belarussian Lithuanian Lithuanians Latvian Latvians Estonian Estonians Moldovan Georgian
        Georgians Armenian Armenians Azerbaijani Azeri Kazakh Uzbek Tajik Kyrgyz Chechen Tatar Serb Serbs
        Serbian Croat Croatian Bosnian Albanian Macedonian Slovenian Arab Arabs Arabic Israeli Israelis
        Jewish Jew Jews Palestinian Palestinians Iraqi Iraqis Iranian Iranians Syrian Syrians Lebanese
        Jordanian Saudi Saudis Egyptian Egyptians Libyan Kurdish Kurd Kurds Afghan Afghans Pakistani
        Pakistanis Indian Indians Chinese Japanese Korean Koreans Vietnamese Thai Indonesian Filipino
        Malaysian Australian Australians Canadian Canadians Mexican Mexicans Cuban Brazilian Argentine
        Chilean Colombian Venezuelan African Africans Asian Asians European Europeans Muslim Muslims Islamic
        Islam Islamist Christian Christians Christianity Catholic Catholics Protestant Orthodox Sunni Sunnis
        Shiite Shiites Shia Shi'ite Shi'ites Hindu Hindus Buddhist Sikh Nazi Nazis Communist Soviet Latin
        Hispanic Republican Democrat Democratic Baathist Zionist Zionists Marxist
        """),
    common=words("""
        Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun
        January February March April June July August September October November December Monday Tuesday
        Wednesday Thursday Friday Saturday Sunday Christmas Easter Thanksgiving Halloween God Internet Web
        Bible Koran Quran Attached Thanks Thank Please Dear Hi Hello Hey Yes No Ok OK Okay Well Let Just
        Also However Although Here There Great Good Best Very Not Now New Old First Last Next One Two Three
        Many Most Some Such Even Still Today Yesterday Tomorrow Tonight Day Date Subject From To Cc Sent
        Regards Sincerely Love Call See Go Get Got Make Take Come Came Try Ask Tell Check Look Read Write
        Happy Sorry Sure Maybe Perhaps Actually Anyway Since Until During Overall Finally Hopefully
        Unfortunately Honestly Highly Nice Food Place People Everyone Everything Nothing Something Anyone
        Someone Nobody Staff Service Attn Fax Phone Tel Email Mail Reply Re Fw Fwd Note Forwarded Original
        Message Never Always Often Only Once Don't Can't Won't Didn't Doesn't Isn't I I'm I've I'd I'll It's
        That's There's He's She's We're They're You're What's Dr President Prime Minister War World
        Government State Law Act Constitution Agreement Section Article Chapter Part
        """),
    locatives=words("in at from to near into through across outside inside around of toward towards via"),
    joints=words("of the for and & on in"),
)
