"""Parts of the English ways to credit: verbs of telling, and what stands between."""

from __future__ import annotations

__all__ = ["PARTS"]

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
