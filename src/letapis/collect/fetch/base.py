"""The one way in which a source fetches: polite, guarded and bounded.

>>> from letapis.settings import Settings
>>> with Fetcher(Settings()) as fetcher:
...     fetcher.get("http://[::ffff:169.254.169.254]/latest/meta-data/", robots=False)
Traceback (most recent call last):
letapis.collect.fetch.errors.FetchError: http://[::ffff:169.254.169.254]/latest/meta-data/: ... is ...
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING, Self

from letapis.collect.fetch import address
from letapis.collect.fetch.errors import FetchError
from letapis.collect.fetch.fetched import Fetched
from letapis.collect.fetch.pace import LONGEST, Pace, seconds
from letapis.settings import Settings
from letapis.text.inflate import TooLong, inflate

if TYPE_CHECKING:
    from letapis.collect.fetch.robots import Rules
    from letapis.collect.fetch.wire import Answer, Wire

__all__ = ["FetchError", "Fetched", "Fetcher"]

_BUSY = frozenset({429, 503})
_TRIES = 3
_BACK_OFF = 5.0
"""Seconds before a busy host is asked again where it does not say; four times as many the next time."""
_RULES_HOLD = 24 * 3600.0
"""Seconds for which a robots.txt is taken to hold (RFC 9309, 2.4)."""


class Fetcher:
    """Fetches for one source; use it in a ``with``. Not for several threads.

    Every request waits for its host's turn, heeds robots.txt, connects to public addresses only and is
    bounded in bytes, seconds and redirects.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        robots: bool = True,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.settings = settings
        self.agent = settings.user_agent or _agent()
        self._robots = robots
        self._rules: dict[str, tuple[Rules, float]] = {}
        self._pace = Pace(settings.delay_ms / 1000, clock, sleep)
        self._wire: Wire | None = None
        self._clock = clock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Every connection is closed."""
        if self._wire is not None:
            self._wire.close()
            self._wire = None

    def get(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,
        *,
        robots: bool | None = None,
        limit: int | None = None,
        cut: bool = False,
        until: Callable[[str], bool] | None = None,
    ) -> Fetched:
        """What ``url`` gives, its redirects followed; an HTTP error is an answer like any other.

        ``limit`` bounds its bytes, as sent and unpacked; without, ``settings.fetch_bytes`` does. With
        ``cut`` what is longer as sent is given as far as the limit. A redirect to an address of which
        ``until`` is true is not followed, it is the answer. Raises
        :class:`~letapis.collect.fetch.errors.FetchError` where nothing was fetched.
        """
        heeded = self._robots if robots is None else robots
        return self._follow(
            url, headers or {}, heeded, limit or self.settings.fetch_bytes, cut=cut, until=until
        )

    def hold(self, url: str) -> None:
        """The host of ``url`` was asked just now, by a process before this one."""
        self._pace.hold(address.host(address.clean(url)), self.settings.delay_ms / 1000)

    def allowed(self, url: str) -> bool:
        """Whether the host's robots.txt lets this client fetch ``url``."""
        at = address.clean(url)
        return self._of(at).allows(at)

    def sitemaps(self, url: str) -> tuple[str, ...]:
        """The sitemaps that the robots.txt of the host of ``url`` names."""
        return self._of(address.clean(url)).sitemaps

    def _follow(
        self,
        url: str,
        headers: Mapping[str, str],
        heeded: bool,
        limit: int,
        *,
        cut: bool = False,
        until: Callable[[str], bool] | None = None,
    ) -> Fetched:
        at = address.clean(url)
        passed: list[Fetched] = []
        while True:
            rules = self._of(at) if heeded else None
            if rules is not None and not rules.allows(at):
                raise rules.refusal(at)
            found = _fetched(url, at, self._ask(at, headers, limit, cut=cut), limit)
            target = found.target
            if target is None or (until is not None and until(target)):
                return replace(found, redirects=tuple(passed))
            passed.append(found)
            if target in [hop.url for hop in passed]:
                raise FetchError("too_many_redirects", f"{at}: redirects in a circle, back to {target}")
            if len(passed) > self.settings.fetch_hops:
                raise FetchError("too_many_redirects", f"{url}: more than {len(passed) - 1} redirects")
            at = target

    def _of(self, url: str) -> Rules:
        """The rules of the host of ``url``, fetched once a day."""
        from letapis.collect.fetch import robots

        key = address.origin(url)
        rules, since = self._rules.get(key, (None, 0.0))
        if rules is None or self._clock() - since > _RULES_HOLD:
            at = f"{key}/robots.txt"
            try:
                found = self._follow(at, {}, False, robots.MOST_BYTES, cut=True)
                rules = robots.rules(at, found.status, found.content, self.agent)
            except FetchError as error:
                rules = robots.failed(at, error)
            self._rules[key] = rules, self._clock()
        return rules

    def _ask(self, url: str, headers: Mapping[str, str], limit: int, *, cut: bool) -> Answer:
        """One answer; a host that is busy is asked again, later and later, a few times."""
        host = address.host(url)
        seconds_most = self.settings.fetch_seconds
        for attempt in range(_TRIES):
            known = self._rules.get(address.origin(url))
            self._pace.wait(host, known[0].delay if known else None)
            try:
                answer = self._client().get(url, self._headers(headers), limit, seconds_most, cut=cut)
            except FetchError as error:
                if not error.again or attempt:
                    raise
                continue
            if answer.status not in _BUSY:
                break
            said = seconds(dict(answer.headers).get("retry-after"))
            pause = said if said is not None else _BACK_OFF * 4**attempt
            self._pace.hold(host, pause)
            if pause > LONGEST:
                break
        return answer

    def _headers(self, more: Mapping[str, str]) -> dict[str, str]:
        own = {
            "User-Agent": self.agent,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Encoding": "gzip, deflate, br",
        }
        given = {name.lower() for name in more}
        return {name: value for name, value in own.items() if name.lower() not in given} | dict(more)

    def _client(self) -> Wire:
        if self._wire is None:
            from letapis.collect.fetch.wire import Wire

            self._wire = Wire(allow_private=self.settings.allow_private, clock=self._clock)
        return self._wire


@cache
def _agent() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"letapis/{version('letapis')} (+https://letapis.example/robot)"
    except PackageNotFoundError:
        return "letapis (+https://letapis.example/robot)"


def _fetched(asked: str, url: str, answer: Answer, limit: int) -> Fetched:
    encoding = ", ".join(value for name, value in answer.headers if name == "content-encoding")
    try:
        content = inflate(answer.body, encoding, limit)
    except TooLong as error:
        detail = f"{url}: more than {limit:,} bytes when unpacked; raise fetch_bytes to fetch it"
        raise FetchError("too_large", detail) from error
    except ValueError:
        content = answer.body  # not packed as it says, or by a way we do not know: as it is
    now = datetime.now(UTC).replace(microsecond=0)
    return Fetched(asked, url, answer.status, answer.headers, answer.body, content, answer.exchange, now)
