"""`speakerine feed` and `speakerine remove`, on a podcast made by `speakerine make`."""

import json
import shutil

import feedparser
import pytest
from click.testing import CliRunner

from speakerine.cli import main
from tests.articles import PAGE

SLUG = "2025-05-12-la-ville-rouvre-son-marche-de-nuit"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Two episodes, made once."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "page.txt").write_text(PAGE, "utf-8")
    (folder / "pont.txt").write_text(
        "Le pont rouvre\n\n" + "Les camions passent depuis ce matin. " * 12, "utf-8"
    )
    arguments = ["make", folder / "page.txt", folder / "pont.txt", "--voice", "nicole", "--no-jingles"]
    result = CliRunner(mix_stderr=False).invoke(
        main, [*map(str, arguments), "--output", str(folder / "output"), "--cache", str(folder / "cache")]
    )
    assert result.exit_code == 0, result.stderr
    return folder / "output"


@pytest.fixture
def output(made, here):
    """A copy of it, where `output` is looked for."""
    return shutil.copytree(made, here / "output")


def titles(output):
    return [entry.title for entry in feedparser.parse((output / "feed.xml").read_bytes()).entries]


def test_the_feed_is_written_again_byte_for_byte(run, output):
    before = {
        path: path.read_bytes() for path in output.rglob("*.*") if path.suffix in {".xml", ".html", ".vtt"}
    }
    for path in before:
        path.unlink()
    assert run("feed").stdout == "output/feed.xml: 2 episodes\n"
    assert {path: path.read_bytes() for path in before} == before


def test_a_show_that_moves_is_told_of_in_the_feed(run, here, output):
    (here / "show.toml").write_text('[show]\nbase_url = "https://exemple.fr/podcast"\n', "utf-8")
    assert run("feed").exit_code == 0
    feed = (output / "feed.xml").read_text("utf-8")
    assert "https://exemple.fr/podcast/episodes/" in feed
    assert "127.0.0.1" not in feed


def test_a_lost_record_comes_back_from_the_mp3(run, output):
    record = output / "episodes" / SLUG / "episode.json"
    before = json.loads(record.read_text("utf-8"))
    record.unlink()
    told = run("feed")
    assert "episode.json is missing" in told.stderr
    assert told.stdout == "output/feed.xml: 1 episode\n"
    told = run("feed", "--recover")
    assert f"{SLUG}: its record was made again from its MP3" in told.stdout
    assert told.stdout.endswith("output/feed.xml: 2 episodes\n")
    assert json.loads(record.read_text("utf-8")) == before


def test_what_is_recovered_is_not_spoken_again(run, here, output):
    (output / "episodes" / SLUG / "episode.json").unlink()
    run("feed", "--recover")
    told = run("make", "page.txt", "--voice", "nicole", "--no-jingles")
    assert "there already: nothing to do" in told.stdout


def test_an_episode_is_taken_out(run, output):
    told = run("remove", "marche", "--yes")
    assert told.stdout == f"removed {SLUG}\n"
    assert titles(output) == ["Le pont rouvre"]
    assert SLUG not in (output / "index.html").read_text("utf-8")
    assert not (output / "episodes" / SLUG).exists()
    assert not list(output.glob(".staging-*"))


def test_the_last_one_taken_out_leaves_an_empty_feed(run, output):
    assert run("remove", "marche", "pont", "--yes").exit_code == 0
    assert titles(output) == []
    assert "Le premier épisode paraîtra ici." in (output / "index.html").read_text("utf-8")


def test_nothing_is_removed_unless_one_says_so(refused, run, output):
    result = run("remove", "last")
    assert result.exit_code == 2
    assert "would be removed for good: say so with --yes" in result.stderr
    assert len(titles(output)) == 2


def test_an_unknown_episode(refused, output):
    assert "the nearest is" in refused(2, "remove", "marhce", "--yes")
    assert len(titles(output)) == 2


def test_removing_where_there_is_no_podcast(refused, here):
    assert "there is no podcast in absent" in refused(6, "remove", "last", "--yes", "--output", "absent")
    assert not (here / "absent").exists()
