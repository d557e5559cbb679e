"""A connection that can be cut: what stands between a client and a real server."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Proxy:
    """Passes bytes on to the port; cuts the line each time so many went up, as often as it was told to.

    Where it `stalls`, it takes nothing more after so many, and `stalled` is set.
    """

    def __init__(self, target_port: int, *, cut_after_bytes: int, cuts: int) -> None:
        self.target_port, self.cut_after_bytes, self.cuts_left = target_port, cut_after_bytes, cuts
        self.cuts_made = 0
        self.stalls = False
        self.stalled = threading.Event()
        self._closing = threading.Event()
        self._up_bytes = 0
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def close(self) -> None:
        self._closing.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for line in self._open:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(5)
        for line in self._open:
            line.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self.target_port))
                self._open += [client, server]
                for pump in ((client, server, True), (server, client, False)):
                    thread = threading.Thread(target=self._pump, args=pump, daemon=True)
                    self._threads.append(thread)
                    thread.start()

    def _pump(self, source: socket.socket, sink: socket.socket, up: bool) -> None:
        with suppress(OSError):
            while data := source.recv(4096):
                if up and self._is_to_be_cut(len(data)):
                    break
                if up and self.stalls and self._up_bytes > self.cut_after_bytes:
                    self.stalled.set()
                    self._closing.wait()
                sink.sendall(data)
        for line in (source, sink):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def _is_to_be_cut(self, size_bytes: int) -> bool:
        with self._lock:
            self._up_bytes += size_bytes
            if self.cuts_left and self._up_bytes > self.cut_after_bytes:
                self._up_bytes = 0
                self.cuts_left -= 1
                self.cuts_made += 1
                return True
            return False


@contextmanager
def proxy_to(target_port: int, *, cut_after_bytes: int, cuts: int) -> Iterator[Proxy]:
    proxy = Proxy(target_port, cut_after_bytes=cut_after_bytes, cuts=cuts)
    try:
        yield proxy
    finally:
        proxy.close()
