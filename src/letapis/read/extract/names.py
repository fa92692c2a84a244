"""What authors of pages call their elements, and what such names promise."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["KINDS", "kinds", "tokens"]

_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_WHOLE = re.compile(r"[^a-z]+")

KINDS: dict[str, str] = {
    "comment": r"comment|komment|disqus|discuss|replies|respond|feedback|hypercomm|cackle",
    "read_also": r"relat|recommend|similar|read-?(?:more|also|next)|more-?(?:from|on|news|stor|art)|also|"
    r"popular|most-?(?:read|view|pop)|trending|taboola|outbrain|promo|teaser|latest|next-?(?:post|art)|"
    r"see-?also|suggest|carousel|cross|upnext|lastnews|news-?(?:list|feed|line|block)|widget",
    "share": r"shar(?:e|ing)|social|addthis|addtoany|likes?|pluso|uptolike|facebook|twitter|vk|telegram|"
    r"follow",
    "subscribe": r"subscri|newsletter|signup|sign-?up|paywall|mailing|donat|support-us|regwall|cta",
    "menu": r"nav|menu|breadcrumb|crumb|pagination|pager|toolbar|topbar|sitemap|tabs?",
    "footer": r"foot|copyright|copyr|colophon|legal|disclaimer",
    "header": r"header|masthead|banner|branding|logo",
    "tags": r"tags?|keyword|topics?|labels?|rubric|categor",
    "byline": r"byline|author|dateline|date|time|posted|publish|meta|info|credit|bio|source|avtor|profile",
    "caption": r"caption|figcap|wp-?cap|photo|image|img|gallery|slide|media|video|pict",
    "cookie": r"cookie|consent|gdpr|cmp|onetrust",
    "advert": r"ads?|advert\w*|sponsor\w*|adv|banner|reklama|dfp|promoted|commercial",
    "aside": r"sidebar|aside|rail|right-?col|col-?right|secondary|left-?col|complementary",
    "form": r"form|search|login|poll|survey|vote|quiz",
    "body": r"article-?(?:body|text|content)|story-?(?:body|text|content)|post-?(?:body|text|content)|"
    r"entry-?(?:body|text|content)|news-?(?:body|text|content|detail)|content-?(?:body|text)|"
    r"(?:body|full|main)-?(?:text|content|article)|articlebody|proparticlebody|rich-?text|text|paragraph",
    "article": r"article|story|post|entry|hentry|single|content|main|detail",
    "lead": r"lead|lede|intro|summary|standfirst|subtitle|sub-?head|dek|excerpt|descr|anons|annot",
    "title": r"title|headline|heading|zagolov|tytul",
    "hidden": r"hidden|sr-only|visually|screen-?reader|print-?only|noprint|d-none|invisible|off-?screen",
}
"""What a name hints at, and patterns of the names that do."""

_KINDS = tuple((name, re.compile(rf"(?<![a-z])(?:{pattern})")) for name, pattern in KINDS.items())


@lru_cache(maxsize=1 << 14)
def tokens(names: str) -> tuple[str, ...]:
    """The words of class names and ids, and each name as a whole where it has several.

    >>> tokens("articleBody wp-caption")
    ('article', 'body', 'caption', 'article-body', 'wp-caption')
    """
    found: dict[str, None] = {}
    whole: dict[str, None] = {}
    for name in names[:400].split():
        parts = [part.lower() for part in _PART.findall(name)]
        found.update(dict.fromkeys(part for part in parts if 2 < len(part) < 20))
        if 1 < len(parts) < 4:
            whole["-".join(parts)] = None
    return (*found, *whole)


def kinds(names: str) -> int:
    """The kinds that names hint at, a bit each in the order of ``KINDS``.

    >>> [name for at, name in enumerate(KINDS) if kinds("wp-caption post_comments") >> at & 1]
    ['comment', 'caption', 'article']
    """
    found = 0
    for name in names[:400].split():
        found |= _hints(name)
    return found


@lru_cache(maxsize=1 << 15)
def _hints(name: str) -> int:
    text = " ".join(_PART.findall(name)).lower().replace(" ", "-")
    return sum(1 << at for at, (_, pattern) in enumerate(_KINDS) if pattern.search(text))
