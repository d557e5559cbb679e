"""The whole way, spoken for real by the core's own voice."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import feedparser
import numpy as np
import pytest
import soundfile

from speakerine.casting import cast_roles
from speakerine.config import load_voices
from speakerine.errors import ConfigError, SpeakerineError
from speakerine.pipeline import Production, Status, one_article, publishing
from speakerine.recording import say
from speakerine.script.cast import Cast
from speakerine.settings import Show
from speakerine.sources.text import read_text
from speakerine.spread import open_local
from speakerine.types import Article, Paragraph, Voice
from tests.articles import EDITED, PAGE

NOW = datetime(2025, 6, 13, 8, 0, tzinfo=UTC)
SHELF = load_voices(Show())


def production(folder: Path, **changes) -> Production:
    whole = Production(
        show=Show(title="Le Journal", folder=folder),
        output=folder / "output",
        cache=folder / "cache",
        cast=cast_roles(Show(), SHELF, "nicole"),
        jingles=SHELF.jingle_folder("antenne"),
        now=NOW,
    )
    return replace(whole, **changes)


def make(article: Article, studio: Production):
    with publishing(studio) as make_one:
        return make_one(one_article(article, studio), lambda _done, _total: None)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """One episode, made once for the tests that only look at it."""
    studio = production(tmp_path_factory.mktemp("made"))
    return make(read_text(PAGE), studio), studio


def test_an_episode_has_all_its_files(made):
    outcome, studio = made
    assert outcome.status is Status.MADE
    assert {path.name for path in outcome.folder.iterdir()} == {
        outcome.episode.enclosure.path,
        "episode.json",
        "transcript.vtt",
        "transcript.srt",
        "transcript.json",
        "transcript.html",
        "chapters.json",
        "cover.jpg",
        "index.html",
    }
    assert {"feed.xml", "index.html", "cover.jpg", "assets", "episodes"} <= {
        p.name for p in studio.output.iterdir()
    }


def test_its_record_says_what_it_is(made):
    episode = made[0].episode
    assert episode.title == "La Ville rouvre son marché de nuit"
    assert episode.published.date().isoformat() == "2025-05-12"
    assert episode.loudness.integrated_lufs == pytest.approx(-16, abs=0.3)
    assert episode.loudness.true_peak_dbtp <= -1
    assert episode.voices == ("Nicole",)


def test_its_transcript_is_the_article_as_written(made):
    said = " ".join(cue.text for cue in made[0].episode.cues)
    assert "Le chantier a coûté 2,3 millions d’euros, dont 40 % ont été payés par la région." in said
    assert "PUBLICITÉ" not in said
    assert said.endswith("Cet article vous a été lu par Nicole, une voix de synthèse.")


def test_each_cue_stands_where_its_words_are_heard(made):
    """Within 60 ms of the first sound after a pause: looked for in the MP3 itself, jingle-free."""
    outcome, _ = made
    sound, rate_hz = soundfile.read(outcome.folder / outcome.episode.enclosure.path, dtype="float32")
    for cue in outcome.episode.cues[2:-1]:
        at = cue.start_ms * rate_hz // 1000
        before, after = sound[at - rate_hz // 20 : at], sound[at : at + rate_hz // 8]
        assert np.abs(before).max() < 0.02, cue
        assert np.abs(after).max() > 0.02, cue


def test_cues_follow_one_another_within_the_episode(made):
    episode = made[0].episode
    times = [t for cue in episode.cues for t in (cue.start_ms, cue.end_ms)]
    assert times == sorted(times)
    assert times[-1] <= episode.enclosure.duration_ms


def test_the_feed_offers_it(made):
    outcome, studio = made
    feed = feedparser.parse((studio.output / "feed.xml").read_bytes())
    assert not feed.bozo
    assert feed.feed.title == "Le Journal"
    (entry,) = feed.entries
    assert entry.title == outcome.episode.title
    assert int(entry.enclosures[0].length) == (outcome.folder / outcome.episode.enclosure.path).stat().st_size


def test_the_same_article_is_not_made_again(made):
    outcome, studio = made
    record = (outcome.folder / "episode.json").read_bytes()
    feed = (studio.output / "feed.xml").stat().st_mtime_ns
    again = make(read_text(PAGE), replace(studio, now=NOW.replace(year=2031)))
    assert (again.status, again.spoken) == (Status.UNCHANGED, 0)
    assert (outcome.folder / "episode.json").read_bytes() == record
    assert (studio.output / "feed.xml").stat().st_mtime_ns == feed


def test_an_edited_article_replaces_its_episode_and_keeps_its_guid(tmp_path):
    studio = production(tmp_path, jingles=None)
    first = make(read_text(PAGE), studio)
    second = make(read_text(EDITED), studio)
    assert second.status is Status.REPLACED
    assert second.episode.guid == first.episode.guid
    assert second.spoken == 1
    assert len(list((studio.output / "episodes").iterdir())) == 1
    assert "2,5 millions" in json.dumps(
        json.loads((second.folder / "episode.json").read_text("utf-8")), ensure_ascii=False
    )


def test_without_a_date_an_episode_keeps_that_of_its_first_run(tmp_path):
    article = Article("La Seine monte", (Paragraph("Le fleuve a gagné trente centimètres."),))
    studio = production(tmp_path, jingles=None)
    first = make(article, studio)
    edited = replace(article, paragraphs=(Paragraph("Le fleuve a gagné un mètre."),))
    second = make(edited, replace(studio, now=NOW.replace(year=2026)))
    assert first.episode.published == second.episode.published == NOW


def test_an_article_that_cannot_be_spoken_leaves_nothing_and_the_others_go_on(tmp_path):
    studio = production(tmp_path, jingles=None)
    broken = Voice("zoé", "pico", options_json='{"no_such_option": 1}')
    with pytest.raises(ConfigError):
        make(read_text(PAGE), replace(studio, cast=Cast(broken, (broken,), (broken,))))
    assert not list((studio.output / "episodes").iterdir())
    assert make(read_text(PAGE), studio).status is Status.MADE


def test_a_quotation_can_have_its_own_voice(tmp_path):
    bass = replace(SHELF.find("nicole"), name="basse", pitch=0.8, credit="Basile")
    studio = production(tmp_path, jingles=None)
    outcome = make(read_text(PAGE), replace(studio, cast=replace(studio.cast, quotations=(bass,))))
    assert [cue.speaker for cue in outcome.episode.cues if "refait" in cue.text] == ["Basile"]
    assert outcome.episode.voices == ("Nicole", "Basile")


def test_headings_are_chapters(tmp_path):
    studio = production(tmp_path, jingles=None)
    article = read_text(PAGE)
    from speakerine.types import ParagraphKind

    heading = Paragraph("Ce qui a changé", ParagraphKind.HEADING)
    with_heading = replace(article, paragraphs=(article.paragraphs[0], heading, *article.paragraphs[1:]))
    episode = make(with_heading, studio).episode
    assert [chapter.title for chapter in episode.chapters] == [article.title, "Ce qui a changé"]
    assert episode.chapters[1].start_ms == next(
        c.start_ms for c in episode.cues if c.text == "Ce qui a changé"
    )


def test_an_article_without_headings_is_one_chapter(tmp_path):
    article = Article("Le pont", (Paragraph("Il rouvre ce matin."),), url="https://exemple.fr/pont")
    (chapter,) = make(article, production(tmp_path, jingles=None)).episode.chapters
    assert (chapter.start_ms, chapter.title, chapter.url) == (0, "Le pont", "https://exemple.fr/pont")


def test_one_after_another_or_at_once_gives_the_same_programme(tmp_path):
    episodes = [
        make(read_text(PAGE), production(tmp_path / name, **changes)).episode
        for name, changes in (("one", {"open_workers": partial(open_local, 1)}), ("all", {}))
    ]
    texts = [[(cue.text, cue.speaker) for cue in episode.cues] for episode in episodes]
    assert texts[0] == texts[1]
    assert episodes[0].guid == episodes[1].guid
    assert episodes[0].fingerprint == episodes[1].fingerprint


def test_one_line_can_be_said_into_a_file(tmp_path):
    path = tmp_path / "ligne.wav"
    assert say("Il est 7h30.", path, production(tmp_path, jingles=None)) == "Il est sept heures trente."
    assert 0.5 < soundfile.info(path).duration < 4


def test_a_line_goes_nowhere_where_nothing_can_be_written(tmp_path):
    with pytest.raises(SpeakerineError, match="cannot be written"):
        say("Bonjour.", tmp_path / "absent" / "ligne.mp3", production(tmp_path, jingles=None))


def test_the_cache_is_brought_under_its_limit_when_the_run_is_over(tmp_path, monkeypatch):
    studio = production(tmp_path, jingles=None)
    monkeypatch.setattr("speakerine.engines.clips.ClipCache.prune.__defaults__", (300_000,))
    make(read_text(PAGE), studio)
    assert 0 < studio.clips.size_bytes() <= 300_000


def test_a_voice_that_says_nothing_is_not_credited(tmp_path):
    studio = production(tmp_path, jingles=None)
    bass = replace(SHELF.find("nicole"), name="basse", credit="Basile")
    plain = Article("La Seine monte", (Paragraph("Le fleuve a gagné trente centimètres."),))
    episode = make(plain, replace(studio, cast=replace(studio.cast, quotations=(bass,)))).episode
    assert episode.voices == ("Nicole",)
    assert episode.cues[-1].text == "Cet article vous a été lu par Nicole, une voix de synthèse."
