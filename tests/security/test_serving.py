"""`serve` under those who ask much, and those who are slow on purpose."""

from __future__ import annotations

import asyncio
import random
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import urlsplit

import pytest

AT_ONCE = 500
SLOW = 200
SIZE_BYTES = 3_000_000


@contextmanager
def slow_clients(host: str, port: int, count: int) -> Iterator[list[socket.socket]]:
    """Connections that have sent half a request line each, and keep silent."""
    with ExitStack() as stack:
        clients = [
            stack.enter_context(socket.create_connection((host, port), timeout=10)) for _ in range(count)
        ]
        for client in clients:
            client.sendall(b"GET /feed.xml HT")
        yield clients


async def ask_range(host: str, port: int, first: int, last: int) -> bytes:
    """The bytes that are sent for one range, headers apart."""
    reader, writer = await asyncio.open_connection(host, port)
    head = (
        f"GET /long.mp3 HTTP/1.1\r\nHost: {host}\r\nRange: bytes={first}-{last}\r\nConnection: close\r\n\r\n"
    )
    writer.write(head.encode())
    answer = await reader.read(-1)
    writer.close()
    status, _, body = answer.partition(b"\r\n\r\n")
    assert status.startswith(b"HTTP/1.1 206")
    return body


async def ask_all(host: str, port: int, ranges: list[tuple[int, int]]) -> list[bytes]:
    return await asyncio.gather(*(ask_range(host, port, first, last) for first, last in ranges))


@pytest.mark.parametrize("slow", [0, SLOW], ids=["alone", "beside slow clients"])
def test_five_hundred_ranges_at_once_have_no_wrong_byte(served, output, slow):
    dice = random.Random(5)
    sound = dice.randbytes(SIZE_BYTES)
    (output / "long.mp3").write_bytes(sound)
    starts = [dice.randrange(SIZE_BYTES - 100_000) for _ in range(AT_ONCE)]
    ranges = [(start, start + dice.randrange(1, 100_000)) for start in starts]
    place = urlsplit(served)
    with slow_clients(str(place.hostname), int(place.port or 80), slow):
        bodies = asyncio.run(ask_all(str(place.hostname), int(place.port or 80), ranges))
    wrong = sum(body != sound[first : last + 1] for body, (first, last) in zip(bodies, ranges, strict=True))
    assert wrong == 0
