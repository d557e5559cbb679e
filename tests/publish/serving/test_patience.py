"""Clients that ask slowly, read slowly, or hold connections for nothing."""

from __future__ import annotations

import os
import resource
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from speakerine.publish.serving.open_files import let_open
from speakerine.publish.serving.patience import PatientProtocol
from tests.publish.serving.running import GIVES_UP_S, connect, running
from tests.publish.serving.test_serve import ask
from tests.publish.serving.test_serve_life import SERVE

SIZE_BYTES = 40_000_000
ASKED = b"GET /long.mp3 HTTP/1.1\r\nHost: a\r\n\r\n"
SHORT_S, LONG_S = 0.3, 3.0


@pytest.fixture
def long_one(published: Path) -> Path:
    """An output folder with a file that no socket takes at once."""
    with (published / "long.mp3").open("wb") as file:
        file.truncate(SIZE_BYTES)
    return published


def read_all(client: socket.socket) -> int:
    """How many bytes come before the server closes."""
    count = 0
    with suppress(ConnectionResetError, BrokenPipeError):
        while part := client.recv(1 << 20):
            count += len(part)
    return count


def drip(client: socket.socket) -> None:
    """Send a byte now and then, until the server closes."""
    ends_s = time.monotonic() + GIVES_UP_S
    with suppress(ConnectionResetError, BrokenPipeError):
        while time.monotonic() < ends_s:
            client.sendall(b"a")
            time.sleep(SHORT_S / 10)
    assert time.monotonic() < ends_s


@pytest.mark.parametrize("sent", [b"", b"GET /feed.xml HT", b"GET /feed.xml HTTP/1.1\r\nHost: a\r\n"])
def test_who_does_not_ask_is_left(published_once: Path, monkeypatch: pytest.MonkeyPatch, sent: bytes) -> None:
    monkeypatch.setattr(PatientProtocol, "head_s", SHORT_S)
    with running(published_once) as server:
        assert read_all(server.connect(sent)) == 0


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET /feed.xml HTTP/1.1\r\nHost: a\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n",
    ],
    ids=["head", "second head", "body"],
)
def test_who_asks_a_byte_at_a_time_is_left(
    published_once: Path, monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    monkeypatch.setattr(PatientProtocol, "head_s", SHORT_S)
    with running(published_once) as server:
        drip(server.connect(sent))


def test_a_head_without_end_is_refused(published_once: Path) -> None:
    with running(published_once) as server:
        client = server.connect(b"GET / HTTP/1.1\r\nX: " + b"a" * 100_000)
        assert client.recv(100).startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize("more", [b"", ASKED, b"G"], ids=["silent", "asks again", "asks half"])
def test_who_does_not_read_is_left(long_one: Path, monkeypatch: pytest.MonkeyPatch, more: bytes) -> None:
    monkeypatch.setattr(PatientProtocol, "stalled_s", SHORT_S)
    with running(long_one) as server:
        client = server.connect(ASKED)
        time.sleep(SHORT_S / 2)
        client.sendall(more)
        server.wait_until_alone()
        assert read_all(client) < SIZE_BYTES


def test_who_takes_a_rest_gets_every_byte(long_one: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also of what the server has written and the client has not taken, which is the end of it."""
    monkeypatch.setattr(PatientProtocol, "head_s", SHORT_S)
    with running(long_one) as server:
        client = server.connect(ASKED.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        count = 0
        for rest_bytes in (SIZE_BYTES // 2, SIZE_BYTES // 10, 3_000_000, 300_000):
            while count < SIZE_BYTES - rest_bytes:
                part = client.recv(1 << 16)
                assert part, "closed before its end"
                count += len(part)
            time.sleep(SHORT_S * 3)
        head = 1000
        assert SIZE_BYTES < count + read_all(client) < SIZE_BYTES + head


def test_who_reads_slowly_gets_every_byte(long_one: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PatientProtocol, "head_s", SHORT_S)
    monkeypatch.setattr(PatientProtocol, "stalled_s", LONG_S)
    with running(long_one) as server:
        client = server.connect(ASKED.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        began_s, count = time.monotonic(), 0
        while part := client.recv(1 << 17):
            count += len(part)
            time.sleep(0.013)
        assert count > SIZE_BYTES
        assert time.monotonic() - began_s > LONG_S


def test_who_only_holds_connections_keeps_nobody_out(published_once: Path) -> None:
    with running(published_once, most_connections=20) as server:
        held = [server.connect(b"GET /feed.xml HT") for _ in range(60)]
        assert ask(server.address, "feed.xml")[0] == 200
        assert read_all(held[0]) == 0
        held[-1].sendall(b"TP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        assert held[-1].recv(12) == b"HTTP/1.1 200"


def test_who_comes_when_all_are_being_answered_is_told_to_wait(long_one: Path) -> None:
    with running(long_one, most_connections=16) as server:
        for client in [server.connect(ASKED) for _ in range(15)]:
            assert client.recv(12) == b"HTTP/1.1 200"
        assert ask(server.address, "feed.xml")[0] == 503


@pytest.mark.parametrize(("limit", "wanted", "allowed"), [((100, 300), 200, 200), ((100, 300), 400, 300)])
def test_more_files_may_be_open_where_the_system_lets_them(
    limit: tuple[int, int], wanted: int, allowed: int
) -> None:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    program = (
        "import resource, sys; from speakerine.publish.serving.open_files import let_open; "
        f"resource.setrlimit(resource.RLIMIT_NOFILE, {limit}); "
        f"print(let_open({wanted}), *resource.getrlimit(resource.RLIMIT_NOFILE))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(allowed), str(allowed), "300"]
    assert let_open(1) == 1
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == before


def test_it_holds_where_few_files_may_be_open(published_once: Path) -> None:
    """800 silent clients, in a process that may have 600 files open: it answers, and complains of nothing."""
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (600, 600))\n{SERVE}"
    command = [sys.executable, "-c", limited, str(published_once)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with (
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
        ) as server,
        ExitStack() as held,
    ):
        held.callback(server.kill)
        assert server.stdout is not None
        base = server.stdout.readline().strip()
        for _ in range(800):
            held.enter_context(connect(base))
        assert [ask(base, "feed.xml")[0] for _ in range(20)] == [200] * 20
        server.terminate()
        assert server.communicate(timeout=20)[1] == ""
