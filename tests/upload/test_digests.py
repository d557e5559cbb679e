from collections.abc import Callable
from pathlib import Path

import pytest

from speakerine.upload.digests import Digests


@pytest.fixture
def digests(tmp_path: Path) -> Digests:
    return Digests(tmp_path / "cache" / "a.sqlite")


def reading(read: list[str]) -> Callable[[str], str]:
    """Notes which paths are read."""

    def digest(path: str) -> str:
        read.append(path)
        return f"digest of {path}"

    return digest


def test_a_file_is_read_once(digests: Digests) -> None:
    read: list[str] = []
    for _ in range(2):
        found = digests.of({"a": "1", "b": "1"}, reading(read))
        assert found == {"a": "digest of a", "b": "digest of b"}
    assert read == ["a", "b"]


def test_a_file_written_again_is_read_again(digests: Digests) -> None:
    digests.of({"a": "1", "b": "1"}, str)
    read: list[str] = []
    digests.of({"a": "2", "b": "1"}, reading(read))
    assert read == ["a"]


def test_what_is_gone_is_forgotten(digests: Digests) -> None:
    digests.of({"a": "1", "b": "1"}, str)
    digests.of({"b": "1"}, str)
    read: list[str] = []
    digests.of({"a": "1"}, reading(read))
    assert read == ["a"]


@pytest.mark.parametrize("damage", [b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_damaged_it_is_made_again(digests: Digests, damage: bytes) -> None:
    digests.of({"a": "1"}, str)
    digests.database.write_bytes(damage)
    read: list[str] = []
    for _ in range(2):
        digests.of({"a": "1"}, reading(read))
    assert read == ["a"]


def test_where_it_cannot_be_kept_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert Digests(tmp_path / "file" / "a.sqlite").of({"a": "1"}, str) == {"a": "a"}
