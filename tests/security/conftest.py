"""A show that strangers write for, and the command line on a terminal that shows colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from speakerine.cli import main
from speakerine.publish.podcast import write_podcast
from speakerine.publish.shelf.store import open_output
from tests.publish.conftest import SHOW, publish, read_episode
from tests.publish.serving.running import running


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a cache of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    return tmp_path


@pytest.fixture
def run(here: Path) -> Callable[..., Result]:
    """Runs `speakerine ARGUMENTS…` as if on a terminal: escape sequences come through where they are let."""

    def call(*arguments: object) -> Result:
        runner = CliRunner(mix_stderr=False)
        return runner.invoke(main, [str(a) for a in arguments], prog_name="speakerine", color=True)

    return call


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output folder with one episode, its feed and its pages."""
    folder = tmp_path / "output"
    with open_output(folder) as catalogue:
        publish(folder, read_episode("full"), SHOW)
        catalogue.refresh()
        write_podcast(catalogue, SHOW)
    return folder


@pytest.fixture
def served(output: Path) -> Iterator[str]:
    """The address, with its slash, at which that folder is served."""
    with running(output) as server:
        yield server.address
