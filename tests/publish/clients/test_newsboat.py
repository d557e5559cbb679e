"""Debian's newsboat, which reads the feed, and its podboat, which downloads what newsboat queued."""

from __future__ import annotations

import os
import pty
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest

from speakerine.types import Episode
from tests.conftest import program

from .running import TIMEOUT_S, client_environment, run_client, sounds

pytestmark = pytest.mark.clients


@pytest.fixture
def home(served: str, tmp_path: Path) -> Path:
    """The home of somebody who subscribed, and who has newsboat queue what it finds."""
    home = tmp_path / "home"
    (home / ".newsboat").mkdir(parents=True)
    (home / "urls").write_text(f"{served}feed.xml\n", "utf-8")
    (home / "config").write_text(f'podcast-auto-enqueue yes\ndownload-path "{home}/downloads/"\n', "utf-8")
    command = [
        program("newsboat", "newsboat"),
        *("-u", "urls", "-C", "config", "-c", "cache.db"),
        "-x",
        "reload",
    ]
    run_client(command, home)
    return home


def test_newsboat_reads_every_episode_with_its_sound(home: Path, full: Episode, bare: Episode) -> None:
    rows = sqlite3.connect(home / "cache.db")
    found = {row[0]: row[1:] for row in rows.execute("SELECT title, enclosure_type, guid FROM rss_item")}
    rows.close()
    assert found == {one.title: ("audio/mpeg", one.guid) for one in (full, bare)}


def test_podboat_downloads_the_same_bytes(home: Path, published_once: Path) -> None:
    command = [program("podboat", "newsboat"), "-a", "-C", f"{home}/config", "-q", f"{home}/.newsboat/queue"]
    with screen_of(command, home) as press:
        wait_until(lambda: len(sounds(home / "downloads")) == 2)
        press(b"q")
    assert sounds(home / "downloads") == sounds(published_once)


@contextmanager
def screen_of(command: list[str], home: Path) -> Iterator[Callable[[bytes], object]]:
    """Run a program that wants a screen; gives what presses its keys."""
    ours, its = pty.openpty()
    environment = client_environment(home, LINES="24", COLUMNS="80")
    with subprocess.Popen(
        command, env=environment, stdin=its, stdout=its, stderr=its, start_new_session=True
    ) as running:
        drained = threading.Thread(target=drain, args=(ours,), daemon=True)
        drained.start()
        try:
            yield partial(os.write, ours)
            running.wait(TIMEOUT_S)
        finally:
            running.kill()
            os.close(its)
    drained.join(TIMEOUT_S)
    os.close(ours)


def drain(screen: int) -> None:
    """Read what the program draws, so that it never waits for somebody to look."""
    with suppress(OSError):
        while os.read(screen, 65_536):
            pass


def wait_until(is_done: Callable[[], bool]) -> None:
    ends = time.monotonic() + TIMEOUT_S
    while not is_done():
        assert time.monotonic() < ends, "it did not end"
        time.sleep(0.05)
