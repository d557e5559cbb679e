"""A cluster of real processes, and segments for it to speak."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from speakerine.config import load_voices
from speakerine.engines.base import engine_version
from speakerine.engines.clips import ClipCache
from speakerine.settings import Show
from speakerine.types import Segment, Voice
from tests.cluster.dask_processes import DaskProcesses

SENTENCES = (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("cluster")


@pytest.fixture
def dask_processes(tmp_path: Path) -> Iterator[DaskProcesses]:
    """Begins schedulers and workers."""
    processes = DaskProcesses(tmp_path)
    try:
        yield processes
    finally:
        processes.kill_all()


@pytest.fixture
def clips(tmp_path: Path) -> ClipCache:
    """A cache of the client's own."""
    return ClipCache(tmp_path / "clips")


@pytest.fixture(scope="session")
def nicole() -> Voice:
    return load_voices(Show()).find("nicole")


@pytest.fixture(scope="session")
def segments(nicole: Voice) -> Callable[[int], list[Segment]]:
    """Gives so many segments, each of other words."""

    def some(count: int) -> list[Segment]:
        version = engine_version(nicole)
        texts = [f"Numéro {n}. {SENTENCES[n % len(SENTENCES)]}" for n in range(count)]
        return [Segment(text, nicole, version) for text in texts]

    return some
