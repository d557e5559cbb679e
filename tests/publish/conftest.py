"""A show, its episodes, a real MP3, and the output folder that comes of them."""

from __future__ import annotations

import array
import functools
import math
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import lameenc
import pytest
import uvicorn

from speakerine.publish.podcast import write_podcast
from speakerine.publish.publication import finish_episode
from speakerine.publish.serving.serve import build_app, open_socket
from speakerine.publish.shelf.catalogue import open_catalogue
from speakerine.publish.shelf.record import episode_from_json
from speakerine.publish.shelf.store import commit, open_output, staging
from speakerine.settings import Show
from speakerine.types import Episode

DATA = Path(__file__).parent / "data"
COVER = (DATA / "cover.jpg").read_bytes()
BASE = "https://exemple.fr/podcast/"


def read_episode(name: str) -> Episode:
    return episode_from_json((DATA / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture
def full() -> Episode:
    """An episode with all that one can have."""
    return read_episode("full")


@pytest.fixture
def bare() -> Episode:
    """An episode with no more than one must have."""
    return read_episode("bare")


SHOW = Show(
    title="À voix haute : l’été",
    description="Des articles lus.\n\nEn entier & sans hâte.",
    author="Camille Duval",
    email="camille@exemple.fr",
    link="https://exemple.fr/",
    base_url=BASE,
    category="News",
    subcategory="Daily News",
    copyright="© 2024 Camille Duval",
)


@pytest.fixture
def show() -> Show:
    return SHOW


@functools.cache
def tone(seconds: int = 6) -> bytes:
    """An MP3 of a pure tone, 44.1 kHz mono, 96 kbit/s."""
    rate_hz = 44_100
    samples = (int(9000 * math.sin(2 * math.pi * 330 * at / rate_hz)) for at in range(rate_hz * seconds))
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(96)
    encoder.set_in_sample_rate(rate_hz)
    encoder.set_channels(1)
    encoder.set_quality(7)
    encoder.silence()
    return bytes(encoder.encode(array.array("h", samples).tobytes()) + encoder.flush())


def publish(output: Path, episode: Episode, show: Show, seconds: int = 6) -> Episode:
    """Put one episode in the folder, as the pipeline does."""
    with staging(output) as staged:
        (staged / episode.enclosure.path).write_bytes(tone(seconds))
        finished = finish_episode(staged, episode, show, COVER)
        with open_catalogue(output) as catalogue:
            commit(catalogue, staged, finished)
    return finished


@pytest.fixture(scope="session")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("published") / "output"
    with open_output(output) as catalogue:
        for name in ("full", "bare"):
            episode = read_episode(name)
            enclosure = replace(episode.enclosure, duration_ms=6000)
            publish(output, replace(episode, enclosure=enclosure), SHOW)
        catalogue.refresh()
        write_podcast(catalogue, SHOW)
    return output


@pytest.fixture
def published(tmp_path: Path, published_once: Path) -> Path:
    """An output folder with two episodes, their feed and their pages."""
    return Path(shutil.copytree(published_once, tmp_path / "output"))


@pytest.fixture(scope="session")
def served(published_once: Path) -> Iterator[str]:
    """The address, with its slash, at which such a folder is served; nobody changes that one."""
    yield from serve_app(published_once)


@pytest.fixture
def own_served(published: Path) -> Iterator[str]:
    """The address at which the test's own folder is served."""
    yield from serve_app(published)


def serve_app(output: Path) -> Iterator[str]:
    with open_socket("127.0.0.1", 0) as listener:
        config = uvicorn.Config(build_app(output), ws="none", lifespan="off", log_level="critical")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        server.should_exit = True
        thread.join(10)
