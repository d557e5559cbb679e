from pathlib import Path

import pytest

from speakerine.doctor.folders import inspect_cache, inspect_output
from speakerine.doctor.signs import Sign, State


def states(signs: object) -> dict[str, State]:
    """How each thing is; the worst where several are about one."""
    order = [State.WELL, State.NOTE, State.ILL]
    found: dict[str, State] = {}
    for sign in signs:
        assert isinstance(sign, Sign)
        found[sign.about] = max(sign.state, found.get(sign.about, State.WELL), key=order.index)
    return found


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "output" / "episodes").mkdir(parents=True)
    (tmp_path / "output" / "feed.xml").write_bytes(b"<rss/>")
    return tmp_path / "output"


def test_a_good_output_is_well(output: Path) -> None:
    assert set(states(inspect_output(output)).values()) == {State.WELL}


def test_an_output_that_is_not_there_yet(tmp_path: Path) -> None:
    assert states(inspect_output(tmp_path / "absent" / "output")) == {"output": State.NOTE}
    assert not (tmp_path / "absent").exists()


def test_a_folder_that_holds_no_podcast(tmp_path: Path) -> None:
    assert states(inspect_output(tmp_path)) == {"output": State.NOTE}


def test_an_episode_that_cannot_be_read(output: Path) -> None:
    (output / "episodes" / "vide").mkdir()
    assert states(inspect_output(output))["episodes"] is State.ILL


def test_a_feed_that_is_missing(output: Path) -> None:
    (output / "feed.xml").unlink()
    assert states(inspect_output(output))["feed"] is State.ILL


@pytest.mark.parametrize("left", [".staging-1", "episodes/.incoming-a"])
def test_what_a_stopped_run_left(output: Path, left: str) -> None:
    (output / left).mkdir()
    assert states(inspect_output(output))["runs"] is State.NOTE


def test_a_run_that_was_killed(output: Path) -> None:
    (output / ".running").write_text("process 123\n", "utf-8")
    (sign,) = [sign for sign in inspect_output(output) if sign.about == "runs"]
    assert sign.what == "process 123 is writing to it, or was killed in the middle"


def test_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"")
    assert states(inspect_cache(tmp_path / "cache")) == {"cache": State.ILL}


def test_a_cache_leaves_nothing_of_the_look(tmp_path: Path) -> None:
    assert states(inspect_cache(tmp_path / "cache")) == {"cache": State.WELL}
    assert list(tmp_path.iterdir()) == []
