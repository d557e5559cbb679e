import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speakerine.engines.base import Speech, get_engine
from speakerine.engines.pico import MAX_CALL_CHARS, MAX_WORD_CHARS, pico_calls
from speakerine.errors import ConfigError, EngineError
from speakerine.french.lexicon import shipped_lexicon
from tests.engines.shelf import make_voice

NICOLE = make_voice("pico", name="nicole")
ATTACK = 'Bonjour <genfile file="x.wav">tout le monde</genfile> et <play file="x.wav"/> &lt;genfile&gt;'


def speak(text: str, **fields) -> Speech:
    return get_engine(NICOLE).speak(text, make_voice("pico", name="nicole", **fields))


def test_a_word_in_capitals_is_not_spelled():
    assert pico_calls("C'est LE problème de L'ÉTÉ.") == pico_calls("C'est le problème de l'été.")


def test_markup_opens_files_when_it_reaches_pico(tmp_path, monkeypatch):
    """What the escape is for: without it, a text writes a file."""
    from py_nanotts import NanoTTS

    monkeypatch.chdir(tmp_path)
    NanoTTS().speak(ATTACK, voice="fr-FR")
    assert (tmp_path / "x.wav").exists()


def test_markup_in_a_text_creates_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert speak(ATTACK).audio.duration_ms > 1000
    assert list(tmp_path.iterdir()) == []


@given(st.text(alphabet=st.sampled_from("<>&;/'\"= agenfilelt＜＆﹤﹠⟨\u0338\u226e")))
def test_no_markup_character_gets_through(text):
    assert not set("".join(pico_calls(text))) & set("<>&")


TAG = re.compile(r"<phoneme ph='[^<>&']*'/>")


@given(st.text(alphabet=st.sampled_from("<>&/' =phonemeilt\ue000\ue001\ue002")))
def test_only_tags_of_our_own_get_through_beside_a_word_of_the_lexicon(text):
    prepared = shipped_lexicon().prepare(f"{text} Metz {text}", "pico")
    calls = "".join(pico_calls(prepared))
    assert "<phoneme" in calls
    assert not set(TAG.sub("", calls)) & set("<>&")


TEXTS = {
    "l’homme": "l'homme",
    "« Bonjour », dit-il": "Bonjour, dit-il",
    "dit-on – enfin — c'est fini": "dit-on, enfin, c'est fini",
    "fin…": "fin.",
    "un\u00a0an": "un an",
    "R&D": "R et D",
    "Пу́тин": "Poutin",
    "a" * 90: f"{'a' * MAX_WORD_CHARS} {'a' * MAX_WORD_CHARS} {'a' * 10}",
    "– Oui.": "Oui.",
    "a\x00b": "a b",
    "…": "",
}


@pytest.mark.parametrize(("spoken", "expected"), TEXTS.items())
def test_texts_as_pico_has_them(spoken, expected):
    assert " ".join(pico_calls(spoken)) == expected


def test_speech_begins_and_ends_within_its_margins():
    audio = speak("Bonjour à tous, voici le journal.").audio
    assert audio.sample_rate_hz == 16_000
    assert 1500 < audio.duration_ms < 3000
    assert audio.pcm[-800:] != bytes(800)


def test_speed_and_pitch_are_passed_on():
    plain = speak("Bonjour à tous.").audio.duration_ms
    assert speak("Bonjour à tous.", speed=1.3).audio.duration_ms < plain
    assert speak("Bonjour à tous.", pitch=0.8).audio.duration_ms == pytest.approx(plain, rel=0.1)
    with pytest.raises(ConfigError, match="speed"):
        speak("Bonjour.", speed=9.0)


def test_marks_alone_are_silence_and_unreadable_letters_an_error():
    assert speak("« … » !").audio.duration_ms == 100
    with pytest.raises(EngineError, match="中文"):
        speak("中文")


def test_a_failure_of_pico_is_an_error_that_names_the_text(monkeypatch):
    def fail(*_args, **_options):
        raise RuntimeError("pico_getData failed")

    monkeypatch.setattr("py_nanotts.NanoTTS.speak", fail)
    with pytest.raises(EngineError, match=r"Bonjour.*pico_getData"):
        speak("Bonjour")


def test_a_long_text_is_said_in_parts():
    text = "Le chat mange sa pâtée. " * (MAX_CALL_CHARS // 22)
    assert speak(text).audio.duration_ms > 100_000


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_no_text_breaks_it(text):
    try:
        assert speak(text).audio.sample_count > 0
    except EngineError:
        assert any(map(str.isalnum, text))


def test_runs_without_a_break_come_back():
    """Pico alone hangs on 150 letters "a", holding the interpreter: hence another process."""
    code = (
        "from tests.engines.test_pico import speak;"
        "[speak(letter * count) for letter, count in (('a', 150), ('é', 200), ('7', 300), ('-', 1000))]"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True, timeout=60, capture_output=True)
