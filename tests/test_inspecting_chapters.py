"""The chapters of a real edition's MP3, changed on purpose in its tag, in chapters.json or in the record."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from mutagen.id3 import CHAP, CTOC, ID3, TIT2

from speakerine.inspecting.chapters import inspect_chapters
from speakerine.publish.record import episode_from_json
from tests.test_pipeline import production
from tests.test_programme_edition import OURS, SEINE, make


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    return make([SEINE, OURS], production(tmp_path_factory.mktemp("edition"), jingles=None))


@pytest.fixture
def folder(edition, tmp_path) -> Path:
    """A copy of its folder, to be changed."""
    return Path(shutil.copytree(edition.folder, tmp_path / edition.folder.name))


def faults(folder: Path) -> list[str]:
    episode = episode_from_json((folder / "episode.json").read_text("utf-8"))
    return [found.what for found in inspect_chapters(folder, episode)]


def retag(folder: Path, change) -> None:
    (mp3,) = folder.glob("*.mp3")
    tag = ID3(mp3)
    change(tag)
    tag.save(mp3, v2_version=3)


def chapter(tag: ID3, number: int) -> CHAP:
    return tag[f"CHAP:chp{number - 1}"]


def edit_json(folder: Path, change) -> None:
    path = folder / "chapters.json"
    page = json.loads(path.read_text("utf-8"))
    change(page["chapters"])
    path.write_text(json.dumps(page), "utf-8")


def test_the_mp3_the_json_and_the_record_have_the_same(folder):
    assert faults(folder) == []


def move(tag: ID3) -> None:
    chapter(tag, 2).start_time += 100
    chapter(tag, 1).end_time += 100


def drop_last(tag: ID3) -> None:
    tag.delall("CHAP:chp3")
    tag["CTOC:toc"].child_element_ids.remove("chp3")


def swap(tag: ID3) -> None:
    names = tag["CTOC:toc"].child_element_ids
    names[1], names[2] = names[2], names[1]


def add_lost(tag: ID3) -> None:
    tag.add(CHAP(element_id="lost", start_time=1, end_time=2, sub_frames=[TIT2(text=["Perdu"])]))


TAG_DAMAGES = {
    "a chapter moved by 100 ms": (move, "chapter 2 begins at"),
    "a chapter that ends before the next": (
        lambda tag: setattr(chapter(tag, 2), "end_time", 3),
        "chapter 2 ends at 0:00.003",
    ),
    "a title that is another": (
        lambda tag: chapter(tag, 2).sub_frames.add(TIT2(encoding=1, text=["Le Rhône monte"])),
        "chapter 2 is called “Le Rhône monte”, and its record says “La Seine monte”",
    ),
    "a chapter without title": (
        lambda tag: chapter(tag, 3).sub_frames.delall("TIT2"),
        "chapter 3 is called “”",
    ),
    "a link that is gone": (
        lambda tag: chapter(tag, 2).sub_frames.delall("WXXX"),
        "chapter 2 leads to nothing, and its record says https://exemple.fr/seine",
    ),
    "the last chapter gone": (drop_last, "there are 3 chapters, and 4 in its record"),
    "two chapters in each other's place": (swap, "chapter 2 begins at"),
    "no chapters": (lambda tag: [tag.delall(name) for name in ("CHAP", "CTOC")], "there are 0 chapters"),
    "no table of contents": (lambda tag: tag.delall("CTOC"), "names 0 chapters, and its tag has 4"),
    "a chapter that the table of contents does not name": (add_lost, "names 4 chapters, and its tag has 5"),
    "a table of contents that names one that is not there": (
        lambda tag: tag.add(CTOC(element_id="toc", flags=3, child_element_ids=["chp0", "chp9"])),
        "names 2 chapters, and its tag has 4",
    ),
}


@pytest.mark.parametrize("name", TAG_DAMAGES)
def test_chapters_of_the_mp3_that_differ_are_found(name, folder):
    damage, told = TAG_DAMAGES[name]
    retag(folder, damage)
    (fault,) = faults(folder)
    assert told in fault
    assert ".mp3" in fault


def test_an_mp3_that_lost_its_tag_has_no_chapters(folder):
    (mp3,) = folder.glob("*.mp3")
    ID3(mp3).delete(mp3)
    assert faults(folder) == [f"in the tag of {mp3.name}, there are 0 chapters, and 4 in its record"]


def test_a_tag_that_is_cut_off_is_told(folder):
    (mp3,) = folder.glob("*.mp3")
    mp3.write_bytes(mp3.read_bytes()[:200])
    (fault,) = faults(folder)
    assert mp3.name in fault


JSON_DAMAGES = {
    "a chapter moved by 100 ms": (
        lambda told: told[1].update(startTime=told[1]["startTime"] + 0.1),
        "chapter 2 begins at",
    ),
    "a title that is another": (
        lambda told: told[2].update(title="Un loup"),
        "chapter 3 is called “Un loup”",
    ),
    "a link that is another": (
        lambda told: told[1].update(url="https://exemple.fr/"),
        "chapter 2 leads to https://exemple.fr/, and its record says https://exemple.fr/seine",
    ),
    "a picture that is gone": (lambda told: told[2].pop("img"), "chapter 3 shows nothing"),
    "a chapter gone": (lambda told: told.pop(), "there are 3 chapters, and 4 in its record"),
    "a chapter without title": (lambda told: told[1].pop("title"), "cannot be read"),
}


@pytest.mark.parametrize("name", JSON_DAMAGES)
def test_chapters_of_the_json_that_differ_are_found(name, folder):
    damage, told = JSON_DAMAGES[name]
    edit_json(folder, damage)
    (fault,) = faults(folder)
    assert told in fault
    assert "chapters.json" in fault


def test_a_record_that_was_changed_differs_from_both(edition, folder):
    renamed = replace(edition.episode.chapters[1], title="Le Rhône monte")
    episode = replace(
        edition.episode,
        chapters=(edition.episode.chapters[0], renamed, *edition.episode.chapters[2:]),
    )
    rules = [found.rule for found in inspect_chapters(folder, episode)]
    assert rules == ["chapters", "chapters"]
