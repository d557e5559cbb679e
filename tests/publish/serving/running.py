"""A server on loopback, as `speakerine serve` runs it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from uvicorn import Server

from speakerine.publish.serving.network import open_socket
from speakerine.publish.serving.patience import MOST_CONNECTIONS, server_config
from speakerine.publish.serving.serve import build_app

GIVES_UP_S = 20


@dataclass(frozen=True, slots=True)
class Running:
    """A server that runs, and clients of it that go before it ends."""

    address: str
    """With its slash."""

    server: Server
    clients: ExitStack

    def connect(self, request: bytes = b"") -> socket.socket:
        """A connection on which the request was sent and nothing was read."""
        client = self.clients.enter_context(connect(self.address))
        client.sendall(request)
        return client

    def wait_until_alone(self) -> None:
        """Return when every connection is closed on the server's side."""
        ends_s = time.monotonic() + GIVES_UP_S
        while self.server.server_state.connections:
            assert time.monotonic() < ends_s, "clients are still there"
            time.sleep(0.02)


def connect(address: str) -> socket.socket:
    """A connection to the server at that address."""
    place = urlsplit(address)
    return socket.create_connection((str(place.hostname), int(place.port or 80)), timeout=GIVES_UP_S)


@contextmanager
def running(output: Path, most_connections: int = MOST_CONNECTIONS) -> Iterator[Running]:
    """The folder, served."""
    with open_socket("127.0.0.1", 0) as listener:
        server = Server(server_config(build_app(output), most_connections))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        with ExitStack() as clients:
            yield Running(f"http://127.0.0.1:{listener.getsockname()[1]}/", server, clients)
        server.should_exit = True
        thread.join(10)
