"""The names of what an episode sounds like, each time it is made again."""

from pathlib import Path

import pytest

from speakerine.errors import PublishError
from speakerine.publish.shelf.versions import clear_older_sounds, next_name, sounds_in


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ([], "marche.mp3"),
        (["marche.mp3"], "marche-v2.mp3"),
        (["marche-v2.mp3"], "marche-v3.mp3"),
        (["marche.mp3", "marche-v2.mp3"], "marche-v3.mp3"),
        (["marche-v9.mp3", "marche-v10.mp3"], "marche-v11.mp3"),
        (["autre.mp3", "autre-v7.mp3"], "marche.mp3"),
        (["marche-v.mp3", "marche-2.mp3"], "marche.mp3"),
    ],
)
def test_the_next_name_is_one_that_was_not_heard_yet(there: list[str], expected: str) -> None:
    assert next_name("marche.mp3", there) == expected


def test_the_newest_comes_last(tmp_path: Path) -> None:
    for name in ("marche-v10.mp3", "marche.mp3", "marche-v9.mp3", ".marche-v11.mp3.part"):
        (tmp_path / name).write_bytes(b"")
    assert [path.name for path in sounds_in(tmp_path)] == ["marche.mp3", "marche-v9.mp3", "marche-v10.mp3"]


def test_the_one_before_stays_and_what_the_user_put_there(tmp_path: Path) -> None:
    for name in ("marche.mp3", "marche-v2.mp3", "marche-v3.mp3", "bonus.mp3", "cover.jpg"):
        (tmp_path / name).write_bytes(b"")
    clear_older_sounds(tmp_path, "marche-v3.mp3")
    assert {path.name for path in tmp_path.iterdir()} == {
        "marche-v2.mp3",
        "marche-v3.mp3",
        "bonus.mp3",
        "cover.jpg",
    }


def test_an_older_sound_that_cannot_be_removed_is_named(tmp_path: Path) -> None:
    (tmp_path / "marche.mp3").mkdir()
    (tmp_path / "marche-v2.mp3").write_bytes(b"")
    with pytest.raises(PublishError, match=r"marche\.mp3 cannot be written"):
        clear_older_sounds(tmp_path, "marche-v3.mp3")
