import json
from dataclasses import replace
from pathlib import Path

import pytest

from speakerine.errors import PublishError
from speakerine.publish.covers.cover import shrink_cover
from speakerine.publish.publication import (
    chapter_pictures,
    episode_cover,
    finish_episode,
    missing_pictures,
    show_cover,
)
from speakerine.settings import Show
from speakerine.types import Episode

from .conftest import BASE, COVER, DATA, tone


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name[0] != "."
    }


def test_an_episode_s_folder_holds_all_that_the_feed_names(published: Path, full: Episode) -> None:
    folder = published / "episodes" / full.slug
    names = [path.name for path in folder.iterdir() if not path.name.startswith("chapter-")]
    assert sorted(names) == [
        "chapters.json",
        "cover.jpg",
        "episode.json",
        "index.html",
        full.enclosure.path,
        "transcript.html",
        "transcript.json",
        "transcript.srt",
        "transcript.vtt",
    ]


def test_the_show_s_own_cover(tmp_path: Path) -> None:
    assert show_cover(Show(cover=Path("cover.jpg"), folder=DATA)) == COVER


def test_finishing_without_the_sound(tmp_path: Path, full: Episode, show: Show) -> None:
    with pytest.raises(PublishError, match="cannot be"):
        finish_episode(tmp_path / "absent", full, show, COVER)


def test_finishing_measures_the_tagged_file(tmp_path: Path, full: Episode, show: Show) -> None:
    (tmp_path / full.enclosure.path).write_bytes(tone())
    finished = finish_episode(tmp_path, full, show, COVER)
    assert finished.enclosure.length_bytes == (tmp_path / full.enclosure.path).stat().st_size > len(tone())
    assert replace(finished, enclosure=full.enclosure) == full


def test_transcripts_are_json(published: Path, full: Episode) -> None:
    folder = published / "episodes" / full.slug
    for name in ("transcript.json", "chapters.json"):
        assert json.loads((folder / name).read_text(encoding="utf-8"))["version"]


def test_an_episode_s_cover_is_so_light_that_the_mp3_has_it_as_it_is(full: Episode) -> None:
    cover = episode_cover(full, Show(title="Le Courrier du Val"))
    assert shrink_cover(cover) == cover


def test_an_episode_s_cover_is_its_own_in_the_show_s_colours(full: Episode, bare: Episode) -> None:
    show = Show(title="Le Journal")
    assert episode_cover(full, show) == episode_cover(full, show) != episode_cover(bare, show)
    assert episode_cover(full, Show(cover=Path("cover.jpg"), folder=DATA)) == COVER


def test_each_chapter_has_a_picture_beside_the_mp3(tmp_path: Path, full: Episode, show: Show) -> None:
    (tmp_path / full.enclosure.path).write_bytes(tone())
    pictures = chapter_pictures(full, show)
    finish_episode(tmp_path, full, show, COVER, pictures)
    kept = sorted(path.name for path in tmp_path.glob("chapter-*.png"))
    assert kept == [f"chapter-{number:02}.png" for number in range(1, len(pictures) + 1)]
    told = json.loads((tmp_path / "chapters.json").read_text(encoding="utf-8"))["chapters"]
    assert [chapter["img"].rpartition("/")[2] for chapter in told if BASE in chapter["img"]] <= kept


def test_pictures_that_are_missing_are_drawn_again(tmp_path: Path, full: Episode, show: Show) -> None:
    drawn = missing_pictures(tmp_path, full, show)
    assert {"cover.jpg", "chapter-01.png"} <= drawn.keys()
    for name in drawn.keys() - {"chapter-02.png"}:
        (tmp_path / name).write_bytes(drawn[name])
    assert missing_pictures(tmp_path, full, show) == {"chapter-02.png": drawn["chapter-02.png"]}
