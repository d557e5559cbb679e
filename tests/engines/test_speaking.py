"""Spoken for real by the core's own voice."""

from pathlib import Path

import pytest

from speakerine.config import load_voices
from speakerine.engines.base import engine_version
from speakerine.engines.clips import ClipCache
from speakerine.engines.speaking import Booth, speak_all
from speakerine.errors import ConfigError
from speakerine.settings import Show
from speakerine.spread import open_local
from speakerine.types import Segment, Voice

NICOLE = load_voices(Show()).find("nicole")


def segments(*texts: str, voice: Voice = NICOLE) -> list[Segment]:
    return [Segment(text, voice, engine_version(NICOLE)) for text in texts]


@pytest.fixture
def clips(tmp_path: Path) -> ClipCache:
    return ClipCache(tmp_path / "clips")


def speak(wanted, clips, heard=None):
    told = heard if heard is not None else []
    with open_local() as workers:
        booth = Booth(workers, clips, clips.folder.parent)
        return speak_all(wanted, booth, lambda done, total: told.append((done, total)))


def test_each_segment_has_its_clip_after(clips):
    wanted = segments("Bonjour.", "Il est sept heures trente.")
    assert speak(wanted, clips) == 2
    assert [300 < clips.sound(segment.key).duration_ms < 5000 for segment in wanted] == [True, True]


def test_nothing_is_spoken_twice(clips):
    wanted = segments("Bonjour.", "Bonsoir.", "Bonjour.")
    assert speak(wanted, clips) == 2
    assert speak([*wanted, *segments("Adieu.")], clips) == 1
    assert speak(wanted, clips) == 0


def test_progress_counts_characters_up_to_all(clips):
    heard: list[tuple[int, int]] = []
    speak(segments("Bonjour."), clips)
    speak(segments("Bonjour.", "Bonsoir à vous."), clips, heard)
    assert heard == [(8, 23), (23, 23)]


def test_what_was_spoken_before_a_failure_is_kept(clips):
    good = segments("Bonjour.")
    bad = segments("Bonsoir.", voice=Voice("x", "pico", options_json='{"no_such_option": 1}'))
    with pytest.raises(ConfigError):
        speak([*good, *bad], clips)
    assert clips.get(good[0].key) is not None
