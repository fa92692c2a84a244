"""Why something was not fetched."""

from __future__ import annotations

from letapis.errors import InputError

__all__ = ["FetchError"]


class FetchError(InputError):
    """An address that was not fetched, with one word for why.

    >>> FetchError("robots", "https://rechnik.example/x: robots.txt asks to leave it").reason
    'robots'
    """

    def __init__(self, reason: str, detail: str, *, again: bool = False) -> None:
        super().__init__(detail)
        self.reason = reason
        """private_address, robots, too_large, too_slow, too_many_redirects, bad_address, unreachable
        or bad_response."""
        self.detail = detail
        """What was found, where, and what can be done."""
        self.again = again
        """Whether the very same request may well succeed: the connection was dropped."""
