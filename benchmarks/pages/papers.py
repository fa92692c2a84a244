"""Pages as newspapers, agencies and archives make them by hand or by a system of their own."""

# ruff: noqa: E501

from __future__ import annotations

from benchmarks.pages.sheet import Sheet

__all__ = [
    "agency",
    "archived",
    "live",
    "paywall",
    "printed",
    "regional",
    "scroll",
    "tables",
    "telegraph",
]


def tables(s: Sheet, part: int) -> str:
    """A site of 2004: tables in tables, fonts, line breaks, an eight-bit encoding, no metadata."""
    s.dated("day")
    body = s.cut("sentence") if part == 2 else s.body
    text = "<br>&nbsp;&nbsp;&nbsp;\n".join(s.say(line) for line in body)
    menu = "<br>\n".join(
        f'<a href="{at}.html">{s.out("menu", line)}</a>' for at, line in enumerate(s.words.say["menu"])
    )
    also = "<br>".join(
        f'&#8226; <a href="n.html">{s.out("read_also", line)}</a>' for line in s.words.lists["also"][:4]
    )
    return f"""<HTML><HEAD><TITLE>{s.site} - {s.title}</TITLE><META http-equiv="Content-Type" content="text/html; charset={_charset(s)}"></HEAD>
<BODY BGCOLOR="#FFFFCC"><TABLE WIDTH="760" BORDER="0"><TR><TD COLSPAN="3"><IMG SRC="logo.gif"><FONT SIZE="1">{s.off("menu", "rates")}</FONT></TD></TR>
<TR><TD WIDTH="140" VALIGN="top"><FONT SIZE="2"><B>{s.out("menu", s.words.say["home"])}</B><BR>{menu}</FONT></TD>
<TD VALIGN="top"><TABLE CELLPADDING="6"><TR><TD><FONT SIZE="1" COLOR="gray">{s.out("byline", f"{s.at:%d.%m.%Y}")}</FONT></TD></TR>
<TR><TD><FONT SIZE="4"><B>{s.title}</B></FONT></TD></TR>
<TR><TD><FONT FACE="Arial" SIZE="2"><DIV ALIGN="justify">{text}</DIV><P ALIGN="right"><I>{s.off("byline", "byline", 0)}</I></P></FONT></TD></TR></TABLE></TD>
<TD WIDTH="160" VALIGN="top"><FONT SIZE="1">{s.off("read_also", "popular")}<BR>{also}</FONT></TD></TR>
<TR><TD COLSPAN="3" ALIGN="center"><FONT SIZE="1">{s.off("notice", "rights", 0)} {s.off("notice", "rights", 1)}</FONT></TD></TR></TABLE></BODY></HTML>""" + _sign(
        s
    )


def _charset(s: Sheet) -> str:
    return "windows-1252" if s.code == "en" else "windows-1251"


def _sign(s: Sheet) -> str:
    s.signed()
    return ""


def telegraph(s: Sheet, part: int) -> str:
    """One column, an address under the heading, a figure, and hardly anything else."""
    s.dated("second")
    s.signed()
    body, more = s.body, ""
    if part == 0:
        body = s.cut("ellipsis", 3)
        more = f"<p>{s.off('link', 'feed')}</p>"
    items = [f"<p>{s.say(line)}</p>" for line in body]
    items.insert(
        1,
        f'<figure><div class="figure_wrapper"><img src="/file/a.jpg"></div><figcaption>{s.off("credit", "photo", 0)}</figcaption></figure>',
    )
    return f"""<!DOCTYPE html><html>{s.head(f'<meta property="article:published_time" content="{s.at.isoformat()}">', f'<meta property="article:author" content="{s.author}">', s.canonical(), title=f"{s.title} – Telegraph")}
<body><div class="tl_page_wrap"><div class="tl_page"><main class="tl_article"><header class="tl_article_header"><h1>{s.title}</h1>
<address><a rel="author">{s.out("byline", s.author)}</a><time datetime="{s.at.isoformat()}">{s.out("byline", s.day)}</time></address></header>
<article id="_tl_editor" class="tl_article_content"><h1>{s.title}</h1><address>{s.author}</address>{"".join(items)}{more}</article>
<aside class="tl_article_buttons"><button>{s.out("menu", "Edit")}</button></aside></main></div>
<div class="tl_page_footer"><div>{s.off("notice", "report")}</div></div></div></body></html>"""


