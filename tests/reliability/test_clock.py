"""A clock that goes back: episodes of the future stay, and nothing is taken for newer than it is."""

from collections.abc import Callable

import pytest

from tests.conftest import program
from tests.reliability.scenarios import QUIET
from tests.reliability.show_folder import BAC, CARILLON, CRUE, ShowFolder
from tests.reliability.soundness import faults, litter, named_in

At = Callable[[str], tuple[str, ...]]


@pytest.fixture
def at() -> At:
    """What runs a command at that date."""
    faketime = program("faketime", "faketime")
    return lambda date: (faketime, "--exclude-monotonic", f"{date} 12:00:00")


def test_an_edited_article_replaces_its_episode_though_the_clock_went_back(show: ShowFolder, at: At) -> None:
    show.take_article(CARILLON)
    show.run("make", f"articles/{CARILLON}", *QUIET, before=at("2031-05-01"))
    show.take_article(CARILLON, edited=True)
    clips = show.clips()
    show.run("make", f"articles/{CARILLON}", *QUIET, before=at("2021-05-01"))
    assert faults(show.output) == litter(show.output) == []
    (path,) = [one.path for one in named_in(show.output) if "carillon" in one.path]
    assert path.endswith("-v2.mp3")
    assert all(show.clips()[name] == inode for name, inode in clips.items())


def test_the_same_article_is_not_made_again_whatever_the_clock_says(show: ShowFolder, at: At) -> None:
    show.run("make", f"articles/{CRUE}", *QUIET, before=at("2021-05-01"))
    assert all("-v2" not in one.path for one in named_in(show.output))


def test_articles_without_a_date_keep_the_order_of_the_clock_that_dated_them(
    show: ShowFolder, at: At
) -> None:
    for name in (CARILLON, BAC):
        show.take_article(name)
        article = show.root / "articles" / name
        dated = article.read_text("utf-8").splitlines(keepends=True)
        article.write_text("".join(line for line in dated if not line.startswith("Publié")), "utf-8")
    show.run("make", f"articles/{CARILLON}", *QUIET, before=at("2031-05-01"))
    show.run("make", f"articles/{BAC}", *QUIET, before=at("2029-05-01"))
    newest = [one.title for one in named_in(show.output)[:2]]
    assert newest == ["Le carillon sonne de nouveau à midi", "Le petit bac traverse l’estuaire le soir"]
    assert faults(show.output) == litter(show.output) == []


def test_what_was_synced_tomorrow_is_not_synced_again_today(show: ShowFolder, at: At) -> None:
    show.run("sync", *QUIET, before=at("2031-05-01"))
    feed = (show.output / "feed.xml").read_bytes()
    assert show.run("sync", *QUIET, before=at("2021-05-01")) == ""
    assert (show.output / "feed.xml").read_bytes() == feed
