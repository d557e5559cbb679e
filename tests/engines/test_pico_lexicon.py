"""Phonemes of the lexicon in Pico's markup, and nothing but they."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speakerine.engines.base import get_engine
from speakerine.engines.pico_phonemes import check_sounds, join_elisions, with_tags
from speakerine.errors import ConfigError
from speakerine.french.lexicon import CLOSE, OPEN, SAYS, Lexicon, Phonetic, shipped_lexicon, split_marked
from speakerine.french.lexicon_file import Entry
from tests.engines.shelf import make_voice

NICOLE = make_voice("pico", name="nicole")
AUXERRE, METZ = 'o."sER', '"mEs'
LEXICON = Lexicon((Entry("Auxerre", xsampa=AUXERRE), Entry("Metz", xsampa=METZ)))


@pytest.fixture
def given_to_pico(monkeypatch):
    """What Pico is given when a text is spoken."""
    heard = []

    def speak(_self, text, **_options):
        heard.append(text)
        return b"\x00\x40\x00\xc0" * (500 * len(text) + 8000)

    monkeypatch.setattr("py_nanotts.NanoTTS.speak", speak)

    def given(text):
        heard.clear()
        get_engine(NICOLE).speak(LEXICON.prepare(text, "pico"), NICOLE)
        return " ".join(heard)

    return given


GIVEN = {
    "À Metz, non.": f"À <phoneme ph='{METZ}'/>, non.",
    "la ville d'Auxerre": f"la ville <phoneme ph='d{AUXERRE}'/>",
    "Qu’Auxerre, L'Auxerre": f"<phoneme ph='k{AUXERRE}'/>, <phoneme ph='l{AUXERRE}'/>",
    "jusqu'Auxerre": f"jusqu' <phoneme ph='{AUXERRE}'/>",
    "Metz-Auxerre-Lyon": f"<phoneme ph='{METZ}'/> <phoneme ph='{AUXERRE}'/> Lyon",
    "« Metz » – (Metz)…": f"<phoneme ph='{METZ}'/>, <phoneme ph='{METZ}'/>.",
    "Metz": f"<phoneme ph='{METZ}'/>",
    "<phoneme ph='a'/> & Metz": f"phoneme ph égale 'a' et <phoneme ph='{METZ}'/>",
}


@pytest.mark.parametrize(("written", "expected"), GIVEN.items())
def test_what_pico_is_given(given_to_pico, written, expected):
    assert " ".join(given_to_pico(written).split()) == expected


def test_a_long_text_keeps_its_phonemes_in_order(given_to_pico):
    text = "Metz est loin de Auxerre et de la mer. " * 120
    assert given_to_pico(text).count(f"<phoneme ph='{METZ}'/> est loin de <phoneme ph='{AUXERRE}'/>") == 120


def test_many_words_in_a_row_come_back():
    """Pico alone divides by zero on them and takes the process with it: hence another one."""
    code = (
        "from tests.engines.test_pico_lexicon import LEXICON, NICOLE, get_engine;"
        "get_engine(NICOLE).speak(LEXICON.prepare('Metz ' * 200, 'pico'), NICOLE)"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True, timeout=60, capture_output=True)


def test_its_own_phonemes_give_the_same_samples():
    """The inventory is Pico's: Paris said as it is written, and as its phonemes, is one sound."""
    from py_nanotts import NanoTTS

    def samples(text):
        return np.frombuffer(NanoTTS().speak(text, voice="fr-FR"), np.int16).astype(float)

    for word, phonemes in {
        "montagne": 'mO~."taJ',
        "Paris": 'pa."Ri',
        "Lyon": '"ljO~',
        "table": '"tabl',
    }.items():
        plain, said = samples(word), samples(f"<phoneme ph='{phonemes}'/>")
        assert len(plain) == len(said)
        assert abs(plain - said).max() < 0.05 * abs(plain).max()


@pytest.mark.parametrize("phonemes", ["mExs", "e~", "'/><play file='x", "a&b", "<"])
def test_other_phonemes_are_an_error_that_names_the_entry(phonemes):
    with pytest.raises(ConfigError, match="« Metz »"):
        get_engine(NICOLE).speak(f"{OPEN}Metz{SAYS}{phonemes}{CLOSE}", NICOLE)


@settings(deadline=None)
@given(st.text(alphabet=f"Metz Auxerrd'-,.<>&;/=\"{OPEN}{SAYS}{CLOSE}é"))
def test_no_markup_gets_through_but_ours(text):
    plain, words = split_marked(LEXICON.prepare(text, "pico"))
    check_sounds(words)
    joined, words = join_elisions(plain, words)
    assert joined.count(OPEN) == len(words)
    assert with_tags(OPEN * len(words), iter(words)).count("<") == len(words)


def test_the_shipped_entries_are_said():
    for entry in shipped_lexicon().entries:
        check_sounds([Phonetic(entry.written, entry.xsampa)] if entry.xsampa else [])
