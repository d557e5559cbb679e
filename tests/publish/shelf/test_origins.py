"""Which file each episode was made from, as the catalogue keeps it."""

from dataclasses import replace
from pathlib import Path

import pytest

from speakerine.publish.shelf.catalogue import CATALOGUE, open_catalogue, peek_origins
from speakerine.publish.shelf.origins import Origin, StampedFile
from speakerine.publish.shelf.record import episode_to_json
from speakerine.types import Episode
from tests.publish.shelf.test_store import put

FILE = StampedFile("/articles/fleuve.txt", "10 20", "basis")


@pytest.fixture
def output(tmp_path: Path, full: Episode) -> Path:
    """A podcast of one episode, noted as made from a file."""
    (tmp_path / "output" / "episodes").mkdir(parents=True)
    put(tmp_path / "output", full)
    with open_catalogue(tmp_path / "output") as catalogue:
        catalogue.refresh()
        catalogue.origins.note([Origin(FILE, full.guid, catalogue.origins.record(full.slug))])
    return tmp_path / "output"


def slug_of(output: Path, file: StampedFile = FILE) -> str | None:
    """The episode that is believed to be that file's, after a fresh look."""
    origin = peek_origins(output, file.basis).origin(file)
    with open_catalogue(output) as catalogue:
        catalogue.refresh()
        return catalogue.origins.slug(origin) if origin else None


def test_a_file_as_it_was_has_its_episode(output: Path, full: Episode) -> None:
    assert slug_of(output) == full.slug


@pytest.mark.parametrize(
    "change", [{"path": "/articles/autre.txt"}, {"stamp": "11 20"}, {"basis": "another"}]
)
def test_any_other_file_has_none(output: Path, change: dict[str, str]) -> None:
    assert slug_of(output, replace(FILE, **change)) is None


def test_a_record_that_changed_is_not_what_the_file_gave(output: Path, full: Episode) -> None:
    record = output / "episodes" / full.slug / "episode.json"
    record.write_text(episode_to_json(replace(full, title="Corrigé")), "utf-8")
    assert slug_of(output) is None


def test_an_episode_without_its_mp3_is_none(output: Path, full: Episode) -> None:
    (output / "episodes" / full.slug / full.enclosure.path).unlink()
    assert slug_of(output) is None


def test_an_episode_with_a_double_is_not_believed(output: Path, full: Episode) -> None:
    put(output, replace(full, slug=f"{full.slug}-2"))
    assert slug_of(output) is None


def test_an_episode_has_one_file_and_a_file_one_episode(output: Path, full: Episode, bare: Episode) -> None:
    copy = replace(FILE, path="/articles/copie.txt")
    with open_catalogue(output) as catalogue:
        catalogue.origins.note([Origin(copy, full.guid, "record"), Origin(copy, bare.guid, "record")])
    known = peek_origins(output, FILE.basis)
    assert known.origin(FILE) is None
    assert known.origin(copy) == Origin(copy, bare.guid, "record")


@pytest.mark.parametrize("damage", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_of_a_damaged_catalogue_nothing_is_known(output: Path, damage: bytes) -> None:
    (output / CATALOGUE).write_bytes(damage)
    assert peek_origins(output, FILE.basis).origin(FILE) is None


def test_where_there_is_no_catalogue_none_is_made_by_looking(tmp_path: Path) -> None:
    assert peek_origins(tmp_path, FILE.basis).origin(FILE) is None
    assert list(tmp_path.iterdir()) == []
