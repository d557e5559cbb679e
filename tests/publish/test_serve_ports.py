"""Where the server listens, and how it begins and ends."""

import signal
import socket
import subprocess
import sys
import threading
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from speakerine.errors import ConfigError, PublishError
from speakerine.publish.serve import address, build_app, open_socket, serve
from speakerine.settings import Show

from .test_serve import ask


def test_a_folder_with_nothing_in_it_is_not_served(tmp_path: Path, show: Show) -> None:
    with pytest.raises(PublishError, match="make an episode first"):
        build_app(tmp_path, show)


def test_a_show_with_an_unknown_category_is_not_served(published_once: Path, show: Show) -> None:
    with pytest.raises(ConfigError, match="News"):
        build_app(published_once, replace(show, category="news"))


def test_a_port_that_is_taken(published_once: Path, show: Show) -> None:
    with open_socket("127.0.0.1", 0) as other:
        port = other.getsockname()[1]
        with pytest.raises(PublishError, match=f"port {port} is taken by another program"):
            serve(published_once, show, port=port)


def test_without_a_port_the_next_free_one_is_taken() -> None:
    with open_socket("127.0.0.1", None) as first, open_socket("127.0.0.1", None) as second:
        assert first.getsockname()[1] < second.getsockname()[1]


def test_every_port_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("speakerine.publish.serve._PORTS_TRIED", 1)
    with open_socket("127.0.0.1", None) as first:
        monkeypatch.setattr("speakerine.publish.serve.DEFAULT_PORT", first.getsockname()[1])
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
        ("0.0.0.0", "http://localhost:80/"),
        ("::1", "http://[::1]:80/"),
        ("::", "http://localhost:80/"),
    ],
)
def test_the_address_to_type_in(host: str, expected: str) -> None:
    assert address(host, 80) == expected


def test_serve_answers_once_it_says_so(published_once: Path, show: Show) -> None:
    ready = threading.Event()
    said: list[str] = []

    def on_ready(where: str) -> None:
        said.append(where)
        ready.set()

    def run() -> None:
        serve(published_once, show, port=0, on_ready=on_ready)

    threading.Thread(target=run, daemon=True).start()
    assert ready.wait(10)
    assert ask(said[0], "feed.xml")[0] == 200


SERVE = """
import sys
from pathlib import Path
from speakerine.publish.serve import serve
from speakerine.settings import Show
serve(Path(sys.argv[1]), Show(), port=0, on_ready=lambda where: print(where, flush=True))
print("ended", flush=True)
"""


def test_ctrl_c_ends_it_quietly_even_with_a_client_there(published_once: Path) -> None:
    command = [sys.executable, "-c", SERVE, str(published_once)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        connection = HTTPConnection(str(urlsplit(server.stdout.readline().strip()).netloc), timeout=10)
        connection.request("GET", "/feed.xml")
        assert connection.getresponse().read()
        server.send_signal(signal.SIGINT)
        said, complained = server.communicate(timeout=20)
        connection.close()
    assert (server.returncode, said, complained) == (0, "ended\n", "")


def test_the_socket_closes_with_the_server() -> None:
    with open_socket("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
    with socket.create_server(("127.0.0.1", port)) as again:
        assert again.getsockname()[1] == port
