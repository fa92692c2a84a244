"""English."""

from __future__ import annotations

from letapis.langs.base import MARKS, TAIL, Language, words
from letapis.langs.en.calendar import CALENDAR
from letapis.langs.en.credit import CREDITS
from letapis.langs.en.naming import NAMING
from letapis.langs.en.office import OFFICE
from letapis.langs.en.quantity import QUANTITY
from letapis.langs.en.speech import SPEECH
from letapis.langs.en.thing import THINGS

__all__ = ["LANGUAGE"]

LANGUAGE = Language(
    code="en",
    name="English",
    script="Latn",
    alphabet="abcdefghijklmnopqrstuvwxyz",
    months=(
        r"jan(?:uary|\b)",
        r"feb(?:ruary|\b)",
        r"mar(?:ch|\b)",
        r"apr(?:il|\b)",
        r"may\b",
        r"june?\b",
        r"july?\b",
        r"aug(?:ust|\b)",
        r"sept?(?:ember|\b)",
        r"oct(?:ober|\b)",
        r"nov(?:ember|\b)",
        r"dec(?:ember|\b)",
    ),
    quotes=(("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»")),
    abbreviations=words(
        """mr mrs ms dr prof rev hon gov sen rep gen col lt maj sgt capt cmdr adm pres st ave blvd rd mt ft
        jr sr bros inc ltd co corp llc plc vs etc e.g i.e eg ie cf al ed eds vol no nos pp fig dept univ
        assn approx est a.m p.m u.s u.k u.n e.u d.c ph.d b.c a.d jan feb mar apr jun jul aug sep sept oct
        nov dec mon tue tues wed thu thurs fri sat sun mln bn tn km kg sq oz lb hr min sec"""
    ),
    function=words(
        """a an the and or but nor so yet if then than that which who whom whose what when where why how
        while because although though since unless until as of in on at by for with without from to into
        onto upon about above across after against along among around before behind below beneath beside
        besides between beyond despite down during except inside like near off out outside over past per
        through throughout toward towards under up via within is are was were be been being am has have
        had having do does did will would shall should can could may might must not no this these those
        there here it its he she they them his her their him we us our you your i me my mine who's it's
        some any each every both either neither such only also just even very more most other another
        own same too"""
    ),
    saying=words(
        """said says say saying told tells tell stated states added adds explained explains noted notes
        reported reports report announced announces claimed claims stressed stresses emphasized emphasised
        emphasizes emphasises declared declares argued argues believes believed thinks warned warns
        recalled recalls admitted admits confirmed confirms denied denies insisted insists replied replies
        answered asked asks wrote writes tweeted posted commented comments remarked observed pointed
        suggested suggests urged urges called demanded demands promised promises complained shared quoted
        quotes cites cited according revealed reveals acknowledged concluded alleged alleges informed
        informs clarified specified"""
    ),
    furniture=(
        (
            "read_also",
            (
                r"^(?:read|see|watch|listen|check out)\s+(?:also|next|too|this next|more (?:on|about|from"
                r"|in|at))\b"
                r".{0,400}$"
            ),
        ),
        (
            "read_also",
            (
                r"^(?:also read|also see|also on|see also|read more|more on this|more from|more about"
                r"|don['’]t miss"
                r"|must read|you (?:may|might) (?:also )?(?:like|be interested in)"
                r"|recommended(?: (?:for you|reading|stories))?"
                r"|related(?: (?:articles?|posts?|stories|news|topics?|content|coverage|links?|reading))?"
                r"|further reading"
                r"|what to read next|up next|trending(?: now)?"
                r"|most (?:read|popular|viewed|shared)(?: (?:this|today|in|of) ?.{0,20})?"
                r"|top stories"
                r"|latest news"
                r"|editor['’]?s['’]? (?:picks?|choice)|in other news|partner news)\s*(?::.{0,400})?$"
            ),
        ),
        ("read_also", r"^(?:earlier,? we (?:reported|wrote)|as we (?:reported|wrote) earlier)\b.{0,300}$"),
        (
            "subscribe",
            (
                r"^(?:subscribe|sign up|follow us|join us|join our|follow our|like us on|stay (?:tuned"
                r"|connected|informed"
                r"|up to date)|get (?:our|the latest|the best|more) .{0,60}(?:newsletter|inbox|news|app"
                r"|stories)|never miss"
                r"|don['’]t miss (?:a|out|the|any)|keep up with|find us on|download (?:our|the) app"
                r"|want more)\b.{0,250}$"
            ),
        ),
        (
            "subscribe",
            (
                r"^(?:our|we are on)\s+(?:telegram|channel|youtube|facebook|instagram|twitter|newsletter"
                r"|podcast)\b.{0,150}$"
            ),
        ),
        (
            "subscribe",
            (
                r"^(?:support (?:us|our (?:work|journalism|site|team)|independent (?:media|journalism))"
                r"|donate(?: now| to us)?$|become a (?:patron|member|subscriber)"
                r"|help us|buy us a"
                r"|make a (?:donation|contribution))\b.{0,200}$"
            ),
        ),
        (
            "share",
            (
                r"^(?:share|tweet|retweet|pin it|email|print|like|copy link|link copied|click to share"
                r"|send|save"
                r"|forward|bookmark"
                r")(?:\s*[:!]|\s+(?:this|via|article|story|post)\b.{0,60})?$"
            ),
        ),
        ("share", r"^(?:like this\s*:.{0,60}|(?:share|click to share) (?:on|with|to) .{1,60})$"),
        ("notice", r"^(?:©|\(c\)|copyright\b).{0,250}$"),
        (
            "notice",
            (
                r"^(?:all rights reserved|reprint(?:ing|s|ed)?|reproduction|republish(?:ing)?|no part of"
                r"|use of (?:this|our|the)"
                r" (?:site|materials?|content)|any use of (?:the |these |our )?(?:materials?|content"
                r"|texts?)|this material may not|terms (?:of|and)"
                r"|privacy (?:policy|notice))\b.{0,350}$"
            ),
        ),
        ("notice", r"^(?:spotted|noticed|found|seen?)\s.{0,30}(?:mistake|error|typo|inaccurac).{0,200}$"),
        (
            "notice",
            (
                r"^(?:if you (?:have )?(?:spot|notice|find|see|found|noticed|spotted)|report (?:an?|this)"
                r"|select)\s.{0,40}"
                r"(?:mistake|error|typo|ctrl).{0,200}$"
            ),
        ),
        (
            "notice",
            (
                r"^(?:(?:the )?(?:views|opinions) expressed|the author['’]s (?:views|opinions?)"
                r"|this is a sponsored|disclaimer\s*:"
                r"|scroll to continue"
                r"|story continues below|article continues (?:after|below))\b.{0,350}$"
            ),
        ),
        (
            "cookie",
            (
                r"^(?:(?:we|this site|our site|this website|our website) uses?|by (?:continuing|using"
                r"|clicking|closing))\b"
                r".{0,60}(?:cookie|site|website|agree).{0,250}$"
            ),
        ),
        (
            "cookie",
            (
                r"^(?:accept (?:all )?cookies|cookie (?:policy|settings|preferences)|manage cookies|got it"
                r"|i agree)\.?$"
            ),
        ),
        (
            "comment",
            (
                r"^(?:comments?|\d{1,5} comments?|no comments(?: yet)?|leave a (?:comment|reply)"
                r"|post a comment|add (?:a|your)"
                r" comment|join the (?:conversation|discussion)|(?:log|sign) in to (?:comment|reply).{0,60}"
                r"|your email address will"
                r" not be published.{0,80}|comments are closed.{0,60}|discuss"
                r"|reply)\s*(?:[:(]\s*\d{0,5}\)?)?$"
            ),
        ),
        (
            "tags",
            (
                r"^(?:tags?|tagged|keywords?|topics?|categor(?:y|ies)|filed under|posted in|section"
                r"|labels?)\s*:.{0,300}$"
            ),
        ),
        (
            "menu",
            (
                r"^(?:home|news|contacts?|contact us|about|about us|advertise|archives?|search|menu|log ?in"
                r"|sign in|register"
                r"|back to top|top|back|previous|next|next (?:post|article)|previous (?:post|article)"
                r"|careers|sitemap|videos?|photos?"
                r"|gallery|skip to (?:main )?content|show more|load more|view all|see all|close|open"
                r"|table of contents|contents)"
                r"(?:\s*[|/»›>•·]\s*[\w\s-]{1,40}){0,12}$"
            ),
        ),
        (
            "byline",
            (
                r"^(?:by|author|authors|words by|text by|text|written by|reported by|reporting by|edited by"
                r"|editing by|editor"
                r"|translated by|translation)\s*:\s*\S.{0,100}$"
            ),
        ),
        (
            "byline",
            (
                r"^by (?-i:[A-Z])[\w.'’-]{0,25}(?: (?-i:[A-Z])[\w.'’-]{0,25}){1,3}"
                r"(?:,\s?[\w\s]{1,40}|\s(?:and|in|for|at|of|staff)\b[\w\s.'’-]{0,40})?$"
            ),
        ),
        ("byline", r"^(?:\(?(?:reporting|additional reporting|writing|editing) by\b).{1,150}$"),
        (
            "byline",
            (
                r"^(?:published|updated|posted|last (?:updated|modified)|date|views|reading time"
                r"|\d{1,3} min(?:ute)?s? read)"
                r"\s*(?:on|:|—|–|-)?\s*(?:\d|[a-z]{3,9} \d).{0,60}$"
            ),
        ),
        ("byline", r"^\d{1,3} min(?:ute)?s? read$"),
        (
            "credit",
            (
                r"^(?:photos?|photograph|image|images|picture|video|illustration|screenshot|infographic"
                r"|graphic|source"
                r"|photo credit|image credit|credit|photo by|image source|via)\s*(?:[:—–©-]"
                r"|\bby\b)\s*\S.{0,100}$"
            ),
        ),
        ("platform", r"^(?:please )?(?:enable|turn on) javascript.{0,100}$"),
        ("platform", r"^your browser does(?: not|n['’]t) support.{0,100}$"),
        (
            "platform",
            (
                r"^(?:watch on youtube|open in (?:telegram|app)|a post shared by .{1,80}"
                r"|embed(?:ded)? (?:code|video))$"
            ),
        ),
        (
            "notice",
            (
                r"^(?:advertisements?|advertising|ads?|sponsored(?: content)?|promoted|paid (?:post"
                r"|content))$"
            ),
        ),
        *MARKS,
    ),
    more=(
        r"[\[(]?\s*\b(?:read|continue|keep|see|learn|find out|view|click (?:here )?(?:to|for)|get)\s+"
        r"(?:more|reading|read more"
        r"|the (?:full|whole|rest|entire|complete) (?:article|story|text|post|version|report)"
        r"|full (?:article|story|text|post)"
        r"|on|the rest|the remainder|it all)(?:\s+(?:of|on|at|here|in|about|→)\b.{0,80}?)?" + TAIL,
        r"[\[(…]\s*(?:more|continued?|cont\.?|details|full story|\+\d{1,5} chars)" + TAIL,
        r"^(?:more|more details?|details|full (?:story|text|article)|continued?)(?:\s+(?:on|at|here"
        r"|in)\b.{0,60}?)?" + TAIL,
        r"\b(?:to be continued|continued on page \d{1,3}|full (?:story|text|article)(?: is)? (?:here|at"
        r"|on|available)\b.{0,50})" + TAIL,
        r"^continue[sd]?\s+(?:reading\s+)?(?:at|on|in)\b.{1,80}$",
    ),
    walls=(
        (
            r"\b(?:article|story|content|post|page|text|piece|analysis)\b.{0,30}\b(?:for|to|available to"
            r"|reserved for|exclusive to)\b.{0,30}\b(?:subscribers|members|registered (?:users|readers)"
            r"|logged[- ]in)\b"
        ),
        (
            r"\b(?:subscribe|sign (?:in|up)|log ?in|register|join|become a (?:member|subscriber)|create "
            r"(?:an|your) (?:free )?account|start your (?:free )?trial)\b.{0,40}\b(?:to|and) (?:continue"
            r"|keep|read|finish|unlock|access|view|get (?:full|unlimited) access)\b"
        ),
        (
            r"\bto (?:continue|keep|finish) reading\b|\bto (?:read|unlock|access|view|see) (?:the (?:full"
            r"|whole|rest|entire|complete|remainder)|this|more|on)\b.{0,80}\b(?:subscri|log ?in|sign"
            r"|regist|member|account|trial)"
        ),
        (
            r"\b(?:already a (?:subscriber|member)\?|you(?:'|’)?(?:ve| have) (?:reached|used|read) (?:all "
            r"|the limit of |your (?:limit|last|monthly)).{0,40}(?:articles|stories|limit)|(?:subscribers"
            r"|members) only\b|subscriber[- ]exclusive)"
        ),
    ),
    footers=(
        (
            r"\b(?:the\s+)?(?:post|article|story|piece|entry)\s+(?P<title>\S.{0,400}?)\s+(?:first\s+"
            r"|originally\s+)?"
            r"(?:appeared|was\s+(?:first\s+|originally\s+)?published)\s+(?:first\s+|originally\s+)?(?:on|at"
            r"|in|by)\s+"
            r"(?P<outlet>\S.{0,120}?)\.?\s*$"
        ),
        (
            r"\b(?P<title>)this\s+(?:post|article|story|piece|entry|report|material)\s+(?:has\s+)?(?:was\s+"
            r"|is\s+)?"
            r"(?:(?:first|originally|initially)\s+)?(?:appeared|been\s+published|published|posted"
            r"|republished)\s+"
            r"(?:(?:first|originally)\s+)?(?:on|at|in|by|from)\s+(?P<outlet>\S.{0,120}?)\.?\s*$"
        ),
        (
            r"^(?!.{0,300}\bthe post\b)(?P<title>\S.{0,400}?)\s+"
            r"(?:appeared\s+first|first\s+appeared|originally\s+appeared"
            r"|was\s+(?:first|originally)\s+"
            r"published)\s+(?:on|at|in|by)\s+(?P<outlet>\S.{0,120}?)\.?\s*$"
        ),
    ),
    credits=CREDITS,
    tongues=(
        ("be", r"\bin belarus(?:ian|sian)\b"),
        ("ru", r"\bin russian\b"),
        ("uk", r"\bin ukrainian\b"),
        ("en", r"\bin english\b"),
        ("pl", r"\bin polish\b"),
    ),
    speech=SPEECH,
    quantity=QUANTITY,
    calendar=CALENDAR,
    naming=NAMING,
    office=OFFICE,
    things=THINGS,
    samples=(
        "The town council of Millbrook has put off the bridge repair until spring, the mayor told us.",
        "Two black swans were seen over the lake on Tuesday, the reserve reported.",
        "“We did not expect this,” the head teacher explained, and asked for one more week.",
    ),
)
