"""The lexicon: whole words, case-aware, the show's entries first, phonemes that nobody can inject."""

import unicodedata
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speakerine.errors import ConfigError
from speakerine.french.lexicon import (
    CLOSE,
    OPEN,
    SAYS,
    Lexicon,
    Phonetic,
    shipped_lexicon,
    split_marked,
    without_marks,
)
from speakerine.french.lexicon_file import IPA_LETTERS, XSAMPA_SOUND, Entry, parse_entries

METZ = Entry("Metz", "Messe", "mɛs", '"mEs')
PODCAST = Entry("podcast", "podcaste", "pɔdkast", 'pOd."kast')
XI = Entry("Xi Jinping", "", "ʃi dʒinpiŋ", '"Si dZin."piN')
LEXICON = Lexicon(
    (METZ, PODCAST, XI, Entry("Aix", "Aixe"), Entry("cassis", "cassisse"), Entry("Cassis", "Cassi"))
)


def respelled(text):
    return LEXICON.prepare(text, "gtts")


def marked(written, phonemes):
    return f"{OPEN}{written}{SAYS}{phonemes}{CLOSE}"


FOUND = {
    "À Metz, le podcast.": "À Messe, le podcaste.",
    "Podcast de METZ": "Podcaste de Messe",
    "les podcasts, PODCASTS": "les podcastes, Podcastes",
    "l’Aix d'Aix-en-Provence": "l’Aixe d'Aixe-en-Provence",
    "ce podcast-là, ce cassis-ci": "ce podcaste-là, ce cassisse-ci",
    "anti-Metz": "anti-Messe",
    "Un cassis à Cassis.": "Un cassisse à Cassi.",
    "Metz": "Messe",
    "": "",
}


@pytest.mark.parametrize(("written", "said"), FOUND.items())
def test_words_are_found_in_each_form_they_take(written, said):
    assert respelled(written) == said


NOT_FOUND = ["metz", "Metzger", "podcasteur", "anti-podcast", "podcast-vidéo", "AIX", "Métz", "Metz_2"]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_other_words_are_left_alone(text):
    assert respelled(text) == text


def test_each_engine_is_given_its_own_notation():
    assert LEXICON.prepare("À Metz.", "kokoro") == f"À {marked('Metz', 'mɛs')}."
    assert LEXICON.prepare("À Metz.", "pico") == f"À {marked('Metz', chr(34) + 'mEs')}."
    assert LEXICON.prepare("À Metz.", "piper") == "À Messe."


def test_an_engine_without_a_notation_is_given_the_respelling_or_the_word():
    assert LEXICON.prepare("Aix", "kokoro") == "Aixe"
    assert LEXICON.prepare("Xi Jinping", "gtts") == "Xi Jinping"


def test_a_name_of_several_words_is_marked_word_by_word():
    assert (
        LEXICON.prepare("Xi\u00a0Jinping", "kokoro") == f"{marked('Xi', 'ʃi')} {marked('Jinping', 'dʒinpiŋ')}"
    )


def test_words_that_have_other_phonemes_in_number_are_one():
    lexicon = Lexicon((Entry("New York", ipa="njujɔʁk"),))
    assert lexicon.prepare("New York", "kokoro") == marked("New York", "njujɔʁk")


def test_the_longest_entry_wins():
    lexicon = Lexicon((Entry("Aix", "Aixe"), Entry("Aix-la-Chapelle", "Aixe la Chapelle")))
    assert lexicon.prepare("Aix-la-Chapelle et Aix", "gtts") == "Aixe la Chapelle et Aixe"


def test_the_shows_entries_add_and_win():
    lexicon = LEXICON.with_entries("# ours\n\nMetz\tMèce\nBercy\tBerssi\n", "show/lexicon.tsv")
    assert lexicon.prepare("Metz, Bercy, Aix", "kokoro") == "Mèce, Berssi, Aixe"
    assert LEXICON.prepare("Metz", "gtts") == "Messe"


def test_a_show_can_take_an_entry_back():
    assert LEXICON.with_entries("Metz\tMetz\n", "lexicon.tsv").prepare("Metz", "kokoro") == "Metz"


def test_an_empty_lexicon_changes_nothing():
    assert Lexicon(()).prepare("Metz", "kokoro") == "Metz"


