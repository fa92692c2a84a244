"""Given names that are one name in several languages, and what they say of the bearer's sex."""

from __future__ import annotations

import re
from functools import cache

from letapis.link.joining.key import alike, bones, stem
from letapis.outlets.forms import forms
from letapis.text import fold

__all__ = ["given", "listed", "patronymic", "spelt"]

_ROOT = re.compile(
    r"(.{2,}?)(?:[оеая]в[иі]ч|йов[иі]ч|[иі]ч|[оеа][вў]н|[иії]вн|[иі]н[иі]чн|ичн|йовн)"
    r"(?:ами|а|у|ом|ем|е|ы|ой|ою|і|ай|аў|ові|ам|)$"
)
_PLURAL = re.compile(r"(?:ов|ев|[іа]в|[аія]ў|[ая]х|[ая]м[иі]?)$(?<!ам)")
_MEN = """
alexander александр аляксандр олександр alexander aleksandr alaksandr
alexander alexandr aliaksandr oleksandr alyaksandr aleksander alexandre alexandros
alexey алексей аляксей олексій alexey aleksey alexei aleksei aliaksei oleksii oleksiy alaksiej
alexis алексис алексіс alexis
anatoly анатолий анатоль анатолій anatoly anatoli anatol anatolii
andrew андрей андрэй андрій эндрю ендрю andrew andrey andrei andrej andrii andriy
andrew andrzej andreas андреас andrus андрусь
anthony антон антоний антоній антось anton энтони ентоні anthony antony антонио antonio antoni
arkady аркадий аркадзь аркадій arkady arkadi
arseny арсений арсень арсеній арсень arseny
arthur артур артур arthur artur
artyom артём артем арцём artyom artem artsiom artiom arciom artem
benedict бенедикт бенядзікт benedict
bernard бернард bernard bernhard
bogdan богдан багдан bohdan bogdan
boris борис барыс борис boris barys borys
charles чарльз чарлз карл charles carl karl шарль
christopher кристофер крістофер christopher
constantine константин канстанцін костянтин constantine konstantin kanstantsin kostiantyn
constantine kostyantyn kastus кастусь kanstancin
daniel даниил данила даніла данило дэниел деніел daniel daniil danila danylo данііл даніель
david давид дэвид давід девід david davyd
denis денис дзяніс денис denis dzianis denys
dmitry дмитрий дзмітрый дмитро dmitry dmitri dmitriy dzmitry dmytro дмитрій
donald дональд donald
edward эдуард эдвард едуард едвард edward eduard эдуардас
elijah илья ілля ілья ilya ilia illia
emmanuel эммануэль эмманюэль еммануель emmanuel эмануэль
eric эрик ерік eric erik
eugene евгений яўген євген евген yevgeny evgeny eugene yevhen yauhen evgeniy evgenii yevgeniy yauheni
felix феликс фелікс felix
francis франциск францішак франсуа francis francois фрэнсис
george георгий юрий юрый георгій юрій джордж georgy george yury
george yuri yury yurii yuriy iurii jerzy ежи georges georg
german герман herman german
gennady геннадий генадзь геннадій gennady henadz hennadii gennadi
gleb глеб гліб hleb hlib gleb
gregory григорий рыгор григорій grigory ryhor hryhorii gregory hryhoriy grigori
henry генрих генри генрі анри henry heinrich henri henryk
igor игорь ігар ігор igor ihar ihor
ivan иван іван ivan
jacob яков якаў яків jacob yakov yakau yakiv jakub якуб
james джеймс james
jan ян jan
john джон john
jean жан jean
johann иоганн йоганн йохан johann
joseph джо joe иосиф іосіф язэп йосип джозеф joseph iosif yosyp жозеф жозе josef йосеф юзеф
kirill кирилл кірыл кирило kirill kiryl kyrylo
leo лев льва льву львом льве лева леву львов леў leo lev leu
leonid леонид леанід леонід leonid leanid
lawrence лаврентий лоуренс laurence lawrence
louis луи людовик луї louis людвиг ludwig
luke лука лукаш luke lukas lukasz лукас
marcus марк маркус mark marc marcus marko марко
martin мартин марцін martin marcin мартін
matthew матвей мацвей матвій мэтью метью matthew matvey
maxim максим максім maxim maksim maksym
michael михаил міхаіл міхась михайло майкл michael mikhail mykhailo
michael mikhail mihail mishel michel мишель мішель михаэль michal mike майк
nicholas николай мікалай микола николас ніколас nicholas
nicholas nikolai nikolay mikalai mykola nikolas николя nicolas
nikita никита мікіта микита nikita mikita mykyta
oleg олег алег олег oleg aleh oleh
ostap остап астап ostap
paul павел павла павлу павлом павле павло паўло пол поль paul pavel pavlo павал павл paval pavlo pawel
peter пётр пётра петро питер пітер петр пьер peter pyotr petr petro piotr petra пятро пятр pierre петер
philip филипп філіп пилип filipp philip phillip philippe pilip
richard ричард річард рычард richard
robert роберт robert
roman роман раман roman raman
ruslan руслан ruslan
sebastian себастьян себастиан себастьян sebastian
sergius сергей сяргей сергій sergey sergei siarhei serhii serhiy syarhey sergio серж
simon семён семен сямён симон саймон simon semyon siamion
stanislav станислав станіслаў станіслав stanislav stanislau stanislaw
stephen степан сцяпан стефан стивен стівен stephen steven stefan stepan stsiapan stephane
svyatoslav святослав святаслаў sviatoslav svyataslau
taras тарас taras
theodore фёдор фёдар федір теодор fyodor fedor fiodar fedir theodore fiodor fiadar хведар
thomas фома тамаш томас томаш thomas tomas tomasz
timothy тимофей цімафей тимофій тимоти тімоті timothy timofey timur
vadim вадим вадзім vadim vadzim vadym
valentin валентин валянцін valentin valiantsin valentyn
valery валерий валерый валерій валер valery valeri valeriy
vasily василий васіль василь vasily vasil vasyl basil vasiliy
victor виктор віктар віктор victor viktor viktar
vitaly виталий віталь віталій vitaly vital vitalii vitali
vladimir владимир уладзімір володимир vladimir uladzimir volodymyr wladimir uladzimer
vladislav владислав уладзіслаў владислав vladislav uladzislau vladyslav wladyslaw ulad
vsevolod всеволод усевалад vsevolod
vyacheslav вячеслав вячаслаў в'ячеслав vyacheslav viachaslau viacheslav
william билл білл bill уильям вільям уїльям вильям william wilhelm вильгельм
yaroslav ярослав яраслаў ярослав yaroslav yaraslau jaroslav jaroslaw
zenon зенон зянон zenon zianon
recep реджеп рэджэп recep
adam адам adam
adrian адриан адрыян адріан адрян adrian
albert альберт albert
ales алесь олесь ales
alfred альфред alfred
ambrose амвросий амвросій амброзій ambrose
arnold арнольд arnold
boguslav богуслав багуслаў богуслав boguslav bohuslav boguslaw
boleslav болеслав баляслаў болеслав boleslav baliaslau boleslaw
bronislav бронислав браніслаў броніслав bronislav branislau bronislaw
casimir казимир казімір казимир казимєж casimir kazimir kazimierz kazimieras
christian кристиан крысціян християн крістіан christian kristian
clement климент клім клим климентій clement klim
cyprian киприан кіпрыян купріян cyprian
damian дамиан дамян дем'ян дем'ян demyan демьян дзям'ян damian
dominic доминик дамінік домінік dominic dominik
edgar эдгар едгар edgar
edmund эдмунд едмунд edmund
erasmus эразм еразм erasmus
ernest эрнест ернест ernest
ferdinand фердинанд фердінанд ferdinand
frederick фридрих фрыдрых фрідріх frederick friedrich
gabriel гавриил гаўрыла гаврило габриэль габріель gabriel
gerhard герхард герард gerhard gerard
hans ханс ганс hans
harry гарри гары гаррі harry
hugo хуго гуго хьюго hugo
ignatius игнат ігнат гнат игнатий ignatius ignat ihnat
innocent иннокентий інакенцій інокентій innokenty
jaromir яромир ярамір яромир jaromir
jason джейсон ясон jason
jeremy джереми джеремі еремей ярэма ярема jeremy
jonas йонас ёнас jonas
karim карим карім karim
kuzma кузьма козьма kuzma
leon леон леон leon
lucian лукиан лук'ян lucian
makar макар makar
mariusz мариуш марыуш маріуш mariusz
marian мариан марыян мар'ян marian
mieczyslaw мечислав мечыслаў мечислав mieczyslaw
miron мирон мірон myron miron
mstislav мстислав мсціслаў мстислав mstislav
nazar назар назарий назарій nazar nazarii
nestor нестор нестар nestor
nicodemus никодим нікадзім никодим nicodemus nikodim
oscar оскар oscar oskar
patrick патрик патрык патрік patrick
platon платон platon
procopius прокоп пракоп прокопій prokop
prokhor прохор прохар prokhor
radoslav радослав радаслаў радослав radoslav radoslaw
rafael рафаэль рафаэл рафаїл rafael raphael
rostislav ростислав расціслаў ростислав rostislav rastsislau rostyslav
rudolf рудольф rudolf rudolph
sava савва сава sava savva
samuel самуил самуіл сэмюэл самуїл самійло samuel
severin северин севярын severin
sigismund сигизмунд жыгімонт сигізмунд зигмунт zygmunt sigismund
thaddeus фаддей тадэвуш тадеуш тадеуш thaddeus tadeusz tadevush
tikhon тихон ціхан tikhon tsikhan tykhon
timur тимур цімур timur tymur
valdemar вальдемар вальдэмар valdemar waldemar
vincent винсент вінцэнт вінсент викентий вікенцій vincent wincenty
vitold витольд вітольд vitold witold vytautas витаутас вітаўтас
walter вальтер walter
wenceslaus вацлав вацлаў вацлав waclaw vaclav vatslau
zachary захар захарий zakhar zachary
zenobius зиновий зеновій зіновій zenovii zinovy zinovii
ruben рубен ruben
rustam рустам rustam
ravil равиль равіль ravil
marat марат marat
rinat ринат рынат ринат rinat
ildar ильдар ільдар ildar
kazbek казбек kazbek
aslan аслан aslan
ahmed ахмед ахмад ahmed ahmad
hasan хасан гасан hasan hassan
ibrahim ибрагим ібрагім ібрагім ibrahim
"""
_WOMEN = """
eugene евгения яўгенія євгенія yevgenia evgenia yauheniya
jan яна yana jana
michael мишель мішель michelle
alexander александра аляксандра олександра alexandra aliaksandra oleksandra aleksandra
alla алла ала alla ala
alice алиса аліса alice alisa
anastasia анастасия анастасія настасся anastasia anastasiya nastassia
angela ангела анжела анґела angela
anna анна ганна энн енн анне anna hanna anne ann hanna
antonina антонина антаніна антоніна antonina
catherine екатерина кацярына катерина кэтрин катрин kaciaryna katsyaryna
catherine catherine ekaterina yekaterina katsiaryna kateryna katherine katarzyna
christina кристина крысціна христина кристин christina kristina khrystyna christine krystsina
darya дарья дар'я дарія дарина darya daria darja darja daryia dariia
diana диана дыяна діана diana
elizabeth елизавета лізавета єлизавета элизабет елізабет elizabeth yelizaveta lizaveta elisabeth elizaveta
emily эмили емілі emily
galina галина галіна halyna halina galina
helen елена алена олена хелен гелен helen elena yelena alena olena helena helene
hillary хиллари гіларі хілларі hillary
inna инна іна інна inna ina
irene ирина ірына ірина irina iryna irene irene
jane джейн jane
julia юлия юлія юлия julia yulia yuliya julija
lesya леся леся lesya lesia
lily лилия лілія lilia liliya
larisa лариса ларыса larisa larysa
lidia лидия лідзія лідія lidia lidziya lidziya lidija lidiia
lyudmila людмила людміла lyudmila ludmila liudmyla
margaret маргарита маргарыта маргарет margarita margaret
marina марина марына marina maryna
maria мария марыя марія мэри мері maria mary maryia mariya marie мари maria
martha марта марфа marta martha
natalia наталья наталля наталія наталія natalia natalya natallia nataliya natalie
nadezhda надежда надзея надія nadezhda nadzeya nadiia nadiya nadiya nadzieja nadzeja
nina нина ніна nina
oksana оксана аксана oksana aksana
olga ольга вольга olga volha olha
polina полина паліна поліна polina palina
raisa раиса раіса raisa
svetlana светлана святлана світлана svetlana sviatlana svitlana
sofia софья соф'я софія софия sofia sophia
susan сьюзан сюзанна susan susanna
tamara тамара tamara
tatiana татьяна таццяна тетяна tatiana tatyana tatsiana tetiana tetyana taciana tacciana
theresa тереза theresa teresa
ursula урсула ursula
valentin валентина валянціна valentina valiantsina valentyna
valery валерия валерыя валерія valeria valeriya
vera вера віра vera vira
veronica вероника вераніка вероніка veronika veranika veronica
victoria виктория вікторыя вікторія victoria viktoria viktoriia viktoryia
xenia ксения ксенія xenia ksenia kseniya kseniia oksenia
yadviga ядвига ядвіга jadwiga
zhanna жанна жана zhanna
zinaida зинаида зінаіда zinaida
zoya зоя zoya
ada ада ada
agatha агата агафья агафія agatha agata
agnes агнесса агнешка агнэшка агнеса agnes agnieszka
aksinya аксинья аксіння aksinya aksinia
ales алеся олеся alesya alesia olesia
alina алина аліна alina
alyona алёна аліона alyona
amina амина аміна amina
angelina ангелина ангеліна анжелина angelina
arina арина арына арина arina aryna
barbara барбара варвара barbara varvara
caroline каролина караліна кароліна caroline karolina
clara клара clara klara
daniela даниела даніэла даніела daniela
eva ева ева єва eva ewa
eleonora элеонора элеанора елеонора eleonora eleanor
elina элина эліна еліна elina
ella элла эла елла ella
elvira эльвира эльвіра ельвіра elvira
emma эмма эма емма emma
faina фаина фаіна фаїна faina
flora флора flora
inessa инесса інэса інеса inessa
inga инга інга inga
ilona илона ілона ilona
isabella изабелла ізабэла ізабелла isabella
janina янина яніна яніна janina yanina
josephine жозефина жазэфіна жозефіна josephine
justina устинья юстина юстына юстина justina
karina карина карына каріна karina karyna
kira кира кіра кіра kira kyra
klavdia клавдия клаўдзія клавдія klavdia klavdiya
leila лейла leila layla
lina лина ліна lina
linda линда лінда linda
louise луиза луіза луїза louise luiza
lucia люция люцыя люція лусия lucia
lyubov любовь любоў любов lyubov liubou liubov
maya майя мая maya maja maia
melania мелания мелання меланія melania
mila мила міла mila
milana милана мілана milana
monica моника моніка monica monika
nelly нелли нэлі неллі nelly nelli
nora нора nora
paula паула паулина паўліна павлина paula paulina
pelageya пелагея палагея pelageya
regina регина рэгіна регіна regina
rimma римма рыма римма rimma
rita рита рыта rita
rosa роза rosa roza
sabina сабина сабіна sabina
sarah сара sarah sara
sonya соня sonya sonia
stefania стефания стэфанія стефанія stefania
sylvia сильвия сільвія sylvia silvia
taisia таисия таісія таїсія taisia taisiya
ulyana ульяна уляна ulyana uliana
vasilisa василиса васіліса василиса vasilisa
vladislav владислава уладзіслава vladislava uladzislava
wanda ванда wanda vanda
yevdokia евдокия еўдакія явдоха євдокія yevdokia
yuliana юлиана юльяна юліяна yuliana
zlata злата zlata
zora зора zora
zosia зося zosia
aisha аиша айша aisha
elmira эльмира эльміра ельміра elmira
gulnara гульнара gulnara
dinara динара дынара dinara
"""


