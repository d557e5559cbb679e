"""What other programs read, and what is heard, in the MP3 of a real edition."""

import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.published import read_chapters
from tests.test_pipeline import production
from tests.test_programme_edition import OURS, PONT, SEINE, make

TOLERANCE_MS = 50
FRAME_MS = 24
"""A frame at 48 kHz: 1152 samples."""
READ_BY_EYED3 = Path(__file__).parent / "data" / "eyed3_reading.py"


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    return make([SEINE, OURS, PONT], production(tmp_path_factory.mktemp("players")))


@pytest.fixture
def mp3(edition) -> Path:
    return edition.folder / edition.episode.enclosure.path


@pytest.fixture
def chapters(edition) -> list[tuple[int, int, str]]:
    """When each chapter of the record begins and ends, in milliseconds, and its title."""
    episode = edition.episode
    starts_ms = [*(chapter.start_ms for chapter in episode.chapters), episode.enclosure.duration_ms]
    titles = [chapter.title for chapter in episode.chapters]
    return [(*span, title) for span, title in zip(pairwise(starts_ms), titles, strict=True)]


@pytest.fixture
def eyed3(mp3):
    done = subprocess.run(
        [sys.executable, READ_BY_EYED3, mp3], capture_output=True, text=True, timeout=60, check=True
    )
    return json.loads(done.stdout)


@pytest.fixture
def probed(mp3, run_program):
    asked = ("-v", "error", "-show_format", "-show_chapters", "-of", "json")
    return json.loads(run_program("ffprobe", *asked, mp3, package="ffmpeg").stdout)


def test_mp3val_ffprobe_mediainfo_and_eyed3_agree_on_the_duration(edition, mp3, eyed3, probed, run_program):
    counted = run_program("mp3val", mp3, package="mp3val").stdout
    told_ms = {
        "the record": edition.episode.enclosure.duration_ms,
        "mp3val": int(re.search(r"(\d+) MPEG frames", counted)[1]) * FRAME_MS,
        "ffprobe": float(probed["format"]["duration"]) * 1000,
        "mediainfo": float(
            run_program("mediainfo", "--Output=General;%Duration%", mp3, package="mediainfo").stdout
        ),
        "eyeD3": eyed3["duration_s"] * 1000,
    }
    assert max(told_ms.values()) - min(told_ms.values()) <= TOLERANCE_MS, told_ms


def test_mp3val_finds_nothing_wrong(mp3, run_program):
    assert "WARNING" not in run_program("mp3val", mp3, package="mp3val").stdout


def test_eyed3_reads_every_chapter(eyed3, chapters):
    assert [tuple(chapter) for chapter in eyed3["chapters"]] == chapters


def test_ffprobe_reads_every_chapter(probed, chapters):
    told = [(one["start"], one["end"], one["tags"]["title"]) for one in probed["chapters"]]
    assert told == chapters


def test_mutagen_reads_every_chapter(mp3, chapters):
    assert [(one.start_ms, one.end_ms, one.title) for one in read_chapters(mp3)] == chapters


def onset_ms(sound, rate_hz, near_ms) -> float:
    """When speech begins after the silence around that moment, to 5 ms."""
    window, around = rate_hz // 200, 400
    first = max(0, (near_ms - around) * rate_hz // 1000)
    part = sound[first : first + 2 * around * rate_hz // 1000]
    power = (part[: len(part) // window * window].reshape(-1, window) ** 2).mean(axis=1)
    loud = power > 10 ** (-50 / 10)
    assert not loud[:20].any(), "there is no silence before it"
    return near_ms - around + int(np.argmax(loud)) * 5


def test_each_article_is_heard_where_its_chapter_begins(edition, mp3):
    channels, rate_hz = soundfile.read(mp3, dtype="float32", always_2d=True)
    sound = channels.mean(axis=1)
    for chapter in edition.episode.chapters[1:-1]:
        heard_ms = onset_ms(sound, rate_hz, chapter.start_ms)
        assert heard_ms == pytest.approx(chapter.start_ms, abs=TOLERANCE_MS), chapter.title
