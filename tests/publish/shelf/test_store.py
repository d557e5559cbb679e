import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from speakerine.errors import PublishError
from speakerine.publish.podcast import write_podcast
from speakerine.publish.shelf.catalogue import open_catalogue
from speakerine.publish.shelf.store import choose_slug, commit, open_output, remove_episode, staging
from speakerine.settings import Show
from speakerine.types import Episode
from tests.publish.conftest import publish
from tests.published import load_episodes


@pytest.fixture
def output(tmp_path: Path) -> Path:
    path = tmp_path / "output"
    with open_output(path):
        pass
    return path


def put(output: Path, episode: Episode, *, sound: bytes = b"sound") -> Path:
    """Publish an episode that is no more than its record and some bytes."""
    finished = replace(episode, enclosure=replace(episode.enclosure, length_bytes=len(sound)))
    with staging(output) as staged:
        (staged / episode.enclosure.path).write_bytes(sound)
        with open_catalogue(output) as catalogue:
            return commit(catalogue, staged, finished)


def slug_for(output: Path, guid: str, day: date, title: str) -> str:
    with open_catalogue(output) as catalogue:
        catalogue.refresh()
        return choose_slug(catalogue, guid, day, title, catalogue.owners())


def remove(output: Path, slug: str) -> None:
    with open_catalogue(output) as catalogue:
        remove_episode(catalogue, slug)


def names(output: Path) -> list[str]:
    return sorted(path.name for path in (output / "episodes").iterdir())


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    with open_output(tmp_path / "a" / "b"):
        assert (tmp_path / "a" / "b" / "episodes").is_dir()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(PublishError, match="a cannot be written"), open_output(tmp_path / "a"):
        pass


def test_what_is_staged_and_not_committed_is_gone(output: Path) -> None:
    with staging(output) as staged:
        (staged / "a.mp3").write_bytes(b"x")
    assert not list(output.glob(".staging-*"))


def test_staging_where_nothing_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="cannot be written"), staging(tmp_path / "absent"):
        pass


def test_an_episode_comes_back(output: Path, full: Episode) -> None:
    folder = put(output, full)
    assert folder == output / "episodes" / full.slug
    expected = replace(full, enclosure=replace(full.enclosure, length_bytes=5))
    assert load_episodes(output) == [expected]


def test_no_folder_no_episodes(tmp_path: Path) -> None:
    assert load_episodes(tmp_path / "absent") == []


def test_newest_first(output: Path, full: Episode, bare: Episode) -> None:
    put(output, bare)
    put(output, full)
    assert [episode.guid for episode in load_episodes(output)] == [full.guid, bare.guid]


def test_an_episode_takes_the_place_of_its_older_self(output: Path, full: Episode) -> None:
    put(output, full)
    folder = put(output, replace(full, title="Corrigé"), sound=b"other sound")
    assert [episode.title for episode in load_episodes(output)] == ["Corrigé"]
    assert load_episodes(output)[0].enclosure.path == full.enclosure.path.replace(".mp3", "-v2.mp3")
    assert (folder / load_episodes(output)[0].enclosure.path).read_bytes() == b"other sound"
    assert names(output) == [full.slug]


def test_the_sound_that_the_feed_before_named_stays_and_older_ones_go(output: Path, full: Episode) -> None:
    stem = full.enclosure.path.removesuffix(".mp3")
    kept = []
    for sound in (b"first", b"second", b"third"):
        folder = put(output, full, sound=sound)
        with open_output(output) as catalogue:
            write_podcast(catalogue, Show())
        kept.append({path.name for path in folder.glob("*.mp3")})
    assert kept == [
        {f"{stem}.mp3"},
        {f"{stem}.mp3", f"{stem}-v2.mp3"},
        {f"{stem}-v2.mp3", f"{stem}-v3.mp3"},
    ]


def test_an_episode_can_move_to_another_slug(output: Path, full: Episode) -> None:
    put(output, full)
    put(output, replace(full, slug="2024-06-01-autre"))
    assert names(output) == ["2024-06-01-autre"]


def test_an_episode_does_not_take_another_s_place(output: Path, full: Episode, bare: Episode) -> None:
    put(output, full)
    with pytest.raises(PublishError, match="is another episode's"):
        put(output, replace(bare, slug=full.slug))
    assert [episode.guid for episode in load_episodes(output)] == [full.guid]


