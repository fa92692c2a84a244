"""English verbs that ascribe speech and thought, with all of their forms."""

from __future__ import annotations

from letapis.langs.base.speech import Endings, Verb, conjugate

__all__ = ["VERBS"]


def _forms(base: str, third: str, past: str, ing: str) -> tuple[tuple[str, str, str], ...]:
    return ((base, "p", "finite"), (third, "mfn", "finite"), (past, "", "past"), (ing, "", "gerund"))


ENDINGS: Endings = {
    "s": _forms("", "s", "ed", "ing"),
    "e": _forms("e", "es", "ed", "ing"),
    "es": _forms("", "es", "ed", "ing"),
    "y": _forms("y", "ies", "ied", "ying"),
    "ay": _forms("ay", "ays", "aid", "aying"),
    "d": _forms("", "s", "ded", "ding"),
    "l": _forms("", "s", "led", "ling"),
    "m": _forms("", "s", "med", "ming"),
    "n": _forms("", "s", "ned", "ning"),
    "p": _forms("", "s", "ped", "ping"),
    "r": _forms("", "s", "red", "ring"),
    "t": _forms("", "s", "ted", "ting"),
    "ell": _forms("ell", "ells", "old", "elling"),
    "ink": _forms("ink", "inks", "ought", "inking"),
    "eel": _forms("eel", "eels", "elt", "eeling"),
    "ear": _forms("ear", "ears", "ore", "earing"),
    "ow": _forms("ow", "ows", "ew", "owing"),
    "ite": _forms("ite", "ites", "ote", "iting"),
    "=": (("", "", "past"),),
}
"""Patterns: present, third person, past (which may be a participle) and -ing form."""

VERBS: dict[str, Verb] = conjugate(
    """
    say that,whether,mark: s/ay
    say that,hearer,whether,mark,whom: t/ell
    say that,mark,noun: add/s claim/s stress/es emphasiz/e emphasis/e declar/e insist/s repl/y respond/s
        counter/s maintain/s assert/s contend/s remark/s observ/e conced/e reiterat/e acknowledg/e
        admit/t alleg/e conclud/e explain/s recall/s reveal/s caution/s jok/e quip/p predict/s affirm/s
        argu/e clarif/y suggest/s testif/y repeat/s charg/e calculat/e reason/s opin/e underlin/e
        underscor/e elaborat/e speculat/e theoriz/e theoris/e hint/s impl/y mus/e interject/s quot/e
    say that,mark: confess/es stat/e not/e confirm/s den/y mention/s proclaim/s disclos/e report/s indicat/e
        estimat/e point/s
    say mark,that: wr/ite tweet/s post/s retort/s exclaim/s shout/s yell/s cr/y whisper/s lament/s
        comment/s
    say that,hearer,mark: inform/s assur/e remind/s convinc/e persuad/e notif/y advis/e
    think that: believ/e th/ink f/eel doubt/s suspect/s assum/e guess/es reckon/s imagin/e hop/e fear/s
        worr/y realiz/e realis/e
    promise inf,that,noun: promis/e
    promise inf,that: pledg/e vow/s agre/e sw/ear threaten/s
    promise inf: offer/s volunteer/s refus/e
    demand whom,that,whether,mark: ask/s
    demand whom,that: urg/e beg/s implor/e order/s request/s instruct/s encourag/e press/es challeng/e
    demand whom,that,noun: demand/s
    demand for,named: call/s push/es advocat/e
    demand that: propos/e recommend/s
    question whether: wonder/s question/s inquir/e
    want inf: intend/s
    judge of,noun: accus/e
    say that,whether: know/s knew= known= learn/s find/s found= show/s shown= see/s saw= understand/s
        understood= remember/s hear/s heard= discover/s demonstrat/e determin/e
    say that,mark,about: complain/s boast/s
    say that,mark,noun: announc/e
    say to: refer/r
    say about: talk/s speak/s spoke= brag/s
    say that,mark,of,against,about: warn/s
    think that,about: confident= sure= convinced= concerned= hopeful= optimistic= afraid= skeptical=
        certain= aware=
    judge noun: support/s oppos/e criticiz/e criticis/e condemn/s slam/m prais/e defend/s reject/s
        dismiss/es denounc/e tout/s hail/s describ/e express/es outlin/e cit/e discuss/es
    want inf,noun: expect/s
    say mark: laugh/s sigh/s grumbl/e mutter/s murmur/s mumbl/e scream/s chuckl/e smil/e grin/n nod/d
        shrugged= shrugs= sobbed= snap/p groan/s moan/s gasp/s roar/s bark/s chant/s plead/s teas/e scoff/s
        snort/s fum/e rant/s marvel/s enthus/e gush/es confid/e inton/e interrupt/s chim/e recount/s
        apologiz/e apologis/e
    demand mark: invit/e thank/s congratulat/e blam/e
    judge noun: brand/s label/l labelled= dubbed= dubs= deem/s characteriz/e characteris/e portray/s
        depict/s justif/y mock/s ridicul/e liken/s lambast/e decr/y deplor/e
    """,
    ENDINGS,
)
