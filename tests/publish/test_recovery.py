"""A record that was lost, or damaged, comes back from its MP3."""

import json
from pathlib import Path

import pytest

from speakerine.publish.recovery import recover_records
from speakerine.publish.shelf.catalogue import open_catalogue
from speakerine.types import Episode


def recover(output: Path) -> tuple[list[str], list[str]]:
    """The slugs that were recovered, and what was said of the others."""
    problems: list[str] = []
    with open_catalogue(output) as catalogue:
        catalogue.refresh()
        return recover_records(catalogue, problems.append), problems


@pytest.mark.parametrize("damage", [None, b"", b"{", b"\xff"])
def test_the_record_is_what_it_was(published: Path, full: Episode, damage: bytes | None) -> None:
    record = published / "episodes" / full.slug / "episode.json"
    before = json.loads(record.read_text(encoding="utf-8"))
    if damage is None:
        record.unlink()
    else:
        record.write_bytes(damage)
    assert recover(published) == ([full.slug], [])
    assert json.loads(record.read_text(encoding="utf-8")) == before


def test_what_is_whole_is_left_alone(published: Path) -> None:
    assert recover(published) == ([], [])


def test_a_folder_without_an_mp3(published: Path) -> None:
    (published / "episodes" / "vide").mkdir()
    recovered, (problem,) = recover(published)
    assert recovered == []
    assert "has no MP3" in problem


def test_an_mp3_that_tells_nothing(published: Path) -> None:
    folder = published / "episodes" / "muet"
    folder.mkdir()
    (folder / "a.mp3").write_bytes(b"\xff\xfb\x94\x64" * 400)
    recovered, (problem,) = recover(published)
    assert recovered == []
    assert "cannot be recovered" in problem
