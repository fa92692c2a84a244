"""What a host's robots.txt asks for (RFC 9309)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letapis.collect.fetch.errors import FetchError

if TYPE_CHECKING:
    from protego import Protego

__all__ = ["MOST_BYTES", "Rules", "failed", "rules"]

MOST_BYTES = 512 * 1024
"""As much of a robots.txt as is read; RFC 9309 asks for 500 KiB at least."""

_MOST_RULES = 5000
_MOST_SITEMAPS = 200
_AGENT = re.compile(r"\s*user[- ]?agent(?:\s*:|\s|(?=#)|$)([^#]*)", re.IGNORECASE)
_OTHERS = "User-agent: -"
_ADDRESS = re.compile(r"\+?https?://[^\s;)]*")


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one host for one client."""

    at: str
    """The address of the robots.txt."""
    agent: str = ""
    """The client, as rules may call it."""
    parsed: Protego | None = None
    """None: no rules are known."""
    closed: str = ""
    """Why nothing of the host may be fetched; empty where something may."""
    reason: str = "robots"
    """The same in one word."""
    delay: float | None = None
    """Seconds between two requests that the host asks for."""
    sitemaps: tuple[str, ...] = ()

    def allows(self, url: str) -> bool:
        """Whether ``url`` may be fetched."""
        if self.closed:
            return False
        return self.parsed is None or bool(self.parsed.can_fetch(url, self.agent))

    def refusal(self, url: str) -> FetchError:
        """Why ``url`` may not be fetched."""
        return FetchError(self.reason, f"{url}: {self.closed or f'{self.at} asks robots to leave it'}")


def rules(at: str, status: int, content: bytes, agent: str) -> Rules:
    r"""What an answer to the question for robots.txt means.

    Without one (4xx) everything may be fetched; where the server fails (5xx, or 429) nothing may.

    >>> made = rules("https://rechnik.example/robots.txt", 200, b"User-agent: *\nDisallow: /a", "letapis/1")
    >>> made.allows("https://rechnik.example/a/b"), made.allows("https://rechnik.example/b")
    (False, True)
    >>> rules("https://rechnik.example/robots.txt", 503, b"", "letapis/1").allows("https://rechnik.example/b")
    False
    """
    if status >= 500 or status == 429:
        why = f"{at} answered {status}, so nothing of this host is fetched in this run; try again later"
        return Rules(at, closed=why)
    if not 200 <= status < 300:
        return Rules(at)
    from protego import Protego

    name = _ADDRESS.sub("", agent).strip()
    lines, count = _ours(content.decode("utf-8-sig", "replace").replace("\0", ""), name.lower())
    if count > _MOST_RULES:
        why = f"{at} has more than {_MOST_RULES:,} rules, which nobody means; nothing of this host is fetched"
        return Rules(at, closed=why)
    try:
        parsed = Protego.parse("\n".join(lines))
        sitemaps = tuple(dict.fromkeys(parsed.sitemaps))[:_MOST_SITEMAPS]
        return Rules(at, name, parsed, delay=_delay(parsed, name), sitemaps=sitemaps)
    except (ValueError, TypeError, RecursionError, OverflowError) as error:
        return Rules(at, closed=f"{at} cannot be read ({error}), so nothing of this host is fetched")


def failed(at: str, error: FetchError) -> Rules:
    """The rules of a host whose robots.txt could not be had: nothing is fetched from it in this run.

    One that only redirects counts as none at all (RFC 9309, 2.3.1.2).
    """
    if error.reason == "too_many_redirects":
        return Rules(at)
    why = error.detail.removeprefix(f"{at}: ")
    if error.reason not in ("private_address", "unreachable"):  # the page would fare no better
        why = f"{at}: {why}; nothing of a host is fetched whose robots.txt cannot be"
    return Rules(at, closed=why, reason=error.reason)


def _ours(text: str, agent: str) -> tuple[list[str], int]:
    """The lines with the names of others made one, and how many lines may be rules for ``agent``.

    A parser that keeps every rule for every name is brought down by many names before many rules.
    """
    kept: list[str] = []
    ours, naming, count = False, False, 0
    for line in text.splitlines():
        found = _AGENT.match(line)
        if not found:
            naming = naming and not line.partition("#")[0].strip()
            count += ours
            kept.append(line)
            continue
        name = found[1].strip().lower().replace("*", "")
        mine = not name or name in agent
        ours, naming = mine or (ours and naming), True
        if mine or kept[-1:] != [_OTHERS]:
            kept.append(line if mine else _OTHERS)
    return kept, count


def _delay(parsed: Protego, name: str) -> float | None:
    """The longer of ``Crawl-delay`` and what ``Request-rate`` comes to."""
    said = [d for d in [parsed.crawl_delay(name)] if d is not None]
    rate = parsed.request_rate(name)
    if rate is not None and rate.start_time is None:
        said.append(rate.seconds / rate.requests)
    return max(said, default=None)
