"""Given names that are one name in several languages, and what they say of the bearer's sex."""

from __future__ import annotations

import re
from functools import cache

from letapis.link.joining.key import alike, bones, stem
from letapis.outlets.forms import forms
from letapis.text import fold

__all__ = ["given", "listed", "patronymic"]

_ROOT = re.compile(
    r"(.{2,}?)(?:[оеая]в[иі]ч|йов[иі]ч|[иі]ч|[оеа][вў]н|[иії]вн|[иі]н[иі]чн|ичн|йовн)"
    r"(?:ами|а|у|ом|ем|е|ы|ой|ою|і|ай|аў|ові|ам|)$"
)
_PLURAL = re.compile(r"(?:ов|ев|[іа]в|[аія]ў|[ая]х|[ая]м[иі]?)$(?<!ам)")
_MEN = """
alexander александр аляксандр олександр alexander aleksandr
alexander alexandr aliaksandr oleksandr alyaksandr aleksander alexandre alexandros
alexey алексей аляксей олексій alexey aleksey alexei aleksei aliaksei oleksii oleksiy alaksiej
alexis алексис алексіс alexis
anatoly анатолий анатоль анатолій anatoly anatoli anatol anatolii
andrew андрей андрэй андрій эндрю ендрю andrew andrey andrei andrej andrii andriy andrzej andreas андреас
anthony антон антоний антоній антось anton энтони ентоні anthony antony антонио antonio antoni
arkady аркадий аркадзь аркадій arkady arkadi
arseny арсений арсень арсеній арсень arseny
arthur артур артур arthur artur
artyom артём артем арцём artyom artem artsiom artiom
benedict бенедикт бенядзікт benedict
bernard бернард bernard bernhard
bogdan богдан багдан bohdan bogdan
boris борис барыс борис boris barys borys
charles чарльз чарлз карл charles carl karl шарль
christopher кристофер крістофер christopher
constantine константин канстанцін костянтин constantine konstantin kanstantsin kostiantyn kostyantyn
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
george георгий юрий юрый георгій юрій джордж georgy george
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
paul павел павла павлу павлом павле павло паўло пол поль paul pavel pavlo павал павл
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
svyatoslav святослав святаслаў sviatoslav
taras тарас taras
theodore фёдор фёдар федір теодор fyodor fedor fiodar fedir theodore
thomas фома тамаш томас томаш thomas tomas tomasz
timothy тимофей цімафей тимофій тимоти тімоті timothy timofey timur
vadim вадим вадзім vadim vadzim vadym
valentin валентин валянцін valentin valiantsin valentyn
valery валерий валерый валерій валер valery valeri valeriy
vasily василий васіль василь vasily vasil vasyl basil vasiliy
victor виктор віктар віктор victor viktor viktar
vitaly виталий віталь віталій vitaly vital vitalii vitali
vladimir владимир уладзімір володимир vladimir uladzimir volodymyr wladimir
vladislav владислав уладзіслаў владислав vladislav uladzislau vladyslav wladyslaw
vsevolod всеволод усевалад vsevolod
vyacheslav вячеслав вячаслаў в'ячеслав vyacheslav viachaslau viacheslav
william билл білл bill уильям вільям уїльям вильям william wilhelm вильгельм
yaroslav ярослав яраслаў ярослав yaroslav yaraslau jaroslav jaroslaw
zenon зенон зянон zenon zianon
recep реджеп реджеп recep
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
catherine екатерина кацярына катерина кэтрин катрин
catherine catherine ekaterina yekaterina katsiaryna kateryna katherine katarzyna
christina кристина крысціна христина кристин christina kristina khrystyna christine
darya дарья дар'я дарія дарина darya daria darja
diana диана дыяна діана diana
elizabeth елизавета лізавета єлизавета элизабет елізабет elizabeth yelizaveta lizaveta elisabeth elizaveta
emily эмили емілі emily
galina галина галіна halyna halina galina
helen елена алена олена хелен гелен helen elena yelena alena olena helena helene
hillary хиллари гіларі хілларі hillary
inna инна іна інна inna ina
irene ирина ірына ірина irina iryna irene
jane джейн jane
julia юлия юлія юлия julia yulia yuliya julija
lesya леся леся lesya lesia
lily лилия лілія lilia liliya
larisa лариса ларыса larisa larysa
lidia лидия лідзія лідія lidia lidziya
lyudmila людмила людміла lyudmila ludmila liudmyla
margaret маргарита маргарыта маргарет margarita margaret
marina марина марына marina maryna
maria мария марыя марія мэри мері maria mary maryia mariya marie мари maria
martha марта марфа marta martha
natalia наталья наталля наталія наталія natalia natalya natallia nataliya natalie
nadezhda надежда надзея надія nadezhda nadzeya nadiia nadiya
nina нина ніна nina
oksana оксана аксана oksana aksana
olga ольга вольга olga volha olha
polina полина паліна поліна polina palina
raisa раиса раіса raisa
svetlana светлана святлана світлана svetlana sviatlana svitlana
sofia софья соф'я софія софия sofia sophia
susan сьюзан сюзанна susan susanna
tamara тамара tamara
tatiana татьяна таццяна тетяна tatiana tatyana tatsiana tetiana tetyana
theresa тереза theresa teresa
ursula урсула ursula
valentin валентина валянціна valentina valiantsina valentyna
valery валерия валерыя валерія valeria valeriya
vera вера віра vera vira
veronica вероника вераніка вероніка veronika veranika veronica
victoria виктория вікторыя вікторія victoria viktoria viktoriia viktoryia
xenia ксения ксенія xenia ksenia kseniya
yadviga ядвига ядвіга jadwiga
zhanna жанна жана zhanna
zinaida зинаида зінаіда zinaida
zoya зоя zoya
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
