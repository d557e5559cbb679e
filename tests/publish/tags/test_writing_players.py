"""Other programs read in the tag what was written in it."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from speakerine.publish.covers.chapter_pictures import draw_chapter_pictures
from speakerine.publish.tags.writing import write_tags
from speakerine.settings import Show
from speakerine.types import Episode
from tests.publish.conftest import COVER, DATA, tone

RunProgram = Callable[..., CompletedProcess[str]]


@pytest.fixture
def pictured(tmp_path: Path, full: Episode, show: Show) -> Path:
    """An MP3 with all that a tag can have."""
    path = tmp_path / "a.mp3"
    path.write_bytes(tone())
    pictures = draw_chapter_pictures([chapter.title for chapter in full.chapters], show.title)
    write_tags(path, full, show, COVER, pictures)
    return path


def test_mp3val_finds_nothing_wrong(pictured: Path, run_program: RunProgram) -> None:
    said = run_program("mp3val", pictured, package="mp3val").stdout
    assert "WARNING" not in said
    assert "+ID3v2" in said


def test_ffprobe_reads_the_chapters_in_order(pictured: Path, full: Episode, run_program: RunProgram) -> None:
    said = run_program("ffprobe", "-v", "error", "-show_chapters", "-of", "json", pictured, package="ffmpeg")
    chapters = json.loads(said.stdout)["chapters"]
    assert [chapter["tags"]["title"] for chapter in chapters] == [c.title for c in full.chapters]
    assert said.stderr == ""


def test_ffprobe_sees_one_cover(pictured: Path, run_program: RunProgram) -> None:
    said = run_program(
        "ffprobe",
        "-v",
        "error",
        "-show_entries",
        "stream=codec_name",
        "-of",
        "csv=p=0",
        pictured,
        package="ffmpeg",
    )
    assert said.stdout.split() == ["mp3", "mjpeg"]


def test_mediainfo_names_the_episode_and_finds_its_cover(
    pictured: Path, full: Episode, show: Show, run_program: RunProgram
) -> None:
    said = run_program("mediainfo", "--Output=JSON", pictured, package="mediainfo").stdout
    general = json.loads(said)["media"]["track"][0]
    assert (general["Title"], general["Album"]) == (full.title, show.title)
    assert general["Cover"] == "Yes"


def test_eyed3_reads_what_players_show(pictured: Path, full: Episode, show: Show) -> None:
    asked = [sys.executable, DATA / "eyed3_tag.py", pictured]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=True)
    assert json.loads(done.stdout) == {
        "title": full.title,
        "album": show.title,
        "artist": show.author,
        "chapters": [chapter.title for chapter in full.chapters],
        "contents": ["chp0", "chp1", "chp2", "chp3"],
        "pictures": [3],
        "records": ["speakerine"],
    }
