"""Pages as common publishing systems make them."""

# ruff: noqa: E501

from __future__ import annotations

import json

from benchmarks.pages.sheet import Sheet

__all__ = ["amp", "bitrix", "blogspot", "drupal", "joomla", "livejournal", "react", "tumblr", "wordpress"]


def wordpress(s: Sheet, part: int) -> str:
    """Sharing buttons, related posts, shortcodes left over, a feed's footer, an author's box, comments."""
    s.dated("second")
    s.signed()
    s.gold.section = s.section
    body = s.body
    more = ""
    if part == 2:
        body = s.cut("summary")
        more = f'<p><a class="more-link" href="{s.url}#more">{s.off("link", "more", 0)}</a></p>'
    lines = _posted(s, body, part)
    return f"""<!DOCTYPE html><html lang="{s.code}">{
        s.head(
            s.canonical(),
            f'<meta property="article:published_time" content="{s.at.isoformat()}">',
            f'<meta property="article:section" content="{s.section}">',
        )
    }<body class="post-template-default single">
<a class="skip-link screen-reader-text" href="#content">{s.off("menu", "skip")}</a>
<nav class="main-navigation"><ul class="menu">{s.menu()}</ul></nav>
<main id="main"><article class="post hentry"><header class="entry-header"><h1 class="entry-title">{
        s.title
    }</h1>
<div class="entry-meta"><time class="entry-date published" datetime="{s.at.isoformat()}">{
        s.out("byline", s.day)
    }</time>
<span class="author vcard"><a rel="author" class="fn" href="/author/1">{s.author}</a></span></div></header>
<div class="entry-content">
{chr(10).join(lines)}
{more}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">{s.off("share", "share", 0)}</h3>
<ul><li><a>{s.out("share", "Facebook")}</a></li><li><a>{s.out("share", "WhatsApp")}</a></li></ul></div>
<div class="sharedaddy sd-like"><h3 class="sd-title">{s.off("share", "share", 3)}</h3></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>{s.off("read_also", "read_also")}</h3>{
        s.also(0, 3, "p")
    }</div>
</div><footer class="entry-footer"><span class="tags-links">{s.off("tags", "tags_label", 0)}
{s.links("tags", s.words.say["tags"], "span")}</span></footer>
<div class="author-box"><h4>{s.author}</h4><p>{s.off("byline", "box")}</p><a href="/author/1">{
        s.off("byline", "all_posts")
    }</a></div>
</article>
{_below(s)}"""


def _below(s: Sheet) -> str:
    """What stands under a post: comments, a form, the site's footer."""
    return f"""<div id="comments" class="comments-area"><h2 class="comments-title">{
        s.off("comment", "comments_head")
    }</h2>
<ol class="comment-list">{
        s.comments(
            '<li class="comment"><div class="comment-body"><b>{nick}</b><div class="comment-content"><p>{text}</p></div></div></li>'
        )
    }</ol>
<div id="respond"><h3>{s.off("comment", "comment_form")}</h3><p>{
        s.off("comment", "email_note")
    }</p></div></div></main>
<footer class="site-footer">{s.off("notice", "rights", 0)}</footer></body></html>"""


def _posted(s: Sheet, body: list[str], part: int) -> list[str]:
    """The body of a post: a caption, shortcodes that nothing runs any more, a note, a feed's footer."""
    box = "[box type=&quot;info&quot;]", "[/box]"
    s.gold.residue += [('[box type="info"]', "markup"), ("[/box]", "markup")]
    lines = [f"<p>{s.say(line)}</p>" for line in body]
    lines[0] += (
        f'\n<div id="attachment_9" class="wp-caption alignright"><img src="/wp-content/a.jpg">'
        f'<p class="wp-caption-text">{s.may(s.phrase("caption"))} {s.off("credit", "photo", 0)}</p></div>'
    )
    lines[1] = f"<p>{box[0]}{lines[1][3:-4]}{box[1]}</p>"
    lines.insert(2, f"<p>{s.out('markup', '[embedyt]https://www.youtube.com/watch?v=Qw8zz[/embedyt]')}</p>")
    lines.append(f'<p class="jetpack-slideshow-noscript">{s.off("platform", "slideshow")}</p>')
    if not s.gold.truncated:
        lines.append(f"<p>{s.off('footer', 'footer', 0 if part < 2 else part - 1)}</p>")
    return lines