BAD = {
    "Metz\tMesse\nReims\n": "line 2: expected a word",
    "a\tb\tc\td\te": "line 1: expected a word",
    "\tMesse": "line 1: expected a word",
    "Metz\t\t\t": "line 1: « Metz » must .* have a respelling",
    "-Metz\tMesse": "must begin with a letter",
    "Metz\tMesse\n#\nMetz\tMèce": "line 3: « Metz » is there already",
    "Metz\t\tmɛʘs": "line 1: the IPA of « Metz » has “ʘ”",
    "Metz\t\t\tmExs": "line 1: the X-SAMPA of « Metz » has “x”",
    "Metz\t\t\tm'/><play file='a": "line 1: the X-SAMPA of « Metz »",
    "Metz\tMe\ue000sse": "line 1: .* private-use",
}


@pytest.mark.parametrize(("text", "message"), BAD.items())
def test_a_bad_line_is_an_error_with_its_number(text, message):
    with pytest.raises(ConfigError, match=f"^lexicon.tsv, {message}" if message[:4] == "line" else message):
        LEXICON.with_entries(text, "lexicon.tsv")


def test_usual_ways_to_write_phonemes_are_taken():
    (entry,) = parse_entries("Gand\t\t/gɑ̃/\t[ga~]\r\n", "lexicon.tsv")
    assert entry == Entry("Gand", "", "ɡɑ̃", "gA~")
    (entry,) = parse_entries("Gand\t\tɡã\n", "lexicon.tsv")
    assert entry.ipa == "ɡa\u0303"


def test_marks_of_an_article_are_taken_out():
    evil = f"Un {OPEN}mot{SAYS}fo{CLOSE} à Metz"
    assert LEXICON.prepare(evil, "kokoro") == f"Un motfo à {marked('Metz', 'mɛs')}"


def test_marked_words_are_split_from_the_text():
    text = f"À {marked('Metz', 'mɛs')}, {marked('Aix', 'ɛks')} {CLOSE}fin"
    assert split_marked(text) == (f"À {OPEN}, {OPEN} fin", (Phonetic("Metz", "mɛs"), Phonetic("Aix", "ɛks")))


@settings(deadline=None)
@given(st.text(alphabet=f"Metz Aixpodcast-’'.{OPEN}{SAYS}{CLOSE}é\u00a0"))
def test_the_words_are_those_that_were_written(text):
    for engine in ("kokoro", "pico"):
        plain, words = split_marked(Lexicon((METZ, PODCAST, XI)).prepare(text, engine))
        written = iter(words)
        back = "".join(next(written).written if letter == OPEN else letter for letter in plain)
        assert back == without_marks(text)


def shipped_lines():
    text = files("speakerine.french").joinpath("lexicon.tsv").read_text(encoding="utf-8")
    return text, [line.split("\t")[0] for line in text.splitlines() if line and line[0] != "#"]


def sort_key(written):
    folded = unicodedata.normalize("NFKD", written.casefold())
    return "".join(letter for letter in folded if letter.isalnum()), written


def test_the_shipped_entries_are_many_sorted_and_sourced():
    text, written = shipped_lines()
    assert len(written) >= 300
    assert written == sorted(written, key=sort_key)
    assert len(set(written)) == len(written)
    assert "# Source" in text.split("\n\n")[0]


def test_no_plural_is_written_that_is_derived():
    by_written = {entry.written: entry for entry in shipped_lexicon().entries}
    for written, entry in by_written.items():
        singular = by_written.get(written[:-1]) if written.endswith("s") and written[0].islower() else None
        assert not singular or (entry.ipa, entry.xsampa) != (singular.ipa, singular.xsampa), written


def test_shipped_phonemes_are_those_of_the_engines():
    for entry in shipped_lexicon().entries:
        assert set(entry.ipa) <= IPA_LETTERS | {" "}, entry
        assert not XSAMPA_SOUND.sub("", entry.xsampa).strip(), entry


def test_what_kokoro_can_say_is_in_its_vocabulary():
    config = pytest.importorskip("kokoro_onnx.config")
    assert set(config.DEFAULT_VOCAB) >= IPA_LETTERS


def test_common_words_that_look_like_entries_are_left_alone():
    text = "Jean est venu avec Marc et son chat ; ils ont reporté le but, de plus en plus."
    assert shipped_lexicon().prepare(text, "kokoro") == text
