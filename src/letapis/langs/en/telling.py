"""Parts of the English ways to credit: verbs of telling, and what stands between."""

from __future__ import annotations

from letapis.langs.base import ways

__all__ = ["PARTS", "TOLD"]

_SAYS = (
    r"(?:confirmed|confirms|explained|explains|admitted|admits|confided|confides|said|says|saying"
    r"|complained|complains"
    r"|complaining|revealed|reveals|confessed|confesses|disclosed|stated|commented|described"
    r"|recalled|recalls|conceded"
    r"|acknowledged|insisted|stressed|reiterated|repeated|boasted|joked|lamented|whispered"
    r"|clarified|announced|hinted"
    r"|spoke|speaks|talked|talks|remarked|replied|responded|confirming|explaining|admitting"
    r"|revealing|speaking|talking"
    r"|opened\s+up|gave\s+(?:an?\s+)?(?:\w+\s+)?(?:interviews?|comments?)|giving\s+(?:an?\s+)?"
    r"(?:\w+\s+)?interview"
    r"|wrote\s+in\s+an?\s+(?:e-?mail|letter|message)|in\s+an?\s+(?:[\w-]{1,20}\s+){0,2}?(?:message|note|text)"
    r"|in\s+written\s+(?:answers|comments|replies)|in\s+(?:a\s+)?(?:\w+\s+)?(?:response|answer|reply))"
)
"""Verbs of telling that take "to"."""
_ADVERBS = (
    r"(?:(?:has|had|have|also|later|earlier|first|recently|previously|then|now|however|meanwhile"
    r"|separately|reportedly"
    r"|correctly|again|still|already|in\s+turn|on\s+\w+day|today|yesterday|this\s+(?:week|month"
    r"|morning))\s+)*"
)
_PEOPLE = (
    r"(?:(?:the\s+)?(?:readers|listeners|viewers|journalists|reporters|correspondents?|staff"
    r"|editors|team|audience)\s+(?:of|from|at|for)\s+)?"
)
_ISSUE = (
    r"(?P<paper>(?:the|its|today[’']s|yesterday[’']s|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day[’']s|this\s+(?:week|month)[’']s)"
    r"\s+(?:[\w-]{1,15}\s+){0,2}?(?:issue|edition|number))"
)
_TEXT = (
    r"(?:interview|article|column|letter|essay|story|text|study|piece|report|commentary|op-ed"
    r"|reportage|obituary)s?"
)
_NAMED = r"(?!\w)(?!\s+(?-i:[«“„\"A-ZА-ЯІЎЇЄҐ\ue000]))"

PARTS = {
    "says": _SAYS,
    "adverbs": _ADVERBS,
    "people": _PEOPLE,
    "issue": _ISSUE,
    "text": _TEXT,
    "named": _NAMED,
}

TOLD = ways(
    r"""
    told_to .85 \b(?:told|tells|assured|informed)\s+(?P<own>us)(?=\s*[.,:;]|\s+(?:that|on|in|this|how|why
        |about|when|after|before|by)\b)
    reported_by .85 \b(?P<paper>the\s+site)\s+(?:also\s+|further\s+|later\s+)?(?:adds|added|reports|reported
        |writes|wrote|notes|noted|specifies|specified|says)\b
    published_by .85 \b(?:published|printed|carried|run)\s+(?:first\s+)?(?:by|in)\s+(?P<own>our
        \s+(?:newspaper|paper|site|portal|magazine))\b
    reported_by .85 \bas\s+(?P<own>our\s+(?:newspaper|paper|site|portal|magazine))\s+(?:has\s+|had\s+)?
        (?:already\s+|earlier\s+|previously\s+)?(?:reported|wrote|written|noted)\b
    told_to .93 \bin\s+(?:an?\s+|the\s+)?(?:[\w-]{1,20}\s+)?commentary\s+(?:to|for)\s+(?:the\s+)?{outlet}
    told_to .79 {outlet}\s+{adverbs}asked\s+(?!for\b)(?=[^\n.;]{2,160};\s[^\n]{2,240}\b(?:replied
        |answered|responded|said|says|replies|answers)\b)
    told_to .9 \b(?:asked|contacted|reached)\s+by\s+(?:[\w’'-]{1,20}\s+){1,3}?of\s+(?:the\s+)?{outlet}
    reported_by .92 \btransfers\s+(?:the\s+)?{outlet}
    image_credit .95 (?m:^)[ ]{0,3}(?:photo|photograph|picture)\s+of\s+(?:the\s+)?{outlet}(?=\s*\.?\s*
        (?:\n|$))
    platform .78 (?<![\w,]\s)on\s+{outlet}\s*,\s+(?:[\w’'-]{1,30}\s+){1,8}?(?:shared|viewed|reposted|liked
        |watched|circulated|posted|published)\b
    published_by .79 {outlet}\s+{adverbs}(?:publish(?:es|ed)|prints|shows|airs)\s+(?:\d+|two|three|several
        |some)\s
    """,
    **PARTS,
)
"""Ways to say whom somebody told that take more than a verb and a name."""