def drupal(s: Sheet, part: int) -> str:
    """Breadcrumbs, fields with labels, log in to comment."""
    s.dated("minute")
    s.signed()
    body = s.cut("ellipsis") if part == 1 else s.body
    items = "\n".join(f"<p>{s.say(line)}</p>" for line in body)
    more = (
        f'<ul class="links inline"><li class="node-readmore"><a>{s.off("link", "more", 3)}</a></li></ul>'
        if part == 1
        else ""
    )
    return f"""<!DOCTYPE html><html lang="{s.code}" dir="ltr">{s.head(s.canonical(), og=False, title=f"{s.title} | {s.site}")}
<body class="html not-front page-node node-type-article"><div id="page">
<div id="header"><div class="region-header"><form id="search-block-form"><label>{s.off("menu", "search")}</label></form></div></div>
<div id="navigation"><ul id="main-menu" class="links inline">{s.menu()}</ul></div>
<div id="breadcrumb"><h2 class="element-invisible">{s.out("menu", s.words.say["home"])}</h2> » {s.out("menu", s.section)}</div>
<div id="content"><h1 class="page-title">{s.title}</h1>
<div class="node node-article clearfix"><div class="submitted">{s.out("byline", f"{s.author}, {s.at:%d.%m.%Y - %H:%M}")}</div>
<div class="field field-name-field-image"><img src="/sites/default/files/a.jpg" alt=""><blockquote class="image-field-caption"><p>{s.off("credit", "photo", 2)}</p></blockquote></div>
<div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even">
{items}</div></div></div>{more}
<div class="field field-name-field-tags"><div class="field-label">{s.off("tags", "tags_label", 1)}</div><div class="field-items">{s.links("tags", s.words.say["tags"], "div")}</div></div>
<ul class="links inline"><li class="comment_forbidden"><span><a>{s.off("comment", "login")}</a></span></li><li class="statistics_counter"><span>{s.off("byline", "views", 1)}</span></li></ul>
</div></div>
<div class="region-sidebar-second"><div class="block block-views"><h2>{s.off("read_also", "popular")}</h2><ul>{s.also(2, 4)}</ul></div></div>
<div id="footer">{s.off("notice", "rights", 1)}</div></div></body></html>"""


def bitrix(s: Sheet, part: int) -> str:
    """A regional portal: views, print, back to the list, a bar of rates."""
    s.dated("day")
    body = s.cut("ellipsis", 1) if part == 1 else s.body
    more = f'<a class="detail" href="{s.url}">{s.off("link", "more", 2)}</a>' if part == 1 else ""
    text = "<br />\n<br />\n".join(s.say(line) for line in body)
    return f"""<!DOCTYPE html><html xml:lang="{s.code}" lang="{s.code}">{s.head(og=False)}<body>
<div id="panel"></div><table class="top"><tr><td>{s.off("menu", "weather")}</td><td>{s.off("menu", "rates")}</td><td>{s.off("menu", "login")}</td></tr></table>
<ul id="horizontal-multilevel-menu">{s.menu()}</ul>
<div class="bx-breadcrumb"><span>{s.words.say["home"]}</span> / <span>{s.out("menu", s.section)}</span></div>
<h1 id="pagetitle">{s.title}</h1>
<div class="news-detail"><span class="news-date-time">{s.out("byline", f"{s.at:%d.%m.%Y}")}</span>
<h3>{s.title}</h3>
<img class="detail_picture" border="0" src="/upload/iblock/a.jpg" />
<div class="photo-author">{s.off("credit", "photo", 0)}</div>
{text}
{more}
<div style="clear:both"></div><br />
{s.off("byline", "hits")}<br />
<div class="news-detail-share"><noindex>{s.off("share", "share", 1)}</noindex></div></div>
<p><a href="/news/">{s.off("menu", "back")}</a></p><p><a href="?print=Y">{s.off("menu", "printed", 0)}</a></p>
<div class="orphus">{s.off("notice", "mistake")}</div>
<div class="banner">{s.off("notice", "ad")}</div>
<div id="footer">{s.off("notice", "rights", 2)}<br/>{s.off("notice", "rights", 0)}</div></body></html>"""


def joomla(s: Sheet, part: int) -> str:
    """Details of the article as a list, previous and next, a read-more button with the title."""
    s.dated("day")
    s.signed()
    s.gold.section = s.section
    body, more = s.body, ""
    if part in (0, 3):
        body = s.cut("more", 1)
        more = f'<p class="readmore"><a class="btn" href="{s.url}">{s.out("link", s.phrase("more", 0) + ": " + s.title)}</a></p>'
    items = "\n".join(f"<p>{s.say(line)}</p>" for line in body)
    return f"""<!DOCTYPE html><html lang="{s.code}-{s.code}">{s.head('<meta name="generator" content="Joomla! - Open Source Content Management">', f'<meta name="author" content="{s.author}">', og=False, title=s.title)}<body>
<ul class="nav menu">{s.menu()}</ul>
<div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">{s.title}</h2></div>
<dl class="article-info muted"><dt class="article-info-term"></dt>
<dd class="createdby" itemprop="author">{s.off("byline", "byline", 0)}</dd>
<dd class="category-name">{s.off("tags", "categories")}</dd>
<dd class="published"><time datetime="{s.at:%Y-%m-%d}" itemprop="datePublished">{s.off("byline", "published", 0)}</time></dd>
<dd class="hits">{s.off("byline", "hits")}</dd></dl>
<div itemprop="articleBody">{items}{more}</div>
<ul class="pager pagenav"><li class="previous"><a>{s.off("menu", "prev")}</a></li><li class="next"><a>{s.off("menu", "next")}</a></li></ul>
</div><div class="moduletable"><h3>{s.off("read_also", "popular")}</h3><ul class="mostread">{s.also(1, 5)}</ul></div>
<div class="footer">{s.off("notice", "rights", 0)}</div></body></html>"""