def agency(s: Sheet, part: int) -> str:
    """Wire copy with a dateline, who reported and edited it, and a river of other news."""
    s.dated("minute")
    s.signed()
    body = s.cut("ellipsis", 3) if part == 3 else s.body
    first = f"{s.phrase('dateline')} {body[0]}"
    items = "\n".join(f'<p class="par">{s.say(line)}</p>' for line in (first, *body[1:]))
    return f"""<!DOCTYPE html><html lang="{s.code}">{s.head(s.canonical(), f'<meta itemprop="datePublished" content="{s.at:%Y-%m-%dT%H:%M%z}">')}<body>
<div class="topline">{s.menu("span")}</div><div class="layout"><div class="river"><h4>{s.off("read_also", "read_also", 3)}</h4>
{"".join(f'<div class="river-item"><span>{s.at:%H}:{10 + at}</span> <a>{s.out("read_also", line)}</a></div>' for at, line in enumerate(s.words.lists["also"]))}</div>
<div class="story"><div class="rubric">{s.out("menu", s.section)}</div><h1>{s.title}</h1>
<div class="story-date">{s.out("byline", f"{s.at:%d.%m.%Y %H:%M}")}</div>
<div class="story-tools"><button>{s.off("menu", "listen")}</button><span>{s.off("byline", "time_read")}</span></div>
<div class="story-text">{items}<p class="staff">{s.off("byline", "reporting")}</p></div>
<div class="story-tags">{s.links("tags", s.words.say["tags"], "span")}</div>
<div class="story-social">{s.off("share", "share", 2)} <a>{s.out("share", "Telegram")}</a> <a>{s.out("share", "Viber")}</a></div></div></div>
<div class="bottom">{s.off("notice", "rights", 1)} {s.off("notice", "rights", 0)}</div></body></html>"""


def regional(s: Sheet, part: int) -> str:
    """A regional paper: weather, rates, a box in mid-article, calls to subscribe between paragraphs."""
    s.dated("minute")
    s.signed()
    items = [f'<p class="txt">{s.say(line)}</p>' for line in s.body]
    items.insert(
        1,
        f'<div class="incut"><p><strong>{s.out("read_also", s.phrase("read_also", 0) + ": " + s.words.lists["also"][part])}</strong></p></div>',
    )
    items.insert(3, f'<p class="txt"><b><i>{s.off("subscribe", "subscribe", 0)}</i></b></p>')
    items.append(f'<p class="txt"><i>{s.off("subscribe", "subscribe", 3)}</i></p>')
    items.append(f'<p class="correction"><em>{s.may(s.phrase("correction"))}</em></p>')
    return f"""<!DOCTYPE html><html lang="{s.code}">{s.head(f'<meta name="mediator_author" content="{s.author}">')}<body>
<div id="cookiebar">{s.off("cookie", "cookie", 0)}<button>{s.off("cookie", "cookie_ok")}</button></div>
<div class="topbar"><span class="wthr">{s.off("menu", "weather")}</span><span class="curr">{s.off("menu", "rates")}</span></div>
<div class="mainnav">{s.menu("b")}</div>
<div class="cols"><div class="colmain"><div class="art"><div class="art-h"><h1>{s.title}</h1>
<div class="art-sub"><span class="art-date">{s.out("byline", f"{s.day}, {s.at:%H:%M}")}</span> <span class="art-author">{s.off("byline", "byline", 0)}</span> <i class="eye">{s.off("byline", "views", 0)}</i></div></div>
<div class="art-photo"><img src="a.jpg"><div class="ph-desc">{s.may(s.phrase("caption"))}</div><div class="ph-auth">{s.off("credit", "photo", 2)}</div></div>
<div class="art-body">{"".join(items)}</div>
<div class="art-err">{s.off("notice", "mistake")}</div>
<div class="art-next"><a>{s.off("menu", "next_story")}</a></div></div></div>
<div class="colside"><h3>{s.off("read_also", "popular")}</h3><ul>{s.also(1, 5)}</ul><div class="adv">{s.off("notice", "ad")}</div></div></div>
<div class="foot">{s.off("notice", "rights", 0)}<br>{s.off("notice", "rights", 1)}<br>{s.off("notice", "rights", 2)}</div></body></html>"""


