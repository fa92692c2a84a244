"""How English says that somebody said something."""

from __future__ import annotations

from letapis.langs.base.speech import Speech, phrases, table
from letapis.langs.en.verbs import VERBS

__all__ = ["SPEECH"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPEECH = Speech(
    verbs=VERBS,
    order="fixed",
    phrases=phrases(
        """
        say: according to | in the words of | as per | in the view of | in the opinion of
            | in words | in opinion | in estimate | by estimate | in assessment | in telling
        """
    ),
    nouns=_words(
        """claim claims statement statements assertion assertions accusation accusations allegation
        allegations argument arguments belief beliefs suggestion suggestions announcement warning
        warnings promise promises pledge pledges vow vows admission complaint complaints contention
        conviction insistence view views news impression expectation expectations theory reports
        word doubt doubts skepticism opinion contentions worry worries threat threats intention
        intentions call calls proposal proposals desire refusal request requests offer offers wish
        commitment commitments decision charge charges confidence acknowledgment acknowledgement
        assurance assurances rumor rumors rumour rumours hope hopes fear fears concern concerns demand
        demands notion prediction predictions"""
    ),
    aims=_words(
        """promise promises pledge pledges vow vows call calls threat threats intention intentions proposal
        proposals desire refusal demand demands request requests offer offers wish hope hopes commitment
        commitments decision"""
    ),
    that=_words("that"),
    whether=_words("if whether what why how who where when which"),
    relative=_words("who which that"),
    doubtful=_words(
        """claim claims report reports plan plans state states demand demands offer offers call calls order
        orders request requests hope hopes fear fears question questions challenge challenges comment
        comments remark remarks estimate estimates promise promises pledge pledges vow vows point points
        post posts tweet tweets doubt doubts note notes stress stresses press presses guess guesses
        worry worries aim aims boast boasts joke jokes counter counters mention mentions urge urges want
        wants suspect suspects feel charge charges reason reasons thought blast blasts blame praise slam
        endorse reply replies wonder wonders swear caution cautions address recall recalls swears lament
        laments"""
    ),
    direct=_words(
        """s t add insist argu believ th f claim hop fear warn predict acknowledg admit contend
        assert maintain not promis pledg suspect guess doubt explain suggest know reckon assum joke
        boast imagin vow worr realiz realis sw assur quip stress deny den"""
    ),
    links=_words(
        """that because while when where whereas if but as although though since after before until unless
        whether what how why so yet once and or nor than like"""
    ),
    joins=_words("and or"),
    beside=_words("and but while before"),
    how=_words("as"),
    possessives=_words("his her their"),
    owners=table("m: his him\nf: her hers\np: their them"),
    cites=_words("quote quotes quoted quoting cite cites cited citing"),
    selves=_words("i we who it"),
    pronouns=table("m: he\nf: she\nn: it\np: they we\n: i who"),
    prepositions=table(
        """: in on at by after during for from with without to into of about over under between against
        through among amid near since before until within across toward towards despite like as via per
        around inside outside behind beyond throughout along off upon"""
    ),
    places=_words("in at"),
    concessions=_words("although though while"),
    events=_words(
        """statement statements interview interviews briefing conference speech news press release tweet
        tweets post posts message messages email e-mail emails letter memo memorandum report call
        telephone phone comment comments remarks address appearance testimony hearing debate rally
        meeting broadcast video blog article column op-ed essay facebook twitter telegram television tv
        radio show program programme court filing documents document floor response reply reference
        recent exclusive joint separate written prepared brief event forum panel town hall fundraiser
        visit trip evening morning afternoon night stage podcast announcement ruling opinion editorial"""
    ),
    times=_words(
        """monday tuesday wednesday thursday friday saturday sunday january february march april may june
        july august september october november december today yesterday tomorrow earlier later recently
        last this next week month year afterward afterwards then now before ago shortly jan feb mar apr
        jun jul aug sept sep oct nov dec"""
    ),
    adverbs=_words(
        """also later then again already still now never once often even just always ever twice soon first
        further instead thus therefore however too long well ago today yesterday all both each not
        nevertheless nonetheless meanwhile flatly"""
    ),
    negations=_words(
        """not never didnt doesnt dont hasnt havent hadnt wont wouldnt couldnt cant cannot isnt arent wasnt
        werent neither nor nobody"""
    ),
    hearers=_words(
        """reporters journalists supporters voters lawmakers senators fans him her them me us you it
        everyone everybody people investors viewers listeners delegates members colleagues friends aides
        officials police parliament congress crowds audiences"""
    ),
    determiners=_words(
        """the a an this these those his her their its our my your some many several most few all both each
        every any another other one two three four five six seven eight nine ten more no numerous
        various dozens hundreds thousands half"""
    ),
    auxiliaries=_words(
        """has have had did does do would will could should can may might must hes shes theyve weve ive
        didnt doesnt dont hasnt havent hadnt wont wouldnt couldnt cant cannot ill well theyll hell shell
        is are was were be been being isnt arent wasnt werent"""
    ),
    be=_words("is are was were be been being isnt arent wasnt werent get got gets im hes shes theyre"),
    predicates=_words(
        """is are was were be been has have had do does did will would can could may might must should isnt
        arent wasnt werent hasnt havent hadnt dont doesnt didnt wont wouldnt cant couldnt gets got took
        takes made makes came comes went goes began begins became becomes won lost led leads held holds
        gave gives found finds kept keeps left leaves put puts ran runs saw sees shows showed stood
        stands turned turns used uses worked works remains remained seems seemed appears appeared plans
        planned expects expected faces faced helped helps including"""
    ),
    anonymous=_words("source sources insider insiders person witness witnesses eyewitness eyewitnesses"),
    groups=_words(
        """people experts officials protesters protestors critics supporters opponents workers residents
        activists analysts democrats republicans authorities police lawyers prosecutors investigators
        advocates leaders members aides advisers advisors doctors scientists researchers economists
        observers voters parents students teachers some many others most those both lawmakers senators
        conservatives liberals americans organizers organisers demonstrators campaigners neighbours
        neighbors fans players employees unions families relatives friends allies rivals strategists
        pollsters journalists historians diplomats ministers regulators executives investors traders"""
    ),
    subjects=_words("he she they it we i there you"),
    alone=_words("some many others most all both few several these those another one"),
    objects=_words("it him her them me us reporters there to about of on in at it for with by"),
    firm=_words("still also never always already often"),
)
