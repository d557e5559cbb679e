"""That nothing is written or spoken twice: the episode knows what it was made from."""

from dataclasses import replace

import pytest

from speakerine.errors import SpeakerineError
from speakerine.manuscripts import Manuscript
from speakerine.pipeline import Production, Status, make_episodes, one_article, publishing
from speakerine.plan import ingredients, made_from
from speakerine.settings import Show
from speakerine.sources.text import read_text
from speakerine.types import Article, Paragraph
from tests.articles import EDITED, PAGE
from tests.test_pipeline import NOW, make, production

CHINESE = Article("你好", (Paragraph("你好，世界。"),))


def in_silence(_programme):
    return lambda _done, _total: None


def shorts(*titles: str) -> list[Article]:
    return [Article(title, (Paragraph(f"Le fleuve monte à {title}."),), published=NOW) for title in titles]


def handed_in(article: Article, studio: Production) -> Manuscript:
    return Manuscript(lambda: one_article(article, studio))


def make_all(articles, studio):
    return list(make_episodes([handed_in(article, studio) for article in articles], studio, in_silence))


def test_an_article_that_did_not_change_is_not_even_written_in_words(tmp_path):
    studio = production(tmp_path, jingles=None)
    make(read_text(PAGE), studio)

    def write():
        pytest.fail("its words were asked for")

    unchanged = replace(one_article(read_text(PAGE), studio), write=write)
    with publishing(studio) as make_one:
        assert make_one(unchanged, lambda _done, _total: None).status is Status.UNCHANGED


def test_where_only_what_goes_in_changed_the_words_decide_and_the_episode_stays(tmp_path):
    studio = production(tmp_path, jingles=None)
    first = make(read_text(PAGE), studio)
    mp3 = first.folder / first.episode.enclosure.path
    before = mp3.stat().st_mtime_ns
    frame = replace(studio.frame, edition=replace(studio.frame.edition, evening_from=17))
    assert make(read_text(PAGE), replace(studio, frame=frame)).status is Status.UNCHANGED
    assert mp3.stat().st_mtime_ns == before


CHANGES = {
    "another title of the show": {"show": Show(title="Un autre journal")},
    "another level": {
        "show": Show(title="Le Journal", mastering=replace(Show().mastering, loudness_lufs=-19))
    },
    "no jingles": {"jingles": None},
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_decides_an_episode_is_in_what_it_is_made_from(tmp_path, change):
    studio = production(tmp_path)
    assert ingredients(replace(studio, **CHANGES[change])) != ingredients(studio)


def test_an_edited_article_is_made_from_something_else(tmp_path):
    studio = production(tmp_path)
    one, other = (made_from(one_article(read_text(page), studio), NOW, "") for page in (PAGE, EDITED))
    assert one != other


def test_lines_left_out_of_the_page_are_no_part_of_it(tmp_path):
    studio, article = production(tmp_path), read_text(PAGE)
    assert article.dropped
    one, other = (
        made_from(one_article(same, studio), NOW, "") for same in (article, replace(article, dropped=()))
    )
    assert one == other


def test_several_articles_made_at_once_come_out_in_their_order(tmp_path):
    studio = production(tmp_path, jingles=None)
    made = make_all(shorts("Caen", "Brest", "Albi", "Dax"), studio)
    assert [outcome.episode.title for outcome in made] == ["Caen", "Brest", "Albi", "Dax"]
    assert {outcome.status for outcome in made} == {Status.MADE}


def test_one_that_cannot_be_said_stops_no_other(tmp_path):
    studio = production(tmp_path, jingles=None)
    caen, chinese, brest = make_all([*shorts("Caen"), CHINESE, *shorts("Brest")], studio)
    assert isinstance(chinese, SpeakerineError)
    assert (caen.status, brest.status) == (Status.MADE, Status.MADE)
    assert not list(studio.output.glob(".staging-*"))


def test_two_articles_of_one_title_and_day_have_folders_of_their_own(tmp_path):
    studio = production(tmp_path, jingles=None)
    twins = [
        replace(article, url=f"https://exemple.fr/{n}") for n, article in enumerate(shorts("Caen", "Caen"))
    ]
    made = make_all(twins, studio)
    assert len({outcome.folder for outcome in made}) == 2


def test_an_article_given_twice_is_made_once(tmp_path):
    studio = production(tmp_path, jingles=None)
    made = make_all([*shorts("Caen"), *shorts("Caen")], studio)
    assert [outcome.status for outcome in made] == [Status.MADE, Status.UNCHANGED]


def test_a_third_of_one_title_finds_the_second_published(tmp_path):
    studio = production(tmp_path, jingles=None)
    tide, market = "Le fleuve a gagné trente centimètres.", "La criée ouvre plus tôt cet été."
    briefs = [Article("Brèves", (Paragraph(text),), published=NOW) for text in (tide, market, market)]
    made = make_all(briefs, studio)
    assert [outcome.status for outcome in made] == [Status.MADE, Status.MADE, Status.UNCHANGED]


def test_a_damaged_clip_is_spoken_again_and_no_other(tmp_path):
    studio = production(tmp_path, jingles=None)
    make(read_text(PAGE), studio)
    damaged = min((studio.cache / "clips").rglob("*.clip"))
    damaged.write_bytes(damaged.read_bytes()[:-1000])
    again = make(read_text(PAGE), replace(studio, output=tmp_path / "elsewhere"))
    assert (again.status, again.spoken) == (Status.MADE, 1)
