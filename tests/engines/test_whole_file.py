import os
from pathlib import Path

import pytest

from speakerine.engines.whole_file import drop_parts, write_whole


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b.clip", b"whole")
    assert (tmp_path / "a" / "b.clip").read_bytes() == b"whole"
    assert len(list((tmp_path / "a").iterdir())) == 1


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "b.clip").mkdir()
    (tmp_path / "b.clip" / "full").write_bytes(b"")
    with pytest.raises(OSError, match=r"b\.clip"):
        write_whole(tmp_path / "b.clip", b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["b.clip"]


def test_what_a_killed_run_left_goes_when_it_is_old(tmp_path: Path) -> None:
    for name in (".old.part", ".new.part", "kept.clip"):
        (tmp_path / name).write_bytes(b"x")
    os.utime(tmp_path / ".old.part", (0, 0))
    os.utime(tmp_path / "kept.clip", (0, 0))
    drop_parts(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".new.part", "kept.clip"]