def live(s: Sheet, part: int) -> str:
    """A live page: entries with their times, newest first."""
    s.dated("second")
    entries = "\n".join(
        f'<div class="liveblog-entry"><time>{s.may(f"{s.at.hour + 3 - at % 3}:{59 - 7 * at}")}</time><div class="entry-text"><p>{s.say(line)}</p></div><a class="entry-share">{s.out("share", "Facebook")}</a></div>'
        for at, line in enumerate(reversed(s.body))
    )
    return f"""<!DOCTYPE html><html lang="{s.code}">{s.head(s.canonical(), f'<meta property="article:published_time" content="{s.at.isoformat()}">')}<body>
<header><nav>{s.menu("span")}</nav></header><main><div class="live-header"><span class="badge">{s.off("menu", "live", 0)}</span><h1>{s.title}</h1>
<button>{s.off("menu", "live", 1)}</button></div>
<div class="live-feed"><p class="closed">{s.may(s.phrase("live", 2))}</p>{entries}</div>
<aside class="live-side"><h3>{s.off("read_also", "read_also", 2)}</h3><ul>{s.also(2, 3)}</ul></aside>
<div class="newsletter"><h3>{s.off("subscribe", "subscribe", 1)}</h3></div></main><footer>{s.off("notice", "rights", 0)}</footer></body></html>"""


def paywall(s: Sheet, part: int) -> str:
    """A teaser that fades out over an offer to subscribe."""
    s.dated("second")
    s.signed()
    s.gold.section = s.section
    body = s.cut("paywall", 2)
    items = "\n".join(f'<p class="article__paragraph">{s.say(line)}</p>' for line in body)
    free = (
        '{"@context":"https://schema.org","@type":"NewsArticle","isAccessibleForFree":false}'
        if part % 2
        else "{}"
    )
    return f"""<!DOCTYPE html><html lang="{s.code}">{
        s.head(
            s.canonical(),
            f'<meta property="article:published_time" content="{s.at.isoformat()}">',
            f'<meta property="article:section" content="{s.section}">',
            f'<meta name="author" content="{s.author}">',
            f'<script type="application/ld+json">{free}</script>',
        )
    }<body>
<nav class="site-nav">{s.menu("span")}<a class="btn-sub">{s.off("subscribe", "subscribe_button")}</a></nav>
<main class="article"><h1 class="article__title">{s.title}</h1><p class="article__by">{
        s.off("byline", "byline", 0)
    }</p>
<div class="article__content article__content--fade">{items}</div>
<div class="{"paywall" if part % 2 else "offer-block"}"><p>{
        s.off("subscribe", "paywall", part % 3)
    }</p><a class="btn">{s.off("subscribe", "subscribe_button")}</a><p><a>{
        s.off("menu", "login")
    }</a></p></div>
</main><footer>{s.off("notice", "rights", 0)}</footer></body></html>"""


