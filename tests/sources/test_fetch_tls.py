"""TLS: certificates are checked against the name that was asked, though the connection goes to an address."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from speakerine.errors import SourceError
from speakerine.sources.fetch import Fetcher
from tests.conftest import program
from tests.sources.server import Server, make_certificate, serving


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    program("openssl", "openssl")
    return make_certificate(tmp_path_factory.mktemp("tls"), "DNS:journal.example")


@pytest.fixture(scope="module")
def server(certificate: tuple[Path, Path]) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    with serving(context) as server:
        yield server


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(allow_private=True, retries=1, sleep=lambda _: pytest.fail("tried again"))


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> None:
    """journal.example and autre.example are on this machine."""
    system = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *args, **kwargs: system("127.0.0.1" if "." in host else host, *args, **kwargs),
    )


def test_a_certificate_that_nobody_vouches_for(server: Server, fetcher: Fetcher) -> None:
    with pytest.raises(SourceError, match=r"cannot be trusted: its certificate is refused \(self.signed"):
        fetcher.fetch(f"{server.origin}/a")
    assert server.asked == []


@pytest.mark.usefixtures("named")
def test_the_name_that_was_asked_is_the_one_that_is_checked(
    server: Server, fetcher: Fetcher, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    server.page("/a", "sûr")
    assert fetcher.fetch(f"https://journal.example:{server.port}/a").body == "sûr".encode()
    assert server.asked[-1].headers["Host"] == f"journal.example:{server.port}"


@pytest.mark.usefixtures("named")
def test_the_certificate_of_another_name(
    server: Server, fetcher: Fetcher, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    with pytest.raises(SourceError, match="Hostname mismatch"):
        fetcher.fetch(f"https://autre.example:{server.port}/a")


def test_a_server_without_tls(fetcher: Fetcher) -> None:
    with serving() as plain, pytest.raises(SourceError, match="gives no secure connection"):
        fetcher.fetch(f"https://127.0.0.1:{plain.port}/a")


def test_a_list_of_certificates_that_is_not_there(
    server: Server, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/certificates.pem")
    with pytest.raises(SourceError, match="SSL_CERT_FILE"):
        fetcher.fetch(f"{server.origin}/a")