def given(word: str) -> frozenset[tuple[str, str]]:
    """The names that ``word`` may be a case form of, in whatever language, with the bearer's sex.

    A name is called by its English form; a name of both sexes has two entries.

    >>> given("Олександром"), given("Aliaksandr")
    (frozenset({('alexander', 'm')}), frozenset({('alexander', 'm')}))
    >>> sorted(given("Александра")), given("Рупар")
    ([('alexander', 'f'), ('alexander', 'm')], frozenset())
    """
    return _table().get(alike(word), frozenset())


@cache
def spelt() -> frozenset[str]:
    """Every name listed, in the nominative, in small letters.

    >>> {"аляксандр", "aliaksandr"} <= spelt()
    True
    """
    return frozenset(
        name for block in (_MEN, _WOMEN) for line in block.split("\n") for name in line.split()[1:]
    )


def listed() -> frozenset[str]:
    """Every name listed, in any case form, as :func:`alike` has it.

    >>> "микалаю" in listed()
    True
    """
    return frozenset(_table())


def patronymic(word: str) -> str | None:
    """The first consonants of a father's name, in Latin letters; None for a word that is none.

    >>> patronymic("Петровича"), patronymic("Пятроўна"), patronymic("Петров")
    ('ptr', 'ptr', None)
    """
    found = _ROOT.match(fold(word)) if len(word) < 40 else None
    return bones(stem(found[1]))[:3] if found and len(word) > 5 else None


@cache
def _table() -> dict[str, frozenset[tuple[str, str]]]:
    table: dict[str, set[tuple[str, str]]] = {}
    for block, sex in ((_MEN, "m"), (_WOMEN, "f")):
        for line in block.split("\n"):
            names = line.split()
            for name in names:
                for form in {form for form in forms(name) if not _PLURAL.search(form)} | {fold(name)}:
                    table.setdefault(alike(form), set()).add((names[0], sex))
    return {form: frozenset(found) for form, found in table.items()}
