from dataclasses import replace

from speakerine.script import pauses
from speakerine.script.cast import Cast
from speakerine.script.utterances import MAX_CHARS, utterances
from speakerine.types import Article, Jingle, Line, Role, Script, Voice

CLAIRE, LUCIEN = Voice("claire", "kokoro"), Voice("lucien", "kokoro", speed=1.05)
ALONE = Cast(CLAIRE, (CLAIRE,), (CLAIRE,))
TOGETHER = Cast(CLAIRE, (CLAIRE,), (LUCIEN,))
QUOTE = Line(Role.QUOTE, "« Je pars », ", "« Je pars », ", pauses.IN_SENTENCE_MS)
READER = Line(Role.READER, "dit-il.", "dit-il.", pauses.AFTER_PARAGRAPH_MS)


def script(*items):
    return Script("Titre", items, ())


def test_one_voice_says_a_sentence_in_one_go():
    (one,) = utterances(script(QUOTE, READER), ALONE)
    assert one.spoken == "« Je pars », dit-il."
    assert one.pause_after_ms == pauses.AFTER_PARAGRAPH_MS


def test_a_quotation_in_the_readers_sentence_keeps_the_readers_pitch():
    lower = replace(CLAIRE, pitch=0.97)
    (one,) = utterances(script(QUOTE, READER), Cast(CLAIRE, (CLAIRE,), (lower,)))
    assert one.voice == CLAIRE
    (alone,) = utterances(script(QUOTE), Cast(CLAIRE, (CLAIRE,), (lower,)))
    assert alone.voice == lower


def test_another_voice_says_its_own_part():
    quote, reader = utterances(script(QUOTE, READER), TOGETHER)
    assert (quote.voice, reader.voice) == (LUCIEN, CLAIRE)
    assert quote.spoken == "« Je pars », "


def test_readers_take_their_articles_each_with_its_own_quotations():
    low_claire, low_lucien = replace(CLAIRE, pitch=0.97), replace(LUCIEN, pitch=0.97)
    cast = Cast(CLAIRE, (CLAIRE, LUCIEN), (low_claire, low_lucien))
    title = Line(Role.PRESENTER, "Titre", "Titre.", pauses.AFTER_TITLE_MS, "Titre")
    quote = replace(QUOTE, pause_after_ms=pauses.AT_QUOTATION_MS)
    items = (replace(title, chapter="Ouverture"), title, quote, READER, title, quote, READER)
    said = utterances(Script("Titre", items, (Article("Un", ()), Article("Deux", ()))), cast)
    assert [one.voice for one in said] == [
        CLAIRE,
        *(CLAIRE, low_claire, CLAIRE),
        *(CLAIRE, low_lucien, LUCIEN),
    ]


def test_two_sentences_stay_two():
    assert len(utterances(script(READER, READER), ALONE)) == 2


def test_what_would_be_too_long_in_one_go_stays_cut():
    long = Line(Role.QUOTE, "a" * MAX_CHARS, "a" * MAX_CHARS, pauses.IN_SENTENCE_MS)
    assert len(utterances(script(long, READER), ALONE)) == 2


def test_jingles_keep_their_places():
    items = utterances(script(Jingle.INTRO, QUOTE, Jingle.STING, READER, Jingle.OUTRO), ALONE)
    assert [i for i in items if isinstance(i, Jingle)] == [Jingle.INTRO, Jingle.STING, Jingle.OUTRO]
    assert len(items) == 5
