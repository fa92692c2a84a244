"""Only the open Internet is connected to, whatever names, redirects and name servers say."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
from pathlib import Path
from typing import Any

import pytest

from letapis.collect.fetch import guard
from letapis.collect.fetch.base import Fetcher, FetchError
from letapis.settings import Settings
from tests.collect.fetch.server import answer, serve

PRIVATE = [
    *("127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1"),
    *("169.254.169.254", "100.64.0.1", "100.100.100.200", "198.18.0.1", "192.0.2.1", "203.0.113.9"),
    *("224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "168.63.129.16", "192.0.0.192"),
    *(
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd00:ec2::254",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
    ),
    *("::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::10.0.0.1"),
    *("64:ff9b:1::8.8.8.8", "2002:7f00:1::", "2002:c0a8:101::1", "2001:0:a00:1::1", "2001:db8::1", "x"),
]
OPEN = ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"]


@pytest.mark.parametrize("address", PRIVATE)
def test_private(address: str) -> None:
    assert not guard.public(address)


@pytest.mark.parametrize("address", OPEN)
def test_public(address: str) -> None:
    assert guard.public(address)


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "LOCALHOST.", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0"),
        *("[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:0:0:1]", "127。0。0。1", "①②⑦.0.0.1"),
        *("169.254.169.254", "[fe80::1]", "10.0.0.1", "0.0.0.0"),
    ],
)
def test_no_form_of_a_private_address_is_fetched(host: str) -> None:
    with serve(lambda path, headers: answer(b"secret")) as site:
        for robots in (True, False):
            with Fetcher(Settings(), robots=robots) as client, pytest.raises(FetchError) as caught:
                client.get(f"http://{host}:{site.port}/")
            assert caught.value.reason in ("private_address", "unreachable", "bad_address")
            if "." in host and "。" not in host:
                assert caught.value.reason == "private_address"
        assert site.asked == []


class Names:
    """A name server that answers what a test says, one answer after another, and is counted."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked = 0

    def __call__(self, host: str, port: int, **_: Any) -> list[Any]:
        said = self.answers[min(self.asked, len(self.answers) - 1)]
        self.asked += 1
        return [
            (socket.AF_INET6 if ":" in a else socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port))
            for a in said
        ]


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses that were connected to; no connection leaves the machine."""
    to: list[str] = []

    def connect(self: socket.socket, address: Any) -> None:
        to.append(address[0])
        raise ConnectionRefusedError("not in a test")

    monkeypatch.setattr(guard.socket.socket, "connect", connect)
    return to


def test_answers_that_change_change_nothing(monkeypatch: pytest.MonkeyPatch, connected: list[str]) -> None:
    """The check and the connection are of one answer: there is no second question."""
    names = Names(["93.184.216.34"], ["127.0.0.1"])
    monkeypatch.setattr(guard.socket, "getaddrinfo", names)
    with Fetcher(Settings(), robots=False) as client, pytest.raises(FetchError) as caught:
        client.get("http://rebind.example/")
    assert caught.value.reason == "unreachable"
    assert (names.asked, connected) == (1, ["93.184.216.34"])
    with Fetcher(Settings(), robots=False) as client, pytest.raises(FetchError) as caught:
        client.get("http://rebind.example/")
    assert caught.value.reason == "private_address"
    assert connected == ["93.184.216.34"]


def test_of_mixed_answers_only_the_public_are_used(
    monkeypatch: pytest.MonkeyPatch, connected: list[str]
) -> None:
    names = Names(["10.0.0.1", "::1", "93.184.216.34", "::ffff:10.0.0.1", "2606:4700::1111"])
    monkeypatch.setattr(guard.socket, "getaddrinfo", names)
    with Fetcher(Settings(), robots=False) as client, pytest.raises(FetchError):
        client.get("http://mixed.example/")
    assert connected == ["93.184.216.34", "2606:4700::1111"]


def test_redirects_to_private_addresses_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """127.0.0.1 plays the open Internet here, 127.0.0.2 the inner network."""
    monkeypatch.setattr(guard, "public", lambda address: address == "127.0.0.1")
    with serve(lambda path, headers: answer(b"secret"), host="127.0.0.2") as inner:
        to = f"http://127.0.0.2:{inner.port}/"
        with serve(lambda path, headers: answer(b"", 302, [("Location", to)])) as outer:
            for robots in (True, False):
                with (
                    Fetcher(Settings(delay_ms=1), robots=robots) as client,
                    pytest.raises(FetchError) as caught,
                ):
                    client.get(f"{outer.root}/x")
                assert caught.value.reason == "private_address"
        assert inner.asked == []


def test_a_name_server_that_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    never = threading.Event()
    monkeypatch.setattr(guard, "_PATIENCE", 0.01)
    monkeypatch.setattr(guard.socket, "getaddrinfo", lambda *_, **__: [never.wait(30)][:0])
    with Fetcher(Settings(), robots=False) as client, pytest.raises(FetchError) as caught:
        client.get("http://silent.example/")
    never.set()
    assert caught.value.reason == "unreachable"


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """For press.example alone, and trusted."""
    if shutil.which("openssl") is None:
        pytest.skip("needs the openssl command to make a certificate")
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    made = [
        *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"),
        *("-keyout", str(key), "-out", str(cert), "-days", "2", "-subj", "/CN=press.example"),
        *("-addext", "subjectAltName=DNS:press.example"),
    ]
    subprocess.run(made, check=True, capture_output=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(cert))
    monkeypatch.setattr(guard.socket, "getaddrinfo", Names(["127.0.0.1"]))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(cert, key)
    return context


def test_tls_verifies_the_name_asked_for(certificate: ssl.SSLContext) -> None:
    settings = Settings(allow_private=True, delay_ms=1)
    sealed = serve(lambda path, headers: answer(b"sealed"), certificate)
    with sealed as site, Fetcher(settings, robots=False) as client:
        assert client.get(f"https://press.example:{site.port}/").content == b"sealed"
        assert client.get(f"https://PRESS.example.:{site.port}/").content == b"sealed"
        with pytest.raises(FetchError) as caught:
            client.get(f"https://other.example:{site.port}/")
    assert caught.value.reason == "unreachable"
    assert "certificate" in caught.value.detail.lower()


def test_http2(certificate: ssl.SSLContext) -> None:
    """What HTTP/2 said is kept in the form of HTTP/1.1, and that it was HTTP/2 is kept too."""
    import threading

    import h2.config
    import h2.connection
    import h2.events

    certificate.set_alpn_protocols(["h2"])
    listener = socket.create_server(("127.0.0.1", 0))

    def run() -> None:
        plain, _ = listener.accept()
        with certificate.wrap_socket(plain, server_side=True) as talk:
            spoken = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
            spoken.initiate_connection()
            talk.sendall(spoken.data_to_send())
            while data := talk.recv(65536):
                for event in spoken.receive_data(data):
                    if isinstance(event, h2.events.RequestReceived):
                        head = [(":status", "200"), ("content-type", "text/html"), ("etag", '"7"')]
                        spoken.send_headers(event.stream_id, head)
                        spoken.send_data(event.stream_id, b"two", end_stream=True)
                talk.sendall(spoken.data_to_send())

    threading.Thread(target=run, daemon=True).start()
    with listener, Fetcher(Settings(allow_private=True), robots=False) as client:
        found = client.get(f"https://press.example:{listener.getsockname()[1]}/a?b")
    assert found.content == b"two"
    assert found.exchange.head == b'HTTP/1.1 200 \r\ncontent-type: text/html\r\netag: "7"\r\n\r\n'
    assert found.exchange.request.startswith(b"GET /a?b HTTP/1.1\r\nHost: press.example:")
    assert ("WARC-Protocol", "h2") in found.exchange.warc
