"""Single addresses, and lists of them (``--as url``): pages, or whatever else they turn out to be."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from letapis.collect.base import Options, aside, shown
from letapis.model import Received, SetAside

if TYPE_CHECKING:
    from letapis.collect.crawling.ledger import Ledger
    from letapis.collect.fetch.base import Fetcher

__all__ = ["claims", "collect"]

_LONGEST = 16 * 1024


def claims(source: str) -> float:
    """A half for what begins with ``http://`` or ``https://``: a source that knows the site knows better.

    >>> claims("https://rechnik.example/"), claims("rechnik.example")
    (0.5, 0.0)
    """
    return 0.5 if source[:8].lower().startswith(("http://", "https://")) else 0.0


def collect(source: str, options: Options) -> Iterator[Received | SetAside]:
    """What the address ``source``, or each one of the file of addresses called so, gives.

    A list that was stopped goes on where it was; one that came to its end begins anew.
    """
    from letapis.collect.crawling.ledger import Ledger
    from letapis.collect.fetch.base import Fetcher
    from letapis.collect.state import told

    single = claims(source) > 0
    if not single and source != "-" and not os.path.lexists(source):
        yield aside("bad_address", f"{shown(source)} is no address (http:// or https://) and no file of them")
        return
    run = "" if single else hashlib.sha256(os.fsencode(source)).hexdigest()[:20]
    with (
        told(source),
        Fetcher(options.settings) as fetcher,
        Ledger(options.state, "url", options.kept) as ledger,
    ):
        for url in [source] if single else _lines(source):
            if isinstance(url, SetAside):
                yield url
            elif single or not ledger.known(run, url):
                yield from _one(url, run, fetcher, ledger, options)
        ledger.end(run)


def _one(
    url: str, run: str, fetcher: Fetcher, ledger: Ledger, options: Options
) -> Iterator[Received | SetAside]:
    """What one address gives, with the redirects before it and the requisites behind it."""
    from letapis.collect.crawling import requisites, take
    from letapis.collect.fetch import record
    from letapis.collect.fetch.base import FetchError

    try:
        found = fetcher.get(url)
    except FetchError as error:
        yield record.aside(url, error)
        return
    page = False
    for item in chain(take.redirects(found, "url"), take.take(found, fetcher, options, via="url")):
        if isinstance(item, Received) and item.capture.uri == found.url:
            ledger.note(run, url, item.capture.capture_id)
            page = page or item.capture.format == "html"
        yield item
    if page and options.settings.requisites:
        yield from requisites.bring(
            *(fetcher, found.url, requisites.needed(found)),
            lambda at: ledger.known("asset", at),
            lambda at, made: ledger.note("asset", at, made),
        )


def _lines(source: str) -> Iterator[str | SetAside]:
    """The addresses of a file or of standard input, each once; blank lines and # comments are none."""
    name, seen = "standard input" if source == "-" else shown(source), set()
    try:
        with open(0, "rb", closefd=False) if source == "-" else Path(source).open("rb") as stream:
            number = 0
            while line := stream.readline(_LONGEST):
                number += 1
                text = line.decode("utf-8-sig", "replace").strip()
                if not text or text.startswith("#") or text in seen:
                    continue
                if claims(text):
                    seen.add(text)
                    yield text
                else:
                    said = f"line {number} of {name}: {text[:80]!r} is no address (http:// or https://)"
                    yield aside("bad_address", said)
    except OSError as error:
        yield aside("unreadable", f"{name}: {error.strerror or error}")
