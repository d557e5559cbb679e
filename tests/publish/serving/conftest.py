"""Folders served as `speakerine serve` serves them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.publish.serving.running import running


@pytest.fixture(scope="session")
def served(published_once: Path) -> Iterator[str]:
    """The address, with its slash, of a folder that nobody changes."""
    with running(published_once) as server:
        yield server.address


@pytest.fixture
def own_served(published: Path) -> Iterator[str]:
    """The address of the test's own folder."""
    with running(published) as server:
        yield server.address
