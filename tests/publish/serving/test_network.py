import socket

import pytest

from speakerine.errors import PublishError
from speakerine.publish.serving.network import address, is_for_others, open_socket, own_address


def test_without_a_port_the_next_free_one_is_taken() -> None:
    with open_socket("127.0.0.1", None) as first, open_socket("127.0.0.1", None) as second:
        assert first.getsockname()[1] < second.getsockname()[1]


def test_every_port_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("speakerine.publish.serving.network._PORTS_TRIED", 1)
    with open_socket("127.0.0.1", None) as first:
        monkeypatch.setattr("speakerine.publish.serving.network.DEFAULT_PORT", first.getsockname()[1])
        with pytest.raises(PublishError, match="are all taken"):
            open_socket("127.0.0.1", None)


def test_an_address_that_is_not_this_machine_s() -> None:
    with pytest.raises(PublishError, match=r"cannot serve at 192\.0\.2\.1:8000"):
        open_socket("192.0.2.1", 8000)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", "http://127.0.0.1:80/"),
        ("localhost", "http://localhost:80/"),
        ("192.168.1.20", "http://192.168.1.20:80/"),
        ("::1", "http://[::1]:80/"),
    ],
)
def test_the_address_to_type_in(host: str, expected: str) -> None:
    assert address(host, 80) == expected


@pytest.mark.parametrize(("host", "family"), [("0.0.0.0", socket.AF_INET), ("::", socket.AF_INET6)])
def test_all_addresses_are_this_machine_s_in_its_network(host: str, family: socket.AddressFamily) -> None:
    own = own_address(family)
    assert address(host, 80) == (address(own, 80) if own else "http://localhost:80/")


def test_a_machine_in_no_network_is_reached_from_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("speakerine.publish.serving.network._ELSEWHERE", {socket.AF_INET: "256.0.0.0"})
    assert address("0.0.0.0", 80) == "http://localhost:80/"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://127.0.0.1:8000/", False),
        ("http://localhost:8000/", False),
        ("http://[::1]:8000/", False),
        ("http://192.168.1.20:8000/", True),
        ("http://[fd00::20]:8000/", True),
        ("http://radio.local:8000/", True),
    ],
)
def test_who_can_ask_there(url: str, expected: bool) -> None:
    assert is_for_others(url) is expected


def test_the_socket_closes_with_the_server() -> None:
    with open_socket("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
    with socket.create_server(("127.0.0.1", port)) as again:
        assert again.getsockname()[1] == port
