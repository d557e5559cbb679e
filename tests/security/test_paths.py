"""Names that strangers choose stay names: none leads out of its folder."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakerine.config import load_show, load_voices
from speakerine.errors import ConfigError, PublishError
from speakerine.publish.covers.given_cover import load_cover
from speakerine.publish.shelf.record import episode_from_json
from speakerine.publish.shelf.slugs import make_slug, mp3_name
from speakerine.settings import Show
from tests.publish.conftest import DATA

OUT = ["../../x", "..", ".", "/etc/passwd", "a/../../b", "..\\x", "C:\\x", "x\0y", "a\nb", "", "\ud800"]


@given(st.text())
def test_no_title_leads_out(title):
    slug = make_slug(date(2031, 5, 3), title)
    for name in (slug, mp3_name(slug)):
        assert Path(name).name == name
        assert name.isascii()
        assert name.isprintable()
        assert not name.startswith(".")


@pytest.mark.parametrize("name", OUT)
@pytest.mark.parametrize("field", ["slug", "path"])
def test_a_record_whose_names_lead_out_is_refused(field, name):
    fields = json.loads((DATA / "full.json").read_text("utf-8"))
    (fields if field == "slug" else fields["enclosure"])[field] = name
    with pytest.raises(PublishError, match="wrong value"):
        episode_from_json(json.dumps(fields))


def test_a_record_whose_names_lead_out_changes_nothing_outside(run, output):
    outside = output.parent / "dehors"
    outside.mkdir()
    (outside / "a.mp3").write_bytes(b"x")
    record = next(output.glob("episodes/*/episode.json"))
    fields = json.loads(record.read_text("utf-8"))
    fields |= {"slug": "../../dehors"}
    fields["enclosure"] |= {"path": "../../../dehors/a.mp3", "length_bytes": 1}
    record.write_text(json.dumps(fields), "utf-8")
    for command in (("feed",), ("remove", "dehors", "--yes"), ("remove", "../../dehors", "--yes")):
        run(*command, "--output", output)
    assert [path.name for path in outside.iterdir()] == ["a.mp3"]
    assert b"dehors" not in (output / "feed.xml").read_bytes()


@pytest.mark.parametrize("name", ["../claire", "/etc", "claire/../nicole", ""])
def test_a_voice_and_a_jingle_set_are_chosen_by_name_and_not_by_path(name):
    shelf = load_voices(Show())
    with pytest.raises(ConfigError, match="There is no voice"):
        shelf.find(name)
    with pytest.raises(ConfigError, match="There is no jingle set"):
        shelf.jingle_folder(name)


@pytest.mark.parametrize("cover", ["/etc/passwd", "../secret.txt"])
def test_a_cover_that_is_another_file_is_never_published(tmp_path, cover):
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (tmp_path / "show").mkdir()
    (tmp_path / "show" / "show.toml").write_text(f'[show]\ncover = "{cover}"\n', "utf-8")
    with pytest.raises(ConfigError, match="is no image"):
        load_cover(load_show(tmp_path / "show" / "show.toml", {}).cover)
