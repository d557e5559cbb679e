"""The pages, the search, the archives and the feed of a whole output folder."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from lxml import etree

from speakerine.errors import ConfigError, PublishError
from speakerine.publish.feed.document import podcast_guid
from speakerine.publish.podcast import write_podcast
from speakerine.publish.shelf.catalogue import open_catalogue
from speakerine.settings import Show
from speakerine.spread import processes
from speakerine.types import Episode
from tests.publish.shelf.test_store import put
from tests.publish.test_publication import tree

from .conftest import BASE, DATA, SHOW

NS = {
    "atom": "http://www.w3.org/2005/Atom",
    "fh": "http://purl.org/syndication/history/1.0",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
MANY = 120


def write(output: Path, show: Show, *, everything: bool = False) -> None:
    with open_catalogue(output) as catalogue:
        catalogue.refresh()
        write_podcast(catalogue, show, everything=everything)


def put_light(output: Path, episode: Episode) -> None:
    """An episode whose cover is there already, so that none is drawn."""
    folder = put(output, episode)
    (folder / "cover.jpg").write_bytes((DATA / "cover.jpg").read_bytes())


def numbered(bare: Episode, number: int) -> Episode:
    return replace(
        bare,
        guid=f"guid-{number}",
        slug=f"2020-01-01-{number:03}",
        title=f"Épisode {number}",
        published=bare.published + timedelta(days=number),
    )


@pytest.fixture
def long_show() -> Show:
    """A show whose feed has archives soon."""
    return replace(SHOW, feed_items=20)


@pytest.fixture
def grown(tmp_path: Path, bare: Episode, long_show: Show) -> Path:
    """An output folder of many episodes, as it is published."""
    output = tmp_path / "output"
    (output / "episodes").mkdir(parents=True)
    for number in range(MANY):
        put_light(output, numbered(bare, number))
    write(output, long_show)
    return output


def channel(path: Path) -> etree._Element:
    return etree.parse(path).getroot().find("channel")


def link(document: etree._Element, rel: str) -> str:
    """The path that the document's link of that kind leads to, or ""."""
    found = document.find(f"atom:link[@rel='{rel}']", NS)
    return "" if found is None else found.get("href").removeprefix(BASE)


def feed_documents(output: Path) -> Iterator[etree._Element]:
    """feed.xml, then its archives, as a reader follows them."""
    path = "feed.xml"
    while path:
        document = channel(output / path)
        yield document
        path = link(document, "prev-archive")


def test_every_address_in_the_feed_is_a_file(published: Path) -> None:
    root = etree.fromstring((published / "feed.xml").read_bytes())
    urls = [url for node in root.iter() for name, url in node.attrib.items() if name in {"url", "href"}]
    urls += [node.text for node in root.iterfind("channel/item/link")]
    assert len(urls) > 10
    assert all((published / url.removeprefix(BASE)).is_file() for url in urls)


def test_the_length_in_the_feed_is_the_file_s(published: Path, full: Episode) -> None:
    root = etree.fromstring((published / "feed.xml").read_bytes())
    length = root.find("channel/item/enclosure").get("length")
    assert int(length) == (published / "episodes" / full.slug / full.enclosure.path).stat().st_size


@pytest.mark.parametrize("everything", [False, True])
def test_writing_again_changes_nothing(published: Path, everything: bool) -> None:
    def times() -> dict[str, int]:
        return {name: (published / name).stat().st_mtime_ns for name in tree(published)}

    before = times()
    write(published, SHOW, everything=everything)
    assert times() == before


def test_what_is_lost_comes_back_byte_for_byte(published: Path, full: Episode) -> None:
    before = tree(published)
    kept = {"episode.json", full.enclosure.path, "podcast.json"}
    for name in before:
        if Path(name).name not in kept and not name.endswith(".mp3"):
            (published / name).unlink()
    write(published, SHOW, everything=True)
    after = tree(published)
    assert after.keys() == before.keys()
    drawn = {f"episodes/{full.slug}/cover.jpg", *(name for name in before if "cover" in name)}
    assert {name for name in before if after[name] != before[name]} <= drawn


def test_only_what_the_show_decides_changes_with_it(published: Path) -> None:
    before = tree(published)
    write(published, replace(SHOW, description="Autre."))
    after = tree(published)
    changed = {name for name in after if after[name] != before[name]}
    assert {"feed.xml", "index.html", "manifest.webmanifest"} <= changed
    assert not [name for name in changed if name.endswith((".mp3", ".vtt", ".srt", "cover.jpg"))]


def test_the_guid_is_kept_when_the_show_moves(published: Path) -> None:
    write(published, replace(SHOW, base_url="https://ailleurs.fr/"))
    guid = channel(published / "feed.xml").findtext("podcast:guid", namespaces=NS)
    assert guid == podcast_guid(BASE)