def blogspot(s: Sheet, part: int) -> str:
    """Posted by, labels, older posts, a side column with an archive, readers' remarks."""
    s.dated("minute")
    s.signed()
    body, more = s.body, ""
    if part == 2:
        body = s.cut("more", 2)
        more = f'<div class="jump-link"><a href="{s.url}">{s.off("link", "more", 1)}</a></div>'
    text = "<br /><br />".join(s.say(line) for line in body)
    return f"""<html dir="ltr" lang="{s.code}">{s.head(s.canonical(), '<meta content="blogger" name="generator"/>', title=f"{s.site}: {s.title}")}<body>
<div class="header"><h1 class="title">{s.site}</h1><p class="description">{s.out("menu", s.section)}</p></div>
<div class="main section" id="main"><div class="widget Blog"><div class="blog-posts hfeed"><div class="date-outer">
<h2 class="date-header"><span>{s.out("byline", s.day)}</span></h2><div class="post hentry">
<h3 class="post-title entry-title">{s.title}</h3>
<div class="post-body entry-content"><div class="separator" style="clear: both;"><a href="a.jpg"><img src="a.jpg"></a></div>{text}{more}</div>
<div class="post-footer"><span class="post-author vcard">{s.off("byline", "posted")}</span><abbr class="published" title="{s.at.isoformat()}"></abbr>
<div class="post-labels">{s.off("tags", "labels")} {s.links("tags", s.words.say["tags"][:3], "span")}</div></div></div>
<div class="comments" id="comments"><h4>{s.off("comment", "comments_head")}</h4>{s.comments('<dl><dt>{nick}</dt><dd class="comment-body"><p>{text}</p></dd></dl>')}
<p><a>{s.off("comment", "comment_form")}</a></p></div></div></div>
<div class="blog-pager"><a class="blog-pager-older-link">{s.off("menu", "older")}</a></div></div></div>
<div class="sidebar"><div class="widget BlogArchive"><h2>2019</h2><ul class="posts">{s.also(3, 4)}</ul></div></div></body></html>"""


def tumblr(s: Sheet, part: int) -> str:
    """A post with media marks, tags and notes; no author and no section."""
    s.dated("day")
    body, more = s.body, ""
    if part == 1:
        body = s.cut("more", 2)
        more = f'<p class="read_more_container"><a class="read_more" href="{s.url}">{s.off("link", "more", 0)}</a></p>'
    items = "\n".join(f"<p>{s.say(line)}</p>" for line in body)
    tags = " ".join(s.out("tags", "#" + tag.split()[0]) for tag in s.words.say["tags"])
    return f"""<!DOCTYPE html><html>{s.head(s.canonical(), title=s.title)}<body>
<div id="sidebar"><a href="/archive">{s.out("menu", s.words.say["menu"][3])}</a> <a href="/ask">{s.out("menu", s.words.say["menu"][4])}</a></div>
<section id="posts"><div class="post text"><div class="date"><a href="{s.url}">{s.out("byline", s.day)}</a></div>
<h2 class="title">{s.title}</h2><div class="body-text">
<div class="npf_row"><figure class="tmblr-full">{s.out("platform", "Tumblr media")}</figure></div>
{items}{more}<p><b>{s.off("share", "reblog")}</b></p></div>
<div class="tags">{tags}</div><div class="note-count">{s.off("platform", "notes")}</div></div></section></body></html>"""


