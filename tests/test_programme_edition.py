"""An edition from articles to MP3, spoken for real by the core's own voice."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from speakerine.pipeline import Status, edition, one_article, publishing
from speakerine.script.cast import Cast
from speakerine.types import Article, Jingle, Paragraph, ParagraphKind
from tests.test_pipeline import SHELF, production

DAY = datetime(2025, 6, 13, 7, 30, tzinfo=UTC)
SEINE = Article(
    "La Seine monte",
    (Paragraph("Le fleuve a gagné 30 cm."),),
    url="https://exemple.fr/seine",
    site="Le Journal",
)
OURS = Article(
    "Un ours à Grenoble", (Paragraph("Il a mangé le miel du voisin."),), image="https://exemple.fr/ours.jpg"
)
PONT = Article("Le pont rouvre", (Paragraph("Les camions passent depuis ce matin."),))


def make(articles, studio, date=DAY):
    programme, _ = edition(articles, date, studio)
    with publishing(studio) as make_one:
        return make_one(programme, lambda _done, _total: None)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make([SEINE, OURS, PONT], production(tmp_path_factory.mktemp("edition")))


def test_its_title_says_the_day(made):
    assert made.episode.title == "L’édition du vendredi 13\u00a0juin 2025"


def test_its_chapters_are_the_opening_each_article_with_its_link_and_picture_and_the_closing(made):
    chapters = made.episode.chapters
    assert [(c.title, c.url, c.image) for c in chapters] == [
        ("Ouverture", "", ""),
        ("La Seine monte", "https://exemple.fr/seine", ""),
        ("Un ours à Grenoble", "", "https://exemple.fr/ours.jpg"),
        ("Le pont rouvre", "", ""),
        ("Fermeture", "", ""),
    ]
    assert chapters[0].start_ms == 0


def test_a_chapter_begins_with_the_first_word_of_its_article(made):
    first_words = {cue.text: cue.start_ms for cue in made.episode.cues}
    for chapter in made.episode.chapters[1:-1]:
        assert chapter.start_ms == first_words[chapter.title]


def test_its_headlines_are_on_the_bed_and_its_articles_after_a_sting(made):
    programme, _ = edition([SEINE, OURS], DAY, production(made.folder))
    assert [item for item in programme.script.items if isinstance(item, Jingle)] == [
        Jingle.INTRO, Jingle.BED, Jingle.STING, Jingle.STING, Jingle.STING, Jingle.OUTRO,
    ]  # fmt: skip


def test_it_is_levelled_as_an_episode_is(made):
    assert made.episode.loudness.integrated_lufs == pytest.approx(-16, abs=0.3)
    assert made.episode.loudness.true_peak_dbtp <= -1


def test_an_edition_of_one_article_has_its_chapters_too(tmp_path):
    chapters = make([SEINE], production(tmp_path, jingles=None)).episode.chapters
    assert [(c.title, c.url) for c in chapters] == [
        ("Ouverture", ""),
        ("La Seine monte", "https://exemple.fr/seine"),
        ("Fermeture", ""),
    ]


def test_made_again_the_same_day_it_replaces_the_days_edition(tmp_path):
    studio = production(tmp_path, jingles=None)
    first = make([SEINE], studio)
    assert make([SEINE], studio).status is Status.UNCHANGED
    second = make([SEINE, OURS], studio, DAY.replace(hour=9))
    assert second.status is Status.REPLACED
    assert second.episode.guid == first.episode.guid
    assert len(list((studio.output / "episodes").iterdir())) == 1
    assert make([SEINE], studio, DAY.replace(day=14)).status is Status.MADE


def test_what_does_not_fit_is_left_out_and_told(tmp_path):
    studio = production(tmp_path)
    long = replace(PONT, paragraphs=(Paragraph("Un mot de plus. " * 400),))
    show = replace(studio.show, edition=replace(studio.show.edition, max_minutes=2))
    programme, left = edition([SEINE, long, OURS], DAY, replace(studio, show=show))
    assert [article.title for article in programme.script.articles] == [
        "La Seine monte",
        "Un ours à Grenoble",
    ]
    assert [one.article.title for one in left] == ["Le pont rouvre"]


NICOLE = SHELF.find("nicole")
BASILE = replace(NICOLE, name="basile", pitch=0.8, credit="Basile")
QUOTED = replace(
    OURS, paragraphs=(Paragraph("Le voisin en rit."), Paragraph("Il a tout mangé.", ParagraphKind.QUOTE))
)


def by_turns(folder):
    """A studio where Nicole and Basile read an article each."""
    shades = tuple(replace(voice, pitch=voice.pitch * 0.97) for voice in (NICOLE, BASILE))
    return production(folder, cast=Cast(NICOLE, (NICOLE, BASILE), shades), jingles=None)


@pytest.fixture(scope="module")
def two_readers(tmp_path_factory):
    return make([SEINE, QUOTED, PONT], by_turns(tmp_path_factory.mktemp("turns")))


def test_two_readers_read_an_article_each_by_turns(two_readers):
    speakers = {cue.text: cue.speaker for cue in two_readers.episode.cues}
    assert speakers["Le fleuve a gagné 30 cm."] == "Nicole"
    assert speakers["Le voisin en rit."] == "Basile"
    assert speakers["Les camions passent depuis ce matin."] == "Nicole"


def test_what_an_article_quotes_is_said_by_its_own_reader(two_readers):
    speakers = {cue.text: cue.speaker for cue in two_readers.episode.cues}
    assert speakers["Il a tout mangé."] == "Basile"


def test_titles_and_transitions_stay_the_presenters(two_readers):
    speakers = {cue.text: cue.speaker for cue in two_readers.episode.cues}
    assert {speakers[title] for title in (SEINE.title, QUOTED.title, PONT.title)} == {"Nicole"}


def test_both_readers_are_credited_and_named_in_the_transcript(two_readers):
    assert two_readers.episode.voices == ("Nicole", "Basile")
    last = two_readers.episode.cues[-1]
    assert last.text == "Cette édition vous a été lue par Nicole et Basile, des voix de synthèse."
    assert "<v Basile>" in (two_readers.folder / "transcript.vtt").read_text("utf-8")


def test_a_reader_whose_turn_does_not_come_is_not_credited(tmp_path):
    programme, _ = edition([SEINE], DAY, by_turns(tmp_path))
    assert programme.voices == ("Nicole",)


def test_an_episode_of_one_article_has_the_first_reader(tmp_path):
    assert one_article(QUOTED, by_turns(tmp_path)).voices == ("Nicole",)


def test_another_order_of_the_readers_is_another_edition(tmp_path):
    studio = by_turns(tmp_path)
    make([SEINE, OURS], studio)
    swapped = Cast(NICOLE, studio.cast.readers[::-1], studio.cast.quotations[::-1])
    again = make([SEINE, OURS], replace(studio, cast=swapped))
    assert again.status is Status.REPLACED
    speakers = {cue.text: cue.speaker for cue in again.episode.cues}
    assert (speakers["Le fleuve a gagné 30 cm."], speakers["Il a mangé le miel du voisin."]) == (
        "Basile",
        "Nicole",
    )
