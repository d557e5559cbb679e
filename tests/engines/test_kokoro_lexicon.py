"""Phonemes of the lexicon in Kokoro's stream: in their word's place, linked, stressed, timed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("kokoro_onnx")

from speakerine.engines.base import get_engine
from speakerine.engines.kokoro_phonemes import NO_WORD, phonemize
from speakerine.engines.kokoro_stand_ins import stressed
from speakerine.errors import ConfigError
from speakerine.french.lexicon import CLOSE, OPEN, SAYS, Lexicon, shipped_lexicon
from speakerine.french.lexicon_file import Entry
from tests.engines.shelf import kokoro_voice

LEXICON = Lexicon(
    (
        Entry("Auxerre", ipa="osɛʁ"),
        Entry("Hamas", ipa="amas"),
        Entry("Hérault", ipa="eʁo"),
        Entry("Metz", ipa="mɛs"),
        Entry("New York", ipa="njujɔʁk"),
        Entry("Xi Jinping", ipa="ʃi dʒinpiŋ"),
        Entry("Guyane", ipa="ɡɥijan"),
        Entry("œufs", ipa="ø"),
    )
)


def prepared(text):
    return LEXICON.prepare(text, "kokoro")


def sounds(text):
    return phonemize(prepared(text)).text


SAID = {
    "La ville de Metz.": "la vˈil də mˈɛs.",
    "à Auxerre, d'Auxerre": "a osˈɛʁ, dosˈɛʁ",
    "Qu’Auxerre": "kosˈɛʁ",
    "les œufs": "lez ˈø",
    "les Hamas": "le amˈas",
    "l'Hérault": "leʁˈo",
    "Metz-Auxerre": "mˈɛsosˈɛʁ",
    "la Guyane": "la ɡyijˈan",
    "« Metz ! »": "“mˈɛs!”",
    "Metz": "mˈɛs",
}


@pytest.mark.parametrize(("written", "said"), SAID.items())
def test_phonemes_stand_where_the_word_did(written, said):
    assert sounds(written) == said


def test_each_word_keeps_its_own_sounds_and_its_writing():
    found = phonemize(prepared("D'Auxerre à New York, Xi Jinping dit-il."))
    heard = ["" for _ in found.words]
    for letter, owner in zip(found.text, found.owners, strict=True):
        if owner != NO_WORD:
            heard[owner] += letter
    assert list(zip(found.words, heard, strict=True)) == [
        ("D'Auxerre", "dosˈɛʁ"),
        ("à", "a"),
        ("New York,", "njujˈɔʁk"),
        ("Xi", "ʃˈi"),
        ("Jinping", "dʒinpˈiŋ"),
        ("dit-il.", "dˈitˈil"),
    ]


@settings(deadline=None)
@given(st.text(alphabet=f"Metz Auxerrd'-,.€&é{OPEN}{SAYS}{CLOSE}"))
def test_every_character_has_an_owner(text):
    found = phonemize(prepared(text))
    assert len(found.owners) == len(found.text)
    assert all(owner == NO_WORD or owner < len(found.words) for owner in found.owners)


STRESSED = {"mɛs": "mˈɛs", "kɑ̃": "kˈɑ̃", "dəmɑ̃də": "dəmˈɑ̃də", "lə": "lˈə", "ˈdʒɔn": "ˈdʒɔn", "s": "s"}


@pytest.mark.parametrize(("ipa", "expected"), STRESSED.items())
def test_the_last_vowel_is_stressed_unless_another_is(ipa, expected):
    assert stressed(ipa) == expected


def test_a_sound_that_the_model_has_not_is_an_error_that_names_the_entry():
    with pytest.raises(ConfigError, match=r"« Metz », “mʘs”, has “ʘ”"):
        phonemize(f"{OPEN}Metz{SAYS}mʘs{CLOSE}")


def test_the_shipped_entries_reach_the_model_whole():
    for entry in shipped_lexicon().entries:
        if entry.ipa:
            found = phonemize(shipped_lexicon().prepare(f"Voici {entry.written}.", "kokoro"))
            assert "uk" not in found.text.replace("ˈ", "") or "uk" in entry.ipa, entry
            assert len(found.words) == 1 + len(entry.written.split()) or " " not in entry.ipa, entry


@pytest.mark.neural
def test_a_word_with_phonemes_has_its_time(tmp_path):
    speech = get_engine(kokoro_voice(), cache=tmp_path, threads=2).speak(
        prepared("La ville d'Auxerre est belle."), kokoro_voice()
    )
    word = speech.words[2]
    assert word.text == "d'Auxerre"
    assert 200 < word.end_ms - word.start_ms < 900
