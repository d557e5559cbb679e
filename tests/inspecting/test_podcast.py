"""A podcast without fault, what is told of it, and how one of its episodes is meant."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from speakerine.errors import ConfigError, PublishError
from speakerine.inspecting.findings import Severity
from speakerine.inspecting.info_header import read_first_frame
from speakerine.inspecting.podcast import inspect_episode, inspect_podcast
from speakerine.settings import Show

from .conftest import MARCHE, MP3, NOW, PONT, SEINE, SHOW
from .file_damages import inside


def test_a_sound_podcast_has_no_finding(sound_podcast):
    report = inspect_podcast(sound_podcast, SHOW, NOW)
    assert report.findings == ()
    assert [one.slug for one in report.episodes] == [PONT, SEINE, MARCHE]


def test_nothing_is_changed(output):
    def state() -> dict[Path, tuple[int, int]]:
        return {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in output.rglob("*")}

    before = state()
    inspect_podcast(output, SHOW, NOW)
    assert state() == before


def test_a_warning_is_no_error(output):
    (output / ".staging-0a").mkdir()
    report = inspect_podcast(output, SHOW, NOW, listening=False)
    assert [finding.severity for finding in report.findings] == [Severity.WARNING]
    assert (report.errors, report.warnings) == (0, 1)


def test_a_rule_that_is_broken_often_is_told_once(output):
    page = inside(output, "transcript.vtt").read_text("utf-8")
    inside(output, "transcript.vtt").write_text(page.replace("<v Nicole>", ""), "utf-8")
    (finding,) = inspect_podcast(output, SHOW, NOW, listening=False).findings
    assert finding.what == "card 1 of transcript.vtt does not name who speaks (and 5 more)"


def test_an_archive_that_cannot_be_read_is_told_alone(output):
    (output / "archives" / f"{SEINE}.xml").write_text("<rss>", "utf-8")
    found = inspect_podcast(output, SHOW, NOW, listening=False).findings
    assert [(finding.rule, finding.where) for finding in found] == [
        ("feed.readable", f"archives/{SEINE}.xml")
    ]


def test_without_listening_nothing_is_measured(sound_podcast):
    assert {one.measures for one in inspect_podcast(sound_podcast, SHOW, NOW, listening=False).episodes} == {
        None
    }


def test_a_folder_without_podcast_is_an_error(tmp_path):
    with pytest.raises(PublishError, match="no podcast"):
        inspect_podcast(tmp_path, SHOW, NOW)


def test_a_podcast_that_lost_all_its_episodes_is_still_looked_at(tmp_path):
    (tmp_path / "episodes").mkdir()
    found = inspect_podcast(tmp_path, SHOW, NOW).findings
    assert {finding.rule for finding in found} == {"cover.readable", "file.readable"}


@pytest.mark.parametrize("name", [MARCHE, "march", "MARCHE", "last", "05-13"])
def test_an_episode_is_found_by_its_name_a_part_of_it_or_last(name, sound_podcast):
    assert [one.slug for one in inspect_episode(sound_podcast, SHOW, name, NOW, 0).episodes] == [MARCHE]


def test_an_unknown_episode_is_answered_with_the_nearest(sound_podcast):
    with pytest.raises(ConfigError, match=f"the nearest is {SEINE}"):
        inspect_episode(sound_podcast, SHOW, "la-senne-monte", NOW)


def test_a_part_of_several_names_is_answered_with_them(sound_podcast):
    with pytest.raises(ConfigError, match=f"may be {PONT} or {SEINE} or {MARCHE}"):
        inspect_episode(sound_podcast, SHOW, "2025", NOW)


def test_last_passes_over_a_record_that_cannot_be_read(output):
    inside(output, "episode.json").write_text("{", "utf-8")
    assert inspect_episode(output, SHOW, "last", NOW, 0).episodes[0].slug == SEINE


def test_one_episode_is_told_its_own_faults_alone(output):
    os.truncate(inside(output, MP3), 60_000)
    (output / "cover.jpg").unlink()
    assert inspect_episode(output, SHOW, SEINE, NOW, 0).findings == ()
    assert {found.where for found in inspect_episode(output, SHOW, MARCHE, NOW, 0).findings} == {MARCHE}


def test_another_address_of_the_show_is_told(sound_podcast):
    elsewhere: Show = replace(SHOW, base_url="https://example.net/")
    found = inspect_podcast(sound_podcast, elsewhere, NOW, listening=False).findings
    assert ("channel.self", "feed.xml") in {(finding.rule, finding.where) for finding in found}


def test_the_info_header_says_how_long_the_file_is(sound_podcast):
    record = json.loads(inside(sound_podcast, "episode.json").read_text("utf-8"))
    _, first = read_first_frame(inside(sound_podcast, MP3))
    assert (first.duration_ms, first.channels) == (record["enclosure"]["duration_ms"], 1)


def test_an_episode_is_measured(sound_podcast):
    (one,) = inspect_episode(sound_podcast, SHOW, MARCHE, NOW).episodes
    assert one.measures.duration_ms == one.episode.enclosure.duration_ms
    assert one.measures.integrated_lufs == pytest.approx(-16, abs=0.3)
    assert 100 < one.measures.words_per_minute < 260
    assert [part.speaker for part in one.measures.parts] == ["Nicole"]