def test_an_episode_without_its_sound_is_not_published(output: Path, full: Episode) -> None:
    refused = pytest.raises(PublishError, match="is not published: its MP3")
    with staging(output) as staged, open_catalogue(output) as catalogue, refused:
        commit(catalogue, staged, full)
    assert load_episodes(output) == []


def test_when_the_new_one_cannot_come_in_the_old_one_stays(
    output: Path, full: Episode, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(output, full)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name.startswith(".staging-"):
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PublishError, match="permission denied"):
        put(output, replace(full, title="Corrigé"))
    assert [episode.title for episode in load_episodes(output)] == [full.title]
    assert names(output) == [full.slug]


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (None, "episode.json is missing"),
        (b"{", "episode.json cannot be used: it is not JSON"),
        (b"\xff\xfe", "episode.json cannot be read"),
        (b"{}", "its schema is None"),
    ],
)
def test_a_broken_episode_is_left_out_and_told(
    output: Path, full: Episode, bare: Episode, record: bytes | None, said: str
) -> None:
    put(output, bare)
    broken = put(output, full) / "episode.json"
    if record is None:
        broken.unlink()
    else:
        broken.write_bytes(record)
    problems: list[str] = []
    assert [episode.guid for episode in load_episodes(output, problems.append)] == [bare.guid]
    (problem,) = problems
    assert said in problem
    assert problem.endswith("Make the episode again, or remove it")


def test_an_episode_whose_sound_is_missing_is_left_out(output: Path, full: Episode) -> None:
    (put(output, full) / full.enclosure.path).unlink()
    problems: list[str] = []
    assert load_episodes(output, problems.append) == []
    assert "is missing" in problems[0]


def test_a_copy_of_an_episode_is_left_out(output: Path, full: Episode) -> None:
    folder = put(output, full)
    shutil.copytree(folder, folder.with_name("copie"))
    problems: list[str] = []
    assert len(load_episodes(output, problems.append)) == 1
    assert "is the same episode as" in problems[0]


def test_the_length_is_that_of_the_file(output: Path, full: Episode) -> None:
    (put(output, full) / full.enclosure.path).write_bytes(b"tagged again")
    assert load_episodes(output)[0].enclosure.length_bytes == 12


def test_a_slug_is_kept_when_the_title_changes(output: Path, full: Episode) -> None:
    put(output, full)
    assert slug_for(output, full.guid, full.published.date(), "Un autre titre") == full.slug


def test_two_articles_of_a_day_with_one_title(output: Path, full: Episode) -> None:
    day = full.published.date()
    slug = slug_for(output, full.guid, day, "Un titre")
    put(output, replace(full, slug=slug))
    assert (slug, slug_for(output, "autre", day, "Un titre")) == (
        "2024-05-31-un-titre",
        "2024-05-31-un-titre-2",
    )


def test_a_broken_episode_made_again_takes_its_own_place(output: Path, full: Episode) -> None:
    slug = slug_for(output, full.guid, full.published.date(), full.title)
    (put(output, replace(full, slug=slug)) / "episode.json").write_bytes(b"{")
    assert slug_for(output, full.guid, full.published.date(), full.title) == slug
    put(output, replace(full, slug=slug))
    assert [episode.slug for episode in load_episodes(output)] == names(output) == [slug]


def test_an_episode_without_its_sound_made_again_takes_its_own_place(output: Path, full: Episode) -> None:
    (put(output, full) / full.enclosure.path).unlink()
    assert slug_for(output, full.guid, full.published.date(), full.title) == full.slug


def test_remove(output: Path, full: Episode, bare: Episode) -> None:
    put(output, full)
    put(output, bare)
    remove(output, full.slug)
    assert names(output) == [bare.slug]
    assert not list(output.glob(".staging-*"))


@pytest.mark.parametrize("slug", ["absent", "..", ".", "../.."])
def test_remove_what_is_no_episode(output: Path, slug: str) -> None:
    with pytest.raises(PublishError, match="there is no episode"):
        remove(output, slug)
    assert output.is_dir()


def test_the_record_on_disk_is_the_one_that_was_finished(output: Path, full: Episode, show: Show) -> None:
    finished = publish(output, full, show)
    record = json.loads((output / "episodes" / full.slug / "episode.json").read_text(encoding="utf-8"))
    assert record["enclosure"]["length_bytes"] == finished.enclosure.length_bytes > 0


def test_an_episode_that_cannot_be_removed(
    output: Path, full: Episode, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(output, full)

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PublishError, match="permission denied"):
        remove(output, full.slug)
