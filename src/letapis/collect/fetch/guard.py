"""Connections to public addresses only, bounded in time.

A name is resolved once, the answers are checked, and the connection goes to an answer that was
checked: DNS answers that change between the check and the connection change nothing. TLS still
verifies the name that was asked for.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from letapis.collect.fetch.errors import FetchError

__all__ = ["Backend", "Deadline", "public"]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_CLOSED = tuple(
    ipaddress.ip_network(net)
    for net in (
        "168.63.129.16/32",  # the metadata service of Azure: a public address that is none
        "192.88.99.0/24",  # relays of 6to4
        "64:ff9b:1::/48",  # NAT64 of one's own network (RFC 8215)
        "192.0.0.0/24",  # IETF protocol assignments; Python's own list of them changed over time
        "2001::/23",  # the same of IPv6, Teredo among them
        "::/96",  # IPv4 inside IPv6, long given up
        "3fff::/20",  # documentation (RFC 9637)
        "5f00::/16",  # segment routing (RFC 9602)
        "fec0::/10",  # site-local
    )
)
_READ = 64 * 1024
_PATIENCE = 20.0
"""Seconds within which a name server answers."""


def public(address: str) -> bool:
    """Whether an IP address is one of the open Internet, and so are those hidden in it.

    >>> [public(a) for a in ("93.184.216.34", "10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::a00:1")]
    [True, False, False, False]
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        hidden = [ip.ipv4_mapped, ip.sixtofour]
        if ip in _NAT64:
            hidden.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        inside = [str(four) for four in hidden if four is not None]
        if inside:
            return all(public(four) for four in inside)
    closed = ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback or ip.is_link_local
    return ip.is_global and not closed and not any(ip in net for net in _CLOSED if net.version == ip.version)


class Deadline:
    """How much of the time for one exchange is left."""

    OVER = "the time for it was over"

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._end = float("inf")

    def start(self, seconds: float) -> None:
        """The time begins to run."""
        self._end = self._clock() + seconds

    def left(self) -> float:
        """Seconds that are left. Raises FetchError (too_slow) where there are none."""
        left = self._end - self._clock()
        if left <= 0:
            raise FetchError("too_slow", self.OVER)
        return left


class Backend(httpcore.NetworkBackend):
    """Opens connections for httpcore, to checked addresses only."""

    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        self._deadline = deadline
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first checked address of ``host`` that answers."""
        problem: OSError | None = None
        for family, address in self._addresses(host, port):
            sock = socket.socket(family, socket.SOCK_STREAM)
            try:
                sock.settimeout(min(timeout or 15.0, self._deadline.left()))
                sock.connect(address)
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except OSError as error:
                sock.close()
                problem = error
                continue
            except BaseException:
                sock.close()
                raise
            return _Stream(sock, self._deadline, str(address[0]))
        raise FetchError("unreachable", f"{host}: no connection ({problem}); try again later")

    def _addresses(self, host: str, port: int) -> list[tuple[int, Any]]:
        """The addresses of ``host`` that may be connected to, in the resolver's order."""
        answers = _resolve(host, port, self._deadline.left())
        fine = [a for a in answers if self._allow_private or public(str(a[1][0]))]
        if answers and not fine:
            raise FetchError(
                "private_address",
                f"{host} is {answers[0][1][0]}, no address of the open Internet; "
                "allow it with --allow-private if you mean it",
            )
        return fine


def _resolve(host: str, port: int, seconds: float) -> list[tuple[int, Any]]:
    """What the resolver says, in a thread of its own because it knows no time limit."""
    found: list[tuple[int, Any]] = []
    problem: list[Exception] = []

    def ask() -> None:
        try:
            answers = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
            found.extend((int(a[0]), a[4]) for a in answers)
        except (OSError, UnicodeError, ValueError) as error:
            problem.append(error)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(min(seconds, _PATIENCE))
    answers = list(found)
    if not answers:
        why = problem[0] if problem else "the name server did not answer in time"
        raise FetchError("unreachable", f"{host}: no address found ({why}); see that the name is right")
    return answers


class _Stream(httpcore.NetworkStream):
    """A socket whose every read and write ends with the exchange's time."""

    def __init__(self, sock: socket.socket, deadline: Deadline, peer: str) -> None:
        self._sock = sock
        self._deadline = deadline
        self._peer = peer

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes."""
        self._sock.settimeout(self._deadline.left())
        try:
            return self._sock.recv(min(max_bytes, _READ))
        except TimeoutError as error:
            raise httpcore.ReadTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.ReadError(str(error)) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All of ``buffer`` sent."""
        self._sock.settimeout(self._deadline.left())
        try:
            self._sock.sendall(buffer)
        except TimeoutError as error:
            raise httpcore.WriteTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.WriteError(str(error)) from error

    def close(self) -> None:
        """The socket is closed."""
        self._sock.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted, its certificate verified for ``server_hostname``."""
        self._sock.settimeout(self._deadline.left())
        try:
            sock = ssl_context.wrap_socket(self._sock, server_hostname=server_hostname)
        except TimeoutError as error:
            self.close()
            raise httpcore.ConnectTimeout(str(error)) from error
        except (OSError, ValueError) as error:
            self.close()
            raise httpcore.ConnectError(str(error)) from error
        return _Stream(sock, self._deadline, self._peer)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks of a connection."""
        if info == "ssl_object":
            return self._sock if isinstance(self._sock, ssl.SSLSocket) else None
        if info == "server_addr":
            return (self._peer,)  # asked for when the socket may be closed already
        if info == "socket":
            return self._sock
        if info == "is_readable":
            return _readable(self._sock)
        return None


def _readable(sock: socket.socket) -> bool:
    """Whether a connection at rest has something to say: it was closed."""
    import select

    if sock.fileno() < 0:
        return True
    poll = select.poll()
    poll.register(sock, select.POLLIN)
    return bool(poll.poll(0))
