"""What is known to have existed of an outlet without its text: pages that others name or link to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urljoin, urlsplit

from letapis import outlets
from letapis.publish import archive
from letapis.publish.archive import named
from letapis.publish.view import Row, View
from letapis.text import sentences, tokens

__all__ = ["addresses", "belongs", "credit_lines", "headings", "hosts", "numbering"]

_MEDIA = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|css|js|ico|mp[34]|woff2?)$", re.IGNORECASE)
_AROUND = 600
"""Code points on either side of a credit in which its sentence is looked for."""
_BARE = 5
"""Words of a sentence that says no more than whom it credits."""
_TITLE = 3
"""Words that a link must stand on to say more than "here"."""
_FEW = 3
_NUMBER = re.compile(r"\d{2,12}")


def hosts(view: View, outlet: str) -> frozenset[str]:
    """The hosts that ``outlet`` publishes under: as its own pages, the heap and ``outlets/`` say."""
    names = archive.learnt(view)
    found = {form for form, name in names.items() if name == outlet and "." in form and " " not in form}
    listed = outlets.by_name(outlet)
    if listed is not None and not listed.platform:
        found |= {domain.casefold() for domain in listed.domains}
    for row in view.rows("documents"):
        if _is(names, row["outlet"], outlet):
            found |= {host for key in ("url", "canonical_url") if (host := _host(row[key]))}
    return frozenset(host.removeprefix("www.") for host in found if _shared(host) is None)


def addresses(view: View, outlet: str, entries: Sequence[Row]) -> list[Row]:
    """Addresses of the outlet's pages that links and texts give and no document here has.

    Each with who gives it: the document, the place (``passage``), the words the link stands on, and
    whether the outlet's own page does; ``reports`` are those that the documents carry.
    """
    own_hosts, names = hosts(view, outlet), archive.learnt(view)
    if not own_hosts:
        return []
    pattern = _pattern(own_hosts)
    here = {
        _key(row[name])
        for row in view.rows("documents")
        for name in ("url", "canonical_url")
        if row[name] and belongs(row[name], own_hosts)
    }
    carried = _carried(entries)
    found: dict[str, Row] = {}
    for row in view.rows("documents"):
        own, seen = _is(names, row["outlet"], outlet), set()
        said = {"doc_id": row["doc_id"], "outlet": named(names, row["outlet"]), "own": own}
        for address, words, passage in _given(row, pattern, own_hosts, own):
            key = _key(address)
            front = not key.partition("/")[2]
            if front or key in here or _MEDIA.search(key) or (key, passage) in seen:
                continue
            seen.add((key, passage))
            entry = found.setdefault(key, {"address": address, "title": None, "said_by": [], "reports": []})
            entry["said_by"].append({**said, "passage": passage, "words": words})
            if len(tokens(words)) >= _TITLE and not (entry["title"] or _addressed(words)):
                entry["title"] = words
            entry["reports"] = list(dict.fromkeys([*entry["reports"], *carried.get(row["doc_id"], ())]))
    return [found[key] for key in sorted(found)]


def credit_lines(view: View, outlet: str, entries: Sequence[Row]) -> list[Row]:
    """Sentences that credit the outlet in documents of which no text of its own survives.

    Those of reports that are known by credit alone, and those of documents that carry no report of
    the outlet at all.
    """
    texts = {row["report_id"] for row in entries if row["survives"] != "credited"}
    carried, names = _carried(entries), archive.learnt(view)
    documents = view.index("documents", "doc_id")
    rows = []
    for citation in view.rows("citations"):
        if citation["outlet"] != outlet or citation["self"] or citation["doc_id"] not in documents:
            continue
        reports = carried.get(citation["doc_id"], [])
        if texts.isdisjoint(reports):
            document = documents[citation["doc_id"]]
            rows.append(_credit(citation, document, reports, names))
    return rows


def headings(view: View, outlet: str, entries: Sequence[Row]) -> list[Row]:
    """Headings that the outlet's own pages point to ("Read also") and no report here has."""
    names = archive.learnt(view)
    known = {_words(row["title"]) for row in entries if row["title"]}
    known |= {_words(row["title"]) for row in view.rows("documents") if row["title"]}
    found: dict[tuple[str, ...], Row] = {}
    for row in view.rows("documents"):
        if not _is(names, row["outlet"], outlet):
            continue
        for item in row["residue"] or ():
            title = item["surface"].partition(":")[2].strip() or item["surface"]
            words = _words(title)
            if item["kind"] != "read_also" or len(words) < _TITLE or words in known:
                continue
            entry = found.setdefault(words, {"address": None, "title": title, "said_by": [], "reports": []})
            said = {"doc_id": row["doc_id"], "outlet": outlet, "own": True}
            entry["said_by"].append({**said, "passage": f"{row['doc_id']}#residue", "words": item["surface"]})
    return [found[words] for words in sorted(found)]


