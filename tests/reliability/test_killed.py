"""Runs of the real commands killed at random moments; `python -m tests.reliability` does it 200 times."""

import random
from pathlib import Path

from tests.reliability.killing import SCENARIOS, kill_often
from tests.reliability.scenarios import QUIET
from tests.reliability.show_folder import CARILLON, ShowFolder
from tests.reliability.soundness import faults, litter

KILLS = 20
SEED = 8


def test_killed_at_any_moment_nothing_is_lost_and_the_next_run_ends_the_work(
    template: ShowFolder, tmp_path: Path
) -> None:
    trials = list(kill_often(template, KILLS, random.Random(SEED), tmp_path))
    assert sum(len(trial.moments) for trial in trials) >= KILLS
    assert {trial.scenario for trial in trials} == {scenario.name for scenario in SCENARIOS}
    assert [trial for trial in trials if not trial.is_sound] == []


def test_a_run_after_a_killed_one_says_so_whatever_it_was(show: ShowFolder) -> None:
    (show.output / ".running").write_text("process 4242\n", "utf-8")
    assert "the run before this one (process 4242) was stopped in the middle" in show.run("feed", "-q")
    assert show.run("feed", "-q") == ""


def test_files_half_written_by_a_killed_run_go_with_the_next(show: ShowFolder) -> None:
    (show.output / ".running").write_text("process 4242\n", "utf-8")
    for path in (
        ".feed.xml.part",
        "archives/.2020.xml.part",
        "episodes/2024-01-01-ancien-03/.index.html.part",
    ):
        (show.output / path).write_bytes(b"<ha")
    show.take_article(CARILLON)
    show.run("make", f"articles/{CARILLON}", *QUIET)
    assert litter(show.output) == []


def test_what_a_killed_sync_made_comes_into_the_feed_with_the_next(show: ShowFolder) -> None:
    """The worst moment: the episode is in its folder, and the feed was not written yet."""
    show.take_article(CARILLON)
    feed = (show.output / "feed.xml").read_bytes()
    with show.start("sync", *QUIET) as run:
        while run.poll() is None and not show.has("output/episodes/*carillon*"):
            pass
        run.kill()
    assert (show.output / "feed.xml").read_bytes() == feed
    show.run("sync", *QUIET)
    assert "carillon" in (show.output / "feed.xml").read_text("utf-8")
    assert faults(show.output) == litter(show.output) == []