def livejournal(s: Sheet, part: int) -> str:
    """A blog's entry: mood, tags, a cut, threads of remarks as long as the entry."""
    s.dated("minute")
    body, more = s.body, ""
    if part in (1, 3):
        body = s.cut("more", 2)
        more = f'<b class="ljcut-link"><a href="{s.url}#cutid1">{s.off("link", "more", 4)}</a></b>'
    text = "<br><br>".join(s.say(line) for line in body)
    return f"""<!DOCTYPE html><html>{s.head(og=True, title=f"{s.title}: reka — LiveJournal")}<body class="entrypage">
<div class="s-header-nav"><ul>{s.menu()}</ul><a>{s.off("menu", "login")}</a></div>
<article class="b-singlepost hentry"><h1 class="b-singlepost-title entry-title">{s.title}</h1>
<p class="b-singlepost-about"><time class="b-singlepost-author-date published dt-published">{s.at:%Y-%m-%d %H:%M:%S}</time></p>
<div class="b-singlepost-body entry-content e-content">{text}<br>{more}</div>
<div class="b-singlepost-tags">{s.off("tags", "tags_label", 0)} {s.links("tags", s.words.say["tags"], "span")}</div>
<p class="lj-currents">{s.off("platform", "mood")}</p></article>
<div class="b-tree"><h2>{s.off("comment", "comments_head")}</h2>{s.comments('<div class="b-leaf"><span class="ljuser">{nick}</span><div class="b-leaf-article">{text}</div><a>' + s.off("comment", "reply") + "</a></div>")}</div>
<div class="s-footer">{s.off("notice", "report")}</div></body></html>"""


def amp(s: Sheet, part: int) -> str:
    """An AMP page: consent, pictures with captions, linked data, related cards."""
    s.dated("second")
    s.signed()
    body, more = s.body, ""
    if part == 0:
        body = s.cut("ellipsis")
        more = f'<a class="amp-readmore" href="{s.url}">{s.off("link", "more", 3)}</a>'
    items = [f"<p>{s.say(line)}</p>" for line in body]
    items.insert(
        1,
        f'<aside class="inline-related"><span>{s.off("read_also", "read_also", 0)}</span>{s.also(4, 1, "div")}</aside>',
    )
    data = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": s.title,
            "datePublished": s.at.isoformat(),
            "author": [{"@type": "Person", "name": s.author}],
            "publisher": {"@type": "Organization", "name": s.site},
        },
        ensure_ascii=False,
    )
    return f"""<!doctype html><html ⚡ lang="{s.code}">{s.head(s.canonical(), f'<script type="application/ld+json">{data}</script>', og=False)}<body>
<amp-consent layout="nodisplay" id="c"><div id="consent-ui"><p>{s.off("cookie", "cookie")}</p><button on="tap:c.accept">{s.off("cookie", "cookie_ok")}</button></div></amp-consent>
<header class="amp-wp-header"><a href="/">{s.site}</a></header>
<article class="amp-wp-article"><h1 class="amp-wp-title">{s.title}</h1><div class="amp-wp-meta">{s.out("byline", s.author)}</div>
<figure class="amp-wp-article-featured-image"><amp-img src="a.jpg" width="9" height="6"></amp-img><figcaption>{s.may(s.phrase("caption"))} <span class="credit">{s.off("credit", "photo", 1)}</span></figcaption></figure>
<div class="amp-wp-article-content">{chr(10).join(items)}{more}</div>
<div class="amp-wp-share"><amp-social-share type="twitter"></amp-social-share><span>{s.off("share", "share")}</span></div>
<section class="amp-related"><h3>{s.off("read_also", "read_also", 1)}</h3><ul>{s.also(0, 3)}</ul></section></article>
<footer class="amp-wp-footer"><p>{s.off("notice", "rights", 0)}</p><a href="#top">{s.out("menu", "↑ " + s.words.say["home"])}</a></footer></body></html>"""


def react(s: Sheet, part: int) -> str:
    """A page that a browser's script fills: the article stands in its linked data alone."""
    s.dated("second")
    s.signed()
    s.gold.section = s.section
    body = s.cut("ellipsis", 2) if part == 2 else s.body
    for line in body:
        s.say(line)
    data = json.dumps(
        {
            "@context": "https://schema.org",
            "@graph": [
                {"@type": "WebSite", "name": s.site},
                {
                    "@type": "NewsArticle",
                    "headline": s.title,
                    "articleSection": s.section,
                    "datePublished": s.at.isoformat(),
                    "author": {"@type": "Person", "name": s.author},
                    "mainEntityOfPage": s.url,
                    "articleBody": "\n\n".join(body),
                },
            ],
        },
        ensure_ascii=False,
    )
    return f"""<!doctype html><html lang="{s.code}">{s.head(s.canonical(), f'<script type="application/ld+json">{data}</script>')}
<body><noscript>{s.off("platform", "js")}</noscript><div id="root"><div class="splash"></div></div>
<div class="cc-window">{s.off("cookie", "cookie")} <a>{s.off("cookie", "cookie_ok")}</a></div><script src="/static/js/main.3f.js"></script></body></html>"""
