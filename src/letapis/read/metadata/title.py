"""The title of a page: what is printed over the article, told by what else names it so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from letapis.model import Reason
from letapis.read.metadata.jsonld import Node, text
from letapis.read.metadata.lines import Shown
from letapis.read.metadata.page import Facts
from letapis.text.transliterate import latin

__all__ = ["Named", "choose", "cut", "key"]

_WORD = re.compile(r"\w+")
_PARTS = re.compile(r"(\s*(?:\||::|//|•|¦|\u2502)\s*|\s+[-–—/~:»«·]+\s+|:\s+|\s+-(?=\w))")
_STRONG = re.compile(r"\||::|»|//|·|•|¦|\u2502")
_LOGO = re.compile(r"logo|site-?(?:title|name)|brand|masthead|header__title|sitename")
_HEAD = re.compile(
    r"headline|entry-?title|post-?title|article-?(?:title|head)|news-?title|\btitle\b|item-?title|story-?title"
)
_DOMAIN = re.compile(r"^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-zа-яіў]{2,10}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A text that may be the title, where it stood, and how much that is worth."""

    text: str
    basis: str
    weight: float


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """The words of a text, by which two forms of a title are told to be one.

    >>> key("“Boats”, again –  in May") == key('"boats" again - in may')
    True
    """
    return " ".join(_WORD.findall(text.casefold().replace("\u00ad", "").replace("ё", "е")))


def cut(title: str, sites: Iterable[str]) -> str:
    """A title without the name of the site before or behind it.

    Where no part is known to be a site's name, a short last part behind a strong mark goes.

    >>> cut("Boats run until May | News | The Shore", ["The Shore"])
    'Boats run until May'
    >>> cut("Shore.example: Boats run", ["Shore"])
    'Boats run'
    >>> cut("Boats: a short history - and a long one", ["The Shore"])
    'Boats: a short history - and a long one'
    """
    parts = _PARTS.split(title)
    names = [name for name in ("".join(_WORD.findall(site.casefold())) for site in sites) if len(name) > 2]
    low, high = 0, len(parts)
    known = False
    for at in range(2, len(parts), 2):  # a site's name may itself be in parts
        if not parts[at - 1].startswith(":") and _site("".join(parts[at:]), names):
            high, known = at - 1, True
            break
    if high - low > 1 and _site(parts[0], names):
        low, known = 2, True
    while high - low > 2:
        mark, last = parts[high - 2], parts[high - 1]
        rest = len(_WORD.findall("".join(parts[low : high - 2])))
        size = len(_WORD.findall(last))
        if (_STRONG.search(mark) and rest >= 3 and size <= max(6, rest)) or (
            known and size <= 2 and rest >= 4 and mark[:1] == " "
        ):
            high -= 2
            continue
        break
    return "".join(parts[low:high]).strip(" |:»«·•–—-/") or title


def _site(part: str, names: list[str]) -> bool:
    said = part.strip()
    if _DOMAIN.match(said):
        return True
    letters = "".join(_WORD.findall(said.casefold()))
    return len(letters) > 2 and any(
        letters == name
        or (
            len(min(letters, name, key=len)) >= 4
            and len(said.split()) <= 6
            and (letters in name or name in letters)
        )
        for name in names
    )


def choose(
    facts: Facts, article: Node | None, sites: tuple[str, ...], shown: Shown
) -> tuple[str | None, str | None, tuple[Reason, ...]]:
    """The title, where it stands, and why it was taken.

    Each form is worth the sum of the places that have it; a form that the ``<title>`` has in it is
    worth more, the name of the site nothing. ``shown`` gives the lines of the page, looked through only
    where no heading is named in the ``<title>``.

    >>> from letapis.read.metadata.page import gather
    >>> facts = gather("<title>Boats run | Shore</title><h1>Boats run</h1>")
    >>> choose(facts, None, ("Shore",), list)[:2]
    ('Boats run', 'h1')
    """
    found = list(_candidates(facts, article, sites))
    whole = key(facts.title)
    if whole and not any(
        n.basis in ("h1", "microdata", "json-ld") and _within(key(n.text), whole) for n in found
    ):
        found += _printed(facts, shown)
    worth: dict[str, float] = {}
    for one in found:
        worth[key(one.text)] = worth.get(key(one.text), 0.0) + one.weight
    names = {"".join(key(site).split()) for site in sites}
    for form in worth:
        worth[form] += _bearing(form, whole, {one.basis for one in found if key(one.text) == form})
        if _own(form, names):
            worth[form] -= 20
        if not _long(form):
            worth[form] -= 1.5
    found = [one for one in found if key(one.text)]
    if not found:
        return None, None, ()
    best = max(found, key=lambda one: (round(worth[key(one.text)], 3), _ORDER.index(one.basis) * -1))
    if worth[key(best.text)] <= -5:
        return (
            None,
            None,
            (Reason("title", 0.0, f"only the site's name stands where a title should: {best.text}"),),
        )
    others = sorted(
        {one.text: worth[key(one.text)] for one in found if key(one.text) != key(best.text)}.items(),
        key=lambda item: -item[1],
    )
    bases = sorted({one.basis for one in found if key(one.text) == key(best.text)}, key=_ORDER.index)
    reasons = [Reason("title", round(worth[key(best.text)], 2), "the same in " + ", ".join(bases))]
    reasons += [Reason("title_otherwise", round(value, 2), said[:300]) for said, value in others[:3]]
    return _surface([one for one in found if key(one.text) == key(best.text)]), best.basis, tuple(reasons)