def numbering(known: Sequence[str]) -> list[Row]:
    """How the outlet's addresses are numbered: for each form the lowest, the highest, and how many.

    A number that is absent may never have been used: this is an observation and no count of losses.

    >>> numbering(["https://a.example/news/120", "https://a.example/news/123", "http://a.example/news/124"])
    [{'form': 'a.example/news/{n}', 'low': 120, 'high': 124, 'here': 3, 'absent': 2}]
    """
    forms: dict[str, set[int]] = {}
    for address in known:
        key = _key(address)
        matches = [m for m in _NUMBER.finditer(key) if m.start() > key.find("/")]
        # the one number of an address counts; where there are more they are mostly a date
        if len(matches) == 1:
            match = matches[0]
            form = f"{key[: match.start()]}{{n}}{'' if match.end() == len(key) else '…'}"
            forms.setdefault(form, set()).add(int(match[0]))
    return [
        {
            "form": form,
            "low": min(numbers),
            "high": max(numbers),
            "here": len(numbers),
            "absent": max(numbers) - min(numbers) + 1 - len(numbers),
        }
        for form, numbers in sorted(forms.items())
        if len(numbers) >= _FEW
    ]


def _credit(citation: Row, document: Row, reports: list[str], names: Mapping[str, str]) -> Row:
    at, stop = citation["start"], citation["stop"]
    doc_id = document["doc_id"]
    if at is None:
        surfaces = (item["surface"] for item in document["residue"] or ())
        line = next((s for s in surfaces if citation["surface"] in s), citation["surface"])
        passage = f"{doc_id}#residue"
    else:
        line, passage = _sentence(document["text"], at, stop), f"{doc_id}#c={at}-{stop}"
    said = {"doc_id": doc_id, "outlet": named(names, document["outlet"]), "own": False}
    said |= {"passage": passage, "words": line}
    return {"address": None, "title": None, "kind": citation["kind"], "said_by": [said], "reports": reports}


def _sentence(text: str, start: int, stop: int) -> str:
    """The sentence of a credit; before a bare "Source: X" the sentence that it is the source of."""
    begin = max(0, start - _AROUND)
    around = text[begin : stop + _AROUND]
    before = ""
    for span in sentences(around):
        words = span.cut(around)
        if span.start <= start - begin < span.stop:
            return f"{before} {words}" if before and len(tokens(words)) <= _BARE else words
        before = words
    return text[start:stop]


def _given(
    row: Row, pattern: re.Pattern[str], own_hosts: frozenset[str], own: bool
) -> Iterator[tuple[str, str, str]]:
    """Addresses of the outlet that a document gives: the address, its words, its place."""
    doc_id = row["doc_id"]
    base = (row["url"] or row["canonical_url"] or "") if own else ""
    for link in row["links"] or ():
        address = _joined(base, link["href"])
        if belongs(address, own_hosts):
            at = link["start"]
            place = "#links" if at is None else f"#c={at}-{link['stop']}"
            yield address, " ".join((link["text"] or "").split()), doc_id + place
    if any(host in row["text"] for host in own_hosts):
        for match in pattern.finditer(row["text"]):
            bare = match[0].rstrip(".,;:!?…")
            yield bare, bare, f"{doc_id}#c={match.start()}-{match.start() + len(bare)}"
    for item in row["residue"] or ():
        if any(host in item["surface"] for host in own_hosts):
            for match in pattern.finditer(item["surface"]):
                bare = match[0].rstrip(".,;:!?…")
                yield bare, item["surface"], f"{doc_id}#residue"


def _pattern(own_hosts: frozenset[str]) -> re.Pattern[str]:
    names = "|".join(re.escape(host) for host in sorted(own_hosts, key=lambda host: (-len(host), host)))
    return re.compile(
        rf"(?<![\w.@-])(?:https?://)?(?:[\w-]{{1,40}}\.){{0,2}}(?:{names})(?::\d{{2,5}})?/[^\s<>\"«»“”)\]]{{1,1000}}"
    )


def _addressed(words: str) -> bool:
    """Whether words are an address themselves, or hold one: then they are no title."""
    return "://" in words or "/" in words


def _carried(entries: Sequence[Row]) -> dict[str, list[str]]:
    """The outlet's reports that each document carries."""
    found: dict[str, list[str]] = {}
    for row in entries:
        for witness in row["witnesses"]:
            found.setdefault(witness["doc_id"], []).append(row["report_id"])
    return found


def _is(names: Mapping[str, str], given: str | None, outlet: str) -> bool:
    return bool(given) and named(names, given) == outlet


def _host(address: str | None) -> str | None:
    try:
        return urlsplit(address or "").hostname
    except ValueError:
        return None


def _shared(host: str) -> str | None:
    """The platform that lends this host to many, if it is one: its pages are not the outlet's alone."""
    found = outlets.by_domain(host)
    return found.name if found is not None and found.platform else None


def belongs(address: str, own_hosts: frozenset[str]) -> bool:
    """Whether an address lies under one of the hosts or below it.

    >>> belongs("https://news.naviny.by/1", frozenset({"naviny.by"})), belongs("x", frozenset())
    (True, False)
    """
    host = _host(address)
    labels = host.split(".") if host else []
    return any(".".join(labels[i:]) in own_hosts for i in range(len(labels)))


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return href


def _key(address: str) -> str:
    """An address as it is compared: without scheme, ``www.``, fragment and closing slash."""
    bare = address.partition("://")[2] if "://" in address else address
    host, slash, path = bare.partition("#")[0].partition("/")
    return f"{host.lower().removeprefix('www.')}{slash}{path}".rstrip("/")


def _words(title: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokens(title))
