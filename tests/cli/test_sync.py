"""A show that keeps itself up to date, from a real server on loopback."""

import json
import threading
from pathlib import Path

import pytest

from tests.articles import PAGE
from tests.cli.newsroom import BODY, Newsroom


@pytest.fixture
def newsroom():
    server = Newsroom()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def sync(run, here, newsroom):
    (here / "show.toml").write_text(
        f'[voices]\nreader = "nicole"\n[[sources]]\nurl = "{newsroom.base}/feed.xml"\n', "utf-8"
    )

    def call(*arguments: str, exit_code: int = 0):
        result = run("sync", "--allow-private", "--no-jingles", *arguments)
        assert result.exit_code == exit_code, result.stdout + result.stderr
        return result

    return call


class _Noting(list[str]):
    """What was asked; each is told as it comes."""

    def __init__(self, tell):
        super().__init__()
        self.tell = tell

    def append(self, path: str) -> None:
        super().append(path)
        self.tell(path)


def titles(here: Path) -> list[str]:
    records = sorted((here / "output").glob("episodes/*/episode.json"))
    return [json.loads(record.read_text("utf-8"))["title"] for record in records]


def test_what_is_new_becomes_episodes_oldest_first(sync, here, newsroom):
    newsroom.publish(1, 2, 3)
    result = sync()
    heads = [line for line in result.stdout.splitlines() if line.startswith("La crue")]
    assert heads == ["La crue, jour 1", "La crue, jour 2", "La crue, jour 3"]
    assert titles(here) == heads


def test_a_second_run_asks_once_and_says_nothing(sync, here, newsroom):
    newsroom.publish(*range(1, 11))
    sync("--limit", "3")
    sync("--quiet")
    assert len(titles(here)) == 10
    newsroom.asked.clear()
    clips = {path: path.stat().st_mtime_ns for path in (here / ".cache").rglob("*.clip")}
    result = sync()
    assert (result.stdout, result.stderr) == ("", "")
    assert newsroom.asked == ["/feed.xml"]
    assert {path: path.stat().st_mtime_ns for path in (here / ".cache").rglob("*.clip")} == clips


def test_an_edited_article_replaces_its_episode(sync, here, newsroom):
    newsroom.publish(1, 2)
    sync()
    newsroom.bodies[1] = newsroom.bodies[1].replace("trente centimètres", "deux mètres")
    assert "the episode is replaced" in sync().stdout
    assert len(titles(here)) == 2


def test_an_article_that_has_gone_from_the_feed_stays(sync, here, newsroom):
    newsroom.publish(1, 2)
    sync()
    del newsroom.bodies[1]
    sync()
    assert len(titles(here)) == 2


def test_a_dry_run_lists_and_makes_nothing(sync, here, newsroom):
    newsroom.publish(1, 2)
    assert sync("--dry-run").stdout.splitlines() == [
        "2025-05-02  La crue, jour 1",
        "2025-05-03  La crue, jour 2",
    ]
    assert not (here / "output").exists()


def test_a_source_that_fails_does_not_stop_the_others(sync, here, newsroom):
    newsroom.publish(1)
    show = (here / "show.toml").read_text("utf-8")
    (here / "show.toml").write_text(f'{show}[[sources]]\nurl = "{newsroom.base}/absent.xml"\n', "utf-8")
    assert "absent.xml" in sync(exit_code=3).stderr
    assert len(titles(here)) == 1


def test_an_article_that_cannot_be_read_is_told_in_its_place_and_tried_again(sync, here, newsroom):
    newsroom.publish(1, 2, 3)
    whole, newsroom.bodies[2] = newsroom.bodies[2], ""
    result = sync(exit_code=3)
    assert "jour-2" in result.stderr
    assert titles(here) == ["La crue, jour 1", "La crue, jour 3"]
    newsroom.bodies[2] = whole
    assert [line for line in sync().stdout.splitlines() if line.startswith("La crue")] == ["La crue, jour 2"]


