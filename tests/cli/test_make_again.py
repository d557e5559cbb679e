"""`make` on what has its episode already: nothing is read that need not be, and all is told as ever."""

import os
from pathlib import Path

import pytest

from tests.articles import ENGLISH, PAGE

MAKE = ("make", "--voice", "nicole", "--no-jingles")
NAMES = "Zurich\n\nZurich Bern Basel Genf Luzern, Chur Davos Sion Lugano Locarno.\n"


@pytest.fixture(autouse=True)
def old_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of these tests count as old from the moment when they are written."""
    monkeypatch.setattr("speakerine.manuscripts.SETTLED_NS", -60_000_000_000)


@pytest.fixture
def unread(run, monkeypatch):
    """Runs a command in which no file may be read."""

    def read(path: Path) -> None:
        pytest.fail(f"{path} was read")

    def call(*arguments: str):
        with monkeypatch.context() as patch:
            patch.setattr("speakerine.sources.files.read_source", read)
            return run(*arguments)

    return call


@pytest.mark.usefixtures("here")
def test_a_file_that_did_not_change_is_not_read(run, unread):
    first, second = run(*MAKE, "page.txt"), unread(*MAKE, "page.txt")
    assert second.exit_code == 0
    assert "(there already: nothing to do)" in second.stdout
    told = [line for line in first.stdout.splitlines() if line.startswith("  ")]
    assert [line for line in second.stdout.splitlines() if line.startswith("  ")] == told


def test_nothing_at_all_is_written_for_it(run, unread, here):
    run(*MAKE, "page.txt")
    before = {path: path.stat().st_mtime_ns for path in (here / "output").rglob("*.*") if path.is_file()}
    unread(*MAKE, "page.txt")
    before.pop(here / "output" / ".lock", None)
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_it_is_known_by_whatever_path_it_is_given(run, unread, here):
    run(*MAKE, "page.txt")
    assert "nothing to do" in unread(*MAKE, str(here / "page.txt")).stdout


def test_many_are_only_counted(run, unread, here):
    (here / "articles").mkdir()
    for number in range(6):
        text = PAGE.replace("marché de nuit", f"marché numéro {number}")
        (here / "articles" / f"{number}.txt").write_text(text, "utf-8")
    run(*MAKE, "articles")
    assert "6 articles have their episodes already" in unread(*MAKE, "articles").stdout


def test_another_voice_is_no_reason_to_believe_the_file(run, here):
    (here / "voices" / "basse").mkdir(parents=True)
    (here / "voices" / "basse" / "voice.toml").write_text('engine = "pico"\npitch = 0.8\n', "utf-8")
    run(*MAKE, "page.txt")
    assert "the episode is replaced" in run("make", "--no-jingles", "-v", "basse", "page.txt").stdout


def test_a_title_that_is_given_is_another_article_and_is_not_remembered(run, here):
    run(*MAKE, "page.txt", "--title", "Nuits blanches")
    run(*MAKE, "page.txt")
    assert len(list((here / "output" / "episodes").iterdir())) == 2


def test_a_doubt_is_told_in_every_run(run, here):
    (here / "court.txt").write_text(NAMES, "utf-8")
    first, second = run(*MAKE, "court.txt"), run(*MAKE, "court.txt")
    assert "too short" in first.stderr
    assert second.stderr == first.stderr


def test_an_article_in_another_language_is_refused_in_every_run(run, here):
    (here / "english.txt").write_text(ENGLISH, "utf-8")
    first, second = run(*MAKE, "english.txt"), run(*MAKE, "english.txt")
    assert (first.exit_code, second.exit_code) == (3, 3)
    assert first.stderr == second.stderr


def test_a_file_that_is_gone_is_missed(run, here):
    run(*MAKE, "page.txt")
    (here / "page.txt").unlink()
    assert "does not exist" in run(*MAKE, "page.txt").stderr


def test_a_link_that_leads_elsewhere_is_followed(run, here):
    (here / "other.txt").write_text(PAGE.replace("marché de nuit", "marché de jour"), "utf-8")
    (here / "lien.txt").symlink_to("page.txt")
    run(*MAKE, "lien.txt")
    (here / "lien.txt").unlink()
    (here / "lien.txt").symlink_to("other.txt")
    assert "marché de jour" in run(*MAKE, "lien.txt").stdout


def test_the_same_file_under_a_name_of_another_kind_is_read_as_that(run, here):
    os.link(here / "page.txt", here / "copie.md")
    run(*MAKE, "page.txt")
    run(*MAKE, "copie.md")
    assert "nothing to do" in run(*MAKE, "page.txt").stdout