def test_chapters_move_with_the_show(published: Path, full: Episode) -> None:
    write(published, replace(SHOW, base_url="https://ailleurs.fr/"))
    chapters = (published / "episodes" / full.slug / "chapters.json").read_text(encoding="utf-8")
    assert f"https://ailleurs.fr/episodes/{full.slug}/chapter-01.png" in chapters
    assert BASE not in chapters


def test_an_empty_show_has_a_page_and_a_feed(tmp_path: Path) -> None:
    write(tmp_path, Show())
    assert "Le premier épisode paraîtra ici." in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert b"<item>" not in (tmp_path / "feed.xml").read_bytes()


def test_a_bad_cover_leaves_the_feed_as_it_was(published: Path) -> None:
    before = tree(published)
    with pytest.raises(ConfigError, match=r"absent\.png"):
        write(published, replace(SHOW, cover=Path("absent.png")))
    assert tree(published) == before


def test_nothing_of_the_machine_is_written(published: Path) -> None:
    here = str(published.parent).encode()
    assert not [name for name, data in tree(published).items() if here in data]


def test_a_long_feed_goes_on_in_its_archives(grown: Path) -> None:
    documents = list(feed_documents(grown))
    assert len(documents) > 2
    titles = [title for document in documents for title in document.xpath("item/title/text()")]
    assert titles == [f"Épisode {number}" for number in reversed(range(MANY))]
    assert len(documents[0].findall("item")) >= 20


def test_an_archive_says_what_it_is_and_where_the_feed_is(grown: Path) -> None:
    first, *archives = feed_documents(grown)
    assert first.find("fh:archive", NS) is None
    assert not link(first, "current") + link(first, "next-archive")
    newer = "feed.xml"
    for archive in archives:
        assert archive.find("fh:archive", NS) is not None
        assert link(archive, "current") == "feed.xml"
        assert link(archive, "next-archive") == newer
        newer = link(archive, "self")


def test_apps_that_follow_pages_find_the_archives_too(grown: Path) -> None:
    for document in feed_documents(grown):
        assert link(document, "next") == link(document, "prev-archive")


def test_every_episode_is_on_one_page_of_the_list(grown: Path) -> None:
    pages = [grown / "index.html", *sorted((grown / "archives").glob("*.html"))]
    html = [page.read_text(encoding="utf-8") for page in pages]
    for number in range(MANY):
        assert sum(f"2020-01-01-{number:03}/" in page for page in html) == 1
    assert all(len(page.encode()) < 100_000 for page in html)


def test_every_episode_can_be_searched(grown: Path) -> None:
    names = json.loads((grown / "search" / "blocks.json").read_text(encoding="utf-8"))
    blocks = [(grown / "search" / f"{name}.json").read_text(encoding="utf-8") for name in _names(names)]
    for number in range(MANY):
        assert sum(f"2020-01-01-{number:03}" in block for block in blocks) == 1


def _names(manifest: object) -> list[str]:
    """The blocks' names, wherever the manifest keeps them."""
    found = manifest if isinstance(manifest, list) else next(iter(dict(manifest).values()))
    assert isinstance(found, list)
    return found


def test_one_more_episode_changes_few_files(grown: Path, bare: Episode, long_show: Show) -> None:
    before = tree(grown)
    put_light(grown, numbered(bare, MANY))
    write(grown, long_show)
    after = tree(grown)
    changed = {name for name in before if after.get(name) != before[name]}
    assert "feed.xml" in changed
    assert len(changed) <= 8
    assert not [name for name in changed if name.startswith("episodes/")]


def test_archives_that_are_others_leave_none_behind(grown: Path, long_show: Show) -> None:
    with open_catalogue(grown) as catalogue:
        catalogue.leave_out([f"2020-01-01-{number:03}" for number in range(MANY - 5)])
        write_podcast(catalogue, long_show)
    assert list((grown / "archives").iterdir()) == []
    assert len(channel(grown / "feed.xml").findall("item")) == 5


def test_other_processes_write_the_same(grown: Path, long_show: Show) -> None:
    before = tree(grown)
    with open_catalogue(grown) as catalogue:
        write_podcast(catalogue, long_show, everything=True, spread=processes(2))
    assert tree(grown) == before


def test_the_feed_comes_last(published: Path, full: Episode) -> None:
    """A run that fails on the way leaves the feed as it was: it is never ahead of its files."""
    with open_catalogue(published) as catalogue:
        catalogue.leave_out([full.slug])
        write_podcast(catalogue, SHOW)
    before = (published / "feed.xml").read_bytes()
    (published / "index.html").unlink()
    (published / "index.html").mkdir()
    with pytest.raises(PublishError, match=r"index\.html cannot be written"):
        write(published, SHOW)
    assert (published / "feed.xml").read_bytes() == before