def test_each_article_is_read_as_the_one_before_is_begun(sync, here, newsroom, monkeypatch):
    """A feed of any length: what was made of it is not kept waiting for the last to be fetched."""
    newsroom.publish(*range(1, 13))
    newsroom.bodies[12] = ""
    made = []

    def counting(path: str) -> None:
        if path == "/jour-12":
            made.extend((here / "output" / "episodes").iterdir())

    monkeypatch.setattr(newsroom, "asked", _Noting(counting))
    sync(exit_code=3)
    assert made


def test_a_folder_is_a_source_too(sync, here):
    (here / "articles").mkdir()
    (here / "articles" / "marche.txt").write_text(PAGE, "utf-8")
    (here / "show.toml").write_text('[voices]\nreader = "nicole"\n[[sources]]\npath = "articles"\n', "utf-8")
    sync()
    assert titles(here) == ["La Ville rouvre son marché de nuit"]
    assert sync().stdout == ""


def test_an_article_is_one_episode_whatever_way_it_came(sync, here, run, newsroom):
    newsroom.publish(1)
    sync()
    (here / "copie.md").write_text(
        f"---\ntitle: La crue, jour 1\nurl: {newsroom.base}/jour-1\n---\n\n{BODY.format(number=1)}", "utf-8"
    )
    run("make", "copie.md", "--no-jingles")
    assert len(titles(here)) == 1


def test_a_private_address_is_refused_unless_allowed(run, here, newsroom):
    (here / "show.toml").write_text(f'[[sources]]\nurl = "{newsroom.base}/feed.xml"\n', "utf-8")
    result = run("sync")
    assert result.exit_code == 3
    assert "--allow-private" in result.stderr
    assert newsroom.asked == []


def test_a_show_without_sources_is_told_how_to_name_them(refused, here):
    (here / "show.toml").write_text("", "utf-8")
    assert "[[sources]]" in refused(2, "sync")


def test_a_damaged_memory_is_told(sync, here, newsroom):
    newsroom.publish(1)
    (here / "output").mkdir()
    (here / "output" / ".seen.json").write_text("{")
    assert "remove it" in sync(exit_code=6).stderr


def test_make_reads_a_feed_at_an_address(run, here, newsroom):
    newsroom.publish(1, 2, 3)
    result = run(
        "make", f"{newsroom.base}/feed.xml", "--allow-private", "--limit", "2", "--no-jingles", "-v", "nicole"
    )
    assert result.exit_code == 0, result.stderr
    assert titles(here) == ["La crue, jour 2", "La crue, jour 3"]


def test_the_days_edition_is_made_of_what_no_earlier_day_had(sync, here, newsroom):
    newsroom.publish(1, 2)
    sync("--edition")
    (record,) = (here / "output").glob("episodes/*/episode.json")
    chapters = [chapter["title"] for chapter in json.loads(record.read_text("utf-8"))["chapters"]]
    assert chapters == ["Ouverture", "La crue, jour 1", "La crue, jour 2", "Fermeture"]
    assert sync("--edition").stdout == ""
    newsroom.publish(3)
    assert "the episode is replaced" in sync("--edition").stdout
    chapters = [chapter["title"] for chapter in json.loads(record.read_text("utf-8"))["chapters"]]
    assert chapters[1:-1] == ["La crue, jour 1", "La crue, jour 2", "La crue, jour 3"]


def test_the_days_edition_has_the_shows_readers_by_turns(sync, here, newsroom):
    (here / "voices" / "basile").mkdir(parents=True)
    (here / "voices" / "basile" / "voice.toml").write_text('engine = "pico"\npitch = 0.8\n', "utf-8")
    show = (here / "show.toml").read_text("utf-8")
    (here / "show.toml").write_text(show.replace('"nicole"', '["nicole", "basile"]'), "utf-8")
    newsroom.publish(1, 2)
    sync("--edition")
    (record,) = (here / "output").glob("episodes/*/episode.json")
    assert json.loads(record.read_text("utf-8"))["voices"] == ["Nicole", "Basile"]
