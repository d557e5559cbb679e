import os
import sqlite3
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from speakerine.errors import PublishError
from speakerine.publish.shelf.catalogue import CATALOGUE, open_catalogue, slugs_in
from speakerine.publish.shelf.record import episode_to_json
from speakerine.types import Episode
from tests.publish.shelf.test_store import put
from tests.publish.strategies import episodes, law


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "output" / "episodes").mkdir(parents=True)
    return tmp_path / "output"


def slugs(output: Path, problems: list[str] | None = None) -> list[str]:
    """The episodes offered, oldest first, after a fresh look."""
    with open_catalogue(output) as catalogue:
        catalogue.refresh((problems if problems is not None else []).append)
        return [place.slug for place in catalogue.oldest_first()]


def test_an_episode_is_found_by_its_guid(output: Path, full: Episode) -> None:
    put(output, full)
    with open_catalogue(output) as catalogue:
        found = catalogue.find(full.guid)
        assert found is not None
        assert (found.slug, found.title, found.fingerprint) == (full.slug, full.title, full.fingerprint)
        assert found.enclosure.length_bytes == 5
        assert catalogue.find("autre") is None


def test_what_it_knows_it_need_not_read_again(output: Path, full: Episode) -> None:
    record = put(output, full) / "episode.json"
    stat = record.stat()
    record.write_bytes(b"x" * stat.st_size)
    os.utime(record, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert slugs(output) == [full.slug]


def test_a_record_that_changed_is_read_again(output: Path, full: Episode) -> None:
    record = put(output, full) / "episode.json"
    record.write_text(episode_to_json(replace(full, title="Corrigé")), encoding="utf-8")
    with open_catalogue(output) as catalogue:
        catalogue.refresh()
        assert catalogue.listings([full.slug])[0].title == "Corrigé"


def test_the_place_changes_with_the_length_of_the_mp3(output: Path, full: Episode) -> None:
    folder = put(output, full)
    with open_catalogue(output) as catalogue:
        (before,) = catalogue.oldest_first()
        (folder / full.enclosure.path).write_bytes(b"tagged again")
        catalogue.refresh()
        (after,) = catalogue.oldest_first()
    assert before.digest != after.digest


def test_a_folder_taken_away_by_hand_is_forgotten(output: Path, full: Episode, bare: Episode) -> None:
    folder = put(output, full)
    put(output, bare)
    folder.rename(output / "elsewhere")
    assert slugs(output) == [bare.slug]


@pytest.mark.parametrize("damage", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_catalogue_is_made_again(output: Path, full: Episode, damage: bytes) -> None:
    put(output, full)
    (output / CATALOGUE).write_bytes(damage)
    assert slugs(output) == [full.slug]
    assert slugs(output) == [full.slug]


def test_a_catalogue_of_another_version_is_made_again(output: Path, full: Episode) -> None:
    put(output, full)
    with sqlite3.connect(output / CATALOGUE) as rows:
        rows.execute("PRAGMA user_version = 99")
    rows.close()
    assert slugs(output) == [full.slug]


def test_where_it_cannot_be_kept_it_is_made_for_the_time(output: Path, full: Episode) -> None:
    put(output, full)
    (output / CATALOGUE).unlink()
    (output / CATALOGUE).mkdir()
    assert slugs(output) == [full.slug]


def test_it_knows_what_the_files_that_are_there_were_written_from(output: Path) -> None:
    with open_catalogue(output) as catalogue:
        catalogue.note_written("index.html", "a")
        assert catalogue.written() == {}
        (output / "index.html").write_bytes(b"")
        assert catalogue.written() == {"index.html": "a"}
        catalogue.note_written("index.html", "b")
        assert catalogue.written() == {"index.html": "b"}


def test_what_is_noted_together_is_kept_together_or_not_at_all(output: Path) -> None:
    (output / "index.html").write_bytes(b"")
    with open_catalogue(output) as catalogue:
        with suppress(KeyError), catalogue.at_once():
            catalogue.note_written("index.html", "a")
            raise KeyError
        assert catalogue.written() == {}


def test_a_disk_that_gets_full_is_told_in_a_sentence(output: Path) -> None:
    full = pytest.raises(PublishError, match=r"catalogue\.sqlite cannot be written \(.*full\): make room")
    with full, open_catalogue(output) as catalogue:
        catalogue._rows.execute("PRAGMA max_page_count = 1")
        with catalogue.at_once():
            for number in range(1000):
                catalogue.note_written(f"{number}.html", "a" * 64)


def test_an_episode_whose_mp3_goes_cannot_be_read(output: Path, full: Episode) -> None:
    mp3 = put(output, full) / full.enclosure.path
    with open_catalogue(output) as catalogue:
        mp3.unlink()
        with pytest.raises(PublishError, match="cannot be read"):
            catalogue.episode(full.slug)


def test_no_folder_no_episodes(tmp_path: Path) -> None:
    assert slugs_in(tmp_path / "absent") == []


@law
@given(episodes, episodes)
def test_the_oldest_comes_first(tmp_path_factory: pytest.TempPathFactory, one: Episode, two: Episode) -> None:
    output = tmp_path_factory.mktemp("law") / "output"
    (output / "episodes").mkdir(parents=True)
    two = replace(two, slug=f"{one.slug}-b", guid=f"{one.guid}-b")
    put(output, one)
    put(output, two)
    ordered = sorted((one, two), key=lambda episode: (episode.published, episode.guid))
    assert slugs(output) == [episode.slug for episode in ordered]
