from pathlib import Path

import pytest

from speakerine.errors import PublishError
from speakerine.publish.files import clear_parts, write_file


def test_a_file_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "dossier" / "a.txt"
    assert write_file(path, "été") is True
    assert write_file(path, "été".encode()) is False
    assert path.read_text(encoding="utf-8") == "été"


def test_nothing_is_left_beside(tmp_path: Path) -> None:
    write_file(tmp_path / "a.txt", "x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_text_that_utf_8_cannot_hold(tmp_path: Path) -> None:
    write_file(tmp_path / "a.txt", "a\udcffb")
    assert (tmp_path / "a.txt").read_bytes() == b"a?b"


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(PublishError, match=r"b\.txt cannot be written \(.*\): choose another folder"):
        write_file(tmp_path / "a" / "b.txt", "x")


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(PublishError, match="cannot be written"):
        write_file(tmp_path / "a", "x")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_what_a_killed_run_had_half_written_goes_wherever_it_is(tmp_path: Path) -> None:
    (tmp_path / "dossier").mkdir()
    for name in (".a.txt.part", "dossier/.b.txt.part", "dossier/c.part", "dossier/.d.txt"):
        (tmp_path / name).write_bytes(b"ha")
    clear_parts(tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == [".d.txt", "c.part"]
