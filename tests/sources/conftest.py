"""The server that answers as each test says, and remembers what it was asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sources.server import Server, serving


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def server(running: Server) -> Server:
    running.routes.clear()
    running.asked.clear()
    return running
