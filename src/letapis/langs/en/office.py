"""What English calls public offices, public bodies and nations."""

from __future__ import annotations

from letapis.langs.base import words
from letapis.langs.base.office import Office

__all__ = ["OFFICE"]

OFFICE = Office(
    roles=words("""
        rapporteur sen gov rep gen col adm prof president ex-president vice-president premier chancellor
        minister secretary undersecretary king queen prince princess emperor sultan emir pope patriarch
        archbishop metropolitan bishop cardinal rabbi mufti ayatollah priest pastor governor
        lieutenant-governor mayor deputy mp mep lawmaker legislator senator congressman congresswoman
        representative speaker spokesman spokeswoman spokesperson spox ambassador consul diplomat envoy
        attaché commissioner chairman chairwoman chairperson chair chief head leader co-leader director
        director-general ceo cfo manager founder co-founder businessman businesswoman billionaire
        oligarch banker magnate entrepreneur judge justice prosecutor attorney lawyer barrister sheriff
        general colonel admiral commander marshal major brigadier inspector ombudsman ombudswoman
        journalist correspondent reporter editor editor-in-chief columnist anchor presenter blogger
        vlogger youtuber streamer broadcaster photojournalist photographer publisher publicist
        commentator observer writer author novelist poet playwright translator filmmaker actor actress
        singer musician rapper composer conductor producer designer artist painter sculptor
        choreographer dancer comedian architect model professor academician scholar scientist historian
        economist sociologist political-scientist philosopher analyst expert researcher rector dean
        astronaut cosmonaut epidemiologist virologist climatologist coach trainer athlete champion
        medallist medalist footballer striker goalkeeper midfielder boxer wrestler swimmer sprinter
        runner biathlete skier gymnast tennis-player skater cyclist rower captain referee activist
        campaigner dissident politician candidate nominee adviser advisor strategist aide coordinator
        organiser organizer negotiator whistleblower defender statesman oppositionist revolutionary
        trade-unionist
    """),
    members=words("""
        member fellow
    """),
    joins=words("""
        of the for in and to on at with a an
    """),
    epithets=words("""
        acting assistant business chess chief co communist conservative crime current democratic deputy
        elected ex executive exiled film first football former freelance general head hockey honorary
        human independent interim investigative labor labour late lead leading liberal managing newly
        news opera opposition outgoing permanent political pop press prime prominent radio republican
        retired rights rock senior special sports tennis theatre top tv veteran vice war
    """),
    bodies="""
        -: affairs affair; ministry: ministry; minister: minister ministers; government: government
        parliament: parliament; administration: administration; office: office; council: council
        committee: committee; commission: commission; court: court; tribunal: tribunal; supreme: supreme
        constitution: constitutional; president: president presidential; department: department
        agency: agency; service: service; inspectorate: inspectorate; authority: authority; bank: bank
        central: central; national: national; state: state; federal: federal; federation: federation
        university: university; academy: academy; institute: institute; college: college; school: school
        hospital: hospital; theatre: theatre theater; museum: museum; library: library
        fund: fund foundation; organisation: organisation organization; centre: centre center; group: group
        bureau: bureau; prosecutor: prosecutor prosecutors prosecution; police: police; army: army
        force: forces force; armed: armed; guard: guard; border: border; customs: customs; tax: tax
        foreign: foreign; interior: interior internal; defence: defence defense; health: health healthcare
        finance: finance financial; economy: economy economic; education: education
        culture: culture cultural; justice: justice; security: security; energy: energy; trade: trade
        industry: industry industrial; transport: transport transportation; labour: labour labor
        agriculture: agriculture agricultural; environment: environment environmental; sport: sport sports
        information: information; human: human; rights: rights; european: european; union: union
        united: united; nations: nations; world: world; international: international
        people: people peoples people's; democratic: democratic; republican: republican; republic: republic
        communist: communist; liberal: liberal; conservative: conservative; social: social
        socialist: socialist; green: green greens; christian: christian; party: party
        journalist: journalists; writer: writers; opposition: opposition; front: front; movement: movement
        cabinet: cabinet; treasury: treasury; representatives: representatives; commons: commons
        lords: lords; chemical: chemical; reserve: reserve; aviation: aviation; chamber: chamber
        house: house; senate: senate; congress: congress; assembly: assembly; general: general
        embassy: embassy; mission: mission; church: church; orthodox: orthodox; catholic: catholic
        railway: railway railways; airport: airport; olympic: olympic; football: football; club: club
        intelligence: intelligence; investigation: investigative investigation; monetary: monetary
        criminal: criminal; eurasian: eurasian; cooperation: cooperation co-operation
        development: development; reconstruction: reconstruction; investment: investment; atlantic: atlantic
        treaty: treaty; north: north northern; south: south southern; east: east eastern; west: west western
        red: red; cross: cross; white: white; city: city; regional: regional; district: district
        oblast: region oblast province; executive: executive; election: election elections electoral
        research: research; space: space; atomic: atomic nuclear; workers: workers; customs: customs
        command: command; staff: staff; company: company corporation; association: association
        society: society; alliance: alliance; monitoring: monitoring; observatory: observatory; sea: sea
        river: river; lake: lake; island: island islands; ocean: ocean; street: street; square: square
        new: new
    """,
    short="""
        central intelligence agency: central intelligence agency us; nsa: national security agency us
        fed: federal reserve us; security service of ukraine: security service ua; un: united nations
        u n: united nations; united nations organization: united nations; eu: european union
        e u: european union; who: world health organisation; imf: international monetary fund
        osce: organisation security cooperation europe; pace: parliamentary assembly council europe
        icc: international criminal court; echr: european court human rights
        nato: north atlantic treaty organisation
        north atlantic alliance: north atlantic treaty organisation; fbi: federal bureau investigation
        cia: central intelligence agency us; fsb: federal security service ru; kgb: state security committee
        icrc: international committee red cross; ioc: international olympic committee; fifa: fifa
        uefa: uefa; iaea: international atomic energy agency; ebrd: european bank reconstruction development
        eib: european investment bank; wto: world trade organisation
        oecd: organisation economic cooperation development; eeu: eurasian economic union
        eaeu: eurasian economic union; cis: commonwealth independent states
        csto: organisation collective security treaty; mfa: ministry foreign
        state department: department state us; pentagon: ministry defence us
        department of defense: ministry defence us; white house: white house us
        foreign office: ministry foreign gb; home office: ministry interior gb; treasury: treasury; u s: us
        u s a: us; u k: gb
    """,
    nations="""
        US: us usa u.s. u.s.a. american america united-states
        GB: uk u.k. british britain great-britain england english; RU: russian russia russian-federation
        BY: belarusian belarus byelorussia belarussian; UA: ukrainian ukraine; PL: polish poland
        LT: lithuanian; LV: latvian; EE: estonian; DE: german; FR: french; IT: italian; ES: spanish
        CN: chinese china prc; JP: japanese; TR: turkish turkey; IE: irish; IR: iranian; IQ: iraqi
        IL: israeli; SY: syrian; PK: pakistani; IN: indian; CA: canadian; AU: australian; AT: austrian
        CH: swiss; NL: dutch holland netherlands; BE: belgian; SE: swedish; NO: norwegian; FI: finnish
        DK: danish; CZ: czech czech-republic; SK: slovak; HU: hungarian; RO: romanian; BG: bulgarian
        RS: serbian; HR: croatian; GR: greek; MD: moldovan moldova; GE: georgian; AM: armenian
        AZ: azerbaijani; KZ: kazakh; KG: kyrgyz; UZ: uzbek; TJ: tajik; KP: north-korean north-korea dprk
        KR: south-korean south-korea; VN: vietnamese; VE: venezuelan; CU: cuban; BR: brazilian; MX: mexican
        EG: egyptian; SA: saudi; AF: afghan; SU: soviet ussr soviet-union; VA: vatican; 625144: minsk
        627904: grodno hrodna; 629634: brest; 627907: gomel homel homiel homyel
        620127: vitebsk vitsebsk viciebsk; 625665: mogilev mahilyow mahiliou mogilyov; 703448: kyiv kiev
        524901: moscow; 593116: vilnius; 756135: warsaw
    """,
)
