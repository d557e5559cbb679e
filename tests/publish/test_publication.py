import json
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from speakerine.errors import ConfigError, PublishError
from speakerine.publish.feed import podcast_guid
from speakerine.publish.publication import finish_episode, read_identity, show_cover, write_feed_and_site
from speakerine.publish.store import load_episodes, open_output
from speakerine.settings import Show
from speakerine.types import Episode

from .conftest import BASE, COVER, DATA, tone


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_an_episode_s_folder_holds_all_that_the_feed_names(published: Path, full: Episode) -> None:
    folder = published / "episodes" / full.slug
    assert sorted(path.name for path in folder.iterdir()) == [
        "chapters.json",
        "cover.jpg",
        "episode.json",
        "index.html",
        full.enclosure.path,
        "transcript.json",
        "transcript.srt",
        "transcript.vtt",
    ]


def test_every_address_in_the_feed_is_a_file(published: Path) -> None:
    root = etree.fromstring((published / "feed.xml").read_bytes())
    urls = [url for node in root.iter() for name, url in node.attrib.items() if name in {"url", "href"}]
    urls += [link.text for link in root.iterfind("channel/item/link")]
    assert len(urls) > 10
    assert all((published / url.removeprefix(BASE)).is_file() for url in urls)


def test_the_length_in_the_feed_is_the_file_s(published: Path, full: Episode) -> None:
    root = etree.fromstring((published / "feed.xml").read_bytes())
    length = root.find("channel/item/enclosure").get("length")
    assert int(length) == (published / "episodes" / full.slug / full.enclosure.path).stat().st_size


def test_writing_again_changes_nothing(published: Path, show: Show) -> None:
    before = {name: (published / name).stat().st_mtime_ns for name in tree(published)}
    write_feed_and_site(published, show, load_episodes(published), show.base_url)
    assert {name: (published / name).stat().st_mtime_ns for name in tree(published)} == before


def test_only_what_the_show_decides_changes_with_it(published: Path, show: Show) -> None:
    before = tree(published)
    write_feed_and_site(published, replace(show, description="Autre."), load_episodes(published), BASE)
    after = tree(published)
    assert {name for name in after if after[name] != before[name]} == {"feed.xml", "index.html"}


def test_the_guid_is_given_once_and_kept(published: Path, show: Show) -> None:
    write_feed_and_site(published, show, load_episodes(published), "https://ailleurs.fr/")
    root = etree.fromstring((published / "feed.xml").read_bytes())
    guid = root.findtext("channel/{https://podcastindex.org/namespace/1.0}guid")
    assert guid == podcast_guid(BASE) == read_identity(published)


def test_no_guid_is_given_at_this_machine_s_address(tmp_path: Path, show: Show) -> None:
    write_feed_and_site(tmp_path, show, [], "")
    assert read_identity(tmp_path) == ""


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"guid": 3}'])
def test_an_identity_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "podcast.json").write_text(text, encoding="utf-8")
    assert read_identity(tmp_path) == ""


def test_an_empty_show_has_a_page_and_a_feed(tmp_path: Path) -> None:
    write_feed_and_site(tmp_path, Show(), [])
    assert "Le premier épisode paraîtra ici." in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert b"<item>" not in (tmp_path / "feed.xml").read_bytes()


def test_the_show_s_own_cover(tmp_path: Path) -> None:
    assert show_cover(Show(cover=Path("cover.jpg"), folder=DATA)) == COVER


def test_a_bad_cover_leaves_the_feed_as_it_was(published: Path, show: Show) -> None:
    before = tree(published)
    with pytest.raises(ConfigError, match="cannot be read"):
        write_feed_and_site(published, replace(show, cover=Path("absent.png")), [], BASE)
    assert tree(published) == before


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


def test_nothing_of_the_machine_is_written(published: Path) -> None:
    with open_output(published):
        pass
    here = str(published.parent).encode()
    assert not [name for name, data in tree(published).items() if here in data]
