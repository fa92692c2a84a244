"""A server on loopback that says, byte for byte, what a test tells it to."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Handler = Callable[[str, dict[str, str]], bytes | Iterable[bytes]]


@dataclass
class Site:
    """Where it listens, and what it was asked."""

    host: str
    port: int
    asked: list[str] = field(default_factory=list)
    heads: list[bytes] = field(default_factory=list)

    @property
    def root(self) -> str:
        return f"http://{self.host}:{self.port}"


def answer(
    body: bytes = b"", status: int = 200, headers: Iterable[tuple[str, str]] = (), kind: str = "text/html"
) -> bytes:
    """A response of HTTP/1.1 with its length."""
    lines = [f"HTTP/1.1 {status} Said", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


@contextmanager
def serve(handler: Handler, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> Iterator[Site]:
    """Serves until the block is left; one thread a connection."""
    listener = socket.create_server((host, 0), backlog=64)
    site = Site(host, listener.getsockname()[1])

    def one(plain: socket.socket) -> None:
        with suppress(OSError, ssl.SSLError), plain:
            talk = tls.wrap_socket(plain, server_side=True) if tls else plain
            kept = b""
            while True:
                while b"\r\n\r\n" not in kept:
                    more = talk.recv(65536)
                    if not more:
                        return
                    kept += more
                head, _, kept = kept.partition(b"\r\n\r\n")
                path = head.split(b" ")[1].decode()
                site.asked.append(path)
                site.heads.append(head)
                lines = [line.split(b":", 1) for line in head.split(b"\r\n")[1:]]
                said = handler(path, {k.decode().lower(): v.decode().strip() for k, v in lines})
                for part in [said] if isinstance(said, bytes) else said:
                    talk.sendall(part)
                if not isinstance(said, bytes):
                    return

    def accept() -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=one, args=(client,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield site
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
