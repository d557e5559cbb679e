"""All that is written and all that is said, once, in order."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given

from speakerine.publish.plain import one_line
from speakerine.publish.transcripts.alignment import squeeze
from speakerine.publish.transcripts.reading import Passage, Sentence, read_along
from speakerine.types import Cue, Episode, Paragraph, ParagraphKind
from tests.publish.strategies import episodes, law


def said_by(passages: Sequence[Passage], *, framing: bool) -> list[str]:
    return [s.text for passage in passages if passage.framing is framing for s in passage.sentences]


def with_text(episode: Episode, cues: Sequence[Cue], *paragraphs: str) -> Episode:
    return replace(episode, cues=tuple(cues), paragraphs=tuple(map(Paragraph, paragraphs)))


def cue(start_s: int, text: str, speaker: str = "Claire") -> Cue:
    return Cue(start_s * 1000, start_s * 1000 + 900, text, speaker)


def test_each_paragraph_stays_what_it_is(full: Episode) -> None:
    article = [passage for passage in read_along(full) if not passage.framing]
    assert [passage.kind for passage in article] == [paragraph.kind for paragraph in full.paragraphs]


def test_the_presenter_s_own_words_are_told_apart(full: Episode) -> None:
    passages = read_along(full)
    assert said_by(passages, framing=True) == ["À Saint-Malo, une librairie renaît de ses cendres."]
    assert passages[0].framing


def test_a_passage_begins_with_its_first_words(full: Episode) -> None:
    assert [passage.start_ms for passage in read_along(full)] == [cue.start_ms for cue in full.cues]


def test_a_cue_of_two_sentences_gives_each_its_share_of_the_time(bare: Episode) -> None:
    episode = with_text(bare, [Cue(1000, 3000, "Il pleut. Il vente.", "Claire")], "Il pleut. Il vente.")
    (passage,) = read_along(episode)
    assert [(s.text, s.start_ms) for s in passage.sentences] == [("Il pleut.", 1000), ("Il vente.", 2000)]


def test_a_quotation_keeps_its_speaker(full: Episode) -> None:
    (quote,) = [passage for passage in read_along(full) if passage.kind is ParagraphKind.QUOTE]
    assert {sentence.speaker for sentence in quote.sentences} == {"Lucien (voix de synthèse)"}


def test_a_title_stands_by_itself(bare: Episode) -> None:
    passages = read_along(with_text(bare, [cue(0, "Bonsoir."), cue(1, "La Seine monte"), cue(2, "Merci.")]))
    assert [[s.text for s in passage.sentences] for passage in passages] == [
        ["Bonsoir."],
        ["La Seine monte"],
        ["Merci."],
    ]


def test_what_no_voice_says_is_shown_without_a_time(bare: Episode) -> None:
    episode = with_text(bare, [cue(3, "Il pleut.")], "Il pleut. Il neige.", "Il vente.")
    assert [passage.sentences for passage in read_along(episode)] == [
        (Sentence("Il pleut.", 3000, "Claire"), Sentence("Il neige.")),
        (Sentence("Il vente."),),
    ]


def test_an_episode_without_cues_shows_its_paragraphs(full: Episode) -> None:
    passages = read_along(replace(full, cues=()))
    assert [s.text for p in passages for s in p.sentences] == [one_line(p.text) for p in full.paragraphs]
    assert {passage.start_ms for passage in passages} == {None}


def test_an_episode_without_paragraphs_shows_its_cues(full: Episode) -> None:
    passages = read_along(replace(full, paragraphs=()))
    assert squeeze("".join(said_by(passages, framing=True))) == squeeze("".join(c.text for c in full.cues))


def test_a_bare_episode_has_nothing_to_read(bare: Episode) -> None:
    assert read_along(bare) == ()


@pytest.mark.parametrize("end_ms", [-1, 0, 10**9])
def test_times_stay_within_the_duration(bare: Episode, end_ms: int) -> None:
    late = Cue(bare.enclosure.duration_ms + 5, end_ms, "Trop tard.")
    (passage,) = read_along(with_text(bare, [late]))
    assert passage.start_ms == bare.enclosure.duration_ms


@law
@given(episodes)
def test_no_word_is_lost(episode: Episode) -> None:
    sentences = [sentence for passage in read_along(episode) for sentence in passage.sentences]
    in_time = sorted(episode.cues, key=lambda one: one.start_ms)
    spoken = "".join(s.text for s in sentences if s.start_ms is not None)
    assert squeeze(spoken) == squeeze("".join(one_line(one.text) for one in in_time))
    article = "".join(s.text for p in read_along(episode) if not p.framing for s in p.sentences)
    assert squeeze(article) == squeeze("".join(one_line(one.text) for one in episode.paragraphs))


@law
@given(episodes)
def test_times_ascend(episode: Episode) -> None:
    sentences = [sentence for passage in read_along(episode) for sentence in passage.sentences]
    starts_ms = [s.start_ms for s in sentences if s.start_ms is not None]
    assert starts_ms == sorted(starts_ms)
    assert all(0 <= start_ms <= episode.enclosure.duration_ms for start_ms in starts_ms)
