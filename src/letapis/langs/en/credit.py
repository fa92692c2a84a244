"""How English credits an outlet."""

from __future__ import annotations

from letapis.langs.base import ways
from letapis.langs.en.telling import PARTS, TOLD

__all__ = ["CREDITS"]

CREDITS = ways(
    r"""
    told_to .9 (?<!refused\sto\s)(?<!declined\sto\s)(?<!not\s)(?<!never\s)\b(?:{says}|speak|talk)\s+(?:
        (?!that\b|what\b|how\b|he\b|she\b)[\w’'-]{1,30}\s+)?(?:to|with)\s+(?:an?\s+|the\s+)?{people}{outlet}
    told_to .79 \b{says}\s+(?:(?!that\b|what\b|how\b|he\b|she\b|they\b)[\w’'-]{1,30}\s+){2,6}?to\s+(?:an?\s+
        |the\s+)?{people}{outlet}
    told_to .86 \b(?:surveyed|polled|interviewed|questioned|consulted|asked|contacted|reached|approached
        |canvassed|sought\s+out|commissioned)\s+(?:[\w-]{1,30}\s+){0,3}?by\s+(?:the\s+)?{outlet}
    told_to .79 {outlet}\s+{adverbs}(?:(?:spoke|spoken|talked|chatted|sat\s+down|caught\s+up|met\s+up)\s+
        (?:to|with)|interviewed|polled|surveyed)\b
    told_to .9 \b(?:whom|who)\s+(?:the\s+)?{outlet}\s+{adverbs}(?:asked|interviewed|spoke\s+(?:to|with)
        |talked\s+(?:to|with)|contacted|reached|found|polled|met|visited|consulted|surveyed|questioned)\b
    told_to .79 \b(?:answered|answering|took|fielded)\s+(?:[\w-]{1,20}\s+){0,2}?questions\s+(?:from|of
        |by)\s+{people}{outlet}
    told_to .79 \b(?:answers?|answered|answering)\s+(?:the\s+)?{outlet}(?:[’']s?)?\s+questions?\b
    told_to .86 \b(?:in|on|during)\s+(?:an?\s+|the\s+|its\s+)?(?:[\w-]{1,20}\s+)?(?:podcast|programme|program
        |broadcast|talk\s+show|live\s+stream|phone-in|webinar|livestream)\s+(?:of|by|on|for|from)\s+
        (?:the\s+)?{outlet}
    told_to .79 \b(?:told|said|says|speaking|spoke|explained|admitted|recalled|recalls|argued|joked|asked)\s+
        (?:[\w-]{1,20}\s+){0,2}?(?:on|in|during)\s+(?:the\s+)?{outlet}(?:[’']s?)?\s+
        (?:[\w’'-]{1,20}\s+){0,2}?(?:podcast|programme|program|show|broadcast|studio)\b
    told_to .79 \b(?:told|said|says|saying)\s+(?:in\s+)?(?:an?\s+)?{outlet}(?:[’']s?)?\s+interview\b
    told_to .79 \bin\s+(?:an?|his|her|their)\s+(?:[\w-]{1,20}\s+)?{outlet}\s+interview\b
    told_to .9 \bexclusively\s+to\s+{people}{outlet}
    told_to .9 \b(?:told|tells|telling)\s+(?:the\s+)?(?:readers|listeners|viewers|followers
        |audience)\s+of\s+{outlet}
    told_to .85 \b(?:told|tells|telling)\s+(?P<agency>the\s+(?:agency|site|website|channel|station|portal
        |radio|network))(?!\w)(?!\s+(?-i:[«“„\"A-ZА-ЯІЎЇЄҐ\ue000]))
    told_to .85 \b(?:told|tells|telling|(?:spoke|speaking|explained|admitted|said|complained|confirmed
        |confessed)\s+(?:to|with))\s+(?P<own>our\s+(?:correspondent|reporter|journalist|newspaper|paper|site
        |portal|newsroom))\b
    told_to .85 \b(?:in\s+an?\s+)?(?:interview|conversation|comment)s?\s+(?:with|to|for)\s+(?P<own>our\s+
        (?:correspondent|reporter|journalist|newspaper|paper|site|portal|newsroom|readers))\b
    reported_by .85 (?P<own>\bour\s+(?:correspondent|reporter))\s+(?:reports|reported|says|writes|learned
        |found\s+out)\b
    reported_by .85 \b(?:according\s+to|quoted\s+by|reported\s+by|citing|quoting)\s+
        (?P<agency>the\s+agency){named}
    reported_by .85 \b(?P<agency>the\s+agency)(?:[’']s\s+(?:report|article|story))?\s+{adverbs}(?:reports?
        |reported|writes|wrote|quotes|quoted|quoting|cites|cited|learned|understands)\b
    reported_by .85 \b(?:the|its)\s+(?P<paper>(?:news)?(?:paper|site|magazine|outlet|broadcaster|portal
        |channel|daily|weekly)[’']s\s+(?:source|correspondent|reporter|journalist)s?)\s+(?:say|says|said
        |report|reports|reported|claim|claims|claimed|saw|counted)\b
    reported_by .79 {outlet}(?:[’']s?)?\s+(?:own\s+)?(?:correspondent|reporter|journalist)s?\s+(?:(?:in|at
        |on)\s+(?:the\s+)?\w{1,20}\s+)?{adverbs}(?:says?|said|reports?|reported|writes?|wrote|learned|noted
        |estimates?|estimated)\b
    reported_by .79 {outlet}(?:[’']s)?\s+{adverbs}(?:was|were|became)\s+(?:among\s+)?the\s+first\s+
        (?:\w+\s+)?to\s+(?:write|report|publish|break|reveal|tell|cover|notice|announce|draw)\b
    reported_by .92 \b(?:newspaper|tabloid|magazine|website|portal|broadcaster|outlet|publication|channel
        |weekly|daily|journal|blog|news\s+(?:agency|site|website|outlet|portal|service))\s+{outlet}\s+(?:was
        |were)\s+the\s+first\s+to\b
    reported_by .9 \b(?:newspaper|tabloid|magazine|website|portal|broadcaster|outlet|publication|channel
        |weekly|daily|journal|blog|site)\s+{outlet}\s*,?\s+{adverbs}(?:calculated|estimates|estimated
        |uncovered|argues|recalls|recalled|explains|explained|points\s+out|pointed\s+out|adds|describes
        |described|reminds|understands|established)\b
    reported_by .9 \b(?:reported|revealed|described|noted|calculated|counted|estimated|pointed\s+out
        |uncovered|first\s+noticed|leaked|released|compiled|cited|quoted|analysed|investigated|gathered
        |collected|documented|verified|viewed|examined|heard|translated|shared)\s+(?:\w+ly\s+)?(?:by|to)\s+
        (?:an?\s+|the\s+)?(?:\w+ly\s+)?(?:journalists\s+(?:of|from|at)\s+)?{outlet}
    reported_by .9 \b(?:data|figures|estimates|calculations|information|observations?|sources?|rankings?
        |ratings?|list)\s+(?:compiled\s+|collected\s+|published\s+)?(?:of|by|from|at)\s+(?:the\s+)?{outlet}
    reported_by .92 \b(?:we\s+)?(?:learned|learnt|read|heard)\s+(?:about\s+\w+\s+)?from\s+(?:the\s+)?{outlet}
    told_to .79 {outlet}(?:[’']s?)?\s+(?:sources?|interlocutors?)\s+(?:say|said|claim|claimed|believe
        |confirmed|insist)\b
    reported_by .79 {outlet}\s+{adverbs}(?:drew|draws|called|calls)\s+attention\b
    reported_by .79 {outlet}\s*,?\s+{adverbs}(?:broke\s+the\s+(?:news|story)|reminds?|reminded|specif(?:ies
        |ied)|clarif(?:ies|ied)|recounts?|recounted|observes?|observed|counted)\b(?!\s+(?:its|their)\b)
    reported_by .79 {outlet}\s+{adverbs}(?:predicts?|predicted|believes?|suggests?|suggested|compared|warns?
        |warned|confirms?|confirmed|says|tells|told|stresses|stressed|concludes?|concluded|points?|pointed
        |acknowledges)\s+(?:out\s+)?that\b(?!\s+(?:its?|they)\b)
    reported_by .79 (?<=,\s){outlet}\s+(?:confirms?|confirmed|observes?|observed|warns?|warned|suggests?
        |suggested|predicts?|predicted)(?=\s*[.,])
    published_by .9 \b{text}\s+(?:was\s+|were\s+|is\s+|first\s+|has\s+been\s+)*(?:published|printed|run
        |carried|appears|appeared|came\s+out)\s+in\s+{issue}\b
    published_by .86 \b(?:published|printed|appeared|appears|appearing|came\s+out|ran)\s+
        (?:[\w-]{1,20}\s+){0,3}?in\s+(?:the\s+|an?\s+)?{outlet}
    published_by .9 \b(?:column|op-ed|essay|article|opinion\s+piece|commentary|blog|piece|study|paper
        |review)\s+(?:[\w-]{1,20}\s+){0,2}?(?:for|in)\s+(?:the\s+)?{outlet}
    published_by .79 \bin\s+(?:an?|his|her|their)\s+(?:[\w-]{1,20}\s+)?{outlet}\s+(?:column|op-ed|essay
        |blog)\b
    published_by .93 \b(?:telegram|youtube)\s+channel\s+{outlet}\s+{adverbs}(?:published|posted|released
        |showed|shared|aired)\b
    reported_by .92 \b(?:telegram|youtube)\s+channel\s+{outlet}
    reported_by .92 {outlet}\s+telegram\s+channel
    platform .77 \b(?:on|in|via|through|from)\s+(?:his|her|their|its|an?|the|(?:the\s+)?[\w-]{2,20}[’']s)\s+
        (?:[\w-]{1,20}\s+){0,2}?(?P<outlet>telegram|youtube|viber|whatsapp)\s+channel\b
    platform .77 \b(?:posts?|messages?|statement|video|thread|comments?|replies|reply)\s+
        (?:[\w-]{1,20}\s+){0,2}?on\s+(?P<outlet>(?-i:X))(?=[,.;:]|\s(?!-))
    platform .78 \b(?:supported|condemned|thanked|replied|responded|apologi[sz]ed|joked|quipped|praised
        |slammed|criticised|criticized|confirmed|reported|appealed|asked|urged|called|warned|told
        |congratulated|complained|commented|addressed|reacted|argued|insisted|explained|denied|added
        |ironi[sz]ed|mocked|boasted|promised|recalled|admitted|claimed|noted|stated|live-?streamed|broadcast
        |went\s+live|tweets?|says|reads|published|circulated|circulating|appeared|spread|deleted|removed)\b
        (?:\s+[\w’'“”\"-]{1,30}){0,8}?,?\s+(?:on|in|via|through)\s+(?:his\s+|her\s+|their\s+|its\s+
        |the\s+)?{outlet}
    platform .77 \b(?:on|in|via|through|from)\s+(?:his|her|their|its|my|an?|[\w-]{2,20}[’']s)\s+
        (?:[\w-]{1,20}\s+){0,2}?(?:page|account|profile|channel|feed|post|video|blog|story|message|group)\s+
        (?:on|in|at)\s+{outlet}
    platform .77 \b(?:his|her|their|its|whose)\s+(?:own\s+|official\s+|personal\s+|verified\s+)?{outlet}
        (?=\s+(?:shows|showed|says|said|reads|page|account|profile|channel|feed|post|posts|video|story
        |stories|message)\b)
    platform .76 (?<=[’']s\s){outlet}(?=\s+(?:shows|showed|says|said|reads|page|account|profile|channel|feed
        |post|posts|video|story|stories|message)\b)
    platform .76 \b(?:an?|the|this|another|several|deleted|recent)\s+(?:[\w-]{1,20}\s+){0,2}?{outlet}\s+
        (?:post|posts|video|message|thread|livestream|story|stories|comment|statement)\b
    platform .76 \b(?:on|in|via|through)\s+(?:his|her|their|its)\s+(?:official\s+|personal\s+
        |own\s+)?{outlet}
    platform .76 \b(?:videos?|posts?|footage|clips?|photos?|recordings?|messages?|statement|broadcast
        |stream)\s+(?:[\w-]{1,20}\s+){0,3}?(?:on|to|from|via)\s+{outlet}
    platform .78 \b(?:photo|video|image|source|screenshot|picture|footage|still)s?\s*[:/]\s?
        (?:[\w.\s]{1,30}[/,|]\s?)?{outlet}
    told_to .93 \b(?:told|tells|telling|(?:spoke|speaking|speaks|talked|talking|confirmed|explained|admitted
        |confided|spoken)\s+(?:\w+\s+)?(?:to|with))\s+(?:(?:a|an|the)\s+)?(?:(?!(?:that|me|him|her|us|them
        |it)\s)[\w’'-]{1,30}\s+){0,2}?{outlet}
    told_to .92 \b(?:in\s+(?:an?\s+)?(?:[\w-]{1,30}\s+)?)?(?:interviews?|(?<!declined\sto\s)
        (?<!refused\sto\s)(?<!not\s)(?<!request\sfor\s)(?<!requests\sfor\s)comments?|remarks|statement
        |conversation|briefing|emails?|letter|comment(?:ed|ing)|appearance|speech|answers?|repl(?:y|ied))\s+
        (?:\w+\s+)?(?:with|to|for|on|given\s+to)\s+(?:(?:a|an|the)\s+)?(?:(?:journalists?|reporters?
        |correspondents?)\s+(?:of|from|for|at)\s+)?{outlet}
    told_to .92 \b(?:interviews?|comments?|remarks)\s*,?\s+(?:\w+\s+)?(?:published|aired|broadcast|posted
        |recorded|taped|streamed)\s+(?:\w+day\s+)?(?:by|in|on|for|with)\s+(?:the\s+)?{outlet}
    reported_by .79 \bper\s+(?:the\s+)?{outlet}
    platform .78 \bon\s+{outlet}\s*,?\s+(?:[\w’'-]{1,30}\s+){0,2}?(?:wrote|said|posted|writes|announced
        |called|shared)\b
    platform .78 \b(?:in|on|via|from)\s+(?:an?|his|her|its|their|the)\s+(?:[\w-]{1,20}\s+)?{outlet}\s+(?:post
        |page|message|video|account|channel|statement)s?\b
    told_to .9 \b(?:in\s+response\s+to|responding\s+to|replying\s+to|answering|answered)\s+(?:an?\s+|the\s+)?
        (?:[\w-]{1,30}\s+)?(?:questions?|requests?|quer(?:y|ies)|inquir(?:y|ies)|emails?)\s+
        (?:for\s+comment\s+)?(?:from|by)\s+{outlet}
    told_to .85 \b(?:contacted|reached|approached|interviewed)\s+(?:[\w-]{1,30}\s+){0,2}?by\s+
        (?:the\s+)?{outlet}
    told_to .79 \b(?:said|says|speaking|appeared|appearing|argued|asked|interviewed)\s+
        (?:[\w-]{1,30}\s+){0,3}?(?:on|by)\s+(?:the\s+)?{outlet}
    reported_by .92 \b(?:according\s+to|as\s+(?:reported|stated|noted|written|quoted|cited)\s+(?:by|in|on)|
        (?:first\s+|was\s+|were\s+|been\s+)?(?:reported|revealed|uncovered|quoted|cited|obtained|seen
        |reviewed|broken|confirmed|monitored|carried)\s+by|as\s+saying\s+by|citing|quoting|referring\s+to
        |with\s+reference\s+to|via:?|h/t)\s+(?:an?\s+|the\s+)?(?:(?:[\w-]{1,30}\s+){0,2}?(?:report|article
        |interview|story|analysis|investigation|document|poll|polling|survey|tally|count|review
        |statement)s?\s+(?:by|in|from|on|of|published\s+(?:by|in|on))\s+)?{outlet}
    reported_by .79 \b(?:reports?|articles?|story|stories|analysis|investigations?|editorial|op-ed|piece
        |feature|poll|footage|broadcast|documentary)\s+(?:[\w-]{1,30}\s+){0,2}?(?:by|in|from|on)\s+
        (?:the\s+)?{outlet}
    reported_by .79 {outlet}(?:[’']s)?(?:\s+(?:newspaper|magazine|website|portal|tabloid|broadcaster|channel
        |daily|weekly|news\s+(?:agency|site|website|outlet|portal|service)))?\s*,?\s+(?:also\s+|first\s+
        |has\s+|had\s+|have\s+|earlier\s+|later\s+|previously\s+)*(?:reports?|reported|reporting|writes|wrote
        |revealed|quotes|quoted|quoting|cited|notes|noted|found|learned|understands|obtained|uncovered
        |exposed|alleged|claims|claimed|argues|argued|described|shows|showed|shown|put\s+it|puts\s+it
        |explains?|explained|points\s+out|pointed\s+out|recalls?|(?:adds?|added)(?=\s+that\b|\s*[,:])
        |estimates?|estimated|calculated)\b(?!\s+(?:its|their|a\s+(?:statement|lawsuit))\b)(?!\s+(?:
        (?!that\b)[\w-]+\s+){0,5}?(?:revenues?|profits?|earnings|subscribers|layoffs|journalists?\b))
    reported_by .79 {outlet}(?:[’']s?)?\s+(?:[\w-]{1,30}\s+)?(?:investigations?|reports?|analysis|tally|poll
        |survey|exclusive|scoop|fact-check)\b
    reported_by .79 (?:\bas\s+)?{outlet}\s*,[^,\n]{3,60},\s+(?:has\s+)?(?:reports?|reported|writes|wrote
        |noted|said|says|put\s+it)\b
    reported_by .79 \bas\s+{outlet}[’']s\s+(?:[\w.-]{1,30}\s+){1,3}?(?:reports?|reported|writes|wrote|noted
        |put\s+it)\b
    image_credit .79 \b(?:handout|pool|stringer|getty(?:\s+images)?|file)(?:\s\w{1,20})?\s?/\s?{outlet}
    reported_by .75 {outlet}(?:\s+(?:newspaper|magazine|website|portal|tabloid|broadcaster|channel|daily
        |weekly|news\s+(?:agency|site|website|outlet|portal|service)))?\s+(?:said|says)\b(?!\s+(?:on\s+)?
        (?:\w+day\s+)?(?:in\s+a\s+statement|its?\b|their|they|that\s+(?:its?|they)\b))
    reported_by .8 (?<=[,”\"’'] )(?:reports?|reported|writes|wrote|said|says)\s+{outlet}
    reported_by .95 \b(?:original\s+)?sources?\s*[:—–-]\s*{outlet}
    image_credit .97 (?<=[.!?”\")…][ \u00a0])sources?\s*:\s*{outlet}(?=\.?\s*(?:\n|$))
    image_credit .95 \b(?:photo(?:graph)?|image|picture|illustration|screenshot|video|infographic|graphic
        |photo\s+credit|image\s+credit|credit|still|photo\s+source|image\s+source)s?\s*(?:[:©/|]|\s[—–-]|by\b
        |from\b|courtesy\s+of|via\b|credit\b\s*:?)\s*(?:(?-i:[A-Z])[\w.-]*(?:\s
        (?-i:[A-Z])[\w-]*)?\s*[/,|]\s*)?(?:the\s+)?{outlet}(?!\s+(?:shows?|showed|showing|was|were|is|are
        |that)\b)
    reported_by .92 \b(?:newspaper|tabloid|magazine|website|portal|broadcaster|outlet|publication|channel
        |news\s+(?:agency|site|website|outlet|portal|service))\s+{outlet}\s+(?:also\s+|first\s+|has\s+|had\s+
        |earlier\s+|later\s+)*(?:reports?|reported|writes|wrote|said|says|claims|claimed|revealed|noted
        |quoted|cited|learned|found)\b(?!\s+(?:it|its|their)\b)
    platform .7 \b(?:post(?:ed|s)?|wrote|writes|said|shared|announced)\s+(?:[\w’'-]{1,30}\s+){0,4}?on\s+
        (?P<outlet>(?-i:X))(?=[,.;]|\s+\(|\s*$|\s+on\b|\s+that\b)
    published_by .79 {outlet}(?:[’']s)?\s+(?:also\s+|first\s+|has\s+|had\s+|have\s+|later\s+)*(?:published
        |posted|printed|aired|broadcast\s+(?:footage|video|images|pictures))\b
    joint .79 {outlet},?\s+(?:together|jointly|in\s+(?:partnership|collaboration|cooperation)|working
        |along)\s+with\b
    published_by .9 \b(?:published|posted|printed|released|aired|broadcast|run)\s+(?:[\w-]{1,30}\s+){0,3}?
        (?:by|in|on|at)\s+(?:the\s+)?(?:(?:(?:web)?site|(?:telegram\s+)?channel|pages?)\s+of\s+)?{outlet}
    published_by .9 \b(?:writing|wrote|written|writes|op-ed|essay|column|commentary|opinion\s+piece)\s+
        (?:\w+\s+)?(?:in|for)\s+(?:the\s+)?{outlet}
    joint .97 \b(?:published|reported|conducted|carried\s+out|produced)\s+jointly\s+(?:by|with)\s+{outlet}
    joint .97 \bin\s+(?:an?|the|their|this)\s+joint\s+(?:investigation|project|report|story)\s*,\s*
        (?:the\s+)?{outlet}
    joint .98 \bjoint(?:ly)?\s+(?:[\w-]{1,30}\s+){0,3}?(?:investigation|project|report|story|research
        |reporting|published)\s+(?:by|of|with|between|from)\s+(?:journalists\s+(?:of|from)\s+)?{outlet}
    joint .79 \b(?:together|in\s+(?:partnership|collaboration|cooperation)|jointly|collaborated)\s+with\s+
        (?:journalists\s+(?:of|from|at)\s+)?{outlet}
    repost_footer .98 \b(?:first\s+appeared|appeared\s+first|appeared\s+originally|originally\s+appeared|
        (?:was\s+|were\s+)?(?:first|originally)\s+published|(?:was\s+)?published\s+(?:first|originally)
        |republished|reposted|reprinted|reproduced|cross-?posted|syndicated)\s+(?:here\s+)?(?:\w+\s+)?(?:on
        |in|by|at|from)\s+(?:the\s+)?(?:(?:web)?site\s+of\s+|blog\s+at\s+)?{outlet}
    repost_footer .9 \b(?:re)?(?:published|printed|posted|produced)\s+(?:here\s+)?(?:with|by)\s+(?:the\s+)?
        (?:kind\s+)?permission\s+(?:from|of|by)\s+(?:the\s+)?{outlet}
    repost_footer .9 \b(?:read\s+(?:the\s+)?(?:full|original|whole)\s+(?:article|story|text|version|post)\s+
        (?:on|at|in)|originally\s+from|original(?:\s+(?:article|story|text|post))?\s*:)\s+{outlet}
    told_to .85 \b(?:told|tells|telling|(?:spoke|speaking|spoken)\s+(?:to|with))\s+(?P<paper>the\s+(?:news)?
        (?:paper|magazine|outlet|broadcaster|publication|tabloid|daily|weekly|(?<=news)\s(?:agency|site
        |website|outlet|portal|channel)))(?!\w)(?!\s+(?-i:[«“„\"A-ZА-ЯІЎЇЄҐ\ue000]))
    told_to .85 \bin\s+(?:an?|the)\s+(?:[\w-]{1,30}\s+)?interview\s+with\s+(?P<paper>the\s+(?:news)?(?:paper
        |magazine|outlet|broadcaster|publication|tabloid|daily|weekly|(?<=news)\s(?:agency|site|website
        |outlet|portal|channel)))(?!\w)(?!\s+(?-i:[«“„\"A-ZА-ЯІЎЇЄҐ\ue000]))
    reported_by .85 \b(?P<paper>the\s+(?:news)?(?:paper|magazine|outlet|broadcaster|publication|tabloid|daily
        |weekly|(?<=news)\s(?:agency|site|website|outlet|portal|channel)))(?:[’']s\s+(?:report|article|story
        |investigation))?\s+(?:also\s+|has\s+|had\s+|further\s+|first\s+|later\s+)*(?:reports?|reported|said
        |says|writes|wrote|claims|claimed|adds|added|notes|noted|quotes|quoted|cites|cited|revealed|found
        |learned|understands|alleged|obtained|argued)\b
    reported_by .85 \b(?:according\s+to|as\s+reported\s+by|citing|quoting)\s+(?P<paper>the\s+(?:news)?
        (?:paper|magazine|outlet|broadcaster|publication|tabloid|daily|weekly|(?<=news)\s(?:agency|site
        |website|outlet|portal|channel)))(?!\w)(?!\s+(?-i:[«“„\"A-ZА-ЯІЎЇЄҐ\ue000]))
    link .7 \b(?:as\s+reported\s+(?:by|in|on)|according\s+to)(?=\s*[,.;])
    link .6 \bcan\s+be\s+(?:found|read|seen|viewed)\s+here\b
    platform .78 \b(?:said|says|wrote|writes|posted|tweeted|published|shared|announced|statement|posts?
        |messages?|comment(?:ed|s)?|video|live|uploaded)\s+(?:[\w’'-]{1,30}\s+){0,4}?(?:on|in|via|to)\s+
        (?:his\s+|her\s+|their\s+|its\s+|a\s+|the\s+)?(?:official\s+)?{outlet}
    reported_by .8 \b(?:messages?|reports?|posts?|rumou?rs|information|claims)\s+(?:[\w-]{1,30}\s+){0,3}?
        (?:in|on|from|by)\s+(?:the\s+|some\s+|several\s+)?(?P<outlet>telegram)\s+channels\b
    told_to .9 \b(?:wrote|writing|texted|messaged|emailed)\s+to\s+(?:the\s+)?{outlet}
    told_to .9 \b(?:shared|sharing|shares)\s+(?:[\w’'-]{1,20}\s+){0,4}?with\s+{people}(?:the\s+)?{outlet}
    told_to .9 \b(?:statement|letter|message|reply|response|answer|comment|remarks|email|e-mail)s?\s+(?:sent
        |given|provided|passed|made|forwarded|issued|addressed)\s+(?:exclusively\s+)?to\s+{people}
        (?:the\s+)?{outlet}
    told_to .95 \b(?:according\s+to|citing|quoting)\s+(?:an?\s+|the\s+|\w+\s+)?{outlet}(?:[’']s?)?\s+
        (?:own\s+)?(?:\w+\s+)?(?:source|interlocutor)s?\b
    reported_by .92 \bas\s+(?:the\s+)?{outlet}\s+{adverbs}(?:was\s+the\s+first\s+to\s+)?(?:reports?|reported
        |writes?|wrote|notes?|noted|put\s+it|puts\s+it|revealed|has\s+\w+ed)\b
    reported_by .79 {outlet}\s+(?:witness(?:es)?|team|crew)\s+(?:[\w’'-]{1,20}\s+){0,4}?(?:saw|seen|heard
        |counted|witnessed|watched|observed)\b
    reported_by .79 {outlet}\s+(?:verify\s+|investigates?\s+)?(?:has|have)\s+{adverbs}(?:seen|verified
        |confirmed|established|identified|reviewed|analy[sz]ed|examined|obtained|learn(?:ed|t)|heard|counted
        |documented|read)\b
    reported_by .79 (?:the\s+)?{outlet}\s+(?:also\s+|first\s+|has\s+|earlier\s+|later\s+|previously\s+
        |now\s+)?(?P<cue>(?:reports?|reported|writes|wrote|quoted|quotes|broke\s+the\s+(?:news|story)
        |has\s+learn(?:ed|t)|was\s+the\s+first\s+to\s+(?:report|write)))\b(?!\s+(?:its|their|revenues?
        |profits?|a\s+(?:loss|profit)))
    platform .77 \b(?:took|went|turned|taking|turning|going)\s+(?:to|on)\s+(?:(?:his|her|their
        |its)\s+)?{outlet}(?=\s+to\s|[.,;]|\s*$|\s+and\s|\s+with\s)
    link .96 \b(?:more(?:\s+details)?(?:\s+(?:on|about)\s+(?:this|it|that|the\s+\w{1,20}))?|read\s+more
        |details|see\s+also|read\s+also|also\s+read|continue\s+reading|read\s+on|(?<!read\sthe\s)full\s+
        (?:text|story|report|version|interview))\s*(?:[:—–-]|\bat\b|\bon\b|\bin\b|\bfrom\b|\bvia\b)\s*
        (?:on\s+|at\s+)?(?:the\s+)?(?:(?:web)?site\s+of\s+)?{outlet}
    link .96 \bfor\s+(?:more|details|the\s+full\s+\w{1,20})(?:\s+[\w-]{1,20}){0,3}?,?\s+(?:see|visit|read
        |go\s+to)\s+(?:the\s+)?{outlet}
    link .96 \b(?:can|may)\s+(?:be\s+|also\s+){0,2}(?:read|found|seen|viewed|downloaded|watched|heard|find
        |download|watch|see|listen\s+to|listened\s+to)\s+(?:[\w’'-]{1,20}\s+){0,5}?(?:on|at|in|from|via)\s+
        (?:the\s+)?(?:(?:web)?site\s+of\s+)?{outlet}
    link .96 \b(?:is|are)\s+available\s+(?:[\w-]{1,15}\s+){0,2}?(?:on|at|in|from|via)\s+(?:the\s+)?(?:
        (?:web)?site\s+of\s+)?{outlet}
    link .9 (?-i:\b(?:Watch|Read|Listen\s+to|Find|See))\s+(?:the|our|her|his|this|more|it|full)\s+
        (?:[\w’'-]{1,20}\s+){0,4}?(?:on|at|in)\s+(?:the\s+)?{outlet}
    published_by .94 \b(?:videos?|footage|recordings?|photos?|film|lists?|letter|clips?|images|audio|pictures
        |documentary|statement|transcript|documents)\s*,?\s+(?:(?:was|were|been|later|first)\s+){0,2}
        (?:released|posted|shared|aired|shown|broadcast|published|circulated|carried)\s+by\s+
        (?:the\s+)?{outlet}
    published_by .9 \b(?:shown|aired|screened|premiered|serialised)\s+(?:on|by|in)\s+(?:the\s+)?{outlet}
    published_by .9 \b(?:list|text|article|letter|report|story|video|photo|picture|interview|recording
        |petition|advertisement|obituary)s?\s+(?:also\s+|first\s+)?(?:appeared|surfaced)\s+(?:on|in)\s+
        (?:the\s+)?{outlet}
    published_by .79 \bin\s+an?\s+(?:[\w-]{1,20}\s+)?editorial\s*,\s+(?:the\s+)?{outlet}
    image_credit .95 \b(?:photo(?:graph)?|picture|illustration|image)s?\s*(?::|by)\s*(?:
        (?-i:[A-Z])[\w.’'-]*\s?){1,3}\s(?:for|courtesy\s+of)\s+(?:the\s+)?{outlet}
    image_credit .95 \b(?:map|collage|chart|cartoon|drawing|cover(?:\s+photo)?|infographics|montage
        |portrait)\s*[:©/]\s*(?:the\s+)?{outlet}
    image_credit .95 \b(?:photo|picture|image|screenshot|still)s?\s+(?:taken\s+|grabbed\s+)?from\s+(?:an?\s+
        |the\s+)?{outlet}(?=\s*(?:[)\]]|\.?\s*(?:\n|$)|\s(?:report|film|video|broadcast|footage)\b))
    repost_footer .9 \b(?:the\s+)?original\s+(?:\w{1,15}\s+)?(?:is|was|appeared|can\s+be\s+found)\s+
        (?:published\s+|posted\s+)?(?:on|at|in)\s+(?:the\s+)?(?:(?:web)?site\s+of\s+)?{outlet}
    platform .76 \b(?:in|on|from|via)\s+(?:an?|the|this|their|local)\s+(?:[\w-]{1,20}\s+)?{outlet}\s+(?:chat
        |group|community)s?\b
    reported_by .9 \bit\s+was\s+(?:the\s+)?{outlet}\s+(?:that|which|who)\b
    reported_by .9 \b(?:given|spread|picked\s+up|relayed|broken|put\s+about|repeated|distributed|circulated
        |carried|named|mentioned|denied|exposed|located|tracked\s+down|found)\s+by\s+(?:the\s+)?{outlet}
    reported_by .79 {outlet}\s+{adverbs}(?:puts?\s+(?:the|his|her|its|their|that|this)|names?\s+(?:the|him
        |her)|named\s+(?:the|him|her)|calls?\s|called\s|denied|denies|referred\s+to|refers\s+to|spread\s
        |tells\s|ran\s+(?:a|the|an)|devoted\s|devotes\s|picked\s+up|listed\s|lists\s|counts\s|counted\s
        |managed\s+to|tracked\s+down|located\s|identified\s|traced\s|profiled\s|insists\s|maintains\s
        |speculates|speculated)(?!\s*(?:on\s+\w+\s+to|for\b|off\b))
    reported_by .9 \bby\s+(?:the\s+)?(?:estimate|count|reckoning|calculation|account|tally)s?\s+(?:of|by)\s+
        (?:the\s+)?{outlet}
    reported_by .79 \b(?:by|on|in)\s+{outlet}[’']s?\s+(?:own\s+)?(?:estimate|count|reckoning|calculation
        |account|tally|data|telling)s?\b
    reported_by .92 \b(?:became|become|is|was)\s+known\s+to\s+(?:the\s+)?{outlet}
    reported_by .79 {outlet}(?:[’']s?)?\s+(?:journalists|reporters|correspondents|investigators)\s+{adverbs}
        (?:found|visited|saw|discovered|established|counted|obtained|verified|studied|traced|identified
        |travelled|went|located|learned|spent|checked)\b
    told_to .8 {outlet}[’']s?\s+(?:own\s+)?(?:\w+\s+)?(?:source|interlocutor)s?\s+\w
    told_to .9 \b(?:assured|informed|texted|emailed|messaged)\s+(?:the\s+)?{outlet}
    told_to .9 \b(?:reply|answer|response|explanation)\s+(?:that\s+)?(?:the\s+)?{outlet}\s+(?:got|received
        |was\s+given|heard)\b
    told_to .79 \bwhen\s+(?:the\s+)?{outlet}\s+{adverbs}(?:asked|reached|called|contacted|phoned|visited
        |spoke|rang)\b
    told_to .79 \bwith\s+whom\s+(?:the\s+)?{outlet}\s+{adverbs}(?:talked|spoke|met|chatted|sat)\b
    told_to .9 \b(?:message|letter|note|email|e-mail|text|statement)s?\s+
        (?:[\w’'-]{1,20}\s+){0,4}?sent\s+to\s+(?:the\s+)?{outlet}
    told_to .79 \bat\s+{outlet}[’']s?\s+request\b
    told_to .9 \bat\s+the\s+request\s+of\s+(?:the\s+)?{outlet}
    told_to .93 \b(?:told|tells|telling)\s+(?:the\s+)?(?:[\w-]{1,20}\s+){0,3}?(?:radio|television|tv
        |broadcaster|agency|newspaper|paper|website|portal|channel|station|magazine|daily|weekly|site|outlet
        |tabloid|network)\s+{outlet}
    told_to .92 \bon\s+(?:the\s+)?air\s+(?:of|at|on|for|with)\s+(?:the\s+)?{outlet}
    told_to .9 \b(?:commented|commenting|comments)\s+(?:on\s+)?(?:[\w’'-]{1,20}\s+){0,5}?for\s+
        (?:the\s+)?{outlet}
    told_to .93 \bin\s+(?:an?|his|her|their)\s+(?:[\w-]{1,20}\s+)?commentary\s+to\s+(?:the\s+)?{outlet}
    told_to .85 \b(?:told|tells|telling)\s+(?P<paper>the\s+(?:channel|website|portal|programme))(?!\w)(?!\s+
        (?-i:[«“„\"A-Z\ue000]))
    told_to .85 \b(?P<paper>the\s+(?:newspaper|paper|magazine|outlet|publication|channel|website|portal
        |broadcaster|tabloid|weekly|daily)[’']s\s+(?:interlocutor|source)s?)(?!\w)
    reported_by .85 \b(?:according\s+to|citing)\s+(?P<paper>the\s+(?:channel|website|portal)){named}
    reported_by .85 \b(?P<paper>the\s+(?:channel|website|portal))\s+(?:also\s+|further\s+|later\s+)?(?:adds
        |added|reports|reported|writes|wrote|notes|noted|specifies|specified|quotes|quoted|recalls
        |recalled)\b
    reported_by .79 {outlet}\s+{adverbs}(?:informs?|informed|communicates|states)(?=\s*[.,:]|\s+that\b
        |\s+about\b|\s+with\s+reference\b)
    reported_by .92 \b(?:informs|communicates|transmits)\s+(?:the\s+)?{outlet}
    reported_by .79 \bas\s+{outlet}\s+(?:informs|specifies|states|communicates|emphasi[sz]es|clarifies
        |adds)\b
    reported_by .79 {outlet}(?:[’']s?)?\s+(?:[\w-]{1,20}\s+)?(?:article|story|piece|publication|editorial)\s
    published_by .79 {outlet}\s+{adverbs}(?:publishes|prints|airs|broadcasts)\s+(?:an?|the|his|her|its|new
        |photos|videos?|excerpts|part)\b
    repost_footer .9 \bwith\s+(?:the\s+)?(?:kind\s+)?permission\s+(?:of|from)\s+(?:the\s+)?{outlet}
    told_to .79 {outlet}\s+{adverbs}(?:was|were|had\s+been|has\s+been)\s+(?:also\s+)?told\b
    told_to .9 \bin\s+an?\s+(?:[\w-]{1,20}\s+)?(?:phone\s+call|call|chat|exchange|talk|discussion
        |video\s+call|meeting)\s+with\s+{people}(?:the\s+)?{outlet}
    told_to .93 \b(?:told|tells|telling)\s+(?:the|a)\s+(?:[\w-]{1,20}\s+){0,3}?(?:newspaper|paper|website
        |portal|station|channel|magazine|daily|weekly|agency|broadcaster|outlet|site)\s*,\s*
        (?:the\s+)?{outlet}
    told_to .9 \b(?:gave|gives|giving|granted|granting)\s+(?:[\w’'-]{1,20}\s+){0,2}?(?:interview|comment
        |account|statement|quote)s?\s+(?:[\w’'-]{1,20}\s+){0,5}?to\s+{people}(?:the\s+)?{outlet}
    told_to .79 {outlet}\s+{adverbs}asked\s+(?!for\b)(?=[^\n]{2,160}[.?!]\s[^\n]{2,240}\b(?:replied|answered
        |responded|said|says|replies|answers)\b)
    told_to .9 \basked\s+(?:the\s+)?{outlet}\s+(?:to\s+withhold|not\s+to\s+(?:name|use|publish|be)|to\s+be
        |that\s+(?:his|her|their)\s+(?:name|surname|identity))
    reported_by .92 \b(?:additional\s+|with\s+|further\s+)?reporting\s+(?:by|from)\s+(?:the\s+)?{outlet}
        (?=\s*(?:[.;,]|\n|$|and\b))
    reported_by .79 (?:the\s+)?{outlet}\s+(?:can\s+(?:reveal|report|confirm|disclose)|(?:is|was)\s+{adverbs}
        (?:reporting|told\s+that))\b
    reported_by .79 {outlet}\s+{adverbs}names\s+(?:him|her|them|the|it)\b
    reported_by .79 {outlet}\s+(?:photographer|cameraman|camerawoman|stringer)s?\s+
        (?:(?!who\b|was\b|is\b|has\b|were\b)[\w’'-]{1,20}\s+){0,4}?(?:saw|heard
        |counted|watched|witnessed|met|visited|found)\b
    reported_by .9 \b(?:reporters?|journalists?|correspondents?)\s+(?:from|of|for|with)\s+
        (?:the\s+)?{outlet}\s+{adverbs}(?:visited|counted|saw|found|heard|established|obtained|verified
        |watched|noticed|witnessed|learned|discovered)\b
    reported_by .9 \b(?:documents?|files?|records?|recordings?|e-?mails?|messages|letters?|data|photos?
        |videos?|footage|papers|minutes|transcripts?)\s*,?\s+(?:(?:was|were|been|later|first)\s+){0,2}
        (?:provided|shared|given|passed|leaked|handed|made\s+available)\s+(?:[\w’'-]{1,20}\s+)?(?:to|with)\s+
        (?:the\s+)?{outlet}
    reported_by .79 \bin\s+(?:an?|the|its)\s+(?:[\w-]{1,20}\s+)?{outlet}(?:[’']s)?\s+(?:documentary|film
        |report|investigation|broadcast|segment|feature|dispatch)\b
    published_by .79 \bin\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)[’']s\s+{outlet}
    published_by .9 \b(?:read\s+out|shown|aired|broadcast|announced|carried)\s+(?:on|by|in)\s+(?:the\s+)?
        (?:state\s+)?(?:television\s+|tv\s+|radio\s+)?(?:channel|station|broadcaster|network
        |agency)\s+{outlet}
    published_by .94 \b(?:footage|videos?|clips?|images|pictures|recordings?)\s+(?:aired|shown|broadcast
        |carried)\s+(?:by|on)\s+(?:the\s+)?(?:[\w-]{1,20}\s+){0,2}?{outlet}
    repost_footer .98 (?m:^)[ *_(\[]{0,3}(?:an?|the|this)\s+(?:\w+\s+)?(?:version|article|story|text|piece
        |essay|interview|report)\s+(?:of\s+(?:this|the)\s+(?:article|story|text|piece|essay|interview
        |report)\s+)?(?:was\s+)?(?:first|originally|previously)\s+(?:ran|run|printed|appeared|published|aired
        |posted)\s+(?:in|on|by|at)\s+(?:the\s+)?{outlet}
    repost_footer .9 (?<![^\n])(?:forwarded|reblogged|reposted|cross-?posted|shared)\s+(?:from
        |via)\s*:?\s+{outlet}(?=(?:[ \u00a0][\w’\'&+-]{1,30}){0,3}[.)\]]?\s*(?:[:\n]|$))
    repost_footer .79 (?m:^)[ ]{0,3}{outlet}\s+reblogged\b
    """,
    **PARTS,
)
CREDITS += TOLD
