"""How the server begins and ends."""

import signal
import subprocess
import sys
import threading
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from speakerine.errors import PublishError
from speakerine.publish.serving.network import open_socket
from speakerine.publish.serving.serve import build_app, serve
from tests.publish.serving.test_serve import ask


def test_a_folder_with_nothing_in_it_is_not_served(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="make an episode first"):
        build_app(tmp_path)


@pytest.mark.parametrize(
    ("feed", "told"), [("<rss", "is damaged"), ("<rss/>", "does not say its own address")]
)
def test_a_feed_that_is_damaged_is_not_served(tmp_path: Path, feed: str, told: str) -> None:
    (tmp_path / "feed.xml").write_text(feed)
    with pytest.raises(PublishError, match=f"feed.xml {told}.*speakerine feed"):
        build_app(tmp_path)


def test_a_port_that_is_taken(published_once: Path) -> None:
    with open_socket("127.0.0.1", 0) as other:
        port = other.getsockname()[1]
        with pytest.raises(PublishError, match=f"port {port} is taken by another program"):
            serve(published_once, port=port)


def test_serve_answers_once_it_says_so(published_once: Path) -> None:
    ready = threading.Event()
    said: list[str] = []

    def on_ready(where: str) -> None:
        said.append(where)
        ready.set()

    def run() -> None:
        serve(published_once, port=0, on_ready=on_ready)

    threading.Thread(target=run, daemon=True).start()
    assert ready.wait(10)
    assert ask(said[0], "feed.xml")[0] == 200


SERVE = """
import sys
from pathlib import Path
from speakerine.publish.serving.serve import serve
serve(Path(sys.argv[1]), port=0, on_ready=lambda where: print(where, flush=True))
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