def archived(s: Sheet, part: int) -> str:
    """A page kept by a web archive, with the archive's bar above it."""
    s.dated("minute")
    body = s.cut("sentence", 3) if part == 1 else s.body
    items = "\n".join(f"<p>{s.say(line)}</p>" for line in body)
    return f"""<!DOCTYPE html><html>{s.head(og=False)}<body>
<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base" lang="en"><div id="wm-ipp"><div id="wm-ipp-inside"><a href="/web/">{s.out("platform", "Wayback Machine")}</a>
<table><tr><td><a class="goto">{s.off("platform", "archive", 0)}</a><div class="r">{s.off("platform", "archive", 1)}</div></td></tr></table><div id="wm-capinfo">{s.off("platform", "archive", 2)}</div></div></div></div><!-- END WAYBACK TOOLBAR INSERT -->
<div id="wrap"><div id="menu"><ul>{s.menu()}</ul></div><div id="left">
<h1 class="newstitle">{s.title}</h1><div class="newsdate">{s.out("byline", f"{s.at:%d.%m.%Y, %H:%M}")}</div>
<div class="newstext">{items}<p>{s.off("credit", "source")}</p></div><div class="newstags">{s.off("tags", "tags_label", 1)} {s.links("tags", s.words.say["tags"], "span")}</div></div>
<div id="right"><h3>{s.off("read_also", "popular")}</h3><ul>{s.also(0, 4)}</ul></div></div>
<div id="copy">{s.off("notice", "rights", 0)}</div></body></html>"""


def printed(s: Sheet, part: int) -> str:
    """The version for print: the address of the page above, terms below, the heading twice."""
    s.dated("day")
    s.signed()
    body = s.cut("sentence", 2) if part == 3 else s.body
    items = "\n".join(f"<p>{s.say(line)}</p>" for line in body)
    return f"""<html><head><title>{s.title}</title><meta name="robots" content="noindex"></head><body onload="window.print()">
<div class="print-site_name">{s.off("menu", "printed", 0)} — {s.site}</div><hr>
<h1>{s.title}</h1><div class="print-created">{s.off("byline", "published", 0)}</div>
<div class="print-content"><p><strong>{s.out("duplicate_title", s.title)}</strong></p>{items}
<p align="right">{s.off("byline", "byline", 2)}</p></div><hr>
<div class="print-source_url">{s.off("notice", "printed", 1)}</div><div>{s.off("notice", "printed", 2)}</div><div>{s.off("notice", "rights", 1)}</div></body></html>"""


def scroll(s: Sheet, part: int) -> str:
    """An article under which the next one has been loaded already, that one as a teaser."""
    s.dated("second")
    s.signed()
    second = s.words.stories[(s.number + 7) % len(s.words.stories)]
    items = "\n".join(f"<p>{s.say(line)}</p>" for line in s.body)
    other = "\n".join(f"<p>{s.out('read_also', line)}</p>" for line in second[1:3])
    return f"""<!DOCTYPE html><html lang="{s.code}">{s.head(s.canonical(), f'<meta property="article:published_time" content="{s.at.isoformat()}">', f'<meta name="author" content="{s.author}">')}<body>
<header class="hdr">{s.menu("span")}</header><div class="infinite-container">
<article class="infinite-item" data-url="{s.url}"><h1>{s.title}</h1><div class="meta"><span>{s.out("byline", s.author)}</span><span>{s.out("byline", f"{s.day}, {s.at:%H:%M}")}</span></div>
<div class="lead-photo"><img src="a.jpg"><span class="cap">{s.off("credit", "photo", 0)}</span></div>
<div class="text">{items}</div><div class="share-block">{s.off("share", "share", 1)}</div></article>
<div class="divider">{s.off("menu", "next_story")}</div>
<article class="infinite-item" data-url="{s.url}0"><h1>{s.out("read_also", second[0])}</h1><div class="text">{other}</div><a class="btn">{s.off("link", "more", 0)}</a></article></div>
<footer>{s.off("notice", "rights", 0)}</footer></body></html>"""
