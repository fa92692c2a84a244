"""One request and its response, as they went over the wire."""

from __future__ import annotations

import os
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

import httpcore

from letapis.collect.fetch.errors import FetchError
from letapis.collect.fetch.guard import Backend, Deadline
from letapis.model import Exchange

__all__ = ["Answer", "Wire"]

_MOST_HEADERS = 256 * 1024
_NO_BREAK = bytes.maketrans(b"\r\n\0", b"   ")
"""A header of HTTP/2 may hold what would end a line of the record."""
_FRAMING = frozenset({b"transfer-encoding", b"trailer"})


@dataclass(frozen=True, slots=True)
class Answer:
    """A response with its body as sent."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    exchange: Exchange


class Wire:
    """A client that speaks HTTP/1.1 and HTTP/2 and keeps what it says and hears."""

    def __init__(self, *, allow_private: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._deadline = Deadline(clock)
        self._pool = httpcore.ConnectionPool(
            ssl_context=_context(_roots()),
            max_connections=8,
            max_keepalive_connections=4,
            keepalive_expiry=30.0,
            http2=True,
            network_backend=Backend(self._deadline, allow_private=allow_private),
        )

    def close(self) -> None:
        """Every connection is closed."""
        self._pool.close()

    def get(
        self, url: str, headers: Mapping[str, str], limit: int, seconds: float, *, cut: bool = False
    ) -> Answer:
        """The response to one GET, its body of at most ``limit`` bytes as sent.

        Raises FetchError where there is none within ``seconds``, it is longer (with ``cut`` what is
        over is left out instead), or it is not HTTP.
        """
        self._deadline.start(seconds)
        sent = [(b"Host", urlsplit(url).netloc.encode("ascii"))]
        sent += [
            (name.encode("ascii"), value.encode("latin-1", "replace")) for name, value in headers.items()
        ]
        begun = False
        try:
            with self._pool.stream("GET", _url(url), headers=sent) as response:
                begun = True
                body = _body(url, response, limit, cut=cut)
                return _answer(url, sent, response, body)
        except FetchError as error:
            raise FetchError(error.reason, _about(url, error.detail, seconds)) from error
        except httpcore.TimeoutException as error:
            raise FetchError("too_slow", _about(url, Deadline.OVER, seconds)) from error
        except (httpcore.ReadError, httpcore.WriteError, httpcore.RemoteProtocolError) as error:
            # an idle connection is often closed just when it is used again
            again = not begun and (isinstance(error, httpcore.NetworkError) or "disconnected" in str(error))
            raise FetchError("bad_response", f"{url}: broken off ({error})", again=again) from error
        except (httpcore.NetworkError, ssl.SSLError) as error:
            raise FetchError("unreachable", f"{url}: {error or type(error).__name__}") from error
        except (httpcore.ProtocolError, httpcore.UnsupportedProtocol, ValueError) as error:
            raise FetchError("bad_response", f"{url}: not HTTP as it should be ({error})") from error


def _url(url: str) -> httpcore.URL:
    """A clean address in parts: left to itself, httpcore drops what follows a semicolon in the path."""
    parts = urlsplit(url)
    return httpcore.URL(scheme=parts.scheme, host=parts.hostname or "", port=parts.port, target=_target(url))


def _target(url: str) -> str:
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _about(url: str, detail: str, seconds: float) -> str:
    if detail == Deadline.OVER:
        return f"{url}: took longer than {seconds:g} s; raise fetch_seconds to wait longer"
    return detail if url in detail else f"{url}: {detail}"


def _roots() -> str:
    """The file of certificates that are trusted: certifi's, or the one that OpenSSL is told to use."""
    import certifi

    return os.environ.get("SSL_CERT_FILE") or certifi.where()


@cache
def _context(roots: str) -> ssl.SSLContext:
    """Certificates are checked against ``roots``; reading them takes longer than many a fetch."""
    return ssl.create_default_context(cafile=roots)


def _body(url: str, response: httpcore.Response, limit: int, *, cut: bool) -> bytes:
    if sum(len(name) + len(value) for name, value in response.headers) > _MOST_HEADERS:
        raise FetchError("bad_response", f"{url}: more than {_MOST_HEADERS:,} bytes of headers")
    body = bytearray()
    for part in response.iter_stream():
        body += part
        if len(body) > limit:
            if cut:
                return bytes(body[:limit])
            raise FetchError("too_large", f"{url}: more than {limit:,} bytes; raise fetch_bytes to fetch it")
    return bytes(body)


def _answer(url: str, sent: list[tuple[bytes, bytes]], response: httpcore.Response, body: bytes) -> Answer:
    extensions = response.extensions
    version = bytes(extensions.get("http_version", b"HTTP/1.1"))
    peer = extensions["network_stream"].get_extra_info("server_addr")
    warc = [("WARC-IP-Address", str(peer[0]).partition("%")[0])] if peer else []
    warc.append(("WARC-Protocol", "h2" if version.startswith(b"HTTP/2") else version.decode().lower()))
    exchange = Exchange(
        _head(version, response, bytes(extensions.get("reason_phrase", b"")), len(body)),
        _lines(f"GET {_target(url)} HTTP/1.1".encode("ascii"), sent),
        tuple(warc),
    )
    headers = tuple((n.decode("latin-1").lower(), v.decode("latin-1")) for n, v in response.headers)
    return Answer(response.status, headers, body, exchange)


def _head(version: bytes, response: httpcore.Response, phrase: bytes, size: int) -> bytes:
    """The head as received, HTTP/2 in the form of HTTP/1.1.

    The body is kept without its transfer coding; the headers that spoke of it are renamed, as replay
    tools do, so that nobody undoes it twice.
    """
    two = version.startswith(b"HTTP/2")
    first = b"%s %d %s" % (b"HTTP/1.1" if two else version, response.status, phrase)
    chunked = any(name.lower() == b"transfer-encoding" for name, _ in response.headers)
    lines = []
    for name, value in response.headers:
        framing = name.lower() in _FRAMING or (chunked and name.lower() == b"content-length")
        lines.append((b"X-Archive-Orig-" + name if framing else name, value))
    if chunked:
        lines.append((b"Content-Length", b"%d" % size))
    return _lines(first, lines)


def _lines(first: bytes, headers: list[tuple[bytes, bytes]]) -> bytes:
    lines = [first, *(name + b": " + value for name, value in headers)]
    return b"\r\n".join([*(line.translate(_NO_BREAK) for line in lines), b"", b""])
