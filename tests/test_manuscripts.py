"""That a file which is as it was is not read again, and that nothing else comes of it than if it were."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from speakerine.publish.shelf.catalogue import CATALOGUE
from speakerine.settings import Show
from tests.remembering import BRIEFS, CORRECTED, RIVER, TEXTS, Handing, write
from tests.test_pipeline import production

LATER = datetime.now(UTC).replace(microsecond=0) + timedelta(hours=1)
"""When every file of these tests is old enough to be believed."""

UNCHANGED = [("unchanged", "2025-05-12-le-fleuve-monte-a-caen")]


@pytest.fixture
def handing(tmp_path: Path) -> Handing:
    """A folder with one article, whose episode was made."""
    (tmp_path / "articles").mkdir()
    write(tmp_path / "articles" / "fleuve.txt", RIVER)
    given = Handing(production(tmp_path, jingles=None, now=LATER), tmp_path / "articles")
    given.run()
    return given


def test_a_file_that_is_as_it_was_is_not_read(handing: Handing) -> None:
    assert handing.run() == UNCHANGED
    assert handing.names == []


def test_a_file_that_may_still_change_within_its_time_is_read_again(handing: Handing) -> None:
    write(handing.articles / "fleuve.txt", CORRECTED)
    handing.production = replace(handing.production, now=datetime.now(UTC).replace(microsecond=0))
    handing.run()
    assert (handing.run(), handing.names) == (UNCHANGED, ["fleuve.txt"])


def test_an_edit_of_the_same_length_that_hides_its_time_is_seen(handing: Handing) -> None:
    write(handing.articles / "fleuve.txt", CORRECTED, as_if_unchanged=True)
    assert handing.run() == [("replaced", "2025-05-12-le-fleuve-monte-a-caen")]


def test_an_episode_that_was_removed_is_made_again(handing: Handing) -> None:
    shutil.rmtree(handing.production.output / "episodes" / UNCHANGED[0][1])
    assert handing.run() == [("made", "2025-05-12-le-fleuve-monte-a-caen")]


def test_an_episode_whose_mp3_is_lost_is_made_again(handing: Handing) -> None:
    (mp3,) = handing.production.output.glob("episodes/*/*.mp3")
    mp3.unlink()
    handing.run()
    assert mp3.is_file()


def test_an_episode_whose_record_was_edited_has_its_file_read(handing: Handing) -> None:
    (record,) = handing.production.output.glob("episodes/*/episode.json")
    record.write_text(record.read_text("utf-8").replace("monte", "montait"), "utf-8")
    handing.run()
    assert handing.names == ["fleuve.txt"]


def test_without_its_catalogue_every_file_is_read_once(handing: Handing) -> None:
    (handing.production.output / CATALOGUE).unlink()
    assert (handing.run(), handing.names) == (UNCHANGED, ["fleuve.txt"])
    assert (handing.run(), handing.names) == (UNCHANGED, [])


def test_a_damaged_catalogue_remembers_nothing(handing: Handing) -> None:
    (handing.production.output / CATALOGUE).write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    assert (handing.run(), handing.names) == (UNCHANGED, ["fleuve.txt"])


SHOW = Show(title="Le Journal")
CHANGES = {
    "the show": {"show": replace(SHOW, title="Un autre journal")},
    "its time zone": {"show": replace(SHOW, timezone="America/Montreal")},
    "its level": {"show": replace(SHOW, mastering=replace(SHOW.mastering, loudness_lufs=-19))},
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_else_goes_into_an_episode_has_its_file_read(handing: Handing, change: str) -> None:
    handing.production = replace(handing.production, **CHANGES[change])
    handing.run()
    assert handing.names == ["fleuve.txt"]


def test_a_word_of_the_lexicon_has_every_file_read(handing: Handing) -> None:
    lexicon = handing.production.lexicon.with_entries("Caen\tcan\n", "lexicon.tsv")
    handing.production = replace(handing.production, lexicon=lexicon)
    handing.run()
    assert handing.names == ["fleuve.txt"]


def test_what_force_let_through_is_refused_without_it(handing: Handing) -> None:
    write(handing.articles / "fleuve.txt", TEXTS["another language"])
    handing.run(force=True)
    ((status, why),) = handing.run()
    assert status == "refused"
    assert "English" in why


def test_a_file_that_was_refused_is_refused_again(handing: Handing) -> None:
    write(handing.articles / "vide.txt", "")
    assert handing.run() == handing.run()
    assert handing.names == ["vide.txt"]


def test_an_article_of_which_something_is_to_be_told_is_read_in_every_run(handing: Handing) -> None:
    write(handing.articles / "fleuve.txt", TEXTS["names alone"])
    handing.run()
    assert [status for status, _ in handing.run()] == ["unchanged"]
    assert handing.names == ["fleuve.txt"]


def test_articles_that_are_told_apart_by_their_texts_keep_their_episodes(handing: Handing) -> None:
    write(handing.articles / "a.txt", TEXTS["briefs"])
    write(handing.articles / "b.txt", TEXTS["other briefs"])
    first = [slug for _, slug in handing.run()]
    assert handing.run() == [("unchanged", slug) for slug in first]
    assert handing.names == ["b.txt"]


def test_a_file_that_takes_the_text_of_another_leaves_that_its_episode(handing: Handing) -> None:
    write(handing.articles / "a.txt", BRIEFS.format("Le fleuve a gagné trente centimètres depuis hier."))
    handing.run()
    write(handing.articles / "b.txt", RIVER)
    assert [status for status, _ in handing.run()] == ["unchanged"] * 3


names = st.sampled_from(["a.txt", "b.txt", "c.md"])
texts = st.sampled_from(sorted(TEXTS))
actions = st.one_of(
    st.tuples(st.just("write"), names, texts),
    st.tuples(st.just("edit and hide it"), names, texts),
    st.tuples(st.just("touch"), names, st.none()),
    st.tuples(st.just("remove"), names, st.none()),
    st.tuples(st.just("rename"), names, names),
    st.tuples(st.just("remove an episode"), st.integers(0, 2), st.none()),
    st.tuples(st.just("lose an MP3"), st.integers(0, 2), st.none()),
)
beginnings = st.lists(texts, min_size=3, max_size=3)


def do(action: tuple[str, object, object], articles: Path, outputs: list[Path]) -> None:
    """What may happen to files and episodes between two runs."""
    what, one, other = action
    match what:
        case "write" | "edit and hide it":
            write(articles / one, TEXTS[other], as_if_unchanged=what != "write")
        case "touch" if (articles / one).exists():
            (articles / one).touch()
        case "remove":
            (articles / one).unlink(missing_ok=True)
        case "rename" if (articles / one).exists():
            (articles / one).rename(articles / other)
        case "remove an episode" | "lose an MP3":
            for output in outputs:
                for folder in sorted((output / "episodes").iterdir())[one : one + 1]:
                    damage(folder, whole=what == "remove an episode")


def damage(folder: Path, *, whole: bool) -> None:
    if whole:
        shutil.rmtree(folder)
    else:
        for mp3 in folder.glob("*.mp3"):
            mp3.unlink()


@settings(
    deadline=None,
    max_examples=6,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@example(["a dated article", "an address", "the same address"], [])
@example(["briefs", "other briefs", "other briefs"], [("write", "a.txt", "other briefs")])
@given(beginnings, st.lists(actions, min_size=1, max_size=4))
def test_whatever_happens_between_runs_remembering_changes_no_outcome(
    tmp_path_factory: pytest.TempPathFactory, first: list[str], then: list[tuple[str, object, object]]
) -> None:
    here = tmp_path_factory.mktemp("law")
    (here / "articles").mkdir()
    for name, text in zip(("a.txt", "b.txt", "c.md"), first, strict=True):
        write(here / "articles" / name, TEXTS[text])
    studio = production(tmp_path_factory.getbasetemp() / "shared", jingles=None, now=LATER)
    remembering, reading_all = (
        Handing(replace(studio, output=here / name), here / "articles", remembers=name == "one")
        for name in ("one", "two")
    )
    for action in (None, None, *then):
        if action:
            do(action, here / "articles", [here / "one", here / "two"])
        assert remembering.run() == reading_all.run()
        assert remembering.episodes() == reading_all.episodes()
