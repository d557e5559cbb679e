"""What a run that was killed leaves, and what the next one makes of it."""

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from speakerine.errors import PublishError
from speakerine.publish.shelf.catalogue import open_catalogue
from speakerine.publish.shelf.record import episode_to_json
from speakerine.publish.shelf.store import commit, open_output, staging
from speakerine.types import Episode
from tests.publish.conftest import DATA
from tests.publish.shelf.test_store import names, put
from tests.published import load_episodes


@pytest.fixture
def output(tmp_path: Path) -> Path:
    path = tmp_path / "output"
    with open_output(path):
        pass
    return path


def put_finished(output: Path, episode: Episode, sound: bytes) -> None:
    """Commit a folder whose record is there already, so that only its move is left to fail."""
    finished = replace(episode, enclosure=replace(episode.enclosure, length_bytes=len(sound)))
    with staging(output) as staged:
        (staged / episode.enclosure.path).write_bytes(sound)
        (staged / "episode.json").write_text(episode_to_json(finished), encoding="utf-8")
        with open_catalogue(output) as catalogue:
            commit(catalogue, staged, finished)


def test_when_a_file_cannot_come_in_the_next_run_ends_it(
    output: Path, full: Episode, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(output, full)
    move = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "episode.json":
            raise PermissionError(13, "Permission denied")
        return move(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(PublishError, match="permission denied"):
            put_finished(output, replace(full, title="Corrigé"), b"other")
        with pytest.raises(PublishError, match="permission denied"), open_output(output):
            pass
    assert [episode.title for episode in load_episodes(output)] == [full.title]
    with open_output(output):
        assert [episode.title for episode in load_episodes(output)] == ["Corrigé"]
    assert names(output) == [full.slug]


def test_what_a_killed_run_was_making_goes(output: Path) -> None:
    (output / ".staging-1").mkdir()
    (output / ".staging-1" / "a.mp3").write_bytes(b"x")
    with open_output(output):
        assert not (output / ".staging-1").exists()


REPLACE_FOR_EVER = """
import itertools, sys
from dataclasses import replace
from pathlib import Path
from speakerine.publish.shelf.record import episode_from_json
from speakerine.publish.shelf.store import commit, open_output, staging
output, record = Path(sys.argv[1]), Path(sys.argv[2])
episode = episode_from_json(record.read_text(encoding="utf-8"))
with open_output(output) as catalogue:
    for turn in itertools.count():
        sound = b"sound" * (1 + turn % 7)
        enclosure = replace(episode.enclosure, length_bytes=len(sound))
        with staging(output) as staged:
            (staged / enclosure.path).write_bytes(sound)
            (staged / "transcript.vtt").write_bytes(sound)
            commit(catalogue, staged, replace(episode, enclosure=enclosure))
        if not turn:
            print("in", flush=True)
"""


@pytest.mark.parametrize("delay_ms", [0, 3, 7, 13, 29])
def test_killed_at_any_moment_every_file_stays(output: Path, full: Episode, delay_ms: int) -> None:
    command = [sys.executable, "-c", REPLACE_FOR_EVER, str(output), str(DATA / "full.json")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(delay_ms / 1000)
        run.kill()
    folder = output / "episodes" / full.slug
    files = {path.name for path in folder.iterdir()}
    assert {"episode.json", "transcript.vtt", full.enclosure.path} <= files
    assert (folder / full.enclosure.path).read_bytes() == b"sound"
    with open_output(output):
        problems: list[str] = []
        (episode,) = load_episodes(output, problems.append)
    assert problems == []
    assert (folder / "transcript.vtt").stat().st_size == episode.enclosure.length_bytes
    assert names(output) == [full.slug]
