"""The guard: no request to a private network, whatever the address, the redirect or the name service says."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import replace

import pytest

from speakerine.errors import SourceError
from speakerine.sources.addresses import is_public, parse_address, resolve, without_tracking
from speakerine.sources.fetch import Fetcher
from speakerine.sources.refusals import PassingError
from tests.sources.server import Server, redirect

Names = Callable[..., None]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    """Makes a name resolve as told, `names(host, ["1.2.3.4"])`; its answers may change from call to call."""
    known: dict[str, list[list[str]]] = {}
    system = socket.getaddrinfo

    def look_up(host: str, port: int, *_: int, **__: int) -> list[object]:
        if host not in known:
            try:
                return list(system(host, port, 0, socket.SOCK_STREAM, 0, socket.AI_NUMERICHOST))
            except socket.gaierror:
                raise AssertionError(f"{host} would be looked up on the network") from None
        answers = known[host].pop(0) if len(known[host]) > 1 else known[host][0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in answers]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)

    def set_names(host: str, *answers: list[str]) -> None:
        known[host] = list(answers)

    return set_names


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher(retries=0, connect_timeout_s=1, read_timeout_s=1, total_timeout_s=2)


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "127.8.9.10",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "2606:4700::1111%eth0",
        "fc00::1",
        "fd12:3456::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
    ],
)
def test_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize(
    "ip",
    ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::"],
)
def test_public(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "169.254.169.254",
        "10.1.2.3",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "127.1",
    ],
)
def test_private_addresses_are_refused_however_written(fetcher: Fetcher, host: str) -> None:
    with pytest.raises(SourceError, match=r"inside a private network .*--allow-private"):
        fetcher.fetch(f"http://{host}/latest/meta-data/")


def test_localhost_is_refused(fetcher: Fetcher, names: Names) -> None:
    names("localhost", ["127.0.0.1"])
    with pytest.raises(SourceError, match="private network"):
        fetcher.fetch("http://localhost/")


def test_a_name_with_one_private_address_among_others_is_refused(fetcher: Fetcher, names: Names) -> None:
    names("mixte.example", ["93.184.216.34", "10.0.0.7"])
    with pytest.raises(SourceError, match=r"private network \(10\.0\.0\.7\)"):
        fetcher.fetch("https://mixte.example/")


@pytest.mark.parametrize(
    "to",
    [
        "http://169.254.169.254/latest/",
        "http://10.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://intranet.example/",
        "//10.0.0.1/",
    ],
)
def test_redirects_into_a_private_network_are_refused(
    server: Server, fetcher: Fetcher, names: Names, monkeypatch: pytest.MonkeyPatch, to: str
) -> None:
    monkeypatch.setattr(
        "speakerine.sources.addresses.is_public", lambda ip: ip == "127.0.0.1" or is_public(ip)
    )
    names("site.example", ["127.0.0.1"])
    names("intranet.example", ["192.168.0.9"])
    server.at("/1", redirect(to))
    first = f"http://site.example:{server.port}/1"
    with pytest.raises(SourceError, match="private network") as failure:
        fetcher.fetch(first)
    assert str(failure.value).startswith(f"{first} leads elsewhere: ")
    assert server.paths() == ["/1"]


def test_what_was_checked_is_what_is_asked(
    server: Server, fetcher: Fetcher, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is public when checked and private a moment later (DNS rebinding) is looked up once."""
    tried: list[str] = []
    connect = socket.socket.connect

    def watched(sock: socket.socket, address: tuple[str, int]) -> None:
        tried.append(address[0])
        connect(sock, ("127.0.0.1", server.port))

    monkeypatch.setattr(socket.socket, "connect", watched)
    names("change.example", ["93.184.216.34"], ["127.0.0.1"])
    server.page("/a", "bonjour")
    assert fetcher.fetch("http://change.example/a").body == b"bonjour"
    assert tried == ["93.184.216.34"]
    assert server.asked[0].headers["Host"] == "change.example"


def test_the_next_address_is_tried_when_one_does_not_answer(
    server: Server, fetcher: Fetcher, names: Names
) -> None:
    names("double.example", ["127.0.0.2", "127.0.0.1"])
    server.page("/a", "bonjour")
    open_to_all = replace(fetcher, allow_private=True)
    page = open_to_all.fetch(f"http://double.example:{server.port}/a")
    assert page.body == b"bonjour"
    assert server.asked[0].headers["Host"] == f"double.example:{server.port}"


@pytest.mark.parametrize(
    ("code", "kind", "says"),
    [
        (socket.EAI_NONAME, SourceError, "no site named"),
        (socket.EAI_AGAIN, PassingError, "cannot be looked up now"),
    ],
)
def test_names_that_are_not_found(
    fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, code: int, kind: type[SourceError], says: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(code, "no")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(kind, match=says):
        fetcher.fetch("http://rien.example/")


def test_parts_of_an_address() -> None:
    address = parse_address(" HTTPS://Été.Example:443/a/../b?q=é#f ")
    assert address.url == "https://xn--t-9fab.example/b?q=%C3%A9"
    assert parse_address("http://[2001:DB8::1]:8080").url == "http://[2001:db8::1]:8080/"


def test_private_addresses_can_be_allowed() -> None:
    assert resolve(parse_address("http://127.0.0.1/"), allow_private=True) == ("127.0.0.1",)


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://e.fr/a?utm_source=rss&utm_medium=x", "https://e.fr/a"),
        ("https://e.fr/a?id=3&xtor=RSS-1#titre", "https://e.fr/a?id=3"),
        ("https://e.fr/a?q=été&b=%20", "https://e.fr/a?q=été&b=%20"),
        ("https://e.fr/a", "https://e.fr/a"),
        ("http://[::1", "http://[::1"),
    ],
)
def test_tracking_is_no_part_of_an_identity(url: str, clean: str) -> None:
    assert without_tracking(url) == clean
