"""What one address gave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from letapis.collect.fetch import address
from letapis.collect.fetch.errors import FetchError
from letapis.model import Exchange
from letapis.text.control import printable

__all__ = ["Fetched"]

_MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fetched:
    """What one address gave, whatever its status."""

    asked: str
    """The address as asked for."""
    url: str
    """Where the redirects led."""
    status: int
    """HTTP status of the last response."""
    headers: tuple[tuple[str, str], ...]
    """Its headers, names in lower case."""
    body: bytes
    """As sent: transfer coding removed, content coding kept."""
    content: bytes
    """Unpacked."""
    exchange: Exchange
    """What went over the wire around the body."""
    at: datetime
    """When the answer came (UTC, whole seconds)."""
    redirects: tuple[Fetched, ...] = ()
    """The redirects that were followed, as they were answered."""

    @property
    def hops(self) -> tuple[str, ...]:
        """The addresses that redirected."""
        return tuple(hop.url for hop in self.redirects)

    @property
    def target(self) -> str | None:
        """Where it redirects to, in its one form; None where it is no redirect.

        Raises FetchError (bad_address) where it leads out of the web.
        """
        to = self.header("location")
        if self.status not in _MOVED or not to:
            return None
        try:
            return address.clean(to.encode("latin-1", "replace").decode("utf-8", "replace"), self.url)
        except FetchError as error:
            raise FetchError(error.reason, f"{self.url} redirects to {error.detail}") from error

    def header(self, name: str) -> str | None:
        """The last value of a header; None where there is none.

        >>> from datetime import UTC
        >>> made = Fetched("", "", 200, (("etag", '"1"'),), b"", b"", Exchange(b""), datetime.now(UTC))
        >>> made.header("ETag")
        '"1"'
        """
        found = [value for key, value in self.headers if key == name.lower()]
        return found[-1].strip() if found else None

    @property
    def media_type(self) -> str:
        """The media type as the server said it, lower case, with its charset; empty where it said none.

        >>> from datetime import UTC
        >>> headers = (("content-type", "Text/HTML;  charset=UTF-8"),)
        >>> Fetched("", "", 200, headers, b"", b"", Exchange(b""), datetime.now(UTC)).media_type
        'text/html; charset=utf-8'
        """
        return " ".join(printable((self.header("content-type") or "").lower(), line=True).split())[:200]