def _surface(same: list[Named]) -> str:
    """Of forms with the same words the printed one, unless it lacks marks that most others have.

    A heading in several lines loses the colon between them.
    """
    ranked = sorted(same, key=lambda one: _ORDER.index(one.basis))
    marks = [len(_MARK.findall(one.text)) for one in ranked]
    usual = sorted(marks)[len(marks) // 2]
    return next(
        (one.text for one, number in zip(ranked, marks, strict=True) if number >= usual), ranked[0].text
    )


_MARK = re.compile(r"[:;,|–—]| - ")
_ORDER = ("h1", "microdata", "text", "h2", "json-ld", "parsely", "og", "twitter", "title", "meta")


def _candidates(facts: Facts, article: Node | None, sites: tuple[str, ...]) -> Iterable[Named]:
    tops = [h for h in facts.headings if h.level == 1 and h.text]
    for heading in facts.headings:
        if not heading.text or len(heading.text) > 400:
            continue
        weight = (3.4 if len(tops) == 1 else 2.2) if heading.level == 1 else 0.2
        weight += 0.6 if _HEAD.search(heading.names) else 0.0
        weight -= 1.0 if heading.level == 1 and len(heading.text) < 20 else 0.0
        weight -= 3.0 if _LOGO.search(heading.names) else 0.0
        yield Named(heading.text, f"h{heading.level}", weight)
    for prop in facts.props:
        if prop.name == "headline" and prop.value:
            yield Named(prop.value, "microdata", 1.5)
    if article is not None:
        for name, weight in (("headline", 2.5), ("name", 1.0)):
            if said := text(article.get(name)):
                yield Named(cut(said, sites), "json-ld", weight)
    for basis, weight, names in (
        ("og", 2.0, ("og:title",)),
        ("twitter", 0.8, ("twitter:title",)),
        ("parsely", 2.0, ("parsely-title", "sailthru.title")),
        ("meta", 0.6, ("title", "dc.title", "dcterms.title", "citation_title", "mediator_title")),
    ):
        for name in names:
            if said := facts.meta(name):
                yield Named(cut(text(said), sites), basis, weight)
    if facts.title:
        yield Named(cut(facts.title, sites), "title", 1.0)


def _own(form: str, names: set[str]) -> bool:
    """Whether a form is but the name of the site, or of its host."""
    letters = "".join(form.split())
    if letters in names or (len(letters) > 6 and any(letters in name for name in names if len(name) < 40)):
        return True
    return (
        len(letters) > 6
        and not letters.isascii()
        and any(_latin(letters) in name.replace("y", "i") for name in names)
    )


def _latin(letters: str) -> str:
    return latin(letters).replace("y", "i")


def _long(form: str) -> bool:
    return len(form) > 7 and (" " in form or len(form) > 14)


def _within(form: str, whole: str) -> bool:
    return _long(form) and (whole.startswith(form) or whole.endswith(form) or f" {form} " in f" {whole} ")


def _bearing(form: str, whole: str, bases: set[str]) -> float:
    """What the ``<title>`` adds to a form: more where it begins with it, and where it is much of it."""
    if not whole or not _long(form):
        return 0.0
    if bases == {"title"}:
        return 0.8
    share = len(form) / len(whole)
    if not _within(form, whole):
        same = next((at for at, (a, b) in enumerate(zip(form, whole, strict=False)) if a != b), 0)
        return 0.8 if same > 20 and same > 0.7 * len(form) else 0.0
    printed = 1.0 if bases & {"h1", "h2", "text", "microdata"} and share > 0.25 else 0.0
    return min(1.0, 1.5 * share) + (
        1.0 + printed if whole.startswith(form) else 0.5 + printed * (share > 0.4)
    )


def _printed(facts: Facts, shown: Shown) -> list[Named]:
    """Lines of the page that are a whole part of its ``<title>``."""
    parts = _PARTS.split(facts.title)
    forms = {}
    for low in range(0, min(len(parts), 15), 2):
        for high in range(low + 1, min(len(parts), 15) + 1, 2):
            form = key("".join(parts[low:high]))
            if _long(form) and (low == 0 or high - low > 1 or len(form) > 0.35 * len(key(facts.title))):
                forms[form] = True
    found = (
        Named(line.words, "text", 0.3 if line.around()[1] else 1.0)
        for line in shown()
        if 8 < len(line.words) < 400 and key(line.words) in forms
    )
    return list(islice(found, 20))
