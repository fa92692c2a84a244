"""How English credits an outlet."""

from __future__ import annotations

from letapis.langs.base import ways

__all__ = ["CREDITS"]

CREDITS = ways(
    r"""
    told_to .93 \b(?:told|tells|telling|(?:spoke|speaking|speaks|talked|talking|confirmed|explained|admitted
        |confided|spoken)\s+(?:\w+\s+)?(?:to|with))\s+(?:(?:a|an|the)\s+)?(?:(?!(?:that|me|him|her|us|them
        |it)\s)[\w’'-]{1,30}\s+){0,2}?{outlet}
    told_to .92 \b(?:in\s+(?:an?\s+)?(?:[\w-]{1,30}\s+)?)?(?:interviews?|comments?|remarks|statement
        |conversation|briefing|emails?|letter|comment(?:ed|ing)|appearance|speech|answers?|repl(?:y
        |ied))\s+(?:\w+\s+)?(?:with|to|for|on|given\s+to)\s+(?:(?:a|an|the)\s+)?(?:(?:journalists?
        |reporters?|correspondents?)\s+(?:of|from|for|at)\s+)?{outlet}
    told_to .92 \b(?:interviews?|comments?|remarks)\s+(?:\w+\s+)?published\s+(?:by|in
        |on)\s+(?:the\s+)?{outlet}
    reported_by .79 \bper\s+(?:the\s+)?{outlet}
    platform .78 \bon\s+{outlet}\s*,?\s+(?:[\w’'-]{1,30}\s+){0,2}?(?:wrote|said|posted|writes|announced
        |called|shared)\b
    platform .78 \b(?:in|on|via|from)\s+(?:an?|his|her|its|their|the)\s+(?:[\w-]{1,20}\s+)?{outlet}\s+
        (?:post|page|message|video|account|channel|statement)s?\b
    told_to .9 \b(?:in\s+response\s+to|responding\s+to|replying\s+to|answering|answered)\s+(?:an?\s+
        |the\s+)?(?:[\w-]{1,30}\s+)?(?:questions?|requests?|quer(?:y|ies)|inquir(?:y|ies)
        |emails?)\s+(?:for\s+comment\s+)?(?:from|by)\s+{outlet}
    told_to .85 \b(?:contacted|reached|approached|interviewed)\s+(?:[\w-]{1,30}\s+){0,2}?by\s+
        (?:the\s+)?{outlet}
    told_to .79 \b(?:said|says|speaking|appeared|appearing|argued|asked
        |interviewed)\s+(?:[\w-]{1,30}\s+){0,3}?(?:on|by)\s+(?:the\s+)?{outlet}
    reported_by .92 \b(?:according\s+to|as\s+(?:reported|stated|noted|written|quoted|cited)\s+(?:by|in|on)
        |(?:first\s+|was\s+|were\s+|been\s+)?(?:reported|revealed|uncovered|quoted|cited|obtained|seen
        |reviewed|broken|confirmed|monitored|carried)\s+by|as\s+saying\s+by|citing|quoting|referring\s+to
        |with\s+reference\s+to|via:?|h/t)\s+(?:an?\s+|the\s+)?(?:(?:[\w-]{1,30}\s+){0,2}?(?:report|article
        |interview|story|analysis|investigation|document|poll|polling|survey|tally|count|review
        |statement)s?\s+(?:by|in|from|on|of|published\s+(?:by|in|on))\s+)?{outlet}
    reported_by .79 \b(?:reports?|articles?|story|stories|analysis|investigations?|editorial|op-ed|piece
        |feature|poll|footage|broadcast|documentary)\s+(?:[\w-]{1,30}\s+){0,2}?(?:by|in|from
        |on)\s+(?:the\s+)?{outlet}
    reported_by .79 {outlet}(?:[’']s)?(?:\s+(?:newspaper|magazine|website|portal|tabloid|broadcaster|channel
        |daily|weekly|news\s+(?:agency|site|website|outlet|portal|service)))?\s*,?\s+(?:also\s+|first\s+
        |has\s+|had\s+|have\s+|earlier\s+|later\s+|previously\s+)*(?:reports?|reported|reporting|writes
        |wrote|revealed|quotes|quoted|quoting|cited|notes|noted|found|learned|understands|obtained|uncovered
        |exposed|alleged|claims|claimed|argues|argued|described|shows|showed|shown|put\s+it|puts\s+it
        |explains?|explained|points\s+out|pointed\s+out|recalls?|(?:adds?|added)(?=\s+that\b|\s*[,:])
        |estimates?|estimated|calculated)\b(?!\s+(?:its|their|a\s+(?:statement
        |lawsuit))\b)(?!\s+(?:(?!that\b)[\w-]+\s+){0,5}?(?:revenues?|profits?|earnings|subscribers|layoffs
        |journalists?\b))
    reported_by .79 {outlet}(?:[’']s?)?\s+(?:[\w-]{1,30}\s+)?(?:investigations?|reports?|analysis|tally|poll
        |survey|exclusive|scoop|fact-check)\b
    reported_by .79 (?:\bas\s+)?{outlet}\s*,[^,\n]{3,60},\s+(?:has\s+)?(?:reports?|reported|writes|wrote
        |noted|said|says|put\s+it)\b
    reported_by .79 \bas\s+{outlet}[’']s\s+(?:[\w.-]{1,30}\s+){1,3}?(?:reports?|reported|writes|wrote|noted
        |put\s+it)\b
    image_credit .79 \b(?:handout|pool|stringer|getty(?:\s+images)?|file)(?:\s\w{1,20})?\s?/\s?{outlet}
    reported_by .75 {outlet}(?:\s+(?:newspaper|magazine|website|portal|tabloid|broadcaster|channel|daily
        |weekly|news\s+(?:agency|site|website|outlet|portal|service)))?\s+(?:said
        |says)\b(?!\s+(?:on\s+)?(?:\w+day\s+)?(?:in\s+a\s+statement|its?\b|their|they|that\s+(?:its?
        |they)\b))
    reported_by .8 (?<=[,”\"’'] )(?:reports?|reported|writes|wrote|said|says)\s+{outlet}
    reported_by .95 \b(?:original\s+)?sources?\s*[:—–-]\s*{outlet}
    image_credit .97 (?<=[.!?”\")…][ \u00a0])sources?\s*:\s*{outlet}(?=\.?\s*(?:\n|$))
    image_credit .95 \b(?:photo(?:graph)?|image|picture|illustration|screenshot|video|infographic|graphic
        |photo\s+credit|image\s+credit|credit|still|photo\s+source|image\s+source)s?\s*(?:[:©/|]|\s[—–-]
        |by\b|from\b|courtesy\s+of|via\b|credit\b\s*:?)\s*(?:(?-i:[A-Z])[\w.-]*(?:\s
        (?-i:[A-Z])[\w-]*)?\s*[/,|]\s*)?(?:the\s+)?{outlet}
    reported_by .92 \b(?:newspaper|tabloid|magazine|website|portal|broadcaster|outlet|publication|channel
        |news\s+(?:agency|site|website|outlet|portal|service))\s+{outlet}\s+(?:also\s+|first\s+|has\s+
        |had\s+|earlier\s+|later\s+)*(?:reports?|reported|writes|wrote|said|says|claims|claimed|revealed
        |noted|quoted|cited|learned|found)\b(?!\s+(?:it|its|their)\b)
    platform .7 \b(?:post(?:ed|s)?|wrote|writes|said|shared|announced)\s+(?:[\w’'-]{1,30}\s+){0,4}?on\s+
        (?P<outlet>(?-i:X))(?=[,.;]|\s+\(|\s*$|\s+on\b|\s+that\b)
    published_by .79 {outlet}(?:[’']s)?\s+(?:also\s+|first\s+|has\s+|had\s+|have\s+|later\s+)*(?:published
        |posted|printed|aired|broadcast\s+(?:footage|video|images|pictures))\b
    joint .79 {outlet},?\s+(?:together|jointly|in\s+(?:partnership|collaboration|cooperation)|working
        |along)\s+with\b
    published_by .9 \b(?:published|posted|printed|released|aired|broadcast
        |run)\s+(?:[\w-]{1,30}\s+){0,3}?(?:by|in|on|at)\s+(?:the\s+)?(?:(?:(?:web)?site
        |(?:telegram\s+)?channel|pages?)\s+of\s+)?{outlet}
    published_by .9 \b(?:writing|wrote|written|writes|op-ed|essay|column|commentary
        |opinion\s+piece)\s+(?:\w+\s+)?(?:in|for)\s+(?:the\s+)?{outlet}
    joint .97 \bin\s+(?:an?|the|their|this)\s+joint\s+(?:investigation|project|report
        |story)\s*,\s*(?:the\s+)?{outlet}
    joint .98 \bjoint(?:ly)?\s+(?:[\w-]{1,30}\s+){0,3}?(?:investigation|project|report|story|research
        |reporting|published)\s+(?:by|of|with|between|from)\s+(?:journalists\s+(?:of|from)\s+)?{outlet}
    joint .79 \b(?:together|in\s+(?:partnership|collaboration|cooperation)|jointly
        |collaborated)\s+with\s+(?:journalists\s+(?:of|from|at)\s+)?{outlet}
    repost_footer .98 \b(?:first\s+appeared|appeared\s+first|appeared\s+originally|originally\s+appeared
        |(?:was\s+|were\s+)?(?:first|originally)\s+published|(?:was\s+)?published\s+(?:first|originally)
        |republished|reposted|reprinted|reproduced|cross-?posted|syndicated)\s+(?:here\s+)?(?:\w+\s+)?(?:on
        |in|by|at|from)\s+(?:the\s+)?{outlet}
    repost_footer .9 \b(?:re)?(?:published|printed|posted|produced)\s+(?:here\s+)?(?:with
        |by)\s+(?:the\s+)?(?:kind\s+)?permission\s+(?:from|of|by)\s+(?:the\s+)?{outlet}
    repost_footer .9 \b(?:read\s+(?:the\s+)?(?:full|original|whole)\s+(?:article|story|text|version
        |post)\s+(?:on|at|in)|originally\s+from|original(?:\s+(?:article|story|text|post))?\s*:)\s+{outlet}
    told_to .85 \b(?:told|tells|telling|(?:spoke|speaking|spoken)\s+(?:to
        |with))\s+(?P<paper>the\s+(?:news)?(?:paper|magazine|outlet|broadcaster|publication|tabloid|daily
        |weekly|(?<=news)\s(?:agency|site|website|outlet|portal|channel)))(?!\w)(?!\s+
        (?-i:[«“„\"A-ZА-ЯІЎЇЄҐ\ue000]))
    told_to .85 \bin\s+(?:an?|the)\s+(?:[\w-]{1,30}\s+)?interview\s+with\s+(?P<paper>the\s+(?:news)?(?:paper
        |magazine|outlet|broadcaster|publication|tabloid|daily|weekly|(?<=news)\s(?:agency|site|website
        |outlet|portal|channel)))(?!\w)(?!\s+(?-i:[«“„\"A-ZА-ЯІЎЇЄҐ\ue000]))
    reported_by .85 \b(?P<paper>the\s+(?:news)?(?:paper|magazine|outlet|broadcaster|publication|tabloid
        |daily|weekly|(?<=news)\s(?:agency|site|website|outlet|portal|channel)))(?:[’']s\s+(?:report|article
        |story|investigation))?\s+(?:also\s+|has\s+|had\s+|further\s+|first\s+|later\s+)*(?:reports?
        |reported|said|says|writes|wrote|claims|claimed|adds|added|notes|noted|quotes|quoted|cites|cited
        |revealed|found|learned|understands|alleged|obtained|argued)\b
    reported_by .85 \b(?:according\s+to|as\s+reported\s+by|citing|quoting)\s+(?P<paper>the\s+(?:news)?
        (?:paper|magazine|outlet|broadcaster|publication|tabloid|daily|weekly|(?<=news)\s(?:agency|site
        |website|outlet|portal|channel)))(?!\w)(?!\s+(?-i:[«“„\"A-ZА-ЯІЎЇЄҐ\ue000]))
    link .7 \b(?:as\s+reported\s+(?:by|in|on)|according\s+to)(?=\s*[,.;])
    link .6 \bcan\s+be\s+(?:found|read|seen|viewed)\s+here\b
    platform .78 \b(?:said|says|wrote|writes|posted|tweeted|published|shared|announced|statement|posts?
        |messages?|comment(?:ed|s)?|video|live|uploaded)\s+(?:[\w’'-]{1,30}\s+){0,4}?(?:on|in|via
        |to)\s+(?:his\s+|her\s+|their\s+|its\s+|a\s+|the\s+)?(?:official\s+)?{outlet}
    reported_by .8 \b(?:messages?|reports?|posts?|rumou?rs|information
        |claims)\s+(?:[\w-]{1,30}\s+){0,3}?(?:in|on|from|by)\s+(?:the\s+|some\s+
        |several\s+)?(?P<outlet>telegram)\s+channels\b
    """,
)
